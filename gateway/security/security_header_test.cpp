#include "gateway/security/security_header.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/security/test_envelope.hpp"

namespace cvsgw::security {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Moment kNow = *parseMoment("2026-03-01T12:00:00Z");
const std::string kUsername = "<e:Username>sleutel-1</e:Username>";
const std::string kPassword =
    "<e:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
    "oasis-200401-wss-username-token-profile-1.0#PasswordText\"> geheim </e:Password>";
const std::string kTokenEnd = "</e:UsernameToken>";

std::string security(const std::string& inside) {
  return "<e:Security>" + inside + "</e:Security>";
}
std::string token(const std::string& inside) {
  return "<e:UsernameToken>" + inside + kTokenEnd;
}
std::string created(const std::string& moment) {
  return "<u:Created>" + moment + "</u:Created>";
}
std::string timestamp(const std::string& from, const std::string& until) {
  return "<u:Timestamp>" + created(from) + "<u:Expires>" + until + "</u:Expires></u:Timestamp>";
}

Outcome<std::optional<UsernameToken>> read(const std::string& headers) {
  return readUsernameToken(envelopeWith(headers), kNow);
}

TEST(UsernameToken, IsReadWithItsExactPassword) {
  const auto found = read(security(token(kUsername + kPassword)));
  ASSERT_TRUE(found.has_value() && found->has_value());
  EXPECT_EQ((*found)->name, "sleutel-1");
  EXPECT_EQ((*found)->password.reveal(), " geheim ");
}

TEST(UsernameToken, MayBeAbsent) {
  for (const std::string& headers :
       {std::string(), security(""), security(timestamp("2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z")),
        "<e:Security s:actor=\"urn:other\">" + token(kUsername + kPassword) + "</e:Security>"}) {
    const auto found = read(headers);
    ASSERT_TRUE(found.has_value()) << headers;
    EXPECT_FALSE(found->has_value()) << headers;
  }
}

TEST(UsernameToken, AcceptsWhatToolkitsSendBesides) {
  for (const std::string& headers :
       {security(token(kUsername + "<e:Password>x</e:Password>")),
        security(token(kUsername + kPassword + "<e:Nonce>MTIz</e:Nonce>" + created("2026-03-01T11:55:00Z"))),
        security(token(kUsername + kPassword + created("2026-03-01T12:05:00.000+00:00"))),
        security(timestamp("2026-03-01T11:00:00Z", "2026-03-01T11:55:00Z") + token(kUsername + kPassword)),
        security("<u:Timestamp>" + created("2026-03-01T12:00:00Z") + "</u:Timestamp>" +
                 token(kUsername + kPassword))}) {
    const auto found = read(headers);
    ASSERT_TRUE(found.has_value()) << found.error().text.str();
    EXPECT_TRUE(found->has_value());
  }
}

struct BadToken {
  const char* name;
  std::string headers;
};

void PrintTo(const BadToken& bad, std::ostream* out) {
  *out << bad.name;
}

class BadSecurity : public ::testing::TestWithParam<BadToken> {};

TEST_P(BadSecurity, A19_A20_A22_IsRefusedWithATextThatHelps) {
  const auto found = read(GetParam().headers);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().kind, FaultKind::securityHeaderMissing);
  EXPECT_FALSE(found.error().text.str().empty());
  EXPECT_THAT(found.error().text.str() + found.error().log.str(), Not(HasSubstr("geheim")));
}

const std::string kGood = token(kUsername + kPassword);

INSTANTIATE_TEST_SUITE_P(
    All, BadSecurity,
    ::testing::Values(
        BadToken{"TwoSecurityHeaders", security(kGood) + security(kGood)},
        BadToken{"TwoTokens", security(kGood + kGood)}, BadToken{"NoUsername", security(token(kPassword))},
        BadToken{"TwoUsernames", security(token(kUsername + kUsername + kPassword))},
        BadToken{"EmptyUsername", security(token("<e:Username> </e:Username>" + kPassword))},
        BadToken{"LongUsername",
                 security(token("<e:Username>" + std::string(129, 'x') + "</e:Username>" + kPassword))},
        BadToken{"NoPassword", security(token(kUsername))},
        BadToken{"TwoPasswords", security(token(kUsername + kPassword + kPassword))},
        BadToken{"EmptyPassword", security(token(kUsername + "<e:Password/>"))},
        BadToken{"LongPassword",
                 security(token(kUsername + "<e:Password>" + std::string(257, 'x') + "</e:Password>"))},
        BadToken{"ElementInPassword", security(token(kUsername + "<e:Password>geheim<e:x/></e:Password>"))},
        BadToken{"PasswordDigest",
                 security(token(
                     kUsername +
                     "<e:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
                     "oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">geheim</e:Password>"))},
        BadToken{"UnknownPasswordType",
                 security(token(kUsername + "<e:Password Type=\"urn:x\">geheim</e:Password>"))},
        BadToken{"TwoNonces",
                 security(token(kUsername + kPassword + "<e:Nonce>1</e:Nonce><e:Nonce>2</e:Nonce>"))},
        BadToken{"CreatedInTheFuture",
                 security(token(kUsername + kPassword + created("2026-03-01T12:05:01Z")))},
        BadToken{"CreatedLongAgo", security(token(kUsername + kPassword + created("2026-03-01T11:54:59Z")))},
        BadToken{"CreatedInYear9999",
                 security(token(kUsername + kPassword + created("9999-12-31T23:59:59Z")))},
        BadToken{"CreatedWithoutZone",
                 security(token(kUsername + kPassword + created("2026-03-01T12:00:00")))},
        BadToken{"CreatedInOtherZone",
                 security(token(kUsername + kPassword + created("2026-03-01T13:00:00+01:00")))},
        BadToken{"CreatedNonsense", security(token(kUsername + kPassword + created("gisteren")))},
        BadToken{"CreatedEmpty", security(token(kUsername + kPassword + created("")))},
        BadToken{"TimestampExpired",
                 security(timestamp("2026-03-01T11:00:00Z", "2026-03-01T11:54:59Z") + kGood)},
        BadToken{"TimestampInTheFuture",
                 security(timestamp("2026-03-01T12:05:01Z", "2026-03-01T13:00:00Z") + kGood)},
        BadToken{"TimestampBackwards",
                 security(timestamp("2026-03-01T12:00:00Z", "2026-03-01T11:59:59Z") + kGood)},
        BadToken{"TimestampWithoutCreated", security("<u:Timestamp/>" + kGood)},
        BadToken{"TimestampOldWithoutExpires",
                 security("<u:Timestamp>" + created("2026-03-01T11:54:59Z") + "</u:Timestamp>" + kGood)},
        BadToken{"TwoTimestamps",
                 security(timestamp("2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z") +
                          timestamp("2026-03-01T12:00:00Z", "2026-03-01T12:05:00Z") + kGood)}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace cvsgw::security
