// The thread that empties the outbox.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "gateway/isi/post.hpp"

namespace cvsgw::mail {

/// What a postbode needs. All are called on its thread only.
struct Postbodewerk {
  std::function<isi::Tijden()> nu;
  std::function<isi::Bezorging(const isi::Poststuk&)> verstuur;
  std::chrono::milliseconds huur{};  ///< longer than one `verstuur` ever takes
  std::function<void(const isi::Opgegeven&)> opgegeven;
  std::function<void(const LogText& oorzaak)> storing;  ///< once, when it begins
  std::function<void()> hersteld;                       ///< once, when it has ended
};

/// One round through what is due, again and again. Threading: one thread.
class Ronde {
 public:
  Ronde(isi::Postbus& postbus, Postbodewerk werk) : postbus_(postbus), werk_(std::move(werk)) {}
  /// Delivers all that is due until there is no more, `gestopt` says so, or the server takes nothing. After
  /// that it leaves the server alone for a while: one minute at first, a quarter of an hour later on.
  void loop(const std::function<bool()>& gestopt);

 private:
  bool een();
  void melding(const LogText& oorzaak);

  isi::Postbus& postbus_;
  Postbodewerk werk_;
  int storingen_ = 0;
  bool gemeld_ = false;
  Moment pauzeTot_{};
};

/// Threading: the members from one thread.
class Postbode {
 public:
  /// Calls `ronde` about every second, on a thread of its own.
  explicit Postbode(std::function<void(const std::function<bool()>& gestopt)> ronde);
  Postbode(const Postbode&) = delete;
  Postbode& operator=(const Postbode&) = delete;
  /// Waits for the round under way: break off what it waits for first.
  ~Postbode();
  /// No further mail; does not wait.
  void vraagStop();

 private:
  void werk();

  std::function<void(const std::function<bool()>&)> ronde_;
  std::mutex mutex_;
  std::condition_variable wekker_;
  bool gestopt_ = false;
  std::thread thread_;
};

}  // namespace cvsgw::mail
