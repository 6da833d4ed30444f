// The operations of InburgeringWi2007 as a caller meets them, over the named test persons.
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/testing/service_under_test.hpp"
#include "gateway/laws/wi2007/law.hpp"

namespace cvsgw::laws::wi2007 {
namespace {

constexpr int kSignalen = 11;  // of the named persons, at Groningen

class Wi2007Operations : public ::testing::Test {
 protected:
  static laws::testing::ServiceUnderTest& gateway() {
    static laws::testing::ServiceUnderTest instance(
        service(),
        {{*Gemeentecode::parse("0014"), Rollen().add(Rol::Wi2007)},
         {*Gemeentecode::parse("0034"), Rollen().add(Rol::Wi2007)},
         {*Gemeentecode::parse("0047"), Rollen().add(Rol::Wi2021)}},
        kToday);
    return instance;
  }
  static std::string ask(std::string_view operation, const std::string& content,
                         const std::string& gemeente = "0014") {
    return gateway().answer(operation, "<gemeentecode>" + gemeente + "</gemeentecode>" + content);
  }
  static std::string search(const std::string& criteria, const std::string& gemeente = "0014") {
    return ask("ZoekPersonen", "<criteria>" + criteria + "</criteria>", gemeente);
  }
  static std::string signals(const std::string& criteria, const std::string& rest = {}) {
    return ask("ZoekSignalen", "<criteria>" + criteria + "</criteria>" + rest);
  }
  static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }
  static int count(const std::string& text, std::string_view part) {
    int n = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
  }
};

TEST_F(Wi2007Operations, EveryNamedPersonWhoLivesGivesAValidScreen) {
  for (const auto& persoon : store::testpersonenWi2007(nullptr, kToday)) {
    const bool gone = persoon.bsn == "999997105" || persoon.bsn == "999997117";  // have died
    const auto out = ask("RaadpleegPersoon", "<criteria><bsn>" + persoon.bsn + "</bsn></criteria>");
    EXPECT_EQ(has(out, "<w07:persoonsgegevens>"), !gone) << persoon.bsn;
    EXPECT_EQ(has(out, "<g:code>AS001</g:code>"), gone) << persoon.bsn;
  }
}

// W07-003
TEST_F(Wi2007Operations, TheScreenOpensByANumberAndByOneOnly) {
  EXPECT_TRUE(
      has(ask("RaadpleegPersoon", "<criteria><aNummer>9101010181</aNummer></criteria>"), "999997002"));
  EXPECT_TRUE(has(ask("RaadpleegPersoon", "<criteria/>"), "<g:code>FS003</g:code>"));
  EXPECT_TRUE(
      has(ask("RaadpleegPersoon", "<criteria><bsn>999997002</bsn><aNummer>9101010181</aNummer></criteria>"),
          "<g:code>FS004</g:code>"));
  EXPECT_TRUE(
      has(ask("RaadpleegPersoon", "<criteria><bsn>999997003</bsn></criteria>"), "<g:code>FS001</g:code>"));
}

// W07-007
TEST_F(Wi2007Operations, SomebodyElsesPersonAndNobodyAreTheSameAnswer) {
  const std::string seen = "<criteria><bsn>999997002</bsn></criteria>";
  const std::string nobody = "<criteria><bsn>999992971</bsn></criteria>";
  EXPECT_EQ(ask("RaadpleegPersoon", seen, "0034"), ask("RaadpleegPersoon", nobody, "0034"));
}

TEST_F(Wi2007Operations, AMunicipalityWithoutTheRoleAndOneWithoutAGrantAreTheSameFault) {
  const std::string criteria = "<criteria><bsn>999997002</bsn></criteria>";
  const auto role = gateway().call("RaadpleegPersoon", "<gemeentecode>0047</gemeentecode>" + criteria);
  const auto grant = gateway().call("RaadpleegPersoon", "<gemeentecode>0106</gemeentecode>" + criteria);
  const auto unknown = gateway().call("RaadpleegPersoon", "<gemeentecode>9999</gemeentecode>" + criteria);
  for (const auto* out : {&role, &grant, &unknown}) {
    ASSERT_FALSE(*out);
    EXPECT_EQ(out->error().kind, FaultKind::notAuthorised);
    EXPECT_EQ(out->error().text.str(), role.error().text.str());
  }
}

// W07-001, W07-002
TEST_F(Wi2007Operations, SearchingFollowsTheAtLeastOneRules) {
  EXPECT_TRUE(has(search(""), "<g:code>FS003</g:code>"));
  EXPECT_TRUE(has(search("<herkomst>Actief</herkomst>"), "<g:code>FS003</g:code>"));
  EXPECT_TRUE(has(search("<bsn>999997002</bsn><geslacht>Vrouw</geslacht>"), "<g:code>FS004</g:code>"));
  EXPECT_TRUE(has(search("<geslacht>Onbekend</geslacht>"), "999997129"));
  EXPECT_TRUE(has(search("<nationaliteit>oekraiense</nationaliteit>"), "999997099"));
  EXPECT_TRUE(has(search("<geboortedatumVanaf>1967-04-04+02:00</geboortedatumVanaf>"), "999997002"))
      << "a zone is ignored";
}

TEST_F(Wi2007Operations, ADeceasedPersonIsARowWithADateInDefinitief) {
  const auto out = search("<bsn>999997105</bsn>");
  EXPECT_TRUE(has(out, "<w07:datumOverlijden>2026-11-12</w07:datumOverlijden>"));
  EXPECT_TRUE(has(out, "<w07:herkomst><g:code>Definitief</g:code>"));
  EXPECT_TRUE(has(search("<bsn>999997117</bsn>"), "<g:code>AS001</g:code>"));
}

// W07-008
TEST_F(Wi2007Operations, PagesAreOfTwentyAndOnePastTheEndSaysSo) {
  const std::string everyone =
      "<criteria><geboortedatumVanaf>1900-01-01</geboortedatumVanaf>"
      "<geboortedatumTotEnMet>2026-01-01</geboortedatumTotEnMet></criteria>";
  const auto all = ask("ZoekPersonen", everyone);
  EXPECT_TRUE(has(all, "<w07:totaal>13</w07:totaal>"));
  EXPECT_TRUE(has(all, "<w07:aantalPaginas>1</w07:aantalPaginas>"));
  const auto second =
      ask("ZoekPersonen",
          everyone + "<paginering><pagina>2</pagina><paginagrootte>12</paginagrootte></paginering>");
  EXPECT_EQ(count(second, "<w07:persoonId>"), 1);
  EXPECT_TRUE(has(second, "999997142")) << "the highest BSN";
  const auto past = ask("ZoekPersonen", everyone + "<paginering><pagina>2</pagina></paginering>");
  EXPECT_TRUE(has(past, "<g:code>AS002</g:code>"));
  EXPECT_TRUE(has(past, "<w07:personen></w07:personen>"));
}

// W07-070
TEST_F(Wi2007Operations, SignalsComeTenAPageNewestFirst) {
  const auto out = signals("");
  EXPECT_EQ(count(out, "<w07:signaalId>"), 10);
  EXPECT_TRUE(has(out, "<w07:aantalPaginas>2</w07:aantalPaginas>"));
  const auto first = out.find("<w07:datum>2026-11-22</w07:datum>");
  ASSERT_NE(first, std::string::npos);
  EXPECT_LT(first, out.find("<w07:datum>2026-11-14</w07:datum>"));
}

// W07-071
TEST_F(Wi2007Operations, AHeadingSortsUpwardsFirstAndDownwardsWhenAsked) {
  const auto sorted = [](const std::string& richting) {
    return signals("<bsn>999997130</bsn>",
                   "<paginering><sortering><kolom>Code</kolom>" + richting + "</sortering></paginering>");
  };
  const auto up = sorted("");
  EXPECT_LT(up.find("SS004"), up.find("SS066"));
  const auto down = sorted("<richting>Aflopend</richting>");
  EXPECT_LT(down.find("SS066"), down.find("SS004"));
}

TEST_F(Wi2007Operations, EveryHeadingOfTheScreenCanBeSortedOn) {
  for (const auto* kolom : {"Status", "Bsn", "ANummer", "Achternaam", "Code", "Omschrijving", "Datum"}) {
    const auto out = signals("", "<paginering><paginagrootte>200</paginagrootte><sortering><kolom>" +
                                     std::string(kolom) + "</kolom></sortering></paginering>");
    EXPECT_EQ(count(out, "<w07:signaalId>"), kSignalen) << kolom;
  }
}

// W07-073
TEST_F(Wi2007Operations, SignalsAreNarrowedByEachCriterion) {
  EXPECT_EQ(count(signals("<aNummer>9101010181</aNummer>"), "<w07:signaalId>"), 3);
  EXPECT_EQ(count(signals("<code>SS008</code>"), "<w07:signaalId>"), 1);
  EXPECT_EQ(count(signals("<bsn>999997002</bsn><status>InBehandeling</status>"), "<w07:signaalId>"), 1);
  EXPECT_EQ(count(signals("<bsn>999997002</bsn><nietAfgehandeld>true</nietAfgehandeld>"), "<w07:signaalId>"),
            2);
  EXPECT_EQ(count(signals("<bsn>999997002</bsn><datumVanaf>2026-11-22</datumVanaf>"
                          "<datumTotEnMet>2026-11-22</datumTotEnMet>"),
                  "<w07:signaalId>"),
            1);
  EXPECT_TRUE(has(signals("<datumVanaf>2026-11-22</datumVanaf><datumTotEnMet>2026-11-21</datumTotEnMet>"),
                  "<g:code>FS002</g:code>"));
}

TEST_F(Wi2007Operations, TheCountIsThatOfTheSearch) {
  const auto out = ask("TelSignalen", "<criteria><bsn>999997002</bsn></criteria>");
  EXPECT_TRUE(has(out,
                  "<g:totaal>3</g:totaal><g:nieuw>1</g:nieuw><g:inBehandeling>1</g:inBehandeling>"
                  "<g:afgehandeld>1</g:afgehandeld>"));
  EXPECT_TRUE(has(ask("TelSignalen", "<criteria><bsn>999997003</bsn></criteria>"), "<g:code>FS001</g:code>"));
}

TEST_F(Wi2007Operations, TheFeedsGiveEveryoneOnceAndThenNothing) {
  const auto persons = ask("HaalPersonen", "<naVolgnummer>0</naVolgnummer><maximum>1000</maximum>");
  EXPECT_TRUE(has(persons, "<w07:meerBeschikbaar>false</w07:meerBeschikbaar>"));
  EXPECT_EQ(count(persons, "<w07:persoonId>"), 13);
  const auto part = ask("HaalPersonen", "<naVolgnummer>0</naVolgnummer><maximum>5</maximum>");
  EXPECT_TRUE(has(part, "<w07:meerBeschikbaar>true</w07:meerBeschikbaar>"));
  const auto signalen = ask("HaalSignalen", "<naVolgnummer>0</naVolgnummer><maximum>1000</maximum>");
  EXPECT_EQ(count(signalen, "<w07:signaalId>"), kSignalen);
  const auto none = ask("HaalSignalen", "<naVolgnummer>5000</naVolgnummer><maximum>10</maximum>");
  EXPECT_TRUE(has(none, "<w07:laatsteVolgnummer>5000</w07:laatsteVolgnummer>"));
  EXPECT_TRUE(has(none, "<w07:signalen></w07:signalen>"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2007
