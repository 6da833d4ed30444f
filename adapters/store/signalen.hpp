// Signals of all laws on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/signalen.hpp"

namespace cvsgw::store {

/// A signal to place. Name, doelgroep and contact person are those of the person's dossier at this moment.
struct NewSignaal {
  Gemeentecode gemeente;
  Bsn bsn;
  std::optional<std::string> aNummer;
  std::string code;
  isi::Signaalstatus status = isi::Signaalstatus::nieuw;
  Date datum;
  std::optional<Date> afgehandeldOp;  ///< absent for one that is settled: on `datum`
  std::optional<std::string> achternaam;
  std::optional<Date> geboortedatum;
  std::optional<std::string> doelgroep;
  std::optional<std::string> contactpersoonId;
  std::optional<std::string> contactpersoonNaam;
  bool alleenBsn =
      false;  ///< a correction signal: carries a BSN and nothing else, needs no sight of the person
};

/// Places a signal at the municipality and returns its id.
std::string placeSignaal(Session& writer, Wet wet, const NewSignaal& signaal);

/// Takes the signals of this person at this municipality out of sight (correction signals stay): each comes
/// once more in the feed as vervallen.
void endSignalsOf(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn, Date day);

/// Brings the person's columns of his signals at this municipality up to date; signals that change move in
/// the feed.
void updateSignalPerson(Session& writer, Wet wet, const NewSignaal& person);

/// Sets the status of one visible signal; `day` is kept as the day of settling, from which the clean-up
/// counts. False when the municipality has no such signal.
bool setSignaalstatus(Session& writer, Wet wet, const Gemeentecode& gemeente, std::string_view signaalId,
                      isi::Signaalstatus status, Date day);

/// Settles the person's signals of this code at this municipality that are not yet settled.
void settleSignals(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn,
                   std::string_view code, Date day);

/// Takes the person's signals of this code at this municipality back: each comes once more as vervallen.
void withdrawSignals(Session& writer, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn,
                     std::string_view code, Date day);

/// Day processing for one date (Wi2013 and Wi2021, § 3.2): what was settled more than a week ago goes; on the
/// first day of a quarter also what has been new for more than three months. Each comes once more as
/// vervallen.
void cleanUpSignals(Session& writer, Date day);

/// One visible signal; nothing when the municipality has no such signal.
std::optional<isi::Signaal> findSignaal(Session& session, Wet wet, const Gemeentecode& gemeente,
                                        std::string_view signaalId);

/// Counts by status of one person's signals at one municipality (the block "Signalen" of a person's screen).
isi::SignaalTelling countSignalsOf(Session& session, Wet wet, const Gemeentecode& gemeente, const Bsn& bsn);

/// Threading: as the port says.
class SignalenStore final : public isi::Signalen {
 public:
  explicit SignalenStore(Database& database) : database_(database) {}
  Outcome<isi::Page<isi::Signaal>> zoek(Wet wet, const isi::Namens& namens,
                                        const isi::SignaalCriteria& criteria, const isi::PageRequest& pagina,
                                        const isi::SignaalSortering& sortering) override;
  Outcome<isi::SignaalTelling> tel(Wet wet, const isi::Namens& namens,
                                   const isi::SignaalCriteria& criteria) override;
  Outcome<isi::Feed<isi::Signaal>> haal(Wet wet, const isi::Namens& namens, std::int64_t naVolgnummer,
                                        int maximum) override;
  Outcome<isi::Statusuitkomst> wijzigStatus(Wet wet, const isi::Namens& namens, const isi::Opdracht& opdracht,
                                            const std::vector<std::string>& signaalIds,
                                            isi::Signaalstatus status,
                                            const isi::Statusbeslissing& beslissing) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
