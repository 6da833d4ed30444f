// The final talk of the Z-route, on both sides of each boundary.
#include "gateway/laws/wi2021/rules/eindgesprek.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/testing/afronding_proef.hpp"

namespace cvsgw::laws::wi2021::afrondingproef {
namespace {

using isi::wi2021::Besluit;
using isi::wi2021::Eindgesprek;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kVeld = "eindgesprek/datumEindgesprek";
const Date kMap(2026, 1, 20);
const Date kPvt(2025, 5, 6);

class EindgesprekRegels : public ::testing::Test {
 protected:
  EindgesprekRegels() {
    proef.dossier.pips.front().leerroute = "Z";
    proef.dossier.map = isi::wi2021::Map{"m", kAmsterdam, kMap, true, std::nullopt, kMap};
    proef.dossier.pvt = isi::wi2021::Pvt{"p", kAmsterdam, kPvt, true, std::nullopt, kPvt};
  }
  Besluit registreer(Date dag, std::optional<std::int32_t> uren = 812) {
    return proef.besluit([&](const auto& stand) { return registreerEindgesprek(stand, {dag, uren}); });
  }
  Besluit wijzig(Date dag, std::optional<std::int32_t> uren = 812) {
    return proef.besluit([&](const auto& stand) { return wijzigEindgesprek(stand, {dag, uren}); });
  }
  Besluit verwijder() {
    return proef.besluit([](const auto& stand) { return verwijderEindgesprek(stand); });
  }
  void staat(Date registratie) {
    proef.dossier.eindgesprek = Eindgesprek{"v1", kAmsterdam, kMap, 812, registratie};
  }
  static std::string veld(const std::string& code) { return code + " " + kVeld; }

  Proef proef;
};

TEST_F(EindgesprekRegels, IsRegisteredAsGiven) {
  const auto besluit = registreer(proef.vandaag);
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier && besluit.dossier->eindgesprek);
  EXPECT_EQ(besluit.dossier->eindgesprek->datumEindgesprek, proef.vandaag);
  EXPECT_EQ(besluit.dossier->eindgesprek->gemeentecode, kAmsterdam);
  EXPECT_EQ(besluit.dossier->eindgesprek->datumRegistratie, proef.vandaag);
}

// W21-213
TEST_F(EindgesprekRegels, OnlyInTheZroute) {
  for (const char* route : {"B", "O"}) {
    proef.dossier.pips.front().leerroute = route;
    EXPECT_THAT(codes(registreer(proef.vandaag)), ElementsAre("FS213")) << route;
  }
  proef.dossier.pips.clear();
  EXPECT_THAT(codes(registreer(proef.vandaag)), ElementsAre("FS213")) << "no plan";
}

// W21-214
TEST_F(EindgesprekRegels, OnlyAfterMapAndPvtAreCompleted) {
  proef.dossier.map->voldaan = false;
  proef.dossier.map->datumEindgesprek.reset();
  const auto besluit = registreer(proef.vandaag);
  EXPECT_THAT(codes(besluit), ElementsAre("FS214"));
  EXPECT_NE(tekst(besluit).find("de MAP"), std::string::npos);
  proef.dossier.pvt.reset();
  EXPECT_THAT(codes(registreer(proef.vandaag)), ElementsAre("FS214", "FS214"));
}

// W21-215
TEST_F(EindgesprekRegels, NotInTheFuture) {
  EXPECT_THAT(codes(registreer(proef.vandaag)), IsEmpty());
  EXPECT_THAT(codes(registreer(proef.vandaag.plusDays(1))), ElementsAre(veld("FS215")));
}

// W21-216
TEST_F(EindgesprekRegels, NotBeforeTheDatesOfMapAndPvt) {
  EXPECT_THAT(codes(registreer(kMap)), IsEmpty());
  EXPECT_THAT(codes(registreer(kMap.plusDays(-1))), ElementsAre(veld("FS216")));
  proef.dossier.map->datumEindgesprek = kPvt.plusDays(-30);
  EXPECT_THAT(codes(registreer(kPvt)), IsEmpty());
  const auto besluit = registreer(kPvt.plusDays(-1));
  EXPECT_THAT(codes(besluit), ElementsAre(veld("FS216")));
  EXPECT_NE(tekst(besluit).find("het PVT (06-05-2025)"), std::string::npos);
}

// W21-558
TEST_F(EindgesprekRegels, TheHoursAreNotChecked) {
  for (const auto uren : {std::optional<std::int32_t>(), std::optional<std::int32_t>(0),
                          std::optional<std::int32_t>(799), std::optional<std::int32_t>(5000)}) {
    EXPECT_THAT(codes(registreer(proef.vandaag, uren)), IsEmpty());
  }
}

// W21-217, ALG-032
TEST_F(EindgesprekRegels, ASecondTalkIsAChange) {
  staat(proef.vandaag.plusDays(-1));
  EXPECT_THAT(codes(registreer(kMap.plusDays(1))), ElementsAre("FS217"));
  EXPECT_THAT(codes(registreer(kMap)), ElementsAre("AS010"));
}

// W21-218
TEST_F(EindgesprekRegels, WhatDoesNotStandCannotBeChangedOrDeleted) {
  EXPECT_THAT(codes(wijzig(kMap)), ElementsAre("FS218"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS218"));
}

// W21-219: until day 14; definitive from day 15.
TEST_F(EindgesprekRegels, CanBeChangedAndDeletedForTwoWeeks) {
  staat(proef.vandaag.plusDays(-14));
  EXPECT_THAT(codes(wijzig(kMap.plusDays(1))), IsEmpty());
  EXPECT_THAT(codes(verwijder()), IsEmpty());
  staat(proef.vandaag.plusDays(-15));
  EXPECT_THAT(codes(wijzig(kMap.plusDays(1))), ElementsAre("FS219"));
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS219"));
  EXPECT_NE(tekst(verwijder()).find(proef.vandaag.plusDays(-1).dutch()), std::string::npos);
}

// W21-557
TEST_F(EindgesprekRegels, AChangeDoesNotBeginTheTwoWeeksAgain) {
  const Date registratie = proef.vandaag.plusDays(-10);
  staat(registratie);
  const auto besluit = wijzig(kMap.plusDays(1), 640);
  ASSERT_TRUE(besluit.dossier);
  EXPECT_EQ(besluit.dossier->eindgesprek->datumEindgesprek, kMap.plusDays(1));
  EXPECT_EQ(besluit.dossier->eindgesprek->urenTaallesKnm, 640);
  EXPECT_EQ(besluit.dossier->eindgesprek->datumRegistratie, registratie);
}

// ALG-031, ALG-032
TEST_F(EindgesprekRegels, StaleAndUnchanged) {
  staat(proef.vandaag);
  EXPECT_THAT(codes(wijzig(kMap)), ElementsAre("AS010"));
  proef.verwerking.verwachteVersie = "v0";
  EXPECT_THAT(codes(verwijder()), ElementsAre("FS010 verwerking/verwachteVersie"));
}

TEST_F(EindgesprekRegels, ARemovedTalkIsGone) {
  staat(proef.vandaag);
  const auto besluit = verwijder();
  ASSERT_TRUE(besluit.dossier);
  EXPECT_FALSE(besluit.dossier->eindgesprek);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::afrondingproef
