// Who sees a person of the Wi2007, and in which part of ISI he stands: pure functions of the dossier's facts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// How a municipality sees a person; codes of codes::kVerblijf. The texts are stored.
namespace verblijfssoort {
inline constexpr std::string_view kWoonachtig = "WoonachtigInGemeente";
inline constexpr std::string_view kGewezen = "GewezenIngezetene";
}  // namespace verblijfssoort

struct Zicht {
  Gemeentecode gemeente;
  std::string_view verblijf;
  std::optional<Date> zichtbaarTotEnMet;  ///< last day; absent: no end known
};

/// Days after his death on which a person can still be found, before he is cleaned up. The manual gives no
/// number (§ 3.7 SS008); this is the four weeks of the other laws.
inline constexpr int kDagenTotSchonen = 28;

/// Every municipality in which the person lives or has lived, once each: the present one as woonachtig, all
/// others as gewezen ingezetene, without end in time (§ 3.2 Verblijf). After a death all of them until the
/// person is cleaned up.
std::vector<Zicht> zichten(const Dossier& dossier);

/// The screen of a person who has died cannot be opened (§ 3.7 SS008; rulings).
inline bool schermTeOpenen(const Dossier& dossier) {
  return !dossier.datumOverlijden;
}

/// From which day the person stands in ISI definitief (§ 3.2): a past day, the day after one year abroad,
/// which may still come, or never. Before that day he stands in ISI actief.
std::optional<Date> definitiefVanaf(const Dossier& dossier);

/// Code of codes::kHerkomst on that day; `vanaf` is what definitiefVanaf gave.
std::string_view herkomst(const std::optional<Date>& vanaf, Date vandaag);
inline std::string_view herkomst(const Dossier& dossier, Date vandaag) {
  return herkomst(definitiefVanaf(dossier), vandaag);
}

}  // namespace cvsgw::isi::wi2007
