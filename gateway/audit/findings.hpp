// What reading a trail finds: the first ones in words, the others by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cvsgw::audit {

/// Threading: a value type.
class Findings {
 public:
  explicit Findings(std::size_t most) : most_(most) {}

  void add(std::string text) { keep(others_, std::move(text)); }
  /// One signature of the trail; `text` says whose it is, when it does not hold.
  void signature(bool good, std::string text);
  /// Every signature so far fails: the key is another one, and says nothing about any row.
  bool otherKey() const { return signatures_.count > 0 && held_ == 0; }

  /// In the order in which they were found, at most as many as are wanted; of another key one says it all.
  std::vector<std::string> first() const;
  /// All of them.
  std::int64_t count() const { return others_.count + (otherKey() ? 1 : signatures_.count); }

 private:
  struct Finding {
    std::int64_t at;
    std::string text;
  };
  struct Kind {
    std::vector<Finding> first;
    std::int64_t count = 0;
  };
  void keep(Kind& kind, std::string text);

  std::size_t most_;
  Kind signatures_;
  Kind others_;
  std::int64_t held_ = 0;  ///< signatures that are good
};

}  // namespace cvsgw::audit
