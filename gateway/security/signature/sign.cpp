#include "gateway/security/signature/sign.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/sha.h>

#include <array>
#include <chrono>
#include <cstdio>
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

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File open(const std::filesystem::path& path) {
  File file(std::fopen(path.c_str(), "re"), std::fclose);
  if (!file) throw std::runtime_error(path.string() + " cannot be read");
  return file;
}

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

std::string writeBody(const AnswerParts& parts) {
  std::string body = "<soap:Body xmlns:soap=\"";
  body.reserve(parts.body.size() + 512);
  body.append(xml::kSoap11)
      .append("\"")
      .append(parts.bodyNamespaces)
      .append(idAttribute(kBodyId))
      .append(">");
  return body.append(parts.body).append("</soap:Body>");
}

}  // namespace

AnswerSigner::AnswerSigner(const std::filesystem::path& certificate, const std::filesystem::path& key) {
  const std::shared_ptr<X509> own(PEM_read_X509(open(certificate).get(), nullptr, nullptr, nullptr),
                                  X509_free);
  if (!own) throw std::runtime_error(certificate.string() + " holds no certificate in PEM");
  key_.reset(PEM_read_PrivateKey(open(key).get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
  if (!key_) throw std::runtime_error(key.string() + " holds no private key in PEM");
  if (X509_check_private_key(own.get(), key_.get()) != 1)
    throw std::runtime_error(key.string() + " is not the key of " + certificate.string());
  const int bits = EVP_PKEY_bits(key_.get());
  if (EVP_PKEY_base_id(key_.get()) != EVP_PKEY_RSA || bits < 2048 || bits > 4096)
    throw std::runtime_error(key.string() + " cannot sign answers: that takes RSA with 2048 to 4096 bits");
  unsigned char* der = nullptr;
  const int size = i2d_X509(own.get(), &der);
  if (size <= 0) throw std::runtime_error(certificate.string() + " cannot be written as DER");
  token_ = base64({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
  OPENSSL_free(der);
}

Outcome<std::string> AnswerSigner::envelope(const AnswerParts& parts) const {
  Writer writer(parts.body.size());
  std::string& out = writer.out();
  out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"").append(xml::kSoap11);
  out.append("\"><soap:Header>");
  for (const AnswerHeader& header : parts.headers) writeAddressing(writer, header);
  out.append("<wsse:Security xmlns:wsse=\"").append(kSecurityExtension);
  out.append("\" soap:mustUnderstand=\"1\"><wsse:BinarySecurityToken EncodingType=\"").append(kBase64Binary);
  out.append("\" ValueType=\"").append(kX509v3).append("\"").append(idAttribute("Token")).append(">");
  out.append(token_).append("</wsse:BinarySecurityToken>");
  writeTimestamp(writer, parts.now);
  writeConfirmation(writer, parts.confirmation);

  // The Body comes last in the envelope, but its digest stands in the header.
  const std::string body = writeBody(parts);
  writer.refer(kBodyId, digestOf(body));

  const std::string signedInfo = writer.signedInfo();
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string value(static_cast<std::size_t>(EVP_PKEY_size(key_.get())), '\0');
  std::size_t size = value.size();
  const auto* text = reinterpret_cast<const unsigned char*>(signedInfo.data());
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, text,
                     signedInfo.size()) != 1) {
    ERR_clear_error();
    return refuse(FaultKind::internal, {}, "OpenSSL could not sign an answer");
  }
  value.resize(size);
  out.append("<ds:Signature xmlns:ds=\"").append(kDsig).append("\">").append(signedInfo);
  out.append("<ds:SignatureValue>").append(base64(value)).append("</ds:SignatureValue><ds:KeyInfo>");
  out.append("<wsse:SecurityTokenReference><wsse:Reference URI=\"#Token\" ValueType=\"").append(kX509v3);
  out.append(
      "\"></wsse:Reference></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature></wsse:Security>");
  out.append("</soap:Header>").append(body).append("</soap:Envelope>");
  return std::move(out);
}

}  // namespace cvsgw::security::signature
