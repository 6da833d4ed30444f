// What the audit trail costs a read, part by part and as a whole, in microseconds of CPU (user and system, by
// getrusage: other load on the machine is not in it): audit_cost [RECORDS [CONNECTIONS]]
//
// The gateway has no switch that turns the trail off, so its cost is measured here, with records as a read of
// one person and a list of fifty signals make them, for so many clients that wait for each answer.
#include <stdlib.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/recorder.hpp"

namespace {

using namespace cvsgw;

constexpr int kPersons = 40;            // whom the reads ask for in turn, as in run.py
constexpr std::size_t kRequest = 1700;  // bytes
constexpr std::size_t kPerson = 9500;
constexpr std::size_t kList = 22000;

double cpuMicroseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec);
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

double each(int times, const std::function<void()>& part) {
  for (int n = 0; n < times / 10 + 1; ++n) part();
  const double begin = cpuMicroseconds();
  for (int n = 0; n < times; ++n) part();
  return (cpuMicroseconds() - begin) / times;
}

std::vector<Bsn> persons(std::size_t count) {
  std::vector<Bsn> out;
  for (int candidate = 999'900'000; out.size() < count; ++candidate) {
    if (const auto bsn = Bsn::parse(std::to_string(candidate))) out.push_back(*bsn);
  }
  return out;
}

/// A read as the pipeline hands it in.
struct Read {
  const char* name;
  std::size_t answerBytes;
  std::size_t persons;
};

/// A server in small: so many clients, each of whom asks again when its answer may leave, and as many workers
/// at work as the gateway has, who hand a record in and go on.
class Load {
 public:
  Load(audit::Recorder& recorder, Read read, const std::vector<Bsn>& persons, int records)
      : recorder_(recorder), read_(read), persons_(persons), left_(records) {}

  void run(int connections) {
    const double begin = cpuMicroseconds();
    const auto started = std::chrono::steady_clock::now();
    const int records = left_;
    asking_ = open_ = connections;
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < std::max(2U, std::thread::hardware_concurrency()); ++t)
      threads.emplace_back([this] { work(); });
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    std::printf("%-34s %4d %9.1f µs CPU %9.0f records/s\n", read_.name, connections,
                (cpuMicroseconds() - begin) / records, records / took.count());
  }

 private:
  void work() {
    std::unique_lock lock(lock_);
    for (;;) {
      change_.wait(lock, [this] { return asking_ > 0 || open_ == 0; });
      if (open_ == 0) return;
      --asking_;
      if (left_ == 0) {
        if (--open_ == 0) change_.notify_all();
        continue;
      }
      --left_;
      const std::size_t turn = turn_++;
      lock.unlock();
      keepOne(turn);
      lock.lock();
    }
  }

  void answered(bool durable) {
    if (!durable) std::abort();
    {
      const std::lock_guard lock(lock_);
      ++asking_;
    }
    change_.notify_one();
  }

  void keepOne(std::size_t turn) {
    auto draft = recorder_.begin(
        {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "127.0.0.1", {}, "0123456789abcdef"});
    draft.entry.sleutel = "CVSGWBENCHSLEUTEL1";
    draft.entry.label = "Bench";
    draft.entry.gemeente = "0363";
    draft.entry.messageId = "urn:uuid:8d1f0f2a-7a52-4b6e-a3cf-0123456789ab";
    draft.entry.vraag = audit::sha256(request_);
    const std::array named{persons_[turn % persons_.size()].value()};
    if (!recorder_.ready(draft, read_.name, named)) std::abort();
    for (std::size_t n = 0; n < read_.persons; ++n)
      draft.verantwoording.betrokkenen.add(persons_[(turn * read_.persons + n) % persons_.size()]);
    const auto taken = recorder_.keep(draft, {read_.name, answer_, nullptr, {}},
                                      [this](bool durable) { answered(durable); });
    if (!taken || !*taken) std::abort();
  }

  audit::Recorder& recorder_;
  const Read read_;
  const std::vector<Bsn>& persons_;
  const std::string request_ = std::string(kRequest, 'v');
  const std::string answer_ = std::string(read_.answerBytes, 'a');
  std::mutex lock_;
  std::condition_variable change_;
  std::size_t turn_ = 0;
  int asking_ = 0;
  int open_ = 0;
  int left_;
};

}  // namespace

int main(int argc, char** argv) {
  const int records = argc > 1 ? std::atoi(argv[1]) : 20'000;
  std::string folder = (std::filesystem::temp_directory_path() / "cvsgw-audit-cost-XXXXXX").string();
  if (!::mkdtemp(folder.data())) return 1;
  const SystemClock clock;
  {
    audit::TrailSettings settings;
    settings.file = std::filesystem::path(folder) / "audit.sqlite";
    settings.keys = folder;
    audit::Trail trail(settings, clock);
    audit::Recorder recorder(trail, clock, "urn:inburgering:cvs-isi:verwerking");

    const auto few = persons(kPersons);
    const auto many = persons(2000);
    audit::Keyring ring(folder);
    const auto keys = ring.of(2026);
    const std::string request(kRequest, 'v');
    const std::string person(kPerson, 'a');
    const std::string list(kList, 'a');
    const std::vector<Bsn> one(few.begin(), few.begin() + 1);
    const std::vector<Bsn> fifty(many.begin(), many.begin() + 50);
    audit::Entry entry;
    entry.betrokkenen = ring.persons(*keys, one);
    std::printf("parts, µs of CPU each\n");
    std::printf("%-34s %9.2f\n", "digest of a request", each(20'000, [&] { audit::sha256(request); }));
    std::printf("%-34s %9.2f\n", "digest of an answer, one person",
                each(20'000, [&] { audit::sha256(person); }));
    std::printf("%-34s %9.2f\n", "digest of an answer, fifty rows",
                each(10'000, [&] { audit::sha256(list); }));
    std::printf("%-34s %9.2f\n", "person, met before", each(100'000, [&] { ring.persons(*keys, one); }));
    std::printf("%-34s %9.2f\n", "person, new", each(10'000, [&] { keys->person(one.front()); }));
    std::printf("%-34s %9.2f\n", "fifty persons, met before",
                each(10'000, [&] { ring.persons(*keys, fifty); }));
    std::printf("%-34s %9.2f\n", "record's digest",
                each(50'000, [&] { audit::recordDigest(audit::canonical(entry)); }));
    std::printf("whole: from arrival until durable\n");
    std::vector<int> all{1, 8, 32};
    if (argc > 2) all = {std::atoi(argv[2])};
    for (const int connections : all) {
      Load(recorder, {"InburgeringWi2021/RaadpleegPersoon", kPerson, 1}, few,
           connections == 1 ? records / 10 : records)
          .run(connections);
      Load(recorder, {"InburgeringWi2021/ZoekSignalen", kList, 50}, many, records / 10).run(connections);
    }
  }
  std::filesystem::remove_all(folder);
  return 0;
}
