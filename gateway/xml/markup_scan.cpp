#include "gateway/xml/markup_scan.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "gateway/xml/utf8.hpp"

namespace cvsgw::xml {
namespace {

constexpr auto npos = std::string_view::npos;

bool isSpace(char c) {
  return kSpace.find(c) != npos;
}

class MarkupScan {
 public:
  MarkupScan(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  std::optional<MarkupFlaw> run() {
    bool ok = declaration();
    while (ok && at_ < text_.size()) ok = text_[at_] == '<' ? markup() : characters();
    return std::move(flaw_);
  }

 private:
  // What is known of an open element. A document's own level (depth 0) is entry 0.
  struct Level {
    size_t namespaces = 0;
    bool text = false;
    bool comment = false;
  };

  bool refuse(FaultKind kind, std::string text) {
    flaw_ = MarkupFlaw{kind, std::move(text), at_};
    return false;
  }
  bool malformed(const char* what) { return refuse(FaultKind::malformedXml, what); }
  bool tooMany(size_t maximum, const char* what) {
    return refuse(FaultKind::limitExceeded,
                  "Het bericht overschrijdt een grens: ten hoogste " + std::to_string(maximum) + " " + what);
  }

  bool startsWith(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  void skipSpace() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool declaration();
  bool declarationPart(std::string_view name, std::string_view& value);
  bool markup();
  bool comment();
  bool cdata();
  bool characters();
  bool endTag();
  bool startTag();
  bool attribute(size_t& attributes, size_t& namespaces);
  bool countAttribute(std::string_view name, size_t& attributes, size_t& namespaces);
  bool name(std::string_view& out);
  bool references(std::string_view value, size_t offset);
  bool valueSeen(bool text, bool comment);

  std::string_view text_;
  const Limits& limits_;
  size_t at_ = 0;
  size_t depth_ = 0;
  size_t elements_ = 0;
  size_t namespacesInScope_ = 0;
  std::array<Level, Limits::kDepthCeiling + 1> levels_{};
  std::optional<MarkupFlaw> flaw_;
};

// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, at the very start only.
bool MarkupScan::declaration() {
  if (!startsWith("<?xml") || text_.size() < 6 || !isSpace(text_[5])) return true;
  at_ = 5;
  std::string_view value;
  if (!declarationPart("version", value) || value != "1.0")
    return malformed("Alleen XML 1.0 wordt aangenomen");
  if (declarationPart("encoding", value)) {
    constexpr std::string_view kName = "utf-8";
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    const bool same = std::equal(value.begin(), value.end(), kName.begin(), kName.end(),
                                 [&](char a, char b) { return lower(a) == b; });
    if (!same) return refuse(FaultKind::notUtf8, "De XML-declaratie noemt een andere codering dan UTF-8");
  }
  if (declarationPart("standalone", value) && value != "yes" && value != "no") {
    return malformed("De XML-declaratie is ongeldig");
  }
  skipSpace();
  if (!startsWith("?>")) return malformed("De XML-declaratie is ongeldig");
  at_ += 2;
  return true;
}

bool MarkupScan::declarationPart(std::string_view name, std::string_view& value) {
  const size_t start = at_;
  skipSpace();
  if (at_ > start && startsWith(name)) {
    at_ += name.size();
    skipSpace();
    if (peek() == '=') {
      ++at_;
      skipSpace();
      const char quote = peek();
      const size_t end = quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : npos;
      if (end != npos) {
        value = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return true;
      }
    }
  }
  at_ = start;
  return false;
}

bool MarkupScan::markup() {
  if (startsWith("</")) return endTag();
  if (startsWith("<?"))
    return refuse(FaultKind::processingInstruction, "Verwerkingsinstructies worden niet aangenomen");
  if (startsWith("<!--")) return comment();
  if (startsWith("<![CDATA[")) return cdata();
  if (startsWith("<!DOCTYPE")) return refuse(FaultKind::doctypeRefused, "Een DOCTYPE wordt niet aangenomen");
  if (startsWith("<!")) return malformed("Het bericht bevat een declaratie die XML hier niet toestaat");
  return startTag();
}

bool MarkupScan::valueSeen(bool text, bool comment) {
  Level& level = levels_[depth_];
  level.text = level.text || text;
  level.comment = level.comment || comment;
  if (depth_ > 0 && level.text && level.comment) {
    return refuse(FaultKind::envelopeInvalid, "Commentaar in een waarde wordt niet aangenomen");
  }
  return true;
}

bool MarkupScan::comment() {
  const size_t end = text_.find("-->", at_ + 4);
  if (end == npos) return malformed("Een commentaar wordt niet afgesloten");
  if (!valueSeen(false, true)) return false;
  at_ = end + 3;
  return true;
}

bool MarkupScan::cdata() {
  if (depth_ == 0) return malformed("CDATA staat buiten het element van het bericht");
  const size_t start = at_ + 9;
  const size_t end = text_.find("]]>", start);
  if (end == npos) return malformed("Een CDATA-sectie wordt niet afgesloten");
  if (end - start > limits_.textBytes) return tooMany(limits_.textBytes, "bytes per waarde");
  if (end > start && !valueSeen(true, false)) return false;
  at_ = end + 3;
  return true;
}

bool MarkupScan::characters() {
  const size_t end = std::min(text_.find('<', at_), text_.size());
  const std::string_view run = text_.substr(at_, end - at_);
  if (run.size() > limits_.textBytes) return tooMany(limits_.textBytes, "bytes per waarde");
  if (run.find_first_not_of(kSpace) != npos && !valueSeen(true, false)) return false;
  if (!references(run, at_)) return false;
  at_ = end;
  return true;
}

bool MarkupScan::endTag() {
  if (depth_ == 0) return malformed("Het bericht sluit een element dat niet open is");
  at_ += 2;
  std::string_view ignored;
  if (!name(ignored)) return false;
  skipSpace();
  if (peek() != '>') return malformed("Een eindtag is onvolledig");
  ++at_;
  namespacesInScope_ -= levels_[depth_].namespaces;
  --depth_;
  return true;
}

bool MarkupScan::startTag() {
  if (++elements_ > limits_.elements) return tooMany(limits_.elements, "elementen");
  if (depth_ >= std::min(limits_.depth, Limits::kDepthCeiling)) return tooMany(limits_.depth, "niveaus diep");
  ++at_;
  std::string_view ignored;
  if (!name(ignored)) return false;
  size_t attributes = 0;
  size_t namespaces = 0;
  for (;;) {
    const size_t before = at_;
    skipSpace();
    if (peek() == '>') {
      ++at_;
      levels_[++depth_] = Level{namespaces, false, false};
      return true;
    }
    if (startsWith("/>")) {
      at_ += 2;
      namespacesInScope_ -= namespaces;
      return true;
    }
    if (at_ == before) return malformed("Een tag is onvolledig of mist een spatie tussen attributen");
    if (!attribute(attributes, namespaces)) return false;
  }
}

bool MarkupScan::attribute(size_t& attributes, size_t& namespaces) {
  std::string_view attributeName;
  if (!name(attributeName) || !countAttribute(attributeName, attributes, namespaces)) return false;
  skipSpace();
  if (peek() != '=') return malformed("Een attribuut heeft geen waarde");
  ++at_;
  skipSpace();
  const char quote = peek();
  if (quote != '"' && quote != '\'')
    return malformed("De waarde van een attribuut staat niet tussen aanhalingstekens");
  const size_t start = at_ + 1;
  const size_t end = text_.find(quote, start);
  if (end == npos) return malformed("De waarde van een attribuut wordt niet afgesloten");
  const std::string_view value = text_.substr(start, end - start);
  if (value.size() > limits_.attributeValueBytes) {
    return tooMany(limits_.attributeValueBytes, "bytes per waarde van een attribuut");
  }
  if (value.find('<') != npos) return malformed("De waarde van een attribuut bevat een <");
  if (!references(value, start)) return false;
  at_ = end + 1;
  return true;
}

bool MarkupScan::countAttribute(std::string_view name, size_t& attributes, size_t& namespaces) {
  if (name != "xmlns" && name.substr(0, 6) != "xmlns:") {
    return ++attributes <= limits_.attributesPerElement ||
           tooMany(limits_.attributesPerElement, "attributen per element");
  }
  if (++namespaces > limits_.namespacesPerElement) {
    return tooMany(limits_.namespacesPerElement, "namespace-declaraties per element");
  }
  return ++namespacesInScope_ <= limits_.namespacesInScope ||
         tooMany(limits_.namespacesInScope, "namespace-declaraties tegelijk");
}

bool MarkupScan::name(std::string_view& out) {
  // Looks no further than the limit, so that a name of a megabyte costs no more than one of 128 bytes.
  const std::string_view window = text_.substr(at_, limits_.nameBytes + 1);
  const size_t length = std::min(window.find_first_of(" \t\r\n/>=<&\"'"), window.size());
  if (length > limits_.nameBytes) return tooMany(limits_.nameBytes, "bytes per naam");
  if (length == 0) return malformed("Een naam ontbreekt in een tag");
  out = window.substr(0, length);
  at_ += length;
  return true;
}

// `digits` of `&#…;`: a character that XML allows?
bool legalCharacterReference(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && digits.front() == 'x') {
    base = 16;
    digits.remove_prefix(1);
  }
  if (digits.empty() || digits.front() == '-') return false;
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc{} && end == digits.data() + digits.size() && isXmlChar(value);
}

bool MarkupScan::references(std::string_view value, size_t offset) {
  constexpr std::array<std::string_view, 5> kPredefined = {"amp", "lt", "gt", "quot", "apos"};
  constexpr size_t kLongest = 12;
  for (size_t amp = value.find('&'); amp != npos; amp = value.find('&', amp + 1)) {
    const std::string_view window = value.substr(amp + 1, kLongest);
    const std::string_view body = window.substr(0, window.find(';'));
    const bool closed = body.size() < window.size();
    const bool numeric = !body.empty() && body.front() == '#';
    const bool legal = numeric ? legalCharacterReference(body.substr(1))
                               : std::find(kPredefined.begin(), kPredefined.end(), body) != kPredefined.end();
    if (!closed || !legal) {
      at_ = offset + amp;
      return malformed("Het bericht bevat een verwijzing met & die XML zonder DOCTYPE niet kent");
    }
  }
  return true;
}

}  // namespace

std::optional<MarkupFlaw> scanMarkup(std::string_view text, const Limits& limits) {
  return MarkupScan(text, limits).run();
}

size_t lineAt(std::string_view text, size_t offset) {
  const auto head = text.substr(0, offset);
  return 1 + static_cast<size_t>(std::count(head.begin(), head.end(), '\n'));
}

}  // namespace cvsgw::xml
