#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kRows = std::to_array<MeldingRow>({
    {"FS200", false,
     "De Leerbaarheidstoets is al afgenomen. Ontheffen kan alleen zolang de toets nog niet is afgenomen.",
     "W21-200 (Wi2021 § 3.6.5)", "2022-01-01"},
    {"FS201", false, "De persoon is al ontheven van de Leerbaarheidstoets. Een ontheffing is definitief.",
     "W21-201 (Wi2021 § 3.6.5)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> lbtBioEindgesprek() {
  return kRows;
}

}  // namespace cvsgw::meldingen
