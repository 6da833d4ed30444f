// The small country of the Wi2021's tests: its municipalities are Amsterdam and Utrecht. For tests only.
#pragma once

#include <array>

#include "adapters/store/populate/populate.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store {

inline constexpr std::array kAmsterdamEnUtrecht =
    std::to_array<CodeRow>({{"0363", "Amsterdam"}, {"0344", "Utrecht"}});

/// The named test persons as they are on `vandaag`, and as many others.
inline void bevolk(Database& database, std::int64_t persons = 0, Date vandaag = kToday) {
  PopulateOptions options;
  options.persons = persons;
  options.vandaag = vandaag;
  options.gemeenten = kAmsterdamEnUtrecht;
  populate(database, options);
}

}  // namespace cvsgw::store
