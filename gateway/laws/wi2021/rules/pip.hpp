// The personal plan (§ 3.6.6): passing on the initial plan, changing a plan (also as the new municipality
// after a move), and deleting it while it is not definitive. What follows by itself is
// isi/wi2021/gevolgen.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// The plan as a municipality sends it. Codes of kLeerroute, kNiveau, kAlfabetisering.
struct PipInvoer {
  Date datumDagtekening;
  std::optional<Date> datumDagtekeningInitieel;  ///< of a change only: the corrected date of the initial plan
  std::string leerroute;
  std::optional<std::string> niveau;  ///< absent: B1 in the B1- and O-route, not applicable in the Z-route
  std::string alfabetisering = "NVT";
  std::optional<std::int32_t> geschatteUrenIntensiteit;
  bool toestemmingNietVrijstellendeOpleiding = false;
  std::optional<std::int32_t> urenBelastbaarheidParticipatie;
};

isi::wi2021::Besluit voegPipToe(const isi::wi2021::Stand& stand, const PipInvoer& invoer);
isi::wi2021::Besluit wijzigPip(const isi::wi2021::Stand& stand, const PipInvoer& invoer);
isi::wi2021::Besluit verwijderPip(const isi::wi2021::Stand& stand);

}  // namespace cvsgw::laws::wi2021
