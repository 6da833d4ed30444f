#include "gateway/isi/wi2021/verlenging.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2021/termijnen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

const Date kDagtekening(2026, 3, 1);
const Date kEinde(2029, 3, 1);

/// An asielstatushouder in the O-route with a term and one offer, passed on three months after the plan.
Dossier oRouteMetAanbod() {
  Dossier dossier;
  dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  dossier.plicht.termijn = Termijn{kDagtekening.plusDays(1), kEinde, std::nullopt, std::nullopt};
  Pip pip;
  pip.gemeentecode = kAmsterdam;
  pip.leerroute = "O";
  pip.datumDagtekeningInitieel = pip.datumDagtekening = kDagtekening;
  pip.datumRegistratieInitieel = pip.datumRegistratie = Date(2026, 3, 10);
  dossier.pips = {pip};
  Aanbod aanbod;
  aanbod.aanbodId = "A21.1";
  aanbod.gemeentecode = kAmsterdam;
  aanbod.datumRegistratie = Date(2026, 6, 10);
  aanbod.startdatumOpleiding = Date(2026, 12, 10);
  dossier.aanbiedingen = {aanbod};
  return dossier;
}

TEST(Wi2021Verlenging, ALateStartLengthensOnce) {  // W21-521
  Dossier dossier = oRouteMetAanbod();
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2026, 6, 10)).empty()) << "six months to the day";
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2026, 12, 11);
  const auto acties = verlengWegensAanbod(dossier, Date(2026, 6, 10));
  ASSERT_EQ(acties.size(), 1U);
  EXPECT_EQ(acties[0].soort, Signaalactie::Soort::plaats);
  EXPECT_EQ(acties[0].code, "SS103");
  EXPECT_EQ(dossier.plicht.termijn->einddatum, Date(2029, 9, 1));
  EXPECT_EQ(dossier.plicht.termijn->verlengingsgrond, kGrondLateStart);
  EXPECT_EQ(dossier.plicht.wijzigingsdatum, Date(2026, 6, 10));
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2026, 6, 11)).empty());
  EXPECT_EQ(dossier.plicht.termijnHistorie.size(), 1U);
}

TEST(Wi2021Verlenging, AnExtensionOfAnEarlierObligationIsNoneOfThisOne) {  // W21-521
  Dossier dossier = oRouteMetAanbod();
  dossier.plicht.datumVaststelling = Date(2026, 2, 1);
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2026, 12, 11);
  dossier.plicht.termijnHistorie = {
      Termijn{Date(2026, 2, 2), Date(2029, 2, 1), std::nullopt, std::string(kGrondLateStart)}};
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2026, 6, 10)).empty());
  dossier.plicht.termijnHistorie[0].startdatum = Date(2026, 2, 1);
  EXPECT_EQ(verlengWegensAanbod(dossier, Date(2026, 6, 10)).size(), 1U);
}

TEST(Wi2021Verlenging, BeforeTheTermTheOfferWaitsForIt) {  // W21-521
  Dossier dossier = oRouteMetAanbod();
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2027, 2, 1);
  const auto termijn = *dossier.plicht.termijn;
  dossier.plicht.termijn.reset();
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2026, 6, 10)).empty());
  dossier.plicht.termijn = termijn;
  EXPECT_EQ(verlengWegensAanbod(dossier, Date(2026, 6, 25)).size(), 1U);
}

TEST(Wi2021Verlenging, TheRouteOfTheDayOfTheOfferCounts) {  // W21-521
  Dossier dossier = oRouteMetAanbod();
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2027, 2, 1);
  auto later = dossier.pips[0];
  later.leerroute = "B";
  later.datumRegistratie = Date(2026, 6, 10);
  dossier.pips.insert(dossier.pips.begin(), later);
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2026, 6, 10)).empty());
  dossier.pips[0].datumRegistratie = Date(2026, 6, 11);
  EXPECT_EQ(verlengWegensAanbod(dossier, Date(2026, 6, 10)).size(), 1U);
}

TEST(Wi2021Verlenging, ALateOfferIsWeighedSixMonthsBeforeTheEnd) {  // W21-522
  Dossier dossier = oRouteMetAanbod();
  const Date weegdag = Date(2028, 9, 1);
  EXPECT_TRUE(verlengWegensAanbod(dossier, weegdag).empty()) << "three months to the day";
  dossier.aanbiedingen[0].datumRegistratie = Date(2026, 6, 11);
  EXPECT_TRUE(verlengWegensAanbod(dossier, weegdag.plusDays(-1)).empty());
  EXPECT_EQ(verlengWegensAanbod(dossier, weegdag).size(), 1U);
  EXPECT_EQ(dossier.plicht.termijn->einddatum, Date(2029, 9, 1));
  EXPECT_EQ(dossier.plicht.termijn->verlengingsgrond, kGrondLaatAanbod);
  EXPECT_TRUE(verlengWegensAanbod(dossier, Date(2029, 9, 1)).empty());
}

TEST(Wi2021Verlenging, AChangedOfferIsAsOldAsItsFirstState) {  // W21-522
  Dossier dossier = oRouteMetAanbod();
  dossier.aanbodWijzigingen = dossier.aanbiedingen;
  dossier.aanbiedingen[0].datumRegistratie = Date(2027, 1, 1);
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2027, 1, 1);
  EXPECT_EQ(doorgegevenOp(dossier.aanbiedingen[0], dossier), Date(2026, 6, 10));
  EXPECT_TRUE(verlengWegensAanbod(dossier, kEinde).empty());
}

TEST(Wi2021Verlenging, TheDayProcessingGivesThem) {  // W21-521, W21-522
  const auto nummer = [] { return std::string("1"); };
  Dossier dossier = oRouteMetAanbod();
  dossier.verblijven = {{kAmsterdam, "Ingezetene", Date(2026, 1, 1), std::nullopt, std::nullopt}};
  dossier.plicht.termijn.reset();
  dossier.aanbiedingen[0].datumRegistratie = Date(2026, 3, 12);
  EXPECT_FALSE(verwerkDag(dossier, Date(2026, 3, 24), nummer).gewijzigd);
  auto stap = verwerkDag(dossier, Date(2026, 3, 25), nummer);
  EXPECT_EQ(stap.dossier.plicht.termijn->einddatum, Date(2029, 9, 1)) << "from the start of the term";
  ASSERT_FALSE(stap.signalen.empty());
  EXPECT_EQ(stap.signalen.back().code, "SS103");
  EXPECT_EQ(stap.signalen.back().gemeente, kAmsterdam);

  dossier = oRouteMetAanbod();
  dossier.aanbiedingen[0].datumRegistratie = Date(2026, 6, 11);
  EXPECT_EQ(volgendeDag(dossier, Date(2028, 8, 1)), Date(2028, 9, 1));
  EXPECT_FALSE(verwerkDag(dossier, Date(2028, 8, 31), nummer).gewijzigd);
  stap = verwerkDag(dossier, Date(2028, 9, 1), nummer);
  EXPECT_TRUE(stap.gewijzigd);
  EXPECT_EQ(stap.dossier.plicht.termijn->einddatum, Date(2029, 9, 1));
}

TEST(Wi2021Verlenging, NothingForOthersOrAfterTheTerm) {  // W21-521, W21-522
  Dossier dossier = oRouteMetAanbod();
  dossier.aanbiedingen[0].startdatumOpleiding = Date(2027, 2, 1);
  EXPECT_TRUE(verlengWegensAanbod(dossier, kEinde.plusDays(1)).empty());
  dossier.plicht.einddatum = kEinde;
  EXPECT_TRUE(verlengWegensAanbod(dossier, kEinde).empty()) << "the obligation has ended";
  dossier.plicht.einddatum.reset();
  dossier.plicht.doelgroep.indeling = "GezinsmigrantEnOverigeMigrant";
  EXPECT_TRUE(verlengWegensAanbod(dossier, kEinde).empty());
  dossier.plicht.doelgroep.indeling = "Asielstatushouder";
  EXPECT_FALSE(verlengWegensAanbod(dossier, kEinde).empty());
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
