// The day's totals of the budgets, kept over a restart.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "gateway/domain/fault.hpp"
#include "gateway/limits/budget.hpp"
#include "gateway/security/keys/database.hpp"

namespace cvsgw::limits {

inline constexpr std::string_view kUsageFileName = "verbruik.sqlite";

/// One row per group and day, of today and no other; numbers of persons never come here, not even hashed. A
/// thread of its own writes what has changed every second, so that no request waits for a disk; what the last
/// second before a crash used is given back. Threading: construct and destroy in one thread.
class UsageFile {
 public:
  /// Opens or makes the file (mode 0600) in `directory` and restores `budget` from it. Throws
  /// std::runtime_error. `trouble` is told when a write fails, once per trouble.
  UsageFile(const std::filesystem::path& directory, Budget& budget, Date today,
            std::function<void(const LogText&)> trouble);
  ~UsageFile();
  UsageFile(const UsageFile&) = delete;
  UsageFile& operator=(const UsageFile&) = delete;

  /// Writes now what has changed.
  void flush();

 private:
  void run();
  void write(const std::vector<Consumption>& rows);

  security::Database database_;
  Budget& budget_;
  std::function<void(const LogText&)> trouble_;
  std::vector<Consumption> waiting_;  ///< could not be written yet
  bool failing_ = false;
  std::mutex writing_;
  std::mutex lock_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace cvsgw::limits
