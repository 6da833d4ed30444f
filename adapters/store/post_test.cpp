// The outbox on SQL: once, taken by one, tried for two days, forgotten after thirty.
#include "adapters/store/post.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/temp_database.hpp"

namespace cvsgw::store {
namespace {

using isi::Bezorging;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date kDag(2026, 11, 23);
const Moment kZeven = momentInAmsterdam(kDag, hours{7});
const auto kHuur = minutes{2};

class PostTest : public ::testing::Test {
 protected:
  bool zet(const std::string& sleutel, Moment nietVoor = kZeven) {
    Database::Writing writer(*world);
    isi::Mail mail;
    mail.soort = "weekmail";
    mail.sleutel = sleutel;
    mail.gemeente = *Gemeentecode::parse("0363");
    mail.aan = sleutel + "@gemeente.example";
    mail.onderwerp = "Onderwerp";
    mail.tekst = "Tekst";
    mail.nietVoor = nietVoor;
    const bool nieuw = zetKlaar(*writer, mail);
    writer.commit();
    return nieuw;
  }
  std::optional<isi::Poststuk> neem(Moment nu) {
    auto stuk = post.neem({nu, nu}, kHuur);
    EXPECT_TRUE(stuk);
    return stuk ? *stuk : std::nullopt;
  }
  std::optional<isi::Opgegeven> meld(const isi::Poststuk& stuk, Bezorging::Soort soort, Moment nu) {
    const auto uitkomst = post.meld(stuk, {soort, "SMTP 450 bij RCPT"}, {nu, nu});
    EXPECT_TRUE(uitkomst);
    return uitkomst ? *uitkomst : std::nullopt;
  }
  void ruimOp(Date dag) {
    Database::Writing writer(*world);
    ruimPostOp(*writer, dag);
    writer.commit();
  }
  std::vector<std::string> onbezorgd() {
    Database::Reading session(*world);
    std::vector<std::string> rijen;
    for (const auto& rij : onbezorgdePost(*session))
      rijen.push_back(rij.toestand + " " + std::to_string(rij.aantal) + " " + rij.oorzaak.value_or("-"));
    return rijen;
  }
  std::int64_t aantal() {
    Database::Reading session(*world);
    auto query = session->query("SELECT COUNT(*) FROM mail");
    return query.step() ? query.number(0) : -1;
  }

  TempDatabase world;
  PostbusStore post{*world};
};

TEST_F(PostTest, AKeyIsPutInOnce) {
  EXPECT_TRUE(zet("a"));
  EXPECT_FALSE(zet("a"));
  EXPECT_TRUE(zet("b"));
  EXPECT_EQ(aantal(), 2);
}

// W21-680
TEST_F(PostTest, NothingGoesBeforeItsTime) {
  zet("a");
  EXPECT_FALSE(neem(kZeven - minutes{1})) << "06:59";
  EXPECT_FALSE(neem(kZeven - milliseconds{1}));
  const auto stuk = neem(kZeven);
  ASSERT_TRUE(stuk);
  EXPECT_EQ(stuk->aan, "a@gemeente.example");
  EXPECT_EQ(stuk->poging, 1);
}

TEST_F(PostTest, TheGatewaysClockSaysWhenAndTheSystemsHowLong) {
  zet("a");
  EXPECT_FALSE(*post.neem({kZeven - hours{1}, kZeven + hours{24}}, kHuur));
  const auto stuk = *post.neem({kZeven, kZeven + hours{1000}}, kHuur);
  ASSERT_TRUE(stuk);
  EXPECT_EQ(stuk->aangeboden, kZeven + hours{1000});
}

TEST_F(PostTest, WhatOneHasTakenNoOtherGetsUntilItsTimeIsUp) {
  zet("a");
  const auto eerste = neem(kZeven);
  ASSERT_TRUE(eerste);
  EXPECT_FALSE(neem(kZeven));
  EXPECT_FALSE(neem(kZeven + kHuur - milliseconds{1}));
  const auto tweede = neem(kZeven + kHuur);
  ASSERT_TRUE(tweede) << "the first one died";
  EXPECT_EQ(tweede->messageKenmerk, eerste->messageKenmerk) << "so that the receiver knows the twin";
  EXPECT_EQ(tweede->poging, 2);
}

TEST_F(PostTest, EveryMailHasAMarkOfItsOwn) {
  zet("a");
  zet("b");
  const auto een = neem(kZeven);
  const auto twee = neem(kZeven);
  ASSERT_TRUE(een && twee);
  EXPECT_NE(een->messageKenmerk, twee->messageKenmerk);
  EXPECT_EQ(een->messageKenmerk.size(), 32U);
}

TEST_F(PostTest, WhatIsDeliveredIsNotSentAgain) {
  zet("a");
  EXPECT_FALSE(meld(*neem(kZeven), Bezorging::Soort::bezorgd, kZeven));
  EXPECT_FALSE(neem(kZeven + hours{24}));
  EXPECT_THAT(onbezorgd(), IsEmpty());
}

TEST_F(PostTest, WhoWasTooSlowDoesNotUndoWhatAnotherDid) {
  zet("a");
  const auto traag = neem(kZeven);
  const auto ander = neem(kZeven + kHuur);
  meld(*ander, Bezorging::Soort::bezorgd, kZeven + kHuur);
  EXPECT_FALSE(meld(*traag, Bezorging::Soort::geweigerd, kZeven + kHuur));
  EXPECT_THAT(onbezorgd(), IsEmpty());
}

TEST_F(PostTest, ButDeliveredIsDelivered) {
  zet("a");
  const auto traag = neem(kZeven);
  const auto ander = neem(kZeven + kHuur);
  meld(*traag, Bezorging::Soort::bezorgd, kZeven + kHuur);
  EXPECT_FALSE(meld(*ander, Bezorging::Soort::nietNu, kZeven + kHuur));
  EXPECT_FALSE(neem(kZeven + hours{24}));
}

// W21-689
TEST_F(PostTest, ItIsTriedForTwoDaysAndThenReported) {
  zet("a");
  Moment nu = kZeven;
  int pogingen = 0;
  std::optional<isi::Opgegeven> opgegeven;
  while (!opgegeven && nu <= kZeven + hours{49}) {
    if (const auto stuk = neem(nu)) {
      ++pogingen;
      opgegeven = meld(*stuk, Bezorging::Soort::nietNu, nu);
      EXPECT_EQ(opgegeven.has_value(), nu >= kZeven + hours{48}) << momentText(nu);
    }
    nu += minutes{1};
  }
  ASSERT_TRUE(opgegeven);
  EXPECT_EQ(nu - minutes{1}, kZeven + hours{48}) << "the last attempt is at the very end";
  EXPECT_EQ(opgegeven->pogingen, pogingen);
  EXPECT_GT(pogingen, 48);
  EXPECT_THAT(onbezorgd(), ElementsAre("opgegeven 1 SMTP 450 bij RCPT"));
  EXPECT_FALSE(neem(nu + hours{24}));
}

// W21-690
TEST_F(PostTest, ARefusalForGoodIsReportedAtOnce) {
  zet("a");
  zet("b");
  const auto opgegeven = meld(*neem(kZeven), Bezorging::Soort::geweigerd, kZeven);
  ASSERT_TRUE(opgegeven);
  EXPECT_EQ(opgegeven->pogingen, 1);
  EXPECT_TRUE(neem(kZeven)) << "the other one goes";
}

// W21-689
TEST_F(PostTest, AServerThatTakesNothingCostsEachMailItsTwoDays) {
  zet("a");
  zet("b");
  const auto a = neem(kZeven);
  meld(*a, Bezorging::Soort::onbereikbaar, kZeven);
  EXPECT_THAT(*post.geefOp("geen verbinding", {kZeven, kZeven + hours{48} - milliseconds{1}}), IsEmpty());
  const auto opgegeven = *post.geefOp("geen verbinding", {kZeven, kZeven + hours{48}});
  EXPECT_EQ(opgegeven.size(), 2U) << "b was never tried, but offered from the beginning";
  EXPECT_THAT(onbezorgd(), ElementsAre("opgegeven 2 geen verbinding"));
}

// W21-691
TEST_F(PostTest, WhatIsDeliveredIsKeptForThirtyDays) {
  zet("a");
  meld(*neem(kZeven), Bezorging::Soort::bezorgd, kZeven);
  ruimOp(kDag.plusDays(30));
  EXPECT_EQ(aantal(), 1);
  ruimOp(kDag.plusDays(31));
  EXPECT_EQ(aantal(), 0);
}

// W21-691
TEST_F(PostTest, WhatNobodySendsIsGivenUpAfterThirtyDaysAndForgottenThirtyLater) {
  zet("a");
  ruimOp(kDag.plusDays(30));
  EXPECT_THAT(onbezorgd(), ElementsAre("wacht 1 -"));
  ruimOp(kDag.plusDays(31));
  EXPECT_THAT(onbezorgd(), ElementsAre("opgegeven 1 nooit verstuurd"));
  ruimOp(kDag.plusDays(61));
  EXPECT_EQ(aantal(), 1);
  ruimOp(kDag.plusDays(62));
  EXPECT_EQ(aantal(), 0);
}

}  // namespace
}  // namespace cvsgw::store
