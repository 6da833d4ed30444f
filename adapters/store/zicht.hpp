// Dossiers and who sees them: what the stores of the three laws share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/store/json.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::store {

/// One municipality's sight of a person, as the law's zicht rules give it.
struct Zicht {
  Gemeentecode gemeente;
  std::string soort;                      ///< the law's own word: woonachtig, coa, vertrokken …
  std::optional<Date> zichtbaarTotEnMet;  ///< last day; absent: no end known
  bool gewijzigd = true;  ///< false: nothing that this municipality can see is another than before
};

/// A row of table zicht.
struct ZichtRow {
  std::string persoonId;
  std::string soort;
  std::int64_t volgnummer = 0;
};

/// The municipality's present sight of this person; nothing when it has none. The day processing has made
/// rows of past days `vervallen`, so no date is compared here.
std::optional<ZichtRow> findZicht(Session& session, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn);

/// The dossier's JSON, if there is one.
std::optional<std::string> loadDossier(Session& session, Wet wet, const Bsn& bsn);
template <Record Dossier>
std::optional<Dossier> loadDossierAs(Session& session, Wet wet, const Bsn& bsn) {
  const auto json = loadDossier(session, wet, bsn);
  if (!json) return std::nullopt;
  return fromJson<Dossier>(*json);
}

/// What became of one municipality's sight when a dossier was saved.
struct ZichtChange {
  Gemeentecode gemeente;
  std::string persoonId;
  bool vervallen = false;  ///< sight has ended with this change
};

/// Stores the dossier and brings the rows of zicht in line with `zichten` (at most one per municipality;
/// those whose last day is before `vandaag` count as none). A municipality for which something changed gets a
/// new volgnummer, also when its sight begins or ends. The caller then writes its search rows for the changes
/// returned.
std::vector<ZichtChange> saveDossier(Session& writer, Wet wet, const Bsn& bsn, const std::string& json,
                                     const std::vector<Zicht>& zichten, Date vandaag);

/// The next volgnummer of this law and municipality.
std::int64_t nextVolgnummer(Session& writer, Wet wet, const Gemeentecode& gemeente);
/// The next number of a named source of ids.
std::int64_t nextTeller(Session& writer, std::string_view naam);

/// Day processing for one date: sight whose last day lies before it ends, and so do the signals of those
/// persons. Search rows of a law stay; searches join `zicht` and skip what is vervallen.
void endSight(Session& writer, Date day);

}  // namespace cvsgw::store
