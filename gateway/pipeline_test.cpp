#include "gateway/pipeline.hpp"

#include <array>
#include <future>
#include <optional>
#include <stdexcept>

#include <gmock/gmock.h>

#include "gateway/audit/inquiry.hpp"
#include "gateway/audit/test_trail.hpp"
#include "gateway/isi/bestanden.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class NoIsi final : public isi::Backend {
 public:
  Outcome<void> enterDay(Date) override { return {}; }
  isi::Algemeen& algemeen() override { throw std::logic_error("not asked for"); }
  isi::Signalen& signalen() override { throw std::logic_error("not asked for"); }
  isi::loket::Port& loket() override { throw std::logic_error("not asked for"); }
  isi::wi2007::Port& wi2007() override { throw std::logic_error("not asked for"); }
  isi::wi2013::Port& wi2013() override { throw std::logic_error("not asked for"); }
  isi::wi2021::Port& wi2021() override { throw std::logic_error("not asked for"); }
};
class NoDocuments final : public isi::Documentmaker {
  Outcome<std::string> pdf(const isi::Document&) override { throw std::logic_error("not asked for"); }
};
class NoFiles final : public isi::Bestanden {
  Outcome<isi::Bestandsdeel> haal(const isi::Namens&, const isi::Bestandsvraag&) override {
    throw std::logic_error("not asked for");
  }
};

// What an operation under test does, instead of what Ping does.
using Work = Outcome<std::string> (*)(const dispatch::Operation&, std::string_view, dispatch::CallContext&);

Outcome<std::string> throwing(const dispatch::Operation&, std::string_view, dispatch::CallContext& call) {
  call.verantwoording->betrokkenen.add(audit::testPerson(0));
  throw std::out_of_range("999900006 is a number that a message may hold");
}

class PipelineTest : public ::testing::Test {
 protected:
  explicit PipelineTest(Work work = throwing)
      : operations{dispatch::Operation{"Ping", std::nullopt, work}},
        service{"InburgeringAlgemeen", "/ws/algemeen/v1", Namespace::algemeen, operations},
        trail(world.open()),
        key(keyWorld.issue()),
        keys(security::testing::snapshotOf(keyWorld.directory.path())),
        authenticator(keys, keyWorld.store.hasher()) {}

  http::Request ping() const {
    http::Request request;
    request.method = "POST";
    request.path = service.path;
    request.headers.add("Content-Type", "text/xml; charset=utf-8");
    request.headers.add("SOAPAction", "\"urn:inburgering:cvs-isi:algemeen:v1/Ping\"");
    request.body =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header><w:Security xmlns:w=\""
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
        "<w:UsernameToken><w:Username>" +
        key.record.applicatiesleutel + "</w:Username><w:Password>" + std::string(key.wachtwoord.reveal()) +
        "</w:Password></w:UsernameToken></w:Security></s:Header><s:Body><Ping xmlns=\""
        "urn:inburgering:cvs-isi:algemeen:v1\"/></s:Body></s:Envelope>";
    return request;
  }

  http::Response ask() {
    std::promise<void> woken;
    auto handled = pipeline.handle(ping(), connection, listener, [&woken] { woken.set_value(); });
    auto* later = std::get_if<transport::Later>(&handled);
    if (later == nullptr) return std::get<http::Response>(std::move(handled));
    woken.get_future().wait();
    return later->finish();
  }

  std::vector<audit::Record> records() {
    std::vector<audit::Record> out;
    audit::Connection reading(world.file(), audit::Connection::Mode::read);
    audit::allRecords(reading, 1, [&out](const audit::Record& record) { out.push_back(record); });
    return out;
  }

  std::array<dispatch::Operation, 1> operations;
  dispatch::Service service;
  description::Contract contract{"https://gateway.test"};
  xml::SchemaSet schemas = xml::SchemaSet::compile(contract.xsdTexts()).value();
  audit::TestTrail world;
  audit::Trail& trail;
  security::testing::KeyWorld keyWorld;
  security::IssuedKey key;
  security::testing::FixedKeys keys;
  security::Authenticator authenticator;
  NoIsi isi;
  NoDocuments documents;
  NoFiles files;
  FixedClock clock{security::testing::kToday};
  observability::Log log{(world.folder / "log").string(), clock};
  audit::Recorder recorder{trail, clock, "urn:test"};
  limits::CallerLimits callers{{}, [](const limits::Exhausted&) {}};
  Pipeline pipeline{PipelineParts{
      {&service}, schemas, authenticator, isi, documents, files, clock, clock, log, recorder, {}, callers}};
  Listener listener{{}, contract, {}, {}};
  transport::Connection connection{.id = 1, .remoteAddress = "127.0.0.1"};
};

TEST_F(PipelineTest, R70_R78_AnOperationThatThrowsIsAFaultAndARecordThatQuotesNothing) {
  const auto answer = ask();
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.body, HasSubstr("Fault"));
  EXPECT_THAT(answer.body, HasSubstr("<g:code>0051</g:code>"));
  EXPECT_THAT(answer.body, Not(HasSubstr("999900006")));
  const auto kept = records();
  ASSERT_EQ(kept.size(), 1U);
  const auto& entry = kept[0].entry;
  EXPECT_EQ(entry.naam, "InburgeringAlgemeen/Ping");
  EXPECT_EQ(entry.sleutel, key.record.applicatiesleutel);
  EXPECT_EQ(entry.resultaat, "Fout");
  EXPECT_EQ(entry.betrokkenen.value_or("").size(), audit::kPersonBytes) << "whom it had read already";
  EXPECT_THAT(entry.toelichting.value_or(""), HasSubstr("out_of_range"));
  EXPECT_THAT(entry.toelichting.value_or(""), Not(HasSubstr("999900006")));
  EXPECT_THAT(security::testing::contentOf(world.folder / "log"), Not(HasSubstr("999900006")));
}

}  // namespace
}  // namespace cvsgw
