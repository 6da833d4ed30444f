#include "gateway/reply/xml_writer.hpp"

namespace cvsgw::reply {

std::string_view prefixOf(Namespace ns) {
  switch (ns) {
    case Namespace::gemeenschappelijk:
      return "g";
    case Namespace::algemeen:
      return "alg";
    case Namespace::wi2007:
      return "w07";
    case Namespace::wi2013:
      return "w13";
    case Namespace::wi2021:
      return "w21";
  }
  return "";
}

void appendEscaped(std::string& out, std::string_view text) {
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    std::string_view replacement;
    switch (text[i]) {
      case '&':
        replacement = "&amp;";
        break;
      case '<':
        replacement = "&lt;";
        break;
      case '>':
        replacement = "&gt;";
        break;
      case '\r':
        replacement = "&#xD;";
        break;
      default:
        continue;
    }
    out.append(text.substr(from, i - from)).append(replacement);
    from = i + 1;
  }
  out.append(text.substr(from));
}

void XmlWriter::content(const Bedrag& amount) {
  const bool negative = amount.centen < 0;
  const auto centen = negative ? -amount.centen : amount.centen;
  if (negative) out_.append("-");
  out_.append(std::to_string(centen / 100)).append(1, '.');
  out_.append(1, static_cast<char>('0' + centen % 100 / 10)).append(1, static_cast<char>('0' + centen % 10));
}

}  // namespace cvsgw::reply
