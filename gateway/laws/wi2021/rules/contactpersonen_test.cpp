// The decisions on contact persons and caseloads, on a municipality made by hand.
#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace isi::wi2021;

const auto kA = *Bsn::parse("999994001");
const auto kB = *Bsn::parse("999994013");
const auto kC = *Bsn::parse("999994025");

class Gemeente final : public Gemeentewerk {
 public:
  std::vector<Contactpersoon> contactpersonen() override { return alle; }
  std::optional<Contactpersoon> contactpersoon(std::string_view id) override {
    for (const auto& contact : alle) {
      if (contact.contactpersoonId == id) return contact;
    }
    return std::nullopt;
  }
  std::vector<Bsn> caseload(std::string_view id) override { return caseloads[std::string(id)]; }
  std::optional<CertificaatRij> certificaat(std::string_view) override { return std::nullopt; }

  std::vector<Contactpersoon> alle = {{"v1", "P1", "Een", "een@g.example", std::nullopt, true, 0},
                                      {"v2", "P2", "Twee", "twee@g.example", "020", false, 0}};
  std::map<std::string, std::vector<Bsn>> caseloads = {{"P2", {kA, kB}}};
};

class Wi2021Contactpersonen : public ::testing::Test {
 protected:
  Gemeentestand stand() { return {namens, verwerking, gemeente}; }
  static std::vector<std::string> codes(const std::vector<Melding>& meldingen) {
    std::vector<std::string> out;
    for (const auto& melding : meldingen) out.push_back(melding.code + " " + melding.veld.value_or(""));
    return out;
  }
  static std::vector<std::string> wie(const Gemeentebesluit& besluit) {
    std::vector<std::string> out;
    for (const auto& [bsn, aan] : besluit.overdrachten) out.push_back(bsn.value() + " " + aan);
    return out;
  }

  isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  isi::Verwerking verwerking;
  Gemeente gemeente;
  const Contactgegevens drie{"Drie", "drie@g.example", std::nullopt, false};
};

TEST_F(Wi2021Contactpersonen, OneMoreIsRegisteredWithoutAnId) {
  const auto besluit = voegContactpersoonToe(stand(), drie);
  EXPECT_THAT(besluit.meldingen, IsEmpty());
  ASSERT_TRUE(besluit.contactpersoon);
  EXPECT_TRUE(besluit.contactpersoon->contactpersoonId.empty());
  EXPECT_EQ(besluit.contactpersoon->naam, "Drie");
  EXPECT_FALSE(besluit.algemeenAf);
}

// W21-560, W21-243
TEST_F(Wi2021Contactpersonen, ANewGeneralOneTakesOverAndSaysFromWhom) {
  auto nieuw = drie;
  nieuw.algemeen = true;
  const auto besluit = voegContactpersoonToe(stand(), nieuw);
  EXPECT_THAT(codes(besluit.meldingen), ElementsAre("AS243 contactpersoon/algemeenContactpersoon"));
  EXPECT_NE(besluit.meldingen[0].tekst.find("was Een."), std::string::npos);
  EXPECT_FALSE(besluit.meldingen[0].bevestigen) << "the manual shows it afterwards";
  EXPECT_EQ(besluit.algemeenAf, "P1");
  EXPECT_TRUE(besluit.contactpersoon->algemeenContactpersoon);

  gemeente.alle[0].algemeenContactpersoon = false;
  const auto eerste = voegContactpersoonToe(stand(), nieuw);
  EXPECT_THAT(eerste.meldingen, IsEmpty());
  EXPECT_FALSE(eerste.algemeenAf);
}

// W21-560
TEST_F(Wi2021Contactpersonen, TheGeneralOneStaysSoWhenChangedAndStopsWhenLeftOut) {
  const auto blijft = wijzigContactpersoon(stand(), "P1", {"Een", "1@g.example", std::nullopt, true});
  EXPECT_THAT(blijft.meldingen, IsEmpty());
  EXPECT_FALSE(blijft.algemeenAf);
  EXPECT_TRUE(blijft.contactpersoon->algemeenContactpersoon);
  const auto stopt = wijzigContactpersoon(stand(), "P1", {"Een", "een@g.example", std::nullopt, false});
  EXPECT_THAT(stopt.meldingen, IsEmpty());
  EXPECT_FALSE(stopt.contactpersoon->algemeenContactpersoon);
  const auto ander = wijzigContactpersoon(stand(), "P2", {"Twee", "twee@g.example", "020", true});
  EXPECT_EQ(ander.algemeenAf, "P1");
}

// ALG-032
TEST_F(Wi2021Contactpersonen, WhatStandsAlreadyIsNotRegisteredTwice) {
  const auto nogeens = voegContactpersoonToe(stand(), {" Twee ", "twee@g.example", "020", false});
  EXPECT_THAT(codes(nogeens.meldingen), ElementsAre("AS010 contactpersoon"));
  EXPECT_EQ(nogeens.contactpersoon->contactpersoonId, "P2");
  EXPECT_THAT(voegContactpersoonToe(stand(), {"Twee", "twee@g.example", "021", false}).meldingen, IsEmpty());
  EXPECT_THAT(codes(wijzigContactpersoon(stand(), "P2", {"Twee", "twee@g.example", "020", false}).meldingen),
              ElementsAre("AS010 contactpersoon"));
}

// W21-001, ALG-031
TEST_F(Wi2021Contactpersonen, UnknownAndStaleAreRefusedWithAllElse) {
  EXPECT_THAT(
      codes(wijzigContactpersoon(stand(), "P9", {" ", "x", std::nullopt, false}).meldingen),
      ElementsAre("FS101 contactpersoonId", "FS235 contactpersoon/naam", "FS237 contactpersoon/email"));
  verwerking.verwachteVersie = "v2";
  EXPECT_THAT(wijzigContactpersoon(stand(), "P2", drie).meldingen, IsEmpty());
  EXPECT_THAT(codes(wijzigContactpersoon(stand(), "P1", drie).meldingen),
              ElementsAre("FS010 verwerking/verwachteVersie"));
  EXPECT_THAT(codes(verwijderContactpersoon(stand(), "P1", std::nullopt).meldingen),
              ElementsAre("FS010 verwerking/verwachteVersie"));
  EXPECT_THAT(codes(voegContactpersoonToe(stand(), drie).meldingen),
              ElementsAre("FS010 verwerking/verwachteVersie"));
  EXPECT_FALSE(wijzigContactpersoon(stand(), "P1", drie).contactpersoon);
}

// W21-244
TEST_F(Wi2021Contactpersonen, WhoHasACaseloadGoesOnlyWithAConfirmation) {
  const auto met = verwijderContactpersoon(stand(), "P2", std::nullopt);
  EXPECT_THAT(codes(met.meldingen), ElementsAre("AS244 overdracht"));
  EXPECT_TRUE(met.meldingen[0].bevestigen);
  EXPECT_NE(met.meldingen[0].tekst.find("gekoppeld: 2."), std::string::npos);
  EXPECT_EQ(met.verwijder, "P2");
  EXPECT_THAT(met.overdrachten, IsEmpty());
  gemeente.caseloads.clear();
  EXPECT_THAT(verwijderContactpersoon(stand(), "P2", std::nullopt).meldingen, IsEmpty());
}

// W21-563, W21-245
TEST_F(Wi2021Contactpersonen, TheCaseloadGoesToAnotherInTheSameChange) {
  const auto met = verwijderContactpersoon(stand(), "P2", "P1");
  EXPECT_THAT(met.meldingen, IsEmpty());
  EXPECT_THAT(wie(met), ElementsAre(kA.value() + " P1", kB.value() + " P1"));
  EXPECT_EQ(met.verwijder, "P2");
  EXPECT_THAT(codes(verwijderContactpersoon(stand(), "P1", std::nullopt).meldingen),
              ElementsAre("AS245 contactpersoonId"));
}

// W21-240, W21-001
TEST_F(Wi2021Contactpersonen, ACaseloadGoesToSomeoneElseWhoIsThere) {
  EXPECT_THAT(codes(verwijderContactpersoon(stand(), "P2", "P2").meldingen),
              ElementsAre("FS240 overdracht/contactpersoonId"));
  EXPECT_THAT(codes(verwijderContactpersoon(stand(), "P8", "P9").meldingen),
              ElementsAre("FS101 contactpersoonId", "FS101 overdracht/contactpersoonId"));
  EXPECT_THAT(codes(draagCaseloadOver(stand(), {"P2", "P2", std::nullopt}).meldingen),
              ElementsAre("FS240 overdracht/aanContactpersoonId"));
  EXPECT_THAT(codes(draagCaseloadOver(stand(), {"P8", "P9", {{kA.value()}}}).meldingen),
              ElementsAre("FS101 overdracht/vanContactpersoonId", "FS101 overdracht/aanContactpersoonId"));
}

// W21-564
TEST_F(Wi2021Contactpersonen, AllOrASelectionGoesOver) {
  EXPECT_THAT(wie(draagCaseloadOver(stand(), {"P2", "P1", std::nullopt})),
              ElementsAre(kA.value() + " P1", kB.value() + " P1"));
  EXPECT_THAT(wie(draagCaseloadOver(stand(), {"P2", "P1", {{kB.value(), kB.value()}}})),
              ElementsAre(kB.value() + " P1"));
}

// W21-241, ALG-001
TEST_F(Wi2021Contactpersonen, OneWhoIsNotInItRefusesAllAndIsNamedByPlaceOnly) {
  const auto besluit =
      draagCaseloadOver(stand(), {"P2", "P1", {{kA.value(), kC.value(), "999994002", kB.value()}}});
  EXPECT_THAT(codes(besluit.meldingen),
              ElementsAre("FS241 overdracht/selectie/bsn[2]", "FS001 overdracht/selectie/bsn[3]"));
  for (const auto& melding : besluit.meldingen) {
    EXPECT_EQ(melding.tekst.find(kC.value()), std::string::npos);
    EXPECT_EQ(melding.tekst.find("999994002"), std::string::npos);
  }
  EXPECT_THAT(besluit.overdrachten, IsEmpty());
}

// W21-246, ALG-042
TEST_F(Wi2021Contactpersonen, AnEmptyCaseloadSaysSoAndHasNoVersion) {
  EXPECT_THAT(codes(draagCaseloadOver(stand(), {"P1", "P2", std::nullopt}).meldingen),
              ElementsAre("AS246 overdracht/vanContactpersoonId"));
  verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(draagCaseloadOver(stand(), {"P2", "P1", std::nullopt}).meldingen),
              ElementsAre("FS021 verwerking/verwachteVersie"));
}

class Boek final : public Raadpleging {
 public:
  std::optional<Instelling> instelling(std::string_view) override { return std::nullopt; }
  std::optional<Contactpersoon> contactpersoon(std::string_view id) override {
    return gemeente.contactpersoon(id);
  }
  std::string nieuwKenmerk(std::string_view) override { return "X"; }
  Gemeente gemeente;
};

class Wi2021Koppelregels : public Wi2021Contactpersonen {
 protected:
  Wi2021Koppelregels() {
    zicht.gemeente = namens.gemeente;
    dossier.koppelingen = {{"k1", namens.gemeente, "P1", Date(2026, 1, 5), std::nullopt}};
  }
  Stand persoon() { return {namens, verwerking, dossier, zicht, boek}; }

  Boek boek;
  Zicht zicht;
  Dossier dossier;
};

// W21-561
TEST_F(Wi2021Koppelregels, AnotherContactPersonReplacesTheOneThatStands) {
  const auto besluit = koppelContactpersoon(persoon(), "P2");
  EXPECT_THAT(besluit.meldingen, IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  EXPECT_EQ(besluit.dossier->koppeling(namens.gemeente)->contactpersoonId, "P2");
  EXPECT_EQ(besluit.dossier->koppelingen[1].datumIngetrokken, kToday);
  Uitkomst uitkomst;
  besluit.toon(*besluit.dossier, uitkomst);
  EXPECT_EQ(uitkomst.koppeling->koppeling->naam, "Twee");
}

// ALG-032, W21-001
TEST_F(Wi2021Koppelregels, TheSameOneAgainChangesNothingAndAnUnknownOneIsRefused) {
  const auto zelfde = koppelContactpersoon(persoon(), "P1");
  EXPECT_THAT(codes(zelfde.meldingen), ElementsAre("AS010 contactpersoonId"));
  EXPECT_FALSE(zelfde.dossier);
  const auto onbekend = koppelContactpersoon(persoon(), "P9");
  EXPECT_THAT(codes(onbekend.meldingen), ElementsAre("FS101 contactpersoonId"));
  EXPECT_FALSE(onbekend.dossier);
}

// W21-242
TEST_F(Wi2021Koppelregels, WhoHasLeftGetsNoContactPersonAnyMoreAndCanLoseTheOneHeHas) {
  zicht.vertrokken = true;
  const auto besluit = koppelContactpersoon(persoon(), "P2");
  EXPECT_THAT(codes(besluit.meldingen), ElementsAre("FS242 bsn"));
  EXPECT_FALSE(besluit.dossier);
  EXPECT_THAT(ontkoppelContactpersoon(persoon()).meldingen, IsEmpty());
  zicht.vertrokken = false;
  EXPECT_THAT(koppelContactpersoon(persoon(), "P2").meldingen, IsEmpty());
}

// W21-562, ALG-032
TEST_F(Wi2021Koppelregels, UnlinkingWithdrawsAndOnceIsEnough) {
  const auto besluit = ontkoppelContactpersoon(persoon());
  EXPECT_THAT(besluit.meldingen, IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  EXPECT_FALSE(besluit.dossier->koppeling(namens.gemeente));
  Uitkomst uitkomst;
  besluit.toon(*besluit.dossier, uitkomst);
  EXPECT_FALSE(uitkomst.koppeling->koppeling);
  dossier = *besluit.dossier;
  const auto nogeens = ontkoppelContactpersoon(persoon());
  EXPECT_THAT(codes(nogeens.meldingen), ElementsAre("AS010 bsn"));
  EXPECT_FALSE(nogeens.dossier);
}

// ALG-031, W21-004, W21-005
TEST_F(Wi2021Koppelregels, StaleLateAndDeceasedAreRefused) {
  verwerking.verwachteVersie = "k1";
  EXPECT_THAT(koppelContactpersoon(persoon(), "P2").meldingen, IsEmpty());
  verwerking.verwachteVersie = "geen";
  EXPECT_THAT(codes(koppelContactpersoon(persoon(), "P2").meldingen),
              ElementsAre("FS010 verwerking/verwachteVersie"));
  verwerking.verwachteVersie.reset();
  zicht.wijzigbaarTotEnMet = kToday;
  EXPECT_THAT(ontkoppelContactpersoon(persoon()).meldingen, IsEmpty());
  zicht.wijzigbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(codes(ontkoppelContactpersoon(persoon()).meldingen), ElementsAre("FS105 bsn"));
  dossier.personalia.datumOverlijden = kToday;
  EXPECT_THAT(codes(koppelContactpersoon(persoon(), "P9").meldingen),
              ElementsAre("FS104 bsn", "FS101 contactpersoonId"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
