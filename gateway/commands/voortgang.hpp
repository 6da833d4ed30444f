// How far a long command is, on standard error: a line that is written over on a terminal; in a file or a
// pipe one line for every ten per cent.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace cvsgw {

/// Threading: one thread.
class Voortgang {
 public:
  /// `wat`: what is counted, plural.
  Voortgang(std::string wat, bool terminal, std::FILE* out = stderr)
      : wat_(std::move(wat)), terminal_(terminal), out_(out) {}
  Voortgang(const Voortgang&) = delete;
  Voortgang& operator=(const Voortgang&) = delete;
  ~Voortgang();

  void meld(std::int64_t gedaan, std::int64_t alle);

 private:
  std::string wat_;
  bool terminal_;
  std::FILE* out_;
  std::int64_t tiende_ = 0;  ///< the last ten per cent that a line was written for
  bool open_ = false;        ///< a line on the terminal that has no end yet
};

}  // namespace cvsgw
