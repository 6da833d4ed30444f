#include "gateway/audit/strangers.hpp"

#include <algorithm>

namespace cvsgw::audit {

std::string Summary::text() const {
  return std::to_string(berichten) + " mislukte aanmeldingen van ten minste " + std::to_string(bronnen) +
         " bronadressen, alleen geteld";
}

bool Strangers::admit(const std::string& source, std::int64_t now) {
  const std::lock_guard lock(lock_);
  // A period that has something to tell waits for take().
  if (counted_ == 0 && over(now)) {
    begin_ = now;
    admitted_ = 0;
    sources_.clear();
  }
  const bool room = sources_.size() < kSources;
  int& mine = sources_[room || sources_.contains(source) ? source : std::string()];
  if (++mine <= limits_.perSource && admitted_ < limits_.together) {
    ++admitted_;
    return true;
  }
  ++counted_;
  return false;
}

std::optional<Summary> Strangers::take(std::int64_t now, bool whatever) {
  const std::lock_guard lock(lock_);
  if (counted_ == 0 || (!whatever && !over(now))) return std::nullopt;
  const Summary out{begin_, now, counted_,
                    static_cast<std::int64_t>(std::ranges::count_if(
                        sources_, [&](const auto& each) { return each.second > limits_.perSource; }))};
  counted_ = 0;
  begin_ = now;
  admitted_ = 0;
  sources_.clear();
  return out;
}

}  // namespace cvsgw::audit
