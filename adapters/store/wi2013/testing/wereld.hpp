// One person of the Wi2013 who lives through events, changes and days, for tests only.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/gebeurtenissen.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store::wereld2013 {

inline const Bsn kBsn = *Bsn::parse("999993653");
/// A Monday.
inline constexpr Date kStart(2026, 2, 2);
/// Last day of a term that starts on kStart.
inline constexpr Date kEinde(2027, 2, 1);

using Veldwaarden = std::map<std::string, std::string, std::less<>>;

class Wereld2013 : public ::testing::Test {
 public:
  Wereld2013() {
    // Years of days, each a transaction: nothing here is about surviving a loss of power.
    (*world).bulkLoad(true);
    processDays(*world, kStart);
  }

  std::vector<std::string> geef(std::string naam, Veldwaarden velden = {}, Date dag = kStart) {
    if (naam != "rekeningnummer") velden.emplace("bsn", kBsn.value());
    auto uitkomst = isi.verwerk({std::move(naam), std::move(velden)}, dag);
    EXPECT_TRUE(uitkomst);
    return uitkomst ? *uitkomst : std::vector<std::string>{"fault"};
  }
  void gaat(std::string naam, Veldwaarden velden = {}, Date dag = kStart) {
    EXPECT_THAT(geef(std::move(naam), std::move(velden), dag), ::testing::IsEmpty());
  }
  void begin(Veldwaarden meer = {}, Date dag = kStart) {
    meer.emplace("wet", "Wi2013");
    meer.emplace("achternaam", "Yılmaz");
    meer.emplace("gemeente", "0014");
    gaat("nieuwe-plicht", std::move(meer), dag);
  }
  isi::wi2013::Dossier lees() {
    Database::Reading session(*world);
    return *loadWi2013(*session, kBsn);
  }
  template <class Wijziging>
  void wijzig(Wijziging wijziging, Date dag = kStart) {
    auto dossier = lees();
    wijziging(dossier);
    Database::Writing writer(*world);
    saveWi2013(*writer, dossier, dag);
    writer.commit();
  }
  void registreer(const char* reden, std::optional<Date> voldaan, Date dag) {
    wijzig(
        [&](isi::wi2013::Dossier& dossier) {
          if (reden) dossier.pvt.redenNietVoldaan = reden;
          dossier.pvt.datumVoldaan = voldaan;
          dossier.pvt.datumRegistratie = dag;
        },
        dag);
  }
  void metFactuur() {
    begin();
    registreer(nullptr, kStart, kStart);
    wijzig([](isi::wi2013::Dossier& dossier) {
      isi::wi2013::Factuur factuur;
      factuur.factuurnummer = "PVT1";
      factuur.factuurdatum = kStart;
      factuur.bedrag = isi::wi2013::kFactuurbedrag;
      factuur.status = "2";
      dossier.facturen.push_back(factuur);
    });
  }
  void dagen(Date tot) { processDays(*world, tot); }

  std::vector<std::string> codes(const Gemeentecode& gemeente = kGroningen, Wet wet = Wet::wi2013) {
    SignalenStore signalen(*world);
    std::vector<std::string> found;
    const isi::Namens namens{gemeente, Rollen().add(Rol::Wi2013MUT).add(Rol::Wi2021MUT), kStart};
    const auto pagina = signalen.zoek(wet, namens, {}, {1, 200}, {});
    for (const auto& row : pagina->rijen) found.push_back(row.code);
    std::ranges::sort(found);
    return found;
  }
  bool heeft(std::string_view code, const Gemeentecode& gemeente = kGroningen) {
    const auto all = codes(gemeente);
    return std::ranges::find(all, code) != all.end();
  }

  TempDatabase world;
  GebeurtenissenStore isi{*world};
};

}  // namespace cvsgw::store::wereld2013
