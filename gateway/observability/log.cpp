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

void appendEscaped(std::string& out, unsigned code) {
  out.append("\\u0")
      .append(1, kHex[code >> 8 & 15])
      .append(1, kHex[code >> 4 & 15])
      .append(1, kHex[code & 15]);
}

// JSON text in ASCII: controls, quotes and Latin letters with accents (U+00C0 to U+023F) are escaped,
// whatever else is beyond ASCII is replaced, so that a value can neither break out of its line nor reorder it
// on a terminal (A31).
void appendJson(std::string& out, std::string_view value) {
  const bool cut = value.size() > kLongestValue;
  const std::string_view kept = value.substr(0, kLongestValue);
  for (size_t at = 0; at < kept.size(); ++at) {
    const char raw = kept[at];
    const auto c = static_cast<unsigned char>(raw);
    const auto next = at + 1 < kept.size() ? static_cast<unsigned char>(kept[at + 1]) : 0U;
    if (c >= 0xc3 && c <= 0xc8 && (next & 0xc0U) == 0x80) {
      appendEscaped(out, (c & 0x1fU) << 6 | (next & 0x3fU));
      ++at;
      continue;
    }
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, raw);
    } else if (c < 0x20 || c == 0x7f) {
      appendEscaped(out, c);
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
