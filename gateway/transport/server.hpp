// The HTTPS server: accepts, times, and runs sessions on a fixed number of threads.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include "gateway/transport/connection.hpp"
#include "gateway/transport/options.hpp"
#include "gateway/transport/session.hpp"
#include "gateway/transport/statistics.hpp"

namespace cvsgw::transport {

/// All worker threads wait on one epoll; whoever gets an event reads, calls the handler and writes by itself,
/// without hand-over. A client that sends or reads slowly costs microseconds per byte, never a thread, and so
/// does an answer that must wait (Later); a handler that takes long occupies one worker. See
/// docs/decisions/epoll-oneshot-workers-on-poco-sockets.md.
/// The handler and the log are called by several threads at once. start() and stop() belong to one thread.
class Server {
 public:
  /// Opens the listening socket and loads the keys. Throws StartError, also when another process has the
  /// port.
  /// `alarm` gets what an operator has to act on: files that were refused, revocation lists that have ended.
  Server(ServerOptions options, Handler handler, EventLog log, EventLog alarm = {});
  ~Server();  ///< stop() without grace, if it runs
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void start();

  /// Accepts no more, ends idle connections at once, lets requests in flight be answered for at most `grace`,
  /// then cuts what is left. Waits for handlers that are running and answers that are promised. True when
  /// nothing had to be cut. A second call does nothing.
  bool stop(std::chrono::milliseconds grace);

  /// To be called about once a second, by one thread: makes TLS anew when its files have changed (or
  /// `always`), and ends the connections of clients whose certificate does not hold any more. All others go
  /// on. Files that cannot be used change nothing and are told to `alarm`.
  void follow(bool always);

  std::uint16_t port() const;
  Statistics statistics() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cvsgw::transport
