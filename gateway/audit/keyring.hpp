// The year keys while a gateway serves, and the persons that they were used for.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "gateway/audit/keys.hpp"

namespace cvsgw::audit {

/// Threading: any thread.
class Keyring {
 public:
  explicit Keyring(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The keys of a year, made when the year is new. Throws AuditError.
  std::shared_ptr<const YearKeys> of(int year);
  /// These persons (each once) as a record holds them, in the order of their pseudonyms. A person's pseudonym
  /// and cipher text are remembered: a list of fifty persons costs fifty look-ups.
  std::string persons(const YearKeys& keys, const std::vector<Bsn>& bsns);

 private:
  struct Slot {
    std::uint32_t bsn = 0;  // 0: empty; no BSN is 0
    std::int32_t year = 0;
    Person person{};
  };
  Person person(const YearKeys& keys, const Bsn& bsn);

  static constexpr std::size_t kSlots = std::size_t{1} << 15;
  static constexpr std::size_t kLocks = 64;
  const std::filesystem::path folder_;
  std::mutex lock_;
  std::map<int, std::shared_ptr<const YearKeys>> keys_;
  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
  std::array<std::mutex, kLocks> slotLocks_;
};

}  // namespace cvsgw::audit
