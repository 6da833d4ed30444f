#include <thread>

#include <gmock/gmock.h>

#include "gateway/limits/caller_limits.hpp"
#include "gateway/limits/source.hpp"
#include "gateway/limits/usage_file.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::limits {
namespace {

using security::KeyedHash;
using security::Rate;
using security::Rates;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const Rates::Time kBegin{hours{1000}};
const Moment kNoon = security::testing::noon(Date(2026, 6, 15));

// --- sources

TEST(Source, A38_AnIPv6NetworkIsOneSourceAndAMappedAddressIsIPv4) {
  EXPECT_EQ(sourceOf("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(sourceOf("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(sourceOf("2001:db8:1:2:aaaa::1"), sourceOf("2001:db8:1:2::ffff"));
  EXPECT_NE(sourceOf("2001:db8:1:2::1"), sourceOf("2001:db8:1:3::1"));
  EXPECT_EQ(sourceOf("fe80::1%eth0"), sourceOf("fe80::2"));
  EXPECT_EQ(sourceOf("geen adres: dit"), "geen adres: dit");
}

// --- rates

TEST(KeyedHash, A08_GivesThePublishedVectorAndDependsOnItsKey) {
  std::array<std::uint8_t, 16> key{};
  std::string input;
  for (std::uint8_t i = 0; i < 16; ++i) key[i] = i;
  for (char i = 0; i < 15; ++i) input += i;
  EXPECT_EQ(KeyedHash(key)(input), 0xa129ca6149be45e5U) << "the paper's appendix A";
  EXPECT_NE(KeyedHash()(input), KeyedHash()(input));
  const KeyedHash hash(key);
  EXPECT_NE(hash("ab", "c"), hash("a", "bc"));
}

TEST(Rates, A36_SoManyAtOnceThenSoManyASecondAndOthersDoNotNotice) {
  Rates rates({10, 5}, 1000);
  for (int i = 0; i < 5; ++i) EXPECT_LE(rates.take(1, kBegin).count(), 0);
  EXPECT_EQ(rates.take(1, kBegin), milliseconds{100});
  EXPECT_EQ(rates.look(1, kBegin), milliseconds{100}) << "looking and being refused cost nothing";
  EXPECT_LE(rates.take(2, kBegin).count(), 0);
  EXPECT_GT(rates.take(1, kBegin + milliseconds{99}).count(), 0);
  EXPECT_LE(rates.take(1, kBegin + milliseconds{100}).count(), 0);
  int within = 0;
  for (int ms = 100; ms < 10'100; ++ms)
    within += rates.take(1, kBegin + milliseconds{ms}).count() <= 0 ? 1 : 0;
  EXPECT_NEAR(within, 100, 1);
  for (int i = 0; i < 5; ++i)
    EXPECT_LE(rates.take(1, kBegin + seconds{60}).count(), 0) << "full again, not fuller";
  EXPECT_GT(rates.take(1, kBegin + seconds{60}).count(), 0);
}

TEST(Rates, A36_ANightRunThatWaitsForItsAnswersIsNeverStopped) {
  Rates rates({LimitSettings{}.perKey}, 1000);
  int stopped = 0;
  for (int call = 0; call < 50'000; ++call)
    stopped += rates.take(1, kBegin + milliseconds{2 * call}).count() > 0 ? 1 : 0;
  EXPECT_EQ(stopped, 0);
}

TEST(Rates, A36_ZeroIsNoLimit) {
  Rates rates({0, 1}, 1000);
  for (int i = 0; i < 1000; ++i) EXPECT_LE(rates.take(1, kBegin).count(), 0);
}

TEST(Rates, A45_MemoryIsBoundedAndNobodyLosesADebtByMakingOthers) {
  // 512 places for 10,000 sources that all owe: whoever moves in takes over a debt, so that together they get
  // no more than the places' own buckets, and the first one is still refused or shares with one who is.
  Rates rates({1, 2}, 512);
  const KeyedHash hash;
  int allowed = 0;
  for (int source = 0; source < 10'000; ++source) {
    for (int i = 0; i < 3; ++i)
      allowed += rates.take(hash("bron " + std::to_string(source)), kBegin).count() <= 0 ? 1 : 0;
  }
  EXPECT_LE(allowed, 2 * 512);
  EXPECT_GT(allowed, 512);
  EXPECT_GT(rates.take(hash("bron 0"), kBegin).count(), 0);
  EXPECT_LE(rates.take(hash("bron 0"), kBegin + seconds{10}).count(), 0) << "debts end with time alone";
}

TEST(Rates, A38_ManyThreadsTogetherGetNotOneTooMany) {
  Rates rates({1, 1000}, 1000);
  std::atomic<int> allowed{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) allowed += rates.take(7, kBegin).count() <= 0 ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(allowed, 1000);
}

TEST(CallerLimits, A35_TheSourceIsAskedBeforeTheKeyAfterAndBothTellWhenToComeBack) {
  CallerLimits limits({.refusedPerSource = {0.5, 3}, .perKey = {0.1, 2}}, [](const Exhausted&) {});
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(limits.admitSource("192.0.2.1"), CallerLimits::Admission::everyone);
    limits.refusedSource("192.0.2.1");
  }
  ASSERT_EQ(limits.admitSource("192.0.2.1"), CallerLimits::Admission::nobody);
  const Fault full = limits.sourceFull("192.0.2.1");
  EXPECT_EQ(full.kind, FaultKind::tooManyRequests);
  EXPECT_EQ(full.retryAfterSeconds, 2);
  EXPECT_EQ(limits.admitSource("192.0.2.2"), CallerLimits::Admission::everyone);
  EXPECT_TRUE(limits.admitKey("AS-1", "192.0.2.3"));
  EXPECT_TRUE(limits.admitKey("AS-1", "192.0.2.3"));
  const auto key = limits.admitKey("AS-1", "192.0.2.3");
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().retryAfterSeconds, 10);
  EXPECT_TRUE(limits.admitKey("AS-2", "192.0.2.3"));
}

TEST(CallerLimits, A35_AStrangerBehindAnAddressDoesNotShutItsClientsOut) {
  using Admission = CallerLimits::Admission;
  CallerLimits::Time now = kBegin;
  CallerLimits limits(
      {.refusedPerSource = {1, 5}}, [](const Exhausted&) {}, [&] { return now; });
  const auto flood = [&] {
    int read = 0;
    for (int i = 0; i < 500 && limits.admitSource("kantoor") == Admission::everyone; ++i, ++read)
      limits.refusedSource("kantoor");
    return read;
  };
  ASSERT_TRUE(limits.admitKey("AS-1", "kantoor"));
  EXPECT_EQ(flood(), 5 + 50) << "bounded all the same";
  EXPECT_EQ(limits.admitSource("kantoor"), Admission::remembered);
  EXPECT_EQ(limits.sourceFull("kantoor").retryAfterSeconds, 1);
  ASSERT_TRUE(limits.admitKey("AS-1", "kantoor")) << "who is remembered goes on";
  EXPECT_EQ(limits.admitSource("elders"), Admission::everyone);
  now += hours{2};
  EXPECT_EQ(flood(), 5) << "nobody has been let in from there for an hour";
  EXPECT_EQ(limits.admitSource("kantoor"), Admission::nobody);
}

// --- the budget

class BudgetTest : public ::testing::Test {
 protected:
  static Asker asker(const std::string& key, const std::string& supplier = "Leverancier",
                     const std::string& source = "192.0.2.1", const std::string& gemeente = "0363") {
    return {key, *Gemeentecode::parse(gemeente), supplier, source};
  }
  bool outside(const Asker& who, int number, Moment now = kNoon) {
    return budget.admit(who, {"buiten " + std::to_string(number)}, now).has_value();
  }
  /// How many of so many different persons outside are answered.
  int sweep(const Asker& who, int from, int count, Moment now = kNoon) {
    int answered = 0;
    for (int i = 0; i < count; ++i) answered += outside(who, from + i, now) ? 1 : 0;
    return answered;
  }
  void inSight(const std::string& gemeente, std::int64_t persons, Moment now = kNoon) {
    budget.tellOwnOf(*Gemeentecode::parse(gemeente), persons, now);
  }

  std::vector<Exhausted> alarms;
  Budget budget{{.perHour = 50, .perDay = 200, .ofOwn = 20, .groupFactor = 5, .mostSources = 64},
                [this](const Exhausted& e) { alarms.push_back(e); }};
};

TEST_F(BudgetTest, A38_ASequentialSweepEndsAtTheHoursBudgetWithOneAlarm) {
  EXPECT_EQ(sweep(asker("A"), 0, 1000), 50);
  const auto refused = budget.admit(asker("A"), {"buiten 999"}, kNoon);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, FaultKind::tooManyRequests);
  EXPECT_EQ(refused.error().retryAfterSeconds, 3600) << "noon is the beginning of an hour";
  EXPECT_EQ(refused.error().log.str().find("buiten"), std::string::npos);
  ASSERT_EQ(alarms.size(), 1U);
  EXPECT_EQ(alarms[0].group, "gemeente 0363 van A");
  EXPECT_EQ(alarms[0].term, "uur");
  EXPECT_EQ(alarms[0].limit, 50);
  EXPECT_EQ(sweep(asker("B"), 0, 10), 10) << "another key has its own";
}

TEST_F(BudgetTest, A38_LowAndSlowEndsAtTheDaysBudgetUntilMidnightInAmsterdam) {
  int answered = 0;
  for (int hour = 0; hour < 12; ++hour)
    answered += sweep(asker("A"), 1000 * hour, 40, kNoon + hours{hour} - hours{1});
  EXPECT_EQ(answered, 200);
  EXPECT_EQ(alarms.back().term, "dag");
  const Moment evening = momentInAmsterdam(Date(2026, 6, 15), hours{23});
  const auto refused = budget.admit(asker("A"), {"nog een"}, evening);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().retryAfterSeconds, 3600);
  EXPECT_TRUE(outside(asker("A"), 1, evening + hours{1}));
}

TEST_F(BudgetTest, A38_DistributedOverKeysOfASupplierOrOverKeysBehindOneAddress) {
  int bySupplier = 0;
  for (int key = 0; key < 30; ++key)
    bySupplier +=
        sweep(asker("S" + std::to_string(key), "Een", "192.0.2." + std::to_string(key)), 1000 * key, 50);
  EXPECT_EQ(bySupplier, 250) << "five keys' budgets for one supplier";
  EXPECT_EQ(alarms.back().group, "leverancier Een");
  int bySource = 0;
  for (int key = 0; key < 30; ++key) {
    const std::string name = std::to_string(key);
    bySource += sweep(asker("T" + name, "L" + name, "198.51.100.1"), 1000 * key, 50);
  }
  EXPECT_EQ(bySource, 250);
  EXPECT_EQ(alarms.back().group, "bron 198.51.100.1");
}

TEST_F(BudgetTest, A38_WhomTheKeyAskedAboutCostsNothingMore) {
  EXPECT_EQ(sweep(asker("A"), 0, 60), 50);
  EXPECT_EQ(sweep(asker("A"), 0, 50), 50) << "the same fifty once more";
  EXPECT_EQ(sweep(asker("A", "Leverancier", "198.51.100.9"), 0, 50), 50) << "from elsewhere too";
  EXPECT_EQ(sweep(asker("A"), 1000, 10), 0);
}

TEST_F(BudgetTest, A38_ALargeMunicipalityMeetsMoreWhoHaveMovedEvenWhenItAsksForThemFirst) {
  inSight("0363", 4'000);
  EXPECT_EQ(sweep(asker("A"), 0, 1000), 50 + 800) << "a fifth of 4,000 on top of the hour's";
  EXPECT_EQ(sweep(asker("A"), 2000, 1000, kNoon + hours{1}), 150) << "and of the day's";
  EXPECT_EQ(alarms.back().own, 4'000);
  EXPECT_EQ(sweep(asker("A", "Leverancier", "192.0.2.1", "0599"), 0, 1000), 50)
      << "another one earns nothing by it";
  EXPECT_EQ(budget.ownOf(*Gemeentecode::parse("0363"), kNoon), 4'000);
  EXPECT_EQ(budget.ownOf(*Gemeentecode::parse("0363"), kNoon + hours{24}), std::nullopt)
      << "asked anew each day";
}

TEST_F(BudgetTest, A38_WhatOwnPersonsEarnHasAnEnd) {
  inSight("0363", 20'000);
  EXPECT_EQ(sweep(asker("A"), 0, 4000), 50 + 5 * 200) << "not a fifth of 20,000";
}

TEST_F(BudgetTest, A38_EachMunicipalityOfAKeyHasItsOwnAndAllOfThemTogetherFive) {
  const auto of = [](const std::string& gemeente) { return asker("A", "Een", "OIN 1", gemeente); };
  EXPECT_EQ(sweep(of("0363"), 0, 100), 50);
  EXPECT_EQ(sweep(of("0599"), 0, 100), 50) << "whom one has asked about does not count for another";
  int others = 0;
  for (int code = 1000; code < 1030; ++code) others += sweep(of(std::to_string(code)), 0, 100);
  EXPECT_EQ(others, 3 * 50) << "five municipalities' for the key";
  EXPECT_THAT(alarms, ::testing::Contains(::testing::Field(&Exhausted::group, "sleutel A")));
}

TEST_F(BudgetTest, A38_ASupplierOfManyMunicipalitiesIsNotStoppedByTheirNumber) {
  int answered = 0;
  for (int code = 1000; code < 1100; ++code) {
    inSight(std::to_string(code), 100);
    answered += sweep(asker("A", "Een", "OIN 1", std::to_string(code)), 0, 10);
  }
  EXPECT_EQ(answered, 1000) << "each one's share counts for all of them together";
}

TEST_F(BudgetTest, A38_SeveralPersonsInOneMessageAreAllOrNone) {
  std::vector<std::string> many;
  for (int i = 0; i < 51; ++i) many.push_back(std::to_string(i));
  EXPECT_FALSE(budget.admit(asker("A"), many, kNoon));
  many.pop_back();
  EXPECT_TRUE(budget.admit(asker("A"), many, kNoon));
  EXPECT_FALSE(budget.admit(asker("A"), {"7", "nog een"}, kNoon));
  EXPECT_TRUE(budget.admit(asker("A"), {"7", "7", "8"}, kNoon));
}

TEST_F(BudgetTest, A45_SourcesAreForgottenButTheKeysOwnBudgetIsNot) {
  int answered = 0;
  for (int i = 0; i < 200; ++i)
    answered += outside(asker("A", "Een", "elders" + std::to_string(i)), i) ? 1 : 0;
  EXPECT_EQ(answered, 50);
  EXPECT_LE(budget.changed().size(), 64U + 3U);
}

TEST_F(BudgetTest, A45_GroupsOfADayThatIsOverAreForgotten) {
  for (int i = 0; i < 40; ++i) EXPECT_TRUE(outside(asker("A", "Een", "bron" + std::to_string(i)), i));
  EXPECT_EQ(budget.changed().size(), 40U + 3U);
  EXPECT_TRUE(outside(asker("B", "Twee", "later"), 1, kNoon + hours{24}));
  EXPECT_EQ(budget.changed().size(), 4U);
  // Their places are free: as many sources again drop none of today's.
  for (int i = 0; i < 62; ++i)
    EXPECT_TRUE(
        outside(asker("C" + std::to_string(i), "Drie", "nieuw" + std::to_string(i)), i, kNoon + hours{24}));
  EXPECT_EQ(sweep(asker("D", "Vier", "later"), 0, 300, kNoon + hours{24}), 50);
  EXPECT_EQ(sweep(asker("B", "Twee", "later"), 1, 1, kNoon + hours{24}), 1) << "whom it asked about before";
}

TEST_F(BudgetTest, A38_ARestartDoesNotGiveTheDayBack) {
  const security::testing::TemporaryDirectory directory;
  const Date today = dateInAmsterdam(kNoon);
  {
    UsageFile file(directory.path(), budget, today, {});
    for (int hour = 0; hour < 3; ++hour)
      EXPECT_EQ(sweep(asker("A"), 1000 * hour, 60, kNoon + hours{hour}), 50);
  }
  const auto content = security::testing::contentOf(directory.path() / kUsageFileName);
  EXPECT_NE(content.find("gemeente 0363 van A"), std::string::npos);
  EXPECT_EQ(content.find("buiten 1"), std::string::npos);
  Budget after({.perHour = 500, .perDay = 200}, [](const Exhausted&) {});
  const UsageFile file(directory.path(), after, today, {});
  int answered = 0;
  for (int i = 0; i < 200; ++i) answered += after.admit(asker("A"), {"n" + std::to_string(i)}, kNoon) ? 1 : 0;
  EXPECT_EQ(answered, 50) << "150 of 200 were used before the restart";
  Budget tomorrow({.perHour = 500, .perDay = 200}, [](const Exhausted&) {});
  const UsageFile again(directory.path(), tomorrow, today.plusDays(1), {});
  for (int i = 0; i < 200; ++i)
    EXPECT_TRUE(tomorrow.admit(asker("A"), {"n" + std::to_string(i)}, kNoon + hours{24}));
}

TEST_F(BudgetTest, A46_AUsageFileThatOthersMayReadIsRefused) {
  const security::testing::TemporaryDirectory directory;
  { const UsageFile file(directory.path(), budget, Date(2026, 6, 15), {}); }
  const auto name = directory.path() / kUsageFileName;
  EXPECT_EQ(std::filesystem::status(name).permissions(), std::filesystem::perms(0600));
  std::filesystem::permissions(name, std::filesystem::perms(0644));
  EXPECT_THROW(UsageFile(directory.path(), budget, Date(2026, 6, 15), {}), std::runtime_error);
}

TEST(Budget, A38_ZeroIsNoBudget) {
  Budget budget({.perHour = 0, .perDay = 1}, [](const Exhausted&) {});
  for (int i = 0; i < 100; ++i)
    EXPECT_TRUE(budget.admit({"A", *Gemeentecode::parse("0363"), "L", "s"}, {std::to_string(i)}, kNoon));
  EXPECT_TRUE(budget.changed().empty());
}

}  // namespace
}  // namespace cvsgw::limits
