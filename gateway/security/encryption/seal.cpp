#include "gateway/security/encryption/seal.hpp"

#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>

#include "gateway/security/base64.hpp"
#include "gateway/security/encryption/algorithms.hpp"
#include "gateway/security/signature/names.hpp"

namespace cvsgw::security::encryption {
namespace {

constexpr std::string_view kThumbprint =
    "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";

std::string thumbprint(const X509& certificate) {
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  unsigned int size = 0;
  X509_digest(&certificate, EVP_sha1(), digest.data(), &size);
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string method(const Algorithms& algorithms) {
  std::string text = "<xenc:EncryptionMethod Algorithm=\"" + algorithms.key +
                     "\"><ds:DigestMethod xmlns:ds=\"" + std::string(signature::kDsig) + "\" Algorithm=\"" +
                     algorithms.digest + "\"/>";
  if (!algorithms.mask.empty()) {
    text +=
        "<xenc11:MGF xmlns:xenc11=\"" + std::string(kXenc11) + "\" Algorithm=\"" + algorithms.mask + "\"/>";
  }
  return text + "</xenc:EncryptionMethod>";
}

std::string cipherData(std::string_view bytes) {
  return "<xenc:CipherData><xenc:CipherValue>" + base64(bytes) + "</xenc:CipherValue></xenc:CipherData>";
}

}  // namespace

Outcome<Recipient> recipientOf(const signature::Signer& signer, Algorithms algorithms) {
  if ((X509_get_key_usage(signer.certificate.get()) & KU_KEY_ENCIPHERMENT) == 0)
    return refuse(FaultKind::securityHeaderMissing, {}, "the signer's keyUsage has no keyEncipherment");
  return Recipient{signer, std::move(algorithms)};
}

SealedContent seal(std::string_view content, const Recipient& recipient) {
  const auto known = lookUp(recipient.algorithms);
  if (!known) throw std::runtime_error("an answer in algorithms that no request had");
  const std::string key = randomKey(known->keyBytes);
  SealedContent sealed;
  sealed.encryptedKey =
      "<xenc:EncryptedKey xmlns:xenc=\"" + std::string(kXenc) + "\" Id=\"Key\">" +
      method(recipient.algorithms) + "<ds:KeyInfo xmlns:ds=\"" + std::string(signature::kDsig) +
      "\"><wsse:SecurityTokenReference><wsse:KeyIdentifier EncodingType=\"" +
      std::string(signature::kBase64Binary) + "\" ValueType=\"" + std::string(kThumbprint) + "\">" +
      thumbprint(*recipient.signer.certificate) +
      "</wsse:KeyIdentifier></wsse:SecurityTokenReference></ds:KeyInfo>" +
      cipherData(wrapKey(key, *recipient.signer.key, *known)) +
      "<xenc:ReferenceList><xenc:DataReference URI=\"#Data\"/></xenc:ReferenceList></xenc:EncryptedKey>";
  sealed.encryptedData = "<xenc:EncryptedData xmlns:xenc=\"" + std::string(kXenc) + "\" Id=\"Data\" Type=\"" +
                         std::string(kContent) + "\"><xenc:EncryptionMethod Algorithm=\"" +
                         recipient.algorithms.data + "\"/>" + cipherData(encipher(content, key, *known)) +
                         "</xenc:EncryptedData>";
  return sealed;
}

}  // namespace cvsgw::security::encryption
