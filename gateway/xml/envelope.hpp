// A SOAP 1.1 envelope, taken apart by position.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/xml/document.hpp"

namespace cvsgw::xml {

inline constexpr std::string_view kSoap11 = "http://schemas.xmlsoap.org/soap/envelope/";

/// One child of soap:Header.
struct HeaderBlock {
  Element element;
  bool mustUnderstand = false;
  bool forUs = true;  ///< no soap:actor, or the actor `next`
};

/// Envelope, at most one Header, exactly one Body with exactly one element in it, and nothing else.
/// Threading: one thread at a time. Moving it leaves its Elements valid.
class Envelope {
 public:
  const std::vector<HeaderBlock>& headers() const { return headers_; }
  Element root() const { return document_.root(); }
  Element body() const { return body_; }
  /// The Body's only child: the operation's element.
  Element operation() const { return operation_; }

 private:
  friend Outcome<Envelope> openEnvelope(Document document);
  Envelope(Document document, std::vector<HeaderBlock> headers, Element body, Element operation)
      : document_(std::move(document)), headers_(std::move(headers)), body_(body), operation_(operation) {}
  Document document_;
  std::vector<HeaderBlock> headers_;
  Element body_;
  Element operation_;
};

/// Refuses with versionMismatch (an Envelope of another SOAP) or envelopeInvalid. Sources: SOAP 1.1 § 4; WS-I
/// BP 1.2 R1011, R1005, R1006; Digikoppeling WW001, WW003 (security.md R20-R22).
Outcome<Envelope> openEnvelope(Document document);

}  // namespace cvsgw::xml
