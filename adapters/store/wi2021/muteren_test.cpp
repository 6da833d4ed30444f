// One transaction, once: what a change leaves behind, and what its message sent again gets (contract.md,
// Mutations).
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "adapters/store/berichten.hpp"
#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/testing/bevolking.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Opdracht;
using isi::wi2021::Besluit;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

class MuterenTest : public ::testing::Test {
 protected:
  MuterenTest() { bevolk(*owner); }

  static isi::Namens namens(Date vandaag = kToday) {
    return {*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), vandaag};
  }
  static Opdracht opdracht(std::string_view id, std::string_view vingerafdruk = "een",
                           std::string_view sleutel = "AS-1") {
    Opdracht out;
    out.applicatiesleutel = sleutel;
    if (!id.empty()) out.messageId = id;
    out.vingerafdruk = vingerafdruk;
    return out;
  }
  /// Counts one more hour of capacity in the plan each time, so that twice is visible, and places a signal.
  isi::wi2021::Beslissing telOp() {
    return [this](const Stand& stand) {
      ++beslist;
      Besluit besluit;
      besluit.dossier = stand.dossier;
      auto& uren = besluit.dossier->pips.front().urenBelastbaarheidParticipatie;
      uren = uren.value_or(0) + 1;
      besluit.signalen.push_back({isi::wi2021::Signaalactie::Soort::plaats, "SS101", stand.namens.gemeente});
      besluit.toon = [](const isi::wi2021::Dossier& nieuw, Uitkomst& uitkomst) {
        uitkomst.pip = nieuw.pips.front();
      };
      return besluit;
    };
  }
  /// Answers with a message, for `code`, and has a new dossier ready all the same.
  isi::wi2021::Beslissing zegt(std::string_view code) {
    return [this, code, tel = telOp()](const Stand& stand) {
      Besluit besluit = tel(stand);
      besluit.meldingen.push_back(melding(code));
      return besluit;
    };
  }
  Outcome<Uitkomst> muteer(const Opdracht& vraag, const isi::wi2021::Beslissing& beslissing,
                           Date vandaag = kToday, std::string_view wie = kWie) {
    return store.muteerPersoon(namens(vandaag), vraag, *Bsn::parse(wie), beslissing);
  }
  int uren() {
    const auto persoon = store.raadpleegPersoon(namens(), *Bsn::parse(kWie)).value().value();
    return persoon.pip.actueel->urenBelastbaarheidParticipatie.value_or(0);
  }
  std::int64_t signalen() {
    isi::SignaalCriteria criteria;
    criteria.bsn = Bsn::parse(kWie);
    return SignalenStore(*owner).zoek(Wet::wi2021, namens(), criteria, {1, 200}, {})->totaal;
  }
  std::int64_t plaatsInFeed() { return store.haalPersonen(namens(), 0, 1000)->laatsteVolgnummer; }

  static constexpr std::string_view kWie = "999994001";
  TempDatabase owner;
  Wi2021Store store{*owner};
  std::atomic<int> beslist = 0;
};

TEST_F(MuterenTest, A16_TheSameMessageIsDoneOnce) {
  const auto signalenVooraf = signalen();
  const auto first = muteer(opdracht("m1"), telOp());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->resultaat, "Verwerkt");
  const auto feed = plaatsInFeed();
  const auto again = muteer(opdracht("m1"), telOp());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->resultaat, "Verwerkt");
  EXPECT_EQ(again->pip, first->pip);
  EXPECT_EQ(beslist, 1);
  EXPECT_EQ(uren(), 1);
  EXPECT_EQ(signalen(), signalenVooraf + 1);
  EXPECT_EQ(plaatsInFeed(), feed);
}

TEST_F(MuterenTest, WithoutAnIdEveryMessageIsItsOwn) {
  EXPECT_TRUE(muteer(opdracht(""), telOp()));
  EXPECT_TRUE(muteer(opdracht(""), telOp()));
  EXPECT_EQ(uren(), 2);
}

TEST_F(MuterenTest, ARefusalIsRememberedAndStoresNothing) {
  const auto feed = plaatsInFeed();
  const auto signalenVooraf = signalen();
  const auto first = muteer(opdracht("m1"), zegt("FS201"));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->resultaat, "Afgekeurd");
  const auto again = muteer(opdracht("m1"), telOp());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->resultaat, "Afgekeurd");
  ASSERT_EQ(again->meldingen.size(), 1U);
  EXPECT_EQ(again->meldingen[0].code, "FS201");
  EXPECT_EQ(beslist, 1);
  EXPECT_EQ(uren(), 0);
  EXPECT_EQ(signalen(), signalenVooraf);
  EXPECT_EQ(plaatsInFeed(), feed);
}

TEST_F(MuterenTest, AMessageThatOnlyInformsDoesNotHoldTheChangeUp) {
  EXPECT_EQ(muteer(opdracht("m1"), zegt("AS010"))->resultaat, "Verwerkt");
  EXPECT_EQ(uren(), 1);
  EXPECT_EQ(muteer(opdracht("m1"), telOp())->meldingen.size(), 1U) << "the message comes with the retry, too";
}

TEST_F(MuterenTest, A17_AnotherBodyWithTheSameIdIsRefusedAndHasNoEffect) {
  EXPECT_TRUE(muteer(opdracht("m1"), telOp()));
  const auto other = muteer(opdracht("m1", "twee"), telOp());
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, FaultKind::messageIdReused);
  EXPECT_EQ(uren(), 1);
  EXPECT_TRUE(muteer(opdracht("m1"), telOp())) << "the first is still remembered";
}

TEST_F(MuterenTest, AnotherKeysIdIsItsOwn) {
  EXPECT_TRUE(muteer(opdracht("m1"), telOp()));
  EXPECT_TRUE(muteer(opdracht("m1", "twee", "AS-2"), telOp()));
  EXPECT_EQ(uren(), 2);
}

TEST_F(MuterenTest, ADryRunStoresNothingAndIsNotRemembered) {
  const auto feed = plaatsInFeed();
  const auto signalenVooraf = signalen();
  auto proef = opdracht("m1");
  proef.verwerking.alleenValideren = true;
  const auto tried = muteer(proef, telOp());
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->resultaat, "Goedgekeurd");
  EXPECT_FALSE(tried->pip);
  EXPECT_EQ(uren(), 0);
  EXPECT_EQ(signalen(), signalenVooraf);
  EXPECT_EQ(plaatsInFeed(), feed);
  EXPECT_EQ(muteer(opdracht("m1", "twee"), telOp())->resultaat, "Verwerkt") << "the id is still free";
}

TEST_F(MuterenTest, RememberedForSevenDaysAndThenForgotten) {
  ASSERT_TRUE(muteer(opdracht("m1"), telOp()));
  const Date seventh = kToday.plusDays(isi::kOnthoudenDagen);
  processDays(*owner, seventh);
  EXPECT_TRUE(muteer(opdracht("m1"), telOp(), seventh));
  EXPECT_EQ(beslist, 1);
  EXPECT_FALSE(muteer(opdracht("m1", "twee"), telOp(), seventh));
  // The day processing has not run yet: it is forgotten all the same.
  EXPECT_TRUE(muteer(opdracht("m1", "twee"), telOp(), seventh.plusDays(1)));
  EXPECT_EQ(beslist, 2);
}

TEST_F(MuterenTest, TheDayProcessingDropsWhatIsForgotten) {
  ASSERT_TRUE(muteer(opdracht("m1"), telOp()));
  const auto kept = [&] {
    Database::Reading session(*owner);
    auto query = session->query("SELECT count(*) FROM bericht");
    query.step();
    return query.number(0);
  };
  processDays(*owner, kToday.plusDays(isi::kOnthoudenDagen));
  EXPECT_EQ(kept(), 1);
  processDays(*owner, kToday.plusDays(isi::kOnthoudenDagen + 1));
  EXPECT_EQ(kept(), 0);
}

TEST_F(MuterenTest, A16_A40_OnePersonAtATimeAndEveryChangeCounts) {
  const auto signalenVooraf = signalen();
  constexpr int kThreads = 8;
  constexpr int kEach = 10;
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (int number = 0; number < kEach; ++number) {
        // Half of the messages are the same in all threads.
        const std::string id =
            number % 2 ? "s" + std::to_string(number) : std::to_string(thread) + "-" + std::to_string(number);
        const auto answer = muteer(opdracht(id), telOp());
        if (answer && answer->resultaat == "Verwerkt") ++done;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(done, kThreads * kEach) << "a retry has the answer of the first";
  EXPECT_EQ(uren(), kThreads * kEach / 2 + kEach / 2);
  EXPECT_EQ(beslist, uren());
  EXPECT_EQ(signalen(), signalenVooraf + uren());
}

TEST_F(MuterenTest, A37_APersonOutOfSightIsAsOneWhoDoesNotExist_W21_003) {
  for (const char* wie : {"999994116", "999992971"}) {
    const auto answer = muteer(opdracht(wie), telOp(), kToday, wie);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->resultaat, "Afgekeurd");
    ASSERT_EQ(answer->meldingen.size(), 1U);
    EXPECT_EQ(answer->meldingen[0].code, "FS103");
  }
  EXPECT_EQ(beslist, 0);
}

TEST_F(MuterenTest, A37_A40_SightIsAskedInsideTheTransactionWhileItEnds) {
  constexpr int kThreads = 4;
  constexpr int kEach = 25;
  std::atomic<int> done = 0;
  std::atomic<int> late = 0;
  std::atomic<int> refused = 0;
  std::atomic<bool> ended = false;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&] {
      for (int number = 0; number < kEach; ++number) {
        const bool after = ended;
        const auto answer = muteer(opdracht(""), telOp());
        if (answer->resultaat == "Verwerkt") ++(after ? late : done);
        if (answer->resultaat == "Afgekeurd" && answer->meldingen[0].code == "FS103") ++refused;
      }
    });
  }
  while (done < kThreads) std::this_thread::yield();
  int stored = 0;
  {
    Database::Writing writer(*owner);
    stored = beslist;
    writer->query("UPDATE zicht SET vervallen = 1 WHERE wet = 21 AND gemeente = '0363' AND bsn = ?1")
        .with(*Bsn::parse(kWie))
        .run();
    writer.commit();
    ended = true;
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(late, 0);
  EXPECT_EQ(done + refused, kThreads * kEach);
  EXPECT_EQ(beslist, stored) << "not one decision after the end";
  Database::Reading session(*owner);
  const auto dossier = loadDossierAs<isi::wi2021::Dossier>(*session, Wet::wi2021, *Bsn::parse(kWie));
  EXPECT_EQ(dossier->pips.front().urenBelastbaarheidParticipatie, stored);
}

TEST_F(MuterenTest, ADecisionThatFailsLeavesNothing) {
  const auto feed = plaatsInFeed();
  const auto fails = [](const Stand&) -> Besluit { throw Error("the disk is full"); };
  const auto answer = muteer(opdracht("m1"), fails);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, FaultKind::isiUnavailable);
  EXPECT_EQ(plaatsInFeed(), feed);
  EXPECT_EQ(muteer(opdracht("m1", "twee"), telOp())->resultaat, "Verwerkt") << "a fault is not remembered";
}

}  // namespace
}  // namespace cvsgw::store
