// The strict gate over the raw lines of a request's head: refuses what parsers tolerate and proxies read
// differently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cvsgw::http {

/// Why a request cannot be answered as a message. Goes to the client as a small text and ends the connection.
struct Refusal {
  int status = 400;         ///< 400, or 417 for an expectation that cannot be met
  std::string_view reason;  ///< a literal, never bytes of the request
};

/// Upper bounds in bytes (fields: a number); exceeding the body's is a fact of the request, the others are
/// refusals.
struct Limits {
  std::size_t requestLine = 8 * 1024;
  std::size_t headerBlock = 16 * 1024;  ///< all field lines together, without the request line
  std::size_t fields = 100;
  std::size_t fieldName = 256;
  std::size_t chunkLine = 256;             ///< one chunk's size line with its extension
  std::size_t chunkExtensions = 4 * 1024;  ///< extensions of all chunks of a message together
  std::size_t body = 256 * 1024;
};

/// What the gate itself read in order to judge; the parser must come to the same.
struct HeadFacts {
  std::string method;
  std::string target;
  bool http10 = false;
  bool chunked = false;
  bool expectsContinue = false;
  std::optional<std::uint64_t> contentLength;
};

/// Takes the lines of one head in order, without their CRLF. Rules: RFC 9112 sections 2.2, 3, 5, 6, read in
/// the strict direction wherever they leave a choice. Not thread-safe.
class HeadGate {
 public:
  explicit HeadGate(const Limits& limits) : limits_(limits) {}

  std::optional<Refusal> requestLine(std::string_view line);
  std::optional<Refusal> fieldLine(std::string_view line);
  /// After the empty line: what must hold over all fields together.
  std::optional<Refusal> end();

  const HeadFacts& facts() const { return facts_; }

 private:
  std::optional<Refusal> contentLength(std::string_view value);
  std::optional<Refusal> transferEncoding(std::string_view value);
  std::optional<Refusal> host(std::string_view value);
  std::optional<Refusal> expect(std::string_view value);

  Limits limits_;
  HeadFacts facts_;
  std::size_t fields_ = 0;
  bool hostSeen_ = false;
};

/// The size of a chunk from its line (without CRLF): 1 to 8 hex digits, then nothing or `;` and printable
/// text.
std::optional<std::uint64_t> chunkSize(std::string_view line);

}  // namespace cvsgw::http
