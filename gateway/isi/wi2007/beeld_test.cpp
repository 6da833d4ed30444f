#include "gateway/isi/wi2007/beeld.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

Dossier persoon() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.voornaam = "Ximena";
  dossier.achternaam = "Oviedo Núñez";
  return dossier;
}

TEST(Wi2007Beeld, TheNameIsWrittenOutWithoutEmptyParts) {
  auto dossier = persoon();
  EXPECT_EQ(maakPersoon(dossier, kToday).naam, "Ximena Oviedo Núñez");
  dossier.voorvoegsels = "van der";
  EXPECT_EQ(maakPersoon(dossier, kToday).naam, "Ximena van der Oviedo Núñez");
  dossier.voornaam.reset();
  dossier.voorvoegsels = "";
  EXPECT_EQ(maakPersoon(dossier, kToday).naam, "Oviedo Núñez");
}

// W07-032
TEST(Wi2007Beeld, TheLevelOfADiplomaIsShownOnlyWithADiploma) {
  auto dossier = persoon();
  dossier.gegevens.niveauInburgeringsdiploma = "A2";
  auto beeld = maakPersoon(dossier, kToday);
  EXPECT_FALSE(beeld.persoonsgegevens.diplomaBehaald);
  EXPECT_FALSE(beeld.persoonsgegevens.gegevens.niveauInburgeringsdiploma);
  dossier.examens.datumDiplomaBehaald = Date(2012, 6, 1);
  beeld = maakPersoon(dossier, kToday);
  EXPECT_TRUE(beeld.persoonsgegevens.diplomaBehaald);
  EXPECT_EQ(beeld.persoonsgegevens.gegevens.niveauInburgeringsdiploma, "A2");
}

// W07-031
TEST(Wi2007Beeld, ADebtIsPresentFromTheFirstCent) {
  auto dossier = persoon();
  EXPECT_FALSE(maakPersoon(dossier, kToday).persoonsgegevens.schuldAanwezig);
  dossier.gegevens.schuld = Bedrag{1};
  EXPECT_TRUE(maakPersoon(dossier, kToday).persoonsgegevens.schuldAanwezig);
}

// W07-033
TEST(Wi2007Beeld, ReceptionCentreIsShownOnlyUnderThePardonregeling) {
  auto dossier = persoon();
  dossier.gegevens.inAzcGehuisvest = true;
  EXPECT_FALSE(maakPersoon(dossier, kToday).persoonsgegevens.gegevens.inAzcGehuisvest);
  dossier.gegevens.pardonregeling = true;
  EXPECT_EQ(maakPersoon(dossier, kToday).persoonsgegevens.gegevens.inAzcGehuisvest, true);
}

// W07-036
TEST(Wi2007Beeld, IndicatieShowsADateOrAReasonNeverBoth) {
  auto dossier = persoon();
  dossier.datumInburgeringsplichtig = Date(2008, 5, 1);
  dossier.redenNietInburgeringsplichtig = "Tijdelijk verblijfsdoel";
  auto indicatie = maakPersoon(dossier, kToday).indicatie;
  EXPECT_TRUE(indicatie.inburgeringsplichtig);
  EXPECT_EQ(indicatie.datumInburgeringsplichtig, Date(2008, 5, 1));
  EXPECT_FALSE(indicatie.redenNietInburgeringsplichtig);
  dossier.positie = posities::kTijdelijkNietPlichtig;
  indicatie = maakPersoon(dossier, kToday).indicatie;
  EXPECT_FALSE(indicatie.inburgeringsplichtig);
  EXPECT_FALSE(indicatie.datumInburgeringsplichtig);
  EXPECT_EQ(indicatie.redenNietInburgeringsplichtig, "Tijdelijk verblijfsdoel");
}

TEST(Wi2007Beeld, AVolunteerIsMarkedAndNotObliged) {
  auto dossier = persoon();
  dossier.positie = posities::kVrijwillig;
  const auto indicatie = maakPersoon(dossier, kToday).indicatie;
  EXPECT_TRUE(indicatie.vrijwilligeInburgeraar);
  EXPECT_FALSE(indicatie.inburgeringsplichtig);
}

// W07-038
TEST(Wi2007Beeld, TheReasonOfAnExtensionNeedsTheEnforcementToBeFilledIn) {
  auto dossier = persoon();
  dossier.handhaving.gemeente = "0014";
  dossier.handhaving.verlengingen = {{Date(2012, 1, 1), "Aangetoonde inspanning"}};
  EXPECT_FALSE(maakPersoon(dossier, kToday).handhaving.verlengingen[0].redenVerlenging);
  dossier.handhaving.beginHandhaving = Date(2008, 6, 1);
  EXPECT_EQ(maakPersoon(dossier, kToday).handhaving.verlengingen[0].redenVerlenging,
            "Aangetoonde inspanning");
}

// W07-044
TEST(Wi2007Beeld, OnlyADualProvisionShowsItsForm) {
  auto dossier = persoon();
  Inburgeringsvoorziening voorziening;
  voorziening.soort = "Regulier";
  voorziening.vormDuaalTraject = "Overig";
  voorziening.datumStart = Date(2010, 1, 1);
  dossier.voorzieningen.push_back(voorziening);
  voorziening.soort = "Duaal";
  voorziening.datumStart = Date(2009, 1, 1);
  dossier.voorzieningen.push_back(voorziening);
  const auto shown = maakPersoon(dossier, kToday).inburgeringsvoorzieningen;
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].soort, "Duaal") << "oldest first";
  EXPECT_EQ(shown[0].vormDuaalTraject, "Overig");
  EXPECT_FALSE(shown[1].vormDuaalTraject);
}

// W07-049, W07-050, W07-051
TEST(Wi2007Beeld, ATemporaryExemptionHasAnEndAndAPartialOneAnExamPart) {
  auto dossier = persoon();
  Vrijstelling vrijstelling{"Tijdelijk", "DUO", Date(2009, 8, 1), Date(2012, 7, 31), "Taal", "A1"};
  dossier.vrijstellingen = {vrijstelling};
  auto shown = maakPersoon(dossier, kToday).vrijstellingen[0];
  EXPECT_TRUE(shown.einde);
  EXPECT_FALSE(shown.examenonderdeel);
  EXPECT_FALSE(shown.niveau);
  dossier.vrijstellingen[0].soort = "Gedeeltelijk";
  shown = maakPersoon(dossier, kToday).vrijstellingen[0];
  EXPECT_FALSE(shown.einde);
  EXPECT_EQ(shown.examenonderdeel, "Taal");
  EXPECT_EQ(shown.niveau, "A1");
  dossier.vrijstellingen[0].examenonderdeel = "KNS";
  EXPECT_FALSE(maakPersoon(dossier, kToday).vrijstellingen[0].niveau);
}

// W07-052, W07-055
TEST(Wi2007Beeld, HowSomeonePassedNeedsADiplomaAndOneOfTheFourValues) {
  auto dossier = persoon();
  dossier.examens.geslaagd = "MetHerkansingMetVrijstelling";
  dossier.examens.diplomaGemeente = "0014";
  auto examens = maakPersoon(dossier, kToday).examens;
  EXPECT_FALSE(examens.inburgeringsdiplomaBehaald);
  EXPECT_FALSE(examens.gegevens.geslaagd);
  EXPECT_FALSE(examens.gegevens.diplomaGemeente);
  dossier.examens.datumDiplomaBehaald = Date(2012, 6, 1);
  examens = maakPersoon(dossier, kToday).examens;
  EXPECT_EQ(examens.gegevens.geslaagd, "MetHerkansingMetVrijstelling");
  EXPECT_EQ(examens.gegevens.diplomaGemeente, "0014");
  dossier.examens.geslaagd = "Onbekend";
  EXPECT_FALSE(maakPersoon(dossier, kToday).examens.gegevens.geslaagd);
}

// W07-056, W07-057
TEST(Wi2007Beeld, EmptyParticipationInNt2ReadsAsNoneAndHidesItsMunicipality) {
  auto dossier = persoon();
  dossier.examens.gemeenteVolledigeDeelnameNt2 = "0014";
  auto examens = maakPersoon(dossier, kToday).examens;
  EXPECT_EQ(examens.volledigeDeelnameNt2, "0");
  EXPECT_FALSE(examens.gegevens.gemeenteVolledigeDeelnameNt2);
  dossier.examens.volledigeDeelnameNt2 = "2";
  examens = maakPersoon(dossier, kToday).examens;
  EXPECT_EQ(examens.volledigeDeelnameNt2, "2");
  EXPECT_EQ(examens.gegevens.gemeenteVolledigeDeelnameNt2, "0014");
}

// W07-058
TEST(Wi2007Beeld, TheMunicipalityOfAnExamPartIsShownOnlyWhenPassed) {
  auto dossier = persoon();
  Examenonderdeel onderdeel;
  onderdeel.examen = "KNS";
  onderdeel.uitslag = "NietGeslaagd";
  onderdeel.gemeenteBehaald = "0014";
  dossier.examens.onderdelen = {onderdeel};
  EXPECT_FALSE(maakPersoon(dossier, kToday).examens.gegevens.onderdelen[0].gemeenteBehaald);
  dossier.examens.onderdelen[0].uitslag = "Geslaagd";
  EXPECT_EQ(maakPersoon(dossier, kToday).examens.gegevens.onderdelen[0].gemeenteBehaald, "0014");
}

TEST(Wi2007Beeld, AnEntryOfTheFeedRepeatsEveryColumn) {
  PersoonRij rij;
  rij.persoonId = "P7.1";
  rij.bsn = *Bsn::parse("999993653");
  rij.achternaam = "Şahin";
  rij.herkomst = "Actief";
  rij.verblijf = "WoonachtigInGemeente";
  const auto ingang = PersoonIngang::of(7, rij);
  EXPECT_EQ(ingang.persoonId, "P7.1");
  EXPECT_EQ(ingang.volgnummer, 7);
  EXPECT_FALSE(ingang.vervallen);
  EXPECT_EQ(ingang.bsn, rij.bsn);
  EXPECT_EQ(ingang.achternaam, "Şahin");
  EXPECT_EQ(ingang.verblijf, "WoonachtigInGemeente");
  EXPECT_FALSE(ingang.datumOverlijden);
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
