// Any bytes, cut anywhere: the reader must not crash, must keep its limits, and must come to the same outcome
// as when the bytes arrive one by one.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "gateway/http/raw_message.hpp"
#include "gateway/http/request_reader.hpp"

namespace {

using cvsgw::http::RequestReader;

cvsgw::http::Limits smallLimits() {
  cvsgw::http::Limits limits;
  limits.body = 512;
  return limits;
}

std::string outcome(std::string_view bytes, std::size_t step) {
  RequestReader reader(smallLimits());
  std::string trace;
  while (!bytes.empty()) {
    std::string_view piece = bytes.substr(0, step);
    const std::size_t before = piece.size();
    const auto state = reader.feed(piece);
    bytes.remove_prefix(before - piece.size());
    if (state == RequestReader::State::refused)
      return trace + "refused:" + std::string(reader.refusal().reason);
    if (state != RequestReader::State::complete) continue;
    auto request = reader.take();
    if (request.body.size() > smallLimits().body) std::abort();
    trace += request.method + ' ' + request.path + '?' + request.query + ' ' + request.body + '\n';
    if (request.bodyTooLarge) return trace + "too large";
    trace += cvsgw::http::checkPost(std::move(request)) ? "ok\n" : "fault\n";
  }
  return trace;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string whole = outcome(bytes, bytes.size() + 1);
  if (whole != outcome(bytes, 1) || whole != outcome(bytes, 7)) std::abort();
  return 0;
}
