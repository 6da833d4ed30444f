// The Wi2007 part of the synthetic population.
#include "adapters/store/populate/populate.hpp"

#include <gtest/gtest.h>

#include <set>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/store.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2007/codes.hpp"

namespace cvsgw::store {
namespace {

namespace wi2007 = isi::wi2007;
using Texts = std::set<std::string>;

class Wi2007Population : public ::testing::Test {
 protected:
  Texts texts(const std::string& sql) {
    Database::Reading session(*database);
    auto query = session->query(sql);
    Texts out;
    while (query.step()) out.insert(query.string(0));
    return out;
  }
  void populateWith(std::int64_t persons) {
    PopulateOptions options;
    options.persons = persons;
    options.vandaag = kToday;
    options.gemeenten = kGemeenten.rows;
    populate(*database, options);
  }
  void placeNamed() {
    {
      Database::Writing writer(*database);
      testpersonenWi2007(&*writer, kToday);
      writer.commit();
    }
    processDays(*database, kToday);
  }
  isi::Namens from(const char* gemeente, Date day = kToday) {
    return {*Gemeentecode::parse(gemeente), Rollen().add(Rol::Wi2007), day};
  }
  static wi2007::PersonenCriteria byBsn(std::string_view bsn) {
    wi2007::PersonenCriteria criteria;
    criteria.bsn = Bsn::parse(bsn);
    return criteria;
  }
  std::optional<wi2007::Persoon> see(std::string_view bsn, const char* gemeente = "0014") {
    return store.raadpleegPersoon(from(gemeente), byBsn(bsn)).value();
  }
  std::vector<wi2007::PersoonRij> rows(std::string_view bsn, Date day = kToday) {
    return store.zoekPersonen(from("0014", day), byBsn(bsn), {}).value().rijen;
  }
  TempDatabase database;
  Wi2007Store store{*database};
};

TEST_F(Wi2007Population, HoldsEverySignalStatusAndCode) {
  populateWith(4000);
  Texts signals;
  for (const auto& row : wi2007::codes::signalen()) signals.emplace(row.code);
  EXPECT_EQ(texts("SELECT code FROM signaal WHERE wet = 7"), signals);
  EXPECT_EQ(texts("SELECT status || '' FROM signaal WHERE wet = 7"), (Texts{"0", "1", "2"}));
  EXPECT_EQ(texts("SELECT verblijf FROM zoek2007"), (Texts{"GewezenIngezetene", "WoonachtigInGemeente"}));
  EXPECT_EQ(texts("SELECT geslacht FROM zoek2007"), (Texts{"Man", "Onbekend", "Vrouw"}));
  std::string all;
  for (const auto& json : texts("SELECT inhoud FROM dossier WHERE wet = 7")) all += json;
  using namespace wi2007::codes;
  for (const auto* list :
       {&kVerblijfsdoel, &kTaalniveau, &kExamenaanvraag, &kDoelgroepVoorziening, &kCodeGeheim,
        &kSoortVoorziening, &kVormDuaalTraject, &kSoortVrijstelling, &kAfgegevenDoor,
        &kExamenonderdeelVrijstelling, &kGeslaagd, &kExamen, &kExamenniveau, &kUitslag}) {
    for (const auto& row : list->rows) {
      EXPECT_NE(all.find("\":\"" + std::string(row.code) + "\""), std::string::npos)
          << list->name << row.code;
    }
  }
  for (const auto* list :
       {&kRedenVerlenging, &kRedenEinde, &kRedenBoete, &kSoortBoete, &kProfiel, &kVariant}) {
    for (const auto& row : list->rows) {
      EXPECT_NE(all.find("\":\"" + std::string(row.omschrijving) + "\""), std::string::npos)
          << row.omschrijving;
    }
  }
}

TEST_F(Wi2007Population, HoldsBothPartsOfIsiAndNothingInTheFuture) {
  populateWith(1000);
  EXPECT_FALSE(texts("SELECT bsn FROM zoek2007 WHERE definitief_vanaf IS NULL").empty());
  EXPECT_FALSE(texts("SELECT bsn FROM zoek2007 WHERE definitief_vanaf <= '" + kToday.text() + "'").empty());
  EXPECT_FALSE(texts("SELECT bsn FROM zoek2007 WHERE definitief_vanaf > '" + kToday.text() + "'").empty());
  EXPECT_TRUE(
      texts("SELECT signaal_id FROM signaal WHERE wet = 7 AND datum > '" + kToday.text() + "'").empty());
}

TEST_F(Wi2007Population, EverySignalIsOfAPersonWhomThatMunicipalitySees) {
  populateWith(3000);
  EXPECT_TRUE(
      texts("SELECT g.signaal_id FROM signaal g LEFT JOIN zicht z ON z.wet = g.wet AND z.gemeente = "
            "g.gemeente AND z.bsn = g.bsn AND z.vervallen = 0 WHERE g.wet = 7 AND g.vervallen = 0 AND "
            "z.bsn IS NULL")
          .empty());
}

TEST_F(Wi2007Population, TheNamedPersonsShowWhatTheyAreSaidToShow) {
  placeNamed();
  const auto volledig = see("999997002");
  ASSERT_TRUE(volledig);
  EXPECT_EQ(volledig->signalen.totaal(), 3);
  EXPECT_TRUE(volledig->handhaving.verlengingen.at(0).redenVerlenging);
  EXPECT_EQ(volledig->inburgeringsvoorzieningen.size(), 2U);
  EXPECT_EQ(volledig->vrijstellingen.at(0).niveau, "A1");
  EXPECT_FALSE(volledig->boetes.empty());
  EXPECT_FALSE(volledig->examens.gegevens.onderdelen.empty());
  EXPECT_EQ(see("999997014")->herkomst, "Actief");
  EXPECT_EQ(see("999997026")->herkomst, "Definitief");
  EXPECT_EQ(see("999997038")->verblijf, "GewezenIngezetene");
  EXPECT_EQ(see("999997038", "0034")->verblijf, "WoonachtigInGemeente");
  EXPECT_EQ(see("999997051")->verblijf, "WoonachtigInGemeente");
  EXPECT_EQ(rows("999997051").size(), 1U);
  EXPECT_TRUE(see("999997063")->vrijstellingen.at(0).einde);
  EXPECT_EQ(see("999997075")->examens.volledigeDeelnameNt2, "2");
  EXPECT_TRUE(see("999997075")->indicatie.vrijwilligeInburgeraar);
  EXPECT_EQ(rows("999997087").at(0).herkomst, "Actief");
  EXPECT_EQ(rows("999997087", kToday.plusDays(1)).at(0).herkomst, "Definitief");
  EXPECT_EQ(see("999997099")->herkomst, "Definitief");
  EXPECT_FALSE(see("999997105"));
  EXPECT_TRUE(rows("999997105").at(0).datumOverlijden);
  EXPECT_TRUE(rows("999997117").empty());
  EXPECT_EQ(see("999997129")->persoonsgegevens.gegevens.inAzcGehuisvest, true);
  EXPECT_EQ(see("999997130")->signalen.totaal(), 2);
  EXPECT_EQ(see("999997142")->naam, "Mariam");
  EXPECT_EQ(see("999997142")->aNummer, std::nullopt);
}

TEST(Wi2007Testpersonen, HaveNumbersOfTheirOwnAndASentence) {
  std::set<std::string> numbers;
  for (const auto& persoon : testpersonenWi2007(nullptr, Date{})) {
    EXPECT_TRUE(Bsn::parse(persoon.bsn)) << persoon.bsn;
    EXPECT_TRUE(persoon.bsn.starts_with("99999")) << persoon.bsn;
    EXPECT_TRUE(numbers.insert(persoon.bsn).second) << persoon.bsn;
    EXPECT_TRUE(persoon.toont.ends_with('.')) << persoon.bsn;
  }
}

}  // namespace
}  // namespace cvsgw::store
