// The common part of the store: sight, feed, signals, days.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "adapters/store/dag.hpp"
#include "adapters/store/migrations.hpp"
#include "adapters/store/naam.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store {
namespace {

class StoreTest : public ::testing::Test {
 protected:
  StoreTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-store-XXXXXX").string();
    directory = ::mkdtemp(pattern.data());
    database = std::make_unique<Database>(directory / "isi.sqlite");
  }
  ~StoreTest() override {
    database.reset();
    std::filesystem::remove_all(directory);
  }

  void save(const Bsn& bsn, const std::vector<Zicht>& zichten, Date day = kToday) {
    Database::Writing writer(*database);
    saveDossier(*writer, Wet::wi2021, bsn, "{}", zichten, day);
    writer.commit();
  }
  std::string place(const std::string& code, Date datum,
                    isi::Signaalstatus status = isi::Signaalstatus::nieuw, bool alleenBsn = false) {
    Database::Writing writer(*database);
    NewSignaal signaal;
    signaal.gemeente = groningen;
    signaal.bsn = bsn1;
    signaal.code = code;
    signaal.datum = datum;
    signaal.status = status;
    signaal.alleenBsn = alleenBsn;
    if (!alleenBsn) signaal.achternaam = "Şahin";
    auto id = placeSignaal(*writer, Wet::wi2021, signaal);
    writer.commit();
    return id;
  }
  bool sees(const Gemeentecode& gemeente) {
    Database::Reading session(*database);
    return findZicht(*session, Wet::wi2021, gemeente, bsn1).has_value();
  }

  std::filesystem::path directory;
  std::unique_ptr<Database> database;
  Bsn bsn1 = *Bsn::parse("999993653");
  Gemeentecode groningen = *Gemeentecode::parse("0014");
  Gemeentecode almere = *Gemeentecode::parse("0034");
  isi::Namens namens{groningen, Rollen().add(Rol::Wi2021), kToday};
};

TEST_F(StoreTest, SightLastsThroughItsLastDayAndEndsTheDayAfter) {
  const Date lastDay = kToday.plusDays(28);
  save(bsn1, {{groningen, "vertrokken", lastDay}});
  processDays(*database, lastDay);
  EXPECT_TRUE(sees(groningen));
  processDays(*database, lastDay.plusDays(1));
  EXPECT_FALSE(sees(groningen));
}

TEST_F(StoreTest, SightThatHasEndedBeforeTodayIsNeverGiven) {
  save(bsn1, {{groningen, "vertrokken", kToday.plusDays(-1)}, {almere, "woonachtig", std::nullopt}});
  EXPECT_FALSE(sees(groningen));
  EXPECT_TRUE(sees(almere));
}

TEST_F(StoreTest, MissedDaysAreDoneOneByOne) {
  EXPECT_EQ(processDays(*database, kToday), 1);
  EXPECT_EQ(processDays(*database, kToday), 0);
  EXPECT_EQ(processDays(*database, kToday.plusDays(31)), 31);
}

TEST_F(StoreTest, AMoveEndsTheOldSightWithItsSignalsAndReportsItOnce) {
  save(bsn1, {{groningen, "woonachtig", std::nullopt}});
  place("SS101", kToday);
  place("SS190", kToday, isi::Signaalstatus::nieuw, true);
  SignalenStore signalen(*database);
  const auto before = signalen.haal(Wet::wi2021, namens, 0, 100);
  ASSERT_TRUE(before);
  ASSERT_EQ(before->ingangen.size(), 2U);

  save(bsn1, {{almere, "woonachtig", std::nullopt}});
  const auto after = signalen.haal(Wet::wi2021, namens, before->laatsteVolgnummer, 100);
  ASSERT_TRUE(after);
  ASSERT_EQ(after->ingangen.size(), 1U) << "the correction signal needs no sight of the person";
  EXPECT_TRUE(after->ingangen[0].vervallen);
  EXPECT_EQ(after->ingangen[0].signaalId, before->ingangen[0].signaalId);
  EXPECT_TRUE(after->ingangen[0].bsn.value().empty());
  EXPECT_EQ(signalen.tel(Wet::wi2021, namens, {})->totaal(), 1);
  EXPECT_TRUE(signalen.haal(Wet::wi2021, namens, after->laatsteVolgnummer, 100)->ingangen.empty());
}

TEST_F(StoreTest, TheFeedGivesEachStateOnceInOrderAndSaysWhetherThereIsMore) {
  save(bsn1, {{groningen, "woonachtig", std::nullopt}});
  for (int i = 0; i < 5; ++i) place("SS101", kToday.plusDays(-i));
  SignalenStore signalen(*database);
  std::int64_t after = 0;
  std::vector<std::string> seen;
  for (bool more = true; more;) {
    const auto part = signalen.haal(Wet::wi2021, namens, after, 2);
    ASSERT_TRUE(part);
    for (const auto& entry : part->ingangen) {
      EXPECT_GT(entry.volgnummer, after);
      after = entry.volgnummer;
      seen.push_back(entry.signaalId);
    }
    EXPECT_EQ(part->laatsteVolgnummer, after);
    more = part->meerBeschikbaar;
  }
  EXPECT_EQ(seen.size(), 5U);
  EXPECT_FALSE(signalen.haal(Wet::wi2021, namens, after, 2)->meerBeschikbaar);
  EXPECT_EQ(signalen.haal(Wet::wi2021, namens, after, 2)->laatsteVolgnummer, after);
}

TEST_F(StoreTest, SignalsAreSearchedByEveryCriterionAndCountedTheSame) {
  save(bsn1, {{groningen, "woonachtig", std::nullopt}});
  place("SS101", Date(2026, 1, 10));
  place("SS102", Date(2026, 2, 10), isi::Signaalstatus::inBehandeling);
  place("SS101", Date(2026, 3, 10), isi::Signaalstatus::afgehandeld);
  SignalenStore signalen(*database);
  const auto search = [&](const isi::SignaalCriteria& criteria) {
    const auto page = signalen.zoek(Wet::wi2021, namens, criteria, {}, {});
    EXPECT_EQ(page->totaal, static_cast<std::int64_t>(page->rijen.size()));
    EXPECT_EQ(signalen.tel(Wet::wi2021, namens, criteria)->totaal(), page->totaal);
    return page->rijen.size();
  };
  EXPECT_EQ(search({}), 3U);
  EXPECT_EQ(search({.bsn = bsn1}), 3U);
  EXPECT_EQ(search({.bsn = Bsn::parse("999992971")}), 0U);
  EXPECT_EQ(search({.code = "SS101"}), 2U);
  EXPECT_EQ(search({.status = isi::Signaalstatus::inBehandeling}), 1U);
  EXPECT_EQ(search({.nietAfgehandeld = true}), 2U);
  EXPECT_EQ(search({.datumVanaf = Date(2026, 2, 10)}), 2U);
  EXPECT_EQ(search({.datumVanaf = Date(2026, 2, 11)}), 1U);
  EXPECT_EQ(search({.datumTotEnMet = Date(2026, 2, 10)}), 2U);
  EXPECT_EQ(search({.datumTotEnMet = Date(2026, 2, 9)}), 1U);
  const auto newestFirst = signalen.zoek(Wet::wi2021, namens, {}, {}, {});
  EXPECT_EQ(newestFirst->rijen.front().datum, Date(2026, 3, 10));
  const auto pastEnd = signalen.zoek(Wet::wi2021, namens, {}, {2, 20}, {});
  EXPECT_EQ(pastEnd->totaal, 3);
  EXPECT_EQ(pastEnd->aantalPaginas, 1);
  EXPECT_TRUE(pastEnd->rijen.empty());
  const isi::Namens other{almere, namens.rollen, kToday};
  EXPECT_EQ(signalen.zoek(Wet::wi2021, other, {}, {}, {})->totaal, 0);
  EXPECT_EQ(signalen.zoek(Wet::wi2013, namens, {}, {}, {})->totaal, 0);
}

TEST_F(StoreTest, AFileOfTheFirstVersionGetsItsCountsOfAllCodes) {
  save(bsn1, {{groningen, "woonachtig", std::nullopt}});
  place("SS101", Date(2026, 1, 10));
  place("SS102", Date(2026, 2, 10), isi::Signaalstatus::inBehandeling);
  const auto counted = [&] { return SignalenStore(*database).tel(Wet::wi2021, namens, {}).value(); };
  {
    Database::Writing writer(*database);
    writer->script(
        "DELETE FROM signaaltelling WHERE code = ''; DROP INDEX zicht_inzage; DROP TABLE bericht; DROP "
        "TABLE wacht2021; DROP TABLE wacht2007; DROP TABLE examensignaal2007; DROP INDEX zoek2007_persoon; "
        "DROP TABLE certificaat2021; DROP TABLE mail; DROP TABLE koppelwijziging2021; "
        "DROP TABLE bestelling; DROP TABLE contactbericht; DROP TABLE verzoek; DROP TABLE wacht2013; DROP "
        "TABLE rekeningnummer_onbekend; "
        "DROP TABLE auditbak; DROP TABLE dagbegin; DROP TABLE dagbegin_zicht; DROP TABLE dagbegin_signaal; "
        "DROP INDEX signaal_afgehandeld; ALTER TABLE signaal DROP COLUMN afgehandeld_op; "
        "DELETE FROM schemaversie WHERE "
        "versie > 1");
    writer.commit();
  }
  ASSERT_EQ(counted().totaal(), 0);
  database = std::make_unique<Database>(directory / "isi.sqlite");
  EXPECT_EQ(counted().nieuw, 1);
  EXPECT_EQ(counted().inBehandeling, 1);
}

TEST_F(StoreTest, WhatIsNotCommittedIsNotThere) {
  {
    Database::Writing writer(*database);
    saveDossier(*writer, Wet::wi2021, bsn1, "{}", {{groningen, "woonachtig", std::nullopt}}, kToday);
  }
  EXPECT_FALSE(sees(groningen));
}

TEST_F(StoreTest, AFileOfANewerProgramIsRefused) {
  {
    Database::Writing writer(*database);
    writer->query("INSERT INTO schemaversie (versie) VALUES (?1)").with(newestSchemaVersion() + 1).run();
    writer.commit();
  }
  EXPECT_THROW(Database(directory / "isi.sqlite"), Error);
}

TEST(Zoeknaam, FoldsCaseAndDiacritics) {
  EXPECT_EQ(zoeknaam("De VRIES"), "de vries");
  EXPECT_EQ(zoeknaam("Şahin"), "sahin");
  EXPECT_EQ(zoeknaam("Øvergård"), "overgard");
  EXPECT_EQ(zoeknaam("Wałęsa"), "walesa");
  EXPECT_EQ(zoeknaam("Müller"), "muller");
}

}  // namespace
}  // namespace cvsgw::store
