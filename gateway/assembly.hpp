// Puts the gateway together. This is the only place that names every law and every adapter.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "gateway/config/settings.hpp"
#include "gateway/listeners.hpp"

namespace cvsgw {

/// A gateway that serves. Threading: one thread calls its members.
class Gateway {
 public:
  /// Opens the data, compiles the contract, loads certificates and starts serving. Throws std::runtime_error
  /// with a text for the operator when any of it cannot be done; nothing is served then.
  explicit Gateway(const config::Settings& settings);
  ~Gateway();
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

  /// The first is the listener of [server].
  std::vector<Servers::Address> addresses() const;
  std::uint16_t managementPort() const;
  /// Opens the log's file anew (it may have been moved away) and reads certificates, keys, trust and
  /// revocation lists anew.
  void reload();
  /// Lets requests in flight be answered for at most `grace`. True when nothing had to be cut.
  bool stop(std::chrono::milliseconds grace);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace cvsgw
