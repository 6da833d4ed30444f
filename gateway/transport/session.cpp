#include "gateway/transport/session.hpp"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <array>
#include <ctime>
#include <typeinfo>
#include <utility>

#include "gateway/domain/blocking.hpp"

namespace cvsgw::transport {

namespace {

constexpr std::size_t recordSize = 16 * 1024;  // the most that one TLS record carries
constexpr int readsPerTurn = 8;                // then the others get their turn
constexpr std::size_t discardAtOnce = 1024 * 1024;
constexpr auto never = SteadyClock::time_point::max();

Session::Wants wantsOf(TlsStream::Status status) {
  switch (status) {
    case TlsStream::Status::wantsRead:
      return Session::Wants::read;
    case TlsStream::Status::wantsWrite:
      return Session::Wants::write;
    case TlsStream::Status::done:
      return Session::Wants::again;
    case TlsStream::Status::closed:
      return Session::Wants::close;
  }
  return Session::Wants::close;
}

void account(std::size_t now, std::atomic<std::size_t>& ours, std::atomic<std::size_t>& all) {
  const std::size_t before = ours.exchange(now, std::memory_order_release);
  // Unsigned arithmetic wraps around, so that a decrease is added correctly too.
  if (now != before) all.fetch_add(now - before, std::memory_order_relaxed);
}

void release(std::string& text) {
  std::string().swap(text);
}

}  // namespace

Session::Session(SessionContext& context, const Poco::Net::StreamSocket& socket, Connection facts)
    : context_(context),
      socket_(socket),
      descriptor_(socket_.impl()->sockfd()),
      tls_(context.tls.current(), descriptor_),
      facts_(std::move(facts)),
      reader_(context.options.limits),
      lifeEnds_(SteadyClock::now() + context.options.deadlines.connectionLife) {
  enter(Stage::handshake, context_.options.deadlines.handshake);
}

Session::~Session() {
  context_.counters.parked.fetch_sub(parked_, std::memory_order_relaxed);
  context_.counters.buffered.fetch_sub(buffered_, std::memory_order_relaxed);
  context_.counters.unsent.fetch_sub(unsent_, std::memory_order_relaxed);
  if (placed_) context_.peers.giveBack(*facts_.peerOin);
}

void Session::enter(Stage stage, Deadlines::Duration allowed) {
  const auto until = stage == Stage::handling ? never : SteadyClock::now() + allowed;
  deadline_.store(until.time_since_epoch().count(), std::memory_order_relaxed);
  stage_.store(stage, std::memory_order_release);
}

bool Session::overdue(SteadyClock::time_point now) const {
  return now.time_since_epoch().count() > deadline_.load(std::memory_order_relaxed);
}

bool Session::pausedFor(Deadlines::Duration time, SteadyClock::time_point now) const {
  return (now - time).time_since_epoch().count() > progress_.load(std::memory_order_relaxed);
}

// A kernel that has megabytes to send takes no more until a third of them is gone: to us, a slow client looks
// like one that has stopped.
void Session::watchQueue(SteadyClock::time_point now) {
  int queued = 0;
  if (unsent() == 0 || ::ioctl(descriptor_, SIOCOUTQ, &queued) != 0) {
    queued_ = 0;
    return;
  }
  const bool moved = queued_ == 0 || queued_ - queued >= static_cast<int>(kSmallAnswer);
  if (moved) noteMoment(now);
  if (moved || queued > queued_) queued_ = queued;
}

void Session::noteMoment(SteadyClock::time_point now) {
  progress_.store(now.time_since_epoch().count(), std::memory_order_relaxed);
}

bool Session::cut() {
  if (cut_.exchange(true)) return false;
  ::shutdown(descriptor_, SHUT_RDWR);
  return true;
}

bool Session::endReading() {
  if (readingEnded_.exchange(true)) return false;
  ::shutdown(descriptor_, SHUT_RD);
  return true;
}

bool Session::retire(SteadyClock::time_point now) {
  SteadyClock::rep deadline = deadline_.load(std::memory_order_relaxed);
  if (retired_ || stage() != Stage::idle) return false;
  retired_ = true;
  endReading();
  // Nothing else moves the deadline of a connection whose workers are all busy, so the next sweep would cut
  // it. A request that has just come has a deadline of its own by now, which stays.
  const auto until = now + context_.options.deadlines.linger;
  deadline_.compare_exchange_strong(deadline, until.time_since_epoch().count(), std::memory_order_relaxed);
  return true;
}

Session::Wants Session::turn() {
  // Of a connection that was cut, too: what was handled is told to the end.
  if (finish_) fetchAnswer();
  if (cut_.load(std::memory_order_relaxed)) return Wants::close;
  switch (stage()) {
    case Stage::handshake:
      return shakeHands();
    case Stage::lingering:
      return linger();
    default:
      return work();
  }
}

Session::Wants Session::shakeHands() {
  const auto result = tls_.handshake();
  if (result.status == TlsStream::Status::closed) {
    context_.counters.handshakesFailed.fetch_add(1, std::memory_order_relaxed);
    // Without a reason somebody only looked whether the port is open.
    if (!tls_.failure().empty()) {
      context_.log(
          LogText("TLS handshake with " + facts_.remoteAddress + " failed: " + std::string(tls_.failure())));
    }
    // The alert that tells the client why must not be overtaken by a reset.
    return startLinger();
  }
  if (result.status != TlsStream::Status::done) return wantsOf(result.status);
  if (!tls_.describe(facts_)) {
    context_.counters.handshakesFailed.fetch_add(1, std::memory_order_relaxed);
    context_.log(LogText("TLS session of " + facts_.remoteAddress + " resumed with an expired certificate"));
    return startLinger();
  }
  return admitPeer();
}

Session::Wants Session::admitPeer() {
  peer_ = tls_.peer();
  enter(Stage::idle, context_.options.deadlines.idle);  // from here on other threads see the peer
  // The files may have changed during the handshake: whoever replaced the state has looked at this session
  // only if it was here already.
  const auto state = context_.tls.current();
  if (peer_ && state != tls_.state()) {
    if (const auto holds = state->recheck(*peer_); !holds) return notAdmitted(holds.error());
  }
  if (facts_.peerOin) {
    placed_ = context_.peers.take(*facts_.peerOin);
    if (!placed_) return notAdmitted("OIN " + *facts_.peerOin + " has too many connections");
  }
  return work();
}

Session::Wants Session::notAdmitted(const std::string& why) {
  context_.counters.handshakesFailed.fetch_add(1, std::memory_order_relaxed);
  context_.log(LogText("TLS handshake with " + facts_.remoteAddress + " failed: " + why));
  return startLinger();
}

std::shared_ptr<const PeerChain> Session::peer() const {
  return stage() == Stage::handshake ? nullptr : peer_;
}

bool Session::expel() {
  if (expelled_.exchange(true)) return false;
  endReading();
  return true;
}

Session::Wants Session::work() {
  for (int reads = 0; reads < readsPerTurn; ++reads) {
    if (!out_.empty()) {
      const Wants wants = flush();
      if (wants != Wants::again) return wants;
      if (afterWrite_ == AfterWrite::close) return startLinger();
      if (afterWrite_ == AfterWrite::nextRequest) {
        // Pipelined requests are answered in order, one per turn; what lies inside OpenSSL is not announced
        // again. What holds up a question that is here already is a client that does not read its answers: it
        // has an answer's time for that, not the longer one of an idle connection.
        const bool more = !pipelined_.empty() || tls_.hasPending();
        const Deadlines& deadlines = context_.options.deadlines;
        enter(more ? Stage::response : Stage::idle, more ? deadlines.response : deadlines.idle);
        return more ? Wants::again : Wants::read;
      }
    }
    const Wants wants = receive();
    if (wants != Wants::again) return wants;
  }
  return Wants::again;
}

/// Wants::again: something was taken in, go on.
Session::Wants Session::receive() {
  if (stage() == Stage::response) enter(Stage::idle, context_.options.deadlines.idle);
  if (!pipelined_.empty()) return consume(std::exchange(pipelined_, {}));
  thread_local std::array<char, recordSize> buffer;
  const auto result = tls_.read(buffer);
  if (result.status == TlsStream::Status::closed) tls_.sayGoodbye();
  if (result.status != TlsStream::Status::done) return wantsOf(result.status);
  return consume({buffer.data(), result.bytes});
}

Session::Wants Session::consume(std::string_view input) {
  switch (reader_.feed(input)) {
    case http::RequestReader::State::needMore:
      noteProgress();
      break;
    case http::RequestReader::State::complete:
      if (expelled_) return startLinger();
      pipelined_.assign(input);
      return handle();
    case http::RequestReader::State::refused:
      refuseFraming();
      break;
  }
  accountBuffered();
  return Wants::again;
}

void Session::noteProgress() {
  const Deadlines& deadlines = context_.options.deadlines;
  if (reader_.inBody()) {
    if (stage() != Stage::body) enter(Stage::body, deadlines.body);
    if (reader_.takeContinue()) {
      out_ = "HTTP/1.1 100 Continue\r\n\r\n";
      written_ = 0;
      afterWrite_ = AfterWrite::restOfRequest;
    }
  } else if (stage() == Stage::idle && !reader_.idle()) {
    enter(Stage::header, deadlines.header);
  }
  noteMoment(SteadyClock::now());
  // Not the small ones: who fills the memory would refuse everybody with them.
  if (reader_.held() > kSmallRequest &&
      context_.counters.buffered.load(std::memory_order_relaxed) > context_.options.maxBufferedBytes) {
    refuseForMemory("503 Service Unavailable: too many unfinished requests\n");
  }
}

Session::Wants Session::handle() {
  enter(Stage::handling, {});
  http::Request request = reader_.take();
  accountBuffered();
  withoutBody_ = request.method == "HEAD";
  keepAlive_ = request.keepAlive;
  holder_.store(Holder::handler, std::memory_order_relaxed);
  Counters& counters = context_.counters;  // the session may be another worker's when this function ends
  counters.requests.fetch_add(1, std::memory_order_relaxed);
  counters.promised.fetch_add(1, std::memory_order_relaxed);
  counters.busyWorkers.fetch_add(1, std::memory_order_relaxed);
  struct Leave {
    std::atomic<unsigned>& busy;
    ~Leave() { busy.fetch_sub(1, std::memory_order_relaxed); }
  } leave{counters.busyWorkers};
  Handled handled = guarded([&] { return context_.handler(std::move(request), facts_, [this] { wake(); }); });
  if (auto* later = std::get_if<Later>(&handled)) {
    finish_ = std::move(later->finish);
    if (park(later->bytes)) return Wants::wake;
    fetchAnswer();
  } else {
    counters.promised.fetch_sub(1, std::memory_order_release);
    answer(std::get<http::Response>(handled));
  }
  return Wants::again;
}

Handled Session::guarded(const std::function<Handled()>& make) {
  const char* type = "unknown";
  try {
    return make();
  } catch (const std::exception& e) {
    // Only its type: what() may quote the message, and so a person.
    type = typeid(e).name();
  } catch (...) {
  }
  context_.counters.handlerFailures.fetch_add(1, std::memory_order_relaxed);
  context_.log(LogText("handler failed on connection " + std::to_string(facts_.id) + ": exception " + type));
  return http::plainText(500, "500 Internal Server Error\n");
}

/// False: the answer may leave now. True: the session belongs to whoever is woken for it; do not touch it.
bool Session::park(std::size_t bytes) {
  Counters& counters = context_.counters;
  auto holder = Holder::handler;
  if (counters.parked.load(std::memory_order_relaxed) + bytes > context_.options.maxParkedBytes) {
    // Answers fill the memory faster than they may leave: workers that wait take in nothing more.
    if (holder_.compare_exchange_strong(holder, Holder::worker, std::memory_order_acq_rel)) {
      willBlock();
      std::unique_lock lock(context_.crowdLock);
      context_.crowdMoved.wait(lock,
                               [this] { return holder_.load(std::memory_order_acquire) == Holder::woken; });
    }
    return false;
  }
  parked_ = bytes;
  counters.parked.fetch_add(bytes, std::memory_order_relaxed);
  return holder_.compare_exchange_strong(holder, Holder::nobody, std::memory_order_acq_rel);
}

void Session::wake() {
  SessionContext& context = context_;
  switch (holder_.exchange(Holder::woken, std::memory_order_acq_rel)) {
    case Holder::nobody:
      // Ours until it is resumed. Its client may not be reading: from here on it has a deadline.
      enter(Stage::response, context.options.deadlines.response);
      context.resume(*this);
      break;
    case Holder::worker: {
      const std::lock_guard lock(context.crowdLock);
      context.crowdMoved.notify_all();
      break;
    }
    case Holder::handler:
    case Holder::woken:
      break;
  }
  // The last that is touched: the server does not go before all promises are kept.
  context.counters.promised.fetch_sub(1, std::memory_order_release);
}

void Session::fetchAnswer() {
  context_.counters.parked.fetch_sub(std::exchange(parked_, 0), std::memory_order_relaxed);
  const auto finish = std::exchange(finish_, {});
  answer(std::get<http::Response>(guarded([&finish]() -> Handled { return finish(); })));
}

void Session::refuseFraming() {
  context_.counters.framingRefused.fetch_add(1, std::memory_order_relaxed);
  const http::Refusal& refusal = reader_.refusal();
  // Whoever tries to have one message read in two ways is seen; the reason is a text of ours.
  context_.log(LogText("HTTP of " + facts_.remoteAddress + " refused: " + std::string(refusal.reason)));
  const std::string start = refusal.status == 417 ? "417 Expectation Failed: " : "400 Bad Request: ";
  send(http::plainText(refusal.status, start + std::string(refusal.reason) + "\n"), false, false);
}

void Session::answer(const http::Response& response) {
  // Judged after the handler: a stop that began meanwhile makes this answer the last one.
  const bool keepAlive =
      keepAlive_ && !response.close && !context_.stopping && !readingEnded_ && SteadyClock::now() < lifeEnds_;
  const std::size_t size = withoutBody_ ? 0 : response.body.size();
  if (size > kSmallAnswer &&
      context_.counters.unsent.load(std::memory_order_relaxed) + size > context_.options.maxUnsentBytes) {
    refuseForMemory("503 Service Unavailable: too many answers that are not read\n");
    return;
  }
  send(response, keepAlive, withoutBody_);
}

void Session::refuseForMemory(const std::string& text) {
  context_.counters.refusedForMemory.fetch_add(1, std::memory_order_relaxed);
  auto response = http::plainText(503, text);
  response.headers.emplace_back("Retry-After", "1");
  send(response, false, false);
}

void Session::send(const http::Response& response, bool keepAlive, bool withoutBody) {
  out_ = http::serialise(response,
                         {.keepAlive = keepAlive, .withoutBody = withoutBody, .now = std::time(nullptr)});
  written_ = marked_ = 0;
  noteMoment(SteadyClock::now());  // before there is something to take back
  accountUnsent();
  afterWrite_ = keepAlive ? AfterWrite::nextRequest : AfterWrite::close;
  enter(Stage::response, context_.options.deadlines.response);
}

/// Wants::again: all is written.
Session::Wants Session::flush() {
  while (written_ < out_.size()) {
    const auto result = tls_.write(std::string_view(out_).substr(written_));
    if (result.status != TlsStream::Status::done) return wantsOf(result.status);
    written_ += result.bytes;
    // A few bytes now and then are no progress.
    if (written_ - marked_ >= kSmallAnswer) {
      marked_ = written_;
      noteMoment(SteadyClock::now());
    }
  }
  release(out_);
  accountUnsent();
  return Wants::again;
}

Session::Wants Session::startLinger() {
  tls_.sayGoodbye();
  ::shutdown(descriptor_, SHUT_WR);
  release(pipelined_);
  release(out_);
  accountUnsent();
  reader_.discard();
  accountBuffered();
  enter(Stage::lingering, context_.options.deadlines.linger);
  return linger();
}

/// Closing a socket with unread bytes makes the kernel send a reset, which can erase the answer before the
/// client has read it. So what still comes is thrown away, below TLS, until the client closes or its time or
/// bytes are used up.
Session::Wants Session::linger() {
  for (int reads = 0; reads < readsPerTurn; ++reads) {
    // For TCP, MSG_TRUNC discards without copying.
    const ssize_t got = ::recv(descriptor_, nullptr, discardAtOnce, MSG_DONTWAIT | MSG_TRUNC);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Wants::read;
    if (got <= 0) return Wants::close;
    lingered_ += static_cast<std::size_t>(got);
    if (lingered_ > context_.options.maxLingerBytes) return Wants::close;
  }
  return Wants::again;
}

void Session::accountBuffered() {
  account(reader_.held(), buffered_, context_.counters.buffered);
}

void Session::accountUnsent() {
  account(out_.size(), unsent_, context_.counters.unsent);
}

}  // namespace cvsgw::transport
