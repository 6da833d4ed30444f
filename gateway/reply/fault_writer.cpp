#include "gateway/reply/fault_writer.hpp"

#include "gateway/domain/fields.hpp"
#include "gateway/reply/envelope_writer.hpp"
#include "gateway/reply/fault_register.hpp"
#include "gateway/reply/xml_writer.hpp"
#include "gateway/xml/utf8.hpp"

namespace cvsgw::reply {
namespace {

constexpr int kDefaultRetryAfter = 5;

// Text in an element of the shared namespace.
void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<g:").append(name).append(">");
  appendEscaped(out, text);
  out.append("</g:").append(name).append(">");
}

// The register's text, and behind it what this fault says besides. A text that XML cannot hold is left out: a
// fault must never be a second fault.
std::string textOf(const Fault& fault, const FaultRow& row) {
  std::string text(row.tekst);
  const std::string& own = fault.text.str();
  if (!own.empty() && !xml::findUtf8Flaw(own)) text.append(" ").append(own);
  return text;
}

std::string detail(const Fault& fault, const FaultRow& row, std::string_view text,
                   std::string_view referentie) {
  std::string out = "<g:technischeFout xmlns:g=\"";
  out.append(namespaceUri(Namespace::gemeenschappelijk)).append("\">");
  element(out, "code", row.code);
  element(out, "tekst", text);
  element(out, "kant", row.kant);
  element(out, "referentie", referentie);
  if (!fault.violations.empty()) {
    out.append("<g:schendingen>");
    for (const Violation& violation : fault.violations) {
      out.append("<g:schending>");
      element(out, "pad", violation.path);
      if (violation.line > 0) element(out, "regel", std::to_string(violation.line));
      element(out, "reden", violation.reason);
      out.append("</g:schending>");
    }
    out.append("</g:schendingen>");
  }
  return out.append("</g:technischeFout>");
}

// faultcode is a QName in text, so its prefix is declared on the root.
std::string_view declarationFor(std::string_view faultcode) {
  const std::string_view prefix = faultcode.substr(0, faultcode.find(':'));
  if (prefix == "wsse") {
    return " xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
           "oasis-200401-wss-wssecurity-secext-1.0.xsd\"";
  }
  if (prefix == "wsa") return " xmlns:wsa=\"http://www.w3.org/2005/08/addressing\"";
  return {};
}

}  // namespace

FaultContent faultContent(const Fault& fault, std::string_view referentie, std::string_view faultcode) {
  FaultRow row = faultRow(fault.kind);
  if (!faultcode.empty()) row.faultcode = faultcode;
  const std::string text = textOf(fault, row);
  FaultContent content;
  content.body = "<soap:Fault><faultcode>";
  content.body.append(row.faultcode).append("</faultcode><faultstring>");
  appendEscaped(content.body, text);
  content.body.append("</faultstring><detail>")
      .append(detail(fault, row, text, referentie))
      .append("</detail></soap:Fault>");

  content.httpStatus = row.httpStatus;
  content.namespaces = declarationFor(row.faultcode);
  const bool retry = row.httpStatus == 429 || row.httpStatus == 503;
  if (retry)
    content.retryAfterSeconds = fault.retryAfterSeconds > 0 ? fault.retryAfterSeconds : kDefaultRetryAfter;
  return content;
}

FaultReply writeFault(const Fault& fault, std::string_view referentie, std::string_view headerBlocks) {
  const FaultContent content = faultContent(fault, referentie);
  return {content.httpStatus, content.retryAfterSeconds,
          soapEnvelope(headerBlocks, content.body, content.namespaces)};
}

}  // namespace cvsgw::reply
