// What the audit trail costs a read, part by part and as a whole, in microseconds of CPU (user and system, by
// getrusage: other load on the machine is not in it): audit_cost [RECORDS [CONNECTIONS]]
//
// The gateway has no switch that turns the trail off, so its cost is measured here, with records as a read of
// one person and a list of fifty signals make them, from as many threads as there are connections.
#include <stdlib.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <semaphore>
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

void keepOne(audit::Recorder& recorder, const Read& read, const std::vector<Bsn>& all, std::size_t turn,
             const std::string& request, const std::string& answer) {
  auto draft = recorder.begin(
      {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "127.0.0.1", {}, "0123456789abcdef"});
  draft.entry.sleutel = "CVSGWBENCHSLEUTEL1";
  draft.entry.label = "Bench";
  draft.entry.gemeente = "0363";
  draft.entry.messageId = "urn:uuid:8d1f0f2a-7a52-4b6e-a3cf-0123456789ab";
  draft.entry.vraag = audit::sha256(request);
  if (!recorder.ready(draft, read.name,
                      "<w21:RaadpleegPersoon><w21:bsn>" + all[turn % all.size()].value() +
                          "</w21:bsn></w21:RaadpleegPersoon>"))
    std::abort();
  for (std::size_t n = 0; n < read.persons; ++n)
    draft.verantwoording.betrokkenen.add(all[(turn * read.persons + n) % all.size()]);
  // A thread stands for a client: it asks again when it has its answer. The gateway's own threads go on.
  std::binary_semaphore durable(0);
  const auto taken = recorder.keep(draft, {read.name, answer, nullptr, {}}, [&durable](bool ok) {
    if (!ok) std::abort();
    durable.release();
  });
  if (!taken || !*taken) std::abort();
  durable.acquire();
}

void whole(audit::Recorder& recorder, const Read& read, const std::vector<Bsn>& all, int connections,
           int records) {
  const std::string request(kRequest, 'v');
  const std::string answer(read.answerBytes, 'a');
  const double begin = cpuMicroseconds();
  const auto started = std::chrono::steady_clock::now();
  std::vector<std::thread> threads;
  for (int t = 0; t < connections; ++t) {
    threads.emplace_back([&, t] {
      for (int n = t; n < records; n += connections)
        keepOne(recorder, read, all, static_cast<std::size_t>(n), request, answer);
    });
  }
  for (auto& thread : threads) thread.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  std::printf("%-34s %4d %9.1f µs CPU %9.0f records/s\n", read.name, connections,
              (cpuMicroseconds() - begin) / records, records / took.count());
}

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
      whole(recorder, {"InburgeringWi2021/RaadpleegPersoon", kPerson, 1}, few, connections,
            connections == 1 ? records / 10 : records);
      whole(recorder, {"InburgeringWi2021/ZoekSignalen", kList, 50}, many, connections, records / 10);
    }
  }
  std::filesystem::remove_all(folder);
  return 0;
}
