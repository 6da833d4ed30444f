// Every signal of the Wi2013's table is brought about: by an event or by a day.
#include <gtest/gtest.h>

#include <set>

#include "adapters/store/wi2013/testing/wereld.hpp"
#include "gateway/isi/wi2013/codes.hpp"

namespace cvsgw::store::wereld2013 {
namespace {

/// How a signal comes about; the test then looks for it at the municipality.
struct Oorzaak {
  const char* code;
  const Gemeentecode* gemeente;
  void (*gebeurt)(Wereld2013&);
};

class Wi2013Signaaltabel : public Wereld2013, public ::testing::WithParamInterface<Oorzaak> {};

const Oorzaak kOorzaken[] = {
    {"SS601", &kGroningen, [](auto& t) { t.begin(); }},
    {"SS602", &kGroningen,
     [](auto& t) {
       t.begin();
       t.dagen(kEinde.plusMonths(-2));
     }},
    {"SS603", &kGroningen,
     [](auto& t) {
       t.begin();
       t.dagen(kEinde.plusDays(1));
     }},
    {"SS604", &kGroningen,
     [](auto& t) {
       t.begin();
       t.dagen(kEinde.plusDays(15));
     }},
    {"SS606", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("inburgeringsplicht", {{"plichtig", "nee"}});
     }},
    {"SS606", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("diploma");
     }},
    {"SS606", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("overlijden");
     }},
    {"SS607", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("pvt-plicht", {{"plichtig", "nee"}});
     }},
    {"SS607", &kGroningen,
     [](auto& t) {
       t.begin();
       t.registreer(nullptr, kStart, kStart);
       t.dagen(kStart.plusDays(21));
     }},
    {"SS608", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("pvt-termijn", {{"start", "2026-03-01"}});
     }},
    {"SS609", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("pvt-termijn", {{"einde", "2027-08-01"}});
     }},
    {"SS610", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("begeleiding", {{"asiel", "ja"}});
     }},
    {"SS611", &kGroningen,
     [](auto& t) {
       t.metFactuur();
       t.gaat("factuur-status", {{"status", "6"}});
     }},
    {"SS612", &kGroningen,
     [](auto& t) {
       t.metFactuur();
       t.gaat("factuur-status", {{"status", "4"}});
     }},
    {"SS613", &kAlmere,
     [](auto& t) {
       t.begin();
       t.gaat("vestiging", {{"gemeente", "0034"}});
     }},
    {"SS614", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("vestiging", {{"gemeente", "0034"}}, kStart.plusDays(1));
     }},
    {"SS614", &kGroningen,
     [](auto& t) {
       t.begin();
       t.gaat("vertrek-buitenland");
     }},
};

TEST_P(Wi2013Signaaltabel, HasACauseThatBringsItAbout) {
  const auto& oorzaak = GetParam();
  EXPECT_FALSE(heeft(oorzaak.code, *oorzaak.gemeente));
  oorzaak.gebeurt(*this);
  EXPECT_TRUE(heeft(oorzaak.code, *oorzaak.gemeente));
}
INSTANTIATE_TEST_SUITE_P(Wi2013, Wi2013Signaaltabel, ::testing::ValuesIn(kOorzaken), [](const auto& each) {
  return std::string(each.param.code) + "_" + std::to_string(each.index);
});

TEST(Wi2013SignaaltabelHeel, NoSignalIsForgotten) {
  std::set<std::string_view> caused;
  for (const auto& oorzaak : kOorzaken) caused.insert(oorzaak.code);
  for (const auto& row : isi::wi2013::codes::signalen()) EXPECT_TRUE(caused.contains(row.code)) << row.code;
  EXPECT_EQ(caused.size(), 13U);
}

}  // namespace
}  // namespace cvsgw::store::wereld2013
