// The sessions whose promised answer has come.
#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>

#include "gateway/transport/descriptor.hpp"
#include "gateway/transport/session.hpp"

namespace cvsgw::transport {

/// A worker looks here before it waits for sockets; one that waits is woken, but not for each: who takes a
/// session wakes the next one for what is left. Answers come in batches, and a call of the kernel for each of
/// them costs as much as what is left to do for it. Threading: any thread.
class Answered {
 public:
  Answered() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  int descriptor() const { return event_.get(); }

  void add(Session& session) {
    std::unique_lock lock(lock_);
    sessions_.push_back(&session);
    wakeOne(lock);
  }
  /// Null: none is there, and until back() the caller counts as one that waits.
  Session* take() {
    std::unique_lock lock(lock_);
    if (sessions_.empty()) {
      ++waiting_;
      return nullptr;
    }
    Session* session = sessions_.front();
    sessions_.pop_front();
    if (!sessions_.empty()) wakeOne(lock);
    return session;
  }
  /// `called`: it was this descriptor's event that ended the wait.
  void back(bool called) {
    const std::lock_guard lock(lock_);
    --waiting_;
    if (called) calling_ = false;
  }

 private:
  // As long as a call is not heard, another one would only be the same event.
  void wakeOne(std::unique_lock<std::mutex>& lock) {
    if (waiting_ == 0 || std::exchange(calling_, true)) return;
    lock.unlock();
    const std::uint64_t one = 1;
    // It could only be full after 2^64 calls.
    static_cast<void>(::write(event_.get(), &one, sizeof one) < 0);
  }

  Descriptor event_;
  std::mutex lock_;
  std::deque<Session*> sessions_;
  unsigned waiting_ = 0;
  bool calling_ = false;
};

}  // namespace cvsgw::transport
