#include "gateway/laws/algemeen/rules/contactbericht.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Berichtwereld {
  isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021), kToday};
  isi::Verwerking verwerking;
  ContactberichtInvoer invoer{
      "Signalen", {"Waar blijft het?", "A. de Vries", "a@gemeente.example", std::nullopt}, false, false};
  bool emailBekend = true;
  bool telefoonBekend = true;
  std::optional<isi::loket::Persoonsgegevens> persoon;

  isi::loket::Berichtbesluit besluit() const {
    return verstuur({namens, verwerking, emailBekend, telefoonBekend, persoon}, invoer);
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const auto& melding : besluit().meldingen)
      out.push_back(melding.code + " " + melding.veld.value_or(""));
    return out;
  }
};

TEST(Contactbericht, OneFromAKnownAddressIsSentWithoutRemarks) {
  const Berichtwereld wereld;
  EXPECT_THAT(wereld.codes(), IsEmpty());
  EXPECT_EQ(wereld.besluit().bericht->onderwerp, "Signalen");
  EXPECT_FALSE(wereld.besluit().bericht->persoon);
}

// ALG-161
TEST(Contactbericht, BlanksAreNoText) {
  Berichtwereld wereld;
  wereld.invoer.inhoud.tekst = " \n\t ";
  EXPECT_THAT(wereld.codes(), ElementsAre("FS061 bericht/tekst"));
  wereld.invoer.inhoud.tekst = "?";
  EXPECT_THAT(wereld.codes(), IsEmpty());
}

// ALG-162, ALG-163
TEST(Contactbericht, ANumberAndCallingGoTogether) {
  Berichtwereld wereld;
  wereld.invoer.magBellen = true;
  EXPECT_THAT(wereld.codes(), ElementsAre("FS062 bericht/telefoonnummer"));
  wereld.invoer.inhoud.telefoonnummer = "020 555 01 01";
  EXPECT_THAT(wereld.codes(), IsEmpty());
  wereld.invoer.magBellen = false;
  EXPECT_THAT(wereld.codes(), ElementsAre("FS063 bericht/telefoonnummer"));
}

// ALG-165, ALG-166
TEST(Contactbericht, WhatDuoDoesNotKnowIsSentAndNotAnswered) {
  Berichtwereld wereld;
  wereld.emailBekend = wereld.telefoonBekend = false;
  EXPECT_THAT(wereld.codes(), ElementsAre("AS065 bericht/email")) << "no number, nothing to say of it";
  EXPECT_TRUE(wereld.besluit().bericht);
  wereld.invoer.magBellen = true;
  wereld.invoer.inhoud.telefoonnummer = "020 555 01 01";
  EXPECT_THAT(wereld.codes(), ElementsAre("AS065 bericht/email", "AS066 bericht/telefoonnummer"));
  for (const auto& melding : wereld.besluit().meldingen) EXPECT_FALSE(melding.bevestigen);
}

// ALG-164, ALG-191
TEST(Contactbericht, ThePersonsDataComeAlongWhenAskedFor) {
  Berichtwereld wereld;
  wereld.invoer.metPersoon = true;
  EXPECT_THAT(wereld.codes(), ElementsAre("FS064 bericht/bsn"));
  wereld.persoon.emplace();
  wereld.persoon->achternaam = "Haddad";
  EXPECT_THAT(wereld.codes(), IsEmpty());
  EXPECT_EQ(wereld.besluit().bericht->persoon->achternaam, "Haddad");
  wereld.invoer.metPersoon = false;
  EXPECT_FALSE(wereld.besluit().bericht->persoon);
}

// ALG-155, ALG-156, ALG-158
TEST(Contactbericht, EverythingBrokenComesAtOnce) {
  Berichtwereld wereld;
  wereld.invoer.inhoud = opgeschoond({" ", " ", "x", " "});
  wereld.invoer.magBellen = true;
  EXPECT_THAT(wereld.codes(), ElementsAre("FS061 bericht/tekst", "FS055 bericht/naam", "FS056 bericht/email",
                                          "FS058 bericht/telefoonnummer"));
}

TEST(Contactbericht, TheTextKeepsItsLines) {
  EXPECT_EQ(opgeschoond({"een\n\ntwee", " A ", " a@b.nl ", std::nullopt}).tekst, "een\n\ntwee");
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
