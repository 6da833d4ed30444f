#include "gateway/xml/byte_gate.hpp"

#include <gtest/gtest.h>

#include <string>

#include "gateway/xml/document.hpp"

namespace cvsgw::xml {
namespace {

using namespace std::string_literals;

std::string repeat(size_t times, const std::string& part) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

// `a0="" a1="" …`, or with another stem.
std::string attributes(size_t count, const std::string& stem = "a") {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += " " + stem + std::to_string(i) + "=\"u:x\"";
  return text;
}

struct Case {
  const char* name;
  std::string bytes;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class Refused : public ::testing::TestWithParam<std::pair<FaultKind, Case>> {};

TEST_P(Refused, R27_A01_A02_A13_WithItsOwnKind) {
  const auto& [kind, input] = GetParam();
  const auto checked = byteGate(input.bytes);
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().kind, kind);
  EXPECT_FALSE(checked.error().text.str().empty());
}

std::pair<FaultKind, Case> row(FaultKind kind, const char* name, std::string bytes) {
  return {kind, Case{name, std::move(bytes)}};
}

std::string nameOf(const ::testing::TestParamInfo<std::pair<FaultKind, Case>>& info) {
  return info.param.second.name;
}

INSTANTIATE_TEST_SUITE_P(
    Encoding, Refused,
    ::testing::Values(row(FaultKind::notUtf8, "Utf16LittleEndianMark", "\xFF\xFE<\0a\0/\0>\0"s),
                      row(FaultKind::notUtf8, "Utf16BigEndianMark", "\xFE\xFF\0<\0a\0/\0>"s),
                      row(FaultKind::notUtf8, "Utf16WithoutMark", "<\0a\0/\0>\0"s),
                      row(FaultKind::notUtf8, "Utf32", "\0\0\xFE\xFF\0\0\0<"s),
                      row(FaultKind::notUtf8, "OverlongSlash", "<a>\xC0\xAF</a>"),
                      row(FaultKind::notUtf8, "OverlongThree", "<a>\xE0\x80\xAF</a>"),
                      row(FaultKind::notUtf8, "OverlongFour", "<a>\xF0\x80\x80\xAF</a>"),
                      row(FaultKind::notUtf8, "Surrogate", "<a>\xED\xA0\x80</a>"),
                      row(FaultKind::notUtf8, "AboveUnicode", "<a>\xF4\x90\x80\x80</a>"),
                      row(FaultKind::notUtf8, "LoneContinuation", "<a>\x80</a>"),
                      row(FaultKind::notUtf8, "Truncated", "<a>\xE2\x82"),
                      row(FaultKind::notUtf8, "Latin1", "<a>Jos\xE9 de Vries</a>"),
                      row(FaultKind::notUtf8, "DeclaredLatin1",
                          "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"),
                      row(FaultKind::notUtf8, "DeclaredUtf7", "<?xml version='1.0' encoding='UTF-7'?><a/>"),
                      row(FaultKind::malformedXml, "ControlCharacter", "<a>abcdefgh\x01</a>"),
                      row(FaultKind::malformedXml, "NulLater", "<a>abcdefgh\0</a>"s),
                      row(FaultKind::malformedXml, "NonCharacter", "<a>\xEF\xBF\xBE</a>"),
                      row(FaultKind::malformedXml, "Xml11", "<?xml version=\"1.1\"?><a/>")),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Markup, Refused,
    ::testing::Values(
        row(FaultKind::doctypeRefused, "Doctype", "<!DOCTYPE a><a/>"),
        row(FaultKind::doctypeRefused, "InternalEntity", "<!DOCTYPE a [<!ENTITY x \"evil\">]><a>&x;</a>"),
        row(FaultKind::doctypeRefused, "ExternalEntity",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        row(FaultKind::doctypeRefused, "DoctypeBehindComment", "<!-- x --><!DOCTYPE a><a/>"),
        row(FaultKind::malformedXml, "TwoMarks", "\xEF\xBB\xBF\xEF\xBB\xBF<a/>"),
        row(FaultKind::doctypeRefused, "DoctypeBehindMark", "\xEF\xBB\xBF<!DOCTYPE a><a/>"),
        row(FaultKind::malformedXml, "EntityDeclarationAlone", "<!ENTITY x \"y\"><a/>"),
        row(FaultKind::malformedXml, "LowerCaseDoctype", "<!doctype a><a/>"),
        row(FaultKind::processingInstruction, "Stylesheet", "<?xml-stylesheet href=\"x\"?><a/>"),
        row(FaultKind::processingInstruction, "InContent", "<a><?php x ?></a>"),
        row(FaultKind::processingInstruction, "LateDeclaration", " <?xml version=\"1.0\"?><a/>"),
        row(FaultKind::processingInstruction, "SecondDeclaration",
            "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>"),
        row(FaultKind::malformedXml, "UnknownEntity", "<a>&eacute;</a>"),
        row(FaultKind::malformedXml, "UnknownEntityInAttribute", "<a b=\"&x;\"/>"),
        row(FaultKind::malformedXml, "BareAmpersand", "<a>A & B</a>"),
        row(FaultKind::malformedXml, "NulReference", "<a>&#0;</a>"),
        row(FaultKind::malformedXml, "SurrogateReference", "<a>&#xD800;</a>"),
        row(FaultKind::malformedXml, "OverflowingReference", "<a>&#4294967361;</a>"),
        row(FaultKind::malformedXml, "EmptyReference", "<a>&#;</a>"),
        row(FaultKind::malformedXml, "LessThanInAttribute", "<a b=\"<\"/>"),
        row(FaultKind::malformedXml, "UnclosedComment", "<a><!-- x</a>"),
        row(FaultKind::malformedXml, "UnclosedCdata", "<a><![CDATA[ x</a>"),
        row(FaultKind::malformedXml, "UnclosedAttribute", "<a b=\"x></a>"),
        row(FaultKind::malformedXml, "AttributeWithoutValue", "<a b></a>"),
        row(FaultKind::malformedXml, "GluedAttributes", "<a b=\"1\"c=\"2\"/>"),
        row(FaultKind::malformedXml, "ClosesTooMuch", "<a/></a>"),
        row(FaultKind::malformedXml, "EndsInATag", "<a"),
        row(FaultKind::envelopeInvalid, "CommentInValue", "<a>9999<!-- -->93653</a>"),
        row(FaultKind::envelopeInvalid, "CommentBeforeValue", "<a><!-- x -->1</a>"),
        row(FaultKind::envelopeInvalid, "CommentNextToCdata", "<a><![CDATA[1]]><!-- x --></a>")),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Limit, Refused,
    ::testing::Values(
        row(FaultKind::limitExceeded, "Size", "<a>" + std::string(256 * 1024, ' ') + "</a>"),
        row(FaultKind::limitExceeded, "Depth33", repeat(33, "<a>") + repeat(33, "</a>")),
        row(FaultKind::limitExceeded, "Depth10000Unclosed", repeat(10000, "<a>")),
        row(FaultKind::limitExceeded, "Elements5001", "<r>" + repeat(5000, "<a/>") + "</r>"),
        row(FaultKind::limitExceeded, "Attributes65", "<a" + attributes(65) + "/>"),
        row(FaultKind::limitExceeded, "Attributes25000", "<a" + repeat(25000, " x=\"\"") + "/>"),
        row(FaultKind::limitExceeded, "Namespaces33", "<a" + attributes(33, "xmlns:n") + "/>"),
        row(FaultKind::limitExceeded, "NamespacesInScope65",
            "<a" + attributes(32, "xmlns:n") + "><b" + attributes(32, "xmlns:n") +
                "><c xmlns=\"u:x\"/></b></a>"),
        row(FaultKind::limitExceeded, "ElementName129", "<" + std::string(129, 'a') + "/>"),
        row(FaultKind::limitExceeded, "ElementName100000", "<" + std::string(100000, 'a') + "/>"),
        row(FaultKind::limitExceeded, "AttributeName129", "<a " + std::string(129, 'b') + "=\"\"/>"),
        row(FaultKind::limitExceeded, "AttributeValue", "<a b=\"" + std::string(4097, 'x') + "\"/>"),
        row(FaultKind::limitExceeded, "Text", "<a>" + std::string(65537, 'x') + "</a>"),
        row(FaultKind::limitExceeded, "Cdata", "<a><![CDATA[" + std::string(65537, 'x') + "]]></a>")),
    nameOf);

class Accepted : public ::testing::TestWithParam<Case> {};

TEST_P(Accepted, AndReadByTheParser) {
  const auto checked = byteGate(GetParam().bytes);
  ASSERT_TRUE(checked.has_value()) << checked.error().text.str();
  EXPECT_TRUE(parse(*checked).has_value());
}

INSTANTIATE_TEST_SUITE_P(
    ByteGate, Accepted,
    ::testing::Values(
        Case{"Declaration", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?>\n<a/>"},
        Case{"Mark", "\xEF\xBB\xBF<?xml version=\"1.0\"?><a/>"}, Case{"NoDeclaration", "<a/>"},
        Case{"DoctypeInCdata", "<a><![CDATA[<!DOCTYPE x><?pi?>&y;]]></a>"},
        Case{"DoctypeInComment", "<a><!-- <!DOCTYPE x> <?pi?> &y; --><b/></a>"},
        Case{"GreaterInAttribute", "<a b='>\"--'/>"}, Case{"QuotesInText", "<a>\"it's\" > ]] </a>"},
        Case{"PredefinedReferences", "<a b=\"&lt;&amp;\">&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;</a>"},
        Case{"NonAscii", "<a>Žofia Łukasiewicz 日本 \xF0\x9F\x98\x80</a>"},
        Case{"CommentsBetweenElements", "<!-- a --><a> <!-- b --> <b>1</b> </a><!-- c -->"},
        Case{"Depth32", repeat(32, "<a>") + repeat(32, "</a>")},
        Case{"Elements5000", "<r>" + repeat(4999, "<a/>") + "</r>"},
        Case{"Attributes64", "<a" + attributes(64) + "/>"},
        Case{"Namespaces32", "<a" + attributes(32, "xmlns:n") + "/>"},
        Case{"NamespacesLeaveScope", "<r>" + repeat(10, "<a" + attributes(32, "xmlns:n") + "/>") + "</r>"},
        Case{"Name128", "<" + std::string(128, 'a') + "/>"},
        Case{"AttributeValue4096", "<a b=\"" + std::string(4096, 'x') + "\"/>"},
        Case{"Text65536", "<a>" + std::string(65536, 'x') + "</a>"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(ByteGate, A03_A07_NamesTheLimitAndItsMaximum) {
  const auto checked = byteGate("<a" + attributes(65) + "/>");
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().text.str(),
            "Het bericht overschrijdt een grens: ten hoogste 64 attributen per element (regel 1).");
}

TEST(ByteGate, NamesTheLineOfTheFlaw) {
  const auto checked = byteGate("<a>\n\n<!DOCTYPE x>\n</a>");
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().text.str(), "Een DOCTYPE wordt niet aangenomen (regel 3).");
}

TEST(ByteGate, TakesLimitsFromItsCaller) {
  Limits limits;
  limits.depth = 1;
  EXPECT_TRUE(byteGate("<a/>", limits).has_value());
  EXPECT_FALSE(byteGate("<a><b/></a>", limits).has_value());
}

TEST(ByteGate, GivesTheBytesWithoutTheMark) {
  const auto checked = byteGate("\xEF\xBB\xBF<a/>");
  ASSERT_TRUE(checked.has_value());
  EXPECT_EQ(checked->view(), "<a/>");
}

TEST(ByteGate, A13_RefusesEmptyAndBareTextAtTheLatestInTheParser) {
  for (const char* bytes : {"", " ", "abc", "<a></b>", "<a/><b/>", "<p:a/>", "<a b='1' b='2'/>",
                            "<a xmlns='x'/>", "<a>]]></a>", "<a><!-- -- --></a>"}) {
    const auto checked = byteGate(bytes);
    if (!checked) continue;
    const auto document = parse(*checked);
    ASSERT_FALSE(document.has_value()) << bytes;
    EXPECT_EQ(document.error().kind, FaultKind::malformedXml) << bytes;
  }
}

}  // namespace
}  // namespace cvsgw::xml
