// Who serves from a trail: one gateway signs by the minute, several sign each for themselves at once.
#pragma once

#include <filesystem>

namespace cvsgw::audit {

/// As long as it lives, other gateways on the same trail see that this one serves, also when its process dies
/// without a word. Threading: any thread.
class Presence {
 public:
  /// `file` is audit.sqlite; the lock is on a file beside it. Throws AuditError.
  explicit Presence(const std::filesystem::path& file);
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;
  ~Presence();
  /// Whether another one serves. Throws AuditError.
  bool others() const;

 private:
  int fd_;
};

}  // namespace cvsgw::audit
