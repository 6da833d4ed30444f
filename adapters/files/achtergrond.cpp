#include "adapters/files/achtergrond.hpp"

#include <utility>

namespace cvsgw::files {
namespace {
constexpr size_t kMeesteBlokken = 4;
}

Achtergrond::Achtergrond(Afvoer& naar) : naar_(naar), draad_([this] { werk(); }) {}

Achtergrond::~Achtergrond() {
  {
    const std::lock_guard lock(mutex_);
    wachtend_.clear();
    einde_ = true;
  }
  veranderd_.notify_all();
  draad_.join();
}

void Achtergrond::schrijf(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  veranderd_.wait(lock, [this] { return wachtend_.size() < kMeesteBlokken || fout_; });
  werpFout();
  wachtend_.emplace_back(bytes);
  veranderd_.notify_all();
}

void Achtergrond::klaar() {
  std::unique_lock lock(mutex_);
  veranderd_.wait(lock, [this] { return (wachtend_.empty() && !bezig_) || fout_; });
  werpFout();
}

void Achtergrond::werpFout() {
  if (fout_) std::rethrow_exception(fout_);
}

void Achtergrond::werk() {
  std::unique_lock lock(mutex_);
  for (;;) {
    veranderd_.wait(lock, [this] { return einde_ || (!wachtend_.empty() && !fout_); });
    if (einde_) return;
    const std::string blok = std::move(wachtend_.front());
    wachtend_.pop_front();
    bezig_ = true;
    lock.unlock();
    std::exception_ptr fout;
    try {
      naar_.schrijf(blok);
    } catch (...) {
      fout = std::current_exception();
    }
    lock.lock();
    bezig_ = false;
    if (fout) fout_ = fout;
    veranderd_.notify_all();
  }
}

}  // namespace cvsgw::files
