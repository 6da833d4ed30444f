// Setting the status of signals is the same under the Wi2013 and the Wi2021 (Wi2013 § 3.9, Wi2021 § 3.2.2).
// Which statuses a signal can get is in the schema: never Nieuw.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/signalen.hpp"

namespace cvsgw::laws {

/// FS021 for an expected version (a signal has none); for each signal, in the order of the request: FS020
/// when the municipality has no such signal, AS010 when it has this status already. One unknown signal
/// refuses the whole list. Threading: pure.
inline std::vector<Melding> beoordeelStatuswijziging(const isi::Verwerking& verwerking,
                                                     const std::vector<std::optional<isi::Signaal>>& signalen,
                                                     isi::Signaalstatus status) {
  std::vector<Melding> meldingen;
  if (verwerking.verwachteVersie) meldingen.push_back(melding("FS021", "verwerking/verwachteVersie"));
  std::size_t plaats = 0;
  for (const auto& signaal : signalen) {
    const std::string veld = "signaalIds/signaalId[" + std::to_string(++plaats) + "]";
    if (!signaal)
      meldingen.push_back(melding("FS020", veld));
    else if (signaal->status == status)
      meldingen.push_back(melding("AS010", veld));
  }
  return meldingen;
}

}  // namespace cvsgw::laws
