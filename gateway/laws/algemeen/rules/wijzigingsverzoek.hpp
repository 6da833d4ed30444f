// What a municipality asks DUO to change because it cannot (any more) change it itself: the manuals send it
// by form. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/isi/loket/port.hpp"

namespace cvsgw::laws::algemeen {

/// As it was sent.
struct VerzoekInvoer {
  std::string soort;
  std::optional<std::string> toelichting;
  std::optional<Date> datumDagtekening;
  std::optional<isi::loket::UrenBijGemeente> urenGemeente;
  std::optional<isi::loket::UrenBijInstelling> urenInstelling;
};

/// The law that a kind of request belongs to.
Wet wetVanSoort(std::string_view soort);
/// The role that changes under that law; the Wi2007 has one role only.
Rol rolVoor(Wet wet);
isi::loket::Verzoekbesluit dienIn(const isi::loket::Verzoekstand& stand, const Bsn& bsn,
                                  const VerzoekInvoer& invoer);

}  // namespace cvsgw::laws::algemeen
