#include "gateway/audit/emptier.hpp"

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
    if (trail_.available()) {
      if (auto done = empty(kOnItsWay); !done) report_(done.error().log);
    }
    lock.lock();
  }
}

Outcome<void> Emptier::empty(int seconds) {
  for (;;) {
    auto posts = box_.oudste(kAtOnce, seconds);
    if (!posts) return tl::unexpected(std::move(posts).error());
    if (posts->empty()) return {};
    std::vector<Bytes<16>> wanted(posts->size());
    for (std::size_t at = 0; at < posts->size(); ++at)
      if (!fromHex((*posts)[at].kenmerk, wanted[at]))
        return refuse(FaultKind::internal, {}, "a post of the outbox cannot be read");
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
    if (static_cast<int>(posts->size()) < kAtOnce) return {};
  }
}

Outcome<void> Emptier::record(const isi::Auditpost& post) {
  auto left = Outboxed::parse(post.aanzet);
  if (!left) return refuse(FaultKind::internal, {}, "a post of the outbox cannot be read");
  auto& why = left->entry.toelichting;
  why = (why ? *why + "; " : "") + "uit de uitbak: of het antwoord is aangekomen, is niet bekend";
  return trail_.keep(std::move(left->entry), post.betrokkenen, left->gebruiker);
}

}  // namespace cvsgw::audit
