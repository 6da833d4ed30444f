// Events from outside on SQL: one port for all laws. Each law hangs its kinds and their effect on the table
// in gebeurtenissen.cpp.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/domain/wet.hpp"
#include "gateway/isi/gebeurtenis.hpp"

namespace cvsgw::store {

/// What one law, or what all laws share, adds to the events.
struct Gebeurtenisgroep {
  std::optional<Wet> wet;  ///< absent: of no law in particular
  std::vector<isi::Gebeurteniskop> (*koppen)();
  /// Everything that follows, in the caller's transaction; sentences when it cannot be, and then nothing may
  /// have been written. The fields have been checked against the kind's description.
  std::vector<std::string> (*voerUit)(Session& writer, const isi::Gebeurtenis& gebeurtenis, Date vandaag);
};

/// All groups, the newest law first. Names are unique within a group.
std::span<const Gebeurtenisgroep> gebeurtenisgroepen();

/// Threading: as the port says. The days up to `vandaag` are processed before the event.
class GebeurtenissenStore final : public isi::Gebeurtenissen {
 public:
  explicit GebeurtenissenStore(Database& database) : database_(database) {}
  Outcome<std::vector<std::string>> verwerk(const isi::Gebeurtenis& gebeurtenis, Date vandaag) override;

 private:
  Database& database_;
};

/// One line of a file of events: a JSON object with `gebeurtenis` and the event's fields, whose values are
/// texts, numbers or booleans. The error says what would be right.
tl::expected<isi::Gebeurtenis, std::string> leesGebeurtenis(std::string_view regel);

/// The heads of a law's kinds.
template <class Soort>
std::vector<isi::Gebeurteniskop> koppenVan(const std::vector<Soort>& soorten) {
  return {soorten.begin(), soorten.end()};
}

}  // namespace cvsgw::store
