// The files of the Wi2013: the PVT extract as its legend has it, and guidance by the year of its circular.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/testing/tabellen_wereld.hpp"
#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::store::tabellentest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Tabellen2013Test = TabellenTest;

// ALG-063
TEST_F(Tabellen2013Test, TheColumnsOfThePvtExtractAreThoseOfTheLegend) {
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

TEST_F(Tabellen2013Test, ReasonsOfThePvtExtractAreTheLegendsTexts) {
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

TEST_F(Tabellen2013Test, WhoLeftTheBrpIsNotInThePvtExtract) {
  auto dossier = isi::wi2013::testDossier();
  dossier.datumUitschrijving = kVandaag.plusDays(1);
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_EQ(lees("isi_pvt", kVandaag).size(), 1U);
  processDays(*world, kVandaag.plusDays(1));
  EXPECT_THAT(lees("isi_pvt", kVandaag.plusDays(1)), IsEmpty());
}

// ALG-064
TEST_F(Tabellen2013Test, GuidanceIsInTheCircularAfterItsReportAndAtTheFirstMunicipality) {
  auto dossier = isi::wi2013::testDossier();
  dossier.voorvoegsel = "van";
  dossier.pvt.gemeenteEersteVestiging = "0014";
  dossier.maatschappelijkeBegeleiding = {true, true, Date(2025, 4, 30)};
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

TEST_F(Tabellen2013Test, WhatIsReportedFromMayOnIsInTheNextCircular) {
  auto dossier = isi::wi2013::testDossier();
  dossier.pvt.gemeenteEersteVestiging = "0014";
  dossier.maatschappelijkeBegeleiding = {true, true, Date(2025, 5, 1)};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(lees("maatschappelijke_begeleiding_2025", kVandaag), IsEmpty());
  EXPECT_EQ(lees("maatschappelijke_begeleiding_2026", kVandaag).size(), 1U);
}

// W13-072: the duty began in Groningen's AZC; the first home was in Almere.
TEST_F(Tabellen2013Test, GuidanceIsOfTheFirstMunicipalityOutsideAnAzc) {
  auto dossier = isi::wi2013::testDossier();
  dossier.pvt.gemeenteEersteVestiging = "0014";
  dossier.begeleidingsgronden = {true, false, false, Date(2024, 3, 1)};
  dossier.verblijven = {{kGroningen, Date(2024, 3, 1), Date(2024, 5, 1), true},
                        {kAlmere, Date(2024, 5, 2), {}}};
  dossier.maatschappelijkeBegeleiding = {true, true, Date(2025, 2, 20)};
  bewaar(dossier, kGisteren);
  processDays(*world, kVandaag);
  EXPECT_THAT(lees("maatschappelijke_begeleiding_2025", kVandaag), IsEmpty());
  EXPECT_EQ(lees("maatschappelijke_begeleiding_2025", kVandaag, kAlmere).size(), 1U);
}

// ALG-065
TEST_F(Tabellen2013Test, AYearsFileIsThereFromTheFirstOfMay) {
  EXPECT_FALSE(isi::bestandMetCode("maatschappelijke_begeleiding_2026", Date(2026, 4, 30)));
  EXPECT_TRUE(isi::bestandMetCode("maatschappelijke_begeleiding_2026", Date(2026, 5, 1)));
  EXPECT_TRUE(isi::bestandMetCode("maatschappelijke_begeleiding_2018", Date(2026, 5, 1)));
  EXPECT_FALSE(isi::bestandMetCode("maatschappelijke_begeleiding_2017", Date(2026, 5, 1)));
}

}  // namespace
}  // namespace cvsgw::store::tabellentest
