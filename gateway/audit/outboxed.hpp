// A record as a change leaves it in the outbox, as text that is opaque to whoever stores it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/audit/entry.hpp"

namespace cvsgw::audit {

struct Outboxed {
  Entry entry;
  std::optional<Pseudonym> gebruiker;  ///< of the caller's user

  /// In hexadecimal: the record in canonical form, and behind a colon the user when there is one.
  std::string text() const;
  /// Nothing when the text is none.
  static std::optional<Outboxed> parse(std::string_view text);
};

}  // namespace cvsgw::audit
