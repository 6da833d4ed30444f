#include "gateway/isi/loket/toekenning.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::loket {
namespace {

wi2021::Dossier metPip(Date dagtekening) {
  wi2021::Dossier dossier;
  dossier.plicht.datumVaststelling = Date(2025, 1, 10);
  wi2021::Pip pip;
  pip.gemeentecode = kAmsterdam;
  pip.datumDagtekening = pip.datumDagtekeningInitieel = dagtekening;
  pip.datumRegistratie = pip.datumRegistratieInitieel = dagtekening;
  dossier.pips.push_back(pip);
  dossier.plicht.termijn =
      wi2021::Termijn{dagtekening.plusDays(1), dagtekening.plusYears(3), dagtekening, std::nullopt};
  return dossier;
}

Verzoek dagtekening(Date datum) {
  Verzoek verzoek;
  verzoek.datumDagtekening = datum;
  return verzoek;
}

// ALG-193
TEST(Toekenning, TheTermRunsFromTheNewDagtekening) {
  auto dossier = metPip(Date(2025, 2, 1));
  legDagtekening(dossier, dagtekening(Date(2025, 2, 11)), kToday);
  EXPECT_EQ(dossier.pip()->datumDagtekening, Date(2025, 2, 11));
  EXPECT_EQ(dossier.plicht.termijn->startdatum, Date(2025, 2, 12));
  EXPECT_EQ(dossier.plicht.termijn->einddatum, Date(2028, 2, 11));
  EXPECT_EQ(dossier.plicht.termijnHistorie.size(), 1U);
}

TEST(Toekenning, AnExtensionStaysAsLongAsItWas) {
  auto dossier = metPip(Date(2025, 2, 1));
  dossier.plicht.termijn->einddatum = Date(2028, 2, 1).plusDays(181);
  legDagtekening(dossier, dagtekening(Date(2025, 2, 11)), kToday);
  EXPECT_EQ(dossier.plicht.termijn->einddatum, Date(2028, 2, 11).plusDays(181));
}

TEST(Toekenning, AChangedStateKeepsItsOwnDateAndATermOfSomethingElseItsTerm) {
  auto dossier = metPip(Date(2025, 2, 1));
  auto gewijzigd = dossier.pips[0];
  gewijzigd.datumDagtekening = Date(2025, 8, 1);
  dossier.pips.insert(dossier.pips.begin(), gewijzigd);
  dossier.plicht.termijn->startdatum = Date(2025, 6, 1);
  legDagtekening(dossier, dagtekening(Date(2025, 2, 11)), kToday);
  EXPECT_EQ(dossier.pips[0].datumDagtekening, Date(2025, 8, 1));
  EXPECT_EQ(dossier.pips[0].datumDagtekeningInitieel, Date(2025, 2, 11));
  EXPECT_EQ(dossier.pips[1].datumDagtekening, Date(2025, 2, 11));
  EXPECT_EQ(dossier.plicht.termijn->startdatum, Date(2025, 6, 1));
  EXPECT_TRUE(dossier.plicht.termijnHistorie.empty());
}

TEST(Toekenning, WithoutADateOrAPlanNothingHappens) {
  auto dossier = metPip(Date(2025, 2, 1));
  legDagtekening(dossier, {}, kToday);
  EXPECT_EQ(dossier.pip()->datumDagtekeningInitieel, Date(2025, 2, 1));
  dossier.pips.clear();
  legDagtekening(dossier, dagtekening(Date(2025, 2, 11)), kToday);
  EXPECT_EQ(dossier.plicht.termijn->startdatum, Date(2025, 2, 2));
}

TEST(Toekenning, HoursReplaceTheMunicipalitysOwnOfThatKindAndKeepTheOtherTotals) {
  wi2021::Dossier dossier;
  const auto gemeente = [&](const Gemeentecode& wie, int aantal) {
    auto& uren = dossier.urenGemeente.emplace_back();
    uren.gemeentecode = wie;
    uren.soort = "ParticipatieTaalles";
    uren.aantalUren = aantal;
  };
  gemeente(kAmsterdam, 10);
  gemeente(kUtrecht, 20);
  auto& school = dossier.urenInstelling.emplace_back();
  school.gemeentecode = kAmsterdam;
  school.instellingsnummer = "0000010018";
  school.instellingsnaam = "Taalhuis De Brug";
  school.urenTaallesKnm = 5;
  school.urenGeoorloofdVerzuim = 2;
  Verzoek verzoek;
  verzoek.urenGemeente = {"ParticipatieTaalles", 40, Date(2026, 5, 31)};
  verzoek.urenInstelling = {"0000010018", Date(2026, 5, 31), 50, std::nullopt, std::nullopt};
  legUren(dossier, verzoek, kAmsterdam, kToday);
  ASSERT_EQ(dossier.urenGemeente.size(), 2U);
  EXPECT_EQ(dossier.urenGemeente[0].aantalUren, 40);
  EXPECT_EQ(dossier.urenGemeente[1].gemeentecode, kUtrecht);
  ASSERT_EQ(dossier.urenInstelling.size(), 1U);
  EXPECT_EQ(dossier.urenInstelling[0].urenTaallesKnm, 50);
  EXPECT_EQ(dossier.urenInstelling[0].urenGeoorloofdVerzuim, 2);
  EXPECT_EQ(dossier.urenInstelling[0].instellingsnaam, "Taalhuis De Brug");
}

}  // namespace
}  // namespace cvsgw::isi::loket
