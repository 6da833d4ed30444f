// One person who lives through events and days, for tests only.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/gebeurtenissen.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store {

inline const Bsn kBsn = *Bsn::parse("999993653");
inline constexpr Date kStart(2026, 2, 2);

using Veldwaarden = std::map<std::string, std::string, std::less<>>;

class GebeurtenissenTest : public ::testing::Test {
 protected:
  GebeurtenissenTest() {
    // Years of days, each a transaction: nothing here is about surviving a loss of power.
    (*world).bulkLoad(true);
    processDays(*world, kStart);
  }

  std::vector<std::string> geef(std::string naam, Veldwaarden velden = {}, Date dag = kStart) {
    velden.emplace("bsn", kBsn.value());
    auto uitkomst = isi.verwerk({std::move(naam), std::move(velden)}, dag);
    EXPECT_TRUE(uitkomst);
    return uitkomst ? *uitkomst : std::vector<std::string>{"fault"};
  }
  void gaat(std::string naam, Veldwaarden velden = {}, Date dag = kStart) {
    EXPECT_THAT(geef(std::move(naam), std::move(velden), dag), ::testing::IsEmpty());
  }
  void begin(const char* doelgroep = "Asielstatushouder", const char* geboren = "1990-05-17",
             const char* verblijf = "Ingezetene") {
    gaat("nieuwe-plicht", {{"achternaam", "Yılmaz"},
                           {"geboortedatum", geboren},
                           {"gemeente", "0363"},
                           {"verblijf", verblijf},
                           {"doelgroep", doelgroep}});
  }
  isi::wi2021::Dossier lees() {
    Database::Reading session(*world);
    return *loadDossierAs<isi::wi2021::Dossier>(*session, Wet::wi2021, kBsn);
  }
  template <class Wijziging>
  void wijzig(Wijziging wijziging, Date dag = kStart) {
    isi::wi2021::Dossier dossier = lees();
    wijziging(dossier);
    Database::Writing writer(*world);
    wi2021::save(*writer, dossier, dag);
    writer.commit();
  }
  void geefPip(const char* leerroute, std::optional<std::string> niveau, Date dag = kStart) {
    wijzig(
        [&](isi::wi2021::Dossier& dossier) {
          isi::wi2021::Pip pip;
          pip.gemeentecode = dossier.verblijven.front().gemeentecode;
          pip.datumDagtekening = pip.datumDagtekeningInitieel = dag;
          pip.datumRegistratie = pip.datumRegistratieInitieel = dag;
          pip.leerroute = leerroute;
          pip.niveau = std::move(niveau);
          pip.alfabetisering = "NVT";
          pip.toestemmingNietVrijstellendeOpleiding = true;
          dossier.pips.insert(dossier.pips.begin(), std::move(pip));
        },
        dag);
  }
  void metTermijn(const char* leerroute = "B", std::optional<std::string> niveau = "B1") {
    begin();
    geefPip(leerroute, std::move(niveau));
    dagen(kStart.plusDays(15));
  }
  void dagen(Date tot) { processDays(*world, tot); }

  std::vector<std::string> codes(const Gemeentecode& gemeente = kAmsterdam,
                                 std::optional<isi::Signaalstatus> status = std::nullopt) {
    isi::SignaalCriteria criteria;
    criteria.status = status;
    SignalenStore signalen(*world);
    std::vector<std::string> found;
    const isi::Namens namens{gemeente, Rollen().add(Rol::Wi2021MUT), kStart};
    const auto pagina = signalen.zoek(Wet::wi2021, namens, criteria, {1, 200}, {});
    for (const auto& row : pagina->rijen) found.push_back(row.code);
    std::ranges::sort(found);
    return found;
  }
  bool heeft(std::string_view code, const Gemeentecode& gemeente = kAmsterdam) {
    const auto all = codes(gemeente);
    return std::ranges::find(all, code) != all.end();
  }
  /// Whether the settled signals of this code are all there are of it.
  bool afgehandeld(std::string_view code) {
    const auto open = codes(kAmsterdam, isi::Signaalstatus::nieuw);
    return heeft(code) && std::ranges::find(open, code) == open.end();
  }

  TempDatabase world;
  GebeurtenissenStore isi{*world};
};

inline constexpr Date kNaTermijnstart = kStart.plusDays(15);

}  // namespace cvsgw::store
