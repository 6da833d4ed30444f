// What the tests of the operations stand on: the named test persons in a store of their own, requests as
// text, and answers held against the published schema.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "adapters/files/pdf.hpp"
#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/testing/bevolking.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "gateway/description/contract.hpp"
#include "gateway/laws/wi2021/law.hpp"
#include "gateway/security/keys/testing/key_world.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/canonical.hpp"

namespace cvsgw::laws::wi2021::operatietest {

class TestIsi final : public isi::Backend {
 public:
  explicit TestIsi(Date gevuld = kToday) : persons_(*database_), signals_(*database_) {
    store::bevolk(*database_, 0, gevuld);
  }
  /// Only when a test asks for it: all days since the last one.
  Outcome<void> enterDay(Date dag) override {
    store::processDays(*database_, dag);
    return {};
  }
  store::Database& database() { return *database_; }
  isi::Algemeen& algemeen() override { throw std::logic_error("not of this law"); }
  isi::Signalen& signalen() override { return signals_; }
  isi::loket::Port& loket() override { throw std::logic_error("not of this law"); }
  isi::wi2007::Port& wi2007() override { throw std::logic_error("not of this law"); }
  isi::wi2013::Port& wi2013() override { throw std::logic_error("not of this law"); }
  isi::wi2021::Port& wi2021() override { return persons_; }

 private:
  store::TempDatabase database_;
  store::Wi2021Store persons_;
  store::SignalenStore signals_;
};

inline const xml::SchemaSet& schemas() {
  static const xml::SchemaSet kSet = [] {
    auto compiled = xml::SchemaSet::compile(description::Contract("https://cvs-isi.example.nl").xsdTexts());
    if (!compiled) throw std::runtime_error(compiled.error());
    return *std::move(compiled);
  }();
  return kSet;
}

/// The canonical text of a Body child that the schema accepts; throws with the violations otherwise.
inline std::string validated(const std::string& body) {
  const std::string text = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                           body + "</s:Body></s:Envelope>";
  auto bytes = xml::byteGate(text, {});
  auto envelope = xml::openEnvelope(xml::parse(bytes.value()).value());
  auto valid = schemas().validate(envelope.value());
  if (!valid) {
    std::string all;
    for (const auto& violation : valid.error().violations)
      all += violation.path + ": " + violation.reason + "\n";
    throw std::runtime_error(all + body);
  }
  return xml::canonicalBody(*valid).value();
}

class OperationsTest : public ::testing::Test {
 protected:
  /// One for all tests that only read, one for each test that changes.
  virtual TestIsi& backend() = 0;
  static const security::Caller& callerWith(Rol rol) {
    using namespace security::testing;
    static const security::Caller kReader = security::testing::callerWith(
        {{gemeente("0363"), rollen({Rol::Wi2021})}, {gemeente("0344"), rollen({Rol::Wi2021})}});
    static const security::Caller kMutator =
        security::testing::callerWith({{gemeente("0363"), rollen({Rol::Wi2021MUT})},
                                       {gemeente("0344"), rollen({Rol::Wi2021MUT})},
                                       {gemeente("0599"), rollen({Rol::Wi2021MUT})}});
    return rol == Rol::Wi2021MUT ? kMutator : kReader;
  }

  Outcome<std::string> ask(const std::string& operation, const std::string& content,
                           Rol rol = Rol::Wi2021MUT) {
    const auto& rows = service().operations;
    const auto row = std::ranges::find(rows, operation, &dispatch::Operation::name);
    EXPECT_NE(row, rows.end()) << operation;
    const std::string body = validated("<w:" + operation + " xmlns:w=\"urn:inburgering:cvs-isi:wi2021:v1\">" +
                                       content + "</w:" + operation + ">");
    const FixedClock clock(vandaag);
    dispatch::CallContext context{callerWith(rol), backend(), documenten, clock, vandaag, {}, messageId, {}};
    return row->run(*row, body, context);
  }
  /// The answer's text, held against the schema.
  std::string answer(const std::string& operation, const std::string& content, Rol rol = Rol::Wi2021MUT) {
    const auto result = ask(operation, content, rol);
    EXPECT_TRUE(result);
    if (!result) return {};
    validated(*result);
    return *result;
  }
  static std::string el(const std::string& name, const std::string& value) {
    return "<w:" + name + ">" + value + "</w:" + name + ">";
  }
  static std::string van(const std::string& gemeente) { return el("gemeentecode", gemeente); }
  static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  }
  static std::string code(const std::string& value) { return "code>" + value + "<"; }

  files::PdfMaker documenten;
  Date vandaag = kToday;
  std::optional<std::string> messageId;  ///< of the next questions
  const std::string hier = van("0363");
};

}  // namespace cvsgw::laws::wi2021::operatietest
