// The life of one connection: handshake, requests, answers, goodbye.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "gateway/http/request_reader.hpp"
#include "gateway/http/response.hpp"
#include "gateway/transport/connection.hpp"
#include "gateway/transport/event_log.hpp"
#include "gateway/transport/options.hpp"
#include "gateway/transport/statistics.hpp"
#include "gateway/transport/tls_source.hpp"
#include "gateway/transport/tls_stream.hpp"

namespace cvsgw::transport {

using Handler = std::function<http::Response(http::Request&&, const Connection&)>;
using SteadyClock = std::chrono::steady_clock;

/// What all sessions of a server share. Outlives them.
struct SessionContext {
  const ServerOptions& options;
  const Handler& handler;
  LimitedLog& log;
  Counters& counters;
  const TlsSource& tls;
  std::atomic<bool> stopping{false};  ///< every answer from now on is its connection's last
};

/// A state machine that runs until it would have to wait, and then says for what. One thread at a time may be
/// in turn(); the functions marked so may be called by any thread meanwhile.
class Session {
 public:
  enum class Stage : std::uint8_t { handshake, idle, header, body, handling, response, lingering };
  enum class Wants {
    read,   ///< call turn() when the socket is readable
    write,  ///< … writable
    again,  ///< call turn() soon, but let others go first
    close,  ///< destroy the session
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
  /// Any thread, while the session is certain to exist: wakes its worker, which then ends it. False when
  /// already done.
  bool cut();
  /// Any thread, likewise: a request that has already arrived is still answered, no further one is read.
  /// False when already done.
  bool endReading();
  /// Any thread, likewise: the client's certificate with its issuers; null without one and before the
  /// handshake is done. Does not change after that.
  std::shared_ptr<const PeerChain> peer() const;
  /// Any thread, likewise: the client's certificate does not hold any more. What it asks from now on is not
  /// answered; the answer under way is the last. False when that was already so.
  bool expel();

 private:
  enum class AfterWrite { nextRequest, restOfRequest, close };

  void enter(Stage stage, Deadlines::Duration allowed);
  Wants shakeHands();
  Wants admitPeer();
  Wants work();
  Wants receive();
  Wants consume(std::string_view input);
  void noteProgress();
  void handle();
  http::Response callHandler(http::Request&& request);
  void refuseFraming();
  void answer(const http::Response& response, bool keepAlive, bool withoutBody);
  Wants flush();
  Wants startLinger();
  Wants linger();
  void accountBuffered();

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
  std::size_t buffered_ = 0;  // our part of counters.buffered
  AfterWrite afterWrite_ = AfterWrite::nextRequest;
  SteadyClock::time_point lifeEnds_;
  std::atomic<Stage> stage_{Stage::handshake};
  std::atomic<SteadyClock::rep> deadline_;
  std::atomic<unsigned> turns_{0};
  std::atomic<bool> cut_{false};
  std::atomic<bool> readingEnded_{false};
  std::atomic<bool> expelled_{false};
};

}  // namespace cvsgw::transport
