// Failed log-ins get records, but a stranger must not be able to fill the disk with them.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace cvsgw::audit {

struct StrangerLimits {
  int perSource = 10;            ///< records for each source address in a period
  int together = 200;            ///< records for all sources in a period
  std::int64_t period = 60'000;  ///< milliseconds
};

/// What was only counted.
struct Summary {
  std::int64_t begin = 0;
  std::int64_t eind = 0;
  std::int64_t berichten = 0;
  std::int64_t bronnen = 0;  ///< at least so many source addresses

  std::string text() const;
};

/// Threading: any thread.
class Strangers {
 public:
  explicit Strangers(StrangerLimits limits = {}) : limits_(limits) {}
  /// Whether this one gets a record of its own; else it is counted.
  bool admit(const std::string& source, std::int64_t now);
  /// What was counted in a period that is over (or, with `whatever`, until now), once.
  std::optional<Summary> take(std::int64_t now, bool whatever = false);

 private:
  /// Also when the clock went back: else nothing would be told until it is there again.
  bool over(std::int64_t now) const { return now - begin_ >= limits_.period || now < begin_; }

  const StrangerLimits limits_;
  std::mutex lock_;
  std::int64_t begin_ = 0;
  int admitted_ = 0;
  std::int64_t counted_ = 0;
  std::map<std::string, int> sources_;
  static constexpr std::size_t kSources = 4096;  ///< more are not told apart
};

}  // namespace cvsgw::audit
