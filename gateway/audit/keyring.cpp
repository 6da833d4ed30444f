#include "gateway/audit/keyring.hpp"

#include <algorithm>
#include <charconv>

namespace cvsgw::audit {

std::shared_ptr<const YearKeys> Keyring::of(int year) {
  const std::lock_guard lock(lock_);
  auto& found = keys_[year];
  if (!found) found = std::make_shared<const YearKeys>(YearKeys::readOrCreate(folder_, year));
  return found;
}

Person Keyring::person(const YearKeys& keys, const Bsn& bsn) {
  std::uint32_t number = 0;
  const auto& text = bsn.value();
  std::from_chars(text.data(), text.data() + text.size(), number);
  // The digits of neighbours differ little; the multiplication spreads them.
  const std::size_t at = (number * 2654435761U) >> 17;
  Slot& slot = slots_[at];
  {
    const std::lock_guard lock(slotLocks_[at % kLocks]);
    if (slot.bsn == number && slot.year == keys.year()) return slot.person;
  }
  const Person fresh = keys.person(bsn);
  const std::lock_guard lock(slotLocks_[at % kLocks]);
  slot = {number, keys.year(), fresh};
  return fresh;
}

std::string Keyring::persons(const YearKeys& keys, const std::vector<Bsn>& bsns) {
  std::vector<Person> all;
  all.reserve(bsns.size());
  for (const auto& bsn : bsns) all.push_back(person(keys, bsn));
  std::ranges::sort(all);
  std::string out;
  out.reserve(all.size() * kPersonBytes);
  for (const auto& each : all) out.append(view(each));
  return out;
}

}  // namespace cvsgw::audit
