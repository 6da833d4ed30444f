#include "gateway/laws/algemeen/rules/wijzigingsverzoek.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using ::testing::ElementsAre;

const auto kBsn = *Bsn::parse("999994001");

struct Verzoekwereld {
  isi::Namens namens{kAmsterdam, Rollen().add(Rol::Wi2021MUT), kToday};
  isi::Verwerking verwerking;
  isi::wi2021::Dossier wi2021;
  isi::wi2013::Dossier wi2013;
  std::optional<isi::wi2021::Zicht> zicht = isi::wi2021::Zicht{kAmsterdam, "Ingezetene"};
  bool inZicht = true;
  std::vector<isi::loket::Verzoek> eerdere;

  Verzoekwereld() {
    wi2021.personalia.bsn = kBsn;
    wi2021.plicht.datumVaststelling = Date(2025, 1, 10);
    wi2021.plicht.doelgroep.indeling = "Asielstatushouder";
    wi2021.verblijven.push_back({kAmsterdam, "Ingezetene", Date(2025, 1, 1), std::nullopt, std::nullopt});
  }
  void pip(Date registratie) {
    isi::wi2021::Pip pip;
    pip.gemeentecode = kAmsterdam;
    pip.datumDagtekening = pip.datumDagtekeningInitieel = registratie;
    pip.datumRegistratie = pip.datumRegistratieInitieel = registratie;
    pip.leerroute = "B";
    wi2021.pips.push_back(pip);
  }
  isi::loket::Verzoekbesluit besluit(const VerzoekInvoer& invoer) const {
    const bool is2021 = wetVanSoort(invoer.soort) == Wet::wi2021;
    return dienIn({namens, verwerking, inZicht, is2021 ? &wi2021 : nullptr, zicht,
                   wetVanSoort(invoer.soort) == Wet::wi2013 ? &wi2013 : nullptr, eerdere},
                  kBsn, invoer);
  }
  std::vector<std::string> codes(const VerzoekInvoer& invoer) const {
    std::vector<std::string> out;
    for (const auto& melding : besluit(invoer).meldingen)
      out.push_back(melding.code + (melding.veld ? " " + *melding.veld : ""));
    return out;
  }
};

VerzoekInvoer verzoek(std::string soort) {
  VerzoekInvoer invoer;
  invoer.soort = std::move(soort);
  if (invoer.soort != "RechtenDoelgroep") invoer.toelichting = "Graag wijzigen.";
  return invoer;
}

VerzoekInvoer uren() {
  auto invoer = verzoek("UrenNaTermijn");
  invoer.urenGemeente = {"ParticipatieTaalles", 40, Date(2026, 5, 31)};
  return invoer;
}

// ALG-170
TEST(Wijzigingsverzoek, EachKindBelongsToALawAndItsRole) {
  EXPECT_EQ(rolVoor(wetVanSoort("RechtenDoelgroep")), Rol::Wi2021MUT);
  EXPECT_EQ(rolVoor(wetVanSoort("UrenNaTermijn")), Rol::Wi2021MUT);
  EXPECT_EQ(rolVoor(wetVanSoort("DefinitiefPip")), Rol::Wi2021MUT);
  EXPECT_EQ(rolVoor(wetVanSoort("MutatieWi2021")), Rol::Wi2021MUT);
  EXPECT_EQ(rolVoor(wetVanSoort("MutatieWi2013")), Rol::Wi2013MUT);
  EXPECT_EQ(rolVoor(wetVanSoort("MutatieWi2007")), Rol::Wi2007);
}

// ALG-171
TEST(Wijzigingsverzoek, WhoIsNotSeenIsNotThere) {
  Verzoekwereld wereld;
  wereld.pip(Date(2026, 1, 1));
  wereld.inZicht = false;
  for (const auto* soort : {"RechtenDoelgroep", "DefinitiefPip", "MutatieWi2013", "MutatieWi2007"})
    EXPECT_THAT(wereld.codes(verzoek(soort)), ElementsAre("FS071 bsn")) << soort;
  wereld.zicht.reset();
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("AS085")) << "who lived here once";
  EXPECT_THAT(wereld.codes(verzoek("MutatieWi2021")), ElementsAre("AS085"));
  wereld.wi2021.verblijven[0].gemeentecode = kUtrecht;
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("FS071 bsn"));
  EXPECT_THAT(wereld.codes(verzoek("MutatieWi2021")), ElementsAre("FS071 bsn"));
  wereld.wi2021.verblijven[0] = {kAmsterdam, "Ingezetene", kToday.plusDays(1), std::nullopt, std::nullopt};
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("FS071 bsn")) << "not yet";
}

// ALG-172, ALG-173
TEST(Wijzigingsverzoek, EachKindHasItsOwnElements) {
  Verzoekwereld wereld;
  wereld.pip(Date(2026, 1, 1));
  auto invoer = uren();
  invoer.soort = "DefinitiefPip";
  invoer.urenInstelling = {"0000010018", Date(2026, 5, 31), 10, std::nullopt, std::nullopt};
  EXPECT_THAT(wereld.codes(invoer),
              ElementsAre("FS073 verzoek/urenGemeente", "FS073 verzoek/urenInstelling"));
  wereld.zicht.reset();
  EXPECT_THAT(wereld.codes(verzoek("UrenNaTermijn")), ElementsAre("FS072 verzoek"));
  auto ander = verzoek("MutatieWi2021");  // FS105, FS106 and FS150 send a municipality here
  ander.toelichting.reset();
  EXPECT_THAT(wereld.codes(ander), ElementsAre("FS072 verzoek/toelichting"));
  auto zonder = verzoek("MutatieWi2007");
  EXPECT_THAT(wereld.codes(zonder), ElementsAre("AS085"));
  zonder.toelichting = " \n ";
  EXPECT_THAT(wereld.codes(zonder), ElementsAre("FS072 verzoek/toelichting"));
  zonder.toelichting.reset();
  zonder.datumDagtekening = kToday;
  EXPECT_THAT(wereld.codes(zonder),
              ElementsAre("FS072 verzoek/toelichting", "FS073 verzoek/datumDagtekening"));
}

// ALG-174, ALG-175
TEST(Wijzigingsverzoek, OtherRightsComeOnceAndAfterAnotherResidencePurpose) {
  Verzoekwereld wereld;
  EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("FS074 bsn"));
  auto& rechten = wereld.wi2021.plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel;
  for (const auto* gewijzigd : {"BehoudAsielrechten", "AsielrechtenToegekend"}) {
    rechten = gewijzigd;
    EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("AS085")) << gewijzigd;
  }
  for (const auto* verzocht : {"OpVerzoekRechtenGezinsmigrant", "OpVerzoekBehoudRechtenGezinsmigrant"}) {
    rechten = verzocht;
    EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("FS075 bsn")) << verzocht;
  }
}

// ALG-176
TEST(Wijzigingsverzoek, NotAfterTheTerm) {
  Verzoekwereld wereld;
  wereld.wi2021.plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel = "BehoudAsielrechten";
  wereld.wi2021.plicht.termijn.emplace().einddatum = kToday;
  EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("AS085")) << "the last day";
  wereld.wi2021.plicht.termijn->einddatum = kToday.plusDays(-1);
  EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("FS076 bsn"));
}

// ALG-177
TEST(Wijzigingsverzoek, OneChoiceAtATime) {
  Verzoekwereld wereld;
  wereld.wi2021.plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel = "BehoudAsielrechten";
  wereld.eerdere.push_back(*wereld.besluit(verzoek("RechtenDoelgroep")).verzoek);
  EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("FS077 bsn"));
  wereld.eerdere[0].status = "Afgewezen";
  EXPECT_THAT(wereld.codes(verzoek("RechtenDoelgroep")), ElementsAre("AS085")) << "a refusal is no choice";
}

// ALG-178 at hours: the last day on which the municipality registers them itself, and the day after.
TEST(Wijzigingsverzoek, HoursComeAfterTheFourWeeks) {
  Verzoekwereld wereld;
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("FS078 verzoek/soort")) << "still lives there";
  wereld.zicht->wijzigbaarTotEnMet = kToday;
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("FS078 verzoek/soort"));
  EXPECT_NE(wereld.besluit(uren()).meldingen[0].tekst.find("tot en met 22-11-2026"), std::string::npos);
  wereld.zicht->wijzigbaarTotEnMet = kToday.plusDays(-1);
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("AS085"));
}

// ALG-182, ALG-183
TEST(Wijzigingsverzoek, HoursAreOfAnInstitutionWithAnOfferAndNoLaterThanToday) {
  Verzoekwereld wereld;
  wereld.zicht.reset();
  auto invoer = uren();
  invoer.urenGemeente->datumTotaal = kToday;
  EXPECT_THAT(wereld.codes(invoer), ElementsAre("AS085"));
  invoer.urenGemeente->datumTotaal = kToday.plusDays(1);
  EXPECT_THAT(wereld.codes(invoer), ElementsAre("FS083 verzoek/urenGemeente/datumTotaal"));
  invoer = verzoek("UrenNaTermijn");
  invoer.urenInstelling = {"0000010018", kToday.plusDays(1), std::nullopt, std::nullopt, std::nullopt};
  EXPECT_THAT(wereld.codes(invoer),
              ElementsAre("FS082 verzoek/urenInstelling/instellingsnummer", "FS184 verzoek/urenInstelling",
                          "FS083 verzoek/urenInstelling/datumTotaal"));
  auto& aanbod = wereld.wi2021.aanbiedingen.emplace_back();
  aanbod.gemeentecode = kAmsterdam;
  aanbod.instellingsnummer = "0000010018";
  invoer.urenInstelling = {"0000010018", kToday, 10, std::nullopt, std::nullopt};
  EXPECT_THAT(wereld.codes(invoer), ElementsAre("AS085"));
  aanbod.gemeentecode = kUtrecht;
  EXPECT_THAT(wereld.codes(invoer), ElementsAre("FS082 verzoek/urenInstelling/instellingsnummer"));
}

// ALG-180, ALG-178 at a plan: day 14 after its registration, and day 15.
TEST(Wijzigingsverzoek, APlanIsDefinitiveFromDayFifteen) {
  Verzoekwereld wereld;
  EXPECT_THAT(wereld.codes(verzoek("DefinitiefPip")), ElementsAre("FS080 bsn"));
  wereld.pip(kToday.plusDays(-14));
  EXPECT_THAT(wereld.codes(verzoek("DefinitiefPip")), ElementsAre("FS078 verzoek/soort"));
  wereld.wi2021.pips[0].datumRegistratieInitieel = kToday.plusDays(-15);
  EXPECT_THAT(wereld.codes(verzoek("DefinitiefPip")), ElementsAre("AS085"));
}

TEST(Wijzigingsverzoek, ADagtekeningIsBetweenTheObligationAndToday) {
  Verzoekwereld wereld;
  wereld.pip(Date(2026, 1, 1));
  auto invoer = verzoek("DefinitiefPip");
  const auto codes = [&](Date datum) {
    invoer.datumDagtekening = datum;
    return wereld.codes(invoer);
  };
  EXPECT_THAT(codes(kToday), ElementsAre("AS085"));
  EXPECT_THAT(codes(kToday.plusDays(1)), ElementsAre("FS112 verzoek/datumDagtekening"));
  EXPECT_THAT(codes(Date(2025, 1, 10)), ElementsAre("AS085"));
  EXPECT_THAT(codes(Date(2025, 1, 9)), ElementsAre("FS113 verzoek/datumDagtekening"));
  EXPECT_THAT(codes(Date(2021, 12, 31)),
              ElementsAre("FS111 verzoek/datumDagtekening", "FS113 verzoek/datumDagtekening"));
}

// ALG-184, ALG-178 at the Wi2013: the weekly run makes a registration definitive.
TEST(Wijzigingsverzoek, UntilARegistrationOfTheWi2013IsDefinitiveTheMunicipalityChangesIt) {
  Verzoekwereld wereld;
  EXPECT_THAT(wereld.codes(verzoek("MutatieWi2013")), ElementsAre("FS084 bsn"));
  wereld.wi2013.pvt.datumRegistratie = Date(2026, 11, 2);
  wereld.wi2013.pvt.definitief = false;
  EXPECT_THAT(wereld.codes(verzoek("MutatieWi2013")), ElementsAre("FS078 verzoek/soort"));
  wereld.wi2013.pvt.definitief = true;
  EXPECT_THAT(wereld.codes(verzoek("MutatieWi2013")), ElementsAre("AS085"));
}

// AS010
TEST(Wijzigingsverzoek, TheSameAgainIsTheSameRequest) {
  Verzoekwereld wereld;
  wereld.zicht.reset();
  wereld.eerdere.push_back(*wereld.besluit(uren()).verzoek);
  wereld.eerdere[0].verzoekId = "V.7";
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("AS010 verzoek"));
  EXPECT_EQ(wereld.besluit(uren()).verzoek->verzoekId, "V.7");
  auto ander = uren();
  ander.urenGemeente->totaalAantalUren = 41;
  EXPECT_THAT(wereld.codes(ander), ElementsAre("AS085"));
  wereld.eerdere[0].status = "Toegekend";
  EXPECT_THAT(wereld.codes(uren()), ElementsAre("AS085")) << "decided; asked anew";
}

}  // namespace
}  // namespace cvsgw::laws::algemeen
