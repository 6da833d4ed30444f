// A descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace cvsgw::transport {

/// Throws std::system_error for what could not be opened.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {
    if (value_ < 0) throw std::system_error(errno, std::generic_category(), "transport");
  }
  ~Descriptor() { ::close(value_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

}  // namespace cvsgw::transport
