// Who sees a person under the Wi2021, until when, and what may still be changed. Pure decisions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

/// Days during which a municipality keeps reading after the end of an obligation or after the new
/// municipality's plan.
inline constexpr int kNaloopDagen = 28;

/// One municipality's sight of a person. Dates are last days; absent: no such day is known yet.
struct Zicht {
  Gemeentecode gemeente;
  std::string_view soort;              ///< code of kInzage
  bool vertrokken = false;             ///< the person no longer lives there, nor is he linked to it
  std::optional<std::string> vertrek;  ///< code of kVertrek, with `vertrokken`
  std::optional<Date> datumVertrek;
  std::optional<Date> inzageTotEnMet;
  bool wijzigbaar = true;  ///< false: reading only, whatever the day
  std::optional<Date> wijzigbaarTotEnMet;
  std::optional<Date> verwijderbaarTotEnMet;  ///< after a move only

  bool operator==(const Zicht&) const = default;
  bool magWijzigen(Date vandaag) const {
    return wijzigbaar && (!wijzigbaarTotEnMet || vandaag <= *wijzigbaarTotEnMet);
  }
};

/// The sight that `gemeente` has on `vandaag`; nothing when it has none.
std::optional<Zicht> zichtVan(const Dossier& dossier, const Gemeentecode& gemeente, Date vandaag);
/// All municipalities that see the person on `vandaag`, at most one entry for each.
std::vector<Zicht> zichten(const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2021
