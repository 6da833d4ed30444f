#include "gateway/isi/wi2007/plicht.hpp"

#include <gtest/gtest.h>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

Dossier plichtig() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.achternaam = "Şahin";
  dossier.geboortedatum = Date(1985, 7, 1);
  dossier.gegevens.verblijfsdoel = "Permanent";
  dossier.gegevens.rechtmatigVerblijf = true;
  dossier.gegevens.nationaliteit1 = "Turkse";
  return dossier;
}

TEST(Wi2007Plicht, EstablishedAndNothingAgainstItIsObliged) {
  const auto stand = plichtOp(plichtig(), kToday);
  EXPECT_TRUE(stand.plichtig);
  EXPECT_FALSE(stand.reden);
}

// W07-034, W07-035
TEST(Wi2007Plicht, ATemporaryPurposeOrAnUnlawfulStayIsNotObliged) {
  auto dossier = plichtig();
  dossier.gegevens.verblijfsdoel = "Tijdelijk";
  EXPECT_FALSE(plichtOp(dossier, kToday).plichtig);
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Tijdelijk verblijfsdoel");
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
  dossier = plichtig();
  dossier.gegevens.rechtmatigVerblijf = false;
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Geen rechtmatig verblijf");
  dossier.gegevens.rechtmatigVerblijf.reset();
  EXPECT_TRUE(plichtOp(dossier, kToday).plichtig) << "not known is not unlawful";
}

// W07-037
TEST(Wi2007Plicht, TheDiplomaEndsIt) {
  auto dossier = plichtig();
  dossier.examens.datumDiplomaBehaald = kToday;
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Inburgeringsdiploma behaald");
}

// W07-011
TEST(Wi2007Plicht, TheDutchNationalityTakesOutOfTheLawAndAVolunteerStays) {
  auto dossier = plichtig();
  dossier.gegevens.nationaliteit2 = "Nederlandse";
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Nederlandse nationaliteit");
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
  dossier.positie = posities::kVrijwillig;
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
}

// W07-011
TEST(Wi2007Plicht, ThePensionAgeTakesOutOfTheLawFromThatDay) {
  auto dossier = plichtig();
  dossier.geboortedatum = Date(1959, 11, 22);  // 67 years on 22 November 2026
  EXPECT_TRUE(plichtOp(dossier, kToday.plusDays(-1)).plichtig);
  EXPECT_EQ(herkomst(dossier, kToday.plusDays(-1)), "Actief");
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "AOW-gerechtigde leeftijd bereikt");
  EXPECT_EQ(herkomst(dossier, kToday), "Definitief");
  dossier.positie = posities::kVrijwillig;
  EXPECT_EQ(herkomst(dossier, kToday), "Actief");
}

TEST(Wi2007Plicht, TheMunicipalitysReasonGoesBeforeOneOfTheFacts) {
  auto dossier = plichtig();
  dossier.positie = posities::kMogelijkLater;
  dossier.gegevens.verblijfsdoel = "Tijdelijk";
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Tijdelijk verblijfsdoel");
  dossier.redenNietInburgeringsplichtig = "Student";
  EXPECT_EQ(plichtOp(dossier, kToday).reden, "Student");
}

TEST(Wi2007Plicht, AProvisionRunsThroughItsLastDay) {
  auto dossier = plichtig();
  Inburgeringsvoorziening voorziening;
  voorziening.datumStart = kToday.plusDays(-10);
  voorziening.datumEinde = kToday;
  dossier.voorzieningen = {voorziening};
  EXPECT_FALSE(heeftVoorziening(dossier, kToday.plusDays(-11)));
  EXPECT_TRUE(heeftVoorziening(dossier, kToday));
  EXPECT_FALSE(heeftVoorziening(dossier, kToday.plusDays(1)));
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
