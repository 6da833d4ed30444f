// Keeps the slow hash from eating the machine: few at a time, a short queue before them, and refusal beyond
// that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace cvsgw::security {

struct HashGateLimits {
  unsigned running = 0;   ///< hashes at once; 0: one per core
  unsigned waiting = 16;  ///< callers in the queue, per lane; each holds the thread that serves it
  std::chrono::milliseconds wait{1500};
};

/// Threading: all members are safe from any thread; a Slot belongs to the thread that entered.
class HashGate {
 public:
  /// Who is served first. A caller whose password was right before has its own queue, which a flood of
  /// strangers can neither fill nor delay by more than the hash that is running.
  enum class Lane { known, stranger };

  class Slot {
   public:
    explicit Slot(HashGate& gate) : gate_(&gate) {}
    Slot(Slot&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    Slot& operator=(Slot&&) = delete;
    ~Slot() {
      if (gate_ != nullptr) gate_->leave();
    }

   private:
    HashGate* gate_;
  };

  explicit HashGate(HashGateLimits limits);
  /// Waits for a place; nothing when the queue is full or the wait is over.
  std::optional<Slot> enter(Lane lane);
  /// How many are in a queue now.
  unsigned waiting(Lane lane) const;

 private:
  void leave();
  bool mayRun(Lane lane) const;

  const HashGateLimits limits_;
  mutable std::mutex lock_;
  std::condition_variable changed_;
  unsigned running_ = 0;
  unsigned waitingKnown_ = 0;
  unsigned waitingStrangers_ = 0;
};

}  // namespace cvsgw::security
