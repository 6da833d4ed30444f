#include "gateway/domain/regelregister.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace cvsgw {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array kMeldingen = std::to_array<MeldingRow>({
    {"AS902", true, "Bevestig het.", "T-902 (Boek § 2 (nieuw))", "2023-01-01"},
    {"FS901", false, "Kan niet.", "T-901 (Boek § 1)", "2022-01-01"},
});
constexpr std::array kRegels = std::to_array<Regel>({
    {.id = "T-950", .aard = Regel::Aard::automatisch, .bron = "Boek § 9", .tekst = "Gaat vanzelf."},
    {.id = "T-902", .operaties = "Doe Doe2", .code = "AS902"},
    {.id = "T-900", .operaties = "alle wijzigingen", .code = "FS999"},
});

TEST(Regelregister, JoinsRulesAndMessagesInTheOrderOfTheIds) {
  const auto rijen = regelregister(kRegels, kMeldingen);
  ASSERT_EQ(rijen.size(), 4U);
  EXPECT_EQ(rijen[0].id, "T-900");
  EXPECT_TRUE(rijen[0].alleWijzigingen);
  EXPECT_THAT(rijen[0].operaties, IsEmpty());
  EXPECT_EQ(rijen[0].tekst, "") << "its code is not registered";
  EXPECT_EQ(rijen[1].id, "T-901") << "a message that no rule names";
  EXPECT_EQ(rijen[1].bron, "Boek § 1");
  EXPECT_EQ(rijen[2].code, "AS902");
  EXPECT_TRUE(rijen[2].bevestigen);
  EXPECT_EQ(rijen[2].bron, "Boek § 2 (nieuw)");
  EXPECT_EQ(rijen[2].geldigVanaf, "2023-01-01");
  EXPECT_THAT(rijen[2].operaties, ElementsAre("Doe", "Doe2"));
  EXPECT_EQ(rijen[3].tekst, "Gaat vanzelf.");
  EXPECT_EQ(rijen[3].code, "");
}

}  // namespace
}  // namespace cvsgw
