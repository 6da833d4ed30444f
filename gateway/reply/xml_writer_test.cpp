#include "gateway/reply/xml_writer.hpp"

#include <gtest/gtest.h>

#include <array>

#include "gateway/reply/canonical_start.hpp"

namespace cvsgw::reply {
namespace {

constexpr std::array kKleuren = std::to_array<CodeRow>({{"R", "Rood & roze"}});
constexpr CodeList kKleur{"kleuren", "test", kKleuren};

struct Inner {
  static constexpr Namespace kNamespace = Namespace::gemeenschappelijk;
  static constexpr std::string_view kType = "InnerType";
  std::string tekst;
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("tekst", self.tekst);
  }
};

struct Outer {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "OuterType";
  std::optional<Date> datum;
  bool waar = false;
  std::int64_t getal = 0;
  Bedrag bedrag;
  std::optional<std::string> kleur;
  std::vector<Inner> dingen;
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("datum", self.datum);
    visit.field("waar", self.waar);
    visit.field("getal", self.getal);
    visit.field("bedrag", self.bedrag);
    visit.code("kleur", self.kleur, kKleur);
    visit.list("dingen", "ding", self.dingen);
  }
};

constexpr std::string_view kRoot =
    "<w21:Naam xmlns:w21=\"urn:inburgering:cvs-isi:wi2021:v1\" "
    "xmlns:g=\"urn:inburgering:cvs-isi:gemeenschappelijk:v1\">";

TEST(XmlWriter, AbsentFieldsAreLeftOutAndEmptyListsKeepTheirWrapper) {
  EXPECT_EQ(writeBody("Naam", Outer{}),
            std::string(kRoot) +
                "<w21:waar>false</w21:waar><w21:getal>0</w21:getal><w21:bedrag>0.00</w21:bedrag>"
                "<w21:dingen></w21:dingen></w21:Naam>");
}

TEST(XmlWriter, NestedRecordsTakeTheirOwnNamespaceAndTextIsEscaped) {
  Outer value;
  value.datum = Date(2026, 2, 3);
  value.waar = true;
  value.getal = -7;
  value.bedrag = Bedrag{-15005};
  value.kleur = "R";
  value.dingen = {Inner{"a<b>&\r"}};
  EXPECT_EQ(
      writeBody("Naam", value),
      std::string(kRoot) +
          "<w21:datum>2026-02-03</w21:datum><w21:waar>true</w21:waar><w21:getal>-7</w21:getal>"
          "<w21:bedrag>-150.05</w21:bedrag><w21:kleur><g:code>R</g:code><g:omschrijving>Rood &amp; "
          "roze</g:omschrijving></w21:kleur><w21:dingen><w21:ding><g:tekst>a&lt;b&gt;&amp;&#xD;</g:tekst>"
          "</w21:ding></w21:dingen></w21:Naam>");
}

TEST(XmlWriter, R53_DeclarationsCanBeSortedForASignature) {
  const std::string sorted = withSortedDeclarations(writeBody("Naam", Outer{}));
  EXPECT_EQ(sorted.substr(0, sorted.find('>')),
            "<w21:Naam xmlns:g=\"urn:inburgering:cvs-isi:gemeenschappelijk:v1\" "
            "xmlns:w21=\"urn:inburgering:cvs-isi:wi2021:v1\"");
  EXPECT_EQ(withSortedDeclarations(sorted), sorted);
  for (const char* same :
       {"<a:b xmlns:a=\"x\" xmlns:g=\"y\">c</a:b>", "<a:b xmlns:a=\"x\"><g:c xmlns:g=\"y\"/></a:b>", "<a/>",
        "<soap:Fault><g:x xmlns:g=\"y\"></g:x></soap:Fault>", ""})
    EXPECT_EQ(withSortedDeclarations(same), same);
}

TEST(XmlWriter, AnUnknownCodeIsItsOwnText) {
  Outer value;
  value.kleur = "Z9";
  EXPECT_NE(writeBody("Naam", value).find("<g:code>Z9</g:code><g:omschrijving>Z9</g:omschrijving>"),
            std::string::npos);
}

}  // namespace
}  // namespace cvsgw::reply
