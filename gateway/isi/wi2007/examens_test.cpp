#include "gateway/isi/wi2007/examens.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr Date kDag(2012, 6, 1);

void leg(Dossier& dossier, std::string examen, std::string uitslag) {
  Examenonderdeel onderdeel;
  onderdeel.examen = std::move(examen);
  onderdeel.uitslag = std::move(uitslag);
  dossier.examens.onderdelen.push_back(std::move(onderdeel));
  werkDeelnameBij(dossier, kGroningen, kDag);
}
void stelVrij(Dossier& dossier, std::string onderdeel) {
  dossier.vrijstellingen.push_back(
      {"Gedeeltelijk", "DUO", kDag, std::nullopt, std::move(onderdeel), std::nullopt});
}

// W07-054
TEST(Wi2007Deelname, AllFourPartsAreFullParticipationThreeAreNot) {
  Dossier dossier;
  for (const auto* examen : {"KNS", "TGN", "EPE"}) leg(dossier, examen, "NietGeslaagd");
  EXPECT_FALSE(dossier.examens.deelgenomenVolledigExamen);
  leg(dossier, "Praktijkexamen", "NietVerschenen");
  EXPECT_FALSE(dossier.examens.deelgenomenVolledigExamen) << "not showing up is not taking part";
  leg(dossier, "Praktijkexamen", "Ongeldig");
  EXPECT_TRUE(dossier.examens.deelgenomenVolledigExamen);
  EXPECT_EQ(dossier.examens.gemeenteVolledigeDeelname, "0014");
}

TEST(Wi2007Deelname, APartThatIsExemptedIsNotNeeded) {
  Dossier dossier;
  stelVrij(dossier, "TGNEnKNS");
  leg(dossier, "EPE", "Geslaagd");
  EXPECT_FALSE(dossier.examens.deelgenomenVolledigExamen);
  leg(dossier, "Praktijkexamen", "Geslaagd");
  EXPECT_TRUE(dossier.examens.deelgenomenVolledigExamen);
  EXPECT_TRUE(vrijgesteldVan(dossier, "KNS"));
  EXPECT_FALSE(vrijgesteldVan(dossier, "EPE"));
}

TEST(Wi2007Deelname, ExemptionsAloneAreNoParticipation) {
  Dossier dossier;
  stelVrij(dossier, "Taal");
  stelVrij(dossier, "KNS");
  werkDeelnameBij(dossier, kGroningen, kDag);
  EXPECT_FALSE(dossier.examens.deelgenomenVolledigExamen);
  EXPECT_TRUE(vrijgesteldVan(dossier, "Praktijkexamen"));
}

TEST(Wi2007Deelname, Nt2IsOneWithAllFourPartsAndTwoWhenAllArePassed) {
  Dossier dossier;
  for (const auto* examen : {"NT2Lezen", "NT2Luisteren", "NT2Schrijven"}) leg(dossier, examen, "Geslaagd");
  EXPECT_FALSE(dossier.examens.volledigeDeelnameNt2);
  leg(dossier, "NT2Spreken", "NietGeslaagd");
  EXPECT_EQ(dossier.examens.volledigeDeelnameNt2, "1");
  EXPECT_EQ(dossier.examens.datumVolledigeDeelnameNt2, kDag);
  EXPECT_EQ(dossier.examens.gemeenteVolledigeDeelnameNt2, "0014");
  leg(dossier, "NT2Spreken", "Geslaagd");
  EXPECT_EQ(dossier.examens.volledigeDeelnameNt2, "2");
}

// W07-053
TEST(Wi2007Deelname, HowSomeonePassedFollowsFromResitsAndExemptions) {
  Dossier dossier;
  leg(dossier, "KNS", "NietVerschenen");
  leg(dossier, "KNS", "Geslaagd");
  EXPECT_EQ(wijzeVanSlagen(dossier), "ZonderHerkansingZonderVrijstelling");
  leg(dossier, "TGN", "NietGeslaagd");
  leg(dossier, "TGN", "Geslaagd");
  EXPECT_EQ(wijzeVanSlagen(dossier), "MetHerkansingZonderVrijstelling");
  stelVrij(dossier, "Taal");
  EXPECT_EQ(wijzeVanSlagen(dossier), "MetHerkansingMetVrijstelling");
  dossier.examens.onderdelen.clear();
  EXPECT_EQ(wijzeVanSlagen(dossier), "ZonderHerkansingMetVrijstelling");
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
