// An answer on its way to the wire.
#pragma once

#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace cvsgw::http {

/// A value type. Content-Length, Date, Connection and the fixed security headers are added by serialise();
/// `Cache-Control: no-store` only when `headers` has no Cache-Control of its own.
struct Response {
  int status = 200;
  std::string contentType;  ///< empty: no Content-Type
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  ///< extra ones: Retry-After, Allow, Location
  bool close = false;  ///< end the connection after this answer, whatever the client asked
};

struct ResponseFraming {
  bool keepAlive = true;     ///< written as Connection
  bool withoutBody = false;  ///< answer to HEAD: the length is told, the body stays away
  std::time_t now = 0;       ///< for Date, UTC
};

/// Head and body in one buffer, so that a small answer leaves as one TLS record. Control characters in header
/// values are dropped: an answer can never be split into two. Thread-safe.
std::string serialise(const Response& response, const ResponseFraming& framing);

/// A small `text/plain` answer that closes the connection.
Response plainText(int status, std::string text);

}  // namespace cvsgw::http
