// What must hold of an encrypted request, whatever its form and whatever was encrypted. For the fuzz target
// and the replay of its corpus.
//
// Nothing in the corpus is sealed: the key is another one for each process. An input that begins with `+` is
// a plaintext, sealed here as the content of an ordinary message's Body. Any other is a message as it stands,
// in which {KEY1} and {DATA1} (or {KEY2} and {DATA2}, for other algorithms) take the place of a key and of an
// operation sealed with it, so that the form of a message that can be opened is what changes.
#pragma once

#include <openssl/rsa.h>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/security/base64.hpp"
#include "gateway/security/encryption/algorithms.hpp"
#include "gateway/security/encryption/open.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/xml/testing/tree.hpp"

namespace cvsgw::security::encryption::testing {

using xml::testing::written;

/// Short, so that many inputs fit a second: how long it is makes no difference to what is looked for.
/// Sealed is for the second one, as after a renewal.
inline const std::vector<std::shared_ptr<EVP_PKEY>>& ownKeys() {
  static const std::vector<std::shared_ptr<EVP_PKEY>> keys{{EVP_RSA_gen(1024), EVP_PKEY_free},
                                                           {EVP_RSA_gen(1024), EVP_PKEY_free}};
  return keys;
}
inline EVP_PKEY& ownKey() {
  return *ownKeys().back();
}

/// One set of algorithms with a key for the data, wrapped once: wrapping costs more than the rest.
struct Way {
  Algorithms algorithms;
  Known known = lookUp(algorithms).value();
  std::string key = randomKey(known.keyBytes);
  std::string wrapped = wrapKey(key, ownKey(), known);

  std::string sealed(std::string_view plain) const { return encipher(plain, key, known); }
};

inline const std::array<Way, 2>& ways() {
  static const std::array<Way, 2> both = {
      Way{{"http://www.w3.org/2009/xmlenc11#aes256-gcm",
           std::string(kOaepMgf1p),
           "http://www.w3.org/2000/09/xmldsig#sha1",
           {}}},
      Way{{"http://www.w3.org/2009/xmlenc11#aes128-gcm", std::string(kOaep),
           "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2009/xmlenc11#mgf1sha256"}}};
  return both;
}

/// The only place that knows how open() is called.
inline Checked<Opened> openWithOwnKey(xml::Envelope envelope) {
  return open(std::move(envelope), ownKeys(), xml::Limits{});
}

inline Outcome<xml::Envelope> read(std::string_view bytes) {
  return xml::byteGate(bytes).and_then(xml::parse).and_then(xml::openEnvelope);
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// Empty, or how a refusal says more than that it is one (security.md A23).
inline std::string talkFlaw(const Refusal& refusal) {
  const Fault& fault = refusal.fault;
  const bool one =
      fault.kind == FaultKind::securityHeaderMissing && refusal.faultcode == kFailedCheck &&
      fault.violations.empty() &&
      fault.text.str() == "Het bericht is niet te ontsleutelen, of de handtekening hoort er niet bij.";
  return one ? "" : "a refusal that can be told from the others: " + fault.text.str();
}

/// What a message is made of: the sealed key and data, in Base64 once it is a message.
struct Parts {
  std::string key, data;
};
using Assemble = std::function<std::string(const Parts&)>;

inline void flip(std::string& bytes, std::size_t at) {
  char& byte = bytes[at % bytes.size()];
  byte = static_cast<char>(byte ^ (1 << at % 8));
}

/// Empty, or what does not hold when one part of a message that opens is broken: `at` says which and where.
inline std::string brokenFlaw(Parts parts, const Assemble& assemble, std::size_t at) {
  if (at % 3 == 0) flip(parts.key, at / 3);
  if (at % 3 == 1) flip(parts.data, at / 3);
  if (at % 3 == 2) parts.data.pop_back();
  auto envelope = read(assemble(parts));
  if (!envelope) return "a broken part is seen before it is looked at";
  const auto opened = openWithOwnKey(*std::move(envelope));
  if (opened) return "opened with a broken key or tag";
  if (auto flaw = talkFlaw(opened.error()); !flaw.empty()) return flaw;
  const std::string& why = opened.error().fault.log.str();
  return why == "the key or the data cannot be decrypted" ? "" : "refused for something else: " + why;
}

inline constexpr std::string_view kDeclared =
    "xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
    "xmlns:e=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" "
    "xmlns:u=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\"";

/// An ordinary message around what is in its Body and, when it is sealed, the key in its header.
inline std::string messageAround(std::string_view key, std::string_view content) {
  return "<s:Envelope " + std::string(kDeclared) + "><s:Header><e:Security s:mustUnderstand=\"1\">" +
         std::string(key) + "<u:Timestamp u:Id=\"time\"/></e:Security></s:Header><s:Body u:Id=\"body\">" +
         std::string(content) + "</s:Body></s:Envelope>";
}

/// A message in the prescribed form, in the first way's algorithms.
inline std::string sealedMessage(const Parts& parts) {
  const Algorithms& used = ways()[0].algorithms;
  const std::string x = "xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\"";
  const auto cipher = [](const std::string& bytes) {
    return "<x:CipherData><x:CipherValue>" + base64(bytes) + "</x:CipherValue></x:CipherData>";
  };
  return messageAround(
      "<x:EncryptedKey " + x + "><x:EncryptionMethod Algorithm=\"" + used.key + "\"/>" + cipher(parts.key) +
          "<x:ReferenceList><x:DataReference URI=\"#d\"/></x:ReferenceList></x:EncryptedKey>",
      "<x:EncryptedData " + x + " Id=\"d\" Type=\"" + std::string(kContent) +
          "\"><x:EncryptionMethod Algorithm=\"" + used.data + "\"/>" + cipher(parts.data) +
          "</x:EncryptedData>");
}

inline Parts sealedParts(const Way& way, std::string_view plain) {
  return {way.wrapped, way.sealed(plain)};
}

/// Empty, or what does not hold of a message whose Body held `plain` before it was sealed: it is opened if
/// and only if it could be read as it was, and is then what it was; and its operation is the one that a
/// reader of the plaintext alone finds, so that no plaintext reaches out of the Body.
inline std::string plaintextFlaw(std::string_view plain) {
  const Parts parts = sealedParts(ways()[0], plain);
  const auto opened = openWithOwnKey(read(sealedMessage(parts)).value());
  const auto before = read(messageAround("", plain));
  if (opened.has_value() != before.has_value())
    return opened ? "opened, though it could not be read before it was sealed"
                  : "refused, though it could be read: " + opened.error().fault.log.str();
  if (!opened) return talkFlaw(opened.error());
  if (written(opened->envelope.root()) != written(before->root())) return "another message than was sealed";
  const std::string alone = "<alleen " + std::string(kDeclared) + ">" + std::string(plain) + "</alleen>";
  const auto content = xml::byteGate(alone).and_then(xml::parse);
  if (!content) return "the plaintext by itself cannot be read";
  const auto children = content->root().children();
  if (children.size() != 1 || !content->root().text().empty()) return "the plaintext is not one element";
  if (written(children.front()) != written(opened->envelope.operation()))
    return "another operation than the plaintext's";
  return brokenFlaw(parts, sealedMessage, plain.size());
}

inline constexpr std::string_view kOperation =
    "<q:geheim xmlns:q=\"urn:q\" a=\"&lt;?body?&gt;\">tekst &amp; é<q:b/>\n</q:geheim>";

/// A message with marks in it.
class Form {
 public:
  explicit Form(std::string_view bytes) : template_(bytes) {
    for (const Way& way : ways()) sealed_.push_back(sealedParts(way, kOperation));
  }
  /// With one way's parts in place of the right ones.
  std::string text(std::size_t replacedWay, const Parts& instead) const {
    std::string out = template_;
    for (std::size_t i = 0; i < sealed_.size(); ++i) {
      const Parts& parts = i == replacedWay ? instead : sealed_[i];
      const std::string number = std::to_string(i + 1);
      out = replaced(std::move(out), "{KEY" + number + "}", base64(parts.key));
      out = replaced(std::move(out), "{DATA" + number + "}", base64(parts.data));
    }
    return out;
  }
  std::string text() const { return text(0, sealed_[0]); }
  const Parts& parts(std::size_t way) const { return sealed_[way]; }
  bool holds(std::string_view mark) const { return template_.find(mark) != std::string::npos; }

 private:
  std::string template_;
  std::vector<Parts> sealed_;
};

/// The one EncryptedKey in the one Security header, found anew; nothing unless there is one of each.
inline const _xmlNode* onlyKey(const xml::Envelope& envelope) {
  const _xmlNode* found = nullptr;
  int headers = 0, keys = 0;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (!block.element.is(kSecurityExtension, "Security")) continue;
    headers += block.forUs ? 1 : 2;
    for (const xml::Element& child : block.element.children()) {
      if (!child.is(kXenc, "EncryptedKey")) continue;
      ++keys;
      found = child.node();
    }
  }
  return headers == 1 && keys == 1 ? found : nullptr;
}

/// Empty, or what does not hold of a message of any form: what opens was sealed with the key of this process,
/// in the algorithms that it names, and is the sealed message with nothing changed but its EncryptedKey and
/// the content of its Body.
inline std::string formFlaw(std::string_view bytes) {
  const Form form(bytes);
  auto sealed = read(form.text());
  if (!sealed) return {};
  const _xmlNode* key = onlyKey(*sealed);
  const bool whole = sealed->operation().is(kXenc, "EncryptedData") && sealed->body().text().empty();
  const std::string before = written(sealed->root(), {key, sealed->body().node()});
  const auto opened = openWithOwnKey(*std::move(sealed));
  if (!opened) return talkFlaw(opened.error());
  if (key == nullptr || !whole) return "opened, though it is not in the prescribed form";
  const xml::Envelope& envelope = opened->envelope;
  if (written(envelope.root(), {nullptr, envelope.body().node()}) != before)
    return "something else than the Body has changed";
  const auto expected = xml::byteGate(kOperation).and_then(xml::parse);
  if (written(envelope.operation()) != written(expected->root())) return "another operation than was sealed";
  const std::size_t way = opened->algorithms.data == ways()[0].algorithms.data ? 0 : 1;
  const Algorithms& used = ways()[way].algorithms;
  const Algorithms& told = opened->algorithms;
  if (told.data != used.data || told.key != used.key || told.digest != used.digest || told.mask != used.mask)
    return "other algorithms than it was sealed with";
  const std::string number = std::to_string(way + 1);
  if (!form.holds("{KEY" + number + "}") || !form.holds("{DATA" + number + "}"))
    return "opened, though nobody sealed it";
  return brokenFlaw(
      form.parts(way), [&](const Parts& parts) { return form.text(way, parts); }, bytes.size());
}

/// "unreadable", "refused" or "opened".
inline std::string outcomeOf(std::string_view input) {
  const bool plain = input.starts_with('+');
  auto sealed = read(plain ? sealedMessage(sealedParts(ways()[0], input.substr(1))) : Form(input).text());
  if (!sealed) return "unreadable";
  return openWithOwnKey(*std::move(sealed)) ? "opened" : "refused";
}

/// Empty, or what does not hold of an input of the fuzz target.
inline std::string openFlaw(std::string_view input) {
  return input.starts_with('+') ? plaintextFlaw(input.substr(1)) : formFlaw(input);
}

}  // namespace cvsgw::security::encryption::testing
