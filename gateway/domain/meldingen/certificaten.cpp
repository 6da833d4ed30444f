#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kCertificatenRows = std::to_array<MeldingRow>({
    {"FS250", false,
     "Uw gemeente heeft geen certificaat met dit kenmerk. Vraag de kenmerken op met ZoekCertificaten; een "
     "certificaat is er zodra het eindgesprek definitief is.",
     "W21-250 (Wi2021 § 3.6.16)", "2022-01-01"},
    {"AS251", false, "Dit certificaat is al afgehandeld op {}. Die dag blijft staan.",
     "W21-251 (Wi2021 § 3.6.16)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> certificaten() {
  return kCertificatenRows;
}

}  // namespace cvsgw::meldingen
