// Certificates of the Z-route on SQL: from the day on which the talk is definitive, for the municipality that
// registered it, and for good.
#include "adapters/store/wi2021/certificaten.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "adapters/store/migrations.hpp"
#include "adapters/store/wi2021/testing/gebeurtenissen_wereld.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"

namespace cvsgw::store {
namespace {

using namespace isi::wi2021;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date kDefinitief = kStart.plusDays(15);

class CertificatenTest : public GebeurtenissenTest {
 protected:
  isi::Namens namens(const Gemeentecode& gemeente = kAmsterdam, Date dag = kDefinitief) {
    return {gemeente, Rollen().add(Rol::Wi2021MUT), dag};
  }
  void voerGesprek(const Gemeentecode& gemeente = kAmsterdam) {
    wijzig([&](Dossier& dossier) {
      dossier.eindgesprek = Eindgesprek{{}, gemeente, kStart, std::nullopt, kStart};
    });
  }
  /// `id bsn status`, in the order of the list.
  std::vector<std::string> lijst(const CertificaatCriteria& criteria = {},
                                 const Gemeentecode& gemeente = kAmsterdam,
                                 const CertificaatSortering& sortering = {}) {
    std::vector<std::string> out;
    const auto pagina = store.zoekCertificaten(namens(gemeente), criteria, {1, 200}, sortering);
    for (const auto& rij : pagina->rijen)
      out.push_back(rij.certificaatId + " " + rij.achternaam + " " + rij.status +
                    (rij.datumAfgehandeld ? " " + rij.datumAfgehandeld->text() : ""));
    return out;
  }
  Uitkomst handelAf(const std::string& id, Date dag = kDefinitief, std::optional<std::string> messageId = {},
                    std::string body = "b") {
    Gemeentebesluit besluit;
    besluit.afTeHandelen = id;
    return *store.muteerGemeente(namens(kAmsterdam, dag),
                                 {"sleutel", std::move(messageId), std::move(body), {}},
                                 [&](const Gemeentestand&) { return besluit; });
  }
  static CertificaatCriteria alle() { return {std::nullopt, false}; }

  Wi2021Store store{*world};
};

// W21-650.
TEST_F(CertificatenTest, IsThereOnTheFifteenthDayWithItsSignal) {
  begin();
  voerGesprek();
  dagen(kDefinitief.plusDays(-1));
  EXPECT_THAT(lijst(), IsEmpty());
  EXPECT_FALSE(heeft("SS141"));
  dagen(kDefinitief);
  EXPECT_THAT(lijst(), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
  EXPECT_TRUE(heeft("SS141"));
  dagen(kDefinitief.plusDays(3));
  EXPECT_THAT(lijst(), ElementsAre("Z21.1 Yılmaz NietAfgehandeld")) << "once";
}

TEST_F(CertificatenTest, AnotherEndOfTheObligationGivesNone) {
  begin();
  voerGesprek();
  gaat("diploma", {}, kStart.plusDays(3));
  dagen(kDefinitief.plusDays(1));
  EXPECT_THAT(lijst(alle()), IsEmpty());
}

// W21-652.
TEST_F(CertificatenTest, BelongsToWhoRegisteredTheTalkAlsoAfterAMoveAndOutOfSight) {
  begin();
  voerGesprek();
  gaat("vestiging", {{"gemeente", "0344"}}, kStart.plusDays(5));
  dagen(kDefinitief);
  EXPECT_THAT(lijst(), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
  EXPECT_THAT(lijst(alle(), kUtrecht), IsEmpty());
  EXPECT_FALSE(*store.haalCertificaat(namens(kUtrecht), "Z21.1"));
  const Date later = kDefinitief.plusDays(29);
  dagen(later);
  ASSERT_FALSE(*store.raadpleegPersoon(namens(kAmsterdam, later), kBsn)) << "out of sight";
  EXPECT_THAT(lijst(), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
  const auto certificaat = *store.haalCertificaat(namens(kAmsterdam, later), "Z21.1");
  ASSERT_TRUE(certificaat);
  EXPECT_EQ(certificaat->achternaam, "Yılmaz");
  EXPECT_EQ(certificaat->gemeentenaam, "Amsterdam");
  EXPECT_EQ(certificaat->datumBeschikbaar, kDefinitief);
}

// W21-656.
TEST_F(CertificatenTest, KeepsTheNameOfTheDayOnWhichItBecameAvailable) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  wijzig([](Dossier& dossier) { dossier.personalia.achternaam = "Demir"; }, kDefinitief);
  EXPECT_EQ((*store.haalCertificaat(namens(), "Z21.1"))->achternaam, "Yılmaz");
  EXPECT_THAT(lijst(), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
}

// The talk of an earlier obligation is history; the paper is not.
TEST_F(CertificatenTest, WhoIsObligedAnewKeepsTheCertificateOfBeforeAndGetsNoSecond) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  gaat("nieuwe-plicht", {{"achternaam", "Yılmaz"}, {"gemeente", "0363"}, {"doelgroep", "Asielstatushouder"}},
       kDefinitief.plusDays(40));
  dagen(kDefinitief.plusDays(80));
  EXPECT_THAT(lijst(alle()), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
}

// W21-653, W21-657.
TEST_F(CertificatenTest, IsSettledOnceAndCanStillBeFetched) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  const auto voor = *store.haalCertificaat(namens(), "Z21.1");
  const auto oudeVersie = store.zoekCertificaten(namens(), {}, {1, 20}, {})->rijen.at(0).versie;
  const auto uitkomst = handelAf("Z21.1");
  ASSERT_TRUE(uitkomst.certificaat);
  EXPECT_EQ(uitkomst.certificaat->status, "Afgehandeld");
  EXPECT_NE(uitkomst.certificaat->versie, oudeVersie);
  EXPECT_THAT(lijst(), IsEmpty());
  EXPECT_THAT(lijst(alle()), ElementsAre("Z21.1 Yılmaz Afgehandeld 2026-02-17"));
  handelAf("Z21.1", kDefinitief.plusDays(4));
  EXPECT_THAT(lijst(alle()), ElementsAre("Z21.1 Yılmaz Afgehandeld 2026-02-17")) << "the day stays";
  const auto na = *store.haalCertificaat(namens(), "Z21.1");
  ASSERT_TRUE(na);
  EXPECT_EQ(na->achternaam, voor->achternaam);
}

TEST_F(CertificatenTest, TheSameMessageGetsItsFirstOutcome) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  const auto eerst = handelAf("Z21.1", kDefinitief, "m1");
  const auto weer = handelAf("Z21.1", kDefinitief.plusDays(2), "m1");
  ASSERT_TRUE(eerst.certificaat && weer.certificaat);
  EXPECT_EQ(weer.certificaat->versie, eerst.certificaat->versie);
  EXPECT_EQ(weer.certificaat->datumAfgehandeld, kDefinitief);
  Gemeentebesluit ander;
  EXPECT_EQ(store
                .muteerGemeente(namens(), {"sleutel", "m1", "anders", {}},
                                [&](const Gemeentestand&) { return ander; })
                .error()
                .kind,
            FaultKind::messageIdReused);
}

TEST_F(CertificatenTest, AnotherMunicipalityCannotSettleIt) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  Database::Writing writer(*world);
  wi2021::settleCertificaat(*writer, kUtrecht, "Z21.1", kDefinitief);
  EXPECT_FALSE(wi2021::findCertificaat(*writer, kUtrecht, "Z21.1"));
  EXPECT_FALSE(wi2021::findCertificaat(*writer, kAmsterdam, "Z21.1")->datumAfgehandeld);
}

// W21-658, both sides: SS192 leaves the person under the law.
TEST_F(CertificatenTest, ACorrectionTakesItAway) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  gaat("correctie", {{"code", "SS192"}}, kDefinitief);
  EXPECT_THAT(lijst(alle()), ElementsAre("Z21.1 Yılmaz NietAfgehandeld"));
  gaat("correctie", {{"code", "SS190"}}, kDefinitief);
  EXPECT_THAT(lijst(alle()), IsEmpty());
  EXPECT_FALSE(*store.haalCertificaat(namens(), "Z21.1"));
}

// W21-654: pages of a total order, each certificate once.
TEST_F(CertificatenTest, EveryOrderIsTotalAndThePagesHoldEachOnce) {
  {
    Database::Writing writer(*world);
    Dossier dossier;
    dossier.plicht.doelgroep.indeling = "Asielstatushouder";
    dossier.plicht.datumVaststelling = kStart;
    dossier.plicht.einddatum = kStart;
    dossier.plicht.redenBeeindiging = "ZrouteVoldaan";
    dossier.verblijven = {{kAmsterdam, "Ingezetene", kStart, std::nullopt, std::nullopt}};
    int made = 0;
    for (std::int64_t number = 999989999; made < 25; --number) {
      const auto bsn = Bsn::parse(std::to_string(number));
      if (!bsn) continue;
      dossier.personalia.bsn = *bsn;
      dossier.personalia.achternaam = std::string(made % 2 ? "Çelik" : "Celik") + std::to_string(made % 3);
      dossier.eindgesprek = Eindgesprek{{}, kAmsterdam, kStart.plusDays(made % 4), std::nullopt, kStart};
      wi2021::save(*writer, dossier, kStart);
      ++made;
    }
    writer.commit();
  }
  for (const auto kolom :
       {CertificaatKolom::bsn, CertificaatKolom::achternaam, CertificaatKolom::datumEindgesprek}) {
    for (const auto richting : {isi::Richting::oplopend, isi::Richting::aflopend}) {
      std::vector<CertificaatRij> rijen;
      for (int pagina = 1; pagina <= 3; ++pagina) {
        const auto page = store.zoekCertificaten(namens(), {}, {pagina, 10}, {kolom, richting});
        EXPECT_EQ(page->totaal, 25);
        EXPECT_EQ(page->aantalPaginas, 3);
        rijen.insert(rijen.end(), page->rijen.begin(), page->rijen.end());
      }
      std::set<std::string> ids;
      for (const auto& rij : rijen) ids.insert(rij.certificaatId);
      EXPECT_EQ(ids.size(), 25U);
      if (richting == isi::Richting::aflopend) std::ranges::reverse(rijen);
      if (kolom == CertificaatKolom::bsn) {
        EXPECT_TRUE(std::ranges::is_sorted(rijen, {}, &CertificaatRij::bsn));
      }
      if (kolom == CertificaatKolom::datumEindgesprek) {
        EXPECT_TRUE(std::ranges::is_sorted(rijen, {}, &CertificaatRij::datumEindgesprek));
      }
      if (kolom == CertificaatKolom::achternaam) {
        EXPECT_EQ(rijen.front().achternaam.back(), '0') << "diacritics do not count";
        EXPECT_EQ(rijen.back().achternaam.back(), '2');
      }
    }
  }
  CertificaatCriteria een;
  een.bsn = store.zoekCertificaten(namens(), {}, {1, 1}, {})->rijen.at(0).bsn;
  EXPECT_EQ(lijst(een).size(), 1U);
}

// A file of before certificates were kept: whose talk was definitive then is looked at on the next day.
TEST_F(CertificatenTest, ATalkThatWasDefinitiveBeforeTheTableHasItsCertificateTheNextDay) {
  begin();
  voerGesprek();
  dagen(kDefinitief);
  {
    Database::Writing writer(*world);
    for (const char* sql :
         {"DELETE FROM certificaat2021", "DELETE FROM wacht2021", "DROP INDEX certificaat2021_persoon",
          "DROP INDEX certificaat2021_gemeente", "DROP TABLE certificaat2021"})
      (*writer).script(sql);
    (*writer).script(kSchemaCertificaten);
    writer.commit();
  }
  EXPECT_THAT(lijst(), IsEmpty());
  dagen(kDefinitief.plusDays(1));
  EXPECT_EQ(lijst().size(), 1U);
  EXPECT_EQ((*store.haalCertificaat(namens(), "Z21.2"))->datumBeschikbaar, kDefinitief);
}

}  // namespace
}  // namespace cvsgw::store
