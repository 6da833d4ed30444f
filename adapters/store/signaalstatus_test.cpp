// The status of signals on SQL: all or none, once per message, the feed and the counts move along.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaalstatus;
using ::testing::IsEmpty;

class SignaalstatusTest : public ::testing::Test {
 protected:
  SignaalstatusTest() {
    Database::Writing writer(*owner_);
    for (const auto& [wet, gemeente] : {std::pair{Wet::wi2021, "0363"},
                                        {Wet::wi2021, "0363"},
                                        {Wet::wi2021, "0344"},
                                        {Wet::wi2013, "0363"}}) {
      NewSignaal signaal;
      signaal.gemeente = *Gemeentecode::parse(gemeente);
      signaal.bsn = *Bsn::parse("999994001");
      signaal.code = "SS101";
      signaal.datum = kToday.plusDays(-3);
      signaal.achternaam = "el Haddad";
      ids.push_back(placeSignaal(*writer, wet, signaal));
    }
    writer.commit();
  }
  static isi::Opdracht opdracht(std::optional<std::string> id = {}, std::string body = "b") {
    return {"sleutel", std::move(id), std::move(body), {}};
  }
  /// As the laws decide: one that is not there refuses all.
  isi::Statusuitkomst zet(const std::vector<std::string>& wie, Signaalstatus status,
                          const isi::Opdracht& als = opdracht(), Wet wet = Wet::wi2021, Date dag = kToday) {
    auto namens = hier;
    namens.vandaag = dag;
    return store
        .wijzigStatus(wet, namens, als, wie, status,
                      [](const auto& signalen) {
                        std::vector<Melding> out;
                        for (const auto& signaal : signalen) {
                          if (!signaal) out.push_back(melding("FS020"));
                        }
                        return out;
                      })
        .value();
  }
  isi::SignaalTelling telling() { return store.tel(Wet::wi2021, hier, {}).value(); }
  std::int64_t laatste() { return store.haal(Wet::wi2021, hier, 0, 100)->laatsteVolgnummer; }
  std::optional<std::string> afgehandeldOp(const std::string& id) {
    Database::Reading session(*owner_);
    auto query = session->query("SELECT afgehandeld_op FROM signaal WHERE signaal_id = ?1");
    query.with(id);
    return query.step() ? query.optionalString(0) : std::nullopt;
  }

  const isi::Namens hier{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  TempDatabase owner_;
  SignalenStore store{*owner_};
  std::vector<std::string> ids;
};

// W21-571
TEST_F(SignaalstatusTest, AllGetItAndTheFeedAndTheCountsMoveAlong) {
  const auto before = laatste();
  const auto uitkomst = zet({ids[1], ids[0], ids[1]}, Signaalstatus::afgehandeld);
  EXPECT_EQ(uitkomst.resultaat, "Verwerkt");
  ASSERT_EQ(uitkomst.signalen.size(), 2U) << "each once";
  EXPECT_EQ(uitkomst.signalen[0].signaalId, ids[1]);
  EXPECT_EQ(uitkomst.signalen[0].status, Signaalstatus::afgehandeld);
  EXPECT_GT(uitkomst.signalen[0].volgnummer, before);
  EXPECT_EQ(store.haal(Wet::wi2021, hier, before, 100)->ingangen.size(), 2U);
  EXPECT_EQ(telling().afgehandeld, 2);
  EXPECT_EQ(telling().nieuw, 0);
  EXPECT_EQ(afgehandeldOp(ids[0]), "2026-11-22");
}

// ALG-041
TEST_F(SignaalstatusTest, OneOfAnotherMunicipalityOrLawRefusesAll) {
  for (const auto& vreemd : {ids[2], ids[3], std::string("S21.9999999999")}) {
    const auto before = laatste();
    const auto uitkomst = zet({ids[0], vreemd}, Signaalstatus::afgehandeld);
    EXPECT_EQ(uitkomst.resultaat, "Afgekeurd");
    EXPECT_THAT(uitkomst.signalen, IsEmpty());
    EXPECT_EQ(laatste(), before);
    EXPECT_EQ(telling().nieuw, 2);
  }
  EXPECT_EQ(zet({ids[3]}, Signaalstatus::inBehandeling, opdracht(), Wet::wi2013).resultaat, "Verwerkt");
}

// W21-572
TEST_F(SignaalstatusTest, ItCanGoBackToInBehandelingAndTheSameAgainTouchesNothing) {
  zet({ids[0]}, Signaalstatus::afgehandeld, opdracht(), Wet::wi2021, kToday.plusDays(-1));
  const auto before = laatste();
  const auto nogeens = zet({ids[0]}, Signaalstatus::afgehandeld);
  EXPECT_EQ(nogeens.signalen.size(), 1U);
  EXPECT_EQ(laatste(), before);
  EXPECT_EQ(afgehandeldOp(ids[0]), "2026-11-21");
  zet({ids[0]}, Signaalstatus::inBehandeling);
  EXPECT_EQ(telling().inBehandeling, 1);
  EXPECT_FALSE(afgehandeldOp(ids[0])) << "the clean-up no longer counts";
}

TEST_F(SignaalstatusTest, TheSameMessageAgainGetsItsFirstOutcome) {
  const auto eerst = zet({ids[0]}, Signaalstatus::inBehandeling, opdracht("m1"));
  zet({ids[0]}, Signaalstatus::afgehandeld, opdracht("m2"));
  const auto nogeens = zet({ids[0]}, Signaalstatus::inBehandeling, opdracht("m1"));
  ASSERT_EQ(nogeens.signalen.size(), 1U);
  EXPECT_EQ(nogeens.signalen[0].status, Signaalstatus::inBehandeling);
  EXPECT_EQ(nogeens.signalen[0].volgnummer, eerst.signalen[0].volgnummer);
  EXPECT_EQ(nogeens.signalen[0].achternaam, "el Haddad");
  EXPECT_EQ(telling().afgehandeld, 1) << "and does nothing";
  const auto ander =
      store.wijzigStatus(Wet::wi2021, hier, opdracht("m1", "ander"), {ids[0]}, Signaalstatus::afgehandeld,
                         [](const auto&) { return std::vector<Melding>{}; });
  ASSERT_FALSE(ander);
  EXPECT_EQ(ander.error().kind, FaultKind::messageIdReused);
}

TEST_F(SignaalstatusTest, ADryRunStoresNothing) {
  auto proef = opdracht("m1");
  proef.verwerking.alleenValideren = true;
  EXPECT_EQ(zet({ids[0]}, Signaalstatus::afgehandeld, proef).resultaat, "Goedgekeurd");
  EXPECT_EQ(telling().nieuw, 2);
}

}  // namespace
}  // namespace cvsgw::store
