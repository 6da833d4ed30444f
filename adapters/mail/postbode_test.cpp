#include "adapters/mail/postbode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <deque>

namespace cvsgw::mail {
namespace {

using isi::Bezorging;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Moment kBegin = momentInAmsterdam(Date(2026, 11, 23), std::chrono::hours{7});

/// Gives its mails once each.
class Bus final : public isi::Postbus {
 public:
  Outcome<std::optional<isi::Poststuk>> neem(const isi::Tijden&, std::chrono::milliseconds) override {
    if (kapot) return refuse(FaultKind::isiUnavailable, {}, "kapot");
    if (wachtend.empty()) return std::optional<isi::Poststuk>();
    isi::Poststuk stuk;
    stuk.mailId = wachtend.front();
    wachtend.pop_front();
    return std::optional(stuk);
  }
  Outcome<std::optional<isi::Opgegeven>> meld(const isi::Poststuk& stuk, const Bezorging& bezorging,
                                              const isi::Tijden&) override {
    gemeld.push_back(stuk.mailId + " " + bezorging.oorzaak);
    if (bezorging.soort != Bezorging::Soort::geweigerd) return std::optional<isi::Opgegeven>();
    return std::optional(isi::Opgegeven{stuk.mailId, "weekmail", {}, 1, bezorging.oorzaak});
  }
  Outcome<std::vector<isi::Opgegeven>> geefOp(const std::string&, const isi::Tijden&) override {
    return std::exchange(verlopen, {});
  }
  std::deque<std::string> wachtend;
  std::vector<std::string> gemeld;
  std::vector<isi::Opgegeven> verlopen;
  bool kapot = false;
};

class RondeTest : public ::testing::Test {
 protected:
  Postbodewerk werk() {
    Postbodewerk out;
    out.nu = [this] { return isi::Tijden{nu, nu}; };
    out.verstuur = [this](const isi::Poststuk&) { return uitslag; };
    out.huur = minutes{2};
    out.opgegeven = [this](const isi::Opgegeven& mail) { log.push_back("op " + mail.mailId); };
    out.storing = [this](const LogText& oorzaak) { log.push_back("storing " + oorzaak.str()); };
    out.hersteld = [this] { log.emplace_back("hersteld"); };
    return out;
  }
  void loop() {
    ronde.loop([] { return false; });
  }

  Moment nu = kBegin;
  Bezorging uitslag{Bezorging::Soort::bezorgd, ""};
  std::vector<std::string> log;
  Bus bus;
  Ronde ronde{bus, werk()};
};

TEST_F(RondeTest, AllThatWaitsGoesInOneRound) {
  bus.wachtend = {"a", "b", "c"};
  loop();
  EXPECT_THAT(bus.gemeld, ElementsAre("a ", "b ", "c "));
  EXPECT_THAT(log, IsEmpty());
}

TEST_F(RondeTest, OneThatIsRefusedDoesNotHoldUpTheOthers) {
  bus.wachtend = {"a", "b"};
  uitslag = {Bezorging::Soort::geweigerd, "SMTP 550 bij RCPT"};
  loop();
  EXPECT_THAT(log, ElementsAre("op a", "op b"));
}

TEST_F(RondeTest, AServerThatTakesNothingIsLeftAloneForEverLonger) {
  uitslag = {Bezorging::Soort::onbereikbaar, "geen verbinding"};
  bus.wachtend = {"a", "b", "c", "d", "e", "f", "g"};
  std::vector<long> wachttijden;
  for (int keer = 0; keer < 6; ++keer) {
    const auto voor = bus.gemeld.size();
    const Moment begin = nu;
    loop();
    while (bus.gemeld.size() == voor) {
      nu += minutes{1};
      loop();
    }
    wachttijden.push_back((nu - begin) / minutes{1});
  }
  EXPECT_THAT(wachttijden, ElementsAre(0, 1, 2, 4, 8, 15));
  EXPECT_THAT(log, ElementsAre("storing geen verbinding")) << "said once";
  uitslag = {Bezorging::Soort::bezorgd, ""};
  nu += minutes{15};
  loop();
  EXPECT_THAT(log, ElementsAre("storing geen verbinding", "hersteld"));
}

TEST_F(RondeTest, WhatHasExpiredMeanwhileIsReported) {
  uitslag = {Bezorging::Soort::onbereikbaar, "geen verbinding"};
  bus.wachtend = {"a"};
  bus.verlopen = {{"b", "weekmail", {}, 0, "geen verbinding"}};
  loop();
  EXPECT_THAT(log, ElementsAre("storing geen verbinding", "op b"));
}

TEST_F(RondeTest, AnOutboxThatCannotBeReadIsSaidOnce) {
  bus.kapot = true;
  loop();
  loop();
  EXPECT_THAT(log, ElementsAre("storing kapot"));
}

TEST_F(RondeTest, StopsBetweenTwoMails) {
  bus.wachtend = {"a", "b"};
  int gevraagd = 0;
  ronde.loop([&] { return ++gevraagd > 1; });
  EXPECT_THAT(bus.gemeld, ElementsAre("a "));
}

TEST(Postbode, GoesRoundUntilItIsStopped) {
  std::atomic<int> rondes{0};
  {
    Postbode bode([&](const std::function<bool()>& gestopt) { rondes += gestopt() ? 0 : 1; });
    while (rondes == 0) std::this_thread::yield();
    bode.vraagStop();
  }
  EXPECT_GE(rondes, 1);
}

}  // namespace
}  // namespace cvsgw::mail
