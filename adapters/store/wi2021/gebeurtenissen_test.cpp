// Every signal of the Wi2021's table is brought about: by an event, a change's effect or a day; and what
// § 3.2 settles is settled.
#include "adapters/store/wi2021/gebeurtenissen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <set>

#include "adapters/store/dag.hpp"
#include "adapters/store/embedded_isi.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaalstatus;
using isi::wi2021::Dossier;
using isi::wi2021::Gebeurtenis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Gemeentecode kAmsterdam = *Gemeentecode::parse("0363");
const Gemeentecode kUtrecht = *Gemeentecode::parse("0344");
const Bsn kBsn = *Bsn::parse("999993653");
constexpr Date kStart(2026, 2, 2);

using Velden = std::map<std::string, std::string, std::less<>>;

class GebeurtenissenTest : public ::testing::Test {
 protected:
  GebeurtenissenTest() {
    // Years of days, each a transaction: nothing here is about surviving a loss of power.
    (*world).bulkLoad(true);
    processDays(*world, kStart);
  }

  std::vector<std::string> geef(std::string naam, Velden velden = {}, Date dag = kStart) {
    velden.emplace("bsn", kBsn.value());
    auto uitkomst = isi.verwerk({std::move(naam), std::move(velden)}, dag);
    EXPECT_TRUE(uitkomst);
    return uitkomst ? *uitkomst : std::vector<std::string>{"fault"};
  }
  void gaat(std::string naam, Velden velden = {}, Date dag = kStart) {
    EXPECT_THAT(geef(std::move(naam), std::move(velden), dag), IsEmpty());
  }
  void begin(const char* doelgroep = "Asielstatushouder", const char* geboren = "1990-05-17",
             const char* verblijf = "Ingezetene") {
    gaat("nieuwe-plicht", {{"achternaam", "Yılmaz"},
                           {"geboortedatum", geboren},
                           {"gemeente", "0363"},
                           {"verblijf", verblijf},
                           {"doelgroep", doelgroep}});
  }
  Dossier lees() {
    Database::Reading session(*world);
    return *loadDossierAs<Dossier>(*session, Wet::wi2021, kBsn);
  }
  template <class Wijziging>
  void wijzig(Wijziging wijziging, Date dag = kStart) {
    Dossier dossier = lees();
    wijziging(dossier);
    Database::Writing writer(*world);
    wi2021::save(*writer, dossier, dag);
    writer.commit();
  }
  void geefPip(const char* leerroute, std::optional<std::string> niveau, Date dag = kStart) {
    wijzig(
        [&](Dossier& dossier) {
          isi::wi2021::Pip pip;
          pip.gemeentecode = dossier.verblijven.front().gemeentecode;
          pip.datumDagtekening = pip.datumDagtekeningInitieel = dag;
          pip.datumRegistratie = pip.datumRegistratieInitieel = dag;
          pip.leerroute = leerroute;
          pip.niveau = std::move(niveau);
          pip.alfabetisering = "NVT";
          pip.toestemmingNietVrijstellendeOpleiding = true;
          dossier.pips.insert(dossier.pips.begin(), std::move(pip));
        },
        dag);
  }
  void metTermijn(const char* leerroute = "B", std::optional<std::string> niveau = "B1") {
    begin();
    geefPip(leerroute, std::move(niveau));
    dagen(kStart.plusDays(15));
  }
  void dagen(Date tot) { processDays(*world, tot); }

  std::vector<std::string> codes(const Gemeentecode& gemeente = kAmsterdam,
                                 std::optional<Signaalstatus> status = std::nullopt) {
    isi::SignaalCriteria criteria;
    criteria.status = status;
    SignalenStore signalen(*world);
    std::vector<std::string> found;
    for (const auto& row :
         signalen.zoek(Wet::wi2021, {gemeente, Rollen().add(Rol::Wi2021MUT), kStart}, criteria, {1, 200}, {})
             ->rijen)
      found.push_back(row.code);
    std::ranges::sort(found);
    return found;
  }
  bool heeft(std::string_view code, const Gemeentecode& gemeente = kAmsterdam) {
    const auto all = codes(gemeente);
    return std::ranges::find(all, code) != all.end();
  }
  /// Whether the settled signals of this code are all there are of it.
  bool afgehandeld(std::string_view code) {
    const auto open = codes(kAmsterdam, Signaalstatus::nieuw);
    return heeft(code) && std::ranges::find(open, code) == open.end();
  }

  TempDatabase world;
  GebeurtenissenStore isi{*world};
};

constexpr Date kNaTermijnstart = kStart.plusDays(15);
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
       als(t).begin();
       als(t).gaat("verzoek", {{"soort", "VerlengingTermijn"}});
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
    // SS141 follows from the final talk (gevolgen_eindgesprek), SS199 only comes through DUO's REST
    // interface.
    if (row.code == "SS141" || row.code == "SS199") continue;
    EXPECT_TRUE(caused.contains(row.code)) << row.code;
  }
}

// W21-600: § 3.2.
TEST_F(GebeurtenissenTest, TheResultOfTheTestSettlesItsNotices) {
  begin();
  gaat("lbt-aanmelding");
  gaat("lbt-resultaat", {{"resultaat", "N"}});
  EXPECT_TRUE(afgehandeld("SS137"));
}

// W21-601
TEST_F(GebeurtenissenTest, AnExemptionThatEndsSettlesItsNotice) {
  begin();
  gaat("besluit", {{"soort", "TijdelijkeVrijstelling"}, {"besluit", "Toegekend"}});
  EXPECT_FALSE(afgehandeld("SS109"));
  EXPECT_FALSE(lees().plicht.inburgeringsplichtig);
  gaat("vrijstelling-ingetrokken");
  EXPECT_TRUE(afgehandeld("SS109"));
  EXPECT_TRUE(lees().plicht.inburgeringsplichtig);
}

// W21-602
TEST_F(GebeurtenissenTest, TheEndOfTheObligationSettlesWhatTheManualNames) {
  begin();
  gaat("verzoek", {{"soort", "VerlengingTermijn"}});
  gaat("besluit", {{"soort", "GedeeltelijkeVrijstelling"}, {"besluit", "Toegekend"}});
  gaat("besluit", {{"soort", "GedeeltelijkeOntheffing"}, {"besluit", "Toegekend"}});
  gaat("diploma");
  for (const char* code : {"SS112", "SS117", "SS119"}) EXPECT_TRUE(afgehandeld(code)) << code;
  EXPECT_FALSE(afgehandeld("SS101"));
  EXPECT_EQ(lees().plicht.redenBeeindiging, "DiplomaBehaald");
}

// W21-603: § 3.2.3, note 5.
TEST_F(GebeurtenissenTest, AMoveWithdrawsTheOpenTestsNoticeAndEndsTheLink) {
  begin();
  gaat("lbt-aanmelding");
  wijzig([](Dossier& dossier) { dossier.koppelingen = {{{}, kAmsterdam, "C1", kStart, std::nullopt}}; });
  gaat("vestiging", {{"gemeente", "0344"}});
  EXPECT_FALSE(heeft("SS137"));
  EXPECT_TRUE(heeft("SS122"));
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS120"));
  EXPECT_EQ(lees().koppelingen[0].datumIngetrokken, kStart);
}

// W21-604
TEST_F(GebeurtenissenTest, FromTheCoaLocationIntoTheLinkedMunicipalityTheTenWeeksStart) {
  begin("Asielstatushouder", "1990-05-17", "CoaGekoppeld");
  EXPECT_THAT(codes(), ElementsAre("SS101"));
  EXPECT_FALSE(lees().startTermijnPip);
  gaat("vestiging", {{"gemeente", "0363"}});
  EXPECT_THAT(codes(), ElementsAre("SS101", "SS139"));
  EXPECT_EQ(lees().startTermijnPip, kStart);
}

TEST_F(GebeurtenissenTest, AnotherCoaLinkMovesTheNotices) {
  begin("Asielstatushouder", "1990-05-17", "CoaGekoppeld");
  gaat("coa-koppeling", {{"gemeente", "0344"}});
  EXPECT_THAT(codes(kUtrecht), ElementsAre("SS101"));
  EXPECT_TRUE(heeft("SS122"));
}

// W21-605: § 3.6.4.1.
TEST_F(GebeurtenissenTest, RightsAreKeptUntilThePersonAsksAndThenOnce) {
  begin();
  EXPECT_THAT(geef("rechten-op-verzoek"), ElementsAre(HasSubstr("eerst doelgroep-wijziging")));
  gaat("doelgroep-wijziging", {{"naar", "GezinsmigrantEnOverigeMigrant"}});
  EXPECT_TRUE(lees().plicht.asielstatushouder());
  gaat("rechten-op-verzoek");
  EXPECT_FALSE(lees().plicht.asielstatushouder());
  EXPECT_THAT(geef("rechten-op-verzoek"), ElementsAre(HasSubstr("een keer")));
  gaat("doelgroep-wijziging", {{"naar", "Asielstatushouder"}});
  EXPECT_TRUE(lees().plicht.asielstatushouder()) << "the change is reversed";
  EXPECT_EQ(lees().plicht.doelgroepHistorie.size(), 3U);
}

TEST_F(GebeurtenissenTest, RightsCannotBeChosenAfterTheTerm) {
  metTermijn();  // until 2 February 2029
  gaat("doelgroep-wijziging", {{"naar", "GezinsmigrantEnOverigeMigrant"}}, kNaTermijnstart);
  const Date laatste(2029, 2, 2);
  EXPECT_THAT(geef("rechten-op-verzoek", {}, laatste.plusDays(1)), ElementsAre(HasSubstr("02-02-2029")));
  gaat("rechten-op-verzoek", {}, laatste);
}

// W21-606: the person leaves this law, and the correction carries a BSN alone.
TEST_F(GebeurtenissenTest, ACorrectionTakesThePersonOutOfSight) {
  begin();
  gaat("correctie", {{"code", "SS190"}});
  EXPECT_THAT(codes(), ElementsAre("SS190"));
  Database::Reading session(*world);
  EXPECT_FALSE(findZicht(*session, Wet::wi2021, kAmsterdam, kBsn));
  EXPECT_FALSE(loadDossier(*session, Wet::wi2021, kBsn));
}

TEST_F(GebeurtenissenTest, WhatIsRefusedSaysWhatWouldBeRightAndStoresNothing) {
  EXPECT_THAT(geef("diploma"), ElementsAre(HasSubstr("nieuwe-plicht")));
  EXPECT_THAT(geef("verhuizing"), ElementsAre(HasSubstr("er zijn: nieuwe-plicht, coa-koppeling, vestiging")));
  EXPECT_THAT(geef("nieuwe-plicht", {{"gemeente", "9999"}, {"doelgroep", "Iets"}, {"naam", "x"}}),
              ElementsAre("achternaam ontbreekt", HasSubstr("bestaande gemeente"),
                          HasSubstr("Asielstatushouder, GezinsmigrantEnOverigeMigrant"),
                          HasSubstr("naam hoort niet bij nieuwe-plicht")));
  begin();
  EXPECT_THAT(geef("vestiging", {{"gemeente", "0363"}}), ElementsAre(HasSubstr("woont al")));
  EXPECT_THAT(geef("overlijden", {{"datum", kStart.plusDays(1).text()}}),
              ElementsAre(HasSubstr("niet na vandaag (02-02-2026)")));
  EXPECT_THAT(codes(), ElementsAre("SS101", "SS139"));
  gaat("overlijden");
  EXPECT_THAT(geef("diploma"), ElementsAre(HasSubstr("overleden")));
}

TEST_F(GebeurtenissenTest, TheDaysBeforeAnEventAreProcessedFirst) {
  begin();
  gaat("bio-verzoek", {}, kStart.plusDays(80));
  EXPECT_TRUE(heeft("SS126"));
}

TEST(Wi2021GebeurtenisNaast, AGatewayThatServesFromTheSameDataShowsItAtOnce) {
  std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-store-XXXXXX").string();
  const std::filesystem::path map = ::mkdtemp(pattern.data());
  {
    EmbeddedIsi gateway(map / "isi.sqlite");
    ASSERT_TRUE(gateway.enterDay(kStart));
    const isi::Namens namens{kAmsterdam, Rollen().add(Rol::Wi2021MUT), kStart};
    EXPECT_FALSE(*gateway.wi2021().raadpleegPersoon(namens, kBsn));
    Database ander(map / "isi.sqlite");
    GebeurtenissenStore commando(ander);
    const auto fouten = commando.verwerk({"nieuwe-plicht",
                                          {{"bsn", kBsn.value()},
                                           {"achternaam", "Yılmaz"},
                                           {"gemeente", "0363"},
                                           {"doelgroep", "Asielstatushouder"}}},
                                         kStart);
    EXPECT_THAT(*fouten, IsEmpty());
    EXPECT_TRUE(*gateway.wi2021().raadpleegPersoon(namens, kBsn));
    EXPECT_EQ(gateway.signalen().haal(Wet::wi2021, namens, 0, 10)->ingangen.size(), 2U);
  }
  std::filesystem::remove_all(map);
}

TEST(Wi2021Gebeurtenisregel, IsOneJsonObject) {
  const auto gelezen = leesGebeurtenis(
      R"({"gebeurtenis":"contract","bsn":999993653,"niveau":"B1","taalschakeltraject":true})");
  ASSERT_TRUE(gelezen);
  EXPECT_EQ(gelezen->naam, "contract");
  EXPECT_EQ(gelezen->velden.at("bsn"), "999993653");
  EXPECT_EQ(gelezen->velden.at("taalschakeltraject"), "ja");
  EXPECT_FALSE(leesGebeurtenis("[]"));
  EXPECT_FALSE(leesGebeurtenis("{"));
  EXPECT_FALSE(leesGebeurtenis(R"({"gebeurtenis":"diploma","bsn":null})"));
  EXPECT_FALSE(leesGebeurtenis(R"({"gebeurtenis":"diploma","bsn":"1","bsn":"2"})"));
  EXPECT_FALSE(leesGebeurtenis(R"({"bsn":"999993653"})"));
}

}  // namespace
}  // namespace cvsgw::store
