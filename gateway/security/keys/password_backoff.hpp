// Who sends wrong passwords waits longer each time, without anyone being able to lock out the key's owner.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "gateway/security/debt_table.hpp"
#include "gateway/security/keyed_hash.hpp"
#include "gateway/security/rates.hpp"

namespace cvsgw::security {

struct PasswordBackoffSettings {
  int freeAttempts = 5;  ///< wrong ones in a row without a delay; 0: no back-off at all
  std::chrono::seconds first{1};
  std::chrono::seconds longest{60};
  std::chrono::minutes forget{15};  ///< after the last wrong one
  int perOriginPerMinute = 60;      ///< wrong ones of one origin, whatever the keys; 0: no limit
  std::size_t places = 64 * 1024;   ///< pairs of key and origin remembered, about 12 MB
};

/// Counts per pair of key (by the name as it was sent, so that a key that does not exist behaves as one that
/// does) and origin (the OIN of the client certificate, else the source address). What is wrong elsewhere
/// counts nowhere but there. Within a pair the same wrong password again is told apart from other ones: a
/// server that goes on with yesterday's password delays itself, and not its neighbour behind the same address
/// that has today's. A password with its mark waits for its own failures alone: no stranger can make one, so
/// what he sends delays no owner, wherever he sends it from. Ask it behind the cache of verified passwords:
/// who is known passes without it (security.md A35). Threading: all members are safe from any thread.
class PasswordBackoff {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Attempt {
    std::string_view name;    ///< as sent
    std::string_view origin;  ///< OIN or source
    std::uint64_t password;   ///< a keyed hash of it
    bool marked = false;      ///< made here for this key, now or once (isMarked)
  };

  explicit PasswordBackoff(PasswordBackoffSettings settings);

  /// How long this attempt has to wait; zero: it may be tried.
  std::chrono::seconds wait(const Attempt& attempt, Time now) const;
  void failed(const Attempt& attempt, Time now);
  void passed(const Attempt& attempt, Time now);

 private:
  struct Pair {
    Time lastFailed{};
    Time lastPassed{};
    Time until{};        ///< for a password that is not among `wrong`
    Time repeatUntil{};  ///< for one that is
    std::array<std::uint64_t, 4> wrong{};
    std::uint32_t different = 0;
    std::uint32_t repeats = 0;
    std::uint32_t next = 0;  ///< place in `wrong`
    Time keepUntil{};
    bool settled(Time now) const { return keepUntil <= now; }
    std::int64_t debt() const { return std::int64_t{different} + repeats; }
    void takenOver();
    bool isWrong(std::uint64_t password) const;
  };
  std::uint64_t pairOf(const Attempt& attempt) const { return hash_(attempt.name, attempt.origin); }
  std::chrono::seconds delay(std::uint32_t attempts) const;

  const PasswordBackoffSettings settings_;
  const KeyedHash hash_;
  DebtTable<Pair> pairs_;
  Rates origins_;
};

}  // namespace cvsgw::security
