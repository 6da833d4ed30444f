#include "gateway/transport/server.hpp"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <system_error>
#include <thread>
#include <typeinfo>
#include <utility>
#include <vector>

#include "gateway/domain/blocking.hpp"
#include "gateway/transport/answered.hpp"
#include "gateway/transport/descriptor.hpp"
#include "gateway/transport/listener.hpp"
#include "gateway/transport/peer_guard.hpp"
#include "gateway/transport/seats.hpp"
#include "gateway/transport/session_table.hpp"
#include "gateway/transport/tls_source.hpp"

namespace cvsgw::transport {

namespace {

constexpr int acceptsPerTurn = 64;
constexpr unsigned logLinesPerSecond = 20;
constexpr auto stopPoll = std::chrono::milliseconds(5);
constexpr auto cutGrace = std::chrono::milliseconds(500);  // for workers to notice a cut

std::uint32_t eventsFor(Session::Wants wants) {
  switch (wants) {
    case Session::Wants::read:
      return EPOLLIN | EPOLLONESHOT;
    case Session::Wants::write:
      return EPOLLOUT | EPOLLONESHOT;
    case Session::Wants::again:
      break;
    case Session::Wants::close:
    case Session::Wants::wake:
      break;
  }
  // A writable socket reports at once, behind the sessions that already wait: a queue for free.
  return EPOLLIN | EPOLLOUT | EPOLLONESHOT;
}

unsigned workersFor(const ServerOptions& options) {
  return options.workers > 0 ? options.workers : std::max(4U, 2 * std::thread::hardware_concurrency());
}

}  // namespace

class Server::Implementation {
 public:
  Implementation(ServerOptions options, Handler handler, EventLog log, EventLog alarm)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        log_(std::move(log), logLinesPerSecond),
        tls_(options_.tls),
        listener_(listenOn(options_.address, options_.port)),
        port_(listener_.address().port()),
        epoll_(::epoll_create1(EPOLL_CLOEXEC)),
        quit_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        peers_(options_.maxConnectionsPerSource),
        shared_{
            options_, handler_, log_, counters_, tls_, peers_, [this](Session& session) { resume(session); }},
        table_(options_.maxConnections, options_.maxConnectionsPerSource),
        guard_(tls_, table_, log_, std::move(alarm)),
        seats_(options_.seats > 0 ? options_.seats : std::max(2U, std::thread::hardware_concurrency())) {
    listener_.setBlocking(false);
  }

  ~Implementation() { stop(std::chrono::milliseconds(0)); }

  void start();
  bool stop(std::chrono::milliseconds grace);
  std::uint16_t port() const { return port_; }
  Statistics statistics() const;
  void follow(bool always) { guard_.follow(always); }

 private:
  void work();
  void sweep();
  void relieve(SteadyClock::time_point now);
  void accept();
  void admit(int descriptor, const sockaddr_storage& from, socklen_t length);
  void run(Session& session);
  void resume(Session& session);
  void arm(int operation, int descriptor, void* data, std::uint32_t events) const;
  void armListener(int operation) { arm(operation, listenerFd(), &listener_, EPOLLIN | EPOLLONESHOT); }
  int listenerFd() const { return listener_.impl()->sockfd(); }
  bool drained(SteadyClock::time_point until);
  void awaitPromises();

  const ServerOptions options_;
  const Handler handler_;
  LimitedLog log_;
  TlsSource tls_;
  Poco::Net::ServerSocket listener_;
  const std::uint16_t port_;
  Counters counters_;
  Descriptor epoll_;
  Descriptor quit_;
  Answered answered_;
  Places<std::string> peers_;
  SessionContext shared_;
  SessionTable table_;
  PeerGuard guard_;
  Seats seats_;
  std::mutex accepting_;  // between the worker that accepts and stop()
  std::atomic<bool> acceptPaused_{false};
  std::atomic<std::uint64_t> lastId_{0};
  std::atomic<bool> sweeping_{false};
  std::mutex sweepMutex_;
  std::condition_variable sweepEnd_;
  std::vector<std::thread> threads_;
};

void Server::Implementation::start() {
  arm(EPOLL_CTL_ADD, quit_.get(), &quit_, EPOLLIN);  // level-triggered and not one-shot: all workers see it
  // Edge-triggered: every write wakes one worker, and nobody has to read it.
  arm(EPOLL_CTL_ADD, answered_.descriptor(), &answered_, EPOLLIN | EPOLLET);
  armListener(EPOLL_CTL_ADD);
  sweeping_ = true;
  threads_.emplace_back([this] { sweep(); });
  for (unsigned i = 0; i < workersFor(options_); ++i) threads_.emplace_back([this] { work(); });
}

void Server::Implementation::arm(int operation, int descriptor, void* data, std::uint32_t events) const {
  epoll_event event{};
  event.events = events;
  event.data.ptr = data;
  if (::epoll_ctl(epoll_.get(), operation, descriptor, &event) != 0) {
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }
}

void Server::Implementation::work() {
  // OpenSSL writes with write(2): a client that has gone would end the process. Blocked here, it is an error
  // code.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  bool seated = false;
  const BlockingHook waits([this, &seated] {
    if (std::exchange(seated, false)) seats_.leave();
  });
  for (;;) {
    if (!seated && !(seated = seats_.take())) return;
    if (Session* session = answered_.take()) {
      run(*session);
      continue;
    }
    epoll_event event{};
    const int ready = ::epoll_wait(epoll_.get(), &event, 1, -1);
    const bool called = ready > 0 && event.data.ptr == &answered_;
    answered_.back(called);
    if (ready <= 0 || called) continue;  // not ready: interrupted by a signal
    if (event.data.ptr == &quit_) return;
    if (event.data.ptr == &listener_) {
      accept();
    } else {
      run(*static_cast<Session*>(event.data.ptr));
    }
  }
}

void Server::Implementation::run(Session& session) {
  // One-shot: until it is armed again no other worker gets this session.
  session.takeOver();
  try {
    const Session::Wants wants = session.turn();
    if (wants == Session::Wants::wake) return;
    if (wants != Session::Wants::close) {
      const int descriptor = session.descriptor();
      session.handOver();
      arm(EPOLL_CTL_MOD, descriptor, &session, eventsFor(wants));
      return;
    }
  } catch (const std::exception& e) {
    // Out of memory, as a rule: this connection pays, the others go on.
    log_(LogText("connection " + std::to_string(session.facts().id) + " ended by exception " +
                 typeid(e).name()));
  }
  table_.remove(session);
}

// Of a session that no worker has: the next one that is free takes it.
void Server::Implementation::resume(Session& session) {
  try {
    session.handOver();
    answered_.add(session);
  } catch (const std::exception& e) {
    log_(LogText(std::string("a connection could not be resumed: ") + e.what()));
  }
}

void Server::Implementation::accept() {
  const std::lock_guard lock(accepting_);
  if (shared_.stopping) return;
  for (int i = 0; i < acceptsPerTurn; ++i) {
    sockaddr_storage from{};
    socklen_t length = sizeof from;
    const int descriptor =
        ::accept4(listenerFd(), reinterpret_cast<sockaddr*>(&from), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
      admit(descriptor, from, length);
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      // The connection stays in the backlog and would report again at once: wait for the sweeper instead of
      // spinning.
      counters_.acceptPauses.fetch_add(1, std::memory_order_relaxed);
      acceptPaused_ = true;
      return;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      break;
    }  // anything else is that one connection's failure
  }
  armListener(EPOLL_CTL_MOD);
}

void Server::Implementation::admit(int descriptor, const sockaddr_storage& from, socklen_t length) {
  const auto& address = reinterpret_cast<const sockaddr&>(from);
  const Poco::Net::StreamSocket socket(new Poco::Net::StreamSocketImpl(descriptor));  // closes it in any case
  const Source source = sourceOf(address);
  if (!table_.reserve(source)) {
    counters_.refusedAtCap.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  counters_.accepted.fetch_add(1, std::memory_order_relaxed);
  Session* added = nullptr;
  try {
    const Poco::Net::SocketAddress remote(&address, length);
    Connection facts;
    facts.id = ++lastId_;
    facts.remoteAddress = remote.host().toString();
    facts.remotePort = remote.port();
    const int noDelay = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    added = &table_.add(std::make_unique<Session>(shared_, socket, std::move(facts)), source);
    added->handOver();
    arm(EPOLL_CTL_ADD, descriptor, added, eventsFor(Session::Wants::read));
  } catch (const std::exception& e) {
    log_(LogText(std::string("a connection could not be set up: ") + e.what()));
    if (added != nullptr) {
      table_.remove(*added);
    } else {
      table_.giveUp(source);
    }
  }
}

/// Walks all sessions: a few microseconds per hundred, and in return a request pays no more for its deadlines
/// than some stores to its own session.
void Server::Implementation::sweep() {
  while (sweeping_) {
    {
      std::unique_lock lock(sweepMutex_);
      sweepEnd_.wait_for(lock, options_.deadlines.sweepInterval, [this] { return !sweeping_; });
    }
    const auto now = SteadyClock::now();
    table_.forEach([&](Session& session) {
      if (!session.overdue(now)) return;
      // Nobody is late here: this end is ours, so it is a polite one.
      if (session.retire(now)) return;
      const Session::Stage stage = session.stage();
      if (session.cut() && stage != Session::Stage::lingering)
        counters_.cutByDeadline.fetch_add(1, std::memory_order_relaxed);
    });
    relieve(now);
    const std::lock_guard lock(accepting_);
    if (!shared_.stopping && acceptPaused_.exchange(false)) armListener(EPOLL_CTL_MOD);
  }
}

/// Memory that fills is taken back from those that hold it and do nothing, as many as it takes; whoever came
/// later and reads or sends on would pay for them otherwise.
void Server::Implementation::relieve(SteadyClock::time_point now) {
  const auto roomy = [this](std::size_t unsent, std::size_t buffered) {
    return unsent <= options_.maxUnsentBytes / 2 && buffered <= options_.maxBufferedBytes / 2;
  };
  if (roomy(counters_.unsent, counters_.buffered)) return;
  // Whoever was cut, and whose worker has not come to it yet, gives back all that he has. Looked at first:
  // what goes meanwhile is counted as gone twice, and the next sweep knows better.
  std::size_t going = 0;
  std::size_t forgotten = 0;
  table_.forEach([&](const Session& session) {
    if (!session.isCut()) return;
    going += session.unsent();
    forgotten += session.buffered();
  });
  const auto without = [](std::size_t all, std::size_t part) { return all - std::min(all, part); };
  std::size_t unsent = without(counters_.unsent, going);
  std::size_t buffered = without(counters_.buffered, forgotten);
  if (roomy(unsent, buffered)) return;
  const auto gives = [&without](std::size_t held, std::size_t harmless, std::size_t& all, std::size_t bound) {
    if (held <= harmless || all <= bound / 2) return false;
    all = without(all, held);
    return true;
  };
  table_.forEach([&](Session& session) {
    if (session.isCut()) return;
    session.watchQueue(now);
    // In this order: whoever has just begun to hold something has told the moment before.
    const std::size_t sending = session.unsent();
    const std::size_t receiving = session.buffered();
    if (!session.pausedFor(options_.deadlines.pause, now)) return;
    if (!gives(sending, 0, unsent, options_.maxUnsentBytes) &&
        !gives(receiving, Session::kSmallRequest, buffered, options_.maxBufferedBytes))
      return;
    if (session.cut()) counters_.cutForMemory.fetch_add(1, std::memory_order_relaxed);
  });
}

bool Server::Implementation::drained(SteadyClock::time_point until) {
  while (table_.size() > 0) {
    table_.forEach([](Session& session) {
      if (session.stage() == Session::Stage::idle) session.endReading();
      if (session.stage() == Session::Stage::handshake) session.cut();
    });
    if (SteadyClock::now() >= until) return false;
    std::this_thread::sleep_for(stopPoll);
  }
  return true;
}

/// Handlers return and promised answers come, whatever happens: before that nothing they touch may go.
void Server::Implementation::awaitPromises() {
  while (counters_.promised.load(std::memory_order_acquire) > 0) std::this_thread::sleep_for(stopPoll);
}

bool Server::Implementation::stop(std::chrono::milliseconds grace) {
  if (shared_.stopping.exchange(true)) return true;
  {
    const std::lock_guard lock(accepting_);
    listener_.close();  // leaves the epoll by itself; clients are refused from here on
  }
  const bool clean = drained(SteadyClock::now() + grace);
  if (!clean) {
    table_.forEach([](Session& session) { session.cut(); });
    awaitPromises();
    drained(SteadyClock::now() + cutGrace);
  }
  {
    const std::lock_guard lock(sweepMutex_);
    sweeping_ = false;
  }
  sweepEnd_.notify_all();
  const std::uint64_t one = 1;
  if (::write(quit_.get(), &one, sizeof one) < 0) log_(LogText("the workers cannot be told to quit"));
  seats_.close();
  for (std::thread& thread : threads_) thread.join();
  awaitPromises();  // of a request that came in at the very last
  return clean;
}

Statistics Server::Implementation::statistics() const {
  Statistics now;
  now.accepted = counters_.accepted;
  now.refusedAtCap = counters_.refusedAtCap;
  now.acceptPauses = counters_.acceptPauses;
  now.handshakesFailed = counters_.handshakesFailed;
  now.requests = counters_.requests;
  now.framingRefused = counters_.framingRefused;
  now.handlerFailures = counters_.handlerFailures;
  now.cutByDeadline = counters_.cutByDeadline;
  now.refusedForMemory = counters_.refusedForMemory;
  now.cutForMemory = counters_.cutForMemory;
  now.buffered = counters_.buffered;
  now.unsent = counters_.unsent;
  now.parked = counters_.parked;
  now.busyWorkers = counters_.busyWorkers;
  now.open = table_.size();
  now.workers = workersFor(options_);
  return now;
}

Server::Server(ServerOptions options, Handler handler, EventLog log, EventLog alarm)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(handler), std::move(log),
                                                       std::move(alarm))) {}
Server::~Server() = default;
void Server::start() {
  implementation_->start();
}
bool Server::stop(std::chrono::milliseconds grace) {
  return implementation_->stop(grace);
}
void Server::follow(bool always) {
  implementation_->follow(always);
}
std::uint16_t Server::port() const {
  return implementation_->port();
}
Statistics Server::statistics() const {
  return implementation_->statistics();
}

}  // namespace cvsgw::transport
