// InburgeringAlgemeen as a caller meets it, over the named test persons of all laws.
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/code_registry.hpp"
#include "gateway/laws/algemeen/law.hpp"
#include "gateway/laws/testing/service_under_test.hpp"

namespace cvsgw::laws::algemeen {
namespace {

class AlgemeenService : public ::testing::Test {
 protected:
  static laws::testing::ServiceUnderTest& gateway() {
    static laws::testing::ServiceUnderTest instance(
        service(),
        {{*Gemeentecode::parse("0014"), Rollen().add(Rol::Wi2007).add(Rol::Wi2013MUT).add(Rol::Wi2021)},
         {*Gemeentecode::parse("0034"), Rollen().add(Rol::Wi2007)}},
        kToday);
    return instance;
  }
  static std::string wetVan(std::string_view bsn, const std::string& gemeente = "0014") {
    return gateway().answer(
        "BepaalWet", "<gemeentecode>" + gemeente + "</gemeentecode><bsn>" + std::string(bsn) + "</bsn>");
  }
  static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }
};

TEST_F(AlgemeenService, PingTellsTheGatewaysDay) {
  const auto out = gateway().answer("Ping", "");
  EXPECT_TRUE(has(out, "<alg:vandaag>2026-11-22</alg:vandaag>"));
  EXPECT_TRUE(has(out, "<alg:tijdstip>2026-11-22T12:00:00.000+01:00</alg:tijdstip>"));
}

TEST_F(AlgemeenService, TheKeyLearnsItsRightsPerMunicipality) {
  const auto out = gateway().answer("RaadpleegAutorisatie", "");
  EXPECT_TRUE(has(out, "<g:omschrijving>Groningen</g:omschrijving>"));
  EXPECT_TRUE(has(out, "<g:omschrijving>Almere</g:omschrijving>"));
  EXPECT_TRUE(has(out, "<alg:rol>Wi2013MUT</alg:rol>"));
  EXPECT_TRUE(has(out, "<alg:geldigTotEnMet>2999-12-31</alg:geldigTotEnMet>"));
}

TEST_F(AlgemeenService, EveryNamedPersonIsUnderHisOwnLaw) {
  for (const auto& persoon : store::testpersonen()) {
    // Those of the Wi2021 are not seen from here, and one of them has no dossier but a correction signal.
    if (persoon.wet == Wet::wi2021) continue;
    if (persoon.bsn == std::string_view("999997117")) continue;  // cleaned up, see below
    const auto out = wetVan(persoon.bsn);
    EXPECT_TRUE(has(out, "<alg:wet><g:code>" + std::string(wetNaam(persoon.wet)) + "</g:code>"))
        << persoon.bsn;
  }
}

TEST_F(AlgemeenService, WhoWasCleanedUpAfterHisDeathIsUnderNoLaw) {
  EXPECT_TRUE(has(wetVan("999997117"), "<alg:valtOnderWet>false</alg:valtOnderWet>"));
}

TEST_F(AlgemeenService, TheLawOfSomeoneElsesResidentIsToldAndNothingMore) {
  const auto out = wetVan("999997002", "0034");
  EXPECT_TRUE(has(out, "<g:code>AS006</g:code>"));
  EXPECT_TRUE(has(out, "<alg:gegevensInzien>false</alg:gegevensInzien>"));
}

TEST_F(AlgemeenService, ReadableMeansThatRaadpleegPersoonWouldAnswer) {
  EXPECT_TRUE(has(wetVan("999997002"), "<alg:gegevensInzien>true</alg:gegevensInzien>"));
  EXPECT_TRUE(has(wetVan("999997038"), "<alg:gegevensInzien>true</alg:gegevensInzien>")) << "former resident";
  EXPECT_TRUE(has(wetVan("999996009"), "<alg:gegevensInzien>true</alg:gegevensInzien>"));
  EXPECT_TRUE(has(wetVan("999996095", "0034"), "<alg:gegevensInzien>false</alg:gegevensInzien>"))
      << "lives there, but the key has no role for that law there";
}

TEST_F(AlgemeenService, TheDeceasedOfTheWi2007CannotBeReadAndThoseOfTheWi2013Can) {
  const auto oldest = wetVan("999997105");
  EXPECT_TRUE(has(oldest, "<g:code>AS007</g:code>"));
  EXPECT_TRUE(
      has(oldest, "<alg:overleden>true</alg:overleden><alg:gegevensInzien>false</alg:gegevensInzien>"));
  EXPECT_TRUE(has(wetVan("999996113"),
                  "<alg:overleden>true</alg:overleden><alg:gegevensInzien>true</alg:gegevensInzien>"));
}

TEST_F(AlgemeenService, AnUnknownNumberIsUnderNoLawAndABrokenOneIsNoAnswer) {
  const auto unknown = wetVan("999992971");
  EXPECT_TRUE(has(unknown, "<alg:valtOnderWet>false</alg:valtOnderWet>"));
  EXPECT_TRUE(has(unknown, "<g:code>AS008</g:code>"));
  for (const auto* bsn : {"999992972", "000000000"}) {
    const auto broken = wetVan(bsn);
    EXPECT_TRUE(has(broken, "<g:code>FS001</g:code>")) << bsn;
    EXPECT_FALSE(has(broken, "<alg:uitkomst>")) << bsn;
  }
}

TEST_F(AlgemeenService, AMunicipalityWithoutAGrantIsRefused) {
  const auto out = gateway().call("BepaalWet", "<gemeentecode>0047</gemeentecode><bsn>999997002</bsn>");
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().kind, FaultKind::notAuthorised);
}

TEST_F(AlgemeenService, EveryCodeListIsAValidAnswer) {
  const auto all = gateway().answer("LijstCodes", "");
  EXPECT_TRUE(has(all, "<alg:naam>gemeente</alg:naam>"));
  for (const auto& list : isi::publishedLists()) {
    const std::string wet = list.wet ? "<wet>" + std::string(wetNaam(*list.wet)) + "</wet>" : "";
    const auto out = gateway().answer(
        "LijstCodes", "<criteria>" + wet + "<lijst>" + std::string(list.naam) + "</lijst></criteria>");
    EXPECT_TRUE(has(out, "<alg:rij>")) << list.naam;
  }
  EXPECT_TRUE(has(gateway().answer("LijstCodes", "<criteria><lijst>bestaatNiet</lijst></criteria>"),
                  "<g:code>AS004</g:code>"));
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
