#include "gateway/observability/log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <random>
#include <stdexcept>
#include <utility>

namespace cvsgw::observability {
namespace {

constexpr size_t kLongestValue = 500;
constexpr std::array kHex = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

// JSON text: controls, quotes and everything beyond ASCII are escaped or replaced, so that a value can
// neither break out of its line nor reorder it on a terminal (A31).
void appendJson(std::string& out, std::string_view value) {
  const bool cut = value.size() > kLongestValue;
  for (const char raw : value.substr(0, kLongestValue)) {
    const auto c = static_cast<unsigned char>(raw);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, raw);
    } else if (c < 0x20 || c == 0x7f) {
      out.append("\\u00").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      out.append(1, c < 0x80 ? raw : '?');
    }
  }
  if (cut) out.append("...");
}

int openForAppending(const std::string& file) {
  return ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
}

}  // namespace

Line::Line(Level level, std::string_view event, Moment moment) {
  text_.reserve(300);
  text_.append("{\"tijd\":\"").append(momentText(moment)).append("\",\"niveau\":\"");
  text_.append(level == Level::info      ? "info"
               : level == Level::warning ? "waarschuwing"
                                         : "fout")
      .append("\"");
  with("gebeurtenis", event);
}

Line& Line::with(std::string_view key, std::string_view value) {
  text_.append(",\"").append(key).append("\":\"");
  appendJson(text_, value);
  text_.append("\"");
  return *this;
}

Line& Line::with(std::string_view key, std::int64_t value) {
  text_.append(",\"").append(key).append("\":").append(std::to_string(value));
  return *this;
}

Log::Log(const std::string& file, const Clock& clock) : file_(file), clock_(clock), fd_(STDERR_FILENO) {
  if (!file.empty()) {
    fd_ = openForAppending(file);
    if (fd_ < 0) throw std::runtime_error("cannot open the log file " + file);
  }
}

Log::~Log() {
  if (fd_ != STDERR_FILENO) ::close(fd_);
}

bool Log::reopen() {
  if (file_.empty()) return true;
  const int fresh = openForAppending(file_);
  if (fresh < 0) return false;
  const std::lock_guard lock(mutex_);
  ::close(std::exchange(fd_, fresh));
  return true;
}

void Log::write(const Line& line) {
  const std::string text = line.finish();
  const std::lock_guard lock(mutex_);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto n = ::write(fd_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;  // A full disk must not stop the service; operators see the gap.
    rest.remove_prefix(static_cast<size_t>(n));
  }
}

std::string newReference() {
  thread_local std::mt19937_64 engine{std::random_device{}() ^ (std::uint64_t{std::random_device{}()} << 32)};
  auto bits = engine();
  std::string out(16, '0');
  for (char& c : out) {
    c = kHex[bits & 15];
    bits >>= 4;
  }
  return out;
}

}  // namespace cvsgw::observability
