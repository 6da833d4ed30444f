// What the service InburgeringAlgemeen asks of the ISI domain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/domain/fault.hpp"
#include "gateway/isi/namens.hpp"

namespace cvsgw::isi {

/// "Onder welke wet valt een persoon" (Wi2021 § 3.4). Absent law and unknown BSN are one and the same answer.
struct WetVanPersoon {
  std::optional<Wet> wet;
  bool woonachtig = false;  ///< lives in the asking municipality
  bool overleden = false;
  bool gegevensInzien = false;  ///< RaadpleegPersoon of that law would answer this caller now
};

/// Threading: every call may come from any thread. Errors: isiUnavailable only.
class Algemeen {
 public:
  virtual ~Algemeen() = default;
  virtual Outcome<WetVanPersoon> bepaalWet(const Namens& namens, const Bsn& bsn) = 0;
  /// Whether the municipality has this person in sight today, under whatever law and whatever the caller's
  /// roles. Tells own persons from others for the budget of questions about others; never part of an answer.
  virtual Outcome<bool> inZicht(const Namens& namens, const Bsn& bsn) = 0;
  /// The same by A-nummer (Wi2007): the BSN of the person whom the municipality has in sight under it.
  virtual Outcome<std::optional<Bsn>> bsnInZicht(const Namens& namens, const std::string& aNummer) = 0;
  /// How many the municipality has in sight today; who is in sight under two laws counts twice.
  virtual Outcome<std::int64_t> aantalInZicht(const Namens& namens) = 0;
};

}  // namespace cvsgw::isi
