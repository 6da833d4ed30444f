// All open sessions of a server, and how many each source has.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "gateway/transport/places.hpp"
#include "gateway/transport/session.hpp"

struct sockaddr;

namespace cvsgw::transport {

/// Counts as one source: an IPv4 address (mapped ones too), or the first half of an IPv6 address, which is
/// what one customer gets.
using Source = std::array<unsigned char, 9>;
Source sourceOf(const sockaddr& address);

/// Owns the sessions. Thread-safe.
class SessionTable {
 public:
  SessionTable(std::size_t maximum, std::size_t maximumPerSource)
      : maximum_(maximum), places_(maximumPerSource) {}

  /// Reserves a place; false when there is none. Each true is followed by add() or giveUp().
  bool reserve(const Source& source);
  void giveUp(const Source& source);
  Session& add(std::unique_ptr<Session> session, const Source& source);
  /// Destroys the session and frees its place.
  void remove(const Session& session);

  /// Calls for each session, none of which ends meanwhile; `visit` must not call the table.
  void forEach(const std::function<void(Session&)>& visit);
  std::size_t size() const;

 private:
  struct Entry {
    std::unique_ptr<Session> session;
    Source source;
  };
  void release(const Source& source);

  const std::size_t maximum_;
  Places<Source> places_;
  mutable std::mutex mutex_;
  std::unordered_map<const Session*, Entry> sessions_;
  std::size_t total_ = 0;
};

}  // namespace cvsgw::transport
