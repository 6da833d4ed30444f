// What a municipality keeps itself, on SQL: contact persons and caseloads, once per message, and where each
// link is to be seen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/testing/bevolking.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"

namespace cvsgw::store {
namespace {

using namespace isi::wi2021;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kEen = "C0363.1";  // the general one, with kPersoon and kTweede
const std::string kTwee = "C0363.2";
const auto kPersoon = *Bsn::parse("999994001");
const auto kTweede = *Bsn::parse("999994013");

class Wi2021GemeenteTest : public ::testing::Test {
 protected:
  Wi2021GemeenteTest() {
    bevolk(*owner_);
    Gemeentebesluit tweede;
    tweede.overdrachten = {{kTweede, kEen}};
    doe(tweede);
  }
  static isi::Opdracht opdracht(std::optional<std::string> id = {}, std::string body = "b") {
    return {"sleutel", std::move(id), std::move(body), {}};
  }
  Uitkomst doe(const Gemeentebesluit& besluit, const isi::Opdracht& als = opdracht()) {
    return store.muteerGemeente(namens, als, [&](const Gemeentestand&) { return besluit; }).value();
  }
  std::optional<Contactpersoon> contact(std::string_view id) {
    const auto all = store.lijstContactpersonen(namens).value();
    const auto found = std::ranges::find(all, id, &Contactpersoon::contactpersoonId);
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  std::vector<std::string> caseload(const std::string& id, bool historie = false) {
    std::vector<std::string> out;
    const auto page = store.raadpleegCaseload(namens, id, historie, {1, 200}).value();
    if (!page) return {"onbekend"};
    for (const auto& row : page->rijen)
      out.push_back(row.bsn.value() + (row.datumIngetrokken ? " tot " + row.datumIngetrokken->text() : ""));
    return out;
  }
  std::optional<std::string> vanPersoon() {
    PersoonCriteria criteria;
    criteria.bsn = kPersoon;
    return store.zoekPersonen(namens, criteria, {1, 10}, {})->rijen.at(0).contactpersoonNaam;
  }
  std::set<std::optional<std::string>> vanSignalen() {
    isi::SignaalCriteria criteria;
    criteria.bsn = kPersoon;
    std::set<std::optional<std::string>> out;
    const auto page = signalen.zoek(Wet::wi2021, namens, criteria, {1, 50}, {}).value();
    for (const auto& signaal : page.rijen) out.insert(signaal.contactpersoonNaam);
    return out;
  }
  std::int64_t laatste() { return store.haalPersonen(namens, 0, 1000)->laatsteVolgnummer; }

  const isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  TempDatabase owner_;
  Wi2021Store store{*owner_};
  SignalenStore signalen{*owner_};
};

TEST_F(Wi2021GemeenteTest, ANewOneGetsAnIdAndCanBeChanged) {
  Gemeentebesluit besluit;
  besluit.contactpersoon = Contactpersoon{{}, {}, "Nieuw", "n@g.example", std::nullopt, true, 0};
  besluit.algemeenAf = kEen;
  ASSERT_TRUE(contact(kEen)->algemeenContactpersoon);
  const auto uitkomst = doe(besluit);
  EXPECT_EQ(uitkomst.resultaat, "Verwerkt");
  ASSERT_TRUE(uitkomst.contactpersoon);
  const auto stored = contact(uitkomst.contactpersoon->contactpersoonId);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->versie, uitkomst.contactpersoon->versie);
  EXPECT_TRUE(stored->algemeenContactpersoon);
  EXPECT_FALSE(contact(kEen)->algemeenContactpersoon);

  Gemeentebesluit wijziging;
  wijziging.contactpersoon = stored;
  wijziging.contactpersoon->telefoonnummer = "020";
  EXPECT_NE(doe(wijziging).contactpersoon->versie, stored->versie);
  EXPECT_EQ(contact(stored->contactpersoonId)->telefoonnummer, "020");
}

// W21-565
TEST_F(Wi2021GemeenteTest, ANewNameIsSeenAtThePersonsAndTheirSignalsAndInTheFeeds) {
  ASSERT_EQ(vanPersoon(), contact(kEen)->naam);
  const auto before = laatste();
  const auto signalsBefore = signalen.haal(Wet::wi2021, namens, 0, 1000)->laatsteVolgnummer;
  Gemeentebesluit besluit;
  besluit.contactpersoon = contact(kEen);
  besluit.contactpersoon->naam = "Andere Naam";
  doe(besluit);
  EXPECT_EQ(vanPersoon(), "Andere Naam");
  EXPECT_THAT(vanSignalen(), ElementsAre("Andere Naam"));
  EXPECT_EQ(store.haalPersonen(namens, before, 1000)->ingangen.size(), caseload(kEen).size());
  EXPECT_FALSE(signalen.haal(Wet::wi2021, namens, signalsBefore, 1000)->ingangen.empty());

  const auto after = laatste();
  besluit.contactpersoon->email = "anders@g.example";
  doe(besluit);
  EXPECT_EQ(laatste(), after) << "an address is in no row";
}

// W21-562, W21-564
TEST_F(Wi2021GemeenteTest, ATransferIsSeenInBothCaseloadsTheRowsAndTheFeeds) {
  const auto before = laatste();
  const auto twee = contact(kTwee)->naam;
  Gemeentebesluit besluit;
  besluit.overdrachten = {{kPersoon, kTwee}};
  EXPECT_THAT(doe(besluit).overgedragen, ElementsAre(kPersoon.value()));
  EXPECT_THAT(caseload(kEen), ::testing::Not(::testing::Contains(kPersoon.value())));
  EXPECT_THAT(caseload(kEen, true), ::testing::Contains(kPersoon.value() + " tot 2026-11-22"));
  EXPECT_THAT(caseload(kTwee), ::testing::Contains(kPersoon.value()));
  EXPECT_EQ(vanPersoon(), twee);
  EXPECT_THAT(vanSignalen(), ElementsAre(twee));
  const auto feed = store.haalPersonen(namens, before, 10);
  ASSERT_EQ(feed->ingangen.size(), 1U);
  EXPECT_EQ(feed->ingangen[0].contactpersoonId, kTwee);
}

// W21-563
TEST_F(Wi2021GemeenteTest, WhoIsRemovedIsGoneFromListPersonsAndSignals) {
  const auto load = caseload(kEen);
  ASSERT_GT(load.size(), 1U);
  Gemeentebesluit besluit;
  besluit.overdrachten = {{kPersoon, kTwee}};
  besluit.verwijder = kEen;
  doe(besluit);
  EXPECT_FALSE(contact(kEen));
  EXPECT_THAT(caseload(kEen), ElementsAre("onbekend"));
  EXPECT_EQ(vanPersoon(), contact(kTwee)->naam) << "transferred before he went";
  PersoonCriteria criteria;
  criteria.contactpersoonId = kEen;
  EXPECT_EQ(store.zoekPersonen(namens, criteria, {1, 10}, {})->totaal, 0);
  isi::SignaalCriteria signals;
  signals.contactpersoonId = kEen;
  EXPECT_EQ(signalen.zoek(Wet::wi2021, namens, signals, {1, 10}, {})->totaal, 0);
  Database::Reading session(*owner_);
  auto open = session->query(
      "SELECT COUNT(*) FROM caseload2021 WHERE contactpersoon_id = ?1 AND datum_ingetrokken IS NULL");
  open.with(kEen);
  ASSERT_TRUE(open.step());
  EXPECT_EQ(open.number(0), 0) << "also of persons out of sight";
}

TEST_F(Wi2021GemeenteTest, AMunicipalityKnowsItsOwnOnly) {
  store
      .muteerGemeente(namens, opdracht(),
                      [&](const Gemeentestand& stand) {
                        EXPECT_FALSE(stand.werk.contactpersoon("C0344.1"));
                        EXPECT_THAT(stand.werk.caseload("C0344.1"), IsEmpty());
                        EXPECT_EQ(stand.werk.contactpersonen().size(), 3U);
                        const auto load = stand.werk.caseload(kEen);
                        EXPECT_TRUE(std::ranges::is_sorted(load));
                        EXPECT_EQ(static_cast<int>(load.size()),
                                  stand.werk.contactpersoon(kEen)->aantalGekoppeld);
                        return Gemeentebesluit{};
                      })
      .value();
}

TEST_F(Wi2021GemeenteTest, ThatIsOnlyStoredWhenItIsProcessed) {
  const auto before = store.lijstContactpersonen(namens)->size();
  Gemeentebesluit besluit;
  besluit.contactpersoon = Contactpersoon{{}, {}, "Nieuw", "n@g.example", std::nullopt, false, 0};
  auto proef = opdracht("m1");
  proef.verwerking.alleenValideren = true;
  EXPECT_EQ(doe(besluit, proef).resultaat, "Goedgekeurd");
  besluit.meldingen = {melding("AS245")};
  EXPECT_EQ(doe(besluit, opdracht("m2")).resultaat, "BevestigingNodig");
  besluit.meldingen = {melding("FS101")};
  const auto fout = doe(besluit, opdracht("m3"));
  EXPECT_EQ(fout.resultaat, "Afgekeurd");
  EXPECT_FALSE(fout.contactpersoon);
  EXPECT_EQ(store.lijstContactpersonen(namens)->size(), before);
}

TEST_F(Wi2021GemeenteTest, TheSameMessageAgainGetsItsFirstOutcome) {
  Gemeentebesluit besluit;
  besluit.contactpersoon = Contactpersoon{{}, {}, "Nieuw", "n@g.example", std::nullopt, false, 0};
  const auto eerst = doe(besluit, opdracht("m1"));
  int asked = 0;
  const auto nogeens = store.muteerGemeente(namens, opdracht("m1"), [&](const Gemeentestand&) {
    ++asked;
    return besluit;
  });
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(nogeens->contactpersoon->contactpersoonId, eerst.contactpersoon->contactpersoonId);
  EXPECT_EQ(store.lijstContactpersonen(namens)->size(), 4U);
  const auto ander = store.muteerGemeente(namens, opdracht("m1", "ander bericht"),
                                          [&](const Gemeentestand&) { return besluit; });
  ASSERT_FALSE(ander);
  EXPECT_EQ(ander.error().kind, FaultKind::messageIdReused);
}

}  // namespace
}  // namespace cvsgw::store
