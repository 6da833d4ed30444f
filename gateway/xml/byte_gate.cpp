#include "gateway/xml/byte_gate.hpp"

#include "gateway/xml/markup_scan.hpp"
#include "gateway/xml/utf8.hpp"

namespace cvsgw::xml {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// Other encodings can be told by their first bytes (XML 1.0 appendix F); it gives the caller a better text
// than "illegal byte".
bool startsAsUtf16Or32(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFE\xFF" || bytes.substr(0, 2) == "\xFF\xFE") return true;
  return bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

std::string atLine(std::string_view bytes, size_t offset) {
  return " (regel " + std::to_string(lineAt(bytes, offset)) + ").";
}

}  // namespace

Outcome<CheckedBytes> byteGate(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    return refuse(FaultKind::limitExceeded,
                  "Het bericht is te groot: ten hoogste " + std::to_string(limits.bytes) + " bytes.");
  }
  if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark) bytes.remove_prefix(kUtf8Mark.size());
  // A second one is a character, which may not stand there; libxml2 would take it off in silence.
  if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark)
    return refuse(FaultKind::malformedXml, "Voor het element van het bericht staat tekst (regel 1).");
  if (startsAsUtf16Or32(bytes))
    return refuse(FaultKind::notUtf8, "Alleen UTF-8 wordt aangenomen, geen UTF-16 of UTF-32.");
  if (const auto flaw = findUtf8Flaw(bytes)) {
    if (flaw->encoding) {
      return refuse(FaultKind::notUtf8,
                    "Het bericht bevat bytes die geen UTF-8 zijn" + atLine(bytes, flaw->offset));
    }
    return refuse(FaultKind::malformedXml,
                  "Het bericht bevat een teken dat XML 1.0 niet toestaat" + atLine(bytes, flaw->offset));
  }
  if (auto flaw = scanMarkup(bytes, limits)) {
    return refuse(flaw->kind, flaw->text + atLine(bytes, flaw->offset));
  }
  return CheckedBytes(bytes);
}

}  // namespace cvsgw::xml
