#include "gateway/http/request_reader.hpp"

#include <algorithm>
#include <utility>

namespace cvsgw::http {

namespace {

/// Gives the memory back, which assigning an empty string would not.
void release(std::string& text) {
  std::string().swap(text);
}

RequestReader& readerOf(http_parser* parser) {
  return *static_cast<RequestReader*>(parser->data);
}

}  // namespace

RequestReader::RequestReader(const Limits& limits) : limits_(limits), gate_(limits) {
  restart();
}

void RequestReader::restart() {
  state_ = State::needMore;
  phase_ = Phase::requestLine;
  gate_ = HeadGate(limits_);
  http_parser_init(&parser_, HTTP_REQUEST);
  parser_.data = this;
  // Idle connections are many: they keep no buffers.
  release(head_);
  release(line_);
  lineStart_ = fieldsStart_ = 0;
  remaining_ = 0;
  extensionBytes_ = 0;
  headParsed_ = messageParsed_ = continueWanted_ = false;
  request_ = Request();
}

RequestReader::State RequestReader::feed(std::string_view& input) {
  while (state_ == State::needMore && !input.empty()) {
    switch (phase_) {
      case Phase::requestLine:
      case Phase::fields:
        readHead(input);
        break;
      case Phase::sizedBody:
        readSizedBody(input);
        break;
      case Phase::chunkLine:
      case Phase::lastLine:
        readChunkLine(input);
        break;
      case Phase::chunkData:
        readChunkData(input);
        break;
    }
  }
  return state_;
}

bool RequestReader::takeContinue() {
  return std::exchange(continueWanted_, false) && state_ == State::needMore && request_.body.empty();
}

Request RequestReader::take() {
  Request request = std::move(request_);
  restart();
  return request;
}

void RequestReader::refuse(Refusal refusal) {
  state_ = State::refused;
  refusal_ = refusal;
}

void RequestReader::readHead(std::string_view& input) {
  const std::size_t lineFeed = input.find('\n');
  const std::size_t length = lineFeed == std::string_view::npos ? input.size() : lineFeed + 1;
  const bool first = phase_ == Phase::requestLine;
  const std::size_t start = first ? 0 : fieldsStart_;
  // The limits are judged before the line, so that a piece too long gives the same answer as its bytes one by
  // one.
  if (head_.size() - start + length > (first ? limits_.requestLine : limits_.headerBlock)) {
    refuse({400, first ? "the request line is too long" : "the header fields are too long"});
    return;
  }
  if (head_.empty()) head_.reserve(512);
  head_.append(input.substr(0, length));
  input.remove_prefix(length);
  if (lineFeed == std::string_view::npos) return;

  std::string_view line = std::string_view(head_).substr(lineStart_, head_.size() - lineStart_ - 1);
  if (line.empty() || line.back() != '\r') {
    refuse({400, "a line ends without carriage return"});
    return;
  }
  line.remove_suffix(1);
  lineStart_ = head_.size();
  if (!first && line.empty()) {
    endOfHead();
    return;
  }
  if (const auto refusal = first ? gate_.requestLine(line) : gate_.fieldLine(line)) {
    refuse(*refusal);
    return;
  }
  if (first) {
    phase_ = Phase::fields;
    fieldsStart_ = head_.size();
  }
}

void RequestReader::endOfHead() {
  if (const auto refusal = gate_.end()) {
    refuse(*refusal);
    return;
  }
  const HeadFacts& facts = gate_.facts();
  request_.method = facts.method;
  const std::size_t mark = facts.target.find('?');
  request_.path = facts.target.substr(0, mark);
  if (mark != std::string::npos) request_.query = facts.target.substr(mark + 1);

  if (!parse(head_)) {
    // A method that the library does not know is still readable HTTP: it gets its 405, without its body being
    // read.
    if (HTTP_PARSER_ERRNO(&parser_) != HPE_INVALID_METHOD) return;
    state_ = State::needMore;
    completeWithoutBody();
    return;
  }
  const bool sameChunked = ((parser_.flags & F_CHUNKED) != 0) == facts.chunked;
  const bool sameLength = ((parser_.flags & F_CONTENTLENGTH) != 0) == facts.contentLength.has_value();
  if (!headParsed_ || !sameChunked || !sameLength) {
    refuse({400, "the head can be read in two ways"});
    return;
  }
  release(head_);
  startBody();
}

void RequestReader::startBody() {
  const HeadFacts& facts = gate_.facts();
  if (facts.chunked) {
    phase_ = Phase::chunkLine;
  } else if (facts.contentLength.value_or(0) == 0) {
    completeWithoutBody();
    return;
  } else if (*facts.contentLength > limits_.body) {
    bodyTooLarge();
    return;
  } else {
    phase_ = Phase::sizedBody;
    remaining_ = *facts.contentLength;
    // A declared length costs its sender nothing: memory grows with what really arrives.
    request_.body.reserve(std::min<std::size_t>(static_cast<std::size_t>(remaining_), 16 * 1024));
  }
  continueWanted_ = facts.expectsContinue;
}

void RequestReader::completeWithoutBody() {
  release(head_);
  state_ = State::complete;
}

void RequestReader::bodyTooLarge() {
  release(request_.body);
  request_.bodyTooLarge = true;
  request_.keepAlive = false;
  state_ = State::complete;
}

void RequestReader::readSizedBody(std::string_view& input) {
  const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, input.size()));
  if (!parse(input.substr(0, length))) return;
  input.remove_prefix(length);
  remaining_ -= length;
  if (remaining_ > 0) return;
  if (!messageParsed_) {
    refuse({400, "the body can be read in two ways"});
    return;
  }
  state_ = State::complete;
}

bool RequestReader::readLine(std::string_view& input, std::size_t limit) {
  const std::size_t lineFeed = input.find('\n');
  const std::size_t length = lineFeed == std::string_view::npos ? input.size() : lineFeed + 1;
  if (line_.size() + length > limit) {
    refuse({400, "a chunk's size line is too long"});
    return false;
  }
  line_.append(input.substr(0, length));
  input.remove_prefix(length);
  if (lineFeed == std::string_view::npos) return false;
  if (line_.size() < 2 || line_[line_.size() - 2] != '\r') {
    refuse({400, "a chunk's line ends without carriage return"});
    return false;
  }
  return true;
}

void RequestReader::readChunkLine(std::string_view& input) {
  if (!readLine(input, limits_.chunkLine)) return;
  const std::string_view line = std::string_view(line_).substr(0, line_.size() - 2);
  if (phase_ == Phase::lastLine) {
    // Trailers could smuggle fields past everything that looked at the head; no SOAP client needs them.
    if (!line.empty()) return refuse({400, "trailer fields are not accepted"});
    if (!parse(line_)) return;
    if (!messageParsed_) return refuse({400, "the body can be read in two ways"});
    state_ = State::complete;
    return;
  }
  const auto size = chunkSize(line);
  if (!size) return refuse({400, "a chunk's size is malformed"});
  extensionBytes_ += line.size() - std::min(line.find(';'), line.size());
  if (extensionBytes_ > limits_.chunkExtensions) return refuse({400, "chunk extensions are too long"});
  if (request_.body.size() + *size > limits_.body) return bodyTooLarge();
  if (!parse(line_)) return;
  if (parser_.content_length != *size) return refuse({400, "a chunk's size can be read in two ways"});
  line_.clear();
  phase_ = *size == 0 ? Phase::lastLine : Phase::chunkData;
  remaining_ = *size + 2;
}

void RequestReader::readChunkData(std::string_view& input) {
  const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, input.size()));
  if (!parse(input.substr(0, length))) return;  // the library checks the CRLF behind the data
  input.remove_prefix(length);
  remaining_ -= length;
  if (remaining_ == 0) phase_ = Phase::chunkLine;
}

bool RequestReader::parse(std::string_view bytes) {
  const std::size_t parsed = http_parser_execute(&parser_, &callbacks(), bytes.data(), bytes.size());
  if (HTTP_PARSER_ERRNO(&parser_) == HPE_OK && parsed == bytes.size()) return true;
  refuse({400, headParsed_ ? "the body's framing is malformed" : "the head is malformed"});
  return false;
}

int RequestReader::onUrl(http_parser* parser, const char* at, std::size_t length) {
  // Head and target were cut by the gate; the library must see the same target.
  return std::string_view(at, length) == readerOf(parser).gate_.facts().target ? 0 : 1;
}

int RequestReader::onField(http_parser* parser, const char* at, std::size_t length) {
  readerOf(parser).fieldName_ = {at, length};
  return 0;
}

int RequestReader::onValue(http_parser* parser, const char* at, std::size_t length) {
  RequestReader& self = readerOf(parser);
  self.request_.headers.add(self.fieldName_, trimmed({at, length}));
  return 0;
}

int RequestReader::onHeadersComplete(http_parser* parser) {
  RequestReader& self = readerOf(parser);
  self.headParsed_ = true;
  self.request_.keepAlive = http_should_keep_alive(parser) != 0;
  return 0;
}

int RequestReader::onBody(http_parser* parser, const char* at, std::size_t length) {
  readerOf(parser).request_.body.append(at, length);
  return 0;
}

int RequestReader::onMessageComplete(http_parser* parser) {
  readerOf(parser).messageParsed_ = true;
  return 0;
}

const http_parser_settings& RequestReader::callbacks() {
  static const http_parser_settings settings = [] {
    http_parser_settings made;
    http_parser_settings_init(&made);
    made.on_url = onUrl;
    made.on_header_field = onField;
    made.on_header_value = onValue;
    made.on_headers_complete = onHeadersComplete;
    made.on_body = onBody;
    made.on_message_complete = onMessageComplete;
    return made;
  }();
  return settings;
}

}  // namespace cvsgw::http
