#include "gateway/xml/envelope.hpp"

#include <gtest/gtest.h>

namespace cvsgw::xml {
namespace {

Outcome<Envelope> open(const std::string& text) {
  auto checked = byteGate(text);
  if (!checked) return tl::unexpected(checked.error());
  auto document = parse(*checked);
  if (!document) return tl::unexpected(document.error());
  return openEnvelope(std::move(*document));
}

std::string soap(const std::string& inside, const std::string& attributes = "") {
  return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"" + attributes + ">" + inside +
         "</s:Envelope>";
}

const std::string kBody = "<s:Body><o:Ping xmlns:o=\"urn:o\"/></s:Body>";

TEST(Envelope, GivesTheOperationAndItsLine) {
  const auto envelope =
      open(soap("\n<s:Header/>\n<s:Body>\n<!-- x --><o:Ping xmlns:o=\"urn:o\"/>\n</s:Body>"));
  ASSERT_TRUE(envelope.has_value());
  EXPECT_EQ(envelope->operation().name(), (QName{"urn:o", "Ping"}));
  EXPECT_EQ(envelope->operation().line(), 4);
  EXPECT_TRUE(envelope->headers().empty());
}

TEST(Envelope, GivesHeaderBlocks) {
  const auto envelope =
      open(soap("<s:Header><a:X xmlns:a=\"urn:a\" s:mustUnderstand=\"1\"> v </a:X><a:Y xmlns:a=\"urn:a\" "
                "s:actor=\"urn:other\"/>"
                "<a:Z xmlns:a=\"urn:a\" s:mustUnderstand=\"0\" "
                "s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\"/></s:Header>" +
                kBody));
  ASSERT_TRUE(envelope.has_value());
  const auto& headers = envelope->headers();
  ASSERT_EQ(headers.size(), 3U);
  EXPECT_TRUE(headers[0].mustUnderstand);
  EXPECT_TRUE(headers[0].forUs);
  EXPECT_EQ(headers[0].element.text(), "v");
  EXPECT_EQ(headers[0].element.exactText(), " v ");
  EXPECT_FALSE(headers[1].forUs);
  EXPECT_TRUE(headers[2].forUs);
  EXPECT_FALSE(headers[2].mustUnderstand);
}

TEST(Envelope, MovesWithItsElements) {
  auto envelope = open(soap(kBody));
  ASSERT_TRUE(envelope.has_value());
  const Envelope moved = std::move(*envelope);
  EXPECT_EQ(moved.operation().name().local, "Ping");
}

struct Bad {
  const char* name;
  std::string text;
  FaultKind kind = FaultKind::envelopeInvalid;
};

void PrintTo(const Bad& bad, std::ostream* out) {
  *out << bad.name;
}

class BadEnvelope : public ::testing::TestWithParam<Bad> {};

TEST_P(BadEnvelope, R20_R22_A14_IsRefused) {
  const auto envelope = open(GetParam().text);
  ASSERT_FALSE(envelope.has_value());
  EXPECT_EQ(envelope.error().kind, GetParam().kind);
  EXPECT_FALSE(envelope.error().text.str().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, BadEnvelope,
    ::testing::Values(
        Bad{"Soap12",
            "<s:Envelope "
            "xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><a/></s:Body></s:Envelope>",
            FaultKind::versionMismatch},
        Bad{"UnknownSoap", "<s:Envelope xmlns:s=\"urn:soap\"><s:Body><a/></s:Body></s:Envelope>",
            FaultKind::versionMismatch},
        Bad{"NoNamespace", "<Envelope><Body><a/></Body></Envelope>", FaultKind::versionMismatch},
        Bad{"OtherRoot", "<o:Ping xmlns:o=\"urn:o\"/>"}, Bad{"NoBody", soap("<s:Header/>")},
        Bad{"Nothing", soap("")}, Bad{"EmptyBody", soap("<s:Body/>")},
        Bad{"TwoOperations", soap("<s:Body><a/><b/></s:Body>")},
        Bad{"TextInBody", soap("<s:Body>x<a/></s:Body>")},
        Bad{"CdataInBody", soap("<s:Body><![CDATA[x]]><a/></s:Body>")},
        Bad{"TextInEnvelope", soap("x" + kBody)}, Bad{"TextInHeader", soap("<s:Header>x</s:Header>" + kBody)},
        Bad{"TwoBodies", soap(kBody + kBody)}, Bad{"TwoHeaders", soap("<s:Header/><s:Header/>" + kBody)},
        Bad{"HeaderAfterBody", soap(kBody + "<s:Header/>")},
        Bad{"TrailingElement", soap(kBody + "<x xmlns=\"urn:x\"/>")},
        Bad{"LeadingElement", soap("<x xmlns=\"urn:x\"/>" + kBody)},
        Bad{"BodyInOtherNamespace", soap("<o:Body xmlns:o=\"urn:o\"><a/></o:Body>")},
        Bad{"HeaderBlockWithoutNamespace", soap("<s:Header><x/></s:Header>" + kBody)},
        Bad{"OddMustUnderstand",
            soap("<s:Header><a:X xmlns:a=\"urn:a\" s:mustUnderstand=\"yes\"/></s:Header>" + kBody)},
        Bad{"EncodingStyleOnEnvelope",
            soap(kBody, " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"")},
        Bad{"EncodingStyleOnOperation", soap("<s:Body><a s:encodingStyle=\"x\"/></s:Body>")},
        Bad{"A21_RelativeNamespaceOfAPrefix", soap("<s:Body><a xmlns:b=\"relatief\"/></s:Body>"),
            FaultKind::malformedXml},
        Bad{"RelativeNamespace", soap("<s:Body><a xmlns=\"relatief\"/></s:Body>"), FaultKind::malformedXml},
        Bad{"NamespaceThatIsNoUri", soap("<s:Body><a xmlns=\"urn:x. Expected is ( y )\"/></s:Body>"),
            FaultKind::malformedXml},
        Bad{"UnboundPrefix", soap("<s:Body><q:a/></s:Body>"), FaultKind::malformedXml}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Document, NamesTheLineOfTheFirstError) {
  const auto envelope = open(soap("\n\n<s:Body></s:Bod>"));
  ASSERT_FALSE(envelope.has_value());
  EXPECT_EQ(envelope.error().text.str(), "Het bericht is geen welgevormde XML (regel 3).");
}

}  // namespace
}  // namespace cvsgw::xml
