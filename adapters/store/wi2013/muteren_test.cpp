// Changes of the Wi2013 on SQL: sight, versions, dry runs and exactly once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/rekeningnummers.hpp"
#include "adapters/store/wi2013/testing/wereld.hpp"

namespace cvsgw::store::wereld2013 {
namespace {

using isi::wi2013::Besluit;
using isi::wi2013::Stand;
using isi::wi2013::Uitkomst;

class Wi2013Muteren : public Wereld2013 {
 protected:
  Wi2013Muteren() { begin(); }
  // Sets the start of taking part, once.
  static Besluit startDeelname(const Stand& stand) {
    Besluit besluit;
    besluit.dossier = stand.dossier;
    besluit.dossier->pvt.datumStartDeelname = stand.namens.vandaag;
    besluit.toon = [](const isi::wi2013::Dossier& nieuw, Uitkomst& uitkomst) { uitkomst.pvt = nieuw.pvt; };
    return besluit;
  }
  Outcome<Uitkomst> doe(isi::Opdracht opdracht, const Gemeentecode& gemeente = kGroningen) {
    const isi::Namens namens{gemeente, Rollen().add(Rol::Wi2013MUT), kStart};
    return store.muteerPersoon(namens, opdracht, kBsn, [this](const Stand& stand) {
      ++besluiten;
      bekend = stand.rekeningnummerBekend;
      return startDeelname(stand);
    });
  }
  isi::wi2013::Persoon persoon() {
    const isi::Namens namens{kGroningen, Rollen().add(Rol::Wi2013MUT), kStart};
    return store.raadpleegPersoon(namens, kBsn)->value();
  }
  Wi2013Store store{*world};
  int besluiten = 0;
  bool bekend = false;
};

TEST_F(Wi2013Muteren, StoresTheOutcomeAndShowsTheNewVersion) {
  const auto voor = persoon().persoonsgegevens.pvt.versie;
  const auto uitkomst = doe({"k", std::nullopt, "", {}});
  EXPECT_EQ(uitkomst->resultaat, "Verwerkt");
  ASSERT_TRUE(uitkomst->pvt);
  const auto na = persoon().persoonsgegevens.pvt;
  EXPECT_EQ(na.datumStartDeelname, kStart);
  EXPECT_EQ(na.versie, uitkomst->pvt->versie);
  EXPECT_NE(na.versie, voor);
  EXPECT_FALSE(voor.empty());
}

TEST_F(Wi2013Muteren, WhoIsNotInSightIsNotFound) {
  const auto uitkomst = doe({"k", std::nullopt, "", {}}, kAlmere);
  EXPECT_EQ(uitkomst->resultaat, "Afgekeurd");
  EXPECT_EQ(uitkomst->meldingen[0].code, "FS303");
  EXPECT_EQ(besluiten, 0);
}

TEST_F(Wi2013Muteren, ADryRunStoresNothing) {
  isi::Opdracht opdracht{"k", "m1", "f", {}};
  opdracht.verwerking.alleenValideren = true;
  EXPECT_EQ(doe(opdracht)->resultaat, "Goedgekeurd");
  EXPECT_EQ(persoon().persoonsgegevens.pvt.datumStartDeelname, std::nullopt);
}

TEST_F(Wi2013Muteren, TheSameMessageIsDoneOnce) {
  const isi::Opdracht opdracht{"k", "m1", "f", {}};
  const auto eerste = doe(opdracht);
  const auto tweede = doe(opdracht);
  EXPECT_EQ(besluiten, 1);
  EXPECT_EQ(tweede->pvt->versie, eerste->pvt->versie);
  const auto ander = doe({"k", "m1", "g", {}});
  ASSERT_FALSE(ander);
  EXPECT_EQ(ander.error().kind, FaultKind::messageIdReused);
}

TEST_F(Wi2013Muteren, TheAccountNumberIsThatOfTheMunicipalityThatAsks) {
  doe({"k", std::nullopt, "", {}});
  EXPECT_TRUE(bekend);
  gaat("rekeningnummer", {{"gemeente", "0034"}, {"bekend", "nee"}});
  doe({"k", std::nullopt, "", {}});
  EXPECT_TRUE(bekend) << "another municipality's";
  gaat("rekeningnummer", {{"gemeente", "0014"}, {"bekend", "nee"}});
  doe({"k", std::nullopt, "", {}});
  EXPECT_FALSE(bekend);
}

}  // namespace
}  // namespace cvsgw::store::wereld2013
