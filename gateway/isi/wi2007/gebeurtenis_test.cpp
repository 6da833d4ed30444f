// What each event does to the person, and when it cannot be. That every signal comes is in
// adapters/store/wi2007/signaaltabel_test.cpp.
#include "gateway/isi/wi2007/gebeurtenis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2007/beeld.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Waarden = std::map<std::string, std::string, std::less<>>;

class Wi2007Gebeurtenis : public ::testing::Test {
 protected:
  Wi2007Gebeurtenis() {
    dossier.bsn = *Bsn::parse("999993653");
    dossier.achternaam = "Şahin";
    dossier.geboortedatum = Date(1985, 7, 1);
    dossier.verblijf = {{*Gemeentecode::parse("0014"), Date(2009, 5, 1), std::nullopt}};
    dossier.gegevens.nationaliteit1 = "Turkse";
    dossier.gegevens.verblijfsdoel = "Permanent";
    dossier.gegevens.rechtmatigVerblijf = true;
  }
  Gebeurtenisbesluit beslis(const std::string& naam, Waarden velden) {
    velden.emplace("bsn", "999993653");
    return wi2007::beslis({naam, std::move(velden)}, nieuw ? nullptr : &dossier, kToday);
  }
  /// The signals of an event that happens; the person is then as it leaves him.
  std::vector<std::string> gaat(const std::string& naam, Waarden velden = {}) {
    const auto gevolg = beslis(naam, std::move(velden));
    EXPECT_TRUE(gevolg) << (gevolg ? "" : gevolg.error());
    if (!gevolg) return {"geweigerd"};
    dossier = gevolg->dossier;
    nieuw = false;
    std::vector<std::string> codes;
    for (const auto& actie : gevolg->signalen) codes.push_back(actie.code);
    return codes;
  }
  std::string weigert(const std::string& naam, Waarden velden = {}) {
    const auto gevolg = beslis(naam, std::move(velden));
    EXPECT_FALSE(gevolg) << naam;
    return gevolg ? "" : gevolg.error();
  }
  void handhaaf(const char* einde = "2029-01-01") {
    gaat("handhaving", {{"begin", "2025-01-01"}, {"einde", einde}});
  }

  Dossier dossier;
  bool nieuw = false;
};

// W07-099, W07-104
TEST_F(Wi2007Gebeurtenis, ANewPersonComesByTheIndOrTheBrpOrPossiblyObliged) {
  nieuw = true;
  const Waarden wie{{"achternaam", "Şahin"}, {"gemeente", "0014"}};
  auto velden = wie;
  velden.emplace("grond", "Ind");
  EXPECT_THAT(gaat("nieuwe-persoon", velden), ElementsAre("SS064"));
  EXPECT_EQ(dossier.datumInburgeringsplichtig, kToday);
  EXPECT_THAT(weigert("nieuwe-persoon", velden), HasSubstr("al onder de Wi2007"));
  nieuw = true;
  velden["grond"] = "MogelijkPlichtig";
  EXPECT_THAT(gaat("nieuwe-persoon", velden), ElementsAre("SS050"));
  EXPECT_FALSE(maakPersoon(dossier, kToday).indicatie.inburgeringsplichtig);
  nieuw = true;
  velden["grond"] = "Vrijwillig";
  EXPECT_THAT(gaat("nieuwe-persoon", velden), IsEmpty());
  EXPECT_TRUE(maakPersoon(dossier, kToday).indicatie.vrijwilligeInburgeraar);
}

// W07-101
TEST_F(Wi2007Gebeurtenis, ANewcomerByTheBrpWasHereOnTheFirstOfJanuary2007AndLawfulLater) {
  nieuw = true;
  Waarden velden{{"achternaam", "Şahin"},
                 {"gemeente", "0014"},
                 {"grond", "RechtmatigVerblijf"},
                 {"datumVestigingInNederland", "2007-01-02"},
                 {"datum", "2007-01-02"}};
  EXPECT_THAT(weigert("nieuwe-persoon", velden), HasSubstr("op of voor 01-01-2007"));
  velden["datumVestigingInNederland"] = "2007-01-01";
  velden["datum"] = "2007-01-01";
  EXPECT_THAT(weigert("nieuwe-persoon", velden), HasSubstr("na 01-01-2007"));
  velden["datum"] = "2007-01-02";
  EXPECT_THAT(gaat("nieuwe-persoon", velden), ElementsAre("SS060"));
  EXPECT_EQ(dossier.datumInburgeringsplichtig, Date(2007, 1, 2));
}

// W07-081
TEST_F(Wi2007Gebeurtenis, AMoveIsToAnotherMunicipalityAfterTheStayBegan) {
  EXPECT_THAT(weigert("verhuizing", {{"gemeente", "0014"}}), HasSubstr("woont al in deze gemeente"));
  EXPECT_THAT(weigert("verhuizing", {{"gemeente", "0034"}, {"datum", "2009-05-01"}}),
              HasSubstr("na 01-05-2009"));
  EXPECT_THAT(gaat("verhuizing", {{"gemeente", "0034"}, {"straatnaam", "Stadhuisplein"}}),
              ElementsAre("SS001"));
  EXPECT_EQ(dossier.verblijf[0].totEnMet, kToday.plusDays(-1));
  EXPECT_EQ(dossier.gegevens.woonplaats, "Almere");
  EXPECT_EQ(dossier.gegevens.straatnaam, "Stadhuisplein");
}

// W07-092, W07-093
TEST_F(Wi2007Gebeurtenis, BackWithinAYearIsSs010AndADayLaterSs050) {
  EXPECT_THAT(weigert("terugkeer", {{"gemeente", "0034"}}), HasSubstr("gebruik verhuizing"));
  EXPECT_THAT(gaat("vertrek-buitenland", {{"datum", "2025-03-10"}}), ElementsAre("SS011"));
  EXPECT_THAT(weigert("verhuizing", {{"gemeente", "0034"}}), HasSubstr("gebruik terugkeer"));
  EXPECT_THAT(weigert("vertrek-buitenland"), HasSubstr("al niet meer"));
  const auto weg = dossier;
  EXPECT_THAT(gaat("terugkeer", {{"gemeente", "0034"}, {"datum", "2026-03-10"}}), ElementsAre("SS010"));
  dossier = weg;
  EXPECT_THAT(gaat("terugkeer", {{"gemeente", "0034"}, {"datum", "2026-03-11"}}), ElementsAre("SS050"));
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
}

TEST_F(Wi2007Gebeurtenis, AfterADeathNothingHappensAnyMore) {
  EXPECT_THAT(gaat("overlijden"), ElementsAre("SS008"));
  EXPECT_THAT(weigert("diploma"), HasSubstr("overleden"));
}

// W07-091, W07-094, W07-095, W07-100
TEST_F(Wi2007Gebeurtenis, AChangeHasToChangeSomething) {
  EXPECT_THAT(weigert("persoonsgegevens"), HasSubstr("ten minste een gegeven"));
  EXPECT_THAT(gaat("persoonsgegevens", {{"voornaam", "Ayşe"}}), ElementsAre("SS052"));
  EXPECT_THAT(gaat("persoonsgegevens", {{"straatnaam", "Brink"}}), ElementsAre("SS052"));
  EXPECT_EQ(dossier.gegevens.woonplaats, "Groningen");
  EXPECT_THAT(weigert("geboortedatum", {{"geboortedatum", "1985-07-01"}}), HasSubstr("al"));
  EXPECT_THAT(weigert("geboortedatum", {{"geboortedatum", "2026-11-23"}}), HasSubstr("niet na vandaag"));
  EXPECT_THAT(gaat("geboortedatum", {{"geboortedatum", "1985-07-02"}}), ElementsAre("SS009"));
  EXPECT_THAT(weigert("nationaliteit", {{"nationaliteit1", "Turkse"}}), HasSubstr("al"));
  EXPECT_THAT(gaat("nationaliteit", {{"nationaliteit1", "Turkse"}, {"nationaliteit2", "Nederlandse"}}),
              ElementsAre("SS012"));
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
}

// W07-082, W07-083
TEST_F(Wi2007Gebeurtenis, PurposeAndLawfulnessChangeEitherWay) {
  EXPECT_THAT(weigert("verblijfsdoel", {{"naar", "Permanent"}}), HasSubstr("al"));
  EXPECT_THAT(gaat("verblijfsdoel", {{"naar", "Tijdelijk"}}), ElementsAre("SS002"));
  EXPECT_THAT(gaat("verblijfsdoel", {{"naar", "Permanent"}}), ElementsAre("SS050"));
  EXPECT_THAT(weigert("verblijfsrecht", {{"rechtmatig", "ja"}}), HasSubstr("al"));
  EXPECT_THAT(gaat("verblijfsrecht", {{"rechtmatig", "nee"}}), ElementsAre("SS003"));
  EXPECT_THAT(gaat("verblijfsrecht", {{"rechtmatig", "ja"}, {"datumBeslissing", "2026-11-01"}}),
              ElementsAre("SS003"));
  EXPECT_EQ(dossier.gegevens.datumBeslissingVerblijfsrecht, Date(2026, 11, 1));
  EXPECT_THAT(gaat("asielgerechtigd", {{"indicatie", "ja"}}), ElementsAre("SS015"));
  EXPECT_THAT(weigert("asielgerechtigd", {{"indicatie", "ja"}}), HasSubstr("al"));
}

// W07-098
TEST_F(Wi2007Gebeurtenis, EightYearsOfSchoolAgeIsAboutVolunteersOnly) {
  EXPECT_THAT(weigert("acht-jaar-leerplicht"), HasSubstr("vrijwillige inburgeraars"));
  dossier.positie = posities::kVrijwillig;
  EXPECT_THAT(gaat("acht-jaar-leerplicht"), ElementsAre("SS033"));
}

TEST_F(Wi2007Gebeurtenis, AReasonBelongsToWhoIsNotObliged) {
  EXPECT_THAT(weigert("vaststelling", {{"positie", "Plichtig"}, {"reden", "x"}}), HasSubstr("reden"));
  EXPECT_THAT(gaat("vaststelling", {{"positie", "BuitenWerking"}, {"reden", "Student"}}), IsEmpty());
  EXPECT_EQ(maakPersoon(dossier, kToday).indicatie.redenNietInburgeringsplichtig, "Student");
  EXPECT_THAT(gaat("vaststelling", {{"positie", "Plichtig"}, {"datum", "2026-11-01"}}), IsEmpty());
  EXPECT_EQ(maakPersoon(dossier, kToday).indicatie.datumInburgeringsplichtig, Date(2026, 11, 1));
}

// W07-041
TEST_F(Wi2007Gebeurtenis, EnforcementIsOfAnObligationAndEndsAfterItBegins) {
  EXPECT_THAT(weigert("handhaving", {{"einde", "2029-01-01"}}), HasSubstr("begin ontbreekt"));
  EXPECT_THAT(weigert("handhaving", {{"begin", "2029-01-01"}, {"einde", "2029-01-01"}}),
              HasSubstr("einde moet na"));
  dossier.positie = posities::kVrijwillig;
  EXPECT_THAT(weigert("handhaving", {{"begin", "2025-01-01"}, {"einde", "2029-01-01"}}),
              HasSubstr("niet inburgeringsplichtig"));
  dossier.positie = posities::kPlichtig;
  handhaaf();
  EXPECT_EQ(dossier.handhaving.eersteHandhavingDoorGemeente, "0014");
  EXPECT_THAT(weigert("handhaving", {{"begin", "2025-01-01"}, {"einde", "2029-01-01"}}),
              HasSubstr("al gehandhaafd"));
  gaat("handhaving-beeindigd");
  EXPECT_THAT(weigert("handhaving-beeindigd"), HasSubstr("niet gehandhaafd"));
  const Waarden doorAlmere{{"begin", "2026-01-01"}, {"einde", "2029-01-01"}, {"gemeente", "0034"}};
  EXPECT_THAT(weigert("handhaving", doorAlmere), HasSubstr("woont of heeft gewoond"));
  gaat("verhuizing", {{"gemeente", "0034"}});
  gaat("handhaving", doorAlmere);
  EXPECT_EQ(dossier.handhaving.gemeente, "0034");
  EXPECT_EQ(dossier.handhaving.eersteHandhavingDoorGemeente, "0014") << "the first stays the first";
}

// W07-039
TEST_F(Wi2007Gebeurtenis, UnderThePardonregelingEnforcementBeginsWithTheDecision) {
  dossier.gegevens.pardonregeling = true;
  EXPECT_THAT(weigert("handhaving", {{"einde", "2029-01-01"}}), HasSubstr("datum beslissing"));
  dossier.gegevens.datumBeslissingVerblijfsrecht = Date(2026, 1, 1);
  EXPECT_THAT(weigert("handhaving", {{"begin", "2026-01-02"}, {"einde", "2029-01-01"}}),
              HasSubstr("01-01-2026"));
  gaat("handhaving", {{"einde", "2029-01-01"}});
  EXPECT_EQ(dossier.handhaving.beginHandhaving, Date(2026, 1, 1));
}

TEST_F(Wi2007Gebeurtenis, AnExtensionIsLongerAndHasAReasonAsARule) {
  EXPECT_THAT(weigert("handhaving-verlengd", {{"einde", "2029-01-02"}}), HasSubstr("begin met handhaving"));
  handhaaf("2029-01-01");
  EXPECT_THAT(weigert("handhaving-verlengd", {{"einde", "2029-01-01"}}), HasSubstr("na 01-01-2029"));
  gaat("handhaving-verlengd", {{"einde", "2029-01-02"}, {"reden", "Aangetoonde inspanning"}});
  ASSERT_EQ(dossier.handhaving.verlengingen.size(), 1U);
  EXPECT_EQ(maakPersoon(dossier, kToday).handhaving.verlengingen[0].redenVerlenging,
            "Aangetoonde inspanning");
}

// W07-046, W07-048
TEST_F(Wi2007Gebeurtenis, AProvisionForAnObligedPersonNeedsEnforcement) {
  EXPECT_THAT(weigert("voorziening", {{"soort", "Regulier"}}), HasSubstr("niet zonder handhaving"));
  handhaaf();
  gaat("voorziening", {{"soort", "GeestelijkBedienaar"}});
  EXPECT_EQ(dossier.voorzieningen.size(), 1U);
}

// W07-046, W07-047
TEST_F(Wi2007Gebeurtenis, AVolunteerNeedsNoEnforcementButIsNotOfferedTheOneForMinisters) {
  dossier.positie = posities::kVrijwillig;
  EXPECT_THAT(weigert("voorziening", {{"soort", "GeestelijkBedienaar"}}),
              HasSubstr("mag niet aan een vrijwillige inburgeraar"));
  gaat("voorziening", {{"soort", "Regulier"}});
}

// W07-018
TEST_F(Wi2007Gebeurtenis, WhoIsNeitherIsOfferedNoneButInIsiDefinitiefItMayBe) {
  dossier.positie = posities::kTijdelijkNietPlichtig;
  EXPECT_THAT(weigert("voorziening", {{"soort", "Regulier"}}), HasSubstr("geen van beide"));
  dossier.positie = posities::kBuitenWerking;
  gaat("voorziening", {{"soort", "Regulier"}});
}

TEST_F(Wi2007Gebeurtenis, OnlyADualProvisionHasAForm) {
  dossier.positie = posities::kVrijwillig;
  EXPECT_THAT(weigert("voorziening", {{"soort", "Regulier"}, {"vormDuaalTraject", "Overig"}}),
              HasSubstr("alleen bij"));
  gaat("voorziening", {{"soort", "Duaal"}, {"vormDuaalTraject", "Overig"}});
}

TEST_F(Wi2007Gebeurtenis, AProvisionEndsOnceAndNotBeforeItBegan) {
  EXPECT_THAT(weigert("voorziening-beeindigd"), HasSubstr("er loopt geen"));
  dossier.positie = posities::kVrijwillig;
  gaat("voorziening", {{"soort", "Regulier"}, {"datum", "2026-11-10"}});
  EXPECT_THAT(weigert("voorziening-beeindigd", {{"datum", "2026-11-09"}}), HasSubstr("10-11-2026"));
  EXPECT_THAT(weigert("voorziening-beeindigd", {{"gemeente", "0034"}}), HasSubstr("er loopt geen"));
  gaat("voorziening-beeindigd", {{"datum", "2026-11-10"}, {"reden", "Examen behaald"}});
  EXPECT_EQ(dossier.voorzieningen[0].redenEinde, "Examen behaald");
}

// W07-087
TEST_F(Wi2007Gebeurtenis, ATemporaryExemptionEndsWithSs005UnlessThereIsADiploma) {
  EXPECT_THAT(weigert("tijdelijke-vrijstelling-vervallen"), HasSubstr("niet tijdelijk vrijgesteld"));
  gaat("tijdelijke-vrijstelling", {{"door", "DUO"}, {"datum", "2026-09-01"}});
  EXPECT_FALSE(maakPersoon(dossier, kToday).indicatie.inburgeringsplichtig);
  EXPECT_THAT(weigert("tijdelijke-vrijstelling", {{"door", "DUO"}}), HasSubstr("al tijdelijk"));
  EXPECT_THAT(weigert("tijdelijke-vrijstelling-vervallen", {{"datum", "2026-08-31"}}),
              HasSubstr("01-09-2026"));
  auto metDiploma = dossier;
  EXPECT_THAT(gaat("tijdelijke-vrijstelling-vervallen"), ElementsAre("SS005"));
  EXPECT_EQ(dossier.positie, posities::kMogelijkLater);
  dossier = metDiploma;
  dossier.examens.datumDiplomaBehaald = Date(2026, 10, 1);
  EXPECT_THAT(gaat("tijdelijke-vrijstelling-vervallen"), IsEmpty());
}

TEST_F(Wi2007Gebeurtenis, APartialExemptionHasALevelForTaalOnlyAndIsSignalledWhenDuoGivesIt) {
  EXPECT_THAT(weigert("gedeeltelijke-vrijstelling", {{"door", "DUO"}, {"examenonderdeel", "Taal"}}),
              HasSubstr("niveau"));
  EXPECT_THAT(
      weigert("gedeeltelijke-vrijstelling", {{"door", "DUO"}, {"examenonderdeel", "KNS"}, {"niveau", "A1"}}),
      HasSubstr("niveau"));
  EXPECT_THAT(
      gaat("gedeeltelijke-vrijstelling", {{"door", "DUO"}, {"examenonderdeel", "Taal"}, {"niveau", "A1"}}),
      ElementsAre("SS065"));
  EXPECT_THAT(gaat("gedeeltelijke-vrijstelling", {{"door", "Gemeente"}, {"examenonderdeel", "KNS"}}),
              IsEmpty());
}

// W07-088
TEST_F(Wi2007Gebeurtenis, AnExemptingDiplomaIsSs006OrForAVolunteerSs031) {
  EXPECT_THAT(gaat("vrijstellend-diploma"), ElementsAre("SS006"));
  EXPECT_THAT(weigert("vrijstellend-diploma"), HasSubstr("al geheel vrijgesteld"));
  dossier.gegevens.geheleVrijstellingDoorDuo = false;
  dossier.positie = posities::kVrijwillig;
  EXPECT_THAT(gaat("vrijstellend-diploma"), ElementsAre("SS031"));
}

TEST_F(Wi2007Gebeurtenis, AmountsAreEurosWithTwoDecimalsOrNone) {
  for (const auto* fout : {"250,00", "-1", "1.5", "", "123456789", "12.345"}) {
    EXPECT_FALSE(beslis("boete", {{"bedrag", fout}})) << fout;
  }
  gaat("boete", {{"bedrag", "250"}, {"reden", "Niet verschenen na oproep"}});
  gaat("boete", {{"bedrag", "12345678.90"}});
  EXPECT_EQ(dossier.boetes[0].bedrag, Bedrag{25'000});
  EXPECT_EQ(dossier.boetes[1].bedrag, Bedrag{1'234'567'890});
  EXPECT_THAT(weigert("lening", {{"schuld", "veel"}}), HasSubstr("schuld"));
  gaat("lening", {{"schuld", "0.01"}, {"persoonsvolgendBudget", "ja"}});
  EXPECT_TRUE(maakPersoon(dossier, kToday).persoonsgegevens.schuldAanwezig);
  gaat("lening", {{"schuld", "0"}});
  EXPECT_FALSE(maakPersoon(dossier, kToday).persoonsgegevens.schuldAanwezig);
  EXPECT_EQ(dossier.gegevens.persoonsvolgendBudget, true) << "what is not given stays";
}

class Wi2007Aanmelding : public Wi2007Gebeurtenis {
 protected:
  std::vector<std::string> meldtAan(const char* examen, const char* profiel = nullptr) {
    Waarden velden{{"examen", examen}, {"kader", "InburgeringsexamenWetInburgering"}};
    if (profiel) velden.emplace("profiel", profiel);
    return gaat("examenaanmelding", velden);
  }
  void geefVoorziening() {
    handhaaf();
    gaat("voorziening", {{"soort", "Regulier"}, {"datum", "2026-11-01"}});
  }
};

// W07-102
TEST_F(Wi2007Aanmelding, ForAnExemptedPartIsSignalledWithAProvisionOnly) {
  gaat("gedeeltelijke-vrijstelling", {{"door", "DUO"}, {"examenonderdeel", "KNS"}});
  EXPECT_THAT(meldtAan("KNS"), IsEmpty());
  geefVoorziening();
  EXPECT_THAT(meldtAan("TGN"), IsEmpty()) << "not exempted from this part";
  EXPECT_THAT(meldtAan("KNS"), ElementsAre("SS061"));
  EXPECT_EQ(maakPersoon(dossier, kToday).examens.examenaanvraag, "InburgeringsexamenWetInburgering");
}

// W07-103
TEST_F(Wi2007Aanmelding, WithAnotherProfileThanBeforeIsSignalledWithAProvisionOnly) {
  EXPECT_THAT(meldtAan("Praktijkexamen", "Werk"), IsEmpty());
  EXPECT_THAT(meldtAan("Praktijkexamen", "OGO"), IsEmpty());
  geefVoorziening();
  EXPECT_THAT(meldtAan("Praktijkexamen", "OGO"), IsEmpty()) << "the same as the last one";
  EXPECT_THAT(meldtAan("Praktijkexamen"), IsEmpty());
  EXPECT_THAT(meldtAan("Praktijkexamen", "Werk"), ElementsAre("SS062"));
}

// W07-097, W07-105
TEST_F(Wi2007Gebeurtenis, TakingPartIsSignalledNotShowingUpIsNot) {
  const auto legtAf = [&](const char* examen, const char* uitslag) {
    return gaat("examen", {{"examen", examen}, {"uitslag", uitslag}, {"datum", "2026-11-20"}});
  };
  EXPECT_THAT(legtAf("KNS", "NietVerschenen"), IsEmpty());
  EXPECT_THAT(legtAf("KNS", "NietGeslaagd"), ElementsAre("SS065"));
  EXPECT_THAT(legtAf("NT2Lezen", "Geslaagd"), IsEmpty());
  EXPECT_THAT(legtAf("KorteVrijstellingstoets", "NietGeslaagd"), IsEmpty());
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
  EXPECT_THAT(legtAf("KorteVrijstellingstoets", "Geslaagd"), ElementsAre("SS017"));
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
  EXPECT_FALSE(maakPersoon(dossier, kToday).indicatie.inburgeringsplichtig);
}

TEST_F(Wi2007Gebeurtenis, TheMunicipalityOfAnExamIsWhereHeLivedThen) {
  gaat("verhuizing", {{"gemeente", "0034"}, {"datum", "2026-11-10"}});
  gaat("examen", {{"examen", "KNS"}, {"uitslag", "Geslaagd"}, {"datum", "2026-11-09"}});
  gaat("examen", {{"examen", "TGN"}, {"uitslag", "Geslaagd"}, {"datum", "2026-11-10"}});
  EXPECT_EQ(dossier.examens.onderdelen[0].gemeenteBehaald, "0014");
  EXPECT_EQ(dossier.examens.onderdelen[1].gemeenteBehaald, "0034");
}

// W07-096
TEST_F(Wi2007Gebeurtenis, TheDiplomaEndsTheObligationOnce) {
  EXPECT_THAT(gaat("diploma", {{"niveau", "A2"}}), ElementsAre("SS016"));
  const auto beeld = maakPersoon(dossier, kToday);
  EXPECT_EQ(beeld.examens.gegevens.geslaagd, "ZonderHerkansingZonderVrijstelling");
  EXPECT_EQ(beeld.examens.gegevens.diplomaGemeente, "0014");
  EXPECT_FALSE(beeld.indicatie.inburgeringsplichtig);
  EXPECT_EQ(beeld.indicatie.redenNietInburgeringsplichtig, "Inburgeringsdiploma behaald");
  EXPECT_EQ(beeld.herkomst, "Definitief");
  EXPECT_THAT(weigert("diploma"), HasSubstr("al"));
}

TEST_F(Wi2007Gebeurtenis, WhatIsNotKnownIsRefused) {
  EXPECT_THAT(weigert("onbekend"), HasSubstr("bestaat niet"));
  nieuw = true;
  EXPECT_THAT(weigert("diploma"), HasSubstr("nieuwe-persoon"));
}

TEST(Wi2007Gebeurtenissen, EveryKindHasItsOwnNameAndRightFields) {
  std::set<std::string_view> namen;
  for (const auto& soort : gebeurtenissoorten()) {
    EXPECT_TRUE(namen.insert(soort.naam).second) << soort.naam;
    ASSERT_FALSE(soort.velden.empty());
    EXPECT_EQ(soort.velden[0].naam, "bsn");
    for (const auto& veld : soort.velden) EXPECT_EQ(veld.soort == Veldsoort::code, veld.codes != nullptr);
  }
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
