// Ordering waardepapier (Wi2013 § 3.13, Wi2021 § 3.9). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/isi/loket/port.hpp"

namespace cvsgw::laws::algemeen {

/// As it was sent.
struct BestellingInvoer {
  std::string soort;
  std::int32_t aantal = 0;
  std::string naam;
  std::string email;
  std::optional<std::string> telefoonnummer;
  std::optional<std::string> kenmerk;
};

/// PVT papers are for both laws, Z-route papers for the Wi2021 alone (Wi2013 § 3.1, Wi2021 § 3.1).
bool magBestellen(const Rollen& rollen);
isi::loket::Bestelbesluit bestel(const isi::loket::Bestelstand& stand, const BestellingInvoer& invoer);

}  // namespace cvsgw::laws::algemeen
