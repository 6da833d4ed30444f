// What one caller may use of the gateway: the limits of sources and keys, and the budget of persons.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include "gateway/domain/fault.hpp"
#include "gateway/limits/budget.hpp"
#include "gateway/security/rates.hpp"

namespace cvsgw::limits {

struct LimitSettings {
  /// What is refused before it is known who calls, and pages: per source. The cost of refusing is what is
  /// limited.
  security::Rate refusedPerSource{20, 1000};
  /// Calls of one key. A client that waits for each answer does not get there.
  security::Rate perKey{500, 5000};
  BudgetSettings budget;
};

/// Threading: all members are safe from any thread. Costs well under a microsecond, but for admit() of the
/// budget with persons outside.
class CallerLimits {
 public:
  using Time = std::chrono::steady_clock::time_point;

  CallerLimits(LimitSettings settings, std::function<void(const Exhausted&)> alarm,
               std::function<Time()> now = std::chrono::steady_clock::now)
      : now_(std::move(now)),
        refused_(settings.refusedPerSource, kSources),
        refusedOfKnown_({settings.refusedPerSource.perSecond * kKnownFactor,
                         settings.refusedPerSource.atOnce * kKnownFactor},
                        kKeys),
        known_(kKeys),
        keys_(settings.perKey, kKeys),
        budget_(settings.budget, std::move(alarm)) {}

  /// Who of a source is let in; not everyone when too much of it was refused lately.
  enum class Admission : std::uint8_t {
    everyone,
    remembered,  ///< only whose password is remembered
    nobody
  };
  /// Before anything of a message is read. A source from which a key was admitted in the last hour has ten
  /// times as much, and is not shut even then: a stranger behind the same address does not keep its clients
  /// out.
  Admission admitSource(std::string_view source) const;
  /// tooManyRequests, for whom it does not let in.
  Fault sourceFull(std::string_view source) const;
  /// Something of this source was refused before its caller was known, or was for anyone to ask.
  void refusedSource(std::string_view source);
  /// Once the caller is known. tooManyRequests.
  Outcome<void> admitKey(std::string_view applicatiesleutel, std::string_view source);
  Budget& budget() { return budget_; }

 private:
  static constexpr std::size_t kSources = 64 * 1024;  // 2 MB
  static constexpr std::size_t kKeys = 16 * 1024;
  static constexpr double kKnownFactor = 10;

  /// A source that was good lately; owes nothing.
  struct Known {
    Time until{};
    bool settled(Time now) const { return until <= now; }
    std::int64_t debt() const { return until.time_since_epoch().count(); }
    void takenOver() { until = Time{}; }
  };
  bool known(std::uint64_t source, Time now) const;
  security::Rates::Wait waitOf(std::uint64_t source, Time now) const;

  const std::function<Time()> now_;
  const security::KeyedHash hash_;
  security::Rates refused_;
  security::Rates refusedOfKnown_;
  security::DebtTable<Known> known_;
  security::Rates keys_;
  Budget budget_;
};

}  // namespace cvsgw::limits
