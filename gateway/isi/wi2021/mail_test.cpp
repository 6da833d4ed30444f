#include "gateway/isi/wi2021/mail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cvsgw::isi::wi2021 {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::HasSubstr;
using ::testing::Not;

const Ontvanger kAnna{*Gemeentecode::parse("0363"), "C21.1", "anna@gemeente.example"};
constexpr Date kMaandag(2026, 11, 23);

Weeksignaal signaal(const char* id, const char* code, Date datum) {
  return {id, code, datum};
}

// W21-680
TEST(Weekmail, IsMadeOnMondaysOnly) {
  EXPECT_TRUE(maaktWeekmail(kMaandag, kMaandag));
  for (int dag = 1; dag < 7; ++dag)
    EXPECT_FALSE(maaktWeekmail(kMaandag.plusDays(-dag), kMaandag.plusDays(-dag))) << dag;
}

// W21-686
TEST(Weekmail, OfMissedMondaysOnlyTheLastHasOne) {
  EXPECT_TRUE(maaktWeekmail(kMaandag, kMaandag.plusDays(6)));
  EXPECT_FALSE(maaktWeekmail(kMaandag, kMaandag.plusDays(7)));
  EXPECT_TRUE(maaktWeekmail(kMaandag.plusDays(7), kMaandag.plusDays(7)));
}

// W21-680
TEST(Weekmail, GoesAtSevenByTheClocksOfAmsterdam) {
  EXPECT_EQ(momentText(mailtijd(kMaandag)), "2026-11-23T07:00:00.000+01:00");
  // Summer time begins on Sunday 29 March and ends on Sunday 25 October.
  EXPECT_EQ(momentText(mailtijd(Date(2026, 3, 23))), "2026-03-23T07:00:00.000+01:00");
  EXPECT_EQ(momentText(mailtijd(Date(2026, 3, 30))), "2026-03-30T07:00:00.000+02:00");
  EXPECT_EQ(momentText(mailtijd(Date(2026, 10, 19))), "2026-10-19T07:00:00.000+02:00");
  EXPECT_EQ(momentText(mailtijd(Date(2026, 10, 26))), "2026-10-26T07:00:00.000+01:00");
  EXPECT_EQ(mailtijd(Date(2026, 3, 30)) - mailtijd(Date(2026, 3, 23)), hours{7 * 24 - 1});
}

TEST(Weekmail, AMomentOfAmsterdamIsRightOnTheDayOfTheChangeToo) {
  EXPECT_EQ(momentText(momentInAmsterdam(Date(2026, 3, 29), minutes{0})), "2026-03-29T00:00:00.000+01:00");
  EXPECT_EQ(momentText(momentInAmsterdam(Date(2026, 3, 29), hours{7})), "2026-03-29T07:00:00.000+02:00");
  EXPECT_EQ(momentText(momentInAmsterdam(Date(2026, 10, 25), minutes{0})), "2026-10-25T00:00:00.000+02:00");
  EXPECT_EQ(momentText(momentInAmsterdam(Date(2026, 10, 25), hours{7})), "2026-10-25T07:00:00.000+01:00");
}

// W21-684
TEST(Weekmail, WithoutANewSignalThereIsNone) {
  EXPECT_FALSE(weekmail(kAnna, {}, kMaandag));
  EXPECT_TRUE(weekmail(kAnna, {{signaal("S21.0000000007", "SS101", kMaandag)}, {}}, kMaandag));
  EXPECT_TRUE(weekmail(kAnna, {{}, {signaal("S21.0000000007", "SS101", kMaandag)}}, kMaandag));
}

// W21-680, W21-685
TEST(Weekmail, NamesEachSignalByIdCodeTextAndDate) {
  const auto mail = *weekmail(
      kAnna,
      {{signaal("S21.0000000007", "SS101", Date(2026, 11, 18)), signaal("S21.0000000009", "SS102", kMaandag)},
       {}},
      kMaandag);
  EXPECT_EQ(mail.aan, "anna@gemeente.example");
  EXPECT_EQ(mail.soort, "weekmail");
  EXPECT_EQ(mail.sleutel, "weekmail/2026-11-23/C21.1");
  EXPECT_EQ(mail.nietVoor, mailtijd(kMaandag));
  EXPECT_EQ(mail.onderwerp, "Inburgering gemeente Amsterdam: 2 nieuwe signalen");
  EXPECT_THAT(mail.tekst, HasSubstr("gemeente Amsterdam (0363) 2 nieuwe signalen"));
  EXPECT_THAT(mail.tekst, HasSubstr("- 18-11-2026  S21.0000000007  SS101  Persoon is inburgeringsplichtig.\n"
                                    "- 23-11-2026  S21.0000000009  SS102  Inburgeringstermijn gestart.\n"));
  EXPECT_THAT(mail.tekst, Not(HasSubstr("zonder contactpersoon")));
}

// W21-682
TEST(Weekmail, TheGeneralContactPersonSeesWhichAreNobodys) {
  const auto mail = *weekmail(
      kAnna, {{signaal("S21.0000000007", "SS101", kMaandag)}, {signaal("S21.0000000008", "SS190", kMaandag)}},
      kMaandag);
  const auto eigen = mail.tekst.find("S21.0000000007");
  const auto kop = mail.tekst.find("zonder contactpersoon (u bent de algemeen contactpersoon)");
  const auto zonder = mail.tekst.find("S21.0000000008");
  EXPECT_LT(eigen, kop);
  EXPECT_LT(kop, zonder);
}

TEST(Weekmail, OneIsSingular) {
  const auto mail = *weekmail(kAnna, {{signaal("S21.0000000007", "SS101", kMaandag)}, {}}, kMaandag);
  EXPECT_THAT(mail.onderwerp, HasSubstr(": 1 nieuw signaal"));
  EXPECT_THAT(mail.tekst, HasSubstr("is er voor de gemeente Amsterdam (0363) 1 nieuw signaal onder"));
}

TEST(Weekmail, EverySignalOfTheTableHasItsText) {
  const auto mail = *weekmail(kAnna, {{signaal("S21.0000000007", "SS199", kMaandag)}, {}}, kMaandag);
  EXPECT_THAT(mail.tekst, Not(HasSubstr("SS199  \n")));
}

// W21-687
TEST(Koppelmail, HoldsTheTotalsOfTheDay) {
  const Date dag = kMaandag.plusDays(-1);
  const auto mail = *koppelmail(kAnna, {2, 1, 14}, dag, kMaandag);
  EXPECT_EQ(mail.sleutel, "koppelmail/2026-11-22/C21.1");
  EXPECT_EQ(mail.nietVoor, mailtijd(kMaandag)) << "the day after";
  EXPECT_THAT(mail.tekst, HasSubstr("Op 22-11-2026 zijn in de gemeente Amsterdam (0363)"));
  EXPECT_THAT(mail.tekst, HasSubstr("- aantal koppelingen: 2\n- aantal ontkoppelingen: 1\n"));
  EXPECT_THAT(mail.tekst, HasSubstr("U bent nu aan 14 inburgeringsplichtigen gekoppeld."));
  EXPECT_THAT(koppelmail(kAnna, {0, 1, 1}, dag, kMaandag)->tekst,
              HasSubstr("aan 1 inburgeringsplichtige gekoppeld"));
}

TEST(Koppelmail, WithoutAnyThereIsNone) {
  EXPECT_FALSE(koppelmail(kAnna, {0, 0, 5}, kMaandag, kMaandag));
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
