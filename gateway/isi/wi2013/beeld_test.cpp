#include "gateway/isi/wi2013/beeld.hpp"

#include <gtest/gtest.h>

#include "gateway/isi/wi2013/testing/testdossier.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

Namens caller(Rol rol = Rol::Wi2013MUT) {
  return {kGroningen, Rollen().add(rol), kToday};
}
Factuur invoice(const char* status) {
  Factuur factuur;
  factuur.factuurnummer = "PVT1";
  factuur.factuurdatum = kToday;
  factuur.bedrag = {15000};
  factuur.status = status;
  return factuur;
}
Dossier fulfilled() {
  Dossier dossier = testDossier();
  dossier.pvt.datumVoldaan = Date(2026, 10, 1);
  return dossier;
}

TEST(Wi2013Beeld, PutsTheNameTogetherFromWhatThereIs) {
  Dossier dossier = testDossier();
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).naam, "Selam Berhane");
  dossier.voorvoegsel = "van der";
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).naam, "Selam van der Berhane");
  dossier.voornamen.reset();
  dossier.voorvoegsel.reset();
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).naam, "Berhane");
}

TEST(Wi2013Beeld, NamesTheMunicipalityWhereThePersonLivesNow) {
  Dossier dossier = testDossier();
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).gemeente, "0014");
  dossier.verblijven[0].totEnMet = kToday.plusDays(-1);
  dossier.verblijven.push_back({kAlmere, kToday, std::nullopt});
  EXPECT_EQ(beeldVan(dossier, kWoonde, caller()).gemeente, "0034");
  dossier.datumUitschrijving = kToday;
  EXPECT_EQ(beeldVan(dossier, kWoonde, caller()).gemeente, std::nullopt);
}

// W13-014
TEST(Wi2013Beeld, PvtCanBeChangedByTheResidentMunicipalityWithMutForThoseWithTheDuty) {
  const auto may = [](const Dossier& dossier, Verblijf verblijf, const Namens& namens) {
    return beeldVan(dossier, verblijf, namens).persoonsgegevens.wijzigenMogelijk;
  };
  Dossier dossier = testDossier();
  EXPECT_TRUE(may(dossier, kWoont, caller()));
  EXPECT_FALSE(may(dossier, kWoont, caller(Rol::Wi2013))) << "reading role";
  EXPECT_FALSE(may(dossier, kWoonde, caller())) << "moved away";
  dossier.pvt.pvtPlichtig = false;
  EXPECT_FALSE(may(dossier, kWoont, caller())) << "no duty";
  dossier.pvt.pvtPlichtig.reset();
  EXPECT_FALSE(may(dossier, kWoont, caller())) << "duty not determined";
  dossier = testDossier();
  dossier.datumOverlijden = kToday;
  EXPECT_FALSE(may(dossier, kWoont, caller())) << "deceased";
}

TEST(Wi2013Beeld, ARegistrationIsDefinitiveWhenTheWeeklyRunHasSaidSo) {
  Dossier dossier = fulfilled();
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).persoonsgegevens.pvt.definitief, std::nullopt);
  for (const bool definitief : {false, true}) {
    dossier.pvt.definitief = definitief;
    EXPECT_EQ(beeldVan(dossier, kWoont, caller()).persoonsgegevens.pvt.definitief, definitief);
  }
}

TEST(Wi2013Factuur, NvtWithoutLoanOrDutyElseNeeUntilThereIsOne) {
  Dossier dossier = testDossier();
  EXPECT_EQ(factuurAanwezig(dossier), "Nee");
  dossier.lening = false;
  EXPECT_EQ(factuurAanwezig(dossier), "NVT");
  dossier.lening = true;
  dossier.pvt.pvtPlichtig = false;
  EXPECT_EQ(factuurAanwezig(dossier), "NVT");
  dossier.pvt.datumVoldaan = kToday;
  EXPECT_EQ(factuurAanwezig(dossier), "Nee") << "the duty ended because it was fulfilled";
  dossier.facturen.push_back(invoice("2"));
  EXPECT_EQ(factuurAanwezig(dossier), "Ja");
}

TEST(Wi2013Factuur, CanBeSentOnceThePvtIsFulfilledByTheResidentMunicipality) {
  EXPECT_FALSE(factuurIndienbaar(testDossier(), kWoont, kToday)) << "not fulfilled";
  Dossier dossier = fulfilled();
  EXPECT_TRUE(factuurIndienbaar(dossier, kWoont, kToday));
  EXPECT_FALSE(factuurIndienbaar(dossier, kWoonde, kToday));
  dossier.lening = false;
  EXPECT_FALSE(factuurIndienbaar(dossier, kWoont, kToday));
}

TEST(Wi2013Factuur, ANewOneIsAllowedAfterOneThatWasTurnedDownOnly) {
  for (const auto& row : codes::kFactuurstatus.rows) {
    Dossier dossier = fulfilled();
    dossier.facturen.push_back(invoice(row.code.data()));
    const bool turnedDown = row.code == "1" || row.code == "6";
    EXPECT_EQ(factuurIndienbaar(dossier, kWoont, kToday), turnedDown) << row.code;
    const auto block = beeldVan(dossier, kWoont, caller()).factuur;
    EXPECT_EQ(block.toevoegenMogelijk, turnedDown) << row.code;
    EXPECT_EQ(block.wijzigenMogelijk, row.code != "4" && row.code != "5") << row.code;
    EXPECT_EQ(block.ingediendeFactuur->status, row.code);
  }
}

TEST(Wi2013Factuur, TheReadingRoleMayNeitherAddNorChange) {
  Dossier dossier = fulfilled();
  EXPECT_FALSE(beeldVan(dossier, kWoont, caller(Rol::Wi2013)).factuur.toevoegenMogelijk);
  dossier.facturen.push_back(invoice("2"));
  EXPECT_FALSE(beeldVan(dossier, kWoont, caller(Rol::Wi2013)).factuur.wijzigenMogelijk);
}

TEST(Wi2013Factuur, TheLastOneIsShown) {
  Dossier dossier = fulfilled();
  dossier.facturen = {invoice("6"), invoice("2")};
  dossier.facturen[1].factuurnummer = "PVT2";
  EXPECT_EQ(beeldVan(dossier, kWoont, caller()).factuur.ingediendeFactuur->factuurnummer, "PVT2");
}

TEST(Wi2013Rij, AnEntryOfTheFeedCarriesTheRow) {
  const PersoonRij rij = rijVan(fulfilled(), kWoonde);
  EXPECT_TRUE(rij.voldaanAanPvtPlicht);
  EXPECT_EQ(rij.verblijf, "VoormaligWoonachtig");
  const auto entry = PersoonIngang::of("P13.1", 7, rij);
  EXPECT_EQ(entry.volgnummer, 7);
  EXPECT_FALSE(entry.vervallen);
  EXPECT_EQ(entry.bsn, rij.bsn);
  EXPECT_EQ(entry.factuurAanwezig, "Nee");
  EXPECT_EQ(entry.verblijf, "VoormaligWoonachtig");
}

}  // namespace
}  // namespace cvsgw::isi::wi2013
