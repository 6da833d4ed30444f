#include "gateway/security/addressing.hpp"

#include "gateway/domain/hex.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

using xml::Element;

constexpr std::string_view kNone = "http://www.w3.org/2005/08/addressing/none";
constexpr size_t kLongestUri = 256;

tl::unexpected<Fault> invalid(std::string_view text) {
  return refuse(FaultKind::addressingHeaderInvalid, text);
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Characters of RFC 3986 only, so that a value can go into a log line or a header without surprises.
bool isUriText(std::string_view text) {
  constexpr std::string_view kOthers = "-._~:/?#[]@!$&'()*+,;=%";
  const auto legal = [&](char c) {
    return isLetter(c) || isDigit(c) || kOthers.find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= kLongestUri && std::all_of(text.begin(), text.end(), legal);
}

bool isAbsoluteUri(std::string_view text) {
  if (!isUriText(text) || !isLetter(text.front())) return false;
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.'; });
}

// Digikoppeling's preferred form CUSTOM@UUID@URI has no scheme in front.
bool isMessageId(std::string_view text) {
  return isAbsoluteUri(text) || (isUriText(text) && std::count(text.begin(), text.end(), '@') >= 2);
}

bool isOtherAddressing(std::string_view ns) {
  constexpr std::string_view kEnd = "/addressing";
  return ns != kAddressing && ns.size() > kEnd.size() && ns.substr(ns.size() - kEnd.size()) == kEnd;
}

std::vector<Element> find(const xml::Envelope& envelope, std::string_view local) {
  std::vector<Element> found;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    if (block.forUs && block.element.is(kAddressing, local)) found.push_back(block.element);
  }
  return found;
}

// The header's text, nothing when absent; refused with `kind` when repeated or not text of the right form.
Outcome<std::optional<std::string>> uriHeader(const xml::Envelope& envelope, std::string_view local,
                                              FaultKind kind, bool (*accepts)(std::string_view)) {
  const std::vector<Element> found = find(envelope, local);
  if (found.empty()) return std::optional<std::string>{};
  if (found.size() > 1) return refuse(kind, "De header komt meer dan eens voor.");
  std::string text = found.front().text();
  if (!found.front().children().empty() || !accepts(text)) {
    return refuse(
        kind, "De waarde is een absolute URI van ten hoogste " + std::to_string(kLongestUri) + " tekens.");
  }
  return std::optional<std::string>(std::move(text));
}

// The Address of an endpoint header; nothing when the header is absent.
Outcome<std::optional<std::string>> endpointHeader(const xml::Envelope& envelope, std::string_view local) {
  const std::vector<Element> found = find(envelope, local);
  if (found.empty()) return std::optional<std::string>{};
  const std::string name(local);
  if (found.size() > 1) return invalid("wsa:" + name + " komt meer dan eens voor.");
  const std::vector<Element> parts = found.front().children();
  if (parts.size() != 1 || !parts.front().is(kAddressing, "Address") || !found.front().text().empty()) {
    return invalid("wsa:" + name + " bevat precies één wsa:Address en niets anders.");
  }
  std::string address = parts.front().text();
  if (!parts.front().children().empty() || !isAbsoluteUri(address)) {
    return invalid("Het wsa:Address in wsa:" + name + " is geen absolute URI.");
  }
  return std::optional<std::string>(std::move(address));
}

Outcome<void> checkReturnAddresses(const xml::Envelope& envelope) {
  const auto replyTo = endpointHeader(envelope, "ReplyTo");
  if (!replyTo) return tl::unexpected(replyTo.error());
  if (*replyTo && **replyTo != kAnonymous) {
    return invalid("wsa:ReplyTo is " + std::string(kAnonymous) + " of ontbreekt.");
  }
  const auto faultTo = endpointHeader(envelope, "FaultTo");
  if (!faultTo) return tl::unexpected(faultTo.error());
  if (*faultTo && **faultTo != kAnonymous && **faultTo != kNone) {
    return invalid("wsa:FaultTo is " + std::string(kAnonymous) + " of ontbreekt.");
  }
  return {};
}

Outcome<void> checkPresence(const Addressing& read, const AddressingRules& rules) {
  if (rules.profile == Profile::be && !read.to) return refuse(FaultKind::addressingToMissing);
  if ((rules.profile == Profile::be || read.used) && !read.action)
    return refuse(FaultKind::addressingActionMissing);
  if ((rules.profile == Profile::be || read.used) && !read.messageId) {
    return refuse(FaultKind::addressingMessageIdMissing);
  }
  return {};
}

// `https://host/pad?OIN=0000…`: whom the sender meant. Every parameter of that name counts: two readers may
// take different ones.
Outcome<void> checkOin(const Addressing& read, std::string_view ownOin) {
  if (ownOin.empty() || !read.to) return {};
  std::string_view rest(*read.to);
  rest = rest.substr(0, rest.find('#'));
  const size_t query = rest.find('?');
  if (query == std::string_view::npos) return {};
  rest.remove_prefix(query);
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the ? or &
    const std::string_view parameter = rest.substr(0, rest.find('&'));
    rest.remove_prefix(parameter.size());
    const std::string_view name = parameter.substr(0, parameter.find('='));
    const bool isOin =
        name.size() == 3 && (name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'i' && (name[2] | 0x20) == 'n';
    if (isOin && parameter != std::string(name) + "=" + std::string(ownOin))
      return invalid("wsa:To noemt het OIN van een andere ontvanger.");
  }
  return {};
}

// Sixteen bytes from a supply of this thread: asking OpenSSL costs 4 µs, however few bytes it is for. An id
// is no secret, so what waits in the supply need not be one.
std::array<std::uint8_t, 16> randomBytes() {
  thread_local std::array<std::uint8_t, 1024> supply;
  thread_local size_t used = supply.size();
  std::array<std::uint8_t, 16> bytes{};
  if (used + bytes.size() > supply.size()) {
    fillRandom(supply);
    used = 0;
  }
  std::copy_n(supply.begin() + static_cast<std::ptrdiff_t>(used), bytes.size(), bytes.begin());
  used += bytes.size();
  return bytes;
}

// Random UUID, RFC 4122 version 4.
std::string freshUuid() {
  auto bytes = randomBytes();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string id = toHex(bytes);
  for (const unsigned at : {20U, 16U, 12U, 8U}) id.insert(at, 1, '-');
  return id;
}

void headerBlock(std::string& out, std::string_view local, std::string_view uri) {
  out.append("<wsa:").append(local).append(" xmlns:wsa=\"").append(kAddressing).append("\">");
  // Of the characters that isUriText lets through only this one means something in XML text.
  for (const char c : uri) c == '&' ? out.append("&amp;") : out.append(1, c);
  out.append("</wsa:").append(local).append(">");
}

}  // namespace

Outcome<Addressing> readAddressing(const xml::Envelope& envelope, const AddressingRules& rules) {
  Addressing read;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    const std::string_view ns = block.element.name().ns;
    if (isOtherAddressing(ns))
      return invalid("Alleen WS-Addressing van namespace " + std::string(kAddressing) + ".");
    read.used = read.used || (block.forUs && ns == kAddressing);
  }
  struct Header {
    const char* local;
    FaultKind kind;
    bool (*accepts)(std::string_view);
    std::optional<std::string> Addressing::*target;
  };
  constexpr std::array<Header, 4> kHeaders = {{
      {"To", FaultKind::addressingToMissing, isAbsoluteUri, &Addressing::to},
      {"Action", FaultKind::addressingActionMissing, isAbsoluteUri, &Addressing::action},
      {"MessageID", FaultKind::addressingMessageIdMissing, isMessageId, &Addressing::messageId},
      {"RelatesTo", FaultKind::addressingRelatesToInvalid, isMessageId, &Addressing::relatesTo},
  }};
  for (const Header& header : kHeaders) {
    auto value = uriHeader(envelope, header.local, header.kind, header.accepts);
    if (!value) return tl::unexpected(std::move(value.error()));
    read.*header.target = std::move(*value);
  }
  auto from = endpointHeader(envelope, "From");
  if (!from) return tl::unexpected(std::move(from.error()));
  read.from = std::move(*from);
  if (auto checked = checkReturnAddresses(envelope); !checked)
    return tl::unexpected(std::move(checked.error()));
  if (auto checked = checkPresence(read, rules); !checked) return tl::unexpected(std::move(checked.error()));
  if (auto checked = checkOin(read, rules.ownOin); !checked)
    return tl::unexpected(std::move(checked.error()));
  return read;
}

Outcome<void> requireFrom(const Addressing& read) {
  if (!read.from) return invalid("wsa:From ontbreekt; een wijziging noemt haar afzender.");
  return {};
}

Addressing peekAddressing(const xml::Envelope& envelope) {
  Addressing seen;
  for (const xml::HeaderBlock& block : envelope.headers()) {
    seen.used = seen.used || (block.forUs && block.element.name().ns == kAddressing);
  }
  if (auto id = uriHeader(envelope, "MessageID", FaultKind::addressingMessageIdMissing, isMessageId)) {
    seen.messageId = std::move(*id);
  }
  return seen;
}

std::vector<AnswerHeader> answerHeaderValues(const Addressing& request, std::string_view action,
                                             std::string_view ownUri) {
  std::vector<AnswerHeader> values;
  if (!request.used && ownUri.empty()) return values;
  values.push_back({"Action", std::string(action)});
  values.push_back({"MessageID", ownUri.empty() ? "urn:uuid:" + freshUuid()
                                                : "cvs-isi@" + freshUuid() + "@" + std::string(ownUri)});
  if (request.messageId) values.push_back({"RelatesTo", *request.messageId});
  return values;
}

std::string answerHeaders(const Addressing& request, std::string_view action, std::string_view ownUri) {
  std::string out;
  for (const AnswerHeader& header : answerHeaderValues(request, action, ownUri))
    headerBlock(out, header.local, header.value);
  return out;
}

}  // namespace cvsgw::security
