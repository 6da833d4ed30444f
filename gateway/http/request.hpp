// One HTTP request whose framing was beyond doubt.
#pragma once

#include <string>

#include "gateway/http/headers.hpp"

namespace cvsgw::http {

/// Facts only; whether the gateway wants such a request is decided later (see raw_message.hpp). A value type.
struct Request {
  std::string method;  ///< as sent, case matters
  std::string path;    ///< target before `?`, as sent: percent escapes are not decoded
  std::string query;   ///< target after `?`, without it; empty when there is none
  Headers headers;
  std::string body;        ///< chunks already joined; empty when bodyTooLarge
  bool keepAlive = false;  ///< the client allows another request on this connection
  bool bodyTooLarge =
      false;  ///< the body passed the limit; the rest was not read, so the connection must close
};

}  // namespace cvsgw::http
