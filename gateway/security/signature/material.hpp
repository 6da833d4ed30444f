// What a signed listener needs: whose signatures it accepts and with what it signs, both replaceable at once.
#pragma once

#include <memory>
#include <mutex>

#include "gateway/security/signature/sign.hpp"
#include "gateway/security/signature/signer_trust.hpp"

namespace cvsgw::security::signature {

/// Immutable, but for what SignerTrust has found out.
struct Material {
  SignerTrust trust;
  AnswerSigner signer;
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
