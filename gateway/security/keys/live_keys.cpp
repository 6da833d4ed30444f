#include "gateway/security/keys/live_keys.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <sys/stat.h>

#include "gateway/security/keys/private_file.hpp"

namespace cvsgw::security {

LiveKeys::FileIdentity LiveKeys::identityOf(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) throw DatabaseError("the file is not there");
  return {status.st_dev, status.st_ino};
}

KeyOutcome<std::unique_ptr<LiveKeys>> LiveKeys::open(const std::filesystem::path& dataDirectory,
                                                     LiveKeysSettings settings) {
  auto directory = openKeyDirectory(dataDirectory);
  if (!directory) return tl::unexpected(std::move(directory).error());
  try {
    return std::unique_ptr<LiveKeys>(new LiveKeys(*std::move(directory), std::move(settings)));
  } catch (const std::exception& error) {
    return keyError(KeyErrorKind::storeUnavailable,
                    (dataDirectory / kKeyDatabaseName).string() + ": " + error.what());
  }
}

LiveKeys::LiveKeys(KeyDirectory directory, LiveKeysSettings settings)
    : path_(directory.path),
      settings_(std::move(settings)),
      hasher_(std::move(directory.hasher)),
      pepperFingerprint_(std::move(directory.pepperFingerprint)),
      database_(std::move(directory.database)),
      identity_(identityOf(path_ / kKeyDatabaseName)),
      snapshot_(std::make_shared<const KeySnapshot>()) {
  reload();
  thread_ = std::thread([this] { run(); });
}

LiveKeys::~LiveKeys() {
  {
    const std::lock_guard lock(stopLock_);
    stop_ = true;
  }
  stopSignal_.notify_all();
  thread_.join();
}

std::shared_ptr<const KeySnapshot> LiveKeys::current() const {
  const std::lock_guard lock(snapshotLock_);
  return snapshot_;
}

void LiveKeys::run() {
  auto nextFlush = std::chrono::steady_clock::now() + settings_.flush;
  for (bool last = false; !last;) {
    {
      std::unique_lock lock(stopLock_);
      last = stopSignal_.wait_for(lock, settings_.poll, [this] { return stop_; });
    }
    try {
      follow();
      if (!following_.exchange(true)) settings_.report(LogText("the key store can be read again"));
    } catch (const std::exception& error) {
      if (following_.exchange(false))
        settings_.report(
            LogText(std::string("the key store cannot be followed, the last known keys stay in use: ") +
                    error.what()));
    }
    if (!following_ || (!last && std::chrono::steady_clock::now() < nextFlush)) continue;
    nextFlush = std::chrono::steady_clock::now() + settings_.flush;
    // Who used what is for the operator's overview: that it cannot be stored keeps nobody out.
    try {
      flush();
      unstored_ = false;
    } catch (const std::exception& error) {
      if (!std::exchange(unstored_, true))
        settings_.report(LogText(std::string("the last use of keys cannot be stored: ") + error.what()));
    }
  }
}

void LiveKeys::follow() {
  const std::filesystem::path file = path_ / kKeyDatabaseName;
  const FileIdentity identity = identityOf(file);
  if (identity != identity_) {
    // A store that was put back from elsewhere has to pass everything that a start would ask of it.
    auto replaced = openKeyDirectory(path_);
    if (!replaced) throw DatabaseError(replaced.error().text);
    if (replaced->pepperFingerprint != pepperFingerprint_)
      throw DatabaseError("store and pepper were both replaced, which takes a restart");
    database_ = std::move(replaced->database);
    identity_ = identity;
    dataVersion_ = -1;
  }
  if (database_.pragma("data_version") != dataVersion_) reload();
}

void LiveKeys::reload() {
  // The version is taken first: a commit between the two lines is seen as a change once more, and never
  // missed.
  const std::int64_t version = database_.pragma("data_version");
  const Transaction transaction(database_, Transaction::Kind::read);
  auto fresh = std::make_shared<const KeySnapshot>(readKeys(database_), current().get());
  const std::lock_guard lock(snapshotLock_);
  snapshot_ = std::move(fresh);
  dataVersion_ = version;
}

// On this thread's own connection, whose commits do not count as a change for `data_version`.
void LiveKeys::flush() {
  const auto snapshot = current();
  const auto used = [](const auto& named) { return named.second->lastUsed.load() != 0; };
  if (std::ranges::none_of(snapshot->usage(), used)) return;
  struct Taken {
    PasswordUsage& usage;
    std::int64_t lastUsed;
    std::int64_t timesAsOld;
  };
  std::vector<Taken> taken;
  try {
    Transaction transaction(database_, Transaction::Kind::write);
    for (const auto& [id, usage] : snapshot->usage()) {
      const std::int64_t lastUsed = usage->lastUsed.exchange(0);
      if (lastUsed == 0) continue;
      const auto& row = taken.emplace_back(Taken{*usage, lastUsed, usage->timesAsOld.exchange(0)});
      database_
          .prepare(
              "UPDATE wachtwoord SET laatst_gebruikt_op = ?, keer_gebruikt_als_oud = keer_gebruikt_als_oud + "
              "? WHERE wachtwoord_id = ?")
          .bind(1, row.lastUsed)
          .bind(2, row.timesAsOld)
          .bind(3, id)
          .run();
    }
    transaction.commit();
  } catch (...) {
    // Kept for the next time, unless the password was used again meanwhile.
    for (const auto& row : taken) {
      std::int64_t none = 0;
      row.usage.lastUsed.compare_exchange_strong(none, row.lastUsed);
      row.usage.timesAsOld += row.timesAsOld;
    }
    throw;
  }
}

}  // namespace cvsgw::security
