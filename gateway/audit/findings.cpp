#include "gateway/audit/findings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cvsgw::audit {

void Findings::keep(Kind& kind, std::string text) {
  if (kind.first.size() < most_) kind.first.push_back({signatures_.count + others_.count, std::move(text)});
  ++kind.count;
}

void Findings::signature(bool good, std::string text) {
  if (good)
    ++held_;
  else
    keep(signatures_, std::move(text));
}

std::vector<std::string> Findings::first() const {
  std::vector<Finding> all = others_.first;
  if (otherKey())
    all.push_back({-1, "geen van de " + std::to_string(signatures_.count) +
                           " handtekeningen klopt met deze publieke sleutel: het is een andere dan die van "
                           "dit spoor, of het hele spoor is met een andere sleutel ondertekend"});
  else
    std::ranges::copy(signatures_.first, std::back_inserter(all));
  std::ranges::sort(all, {}, &Finding::at);
  std::vector<std::string> out;
  for (auto& each : all)
    if (out.size() < most_) out.push_back(std::move(each.text));
  return out;
}

}  // namespace cvsgw::audit
