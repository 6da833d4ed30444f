// Takes from the outbox what changes left there: as a rule their records are in the trail long since, and
// after a crash this puts them there.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "gateway/audit/trail.hpp"
#include "gateway/isi/verantwoording.hpp"

namespace cvsgw::audit {

/// Threading: one thread calls its members; its own thread works meanwhile.
class Emptier {
 public:
  /// `report` is called when something could not be done; it is tried again.
  Emptier(isi::Auditbak& box, Trail& trail, std::function<void(const LogText&)> report);
  Emptier(const Emptier&) = delete;
  Emptier& operator=(const Emptier&) = delete;
  ~Emptier();

  /// Takes what has been there for so many seconds; a message on its way must have had the time to record
  /// itself. 0 only when nothing is on its way.
  Outcome<void> empty(int seconds);
  /// Before serving and after it: everything, when no other gateway serves from the trail, which may have
  /// messages on their way; else what no message can be on its way for.
  Outcome<void> emptyLeft();
  /// From now on every few seconds.
  void start();
  void stop();

 private:
  bool isUnreadable(const isi::Auditpost& post);
  Outcome<void> record(const isi::Auditpost& post);
  void run();

  isi::Auditbak& box_;
  Trail& trail_;
  const std::function<void(const LogText&)> report_;
  std::set<std::string> unreadable_;  ///< that were told
  std::mutex lock_;
  std::condition_variable wake_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace cvsgw::audit
