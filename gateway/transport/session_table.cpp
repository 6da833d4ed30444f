#include "gateway/transport/session_table.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace cvsgw::transport {

Source sourceOf(const sockaddr& address) {
  Source source{};
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    source[0] = 4;
    std::memcpy(&source[1], &v4.sin_addr, 4);
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    const bool mapped = IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr);
    source[0] = mapped ? 4 : 6;
    std::memcpy(&source[1], &v6.sin6_addr.s6_addr[mapped ? 12 : 0], mapped ? 4 : 8);
  }
  return source;
}

bool SessionTable::reserve(const Source& source) {
  const std::lock_guard lock(mutex_);
  if (total_ >= maximum_ || !places_.take(source)) return false;
  ++total_;
  return true;
}

void SessionTable::release(const Source& source) {
  --total_;
  places_.giveBack(source);
}

void SessionTable::giveUp(const Source& source) {
  const std::lock_guard lock(mutex_);
  release(source);
}

Session& SessionTable::add(std::unique_ptr<Session> session, const Source& source) {
  const std::lock_guard lock(mutex_);
  Session& added = *session;
  sessions_.emplace(&added, Entry{std::move(session), source});
  return added;
}

void SessionTable::remove(const Session& session) {
  std::unique_ptr<Session> ended;  // its socket closes outside the lock, when nobody can find it any more
  const std::lock_guard lock(mutex_);
  const auto at = sessions_.find(&session);
  ended = std::move(at->second.session);
  release(at->second.source);
  sessions_.erase(at);
}

void SessionTable::forEach(const std::function<void(Session&)>& visit) {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, entry] : sessions_) visit(*entry.session);
}

std::size_t SessionTable::size() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

}  // namespace cvsgw::transport
