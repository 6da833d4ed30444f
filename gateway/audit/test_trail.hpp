// A trail in a folder of its own, for tests.
#pragma once

#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "gateway/audit/traceparent.hpp"
#include "gateway/audit/trail.hpp"
#include "gateway/audit/verify.hpp"

namespace cvsgw::audit {

/// A clock that a test moves.
class TestClock final : public Clock {
 public:
  Moment now() const override {
    ++asked;
    return Moment(std::chrono::milliseconds(milliseconds.load()));
  }
  mutable std::atomic<int> asked{0};
  std::atomic<std::int64_t> milliseconds{1'795'000'000'000};  // 2026-11-18
};

inline constexpr std::int64_t kDay = 86'400'000;

/// Waits until a condition holds; false when it never did.
inline bool eventually(const std::function<bool()>& holds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (std::chrono::steady_clock::now() < end) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return holds();
}

class TestTrail {
 public:
  TestTrail() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-audit-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  ~TestTrail() {
    trail.reset();
    std::filesystem::remove_all(folder);
  }
  TestTrail(const TestTrail&) = delete;
  TestTrail& operator=(const TestTrail&) = delete;

  std::filesystem::path file() const { return folder / "audit.sqlite"; }

  TrailSettings settings() const {
    TrailSettings out;
    out.file = file();
    out.keys = folder;
    out.busyMilliseconds = 50;
    out.retry = std::chrono::milliseconds(10);
    out.tick = std::chrono::milliseconds(10);
    return out;
  }
  Trail& open(TrailSettings settings) {
    trail.reset();
    trail = std::make_unique<Trail>(std::move(settings), clock);
    return *trail;
  }
  Trail& open() { return open(settings()); }

  /// A record as the pipeline would make it.
  Entry entry(const std::string& operation = "RaadpleegPersoon") const {
    Entry out;
    out.kenmerk = distinct<16>();
    const auto trace = traceOf({});
    out.traceId = trace.traceId;
    out.spanId = trace.spanId;
    out.bovenliggend = distinct<8>();
    out.naam = "InburgeringWi2021/" + operation;
    out.status = static_cast<std::int64_t>(Status::ok);
    out.begin = clock.milliseconds - 3;
    out.eind = clock.milliseconds;
    out.activiteit = "urn:test:InburgeringWi2021:" + operation;
    out.oin = "00000099000000001000";
    out.sleutel = "TESTSLEUTEL";
    out.label = "Test";
    out.certificaat = std::string(64, 'a');
    out.herkomst = "127.0.0.1";
    out.gemeente = "0363";
    out.resultaat = "Beantwoord";
    out.fout = "0000";
    out.messageId = "urn:uuid:1";
    out.referentie = "0123456789abcdef";
    out.vraag = Digest{1};
    out.antwoord = Digest{2};
    out.toelichting = "een toelichting";
    return out;
  }

  /// Waits until a trail that fails has looked again whether its store can be used.
  bool looksAgain() const {
    // It asks the time twice for a look, and may be in the middle of one.
    const int before = clock.asked;
    return eventually([&] { return clock.asked >= before + 4; });
  }

  VerifyReport check(std::optional<Checkpoint> laatste = {}) const {
    return verify({file(), Verifier::read(publicKeyFile(folder)), std::move(laatste)});
  }

  std::filesystem::path folder;
  TestClock clock;
  std::unique_ptr<Trail> trail;
};

/// Made-up persons of the range that is never given out: number 0, 1, 2 …
inline Bsn testPerson(int number) {
  for (int candidate = 999'900'000, found = 0;; ++candidate) {
    const auto bsn = Bsn::parse(std::to_string(candidate));
    if (bsn && found++ == number) return *bsn;
  }
}

}  // namespace cvsgw::audit
