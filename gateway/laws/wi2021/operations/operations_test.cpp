// The operations as a caller meets them: text in, text out, over the named test persons. Every answer is held
// against the published schema.
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/operations/operations_test_world.hpp"

namespace cvsgw::laws::wi2021::operatietest {
namespace {

class Wi2021OperationsTest : public OperationsTest {
 protected:
  TestIsi& backend() override {
    static TestIsi instance;
    return instance;
  }
};

TEST_F(Wi2021OperationsTest, EveryNamedPersonsViewIsWhatTheSchemaSays) {
  for (const auto& person : store::testpersonenWi2021(nullptr, kToday)) {
    const auto text = answer("RaadpleegPersoon", van(person.gemeente) + el("bsn", person.bsn), Rol::Wi2021);
    EXPECT_TRUE(has(text, "persoon>") || has(text, code("AS001"))) << person.toont;
  }
}

TEST_F(Wi2021OperationsTest, APersonOutOfSightAndNoPersonAreTheSameAnswer) {
  const auto gone = answer("RaadpleegPersoon", hier + el("bsn", "999994116"));
  const auto nobody = answer("RaadpleegPersoon", hier + el("bsn", "999992971"));
  EXPECT_EQ(gone, nobody);
  EXPECT_TRUE(has(nobody, code("AS001")));
  for (const auto& [operation, rest] : {std::pair{"RaadpleegHistorie", el("soort", "Pip")},
                                        std::pair{"RaadpleegExamen", el("onderdeel", "LE")}}) {
    EXPECT_EQ(answer(operation, hier + el("bsn", "999994116") + rest),
              answer(operation, hier + el("bsn", "999992971") + rest))
        << operation;
  }
}

TEST_F(Wi2021OperationsTest, ANumberThatIsNoBsnIsAMessageNotAFault) {
  for (const auto& [operation, rest] :
       {std::pair{"RaadpleegPersoon", std::string{}}, std::pair{"RaadpleegHistorie", el("soort", "Lbt")},
        std::pair{"RaadpleegExamen", el("onderdeel", "KNM")}}) {
    const auto text = answer(operation, hier + el("bsn", "999993654") + rest);
    EXPECT_TRUE(has(text, code("FS001"))) << operation;
    EXPECT_FALSE(has(text, "999993654")) << operation;
  }
  const std::string criteria = el("criteria", el("bsn", "000000000"));
  for (const auto* operation : {"ZoekPersonen", "ZoekSignalen", "TelSignalen"}) {
    EXPECT_TRUE(has(answer(operation, hier + criteria), code("FS001"))) << operation;
  }
}

TEST_F(Wi2021OperationsTest, WhoSeesSomeoneOnlyForAWhileIsTold) {
  EXPECT_TRUE(has(answer("RaadpleegPersoon", hier + el("bsn", "999994074")), code("AS101")));
  EXPECT_TRUE(has(answer("RaadpleegPersoon", hier + el("bsn", "999994207")), code("AS102")));
  EXPECT_TRUE(has(answer("RaadpleegPersoon", hier + el("bsn", "999994104")), code("AS103")));
  EXPECT_TRUE(has(answer("RaadpleegPersoon", hier + el("bsn", "999994128")), code("AS003")));
}

TEST_F(Wi2021OperationsTest, EachKindOfHistoryComesInItsOwnList) {
  for (const auto& [soort, item] :
       {std::pair{"Pip", "pip>"}, {"Aanbod", "aanbod>"}, {"Termijn", "termijn>"}}) {
    const auto text = answer("RaadpleegHistorie", hier + el("bsn", "999994190") + el("soort", soort));
    EXPECT_TRUE(has(text, item)) << soort;
    EXPECT_FALSE(has(text, "melding>")) << soort;
  }
  EXPECT_TRUE(has(answer("RaadpleegHistorie", hier + el("bsn", "999994165") + el("soort", "Doelgroep")),
                  "doelgroep>"));
  EXPECT_TRUE(has(answer("RaadpleegHistorie", hier + el("bsn", "999994037") + el("soort", "Lbt")),
                  "leerbaarheidstoets>"));
  EXPECT_TRUE(
      has(answer("RaadpleegHistorie", hier + el("bsn", "999994013") + el("soort", "Pip")), code("AS104")));
}

TEST_F(Wi2021OperationsTest, AnExamPartWithoutAttemptsSaysSo) {
  const auto tried = answer("RaadpleegExamen", hier + el("bsn", "999994189") + el("onderdeel", "LE"));
  EXPECT_TRUE(has(tried, "poging>"));
  const auto never = answer("RaadpleegExamen", hier + el("bsn", "999994189") + el("onderdeel", "KNM"));
  EXPECT_TRUE(has(never, code("AS105")));
  EXPECT_FALSE(has(never, "examen>"));
}

TEST_F(Wi2021OperationsTest, PersonsComeFifteenAPageUnlessAskedOtherwise) {
  const auto first = answer("ZoekPersonen", hier + el("criteria", ""));
  EXPECT_TRUE(has(first, "totaal>18<")) << first.substr(0, 300);
  EXPECT_TRUE(has(first, "aantalPaginas>2<"));
  const auto all =
      answer("ZoekPersonen", hier + el("criteria", "") + el("paginering", el("paginagrootte", "200")));
  EXPECT_TRUE(has(all, "aantalPaginas>1<"));
  EXPECT_TRUE(has(all, "999994207"));
  const auto past = answer("ZoekPersonen", hier + el("criteria", "") + el("paginering", el("pagina", "3")));
  EXPECT_TRUE(has(past, code("AS002")));
  EXPECT_FALSE(has(past, "persoon>"));
}

TEST_F(Wi2021OperationsTest, AllBrokenRulesOfASearchComeAtOnce) {
  const auto text =
      answer("ZoekPersonen",
             hier + el("criteria", el("bsn", "123456789") + el("doelgroep", "GezinsmigrantEnOverigeMigrant") +
                                       el("datumVaststellingVanaf", "2026-05-02") +
                                       el("datumVaststellingTotEnMet", "2026-05-01+02:00") +
                                       el("inburgeringsaanbodNietDoorgegeven", "true")));
  EXPECT_TRUE(has(text, code("FS001")));
  EXPECT_TRUE(has(text, code("FS002")));
  EXPECT_TRUE(has(text, code("FS102")));
  EXPECT_TRUE(has(text, "totaal>0<"));
}

TEST_F(Wi2021OperationsTest, SignalsAreFoundCountedAndPulled) {
  const std::string open = el("criteria", el("nietAfgehandeld", "true"));
  EXPECT_TRUE(has(answer("ZoekSignalen", hier + open), "signaal>"));
  EXPECT_FALSE(has(answer("ZoekSignalen", hier + open), "status>Afgehandeld<"));
  const auto sorted = answer(
      "ZoekSignalen", hier + el("criteria", "") + el("paginering", el("sortering", el("kolom", "Code"))));
  EXPECT_LT(sorted.find("SS101"), sorted.find("SS102"));
  EXPECT_TRUE(has(answer("TelSignalen", hier + el("criteria", el("code", "SS190"))), "nieuw>1<"));
  EXPECT_TRUE(has(answer("ZoekSignalen", hier + el("criteria", el("code", "SS138"))), code("AS001")));
  const auto feed = answer("HaalSignalen", hier + el("naVolgnummer", "0") + el("maximum", "5"));
  EXPECT_TRUE(has(feed, "meerBeschikbaar>true<"));
  EXPECT_TRUE(has(answer("HaalPersonen", hier + el("naVolgnummer", "0") + el("maximum", "1000")),
                  "vervallen>false<"));
}

TEST_F(Wi2021OperationsTest, InstitutionsAreForEveryReader) {
  const auto text = answer("LijstInstellingen", hier + el("criteria", el("soort", "TST")), Rol::Wi2021);
  EXPECT_TRUE(has(text, "Schakelcollege Amstel"));
  EXPECT_FALSE(has(text, "Taalhuis De Brug"));
  EXPECT_TRUE(
      has(answer("LijstInstellingen", hier + el("criteria", el("naam", "bestaat niet"))), code("AS001")));
}

TEST_F(Wi2021OperationsTest, ContactPersonsAreOnlyForTheRoleThatChanges) {
  const std::string caseload = el("contactpersoonId", "C0363.1") + el("weergave", "Actueel");
  EXPECT_TRUE(has(answer("LijstContactpersonen", hier), "inburgering1@gemeente0363.example"));
  EXPECT_TRUE(has(answer("RaadpleegCaseload", hier + caseload), "999994001"));
  for (const auto& [operation, rest] :
       {std::pair{"LijstContactpersonen", std::string{}}, {"RaadpleegCaseload", caseload}}) {
    const auto refused = ask(operation, hier + rest, Rol::Wi2021);
    ASSERT_FALSE(refused) << operation;
    EXPECT_EQ(refused.error().kind, FaultKind::notAuthorised);
  }
  const auto unknown =
      answer("RaadpleegCaseload", hier + el("contactpersoonId", "C0344.1") + el("weergave", "Historie"));
  EXPECT_TRUE(has(unknown, code("FS101")));
  EXPECT_TRUE(has(answer("LijstContactpersonen", van("0599")), code("AS106"))) << "none registered there";
}

TEST_F(Wi2021OperationsTest, AMunicipalityWithoutAGrantIsRefusedWhetherItExistsOrNot) {
  for (const char* gemeente : {"0518", "9999"}) {
    const auto refused = ask("ZoekPersonen", van(gemeente) + el("criteria", ""));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FaultKind::notAuthorised);
  }
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::operatietest
