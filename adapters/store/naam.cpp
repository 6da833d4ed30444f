#include "adapters/store/naam.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace cvsgw::store {
namespace {

// Letters that Unicode does not decompose and that people type without their stroke.
UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x0142:
      return 'l';
    case 0x00F8:
      return 'o';
    case 0x0111:
    case 0x00F0:
      return 'd';
    case 0x0131:
      return 'i';
    case 0x0127:
      return 'h';
    default:
      return c;
  }
}

}  // namespace

std::string zoeknaam(std::string_view utf8) {
  // Most names are ASCII: no need to ask ICU.
  std::string ascii(utf8);
  bool onlyAscii = true;
  for (char& c : ascii) {
    if (static_cast<unsigned char>(c) >= 0x80)
      onlyAscii = false;
    else if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
  }
  if (onlyAscii) return ascii;
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  if (U_SUCCESS(status)) text = nfd->normalize(text.foldCase(), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(plain(c));
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

}  // namespace cvsgw::store
