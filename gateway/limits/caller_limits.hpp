// What one caller may use of the gateway: the limits of sources and keys, and the budget of persons.
#pragma once

#include <chrono>
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
  CallerLimits(LimitSettings settings, std::function<void(const Exhausted&)> alarm)
      : refused_(settings.refusedPerSource, kSources),
        keys_(settings.perKey, kKeys),
        budget_(settings.budget, std::move(alarm)) {}

  /// Before anything of a message is read. tooManyRequests when too much of this source was refused lately.
  Outcome<void> admitSource(std::string_view source) const;
  /// Something of this source was refused before its caller was known, or was for anyone to ask.
  void refusedSource(std::string_view source);
  /// Once the caller is known. tooManyRequests.
  Outcome<void> admitKey(std::string_view applicatiesleutel);
  Budget& budget() { return budget_; }

 private:
  static constexpr std::size_t kSources = 64 * 1024;  // 2 MB
  static constexpr std::size_t kKeys = 16 * 1024;

  const security::KeyedHash hash_;
  security::Rates refused_;
  security::Rates keys_;
  Budget budget_;
};

}  // namespace cvsgw::limits
