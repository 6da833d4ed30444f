#include "gateway/audit/message_id.hpp"

#include <algorithm>
#include <string_view>

#include "gateway/audit/digest.hpp"
#include "gateway/domain/bsn.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::string_view kUuid = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool beginsWithUuid(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  return text.size() >= kUuid.size() &&
         std::ranges::equal(text.substr(0, kUuid.size()), kUuid, [&](char c, char form) {
           return form == '-' ? c == '-' : kHex.find(c) != std::string_view::npos;
         });
}

// One in a few hundred has eight digits in a row that could be a number of somebody, and is none.
std::string withoutUuids(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto uuid = beginsWithUuid(text);
    out.push_back(uuid ? '-' : text.front());
    text.remove_prefix(uuid ? kUuid.size() : 1);
  }
  return out;
}

}  // namespace

std::string recordedMessageId(const std::string& messageId) {
  return namesSomebody(withoutUuids(messageId)) ? "sha256:" + hex(sha256(messageId)) : messageId;
}

}  // namespace cvsgw::audit
