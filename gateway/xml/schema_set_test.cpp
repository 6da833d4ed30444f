#include "gateway/xml/schema_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "gateway/xml/canonical.hpp"

namespace cvsgw::xml {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// As the contract's schemas: two namespaces, one imports the other by a location that does not exist here.
const char* const kTypes = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g"
    xmlns="urn:g" elementFormDefault="qualified" blockDefault="#all">
  <xs:simpleType name="Bsn"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{9}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Gemeentecode"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{4}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Status"><xs:restriction base="xs:string"><xs:enumeration value="Nieuw"/><xs:enumeration value="Afgehandeld"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Grootte"><xs:restriction base="xs:int"><xs:minInclusive value="1"/><xs:maxInclusive value="200"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Kenmerk"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Lijst"><xs:sequence><xs:element name="id" type="Kenmerk" minOccurs="0" maxOccurs="60"/></xs:sequence></xs:complexType>
</xs:schema>)";
const char* const kService = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"
    xmlns="urn:o" xmlns:g="urn:g" elementFormDefault="qualified" blockDefault="#all">
  <xs:import namespace="urn:g" schemaLocation="../nergens/g.xsd"/>
  <xs:complexType name="Criteria"><xs:sequence>
    <xs:element name="bsn" type="g:Bsn" minOccurs="0"/>
    <xs:element name="vanaf" type="xs:date" minOccurs="0"/>
    <xs:element name="status" type="g:Status" minOccurs="0"/>
    <xs:element name="actief" type="xs:boolean" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:element name="Zoek"><xs:complexType><xs:sequence>
    <xs:element name="gemeentecode" type="g:Gemeentecode"/>
    <xs:element name="criteria" type="Criteria"/>
    <xs:element name="grootte" type="g:Grootte" minOccurs="0"/>
    <xs:element name="lijst" type="g:Lijst" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>)";

const SchemaSet& schemas() {
  static const SchemaSet set = [] {
    auto compiled = SchemaSet::compile({{"urn:g", kTypes}, {"urn:o", kService}});
    if (!compiled) throw std::runtime_error(compiled.error());
    return std::move(*compiled);
  }();
  return set;
}

Envelope envelope(const std::string& operation) {
  // Held for the length of the call; the tree keeps no view of the bytes.
  const std::string text =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:o=\"urn:o\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:unused=\"urn:unused\">"
      "<s:Body>\n" +
      operation + "</s:Body></s:Envelope>";
  // value() throws on a refusal, which fails the test with its name.
  return std::move(openEnvelope(std::move(parse(byteGate(text).value()).value())).value());
}

std::vector<Violation> violationsOf(const std::string& operation) {
  Envelope message = envelope(operation);
  const auto body = schemas().validate(message);
  if (body) return {};
  EXPECT_EQ(body.error().kind, FaultKind::schemaInvalid);
  return body.error().violations;
}

std::string zoek(const std::string& criteria, const std::string& rest = "") {
  return "<o:Zoek><o:gemeentecode>0599</o:gemeentecode><o:criteria>" + criteria + "</o:criteria>" + rest +
         "</o:Zoek>";
}

auto violation(const std::string& path, const std::string& reason) {
  return AllOf(Field("path", &Violation::path, path), Field("reason", &Violation::reason, reason));
}

TEST(SchemaSet, AcceptsAndCanonicalisesExactlyTheOperation) {
  Envelope message = envelope(
      "<o:Zoek  ><o:gemeentecode><![CDATA[0599]]></o:gemeentecode><!-- weg -->\n<o:criteria><o:vanaf> "
      "2024-02-29+02:00 "
      "</o:vanaf></o:criteria ><o:grootte>\n 5 </o:grootte></o:Zoek>");
  const auto body = schemas().validate(message);
  ASSERT_TRUE(body.has_value());
  EXPECT_EQ(
      canonicalBody(*body).value(),
      "<o:Zoek xmlns:o=\"urn:o\"><o:gemeentecode>0599</o:gemeentecode>\n<o:criteria><o:vanaf>2024-02-29+02:00"
      "</o:vanaf></o:criteria><o:grootte>5</o:grootte></o:Zoek>");
}

TEST(SchemaSet, CanonicalFormEscapesAndKeepsCharacters) {
  Envelope message = envelope(
      "<Zoek xmlns=\"urn:o\"><gemeentecode>0599</gemeentecode><criteria/><lijst><g:id "
      "xmlns:g=\"urn:g\">&#x141;&lt;&amp;"
      "&#13;</g:id></lijst></Zoek>");
  const auto body = schemas().validate(message);
  ASSERT_TRUE(body.has_value());
  EXPECT_THAT(canonicalBody(*body).value(), HasSubstr("<g:id xmlns:g=\"urn:g\">\u0141&lt;&amp;&#xD;</g:id>"));
}

TEST(SchemaSet, A11_ToleratesSchemaLocationAndDropsIt) {
  Envelope message = envelope(
      "<o:Zoek xsi:schemaLocation=\"urn:o http://192.0.2.1/x.xsd\"><o:gemeentecode>0599</o:gemeentecode>"
      "<o:criteria xsi:noNamespaceSchemaLocation=\"x\"/></o:Zoek>");
  const auto body = schemas().validate(message);
  ASSERT_TRUE(body.has_value());
  EXPECT_THAT(canonicalBody(*body).value(), Not(HasSubstr("192.0.2.1")));
}

struct Wrong {
  const char* name;
  std::string message;
  std::string path;
  std::string reason;
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.name;
}

class SchemaRefused : public ::testing::TestWithParam<Wrong> {};

TEST_P(SchemaRefused, R21_A12_WithOnePathAndReason) {
  EXPECT_THAT(violationsOf(GetParam().message), ElementsAre(violation(GetParam().path, GetParam().reason)));
}

INSTANTIATE_TEST_SUITE_P(
    SchemaSet, SchemaRefused,
    ::testing::Values(
        Wrong{"Pattern", zoek("<o:bsn>99999365</o:bsn>"), "Zoek/criteria/bsn",
              "De waarde heeft niet de juiste vorm; verwacht: negen cijfers."},
        Wrong{"SpaceInPattern", zoek("<o:bsn> 999993653</o:bsn>"), "Zoek/criteria/bsn",
              "De waarde heeft niet de juiste vorm; verwacht: negen cijfers."},
        Wrong{"NoSuchDay", zoek("<o:vanaf>2026-02-31</o:vanaf>"), "Zoek/criteria/vanaf",
              "De waarde heeft niet de juiste vorm; verwacht: een bestaande datum als JJJJ-MM-DD."},
        Wrong{"Enumeration", zoek("<o:status>Oud</o:status>"), "Zoek/criteria/status",
              "De waarde staat niet in de lijst; verwacht: een van: Nieuw, Afgehandeld."},
        Wrong{"TooHigh", zoek("", "<o:grootte>201</o:grootte>"), "Zoek/grootte",
              "De waarde is te hoog; verwacht: een geheel getal van 1 tot en met 200."},
        Wrong{"TooLow", zoek("", "<o:grootte>0</o:grootte>"), "Zoek/grootte",
              "De waarde is te laag; verwacht: een geheel getal van 1 tot en met 200."},
        Wrong{"NoNumber", zoek("", "<o:grootte>veel</o:grootte>"), "Zoek/grootte",
              "De waarde heeft niet de juiste vorm; verwacht: een geheel getal van 1 tot en met 200."},
        Wrong{"NoBoolean", zoek("<o:actief>ja</o:actief>"), "Zoek/criteria/actief",
              "De waarde heeft niet de juiste vorm; verwacht: true of false."},
        Wrong{"TooLong", zoek("", "<o:lijst><g:id xmlns:g=\"urn:g\">123456</g:id></o:lijst>"),
              "Zoek/lijst/id", "De waarde is te lang; verwacht: tekst van 1 tot en met 5 tekens."},
        Wrong{"Empty", zoek("", "<o:lijst><g:id xmlns:g=\"urn:g\"/></o:lijst>"), "Zoek/lijst/id",
              "De waarde is te kort of leeg; verwacht: tekst van 1 tot en met 5 tekens."},
        Wrong{"MissingLast", "<o:Zoek><o:gemeentecode>0599</o:gemeentecode></o:Zoek>", "Zoek",
              "Er ontbreekt een element; verwacht: criteria."},
        Wrong{"MissingFirst", "<o:Zoek><o:criteria/></o:Zoek>", "Zoek/criteria",
              "Dit element wordt hier niet verwacht; verwacht: gemeentecode."},
        Wrong{"Unknown", zoek("<o:naam>x</o:naam>"), "Zoek/criteria/naam",
              "Dit element wordt hier niet verwacht; verwacht: bsn, vanaf, status, actief."},
        Wrong{"WrongNamespace", zoek("<bsn xmlns=\"urn:x\">1</bsn>"), "Zoek/criteria/bsn",
              "Dit element wordt hier niet verwacht; verwacht: bsn, vanaf, status, actief."},
        Wrong{"WrongOrder", zoek("<o:status>Nieuw</o:status><o:bsn>999993653</o:bsn>"), "Zoek/criteria/bsn",
              "Dit element wordt hier niet verwacht; verwacht: actief."},
        Wrong{"Surplus", zoek("<o:bsn>999993653</o:bsn><o:bsn>999993653</o:bsn>"), "Zoek/criteria/bsn[2]",
              "Dit element wordt hier niet verwacht; verwacht: vanaf, status, actief."},
        Wrong{"Nil", zoek("<o:bsn xsi:nil=\"true\"/>"), "Zoek/criteria/bsn",
              "xsi:nil wordt niet aangenomen; laat het element weg."},
        Wrong{"NilFalse", zoek("<o:bsn xsi:nil=\"false\">999993653</o:bsn>"), "Zoek/criteria/bsn",
              "xsi:nil wordt niet aangenomen; laat het element weg."},
        Wrong{"AttributeOnAList", zoek("", "<o:lijst soort=\"x\"/>"), "Zoek/lijst",
              "Een attribuut wordt hier niet aangenomen."},
        Wrong{"XsiType", zoek("<o:bsn xsi:type=\"o:Bsn\">999993653</o:bsn>"), "Zoek/criteria/bsn",
              "xsi:type wordt niet aangenomen."},
        Wrong{"Attribute", zoek("<o:bsn id=\"1\">999993653</o:bsn>"), "Zoek/criteria/bsn",
              "Een attribuut wordt hier niet aangenomen."},
        Wrong{"TextAmongElements", zoek("los"), "Zoek/criteria",
              "Dit element bevat elementen, geen losse tekst."},
        Wrong{"ElementInValue", zoek("<o:bsn><o:x/></o:bsn>"), "Zoek/criteria/bsn",
              "Dit element bevat een waarde, geen elementen; verwacht: negen cijfers."},
        Wrong{"UnknownOperation", "<o:Verzin/>", "Verzin", "Dit element kent het schema niet."}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(SchemaSet, R37_ReportsEveryViolationWithItsLine) {
  const auto found = violationsOf(
      "<o:Zoek><o:gemeentecode>1</o:gemeentecode>\n<o:criteria>\n<o:bsn>x</o:bsn>\n<o:vanaf>x</o:vanaf>"
      "</o:criteria>\n<o:grootte>999</o:grootte></o:Zoek>");
  EXPECT_THAT(found, ElementsAre(Field(&Violation::line, 2), Field(&Violation::line, 4),
                                 Field(&Violation::line, 5), Field(&Violation::line, 6)));
}

TEST(SchemaSet, LooksBehindWhatIsMissingOrUnknown) {
  const auto found = violationsOf(
      "<o:Zoek><o:criteria><o:naam/><o:tweede/><o:bsn>x</o:bsn></o:criteria><o:grootte>0</o:grootte></"
      "o:Zoek>");
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(Field(&Violation::path, "Zoek/criteria"),
                                                     Field(&Violation::path, "Zoek/criteria/naam"),
                                                     Field(&Violation::path, "Zoek/criteria/tweede"),
                                                     Field(&Violation::path, "Zoek/criteria/bsn"),
                                                     Field(&Violation::path, "Zoek/grootte")));
}

TEST(SchemaSet, OrdersViolationsByLine) {
  const auto found = violationsOf(zoek("<o:naam/>\n<o:bsn>x</o:bsn>", "\n<o:grootte>0</o:grootte>"));
  EXPECT_THAT(found, ElementsAre(Field(&Violation::path, "Zoek/criteria/naam"),
                                 Field(&Violation::path, "Zoek/criteria/bsn"),
                                 Field(&Violation::path, "Zoek/grootte")));
}

TEST(SchemaSet, FindsAMistakeBehindManyUnknownElements) {
  std::string unknown;
  for (int i = 0; i < 20; ++i) unknown += "<o:naam/>";
  EXPECT_THAT(violationsOf(zoek(unknown + "<o:bsn>x</o:bsn>")),
              AllOf(SizeIs(21), ::testing::Contains(Field(&Violation::path, "Zoek/criteria/bsn"))));
}

TEST(SchemaSet, NumbersRepeatedElementsAsTheCallerSentThem) {
  const auto found = violationsOf(
      zoek("", "<o:lijst xmlns:g=\"urn:g\"><g:id>1</g:id><g:x/><g:id/><g:id>2</g:id><g:id/></o:lijst>"));
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(Field(&Violation::path, "Zoek/lijst/id[2]"),
                                                     Field(&Violation::path, "Zoek/lijst/x"),
                                                     Field(&Violation::path, "Zoek/lijst/id[4]")));
}

TEST(SchemaSet, StopsAtFiftyAndSaysSo) {
  std::string ids = "<o:lijst xmlns:g=\"urn:g\">";
  for (int i = 0; i < 51; ++i) ids += "<g:id/>";
  Envelope message = envelope(zoek("", ids + "</o:lijst>"));
  const auto body = schemas().validate(message);
  ASSERT_FALSE(body.has_value());
  EXPECT_THAT(body.error().violations, SizeIs(SchemaSet::kMostViolations));
  EXPECT_THAT(body.error().text.str(), HasSubstr("meer dan 50"));
}

TEST(SchemaSet, R37_A32_NeverEchoesAValue) {
  const std::string value = "999990408";
  for (const std::string& message :
       {zoek("<o:bsn>x" + value + "</o:bsn><o:vanaf>" + value + "</o:vanaf><o:status>" + value +
             "</o:status>"),
        zoek("<o:x" + value + "/>"), zoek("<o:bsn xsi:nil=\"" + value + "\"/>"), zoek(value),
        zoek("<o:bsn a" + value + "=\"" + value + "\">999993653</o:bsn>"), "<o:O" + value + "/>"}) {
    Envelope opened = envelope(message);
    const auto body = schemas().validate(opened);
    ASSERT_FALSE(body.has_value()) << message;
    EXPECT_THAT(body.error().text.str() + body.error().log.str(), Not(HasSubstr(value)));
    for (const Violation& one : body.error().violations) {
      EXPECT_THAT(one.path + one.reason, Not(HasSubstr(value))) << message;
    }
  }
}

TEST(SchemaSet, ServesManyThreads) {
  const auto work = [] {
    for (int i = 0; i < 200; ++i) {
      EXPECT_THAT(violationsOf(zoek("<o:bsn>999993653</o:bsn>")), IsEmpty());
      EXPECT_THAT(violationsOf(zoek("<o:bsn>9</o:bsn>")), SizeIs(1));
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
}

TEST(SchemaSet, RefusesSchemasThatDoNotStandAlone) {
  const std::string head =
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:a\">";
  for (const std::string& text : {std::string("<xs:"), head + "<xs:import namespace=\"urn:b\"/></xs:schema>",
                                  head + "<xs:include schemaLocation=\"x.xsd\"/></xs:schema>",
                                  head + "<xs:element name=\"a\" type=\"weg\"/></xs:schema>"}) {
    const auto compiled = SchemaSet::compile({{"urn:a", text}});
    ASSERT_FALSE(compiled.has_value()) << text;
    EXPECT_FALSE(compiled.error().empty());
  }
}

}  // namespace
}  // namespace cvsgw::xml
