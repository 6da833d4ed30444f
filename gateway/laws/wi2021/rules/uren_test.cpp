#include "gateway/laws/wi2021/rules/uren.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/testing/aanbod_wereld.hpp"

namespace cvsgw::laws::wi2021::aanbodtest {
namespace {

using isi::wi2021::Uitkomst;
using isi::wi2021::UrenGemeente;
using isi::wi2021::UrenInstelling;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Wi2021Uren : public ::testing::Test {
 protected:
  Wi2021Uren() {
    wereld.staand(kTaalschool);
    gemeente.soort = "Participatie";
    gemeente.aantalUren = 18;
    instelling.instellingsnummer = kTaalschool;
    instelling.urenTaallesKnm = 18;
    opDag(Date(2026, 6, 1));
  }
  void opDag(Date dag) { gemeente.datumTotaal = instelling.datumTotaal = dag; }
  isi::wi2021::Besluit bijGemeente() { return wereld.met(registreerUrenGemeente, gemeente); }
  isi::wi2021::Besluit bijInstelling() { return wereld.met(registreerUrenInstelling, instelling); }
  /// What holds for both kinds of registration.
  void verwacht(const std::vector<std::string>& expected) {
    EXPECT_EQ(codes(bijGemeente()), expected);
    EXPECT_EQ(codes(bijInstelling()), expected);
  }
  /// Registers both and makes it the person's state.
  void registreer() {
    wereld.dossier = bijGemeente().dossier.value_or(wereld.dossier);
    wereld.dossier = bijInstelling().dossier.value_or(wereld.dossier);
  }

  Wereld wereld;
  UrenGemeente gemeente;
  UrenInstelling instelling;
};

TEST_F(Wi2021Uren, TheNewTotalReplacesThePreviousOne) {  // W21-540: 18 and 35 more are 53
  registreer();
  gemeente.aantalUren = 53;
  instelling.urenTaallesKnm = 53;
  opDag(kVandaag);
  verwacht({});
  registreer();
  ASSERT_EQ(wereld.dossier.urenGemeente.size(), 1U);
  EXPECT_EQ(wereld.dossier.urenGemeente[0].aantalUren, 53);
  EXPECT_EQ(wereld.dossier.urenGemeente[0].gemeentecode, kHier);
  EXPECT_EQ(wereld.dossier.urenGemeente[0].datumRegistratie, kVandaag);
  ASSERT_EQ(wereld.dossier.urenInstelling.size(), 1U);
  EXPECT_EQ(wereld.dossier.urenInstelling[0].urenTaallesKnm, 53);
  EXPECT_EQ(wereld.dossier.urenInstelling[0].instellingsnaam, "School 0000010018");
  Uitkomst uitkomst;
  bijGemeente().toon(wereld.dossier, uitkomst);
  bijInstelling().toon(wereld.dossier, uitkomst);
  EXPECT_EQ(uitkomst.urenGemeente, wereld.dossier.urenGemeente[0]);
  EXPECT_EQ(uitkomst.urenInstelling, wereld.dossier.urenInstelling[0]);
}

TEST_F(Wi2021Uren, KindsInstitutionsAndMunicipalitiesStandBesideEachOther) {  // W21-540
  registreer();
  gemeente.soort = "BredeIntakeTaalles";
  wereld.staand(kAndereSchool, "A21.2");
  instelling.instellingsnummer = kAndereSchool;
  registreer();
  EXPECT_EQ(wereld.dossier.urenGemeente.size(), 2U);
  EXPECT_EQ(wereld.dossier.urenInstelling.size(), 2U);
  wereld.verhuis(kVandaag.plusDays(-5));
  wereld.namens.gemeente = kElders;
  EXPECT_THAT(codes(bijGemeente()), IsEmpty());
  EXPECT_EQ(bijGemeente().dossier->urenGemeente.size(), 3U);
}

TEST_F(Wi2021Uren, ATotalThatIsLeftOutStays) {  // W21-540
  instelling.urenGeoorloofdVerzuim = 6;
  registreer();
  instelling.urenGeoorloofdVerzuim.reset();
  instelling.urenTaallesKnm.reset();
  instelling.urenOngeoorloofdVerzuim = 2;
  registreer();
  const auto& uren = wereld.dossier.urenInstelling.at(0);
  EXPECT_EQ(uren.urenTaallesKnm, 18);
  EXPECT_EQ(uren.urenGeoorloofdVerzuim, 6);
  EXPECT_EQ(uren.urenOngeoorloofdVerzuim, 2);
}

TEST_F(Wi2021Uren, ZeroCorrectsAndALowerTotalIsPointedOut) {  // W21-181, W21-543
  registreer();
  verwacht({"AS010"});
  gemeente.aantalUren = 19;
  instelling.urenTaallesKnm = 19;
  verwacht({});
  gemeente.aantalUren = 17;
  instelling.urenTaallesKnm = 17;
  verwacht({"AS181"});
  EXPECT_FALSE(bijGemeente().meldingen[0].bevestigen);
  gemeente.aantalUren = 0;
  instelling.urenTaallesKnm = 0;
  verwacht({"AS181"});
  EXPECT_THAT(bijGemeente().meldingen[0].tekst, HasSubstr("18 uur"));
  registreer();
  EXPECT_EQ(wereld.dossier.urenGemeente[0].aantalUren, 0);
  EXPECT_EQ(wereld.dossier.urenInstelling[0].urenTaallesKnm, 0);
}

TEST_F(Wi2021Uren, ZeroAtFirstIsAFact) {
  gemeente.aantalUren = 0;
  instelling.urenTaallesKnm = 0;
  verwacht({});
}

TEST_F(Wi2021Uren, ParticipationLanguageHoursAreForAsielstatushoudersInTheB1Route) {  // W21-175
  gemeente.soort = "ParticipatieTaalles";
  EXPECT_THAT(codes(bijGemeente()), IsEmpty());
  for (const char* route : {"O", "Z"}) {
    wereld.route(route);
    EXPECT_THAT(codes(bijGemeente()), ElementsAre("AS175")) << route;
    EXPECT_FALSE(bijGemeente().meldingen[0].bevestigen);
    EXPECT_TRUE(bijGemeente().dossier) << "attention, not refusal";
  }
  wereld.route("B");
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_THAT(codes(bijGemeente()), ElementsAre("AS175"));
  wereld.dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  wereld.dossier.pips.clear();
  EXPECT_THAT(codes(bijGemeente()), ElementsAre("AS175")) << "no route yet";
}

TEST_F(Wi2021Uren, TheOtherKindsAreForEveryone) {  // W21-542
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  wereld.dossier.pips.clear();
  for (const char* soort : {"Participatie", "BredeIntakeTaalles"}) {
    gemeente.soort = soort;
    EXPECT_THAT(codes(bijGemeente()), IsEmpty()) << soort;
  }
}

TEST_F(Wi2021Uren, HoursAtAnInstitutionAreForAsielstatushoudersInEveryRoute) {  // W21-182
  for (const char* route : {"B", "O", "Z"}) {
    wereld.route(route);
    EXPECT_THAT(codes(bijInstelling()), IsEmpty()) << route;
  }
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS182"));
}

TEST_F(Wi2021Uren, OnlyAnInstitutionWithAnOfferOfThisMunicipality) {  // W21-183
  instelling.instellingsnummer = kAndereSchool;
  EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS183"));
  wereld.staand(kAndereSchool, "A21.2").gemeentecode = kElders;
  EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS183"));
  wereld.staand(kAndereSchool, "A21.3").einddatumOpleiding = kVandaag.plusDays(-9);
  EXPECT_THAT(codes(bijInstelling()), IsEmpty()) << "an offer that has ended is an offer";
}

// W21-185: after a change from the O-route its hours cannot be registered any more (§ 3.6.6.2).
TEST_F(Wi2021Uren, AtATaalschakelinstellingOnlyInTheOnderwijsroute) {
  wereld.staand(kSchakelschool, "A21.2").soortInstelling = "TST";
  instelling.instellingsnummer = kSchakelschool;
  wereld.route("O");
  EXPECT_THAT(codes(bijInstelling()), IsEmpty());
  for (const char* route : {"B", "Z"}) {
    wereld.route(route);
    EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS185")) << route;
  }
  wereld.staand(kSchakelschool, "A21.3");  // at the same place, under its Blik op Werk mark
  EXPECT_THAT(codes(bijInstelling()), IsEmpty());
}

TEST_F(Wi2021Uren, TheOldMunicipalityCatchesUpOnItsOwnRoute) {  // W21-185, W21-175
  wereld.staand(kSchakelschool, "A21.2").soortInstelling = "TST";
  instelling.instellingsnummer = kSchakelschool;
  wereld.route("O");
  wereld.verhuis(kVandaag.plusDays(-5));
  wereld.nieuwPip(kVandaag.plusDays(-4), kVandaag.plusDays(-4));
  wereld.route("B");
  EXPECT_THAT(codes(bijInstelling()), IsEmpty());
  gemeente.soort = "ParticipatieTaalles";
  EXPECT_THAT(codes(bijGemeente()), ElementsAre("AS175"));
}

TEST_F(Wi2021Uren, AtLeastOneTotal) {  // W21-184
  instelling.urenTaallesKnm.reset();
  EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS184"));
  instelling.urenOngeoorloofdVerzuim = 0;
  EXPECT_THAT(codes(bijInstelling()), IsEmpty());
}

TEST_F(Wi2021Uren, TheDayIsNotBeforeTheObligation) {  // W21-176
  opDag(Date(2026, 1, 5));
  verwacht({});
  opDag(Date(2026, 1, 4));
  verwacht({"FS176"});
  EXPECT_THAT(bijGemeente().meldingen[0].tekst, HasSubstr("05-01-2026"));
  EXPECT_EQ(bijGemeente().meldingen[0].veld, "uren/datumTotaal");
}

TEST_F(Wi2021Uren, TheDayIsNotAfterTheTerm) {  // W21-177
  wereld.dossier.plicht.termijn->einddatum = Date(2026, 6, 1);
  verwacht({});
  opDag(Date(2026, 6, 2));
  verwacht({"FS177"});
}

// W21-177: until DUO has fixed the term it is the plan's three years; without a plan there is none.
TEST_F(Wi2021Uren, BeforeTheTermIsFixedThePlanGivesIt) {
  wereld.dossier.plicht.termijn.reset();
  auto& pip = wereld.dossier.pips.front();
  pip.datumDagtekeningInitieel = pip.datumDagtekening = Date(2023, 6, 1);
  wereld.dossier.plicht.datumVaststelling = Date(2023, 5, 1);
  verwacht({});
  opDag(Date(2026, 6, 2));
  verwacht({"FS177"});
  wereld.dossier.pips.clear();
  verwacht({});
}

TEST_F(Wi2021Uren, TheDayIsNotBeforeThePreviousRegistrationOfTheSame) {  // W21-178
  registreer();
  gemeente.aantalUren = 20;
  instelling.urenTaallesKnm = 20;
  verwacht({});
  opDag(Date(2026, 5, 31));
  verwacht({"FS178"});
  gemeente.soort = "BredeIntakeTaalles";
  EXPECT_THAT(codes(bijGemeente()), IsEmpty()) << "another kind";
  wereld.staand(kAndereSchool, "A21.2");
  instelling.instellingsnummer = kAndereSchool;
  EXPECT_THAT(codes(bijInstelling()), IsEmpty()) << "another institution";
  gemeente.soort = "Participatie";
  wereld.dossier.urenGemeente[0].gemeentecode = kElders;
  EXPECT_THAT(codes(bijGemeente()), IsEmpty()) << "another municipality's";
}

TEST_F(Wi2021Uren, TheDayIsNotInTheFuture) {  // W21-179
  opDag(kVandaag);
  verwacht({});
  opDag(kVandaag.plusDays(1));
  verwacht({"FS179"});
}

TEST_F(Wi2021Uren, NoMoreThanDuoTakes) {  // W21-180
  gemeente.aantalUren = kMaximumUren;
  instelling.urenTaallesKnm = kMaximumUren;
  verwacht({});
  gemeente.aantalUren = kMaximumUren + 1;
  instelling.urenTaallesKnm = kMaximumUren + 1;
  verwacht({"FS180"});
  instelling.urenGeoorloofdVerzuim = instelling.urenOngeoorloofdVerzuim = kMaximumUren + 1;
  const auto besluit = bijInstelling();
  EXPECT_THAT(codes(besluit), ElementsAre("FS180", "FS180", "FS180"));
  EXPECT_EQ(besluit.meldingen[2].veld, "uren/urenOngeoorloofdVerzuim");
}

TEST_F(Wi2021Uren, ThePreviousMunicipalityHasFourWeeksFromTheNewPlan) {  // W21-005
  wereld.verhuis(kVandaag.plusDays(-40));
  verwacht({});
  wereld.nieuwPip(kVandaag.plusDays(-28), kVandaag.plusDays(-20));
  verwacht({});
  wereld.dossier.pips.front().datumDagtekening = kVandaag.plusDays(-29);
  verwacht({"FS105"});
}

TEST_F(Wi2021Uren, AStaleVersionIsRefused) {  // ALG-031
  registreer();
  wereld.dossier.urenGemeente[0].versie = wereld.dossier.urenInstelling[0].versie = "v1";
  gemeente.aantalUren = 20;
  instelling.urenTaallesKnm = 20;
  wereld.verwerking.verwachteVersie = "v1";
  verwacht({});
  wereld.verwerking.verwachteVersie = "v0";
  verwacht({"FS010"});
}

TEST_F(Wi2021Uren, AbsenceIsRegisteredAndNotCounted) {  // W21-541
  instelling.urenGeoorloofdVerzuim = 6;
  instelling.urenOngeoorloofdVerzuim = 2;
  registreer();
  gemeente.soort = "ParticipatieTaalles";
  gemeente.aantalUren = 5;
  registreer();
  const auto zicht = zichtVan(wereld.dossier, kHier, kVandaag).value();
  const auto blok = toon(wereld.dossier, zicht, wereld.namens, {}).deelgenomenUren;
  EXPECT_EQ(blok.totaalBijInstelling, 18);
  EXPECT_EQ(blok.totaalBijGemeente, 18) << "language hours are part of the participation hours";
  EXPECT_EQ(blok.totaalAantalUren, 36);
  EXPECT_EQ(blok.bijInstelling.at(0).urenGeoorloofdVerzuim, 6);
}

TEST_F(Wi2021Uren, AllBrokenRulesComeAtOnceInOrder) {
  wereld.dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  wereld.dossier.plicht.termijn->einddatum = Date(2026, 6, 14);
  wereld.dossier.aanbiedingen.clear();
  wereld.verwerking.verwachteVersie = "v0";
  opDag(kVandaag.plusDays(1));
  instelling.urenTaallesKnm = kMaximumUren + 1;
  EXPECT_THAT(codes(bijInstelling()), ElementsAre("FS010", "FS182", "FS183", "FS177", "FS179", "FS180"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::aanbodtest
