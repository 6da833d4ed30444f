// Keeps a listener's keys and trust as its files have them, and its connections to those who are still
// trusted.
#pragma once

#include <ctime>

#include "gateway/transport/event_log.hpp"
#include "gateway/transport/session_table.hpp"
#include "gateway/transport/tls_source.hpp"

namespace cvsgw::transport {

/// One thread calls it.
class PeerGuard {
 public:
  PeerGuard(TlsSource& tls, SessionTable& sessions, LimitedLog& log, EventLog alarm);

  /// See Server::follow. Throws nothing.
  void follow(bool always);

 private:
  void look(bool always);
  void tellWarnings();
  void watchLists(std::time_t now);
  void expelUntrusted();

  TlsSource& tls_;
  SessionTable& sessions_;
  LimitedLog& log_;
  const EventLog alarm_;
  bool started_ = false;  // the start's warnings have been told
  bool endIsNear_ = false;
  bool ended_ = false;
  std::time_t checked_ = 0;
};

}  // namespace cvsgw::transport
