// A life under the Wi2007 as it is made up: the dossier with the signals about it.
#pragma once

#include <string_view>
#include <vector>

#include "adapters/store/signalen.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::store {

struct Leven2007 {
  isi::wi2007::Dossier dossier;
  Date vandaag;
  std::vector<NewSignaal> signalen;

  /// A signal at `gemeente`; never later than today.
  void meld(std::string_view code, const Gemeentecode& gemeente, Date datum,
            isi::Signaalstatus status = isi::Signaalstatus::nieuw);
  /// Enforcement by `gemeente` from `begin`, with the term's last day.
  void handhaaf(const Gemeentecode& gemeente, Date begin, Date einde);
  isi::wi2007::Inburgeringsvoorziening& voorziening(const Gemeentecode& gemeente, std::string_view soort,
                                                    Date start);
  isi::wi2007::Examenonderdeel& examen(std::string_view onderdeel, std::string_view uitslag, Date datum);
  /// The diploma of the inburgeringsexamen, with all four parts passed on that day.
  void slaag(const Gemeentecode& gemeente, Date datum, std::string_view niveau);
  /// Moves from the present municipality to another on `datum`.
  void verhuis(const Gemeentecode& naar, Date datum);
  void vertrekUitNederland(Date datum);
  void overlijd(Date datum);

  void save(Session& writer) const;
};

}  // namespace cvsgw::store
