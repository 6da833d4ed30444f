// Signature wrapping: the signed parts are still in the message and their signature is right, but they are
// not what would be processed (security.md A20). Each case has to be refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/security/signature/names.hpp"
#include "gateway/security/signature/test_request.hpp"

namespace cvsgw::security::signature {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kEvilBody = "<s:Body><o:Ping xmlns:o=\"urn:o\"><o:tekst>kwaad</o:tekst></o:Ping></s:Body>";

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  return text.substr(begin, text.find(to, begin) + to.size() - begin);
}

std::string evilBody(const std::string& attributes) {
  return with(kEvilBody, "<s:Body", "<s:Body " + attributes);
}

// Where the signed Body can go, with another one in its place.
const std::vector<std::pair<const char*, std::pair<std::string, std::string>>>& hidingPlaces() {
  static const std::vector<std::pair<const char*, std::pair<std::string, std::string>>> places = {
      {"header block", {"<e:Security", "<x:Wrapper xmlns:x=\"urn:x\">@</x:Wrapper><e:Security"}},
      {"header block for another actor",
       {"<e:Security", "<x:Wrapper xmlns:x=\"urn:x\" s:actor=\"urn:a\">@</x:Wrapper><e:Security"}},
      {"block after Security", {"</s:Header>", "<x:Wrapper xmlns:x=\"urn:x\">@</x:Wrapper></s:Header>"}},
      {"bare in the header", {"<e:Security", "@<e:Security"}},
      {"Security", {"</e:Security>", "@</e:Security>"}},
      {"ds:Object", {"</d:Signature>", "<d:Object>@</d:Object></d:Signature>"}},
      {"ds:KeyInfo", {"</d:KeyInfo>", "@</d:KeyInfo>"}},
      {"SecurityTokenReference", {"</e:SecurityTokenReference>", "@</e:SecurityTokenReference>"}},
      {"Timestamp", {"</u:Timestamp>", "@</u:Timestamp>"}},
      {"an addressing header", {"</a:To>", "@</a:To>"}},
      {"From", {"<e:Security", "<a:From>@</a:From><e:Security"}},
      {"the evil Body", {"</o:Ping></s:Body>", "@</o:Ping></s:Body>"}},
      {"the token", {"</e:BinarySecurityToken>", "@</e:BinarySecurityToken>"}},
      {"SignedInfo", {"</d:SignedInfo>", "@</d:SignedInfo>"}},
      {"SignatureValue", {"</d:SignatureValue>", "@</d:SignatureValue>"}},
      {"a second Security",
       {"<e:Security",
        "<e:Security xmlns:e=\"http://docs.oasis-open.org/wss/2004/01/"
        "oasis-200401-wss-wssecurity-secext-1.0.xsd\" s:actor=\"urn:a\">@</e:Security><e:Security"}},
  };
  return places;
}

TEST(Wrapping, A20_TheBodyMovedAnywhereWithEveryKindOfIdOnTheOther) {
  const std::string text = sign(unsignedRequest());
  const std::string body = between(text, "<s:Body", "</s:Body>");
  int cases = 0;
  for (const auto& [name, place] : hidingPlaces()) {
    for (const char* attributes : {"", "u:Id=\"body\"", "u:Id=\"other\"", "Id=\"body\"", "ID=\"body\"",
                                   "id=\"body\"", "xml:id=\"body\"", "AssertionID=\"body\"",
                                   "x:Id=\"body\" xmlns:x=\"urn:x\"", "u:Id=\"other\" Id=\"body\""}) {
      const std::string evil = with(text, body, evilBody(attributes));
      const std::string answer = told(check(with(evil, place.first, with(place.second, "@", body))));
      EXPECT_THAT(answer, AnyOf(StartsWith("malformed: "), StartsWith("invalid: ")))
          << name << ' ' << attributes;
      ++cases;
    }
  }
  EXPECT_EQ(cases, 160);
}

TEST(Wrapping, A20_AnAddressingHeaderOrTheTimestampMovedAnywhere) {
  const std::string text = sign(unsignedRequest());
  for (const auto& [from, to, evil] : std::vector<std::array<std::string, 3>>{
           {"<a:To", "</a:To>", "<a:To@>https://kwaad.example/</a:To>"},
           {"<a:Action", "</a:Action>", "<a:Action@>urn:o/Kwaad</a:Action>"},
           {"<a:MessageID", "</a:MessageID>", "<a:MessageID@>urn:uuid:2</a:MessageID>"},
           {"<u:Timestamp", "</u:Timestamp>",
            "<u:Timestamp@><u:Created>2026-11-29T12:04:00Z</u:Created></u:Timestamp>"}}) {
    const std::string part = between(text, from, to);
    for (const auto& [name, place] : hidingPlaces()) {
      for (const char* attributes : {"", " u:Id=\"other\"", " Id=\"to\""}) {
        const std::string forged = with(text, part, with(evil, "@", attributes));
        if (forged.find(place.first) == std::string::npos) continue;  // it was in what was moved
        EXPECT_THAT(told(check(with(forged, place.first, with(place.second, "@", part)))),
                    AnyOf(StartsWith("malformed: "), StartsWith("invalid: ")))
            << evil << ' ' << name << attributes;
      }
    }
  }
}

// The forger chooses the references; the signature is his own and right, over what he was allowed to sign.
TEST(Wrapping, A20_ReferencesToAnythingButTheFixedPositions) {
  const std::string hidden = "<x:Wrapper xmlns:x=\"urn:x\"><s:Body u:Id=\"hidden\"/></x:Wrapper>";
  for (const char* uri : {"#hidden",
                          "",
                          "#",
                          "#xpointer(/)",
                          "#xpointer(id('body'))",
                          "#xpointer(//*[1])",
                          "#element(/1/2)",
                          "body",
                          "#body#body",
                          "#body ",
                          " #body",
                          "#BODY",
                          "%23body",
                          "http://canary.invalid/",
                          "file:///etc/passwd",
                          "cid:body",
                          "?#body",
                          "#../body",
                          "#signature",
                          "#wrapper"}) {
    std::string text = with(unsignedRequest(), "URI=\"#body\"", "URI=\"" + std::string(uri) + "\"");
    text = with(text, "@DIGEST:body@", std::string(43, 'A') + "=");
    text = with(text, "</s:Header>", hidden + "</s:Header>");
    EXPECT_THAT(told(check(sign(text))), HasSubstr("wijst met # een wsu:Id aan")) << uri;
  }
  std::string text = with(unsignedRequest(), " URI=\"#body\"", "");
  EXPECT_THAT(told(check(sign(with(text, "@DIGEST:body@", std::string(43, 'A') + "=")))),
              HasSubstr("wijst met # een wsu:Id aan"));
}

TEST(Wrapping, A20_AnIdThatIsNotWsuId) {
  for (const char* spelling :
       {"Id=\"body\"", "ID=\"body\"", "id=\"body\"", "x:Id=\"body\" xmlns:x=\"urn:x\""}) {
    std::string text = with(unsignedRequest(), "u:Id=\"body\"", spelling);
    text = with(text, "@DIGEST:body@", std::string(43, 'A') + "=");
    EXPECT_THAT(told(check(sign(text))), HasSubstr("wijst met # een wsu:Id aan")) << spelling;
  }
}

TEST(Wrapping, A20_AnIdThatIsThereTwice) {
  for (const char* spelling : {"u:Id=\"body\"", "Id=\"body\"", "ID=\"to\"", "AssertionID=\"time\"",
                               "x:Id=\"action\" xmlns:x=\"urn:x\"", "x:notId=\"token\" xmlns:x=\"urn:x\""}) {
    EXPECT_THAT(
        told(check(sign(with(unsignedRequest(), "<o:tekst>", "<o:tekst " + std::string(spelling) + ">")))),
        HasSubstr("Een Id komt meer dan eens voor"))
        << spelling;
  }
}

TEST(Wrapping, A20_AnIdThatWouldEndTheQuotesOfAnXPointer) {
  for (const char* id : {"a' or '1'='1", "a')|//*[('", "a b", "&#xe9;", "1a", "-a", "", "a:b", "a&quot;b"}) {
    EXPECT_THAT(
        told(check(sign(with(unsignedRequest(), "<o:tekst>", "<o:tekst Id=\"" + std::string(id) + "\">")))),
        HasSubstr("Een Id is een naam"))
        << id;
  }
}

TEST(Wrapping, A20_TwoSecurityHeaders) {
  const std::string text = sign(unsignedRequest());
  const std::string security = between(text, "<e:Security", "</e:Security>");
  for (const char* actor :
       {"", " s:actor=\"urn:a\"", " s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\""}) {
    const std::string empty =
        "<e:Security xmlns:e=\"http://docs.oasis-open.org/wss/2004/01/"
        "oasis-200401-wss-wssecurity-secext-1.0.xsd\"" +
        std::string(actor) + "/>";
    for (const std::string& both : {empty + security, security + empty})
      EXPECT_THAT(told(check(with(text, security, both))), HasSubstr("precies één wsse:Security")) << both;
  }
  EXPECT_THAT(told(check(with(text, "<e:Security", "<e:Security s:actor=\"urn:a\""))),
              HasSubstr("precies één wsse:Security"));
  EXPECT_THAT(told(check(with(text, security, security + security))), StartsWith("malformed: "));
}

TEST(Wrapping, A20_MoreThanOneOfAPart) {
  const std::string text = sign(unsignedRequest());
  for (const auto& [from, to] :
       std::vector<std::array<std::string, 2>>{{"<u:Timestamp", "</u:Timestamp>"},
                                               {"<e:BinarySecurityToken", "</e:BinarySecurityToken>"},
                                               {"<d:Signature ", "</d:Signature>"}}) {
    const std::string part = between(text, from, to);
    std::string twin = part;
    if (twin.find(" u:Id=\"") != std::string::npos) twin = with(twin, " u:Id=\"", " u:Id=\"twin-");
    EXPECT_THAT(told(check(with(text, part, part + twin))), HasSubstr("en niets anders")) << from;
    EXPECT_THAT(told(check(with(text, part, twin + part))), HasSubstr("en niets anders")) << from;
  }
  EXPECT_THAT(told(check(with(text, "</d:Signature>",
                              "<d:Object>" + between(text, "<d:Signature ", "</d:Signature>") +
                                  "</d:Object></d:Signature>"))),
              HasSubstr("ds:Signature bestaat uit"));
  EXPECT_THAT(told(check(with(text, "<u:Timestamp", "<e:UsernameToken/><u:Timestamp"))),
              HasSubstr("en niets anders"));
}

TEST(Wrapping, A21_CommentsAndXmlAttributesAnywhere) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{

           {"<s:Body", "<!-- x --><s:Body"},
           {"<s:Envelope", "<!-- x --><s:Envelope"},
           {"</s:Envelope>", "</s:Envelope><!-- x -->"}})
    EXPECT_THAT(told(check(sign(with(unsignedRequest(), from, to)))), HasSubstr("geen commentaar")) << to;
  for (const char* value :
       {"één", "urn:uuid:1<", "@SIGNATURE@", "@DIGEST:body@"}) {  // inside a value no comment passes the gate
    const std::string text = with(unsignedRequest(), value, "x<!-- x -->" + std::string(value));
    EXPECT_FALSE(xml::byteGate(text).and_then(xml::parse).and_then(xml::openEnvelope).has_value()) << value;
  }
  for (const char* attribute :
       {"xml:base=\"http://canary.invalid/\"", "xml:id=\"x\"", "xml:lang=\"nl\"", "xml:space=\"preserve\""})
    EXPECT_THAT(
        told(check(sign(with(unsignedRequest(), "<o:tekst>", "<o:tekst " + std::string(attribute) + ">")))),
        HasSubstr("geen attributen als xml:id"))
        << attribute;
}

// The same prefix means something else where the signed part has gone, or a namespace is taken away.
TEST(Wrapping, A20_A21_NamespacesThatChangeAroundWhatIsSigned) {
  const std::string text = sign(unsignedRequest());
  EXPECT_THAT(told(check(with(text, "<o:tekst>", "<o:tekst xmlns:o=\"urn:p\">"))), StartsWith("invalid: "));
  EXPECT_THAT(told(check(with(text, "<o:tekst>", "<o:tekst xmlns=\"urn:p\">"))), "accepted");
  EXPECT_FALSE(
      xml::byteGate(with(text, "xmlns:o=\"urn:o\"", "xmlns:o=\"..\"")).and_then(xml::parse).has_value());
}

}  // namespace
}  // namespace cvsgw::security::signature
