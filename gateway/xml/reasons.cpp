#include "gateway/xml/reasons.hpp"

#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace cvsgw::xml {
namespace {

constexpr size_t kMostNames = 40;

std::string list(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size() && i < kMostNames; ++i)
    text.append(i == 0 ? "" : ", ").append(names[i]);
  if (names.size() > kMostNames) text.append(" …");
  return text;
}

std::string numberWord(size_t n) {
  constexpr std::array<std::string_view, 13> kWords = {
      "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"};
  return n < kWords.size() ? std::string(kWords[n]) : std::to_string(n);
}

// `[0-9]{9}` and the like in words; nothing when the pattern is of another shape.
std::string patternInWords(std::string_view pattern) {
  struct Shape {
    std::string_view set;
    std::string_view word;
  };
  constexpr std::array<Shape, 4> kShapes = {{{"[0-9]{", "cijfers"},
                                             {"\\d{", "cijfers"},
                                             {"[0-9A-Za-z]{", "letters of cijfers"},
                                             {"[A-Z]{", "hoofdletters"}}};
  for (const Shape& shape : kShapes) {
    if (pattern.substr(0, shape.set.size()) != shape.set) continue;
    const std::string_view count = pattern.substr(shape.set.size());
    size_t n = 0;
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), n);
    if (error != std::errc{} || end + 1 != count.data() + count.size() || *end != '}') continue;
    return numberWord(n) + " " + std::string(shape.word);
  }
  return {};
}

std::string builtInInWords(std::string_view name) {
  struct Row {
    std::string_view name;
    std::string_view words;
  };
  constexpr std::array<Row, 12> kRows = {{{"date", "een bestaande datum als JJJJ-MM-DD"},
                                          {"dateTime", "een moment als JJJJ-MM-DDTuu:mm:ss met tijdzone"},
                                          {"boolean", "true of false"},
                                          {"int", "een geheel getal"},
                                          {"long", "een geheel getal"},
                                          {"short", "een geheel getal"},
                                          {"integer", "een geheel getal"},
                                          {"nonNegativeInteger", "een geheel getal vanaf 0"},
                                          {"positiveInteger", "een geheel getal vanaf 1"},
                                          {"decimal", "een getal met een punt voor de decimalen"},
                                          {"base64Binary", "base64"},
                                          {"string", "tekst"}}};
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.name == name; });
  return row == kRows.end() ? "een waarde van het type " + std::string(name) : std::string(row->words);
}

std::string range(const TypeInfo& type) {
  const auto low = SchemaIndex::facet(type, "minInclusive");
  const auto high = SchemaIndex::facet(type, "maxInclusive");
  if (low && high) return " van " + std::string(*low) + " tot en met " + std::string(*high);
  if (low) return " vanaf " + std::string(*low);
  if (high) return " tot en met " + std::string(*high);
  return {};
}

std::string lengths(const TypeInfo& type) {
  const auto exact = SchemaIndex::facet(type, "length");
  const auto low = SchemaIndex::facet(type, "minLength");
  const auto high = SchemaIndex::facet(type, "maxLength");
  if (exact) return " van precies " + std::string(*exact) + " tekens";
  if (low && high) return " van " + std::string(*low) + " tot en met " + std::string(*high) + " tekens";
  if (high) return " van ten hoogste " + std::string(*high) + " tekens";
  if (low) return " van ten minste " + std::string(*low) + " tekens";
  return {};
}

std::string valueReason(int code) {
  switch (code) {
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      return "De waarde staat niet in de lijst";
    case XML_SCHEMAV_CVC_LENGTH_VALID:
      return "De waarde heeft niet de juiste lengte";
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
      return "De waarde is te kort of leeg";
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
      return "De waarde is te lang";
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
      return "De waarde is te laag";
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
      return "De waarde is te hoog";
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID:
    case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
      return "De waarde heeft te veel cijfers";
    default:
      return "De waarde heeft niet de juiste vorm";
  }
}

std::string contentReason(const std::vector<std::string>& expected, bool missing) {
  if (missing) {
    return expected.empty() ? "Er ontbreekt een element."
                            : "Er ontbreekt een element; verwacht: " + list(expected) + ".";
  }
  return expected.empty() ? "Dit element wordt hier niet verwacht."
                          : "Dit element wordt hier niet verwacht; verwacht: " + list(expected) + ".";
}

}  // namespace

std::string accepts(const TypeInfo* type) {
  if (type == nullptr) return {};
  if (!SchemaIndex::isSimple(*type)) return "elementen, geen tekst";
  if (const auto* values = SchemaIndex::enumeration(*type)) return "een van: " + list(*values);
  if (const auto pattern = SchemaIndex::facet(*type, "pattern")) {
    const std::string words = patternInWords(*pattern);
    return words.empty() ? "tekst volgens het patroon " + std::string(*pattern) : words;
  }
  std::string text = builtInInWords(SchemaIndex::primitive(*type)) + range(*type) + lengths(*type);
  if (const auto digits = SchemaIndex::facet(*type, "fractionDigits")) {
    text.append(", ten hoogste ").append(*digits).append(" decimalen");
  }
  return text;
}

bool isValueCode(int code) {
  return (code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && code <= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3) ||
         (code >= XML_SCHEMAV_CVC_FACET_VALID && code <= XML_SCHEMAV_CVC_ENUMERATION_VALID);
}

std::string reasonFor(int code, const TypeInfo* type, const std::vector<std::string>& expected,
                      bool missing) {
  if (isValueCode(code)) {
    const std::string wanted = accepts(type);
    return valueReason(code) + (wanted.empty() ? "." : "; verwacht: " + wanted + ".");
  }
  switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      return contentReason(expected, missing);
    case XML_SCHEMAV_CVC_ELT_1:
      return "Dit element kent het schema niet.";
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      return "Dit element heeft geen inhoud.";
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      return "Dit element bevat elementen, geen losse tekst.";
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
      return "Een attribuut wordt hier niet aangenomen.";
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
      return "Dit element bevat een waarde, geen elementen; verwacht: " + accepts(type) + ".";
    default:
      return "Dit element voldoet niet aan het schema.";
  }
}

}  // namespace cvsgw::xml
