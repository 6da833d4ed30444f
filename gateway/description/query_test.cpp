#include "gateway/description/query.hpp"

#include <gtest/gtest.h>

namespace cvsgw::description {
namespace {

TEST(CanonicalQuery, ToolkitsSpellTheFlatWsdlInTheirOwnWays) {
  for (const auto* query : {"wsdl", "WSDL", "Wsdl", "wsdl=", "singleWsdl", "singlewsdl",
                            "SINGLEWSDL=", "wsdl&nocache=1", "nocache=1&wsdl"}) {
    EXPECT_EQ(canonicalQuery(query), "wsdl") << query;
  }
}

TEST(CanonicalQuery, OtherDocuments) {
  EXPECT_EQ(canonicalQuery(""), "");
  EXPECT_EQ(canonicalQuery("wsdl=split"), "wsdl=split");
  EXPECT_EQ(canonicalQuery("WSDL=split"), "wsdl=split");
  EXPECT_EQ(canonicalQuery("xsd=gemeenschappelijk"), "xsd=gemeenschappelijk");
  EXPECT_EQ(canonicalQuery("voorbeeld=ZoekPersonen-vraag"), "voorbeeld=ZoekPersonen-vraag");
}

TEST(CanonicalQuery, A43_RefusesWhatCanBeNoDocument) {
  for (const auto* query :
       {"wsdl=flat", "singleWsdl=split", "xsd", "xsd=", "xsd=../wi2007", "xsd=..%2fwi2007", "xsd=wi2007.xsd",
        "xsd=/etc/passwd", "voorbeeld=", "disco", "q=1", "&", "=wsdl"}) {
    EXPECT_EQ(canonicalQuery(query), std::nullopt) << query;
  }
}

TEST(CanonicalQuery, TheFirstKnownKeyDecides) {
  EXPECT_EQ(canonicalQuery("xsd=wi2007&wsdl"), "xsd=wi2007");
  EXPECT_EQ(canonicalQuery("wsdl=oops&wsdl"), std::nullopt);
}

TEST(EtagMatches, ListsAndWeakTagsAndTheStar) {
  EXPECT_TRUE(etagMatches("\"a\"", "\"a\""));
  EXPECT_TRUE(etagMatches("\"b\" , W/\"a\"", "\"a\""));
  EXPECT_TRUE(etagMatches(" * ", "\"a\""));
}

TEST(EtagMatches, NothingElse) {
  EXPECT_FALSE(etagMatches("", "\"a\""));
  EXPECT_FALSE(etagMatches("a", "\"a\""));
  EXPECT_FALSE(etagMatches("\"ab\", \"b\"", "\"a\""));
  EXPECT_FALSE(etagMatches(",,", "\"a\""));
}

}  // namespace
}  // namespace cvsgw::description
