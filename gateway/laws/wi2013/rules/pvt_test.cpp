// WijzigPvt: the table of eight reasons, the order of dates, and who may change what.
#include "gateway/laws/wi2013/rules/pvt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2013/rules/testing/stand.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::wi2013::Pvt;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The term ends on 28 February 2027.
const Date kEinde = isi::wi2013::pvtTermijnEinde(Date(2026, 3, 1));
const Date kNaEinde = kEinde.plusDays(1);

class WijzigPvtTest : public ::testing::Test {
 protected:
  Codes codes(const Pvt& invoer) { return codesOf(wijzigPvt(proef.stand(), invoer).meldingen); }
  Codes opDag(Date dag, const Pvt& invoer) {
    proef.namens.vandaag = dag;
    return codes(invoer);
  }
  static Pvt datums(std::optional<Date> start, std::optional<Date> einde, std::optional<Date> voldaan) {
    Pvt pvt;
    pvt.datumStartDeelname = start;
    pvt.datumEindeDeelname = einde;
    pvt.datumVoldaan = voldaan;
    return pvt;
  }
  static Pvt metReden(const char* reden, Pvt pvt = {}) {
    pvt.redenNietVoldaan = reden;
    return pvt;
  }
  Proef proef;
};

/// One row of § 3.5's table: what each date must be, and from when.
struct Rij {
  const char* reden;
  char start;  // L leeg, G gevuld, V vrij
  char einde;
  bool voorEinde;
};
constexpr Rij kTabel[] = {
    {"WeigertDeelname", 'L', 'L', false}, {"WeigertOndertekening", 'G', 'G', false},
    {"ReageertNiet", 'L', 'L', false},    {"NietVerschenen", 'V', 'V', false},
    {"GeenAanbod", 'L', 'L', true},       {"Ziekte", 'V', 'V', true},
    {"Detentie", 'V', 'V', true},         {"Overmacht", 'V', 'V', false},
};

// W13-023, W13-024
TEST_F(WijzigPvtTest, EachReasonWantsItsDatesEmptyFilledOrEither) {
  const Date a(2026, 10, 1);
  const Date b(2026, 10, 8);
  for (const auto& rij : kTabel) {
    for (int bits = 0; bits < 8; ++bits) {
      const bool start = (bits & 1) != 0;
      const bool einde = (bits & 2) != 0;
      const bool voldaan = (bits & 4) != 0;
      Codes verwacht;
      const auto eis = [&verwacht](char soort, bool gevuld) {
        if (soort == 'L' && gevuld) verwacht.push_back("FS313");
        if (soort == 'G' && !gevuld) verwacht.push_back("FS314");
      };
      eis(rij.start, start);
      eis(rij.einde, einde);
      eis('L', voldaan);
      const auto invoer = metReden(
          rij.reden, datums(start ? std::optional(a) : std::nullopt, einde ? std::optional(b) : std::nullopt,
                            voldaan ? std::optional(b) : std::nullopt));
      EXPECT_EQ(opDag(kNaEinde, invoer), verwacht) << rij.reden << " " << bits;
    }
  }
}

// W13-025, W13-026: both sides of both days.
TEST_F(WijzigPvtTest, AReasonCanBeGivenFromItsDayOn) {
  for (const auto& rij : kTabel) {
    Pvt invoer = metReden(rij.reden);
    if (rij.start == 'G') invoer = metReden(rij.reden, datums(Date(2026, 4, 1), Date(2026, 4, 2), {}));
    const Date vanaf = rij.voorEinde ? kEinde.plusMonths(-2) : kNaEinde;
    EXPECT_EQ(opDag(vanaf, invoer), Codes{}) << rij.reden;
    EXPECT_EQ(opDag(vanaf.plusDays(-1), invoer), Codes{rij.voorEinde ? "FS315" : "FS316"}) << rij.reden;
  }
  EXPECT_EQ(opDag(kEinde, metReden("Overmacht")), Codes{"FS316"}) << "the last day is not over yet";
}

TEST_F(WijzigPvtTest, TheMessageNamesTheDayAndTheReason) {
  proef.namens.vandaag = kToday;
  auto invoer = metReden("Ziekte", datums({}, {}, kToday));
  const auto meldingen = wijzigPvt(proef.stand(), invoer).meldingen;
  ASSERT_EQ(codesOf(meldingen), (Codes{"FS313", "FS315"}));
  EXPECT_NE(meldingen[0].tekst.find("Bijzondere omstandigheden - Ziekte"), std::string::npos);
  EXPECT_EQ(meldingen[0].veld, "pvt/datumVoldaan");
  EXPECT_NE(meldingen[1].tekst.find("28-12-2026"), std::string::npos);
}

// W13-027, W13-028: the same day is fine, the day before is not.
TEST_F(WijzigPvtTest, DatesAreInOrder) {
  const Date dag(2026, 10, 5);
  EXPECT_EQ(codes(datums(dag, dag, dag)), Codes{});
  EXPECT_EQ(codes(datums(dag, dag.plusDays(-1), {})), Codes{"FS317"});
  EXPECT_EQ(codes(datums({}, dag, dag.plusDays(-1))), Codes{"FS318"});
  EXPECT_EQ(codes(datums(dag, {}, dag.plusDays(-1))), Codes{"FS318"});
  EXPECT_EQ(codes(datums(dag, dag.plusDays(-1), dag.plusDays(-2))), (Codes{"FS317", "FS318"}));
}

// W13-029
TEST_F(WijzigPvtTest, NoDateIsInTheFuture) {
  const Date morgen = kToday.plusDays(1);
  EXPECT_EQ(codes(datums(kToday, kToday, kToday)), Codes{});
  EXPECT_EQ(codes(datums(morgen, {}, {})), Codes{"FS319"});
  EXPECT_EQ(codes(datums({}, morgen, {})), Codes{"FS319"});
  EXPECT_EQ(codes(datums({}, {}, morgen)), Codes{"FS319"});
  EXPECT_EQ(codes(datums(morgen, morgen, morgen)), (Codes{"FS319", "FS319", "FS319"}));
}

// W13-020
TEST_F(WijzigPvtTest, OnlyOfWhoHasTheDuty) {
  proef.dossier.pvt.pvtPlichtig = false;
  EXPECT_EQ(codes(datums(kToday, {}, {})), Codes{"FS310"});
  proef.dossier.pvt.pvtPlichtig.reset();
  EXPECT_EQ(codes(datums(kToday, {}, {})), Codes{"FS310"});
  proef.dossier.pvt.pvtPlichtig = true;
  EXPECT_EQ(codes(datums(kToday, {}, {})), Codes{});
}

// W13-021
TEST_F(WijzigPvtTest, WhatIsDefinitiveChangesByRequestOnly) {
  auto& pvt = proef.dossier.pvt;
  pvt.datumVoldaan = pvt.datumRegistratie = kToday.plusDays(-20);
  pvt.definitief = false;
  EXPECT_EQ(codes(datums({}, {}, kToday)), Codes{});
  pvt.definitief = true;
  EXPECT_EQ(codes(datums({}, {}, kToday)), Codes{"FS311"});
  EXPECT_EQ(codes({}), Codes{"FS311"});
  EXPECT_EQ(codes(datums(kToday.plusDays(-30), {}, pvt.datumVoldaan)), Codes{})
      << "the dates of taking part do not become definitive";
}

// W13-004, W13-005, W13-006
TEST_F(WijzigPvtTest, OnlyByTheMunicipalityWhereThePersonLives) {
  const auto invoer = datums(kToday, {}, {});
  proef.verblijf = isi::wi2013::Verblijf::voormaligWoonachtig;
  EXPECT_EQ(codes(invoer), Codes{"FS305"});
  proef.dossier.datumUitschrijving = kToday;
  EXPECT_EQ(codes(invoer), Codes{"FS306"});
  proef.dossier.datumOverlijden = kToday;
  EXPECT_EQ(codes(invoer), Codes{"FS304"});
}

TEST_F(WijzigPvtTest, ExpectsTheVersionThatWasRead) {
  proef.dossier.pvt.versie = "a1";
  proef.verwerking.verwachteVersie = "a1";
  EXPECT_EQ(codes(datums(kToday, {}, {})), Codes{});
  proef.verwerking.verwachteVersie = "a0";
  EXPECT_EQ(codes(datums(kToday, {}, {})), Codes{"FS010"});
}

TEST_F(WijzigPvtTest, AllBrokenRulesAreToldAtOnce) {
  proef.verblijf = isi::wi2013::Verblijf::voormaligWoonachtig;
  proef.dossier.pvt.pvtPlichtig = false;
  proef.verwerking.verwachteVersie = "x";
  const Date morgen = kToday.plusDays(1);
  EXPECT_EQ(
      codes(metReden("ReageertNiet", datums(morgen, kToday, kToday.plusDays(-1)))),
      (Codes{"FS305", "FS010", "FS310", "FS313", "FS313", "FS313", "FS316", "FS319", "FS317", "FS318"}));
}

TEST_F(WijzigPvtTest, TheSameAgainIsToldAndChangesNothing) {
  proef.dossier.pvt.datumStartDeelname = kToday;
  const auto besluit = wijzigPvt(proef.stand(), datums(kToday, {}, {}));
  EXPECT_EQ(codesOf(besluit.meldingen), Codes{"AS010"});
  EXPECT_FALSE(besluit.dossier);
}

// W13-033
TEST_F(WijzigPvtTest, RegistersTheDayAndTheMunicipalityOfSigning) {
  proef.dossier.verblijven = {{kAlmere, Date(2026, 1, 1), Date(2026, 10, 31)},
                              {kGroningen, Date(2026, 11, 1), std::nullopt}};
  auto besluit = wijzigPvt(proef.stand(), datums({}, {}, Date(2026, 10, 31)));
  ASSERT_TRUE(besluit.dossier);
  EXPECT_EQ(besluit.dossier->pvt.gemeenteOndertekening, kAlmere.value());
  EXPECT_EQ(besluit.dossier->pvt.datumRegistratie, kToday);
  EXPECT_EQ(besluit.dossier->pvt.definitief, false);
  besluit = wijzigPvt(proef.stand(), datums({}, {}, Date(2026, 11, 1)));
  EXPECT_EQ(besluit.dossier->pvt.gemeenteOndertekening, kGroningen.value());
  proef.dossier = *besluit.dossier;
  besluit = wijzigPvt(proef.stand(), {});
  EXPECT_EQ(besluit.dossier->pvt.gemeenteOndertekening, std::nullopt);
  EXPECT_EQ(besluit.dossier->pvt.datumRegistratie, std::nullopt);
  EXPECT_EQ(besluit.dossier->pvt.definitief, std::nullopt);
}

// W13-032: after the first reason was cleaned, the second overrun takes a reason of its own.
TEST_F(WijzigPvtTest, ASecondOverrunTakesANewReason) {
  proef.dossier.eerdereRedenen = {{"GeenAanbod", Date(2026, 2, 1), Date(2026, 3, 1)}};
  EXPECT_EQ(opDag(kNaEinde, metReden("GeenAanbod")), Codes{});
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
