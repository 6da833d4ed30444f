#include "gateway/audit/emptier.hpp"

#include <string>
#include <typeinfo>
#include <vector>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/outboxed.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::chrono::seconds kPause{5};
constexpr int kOnItsWay = 60;  // seconds: longer than any message takes
constexpr int kAtOnce = 500;

}  // namespace

Emptier::Emptier(isi::Auditbak& box, Trail& trail, std::function<void(const LogText&)> report)
    : box_(box), trail_(trail), report_(std::move(report)) {}

Emptier::~Emptier() {
  stop();
}

void Emptier::start() {
  thread_ = std::thread([this] { run(); });
}

void Emptier::stop() {
  {
    const std::lock_guard lock(lock_);
    stop_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void Emptier::run() {
  std::unique_lock lock(lock_);
  while (!wake_.wait_for(lock, kPause, [this] { return stop_; })) {
    lock.unlock();
    try {
      if (trail_.available()) {
        if (auto done = empty(kOnItsWay); !done) report_(done.error().log);
      }
    } catch (const std::exception& error) {
      report_(LogText(std::string("the outbox could not be emptied: exception ") + typeid(error).name()));
    }
    lock.lock();
  }
}

Outcome<void> Emptier::emptyLeft() {
  try {
    return empty(trail_.alone() ? 0 : kOnItsWay);
  } catch (const AuditError& error) {
    return refuse(FaultKind::auditUnavailable, {}, error.what());
  }
}

Outcome<void> Emptier::empty(int seconds) {
  for (;;) {
    auto posts = box_.oudste(kAtOnce, seconds);
    if (!posts) return tl::unexpected(std::move(posts).error());
    const auto found = static_cast<int>(posts->size());
    std::erase_if(*posts, [this](const isi::Auditpost& post) { return isUnreadable(post); });
    if (posts->empty()) return {};
    std::vector<Bytes<16>> wanted(posts->size());
    for (std::size_t at = 0; at < posts->size(); ++at) fromHex((*posts)[at].kenmerk, wanted[at]);
    const auto there = trail_.has(wanted);
    if (!there) return tl::unexpected(there.error());
    std::vector<std::string> done;
    for (std::size_t at = 0; at < posts->size(); ++at) {
      if (!(*there)[at]) {
        if (auto recorded = record((*posts)[at]); !recorded) return recorded;
      }
      done.push_back((*posts)[at].kenmerk);
    }
    if (auto forgotten = box_.vergeet(done); !forgotten) return forgotten;
    if (found < kAtOnce) return {};
  }
}

// It stays where it is, for people to look at, and keeps none of the others back.
bool Emptier::isUnreadable(const isi::Auditpost& post) {
  Bytes<16> kenmerk{};
  if (fromHex(post.kenmerk, kenmerk) && Outboxed::parse(post.aanzet)) return false;
  if (unreadable_.insert(post.kenmerk).second)
    report_(LogText("a post of the outbox cannot be read, and stays there: number " +
                    std::to_string(unreadable_.size()) + " of them"));
  return true;
}

Outcome<void> Emptier::record(const isi::Auditpost& post) {
  auto left = Outboxed::parse(post.aanzet);
  auto& why = left->entry.toelichting;
  why = (why ? *why + "; " : "") + "uit de uitbak: of het antwoord is aangekomen, is niet bekend";
  return trail_.keep(std::move(left->entry), post.betrokkenen, left->gebruiker);
}

}  // namespace cvsgw::audit
