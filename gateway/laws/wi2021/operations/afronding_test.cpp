// MAP, PVT, the final talk, the learnability test and the advice BIO as a caller meets them: text in, text
// out, over the store; every question and answer is held against the published schema.
#include <gtest/gtest.h>

#include "adapters/store/json.hpp"
#include "adapters/store/wi2021/dag.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/testing/service_under_test.hpp"
#include "gateway/laws/wi2021/law.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

class AfrondingTest : public ::testing::Test {
 protected:
  std::string vraag(std::string_view operatie, const std::string& bsn, const std::string& rest = {}) {
    return gateway.answer(operatie, el("gemeentecode", "0363") + el("bsn", bsn) + rest);
  }
  std::string persoon(const std::string& bsn) { return vraag("RaadpleegPersoon", bsn); }
  /// The stored person, changed for a situation that no named person is in.
  template <class Verander>
  void leg(const std::string& bsn, const Verander& verander) {
    store::Database::Writing writer(gateway.isi().database());
    auto gezien = store::wi2021::findGezien(*writer, kAmsterdam, *Bsn::parse(bsn), kToday);
    ASSERT_TRUE(gezien);
    verander(gezien->dossier);
    store::wi2021::save(*writer, gezien->dossier, kToday);
    writer.commit();
  }
  static std::string el(const std::string& naam, const std::string& inhoud) {
    return "<" + naam + ">" + inhoud + "</" + naam + ">";
  }
  static std::string verwerking(const std::string& inhoud) {
    return "<verwerking xmlns:g=\"" + std::string(namespaceUri(Namespace::gemeenschappelijk)) + "\">" +
           inhoud + "</verwerking>";
  }
  static bool has(const std::string& text, const std::string& deel) {
    return text.find(deel) != std::string::npos;
  }
  static std::string resultaat(const std::string& woord) { return "resultaat>" + woord + "<"; }
  static std::string code(const std::string& waarde) { return "code>" + waarde + "<"; }

  testing::ServiceUnderTest gateway{service(),
                                    {{kAmsterdam, Rollen().add(Rol::Wi2021MUT)},
                                     {*Gemeentecode::parse("0344"), Rollen().add(Rol::Wi2021MUT)}},
                                    kToday};
};

std::string gedaan(const std::string& naam, const std::string& datumnaam, Date dag) {
  return "<" + naam + "><voldaan>true</voldaan><" + datumnaam + ">" + dag.text() + "</" + datumnaam + "></" +
         naam + ">";
}

// From passing on to deleting, for both.
TEST_F(AfrondingTest, MapAndPvtAreAddedChangedAndDeleted) {
  const std::string bsn = "999994062";
  struct Deel {
    std::string voeg, wijzig, verwijder, element, datum;
  };
  for (const auto& deel : {Deel{"VoegMapToe", "WijzigMap", "VerwijderMap", "map", "datumEindgesprek"},
                           Deel{"VoegPvtToe", "WijzigPvt", "VerwijderPvt", "pvt", "datumOndertekening"}}) {
    const Date gisteren = kToday.plusDays(-1);
    const auto gezet = vraag(deel.voeg, bsn, gedaan(deel.element, deel.datum, gisteren));
    EXPECT_TRUE(has(gezet, resultaat("Verwerkt"))) << gezet;
    EXPECT_TRUE(has(gezet, deel.datum + ">" + gisteren.text()));
    EXPECT_TRUE(has(persoon(bsn), deel.datum + ">" + gisteren.text()));
    EXPECT_TRUE(has(vraag(deel.voeg, bsn, gedaan(deel.element, deel.datum, gisteren)), code("AS010")));

    const auto gewijzigd = vraag(deel.wijzig, bsn, gedaan(deel.element, deel.datum, kToday));
    EXPECT_TRUE(has(gewijzigd, resultaat("Verwerkt"))) << gewijzigd;
    EXPECT_TRUE(has(persoon(bsn), deel.datum + ">" + kToday.text()));

    const auto weg = vraag(deel.verwijder, bsn);
    EXPECT_TRUE(has(weg, resultaat("Verwerkt"))) << weg;
    EXPECT_FALSE(has(weg, "stand>"));
    EXPECT_FALSE(has(persoon(bsn), deel.datum + ">"));
  }
}

TEST_F(AfrondingTest, WhatIsRefusedOrOnlyTriedStoresNothing) {
  const std::string bsn = "999994062";
  const auto voor = persoon(bsn);
  const auto morgen = vraag("VoegMapToe", bsn, gedaan("map", "datumEindgesprek", kToday.plusDays(1)));
  EXPECT_TRUE(has(morgen, resultaat("Afgekeurd")));
  EXPECT_TRUE(has(morgen, code("FS157")));
  EXPECT_TRUE(has(morgen, "veld>map/datumEindgesprek<"));
  EXPECT_FALSE(has(morgen, "stand>"));
  const auto proef = vraag("VoegPvtToe", bsn,
                           gedaan("pvt", "datumOndertekening", kToday) +
                               verwerking("<g:alleenValideren>true</g:alleenValideren>"));
  EXPECT_TRUE(has(proef, resultaat("Goedgekeurd"))) << proef;
  EXPECT_EQ(persoon(bsn), voor);
}

TEST_F(AfrondingTest, TheOldMunicipalityIsToldOfADateAfterTheMove) {
  const std::string bsn = "999994074";
  const auto gedaanNa = vraag("VoegMapToe", bsn, gedaan("map", "datumEindgesprek", kToday.plusDays(-10)));
  EXPECT_TRUE(has(gedaanNa, resultaat("Verwerkt"))) << gedaanNa;
  EXPECT_TRUE(has(gedaanNa, code("AS171")));
  EXPECT_TRUE(has(persoon(bsn), "datumEindgesprek>" + kToday.plusDays(-10).text()));
}

TEST_F(AfrondingTest, TheFinalTalkIsChangedDeletedAndRegisteredAgain) {
  const std::string bsn = "999994050";
  const auto gesprek = [](Date dag, const std::string& uren) {
    return "<eindgesprek><datumEindgesprek>" + dag.text() + "</datumEindgesprek><urenTaallesKnm>" + uren +
           "</urenTaallesKnm></eindgesprek>";
  };
  EXPECT_TRUE(has(vraag("RegistreerEindgesprekZroute", bsn, gesprek(kToday, "640")), code("FS217")));
  const auto gewijzigd = vraag("WijzigEindgesprekZroute", bsn, gesprek(kToday.plusDays(-6), "640"));
  EXPECT_TRUE(has(gewijzigd, resultaat("Verwerkt"))) << gewijzigd;
  EXPECT_TRUE(has(gewijzigd, "datumRegistratie>" + kToday.plusDays(-5).text()));
  EXPECT_TRUE(has(persoon(bsn), "urenTaallesKnm>640<"));
  // XML Schema lets white space stand around a date.
  const auto ruim = vraag("WijzigEindgesprekZroute", bsn,
                          "<eindgesprek><datumEindgesprek> " + kToday.plusDays(-7).text() +
                              "\n</datumEindgesprek></eindgesprek>");
  EXPECT_TRUE(has(ruim, "datumEindgesprek>" + kToday.plusDays(-7).text() + "<")) << ruim;
  const auto gewist = vraag("WijzigPvt", bsn,
                            "<pvt><voldaan>true</voldaan><datumOndertekening> " + kToday.plusDays(1).text() +
                                " </datumOndertekening></pvt>");
  EXPECT_TRUE(has(gewist, code("FS157"))) << "a date with white space is not taken for no date: " << gewist;
  EXPECT_TRUE(has(vraag("VerwijderMap", bsn), code("FS170")));
  EXPECT_TRUE(has(vraag("VerwijderEindgesprekZroute", bsn), resultaat("Verwerkt")));
  EXPECT_FALSE(has(persoon(bsn), "urenTaallesKnm>640<"));
  EXPECT_TRUE(has(vraag("WijzigEindgesprekZroute", bsn, gesprek(kToday, "640")), code("FS218")));
  const auto opnieuw = vraag("RegistreerEindgesprekZroute", bsn, gesprek(kToday, "0"));
  EXPECT_TRUE(has(opnieuw, resultaat("Verwerkt"))) << opnieuw;
  EXPECT_TRUE(has(opnieuw, "datumRegistratie>" + kToday.text()));
}

TEST_F(AfrondingTest, ATestIsAskedForAgainAndAvailable) {
  const std::string bsn = "999994037";
  const std::string verzoek = el("herkansing", el("reden", "Overig") + el("toelichting", "Brandalarm"));
  EXPECT_TRUE(has(vraag("VraagLbtOpnieuwAan", bsn, verzoek), code("FS203"))) << "asked for already";
  leg(bsn, [](auto& dossier) { dossier.lbt.herkansing.reset(); });
  const auto gevraagd = vraag("VraagLbtOpnieuwAan", bsn, verzoek);
  EXPECT_TRUE(has(gevraagd, resultaat("Verwerkt"))) << gevraagd;
  EXPECT_TRUE(has(gevraagd, "toelichting>Brandalarm<"));
  EXPECT_TRUE(has(persoon(bsn), "toelichting>Brandalarm<"));
  EXPECT_TRUE(has(vraag("VraagLbtOpnieuwAan", bsn, verzoek), code("AS010")));
  // Sunday: two working days later it is Tuesday.
  const Date dinsdag(2026, 11, 24);
  store::Database::Writing writer(gateway.isi().database());
  store::wi2021::advanceWi2021(*writer, dinsdag, {});
  const auto gezien = store::wi2021::findGezien(*writer, kAmsterdam, *Bsn::parse(bsn), dinsdag);
  ASSERT_TRUE(gezien);
  EXPECT_EQ(gezien->dossier.lbt.toetsen.front().datumAanmelding, dinsdag);
  EXPECT_FALSE(gezien->dossier.lbt.toetsen.front().resultaat);
}

TEST_F(AfrondingTest, AnExemptionFromTheTestIsFinal) {
  const auto ontheven = vraag("OntheftLbt", "999994013");
  EXPECT_TRUE(has(ontheven, resultaat("Verwerkt"))) << ontheven;
  EXPECT_TRUE(has(ontheven, "datumOntheffing>" + kToday.text()));
  EXPECT_TRUE(has(vraag("OntheftLbt", "999994013"), code("FS201")));
  EXPECT_TRUE(has(vraag("OntheftLbt", "999994037"), code("FS200"))) << "taken already";
}

TEST_F(AfrondingTest, AnAdviceIsGivenOnceAndNotShown) {
  const std::string bsn = "999994177";
  const auto advies = [](const std::string& contact) {
    return "<advies><contactGehad>" + contact +
           "</contactGehad><contactpersoonId>C0363.1</contactpersoonId><oordeel>Positief</oordeel>"
           "<antwoordOmstandigheden>Mantelzorg</antwoordOmstandigheden>"
           "<antwoordInspanningen>Lesuren verminderd</antwoordInspanningen>"
           "<antwoordOnderbouwing>Twee gesprekken</antwoordOnderbouwing></advies>";
  };
  const auto zonder = vraag("GeefBioAdvies", bsn, advies("false"));
  EXPECT_TRUE(has(zonder, resultaat("BevestigingNodig"))) << zonder;
  EXPECT_TRUE(has(zonder, code("AS212")));
  const auto gegeven = vraag("GeefBioAdvies", bsn, advies("true"));
  EXPECT_TRUE(has(gegeven, resultaat("Verwerkt"))) << gegeven;
  EXPECT_TRUE(has(gegeven, "datumAdvies>" + kToday.text()));
  EXPECT_TRUE(has(persoon(bsn), "datumAdvies>" + kToday.text()));
  EXPECT_FALSE(has(persoon(bsn), "Mantelzorg"));
  EXPECT_TRUE(has(vraag("GeefBioAdvies", bsn, advies("false")), code("FS209")));
  leg(bsn, [](const auto& dossier) {
    ASSERT_TRUE(dossier.bio.advies);
    EXPECT_EQ(dossier.bio.advies->antwoordOmstandigheden, "Mantelzorg");
    EXPECT_EQ(dossier.bio.advies->gemeentecode, kAmsterdam);
  });
}

TEST_F(AfrondingTest, ANumberThatFailsTheElevenTestIsRefusedByEach) {
  const std::string map = gedaan("map", "datumEindgesprek", kToday);
  for (const auto& [operatie, rest] :
       {std::pair{"VoegMapToe", map}, std::pair{"WijzigMap", map}, std::pair{"VerwijderMap", std::string()},
        std::pair{"VerwijderPvt", std::string()}, std::pair{"VerwijderEindgesprekZroute", std::string()},
        std::pair{"VraagLbtOpnieuwAan", el("herkansing", el("reden", "TechnischeStoring"))}}) {
    EXPECT_TRUE(has(vraag(operatie, "999993654", rest), code("FS001"))) << operatie;
    EXPECT_TRUE(has(vraag(operatie, "999992971", rest), code("FS103"))) << operatie;
  }
}

// A dossier from before the advice was kept still reads, and keeps its version.
TEST(BioStand, ADossierWithoutTheAdviceReads) {
  const auto bio = store::fromJson<isi::wi2021::BioStand>(
      R"({"versie":"v1","datumVerzoek":"2026-11-01","datumAdvies":"2026-11-05"})");
  EXPECT_EQ(bio.datumAdvies, Date(2026, 11, 5));
  EXPECT_FALSE(bio.advies);
  EXPECT_EQ(store::toJson(bio).find("\"advies\""), std::string::npos);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
