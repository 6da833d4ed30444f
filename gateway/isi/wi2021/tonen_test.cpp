#include "gateway/isi/wi2021/tonen.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

const Date kVandaag(2026, 6, 15);

Namens reading(Rol rol = Rol::Wi2021) {
  return {kAmsterdam, Rollen().add(rol), kVandaag};
}

Pip plan(std::string route, std::optional<std::string> niveau = std::nullopt) {
  Pip pip;
  pip.gemeentecode = kAmsterdam;
  pip.leerroute = std::move(route);
  pip.niveau = std::move(niveau);
  pip.datumDagtekeningInitieel = pip.datumDagtekening = Date(2026, 6, 1);
  pip.datumRegistratieInitieel = pip.datumRegistratie = Date(2026, 6, 1);
  return pip;
}

Dossier asielstatushouder() {
  Dossier dossier;
  dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  dossier.plicht.datumVaststelling = Date(2026, 1, 1);
  dossier.verblijven = {{kAmsterdam, "Ingezetene", Date(2026, 1, 1), std::nullopt, std::nullopt}};
  return dossier;
}

Persoon shown(const Dossier& dossier, const Namens& namens = reading(), const Omgeving& omgeving = {}) {
  return toon(dossier, zichtVan(dossier, namens.gemeente, namens.vandaag).value(), namens, omgeving);
}

const Examenregel* regel(const ExamensBlok& blok, std::string_view onderdeel,
                         const std::optional<std::string>& niveau) {
  for (const auto& row : blok.examens) {
    if (row.onderdeel == onderdeel && row.niveau == niveau) return &row;
  }
  return nullptr;
}

TEST(Wi2021Toon, ADuoNoticeStandsFromItsFirstToItsLastDay) {
  Dossier dossier = asielstatushouder();
  dossier.duoMeldingen = {{"a", "", kVandaag, kVandaag.plusDays(3)},
                          {"b", "", kVandaag.plusDays(-9), kVandaag},
                          {"c", "", kVandaag.plusDays(1), kVandaag.plusDays(9)},
                          {"d", "", kVandaag.plusDays(-9), kVandaag.plusDays(-1)}};
  const auto persoon = shown(dossier);
  ASSERT_EQ(persoon.duoMeldingen.size(), 2U);
  EXPECT_EQ(persoon.duoMeldingen[0].titel, "a");
  EXPECT_EQ(persoon.duoMeldingen[1].titel, "b");
}

TEST(Wi2021Toon, ANoticeOnChangedResidenceStandsOneMonth) {
  Dossier dossier = asielstatushouder();
  auto& doelgroep = dossier.plicht.doelgroep;
  doelgroep.rechtenNaGewijzigdVerblijfsdoel = "BehoudAsielrechten";
  doelgroep.datumWijzigingVerblijfsdoel = kVandaag.plusMonths(-1);
  EXPECT_EQ(shown(dossier).inburgeringsplicht.meldingVerblijfsdoel, "VerblijfsdoelGewijzigd");
  doelgroep.rechtenNaGewijzigdVerblijfsdoel = "OpVerzoekRechtenGezinsmigrant";
  EXPECT_EQ(shown(dossier).inburgeringsplicht.meldingVerblijfsdoel, "RechtenOpVerzoekGewijzigd");
  doelgroep.datumWijzigingVerblijfsdoel = kVandaag.plusMonths(-1).plusDays(-1);
  EXPECT_FALSE(shown(dossier).inburgeringsplicht.meldingVerblijfsdoel);
}

TEST(Wi2021Toon, ReadersSeeNameAndIdOfTheContactPersonAndNothingElse) {
  Dossier dossier = asielstatushouder();
  dossier.koppelingen = {{"v1", kAmsterdam, "C1", Date(2026, 2, 1), std::nullopt}};
  Contactpersoon contact;
  contact.naam = "J. de Boer";
  contact.email = "j@gemeente.example";
  const Omgeving omgeving{.contactpersoon = &contact};
  const auto reader = shown(dossier, reading(), omgeving).contactpersoon;
  ASSERT_TRUE(reader.koppeling);
  EXPECT_EQ(reader.koppeling->naam, "J. de Boer");
  EXPECT_FALSE(reader.koppeling->email);
  EXPECT_FALSE(reader.koppeling->datumKoppeling);
  const auto mutator = shown(dossier, reading(Rol::Wi2021MUT), omgeving).contactpersoon;
  EXPECT_EQ(mutator.koppeling->email, "j@gemeente.example");
  EXPECT_EQ(mutator.koppeling->datumKoppeling, Date(2026, 2, 1));
  dossier.koppelingen[0].datumIngetrokken = Date(2026, 3, 1);
  EXPECT_FALSE(shown(dossier, reading(), omgeving).contactpersoon.koppeling);
}

// W21-551
TEST(Wi2021Toon, AnotherMunicipalitysExamNumberIsNotShown) {
  Dossier dossier = asielstatushouder();
  Leerbaarheidstoets toets;
  toets.gemeentecode = kUtrecht;
  toets.examennummer = "2026LBT1";
  toets.resultaat = "J";
  dossier.lbt.toetsen = {toets, toets};
  const auto blok = shown(dossier).leerbaarheidstoets;
  ASSERT_TRUE(blok && blok->toets);
  EXPECT_FALSE(blok->toets->examennummer);
  EXPECT_EQ(blok->toets->resultaat, "J");
  EXPECT_TRUE(blok->historieAanwezig);
  EXPECT_FALSE(eerdereToetsen(dossier, kAmsterdam).at(0).examennummer);
  EXPECT_EQ(eerdereToetsen(dossier, kUtrecht).at(0).examennummer, "2026LBT1");
}

TEST(Wi2021Toon, WhoHasLeftShowsNoLearnabilityTestAndTakesNoNewOffer) {
  Dossier dossier = asielstatushouder();
  dossier.verblijven[0].tot = Date(2026, 6, 1);
  const auto persoon = shown(dossier);
  EXPECT_FALSE(persoon.leerbaarheidstoets);
  EXPECT_TRUE(persoon.inzage.wijzigbaar);
  EXPECT_FALSE(persoon.inzage.nieuwAanbodMogelijk);
}

TEST(Wi2021Toon, APlanIsDefinitiveFromDay15) {
  Dossier dossier = asielstatushouder();
  dossier.pips = {plan("B", "B1")};
  Namens namens = reading();
  namens.vandaag = Date(2026, 6, 15);
  EXPECT_FALSE(shown(dossier, namens).pip.definitief);
  namens.vandaag = Date(2026, 6, 16);
  EXPECT_TRUE(shown(dossier, namens).pip.definitief);
  EXPECT_EQ(shown(dossier, namens).pip.definitiefVanaf, Date(2026, 6, 16));
}

// W21-509
TEST(Wi2021Toon, TheTenWeeksAreShownUntilThisMunicipalityHasItsOwnPlan) {
  Dossier dossier = asielstatushouder();
  dossier.startTermijnPip = Date(2026, 5, 1);
  ASSERT_TRUE(shown(dossier).pip.termijnVaststellen);
  EXPECT_EQ(shown(dossier).pip.termijnVaststellen->einddatum, Date(2026, 7, 10));
  dossier.pips = {plan("B", "B1")};
  EXPECT_FALSE(shown(dossier).pip.termijnVaststellen);
  dossier.pips[0].gemeentecode = kUtrecht;
  EXPECT_TRUE(shown(dossier).pip.termijnVaststellen);
}

TEST(Wi2021Toon, AnOfferIsCurrentUntilItsEndOrAnotherMunicipalitysPlan) {
  Dossier dossier = asielstatushouder();
  Aanbod aanbod;
  aanbod.gemeentecode = kUtrecht;
  aanbod.datumRegistratie = Date(2026, 3, 1);
  aanbod.einddatumOpleiding = kVandaag;
  EXPECT_TRUE(isActueel(aanbod, dossier, kVandaag));
  EXPECT_FALSE(isActueel(aanbod, dossier, kVandaag.plusDays(1)));
  dossier.pips = {plan("B", "B1")};
  EXPECT_FALSE(isActueel(aanbod, dossier, kVandaag));
  dossier.aanbiedingen = {aanbod};
  EXPECT_TRUE(shown(dossier).inburgeringsaanbod.aanbiedingen.empty());
  EXPECT_TRUE(shown(dossier).inburgeringsaanbod.historieAanwezig);
  EXPECT_EQ(eerdereAanbiedingen(dossier, kVandaag).size(), 1U);
}

TEST(Wi2021Toon, AChangeOfTheOldOfferOrTheOldPlanLeavesWhatIsCurrentAsItIs) {
  Dossier dossier = asielstatushouder();
  Aanbod oud;
  oud.aanbodId = "A21.1";
  oud.gemeentecode = kUtrecht;
  oud.datumRegistratie = Date(2026, 3, 1);
  dossier.pips = {plan("B", "B1")};
  dossier.aanbodWijzigingen = {oud};
  oud.datumRegistratie = Date(2026, 6, 10);
  EXPECT_FALSE(isActueel(oud, dossier, kVandaag)) << "changed after the new municipality's plan";

  Aanbod nieuw;
  nieuw.aanbodId = "A21.2";
  nieuw.gemeentecode = kAmsterdam;
  nieuw.datumRegistratie = Date(2026, 6, 2);
  Pip plan1 = plan("B", "B1");
  plan1.gemeentecode = kUtrecht;
  Pip plan2 = plan1;
  plan2.datumRegistratie = Date(2026, 6, 8);
  dossier.pips = {plan2, plan1};
  EXPECT_TRUE(isActueel(nieuw, dossier, kVandaag)) << "the old municipality changed its plan";
  Pip terug = plan2;
  terug.datumRegistratie = Date(2026, 6, 12);
  plan2.gemeentecode = kAmsterdam;
  dossier.pips = {terug, plan2, plan1};
  EXPECT_FALSE(isActueel(nieuw, dossier, kVandaag)) << "the person went back";
}

TEST(Wi2021Toon, TotalsNeverCountAnHourTwiceAndLeaveAbsenceOut) {
  Dossier dossier = asielstatushouder();
  const auto uren = [](std::string soort, std::int32_t aantal) {
    UrenGemeente row;
    row.soort = std::move(soort);
    row.aantalUren = aantal;
    return row;
  };
  dossier.urenGemeente = {uren("Participatie", 60), uren("ParticipatieTaalles", 20),
                          uren("BredeIntakeTaalles", 15)};
  UrenInstelling bij;
  bij.urenTaallesKnm = 100;
  bij.urenGeoorloofdVerzuim = 8;
  bij.urenOngeoorloofdVerzuim = 4;
  dossier.urenInstelling = {bij};
  const auto blok = shown(dossier).deelgenomenUren;
  EXPECT_EQ(blok.totaalBijGemeente, 75);
  EXPECT_EQ(blok.totaalBijInstelling, 100);
  EXPECT_EQ(blok.totaalAantalUren, 175);
}

// W21-626
TEST(Wi2021Toon, RequestsForExemptionShowOnceDecidedThoseForExtensionAtOnce) {
  Dossier dossier = asielstatushouder();
  Aanvraag open;
  open.typeVerzoek = "Vrijstelling";
  open.datumOntvangst = Date(2026, 5, 1);
  Aanvraag verlenging = open;
  verlenging.typeVerzoek = "Verlenging";
  Aanvraag besloten = open;
  besloten.datumOntvangst = Date(2026, 5, 2);
  besloten.datumBesluit = Date(2026, 6, 1);
  dossier.aanvragen = {open, verlenging, besloten};
  const auto shownRequests = shown(dossier).aanvragen;
  ASSERT_EQ(shownRequests.size(), 2U);
  EXPECT_EQ(shownRequests[0].datumOntvangst, Date(2026, 5, 2));
  EXPECT_EQ(shownRequests[1].typeVerzoek, "Verlenging");
}

// W21-624: a fine of DUO's; there is no place for one of the municipality's own.
TEST(Wi2021Toon, FinesOfDuoAreShown) {
  Dossier dossier = asielstatushouder();
  EXPECT_TRUE(shown(dossier).boetes.empty());
  dossier.boetes.resize(2);
  EXPECT_EQ(shown(dossier).boetes.size(), 2U);
}

// W21-530
TEST(Wi2021Toon, MapIsNotForTheOnderwijsroute) {
  Dossier dossier = asielstatushouder();
  EXPECT_TRUE(shown(dossier).map.vanToepassing);
  dossier.pips = {plan("O", "B1")};
  EXPECT_FALSE(shown(dossier).map.vanToepassing);
}

// W21-629
TEST(Wi2021Toon, TheFinalTalkNeedsZrouteWithMapAndPvtFulfilled) {
  Dossier dossier = asielstatushouder();
  dossier.pips = {plan("Z")};
  dossier.map.emplace().voldaan = true;
  EXPECT_FALSE(shown(dossier).eindgesprekZroute.vanToepassing);
  dossier.pvt.emplace().voldaan = true;
  EXPECT_TRUE(shown(dossier).eindgesprekZroute.vanToepassing);
  dossier.pips = {plan("B", "B1")};
  EXPECT_FALSE(shown(dossier).eindgesprekZroute.vanToepassing);
}

// W21-553
TEST(Wi2021Toon, AnAdviceIsAskedUntilItIsGiven) {
  Dossier dossier = asielstatushouder();
  EXPECT_FALSE(shown(dossier).bio.adviesGevraagd);
  dossier.bio.datumVerzoek = Date(2026, 5, 1);
  EXPECT_TRUE(shown(dossier).bio.adviesGevraagd);
  dossier.bio.datumAdvies = Date(2026, 5, 9);
  EXPECT_FALSE(shown(dossier).bio.adviesGevraagd);
}

// W21-620, W21-621
TEST(Wi2021ToonExamens, WhatThePlanAsksForIsListedAndOtherLevelsOnlyWhenTried) {
  Dossier dossier = asielstatushouder();
  EXPECT_EQ(toonExamens(dossier).verplichting, "GeenPip");
  EXPECT_TRUE(toonExamens(dossier).examens.empty());
  dossier.pips = {plan("B", "B1")};
  auto blok = toonExamens(dossier);
  EXPECT_EQ(blok.verplichting, "TaalB1EnKnm");
  EXPECT_EQ(blok.examens.size(), 5U);
  EXPECT_TRUE(blok.nogGeenExamensIngepland);
  dossier.pips = {plan("B", "A2")};
  dossier.examens = {{"LE", "B2", Date(2026, 5, 1), "Geslaagd", std::nullopt}};
  blok = toonExamens(dossier);
  EXPECT_EQ(blok.verplichting, "TaalA2EnKnm");
  EXPECT_EQ(blok.examens.size(), 6U);
  ASSERT_TRUE(regel(blok, "LE", "B1B2"));
  EXPECT_EQ(regel(blok, "LE", "B1B2")->status, "Geslaagd");
  EXPECT_EQ(regel(blok, "LE", "A2")->status, "NogTeDoen");
  dossier.pips = {plan("Z")};
  dossier.examens.clear();
  blok = toonExamens(dossier);
  EXPECT_EQ(blok.verplichting, "GeenExamens");
  ASSERT_EQ(blok.examens.size(), 1U);
  EXPECT_EQ(blok.examens[0].onderdeel, "KNM");
}

// W21-622
TEST(Wi2021ToonExamens, FreeAttemptsAreForAsielstatushoudersAtTheLevelOfThePlan) {
  Dossier dossier = asielstatushouder();
  dossier.pips = {plan("B", "B1")};
  dossier.gratisPogingen = {{"LE", 1}};
  dossier.examens = {{"LU", "A2", Date(2026, 5, 1), "NietGeslaagd", std::nullopt}};
  auto blok = toonExamens(dossier);
  EXPECT_EQ(regel(blok, "LE", "B1B2")->gratisPogingenOver, 1);
  EXPECT_EQ(regel(blok, "LU", "B1B2")->gratisPogingenOver, 2);
  EXPECT_EQ(regel(blok, "LU", "A2")->gratisPogingenOver, 0);
  dossier.pips = {plan("Z")};
  EXPECT_EQ(regel(toonExamens(dossier), "KNM", std::nullopt)->gratisPogingenOver, 0);
  dossier.pips = {plan("Z", "A2")};
  EXPECT_EQ(regel(toonExamens(dossier), "KNM", std::nullopt)->gratisPogingenOver, 2);
  dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_EQ(regel(toonExamens(dossier), "KNM", std::nullopt)->gratisPogingenOver, 0);
}

// W21-623
TEST(Wi2021ToonExamens, TheDetailHasATimelinePerLevelNewestFirst) {
  Dossier dossier = asielstatushouder();
  dossier.examens = {{"LE", "B1", Date(2026, 5, 1), "Geslaagd", std::nullopt},
                     {"LE", "A2", Date(2025, 5, 1), "Geslaagd", std::nullopt},
                     {"LE", "B1", Date(2026, 2, 1), "NietGeslaagd", std::nullopt},
                     {"KNM", std::nullopt, Date(2026, 2, 2), "Geslaagd", std::nullopt}};
  const auto detail = toonExamen(dossier, "LE");
  ASSERT_EQ(detail.tijdlijnen.size(), 2U);
  EXPECT_EQ(detail.tijdlijnen[0].niveau, "A2");
  const auto& b1 = detail.tijdlijnen[1].pogingen;
  ASSERT_EQ(b1.size(), 2U);
  EXPECT_EQ(b1[0].poging, 2);
  EXPECT_EQ(b1[0].datum, Date(2026, 5, 1));
  EXPECT_EQ(b1[1].poging, 1);
  EXPECT_TRUE(toonExamen(dossier, "SP").tijdlijnen.empty());
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
