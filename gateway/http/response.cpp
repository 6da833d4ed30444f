#include "gateway/http/response.hpp"

#include <http_parser.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace cvsgw::http {

namespace {

/// RFC 9110 date; kept per thread for its second, since every answer of that second carries the same one.
std::string_view httpDate(std::time_t now) {
  thread_local std::time_t writtenFor = -1;
  thread_local std::array<char, 32> text{};
  thread_local std::size_t length = 0;
  if (now != writtenFor) {
    static constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    // %a and %b follow the process' locale, which must not leak into the protocol.
    std::array<char, 40> format{};
    std::snprintf(format.data(), format.size(), "%s, %%d %s %%Y %%H:%%M:%%S GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], months[static_cast<std::size_t>(utc.tm_mon)]);
    length = std::strftime(text.data(), text.size(), format.data(), &utc);
    writtenFor = now;
  }
  return {text.data(), length};
}

void appendHeader(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) out.push_back(c);
  }
  out.append("\r\n");
}

}  // namespace

std::string serialise(const Response& response, const ResponseFraming& framing) {
  std::string out;
  out.reserve(384 + response.body.size());
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(http_status_str(static_cast<http_status>(response.status))).append("\r\n");
  appendHeader(out, "Date", httpDate(framing.now));
  if (!response.contentType.empty()) appendHeader(out, "Content-Type", response.contentType);
  // RFC 9110 § 8.6: a 304 has no body, and a length would be taken for that of the document.
  if (response.status != 304) {
    appendHeader(out, "Content-Length", std::to_string(response.body.size()));
  }
  appendHeader(out, "Connection", framing.keepAlive ? "keep-alive" : "close");
  // Answers hold personal data or faults about them: nobody in between may store or reinterpret them, unless
  // an answer says otherwise itself (the public descriptions).
  const bool ownCaching = std::any_of(response.headers.begin(), response.headers.end(),
                                      [](const auto& header) { return header.first == "Cache-Control"; });
  if (!ownCaching) out.append("Cache-Control: no-store\r\n");
  out.append("X-Content-Type-Options: nosniff\r\n");
  for (const auto& [name, value] : response.headers) appendHeader(out, name, value);
  out.append("\r\n");
  if (!framing.withoutBody) out.append(response.body);
  return out;
}

Response plainText(int status, std::string text) {
  Response response;
  response.status = status;
  response.contentType = "text/plain; charset=utf-8";
  response.body = std::move(text);
  response.close = true;
  return response;
}

}  // namespace cvsgw::http
