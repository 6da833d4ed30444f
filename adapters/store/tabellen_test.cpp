// Rows of files from the store: as they stood when the day began, and who is in them.
#include "adapters/store/tabellen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/dossiers.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2013/testdossier.hpp"

namespace cvsgw::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Gemeentecode kGroningen = *Gemeentecode::parse("0014");
const Gemeentecode kAlmere = *Gemeentecode::parse("0034");
const Bsn kBsn = *Bsn::parse("999993653");
constexpr Date kGisteren(2026, 11, 22);
constexpr Date kVandaag(2026, 11, 23);

using Rijtekst = std::map<std::string, std::string, std::less<>>;

std::string tekst(const isi::Cel& cel) {
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

TEST_F(TabellenTest, WhatIsRegisteredTodayIsInTomorrowsFile) {
  bewaar(inburgeraar(), kGisteren);
  EXPECT_THAT(lees("inburgeraars_2021", kGisteren), IsEmpty());
  processDays(*world, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag), ElementsAre("Yılmaz"));

  auto dossier = inburgeraar();
  dossier.personalia.achternaam = "Anders";
  bewaar(dossier, kVandaag);
  dossier.personalia.achternaam = "NogAnders";
  bewaar(dossier, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag), ElementsAre("Yılmaz"));
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(kolom("inburgeraars_2021", "Achternaam", kVandaag.plusDays(1)), ElementsAre("NogAnders"));
}

TEST_F(TabellenTest, AMoveOfTodayChangesNeitherMunicipalitysFileToday) {
  bewaar(inburgeraar(), kGisteren);
  processDays(*world, kVandaag);
  auto dossier = inburgeraar();
  dossier.verblijven = {{kAlmere, "Ingezetene", kVandaag, std::nullopt, std::nullopt},
                        {kGroningen, "Ingezetene", Date(2026, 1, 5), kVandaag, "AndereGemeente"}};
  bewaar(dossier, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", kVandaag), ElementsAre("Woont in uw gemeente"));
  EXPECT_THAT(lees("inburgeraars_2021", kVandaag, kAlmere), IsEmpty());
  const auto morgen = kVandaag.plusDays(1);
  processDays(*world, morgen);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", morgen), ElementsAre("Vertrokken uit uw gemeente"));
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", morgen, kAlmere), ElementsAre("Woont in uw gemeente"));
}

// § 3.7: through day 28 after the departure, however long the municipality may still open his screen.
TEST_F(TabellenTest, WhoMovedStaysFor28Days) {
  const Date vertrek = kGisteren.plusDays(-2);
  auto dossier = inburgeraar();
  dossier.verblijven = {{kAlmere, "Ingezetene", vertrek, std::nullopt, std::nullopt},
                        {kGroningen, "Ingezetene", Date(2026, 1, 5), vertrek, "AndereGemeente"}};
  bewaar(dossier, kGisteren);
  processDays(*world, vertrek.plusDays(28));
  EXPECT_EQ(lees("inburgeraars_2021", vertrek.plusDays(28)).size(), 1U);
  processDays(*world, vertrek.plusDays(29));
  EXPECT_THAT(lees("inburgeraars_2021", vertrek.plusDays(29)), IsEmpty());
  EXPECT_EQ(lees("inburgeraars_2021", vertrek.plusDays(29), kAlmere).size(), 1U);
  Database::Reading session(*world);
  EXPECT_TRUE(findZicht(*session, Wet::wi2021, kGroningen, kBsn)) << "the screen is another rule";
}

TEST_F(TabellenTest, WhoIsDoneStaysFor28Days) {
  const Date einde = kGisteren.plusDays(-3);
  auto dossier = inburgeraar();
  dossier.plicht.einddatum = einde;
  dossier.plicht.redenBeeindiging = "DiplomaBehaald";
  bewaar(dossier, kGisteren);
  processDays(*world, einde.plusDays(28));
  EXPECT_THAT(kolom("inburgeraars_2021", "Reden beëindiging", einde.plusDays(28)),
              ElementsAre("Diploma behaald"));
  processDays(*world, einde.plusDays(29));
  EXPECT_THAT(lees("inburgeraars_2021", einde.plusDays(29)), IsEmpty());
}

TEST_F(TabellenTest, WhoIsLinkedByCoaIsInTheFile) {
  auto dossier = inburgeraar();
  dossier.verblijven.front().soort = "CoaGekoppeld";
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(kolom("inburgeraars_2021", "Inzage", kVandaag),
              ElementsAre("Door het COA aan uw gemeente gekoppeld"));
}

TEST_F(TabellenTest, TheColumnsOfTheWi2021) {
  auto dossier = inburgeraar();
  dossier.pips = {{.versie = {},
                   .gemeentecode = kGroningen,
                   .datumDagtekeningInitieel = Date(2026, 3, 1),
                   .datumRegistratieInitieel = kVandaag.plusDays(-15),
                   .datumDagtekening = Date(2026, 3, 1),
                   .datumRegistratie = kVandaag.plusDays(-15),
                   .leerroute = "B",
                   .niveau = "B1",
                   .alfabetisering = "NVT",
                   .geschatteUrenIntensiteit = 12}};
  dossier.examens = {{"LE", "B1", Date(2026, 9, 1), "Geslaagd", std::nullopt},
                     {"LU", "A2", Date(2026, 9, 1), "Geslaagd", std::nullopt}};
  dossier.urenGemeente = {
      {.versie = {}, .gemeentecode = kGroningen, .soort = "Participatie", .aantalUren = 25},
      {.versie = {}, .gemeentecode = kGroningen, .soort = "ParticipatieTaalles", .aantalUren = 10}};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto rij = lees("inburgeraars_2021", kVandaag).at(0);
  const auto is = [&](const char* naam, std::string_view waarde) {
    ASSERT_TRUE(rij.contains(naam)) << naam;
    EXPECT_EQ(rij.find(naam)->second, waarde) << naam;
  };
  is("BSN", "999993653");
  is("Gemeentecode", "0014");
  is("Gemeentenaam", "Groningen");
  is("Doelgroep", "Asielstatushouder");
  is("PIP dagtekening", "2026-03-01");
  is("PIP gemeente", "Groningen");
  is("Leerroute", "B1-route");
  is("Niveau", "B1");
  is("Uren intensiteit", "12");
  is("PIP definitief", "J");
  is("Examen leesvaardigheid", "Geslaagd");
  is("Examen luistervaardigheid", "Nog te doen");  // passed at a level that the plan does not ask for
  is("Examen KNM", "Nog te doen");
  is("MAP voldaan", "");
  is("Participatie-uren", "25");
  is("Totaal aantal uren", "25");
}

TEST_F(TabellenTest, TheColumnsOfThePvtExtractAreThoseOfTheLegend) {
  auto dossier = isi::wi2013::testDossier();
  dossier.pvt.gemeenteEersteVestiging = "0014";
  dossier.pvt.datumVoldaan = Date(2026, 10, 1);
  dossier.pvt.gemeenteOndertekening = "0014";
  dossier.maatschappelijkeBegeleiding = {true, true, Date(2026, 2, 20)};
  dossier.facturen = {{.versie = {},
                       .factuurnummer = "0012E5",
                       .factuurdatum = Date(2026, 10, 5),
                       .debiteurnummer = "77",
                       .bedrag = Bedrag{15000},
                       .status = "4"}};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto bestand = *isi::bestandMetCode("isi_pvt", kVandaag);
  ASSERT_EQ(isi::kolommenVan(bestand.soort).size(), 22U);  // A to V
  std::vector<std::string> cellen;
  TabellenStore tabellen(*world);
  ASSERT_TRUE(tabellen.lees(bestand, kGroningen, [&](std::span<const isi::Cel> rij) {
    for (const auto& cel : rij) cellen.push_back(tekst(cel));
    return true;
  }));
  EXPECT_THAT(cellen, ElementsAre("999993653", "Selam", "", "Berhane", "2", "1994-03-12", "Groningen",
                                  "Groningen", "J", "2026-03-01", "2027-02-28", "", "", "2026-10-01", "", "J",
                                  "J", "J", "0012E5", "2026-10-05", "77", "4"));
}

TEST_F(TabellenTest, ReasonsOfThePvtExtractAreTheLegendsTexts) {
  auto dossier = isi::wi2013::testDossier();
  dossier.lening = false;
  dossier.pvt.redenNietVoldaan = "WeigertDeelname";
  dossier.pvt.pvtPlichtig = std::nullopt;
  dossier.maatschappelijkeBegeleiding = {false, std::nullopt, std::nullopt};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto rij = lees("isi_pvt", kVandaag).at(0);
  EXPECT_EQ(rij.find("Reden niet voldaan aan PVT-plicht")->second,
            "Persoon weigert deel te nemen aan het PV traject");
  EXPECT_EQ(rij.find("PVT-plichtig")->second, "");
  EXPECT_EQ(rij.find("Recht op Maatschappelijke Begeleiding")->second, "N");
  EXPECT_EQ(rij.find("Maatschappelijke begeleiding gemeld bij BZK")->second, "");
  EXPECT_EQ(rij.find("Factuur aanwezig")->second, "N.v.t.");
}

TEST_F(TabellenTest, WhoLeftTheBrpIsNotInThePvtExtract) {
  auto dossier = isi::wi2013::testDossier();
  dossier.datumUitschrijving = kVandaag.plusDays(1);
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_EQ(lees("isi_pvt", kVandaag).size(), 1U);
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(lees("isi_pvt", kVandaag.plusDays(1)), IsEmpty());
}

TEST_F(TabellenTest, GuidanceIsInTheYearOfItsReportAndAtTheFirstMunicipality) {
  auto dossier = isi::wi2013::testDossier();
  dossier.voorvoegsel = "van";
  dossier.pvt.gemeenteEersteVestiging = "0014";
  dossier.maatschappelijkeBegeleiding = {true, true, Date(2025, 12, 31)};
  dossier.verblijven = {{kGroningen, Date(2026, 3, 2), Date(2026, 5, 1)}, {kAlmere, Date(2026, 5, 2), {}}};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto in = [&](const char* code, const Gemeentecode& gemeente) {
    return lees(code, kVandaag, gemeente).size();
  };
  EXPECT_EQ(in("maatschappelijke_begeleiding_2025", kGroningen), 1U);
  EXPECT_EQ(in("maatschappelijke_begeleiding_2026", kGroningen), 0U);
  EXPECT_EQ(in("maatschappelijke_begeleiding_2025", kAlmere), 0U);
  const auto rij = lees("maatschappelijke_begeleiding_2025", kVandaag).at(0);
  EXPECT_THAT(rij, ElementsAre(std::pair("Achternaam", "van Berhane"), std::pair("BSN", "999993653"),
                               std::pair("Gemeentecode", "0014"), std::pair("Gemeentenaam", "Groningen"),
                               std::pair("Voornaam", "Selam")));
  dossier.maatschappelijkeBegeleiding.recht = false;
  bewaar(dossier, kVandaag);
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(lees("maatschappelijke_begeleiding_2025", kVandaag.plusDays(1)), IsEmpty());
}

TEST_F(TabellenTest, AYearsFileIsThereFromTheFirstOfMay) {
  EXPECT_FALSE(isi::bestandMetCode("maatschappelijke_begeleiding_2026", Date(2026, 4, 30)));
  EXPECT_TRUE(isi::bestandMetCode("maatschappelijke_begeleiding_2026", Date(2026, 5, 1)));
  EXPECT_TRUE(isi::bestandMetCode("maatschappelijke_begeleiding_2018", Date(2026, 5, 1)));
  EXPECT_FALSE(isi::bestandMetCode("maatschappelijke_begeleiding_2017", Date(2026, 5, 1)));
}

isi::wi2007::Dossier oudgediende() {
  isi::wi2007::Dossier dossier;
  dossier.bsn = kBsn;
  dossier.aNummer = "1234567890";
  dossier.achternaam = "Demir";
  dossier.verblijf = {{kGroningen, Date(2010, 1, 1), std::nullopt}};
  dossier.datumInburgeringsplichtig = Date(2010, 12, 31);
  dossier.handhaving = {true, "0014", "0014", Date(2020, 1, 1), kGisteren, {}};
  return dossier;
}

TEST_F(TabellenTest, IsiVanaf2011BeginsOnTheFirstOfJanuary) {
  auto dossier = oudgediende();
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_EQ(lees("isi", kVandaag).size(), 1U);
  EXPECT_THAT(lees("isi_vanaf2011", kVandaag), IsEmpty());
  dossier.datumInburgeringsplichtig = Date(2011, 1, 1);
  bewaar(dossier, kVandaag);
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_EQ(lees("isi_vanaf2011", kVandaag.plusDays(1)).size(), 1U);
}

TEST_F(TabellenTest, OverrunsBeginTheDayAfterTheTerm) {
  auto dossier = oudgediende();
  dossier.handhaving.eindeHandhavingstermijn = kVandaag;
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(lees("termijnoverschrijdingen", kVandaag), IsEmpty());
  const auto morgen = kVandaag.plusDays(1);
  processDays(*world, morgen);
  EXPECT_THAT(kolom("termijnoverschrijdingen", "Dagen overschreden", morgen), ElementsAre("1"));
  dossier.examens.datumDiplomaBehaald = Date(2026, 11, 1);
  bewaar(dossier, morgen);
  processDays(*world, morgen.plusDays(1));
  EXPECT_THAT(lees("termijnoverschrijdingen", morgen.plusDays(1)), IsEmpty());
}

TEST_F(TabellenTest, OfWhoHasDiedTheIsiSaysNoMoreThanHowToFindHim) {
  auto dossier = oudgediende();
  dossier.datumOverlijden = kGisteren;
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  const auto rij = lees("isi", kVandaag).at(0);
  EXPECT_EQ(rij.find("Datum overlijden")->second, kGisteren.text());
  EXPECT_EQ(rij.find("Herkomst")->second, "ISI definitief");
  EXPECT_EQ(rij.find("Inburgeringsplichtig")->second, "");
  EXPECT_EQ(rij.find("Gehandhaafd")->second, "");
}

TEST_F(TabellenTest, TheListOfSignalsIsThatOfTheDaysBeginning) {
  auto dossier = oudgediende();
  dossier.handhaving = {};  // days alone bring no signal about
  bewaar(dossier, kGisteren);
  plaats(Wet::wi2007, "SS008", kGisteren);
  processDays(*world, kVandaag);
  plaats(Wet::wi2007, "SS065", kVandaag);
  EXPECT_THAT(kolom("signaallijst", "Code signaal", kVandaag), ElementsAre("SS008"));
  EXPECT_THAT(kolom("signalen_2007", "Code signaal", kVandaag), ElementsAre("SS065", "SS008"));
  {
    Database::Writing writer(*world);
    endSignalsOf(*writer, Wet::wi2007, kGroningen, kBsn, kVandaag);
    writer.commit();
  }
  EXPECT_THAT(kolom("signaallijst", "Code signaal", kVandaag), ElementsAre("SS008"));
  EXPECT_THAT(lees("signalen_2007", kVandaag), IsEmpty());
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(lees("signaallijst", kVandaag.plusDays(1)), IsEmpty());
}

TEST_F(TabellenTest, AllSignalsAreThereWhateverTheirStatusAtOnce) {
  bewaar(inburgeraar(), kGisteren);
  using isi::Signaalstatus;
  plaats(Wet::wi2021, "SS101", kGisteren, Signaalstatus::nieuw);
  plaats(Wet::wi2021, "SS102", kGisteren, Signaalstatus::inBehandeling);
  plaats(Wet::wi2021, "SS103", kGisteren, Signaalstatus::afgehandeld);
  EXPECT_THAT(kolom("signalen_2021", "Status signaal", kGisteren),
              ElementsAre("Afgehandeld", "In behandeling", "Nieuw"));
  EXPECT_THAT(lees("signalen_2021", kGisteren, kAlmere), IsEmpty());
  EXPECT_THAT(lees("signalen_2013", kGisteren), IsEmpty());
}

TEST_F(TabellenTest, AFileOfADayThatHasPassedIsNotMadeFromTheNextDaysRows) {
  processDays(*world, kVandaag);
  TabellenStore tabellen(*world);
  const auto gelezen = tabellen.lees(*isi::bestandMetCode("isi_pvt", kGisteren), kGroningen,
                                     [](std::span<const isi::Cel>) { return true; });
  ASSERT_FALSE(gelezen);
  EXPECT_EQ(gelezen.error().kind, FaultKind::isiUnavailable);
}

TEST_F(TabellenTest, NothingIsKeptOfADaysBeginningWhenTheNextHasBegun) {
  bewaar(inburgeraar(), kGisteren);
  const auto aantal = [&] {
    Database::Reading session(*world);
    auto query =
        session->query("SELECT (SELECT COUNT(*) FROM dagbegin) + (SELECT COUNT(*) FROM dagbegin_zicht)");
    return query.step() ? query.number(0) : -1;
  };
  EXPECT_EQ(aantal(), 1);
  processDays(*world, kVandaag);
  EXPECT_EQ(aantal(), 0);
}

}  // namespace
}  // namespace cvsgw::store
