// A store whose files are read, for tests of who and what is in them. Times: two days, of which the second
// one's files are asked for.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/tabellen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/dossiers.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store::tabellentest {

inline const Bsn kBsn = *Bsn::parse("999993653");
inline constexpr Date kGisteren(2026, 11, 22);
inline constexpr Date kVandaag(2026, 11, 23);

using Rijtekst = std::map<std::string, std::string, std::less<>>;

inline std::string tekst(const isi::Cel& cel) {
  using Soort = isi::Cel::Soort;
  switch (cel.soort) {
    case Soort::leeg:
      return "";
    case Soort::tekst:
      return std::string(cel.tekst);
    case Soort::datum:
      return cel.datum.text();
    case Soort::getal:
    case Soort::bedrag:
      return std::to_string(cel.getal);
  }
  return "";
}

class TabellenTest : public ::testing::Test {
 protected:
  TabellenTest() {
    (*world).bulkLoad(true);
    processDays(*world, kGisteren);
  }

  std::vector<Rijtekst> lees(std::string_view code, Date dag, const Gemeentecode& gemeente = kGroningen) {
    const auto bestand = *isi::bestandMetCode(code, dag);
    const auto kolommen = isi::kolommenVan(bestand.soort);
    std::vector<Rijtekst> rijen;
    TabellenStore tabellen(*world);
    const auto gelezen = tabellen.lees(bestand, gemeente, [&](std::span<const isi::Cel> cellen) {
      // A row with a cell too many or too few would shift every column behind it.
      EXPECT_EQ(cellen.size(), kolommen.size()) << code;
      auto& rij = rijen.emplace_back();
      for (size_t i = 0; i < std::min(cellen.size(), kolommen.size()); ++i)
        rij[std::string(kolommen[i].naam)] = tekst(cellen[i]);
      return true;
    });
    EXPECT_TRUE(gelezen) << (gelezen ? "" : gelezen.error().log.str());
    return rijen;
  }
  std::vector<std::string> kolom(std::string_view code, std::string_view naam, Date dag,
                                 const Gemeentecode& gemeente = kGroningen) {
    std::vector<std::string> out;
    for (const auto& rij : lees(code, dag, gemeente)) out.push_back(rij.find(naam)->second);
    return out;
  }
  static isi::wi2021::Dossier inburgeraar() {
    isi::wi2021::Dossier dossier;
    dossier.personalia.bsn = kBsn;
    dossier.personalia.achternaam = "Yılmaz";
    dossier.plicht.doelgroep.indeling = "Asielstatushouder";
    dossier.plicht.datumVaststelling = Date(2026, 1, 5);
    dossier.verblijven = {{kGroningen, "Ingezetene", Date(2026, 1, 5), std::nullopt, std::nullopt}};
    return dossier;
  }
  void bewaar(const isi::wi2021::Dossier& dossier, Date dag) {
    Database::Writing writer(*world);
    wi2021::save(*writer, dossier, dag);
    writer.commit();
  }
  void bewaar(const isi::wi2013::Dossier& dossier, Date dag) {
    Database::Writing writer(*world);
    saveWi2013(*writer, dossier, dag);
    writer.commit();
  }
  void bewaar(const isi::wi2007::Dossier& dossier, Date dag) {
    Database::Writing writer(*world);
    saveWi2007(*writer, dossier, dag);
    writer.commit();
  }
  void plaats(Wet wet, const std::string& code, Date dag, isi::Signaalstatus status = {}) {
    Database::Writing writer(*world);
    NewSignaal signaal;
    signaal.gemeente = kGroningen;
    signaal.bsn = kBsn;
    signaal.code = code;
    signaal.datum = dag;
    signaal.status = status;
    signaal.achternaam = "Yılmaz";
    placeSignaal(*writer, wet, signaal);
    writer.commit();
  }

  TempDatabase world;
};

}  // namespace cvsgw::store::tabellentest
