// The Wi2013 part of the synthetic population.
#include "adapters/store/populate/populate.hpp"

#include <gtest/gtest.h>

#include <set>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2013/codes.hpp"
#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::store {
namespace {

namespace wi2013 = isi::wi2013;

class Wi2013Population : public ::testing::Test {
 protected:
  std::set<std::string> texts(const std::string& sql) {
    Database::Reading session(*database);
    auto query = session->query(sql);
    std::set<std::string> out;
    while (query.step()) out.insert(query.string(0));
    return out;
  }
  std::optional<wi2013::Persoon> see(std::string_view bsn, const char* gemeente = "0014") {
    Wi2013Store store(*database);
    const isi::Namens namens{*Gemeentecode::parse(gemeente), Rollen().add(Rol::Wi2013MUT), kToday};
    return store.raadpleegPersoon(namens, *Bsn::parse(bsn)).value();
  }
  TempDatabase database;
};

TEST_F(Wi2013Population, HoldsEverySignalStatusReasonAndInvoiceState) {
  PopulateOptions options;
  options.persons = 3000;
  options.vandaag = kToday;
  options.gemeenten = kGemeenten.rows;
  populate(*database, options);
  std::set<std::string> signals;
  for (const auto& row : wi2013::codes::signalen()) signals.emplace(row.code);
  EXPECT_EQ(texts("SELECT code FROM signaal WHERE wet = 13"), signals);
  EXPECT_EQ(texts("SELECT status || '' FROM signaal WHERE wet = 13"), (std::set<std::string>{"0", "1", "2"}));
  EXPECT_EQ(texts("SELECT factuur FROM zoek2013"), (std::set<std::string>{"Ja", "Nee", "NVT"}));
  std::string all;
  for (const auto& json : texts("SELECT inhoud FROM dossier WHERE wet = 13")) all += json;
  for (const auto& row : wi2013::codes::kRedenNietVoldaan.rows) {
    EXPECT_NE(all.find("\"redenNietVoldaan\":\"" + std::string(row.code)), std::string::npos) << row.code;
  }
  for (const auto& row : wi2013::codes::kFactuurstatus.rows) {
    EXPECT_NE(all.find("\"status\":\"" + std::string(row.code)), std::string::npos) << row.code;
  }
}

TEST_F(Wi2013Population, NoSignalLiesInTheFuture) {
  PopulateOptions options;
  options.persons = 500;
  options.vandaag = kToday;
  options.gemeenten = kGemeenten.rows;
  populate(*database, options);
  EXPECT_TRUE(
      texts("SELECT signaal_id FROM signaal WHERE wet = 13 AND datum > '" + kToday.text() + "'").empty());
}

TEST_F(Wi2013Population, TheNamedPersonsShowWhatTheyAreSaidToShow) {
  {
    Database::Writing writer(*database);
    testpersonenWi2013(&*writer, kToday);
    writer.commit();
  }
  processDays(*database, kToday);
  EXPECT_EQ(see("999996009")->factuur.ingediendeFactuur->status, "2");
  EXPECT_EQ(see("999996009")->persoonsgegevens.pvt.definitief, false);
  EXPECT_EQ(see("999996010")->factuur.factuurAanwezig, "NVT");
  EXPECT_EQ(see("999996034")->signalen.totaal(), 3);
  EXPECT_EQ(see("999996046")->persoonsgegevens.pvt.definitief, true);
  EXPECT_TRUE(see("999996058")->factuur.toevoegenMogelijk);
  EXPECT_FALSE(see("999996071")->factuur.wijzigenMogelijk);
  EXPECT_TRUE(see("999996083")->factuur.toevoegenMogelijk);
  EXPECT_EQ(see("999996095")->verblijf, "VoormaligWoonachtig");
  EXPECT_EQ(see("999996095", "0034")->verblijf, "Woonachtig");
  EXPECT_EQ(see("999996101")->persoonsgegevens.pvt.pvtPlichtig, false);
  EXPECT_TRUE(see("999996113")->datumOverlijden.has_value());
  EXPECT_FALSE(see("999996125").has_value());
  EXPECT_EQ(see("999996137")->gemeente, std::nullopt);
  EXPECT_EQ(see("999996149")->naam, "Abubakar");
  EXPECT_EQ(see("999996149")->persoonsgegevens.pvt.redenNietVoldaan, std::nullopt);
}

TEST(Wi2013Testpersonen, HaveNumbersOfTheirOwnAndASentence) {
  std::set<std::string> numbers;
  for (const auto& persoon : testpersonenWi2013(nullptr, Date{})) {
    EXPECT_TRUE(Bsn::parse(persoon.bsn)) << persoon.bsn;
    EXPECT_TRUE(persoon.bsn.starts_with("99999")) << persoon.bsn;
    EXPECT_TRUE(numbers.insert(persoon.bsn).second) << persoon.bsn;
    EXPECT_TRUE(persoon.toont.ends_with('.')) << persoon.bsn;
  }
}

}  // namespace
}  // namespace cvsgw::store
