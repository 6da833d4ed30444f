// One person of the Wi2007 who lives through events and days, for tests only.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2007/gebeurtenissen.hpp"
#include "adapters/store/wi2007/store.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::store::wereld2007 {

class Gebeurtenissen2007 : public ::testing::Test {
 public:
  using Waarden = std::map<std::string, std::string, std::less<>>;
  static inline const Bsn kBsn = *Bsn::parse("999993653");
  static constexpr Date kStart{2026, 2, 2};

  Gebeurtenissen2007() {
    // Years of days, each a transaction: nothing here is about surviving a loss of power.
    (*world).bulkLoad(true);
    processDays(*world, kStart);
  }

  std::vector<std::string> geef(std::string naam, Waarden velden = {}, Date dag = kStart) {
    if (naam != "examensignaal") velden.emplace("bsn", kBsn.value());
    velden.emplace("wet", "Wi2007");
    auto uitkomst = isi.verwerk({std::move(naam), std::move(velden)}, dag);
    EXPECT_TRUE(uitkomst);
    return uitkomst ? *uitkomst : std::vector<std::string>{"fault"};
  }
  void gaat(std::string naam, Waarden velden = {}, Date dag = kStart) {
    EXPECT_THAT(geef(std::move(naam), std::move(velden), dag), ::testing::IsEmpty());
  }
  void begin(const char* grond = "Gemeente", const char* geboren = "1990-05-17") {
    gaat("nieuwe-persoon", {{"achternaam", "Yılmaz"},
                            {"geboortedatum", geboren},
                            {"gemeente", "0014"},
                            {"grond", grond},
                            {"verblijfsdoel", "Permanent"},
                            {"rechtmatigVerblijf", "ja"},
                            {"asielgerechtigd", "nee"},
                            {"datumVestigingInNederland", "2006-05-01"}});
  }
  /// Under enforcement by Groningen.
  void handhaaf(const char* einde = "2027-02-02") {
    begin();
    gaat("handhaving", {{"begin", "2023-08-02"}, {"einde", einde}});
  }
  void dagen(Date tot) { processDays(*world, tot); }

  std::vector<isi::Signaal> signalen(const Gemeentecode& gemeente = kGroningen) {
    SignalenStore store(*world);
    return store.zoek(Wet::wi2007, namens(gemeente), {}, {1, 200}, {})->rijen;
  }
  std::vector<std::string> codes(const Gemeentecode& gemeente = kGroningen) {
    std::vector<std::string> found;
    for (const auto& row : signalen(gemeente)) found.push_back(row.code);
    std::ranges::sort(found);
    return found;
  }
  bool heeft(std::string_view code, const Gemeentecode& gemeente = kGroningen) {
    const auto all = codes(gemeente);
    return std::ranges::find(all, code) != all.end();
  }
  static isi::Namens namens(const Gemeentecode& gemeente, Date vandaag = kStart) {
    return {gemeente, Rollen().add(Rol::Wi2007), vandaag};
  }
  std::optional<isi::wi2007::Persoon> scherm(const Gemeentecode& gemeente = kGroningen) {
    isi::wi2007::PersonenCriteria criteria;
    criteria.bsn = kBsn;
    return Wi2007Store(*world).raadpleegPersoon(namens(gemeente), criteria).value();
  }
  std::int64_t rijen(const std::string& sql) {
    Database::Reading session(*world);
    auto query = session->query(sql);
    EXPECT_TRUE(query.step());
    return query.number(0);
  }

  TempDatabase world;
  GebeurtenissenStore isi{*world};
};

}  // namespace cvsgw::store::wereld2007
