// The life of one connection: handshake, requests, answers, goodbye.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "gateway/http/request_reader.hpp"
#include "gateway/transport/event_log.hpp"
#include "gateway/transport/handler.hpp"
#include "gateway/transport/options.hpp"
#include "gateway/transport/places.hpp"
#include "gateway/transport/statistics.hpp"
#include "gateway/transport/tls_source.hpp"
#include "gateway/transport/tls_stream.hpp"

namespace cvsgw::transport {

using SteadyClock = std::chrono::steady_clock;

class Session;

/// What all sessions of a server share. Outlives them.
struct SessionContext {
  const ServerOptions& options;
  const Handler& handler;
  LimitedLog& log;
  Counters& counters;
  const TlsSource& tls;
  Places<std::string>& peers;  ///< by OIN
  /// Has some worker call the session's turn(). Any thread; throws nothing.
  std::function<void(Session&)> resume;
  std::atomic<bool> stopping{false};  ///< every answer from now on is its connection's last
  // For workers that wait for an answer themselves, since too many others do.
  std::mutex crowdLock{};
  std::condition_variable crowdMoved{};
};

/// A state machine that runs until it would have to wait, and then says for what. One thread at a time may be
/// in turn(); the functions marked so may be called by any thread meanwhile.
class Session {
 public:
  /// A request or an answer of this size is let through whatever the others hold.
  static constexpr std::size_t kSmallRequest = 24 * 1024;
  static constexpr std::size_t kSmallAnswer = 64 * 1024;

  enum class Stage : std::uint8_t { handshake, idle, header, body, handling, response, lingering };
  enum class Wants {
    read,   ///< call turn() when the socket is readable
    write,  ///< … writable
    again,  ///< call turn() soon, but let others go first
    close,  ///< destroy the session
    wake,   ///< nothing: a wake() resumes it, and may have done so already
  };

  Session(SessionContext& context, const Poco::Net::StreamSocket& socket, Connection facts);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Wants turn();

  /// The kernel orders arming an epoll event before its arrival on another thread, but the language does not
  /// know that: the worker that arms calls handOver() before, the one that gets the event takeOver() first.
  void handOver() { turns_.fetch_add(1, std::memory_order_release); }
  void takeOver() const { static_cast<void>(turns_.load(std::memory_order_acquire)); }

  int descriptor() const { return descriptor_; }
  const Connection& facts() const { return facts_; }

  Stage stage() const { return stage_.load(std::memory_order_acquire); }  ///< any thread
  bool overdue(SteadyClock::time_point now) const;                        ///< any thread
  /// Any thread: the memory that its unfinished request, or its answer that is not sent yet, takes.
  std::size_t buffered() const { return buffered_.load(std::memory_order_acquire); }
  std::size_t unsent() const { return unsent_.load(std::memory_order_acquire); }
  /// The sweeper alone, while the session is certain to exist: what of an answer lies with the kernel is seen
  /// to go, too.
  void watchQueue(SteadyClock::time_point now);
  /// Any thread: for so long nothing has come in, and no kSmallAnswer of bytes has gone out.
  bool pausedFor(Deadlines::Duration time, SteadyClock::time_point now) const;
  /// Any thread, while the session is certain to exist: wakes its worker, which then ends it. False when
  /// already done.
  bool cut();
  /// Any thread, likewise: a request that has already arrived is still answered, no further one is read.
  /// False when already done.
  bool endReading();
  /// The sweeper alone: an idle connection that is overdue ends as ours do, with close_notify, for which its
  /// worker has as long as a client has to close. False when it is not idle, or has had that time.
  bool retire(SteadyClock::time_point now);
  /// Any thread: it is on its way out, and what it holds with it.
  bool isCut() const { return cut_.load(std::memory_order_relaxed); }
  /// Any thread, likewise: the client's certificate with its issuers; null without one and before the
  /// handshake is done. Does not change after that.
  std::shared_ptr<const PeerChain> peer() const;
  /// Any thread, likewise: the client's certificate does not hold any more. What it asks from now on is not
  /// answered; the answer under way is the last. False when that was already so.
  bool expel();

 private:
  enum class AfterWrite { nextRequest, restOfRequest, close };
  /// Of an answer: who goes on when it may leave.
  enum class Holder : std::uint8_t {
    handler,  ///< has not returned yet
    nobody,   ///< the connection waits, without a thread
    worker,   ///< waits
    woken,    ///< it may leave
  };

  void enter(Stage stage, Deadlines::Duration allowed);
  Wants shakeHands();
  Wants admitPeer();
  Wants notAdmitted(const std::string& why);
  void refuseForMemory(const std::string& text);
  Wants work();
  Wants receive();
  Wants consume(std::string_view input);
  void noteProgress();
  Wants handle();
  Handled guarded(const std::function<Handled()>& make);
  bool park(std::size_t bytes);
  void wake();
  void fetchAnswer();
  void refuseFraming();
  void answer(const http::Response& response);
  void send(const http::Response& response, bool keepAlive, bool withoutBody);
  Wants flush();
  Wants startLinger();
  Wants linger();
  void accountBuffered();
  void accountUnsent();
  void noteMoment(SteadyClock::time_point now);

  SessionContext& context_;
  Poco::Net::StreamSocket socket_;
  int descriptor_;
  TlsStream tls_;
  Connection facts_;
  std::shared_ptr<const PeerChain> peer_;
  http::RequestReader reader_;
  std::string pipelined_;  // bytes behind the request that is being answered
  std::string out_;
  std::size_t written_ = 0;
  std::size_t lingered_ = 0;
  int queued_ = 0;          // with the kernel, at the last progress; the sweeper's
  bool retired_ = false;    // the sweeper's
  std::size_t marked_ = 0;  // of written_, at the last progress
  AfterWrite afterWrite_ = AfterWrite::nextRequest;
  bool placed_ = false;  // among its organisation's connections
  // Of the request that is being handled.
  bool keepAlive_ = false;
  bool withoutBody_ = false;
  std::function<http::Response()> finish_;  // there while its answer waits
  std::size_t parked_ = 0;                  // our part of counters.parked
  std::atomic<Holder> holder_{Holder::handler};
  SteadyClock::time_point lifeEnds_;
  std::atomic<Stage> stage_{Stage::handshake};
  std::atomic<SteadyClock::rep> deadline_;
  std::atomic<SteadyClock::rep> progress_{0};
  std::atomic<std::size_t> buffered_{0};  // our part of counters.buffered
  std::atomic<std::size_t> unsent_{0};    // likewise
  std::atomic<unsigned> turns_{0};
  std::atomic<bool> cut_{false};
  std::atomic<bool> readingEnded_{false};
  std::atomic<bool> expelled_{false};
};

}  // namespace cvsgw::transport
