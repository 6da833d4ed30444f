// How many of a pool's threads are at work at once.
#pragma once

#include <condition_variable>
#include <mutex>

namespace cvsgw::transport {

/// Fewer seats than threads: with as many threads at work as there are processors none of them waits for
/// another's time slice in the middle of a request, and the others are there for when one has to wait for
/// something slow. Who keeps its seat pays nothing for it. Threading: any thread.
class Seats {
 public:
  explicit Seats(unsigned free) : free_(free) {}

  /// Waits for a free one. False: closed.
  bool take() {
    std::unique_lock lock(lock_);
    changed_.wait(lock, [this] { return closed_ || free_ > 0; });
    if (closed_) return false;
    --free_;
    return true;
  }
  void leave() {
    {
      const std::lock_guard lock(lock_);
      ++free_;
    }
    changed_.notify_one();
  }
  void close() {
    {
      const std::lock_guard lock(lock_);
      closed_ = true;
    }
    changed_.notify_all();
  }

 private:
  std::mutex lock_;
  std::condition_variable changed_;
  unsigned free_;
  bool closed_ = false;
};

}  // namespace cvsgw::transport
