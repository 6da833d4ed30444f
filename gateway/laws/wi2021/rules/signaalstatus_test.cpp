#include "gateway/laws/signaalstatus.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cvsgw::laws {
namespace {

using isi::Signaalstatus;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> beoordeel(const std::vector<std::optional<isi::Signaal>>& signalen,
                                   Signaalstatus status, const isi::Verwerking& verwerking = {}) {
  std::vector<std::string> out;
  for (const auto& melding : beoordeelStatuswijziging(verwerking, signalen, status))
    out.push_back(melding.code + " " + melding.veld.value_or(""));
  return out;
}

isi::Signaal met(Signaalstatus status) {
  isi::Signaal signaal;
  signaal.status = status;
  return signaal;
}

// W21-570
TEST(Signaalstatus, CanBeSetFromAnyOther) {
  EXPECT_THAT(
      beoordeel({met(Signaalstatus::nieuw), met(Signaalstatus::afgehandeld)}, Signaalstatus::inBehandeling),
      IsEmpty());
  EXPECT_THAT(
      beoordeel({met(Signaalstatus::nieuw), met(Signaalstatus::inBehandeling)}, Signaalstatus::afgehandeld),
      IsEmpty());
}

// ALG-041, ALG-032
TEST(Signaalstatus, EachThatIsNotThereOrHasItAlreadyIsNamedByPlace) {
  EXPECT_THAT(
      beoordeel({met(Signaalstatus::nieuw), std::nullopt, met(Signaalstatus::afgehandeld), std::nullopt},
                Signaalstatus::afgehandeld),
      ElementsAre("FS020 signaalIds/signaalId[2]", "AS010 signaalIds/signaalId[3]",
                  "FS020 signaalIds/signaalId[4]"));
}

// ALG-042
TEST(Signaalstatus, ASignalHasNoVersion) {
  isi::Verwerking verwerking;
  verwerking.verwachteVersie = "x";
  EXPECT_THAT(beoordeel({met(Signaalstatus::nieuw)}, Signaalstatus::afgehandeld, verwerking),
              ElementsAre("FS021 verwerking/verwachteVersie"));
}

}  // namespace
}  // namespace cvsgw::laws
