// The Wi2007 on SQL: who finds whom, what the screen holds, and what the feeds tell.
#include "adapters/store/wi2007/store.hpp"

#include <gtest/gtest.h>

#include "adapters/store/algemeen.hpp"
#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/dossiers.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::store {
namespace {

namespace wi2007 = isi::wi2007;
using wi2007::PersonenCriteria;

const Gemeentecode kVeendam = *Gemeentecode::parse("0047");
constexpr const char* kXimena = "999993653";
constexpr const char* kSerife = "999992971";
constexpr const char* kReza = "999990408";

wi2007::Dossier dossierOf(const char* bsn, const char* aNummer, const char* achternaam) {
  wi2007::Dossier dossier;
  dossier.bsn = *Bsn::parse(bsn);
  dossier.aNummer = aNummer;
  dossier.achternaam = achternaam;
  dossier.geboortedatum = Date(1967, 4, 4);
  dossier.gegevens.geslacht = "Vrouw";
  dossier.gegevens.nationaliteit1 = "Mexicaanse";
  dossier.verblijf = {{kGroningen, Date(2008, 5, 1), std::nullopt}};
  return dossier;
}

class Wi2007StoreTest : public ::testing::Test {
 protected:
  void save(const wi2007::Dossier& dossier, Date day = kToday) {
    Database::Writing writer(*database);
    saveWi2007(*writer, dossier, day);
    writer.commit();
  }
  void placeSignal(const wi2007::Dossier& dossier, const std::string& code) {
    Database::Writing writer(*database);
    NewSignaal signaal;
    signaal.gemeente = kGroningen;
    signaal.bsn = dossier.bsn;
    signaal.aNummer = dossier.aNummer;
    signaal.achternaam = dossier.achternaam;
    signaal.code = code;
    signaal.datum = kToday;
    placeSignaal(*writer, Wet::wi2007, signaal);
    writer.commit();
  }
  isi::Namens from(const Gemeentecode& gemeente, Date day = kToday) {
    return {gemeente, Rollen().add(Rol::Wi2007), day};
  }
  std::vector<std::string> found(const PersonenCriteria& criteria, const isi::Namens& namens) {
    const auto page = store.zoekPersonen(namens, criteria, {});
    std::vector<std::string> out;
    if (!page) return {"fault"};
    EXPECT_EQ(page->totaal, static_cast<std::int64_t>(page->rijen.size()));
    for (const auto& rij : page->rijen) out.push_back(rij.bsn.value());
    return out;
  }
  std::vector<std::string> found(const PersonenCriteria& criteria) {
    return found(criteria, from(kGroningen));
  }
  static PersonenCriteria byBsn(const char* bsn) {
    PersonenCriteria criteria;
    criteria.bsn = Bsn::parse(bsn);
    return criteria;
  }
  static PersonenCriteria women() {
    PersonenCriteria criteria;
    criteria.geslacht = "Vrouw";
    return criteria;
  }

  using Bsns = std::vector<std::string>;
  TempDatabase database;
  Wi2007Store store{*database};
  wi2007::Dossier ximena = dossierOf(kXimena, "1231231234", "Oviedo Núñez");
  wi2007::Dossier serife = dossierOf(kSerife, "1745105604", "Aydın");
};

TEST_F(Wi2007StoreTest, AResidentIsFoundByBsnFromHisMunicipalityOnly) {
  save(ximena);
  EXPECT_EQ(found(byBsn(kXimena)), Bsns{kXimena});
  EXPECT_TRUE(found(byBsn(kXimena), from(kAlmere)).empty());
}

// W07-006
TEST_F(Wi2007StoreTest, BothNumbersHaveToFit) {
  save(ximena);
  save(serife);
  PersonenCriteria criteria;
  criteria.aNummer = "1745105604";
  EXPECT_EQ(found(criteria), Bsns{kSerife});
  criteria.bsn = Bsn::parse(kXimena);
  EXPECT_TRUE(found(criteria).empty());
}

// W07-004
TEST_F(Wi2007StoreTest, OneDateOfBirthIsThatDayAndTwoAreAPeriod) {
  save(ximena);
  serife.geboortedatum = Date(1968, 11, 23);
  save(serife);
  PersonenCriteria criteria;
  criteria.geboortedatumVanaf = Date(1967, 4, 4);
  EXPECT_EQ(found(criteria), Bsns{kXimena});
  criteria.geboortedatumTotEnMet = Date(1968, 11, 23);
  EXPECT_EQ(found(criteria), (Bsns{kSerife, kXimena}));
  criteria.geboortedatumTotEnMet = Date(1968, 11, 22);
  EXPECT_EQ(found(criteria), Bsns{kXimena});
  criteria.geboortedatumVanaf.reset();
  EXPECT_TRUE(found(criteria).empty()) << "the last day alone is that very day";
}

// W07-005
TEST_F(Wi2007StoreTest, NationalityIsTheFirstOneWithoutRegardOfCaseAndDiacritics) {
  ximena.gegevens.nationaliteit1 = "Oekraïense";
  ximena.gegevens.nationaliteit2 = "Mexicaanse";
  save(ximena);
  PersonenCriteria criteria;
  criteria.nationaliteit = "OEKRAIENSE";
  EXPECT_EQ(found(criteria), Bsns{kXimena});
  criteria.nationaliteit = "Mexicaanse";
  EXPECT_TRUE(found(criteria).empty());
}

TEST_F(Wi2007StoreTest, FormerResidentsAreFoundByTheirOldMunicipality) {
  serife.verblijf = {{kGroningen, Date(2008, 5, 1), Date(2015, 1, 31)},
                     {kAlmere, Date(2015, 2, 1), std::nullopt}};
  save(ximena);
  save(serife);
  auto criteria = women();
  EXPECT_EQ(found(criteria), (Bsns{kSerife, kXimena}));
  criteria.verblijf = wi2007::verblijfssoort::kGewezen;
  EXPECT_EQ(found(criteria), Bsns{kSerife});
  criteria.verblijf = wi2007::verblijfssoort::kWoonachtig;
  EXPECT_EQ(found(criteria), Bsns{kXimena});
  EXPECT_EQ(found(criteria, from(kAlmere)), Bsns{kSerife});
}

TEST_F(Wi2007StoreTest, IsiActiefAndDefinitiefDivideThePersons) {
  serife.positie = wi2007::posities::kBuitenWerking;
  save(ximena);
  save(serife);
  auto criteria = women();
  criteria.herkomst = "Actief";
  EXPECT_EQ(found(criteria), Bsns{kXimena});
  criteria.herkomst = "Definitief";
  EXPECT_EQ(found(criteria), Bsns{kSerife});
}

TEST_F(Wi2007StoreTest, AYearAbroadIsCrossedByTimeAloneAndMovesThePersonInTheFeed) {
  ximena.gegevens.datumVertrekUitNederland = kToday.plusYears(-1);
  processDays(*database, kToday);
  save(ximena);
  auto criteria = women();
  criteria.herkomst = "Definitief";
  EXPECT_TRUE(found(criteria).empty());
  const auto before = store.haalPersonen(from(kGroningen), 0, 10);
  ASSERT_TRUE(before);
  ASSERT_EQ(before->ingangen.size(), 1U);
  EXPECT_EQ(before->ingangen[0].herkomst, "Actief");

  const Date tomorrow = kToday.plusDays(1);
  processDays(*database, tomorrow);
  EXPECT_EQ(found(criteria, from(kGroningen, tomorrow)), Bsns{kXimena});
  const auto after = store.haalPersonen(from(kGroningen, tomorrow), before->laatsteVolgnummer, 10);
  ASSERT_EQ(after->ingangen.size(), 1U);
  EXPECT_EQ(after->ingangen[0].herkomst, "Definitief");
}

TEST_F(Wi2007StoreTest, PagesAreInTheOrderOfTheBsnAndPastTheEndIsEmpty) {
  save(ximena);
  save(serife);
  save(dossierOf(kReza, "6139365949", "Rahimi"));
  const auto second = store.zoekPersonen(from(kGroningen), women(), {2, 2});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->totaal, 3);
  EXPECT_EQ(second->aantalPaginas, 2);
  ASSERT_EQ(second->rijen.size(), 1U);
  EXPECT_EQ(second->rijen[0].bsn.value(), kXimena);
  const auto third = store.zoekPersonen(from(kGroningen), women(), {3, 2});
  EXPECT_TRUE(third->rijen.empty());
  EXPECT_EQ(third->aantalPaginas, 2);
}

TEST_F(Wi2007StoreTest, ARowSaysWhetherThereIsASignal) {
  save(ximena);
  EXPECT_FALSE(store.zoekPersonen(from(kGroningen), women(), {})->rijen[0].signaalAanwezig);
  placeSignal(ximena, "SS001");
  EXPECT_TRUE(store.zoekPersonen(from(kGroningen), women(), {})->rijen[0].signaalAanwezig);
}

TEST_F(Wi2007StoreTest, TheScreenIsReadByEitherNumberAndCountsSignals) {
  ximena.boetes = {{Date(2012, 10, 8), "Niet verschenen", Bedrag{25000}, std::nullopt}};
  save(ximena);
  placeSignal(ximena, "SS001");
  PersonenCriteria byANummer;
  byANummer.aNummer = "1231231234";
  for (const auto& criteria : {byBsn(kXimena), byANummer}) {
    const auto persoon = store.raadpleegPersoon(from(kGroningen), criteria);
    ASSERT_TRUE(persoon);
    ASSERT_TRUE(*persoon);
    EXPECT_EQ((*persoon)->achternaam, "Oviedo Núñez");
    EXPECT_EQ((*persoon)->verblijf, "WoonachtigInGemeente");
    EXPECT_EQ((*persoon)->signalen.nieuw, 1);
    ASSERT_EQ((*persoon)->boetes.size(), 1U);
    EXPECT_EQ((*persoon)->boetes[0].bedrag, Bedrag{25000});
    EXPECT_FALSE((*persoon)->persoonId.empty());
  }
}

TEST_F(Wi2007StoreTest, NobodyAndSomebodyElsesPersonAreTheSameAnswer) {
  save(ximena);
  const auto nobody = store.raadpleegPersoon(from(kGroningen), byBsn(kReza));
  const auto elsewhere = store.raadpleegPersoon(from(kAlmere), byBsn(kXimena));
  ASSERT_TRUE(nobody);
  ASSERT_TRUE(elsewhere);
  EXPECT_FALSE(*nobody);
  EXPECT_FALSE(*elsewhere);
}

TEST_F(Wi2007StoreTest, ThePersonIdIsThatOfTheRowAndTheFeed) {
  save(ximena);
  const auto row = store.zoekPersonen(from(kGroningen), women(), {})->rijen.at(0).persoonId;
  EXPECT_EQ(store.raadpleegPersoon(from(kGroningen), byBsn(kXimena))->value().persoonId, row);
  EXPECT_EQ(store.haalPersonen(from(kGroningen), 0, 10)->ingangen.at(0).persoonId, row);
}

TEST_F(Wi2007StoreTest, TheDeceasedKeepARowInDefinitiefUntilCleanedUpButNoScreen) {
  ximena.datumOverlijden = kToday.plusDays(-wi2007::kDagenTotSchonen);
  processDays(*database, kToday);
  save(ximena);
  const auto page = store.zoekPersonen(from(kGroningen), byBsn(kXimena), {});
  ASSERT_EQ(page->rijen.size(), 1U);
  EXPECT_EQ(page->rijen[0].datumOverlijden, ximena.datumOverlijden);
  EXPECT_EQ(page->rijen[0].herkomst, "Definitief");
  EXPECT_FALSE(*store.raadpleegPersoon(from(kGroningen), byBsn(kXimena)));

  const Date tomorrow = kToday.plusDays(1);
  processDays(*database, tomorrow);
  EXPECT_TRUE(found(byBsn(kXimena), from(kGroningen, tomorrow)).empty());
  const auto feed = store.haalPersonen(from(kGroningen, tomorrow), 0, 10);
  ASSERT_EQ(feed->ingangen.size(), 1U);
  EXPECT_TRUE(feed->ingangen[0].vervallen);
  EXPECT_FALSE(feed->ingangen[0].bsn);
  EXPECT_FALSE(feed->ingangen[0].achternaam);
}

TEST_F(Wi2007StoreTest, AChangeMovesThePersonInTheFeedAndGivesTheLatestState) {
  save(ximena);
  save(serife);
  const auto first = store.haalPersonen(from(kGroningen), 0, 1);
  ASSERT_EQ(first->ingangen.size(), 1U);
  EXPECT_TRUE(first->meerBeschikbaar);
  ximena.achternaam = "Núñez";
  save(ximena);
  const auto rest = store.haalPersonen(from(kGroningen), first->laatsteVolgnummer, 10);
  ASSERT_EQ(rest->ingangen.size(), 2U);
  EXPECT_FALSE(rest->meerBeschikbaar);
  EXPECT_EQ(rest->ingangen[0].achternaam, "Aydın");
  EXPECT_EQ(rest->ingangen[1].achternaam, "Núñez");
}

TEST_F(Wi2007StoreTest, ANewNameReachesTheSignals) {
  save(ximena);
  placeSignal(ximena, "SS001");
  ximena.achternaam = "Núñez";
  save(ximena);
  SignalenStore signalen(*database);
  const auto page = signalen.zoek(Wet::wi2007, from(kGroningen), {}, {}, {});
  ASSERT_EQ(page->rijen.size(), 1U);
  EXPECT_EQ(page->rijen[0].achternaam, "Núñez");
}

TEST_F(Wi2007StoreTest, SignalsAreFoundByANumberAndSortedByItAndByTheirText) {
  save(ximena);
  save(serife);
  placeSignal(serife, "SS001");  // "Persoon is volgens GBA naar …"
  placeSignal(ximena, "SS004");  // "Einde (verlengde) handhavingstermijn …"
  placeSignal(ximena, "SS002");  // "Tijdelijk verblijfsdoel …"
  SignalenStore signalen(*database);
  const auto codes = [&](const isi::SignaalCriteria& criteria, isi::SignaalSortering sortering) {
    std::vector<std::string> out;
    const auto page = signalen.zoek(Wet::wi2007, from(kGroningen), criteria, {}, sortering);
    for (const auto& rij : page->rijen) out.push_back(rij.code);
    return out;
  };
  using isi::Richting;
  using isi::SignaalKolom;
  EXPECT_EQ(codes({}, {SignaalKolom::omschrijving, Richting::oplopend}), (Bsns{"SS004", "SS001", "SS002"}));
  EXPECT_EQ(codes({}, {SignaalKolom::omschrijving, Richting::aflopend}), (Bsns{"SS002", "SS001", "SS004"}));
  EXPECT_EQ(codes({}, {SignaalKolom::aNummer, Richting::aflopend}), (Bsns{"SS001", "SS002", "SS004"}));
  isi::SignaalCriteria ofSerife;
  ofSerife.aNummer = "1745105604";
  EXPECT_EQ(codes(ofSerife, {}), Bsns{"SS001"});
}

class BepaalWetTest : public Wi2007StoreTest {
 protected:
  isi::WetVanPersoon wetFrom(const Gemeentecode& gemeente, Rollen rollen = Rollen().add(Rol::Wi2007)) {
    AlgemeenStore algemeen(*database);
    const auto out = algemeen.bepaalWet({gemeente, rollen, kToday}, *Bsn::parse(kXimena));
    EXPECT_TRUE(out);
    return out.value_or(isi::WetVanPersoon{});
  }
};

TEST_F(BepaalWetTest, AnUnknownNumberIsUnderNoLaw) {
  const auto out = wetFrom(kGroningen);
  EXPECT_FALSE(out.wet);
  EXPECT_FALSE(out.woonachtig || out.overleden || out.gegevensInzien);
}

TEST_F(BepaalWetTest, AResidentCanBeReadWithTheRoleAndNotWithout) {
  save(ximena);
  const auto withRole = wetFrom(kGroningen);
  EXPECT_EQ(withRole.wet, Wet::wi2007);
  EXPECT_TRUE(withRole.woonachtig);
  EXPECT_TRUE(withRole.gegevensInzien);
  const auto without = wetFrom(kGroningen, Rollen().add(Rol::Wi2021MUT));
  EXPECT_EQ(without.wet, Wet::wi2007);
  EXPECT_TRUE(without.woonachtig);
  EXPECT_FALSE(without.gegevensInzien);
}

TEST_F(BepaalWetTest, AMunicipalityWithoutSightLearnsTheLawAlone) {
  save(ximena);
  const auto out = wetFrom(kVeendam);
  EXPECT_EQ(out.wet, Wet::wi2007);
  EXPECT_FALSE(out.woonachtig);
  EXPECT_FALSE(out.gegevensInzien);
}

TEST_F(BepaalWetTest, AFormerResidentCanBeReadThoughHeLivesElsewhere) {
  ximena.verblijf = {{kGroningen, Date(2008, 5, 1), Date(2015, 1, 31)},
                     {kAlmere, Date(2015, 2, 1), std::nullopt}};
  save(ximena);
  EXPECT_FALSE(wetFrom(kGroningen).woonachtig);
  EXPECT_TRUE(wetFrom(kGroningen).gegevensInzien);
}

TEST_F(BepaalWetTest, TheDeceasedAreNamedAsSuchAndCannotBeRead) {
  ximena.datumOverlijden = kToday.plusDays(-3);
  save(ximena);
  const auto out = wetFrom(kGroningen);
  EXPECT_EQ(out.wet, Wet::wi2007);
  EXPECT_TRUE(out.overleden);
  EXPECT_TRUE(out.woonachtig);
  EXPECT_FALSE(out.gegevensInzien);
}

TEST_F(BepaalWetTest, A38_WhoIsInSightIsCountedAndFoundByANummerByThoseAlone) {
  save(serife);
  save(ximena);
  AlgemeenStore algemeen(*database);
  const auto as = [](const Gemeentecode& gemeente) { return isi::Namens{gemeente, {}, kToday}; };
  EXPECT_EQ(algemeen.aantalInZicht(as(kGroningen)), 2) << "whatever the caller's roles";
  EXPECT_EQ(algemeen.aantalInZicht(as(kVeendam)), 0);
  const auto met = [&](const Gemeentecode& gemeente) {
    const auto bsn = algemeen.bsnInZicht(as(gemeente), "1745105604");
    return bsn && *bsn ? (*bsn)->value() : "";
  };
  EXPECT_EQ(met(kGroningen), kSerife);
  EXPECT_EQ(met(kVeendam), "");
}

}  // namespace
}  // namespace cvsgw::store
