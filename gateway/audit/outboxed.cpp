#include "gateway/audit/outboxed.hpp"

#include "gateway/audit/digest.hpp"

namespace cvsgw::audit {

std::string Outboxed::text() const {
  return hex(canonical(entry)) + (gebruiker ? ":" + hex(*gebruiker) : "");
}

std::optional<Outboxed> Outboxed::parse(std::string_view text) {
  const auto colon = text.find(':');
  const auto record = text.substr(0, colon);
  std::string bytes(record.size() / 2, '\0');
  auto* raw = static_cast<std::uint8_t*>(static_cast<void*>(bytes.data()));
  auto entry = fromHex(record, raw, bytes.size()) ? fromCanonical(bytes) : std::nullopt;
  if (!entry) return std::nullopt;
  Outboxed out{*std::move(entry), {}};
  if (colon == std::string_view::npos) return out;
  if (!fromHex(text.substr(colon + 1), out.gebruiker.emplace())) return std::nullopt;
  return out;
}

}  // namespace cvsgw::audit
