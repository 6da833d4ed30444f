// MAP and PVT, rule by rule, on both sides of each boundary; each test runs for both.
#include "gateway/laws/wi2021/rules/afronding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/testing/afronding_proef.hpp"

namespace cvsgw::laws::wi2021::afrondingproef {
namespace {

using isi::wi2021::Map;
using isi::wi2021::Pvt;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Codes = std::vector<std::string>;

template <class Soort>
struct Velden;
template <>
struct Velden<Map> {
  static constexpr const char* kNaam = "map";
  static constexpr const char* kDatum = "map/datumEindgesprek";
  static std::optional<Map>& in(isi::wi2021::Dossier& dossier) { return dossier.map; }
  static std::optional<Date>& datum(Map& map) { return map.datumEindgesprek; }
};
template <>
struct Velden<Pvt> {
  static constexpr const char* kNaam = "pvt";
  static constexpr const char* kDatum = "pvt/datumOndertekening";
  static std::optional<Pvt>& in(isi::wi2021::Dossier& dossier) { return dossier.pvt; }
  static std::optional<Date>& datum(Pvt& pvt) { return pvt.datumOndertekening; }
};

const Date kGedaan(2026, 2, 10);

Afronding voldaan(Date dag = kGedaan, std::optional<std::string> verwijtbaarheid = {}) {
  return {true, dag, std::move(verwijtbaarheid)};
}
Afronding nietVoldaan(std::optional<std::string> verwijtbaarheid) {
  return {false, std::nullopt, std::move(verwijtbaarheid)};
}

template <class Soort>
class Afronden : public ::testing::Test {
 protected:
  using V = Velden<Soort>;
  isi::wi2021::Besluit voeg(const Afronding& invoer) {
    return proef.besluit([&](const auto& stand) { return voegAfrondingToe<Soort>(stand, invoer); });
  }
  isi::wi2021::Besluit wijzig(const Afronding& invoer) {
    return proef.besluit([&](const auto& stand) { return wijzigAfronding<Soort>(stand, invoer); });
  }
  isi::wi2021::Besluit verwijder() {
    return proef.besluit([](const auto& stand) { return verwijderAfronding<Soort>(stand); });
  }
  /// A registration stands, of `gemeente`.
  void staat(const Afronding& inhoud, const Gemeentecode& gemeente = kAmsterdam) {
    auto& soort = V::in(proef.dossier).emplace();
    soort.versie = "v1";
    soort.gemeentecode = gemeente;
    V::datum(soort) = inhoud.datum;
    soort.voldaan = inhoud.voldaan;
    soort.verwijtbaarheid = inhoud.verwijtbaarheid;
    soort.datumRegistratie = kGedaan.plusDays(1);
  }
  static std::string veld(const std::string& code, const std::string& naam) {
    return code + " " + V::kNaam + "/" + naam;
  }
  static std::string datum(const std::string& code) { return code + " " + V::kDatum; }

  Proef proef;
};

using Beide = ::testing::Types<Map, Pvt>;
TYPED_TEST_SUITE(Afronden, Beide);

TYPED_TEST(Afronden, CompletedInsideTheTermIsRegisteredAsGiven) {
  const auto besluit = this->voeg(voldaan());
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  auto nieuw = *besluit.dossier;
  auto& soort = *TestFixture::V::in(nieuw);
  EXPECT_EQ(soort.gemeentecode, kAmsterdam);
  EXPECT_EQ(TestFixture::V::datum(soort), kGedaan);
  EXPECT_TRUE(soort.voldaan);
  EXPECT_EQ(soort.datumRegistratie, this->proef.vandaag);
  isi::wi2021::Uitkomst uitkomst;
  besluit.toon(nieuw, uitkomst);
  EXPECT_NE(uitkomst.map.has_value(), uitkomst.pvt.has_value());
}

// W21-155, W21-156
TYPED_TEST(Afronden, TheDateIsThereExactlyWhenCompleted) {
  EXPECT_THAT(codes(this->voeg({true, std::nullopt, std::nullopt})), ElementsAre(this->datum("FS155")));
  this->proef.vandaag = kEinde;
  EXPECT_THAT(codes(this->voeg({false, kGedaan, "NietVerwijtbaar"})), ElementsAre(this->datum("FS156")));
  EXPECT_THAT(codes(this->voeg(nietVoldaan("NietVerwijtbaar"))), IsEmpty());
}

// W21-157
TYPED_TEST(Afronden, TodayIsNotTheFuture) {
  EXPECT_THAT(codes(this->voeg(voldaan(this->proef.vandaag))), IsEmpty());
  EXPECT_THAT(codes(this->voeg(voldaan(this->proef.vandaag.plusDays(1)))), ElementsAre(this->datum("FS157")));
}

// W21-158
TYPED_TEST(Afronden, TheFirstDayOfTheTermIsTheFirstThatCounts) {
  EXPECT_THAT(codes(this->voeg(voldaan(kStart))), IsEmpty());
  EXPECT_THAT(codes(this->voeg(voldaan(kStart.plusDays(-1)))), ElementsAre(this->datum("FS158")));
}

// W21-158: the plan that gives the term is not definitive yet.
TYPED_TEST(Afronden, WithoutATermThePlanTellsItsStartAndEnd) {
  this->proef.dossier.plicht.termijn.reset();
  EXPECT_THAT(codes(this->voeg(voldaan(kStart))), IsEmpty());
  EXPECT_THAT(codes(this->voeg(voldaan(kStart.plusDays(-1)))), ElementsAre(this->datum("FS158")));
  this->proef.vandaag = kEinde.plusDays(1);
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde))), IsEmpty());
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde.plusDays(1)))),
              ElementsAre(this->veld("FS162", "verwijtbaarheid")));
}

// W21-159
TYPED_TEST(Afronden, NeedsThePresentPlanOfThePresentMunicipality) {
  this->proef.dossier.pips.clear();
  EXPECT_THAT(codes(this->voeg(voldaan())), ElementsAre("FS159 " + std::string(TestFixture::V::kNaam)));
}

// W21-159: who moved in has the old municipality's plan only, until the new one passes on its own.
TYPED_TEST(Afronden, TheNewMunicipalityNeedsItsOwnPlan) {
  this->proef.gemeente = kUtrecht;
  this->proef.verhuist(Date(2026, 1, 15));
  EXPECT_THAT(codes(this->voeg(voldaan())), ElementsAre("FS159 " + std::string(TestFixture::V::kNaam)));
  Proef eigen;
  eigen.gemeente = kUtrecht;
  eigen.verhuist(Date(2026, 1, 15), Date(2026, 2, 1));
  this->proef = eigen;
  EXPECT_THAT(codes(this->voeg(voldaan())), IsEmpty());
}

// W21-005: rulings, "After a move": until 28 days after the new plan's dagtekening.
TYPED_TEST(Afronden, TheOldMunicipalityRegistersUntilFourWeeksAfterTheNewPlan) {
  const Date nieuwPip(2026, 3, 20);
  this->proef.verhuist(Date(2026, 3, 1), nieuwPip);
  this->proef.vandaag = nieuwPip.plusDays(28);
  EXPECT_THAT(codes(this->voeg(voldaan())), IsEmpty());
  this->proef.vandaag = nieuwPip.plusDays(29);
  EXPECT_THAT(codes(this->voeg(voldaan())), ElementsAre("FS105 bsn"));
}

// W21-159: a municipality that never had a plan has nothing to register on.
TYPED_TEST(Afronden, TheOldMunicipalityWithoutAPlanOfItsOwnRegistersNothing) {
  this->proef.dossier.pips.clear();
  this->proef.dossier.plicht.termijn.reset();
  this->proef.verhuist(Date(2026, 3, 1));
  EXPECT_THAT(codes(this->voeg(voldaan())), ElementsAre("FS159 " + std::string(TestFixture::V::kNaam)));
}

// W21-171
TYPED_TEST(Afronden, ADateAfterTheMoveIsPointedOut) {
  this->proef.verhuist(kGedaan);
  EXPECT_THAT(codes(this->voeg(voldaan(kGedaan))), IsEmpty());
  const auto besluit = this->voeg(voldaan(kGedaan.plusDays(1)));
  EXPECT_THAT(codes(besluit), ElementsAre(this->datum("AS171")));
  EXPECT_FALSE(wacht(besluit)) << "the manual asks nothing here";
  EXPECT_TRUE(besluit.dossier);
}

// W21-160
TEST(AfrondenMap, IsNoPartOfTheOnderwijsroute) {
  for (const auto& [route, verwacht] :
       {std::pair{"B", Codes{}}, std::pair{"Z", Codes{}}, std::pair{"O", Codes{"FS160 map"}}}) {
    Proef proef;
    proef.dossier.pips.front().leerroute = route;
    EXPECT_EQ(codes(proef.besluit([](const auto& stand) { return voegAfrondingToe<Map>(stand, voldaan()); })),
              verwacht)
        << route;
    EXPECT_THAT(
        codes(proef.besluit([](const auto& stand) { return voegAfrondingToe<Pvt>(stand, voldaan()); })),
        IsEmpty())
        << route;
  }
}

// W21-161, W21-162: the day it was done decides, not the day it is registered.
TYPED_TEST(Afronden, CulpabilityIsForWhatWasCompletedAfterTheTerm) {
  this->proef.vandaag = kEinde.plusDays(40);
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde))), IsEmpty());
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde, "NietVerwijtbaar"))),
              ElementsAre(this->veld("FS161", "verwijtbaarheid")));
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde.plusDays(1)))),
              ElementsAre(this->veld("FS162", "verwijtbaarheid")));
  EXPECT_THAT(codes(this->voeg(voldaan(kEinde.plusDays(1), "Verwijtbaar"))), IsEmpty());
}

// W21-163
TYPED_TEST(Afronden, NotCompletedIsPassedOnFromTwoMonthsBeforeTheEnd) {
  this->proef.vandaag = Date(2026, 11, 9);
  EXPECT_THAT(codes(this->voeg(nietVoldaan("NietVerwijtbaar"))), ElementsAre(this->veld("FS163", "voldaan")));
  this->proef.vandaag = Date(2026, 11, 10);
  EXPECT_THAT(codes(this->voeg(nietVoldaan("NietVerwijtbaar"))), IsEmpty());
}

// W21-164
TYPED_TEST(Afronden, UntilTheEndOnlyNotCulpable) {
  this->proef.vandaag = kEinde;
  EXPECT_THAT(codes(this->voeg(nietVoldaan("Verwijtbaar"))),
              ElementsAre(this->veld("FS164", "verwijtbaarheid")));
  this->proef.vandaag = kEinde.plusDays(1);
  EXPECT_THAT(codes(this->voeg(nietVoldaan("Verwijtbaar"))), IsEmpty());
}

// W21-165
TYPED_TEST(Afronden, NotCompletedSaysWhetherItIsCulpable) {
  this->proef.vandaag = kEinde.plusDays(1);
  EXPECT_THAT(codes(this->voeg(nietVoldaan({}))), ElementsAre(this->veld("FS165", "verwijtbaarheid")));
}

TYPED_TEST(Afronden, AllBrokenRulesComeAtOnceInTheManualsOrder) {
  this->proef.dossier.pips.clear();
  EXPECT_THAT(
      codes(this->voeg({false, this->proef.vandaag.plusDays(1), "Verwijtbaar"})),
      ElementsAre("FS159 " + std::string(TestFixture::V::kNaam), this->datum("FS156"), this->datum("FS157"),
                  this->veld("FS163", "voldaan"), this->veld("FS164", "verwijtbaarheid")));
}

// W21-166, ALG-032
TYPED_TEST(Afronden, ASecondRegistrationIsAChange) {
  this->staat(voldaan());
  EXPECT_THAT(codes(this->voeg(voldaan(kGedaan.plusDays(1)))), ElementsAre("FS166"));
  const auto herhaald = this->voeg(voldaan());
  EXPECT_THAT(codes(herhaald), ElementsAre("AS010"));
  EXPECT_FALSE(herhaald.dossier);
}

// W21-531: what the old municipality registered as not completed does not keep the new one from completing
// it.
TYPED_TEST(Afronden, TheNewMunicipalityReplacesOnlyWhatWasNotCompleted) {
  this->proef.verhuist(Date(2026, 11, 20), Date(2026, 12, 1));
  this->proef.vandaag = Date(2026, 12, 20);
  this->proef.gemeente = kUtrecht;
  this->staat(nietVoldaan("NietVerwijtbaar"));
  const auto overgenomen = this->voeg(voldaan(Date(2026, 12, 10)));
  EXPECT_THAT(codes(overgenomen), IsEmpty());
  ASSERT_TRUE(overgenomen.dossier);
  auto nieuw = *overgenomen.dossier;
  EXPECT_EQ(TestFixture::V::in(nieuw)->gemeentecode, kUtrecht);
  this->staat(voldaan());
  EXPECT_THAT(codes(this->voeg(voldaan(Date(2026, 12, 10)))), ElementsAre("FS166"));
}

// W21-167
TYPED_TEST(Afronden, WhatDoesNotStandCannotBeChangedOrDeleted) {
  EXPECT_THAT(codes(this->wijzig(voldaan())), ElementsAre("FS167"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS167"));
}

TYPED_TEST(Afronden, AChangeReplacesTheRegistration) {
  this->staat(voldaan());
  const auto besluit = this->wijzig(voldaan(kGedaan.plusDays(2)));
  EXPECT_THAT(codes(besluit), IsEmpty());
  ASSERT_TRUE(besluit.dossier);
  auto nieuw = *besluit.dossier;
  EXPECT_EQ(TestFixture::V::datum(*TestFixture::V::in(nieuw)), kGedaan.plusDays(2));
  EXPECT_EQ(TestFixture::V::in(nieuw)->datumRegistratie, this->proef.vandaag);
}

// ALG-032
TYPED_TEST(Afronden, AChangeThatChangesNothingSaysSo) {
  this->staat(voldaan());
  const auto besluit = this->wijzig(voldaan());
  EXPECT_THAT(codes(besluit), ElementsAre("AS010"));
  EXPECT_FALSE(besluit.dossier);
}

// ALG-031
TYPED_TEST(Afronden, AStaleVersionIsRefused) {
  this->staat(voldaan());
  this->proef.verwerking.verwachteVersie = "v0";
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), ElementsAre("FS010 verwerking/verwachteVersie"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS010 verwerking/verwachteVersie"));
  this->proef.verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), IsEmpty());
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
}

// W21-168
TYPED_TEST(Afronden, OnlyWhoRegisteredChangesAndDeletes) {
  this->proef.verhuist(Date(2026, 2, 15), Date(2026, 2, 20));
  this->staat(voldaan());
  this->proef.gemeente = kUtrecht;
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), ElementsAre("FS168"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS168"));
  this->proef.gemeente = kAmsterdam;
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), IsEmpty());
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
}

// W21-169: any other end leaves four weeks to change.
TYPED_TEST(Afronden, NothingChangesAfterTheDiploma) {
  this->staat(voldaan());
  auto& plicht = this->proef.dossier.plicht;
  plicht.einddatum = this->proef.vandaag;
  plicht.redenBeeindiging = "DiplomaBehaald";
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), ElementsAre("FS169"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS169"));
  plicht.redenBeeindiging = "VolledigeOntheffing";
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), IsEmpty());
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
}

// W21-170
TYPED_TEST(Afronden, AFinalTalkKeepsWhatItStandsOn) {
  this->staat(voldaan());
  this->proef.dossier.eindgesprek =
      isi::wi2021::Eindgesprek{{}, kAmsterdam, kGedaan.plusDays(5), std::nullopt, kGedaan.plusDays(6)};
  EXPECT_THAT(codes(this->wijzig(voldaan(kGedaan.plusDays(5)))), IsEmpty());
  EXPECT_THAT(codes(this->wijzig(voldaan(kGedaan.plusDays(6)))), ElementsAre("FS170"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS170"));
}

// W21-005, W21-006: changing counts from the new plan's dagtekening, deleting from its registration.
TYPED_TEST(Afronden, AfterAMoveChangingEndsBeforeDeleting) {
  const Date nieuwPip(2026, 3, 20);
  this->staat(voldaan());
  this->proef.verhuist(Date(2026, 3, 1), nieuwPip);
  this->proef.vandaag = nieuwPip.plusDays(28);
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), IsEmpty());
  this->proef.vandaag = nieuwPip.plusDays(29);
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), ElementsAre("FS105 bsn"));
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
  this->proef.vandaag = nieuwPip.plusDays(3 + 28);
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
}

// W21-006
TYPED_TEST(Afronden, DeletingEndsFourWeeksAfterTheNewPlansRegistration) {
  const Date nieuwPip(2026, 3, 20);
  this->staat(voldaan());
  this->proef.verhuist(Date(2026, 3, 1), nieuwPip);
  // Registered before its dagtekening, so that the person is still in sight when deleting has ended.
  this->proef.dossier.pips.front().datumRegistratie = nieuwPip.plusDays(-2);
  this->proef.vandaag = nieuwPip.plusDays(26);
  EXPECT_THAT(codes(this->verwijder()), IsEmpty());
  this->proef.vandaag = nieuwPip.plusDays(27);
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS106 bsn"));
}

// W21-004
TYPED_TEST(Afronden, TheDeceasedAreReadOnly) {
  this->staat(voldaan());
  this->proef.dossier.personalia.datumOverlijden = this->proef.vandaag.plusDays(-3);
  EXPECT_THAT(codes(this->wijzig(voldaan(kStart))), ElementsAre("FS104 bsn"));
  EXPECT_THAT(codes(this->verwijder()), ElementsAre("FS104 bsn"));
}

TYPED_TEST(Afronden, DeletingLeavesNothing) {
  this->staat(voldaan());
  const auto besluit = this->verwijder();
  ASSERT_TRUE(besluit.dossier);
  auto nieuw = *besluit.dossier;
  EXPECT_FALSE(TestFixture::V::in(nieuw));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::afrondingproef
