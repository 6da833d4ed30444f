// What a municipality registers of a contact person (§ 3.3.2). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/melding.hpp"

namespace cvsgw::laws::wi2021 {

/// As it was sent.
struct Contactgegevens {
  std::string naam;
  std::string email;
  std::optional<std::string> telefoonnummer;
  bool algemeen = false;
};

/// Without blanks at the ends; blanks in between, line ends too, are one space each: these data become lines
/// of a mail.
Contactgegevens opgeschoond(const Contactgegevens& invoer);
/// FS235 to FS239 on data that are opgeschoond.
std::vector<Melding> controleer(const Contactgegevens& gegevens);

}  // namespace cvsgw::laws::wi2021
