#include "gateway/security/keys/hash_gate.hpp"

#include <algorithm>
#include <thread>

#include "gateway/domain/blocking.hpp"

namespace cvsgw::security {
namespace {

HashGateLimits filledIn(HashGateLimits limits) {
  if (limits.running == 0) limits.running = std::max(1U, std::thread::hardware_concurrency());
  return limits;
}

}  // namespace

HashGate::HashGate(HashGateLimits limits) : limits_(filledIn(limits)) {}

bool HashGate::mayRun(Lane lane) const {
  return running_ < limits_.running && (lane == Lane::known || waitingKnown_ == 0);
}

std::optional<HashGate::Slot> HashGate::enter(Lane lane) {
  std::unique_lock lock(lock_);
  unsigned& waiting = lane == Lane::known ? waitingKnown_ : waitingStrangers_;
  if (!mayRun(lane)) {
    if (waiting >= limits_.waiting) return std::nullopt;
    ++waiting;
    willBlock();
    const bool granted = changed_.wait_for(lock, limits_.wait, [&] { return mayRun(lane); });
    --waiting;
    // Strangers stand back while a known caller waits: its going may be what they wait for.
    if (lane == Lane::known) changed_.notify_all();
    if (!granted) return std::nullopt;
  }
  ++running_;
  willBlock();  // a hash is as good as a wait: others have short work
  return Slot(*this);
}

unsigned HashGate::waiting(Lane lane) const {
  const std::lock_guard lock(lock_);
  return lane == Lane::known ? waitingKnown_ : waitingStrangers_;
}

void HashGate::leave() {
  {
    const std::lock_guard lock(lock_);
    --running_;
  }
  changed_.notify_all();
}

}  // namespace cvsgw::security
