// What passes and what does not: structure, algorithms, digests, timestamps, keys, replay.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gateway/security/signature/names.hpp"
#include "gateway/security/signature/structure.hpp"
#include "gateway/security/signature/test_request.hpp"

namespace cvsgw::security::signature {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::string kRsa = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha";
const std::string kTransform = "<d:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>";
const std::string kC14n = "<d:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>";

std::string all(int bits) {
  std::string text = unsignedRequest({});
  for (const char* id : {"body", "to", "action", "message", "time"})
    text = with(text, "</d:SignedInfo>", reference(id, bits) + "</d:SignedInfo>");
  return text;
}

TEST(Signature, R50_R53_R54_ASignedRequestPassesAndTellsItsSigner) {
  const auto verified = check(sign(unsignedRequest()));
  ASSERT_EQ(told(verified), "accepted");
  EXPECT_EQ(verified->signer().oin.value(), kOin);
  EXPECT_EQ(verified->signatureValue(), peekSignatureValue(open(sign(unsignedRequest()))));
  EXPECT_EQ(verified->signatureValue().size(), 344U);
}

TEST(Signature, R50_ATokenTypeOfWsSecurity11IsRead) {
  EXPECT_EQ(told(check(sign(with(unsignedRequest(), "<e:SecurityTokenReference>",
                                 "<e:SecurityTokenReference xmlns:w=\"" + std::string(kSecurityExtension11) +
                                     "\" w:TokenType=\"" + std::string(kX509v3) + "\">")))),
            "accepted");
}

TEST(Signature, R53_AllOfSha2ForDigestsAndSignature) {
  const auto certificate = TestPki::instance().issue();
  for (const int bits : {256, 384, 512}) {
    const auto text = with(all(bits), kRsa + "256", kRsa + std::to_string(bits));
    const EVP_MD* method = bits == 256 ? EVP_sha256() : bits == 384 ? EVP_sha384() : EVP_sha512();
    EXPECT_EQ(told(check(sign(text, *certificate, *TestPki::rsaKey(), method))), "accepted") << bits;
  }
}

TEST(Signature, R53_PrefixesMayBeInclusive) {
  const std::string list =
      "<n:InclusiveNamespaces xmlns:n=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"a s u x\"/>";
  std::string text = with(unsignedRequest(), kC14n,
                          "<d:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">" +
                              list + "</d:CanonicalizationMethod>");
  text =
      with(text, kTransform,
           "<d:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">" + list + "</d:Transform>");
  EXPECT_EQ(told(check(sign(text))), "accepted");
  EXPECT_THAT(told(check(sign(with(text, "a s u x", std::string(257, 'a'))))), HasSubstr("PrefixList"));
}

// A request with `list` in each of its five references, and `inside` in its Body.
std::string withPrefixes(const std::string& list, const std::string& inside = "") {
  std::string text = unsignedRequest();
  for (std::size_t at = 0; (at = text.find(kTransform, at)) != std::string::npos;) {
    const std::string method = kTransform.substr(0, kTransform.size() - 2) + ">";
    text.replace(at, kTransform.size(),
                 method +
                     "<n:InclusiveNamespaces xmlns:n=\"http://www.w3.org/2001/10/xml-exc-c14n#\" "
                     "PrefixList=\"" +
                     list + "\"/></d:Transform>");
    at += method.size();
  }
  return sign(with(text, "<o:tekst>", inside + "<o:tekst>"));
}

std::string prefixes(int count) {
  std::string list = "p0";
  for (int i = 1; i < count; ++i) list += " p" + std::to_string(i);
  return list;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// libxml2 looks every prefix of every list up at every element: 60 in each of five references and 4800
// elements were 60 ms, 128 in each of twelve a second.
TEST(Signature, A24_PrefixListsTimesElementsAreBounded) {
  EXPECT_EQ(told(check(withPrefixes(prefixes(5), repeated("<o:a/>", 2500)))), "accepted");
  EXPECT_EQ(told(check(withPrefixes(prefixes(60), repeated("<o:a/>", 250)))), "accepted");
  EXPECT_THAT(told(check(withPrefixes(prefixes(60), repeated("<o:a/>", 4800)))), HasSubstr("te lang voor"));
  EXPECT_THAT(told(check(withPrefixes(prefixes(5), repeated("<o:a/>", 4800)))), HasSubstr("te lang voor"));
  EXPECT_EQ(told(check(withPrefixes("a s", repeated("<o:a/>", 4800)))), "accepted");
}

TEST(Signature, A24_APrefixStandsOnceInItsList) {
  for (const char* list : {"a a", "a s u a", "a  s  u", "   "})
    EXPECT_THAT(told(check(withPrefixes(list))), HasSubstr("elk prefix één keer")) << list;
  for (const char* list : {"", "a", "#default a s u", "a s "})
    EXPECT_EQ(told(check(withPrefixes(list))), "accepted") << list;
}

// The costliest that passes: deep, with as many namespaces in scope as may be, and none of the prefixes
// declared.
TEST(Signature, A24_WhatPassesCostsMilliseconds) {
  std::string deep;
  for (int i = 0; i < 24; ++i)
    deep += "<o:d xmlns:a" + std::to_string(i) + "=\"urn:a\" xmlns:b" + std::to_string(i) + "=\"urn:b\">";
  const std::string text =
      withPrefixes("pa pb pc pd", deep + repeated("<o:a/>", 4800) + repeated("</o:d>", 24));
  const auto begin = std::clock();
  EXPECT_EQ(told(check(text)), "accepted");
  const double milliseconds = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_LT(milliseconds, 300) << "45 on a machine that does nothing else";
}

// Toolkits differ in the order of the header's parts.
TEST(Signature, R54_TheOrderInTheHeaderIsFree) {
  const std::string text = unsignedRequest();
  const std::size_t from = text.find("<u:Timestamp"), to = text.find("<d:Signature ");
  const std::string first = text.substr(from, to - from);
  const std::string turned = with(with(text, first, ""), "</e:Security>", first + "</e:Security>");
  EXPECT_EQ(told(check(sign(turned))), "accepted");
}

TEST(Signature, R52_EverySubsetOfTheReferences) {
  const std::vector<std::string> ids = {"body", "to", "action", "message", "time", "token"};
  int accepted = 0;
  for (unsigned subset = 1; subset < 64; ++subset) {
    std::vector<std::string> chosen;
    for (unsigned i = 0; i < ids.size(); ++i) {
      if ((subset >> i & 1U) != 0) chosen.push_back(ids[i]);
    }
    const std::string answer = told(check(sign(unsignedRequest(chosen))));
    const bool enough = (subset & 31U) == 31U;
    accepted += answer == "accepted";
    EXPECT_EQ(answer == "accepted", enough) << answer << " for subset " << subset;
    if (!enough) {
      EXPECT_THAT(answer, HasSubstr(" is niet ondertekend")) << subset;
    }
  }
  EXPECT_EQ(accepted, 2);
}

TEST(Signature, R52_EveryAddressingHeaderCountsAlsoOneForAnotherActor) {
  for (const char* header : {"<a:From u:Id=\"from\"><a:Address>urn:x</a:Address></a:From>", "<a:ReplyTo/>",
                             "<a:FaultTo s:actor=\"urn:elsewhere\"/>", "<a:Unknown/>"}) {
    EXPECT_THAT(
        told(check(sign(with(unsignedRequest(), "<e:Security", std::string(header) + "<e:Security")))),
        HasSubstr("is niet ondertekend"))
        << header;
  }
  auto text = with(unsignedRequest(), "<e:Security", "<a:From u:Id=\"from\"/><e:Security");
  text = with(text, "</d:SignedInfo>", reference("from") + "</d:SignedInfo>");
  EXPECT_EQ(told(check(sign(text))), "accepted");
}

TEST(Signature, R51_A19_Timestamps) {
  const auto at = [](const std::string& inside) {
    return told(check(sign(with(unsignedRequest(),
                                "<u:Created>2026-11-29T12:00:00Z</u:Created>"
                                "<u:Expires>2026-11-29T12:05:00.000Z</u:Expires>",
                                inside))));
  };
  const auto created = [&](const std::string& time) { return at("<u:Created>" + time + "</u:Created>"); };
  for (const char* good : {"2026-11-29T12:00:00Z", "2026-11-29T11:55:00Z", "2026-11-29T12:05:00Z",
                           "2026-11-29T12:00:00.123456789Z", "2026-11-29T12:00:00+00:00"})
    EXPECT_EQ(created(good), "accepted") << good;
  for (const char* bad :
       {"2026-11-29T12:06:00Z", "2026-11-29T11:54:59Z", "2026-11-29T12:00:00", "2026-11-29T13:00:00+01:00",
        "2026-11-29T12:00:00-00:00", "2026-11-28T24:00:00Z", "2026-11-29T11:59:60Z", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z", "-2026-11-29T12:00:00Z", "20261129T120000Z", "", "1764417600"})
    EXPECT_THAT(created(bad), StartsWith("malformed: wsu:Created")) << bad;
  const std::string now = "<u:Created>2026-11-29T12:00:00Z</u:Created>";
  EXPECT_THAT(at(""), StartsWith("malformed: wsu:Timestamp"));
  EXPECT_THAT(at(now + now), StartsWith("malformed: wsu:Timestamp"));
  EXPECT_THAT(at("<u:Expires>2026-11-29T12:05:00Z</u:Expires>" + now),
              StartsWith("malformed: wsu:Timestamp"));
  EXPECT_THAT(at(now + "<u:Expires>2026-11-29T11:59:59Z</u:Expires>"), StartsWith("malformed: wsu:Expires"));
  EXPECT_THAT(at("<u:Created>2026-11-29T11:55:00Z</u:Created><u:Expires>2026-11-29T11:54:59Z</u:Expires>"),
              StartsWith("malformed: wsu:Expires"));
  EXPECT_THAT(at(now + "<u:Expires>2026-11-29T14:00:00+02:00</u:Expires>"),
              StartsWith("malformed: wsu:Created"));
  EXPECT_THAT(at("<u:Created>2026-11-29T11:56:00Z</u:Created><u:Expires>2026-11-29T11:56:01Z</u:Expires>"),
              "accepted");
  EXPECT_THAT(at(now + "<u:Expires>9999-12-31T23:59:59Z</u:Expires>"), "accepted");
  EXPECT_THAT(told(check(sign(with(with(unsignedRequest(), "<u:Timestamp u:Id=\"time\">",
                                        "<x:Timestamp xmlns:x=\"urn:x\" u:Id=\"time\">"),
                                   "</u:Timestamp>", "</x:Timestamp>")))),
              StartsWith("malformed: "));
}

// A recorded message is of no use once its Created is more than the skew ago, whatever Expires says.
TEST(Signature, A16_A19_ARecordedMessageLivesFiveMinutes) {
  const std::string recorded =
      sign(with(unsignedRequest(), "2026-11-29T12:05:00.000Z", "9999-12-31T23:59:59Z"));
  EXPECT_EQ(told(check(recorded, kNoon + std::chrono::seconds{300})), "accepted");
  EXPECT_THAT(told(check(recorded, kNoon + std::chrono::seconds{301})), HasSubstr("vijf minuten oud"));
}

TEST(Signature, R55_EveryCharacterOfDigestsAndSignatureCounts) {
  const std::string text = sign(unsignedRequest());
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  int positions = 0;
  for (const char* element : {"<d:DigestValue>", "<d:SignatureValue>"}) {
    for (std::size_t begin = 0; (begin = text.find(element, begin)) != std::string::npos;) {
      begin += std::string(element).size();
      const std::size_t end = text.find('<', begin);
      for (std::size_t at = begin; at < end; ++at, ++positions) {
        std::string broken = text;
        const std::size_t letter = alphabet.find(text[at]);
        // The lowest bit of the six, which in the last character before padding says nothing.
        broken[at] = letter == std::string::npos ? 'A' : alphabet[letter ^ 1U];
        EXPECT_NE(told(check(broken)), "accepted") << element << " at " << at - begin;
      }
    }
  }
  EXPECT_EQ(positions, 5 * 44 + 344);
}

TEST(Signature, R55_EveryByteOfWhatIsSignedCounts) {
  const std::string text = sign(unsignedRequest());
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"één", "eén"},
           {"&amp; twee", "&amp;  twee"},
           {"urn:o/Ping<", "urn:o/Pong<"},
           {">https://gw.example/<", ">https://gw.example/ <"},
           {"urn:uuid:1<", "urn:uuid:2<"},
           {"12:05:00.000Z", "12:05:00.001Z"},
           {"xmlns:o=\"urn:o\"", "xmlns:o=\"urn:p\""},
           {"<o:Ping ", "<o:Ping a=\"b\" "},
           {"<s:Body ", "<s:Body a=\"b\" "},
           {"urn:uuid:1</a:MessageID>", "urn:uuid:1\n</a:MessageID>"}}) {
    EXPECT_THAT(told(check(with(text, from, to))), StartsWith("invalid: ")) << to;
  }
}

// Another spelling of the same canonical form is the same message.
TEST(Signature, R53_A21_WhatCanonicalXmlTakesForEqual) {
  const std::string text = sign(unsignedRequest());
  EXPECT_EQ(told(check(with(text, "één &amp; twee", "<![CDATA[één & ]]>twee"))), "accepted");
  EXPECT_EQ(told(check(with(text, "één", "&#233;&#xe9;n"))), "accepted");
  EXPECT_EQ(
      told(check(with(text, "<o:Ping xmlns:o=\"urn:o\">", "<o:Ping  xmlns:o='urn:o' xmlns:q='urn:q'>"))),
      "accepted");
}

struct Case {
  const char* name;
  std::string from, to;
  const char* expected;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}
class Malformed : public ::testing::TestWithParam<Case> {};

// The signature itself is right in each of these: it is the form that is refused, before anything is
// computed.
TEST_P(Malformed, IsRefusedWithoutAnyComputation) {
  const std::string answer = told(check(sign(with(unsignedRequest(), GetParam().from, GetParam().to))));
  EXPECT_THAT(answer, StartsWith("malformed: "));
  EXPECT_THAT(answer, HasSubstr(GetParam().expected));
}

std::string transforms(const std::string& uri, const std::string& inside = "") {
  return "<d:Transform Algorithm=\"" + uri + "\">" + inside + "</d:Transform>";
}
std::string repeated(std::size_t times, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}
// The byte gate lets 5,000 elements in.
const std::string kDigested = with(reference("body"), "@DIGEST:body@", std::string(43, 'A') + "=");
const std::string kStr = "<e:SecurityTokenReference>";
const std::string kDirect = "<e:Reference URI=\"#token\"";
const std::string kDigestMethod = "<d:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>";
const std::string kMethod = "<d:SignatureMethod Algorithm=\"" + kRsa + "256\"/>";
const std::string kOnlyToken = "SecurityTokenReference met";

INSTANTIATE_TEST_SUITE_P(
    A22, Malformed,
    ::testing::Values(
        Case{"R53_InclusiveC14n", kC14n,
             "<d:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>",
             "exclusive C14N"},
        Case{"R53_C14n11", kC14n,
             "<d:CanonicalizationMethod Algorithm=\"http://www.w3.org/2006/12/xml-c14n11\"/>",
             "exclusive C14N"},
        Case{"R53_WithComments", kC14n,
             "<d:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\"/>",
             "exclusive C14N"},
        Case{"R53_NoC14n", kC14n, "", "CanonicalizationMethod ontbreekt"},
        Case{"R53_RsaSha1", kMethod,
             "<d:SignatureMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#rsa-sha1\"/>",
             "SignatureMethod"},
        Case{"R53_RsaMd5", kMethod,
             "<d:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-md5\"/>",
             "SignatureMethod"},
        Case{"R53_Hmac", kMethod,
             "<d:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-sha256\"/>",
             "SignatureMethod"},
        Case{"TruncatedHmac", kMethod,
             "<d:SignatureMethod Algorithm=\"" + kRsa +
                 "256\"><d:HMACOutputLength>8</d:HMACOutputLength></d:SignatureMethod>",
             "SignatureMethod"},
        Case{"R53_Ecdsa", kMethod,
             "<d:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"/>",
             "SignatureMethod"},
        Case{"R53_None", kMethod, "<d:SignatureMethod Algorithm=\"none\"/>", "SignatureMethod"},
        Case{"R53_NoMethod", kMethod, "", "SignatureMethod"},
        Case{"R53_Sha1Digest", kDigestMethod,
             "<d:DigestMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"/>", "DigestMethod"},
        Case{"R53_Md5Digest", kDigestMethod,
             "<d:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#md5\"/>", "DigestMethod"},
        Case{
            "R53_DigestOfAnotherLength", kDigestMethod,
            "<d:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha512\"/><x:y xmlns:x=\"urn:x\"/>",
            "ds:Reference bestaat uit"},
        Case{"R54_KeyName", kStr, "<d:KeyName>sleutel</d:KeyName>" + kStr, kOnlyToken.c_str()},
        Case{"R54_KeyValue", kStr, "<d:KeyValue/>" + kStr, kOnlyToken.c_str()},
        Case{"R54_X509Data", kStr, "<d:X509Data/>" + kStr, kOnlyToken.c_str()},
        Case{"R54_A24_RetrievalMethod", kStr, "<d:RetrievalMethod URI=\"http://canary.invalid/\"/>" + kStr,
             kOnlyToken.c_str()},
        Case{"R54_Embedded", kStr, kStr + "<e:Embedded/>", kOnlyToken.c_str()},
        Case{"R54_KeyIdentifier", kStr, kStr + "<e:KeyIdentifier>AAAA</e:KeyIdentifier>", kOnlyToken.c_str()},
        Case{"R54_OtherUri", kDirect, "<e:Reference URI=\"#body\"", kOnlyToken.c_str()},
        Case{"R54_ExternalUri", kDirect, "<e:Reference URI=\"http://canary.invalid/cert\"",
             kOnlyToken.c_str()},
        Case{"R54_Pkcs7", kDirect + " ValueType=\"", kDirect + " ValueType=\"x", kOnlyToken.c_str()},
        Case{"A24_KeyInfoChain", kStr, repeated(1000, kStr + "</e:SecurityTokenReference>") + kStr,
             kOnlyToken.c_str()},
        Case{"R54_PathToken", "ValueType=\"http", "ValueType=\"x-pkipath-http", "X509v3"},
        Case{"R54_HexToken", "EncodingType=\"http", "EncodingType=\"x-hex-http", "Base64Binary"},
        Case{"R54_TokenIsNoBase64", "@CERTIFICATE@", "@@@@", "geen certificaat in base64"},
        Case{"R54_TokenTooLong", "@CERTIFICATE@", std::string(12000, 'A'), "geen certificaat in base64"},
        Case{"R54_NoToken", "u:Id=\"token\"", "", kOnlyToken.c_str()}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    A24, Malformed,
    ::testing::Values(
        Case{"TransformXslt", kTransform,
             transforms("http://www.w3.org/TR/1999/REC-xslt-19991116",
                        "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>"),
             "exclusive C14N"},
        Case{"TransformXPath", kTransform,
             transforms("http://www.w3.org/TR/1999/REC-xpath-19991116", "<d:XPath>1</d:XPath>"),
             "exclusive C14N"},
        Case{"TransformXPathFilter2", kTransform, transforms("http://www.w3.org/2002/06/xmldsig-filter2"),
             "exclusive C14N"},
        Case{"TransformBase64", kTransform, transforms("http://www.w3.org/2000/09/xmldsig#base64"),
             "exclusive C14N"},
        Case{"TransformEnveloped", kTransform,
             transforms("http://www.w3.org/2000/09/xmldsig#enveloped-signature"), "exclusive C14N"},
        Case{"TransformStr", kTransform,
             transforms("http://docs.oasis-open.org/wss/2004/01/"
                        "oasis-200401-wss-soap-message-security-1.0#STR-Transform"),
             "exclusive C14N"},
        Case{"NoTransform", kTransform, "", "precies één ds:Transform"},
        Case{"TwoTransforms", kTransform, kTransform + kTransform, "precies één ds:Transform"},
        Case{"ThousandTransforms", kTransform, repeated(1000, kTransform), "precies één ds:Transform"},
        Case{"ManyReferences", "</d:SignedInfo>", repeated(900, kDigested) + "</d:SignedInfo>",
             "1 tot 12 keer"},
        Case{"ThirteenReferences", "</d:SignedInfo>", repeated(8, kDigested) + "</d:SignedInfo>",
             "1 tot 12 keer"},
        Case{"SameReferenceTwice", "</d:SignedInfo>", reference("body") + "</d:SignedInfo>",
             "meer dan eens ondertekend"},
        Case{"Manifest", "<d:Reference ", "<d:Manifest/><d:Reference ", "alleen ds:Reference"},
        Case{"TransformWithText", kTransform, transforms(std::string(kExclusiveC14n), "x"), "hoogstens één"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Signature, A22_R60_WithoutSignatureNothingPasses) {
  const std::string text = sign(unsignedRequest());
  const std::size_t from = text.find("<d:Signature "), to = text.find("</e:Security>");
  const std::string signature = text.substr(from, to - from);
  EXPECT_THAT(told(check(with(text, signature, ""))), HasSubstr("ds:Signature ontbreekt"));
  const std::size_t header = text.find("<e:Security"), end = text.find("</s:Header>");
  EXPECT_THAT(told(check(with(text, text.substr(header, end - header), ""))),
              HasSubstr("wsse:Security ontbreekt"));
}

TEST(Signature, A22_TheSameMessageWithAnotherCertificateOfTheSameOin) {
  const auto key = TestPki::publicKey(2048);
  const std::string text =
      sign(unsignedRequest(), *TestPki::instance().issue({.key = key}), *TestPki::rsaKey());
  EXPECT_THAT(told(check(text)), StartsWith("invalid: "));
}

TEST(Signature, R55_AnAlgorithmNamedThatWasNotUsed) {
  const auto certificate = TestPki::instance().issue();
  const std::string text =
      sign(unsignedRequest(), *certificate, *TestPki::rsaKey(), EVP_sha512());  // named: SHA-256
  EXPECT_THAT(told(check(text)), StartsWith("invalid: "));
}

TEST(Signature, R54_TheSignerIsWhomTheConnectionBelongsTo) {
  const SignerTrust trust(TestPki::instance().store(), testOin);
  const std::string text = sign(unsignedRequest());
  const Oin other = *Oin::parse(kOtherOin), own = *Oin::parse(kOin);
  EXPECT_THAT(told(verify(open(text), {trust, other, {}, kNoon})), StartsWith("signer: Het OIN"));
  EXPECT_EQ(told(verify(open(text), {trust, other, std::span(&own, 1), kNoon})), "accepted");
}

// The fuzz target starts from these files; what stands before `--` is what becomes of them.
TEST(SecurityHeaderCorpus, R52_R53_A20_A24_EachFileIsAnsweredAsItsNameSays) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CVSGW_SIGNATURE_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const std::string name = entry.path().filename();
    const auto structure = readStructure(open(text.str()), kNoon);
    EXPECT_EQ(structure ? "accepted" : "refused", name.substr(0, name.find("--"))) << name;
    ++files;
  }
  EXPECT_GE(files, 15);
}

TEST(Signature, R56_PeekFindsTheValueOfARefusedRequestOrNothing) {
  const std::string text = sign(unsignedRequest());
  const std::string value = peekSignatureValue(open(text));
  EXPECT_EQ(peekSignatureValue(open(with(text, kRsa, "urn:sha"))), value);
  EXPECT_EQ(peekSignatureValue(open(with(text, value, "<x/>"))), "");
  EXPECT_EQ(peekSignatureValue(open(with(text, value, std::string(4000, 'A')))), "");
  EXPECT_EQ(peekSignatureValue(open(with(text, "<d:KeyInfo>", "<d:SignatureValue/><d:KeyInfo>"))), "");
}

}  // namespace
}  // namespace cvsgw::security::signature
