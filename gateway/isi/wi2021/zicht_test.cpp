#include "gateway/isi/wi2021/zicht.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

const Gemeentecode kBreda = *Gemeentecode::parse("0758");
const Date kVaststelling(2025, 3, 1);

Dossier inhabitant() {
  Dossier dossier;
  dossier.plicht.datumVaststelling = kVaststelling;
  dossier.verblijven = {{kAmsterdam, "Ingezetene", kVaststelling, std::nullopt, std::nullopt}};
  return dossier;
}

/// Lived in Amsterdam, moved to Utrecht on 1 May 2026.
Dossier mover() {
  Dossier dossier = inhabitant();
  const Date move(2026, 5, 1);
  dossier.verblijven = {{kUtrecht, "Ingezetene", move, std::nullopt, std::nullopt},
                        {kAmsterdam, "Ingezetene", kVaststelling, move, "AndereGemeente"}};
  return dossier;
}

Pip planOf(const Gemeentecode& gemeente, Date dagtekening, Date registratie) {
  Pip pip;
  pip.gemeentecode = gemeente;
  pip.datumDagtekening = pip.datumDagtekeningInitieel = dagtekening;
  pip.datumRegistratie = pip.datumRegistratieInitieel = registratie;
  pip.leerroute = "B";
  return pip;
}

TEST(Wi2021Zicht, TheMunicipalityWhereSomeoneLivesSeesHimAndNoOther) {
  const auto zicht = zichtVan(inhabitant(), kAmsterdam, Date(2026, 1, 1));
  ASSERT_TRUE(zicht);
  EXPECT_EQ(zicht->soort, "Woonachtig");
  EXPECT_FALSE(zicht->inzageTotEnMet);
  EXPECT_TRUE(zicht->magWijzigen(Date(2026, 1, 1)));
  EXPECT_FALSE(zichtVan(inhabitant(), kUtrecht, Date(2026, 1, 1)));
}

TEST(Wi2021Zicht, ALinkThroughCoaGivesSightFromItsFirstDay) {
  Dossier dossier = inhabitant();
  dossier.verblijven[0].soort = "CoaGekoppeld";
  EXPECT_EQ(zichtVan(dossier, kAmsterdam, kVaststelling)->soort, "CoaGekoppeld");
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, kVaststelling.plusDays(-1)));
}

TEST(Wi2021Zicht, WithoutANewPlanTheOldMunicipalityKeepsAccess) {
  const auto zicht = zichtVan(mover(), kAmsterdam, Date(2028, 5, 1));
  ASSERT_TRUE(zicht);
  EXPECT_EQ(zicht->soort, "Vertrokken");
  EXPECT_TRUE(zicht->vertrokken);
  EXPECT_EQ(zicht->vertrek, "AndereGemeente");
  EXPECT_EQ(zicht->datumVertrek, Date(2026, 5, 1));
  EXPECT_TRUE(zicht->magWijzigen(Date(2028, 5, 1)));
  EXPECT_FALSE(zicht->inzageTotEnMet);
}

TEST(Wi2021Zicht, TheOldMunicipalityReadsAndChangesUntilDay28AfterTheNewPlansDagtekening) {
  Dossier dossier = mover();
  dossier.pips = {planOf(kUtrecht, Date(2026, 6, 1), Date(2026, 6, 1))};
  EXPECT_TRUE(zichtVan(dossier, kAmsterdam, Date(2026, 6, 29))->magWijzigen(Date(2026, 6, 29)));
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, Date(2026, 6, 30)));
  EXPECT_TRUE(zichtVan(dossier, kUtrecht, Date(2026, 6, 30)));
}

TEST(Wi2021Zicht, WhileDeletingIsOpenThePersonStaysVisibleButNotChangeable) {
  Dossier dossier = mover();
  dossier.pips = {planOf(kUtrecht, Date(2026, 5, 10), Date(2026, 6, 1))};
  const Date changeUntil(2026, 6, 7);
  const Date deleteUntil(2026, 6, 29);
  EXPECT_TRUE(zichtVan(dossier, kAmsterdam, changeUntil)->magWijzigen(changeUntil));
  const auto after = zichtVan(dossier, kAmsterdam, changeUntil.plusDays(1));
  ASSERT_TRUE(after);
  EXPECT_FALSE(after->magWijzigen(changeUntil.plusDays(1)));
  EXPECT_EQ(after->verwijderbaarTotEnMet, deleteUntil);
  EXPECT_EQ(after->inzageTotEnMet, deleteUntil);
  EXPECT_TRUE(zichtVan(dossier, kAmsterdam, deleteUntil));
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, deleteUntil.plusDays(1)));
}

TEST(Wi2021Zicht, ALaterChangeOfTheNewPlanDoesNotReopenTheWindow) {
  Dossier dossier = mover();
  dossier.pips = {planOf(kUtrecht, Date(2026, 9, 1), Date(2026, 9, 1)),
                  planOf(kUtrecht, Date(2026, 6, 1), Date(2026, 6, 1))};
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, Date(2026, 9, 2)));
}

TEST(Wi2021Zicht, TheOldMunicipalitysOwnPlanAndEarlierOnesStartNoWindow) {
  Dossier dossier = mover();
  dossier.pips = {planOf(kAmsterdam, Date(2026, 5, 4), Date(2026, 5, 4)),
                  planOf(kBreda, Date(2025, 4, 1), Date(2025, 4, 1))};
  EXPECT_TRUE(zichtVan(dossier, kAmsterdam, Date(2027, 1, 1)));
}

TEST(Wi2021Zicht, WhoComesBackIsAnInhabitantAgain) {
  Dossier dossier = mover();
  dossier.pips = {planOf(kUtrecht, Date(2026, 6, 1), Date(2026, 6, 1))};
  dossier.verblijven[0].tot = Date(2026, 8, 1);
  dossier.verblijven.insert(dossier.verblijven.begin(),
                            {kAmsterdam, "Ingezetene", Date(2026, 8, 1), std::nullopt, std::nullopt});
  EXPECT_EQ(zichtVan(dossier, kAmsterdam, Date(2026, 8, 1))->soort, "Woonachtig");
  EXPECT_EQ(zichtVan(dossier, kUtrecht, Date(2026, 8, 1))->soort, "Vertrokken");
}

TEST(Wi2021Zicht, AfterTheEndOfTheObligationUntilDay28) {
  Dossier dossier = inhabitant();
  dossier.plicht.einddatum = Date(2026, 2, 1);
  dossier.plicht.redenBeeindiging = "DiplomaBehaald";
  const auto last = zichtVan(dossier, kAmsterdam, Date(2026, 3, 1));
  ASSERT_TRUE(last);
  EXPECT_EQ(last->soort, "PlichtBeeindigd");
  EXPECT_TRUE(last->magWijzigen(Date(2026, 3, 1)));
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, Date(2026, 3, 2)));
}

TEST(Wi2021Zicht, ATemporaryExemptionLeavesAccessOpen) {
  Dossier dossier = inhabitant();
  dossier.plicht.inburgeringsplichtig = false;
  dossier.plicht.einddatum = Date(2026, 2, 1);
  dossier.plicht.redenBeeindiging = "TijdelijkeVrijstelling";
  const auto zicht = zichtVan(dossier, kAmsterdam, Date(2027, 2, 1));
  ASSERT_TRUE(zicht);
  EXPECT_EQ(zicht->soort, "Woonachtig");
}

TEST(Wi2021Zicht, TheDeceasedAreReadOnlyUntilDay28) {
  Dossier dossier = inhabitant();
  dossier.personalia.datumOverlijden = Date(2026, 2, 1);
  dossier.plicht.einddatum = Date(2026, 2, 1);
  dossier.plicht.redenBeeindiging = "Overlijden";
  const auto zicht = zichtVan(dossier, kAmsterdam, Date(2026, 3, 1));
  ASSERT_TRUE(zicht);
  EXPECT_EQ(zicht->soort, "Overleden");
  EXPECT_FALSE(zicht->magWijzigen(Date(2026, 3, 1)));
  EXPECT_FALSE(zichtVan(dossier, kAmsterdam, Date(2026, 3, 2)));
}

TEST(Wi2021Zicht, EveryMunicipalityAppearsOnce) {
  Dossier dossier = mover();
  dossier.verblijven.push_back({kAmsterdam, "CoaGekoppeld", Date(2025, 1, 1), kVaststelling, std::nullopt});
  const auto all = zichten(dossier, Date(2026, 5, 2));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].gemeente, kUtrecht);
  EXPECT_EQ(all[1].gemeente, kAmsterdam);
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
