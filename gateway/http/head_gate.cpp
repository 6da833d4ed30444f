#include "gateway/http/head_gate.hpp"

#include <algorithm>
#include <charconv>

#include "gateway/http/headers.hpp"

namespace cvsgw::http {

namespace {

constexpr std::size_t maxLengthDigits =
    18;  // fits 64 bits; longer ones are no sizes but attacks on arithmetic
constexpr std::size_t maxChunkDigits = 8;

std::optional<Refusal> refused(std::string_view reason) {
  return Refusal{400, reason};
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isAlnum(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isTokenChar(char c) {
  return isAlnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool isVisible(char c) {
  return c > 0x20 && c < 0x7f;
}
/// Everything but controls; a tab is white space, and bytes above 127 are opaque text.
bool isValueChar(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}
bool isHostChar(char c) {
  return isAlnum(c) || std::string_view(".-_:[]").find(c) != std::string_view::npos;
}

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
  return !text.empty() && std::all_of(text.begin(), text.end(), predicate);
}

}  // namespace

std::optional<Refusal> HeadGate::requestLine(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || last == first) return refused("the request line is not complete");
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);

  if (!all(method, isTokenChar)) return refused("the method is not a token");
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    return refused("only HTTP/1.1 and HTTP/1.0 are spoken here");
  if (!all(target, isVisible)) return refused("the request target holds characters that it cannot hold");
  const bool serverWide = target == "*" && method == "OPTIONS";
  if (target.front() != '/' && !serverWide) return refused("the request target must be a path");
  if (target.find('#') != std::string_view::npos) return refused("the request target holds a fragment");

  facts_.method = method;
  facts_.target = target;
  facts_.http10 = version == "HTTP/1.0";
  return std::nullopt;
}

std::optional<Refusal> HeadGate::fieldLine(std::string_view line) {
  if (++fields_ > limits_.fields) return refused("too many header fields");
  if (line.front() == ' ' || line.front() == '\t') return refused("a header field is folded over two lines");
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return refused("a header line has no colon");
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (name.size() > limits_.fieldName) return refused("a header field's name is too long");
  if (!all(name, isTokenChar)) return refused("a header field's name is not a token");
  if (!std::all_of(value.begin(), value.end(), isValueChar)) {
    return refused("a header field's value holds control characters");
  }

  if (equalsIgnoringCase(name, "Content-Length")) return contentLength(value);
  if (equalsIgnoringCase(name, "Transfer-Encoding")) return transferEncoding(value);
  if (equalsIgnoringCase(name, "Host")) return host(value);
  if (equalsIgnoringCase(name, "Expect")) return expect(value);
  return std::nullopt;
}

std::optional<Refusal> HeadGate::contentLength(std::string_view value) {
  // Also two equal ones: what lies between may have merged or dropped one of them.
  if (facts_.contentLength) return refused("Content-Length is repeated");
  if (!all(value, isDigit) || value.size() > maxLengthDigits)
    return refused("Content-Length is not a plain number");
  std::uint64_t length = 0;
  std::from_chars(value.data(), value.data() + value.size(), length);
  facts_.contentLength = length;
  return std::nullopt;
}

std::optional<Refusal> HeadGate::transferEncoding(std::string_view value) {
  if (facts_.chunked) return refused("Transfer-Encoding is repeated");
  // Exactly, in this spelling: every variation is a coding that somebody in between may read differently.
  if (value != "chunked") return refused("Transfer-Encoding is not exactly chunked");
  facts_.chunked = true;
  return std::nullopt;
}

std::optional<Refusal> HeadGate::host(std::string_view value) {
  if (hostSeen_) return refused("Host is repeated");
  if (!all(value, isHostChar)) return refused("Host is not a host name");
  hostSeen_ = true;
  return std::nullopt;
}

std::optional<Refusal> HeadGate::expect(std::string_view value) {
  if (!equalsIgnoringCase(value, "100-continue")) return Refusal{417, "only 100-continue can be expected"};
  facts_.expectsContinue = true;
  return std::nullopt;
}

std::optional<Refusal> HeadGate::end() {
  if (facts_.chunked && facts_.contentLength)
    return refused("Content-Length and Transfer-Encoding are both present");
  if (facts_.chunked && facts_.http10) return refused("HTTP/1.0 knows no Transfer-Encoding");
  if (!hostSeen_ && !facts_.http10) return refused("Host is missing");
  // Without a length the body of a POST would be read as the next request.
  if (facts_.method == "POST" && !facts_.chunked && !facts_.contentLength) {
    return refused("a POST needs Content-Length or Transfer-Encoding: chunked");
  }
  // RFC 9110 10.1.1: an HTTP/1.0 client does not understand the interim answer.
  if (facts_.http10) facts_.expectsContinue = false;
  return std::nullopt;
}

std::optional<std::uint64_t> chunkSize(std::string_view line) {
  const std::string_view digits = line.substr(0, line.find(';'));
  const std::string_view extension = line.substr(digits.size());
  if (digits.empty() || digits.size() > maxChunkDigits) return std::nullopt;
  if (!std::all_of(extension.begin(), extension.end(), isValueChar)) return std::nullopt;
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return size;
}

}  // namespace cvsgw::http
