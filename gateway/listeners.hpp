// The gateway's listeners: the open one of [server] and each [[luisteraar]], with one pipeline behind all of
// them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "gateway/config/settings.hpp"
#include "gateway/description/contract.hpp"
#include "gateway/pipeline.hpp"
#include "gateway/transport/server.hpp"

namespace cvsgw {

/// Threads that answer requests, for each listener.
unsigned workersOf(const config::Settings& settings);

/// What the pipeline has to know of each listener. Made before the pipeline, outlives it. Immutable.
class ListenerSet {
 public:
  /// The listener of [server] is the first. Throws std::runtime_error for settings that mix test and
  /// production.
  explicit ListenerSet(const config::Settings& settings);

  /// The contract's texts; its schemas are the same for every listener.
  const description::Contract& contract() const { return contracts_.front(); }
  const std::deque<Listener>& all() const { return listeners_; }

 private:
  std::deque<description::Contract> contracts_;
  std::deque<Listener> listeners_;
};

/// What happens on a listener; which one is named by its profile and port as configured: `2W-be:8444`.
using ListenerLog = std::function<void(const std::string& luisteraar, const LogText& text)>;

/// One transport::Server for each listener, and the thread that keeps their certificates, keys, trust and
/// revocation lists as the files have them. Threading: one thread calls its members.
class Servers {
 public:
  /// Opens the sockets and loads the keys. Throws StartError. `listeners` and `pipeline` outlive it.
  Servers(const config::Settings& settings, const ListenerSet& listeners, const Pipeline& pipeline,
          const ListenerLog& log, const ListenerLog& alarm);
  ~Servers();
  Servers(const Servers&) = delete;
  Servers& operator=(const Servers&) = delete;

  void start();
  /// Reads the files anew, also when they seem unchanged; soon, on the thread of the watch.
  void reload();
  /// All at once, so that the grace counts once. True when nothing had to be cut.
  bool stop(std::chrono::milliseconds grace);

  struct Address {
    Profiel profiel;
    std::uint16_t port;
  };
  /// In the order of the settings; the first is [server].
  std::vector<Address> addresses() const;

 private:
  void watch();
  void endWatch();

  std::vector<Profiel> profiles_;
  std::vector<std::unique_ptr<transport::Server>> servers_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  bool reload_ = false;
  std::thread watch_;
};

}  // namespace cvsgw
