// Bytes of a connection in, requests with sound framing out.
#pragma once

#include <http_parser.h>

#include <string>
#include <string_view>

#include "gateway/http/head_gate.hpp"
#include "gateway/http/request.hpp"

namespace cvsgw::http {

/// Reads one request after another from pieces of any size; the outcome does not depend on how the bytes were
/// cut. The head's lines pass the strict gate first, then the http_parser library parses them; chunk lines
/// likewise, and the library decodes the chunks. A refusal is final: the connection must be closed. Not
/// thread-safe.
class RequestReader {
 public:
  enum class State {
    needMore,
    complete,  ///< take() the request; feed() goes on with the next one
    refused,   ///< see refusal()
  };

  explicit RequestReader(const Limits& limits);
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  /// Consumes bytes from the front of `input`. What is left after `complete` belongs to the next request.
  State feed(std::string_view& input);

  State state() const { return state_; }
  const Refusal& refusal() const { return refusal_; }

  /// No byte of a request has arrived: the connection is idle between requests.
  bool idle() const { return phase_ == Phase::requestLine && head_.empty(); }
  /// The head is complete and the body is awaited.
  bool inBody() const {
    return state_ == State::needMore && phase_ != Phase::requestLine && phase_ != Phase::fields;
  }
  /// The client waits for `100 Continue` before it sends the body. True once per request; asking resets it.
  bool takeContinue();
  /// Memory held for the unfinished request, in bytes.
  std::size_t held() const { return head_.capacity() + request_.body.capacity(); }

  /// After `complete`: the request; the reader is ready for the next one.
  Request take();
  /// Forgets an unfinished request and gives its memory back.
  void discard() { restart(); }

 private:
  enum class Phase { requestLine, fields, sizedBody, chunkLine, chunkData, lastLine };

  void restart();
  void refuse(Refusal refusal);
  void readHead(std::string_view& input);
  void endOfHead();
  void startBody();
  void completeWithoutBody();
  void bodyTooLarge();
  void readSizedBody(std::string_view& input);
  void readChunkLine(std::string_view& input);
  void readChunkData(std::string_view& input);
  /// Moves the rest of one line from `input` to `line_`; true when its CRLF has been seen (and cut off).
  bool readLine(std::string_view& input, std::size_t limit);
  /// Gives bytes to the library; false when it refuses them.
  bool parse(std::string_view bytes);

  static int onUrl(http_parser* parser, const char* at, std::size_t length);
  static int onField(http_parser* parser, const char* at, std::size_t length);
  static int onValue(http_parser* parser, const char* at, std::size_t length);
  static int onHeadersComplete(http_parser* parser);
  static int onBody(http_parser* parser, const char* at, std::size_t length);
  static int onMessageComplete(http_parser* parser);
  static const http_parser_settings& callbacks();

  Limits limits_;
  State state_ = State::needMore;
  Phase phase_ = Phase::requestLine;
  HeadGate gate_;
  http_parser parser_{};
  std::string head_;             // raw head so far
  std::size_t lineStart_ = 0;    // of the line that is coming in, within head_
  std::size_t fieldsStart_ = 0;  // where the header block starts, within head_
  std::string line_;             // chunk line so far
  std::uint64_t remaining_ = 0;  // of the sized body, or of the chunk with its CRLF
  std::size_t extensionBytes_ = 0;
  std::string_view fieldName_;
  bool headParsed_ = false;
  bool messageParsed_ = false;
  bool continueWanted_ = false;
  Request request_;
  Refusal refusal_;
};

}  // namespace cvsgw::http
