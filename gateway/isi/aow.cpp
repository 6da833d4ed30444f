#include "gateway/isi/aow.hpp"

#include <array>

namespace cvsgw::isi {
namespace {

// The pension age in months by the year in which it is reached; the last row holds for every later
// year, also those for which no age has been set yet.
struct AowLeeftijd {
  int jaar;
  int maanden;
};
constexpr auto kAowLeeftijden = std::to_array<AowLeeftijd>(
    {{2021, 66 * 12 + 4}, {2022, 66 * 12 + 7}, {2023, 66 * 12 + 10}, {2027, 67 * 12}, {9999, 67 * 12 + 3}});

}  // namespace

Date aowDatum(Date geboortedatum) {
  for (const auto& [jaar, maanden] : kAowLeeftijden) {
    const Date dag = geboortedatum.plusMonths(maanden);
    if (static_cast<int>(dag.ymd().year()) <= jaar) return dag;
  }
  return Date(9999, 12, 31);
}

}  // namespace cvsgw::isi
