#include "gateway/security/encryption/open.hpp"

#include <array>
#include <optional>

#include "gateway/security/base64.hpp"
#include "gateway/security/encryption/algorithms.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/names.hpp"
#include "gateway/xml/signed_tree.hpp"

namespace cvsgw::security::encryption {
namespace {

using signature::kDsig;
using xml::Element;

constexpr std::size_t kLongestKey = 512;  // bytes: RSA with 4096 bits

tl::unexpected<Refusal> failed(std::string_view why) {
  return tl::unexpected(asOneFault(refuse(FaultKind::securityHeaderMissing, {}, why).value()));
}

// The children of an element with nothing between them, a ds:KeyInfo left out: there is one key that opens
// what is sent to us, whatever it says.
std::optional<std::vector<Element>> partsOf(const Element& element) {
  if (!element.text().empty()) return std::nullopt;
  std::vector<Element> parts = element.children();
  std::erase_if(parts, [](const Element& part) { return part.is(kDsig, "KeyInfo"); });
  if (element.children().size() - parts.size() > 1) return std::nullopt;
  return parts;
}

// CipherData with its value in it, not somewhere else.
std::optional<std::string> cipherValue(const Element& data) {
  if (!data.is(kXenc, "CipherData") || !data.text().empty()) return std::nullopt;
  const auto values = data.children();
  if (values.size() != 1 || !values.front().is(kXenc, "CipherValue") || !values.front().children().empty())
    return std::nullopt;
  return fromBase64(withoutSpace(values.front().exactText()));
}

std::string algorithmOf(const Element& element) {
  return element.attribute({}, "Algorithm").value_or("");
}

// The OAEP of an EncryptedKey. Parameters (OAEPparams) and sizes are of no use here and refused.
bool readOaep(const Element& method, Algorithms& algorithms) {
  if (!method.is(kXenc, "EncryptionMethod") || !method.text().empty()) return false;
  algorithms.key = algorithmOf(method);
  algorithms.digest = "http://www.w3.org/2000/09/xmldsig#sha1";
  if (algorithms.key == kOaep) algorithms.mask = "http://www.w3.org/2009/xmlenc11#mgf1sha1";
  bool digest = false;
  bool mask = false;
  for (const Element& child : method.children()) {
    if (child.is(kDsig, "DigestMethod") && !digest) {
      algorithms.digest = algorithmOf(child);
      digest = true;
    } else if (child.is(kXenc11, "MGF") && !mask && algorithms.key == kOaep) {
      algorithms.mask = algorithmOf(child);
      mask = true;
    } else {
      return false;
    }
  }
  return true;
}

struct Sealed {
  Element encryptedKey;
  Algorithms algorithms;
  std::string wrappedKey, data;
};

std::optional<Element> findKey(const xml::Envelope& envelope) {
  std::optional<Element> security;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (!block.element.is(kSecurityExtension, "Security")) continue;
    if (security || !block.forUs) return std::nullopt;
    security = block.element;
  }
  std::optional<Element> found;
  if (!security) return found;
  for (const Element& child : security->children()) {
    if (!child.is(kXenc, "EncryptedKey")) continue;
    if (found) return std::nullopt;
    found = child;
  }
  return found;
}

bool namesOnly(const Element& list, const Element& data) {
  if (!list.is(kXenc, "ReferenceList") || !list.text().empty()) return false;
  const auto references = list.children();
  const auto id = data.attribute({}, "Id");
  return references.size() == 1 && references.front().is(kXenc, "DataReference") &&
         references.front().children().empty() && id && !id->empty() &&
         references.front().attribute({}, "URI") == "#" + *id;
}

std::optional<Sealed> readSealed(const xml::Envelope& envelope) {
  const auto key = findKey(envelope);
  const Element data = envelope.operation();
  if (!key || !data.is(kXenc, "EncryptedData") || data.attribute({}, "Type") != kContent) return std::nullopt;
  const auto keyParts = partsOf(*key);
  const auto dataParts = partsOf(data);
  if (!keyParts || !dataParts || keyParts->size() != 3 || dataParts->size() != 2) return std::nullopt;
  Sealed sealed{*key, {}, {}, {}};
  const Element& method = dataParts->front();
  if (!readOaep(keyParts->front(), sealed.algorithms) || !namesOnly(keyParts->back(), data) ||
      !method.is(kXenc, "EncryptionMethod") || !method.children().empty())
    return std::nullopt;
  sealed.algorithms.data = algorithmOf(method);
  auto wrapped = cipherValue((*keyParts)[1]);
  auto value = cipherValue(dataParts->back());
  if (!wrapped || wrapped->size() > kLongestKey || !value) return std::nullopt;
  sealed.wrappedKey = *std::move(wrapped);
  sealed.data = *std::move(value);
  return sealed;
}

}  // namespace

Refusal asOneFault(Fault found) {
  if (found.kind == FaultKind::internal) return {std::move(found), {}};
  const std::string& told = found.text.str();
  Fault one{FaultKind::securityHeaderMissing,
            CallerText("Het bericht is niet te ontsleutelen, of de handtekening hoort er niet bij."),
            LogText(told.empty() ? found.log.str() : told + " " + found.log.str()),
            {},
            0};
  return {std::move(one), kFailedCheck};
}

Checked<Opened> open(xml::Envelope sealed, std::span<const std::shared_ptr<EVP_PKEY>> keys,
                     const xml::Limits& limits) {
  // A comment could hold what stands for the plaintext below; signed messages have none anyway.
  if (xml::survey(sealed).comment) return failed("a comment in an encrypted message");
  const auto read = readSealed(sealed);
  if (!read) return failed("it is not encrypted in the prescribed form");
  const auto known = lookUp(read->algorithms);
  if (!known) return failed("an algorithm that is not allowed");
  std::optional<std::string> content;
  for (auto own = keys.begin(); own != keys.end() && !content; ++own) {
    // Whatever it is that fails, it fails with every key: all failures do the same work.
    content = decipher(read->data, unwrapKey(read->wrappedKey, **own, *known), *known);
  }
  if (!content) return failed("the key or the data cannot be decrypted");
  const std::string text = xml::withBodyContent(sealed, *content, read->encryptedKey);
  Algorithms algorithms = read->algorithms;
  auto envelope = xml::byteGate(text, limits).and_then(xml::parse).and_then(xml::openEnvelope);
  if (!envelope) return tl::unexpected(asOneFault(std::move(envelope.error())));
  return Opened{*std::move(envelope), std::move(algorithms)};
}

}  // namespace cvsgw::security::encryption
