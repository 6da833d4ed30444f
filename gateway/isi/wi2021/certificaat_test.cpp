// W21-650, W21-656: when there is a certificate, and what is printed on it.
#include "gateway/isi/wi2021/certificaat.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"
#include "gateway/isi/wi2021/testing/eindgesprek.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

Dossier voorlopig() {
  Dossier dossier;
  auto& wie = dossier.personalia;
  wie.bsn = *Bsn::parse("999993653");
  wie.voornamen = "Rania Fatima";
  wie.voorvoegsel = "al";
  wie.achternaam = "Khatib";
  wie.geboortedatum = Date(1988, 4, 1);
  dossier.plicht.datumVaststelling = Date(2023, 9, 1);
  auto& pip = dossier.pips.emplace_back();
  pip.datumDagtekening = pip.datumDagtekeningInitieel = Date(2023, 10, 1);
  pip.leerroute = "Z";
  dossier.eindgesprek = eindgesprekVan(*Gemeentecode::parse("0344"));
  return dossier;
}

Dossier definitief() {
  return maakEindgesprekDefinitief(voorlopig(), kRegistratie.plusDays(15))->dossier;
}

std::vector<std::string> regels(const Document& document) {
  std::vector<std::string> out;
  for (const auto& deel : document.delen)
    out.push_back(deel.label.empty() ? deel.tekst : deel.label + ": " + deel.tekst);
  return out;
}

TEST(Wi2021Certificaat, IsThereWhenTheTalkIsDefinitiveAndNotBefore) {
  EXPECT_FALSE(certificaatVan(voorlopig()));
  const auto certificaat = certificaatVan(definitief());
  ASSERT_TRUE(certificaat);
  EXPECT_EQ(certificaat->gemeentecode.value(), "0344") << "of whoever registered the talk";
  EXPECT_EQ(certificaat->gemeentenaam, "Utrecht");
  EXPECT_EQ(certificaat->datumEindgesprek, kRegistratie.plusDays(-2));
  EXPECT_EQ(certificaat->datumBeschikbaar, kRegistratie.plusDays(15));
}

TEST(Wi2021Certificaat, IsNotThereWhenTheObligationEndedOtherwise) {
  Dossier dossier = definitief();
  dossier.plicht.redenBeeindiging = "DiplomaBehaald";
  EXPECT_FALSE(certificaatVan(dossier));
  dossier = definitief();
  dossier.eindgesprek.reset();
  EXPECT_FALSE(certificaatVan(dossier));
}

TEST(Wi2021Certificaat, SaysWhoWhereAndWhenAndNoBsn) {
  auto certificaat = *certificaatVan(definitief());
  certificaat.certificaatId = "Z21.17";
  const auto document = documentVan(certificaat);
  const auto alles = regels(document);
  EXPECT_THAT(alles, Contains("Rania Fatima al Khatib"));
  EXPECT_THAT(alles, Contains("geboren op 1 april 1988"));
  EXPECT_THAT(alles, Contains("Gemeente: Utrecht"));
  EXPECT_THAT(alles, Contains("Datum eindgesprek: 30 oktober 2026"));
  EXPECT_THAT(alles, Contains("Leerroute: Zelfredzaamheidsroute (Z-route)"));
  EXPECT_THAT(alles, Contains(HasSubstr("Wet inburgering 2021")));
  EXPECT_THAT(alles, Not(Contains(HasSubstr("999993653"))));
  EXPECT_THAT(alles, Not(Contains(HasSubstr("Niveau"))));
  EXPECT_EQ(document.datum, kRegistratie.plusDays(15)) << "not of the day on which it is made";
  EXPECT_EQ(bestandsnaamVan(certificaat), "Z-route-certificaat_Z21.17.pdf");
  EXPECT_EQ(document.titel.find("Khatib"), std::string::npos);
}

TEST(Wi2021Certificaat, ALevelIsNamedWhenThePlanHasOne) {
  Dossier dossier = definitief();
  dossier.pips.front().niveau = "A1";
  EXPECT_THAT(regels(documentVan(*certificaatVan(dossier))), Contains("Niveau: A1"));
}

TEST(Wi2021Certificaat, WhoseBirthdayIsUnknownOrWhoHasOneNameIsPrintedToo) {
  Dossier dossier = definitief();
  dossier.personalia.voornamen.reset();
  dossier.personalia.voorvoegsel.reset();
  dossier.personalia.geboortedatum.reset();
  const auto alles = regels(documentVan(*certificaatVan(dossier)));
  EXPECT_THAT(alles, Contains("Khatib"));
  EXPECT_THAT(alles, Contains("geboortedatum niet volledig bekend"));
}

}  // namespace
}  // namespace cvsgw::isi::wi2021
