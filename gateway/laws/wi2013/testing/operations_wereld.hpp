// The service InburgeringWi2013 on the store with the named test persons, for tests only. Every answer is
// held against the published schema.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>

#include "adapters/files/pdf.hpp"
#include "adapters/store/dag.hpp"
#include "adapters/store/populate/populate.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "gateway/description/contract.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/testing/test_caller.hpp"
#include "gateway/laws/wi2013/law.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/schema_set.hpp"

namespace cvsgw::laws::wi2013 {

class OnlyWi2013 final : public isi::Backend {
 public:
  explicit OnlyWi2013(store::Database& database) : signalen_(database), wi2013_(database) {}
  Outcome<void> enterDay(Date) override { return {}; }
  isi::Algemeen& algemeen() override { throw std::logic_error("not asked for"); }
  isi::Signalen& signalen() override { return signalen_; }
  isi::loket::Port& loket() override { throw std::logic_error("not asked for"); }
  isi::wi2007::Port& wi2007() override { throw std::logic_error("not asked for"); }
  isi::wi2013::Port& wi2013() override { return wi2013_; }
  isi::wi2021::Port& wi2021() override { throw std::logic_error("not asked for"); }

 private:
  store::SignalenStore signalen_;
  store::Wi2013Store wi2013_;
};

inline const xml::SchemaSet& schemas() {
  static const xml::SchemaSet set =
      xml::SchemaSet::compile(description::Contract("https://gateway.test").xsdTexts()).value();
  return set;
}

inline void expectValid(const std::string& body) {
  const std::string message = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                              body + "</s:Body></s:Envelope>";
  auto envelope = xml::byteGate(message).and_then(xml::parse).and_then([](xml::Document document) {
    return xml::openEnvelope(std::move(document));
  });
  ASSERT_TRUE(envelope) << body;
  const auto valid = schemas().validate(*envelope);
  if (valid) return;
  for (const auto& violation : valid.error().violations) {
    ADD_FAILURE() << violation.path << ": " << violation.reason;
  }
}

class Wi2013Operations : public ::testing::Test {
 protected:
  Wi2013Operations() {
    {
      store::Database::Writing writer(*database);
      store::testpersonenWi2013(&*writer, kToday);
      writer.commit();
    }
    store::processDays(*database, kToday);
  }

  Outcome<std::string> call(std::string_view operation, const std::string& content,
                            std::string_view gemeente = "0014") {
    const std::string name(operation);
    const std::string body = "<" + name + " xmlns=\"urn:inburgering:cvs-isi:wi2013:v1\"><gemeentecode>" +
                             std::string(gemeente) + "</gemeentecode>" + content + "</" + name + ">";
    for (const auto& row : service().operations) {
      if (row.name != operation) continue;
      dispatch::CallContext context{caller, isi, documenten, clock, kToday, {}, {}, {}};
      return row.run(row, body, context);
    }
    throw std::logic_error("no such operation");
  }
  std::string answer(std::string_view operation, const std::string& content,
                     std::string_view gemeente = "0014") {
    const auto out = call(operation, content, gemeente);
    EXPECT_TRUE(out) << operation;
    if (!out) return {};
    expectValid(*out);
    return *out;
  }
  static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }

  store::TempDatabase database;
  OnlyWi2013 isi{*database};
  files::PdfMaker documenten;
  FixedClock clock{kToday};
  laws::testing::TestCaller key{{{*Gemeentecode::parse("0014"), Rollen().add(Rol::Wi2013MUT)},
                                 {*Gemeentecode::parse("0034"), Rollen().add(Rol::Wi2013)}}};
  security::Caller caller = key.caller();
};

}  // namespace cvsgw::laws::wi2013
