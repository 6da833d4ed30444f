#include "gateway/laws/algemeen/operations.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "gateway/reply/xml_writer.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using Codes = std::vector<std::string>;

Codes codesOf(const std::vector<Melding>& meldingen) {
  Codes out;
  for (const auto& melding : meldingen) out.push_back(melding.code);
  return out;
}

TEST(BepaalWet, NoLawIsOneAnswerWithNothingElseInIt) {
  const auto antwoord = uitkomstVan({});
  ASSERT_TRUE(antwoord.uitkomst);
  EXPECT_FALSE(antwoord.uitkomst->valtOnderWet);
  EXPECT_FALSE(antwoord.uitkomst->wet);
  EXPECT_FALSE(antwoord.uitkomst->gegevensInzien);
  EXPECT_EQ(codesOf(antwoord.meldingen), Codes{"AS008"});
}

TEST(BepaalWet, AResidentIsUnderTheLawByItsName) {
  const auto antwoord = uitkomstVan({Wet::wi2013, true, false, true});
  EXPECT_TRUE(antwoord.uitkomst->valtOnderWet);
  EXPECT_EQ(antwoord.uitkomst->wet, "Wi2013");
  EXPECT_TRUE(antwoord.uitkomst->gegevensInzien);
  ASSERT_EQ(codesOf(antwoord.meldingen), Codes{"AS005"});
  EXPECT_NE(antwoord.meldingen[0].tekst.find("Wet inburgering 2013"), std::string::npos);
}

TEST(BepaalWet, WhoLivesElsewhereIsSaidToAndMayStillBeReadable) {
  const auto antwoord = uitkomstVan({Wet::wi2007, false, false, true});
  EXPECT_FALSE(antwoord.uitkomst->woonachtig);
  EXPECT_TRUE(antwoord.uitkomst->gegevensInzien);
  EXPECT_EQ(codesOf(antwoord.meldingen), Codes{"AS006"});
}

TEST(BepaalWet, ADeathIsToldBeforeTheLaw) {
  EXPECT_EQ(codesOf(uitkomstVan({Wet::wi2021, true, true, true}).meldingen), (Codes{"AS007", "AS005"}));
  EXPECT_EQ(codesOf(uitkomstVan({Wet::wi2021, false, true, false}).meldingen), (Codes{"AS007", "AS006"}));
}

TEST(LijstCodes, WithoutANameEveryListIsNamedWithoutRows) {
  const auto antwoord = codelijsten(std::nullopt, std::nullopt);
  EXPECT_EQ(antwoord.lijsten.size(), isi::publishedLists().size());
  for (const auto& lijst : antwoord.lijsten) {
    EXPECT_TRUE(lijst.rijen.empty()) << lijst.naam;
    EXPECT_GT(lijst.aantal, 0) << lijst.naam;
  }
}

TEST(LijstCodes, ALawLeavesItsOwnListsAndTheSharedOnes) {
  const auto antwoord = codelijsten(Wet::wi2007, std::nullopt);
  EXPECT_TRUE(std::ranges::any_of(antwoord.lijsten, [](const auto& l) { return l.naam == "gemeente"; }));
  EXPECT_TRUE(
      std::ranges::all_of(antwoord.lijsten, [](const auto& l) { return !l.wet || l.wet == "Wi2007"; }));
}

TEST(LijstCodes, ANameGivesTheRowsOfThatListForEachLawThatHasIt) {
  const auto all = codelijsten(std::nullopt, "signalen");
  EXPECT_EQ(all.lijsten.size(), 3U);
  const auto one = codelijsten(Wet::wi2007, "signalen");
  ASSERT_EQ(one.lijsten.size(), 1U);
  ASSERT_EQ(static_cast<std::int64_t>(one.lijsten[0].rijen.size()), one.lijsten[0].aantal);
  EXPECT_EQ(one.lijsten[0].rijen[0].code, "SS001");
  EXPECT_TRUE(one.lijsten[0].rijen[0].toelichting);
  EXPECT_TRUE(one.lijsten[0].rijen[0].vervolgactie);
  EXPECT_FALSE(one.lijsten[0].rijen[0].bevestigen);
}

TEST(LijstCodes, MessagesComeWithTheirRuleAndTheDayFromWhichItHolds) {
  const auto antwoord = codelijsten(std::nullopt, "meldingen");
  ASSERT_EQ(antwoord.lijsten.size(), 1U);
  for (const auto& rij : antwoord.lijsten[0].rijen) {
    EXPECT_TRUE(rij.regel) << rij.code;
    EXPECT_TRUE(rij.geldigVanaf) << rij.code;
    EXPECT_TRUE(rij.bevestigen) << rij.code;
  }
}

TEST(LijstCodes, AnUnknownNameIsAnEmptyListWithAMessage) {
  const auto antwoord = codelijsten(std::nullopt, "bestaatNiet");
  EXPECT_TRUE(antwoord.lijsten.empty());
  EXPECT_EQ(codesOf(antwoord.meldingen), Codes{"AS004"});
}

TEST(LijstCodes, EveryCodeIsLegalInXmlAndWithoutSpaces) {
  for (const auto& name : codelijsten(std::nullopt, std::nullopt).lijsten) {
    for (const auto& lijst : codelijsten(std::nullopt, name.naam).lijsten) {
      for (const auto& rij : lijst.rijen) {
        EXPECT_FALSE(rij.code.empty()) << lijst.naam;
        EXPECT_EQ(rij.code.find(' '), std::string::npos) << lijst.naam << " " << rij.code;
        EXPECT_FALSE(rij.omschrijving.empty()) << lijst.naam << " " << rij.code;
      }
    }
  }
}

TEST(RaadpleegAutorisatie, TellsRolesPerMunicipalityByNameAndTheOldPasswordsEnd) {
  security::Autorisatie autorisatie;
  autorisatie.applicatiesleutel = "sleutel-1";
  autorisatie.label = "productie";
  autorisatie.leverancier = "Leverancier";
  autorisatie.geldigTot = Date(2027, 12, 31);
  autorisatie.oudWachtwoordGebruikt = true;
  autorisatie.oudWachtwoordTot = Moment{Date(2026, 12, 1).days()};
  autorisatie.gemeenten = {{*Gemeentecode::parse("0014"), {Rol::Wi2007, Rol::Wi2021MUT}}};
  const auto sleutel = sleutelVan(autorisatie);
  ASSERT_EQ(sleutel.autorisaties.size(), 1U);
  EXPECT_EQ(sleutel.autorisaties[0].rollen, (std::vector<std::string>{"Wi2007", "Wi2021MUT"}));
  EXPECT_TRUE(sleutel.oudWachtwoordGebruikt);
  EXPECT_EQ(sleutel.oudWachtwoordTot, autorisatie.oudWachtwoordTot);
  const auto body =
      reply::writeBody("RaadpleegAutorisatieResponse", RaadpleegAutorisatieAntwoord{sleutel, {}});
  EXPECT_NE(body.find("<g:omschrijving>Groningen</g:omschrijving>"), std::string::npos);
  EXPECT_NE(body.find("<alg:rol>Wi2021MUT</alg:rol>"), std::string::npos);
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
