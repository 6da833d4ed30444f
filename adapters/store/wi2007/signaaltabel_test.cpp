// Every signal of the Wi2007's table (§ 3.7) is brought about: by an event or by a day.
#include <gtest/gtest.h>

#include <set>

#include "adapters/store/wi2007/testing/gebeurtenissen_wereld.hpp"
#include "gateway/isi/wi2007/codes.hpp"

namespace cvsgw::store::wereld2007 {
namespace {

using World = Gebeurtenissen2007;
const Gemeentecode* const kHier = &kGroningen;
const Gemeentecode* const kDaar = &kAlmere;

/// How a signal comes about; the test then looks for it at the municipality.
struct Oorzaak {
  const char* code;
  const Gemeentecode* gemeente;
  void (*gebeurt)(World&);
};

class Signaaltabel2007Test : public World, public ::testing::WithParamInterface<Oorzaak> {};

void metVoorziening(World& t) {
  t.handhaaf();
  t.gaat("voorziening", {{"soort", "Regulier"}});
}

const Oorzaak kOorzaken[] = {
    {"SS001", kDaar,
     [](World& t) {
       t.begin();
       t.gaat("verhuizing", {{"gemeente", "0034"}});
     }},
    {"SS002", kHier,
     [](World& t) {
       t.begin();
       t.gaat("verblijfsdoel", {{"naar", "Tijdelijk"}});
     }},
    {"SS003", kHier,
     [](World& t) {
       t.begin();
       t.gaat("verblijfsrecht", {{"rechtmatig", "nee"}});
     }},
    {"SS004", kHier,
     [](World& t) {
       t.handhaaf("2027-02-02");
       t.dagen(Date(2026, 8, 2));
     }},
    {"SS005", kHier,
     [](World& t) {
       t.begin();
       t.gaat("tijdelijke-vrijstelling", {{"door", "DUO"}});
       t.gaat("tijdelijke-vrijstelling-vervallen");
     }},
    {"SS006", kHier,
     [](World& t) {
       t.begin();
       t.gaat("vrijstellend-diploma");
     }},
    {"SS007", kHier,
     [](World& t) {
       t.begin("MogelijkPlichtig", "2008-06-15");
       t.dagen(Date(2026, 6, 15));
     }},
    {"SS008", kHier,
     [](World& t) {
       t.begin();
       t.gaat("overlijden");
     }},
    {"SS009", kHier,
     [](World& t) {
       t.begin();
       t.gaat("geboortedatum", {{"geboortedatum", "1990-05-18"}});
     }},
    {"SS010", kDaar,
     [](World& t) {
       t.begin();
       t.gaat("vertrek-buitenland", {{"datum", "2026-02-01"}});
       t.gaat("terugkeer", {{"gemeente", "0034"}});
     }},
    {"SS011", kHier,
     [](World& t) {
       t.begin();
       t.gaat("vertrek-buitenland");
     }},
    {"SS012", kHier,
     [](World& t) {
       t.begin();
       t.gaat("nationaliteit", {{"nationaliteit1", "Turkse"}});
     }},
    {"SS015", kHier,
     [](World& t) {
       t.begin();
       t.gaat("asielgerechtigd", {{"indicatie", "ja"}});
     }},
    {"SS016", kHier,
     [](World& t) {
       t.begin();
       t.gaat("diploma");
     }},
    {"SS017", kHier,
     [](World& t) {
       t.begin();
       t.gaat("examen", {{"examen", "KorteVrijstellingstoets"}, {"uitslag", "Geslaagd"}});
     }},
    {"SS031", kHier,
     [](World& t) {
       t.begin("Vrijwillig");
       t.gaat("vrijstellend-diploma");
     }},
    {"SS033", kHier,
     [](World& t) {
       t.begin("Vrijwillig");
       t.gaat("acht-jaar-leerplicht");
     }},
    {"SS050", kHier, [](World& t) { t.begin("MogelijkPlichtig"); }},
    {"SS052", kHier,
     [](World& t) {
       t.begin();
       t.gaat("persoonsgegevens", {{"achternaam", "Aslan"}});
     }},
    {"SS060", kHier, [](World& t) { t.begin("RechtmatigVerblijf"); }},
    {"SS061", kHier,
     [](World& t) {
       metVoorziening(t);
       t.gaat("gedeeltelijke-vrijstelling", {{"door", "Gemeente"}, {"examenonderdeel", "KNS"}});
       t.gaat("examenaanmelding", {{"examen", "KNS"}, {"kader", "InburgeringsexamenWetInburgering"}});
     }},
    {"SS062", kHier,
     [](World& t) {
       metVoorziening(t);
       for (const auto* profiel : {"Werk", "OGO"})
         t.gaat("examenaanmelding", {{"examen", "Praktijkexamen"},
                                     {"kader", "InburgeringsexamenWetInburgering"},
                                     {"profiel", profiel}});
     }},
    {"SS064", kHier, [](World& t) { t.begin("Ind"); }},
    {"SS065", kHier,
     [](World& t) {
       t.begin();
       t.gaat("examensignaal", {{"gemeente", "0014"}, {"gewenst", "ja"}});
       t.gaat("examen", {{"examen", "KNS"}, {"uitslag", "NietGeslaagd"}});
     }},
    {"SS066", kHier,
     [](World& t) {
       t.handhaaf("2027-02-02");
       t.dagen(Date(2027, 2, 3));
     }},
};

TEST_P(Signaaltabel2007Test, HasACauseThatBringsItAbout) {
  const auto& oorzaak = GetParam();
  EXPECT_FALSE(heeft(oorzaak.code, *oorzaak.gemeente));
  oorzaak.gebeurt(*this);
  EXPECT_TRUE(heeft(oorzaak.code, *oorzaak.gemeente));
}
INSTANTIATE_TEST_SUITE_P(Wi2007, Signaaltabel2007Test, ::testing::ValuesIn(kOorzaken),
                         [](const auto& each) { return std::string(each.param.code); });

TEST(Wi2007Signaaltabel, NoSignalIsForgotten) {
  std::set<std::string_view> caused;
  for (const auto& oorzaak : kOorzaken) caused.insert(oorzaak.code);
  for (const auto& row : isi::wi2007::codes::signalen()) EXPECT_TRUE(caused.contains(row.code)) << row.code;
}

}  // namespace
}  // namespace cvsgw::store::wereld2007
