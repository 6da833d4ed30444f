#include "gateway/security/keys/key_snapshot.hpp"

#include <algorithm>

namespace cvsgw::security {
namespace {

std::uint64_t nextGeneration() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

std::uint64_t work(ScryptCost cost) {
  return cost.n * cost.r * cost.p;
}

}  // namespace

KeySnapshot::KeySnapshot(std::map<std::string, StoredKey> keys, const KeySnapshot* before)
    : generation_(nextGeneration()) {
  if (!keys.empty()) {
    const auto cost = [](const auto& named) { return work(named.second.cost); };
    dearest_ = std::ranges::max_element(keys, {}, cost)->second.cost;
  }
  for (auto& [name, stored] : keys) {
    auto entry = std::make_shared<KeyEntry>();
    entry->salt = stored.salt;
    entry->cost = stored.cost;
    for (size_t i = 0; i < stored.hashes.size(); ++i) {
      const PasswordRecord& password = stored.record.wachtwoorden[i];
      auto& usage = usage_[password.id];
      const auto known = before == nullptr ? usage_.end() : before->usage_.find(password.id);
      usage = before == nullptr || known == before->usage_.end() ? std::make_shared<PasswordUsage>()
                                                                 : known->second;
      entry->passwords.push_back({password.id, stored.hashes[i], password.geldigTot, usage});
    }
    for (const auto& [gemeente, rollen] : stored.record.toekenningen) {
      for (const Rol rol : kRollen) {
        if (rollen.has(rol)) entry->anywhere.add(rol);
      }
    }
    entry->record = std::move(stored.record);
    if (entry->record.oin) byOin_.emplace(entry->record.oin->value(), entry);
    keys_.emplace(name, std::move(entry));
  }
}

std::shared_ptr<const KeyEntry> KeySnapshot::find(std::string_view applicatiesleutel) const {
  const auto found = keys_.find(applicatiesleutel);
  return found == keys_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<const KeyEntry>> KeySnapshot::findByOin(const Oin& oin) const {
  std::vector<std::shared_ptr<const KeyEntry>> found;
  const auto [begin, end] = byOin_.equal_range(oin.value());
  for (auto at = begin; at != end; ++at) found.push_back(at->second);
  return found;
}

}  // namespace cvsgw::security
