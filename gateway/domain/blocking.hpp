// Threads that will wait, and those that could work meanwhile.
#pragma once

#include <functional>
#include <utility>

namespace cvsgw {

/// What a pool wants to know of one of its threads, while it lasts. Threading: belongs to the thread that
/// made it.
class BlockingHook {
 public:
  explicit BlockingHook(std::function<void()> hook)
      : before_(std::exchange(current(), this)), hook_(std::move(hook)) {}
  ~BlockingHook() { current() = before_; }
  BlockingHook(const BlockingHook&) = delete;
  BlockingHook& operator=(const BlockingHook&) = delete;

 private:
  friend void willBlock();
  static BlockingHook*& current() {
    thread_local BlockingHook* hook = nullptr;
    return hook;
  }
  BlockingHook* before_;
  std::function<void()> hook_;
};

/// Said by whoever is going to wait for more than a lock of microseconds: for a disk, for a slow hash, for
/// one of few places. Another thread of the pool then works in this one's place until it comes back for more;
/// a thread of no pool just waits.
inline void willBlock() {
  if (const BlockingHook* hook = BlockingHook::current()) hook->hook_();
}

}  // namespace cvsgw
