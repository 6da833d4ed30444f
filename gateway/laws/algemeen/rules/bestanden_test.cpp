#include "gateway/laws/algemeen/rules/bestanden.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "gateway/domain/regelregister.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/algemeen/law.hpp"
#include "gateway/laws/algemeen/rules/regels.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using Uitkomst = isi::Bestandsdeel::Uitkomst;

isi::Bestand bestand(std::string_view code) {
  return *isi::bestandMetCode(code, kToday);
}

isi::Bestandsdeel gevonden(Uitkomst uitkomst, Date datum = kToday, std::int32_t delen = 3) {
  isi::Bestandsdeel deel;
  deel.uitkomst = uitkomst;
  deel.datum = datum;
  deel.aantalDelen = delen;
  return deel;
}

std::string codes(const std::vector<Melding>& meldingen) {
  std::string out;
  for (const auto& melding : meldingen) out += melding.code + " ";
  return out;
}

TEST(BestandenRegels, FromPart2OnTheVersionIsNeeded) {
  EXPECT_EQ(codes(toetsVraag(1, {})), "");
  EXPECT_EQ(codes(toetsVraag(1, "v")), "");
  EXPECT_EQ(codes(toetsVraag(2, {})), "FS032 ");
  EXPECT_EQ(codes(toetsVraag(2, "v")), "");
}

TEST(BestandenRegels, APartThatIsNotThereTellsHowManyThereAre) {
  const auto meldingen = toetsDeel(bestand("isi_pvt"), gevonden(Uitkomst::deelOnbekend));
  ASSERT_EQ(codes(meldingen), "FS031 ");
  EXPECT_NE(meldingen[0].tekst.find("heeft 3 delen"), std::string::npos) << meldingen[0].tekst;
  EXPECT_NE(
      toetsDeel(bestand("isi_pvt"), gevonden(Uitkomst::deelOnbekend, kToday, 1))[0].tekst.find("één deel"),
      std::string::npos);
}

TEST(BestandenRegels, AVersionOfYesterdayIsToldToBeOld) {
  const auto oud = kToday.plusDays(-1);
  EXPECT_EQ(codes(toetsDeel(bestand("isi_pvt"), gevonden(Uitkomst::gevonden))), "");
  EXPECT_EQ(codes(toetsDeel(bestand("isi_pvt"), gevonden(Uitkomst::gevonden, oud))), "AS031 ");
  EXPECT_EQ(codes(toetsDeel(bestand("signalen_2021"), gevonden(Uitkomst::gevonden, oud))), "");
  EXPECT_EQ(codes(toetsDeel(bestand("isi_pvt"), gevonden(Uitkomst::versieOnbekend))), "FS033 ");
}

TEST(BestandenRegels, EachLawHasItsReadingRole) {
  for (const Wet wet : kWetten) EXPECT_TRUE(Rollen().add(leesrol(wet)).mayRead(wet)) << wetNaam(wet);
  EXPECT_FALSE(Rollen().add(leesrol(Wet::wi2007)).mayRead(Wet::wi2013));
}

TEST(BestandenRegels, EveryRuleNamesItsMessageAndOperationsOfThisService) {
  for (const auto& regel : bestandenRegels()) {
    EXPECT_TRUE(regel.id.starts_with("ALG-0")) << regel.id;
    if (!regel.code.empty()) {
      EXPECT_TRUE(meldingRow(regel.code).regel.starts_with(regel.id)) << regel.id;
    }
    EXPECT_EQ(regel.code.empty(), regel.aard != Regel::Aard::toets) << regel.id;
  }
  for (const auto& rij : regelregister(bestandenRegels(), {})) {
    EXPECT_FALSE(rij.operaties.empty()) << rij.id;
    for (const auto& operatie : rij.operaties)
      EXPECT_TRUE(
          std::ranges::any_of(service().operations, [&](const auto& row) { return row.name == operatie; }))
          << rij.id << " " << operatie;
  }
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
