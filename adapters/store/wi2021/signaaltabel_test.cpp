// Every signal of the Wi2021's table is brought about: by an event, by what follows from a plan, or by a day.
#include <gtest/gtest.h>

#include <set>

#include "adapters/store/wi2021/testing/gebeurtenissen_wereld.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::store {
namespace {

const Gemeentecode* const kHier = &kAmsterdam;
const Gemeentecode* const kDaar = &kUtrecht;

/// How a signal comes about; the test then looks for it at the municipality.
struct Oorzaak {
  const char* code;
  const Gemeentecode* gemeente;
  void (*gebeurt)(GebeurtenissenTest&);
};

class SignaaltabelTest : public GebeurtenissenTest, public ::testing::WithParamInterface<Oorzaak> {
 public:
  using GebeurtenissenTest::begin;
  using GebeurtenissenTest::dagen;
  using GebeurtenissenTest::gaat;
  using GebeurtenissenTest::geefPip;
  using GebeurtenissenTest::metTermijn;
  using GebeurtenissenTest::wijzig;
};

using T = SignaaltabelTest;
T& als(GebeurtenissenTest& test) {
  return static_cast<T&>(test);
}
void besluit(GebeurtenissenTest& test, const char* soort, const char* uitkomst) {
  als(test).begin();
  als(test).gaat("besluit", {{"soort", soort}, {"besluit", uitkomst}});
}
void contract(GebeurtenissenTest& test, const char* leerroute, const char* niveau, const char* taalschakel) {
  als(test).metTermijn(leerroute, std::string_view(leerroute) == "Z" ? "A2" : "B1");
  als(test).gaat("contract", {{"niveau", niveau}, {"taalschakeltraject", taalschakel}}, kNaTermijnstart);
}
void correctie(GebeurtenissenTest& test, const char* code) {
  als(test).begin();
  als(test).gaat("correctie", {{"code", code}});
}
void naDeTermijn(GebeurtenissenTest& test, Date dag) {
  als(test).metTermijn();  // until 2 February 2029
  als(test).dagen(dag);
}

const Oorzaak kOorzaken[] = {
    {"SS101", kHier, [](auto& t) { als(t).begin(); }},
    {"SS102", kHier, [](auto& t) { als(t).metTermijn(); }},
    {"SS103", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("termijn-verlengd", {{"einddatum", "2029-08-02"}, {"verlengingsgrond", "1"}},
                   kNaTermijnstart);
     }},
    {"SS104", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("besluit",
                   {{"soort", "VerlengingTermijn"}, {"besluit", "Toegekend"}, {"einddatum", "2029-08-02"}},
                   kNaTermijnstart);
     }},
    {"SS106", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("diploma");
     }},
    {"SS107", kHier, [](auto& t) { besluit(t, "GeheleVrijstelling", "Toegekend"); }},
    {"SS108", kHier, [](auto& t) { besluit(t, "GeheleOntheffing", "Toegekend"); }},
    {"SS109", kHier, [](auto& t) { besluit(t, "TijdelijkeVrijstelling", "Toegekend"); }},
    {"SS110", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("plicht-ingetrokken");
     }},
    {"SS111", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("overlijden");
     }},
    {"SS112", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("verzoek", {{"soort", "VerlengingTermijn"}}, Date(2028, 8, 3));
     }},
    {"SS113", kHier, [](auto& t) { besluit(t, "VerlengingTermijn", "Afgewezen"); }},
    {"SS114", kHier, [](auto& t) { besluit(t, "GeheleVrijstelling", "Afgewezen"); }},
    {"SS115", kHier, [](auto& t) { besluit(t, "TijdelijkeVrijstelling", "Afgewezen"); }},
    {"SS116", kHier, [](auto& t) { besluit(t, "GedeeltelijkeVrijstelling", "Afgewezen"); }},
    {"SS117", kHier, [](auto& t) { besluit(t, "GedeeltelijkeVrijstelling", "Toegekend"); }},
    {"SS118", kHier, [](auto& t) { besluit(t, "GeheleOntheffing", "Afgewezen"); }},
    {"SS118", kHier, [](auto& t) { besluit(t, "GedeeltelijkeOntheffing", "Afgewezen"); }},
    {"SS119", kHier, [](auto& t) { besluit(t, "GedeeltelijkeOntheffing", "Toegekend"); }},
    {"SS120", kDaar,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("vestiging", {{"gemeente", "0344"}});
     }},
    {"SS121", kDaar,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("vestiging", {{"gemeente", "0344"}}, kNaTermijnstart);
     }},
    {"SS122", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("vestiging", {{"gemeente", "0344"}});
     }},
    {"SS123", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("vertrek-buitenland");
     }},
    {"SS124", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("doelgroep-wijziging", {{"naar", "GezinsmigrantEnOverigeMigrant"}});
     }},
    {"SS125", kHier,
     [](auto& t) {
       als(t).begin("GezinsmigrantEnOverigeMigrant");
       als(t).gaat("doelgroep-wijziging", {{"naar", "Asielstatushouder"}});
     }},
    {"SS126", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).dagen(kStart.plusDays(71));
     }},
    {"SS127", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).dagen(Date(2026, 5, 3));
     }},
    {"SS128", kHier, [](auto& t) { als(t).begin("Asielstatushouder", "1959-06-01"); }},
    {"SS129", kHier,
     [](auto& t) {
       besluit(t, "TijdelijkeVrijstelling", "Toegekend");
       als(t).gaat("vrijstelling-ingetrokken");
     }},
    {"SS130", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("besluit", {{"soort", "TijdelijkeVrijstelling"}, {"besluit", "Toegekend"}},
                   kNaTermijnstart);
       als(t).gaat("vrijstelling-ingetrokken", {}, kNaTermijnstart);
     }},
    {"SS131", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("lbt-aanmelding");
       als(t).gaat("lbt-resultaat", {{"resultaat", "J"}});
     }},
    {"SS132", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("contract", {{"niveau", "B1"}});
     }},
    {"SS133", kHier, [](auto& t) { contract(t, "B", "A2", "nee"); }},
    {"SS135", kHier, [](auto& t) { contract(t, "Z", "B1", "nee"); }},
    {"SS136", kHier, [](auto& t) { contract(t, "B", "B1", "ja"); }},
    {"SS137", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("lbt-aanmelding");
     }},
    {"SS138", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("lbt-aanmelding");
       als(t).dagen(Date(2027, 1, 1));
     }},
    {"SS139", kHier, [](auto& t) { als(t).begin(); }},
    {"SS140", kHier,
     [](auto& t) {
       als(t).begin();
       als(t).gaat("bio-verzoek");
     }},
    {"SS141", kHier,
     [](auto& t) {
       als(t).metTermijn("Z", "A2");
       als(t).wijzig(
           [](isi::wi2021::Dossier& dossier) {
             auto& talk = dossier.eindgesprek.emplace();
             talk.gemeentecode = kAmsterdam;
             talk.datumEindgesprek = talk.datumRegistratie = kNaTermijnstart;
           },
           kNaTermijnstart);
       als(t).dagen(kNaTermijnstart.plusDays(15));
     }},
    {"SS142", kHier,
     [](auto& t) {
       als(t).metTermijn();
       als(t).gaat("opleiding-uitgeschreven", {}, kNaTermijnstart);
     }},
    {"SS190", kHier, [](auto& t) { correctie(t, "SS190"); }},
    {"SS191", kHier, [](auto& t) { correctie(t, "SS191"); }},
    {"SS192", kHier, [](auto& t) { correctie(t, "SS192"); }},
    {"SS194", kHier, [](auto& t) { naDeTermijn(t, Date(2028, 8, 2)); }},
    {"SS195", kHier, [](auto& t) { naDeTermijn(t, Date(2028, 12, 2)); }},
    {"SS196", kHier, [](auto& t) { naDeTermijn(t, Date(2029, 2, 3)); }},
    {"SS197", kHier, [](auto& t) { naDeTermijn(t, Date(2029, 3, 3)); }},
};

TEST_P(SignaaltabelTest, HasACauseThatBringsItAbout) {
  const auto& oorzaak = GetParam();
  EXPECT_FALSE(heeft(oorzaak.code, *oorzaak.gemeente));
  oorzaak.gebeurt(*this);
  EXPECT_TRUE(heeft(oorzaak.code, *oorzaak.gemeente));
}
INSTANTIATE_TEST_SUITE_P(Wi2021, SignaaltabelTest, ::testing::ValuesIn(kOorzaken), [](const auto& each) {
  return std::string(each.param.code) + "_" + std::to_string(each.index);
});

TEST(Wi2021Signaaltabel, NoSignalIsForgotten) {
  std::set<std::string_view> caused;
  for (const auto& oorzaak : kOorzaken) caused.insert(oorzaak.code);
  for (const auto& row : isi::wi2021::codes::signalen()) {
    // SS199 only comes through DUO's REST interface.
    if (row.code == "SS199") continue;
    EXPECT_TRUE(caused.contains(row.code)) << row.code;
  }
}

}  // namespace
}  // namespace cvsgw::store
