#include "adapters/mail/koppen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cvsgw::mail {
namespace {

TEST(Koppen, AnAddressIsOnePlainAddress) {
  for (const char* goed : {"a@b.nl", "o'neil+x@sub.gemeente.example", "a@localhost"})
    EXPECT_TRUE(isAdres(goed)) << goed;
  for (const char* fout :
       {"", "a", "@b.nl", "a@", "a@b@c", "a b@c.nl", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl\nx", "<a@b.nl>",
        "a@b.nl,c@d.nl", "a@b.nl;c@d.nl", "\"a\"@b.nl", "a@b\xc3\xa9.nl", "a@b.nl\t"})
    EXPECT_FALSE(isAdres(fout)) << fout;
  EXPECT_FALSE(isAdres(std::string_view("a@b.nl\0x", 8)));
  EXPECT_TRUE(isAdres(std::string(249, 'a') + "@b.nl"));
  EXPECT_FALSE(isAdres(std::string(250, 'a') + "@b.nl"));
}

TEST(Koppen, AShortAsciiSubjectStaysAsItIs) {
  EXPECT_EQ(onderwerp("Inburgering gemeente Ede: 1 nieuw signaal"),
            "Inburgering gemeente Ede: 1 nieuw signaal");
  EXPECT_EQ(onderwerp(std::string(60, 'x')), std::string(60, 'x'));
}

TEST(Koppen, OtherSubjectsAreEncodedWords) {
  EXPECT_EQ(onderwerp("Súdwest-Fryslân"), "=?UTF-8?Q?S=C3=BAdwest=2DFrysl=C3=A2n?=");
  EXPECT_EQ(onderwerp("=?x?="), "=?UTF-8?Q?=3D=3Fx=3F=3D?=") << "what looks encoded is not taken for it";
  const std::string lang = onderwerp(std::string(61, 'x'));
  EXPECT_EQ(lang, "=?UTF-8?Q?" + std::string(61, 'x') + "?=");
}

TEST(Koppen, EncodedWordsAreShortAndSplitNoCharacter) {
  std::string tekst;
  for (int i = 0; i < 60; ++i) tekst += "é";
  std::string rest = onderwerp(tekst);
  while (!rest.empty()) {
    const auto einde = rest.find("\r\n ");
    const std::string woord = rest.substr(0, einde);
    EXPECT_LE(woord.size(), 75U);
    EXPECT_THAT(woord, ::testing::MatchesRegex("=\\?UTF-8\\?Q\\?(=C3=A9)+\\?="));
    rest = einde == std::string::npos ? "" : rest.substr(einde + 3);
  }
}

TEST(Koppen, NothingBeginsALineOfItsOwn) {
  EXPECT_EQ(onderwerp("a\r\nBcc: x@y.nl"), "a  Bcc: x@y.nl");
  EXPECT_EQ(onderwerp(std::string_view("a\0b\x7f", 4)), "a b ");
}

TEST(Koppen, TheDateIsThatOfAmsterdam) {
  EXPECT_EQ(datum(momentInAmsterdam(Date(2026, 11, 23), std::chrono::hours{7})),
            "Mon, 23 Nov 2026 07:00:00 +0100");
  EXPECT_EQ(datum(momentInAmsterdam(Date(2026, 3, 30), std::chrono::hours{7})),
            "Mon, 30 Mar 2026 07:00:00 +0200");
}

}  // namespace
}  // namespace cvsgw::mail
