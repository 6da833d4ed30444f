#include "gateway/laws/wi2021/rules/contactgegevens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/tekst.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Contactgegevens kGoed{"A. de Vries", "a.devries@gemeente.example", std::nullopt, false};

std::vector<std::string> gebroken(const Contactgegevens& invoer) {
  std::vector<std::string> out;
  for (const auto& melding : controleer(opgeschoond(invoer)))
    out.push_back(melding.code + " " + melding.veld.value_or(""));
  return out;
}

Contactgegevens met(std::string Contactgegevens::*veld, std::string waarde) {
  auto gegevens = kGoed;
  gegevens.*veld = std::move(waarde);
  return gegevens;
}

TEST(Wi2021Contactgegevens, NameAndMailSufficeAndThePhoneIsOptional) {
  EXPECT_THAT(gebroken(kGoed), IsEmpty());
  auto met = kGoed;
  met.telefoonnummer = "020 555 01 01";
  EXPECT_THAT(gebroken(met), IsEmpty());
}

// W21-235, W21-236, W21-239
TEST(Wi2021Contactgegevens, BlanksAreNothing) {
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, " \t\n")), ElementsAre("FS235 contactpersoon/naam"));
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, "\xc2\xa0\xe2\x80\x8b\xe2\x80\xaf")),
              ElementsAre("FS235 contactpersoon/naam"))
      << "nor are those that come along with a pasted name";
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, "x")), IsEmpty());
  EXPECT_THAT(gebroken(met(&Contactgegevens::email, "  ")), ElementsAre("FS236 contactpersoon/email"));
  auto leeg = kGoed;
  leeg.telefoonnummer = " ";
  EXPECT_THAT(gebroken(leeg), ElementsAre("FS239 contactpersoon/telefoonnummer"));
}

// W21-237
TEST(Wi2021Contactgegevens, AMailAddressIsPlausible) {
  for (const char* goed : {"a@b.nl", "a.b+c_d@sub.gemeente-x.example", "o'neil@gemeente.nl", "A1@B2.NL"})
    EXPECT_TRUE(isEmailadres(goed)) << goed;
  for (const char* fout : {"a",
                           "a@",
                           "@b.nl",
                           "a@b",
                           "a@@b.nl",
                           "a@b@c.nl",
                           "a b@c.nl",
                           "a@b c.nl",
                           ".a@b.nl",
                           "a.@b.nl",
                           "a..b@c.nl",
                           "a@.nl",
                           "a@b.",
                           "a@b..nl",
                           "a@-b.nl",
                           "a@b-.nl",
                           "a,c@b.nl",
                           "<a@b.nl>",
                           "a@b.nl;c@d.nl",
                           "a@b\xc3\xa9.nl",
                           "a@b.nl\r\nBcc:c@d.nl"})
    EXPECT_FALSE(isEmailadres(fout)) << fout;
  EXPECT_TRUE(isEmailadres(std::string(64, 'a') + "@b.nl"));
  EXPECT_FALSE(isEmailadres(std::string(65, 'a') + "@b.nl"));
  EXPECT_TRUE(isEmailadres("a@" + std::string(63, 'b') + ".nl"));
  EXPECT_FALSE(isEmailadres("a@" + std::string(64, 'b') + ".nl"));
  EXPECT_THAT(gebroken(met(&Contactgegevens::email, "a@b")), ElementsAre("FS237 contactpersoon/email"));
}

// W21-238
TEST(Wi2021Contactgegevens, TwoHundredCharactersAreAllowedAndOneMoreIsNot) {
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, std::string(200, 'x'))), IsEmpty());
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, std::string(201, 'x'))),
              ElementsAre("FS238 contactpersoon/naam"));
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "é";
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, accents)), IsEmpty()) << "characters, not bytes";
  EXPECT_THAT(gebroken(met(&Contactgegevens::naam, accents + "é")), ElementsAre("FS238 contactpersoon/naam"));

  const std::string domein = "@" + std::string(63, 'b') + "." + std::string(63, 'c') + ".gemeente.nl";
  const std::string precies = std::string(200 - domein.size(), 'a') + domein;
  ASSERT_LE(200 - domein.size(), 64U) << "otherwise the local part breaks its own rule";
  EXPECT_THAT(gebroken(met(&Contactgegevens::email, precies + "x")),
              ElementsAre("FS238 contactpersoon/email"));
  EXPECT_THAT(gebroken(met(&Contactgegevens::email, precies)), IsEmpty());
  auto gegevens = kGoed;
  gegevens.telefoonnummer = std::string(200, '1');
  EXPECT_THAT(gebroken(gegevens), IsEmpty());
  gegevens.telefoonnummer = std::string(201, '1');
  EXPECT_THAT(gebroken(gegevens), ElementsAre("FS238 contactpersoon/telefoonnummer"));
}

TEST(Wi2021Contactgegevens, AllThatIsBrokenComesAtOnce) {
  EXPECT_THAT(gebroken({" ", "geen adres", " ", false}),
              ElementsAre("FS235 contactpersoon/naam", "FS237 contactpersoon/email",
                          "FS239 contactpersoon/telefoonnummer"));
}

TEST(Wi2021Contactgegevens, BlanksInBetweenBecomeOneSpace) {
  const auto schoon = opgeschoond({"  Anna \r\n de\tVries ", " a@b.nl ", " 020  1 ", true});
  EXPECT_EQ(schoon.naam, "Anna de Vries");
  EXPECT_EQ(schoon.email, "a@b.nl");
  EXPECT_EQ(schoon.telefoonnummer, "020 1");
  EXPECT_TRUE(schoon.algemeen);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
