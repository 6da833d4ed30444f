// What a municipality registers of a contact person (§ 3.3.2). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
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
/// One @, a local part and a domain of at least two labels as mail knows them (RFC 5321, ASCII).
bool isEmailadres(std::string_view tekst);

}  // namespace cvsgw::laws::wi2021
