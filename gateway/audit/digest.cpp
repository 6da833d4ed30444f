#include "gateway/audit/digest.hpp"

#include <openssl/evp.h>

#include <memory>
#include <span>
#include <stdexcept>

#include "gateway/domain/hex.hpp"

namespace cvsgw::audit {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeMethod {
  void operator()(EVP_MD* method) const { EVP_MD_free(method); }
};

EVP_MD* method() {
  static const std::unique_ptr<EVP_MD, FreeMethod> kMethod(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  return kMethod.get();
}

}  // namespace

Digest sha256(std::initializer_list<std::string_view> parts) {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  bool ok = context && EVP_DigestInit_ex2(context.get(), method(), nullptr) == 1;
  for (const auto part : parts) ok = ok && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
  Digest digest{};
  ok = ok && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
  if (!ok) throw std::runtime_error("SHA-256 is not available from OpenSSL");
  return digest;
}

std::string hex(std::string_view bytes) {
  return toHex({static_cast<const std::uint8_t*>(static_cast<const void*>(bytes.data())), bytes.size()});
}

bool fromHex(std::string_view text, std::uint8_t* out, std::size_t size) {
  return cvsgw::fromHex(text, std::span(out, size));
}

}  // namespace cvsgw::audit
