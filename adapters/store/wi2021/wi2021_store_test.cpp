// The Wi2021 on SQL, over a population: search, feed, sight, lists, and that every code of every list occurs.
#include "adapters/store/wi2021/wi2021_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/instellingen.hpp"
#include "adapters/store/wi2021/testing/bevolking.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::store {
namespace {

using namespace isi::wi2021;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The named test persons alone.
class Wi2021StoreTest : public ::testing::Test {
 protected:
  explicit Wi2021StoreTest(std::int64_t persons = 0) { bevolk(*owner_, persons); }
  Database& world() { return *owner_; }

  static isi::Namens namens(std::string_view gemeente = "0363", Rol rol = Rol::Wi2021MUT) {
    return {*Gemeentecode::parse(gemeente), Rollen().add(rol), kToday};
  }
  std::vector<PersoonRij> zoek(const PersoonCriteria& criteria, const PersoonSortering& sortering = {}) {
    auto page = store.zoekPersonen(namens(), criteria, {1, 200}, sortering);
    EXPECT_TRUE(page);
    return page ? page->rijen : std::vector<PersoonRij>{};
  }
  std::optional<Persoon> raadpleeg(std::string_view bsn, std::string_view gemeente = "0363",
                                   Rol rol = Rol::Wi2021MUT) {
    return store.raadpleegPersoon(namens(gemeente, rol), *Bsn::parse(bsn)).value();
  }

  TempDatabase owner_;
  Wi2021Store store{*owner_};
};

/// With enough others for several pages.
class Wi2021CrowdTest : public Wi2021StoreTest {
 protected:
  Wi2021CrowdTest() : Wi2021StoreTest(1500) {}
};

/// With so many that every code occurs.
class Wi2021PopulationTest : public Wi2021StoreTest {
 protected:
  Wi2021PopulationTest() : Wi2021StoreTest(6000) {}
};

TEST_F(Wi2021StoreTest, NamedPersonsAreSeenAsTheirDescriptionSays) {
  for (const char* seen : {"999994001", "999994013", "999994025", "999994074", "999994086", "999994104",
                           "999994128", "999994141", "999994207"}) {
    EXPECT_TRUE(raadpleeg(seen)) << seen;
  }
  EXPECT_FALSE(raadpleeg("999994098")) << "the old municipality's window closed yesterday";
  EXPECT_TRUE(raadpleeg("999994098", "0344"));
  EXPECT_FALSE(raadpleeg("999994116")) << "29 days after the diploma";
  EXPECT_FALSE(raadpleeg("999994232")) << "a correction signal is no person";
  EXPECT_FALSE(raadpleeg("999994001", "0344"));
  EXPECT_EQ(raadpleeg("999994128")->inzage.soort, "Overleden");
  EXPECT_FALSE(raadpleeg("999994128")->inzage.wijzigbaar);
  EXPECT_EQ(raadpleeg("999994207")->inzage.vertrek, "Buitenland");
}

TEST_F(Wi2021StoreTest, TheFullPersonHasEveryBlock) {
  const auto persoon = raadpleeg("999994001");
  ASSERT_TRUE(persoon);
  EXPECT_EQ(persoon->signalen.totaal(), 3);
  EXPECT_EQ(persoon->duoMeldingen.size(), 1U);
  ASSERT_TRUE(persoon->contactpersoon.koppeling);
  EXPECT_TRUE(persoon->contactpersoon.koppeling->email);
  EXPECT_TRUE(persoon->leerbaarheidstoets && persoon->leerbaarheidstoets->toets->examennummer);
  EXPECT_TRUE(persoon->pip.actueel && persoon->pip.definitief);
  EXPECT_EQ(persoon->inburgeringsaanbod.aanbiedingen.size(), 1U);
  EXPECT_EQ(persoon->deelgenomenUren.totaalAantalUren, 62 + 10 + 410);
  EXPECT_TRUE(persoon->map.registratie && persoon->pvt.registratie);
  EXPECT_FALSE(persoon->pip.actueel->versie.empty());
}

TEST_F(Wi2021StoreTest, ReadersDoNotSeeTheContactPersonsAddress) {
  const auto persoon = raadpleeg("999994001", "0363", Rol::Wi2021);
  ASSERT_TRUE(persoon && persoon->contactpersoon.koppeling);
  EXPECT_FALSE(persoon->contactpersoon.koppeling->naam.empty());
  EXPECT_FALSE(persoon->contactpersoon.koppeling->email);
}

TEST_F(Wi2021StoreTest, TheNewMunicipalityDoesNotSeeTheOldOnesExamNumber) {
  EXPECT_FALSE(raadpleeg("999994086", "0344")->leerbaarheidstoets->toets->examennummer);
  EXPECT_FALSE(raadpleeg("999994086", "0363")->leerbaarheidstoets) << "who has left shows no test";
}

TEST_F(Wi2021StoreTest, HistoriesAreWithoutThePresentState) {
  const auto bsn = *Bsn::parse("999994190");
  const auto history = [&](HistorieSoort soort) {
    return store.raadpleegHistorie(namens(), bsn, soort).value().value();
  };
  EXPECT_EQ(history(HistorieSoort::pip).pips.size(), 2U);
  EXPECT_EQ(history(HistorieSoort::aanbod).aanbiedingen.size(), 2U);
  EXPECT_EQ(history(HistorieSoort::termijn).termijnen.size(), 1U);
  EXPECT_THAT(history(HistorieSoort::termijn).pips, IsEmpty());
  EXPECT_FALSE(store.raadpleegHistorie(namens("0344"), bsn, HistorieSoort::pip).value());
}

TEST_F(Wi2021StoreTest, ExamsComeByLevel) {
  const auto bsn = *Bsn::parse("999994189");
  const auto detail = store.raadpleegExamen(namens(), bsn, "LE").value();
  ASSERT_TRUE(detail);
  EXPECT_EQ(detail->tijdlijnen.size(), 2U);
  EXPECT_FALSE(store.raadpleegExamen(namens("0344"), bsn, "LE").value());
}

TEST_F(Wi2021StoreTest, ANameIsFoundByItsStartWithoutRegardToCaseAndDiacritics) {
  PersoonCriteria criteria;
  criteria.achternaam = "celik-ov";
  auto rows = zoek(criteria);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].bsn.value(), "999994190");
  criteria.achternaam = "ÇELİK-ØVERGÅRD";
  EXPECT_EQ(zoek(criteria).size(), 1U);
  criteria.achternaam = "elik";
  EXPECT_THAT(zoek(criteria), IsEmpty()) << "the start, not a part";
  criteria.achternaam = "%";
  EXPECT_THAT(zoek(criteria), IsEmpty()) << "never a pattern";
}

TEST_F(Wi2021StoreTest, EachOptionSelectsWhatIsMissing) {
  const auto has = [&](const PersoonCriteria& with, std::string_view bsn) {
    PersoonCriteria criteria = with;
    criteria.bsn = Bsn::parse(bsn);
    return !zoek(criteria).empty();
  };
  const PersoonCriteria lbt{.lbtNietAfgenomen = true};
  const PersoonCriteria pip{.pipNietDoorgegeven = true};
  const PersoonCriteria aanbod{.aanbodNietDoorgegeven = true};
  const PersoonCriteria pvt{.pvtNietDoorgegeven = true};
  const PersoonCriteria map{.mapNietDoorgegeven = true};
  for (const auto& option : {lbt, pip, aanbod, pvt, map}) {
    EXPECT_TRUE(has(option, "999994013"));
    EXPECT_FALSE(has(option, "999994001"));
  }
  EXPECT_FALSE(has(aanbod, "999994141")) << "no offers for gezinsmigranten";
  EXPECT_TRUE(has(map, "999994153")) << "registered as not fulfilled: no date yet";
  EXPECT_FALSE(has(lbt, "999994049")) << "exempted from the test";
}

TEST_F(Wi2021StoreTest, ThePeriodIncludesBothDays) {
  PersoonCriteria criteria;
  criteria.bsn = Bsn::parse("999994001");
  const Date day = kToday.plusMonths(-22);
  criteria.vaststellingVanaf = criteria.vaststellingTotEnMet = day;
  EXPECT_EQ(zoek(criteria).size(), 1U);
  criteria.vaststellingVanaf = day.plusDays(1);
  criteria.vaststellingTotEnMet = day.plusDays(9);
  EXPECT_THAT(zoek(criteria), IsEmpty());
}

TEST_F(Wi2021CrowdTest, PagesAreATotalOrderWithoutGapsOrRepeats) {
  for (const auto kolom :
       {PersoonKolom::bsn, PersoonKolom::achternaam, PersoonKolom::geboortedatum, PersoonKolom::doelgroep,
        PersoonKolom::datumVaststelling, PersoonKolom::contactpersoon}) {
    for (const auto richting : {isi::Richting::oplopend, isi::Richting::aflopend}) {
      std::set<std::string> seen;
      std::int64_t totaal = 0;
      for (int pagina = 1;; ++pagina) {
        const auto page = store.zoekPersonen(namens(), {}, {pagina, 150}, {kolom, richting});
        ASSERT_TRUE(page);
        totaal = page->totaal;
        if (page->rijen.empty()) break;
        for (const auto& row : page->rijen) EXPECT_TRUE(seen.insert(row.bsn.value()).second);
      }
      EXPECT_EQ(static_cast<std::int64_t>(seen.size()), totaal);
    }
  }
}

TEST_F(Wi2021CrowdTest, DefaultOrderIsThatOfTheNumbers) {
  const auto rows = zoek({});
  ASSERT_EQ(rows.size(), 200U);
  EXPECT_TRUE(std::ranges::is_sorted(rows, {}, &PersoonRij::bsn));
}

TEST_F(Wi2021CrowdTest, TheFeedGivesEveryoneOnceInOrderAndContinuesWhereItStopped) {
  std::int64_t after = 0;
  std::set<std::string> ids;
  for (bool more = true; more;) {
    const auto feed = store.haalPersonen(namens(), after, 170);
    ASSERT_TRUE(feed);
    for (const auto& entry : feed->ingangen) {
      EXPECT_GT(entry.volgnummer, after);
      after = entry.volgnummer;
      EXPECT_TRUE(ids.insert(entry.persoonId).second);
      EXPECT_EQ(entry.vervallen, !entry.bsn.has_value());
    }
    EXPECT_EQ(feed->laatsteVolgnummer, after);
    more = feed->meerBeschikbaar;
  }
  const auto end = store.haalPersonen(namens(), after, 10);
  EXPECT_THAT(end->ingangen, IsEmpty());
  EXPECT_EQ(end->laatsteVolgnummer, after);
  EXPECT_GT(ids.size(), 200U);
}

// W21-628
TEST_F(Wi2021StoreTest, InstitutionsAreFoundByKindAndPartOfTheName) {
  InstellingCriteria criteria;
  const auto all = store.lijstInstellingen(criteria).value();
  EXPECT_EQ(all.size(), wi2021::instellingen().size());
  criteria.soort = "TST";
  EXPECT_EQ(store.lijstInstellingen(criteria)->size(), 4U);
  criteria.soort = "BOW";
  criteria.naam = "DE BRUG";
  ASSERT_EQ(store.lijstInstellingen(criteria)->size(), 1U);
  EXPECT_EQ(store.lijstInstellingen(criteria)->front().instellingsnummer, "0000010018");
  criteria.naam = "_e Brug";
  EXPECT_THAT(store.lijstInstellingen(criteria).value(), IsEmpty());
}

TEST_F(Wi2021CrowdTest, ACaseloadIsOfOneMunicipalityAndAgreesWithItsCount) {
  const auto contacts = store.lijstContactpersonen(namens()).value();
  ASSERT_EQ(contacts.size(), 3U);
  for (const auto& contact : contacts) {
    const auto page = store.raadpleegCaseload(namens(), contact.contactpersoonId, false, {1, 200}).value();
    ASSERT_TRUE(page);
    EXPECT_EQ(page->totaal, contact.aantalGekoppeld);
    const auto history = store.raadpleegCaseload(namens(), contact.contactpersoonId, true, {1, 200}).value();
    EXPECT_GE(history->totaal, page->totaal);
    EXPECT_FALSE(store.raadpleegCaseload(namens("0344"), contact.contactpersoonId, false, {1, 10}).value());
  }
}

TEST_F(Wi2021StoreTest, ACorrectionSignalCarriesANumberAndNothingElse) {
  SignalenStore signals(world());
  isi::SignaalCriteria criteria;
  criteria.bsn = Bsn::parse("999994232");
  const auto page = signals.zoek(Wet::wi2021, namens(), criteria, {1, 20}, {});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->rijen.size(), 1U);
  EXPECT_EQ(page->rijen[0].code, "SS190");
  EXPECT_FALSE(page->rijen[0].achternaam || page->rijen[0].doelgroep || page->rijen[0].geboortedatum);
}

/// Collects the codes that occur in a record, by list.
struct CodeCollector {
  std::map<std::string_view, std::set<std::string>>& seen;

  template <class T>
  void field(std::string_view, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) field({}, *value);
    } else if constexpr (Record<T>) {
      T::fields(value, *this);
    }
  }
  template <class T>
  void code(std::string_view, const T& value, const CodeList& list) {
    if constexpr (IsOptional<T>::value) {
      if (value) seen[list.name].insert(*value);
    } else {
      seen[list.name].insert(value);
    }
  }
  template <class T>
  void list(std::string_view, std::string_view, const std::vector<T>& values) {
    for (const auto& value : values) field({}, value);
  }
};

TEST_F(Wi2021PopulationTest, EveryCodeOfEveryListOccursAndNoOther) {
  std::map<std::string_view, std::set<std::string>> seen;
  CodeCollector collector{seen};
  std::vector<std::pair<std::string, std::string>> inSight;
  {
    Database::Reading session(world());
    auto query = session->query("SELECT gemeente, bsn FROM zicht WHERE wet = 21 AND vervallen = 0");
    while (query.step()) inSight.emplace_back(query.string(0), query.string(1));
  }
  ASSERT_GT(inSight.size(), 1000U);
  for (const auto& [gemeente, bsn] : inSight) {
    const auto persoon = raadpleeg(bsn, gemeente);
    ASSERT_TRUE(persoon) << "the table of sight and the rules differ";
    Persoon::fields(*persoon, collector);
    for (const auto& regel : persoon->examens.examens) {
      if (const auto detail =
              store.raadpleegExamen(namens(gemeente), *Bsn::parse(bsn), regel.onderdeel).value())
        Examendetail::fields(*detail, collector);
    }
  }
  for (const CodeList* list : codes::alleLijsten()) {
    // In dossiers only, shown as `inzage`; of certificates, which municipalities settle themselves; and of an
    // advice, which no view shows.
    if (list->name == "verblijfsoort" || list->name == "certificaatstatus" || list->name == "bioOordeel")
      continue;
    for (const auto& row : list->rows) {
      EXPECT_TRUE(seen[list->name].contains(std::string(row.code))) << list->name << " " << row.code;
    }
    for (const auto& code : seen[list->name]) EXPECT_TRUE(list->contains(code)) << list->name << " " << code;
  }
}

TEST_F(Wi2021PopulationTest, EverySignalOccursInEveryStatus) {
  std::map<std::string, std::set<std::int64_t>> seen;
  Database::Reading session(world());
  auto query = session->query("SELECT code, status FROM signaal WHERE wet = 21 AND vervallen = 0");
  while (query.step()) seen[query.string(0)].insert(query.number(1));
  for (const auto& row : codes::signalen()) {
    if (row.code == "SS190") {
      EXPECT_FALSE(seen[std::string(row.code)].empty());
      continue;
    }
    EXPECT_THAT(seen[std::string(row.code)], ElementsAre(0, 1, 2)) << row.code;
  }
}

TEST(Wi2021Versie, ChangesWithItsObjectAndWithNothingElse) {
  const TempDatabase owner;
  Database& database = *owner;
  bevolk(database, 0);
  Wi2021Store store(database);
  const isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  const auto bsn = *Bsn::parse("999994001");
  const auto before = store.raadpleegPersoon(namens, bsn).value().value();
  const auto feedBefore = store.haalPersonen(namens, 0, 1000)->laatsteVolgnummer;
  {
    Database::Writing writer(database);
    auto dossier = wi2021::findGezien(*writer, namens.gemeente, bsn, kToday)->dossier;
    dossier.map->datumEindgesprek = dossier.map->datumEindgesprek->plusDays(1);
    wi2021::save(*writer, dossier, kToday);
    writer.commit();
  }
  const auto after = store.raadpleegPersoon(namens, bsn).value().value();
  EXPECT_NE(after.map.registratie->versie, before.map.registratie->versie);
  EXPECT_EQ(after.pip.actueel->versie, before.pip.actueel->versie);
  EXPECT_EQ(after.contactpersoon.versie, before.contactpersoon.versie);
  EXPECT_EQ(after.persoonId, before.persoonId);
  const auto feed = store.haalPersonen(namens, feedBefore, 10);
  ASSERT_EQ(feed->ingangen.size(), 1U);
  EXPECT_EQ(feed->ingangen[0].persoonId, before.persoonId);
}

}  // namespace
}  // namespace cvsgw::store
