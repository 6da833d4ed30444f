// A POST with an XML body of an acceptable size: the pipeline's second type.
#pragma once

#include <optional>
#include <string>

#include "gateway/domain/fault.hpp"
#include "gateway/http/request.hpp"

namespace cvsgw::http {

/// Bytes that claim to be an XML document in UTF-8; whether they are is the xml room's question. Only
/// checkPost() makes one. A value type.
class RawMessage {
 public:
  const std::string& path() const { return path_; }
  const std::string& query() const { return query_; }
  const std::string& body() const { return body_; }
  /// The SOAPAction field as sent, quotes included; repeated ones joined by ", " (which then matches no
  /// action); nothing when it is absent.
  const std::optional<std::string>& soapAction() const { return soapAction_; }

 private:
  friend Outcome<RawMessage> checkPost(Request&& request);
  RawMessage() = default;

  std::string path_;
  std::string query_;
  std::string body_;
  std::optional<std::string> soapAction_;
};

/// In order of precedence: method (methodNotAllowed), size (bodyTooLarge), media type, content encoding
/// (unsupportedMediaType), charset (notUtf8). Source: contract.md "Faults", WS-I BP 1.2 section 4,
/// Digikoppeling WUS WS006. On a refusal the request's body is gone but the connection may go on, unless
/// bodyTooLarge was set. Thread-safe.
Outcome<RawMessage> checkPost(Request&& request);

}  // namespace cvsgw::http
