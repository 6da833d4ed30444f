// The register of rules: every sentence of a source that says must, may, cannot, only, within, before, after,
// at most or automatically is one row.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cvsgw {

/// One row. A rule that answers with a message has its text, source and date in that message's row
/// (melding.hpp), whose `regel` begins with this id.
struct Regel {
  enum class Aard : std::uint8_t {
    toets,          ///< checked; answers with `code`
    automatisch,    ///< an effect that the ISI brings about by itself
    weergave,       ///< what is shown, and when
    nietToetsbaar,  ///< no system can check it; `toelichting` says why
  };
  std::string_view id;  ///< `W21-110`: never reused
  Aard aard = Aard::toets;
  std::string_view
      operaties;          ///< names of operations, separated by spaces; empty: the day processing or an event
  std::string_view code;  ///< of the message; empty when there is none
  std::string_view bron;  ///< `Wi2021 § 3.6.6.1`; empty for a rule with a message
  std::string_view tekst;  ///< Dutch; empty for a rule with a message
  std::string_view toelichting = {};
  std::string_view geldigVanaf = "2022-01-01";
};

}  // namespace cvsgw
