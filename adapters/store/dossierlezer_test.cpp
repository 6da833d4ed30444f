#include "adapters/store/dossierlezer.hpp"

#include <gtest/gtest.h>

#include "adapters/store/populate/populate.hpp"
#include "adapters/store/temp_database.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2007/dossier.hpp"
#include "gateway/isi/wi2013/testing/testdossier.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store {
namespace {

template <Record Dossier>
bool snel(std::string_view json) {
  Dossier dossier{};
  return SnelleLezer(json).lees(dossier) && toJson(dossier) == json;
}

// What is read is what was written: of every person, and without the slow way.
TEST(Dossierlezer, AWholePopulationIsReadTheQuickWay) {
  TempDatabase world;
  PopulateOptions options;
  options.persons = 1500;
  options.vandaag = Date(2026, 11, 22);
  options.gemeenten = kGemeenten.rows;
  populate(*world, options);
  Database::Reading session(*world);
  auto query = session->query("SELECT wet, inhoud FROM dossier");
  int gelezen = 0, traag = 0;
  while (query.step()) {
    const auto json = query.string(1);
    const auto wet = static_cast<Wet>(query.number(0));
    const bool goed = wet == Wet::wi2007   ? snel<isi::wi2007::Dossier>(json)
                      : wet == Wet::wi2013 ? snel<isi::wi2013::Dossier>(json)
                                           : snel<isi::wi2021::Dossier>(json);
    ++gelezen;
    if (!goed) ++traag;
    const auto weer = wet == Wet::wi2007   ? toJson(leesDossier<isi::wi2007::Dossier>(json))
                      : wet == Wet::wi2013 ? toJson(leesDossier<isi::wi2013::Dossier>(json))
                                           : toJson(leesDossier<isi::wi2021::Dossier>(json));
    ASSERT_EQ(weer, json);
  }
  EXPECT_GE(gelezen, 1500);
  EXPECT_EQ(traag, 0);
}

TEST(Dossierlezer, WhatIsNotSimpleIsReadAllTheSame) {
  auto dossier = isi::wi2013::testDossier();
  dossier.achternaam = "Van \"De\" \\ Berg\n";
  auto json = toJson(dossier);
  EXPECT_FALSE(snel<isi::wi2013::Dossier>(json));
  EXPECT_EQ(leesDossier<isi::wi2013::Dossier>(json).achternaam, dossier.achternaam);
  // A member that an older program wrote, and white space.
  json = toJson(isi::wi2013::testDossier());
  json.insert(1, R"("vroeger":{"a":[1,2]}, )");
  EXPECT_FALSE(snel<isi::wi2013::Dossier>(json));
  EXPECT_EQ(toJson(leesDossier<isi::wi2013::Dossier>(json)), toJson(isi::wi2013::testDossier()));
}

TEST(Dossierlezer, AnEndAtAnyPlaceIsAnErrorAndNoCrash) {
  auto dossier = isi::wi2013::testDossier();
  dossier.facturen.emplace_back();
  dossier.facturen.back().factuurnummer = "12";
  const auto json = toJson(dossier);
  ASSERT_TRUE(snel<isi::wi2013::Dossier>(json));
  for (size_t length = 0; length < json.size(); ++length) {
    // A copy of its own length, so that a sanitizer sees a step too far.
    const std::vector<char> stuk(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_THROW(leesDossier<isi::wi2013::Dossier>({stuk.data(), stuk.size()}), Error) << length;
  }
}

}  // namespace
}  // namespace cvsgw::store
