// Orders, messages and requests as a caller meets them, over the named test persons, with what DUO decides.
#include <gtest/gtest.h>

#include "adapters/store/gebeurtenissen.hpp"
#include "adapters/store/post.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/algemeen/law.hpp"
#include "gateway/laws/testing/service_under_test.hpp"

namespace cvsgw::laws::algemeen {
namespace {

class Loket : public ::testing::Test {
 protected:
  Loket() : Loket(Rollen().add(Rol::Wi2007).add(Rol::Wi2013MUT).add(Rol::Wi2021MUT)) {}
  explicit Loket(Rollen rollen)
      : gateway(service(), {{*Gemeentecode::parse("0363"), rollen}, {*Gemeentecode::parse("0014"), rollen}},
                kToday) {}
  static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }
  std::string bestel(const std::string& soort, int aantal, const std::string& verwerking = {}) {
    return gateway.answer(
        "BestelWaardepapieren",
        "<gemeentecode>0363</gemeentecode><bestelling><soort>" + soort + "</soort><aantal>" +
            std::to_string(aantal) +
            "</aantal><naam>A. de Vries</naam><email>a@gemeente.example</email></bestelling>" + verwerking);
  }
  std::string dienIn(const std::string& bsn, const std::string& verzoek,
                     const std::string& gemeente = "0363") {
    return gateway.answer("DienWijzigingsverzoekIn", "<gemeentecode>" + gemeente + "</gemeentecode><bsn>" +
                                                         bsn + "</bsn><verzoek>" + verzoek + "</verzoek>");
  }
  std::string lijst(const std::string& criteria = {}, const std::string& gemeente = "0363") {
    return gateway.answer("LijstWijzigingsverzoeken",
                          "<gemeentecode>" + gemeente + "</gemeentecode>" + criteria);
  }
  std::vector<std::string> besluit(const std::string& verzoek, const std::string& besluit) {
    return store::GebeurtenissenStore(gateway.isi().database())
        .verwerk(
            {"verzoek-besluit", {{"verzoek", verzoek}, {"besluit", besluit}, {"toelichting", "Akkoord."}}},
            kToday)
        .value();
  }
  isi::wi2021::Dossier dossier(const char* bsn) {
    store::Database::Reading session(gateway.isi().database());
    return *store::loadDossierAs<isi::wi2021::Dossier>(*session, Wet::wi2021, *Bsn::parse(bsn));
  }
  laws::testing::ServiceUnderTest gateway;
};

class LoketAlleenLezen : public Loket {
 protected:
  LoketAlleenLezen() : Loket(Rollen().add(Rol::Wi2007).add(Rol::Wi2013).add(Rol::Wi2021)) {}
};

const std::string kBevestig =
    R"(<verwerking><bevestigdeMeldingen xmlns="urn:inburgering:cvs-isi:gemeenschappelijk:v1"><code>AS059</code></bevestigdeMeldingen></verwerking>)";
const std::string kDroog =
    R"(<verwerking><alleenValideren xmlns="urn:inburgering:cvs-isi:gemeenschappelijk:v1">true</alleenValideren></verwerking>)";

TEST_F(Loket, AnOrderIsTakenOnceAndAskedAboutTheSecondTime) {
  EXPECT_TRUE(has(bestel("Pvt", 75, kDroog), "<alg:resultaat>Goedgekeurd</alg:resultaat>"));
  const auto eerste = bestel("Pvt", 75);
  EXPECT_TRUE(has(eerste, "<alg:resultaat>Verwerkt</alg:resultaat>"));
  EXPECT_TRUE(has(eerste, "<alg:bestelnummer>B.1</alg:bestelnummer>")) << "a dry run takes no number";
  EXPECT_TRUE(has(eerste, "<alg:aantalSets>3</alg:aantalSets>"));
  const auto tweede = bestel("Pvt", 75);
  EXPECT_TRUE(has(tweede, "<alg:resultaat>BevestigingNodig</alg:resultaat>"));
  EXPECT_FALSE(has(tweede, "<alg:stand>"));
  EXPECT_TRUE(has(bestel("Pvt", 75, kBevestig), "<alg:bestelnummer>B.2</alg:bestelnummer>"));
  EXPECT_TRUE(has(bestel("Zroute", 51), "<alg:resultaat>Afgekeurd</alg:resultaat>"));
}

TEST_F(Loket, AnOrderIsConfirmedByMailAndADryRunIsNot) {
  store::PostbusStore postbus(gateway.isi().database());
  const Moment nu{kToday.days() + std::chrono::hours{12}};
  const auto neem = [&] { return postbus.neem({nu, nu}, std::chrono::minutes{1}).value(); };
  bestel("Pvt", 75, kDroog);
  bestel("Pvt", 74);
  EXPECT_FALSE(neem());
  bestel("Pvt", 75);
  const auto mail = neem();
  ASSERT_TRUE(mail);
  EXPECT_EQ(mail->aan, "a@gemeente.example");
  EXPECT_TRUE(has(mail->onderwerp, "B.1"));
  EXPECT_TRUE(has(mail->tekst, "75 stuks PVT Waardepapieren (3 sets)"));
  EXPECT_FALSE(neem()) << "one";
}

TEST_F(LoketAlleenLezen, OrderingNeedsARoleToChange) {
  const auto out =
      gateway.call("BestelWaardepapieren",
                   "<gemeentecode>0363</gemeentecode><bestelling><soort>Pvt</soort><aantal>25</aantal>"
                   "<naam>A</naam><email>a@b.nl</email></bestelling>");
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().kind, FaultKind::notAuthorised);
}

TEST_F(LoketAlleenLezen, AnyRoleWritesToTheServicecentrum) {
  const auto vraag = [&](const std::string& bsn) {
    return gateway.answer(
        "VerstuurContactbericht",
        "<gemeentecode>0363</gemeentecode><bericht><onderwerp>Overig</onderwerp><tekst>Hoe?</tekst>"
        "<naam>A</naam><email>a@b.nl</email><bsn>" +
            bsn + "</bsn></bericht>");
  };
  const auto antwoord = vraag("999994001");
  EXPECT_TRUE(has(antwoord, "<alg:resultaat>Verwerkt</alg:resultaat>"));
  EXPECT_TRUE(has(antwoord, "<alg:achternaam>Haddad</alg:achternaam>"));
  EXPECT_TRUE(has(antwoord, "<g:code>AS065</g:code>")) << "nobody at this municipality has that address";
  EXPECT_TRUE(has(vraag("999994098"), "<g:code>FS064</g:code>")) << "out of sight since yesterday";
  EXPECT_TRUE(has(vraag("999996009"), "<g:code>FS064</g:code>")) << "another municipality's";
  EXPECT_TRUE(has(vraag("999992972"), "<g:code>FS001</g:code>"));
}

TEST_F(LoketAlleenLezen, ARequestNeedsTheRoleOfItsLawAndTellsNothingWithout) {
  for (const auto* bsn : {"999994001", "999992971"}) {
    const auto out = dienIn(bsn, "<soort>DefinitiefPip</soort><toelichting>x</toelichting>");
    EXPECT_TRUE(has(out, "<g:code>FS070</g:code>")) << bsn;
    EXPECT_TRUE(has(out, "de rol Wi2021MUT"));
    EXPECT_FALSE(has(out, "FS071"));
  }
  EXPECT_TRUE(has(dienIn("999997002", "<soort>MutatieWi2007</soort><toelichting>x</toelichting>", "0014"),
                  "<alg:resultaat>Verwerkt</alg:resultaat>"));
}

TEST_F(Loket, WhatIsAskedIsSeenWithItsDecision) {
  const auto out = dienIn("999994165", "<soort>RechtenDoelgroep</soort>");
  EXPECT_TRUE(has(out, "<alg:verzoekId>V.1</alg:verzoekId>"));
  EXPECT_TRUE(has(lijst(), "<alg:status><g:code>Ingediend</g:code>"));
  EXPECT_TRUE(has(lijst("", "0014"), "<alg:totaal>0</alg:totaal>")) << "of another municipality";
  EXPECT_EQ(besluit("V.2", "Toegekend").size(), 1U);
  EXPECT_TRUE(besluit("V.1", "Toegekend").empty());
  EXPECT_EQ(besluit("V.1", "Afgewezen").size(), 1U) << "decided";
  const auto na = lijst("<criteria><bsn>999994165</bsn><status>Toegekend</status></criteria>");
  EXPECT_TRUE(has(na, "<alg:datumBesluit>2026-11-22</alg:datumBesluit>"));
  EXPECT_TRUE(has(na, "<alg:toelichtingBesluit>Akkoord.</alg:toelichtingBesluit>"));
  EXPECT_TRUE(has(lijst("<criteria><status>Ingediend</status></criteria>"), "<g:code>AS001</g:code>"));
  EXPECT_EQ(dossier("999994165").plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel,
            "OpVerzoekRechtenGezinsmigrant");
  EXPECT_TRUE(has(dienIn("999994165", "<soort>RechtenDoelgroep</soort>"), "<g:code>FS075</g:code>"))
      << "once";
}

TEST_F(Loket, ARefusedRequestChangesNothing) {
  dienIn("999994165", "<soort>RechtenDoelgroep</soort>");
  EXPECT_TRUE(besluit("V.1", "Afgewezen").empty());
  EXPECT_EQ(dossier("999994165").plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel, "BehoudAsielrechten");
}

TEST_F(Loket, GrantedHoursAreThoseOfTheMunicipalityThatAsked) {
  const std::string kUren =
      "<soort>UrenNaTermijn</soort><toelichting>Nagekomen opgave.</toelichting><urenGemeente>"
      "<soort>ParticipatieTaalles</soort><totaalAantalUren>40</totaalAantalUren><datumTotaal>2026-05-31</"
      "datumTotaal>"
      "</urenGemeente>";
  EXPECT_TRUE(has(dienIn("999994086", kUren), "<g:code>FS078</g:code>")) << "its last day to do it itself";
  EXPECT_TRUE(has(dienIn("999994098", kUren), "<alg:resultaat>Verwerkt</alg:resultaat>"));
  EXPECT_TRUE(besluit("V.1", "Toegekend").empty());
  const auto uren = dossier("999994098").urenGemeente;
  ASSERT_FALSE(uren.empty());
  EXPECT_EQ(uren[0].gemeentecode.value(), "0363");
  EXPECT_EQ(uren[0].aantalUren, 40);
  EXPECT_EQ(uren[0].datumRegistratie, kToday);
}

TEST_F(Loket, AGrantedDagtekeningMovesTheTerm) {
  const auto voor = dossier("999994001");
  const Date nieuw = voor.pip()->datumDagtekeningInitieel.plusDays(3);
  EXPECT_TRUE(has(dienIn("999994001",
                         "<soort>DefinitiefPip</soort><toelichting>Tikfout.</toelichting><datumDagtekening>" +
                             nieuw.text() + "</datumDagtekening>"),
                  "<alg:resultaat>Verwerkt</alg:resultaat>"));
  EXPECT_TRUE(besluit("V.1", "Toegekend").empty());
  const auto na = dossier("999994001");
  EXPECT_EQ(na.pip()->datumDagtekeningInitieel, nieuw);
  EXPECT_EQ(na.plicht.termijn->startdatum, nieuw.plusDays(1));
  EXPECT_EQ(na.plicht.termijnHistorie.size(), voor.plicht.termijnHistorie.size() + 1);
  EXPECT_TRUE(has(dienIn("999994062", "<soort>DefinitiefPip</soort><toelichting>x</toelichting>"),
                  "<g:code>FS078</g:code>"));
}

TEST_F(Loket, TermsOfRetentionEnd) {
  bestel("Pvt", 25);
  dienIn("999994165", "<soort>RechtenDoelgroep</soort>");
  besluit("V.1", "Afgewezen");
  const auto rijen = [&](const char* table) {
    store::Database::Reading session(gateway.isi().database());
    auto query = session->query(std::string("SELECT COUNT(*) FROM ") + table);
    query.step();
    return query.number(0);
  };
  const auto vergeet = [&](Date dag) {
    store::Database::Writing writer(gateway.isi().database());
    store::forgetLoket(*writer, dag);
    writer.commit();
  };
  vergeet(kToday.plusYears(2));
  EXPECT_EQ(rijen("bestelling") + rijen("verzoek"), 2);
  vergeet(kToday.plusYears(2).plusDays(1));
  EXPECT_EQ(rijen("bestelling") + rijen("verzoek"), 0);
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
