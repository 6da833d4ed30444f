#include "gateway/http/raw_message.hpp"

#include <string_view>

namespace cvsgw::http {

namespace {

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    return value.substr(1, value.size() - 2);
  return value;
}

/// Cuts the text before the first `;` from the front of `rest`.
std::string_view nextPart(std::string_view& rest) {
  const std::size_t end = rest.find(';');
  const std::string_view part = trimmed(rest.substr(0, end));
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

std::optional<FaultKind> contentTypeProblem(const Headers& headers) {
  if (headers.count("Content-Type") != 1) return FaultKind::unsupportedMediaType;
  std::string_view rest = *headers.find("Content-Type");
  if (!equalsIgnoringCase(nextPart(rest), "text/xml")) return FaultKind::unsupportedMediaType;
  bool charsetSeen = false;
  while (!rest.empty()) {
    const std::string_view parameter = nextPart(rest);
    const std::size_t equals = parameter.find('=');
    if (!equalsIgnoringCase(trimmed(parameter.substr(0, equals)), "charset")) continue;
    if (charsetSeen || equals == std::string_view::npos) return FaultKind::unsupportedMediaType;
    charsetSeen = true;
    if (!equalsIgnoringCase(unquoted(trimmed(parameter.substr(equals + 1))), "utf-8"))
      return FaultKind::notUtf8;
  }
  return std::nullopt;
}

}  // namespace

Outcome<RawMessage> checkPost(Request&& request) {
  if (request.method != "POST") {
    return refuse(FaultKind::methodNotAllowed, "Een bericht wordt met POST gestuurd.", "method is not POST");
  }
  if (request.bodyTooLarge) {
    return refuse(FaultKind::bodyTooLarge, "Het bericht is groter dan toegestaan.", "body above the limit");
  }
  const auto problem = contentTypeProblem(request.headers);
  if (problem == FaultKind::unsupportedMediaType) {
    return refuse(*problem,
                  "Verwacht wordt Content-Type: text/xml; charset=utf-8 (SOAP 1.1, geen multipart).",
                  "Content-Type is not text/xml");
  }
  const auto encoding = request.headers.joined("Content-Encoding");
  if (encoding && !equalsIgnoringCase(*encoding, "identity")) {
    return refuse(FaultKind::unsupportedMediaType, "Het bericht mag niet gecomprimeerd zijn.",
                  "Content-Encoding is not identity");
  }
  if (problem) return refuse(*problem, "De charset in Content-Type moet utf-8 zijn.", "charset is not utf-8");

  RawMessage message;
  message.path_ = std::move(request.path);
  message.query_ = std::move(request.query);
  message.body_ = std::move(request.body);
  message.soapAction_ = request.headers.joined("SOAPAction");
  return message;
}

}  // namespace cvsgw::http
