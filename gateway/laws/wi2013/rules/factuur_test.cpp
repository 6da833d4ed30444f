// The invoice: its preconditions, its numbers, and until when it can be changed.
#include "gateway/laws/wi2013/rules/factuur.hpp"

#include <gtest/gtest.h>

#include "gateway/laws/wi2013/rules/testing/stand.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::wi2013::Factuur;

Factuur factuur(const char* nummer = "PVT1", std::optional<std::string> debiteur = std::nullopt) {
  Factuur out;
  out.factuurnummer = nummer;
  out.factuurdatum = Date(2026, 11, 20);
  out.debiteurnummer = std::move(debiteur);
  return out;
}

class FactuurTest : public ::testing::Test {
 protected:
  FactuurTest() { proef.dossier.pvt.datumVoldaan = Date(2026, 11, 1); }
  Codes toe(const Factuur& invoer) { return codesOf(voegFactuurToe(proef.stand(), invoer).meldingen); }
  Codes wijzig(const Factuur& invoer) { return codesOf(wijzigFactuur(proef.stand(), invoer).meldingen); }
  Codes weg() { return codesOf(verwijderFactuur(proef.stand()).meldingen); }
  void heeft(const char* status) {
    proef.dossier.facturen = {factuur("OUD")};
    proef.dossier.facturen.back().status = status;
  }
  Proef proef;
};

// W13-040 to W13-043: each precondition alone, and all at once.
TEST_F(FactuurTest, HasItsPreconditions) {
  EXPECT_EQ(toe(factuur()), Codes{});
  proef.dossier.lening = false;
  EXPECT_EQ(toe(factuur()), Codes{"FS330"});
  proef.dossier.lening = true;
  proef.dossier.pvt.datumVoldaan.reset();
  EXPECT_EQ(toe(factuur()), Codes{"FS331"});
  proef.dossier.pvt.datumVoldaan = Date(2026, 11, 1);
  proef.rekeningnummerBekend = false;
  EXPECT_EQ(toe(factuur()), Codes{"FS333"});
  EXPECT_EQ(voegFactuurToe(proef.stand(), factuur())
                .meldingen[0]
                .tekst.find("Rekeningnummer van uw gemeente is niet bekend bij DUO"),
            0U)
      << "the manual's own words";
  proef.dossier.lening = false;
  proef.dossier.pvt.datumVoldaan.reset();
  heeft("2");
  EXPECT_EQ(toe(factuur("", "")), (Codes{"FS330", "FS331", "FS332", "FS333", "FS335", "FS337"}));
}

// W13-042: all six states.
TEST_F(FactuurTest, ANewOneOnlyAfterARejectedOrRefusedOne) {
  for (const char* status : {"2", "3", "4", "5"}) {
    heeft(status);
    EXPECT_EQ(toe(factuur()), Codes{"FS332"}) << status;
  }
  for (const char* status : {"1", "6"}) {
    heeft(status);
    const auto besluit = voegFactuurToe(proef.stand(), factuur());
    EXPECT_EQ(codesOf(besluit.meldingen), Codes{}) << status;
    ASSERT_TRUE(besluit.dossier);
    EXPECT_EQ(besluit.dossier->facturen.size(), 2U) << "the refused one stays as history";
  }
}

// W13-044 to W13-047: sixteen and seventeen, ten and eleven.
TEST_F(FactuurTest, NumbersAreShortAndAlphanumeric) {
  EXPECT_EQ(toe(factuur("ABCDEF1234567890", "D123456789")), Codes{});
  EXPECT_EQ(toe(factuur("ABCDEF12345678901")), Codes{"FS334"});
  EXPECT_EQ(toe(factuur("PVT 1")), Codes{"FS335"});
  EXPECT_EQ(toe(factuur("PVT-1")), Codes{"FS335"});
  EXPECT_EQ(toe(factuur("")), Codes{"FS335"});
  EXPECT_EQ(toe(factuur("\xc3\xa9")), Codes{"FS335"}) << "a letter of the alphabet";
  EXPECT_EQ(toe(factuur("PVT1", "D1234567890")), Codes{"FS336"});
  EXPECT_EQ(toe(factuur("PVT1", "D/1")), Codes{"FS337"});
  EXPECT_EQ(toe(factuur("PVT-EF12345678901", "D-123456789")), (Codes{"FS334", "FS335", "FS336", "FS337"}));
  heeft("2");
  EXPECT_EQ(wijzig(factuur("ABCDEF12345678901", "D/234567890")), (Codes{"FS334", "FS336", "FS337"}));
}

// W13-048
TEST_F(FactuurTest, TheAmountIsFixed) {
  auto invoer = factuur();
  invoer.bedrag = Bedrag{1};
  const auto besluit = voegFactuurToe(proef.stand(), invoer);
  EXPECT_EQ(besluit.dossier->facturen.back().bedrag.centen, 15000);
  EXPECT_EQ(besluit.dossier->facturen.back().status, "2");
  proef.dossier = *besluit.dossier;
  invoer.factuurnummer = "PVT2";
  const auto gewijzigd = wijzigFactuur(proef.stand(), invoer);
  EXPECT_EQ(gewijzigd.dossier->facturen.back().bedrag.centen, 15000);
  EXPECT_EQ(gewijzigd.dossier->facturen.back().factuurnummer, "PVT2");
}

// W13-050, W13-051
TEST_F(FactuurTest, ChangesAndGoesUntilThePersonHasAccepted) {
  EXPECT_EQ(wijzig(factuur()), Codes{"FS340"});
  EXPECT_EQ(weg(), Codes{"FS340"});
  for (const char* status : {"1", "2", "3", "6"}) {
    heeft(status);
    EXPECT_EQ(wijzig(factuur()), Codes{}) << status;
    EXPECT_EQ(weg(), Codes{}) << status;
  }
  for (const char* status : {"4", "5"}) {
    heeft(status);
    EXPECT_EQ(wijzig(factuur()), Codes{"FS341"}) << status;
    EXPECT_EQ(weg(), Codes{"FS341"}) << status;
  }
  heeft("2");
  EXPECT_TRUE(verwijderFactuur(proef.stand()).dossier->facturen.empty());
}

TEST_F(FactuurTest, OnlyTheMunicipalityWhereThePersonLives) {
  proef.verblijf = isi::wi2013::Verblijf::voormaligWoonachtig;
  EXPECT_EQ(toe(factuur()), Codes{"FS305"});
  heeft("2");
  EXPECT_EQ(wijzig(factuur()), Codes{"FS305"});
  EXPECT_EQ(weg(), Codes{"FS305"});
}

TEST_F(FactuurTest, TheSameAgainIsToldAndChangesNothing) {
  heeft("2");
  EXPECT_EQ(toe(factuur("OUD")), Codes{"AS010"});
  EXPECT_EQ(wijzig(factuur("OUD")), Codes{"AS010"});
  EXPECT_EQ(wijzig(factuur("OUD", "D1")), Codes{});
}

TEST_F(FactuurTest, ExpectsTheVersionThatWasRead) {
  heeft("2");
  proef.dossier.facturen.back().versie = "a1";
  proef.verwerking.verwachteVersie = "a0";
  EXPECT_EQ(wijzig(factuur()), Codes{"FS010"});
  EXPECT_EQ(weg(), Codes{"FS010"});
  proef.verwerking.verwachteVersie = "a1";
  EXPECT_EQ(weg(), Codes{});
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
