// The keys of a running gateway: follows the store, so that what the operator changes holds within a second.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "gateway/domain/fault.hpp"
#include "gateway/security/keys/key_directory.hpp"
#include "gateway/security/keys/key_snapshot.hpp"

namespace cvsgw::security {

struct LiveKeysSettings {
  std::chrono::milliseconds poll{250};      ///< how often the store is asked whether it changed
  std::chrono::milliseconds flush{60'000};  ///< how often the use of passwords is written to it
  /// Told once when the store cannot be followed, and once when it can again; and once when the use of
  /// passwords cannot be written. Called from LiveKeys' own
  /// thread.
  std::function<void(const LogText&)> report = [](const LogText&) {};
};

/// One thread polls the store: `PRAGMA data_version` sees every commit of another connection, in this process
/// or another, and a look at the file sees that it was replaced (to put a backup back, remove `-wal` and
/// `-shm` first, as always with SQLite). While the store cannot be read the last snapshot stays in use.
/// Threading: all members are safe from any thread.
class LiveKeys final : public KeySource {
 public:
  static KeyOutcome<std::unique_ptr<LiveKeys>> open(const std::filesystem::path& dataDirectory,
                                                    LiveKeysSettings settings = {});
  LiveKeys(const LiveKeys&) = delete;
  LiveKeys& operator=(const LiveKeys&) = delete;
  /// Writes the use of passwords a last time.
  ~LiveKeys() override;

  std::shared_ptr<const KeySnapshot> current() const override;
  const PasswordHasher& hasher() const { return *hasher_; }
  /// False while the store cannot be followed: changes of the operator do not arrive. For /readyz.
  bool following() const { return following_; }

 private:
  /// What tells one file from its replacement.
  struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const FileIdentity&) const = default;
  };
  LiveKeys(KeyDirectory directory, LiveKeysSettings settings);
  static FileIdentity identityOf(const std::filesystem::path& file);
  void run();
  void follow();
  void reload();
  void flush();

  const std::filesystem::path path_;
  const LiveKeysSettings settings_;
  const std::shared_ptr<const PasswordHasher> hasher_;
  const std::string pepperFingerprint_;
  // Used by the thread alone once it runs.
  Database database_;
  FileIdentity identity_;
  std::int64_t dataVersion_ = -1;
  bool unstored_ = false;  ///< the last use of passwords, and it was told

  std::atomic<bool> following_{true};
  mutable std::mutex snapshotLock_;
  std::shared_ptr<const KeySnapshot> snapshot_;
  std::mutex stopLock_;
  std::condition_variable stopSignal_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace cvsgw::security
