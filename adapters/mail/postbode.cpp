#include "adapters/mail/postbode.hpp"

#include <algorithm>

namespace cvsgw::mail {
namespace {

constexpr std::chrono::seconds kInterval{1};

std::chrono::minutes pauze(int storingen) {
  return std::chrono::minutes{std::min(15, 1 << std::clamp(storingen - 1, 0, 4))};
}

}  // namespace

void Ronde::loop(const std::function<bool()>& gestopt) {
  while (!gestopt() && werk_.nu().systeem >= pauzeTot_ && een()) {
  }
}

// False when there is nothing more to do for now.
bool Ronde::een() {
  auto stuk = postbus_.neem(werk_.nu(), werk_.huur);
  if (!stuk) {
    melding(stuk.error().log);
    return false;
  }
  if (!*stuk) return false;
  const auto bezorging = werk_.verstuur(**stuk);
  const auto nu = werk_.nu();
  // When this cannot be noted, the mail goes once more after the time for which it was taken: at least once.
  const auto gemeld = postbus_.meld(**stuk, bezorging, nu);
  if (!gemeld) {
    melding(gemeld.error().log);
    return false;
  }
  if (*gemeld) werk_.opgegeven(**gemeld);
  if (bezorging.soort == isi::Bezorging::Soort::onbereikbaar) {
    pauzeTot_ = nu.systeem + pauze(++storingen_);
    melding(LogText(bezorging.oorzaak));
    const auto verlopen = postbus_.geefOp(bezorging.oorzaak, nu);
    if (verlopen) std::ranges::for_each(*verlopen, werk_.opgegeven);
    return false;
  }
  if (gemeld_) werk_.hersteld();
  gemeld_ = false;
  storingen_ = 0;
  return true;
}

void Ronde::melding(const LogText& oorzaak) {
  if (!gemeld_) werk_.storing(oorzaak);
  gemeld_ = true;
}

Postbode::Postbode(std::function<void(const std::function<bool()>&)> ronde)
    : ronde_(std::move(ronde)), thread_([this] { werk(); }) {}

Postbode::~Postbode() {
  vraagStop();
  thread_.join();
}

void Postbode::vraagStop() {
  {
    const std::lock_guard lock(mutex_);
    gestopt_ = true;
  }
  wekker_.notify_all();
}

void Postbode::werk() {
  const auto gestopt = [this] {
    const std::lock_guard lock(mutex_);
    return gestopt_;
  };
  while (!gestopt()) {
    ronde_(gestopt);
    std::unique_lock lock(mutex_);
    wekker_.wait_for(lock, kInterval, [this] { return gestopt_; });
  }
}

}  // namespace cvsgw::mail
