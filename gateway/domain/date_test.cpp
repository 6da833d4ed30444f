#include "gateway/domain/date.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/clock.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw {
namespace {

TEST(Date, ReadsOnlyDaysThatExist) {
  EXPECT_EQ(Date::parse("2024-02-29"), Date(2024, 2, 29));
  for (const char* bad : {"2023-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01",
                          "2026-01-01x", "0000-01-01", "", "2026/01/01", "2026-01--1"}) {
    EXPECT_FALSE(Date::parse(bad)) << bad;
  }
}

TEST(Date, AZoneIsAcceptedAndIgnored) {
  EXPECT_EQ(Date::parse("2026-07-08Z"), Date(2026, 7, 8));
  EXPECT_EQ(Date::parse("2026-07-08+02:00"), Date(2026, 7, 8));
  EXPECT_FALSE(Date::parse("2026-07-08+2:00"));
  EXPECT_FALSE(Date::parse("2026-07-08+15:00"));
}

TEST(Date, MonthsClampToTheLastDay) {
  EXPECT_EQ(Date(2026, 1, 31).plusMonths(1), Date(2026, 2, 28));
  EXPECT_EQ(Date(2024, 1, 31).plusMonths(1), Date(2024, 2, 29));
  EXPECT_EQ(Date(2026, 3, 31).plusMonths(-1), Date(2026, 2, 28));
  EXPECT_EQ(Date(2024, 2, 29).plusYears(3), Date(2027, 2, 28));
  EXPECT_EQ(Date(2026, 11, 30).plusMonths(2), Date(2027, 1, 30));
}

TEST(Moment, CarriesTheOffsetOfAmsterdamOnBothSidesOfTheChange) {
  // Summer time ends on 25 October 2026 at 01:00 UTC.
  EXPECT_EQ(momentText(*parseMoment("2026-10-25T00:59:59.999Z")), "2026-10-25T02:59:59.999+02:00");
  EXPECT_EQ(momentText(*parseMoment("2026-10-25T01:00:00Z")), "2026-10-25T02:00:00.000+01:00");
  EXPECT_EQ(momentText(*parseMoment("2026-03-29T00:59:59Z")), "2026-03-29T01:59:59.000+01:00");
  EXPECT_EQ(momentText(*parseMoment("2026-03-29T01:00:00Z")), "2026-03-29T03:00:00.000+02:00");
}

TEST(Moment, TodayChangesAtMidnightInAmsterdamNotInUtc) {
  EXPECT_EQ(dateInAmsterdam(*parseMoment("2026-06-30T21:59:59Z")), Date(2026, 6, 30));
  EXPECT_EQ(dateInAmsterdam(*parseMoment("2026-06-30T22:00:00Z")), Date(2026, 7, 1));
  EXPECT_EQ(FixedClock(Date(2026, 2, 28)).today(), Date(2026, 2, 28));
}

TEST(Moment, RefusesWhatIsNoMoment) {
  for (const char* bad : {"2026-10-25", "2026-10-25T24:00:00Z", "2026-10-25T10:60:00Z", "2026-10-25T10:00:00",
                          "2026-02-30T10:00:00Z", "2026-10-25 10:00:00Z"}) {
    EXPECT_FALSE(parseMoment(bad)) << bad;
  }
}

TEST(Bsn, OnlyNineDigitsThatPassTheElevenTest) {
  for (const char* good : {"999993653", "999992971", "999990408", "999998523"})
    EXPECT_TRUE(Bsn::parse(good)) << good;
  for (const char* bad : {"999999999", "999901000", "000000000", "99999365", "9999936530", "99999365a", ""}) {
    EXPECT_FALSE(Bsn::parse(bad)) << bad;
  }
}

TEST(Gemeentecode, IsFourDigits) {
  EXPECT_TRUE(Gemeentecode::parse("0014"));
  EXPECT_FALSE(Gemeentecode::parse("14"));
  EXPECT_FALSE(Gemeentecode::parse("00014"));
  EXPECT_FALSE(Gemeentecode::parse("001x"));
}

TEST(Rollen, MutIncludesReadingOfItsOwnLawOnly) {
  Rollen rollen;
  rollen.add(Rol::Wi2021MUT);
  EXPECT_TRUE(rollen.permits(Rol::Wi2021));
  EXPECT_TRUE(rollen.mayRead(Wet::wi2021));
  EXPECT_FALSE(rollen.mayRead(Wet::wi2013));
  EXPECT_FALSE(Rollen().add(Rol::Wi2021).permits(Rol::Wi2021MUT));
  EXPECT_FALSE(parseRol("wi2021"));
}

}  // namespace
}  // namespace cvsgw
