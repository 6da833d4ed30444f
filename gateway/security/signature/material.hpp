// What a signed listener needs: whose signatures it accepts and with what it signs, both replaceable at once.
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

#include "gateway/security/signature/sign.hpp"
#include "gateway/security/signature/signer_trust.hpp"

namespace cvsgw::security::signature {

/// A key of ours that requests were encrypted to, and the end of the certificate that it was known by.
struct DecryptionKey {
  std::shared_ptr<EVP_PKEY> key;
  Moment until;
};

/// How many keys a request is tried with at most: each costs what the answer's signature costs.
inline constexpr std::size_t kMostDecryptionKeys = 3;

/// `own`, and behind it those of `before` that are other keys and whose certificate has not ended: who renews
/// his certificate has partners that encrypt to the former one for a while.
inline std::vector<DecryptionKey> keysAfter(const std::vector<DecryptionKey>& before, DecryptionKey own,
                                            Moment now) {
  std::vector<DecryptionKey> keys{std::move(own)};
  for (const DecryptionKey& former : before) {
    if (keys.size() < kMostDecryptionKeys && now < former.until &&
        EVP_PKEY_eq(former.key.get(), keys.front().key.get()) != 1)
      keys.push_back(former);
  }
  return keys;
}

/// Immutable, but for what SignerTrust has found out.
struct Material {
  SignerTrust trust;
  AnswerSigner signer;
  std::vector<DecryptionKey> decryption;  ///< our own first; empty where nothing is encrypted

  std::vector<std::shared_ptr<EVP_PKEY>> decryptionKeys(Moment now) const {
    std::vector<std::shared_ptr<EVP_PKEY>> keys;
    for (const DecryptionKey& each : decryption) {
      if (keys.empty() || now < each.until) keys.push_back(each.key);
    }
    return keys;
  }
};

/// The material in force. Threading: any number of threads at once; who got one keeps it as long as he holds
/// it.
class LiveMaterial {
 public:
  /// Null before the first replace().
  std::shared_ptr<const Material> current() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }
  void replace(std::shared_ptr<const Material> material) {
    const std::lock_guard lock(mutex_);
    current_ = std::move(material);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Material> current_;
};

}  // namespace cvsgw::security::signature
