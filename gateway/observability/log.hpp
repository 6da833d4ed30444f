// Log lines for operators: one JSON object a line. Only types that hold no personal data can be put in.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "gateway/domain/clock.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::observability {

enum class Level { info, warning, error };

/// One line in the making. Values are text that the gateway made itself, numbers, and LogText; there is no
/// overload for Bsn, Secret or CallerText, so these cannot be logged.
class Line {
 public:
  Line(Level level, std::string_view event, Moment moment);
  Line& with(std::string_view key, std::string_view value);
  Line& with(std::string_view key, const char* value) { return with(key, std::string_view(value)); }
  Line& with(std::string_view key, const std::string& value) { return with(key, std::string_view(value)); }
  Line& with(std::string_view key, const LogText& value) { return with(key, std::string_view(value.str())); }
  Line& with(std::string_view key, std::int64_t value);
  std::string finish() const { return text_ + "}\n"; }

 private:
  std::string text_;
};

/// Writes whole lines to a file or to standard error. Threading: any thread.
class Log {
 public:
  /// `file` empty: standard error. Throws std::runtime_error when the file cannot be opened for appending.
  Log(const std::string& file, const Clock& clock);
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  ~Log();

  Line line(Level level, std::string_view event) const { return {level, event, clock_.now()}; }
  void write(const Line& line);
  /// Goes on in a file of the same name, after the present one was moved away. Keeps the present one when
  /// that cannot be opened; false then.
  bool reopen();

 private:
  const std::string file_;
  const Clock& clock_;
  std::mutex mutex_;
  int fd_;
};

/// A reference for one request: 16 random hex digits. The log line and the fault carry it both.
std::string newReference();

}  // namespace cvsgw::observability
