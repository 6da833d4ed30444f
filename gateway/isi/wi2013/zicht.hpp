// Which municipalities see a Wi2013 dossier, as what, and until when. Pure: dossier and day in, answer out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::isi::wi2013 {

/// § 3.2: lives in the municipality, or used to.
enum class Verblijf : std::uint8_t { woonachtig, voormaligWoonachtig };

/// The code of the list `verblijf`.
constexpr std::string_view verblijfCode(Verblijf verblijf) {
  return verblijf == Verblijf::woonachtig ? "Woonachtig" : "VoormaligWoonachtig";
}
/// The word by which sight is stored; residents have the same word under every law.
constexpr std::string_view verblijfSoort(Verblijf verblijf) {
  return verblijf == Verblijf::woonachtig ? "woonachtig" : "voormaligWoonachtig";
}
constexpr Verblijf parseVerblijfSoort(std::string_view soort) {
  return soort == verblijfSoort(Verblijf::woonachtig) ? Verblijf::woonachtig : Verblijf::voormaligWoonachtig;
}

struct Zicht {
  Gemeentecode gemeente;
  Verblijf verblijf = Verblijf::woonachtig;
  std::optional<Date> totEnMet;  ///< last day; absent: no end known
  bool operator==(const Zicht&) const = default;
};

/// How long the data of a deceased person can still be read, in days after the death.
inline constexpr int kDagenNaOverlijden = 28;

/// Everyone who sees this dossier on `vandaag`, at most once per municipality, in the order of the stays:
/// - nobody before datumVaststelling;
/// - the municipality where the person lives: woonachtig;
/// - every municipality where he lived on or after datumVaststelling: voormaligWoonachtig, without an end
///   (§ 3.9: the old municipality can still read);
/// - who has left the BRP lives nowhere: his last municipality is a former one;
/// - who has died is seen as before, through the 28th day after the death, then by nobody (rulings, Time).
std::vector<Zicht> zichtOp(const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2013
