#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "gateway/reply/fault_register.hpp"
#include "gateway/reply/fault_writer.hpp"
#include "gateway/xml/schema_set.hpp"

namespace cvsgw::reply {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Expected {
  FaultKind kind;
  const char* name;
  int status;
  const char* code;
  const char* faultcode;
  const char* kant;
};

void PrintTo(const Expected& row, std::ostream* out) {
  *out << row.name;
}

// What clients count on (contract.md, Faults), written down a second time on purpose.
const Expected kExpected[] = {
    {FaultKind::methodNotAllowed, "methodNotAllowed", 405, "0001", "soap:Client", "aanroeper"},
    {FaultKind::bodyTooLarge, "bodyTooLarge", 413, "0001", "soap:Client", "aanroeper"},
    {FaultKind::unsupportedMediaType, "unsupportedMediaType", 415, "0001", "soap:Client", "aanroeper"},
    {FaultKind::tooManyRequests, "tooManyRequests", 429, "0051", "soap:Server", "aanroeper"},
    {FaultKind::overloaded, "overloaded", 503, "0051", "soap:Server", "gateway"},
    {FaultKind::notFound, "notFound", 404, "0003", "soap:Client", "aanroeper"},
    {FaultKind::notUtf8, "notUtf8", 500, "0009", "soap:Client", "aanroeper"},
    {FaultKind::doctypeRefused, "doctypeRefused", 500, "0001", "soap:Client", "aanroeper"},
    {FaultKind::processingInstruction, "processingInstruction", 500, "0001", "soap:Client", "aanroeper"},
    {FaultKind::limitExceeded, "limitExceeded", 500, "0001", "soap:Client", "aanroeper"},
    {FaultKind::malformedXml, "malformedXml", 500, "0001", "soap:Client", "aanroeper"},
    {FaultKind::versionMismatch, "versionMismatch", 500, "0001", "soap:VersionMismatch", "aanroeper"},
    {FaultKind::envelopeInvalid, "envelopeInvalid", 500, "0001", "soap:Client", "aanroeper"},
    {FaultKind::mustUnderstand, "mustUnderstand", 500, "0010", "soap:MustUnderstand", "aanroeper"},
    {FaultKind::headerNotAllowed, "headerNotAllowed", 500, "0010", "soap:Client", "aanroeper"},
    {FaultKind::addressingToMissing, "addressingToMissing", 500, "0005",
     "wsa:MessageAddressingHeaderRequired", "aanroeper"},
    {FaultKind::addressingActionMissing, "addressingActionMissing", 500, "0006",
     "wsa:MessageAddressingHeaderRequired", "aanroeper"},
    {FaultKind::addressingMessageIdMissing, "addressingMessageIdMissing", 500, "0007",
     "wsa:MessageAddressingHeaderRequired", "aanroeper"},
    {FaultKind::addressingRelatesToInvalid, "addressingRelatesToInvalid", 500, "0008",
     "wsa:InvalidAddressingHeader", "aanroeper"},
    {FaultKind::addressingHeaderInvalid, "addressingHeaderInvalid", 500, "0011",
     "wsa:InvalidAddressingHeader", "aanroeper"},
    {FaultKind::messageIdReused, "messageIdReused", 500, "0011", "wsa:InvalidAddressingHeader", "aanroeper"},
    {FaultKind::authenticationFailed, "authenticationFailed", 500, "0002", "wsse:FailedAuthentication",
     "aanroeper"},
    {FaultKind::securityHeaderMissing, "securityHeaderMissing", 500, "0002", "wsse:InvalidSecurity",
     "aanroeper"},
    {FaultKind::notAuthorised, "notAuthorised", 500, "0002", "soap:Client", "aanroeper"},
    {FaultKind::unknownOperation, "unknownOperation", 500, "0003", "soap:Client", "aanroeper"},
    {FaultKind::soapActionMismatch, "soapActionMismatch", 500, "0003", "soap:Client", "aanroeper"},
    {FaultKind::schemaInvalid, "schemaInvalid", 500, "0004", "soap:Client", "aanroeper"},
    {FaultKind::internal, "internal", 500, "0051", "soap:Server", "gateway"},
    {FaultKind::isiUnavailable, "isiUnavailable", 500, "0051", "soap:Server", "ISI"},
    {FaultKind::auditUnavailable, "auditUnavailable", 503, "0051", "soap:Server", "gateway"},
};

Fault fault(FaultKind kind, const std::string& text = "") {
  Fault made;
  made.kind = kind;
  made.text = CallerText(text);
  return made;
}

const xml::SchemaSet& sharedSchema() {
  static const xml::SchemaSet set = [] {
    std::ifstream file(CVSGW_SOURCE_DIR "/wsdl/gemeenschappelijk/v1/gemeenschappelijk.xsd");
    std::stringstream text;
    text << file.rdbuf();
    return std::move(
        xml::SchemaSet::compile({{"urn:inburgering:cvs-isi:gemeenschappelijk:v1", text.str()}}).value());
  }();
  return set;
}

// The detail's element, alone in a Body, against the published schema. Empty when it is valid.
std::string schemaComplaint(const std::string& faultBody) {
  const size_t from = faultBody.find("<detail>") + 8;
  const std::string detail = faultBody.substr(from, faultBody.find("</detail>") - from);
  const std::string message = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                              detail + "</s:Body></s:Envelope>";
  auto document = xml::byteGate(message).and_then(xml::parse);
  if (!document) return "not XML: " + document.error().text.str();
  auto envelope = xml::openEnvelope(std::move(*document));
  if (!envelope) return "not one element: " + envelope.error().text.str();
  const auto valid = sharedSchema().validate(*envelope);
  if (valid) return {};
  return valid.error().violations.empty() ? "invalid" : valid.error().violations.front().path;
}

class EveryFault : public testing::TestWithParam<Expected> {};

TEST_P(EveryFault, R37_R38_HasItsCodesAndAValidDetail) {
  const Expected& expected = GetParam();
  const FaultReply reply = writeFault(fault(expected.kind), "ref-1");
  EXPECT_EQ(reply.httpStatus, expected.status);
  EXPECT_THAT(reply.body, HasSubstr("<faultcode>" + std::string(expected.faultcode) + "</faultcode>"));
  EXPECT_THAT(reply.body, HasSubstr("<g:code>" + std::string(expected.code) + "</g:code>"));
  EXPECT_THAT(reply.body, HasSubstr("<g:kant>" + std::string(expected.kant) + "</g:kant>"));
  EXPECT_THAT(reply.body, HasSubstr("<g:referentie>ref-1</g:referentie>"));
  EXPECT_GT(faultRow(expected.kind).tekst.size(), 20U);
  EXPECT_EQ(reply.retryAfterSeconds > 0, expected.status == 429 || expected.status == 503);
  EXPECT_EQ(schemaComplaint(reply.body), "");
  const auto whole = xml::byteGate(reply.body).and_then(xml::parse);
  EXPECT_TRUE(whole.has_value()) << reply.body;
}

INSTANTIATE_TEST_SUITE_P(All, EveryFault, testing::ValuesIn(kExpected),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(FaultRegister, ListOfThisTestHoldsEveryKind) {
  // Kinds are numbered from 0 without gaps; the last one is the highest that a switch over them knows.
  std::set<int> kinds;
  for (const Expected& row : kExpected) kinds.insert(static_cast<int>(row.kind));
  EXPECT_EQ(kinds.size(), static_cast<size_t>(FaultKind::auditUnavailable) + 1);
  EXPECT_EQ(*kinds.rbegin(), static_cast<int>(FaultKind::auditUnavailable));
}

TEST(FaultRegister, ActionsOfFaults) {
  EXPECT_EQ(faultAction(FaultKind::addressingHeaderInvalid), "http://www.w3.org/2005/08/addressing/fault");
  EXPECT_EQ(faultAction(FaultKind::mustUnderstand), "http://www.w3.org/2005/08/addressing/soap/fault");
}

TEST(FaultWriter, PutsTheFaultsOwnTextBehindTheRegisters) {
  const std::string body = writeFault(fault(FaultKind::envelopeInvalid, "soap:Body ontbreekt."), "r").body;
  EXPECT_THAT(
      body,
      HasSubstr(
          "<faultstring>Het bericht is geen geldige SOAP 1.1-envelop. soap:Body ontbreekt.</faultstring>"));
  EXPECT_THAT(
      body,
      HasSubstr("<g:tekst>Het bericht is geen geldige SOAP 1.1-envelop. soap:Body ontbreekt.</g:tekst>"));
}

TEST(FaultWriter, A31_EscapesEverythingThatItIsGiven) {
  Fault given = fault(FaultKind::schemaInvalid, "<a> & ]]>");
  given.violations = {{"Zoek/<b>", 3, "x & y"}, {"Zoek", 0, "z"}};
  const std::string body = writeFault(given, "r&1").body;
  EXPECT_THAT(body, HasSubstr("&lt;a&gt; &amp; ]]&gt;"));
  EXPECT_THAT(body,
              HasSubstr("<g:pad>Zoek/&lt;b&gt;</g:pad><g:regel>3</g:regel><g:reden>x &amp; y</g:reden>"));
  EXPECT_THAT(body, HasSubstr("<g:schending><g:pad>Zoek</g:pad><g:reden>z</g:reden></g:schending>"));
  EXPECT_EQ(schemaComplaint(body), "");
}

TEST(FaultWriter, LeavesOutTextThatXmlCannotHold) {
  const std::string body = writeFault(fault(FaultKind::internal, "\x01\xFF"), "r").body;
  EXPECT_THAT(body,
              HasSubstr("<g:tekst>De gateway kon het bericht door een eigen fout niet verwerken.</g:tekst>"));
}

TEST(FaultWriter, R37_A32_NeverShowsTheTextForTheLog) {
  Fault given = fault(FaultKind::internal);
  given.log = LogText("disk full at /var/lib");
  EXPECT_THAT(writeFault(given, "r").body, Not(HasSubstr("/var/lib")));
}

TEST(FaultWriter, CarriesAnswerHeadersBeforeTheBody) {
  const std::string body = writeFault(fault(FaultKind::internal), "r", "<x xmlns=\"urn:x\"/>").body;
  EXPECT_THAT(body, HasSubstr("<soap:Header><x xmlns=\"urn:x\"/></soap:Header><soap:Body><soap:Fault>"));
  EXPECT_THAT(writeFault(fault(FaultKind::internal), "r").body, Not(HasSubstr("soap:Header")));
}

TEST(FaultWriter, TakesRetryAfterFromTheFault) {
  Fault given = fault(FaultKind::tooManyRequests);
  given.retryAfterSeconds = 30;
  EXPECT_EQ(writeFault(given, "r").retryAfterSeconds, 30);
}

}  // namespace
}  // namespace cvsgw::reply
