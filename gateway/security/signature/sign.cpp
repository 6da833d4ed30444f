#include "gateway/security/signature/sign.hpp"

#include <openssl/err.h>
#include <openssl/sha.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <vector>

#include "gateway/security/base64.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/names.hpp"
#include "gateway/security/signature/timestamp.hpp"

namespace cvsgw::security::signature {
namespace {

constexpr std::chrono::minutes kLife{5};
constexpr std::string_view kBodyId = "Body";
// Declared above their use in the Body: by reply::writeBody (g) and for the faultcode's text (wsa, wsse).
constexpr std::string_view kInclusivePrefixes = "g wsa wsse";

// xmlns:wsu and wsu:Id, in the order that canonical XML has them.
std::string idAttribute(std::string_view id) {
  return std::string(" xmlns:wsu=\"").append(kSecurityUtility).append("\" wsu:Id=\"").append(id).append("\"");
}

std::string digestOf(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

// The envelope as it grows, and the references to what has been written.
class Writer {
 public:
  explicit Writer(std::size_t bodySize) { out_.reserve(bodySize + 8192); }

  std::string& out() { return out_; }

  /// From here on a part is written that signedAs() ends.
  std::size_t begin() const { return out_.size(); }
  void signedAs(std::size_t begin, std::string_view id) {
    refer(id, digestOf(std::string_view(out_).substr(begin)));
  }
  void refer(std::string_view id, std::string digest) {
    references_.push_back({std::string(id), std::move(digest)});
  }

  std::string signedInfo() const {
    std::string text =
        method("<ds:SignedInfo xmlns:ds=\"" + std::string(kDsig) + "\"><ds:", "CanonicalizationMethod",
               kExclusiveC14n) +
        method("<ds:", "SignatureMethod", kSignatures.front().uri);
    for (const Reference& reference : references_) {
      text.append("<ds:Reference URI=\"#").append(reference.id).append("\"><ds:Transforms>");
      text.append("<ds:Transform Algorithm=\"").append(kExclusiveC14n).append("\">");
      if (reference.id == kBodyId) {
        text.append("<ec:InclusiveNamespaces xmlns:ec=\"").append(kExclusiveC14n);
        text.append("\" PrefixList=\"").append(kInclusivePrefixes).append("\"></ec:InclusiveNamespaces>");
      }
      text.append("</ds:Transform></ds:Transforms>");
      text.append(method("<ds:", "DigestMethod", kDigests.front().uri)).append("<ds:DigestValue>");
      text.append(reference.digest).append("</ds:DigestValue></ds:Reference>");
    }
    return text.append("</ds:SignedInfo>");
  }

 private:
  struct Reference {
    std::string id, digest;
  };
  static std::string method(std::string_view start, std::string_view name, std::string_view uri) {
    std::string text(start);
    text.append(name).append(" Algorithm=\"").append(uri).append("\"></ds:").append(name).append(">");
    return text;
  }

  std::string out_;
  std::vector<Reference> references_;
};

void writeAddressing(Writer& writer, const AnswerHeader& header) {
  const auto begin = writer.begin();
  std::string& out = writer.out();
  out.append("<wsa:").append(header.local).append(" xmlns:wsa=\"").append(kAddressing).append("\"");
  out.append(idAttribute(header.local)).append(">");
  for (const char c : header.value) c == '&' ? out.append("&amp;") : out.append(1, c);
  out.append("</wsa:").append(header.local).append(">");
  writer.signedAs(begin, header.local);
}

void writeTimestamp(Writer& writer, Moment now) {
  const auto begin = writer.begin();
  std::string& out = writer.out();
  out.append("<wsu:Timestamp").append(idAttribute("Timestamp")).append("><wsu:Created>");
  out.append(utcText(now)).append("</wsu:Created><wsu:Expires>").append(utcText(now + kLife));
  out.append("</wsu:Expires></wsu:Timestamp>");
  writer.signedAs(begin, "Timestamp");
}

void writeConfirmation(Writer& writer, std::string_view value) {
  const auto begin = writer.begin();
  std::string& out = writer.out();
  out.append("<wsse11:SignatureConfirmation xmlns:wsse11=\"").append(kSecurityExtension11).append("\"");
  out.append(" xmlns:wsu=\"").append(kSecurityUtility).append("\"");
  if (!value.empty()) out.append(" Value=\"").append(value).append("\"");
  out.append(" wsu:Id=\"Confirmation\"></wsse11:SignatureConfirmation>");
  writer.signedAs(begin, "Confirmation");
}

std::string bodyStart(const AnswerParts& parts) {
  std::string start = "<soap:Body xmlns:soap=\"";
  start.append(xml::kSoap11)
      .append("\"")
      .append(parts.bodyNamespaces)
      .append(idAttribute(kBodyId))
      .append(">");
  return start;
}

std::string rsaOf(const std::string& signedInfo, EVP_PKEY& key) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string value(static_cast<std::size_t>(EVP_PKEY_size(&key)), '\0');
  std::size_t size = value.size();
  const auto* text = reinterpret_cast<const unsigned char*>(signedInfo.data());
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, text,
                     signedInfo.size()) != 1) {
    ERR_clear_error();
    throw std::runtime_error("OpenSSL could not sign an answer");
  }
  value.resize(size);
  return value;
}

}  // namespace

AnswerSigner::AnswerSigner(const X509& certificate, EVP_PKEY& key) {
  EVP_PKEY_up_ref(&key);
  key_.reset(&key, EVP_PKEY_free);
  if (X509_check_private_key(&certificate, &key) != 1)
    throw std::runtime_error("answers cannot be signed: the key is another certificate's");
  const int bits = EVP_PKEY_bits(&key);
  if (EVP_PKEY_base_id(&key) != EVP_PKEY_RSA || bits < 2048 || bits > 4096)
    throw std::runtime_error("answers cannot be signed: that takes an RSA key of 2048 to 4096 bits");
  unsigned char* der = nullptr;
  const int size = i2d_X509(&certificate, &der);
  if (size <= 0) throw std::runtime_error("answers cannot be signed: no DER of the certificate");
  token_ = base64({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
  OPENSSL_free(der);
}

std::string AnswerSigner::envelope(const AnswerParts& parts) const {
  constexpr std::string_view kBodyEnd = "</soap:Body>";
  Writer writer(parts.body.size());
  std::string& out = writer.out();
  out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"").append(xml::kSoap11);
  out.append("\"><soap:Header>");
  for (const AnswerHeader& header : parts.headers) writeAddressing(writer, header);
  out.append("<wsse:Security xmlns:wsse=\"")
      .append(kSecurityExtension)
      .append("\" soap:mustUnderstand=\"1\">");
  // Before the signature: whoever reads from the front decrypts first and verifies then (WB006).
  std::string_view content = parts.body;
  encryption::SealedContent sealed;
  if (parts.recipient != nullptr) {
    sealed = encryption::seal(parts.body, *parts.recipient);
    content = sealed.encryptedData;
    out.append(sealed.encryptedKey);
  }
  out.append("<wsse:BinarySecurityToken EncodingType=\"").append(kBase64Binary);
  out.append("\" ValueType=\"").append(kX509v3).append("\"").append(idAttribute("Token")).append(">");
  out.append(token_).append("</wsse:BinarySecurityToken>");
  writeTimestamp(writer, parts.now);
  writeConfirmation(writer, parts.confirmation);

  // The Body comes last in the envelope, but its digest stands in the header.
  const std::string start = bodyStart(parts);
  writer.refer(kBodyId, digestOf(std::string(start).append(parts.body).append(kBodyEnd)));
  const std::string signedInfo = writer.signedInfo();
  out.append("<ds:Signature xmlns:ds=\"").append(kDsig).append("\">").append(signedInfo);
  out.append("<ds:SignatureValue>").append(base64(rsaOf(signedInfo, *key_)));
  out.append(
      "</ds:SignatureValue><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI=\"#Token\" "
      "ValueType=\"");
  out.append(kX509v3).append(
      "\"></wsse:Reference></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>");
  out.append("</wsse:Security></soap:Header>").append(start).append(content).append(kBodyEnd);
  return std::move(writer.out().append("</soap:Envelope>"));
}

}  // namespace cvsgw::security::signature
