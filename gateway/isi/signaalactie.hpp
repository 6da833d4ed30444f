// What a change, an event or a day does to a person's signals, whatever the law.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/domain/bsn.hpp"

namespace cvsgw::isi {

struct Signaalactie {
  enum class Soort : std::uint8_t {
    plaats,    ///< a new signal at the municipality
    handelAf,  ///< the person's open signals of this code are settled
    trekIn     ///< they leave the lists, and come once more in the feed as vervallen
  };
  Soort soort = Soort::plaats;
  std::string code;
  std::optional<Gemeentecode> gemeente;  ///< absent: every municipality that has the person in sight
};

}  // namespace cvsgw::isi
