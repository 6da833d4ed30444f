#include "gateway/audit/trail.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "gateway/audit/retention.hpp"
#include "gateway/audit/tail.hpp"
#include "gateway/domain/blocking.hpp"

namespace cvsgw::audit {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kRetryAfterSeconds = 5;
constexpr std::size_t kLargestBatch = 1000;
constexpr std::int64_t kRemovedAtOnce = 2000;
constexpr std::chrono::microseconds kLongestGathering{2000};
constexpr std::int64_t kLongestLeap = 7 * 86'400'000LL;
constexpr int kGatheringPerCommit = 2;  // longer costs more time than it saves

Fault faultOf(const std::string& cause) {
  return {FaultKind::auditUnavailable, {}, LogText(cause), {}, kRetryAfterSeconds};
}

tl::unexpected<Fault> unavailable(const std::string& cause) {
  return tl::unexpected(faultOf(cause));
}

int yearOf(std::int64_t milliseconds) {
  return std::stoi(dayOf(milliseconds).substr(0, 4));
}

}  // namespace

Trail::Trail(TrailSettings settings, const Clock& wallClock)
    : settings_(std::move(settings)), clock_(wallClock), keyring_(settings_.keys) {
  if (settings_.dient) presence_.emplace(settings_.file);
  open();
  thread_ = std::thread([this] { run(); });
}

// For the first time; nothing of this process stands there yet.
void Trail::open() {
  try {
    // Looked at before keys are made. Of two that start together the second finds the keys of the first.
    if (!(presence_ && presence_->others()) && beginsBesideKeys(settings_.file, settings_.keys))
      settings_.alarm(LogText(std::string(kBeganAnew)));
    reopen();
    indexNow();
  } catch (const TamperError& error) {
    settings_.alarm(LogText(error.what()));
    throw;
  }
}

Trail::~Trail() {
  {
    const std::lock_guard lock(lock_);
    stop_ = true;
    work_.notify_one();
  }
  thread_.join();
  try {
    if (chain_) tell(chain_->sign(now()));
  } catch (const AuditError& error) {
    down(error);
  }
}

std::int64_t Trail::now() const {
  return clock_.now().time_since_epoch().count();
}

Fault Trail::notDurable() {
  return faultOf("the audit record could not be written");
}

Outcome<void> Trail::keep(Entry entry, const std::vector<Bsn>& betrokkenen,
                          const std::optional<Pseudonym>& gebruiker, Done done) {
  if (!available()) return unavailable("the audit store fails");
  Waiting waiting;
  waiting.record.gebruiker = gebruiker;
  try {
    if (!betrokkenen.empty() || gebruiker) {
      const auto keys = keyring_.of(yearOf(entry.eind));
      entry.jaar = keys->year();
      if (!betrokkenen.empty()) entry.betrokkenen = keyring_.persons(*keys, betrokkenen);
    }
    waiting.record.digest = recordDigest(canonical(entry));
  } catch (const std::runtime_error& error) {
    return unavailable(error.what());
  }
  waiting.record.entry = std::move(entry);
  waiting.done = std::move(done);
  bool enough = false;
  {
    const std::lock_guard lock(lock_);
    if (stop_) return unavailable("the audit trail has stopped");
    queue_.push_back(std::move(waiting));
    enough = queue_.size() == wanted_;
  }
  // The thread is woken when it sleeps or when all that it waits for have come, not for each.
  if (enough) work_.notify_one();
  return {};
}

Outcome<void> Trail::keep(Entry entry, const std::vector<Bsn>& betrokkenen,
                          const std::optional<Pseudonym>& gebruiker) {
  const auto durable = std::make_shared<std::promise<bool>>();
  auto result = durable->get_future();
  if (auto taken =
          keep(std::move(entry), betrokkenen, gebruiker, [durable](bool ok) { durable->set_value(ok); });
      !taken)
    return taken;
  willBlock();
  if (!result.get()) return tl::unexpected(notDurable());
  return {};
}

Outcome<Pseudonym> Trail::user(const Entry& entry, const std::string& gebruikerkenmerk) {
  try {
    return keyring_.of(yearOf(entry.eind))->user(entry.sleutel.value_or(""), gebruikerkenmerk);
  } catch (const std::runtime_error& error) {
    return unavailable(error.what());
  }
}

Outcome<std::vector<bool>> Trail::has(const std::vector<Bytes<16>>& kenmerken) {
  try {
    Connection connection(settings_.file, Connection::Mode::read, settings_.busyMilliseconds);
    auto find = connection.prepare("SELECT 1 FROM verwerking WHERE uitbak = 1 AND kenmerk = ?1");
    std::vector<bool> out;
    for (const auto& kenmerk : kenmerken) {
      find.blob(1, view(kenmerk));
      out.push_back(find.step());
      find.reset();
    }
    return out;
  } catch (const AuditError& error) {
    return unavailable(error.what());
  }
}

Outcome<bool> Trail::knowsFile(const Digest& sha256) {
  try {
    // Rare (a part of three megabytes follows), so a connection of its own costs nothing that counts.
    Connection connection(settings_.file, Connection::Mode::read, settings_.busyMilliseconds);
    auto find = connection.prepare("SELECT 1 FROM verwerking WHERE bestand = ?1 AND naam = ?2 LIMIT 1");
    find.blob(1, view(sha256)).text(2, kFileMade);
    const bool found = find.step();
    find.reset();
    return found;
  } catch (const AuditError& error) {
    return unavailable(error.what());
  }
}

void Trail::run() {
  Batch batch;
  std::unique_lock lock(lock_);
  for (;;) {
    const bool going = gather(lock, batch);
    lock.unlock();
    if (!batch.empty()) {
      const bool durable = write(batch);
      // What an answer holds is freed by whoever sends it, not here.
      for (Waiting& waiting : batch) std::exchange(waiting.done, {})(durable);
      batch.clear();
    }
    if (going) look();
    lock.lock();
    if (!going && queue_.empty()) return;
  }
}

// Waits for records. Those that were answered together ask again together: waiting a moment for as many as
// came lately puts them into one transaction, where else two halves would wait for each other by turns.
bool Trail::gather(std::unique_lock<std::mutex>& lock, Batch& batch) {
  wanted_ = 1;
  work_.wait_for(lock, available_ ? settings_.tick : settings_.retry,
                 [&] { return stop_ || !queue_.empty(); });
  if (!stop_ && !queue_.empty() && queue_.size() < expected_) {
    wanted_ = expected_;
    const auto patience = std::min<Steady::duration>(kLongestGathering, kGatheringPerCommit * lastCommit_);
    work_.wait_for(lock, patience, [&] { return stop_ || queue_.size() >= wanted_; });
  }
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), kLargestBatch));
  batch.assign(std::move_iterator(queue_.begin()), std::move_iterator(end));
  queue_.erase(queue_.begin(), end);
  return !stop_;
}

bool Trail::write(const Batch& batch) {
  if (!chain_) return false;
  const auto begin = Steady::now();
  try {
    chain_->begin(now());
    for (const Waiting& waiting : batch) {
      const auto& entry = waiting.record.entry;
      const int year = static_cast<int>(entry.jaar);
      if (year != 0 && std::ranges::find(keysLaidDown_, year) == keysLaidDown_.end()) {
        if (!chain_->keysAre(year, keyring_.of(year)->fingerprint()))
          throw AuditError("the keys of " + std::to_string(year) +
                           " are not those that its records were made with");
        keysLaidDown_.push_back(year);
      }
      if (chain_->append(waiting.record))
        fresh_.add(entry.betrokkenen ? *entry.betrokkenen : std::string_view(), chain_->head().seq);
    }
    tell(chain_->commit());
    requireSameFile();  // after it: what was written to a file that has gone is not durable
  } catch (const std::exception& error) {
    down(error);
    return false;
  }
  lastCommit_ = Steady::now() - begin;
  // Forgotten slowly: one small batch must not begin a row of them.
  expected_ = std::max(batch.size(), (3 * expected_ + batch.size()) / 4);
  return true;
}

void Trail::down(const std::exception& error) {
  if (chain_) own_ = chain_->own();
  chain_.reset();
  keysLaidDown_.clear();
  fresh_ = Run();
  if (available_.exchange(false)) settings_.storing(LogText(error.what()));
  // Also when it failed for another reason before.
  if (dynamic_cast<const TamperError*>(&error) && !std::exchange(alarmed_, true))
    settings_.alarm(LogText(error.what()));
}

// SQLite writes on in a file that was taken away, and nobody would ever see it.
void Trail::requireSameFile() const {
  if (fileNow() != opened_)
    throw TamperError("audit.sqlite is not there any more, or another one is in its place");
}

std::optional<Trail::FileIdentity> Trail::fileNow() const {
  struct stat status {};
  if (::stat(settings_.file.c_str(), &status) != 0) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

void Trail::reopen() {
  // None is made in its place while this process has a trail: it may be put back.
  if (opened_ && !fileNow()) requireSameFile();
  auto signer = signerOf(settings_.file, settings_.keys, settings_.busyMilliseconds);
  chain_ = std::make_unique<Chain>(settings_.file, std::move(signer), settings_.signing,
                                   settings_.busyMilliseconds);
  opened_ = fileNow();
  chain_->remember(own_);
  if (presence_) chain_->serve(*presence_);
  const int year = yearOf(now());
  chain_->begin(now());
  // An empty trail has a position, too: one that was emptied has none.
  if (!chain_->lastCheckpoint()) chain_->mustSign();
  // Looked at before a key is made: a lost one must not be replaced unnoticed.
  if (chain_->knowsKeys(year)) YearKeys::read(settings_.keys, year);
  if (!chain_->keysAre(year, keyring_.of(year)->fingerprint()))
    throw AuditError("audit-" + std::to_string(year) +
                     ".sleutel is not the key that this year's records were made with");
  // Written for the sake of writing: a store that can only be read is no store.
  chain_->connection().run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
  tell(chain_->commit());
}

void Trail::look() {
  try {
    if (!chain_) {
      reopen();
      available_ = true;
      alarmed_ = false;
      settings_.hersteld();
    }
    requireSameFile();
    tell(chain_->tick(now()));
    if (fresh_.size() >= kRunPairs) indexNow();
    keepHouse();
  } catch (const std::exception& error) {
    down(error);
  }
}

void Trail::indexNow() {
  chain_->begin(now());
  auto& connection = chain_->connection();
  // Runs end where days end, so that a day can be removed with its runs.
  for (;;) {
    const auto from = indexedUpTo(connection) + 1;
    const auto dayEnd = connection.single(
        ("SELECT COALESCE(MIN(tot_seq), 0) FROM segment WHERE tot_seq >= " + std::to_string(from)).c_str());
    if (dayEnd > 0 ? !addRun(connection, dayEnd, true, &fresh_)
                   : !addRun(connection, chain_->head().seq, false, &fresh_))
      break;
  }
  tell(chain_->commit());
}

// What is signed away is gone for good: a clock that leapt must not decide it on its own. Within a week of a
// day on which something was signed, or on which this process looked, it is believed; else a day later.
void Trail::lookForExpired(std::int64_t now) {
  chain_->begin(now);
  auto& connection = chain_->connection();
  const bool believed = now - std::max(lastRound_, signedBeforeToday(connection, now)) <= kLongestLeap;
  if (believed) markExpired(*chain_, now, settings_.bewaardagen);
  const bool waits = !expiredDays(connection, now, settings_.bewaardagen).empty();
  tell(chain_->commit());
  lastRound_ = now;
  settings_.huishouding(waits);
}

// Once a day, and a little at a time: a day of a million records must not keep others waiting.
void Trail::keepHouse() {
  // A command may be there to hold the very day that is going.
  if (!settings_.dient) return;
  const auto today = dayOf(now());
  if (keptHouse_ != today) {
    indexNow();
    removing_ = true;
    lookForExpired(now());
    keptHouse_ = today;
  }
  if (!removing_) return;
  chain_->begin(now());
  removing_ = removeSome(chain_->connection(), kRemovedAtOnce);
  tell(chain_->commit());
}

void Trail::tell(const std::optional<Checkpoint>& kop) {
  if (kop) settings_.kop(*kop);
}

}  // namespace cvsgw::audit
