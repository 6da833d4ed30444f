// What a message owes the audit trail: whom it is about and what came of it. Filled in on the way by whoever
// learns it (gateway/audit reads it at the end).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/betrokkenen.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::isi {

/// A file version of which a part was given. Its persons are recorded once, however many parts are fetched.
struct Bestandversie {
  std::string sha256;  ///< of the whole, in hex
  /// Everyone who stands in it. Called at most once, and only for a version that the trail does not know yet.
  std::function<Outcome<std::vector<Bsn>>()> betrokkenen;
};

/// Threading: belongs to the one thread that handles the message.
struct Verantwoording {
  Betrokkenen betrokkenen;
  std::string resultaat;                        ///< of a change: its `resultaat`
  std::optional<std::string> gebruikerkenmerk;  ///< as the caller sent it; kept as a pseudonym only
  std::optional<Bestandversie> bestand;
  std::string kenmerk;  ///< of the record, in hex
  /// The record as far as it is known before the operation runs, for this municipality; opaque to everyone
  /// but the audit room.
  std::function<std::string(const Gemeentecode&)> aanzet;
  /// Set by a back end that stored the record's beginning together with a change.
  bool inUitbak = false;
};

/// What a change leaves behind in the transaction that does it, so that no crash can part the two.
struct Auditpost {
  std::string kenmerk;  ///< of the record, in hex
  std::string aanzet;
  std::vector<Bsn> betrokkenen;
};

/// The records that changes left behind. A post stays until it is forgotten: the trail knows records by their
/// `kenmerk`, so a post that is offered twice is recorded once. Threading: any thread. Errors:
/// isiUnavailable.
class Auditbak {
 public:
  virtual ~Auditbak() = default;
  /// The oldest posts, at most `aantal`, that have been there for `seconden` at least; 0: all, whatever the
  /// clock said when they were left.
  virtual Outcome<std::vector<Auditpost>> oudste(int aantal, int seconden) = 0;
  virtual Outcome<void> vergeet(const std::vector<std::string>& kenmerken) = 0;
};

}  // namespace cvsgw::isi
