#include "adapters/store/wi2013/store.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::store {
namespace {

namespace wi2013 = isi::wi2013;

class Wi2013StoreTest : public ::testing::Test {
 protected:
  void save(const wi2013::Dossier& dossier, Date day = kToday) {
    Database::Writing writer(*database);
    saveWi2013(*writer, dossier, day);
    writer.commit();
  }
  std::vector<std::string> found(const wi2013::PersoonCriteria& criteria,
                                 const wi2013::PersoonSortering& sortering = {}) {
    std::vector<std::string> names;
    const auto page = store->zoekPersonen(groningen, criteria, {}, sortering);
    EXPECT_TRUE(page);
    for (const auto& rij : page->rijen) names.push_back(rij.achternaam);
    EXPECT_EQ(page->totaal, static_cast<std::int64_t>(names.size()));
    return names;
  }
  // Three residents: Berhane (running), Çelik (fulfilled, may be invoiced), Haddad (invoiced).
  void saveThree() {
    wi2013::Dossier dossier = wi2013::testDossier();
    dossier.lening = false;
    dossier.pvt.datumStartDeelname = Date(2026, 6, 1);
    dossier.pvt.datumEindeDeelname = Date(2026, 6, 20);
    save(dossier);
    dossier = wi2013::testDossier();
    dossier.bsn = *Bsn::parse("999992971");
    dossier.voornamen = "Ayşe";
    dossier.achternaam = "Çelik";
    dossier.geboortedatum.reset();
    dossier.pvt.datumVoldaan = Date(2026, 10, 1);
    dossier.maatschappelijkeBegeleiding.recht = true;
    save(dossier);
    dossier.bsn = *Bsn::parse("999990408");
    dossier.achternaam = "Haddad";
    dossier.pvt.pvtPlichtig = false;
    dossier.pvt.datumStartPvtPlicht = Date(2025, 1, 1);
    dossier.pvt.datumEindePvtPlicht = Date(2025, 12, 31);
    dossier.maatschappelijkeBegeleiding.recht = false;
    wi2013::Factuur factuur;
    factuur.factuurnummer = "PVT1";
    factuur.factuurdatum = Date(2026, 10, 5);
    factuur.bedrag = {15000};
    dossier.facturen = {factuur};
    save(dossier);
  }

  TempDatabase database;
  std::unique_ptr<Wi2013Store> store = std::make_unique<Wi2013Store>(*database);
  isi::Namens groningen{kGroningen, Rollen().add(Rol::Wi2013MUT), kToday};
  isi::Namens almere{kAlmere, Rollen().add(Rol::Wi2013MUT), kToday};
};

using Names = std::vector<std::string>;

TEST_F(Wi2013StoreTest, EveryCriterionNarrows) {
  saveThree();
  EXPECT_EQ(found({}), (Names{"Haddad", "Çelik", "Berhane"})) << "in the order of the bsn";
  EXPECT_EQ(found({.bsn = Bsn::parse("999993653")}), Names{"Berhane"});
  EXPECT_EQ(found({.pvtPlichtig = false}), Names{"Haddad"});
  EXPECT_EQ(found({.voldaanAanPvtPlicht = false}), Names{"Berhane"});
  EXPECT_EQ(found({.rechtOpMaatschappelijkeBegeleiding = true}), Names{"Çelik"});
  EXPECT_EQ(found({.rechtOpMaatschappelijkeBegeleiding = false}), Names{"Haddad"})
      << "undetermined is not no";
  EXPECT_EQ(found({.datumStartPvtPlicht = Date(2026, 3, 1)}), (Names{"Çelik", "Berhane"}));
  EXPECT_EQ(found({.datumStartPvtPlicht = Date(2026, 3, 2)}), Names{});
  EXPECT_EQ(found({.datumEindePvtPlicht = Date(2025, 12, 31)}), Names{"Haddad"});
  EXPECT_EQ(found({.datumEindePvtPlicht = Date(2025, 12, 30)}), Names{});
  EXPECT_EQ(found({.datumStartDeelname = Date(2026, 6, 1), .datumEindeDeelname = Date(2026, 6, 20)}),
            Names{"Berhane"});
  EXPECT_EQ(found({.datumStartDeelname = Date(2026, 6, 2)}), Names{});
  EXPECT_EQ(found({.datumEindeDeelname = Date(2026, 6, 19)}), Names{});
}

// W13-012
TEST_F(Wi2013StoreTest, InvoicesAreFoundByWhatCanBeDone) {
  saveThree();
  EXPECT_EQ(found({.factuurAanwezig = wi2013::FactuurZoek::ja}), Names{"Haddad"});
  EXPECT_EQ(found({.factuurAanwezig = wi2013::FactuurZoek::nee}), Names{"Çelik"});
  EXPECT_EQ(found({.factuurAanwezig = wi2013::FactuurZoek::nvt}), Names{"Berhane"});
  save(wi2013::testDossier());  // now with a loan, and not fulfilled
  EXPECT_EQ(found({.factuurAanwezig = wi2013::FactuurZoek::nvt}), Names{});
  EXPECT_EQ(found({.factuurAanwezig = wi2013::FactuurZoek::nee}), Names{"Çelik"})
      << "the column says Nee, but none can be sent";
}

TEST_F(Wi2013StoreTest, EveryColumnSortsBothWaysInATotalOrder) {
  saveThree();
  using wi2013::PersoonKolom;
  for (int i = 0; i <= static_cast<int>(PersoonKolom::signaalAanwezig); ++i) {
    const auto kolom = static_cast<PersoonKolom>(i);
    auto up = found({}, {kolom, isi::Richting::oplopend});
    const auto down = found({}, {kolom, isi::Richting::aflopend});
    std::ranges::reverse(up);
    EXPECT_EQ(up, down) << i;
  }
  EXPECT_EQ(found({}, {PersoonKolom::achternaam, isi::Richting::oplopend}),
            (Names{"Berhane", "Çelik", "Haddad"}))
      << "diacritics do not count";
  EXPECT_EQ(found({}, {PersoonKolom::factuurAanwezig, isi::Richting::oplopend}),
            (Names{"Haddad", "Berhane", "Çelik"}));
}

// W13-011
TEST_F(Wi2013StoreTest, PagesAreCutFromTheOrder) {
  saveThree();
  const auto second = store->zoekPersonen(groningen, {}, {2, 2}, {});
  EXPECT_EQ(second->totaal, 3);
  EXPECT_EQ(second->aantalPaginas, 2);
  ASSERT_EQ(second->rijen.size(), 1U);
  EXPECT_EQ(second->rijen[0].achternaam, "Berhane");
  EXPECT_TRUE(store->zoekPersonen(groningen, {}, {3, 2}, {})->rijen.empty());
}

TEST_F(Wi2013StoreTest, AfterAMoveBothSeeThePersonAndTheResidenceTellsThemApart) {
  wi2013::Dossier dossier = wi2013::testDossier();
  dossier.verblijven[0].totEnMet = kToday.plusDays(-1);
  dossier.verblijven.push_back({kAlmere, kToday, std::nullopt});
  save(dossier);
  EXPECT_EQ(found({.verblijf = wi2013::Verblijf::voormaligWoonachtig}), Names{"Berhane"});
  EXPECT_EQ(found({.verblijf = wi2013::Verblijf::woonachtig}), Names{});
  const auto old = store->raadpleegPersoon(groningen, dossier.bsn);
  const auto now = store->raadpleegPersoon(almere, dossier.bsn);
  ASSERT_TRUE(old && *old && now && *now);
  EXPECT_EQ((*old)->verblijf, "VoormaligWoonachtig");
  EXPECT_FALSE((*old)->persoonsgegevens.wijzigenMogelijk);
  EXPECT_EQ((*now)->verblijf, "Woonachtig");
  EXPECT_TRUE((*now)->persoonsgegevens.wijzigenMogelijk);
  EXPECT_NE((*old)->persoonId, (*now)->persoonId);
}

TEST_F(Wi2013StoreTest, OfAnotherMunicipalityAndUnknownAreTheSameAnswer) {
  save(wi2013::testDossier());
  const auto other = store->raadpleegPersoon(almere, *Bsn::parse("999993653"));
  const auto unknown = store->raadpleegPersoon(almere, *Bsn::parse("999998523"));
  ASSERT_TRUE(other && unknown);
  EXPECT_FALSE(*other);
  EXPECT_FALSE(*unknown);
}

// W13-010
TEST_F(Wi2013StoreTest, WhoLeftTheBrpIsReadButNotListed) {
  wi2013::Dossier dossier = wi2013::testDossier();
  dossier.datumUitschrijving = kToday;
  save(dossier);
  EXPECT_EQ(found({}), Names{});
  EXPECT_TRUE(store->raadpleegPersoon(groningen, dossier.bsn)->has_value());
}

TEST_F(Wi2013StoreTest, TheDeceasedDisappearAfterTheTwentyEighthDayAndTheFeedSaysSo) {
  wi2013::Dossier dossier = wi2013::testDossier();
  dossier.datumOverlijden = kToday.plusDays(-28);
  save(dossier);
  processDays(*database, kToday);
  EXPECT_TRUE(store->raadpleegPersoon(groningen, dossier.bsn)->has_value());
  const auto before = store->haalPersonen(groningen, 0, 10);
  ASSERT_EQ(before->ingangen.size(), 1U);
  EXPECT_FALSE(before->ingangen[0].vervallen);
  processDays(*database, kToday.plusDays(1));
  EXPECT_FALSE(store->raadpleegPersoon(groningen, dossier.bsn)->has_value());
  const auto after = store->haalPersonen(groningen, before->laatsteVolgnummer, 10);
  ASSERT_EQ(after->ingangen.size(), 1U);
  EXPECT_TRUE(after->ingangen[0].vervallen);
  EXPECT_EQ(after->ingangen[0].persoonId, before->ingangen[0].persoonId);
  EXPECT_FALSE(after->ingangen[0].bsn);
}

TEST_F(Wi2013StoreTest, SignalsShowInTheRowAndAreCountedOnTheScreen) {
  save(wi2013::testDossier());
  EXPECT_FALSE(store->zoekPersonen(groningen, {}, {}, {})->rijen[0].signaalAanwezig);
  {
    Database::Writing writer(*database);
    NewSignaal signaal;
    signaal.gemeente = kGroningen;
    signaal.bsn = *Bsn::parse("999993653");
    signaal.code = "SS601";
    signaal.datum = kToday;
    placeSignaal(*writer, Wet::wi2013, signaal);
    writer.commit();
  }
  EXPECT_TRUE(store->zoekPersonen(groningen, {}, {}, {})->rijen[0].signaalAanwezig);
  EXPECT_EQ((*store->raadpleegPersoon(groningen, *Bsn::parse("999993653")))->signalen.nieuw, 1);
}

TEST_F(Wi2013StoreTest, AVersionChangesWithItsOwnBlockAndNothingElse) {
  wi2013::Dossier dossier = wi2013::testDossier();
  wi2013::Factuur factuur;
  factuur.factuurnummer = "PVT1";
  factuur.factuurdatum = kToday;
  dossier.facturen = {factuur};
  const auto versions = [&] {
    save(dossier);
    const auto persoon = *store->raadpleegPersoon(groningen, dossier.bsn);
    return std::pair(persoon->persoonsgegevens.pvt.versie, persoon->factuur.ingediendeFactuur->versie);
  };
  const auto first = versions();
  dossier.achternaam = "Berhane Tesfay";
  EXPECT_EQ(versions(), first);
  dossier.pvt.datumStartDeelname = kToday;
  const auto second = versions();
  EXPECT_NE(second.first, first.first);
  EXPECT_EQ(second.second, first.second);
  dossier.facturen[0].debiteurnummer = "D1";
  const auto third = versions();
  EXPECT_EQ(third.first, second.first);
  EXPECT_NE(third.second, second.second);
}

TEST_F(Wi2013StoreTest, TheFeedGivesEachPersonOnceAtItsLatestChange) {
  saveThree();
  wi2013::Dossier dossier = wi2013::testDossier();
  const auto first = store->haalPersonen(groningen, 0, 2);
  EXPECT_TRUE(first->meerBeschikbaar);
  EXPECT_EQ(first->ingangen.size(), 2U);
  dossier.achternaam = "Berhane Tesfay";
  save(dossier);
  const auto rest = store->haalPersonen(groningen, first->laatsteVolgnummer, 10);
  EXPECT_FALSE(rest->meerBeschikbaar);
  ASSERT_EQ(rest->ingangen.size(), 2U);
  EXPECT_EQ(rest->ingangen[1].achternaam, "Berhane Tesfay");
  EXPECT_EQ(store->haalPersonen(groningen, rest->laatsteVolgnummer, 10)->laatsteVolgnummer,
            rest->laatsteVolgnummer);
}

}  // namespace
}  // namespace cvsgw::store
