// The audit trail of a gateway that serves: workers hand in records and wait until they are durable
// (docs/decisions/no-answer-leaves-before-its-audit-record-is-durable.md).
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "gateway/audit/chain.hpp"
#include "gateway/audit/finder.hpp"
#include "gateway/audit/keyring.hpp"
#include "gateway/domain/clock.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::audit {

/// The name of the record of a file version, with everyone who stands in it.
inline constexpr std::string_view kFileMade = "cvsgw/BestandGemaakt";

struct TrailSettings {
  std::filesystem::path file;  ///< audit.sqlite
  std::filesystem::path keys;  ///< folder of the key files
  int bewaardagen = 1096;
  SigningRules signing;
  bool dient = true;  ///< a gateway that serves; false: a command beside one, which signs what it appends at
                      ///< once and leaves the house to the gateway
  int busyMilliseconds = 2000;  ///< how long another process may hold the store
  std::chrono::milliseconds retry{500};
  std::chrono::milliseconds tick{1000};
  /// Called by the trail's thread: once when the store fails, once when it is there again.
  std::function<void(const LogText&)> storing = [](const LogText&) {};
  std::function<void()> hersteld = [] {};
  /// Somebody else wrote in the store, or took it away: an incident (R80).
  std::function<void(const LogText&)> alarm = [](const LogText&) {};
  /// Each day, when expired days were looked for; true: some would go, and stay until the clock has been
  /// about where it is for a day.
  std::function<void(bool gewacht)> huishouding = [](bool) {};
  /// Every signed position, to be kept where this machine cannot change it.
  std::function<void(const Checkpoint&)> kop = [](const Checkpoint&) {};
};

/// One thread writes: all records that wait go into one transaction, which becomes durable once for all of
/// them. Threading: keep() and available() from any thread.
class Trail {
 public:
  /// Opens or makes the store and its keys. Throws AuditError.
  Trail(TrailSettings settings, const Clock& wallClock);
  Trail(const Trail&) = delete;
  Trail& operator=(const Trail&) = delete;
  /// Writes what waits, and signs.
  ~Trail();

  /// Called once, by the trail's thread, for which all others wait: it may take no time and throw nothing.
  /// False: the record is not durable, and nothing may be answered.
  using Done = std::function<void(bool durable)>;

  /// Hands the record in. `done` follows, maybe before this returns; with a fault (auditUnavailable) it does
  /// not. Fills in what the keys make of the persons (each once).
  Outcome<void> keep(Entry entry, const std::vector<Bsn>& betrokkenen,
                     const std::optional<Pseudonym>& gebruiker, Done done);
  /// The same for whoever has nothing better to do than wait: returns when the record is durable.
  Outcome<void> keep(Entry entry, const std::vector<Bsn>& betrokkenen = {},
                     const std::optional<Pseudonym>& gebruiker = {});
  /// Whether no other gateway serves from this trail. Throws AuditError.
  bool alone() const { return !presence_ || !presence_->others(); }
  /// What the keys make of the user behind a record, with the keys of the year in which it ends.
  Outcome<Pseudonym> user(const Entry& entry, const std::string& gebruikerkenmerk);
  static Fault notDurable();
  /// False while the store is known to fail: do nothing that would have to be recorded.
  bool available() const { return available_.load(std::memory_order_acquire); }
  /// Whether there are records of the outbox with these `kenmerk`s.
  Outcome<std::vector<bool>> has(const std::vector<Bytes<16>>& kenmerken);
  /// Whether the persons of a file version were recorded.
  Outcome<bool> knowsFile(const Digest& sha256);

 private:
  struct Waiting {
    Prepared record;
    Done done;
  };
  using Batch = std::vector<Waiting>;
  void run();
  bool gather(std::unique_lock<std::mutex>& lock, Batch& batch);
  bool write(const Batch& batch);
  void look();
  void open();
  void reopen();
  /// What tells one file from another in its place.
  using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;
  std::optional<FileIdentity> fileNow() const;
  void requireSameFile() const;
  void keepHouse();
  void lookForExpired(std::int64_t now);
  void indexNow();
  void tell(const std::optional<Checkpoint>& kop);
  void down(const std::exception& error);
  std::int64_t now() const;

  const TrailSettings settings_;
  const Clock& clock_;
  Keyring keyring_;
  std::optional<Presence> presence_;
  // The thread's own.
  std::unique_ptr<Chain> chain_;
  std::chrono::steady_clock::duration lastCommit_{};
  std::size_t expected_ = 0;
  Run fresh_;                   ///< persons of the records behind the last run of the index
  std::string keptHouse_;       ///< the day on which expired days were looked for
  std::int64_t lastRound_ = 0;  ///< the moment of it
  bool removing_ = true;
  std::vector<int> keysLaidDown_;
  Head own_;  ///< where the chain stood when it failed
  std::optional<FileIdentity> opened_;
  bool alarmed_ = false;  ///< since the store was last there

  std::atomic<bool> available_{true};
  std::mutex lock_;
  std::condition_variable work_;
  Batch queue_;
  std::size_t wanted_ = 1;  ///< how many must wait before the thread is woken
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace cvsgw::audit
