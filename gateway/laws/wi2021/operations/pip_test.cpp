// The plan as a caller meets it: what is sent, what is answered, and what reading shows afterwards.
#include <gtest/gtest.h>

#include "adapters/store/wi2021/dossiers.hpp"
#include "gateway/laws/wi2021/operations/operations_test_world.hpp"

namespace cvsgw::laws::wi2021::operatietest {
namespace {

constexpr const char* kNieuw = "999994013";           // obliged for six days, SS101 and SS139
constexpr const char* kNietDefinitief = "999994062";  // plan registered five days ago
constexpr const char* kVerhuisd = "999994074";        // moved to Utrecht, which has no plan

class Wi2021PipOperationsTest : public OperationsTest {
 protected:
  TestIsi& backend() override { return isi; }
  static std::string bsn(const std::string& value) { return el("bsn", value); }
  static std::string plan(const std::string& dag, const std::string& route = "B",
                          const std::string& meer = {}) {
    return el("pip", el("datumDagtekening", dag) + el("leerroute", route) + meer);
  }
  static std::string uren() { return el("geschatteUrenIntensiteit", "600"); }
  static std::string verwerking(const std::string& element, const std::string& content) {
    return el("verwerking", gemeen(element, content));
  }
  static std::string bevestigd(const std::string& melding) {
    return verwerking("bevestigdeMeldingen", gemeen("code", melding));
  }
  /// An element of the shared types.
  static std::string gemeen(const std::string& name, const std::string& content) {
    return "<g:" + name + " xmlns:g=\"urn:inburgering:cvs-isi:gemeenschappelijk:v1\">" + content +
           "</g:" + name + ">";
  }
  std::string persoon(const std::string& wie, const std::string& gemeente = "0363") {
    return answer("RaadpleegPersoon", van(gemeente) + bsn(wie));
  }
  /// How many open signals of this code the person has.
  bool open(const std::string& wie, const std::string& signaal, const std::string& gemeente = "0363") {
    const auto text = answer(
        "ZoekSignalen",
        van(gemeente) + el("criteria", bsn(wie) + el("code", signaal) + el("nietAfgehandeld", "true")));
    return has(text, "signaal>");
  }

  TestIsi isi;
};

// W21-501
TEST_F(Wi2021PipOperationsTest, AnInitialPlanIsStoredShownAndSettlesItsSignals) {
  ASSERT_TRUE(open(kNieuw, "SS139"));
  ASSERT_TRUE(open(kNieuw, "SS101"));
  const auto text = answer("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-20", "B", uren()));
  EXPECT_TRUE(has(text, "resultaat>Verwerkt<")) << text;
  EXPECT_TRUE(has(text, "datumRegistratieInitieel>2026-11-22<"));
  EXPECT_TRUE(has(text, code("B1"))) << "the level that was left out";
  EXPECT_TRUE(has(persoon(kNieuw), "datumDagtekeningInitieel>2026-11-20<"));
  EXPECT_TRUE(has(persoon(kNieuw), "definitiefVanaf>2026-12-07<"));
  EXPECT_FALSE(open(kNieuw, "SS139"));
  EXPECT_TRUE(open(kNieuw, "SS101")) << "waits for the start of the term";
  EXPECT_TRUE(has(answer("RaadpleegHistorie", hier + bsn(kNieuw) + el("soort", "Pip")), code("AS104")));

  const auto again = answer("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-20", "B", uren()));
  EXPECT_TRUE(has(again, "resultaat>Afgekeurd<"));
  EXPECT_TRUE(has(again, code("FS110")));
  EXPECT_TRUE(has(again, code("AS010")));
}

TEST_F(Wi2021PipOperationsTest, WhatIsRefusedOrWaitsOrIsOnlyTriedStoresNothing) {
  const auto before = persoon(kNieuw);
  const auto refused = answer("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-23", "Z", uren()));
  EXPECT_TRUE(has(refused, "resultaat>Afgekeurd<"));
  EXPECT_TRUE(has(refused, code("FS112")));
  EXPECT_TRUE(has(refused, code("FS122")));
  EXPECT_FALSE(has(refused, "stand>"));
  const auto tried = answer(
      "VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-20", "Z") + verwerking("alleenValideren", "true"));
  EXPECT_TRUE(has(tried, "resultaat>Goedgekeurd<"));
  EXPECT_EQ(persoon(kNieuw), before);
  EXPECT_TRUE(open(kNieuw, "SS139"));
}

// W21-114
TEST_F(Wi2021PipOperationsTest, AnOldDateWaitsForItsConfirmation) {
  const std::string wie = "999994025";  // linked by COA two months ago, obliged for two months
  const auto asked = answer("VoegPipToe", hier + bsn(wie) + plan("2026-10-22", "Z"));
  EXPECT_TRUE(has(asked, "resultaat>BevestigingNodig<"));
  EXPECT_TRUE(has(asked, code("AS114")));
  EXPECT_FALSE(has(persoon(wie), "datumDagtekening>"));
  const auto done = answer("VoegPipToe", hier + bsn(wie) + plan("2026-10-22", "Z") + bevestigd("AS114"));
  EXPECT_TRUE(has(done, "resultaat>Verwerkt<"));
  EXPECT_TRUE(has(persoon(wie), "datumDagtekening>2026-10-22<"));
}

TEST_F(Wi2021PipOperationsTest, DatesThatOnlyXmlSchemaKnowsAreRefusedAsDates) {
  for (const auto& [dag, melding] : {std::pair{"12026-01-01", "FS112"}, {"-0044-03-15", "FS111"}}) {
    EXPECT_TRUE(has(answer("VoegPipToe", hier + bsn(kNieuw) + plan(dag, "Z")), code(melding))) << dag;
  }
  EXPECT_TRUE(has(answer("VoegPipToe", hier + bsn(kNieuw) + plan(" 2026-11-20Z\n", "Z")),
                  "datumDagtekening>2026-11-20<"));
}

// W21-506, W21-510
TEST_F(Wi2021PipOperationsTest, AChangeShowsInThePlanAndTheOldStateInTheHistory) {
  const std::string pip = el("datumDagtekening", "2026-11-21") +
                          el("datumDagtekeningInitieel", "2026-11-13") + el("leerroute", "B") +
                          el("niveau", "A2") + el("alfabetisering", "AA") + uren();
  const auto text = answer("WijzigPip", hier + bsn(kNietDefinitief) + el("pip", pip));
  EXPECT_TRUE(has(text, "resultaat>Verwerkt<")) << text;
  EXPECT_TRUE(has(text, code("AS117")));
  EXPECT_TRUE(has(text, "datumDagtekeningInitieel>2026-11-13<"));
  EXPECT_TRUE(has(persoon(kNietDefinitief), "datumDagtekeningInitieel>2026-11-13<"));
  EXPECT_TRUE(has(answer("RaadpleegHistorie", hier + bsn(kNietDefinitief) + el("soort", "Pip")),
                  "datumDagtekeningInitieel>2026-11-14<"));
}

// W21-507, W21-501
TEST_F(Wi2021PipOperationsTest, ANewMunicipalitysPlanSettlesTheMoveAndStartsTheOldOnesFourWeeks) {
  ASSERT_TRUE(open(kVerhuisd, "SS121", "0344"));
  ASSERT_TRUE(open(kVerhuisd, "SS122"));
  const auto text = answer("WijzigPip", van("0344") + bsn(kVerhuisd) + plan("2026-11-20", "B", uren()));
  EXPECT_TRUE(has(text, "resultaat>Verwerkt<")) << text;
  EXPECT_FALSE(open(kVerhuisd, "SS121", "0344"));
  EXPECT_FALSE(open(kVerhuisd, "SS122"));
  EXPECT_TRUE(has(persoon(kVerhuisd), "2026-12-20")) << "the last day of reading: 28 days after registration";
  const auto old = answer("WijzigPip", hier + bsn(kVerhuisd) + plan("2026-11-21", "B", uren()));
  EXPECT_TRUE(has(old, code("FS127")));
}

// W21-130, W21-132
TEST_F(Wi2021PipOperationsTest, APlanIsDeletedWhileItIsNotDefinitive) {
  const auto text = answer("VerwijderPip", hier + bsn(kNietDefinitief));
  EXPECT_TRUE(has(text, "resultaat>Verwerkt<")) << text;
  EXPECT_FALSE(has(text, "stand>"));
  EXPECT_FALSE(has(persoon(kNietDefinitief), "datumDagtekening>"));
  EXPECT_TRUE(has(answer("VerwijderPip", hier + bsn(kNietDefinitief)), code("FS125")));
  const auto definitive = answer("VerwijderPip", hier + bsn("999994001"));
  EXPECT_TRUE(has(definitive, code("FS130")));
  EXPECT_TRUE(has(persoon("999994001"), "datumDagtekening>"));
}

// W21-132
TEST_F(Wi2021PipOperationsTest, WhatGoesWithAPlanIsNamedBeforeItGoes) {
  {
    store::Database::Writing writer(isi.database());
    auto dossier =
        store::wi2021::findGezien(*writer, *Gemeentecode::parse("0363"), *Bsn::parse(kNietDefinitief), kToday)
            ->dossier;
    isi::wi2021::Aanbod offer;
    offer.aanbodId = "A21.1";
    offer.gemeentecode = *Gemeentecode::parse("0363");
    offer.instellingsnummer = "0000010018";
    offer.instellingsnaam = "Taalhuis De Brug";
    offer.soortInstelling = "BOW";
    offer.alfabetisering = "NVT";
    offer.datumInschrijving = offer.datumRegistratie = kToday;
    dossier.aanbiedingen = {offer};
    store::wi2021::save(*writer, dossier, kToday);
    writer.commit();
  }
  const auto asked = answer("VerwijderPip", hier + bsn(kNietDefinitief));
  EXPECT_TRUE(has(asked, "resultaat>BevestigingNodig<"));
  EXPECT_TRUE(has(asked, "Taalhuis De Brug"));
  EXPECT_TRUE(has(persoon(kNietDefinitief), "aanbodId>A21.1<"));
  const auto done = answer("VerwijderPip", hier + bsn(kNietDefinitief) + bevestigd("AS132"));
  EXPECT_TRUE(has(done, "resultaat>Verwerkt<")) << done;
  EXPECT_FALSE(has(persoon(kNietDefinitief), "aanbodId>"));
  EXPECT_FALSE(has(persoon(kNietDefinitief), "datumDagtekening>"));
}

class Wi2021PipVoorbeeldTest : public Wi2021PipOperationsTest {
 protected:
  TestIsi& backend() override { return in2022; }
  void dag(Date nieuw) {
    vandaag = nieuw;
    ASSERT_TRUE(in2022.enterDay(nieuw));
  }
  TestIsi in2022{Date(2022, 4, 1)};
};

// W21-503, W21-504, W21-505, W21-126, W21-130: the manual's example, § 3.6.6.1
TEST_F(Wi2021PipVoorbeeldTest, APlanOfFirstFebruaryPassedOnAtFirstApril) {
  const std::string wie = "999994025";  // obliged and linked since 1 February 2022
  dag(Date(2022, 4, 1));
  const auto text = answer("VoegPipToe", hier + bsn(wie) + plan("2022-02-01", "Z") + bevestigd("AS114"));
  ASSERT_TRUE(has(text, "resultaat>Verwerkt<")) << text;
  dag(Date(2022, 4, 15));
  EXPECT_FALSE(open(wie, "SS102"));
  EXPECT_TRUE(open(wie, "SS101"));
  EXPECT_FALSE(has(persoon(wie), "startdatum>2022-02-02<"));
  dag(Date(2022, 4, 16));
  EXPECT_TRUE(open(wie, "SS102"));
  EXPECT_FALSE(open(wie, "SS101"));
  EXPECT_TRUE(has(persoon(wie), "startdatum>2022-02-02<"));
  EXPECT_TRUE(has(persoon(wie), "einddatum>2025-02-01<"));
  EXPECT_TRUE(has(answer("VerwijderPip", hier + bsn(wie)), code("FS130")));
  const std::string later = el("datumDagtekening", "2022-04-16") +
                            el("datumDagtekeningInitieel", "2022-02-02") + el("leerroute", "Z");
  EXPECT_TRUE(has(answer("WijzigPip", hier + bsn(wie) + el("pip", later)), code("FS126")));
}

// W21-003, FS001
TEST_F(Wi2021PipOperationsTest, NobodyAndNoNumberAreMessages) {
  for (const auto* operation : {"VoegPipToe", "WijzigPip"}) {
    EXPECT_TRUE(has(answer(operation, hier + bsn("999992971") + plan("2026-11-20", "Z")), code("FS103")));
    EXPECT_TRUE(has(answer(operation, hier + bsn("999993654") + plan("2026-11-20", "Z")), code("FS001")));
    EXPECT_FALSE(ask(operation, hier + bsn(kNieuw) + plan("2026-11-20", "Z"), Rol::Wi2021)) << operation;
  }
  EXPECT_TRUE(has(answer("VerwijderPip", hier + bsn("999992971")), code("FS103")));
  EXPECT_FALSE(ask("VerwijderPip", hier + bsn(kNietDefinitief), Rol::Wi2021));
}

TEST_F(Wi2021PipOperationsTest, ARetryGetsTheFirstAnswerAndIsDoneOnce) {
  messageId = "urn:uuid:6f0c2d1e-7b54-4d0a-9c11-000000000452";
  const auto first = answer("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-20", "Z"));
  EXPECT_TRUE(has(first, "resultaat>Verwerkt<"));
  EXPECT_EQ(answer("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-20", "Z")), first);
  const auto other = ask("VoegPipToe", hier + bsn(kNieuw) + plan("2026-11-19", "Z"));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, FaultKind::messageIdReused);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::operatietest
