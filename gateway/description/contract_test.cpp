#include "gateway/description/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "gateway/description/documents.hpp"

namespace cvsgw::description {
namespace {

using testing::Contains;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::SizeIs;
using testing::StartsWith;

constexpr std::string_view kPublic = "https://isi.gemeente.test:8443";
constexpr std::array<std::string_view, 4> kServices = {"algemeen", "wi2007", "wi2013", "wi2021"};

const Contract& contract() {
  static const Contract instance(kPublic);
  return instance;
}

http::Response get(std::string_view path, std::string_view query = {}, std::string_view ifNoneMatch = {}) {
  return contract().answer(path, query, ifNoneMatch).value_or(http::Response{.status = -1});
}

std::string endpoint(std::string_view service) {
  return "/ws/" + std::string(service) + "/v1";
}

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Contract, TheFlatWsdlNeedsNothingElse) {
  for (const auto service : kServices) {
    const auto answer = get(endpoint(service), "wsdl");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.contentType, "text/xml; charset=utf-8");
    EXPECT_THAT(answer.body, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<wsdl:definitions"));
    EXPECT_EQ(count(answer.body, "<?xml"), 1U) << service;
    EXPECT_EQ(count(answer.body, "<xs:schema"), 2U) << service;
    EXPECT_THAT(answer.body, Not(HasSubstr("schemaLocation")));
    EXPECT_THAT(answer.body, Not(HasSubstr("<wsdl:import")));
    EXPECT_THAT(answer.body,
                HasSubstr("<soap:address location=\"" + std::string(kPublic) + endpoint(service) + "\"/>"));
  }
}

TEST(Contract, SingleWsdlIsTheSameFile) {
  EXPECT_EQ(get("/ws/wi2021/v1", "singleWsdl").body, get("/ws/wi2021/v1", "wsdl").body);
  EXPECT_EQ(get("/ws/wi2021/v1", "WSDL").body, get("/ws/wi2021/v1", "wsdl").body);
}

TEST(Contract, TheSplitWsdlPointsToSchemasThatAreServed) {
  for (const auto service : kServices) {
    const auto split = get(endpoint(service), "wsdl=split");
    const std::string at = std::string(kPublic) + endpoint(service) + "?xsd=";
    for (const auto& name : {std::string(service), std::string("gemeenschappelijk")}) {
      EXPECT_THAT(split.body, HasSubstr("schemaLocation=\"" + at + name + "\"")) << service;
      const auto schema = get(endpoint(service), "xsd=" + name);
      EXPECT_EQ(schema.status, 200) << service << " " << name;
      EXPECT_THAT(schema.body, HasSubstr("targetNamespace=\"urn:inburgering:cvs-isi:" + name + ":v1\""));
    }
  }
}

TEST(Contract, A43_ASchemaOfAnotherServiceOrAFileIsNotServed) {
  for (const auto* query :
       {"xsd=wi2007", "xsd=../../wi2013/v1/wi2013", "xsd=/etc/passwd", "xsd=..%2f..%2fetc%2fpasswd",
        "xsd=", "wsdl=flat", "voorbeeld=Onbekend-vraag", "disco"}) {
    const auto answer = get("/ws/wi2013/v1", query);
    EXPECT_EQ(answer.status, 404) << query;
    EXPECT_EQ(answer.body, get("/ws/wi2021/v1", "voorbeeld=geen").body) << "nothing that was sent comes back";
    EXPECT_FALSE(answer.close);
  }
}

TEST(Contract, OtherPathsAreNotOurs) {
  for (const auto* path :
       {"/ws/wi2021/v2", "/ws/wi2021", "/ws/wi2021/v1/", "/WS/wi2021/v1", "", "/livez", "/ws/../ws"}) {
    EXPECT_FALSE(contract().answer(path, "wsdl").has_value()) << path;
  }
}

TEST(Contract, NothingKeepsThePlaceholders) {
  for (const Document& document : documents()) {
    const auto answer = get(document.path, document.query);
    EXPECT_EQ(answer.status, 200) << document.path << document.query;
    EXPECT_THAT(answer.body, Not(HasSubstr(std::string(kBaseUrlToken)))) << document.path << document.query;
    EXPECT_THAT(answer.body, Not(HasSubstr("{{"))) << document.path << document.query;
  }
}

TEST(Contract, AnEtagSparesTheSecondFetch) {
  const auto first = get("/ws/wi2007/v1", "wsdl");
  const std::string etag = header(first, "ETag");
  EXPECT_THAT(etag, ContainsRegex("^\"[0-9a-f]{64}\"$"));
  EXPECT_EQ(header(first, "Cache-Control"), "no-cache");
  const auto second = get("/ws/wi2007/v1", "wsdl", etag);
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  EXPECT_EQ(header(second, "ETag"), etag);
  EXPECT_EQ(get("/ws/wi2007/v1", "", etag).status, 200) << "the page is another document";
  EXPECT_EQ(header(*Contract("https://elders.test").answer("/ws/wi2007/v1", "wsdl"), "ETag") == etag, false)
      << "the address is part of the bytes";
}

TEST(Contract, ThePageTellsTheDigestOfTheWsdlAsServed) {
  for (const auto service : kServices) {
    std::string digest = header(get(endpoint(service), "wsdl"), "ETag");
    digest = digest.substr(1, digest.size() - 2);
    EXPECT_THAT(get(endpoint(service)).body, HasSubstr("<code>" + digest + "</code>")) << service;
  }
}

TEST(Contract, A43_APageFetchesNothingAndRunsNothing) {
  for (const auto* path :
       {"/", "/ws", "/ws/algemeen/v1", "/ws/wi2007/v1", "/ws/wi2013/v1", "/ws/wi2021/v1"}) {
    const auto answer = get(path);
    EXPECT_EQ(answer.contentType, "text/html; charset=utf-8") << path;
    EXPECT_THAT(header(answer, "Content-Security-Policy"),
                StartsWith("default-src 'none'; style-src 'unsafe-inline'"));
    for (const auto* part : {"<script", "<link", "<img", "src=", "url(", "@import", "style=\""}) {
      EXPECT_THAT(answer.body, Not(HasSubstr(part))) << path;
    }
  }
  EXPECT_EQ(get("/").body, get("/ws").body);
}

TEST(Contract, APageShowsEachOperationWithItsExamples) {
  const auto answer = get("/ws/wi2021/v1");
  EXPECT_THAT(answer.body, HasSubstr("<h3 id=\"RaadpleegPersoon\">"));
  EXPECT_THAT(answer.body, HasSubstr("<code>urn:inburgering:cvs-isi:wi2021:v1/RaadpleegPersoon</code>"));
  const auto example = get("/ws/wi2021/v1", "voorbeeld=RaadpleegPersoon-vraag");
  EXPECT_THAT(example.body, HasSubstr("<soap:Envelope"));
  EXPECT_THAT(answer.body, HasSubstr("&lt;soap:Envelope"));
  EXPECT_THAT(answer.body, Not(HasSubstr("<soap:"))) << "examples are text, not markup";
}

// The bytes of the authors' files are compared by wsdl/generator/generator_test.py.
TEST(Contract, AListenerOfDigikoppelingShowsItsOwnAccessAndHeaders) {
  for (const Profiel profiel : {Profiel::be, Profiel::beS, Profiel::beSE}) {
    const Contract there(kPublic, profiel);
    for (const Document& document : documents()) {
      const std::string body = there.answer(document.path, document.query)->body;
      for (const auto* part : {"UsernameToken", "Toegang met een applicatiesleutel", "{{"}) {
        EXPECT_THAT(body, Not(HasSubstr(part))) << document.path << document.query;
      }
    }
    EXPECT_EQ(there.xsdTexts(), contract().xsdTexts());
    const auto change = there.answer("/ws/wi2021/v1", "voorbeeld=VoegPipToe-vraag")->body;
    EXPECT_THAT(change, HasSubstr("<wsa:From><wsa:Address>https://"));
    EXPECT_THAT(change, Not(HasSubstr("wsse")));
    EXPECT_THAT(there.answer("/ws/wi2021/v1", "voorbeeld=VoegPipToe-antwoord")->body,
                HasSubstr("@" + std::string(kPublic) + "</wsa:MessageID>"));
    const std::string name = "<code>" + std::string(profielNaam(profiel)) + "</code>";
    EXPECT_THAT(there.answer("/ws/wi2021/v1", "")->body, HasSubstr(name));
    const auto wsdl = *there.answer("/ws/wi2013/v1", "wsdl");
    EXPECT_THAT(wsdl.body, HasSubstr("Toegang met een clientcertificaat"));
    const std::string etag = header(wsdl, "ETag");
    EXPECT_THAT(there.answer("/ws/wi2013/v1", "")->body, HasSubstr(etag.substr(1, etag.size() - 2)))
        << "the digest is that of the WSDL as this listener serves it";
  }
}

TEST(Contract, OnlyTheSignedProfilesSayWhatIsToBeSigned) {
  const auto page = [](Profiel profiel) {
    return Contract(kPublic, profiel).answer("/ws/wi2021/v1", "")->body;
  };
  for (const Profiel profiel : {Profiel::open, Profiel::be})
    EXPECT_THAT(page(profiel), Not(HasSubstr("ndertekenen")));
  EXPECT_THAT(page(Profiel::beS), HasSubstr("vóór het ondertekenen;"));
  EXPECT_THAT(page(Profiel::beS), Not(HasSubstr("EncryptedKey")));
  EXPECT_THAT(page(Profiel::beSE), HasSubstr("vóór het ondertekenen en versleutelen;"));
}

TEST(Contract, ASlashAtTheEndOfThePublicUrlIsDroppedAndItsSpecialCharactersAreEscaped) {
  const Contract odd("https://x.test/pad&\"<>//");
  EXPECT_THAT(odd.answer("/ws/wi2007/v1", "wsdl")->body,
              HasSubstr("location=\"https://x.test/pad&amp;&quot;&lt;&gt;/ws/wi2007/v1\""));
}

TEST(Contract, SchemasByNamespace) {
  EXPECT_THAT(contract().xsdTexts(), SizeIs(5));
  for (const std::string name : {"algemeen", "wi2007", "wi2013", "wi2021", "gemeenschappelijk"}) {
    const std::string ns = "urn:inburgering:cvs-isi:" + name + ":v1";
    EXPECT_THAT(contract().xsdTexts(), Contains(Pair(ns, HasSubstr("targetNamespace=\"" + ns + "\""))));
  }
}

}  // namespace
}  // namespace cvsgw::description
