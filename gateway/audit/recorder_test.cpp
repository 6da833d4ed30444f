#include "gateway/audit/recorder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/emptier.hpp"
#include "gateway/audit/inquiry.hpp"
#include "gateway/audit/test_trail.hpp"

namespace cvsgw::audit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kTraceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/// Whether the answer may leave, waited for.
bool kept(Recorder& recorder, Draft& draft, const Ending& ending) {
  const auto durable = std::make_shared<std::promise<bool>>();
  const auto taken = recorder.keep(draft, ending, [durable](bool ok) { durable->set_value(ok); });
  return taken && (!*taken || durable->get_future().get());
}

class RecorderTest : public ::testing::Test {
 protected:
  Draft arrived(std::optional<std::string_view> traceparent = {}) {
    return recorder.begin({traceparent, "192.0.2.1", {}, "0123456789abcdef"});
  }
  /// As recorder.caller() does for a caller whom the keys know.
  Draft known() {
    auto draft = arrived();
    draft.entry.sleutel = "TESTSLEUTEL";
    return draft;
  }
  std::vector<Record> records() {
    Connection connection(test.file(), Connection::Mode::read);
    std::vector<Record> out;
    allRecords(connection, 1, [&](const Record& record) { out.push_back(record); });
    return out;
  }
  std::vector<std::int64_t> about(const Bsn& bsn) {
    Connection connection(test.file(), Connection::Mode::read);
    const auto years = searchable(connection, test.folder);
    EXPECT_TRUE(years.missing.empty());
    std::vector<std::int64_t> out;
    recordsAbout(connection, years.keys, bsn, [&](const Record& record) { out.push_back(record.seq); });
    return out;
  }

  TestTrail test;
  Recorder recorder{test.open(), test.clock, "urn:test"};
};

TEST_F(RecorderTest, R71_R77_ARecordHasEveryFieldThatIsAskedFor) {
  auto draft = recorder.begin({kTraceparent, "192.0.2.1", "aa11", "0123456789abcdef"});
  draft.entry.sleutel = "TESTSLEUTEL";
  draft.entry.gemeente = "0363";
  draft.entry.messageId = "urn:uuid:7";
  draft.entry.vraag = sha256("vraag");
  test.clock.milliseconds += 5;
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/RaadpleegPersoon", "antwoord", nullptr, {}}));
  const auto all = records();
  ASSERT_EQ(all.size(), 1U);
  const auto& entry = all[0].entry;
  EXPECT_EQ(hex(entry.traceId), kTraceparent.substr(3, 32));
  EXPECT_EQ(hex(*entry.bovenliggend), kTraceparent.substr(36, 16));
  EXPECT_NE(hex(entry.spanId), kTraceparent.substr(36, 16));
  EXPECT_EQ(entry.naam, "InburgeringWi2021/RaadpleegPersoon");
  EXPECT_EQ(entry.activiteit, "urn:test:InburgeringWi2021:RaadpleegPersoon");
  EXPECT_EQ(entry.status, static_cast<std::int64_t>(Status::ok));
  EXPECT_EQ(entry.eind - entry.begin, 5);
  EXPECT_EQ(entry.herkomst, "192.0.2.1");
  EXPECT_EQ(entry.certificaat, "aa11");
  EXPECT_EQ(entry.resultaat, "Beantwoord");
  EXPECT_EQ(entry.vraag, sha256("vraag"));
  EXPECT_EQ(entry.antwoord, sha256("antwoord"));
  EXPECT_EQ(entry.referentie, "0123456789abcdef");
  EXPECT_EQ(entry.messageId, "urn:uuid:7");
}

TEST_F(RecorderTest, R70_AFaultOfAKnownCallerIsARecordAndAStrangersIsNot) {
  const Fault fault{FaultKind::schemaInvalid, {}, LogText("oorzaak"), {}, 0};
  auto draft = known();
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/onbekend", "", &fault, "0004"}));
  auto stranger = arrived();
  ASSERT_TRUE(kept(recorder, stranger, {"InburgeringWi2021/onbekend", "", &fault, "0004"}));
  const auto all = records();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].entry.resultaat, "Fout");
  EXPECT_EQ(all[0].entry.fout, "0004");
  EXPECT_EQ(all[0].entry.status, static_cast<std::int64_t>(Status::error));
  EXPECT_EQ(all[0].entry.toelichting, "oorzaak");
}

TEST_F(RecorderTest, R77_WhoShowedACertificateOrIsPutOffIsRecordedAndWhatWasNotReadIsNot) {
  const Fault signature{FaultKind::securityHeaderMissing, {}, LogText("not signed"), {}, 0};
  const Fault later{FaultKind::tooManyRequests, {}, LogText("put off"), {}, 0};
  auto partner = recorder.begin({{}, "192.0.2.1", "aa11", "0123456789abcdef", "00000099000000001000"});
  ASSERT_TRUE(kept(recorder, partner, {"InburgeringWi2021/onbekend", "", &signature, "0002"}));
  auto nobody = arrived();
  ASSERT_TRUE(kept(recorder, nobody, {"InburgeringWi2021/onbekend", "", &signature, "0002"}));
  auto putOff = arrived();
  ASSERT_TRUE(kept(recorder, putOff, {"InburgeringWi2021/onbekend", "", &later, "0051"}));
  auto unread = arrived();
  ASSERT_TRUE(kept(recorder, unread, {"onbekend/onbekend", "", &later, "0051", true}));
  const auto all = records();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].entry.oin, "00000099000000001000");
  EXPECT_EQ(all[0].entry.toelichting, "not signed");
  EXPECT_EQ(all[1].entry.toelichting, "put off");
  EXPECT_FALSE(all[1].entry.oin);
}

TEST_F(RecorderTest, R77_FailedLogInsAreRecordedUntilTheyAreOnlyCounted) {
  const Fault fault{FaultKind::authenticationFailed, {}, LogText("unknown key"), {}, 0};
  for (int n = 0; n < 25; ++n) {
    auto draft = arrived();
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/onbekend", "", &fault, "0002"}));
  }
  EXPECT_EQ(records().size(), StrangerLimits().perSource);
  test.clock.milliseconds += 60'000;
  auto draft = known();
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/Ping", "", nullptr, {}}));
  const auto all = records();
  ASSERT_EQ(all.size(), 12U);
  EXPECT_EQ(all[10].entry.naam, "cvsgw/MislukteAanmeldingen");
  EXPECT_THAT(*all[10].entry.toelichting, HasSubstr("15 mislukte aanmeldingen van ten minste 1 bron"));
}

TEST_F(RecorderTest, R72_R75_ThePersonsAndTheUserAreThereAsPseudonymsAndTheUserInALogOfItsOwn) {
  auto draft = known();
  const auto bsn = testPerson(1);
  const std::vector<std::string> named{bsn.value(), "123456789"};
  ASSERT_TRUE(recorder.ready(draft, "x", named));
  draft.verantwoording.betrokkenen.add(testPerson(2));
  draft.verantwoording.gebruikerkenmerk = "medewerker 7";
  draft.verantwoording.resultaat = "Verwerkt";
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/VoegPipToe", "", nullptr, {}}));
  const auto all = records();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].entry.resultaat, "Verwerkt");
  EXPECT_EQ(all[0].entry.betrokkenen->size(), 2 * kPersonBytes);
  EXPECT_THAT(about(bsn), ElementsAre(1));
  EXPECT_THAT(about(testPerson(3)), ElementsAre());
  Connection connection(test.file(), Connection::Mode::read);
  auto user = connection.prepare("SELECT seq, kenmerk FROM gebruiker");
  ASSERT_TRUE(user.step());
  EXPECT_EQ(user.number(0), 1);
  EXPECT_EQ(user.blob(1), view(YearKeys::read(test.folder, 2026).user("TESTSLEUTEL", "medewerker 7")));
  EXPECT_THAT(ldvJson(all[0], true), Not(HasSubstr(hex(user.blob(1)))));
}

TEST_F(RecorderTest, R81_APersonInAFileIsFoundByEveryPartOfItAndTheFileIsRecordedOnce) {
  int asked = 0;
  for (int part = 0; part < 3; ++part) {
    auto draft = known();
    draft.verantwoording.bestand =
        isi::Bestandversie{std::string(64, 'b'), [&asked]() -> Outcome<std::vector<Bsn>> {
                             ++asked;
                             return std::vector<Bsn>{testPerson(4), testPerson(5)};
                           }};
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringAlgemeen/HaalBestand", "deel", nullptr, {}}));
  }
  EXPECT_EQ(asked, 1);
  const auto all = records();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].entry.naam, "cvsgw/BestandGemaakt");
  EXPECT_FALSE(all[1].entry.betrokkenen);
  EXPECT_THAT(about(testPerson(5)), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(about(testPerson(6)), ElementsAre());
}

TEST_F(RecorderTest, R81_AFileInWhichNobodyStandsIsRecordedOnceToo) {
  for (int part = 0; part < 2; ++part) {
    auto draft = known();
    draft.verantwoording.bestand = isi::Bestandversie{
        std::string(64, 'c'), []() -> Outcome<std::vector<Bsn>> { return std::vector<Bsn>(); }};
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringAlgemeen/HaalBestand", "deel", nullptr, {}}));
  }
  EXPECT_EQ(records().size(), 3U);
}

TEST_F(RecorderTest, R81_APersonIsFoundUnderTheKeysOfEveryYear) {
  for (int year = 0; year < 2; ++year) {
    auto draft = known();
    draft.verantwoording.betrokkenen.add(testPerson(0));
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/RaadpleegPersoon", "", nullptr, {}}));
    test.clock.milliseconds += 365 * kDay;
  }
  EXPECT_THAT(about(testPerson(0)), ElementsAre(1, 2));
  EXPECT_TRUE(test.check().good());
}

TEST_F(RecorderTest, R73_ARecordAboutManyPersonsIsExportedWithAChildForEach) {
  auto draft = known();
  for (int n = 0; n < 3; ++n) draft.verantwoording.betrokkenen.add(testPerson(n));
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/ZoekPersonen", "", nullptr, {}}));
  const auto record = records().front();
  const auto whole = ldvJson(record, false);
  EXPECT_EQ(std::ranges::count(whole, '\n'), 1);
  EXPECT_THAT(whole, HasSubstr("\"dpl.core.data_subject_id\":[\"2026:"));
  const auto each = ldvJson(record, true);
  EXPECT_EQ(std::ranges::count(each, '\n'), 4);
  EXPECT_THAT(each, HasSubstr("\"parent_span_id\":\"" + hex(record.entry.spanId) + "\""));
  EXPECT_EQ(each, ldvJson(record, true)) << "the same children whenever it is exported";
  for (const char* field :
       {"trace_id", "span_id", "name", "status", "start_time", "end_time", "resource", "attributes",
        "dpl.core.processing_activity_id", "dpl.core.foreign_operation.processor"})
    EXPECT_THAT(whole, HasSubstr("\"" + std::string(field) + "\":"));
}

TEST(Traceparent, R74_AWellFormedOneIsFollowedAndAnyOtherReplaced) {
  const auto followed = traceOf(kTraceparent);
  EXPECT_EQ(hex(followed.traceId), "0af7651916cd43dd8448eb211c80319c");
  ASSERT_TRUE(followed.parent);
  EXPECT_TRUE(traceOf("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-later").parent);
  for (const std::string bad : {"", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
                                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x",
                                "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) {
    const auto replaced = traceOf(bad);
    EXPECT_FALSE(replaced.parent) << bad;
    EXPECT_NE(hex(replaced.traceId), "0af7651916cd43dd8448eb211c80319c") << bad;
    EXPECT_NE(replaced.traceId, Bytes<16>{}) << bad;
  }
}

/// An outbox in memory.
class Box final : public isi::Auditbak {
 public:
  Outcome<std::vector<isi::Auditpost>> oudste(int aantal, int) override {
    return std::vector<isi::Auditpost>(posts.begin(),
                                       posts.begin() + std::min<std::ptrdiff_t>(aantal, std::ssize(posts)));
  }
  Outcome<void> vergeet(const std::vector<std::string>& kenmerken) override {
    std::erase_if(posts, [&](const auto& post) {
      return std::ranges::find(kenmerken, post.kenmerk) != kenmerken.end();
    });
    return {};
  }
  std::vector<isi::Auditpost> posts;
};

TEST_F(RecorderTest, R70_WhatAChangeLeftInTheOutboxIsRecordedOnceWhetherItsAnswerLeftOrNot) {
  Box box;
  for (const bool answered : {true, false}) {
    auto draft = known();
    draft.entry.messageId = answered ? "beantwoord" : "afgebroken";
    ASSERT_TRUE(recorder.ready(draft, "InburgeringWi2021/VoegPipToe", {}));
    const auto aanzet = draft.verantwoording.aanzet(*Gemeentecode::parse("0363"));
    box.posts.push_back({draft.verantwoording.kenmerk, aanzet, {testPerson(0)}});
    draft.verantwoording.inUitbak = true;
    draft.verantwoording.resultaat = "Verwerkt";
    if (answered) {
      ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/VoegPipToe", "", nullptr, {}}));
    }
  }
  const auto offered = box.posts;
  Emptier emptier(box, *test.trail, [](const LogText&) {});
  ASSERT_TRUE(emptier.empty(0));
  EXPECT_TRUE(box.posts.empty());
  box.posts = offered;  // as if it had crashed before they were forgotten
  ASSERT_TRUE(emptier.empty(0));
  const auto all = records();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].entry.status, static_cast<std::int64_t>(Status::ok));
  EXPECT_EQ(all[1].entry.status, static_cast<std::int64_t>(Status::unset));
  EXPECT_EQ(all[1].entry.messageId, "afgebroken");
  EXPECT_EQ(all[1].entry.gemeente, "0363");
  EXPECT_EQ(all[1].entry.resultaat, "Verwerkt");
  EXPECT_THAT(about(testPerson(0)), ElementsAre(2));
}

TEST_F(RecorderTest, R70_AChangeThatWasDoneIsNotRecordedAsRefusedBecauseItsAnswerFailed) {
  const Fault fault{FaultKind::internal, {}, LogText("exception"), {}, 0};
  for (const bool done : {true, false}) {
    auto draft = known();
    draft.verantwoording.inUitbak = done;
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/VoegPipToe", "", &fault, "0051"}));
  }
  const auto all = records();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].entry.status, static_cast<std::int64_t>(Status::unset));
  EXPECT_EQ(all[0].entry.resultaat, "Verwerkt");
  EXPECT_EQ(all[0].entry.fout, "0051") << "what its caller was told";
  EXPECT_EQ(all[1].entry.status, static_cast<std::int64_t>(Status::error));
  EXPECT_EQ(all[1].entry.resultaat, "Fout");
}

TEST_F(RecorderTest, R70_APostThatCannotBeReadKeepsNoOtherBack) {
  Box box;
  box.posts.push_back({"geen kenmerk", "", {}});
  box.posts.push_back({std::string(32, 'a'), "onleesbaar", {}});
  auto draft = known();
  ASSERT_TRUE(recorder.ready(draft, "InburgeringWi2021/VoegPipToe", {}));
  box.posts.push_back(
      {draft.verantwoording.kenmerk, draft.verantwoording.aanzet(*Gemeentecode::parse("0363")), {}});
  std::vector<std::string> told;
  Emptier emptier(box, *test.trail, [&told](const LogText& text) { told.push_back(text.str()); });
  for (int round = 0; round < 2; ++round) ASSERT_TRUE(emptier.emptyLeft());
  EXPECT_EQ(box.posts.size(), 2U);
  EXPECT_EQ(records().size(), 1U);
  EXPECT_EQ(told.size(), 2U) << "each once";
}

TEST_F(RecorderTest, R70_WhatAnotherGatewayMayHaveOnItsWayIsLeftToIt) {
  struct Asked final : isi::Auditbak {
    Outcome<std::vector<isi::Auditpost>> oudste(int, int seconden) override {
      age = seconden;
      return std::vector<isi::Auditpost>{};
    }
    Outcome<void> vergeet(const std::vector<std::string>&) override { return {}; }
    int age = -1;
  } box;
  Emptier emptier(box, *test.trail, [](const LogText&) {});
  ASSERT_TRUE(emptier.emptyLeft());
  EXPECT_EQ(box.age, 0);
  {
    const Presence other(test.file());
    ASSERT_TRUE(emptier.emptyLeft());
    EXPECT_EQ(box.age, 60);
  }
  ASSERT_TRUE(emptier.emptyLeft());
  EXPECT_EQ(box.age, 0);
}

TEST_F(RecorderTest, R75_R77_WhatIsRecordedFromTheOutboxSaysWhoDidIt) {
  Box box;
  auto draft = known();
  draft.ondertekenaar = "00000099000000001000";
  draft.verantwoording.gebruikerkenmerk = "medewerker 7";
  ASSERT_TRUE(recorder.ready(draft, "InburgeringWi2021/VoegPipToe", {}));
  const auto aanzet = draft.verantwoording.aanzet(*Gemeentecode::parse("0363"));
  EXPECT_THAT(aanzet, Not(HasSubstr(hex("medewerker 7"))));
  box.posts.push_back({draft.verantwoording.kenmerk, aanzet, {testPerson(0)}});
  // As an earlier program left them: the record alone.
  auto early = known();
  early.entry.uitbak = 1;
  box.posts.push_back({hex(early.entry.kenmerk), hex(canonical(early.entry)), {}});
  Emptier emptier(box, *test.trail, [](const LogText&) {});
  ASSERT_TRUE(emptier.empty(0));
  const auto all = records();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_THAT(*all[0].entry.toelichting,
              HasSubstr("ondertekend door OIN 00000099000000001000; uit de uitbak: "));
  EXPECT_THAT(*all[1].entry.toelichting, ::testing::StartsWith("uit de uitbak: "));
  Connection connection(test.file(), Connection::Mode::read);
  auto users = connection.prepare("SELECT seq, kenmerk FROM gebruiker");
  ASSERT_TRUE(users.step());
  EXPECT_EQ(users.number(0), 1);
  EXPECT_EQ(users.blob(1), view(YearKeys::read(test.folder, 2026).user("TESTSLEUTEL", "medewerker 7")));
  EXPECT_FALSE(users.step());
  EXPECT_TRUE(test.check().good());
}

TEST_F(RecorderTest, R75_R81_WhatAUserAskedForIsFoundByHisKeyAndReferenceTogether) {
  for (const std::string user : {"medewerker 7", "medewerker 8", "medewerker 7"}) {
    auto draft = known();
    draft.verantwoording.gebruikerkenmerk = user;
    ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/Ping", "", nullptr, {}}));
  }
  Connection connection(test.file(), Connection::Mode::read);
  const auto years = searchable(connection, test.folder);
  const auto of = [&](const std::string& sleutel, const std::string& kenmerk) {
    std::vector<std::int64_t> found;
    recordsOfUser(connection, years.keys, sleutel, kenmerk,
                  [&found](const Record& record) { found.push_back(record.seq); });
    return found;
  };
  const auto sleutel = records()[0].entry.sleutel.value();
  EXPECT_THAT(of(sleutel, "medewerker 7"), ElementsAre(1, 3));
  EXPECT_THAT(of(sleutel, "medewerker 8"), ElementsAre(2));
  EXPECT_THAT(of(sleutel, "medewerker 9"), IsEmpty());
  EXPECT_THAT(of("ANDERE", "medewerker 7"), IsEmpty()) << "another caller's equal reference is another user";
}

TEST_F(RecorderTest, R77_WhoSignedBehindAnIntermediaryIsNamed) {
  auto draft = known();
  draft.ondertekenaar = "00000099000000001000";
  ASSERT_TRUE(kept(recorder, draft, {"InburgeringWi2021/Ping", "", nullptr, {}}));
  auto refused = known();
  refused.ondertekenaar = "00000099000000001000";
  const Fault fault{FaultKind::unknownOperation, {}, LogText("no such operation"), {}, 0};
  ASSERT_TRUE(kept(recorder, refused, {"InburgeringWi2021/onbekend", "", &fault, "0004"}));
  auto own = known();
  ASSERT_TRUE(kept(recorder, own, {"InburgeringWi2021/Ping", "", nullptr, {}}));
  const auto all = records();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].entry.toelichting, "ondertekend door OIN 00000099000000001000");
  EXPECT_EQ(all[1].entry.toelichting, "ondertekend door OIN 00000099000000001000; no such operation");
  EXPECT_EQ(all[2].entry.toelichting, std::nullopt);
}

TEST_F(RecorderTest, R70_NothingIsDoneWhileTheStoreIsKnownToFail) {
  Connection other(test.file(), Connection::Mode::write);
  const Transaction lock(other, Transaction::Kind::write);
  auto first = known();
  EXPECT_FALSE(kept(recorder, first, {"InburgeringWi2021/Ping", "", nullptr, {}}));
  auto second = known();
  const auto ready = recorder.ready(second, "InburgeringWi2021/VoegPipToe", {});
  ASSERT_FALSE(ready);
  EXPECT_EQ(ready.error().kind, FaultKind::auditUnavailable);
}

}  // namespace
}  // namespace cvsgw::audit
