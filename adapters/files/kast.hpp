// Keeps the files that were made, and makes those that are not there yet
// (docs/decisions/files-are-made-at-the-first-request-from-the-days-beginning.md).
//
// <map>/<gemeentecode>/<code>.<jjjjmmdd>.<sha256>: the name tells all there is to know of a file, so there is
// no index that could disagree. Beside it, as <name>.personen, who stands in it: the audit trail asks for
// them at the version's first part, also when that is fetched after a crash. Folder 0700, files 0600. A file
// stays through the day after its date (kDagenOpTeHalen) and is then removed, by the first question of a day
// or enterDay.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "gateway/isi/bestanden.hpp"
#include "gateway/isi/document.hpp"

namespace cvsgw::files {

struct KastOpties {
  int tegelijk = 2;    ///< files being made at once
  int wachtend = 4;    ///< callers that may wait for that; more are told to come back
  int perVerzoek = 8;  ///< versions kept of a file that is made when asked for
};

/// Threading: as the port says; two callers of a file that is not there yet make it once.
class Bestandenkast final : public isi::Bestanden {
 public:
  Bestandenkast(std::filesystem::path map, isi::Tabellen& tabellen, isi::Documentmaker& documenten,
                KastOpties opties = {});

  Outcome<isi::Bestandsdeel> haal(const isi::Namens& namens, const isi::Bestandsvraag& vraag) override;
  /// Removes what may no longer be fetched, once per day; a comparison otherwise.
  void enterDay(Date vandaag);

 private:
  struct Gemaakt;
  Outcome<Gemaakt> vindOfMaak(const isi::Namens& namens, const isi::Bestand& bestand);
  Outcome<Gemaakt> maakNu(const isi::Bestand& bestand, const Gemeentecode& gemeente,
                          const std::filesystem::path& map);
  /// What is the same for everyone is small and made again each time: it is not kept.
  Outcome<isi::Bestandsdeel> vastBestand(const isi::Bestandsvraag& vraag, Date vandaag);
  void ruimOp(Date vandaag);
  static std::vector<Gemaakt> gemaakte(const std::filesystem::path& map, std::string_view code);
  static isi::Bestandsdeel deelVan(const Gemaakt& gemaakt, std::int32_t deel);

  const std::filesystem::path map_;
  isi::Tabellen& tabellen_;
  isi::Documentmaker& documenten_;
  const KastOpties opties_;

  std::mutex mutex_;
  std::condition_variable klaar_;
  std::set<std::filesystem::path> bezig_;  // what daily files are being made, by folder and code
  int makend_ = 0;
  int wachtend_ = 0;
  std::optional<Date> opgeruimd_;
};

}  // namespace cvsgw::files
