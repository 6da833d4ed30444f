// Reads a whole trail and says whether it is what was written: nothing changed, taken away, put in or
// swapped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gateway/audit/keys.hpp"
#include "gateway/audit/seals.hpp"

namespace cvsgw::audit {

struct VerifyOptions {
  std::filesystem::path file;
  Verifier verifier;
  /// A checkpoint that was kept elsewhere: the trail must reach it and agree with it.
  std::optional<Checkpoint> laatste;
  std::size_t most = 20;  ///< findings in words
};

struct VerifyReport {
  std::vector<std::string>
      findings;           ///< what is wrong, the first bad record first; Dutch, without any value of a record
  std::int64_t more = 0;  ///< findings beside these
  std::int64_t records = 0;
  std::int64_t segments = 0;
  std::int64_t removed = 0;  ///< segments that were signed away
  std::int64_t checkpoints = 0;
  Head head;
  std::int64_t signedUpTo = 0;  ///< the last record that a signature covers; behind it only the chain speaks

  bool good() const { return findings.empty(); }
};

/// Only reads, in one transaction: a gateway may serve meanwhile. Needs no secret. Throws AuditError when the
/// file cannot be read to its end, or is of another program (DamageError when it is no trail). Threading: any
/// thread.
VerifyReport verify(const VerifyOptions& options);

}  // namespace cvsgw::audit
