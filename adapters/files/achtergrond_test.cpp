#include "adapters/files/achtergrond.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace cvsgw::files {
namespace {

class Traag final : public Afvoer {
 public:
  void schrijf(std::string_view bytes) override {
    std::this_thread::sleep_for(wacht);
    if (kapotNa == 0) throw FilesError("full");
    --kapotNa;
    alles.append(bytes);
    ++geschreven;
  }
  std::chrono::milliseconds wacht{0};
  int kapotNa = 1'000'000;
  std::string alles;
  std::atomic<int> geschreven{0};
};

TEST(Achtergrond, EverythingComesInOrder) {
  Traag naar;
  Achtergrond achtergrond(naar);
  std::string verwacht;
  for (int i = 0; i < 2000; ++i) {
    achtergrond.schrijf(std::to_string(i) + ";");
    verwacht += std::to_string(i) + ";";
  }
  achtergrond.klaar();
  EXPECT_EQ(naar.alles, verwacht);
}

TEST(Achtergrond, WhoMakesFasterThanIsWrittenWaits) {
  Traag naar;
  naar.wacht = std::chrono::milliseconds(10);
  Achtergrond achtergrond(naar);
  for (int i = 1; i <= 20; ++i) {
    achtergrond.schrijf("x");
    EXPECT_GE(naar.geschreven + 5, i);  // four that wait and one in hand
  }
  achtergrond.klaar();
  EXPECT_EQ(naar.geschreven, 20);
}

TEST(Achtergrond, AFailureOfTheWritingReachesWhoMakes) {
  Traag naar;
  naar.kapotNa = 3;
  Achtergrond achtergrond(naar);
  const auto alles = [&] {
    for (int i = 0; i < 100; ++i) achtergrond.schrijf("x");
    achtergrond.klaar();
  };
  EXPECT_THROW(alles(), FilesError);
  EXPECT_EQ(naar.geschreven, 3);
  EXPECT_THROW(achtergrond.klaar(), FilesError);
}

TEST(Achtergrond, WhoGivesUpDoesNotHang) {
  Traag naar;
  naar.wacht = std::chrono::milliseconds(5);
  {
    Achtergrond achtergrond(naar);
    for (int i = 0; i < 4; ++i) achtergrond.schrijf("x");
  }
  EXPECT_LE(naar.geschreven, 4);
}

}  // namespace
}  // namespace cvsgw::files
