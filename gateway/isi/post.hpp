// E-mail that the ISI sends: what one is, the outbox as a port, and how long delivery is tried.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::isi {

/// A mail as it is put into the outbox: plain text, UTF-8, lines end with '\n'. It never holds a BSN or a
/// name of a person in the ISI.
struct Mail {
  std::string soort;    ///< what it is about, for reports: `weekmail`
  std::string sleutel;  ///< a second mail with the same key is not put into the outbox
  Gemeentecode gemeente;
  std::string aan;  ///< one plain address, ASCII
  std::string onderwerp;
  std::string tekst;
  Moment nietVoor;  ///< by the gateway's clock
};

/// A mail that a sender has taken to deliver.
struct Poststuk {
  std::string mailId;
  std::string messageKenmerk;  ///< local part of the Message-ID: the same for every attempt
  std::string soort;
  Gemeentecode gemeente;
  std::string aan;
  std::string onderwerp;
  std::string tekst;
  int poging = 1;     ///< 1 for the first
  Moment aangeboden;  ///< when a sender could deliver it for the first time
  Moment huurTot;     ///< until here no other sender takes it
};

/// How an attempt ended. The cause is for operators: it names a step and a code, never an address.
struct Bezorging {
  enum class Soort : std::uint8_t {
    bezorgd,      ///< the mail server has taken it over
    geweigerd,    ///< refused for good: another attempt would end the same
    nietNu,       ///< this mail not now
    onbereikbaar  ///< no mail at all now: no connection, no TLS, not logged in
  };
  Soort soort = Soort::onbereikbaar;
  std::string oorzaak;
};

/// Two moments at once: the gateway's clock, which a setting can fix on a day, says when a mail is due; the
/// system's clock says how long delivery has been tried, and until when a mail is taken.
struct Tijden {
  Moment klok;
  Moment systeem;
};

/// The last line of every mail.
inline constexpr std::string_view kMailslot =
    "\nDeze e-mail is automatisch gemaakt. Antwoorden worden niet gelezen.\n";

/// How long delivery is tried, from the first moment at which it could be.
inline constexpr std::chrono::hours kBezorgtermijn{48};
/// How long a mail is kept after it was delivered or given up, and how long one that no sender ever offered.
inline constexpr int kMailBewaardagen = 30;

/// When to try again after `poging` failed at `nu`: after one minute at first, after at most an hour later
/// on, for the last time when the term of two days is over. Nothing: it is over.
std::optional<Moment> volgendePoging(int poging, Moment aangeboden, Moment nu);

/// A mail that is given up, for the operator's log.
struct Opgegeven {
  std::string mailId;
  std::string soort;
  Gemeentecode gemeente;
  int pogingen = 0;
  std::string oorzaak;
};

/// The outbox. Threading: every call may come from any thread and from several processes on the same data.
/// Errors: isiUnavailable only.
class Postbus {
 public:
  virtual ~Postbus() = default;
  /// The first mail that is due and that no other sender has taken; it is this sender's until `huur` has
  /// passed. Marks all that are due as offered, so that their two days run.
  virtual Outcome<std::optional<Poststuk>> neem(const Tijden& nu, std::chrono::milliseconds huur) = 0;
  /// Notes how the attempt ended. A mail that came too late to be tried again, or that was refused, is given
  /// up.
  virtual Outcome<std::optional<Opgegeven>> meld(const Poststuk& stuk, const Bezorging& bezorging,
                                                 const Tijden& nu) = 0;
  /// Gives up what has been offered for two days without being delivered; for when the server takes no mail
  /// at all, so that not each is tried.
  virtual Outcome<std::vector<Opgegeven>> geefOp(const std::string& oorzaak, const Tijden& nu) = 0;
};

}  // namespace cvsgw::isi
