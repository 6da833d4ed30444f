#include "gateway/transport/peer_guard.hpp"

#include <exception>
#include <map>
#include <string>
#include <typeinfo>
#include <utility>

#include "gateway/transport/peer_certificate.hpp"

namespace cvsgw::transport {

namespace {

constexpr std::time_t kNear = 3600;
constexpr std::time_t kRecheck = 60;  // certificates also end by themselves

}  // namespace

PeerGuard::PeerGuard(TlsSource& tls, SessionTable& sessions, LimitedLog& log, EventLog alarm)
    : tls_(tls), sessions_(sessions), log_(log), alarm_(std::move(alarm)), checked_(std::time(nullptr)) {}

void PeerGuard::follow(bool always) {
  try {
    look(always);
  } catch (const std::exception& e) {
    // Out of memory, or a folder that goes while it is read: the next look is a second away.
    if (alarm_)
      alarm_(LogText("TLS files could not be looked at: exception " + std::string(typeid(e).name())));
  }
}

void PeerGuard::look(bool always) {
  const std::time_t now = std::time(nullptr);
  const TlsSource::Look look = tls_.follow(always);
  if (look.news == TlsSource::News::refused && alarm_)
    alarm_(LogText("TLS files refused, the old ones stay in force: " + look.text));
  const bool replaced = look.news == TlsSource::News::replaced;
  if (replaced) {
    log_(LogText("TLS files read anew"));
    endIsNear_ = ended_ = false;
  }
  if (replaced || !started_) tellWarnings();
  started_ = true;
  const bool hadEnded = ended_;
  watchLists(now);
  if (replaced || ended_ != hadEnded || now - checked_ >= kRecheck) {
    checked_ = now;
    expelUntrusted();
  }
}

void PeerGuard::tellWarnings() {
  if (!alarm_) return;
  for (const std::string& warning : tls_.current()->warnings()) alarm_(LogText("TLS: " + warning));
}

void PeerGuard::watchLists(std::time_t now) {
  const auto state = tls_.current();
  const auto end = state->listsEnd();
  if (!end) return;
  const std::string whose = " (of " + state->listsEndOf() + ")";
  if (now >= *end && !std::exchange(ended_, true)) {
    if (alarm_)
      alarm_(LogText("TLS: a revocation list has ended" + whose +
                     "; clients under it are refused until a new one is there"));
  } else if (now + kNear >= *end && !std::exchange(endIsNear_, true)) {
    if (alarm_)
      alarm_(
          LogText("TLS: a revocation list ends within the hour" + whose + "; has a new one been fetched?"));
  }
}

// Chains are checked outside the table's lock, each once however many connections it has.
void PeerGuard::expelUntrusted() {
  std::map<Digest, std::pair<std::shared_ptr<const PeerChain>, bool>> peers;
  sessions_.forEach([&](Session& session) {
    if (auto peer = session.peer()) peers.try_emplace(peer->digest, std::move(peer), true);
  });
  const auto state = tls_.current();
  for (auto& [digest, peer] : peers) {
    if (const auto holds = state->recheck(*peer.first); !holds) {
      peer.second = false;
      log_(LogText("TLS: a connected client is not trusted any more (OIN " +
                   oinOf(*peer.first->certificate).value_or("unknown") + "): " + holds.error()));
    }
  }
  // A session that came since was checked against this state or a later one.
  sessions_.forEach([&](Session& session) {
    const auto peer = session.peer();
    const auto verdict = peer ? peers.find(peer->digest) : peers.end();
    if (verdict != peers.end() && !verdict->second.second) session.expel();
  });
}

}  // namespace cvsgw::transport
