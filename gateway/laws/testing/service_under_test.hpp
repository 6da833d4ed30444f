// A service as a caller meets it: a request's text in, an answer's text out, over the named test persons of
// all laws. Request and answer are held against the published schema. For tests only.
#pragma once

#include <stdexcept>
#include <string>

#include "adapters/files/pdf.hpp"
#include "adapters/store/algemeen.hpp"
#include "adapters/store/loket/loket_store.hpp"
#include "adapters/store/populate/populate.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/store.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "gateway/description/contract.hpp"
#include "gateway/dispatch/operation.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/testing/test_caller.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/canonical.hpp"
#include "gateway/xml/schema_set.hpp"

namespace cvsgw::laws::testing {

/// The embedded ISI on a database of its own. Threading: one thread.
class TestIsi final : public isi::Backend {
 public:
  explicit TestIsi(Date vandaag) {
    store::PopulateOptions options;
    options.persons = 0;
    options.vandaag = vandaag;
    options.gemeenten = kGemeenten.rows;
    store::populate(*database_, options);
  }
  Outcome<void> enterDay(Date) override { return {}; }
  isi::Algemeen& algemeen() override { return algemeen_; }
  isi::Signalen& signalen() override { return signalen_; }
  isi::loket::Port& loket() override { return loket_; }
  isi::wi2007::Port& wi2007() override { return wi2007_; }
  isi::wi2013::Port& wi2013() override { return wi2013_; }
  isi::wi2021::Port& wi2021() override { return wi2021_; }
  /// For a person whom no named one is like.
  store::Database& database() { return *database_; }

 private:
  store::TempDatabase database_;
  store::AlgemeenStore algemeen_{*database_};
  store::SignalenStore signalen_{*database_};
  store::LoketStore loket_{*database_};
  store::Wi2007Store wi2007_{*database_};
  store::Wi2013Store wi2013_{*database_};
  store::Wi2021Store wi2021_{*database_};
};

/// The canonical text of a Body child that the schema accepts; throws with the violations otherwise.
inline std::string validated(const std::string& body) {
  static const xml::SchemaSet kSchemas =
      xml::SchemaSet::compile(description::Contract("https://gateway.test").xsdTexts()).value();
  const std::string message = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                              body + "</s:Body></s:Envelope>";
  auto bytes = xml::byteGate(message);
  auto envelope = xml::openEnvelope(xml::parse(bytes.value()).value());
  auto valid = kSchemas.validate(envelope.value());
  if (valid) return xml::canonicalBody(*valid).value();
  std::string all = body;
  for (const auto& violation : valid.error().violations)
    all += "\n" + violation.path + ": " + violation.reason;
  throw std::runtime_error(all);
}

/// One service with its callers' rights. Threading: one thread.
class ServiceUnderTest {
 public:
  ServiceUnderTest(const dispatch::Service& service, security::Toekenningen rights, Date vandaag)
      : service_(service), vandaag_(vandaag), isi_(vandaag), key_(std::move(rights)) {}

  TestIsi& isi() { return isi_; }

  /// `content` is what stands within the request's wrapper.
  Outcome<std::string> call(std::string_view operation, const std::string& content) {
    const std::string name(operation);
    const std::string body = validated("<" + name + " xmlns=\"" + std::string(namespaceUri(service_.ns)) +
                                       "\">" + content + "</" + name + ">");
    for (const auto& row : service_.operations) {
      if (row.name != operation) continue;
      dispatch::CallContext context{caller_, isi_, documenten_, clock_, vandaag_, {}, {}, {}};
      return row.run(row, body, context);
    }
    throw std::logic_error("no such operation");
  }
  /// The answer's text; throws when it is a fault or not valid.
  std::string answer(std::string_view operation, const std::string& content) {
    const auto out = call(operation, content);
    if (!out) throw std::runtime_error("a fault: " + out.error().log.str());
    validated(*out);
    return *out;
  }

 private:
  const dispatch::Service& service_;
  Date vandaag_;
  FixedClock clock_{vandaag_};
  TestIsi isi_;
  files::PdfMaker documenten_;
  TestCaller key_;
  security::Caller caller_ = key_.caller();
};

}  // namespace cvsgw::laws::testing
