// Writing beside making: compressing a file's rows takes as long as half of making them, and needs none of
// what making them needs.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>

#include "adapters/files/afvoer.hpp"

namespace cvsgw::files {

/// Hands what is written to another Afvoer on a thread of its own. At most four blocks wait, so memory does
/// not grow with what goes through. Threading: one thread writes; `naar` is used by the inner thread alone
/// until klaar() has returned or this has gone.
class Achtergrond final : public Afvoer {
 public:
  explicit Achtergrond(Afvoer& naar);
  Achtergrond(const Achtergrond&) = delete;
  Achtergrond& operator=(const Achtergrond&) = delete;
  /// Without klaar() what still waits is dropped.
  ~Achtergrond() override;

  /// What `naar` threw is thrown here, at the next call.
  void schrijf(std::string_view bytes) override;
  /// Returns when `naar` has had everything.
  void klaar();

 private:
  void werk();
  void werpFout();

  Afvoer& naar_;
  std::mutex mutex_;
  std::condition_variable veranderd_;
  std::deque<std::string> wachtend_;
  std::exception_ptr fout_;
  bool bezig_ = false;
  bool einde_ = false;
  std::thread draad_;
};

}  // namespace cvsgw::files
