#include "gateway/security/signature/structure.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "gateway/security/addressing.hpp"
#include "gateway/security/base64.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/malformed.hpp"
#include "gateway/security/signature/names.hpp"
#include "gateway/security/signature/timestamp.hpp"
#include "gateway/xml/signed_tree.hpp"

namespace cvsgw::security::signature {
namespace {

using xml::Element;

constexpr std::size_t kLongestId = 128;
constexpr std::size_t kLongestPrefixList = 256;
// Toolkits name some five prefixes in each of some seven references: enough for messages of 2,800 elements.
constexpr std::size_t kMostPrefixLookups = 100'000;

// What xmlsec puts between quotes in an XPointer: nothing that could end the quotes. ASCII is what toolkits
// make.
bool isPlainId(std::string_view id) {
  const auto legal = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  const bool startsWell = !id.empty() && (id[0] < '0' || id[0] > '9') && id[0] != '-' && id[0] != '.';
  return startsWell && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), legal);
}

// Children in their order, and nothing between them.
bool hasExactly(const Element& parent, std::span<const std::string_view> names) {
  const auto children = parent.children();
  if (!parent.text().empty() || children.size() != names.size()) return false;
  return std::equal(children.begin(), children.end(), names.begin(),
                    [](const Element& child, std::string_view name) { return child.is(kDsig, name); });
}

bool isOneOf(std::span<const Algorithm> algorithms, std::string_view uri) {
  return std::any_of(algorithms.begin(), algorithms.end(), [&](const Algorithm& a) { return a.uri == uri; });
}

std::optional<std::string> decoded(const Element& element) {
  if (!element.children().empty()) return std::nullopt;
  return fromBase64(withoutSpace(element.exactText()));
}

Outcome<std::size_t> checkTree(const xml::Envelope& envelope) {
  xml::TreeSurvey seen = xml::survey(envelope);
  if (seen.comment) return malformed("Een ondertekend bericht bevat geen commentaar", envelope.root());
  if (seen.xmlAttribute)
    return malformed("Een ondertekend bericht bevat geen attributen als xml:id of xml:base", envelope.root());
  if (!std::all_of(seen.ids.begin(), seen.ids.end(), isPlainId))
    return malformed("Een Id is een naam van letters, cijfers, punten en streepjes, tot 128 tekens",
                     envelope.root());
  std::sort(seen.ids.begin(), seen.ids.end());
  if (std::adjacent_find(seen.ids.begin(), seen.ids.end()) != seen.ids.end())
    return malformed("Een Id komt meer dan eens voor", envelope.root());
  return seen.elements;
}

// The three parts of the header, wherever in it they stand: toolkits differ in their order.
struct Header {
  Element timestamp, token, signature;
};

Outcome<Header> readHeader(const xml::Envelope& envelope) {
  std::optional<Element> security;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (!block.element.is(kSecurityExtension, "Security")) continue;
    if (security || !block.forUs)
      return malformed("Er is precies één wsse:Security, zonder soap:actor", block.element);
    security = block.element;
  }
  if (!security) return malformed("wsse:Security ontbreekt", envelope.root());
  std::optional<Element> timestamp, token, signature;
  for (const Element& child : security->children()) {
    std::optional<Element>* place = child.is(kSecurityUtility, "Timestamp")               ? &timestamp
                                    : child.is(kSecurityExtension, "BinarySecurityToken") ? &token
                                    : child.is(kDsig, "Signature")                        ? &signature
                                                                                          : nullptr;
    if (place == nullptr || *place)
      return malformed(
          "wsse:Security bevat precies één wsu:Timestamp, één wsse:BinarySecurityToken en één "
          "ds:Signature, en niets anders",
          child);
    *place = child;
  }
  if (!timestamp) return malformed("wsu:Timestamp ontbreekt", *security);
  if (!token) return malformed("wsse:BinarySecurityToken ontbreekt", *security);
  if (!signature) return malformed("ds:Signature ontbreekt", *security);
  if (!security->text().empty()) return malformed("wsse:Security bevat losse tekst", *security);
  return Header{*timestamp, *token, *signature};
}

Outcome<std::string> readToken(const Element& token) {
  if (token.attribute({}, "ValueType") != kX509v3)
    return malformed("wsse:BinarySecurityToken is van ValueType X509v3: één certificaat", token);
  if (token.attribute({}, "EncodingType").value_or(std::string(kBase64Binary)) != kBase64Binary)
    return malformed("wsse:BinarySecurityToken is van EncodingType Base64Binary", token);
  auto der = decoded(token);
  if (!der || der->empty() || der->size() > kLongestCertificate)
    return malformed("wsse:BinarySecurityToken is geen certificaat in base64", token);
  return *std::move(der);
}

// libxml2 looks every prefix of every list up at every element of the envelope, inside what is digested or
// not.
struct PrefixWork {
  std::size_t elements;
  std::size_t prefixes = 0;
};

// Divided as xmlsec1 does it, so that what it will look up is counted: two spaces hold an empty prefix.
bool allDifferent(std::string_view list, PrefixWork& work) {
  std::set<std::string_view> seen;
  for (std::size_t at = 0; at <= list.size(); ++work.prefixes) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (!seen.insert(list.substr(at, end - at)).second) return false;
    at = end + 1;
  }
  return true;
}

// Exclusive C14N, by that very name, with at most a list of prefixes that are to be seen as inclusive.
Outcome<void> checkC14n(const Element& method, PrefixWork& work) {
  if (method.attribute({}, "Algorithm") != kExclusiveC14n)
    return malformed("Alleen exclusive C14N zonder commentaar wordt aangenomen", method);
  const auto children = method.children();
  if (!method.text().empty() || children.size() > 1)
    return malformed("Exclusive C14N heeft hoogstens één ec:InclusiveNamespaces", method);
  for (const Element& child : children) {
    const auto list = child.attribute({}, "PrefixList");
    const bool fine = child.is(kExclusiveC14n, "InclusiveNamespaces") && child.children().empty() &&
                      child.text().empty() && list && list->size() <= kLongestPrefixList;
    if (!fine || !allDifferent(*list, work))
      return malformed(
          "ec:InclusiveNamespaces heeft een PrefixList tot 256 tekens, waarin elk prefix één keer staat",
          child);
    if (work.prefixes * work.elements > kMostPrefixLookups)
      return malformed("De PrefixLists zijn samen te lang voor een bericht met zoveel elementen", child);
  }
  return {};
}

bool isEmptyMethod(const Element& method, std::span<const Algorithm> algorithms) {
  return isOneOf(algorithms, method.attribute({}, "Algorithm").value_or("")) && method.children().empty() &&
         method.text().empty();
}

std::size_t digestSize(const Element& method) {
  const std::string uri = method.attribute({}, "Algorithm").value_or("");
  const auto found =
      std::find_if(kDigests.begin(), kDigests.end(), [&](const Algorithm& a) { return a.uri == uri; });
  return found == kDigests.end() ? 0 : found->bytes;
}

// How something is digested; which element it is, is for the caller to look up.
Outcome<void> checkReference(const Element& reference, PrefixWork& work) {
  constexpr std::array<std::string_view, 3> kParts = {"Transforms", "DigestMethod", "DigestValue"};
  constexpr std::array<std::string_view, 1> kTransform = {"Transform"};
  if (!hasExactly(reference, kParts))
    return malformed("ds:Reference bestaat uit ds:Transforms, ds:DigestMethod en ds:DigestValue", reference);
  const auto parts = reference.children();
  if (!hasExactly(parts[0], kTransform))
    return malformed("ds:Transforms bevat precies één ds:Transform", parts[0]);
  if (auto c14n = checkC14n(parts[0].children().front(), work); !c14n) return c14n;
  if (!isEmptyMethod(parts[1], kDigests))
    return malformed("ds:DigestMethod is SHA-256, SHA-384 of SHA-512", parts[1]);
  const auto digest = decoded(parts[2]);
  if (!digest || digest->size() != digestSize(parts[1]))
    return malformed("ds:DigestValue is niet zo lang als de digest is, of geen base64", parts[2]);
  return {};
}

// KeyInfo: the token in this header, and no other way to name a key.
Outcome<void> checkKeyInfo(const Element& keyInfo, const Element& token) {
  const auto fail = [&] {
    return malformed(
        "ds:KeyInfo bevat precies één wsse:SecurityTokenReference met één wsse:Reference naar "
        "het wsse:BinarySecurityToken",
        keyInfo);
  };
  const auto references = keyInfo.children();
  if (!keyInfo.text().empty() || references.size() != 1 ||
      !references.front().is(kSecurityExtension, "SecurityTokenReference"))
    return fail();
  const auto direct = references.front().children();
  if (!references.front().text().empty() || direct.size() != 1 ||
      !direct.front().is(kSecurityExtension, "Reference"))
    return fail();
  const Element& reference = direct.front();
  if (!reference.children().empty() || !reference.text().empty() ||
      reference.attribute({}, "ValueType").value_or(std::string(kX509v3)) != kX509v3)
    return fail();
  const auto id = token.attribute(kSecurityUtility, "Id");
  if (!id || reference.attribute({}, "URI") != "#" + *id) return fail();
  return {};
}

// Something that may be signed, and whether it has to be.
struct Candidate {
  Element element;
  bool required;
  std::string name;
  std::string id;
  bool referenced = false;
};

std::vector<Candidate> candidates(const xml::Envelope& envelope, const Header& header) {
  std::vector<Candidate> found;
  const auto add = [&](const Element& element, bool required, std::string name) {
    found.push_back(
        {element, required, std::move(name), element.attribute(kSecurityUtility, "Id").value_or("")});
  };
  add(envelope.body(), true, "soap:Body");
  add(header.timestamp, true, "wsu:Timestamp");
  add(header.token, false, "wsse:BinarySecurityToken");
  for (const xml::HeaderBlock& block : envelope.headers()) {
    // The name comes from the message; only what a listener with this profile lets in gets this far.
    if (block.element.name().ns == kAddressing)
      add(block.element, true, "wsa:" + std::string(block.element.name().local));
  }
  return found;
}

Outcome<std::vector<Element>> readTargets(std::span<const Element> references,
                                          std::vector<Candidate> candidates, const Element& signedInfo,
                                          PrefixWork& work) {
  std::vector<Element> targets;
  for (const Element& reference : references) {
    if (auto checked = checkReference(reference, work); !checked) return tl::unexpected(checked.error());
    const std::string uri = reference.attribute({}, "URI").value_or("");
    const auto target = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const Candidate& c) { return !c.id.empty() && uri == "#" + c.id; });
    if (target == candidates.end())
      return malformed(
          "ds:Reference wijst met # een wsu:Id aan van soap:Body, een WS-Addressing-header, "
          "wsu:Timestamp of wsse:BinarySecurityToken, en niets anders",
          reference);
    if (target->referenced) return malformed("Een onderdeel is meer dan eens ondertekend", reference);
    target->referenced = true;
    targets.push_back(target->element);
  }
  for (const Candidate& candidate : candidates) {
    if (candidate.required && !candidate.referenced)
      return malformed(candidate.name + " is niet ondertekend", signedInfo);
  }
  for (const Element& target : targets) {
    if (!xml::findableBy(target, kSecurityUtility, "Id"))
      return refuse(FaultKind::internal, {}, "an Id that was unique is not");
  }
  return targets;
}

Outcome<std::vector<Element>> readSignedInfo(const Element& signedInfo, const xml::Envelope& envelope,
                                             const Header& header, PrefixWork work) {
  const auto children = signedInfo.children();
  if (!signedInfo.text().empty() || children.size() < 3 || children.size() > 2 + kMostReferences)
    return malformed("ds:SignedInfo bevat 1 tot 12 keer ds:Reference", signedInfo);
  if (!children[0].is(kDsig, "CanonicalizationMethod"))
    return malformed("ds:CanonicalizationMethod ontbreekt", signedInfo);
  if (auto c14n = checkC14n(children[0], work); !c14n) return tl::unexpected(c14n.error());
  if (!children[1].is(kDsig, "SignatureMethod") || !isEmptyMethod(children[1], kSignatures))
    return malformed("ds:SignatureMethod is RSA met SHA-256, SHA-384 of SHA-512", children[1]);
  const std::span references = std::span(children).subspan(2);
  for (const Element& reference : references) {
    if (!reference.is(kDsig, "Reference"))
      return malformed("ds:SignedInfo bevat behalve de methoden alleen ds:Reference", reference);
  }
  return readTargets(references, candidates(envelope, header), signedInfo, work);
}

}  // namespace

Outcome<Structure> readStructure(const xml::Envelope& envelope, Moment now) {
  const auto elements = checkTree(envelope);
  if (!elements) return tl::unexpected(elements.error());
  const auto header = readHeader(envelope);
  if (!header) return tl::unexpected(header.error());
  if (auto time = checkTimestamp(header->timestamp, now); !time) return tl::unexpected(time.error());
  auto certificate = readToken(header->token);
  if (!certificate) return tl::unexpected(certificate.error());
  constexpr std::array<std::string_view, 3> kParts = {"SignedInfo", "SignatureValue", "KeyInfo"};
  if (!hasExactly(header->signature, kParts))
    return malformed("ds:Signature bestaat uit ds:SignedInfo, ds:SignatureValue en ds:KeyInfo",
                     header->signature);
  const auto parts = header->signature.children();
  if (auto keyInfo = checkKeyInfo(parts[2], header->token); !keyInfo) return tl::unexpected(keyInfo.error());
  const auto value = decoded(parts[1]);
  if (!value || value->empty() || value->size() > kLongestSignature)
    return malformed("ds:SignatureValue is geen base64 van ten hoogste 512 bytes", parts[1]);
  auto targets = readSignedInfo(parts[0], envelope, *header, {*elements});
  if (!targets) return tl::unexpected(targets.error());
  return Structure{header->signature, *std::move(certificate), base64(*value), *std::move(targets)};
}

std::string peekSignatureValue(const xml::Envelope& envelope) {
  std::optional<std::string> found;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (!block.element.is(kSecurityExtension, "Security")) continue;
    for (const Element& child : block.element.children()) {
      if (!child.is(kDsig, "Signature")) continue;
      for (const Element& part : child.children()) {
        if (!part.is(kDsig, "SignatureValue")) continue;
        const auto value = decoded(part);
        if (found || !value || value->size() > kLongestSignature) return {};
        found = base64(*value);
      }
    }
  }
  return found.value_or("");
}

}  // namespace cvsgw::security::signature
