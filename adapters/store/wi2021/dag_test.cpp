// The days of the Wi2021 on SQL: deadlines on their day, once, also when days were missed; clean-up.
#include "adapters/store/dag.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/signalen.hpp"
#include "adapters/store/temp_database.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/testing/gebeurtenissen_wereld.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaalstatus;
using isi::wi2021::Dossier;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Wi2021DagTest : public ::testing::Test {
 protected:
  Wi2021DagTest() {
    // Months of days, each a transaction: nothing here is about surviving a loss of power.
    (*world).bulkLoad(true);
    processDays(*world, kStart);
  }

  static Dossier persoon() {
    Dossier dossier;
    dossier.personalia.bsn = kBsn;
    dossier.personalia.achternaam = "Yılmaz";
    dossier.plicht.doelgroep.indeling = "Asielstatushouder";
    dossier.plicht.datumVaststelling = kStart;
    dossier.verblijven = {{kAmsterdam, "Ingezetene", kStart, std::nullopt, std::nullopt}};
    dossier.startTermijnPip = kStart;
    return dossier;
  }
  void bewaar(const Dossier& dossier, Date dag) {
    Database::Writing writer(*world);
    wi2021::save(*writer, dossier, dag);
    writer.commit();
  }
  std::string plaats(const std::string& code, Date datum, Wet wet = Wet::wi2021, bool alleenBsn = false) {
    Database::Writing writer(*world);
    NewSignaal signaal;
    signaal.gemeente = kAmsterdam;
    signaal.bsn = kBsn;
    signaal.code = code;
    signaal.datum = datum;
    signaal.alleenBsn = alleenBsn;
    auto id = placeSignaal(*writer, wet, signaal);
    writer.commit();
    return id;
  }
  void zet(const std::string& id, Signaalstatus status, Date dag, Wet wet = Wet::wi2021) {
    Database::Writing writer(*world);
    EXPECT_TRUE(setSignaalstatus(*writer, wet, kAmsterdam, id, status, dag));
    writer.commit();
  }
  std::vector<std::string> codes(const Gemeentecode& gemeente = kAmsterdam, Wet wet = Wet::wi2021) {
    SignalenStore signalen(*world);
    std::vector<std::string> found;
    const auto pagina = signalen.zoek(wet, namens(gemeente), {}, {1, 200}, {});
    for (const auto& signaal : pagina->rijen) found.push_back(signaal.code + " " + signaal.datum.text());
    return found;
  }
  static isi::Namens namens(const Gemeentecode& gemeente) {
    return {gemeente, Rollen().add(Rol::Wi2021MUT), kStart};
  }
  TempDatabase world;
};

TEST_F(Wi2021DagTest, ADeadlineGivesItsSignalOnItsDayAndNotAgain) {
  bewaar(persoon(), kStart);
  processDays(*world, kStart.plusDays(70));
  EXPECT_THAT(codes(), IsEmpty());
  processDays(*world, kStart.plusDays(71));
  EXPECT_THAT(codes(), ElementsAre("SS126 2026-04-14"));
  processDays(*world, kStart.plusDays(75));
  EXPECT_THAT(codes(), ElementsAre("SS126 2026-04-14"));
  bewaar(persoon(), kStart.plusDays(75));
  EXPECT_EQ(codes().size(), 1U) << "storing the person again repeats nothing";
}

TEST_F(Wi2021DagTest, MissedDaysGiveTheirSignalsWithTheirOwnDate) {
  Dossier dossier = persoon();
  dossier.plicht.termijn = isi::wi2021::Termijn{Date(2023, 5, 2), Date(2026, 5, 1), {}, {}};
  bewaar(dossier, kStart);
  processDays(*world, Date(2026, 6, 30));
  EXPECT_THAT(codes(), UnorderedElementsAre("SS126 2026-04-14", "SS195 2026-03-01", "SS196 2026-05-02",
                                            "SS197 2026-06-02"));
}

TEST_F(Wi2021DagTest, AChangeThatPutsADeadlineInThePastGivesItsSignalAtOnce) {
  bewaar(persoon(), kStart);
  Dossier dossier = persoon();
  dossier.plicht.termijn = isi::wi2021::Termijn{Date(2023, 3, 2), Date(2026, 3, 1), {}, {}};
  bewaar(dossier, kStart);
  EXPECT_THAT(codes(), ElementsAre("SS195 2026-02-02"));
  processDays(*world, kStart.plusDays(1));
  EXPECT_EQ(codes().size(), 1U);
}

TEST_F(Wi2021DagTest, AStayThatBeginsLaterGivesSightOnItsDayAndEndsTheLink) {
  Dossier dossier = persoon();
  const Date verhuizing = kStart.plusDays(10);
  dossier.verblijven[0].tot = verhuizing;
  dossier.verblijven[0].vertrek = "AndereGemeente";
  dossier.verblijven.insert(dossier.verblijven.begin(),
                            {kUtrecht, "Ingezetene", verhuizing, std::nullopt, std::nullopt});
  dossier.koppelingen = {{{}, kAmsterdam, "C1", kStart, std::nullopt}};
  bewaar(dossier, kStart);
  const auto ziet = [&] {
    Database::Reading session(*world);
    return findZicht(*session, Wet::wi2021, kUtrecht, kBsn).has_value();
  };
  processDays(*world, verhuizing.plusDays(-1));
  EXPECT_FALSE(ziet());
  processDays(*world, verhuizing);
  EXPECT_TRUE(ziet());
  Database::Reading session(*world);
  EXPECT_EQ(loadDossierAs<Dossier>(*session, Wet::wi2021, kBsn)->koppelingen[0].datumIngetrokken, verhuizing);
}

// The plan of 2 February is definitive from day 15.
TEST_F(Wi2021DagTest, APlanBecomesDefinitiveOnItsFifteenthDay) {
  Dossier dossier = persoon();
  auto& pip = dossier.pips.emplace_back();
  pip.gemeentecode = kAmsterdam;
  pip.datumDagtekening = pip.datumDagtekeningInitieel = kStart;
  pip.datumRegistratie = pip.datumRegistratieInitieel = kStart;
  pip.leerroute = "B";
  bewaar(dossier, kStart);
  processDays(*world, kStart.plusDays(14));
  EXPECT_THAT(codes(), IsEmpty());
  processDays(*world, kStart.plusDays(15));
  EXPECT_THAT(codes(), ElementsAre("SS102 2026-02-17"));
  Database::Reading session(*world);
  const auto termijn = loadDossierAs<Dossier>(*session, Wet::wi2021, kBsn)->plicht.termijn;
  ASSERT_TRUE(termijn);
  EXPECT_EQ(termijn->einddatum, Date(2029, 2, 2));
}

TEST_F(Wi2021DagTest, AFinalTalkEndsTheObligationOnItsFifteenthDayAndSettles) {
  Dossier dossier = persoon();
  auto& talk = dossier.eindgesprek.emplace();
  talk.gemeentecode = kAmsterdam;
  talk.datumEindgesprek = talk.datumRegistratie = kStart;
  bewaar(dossier, kStart);
  plaats("SS104", kStart);
  processDays(*world, kStart.plusDays(14));
  EXPECT_THAT(codes(), ElementsAre("SS104 2026-02-02"));
  processDays(*world, kStart.plusDays(15));
  EXPECT_THAT(codes(), UnorderedElementsAre("SS104 2026-02-02", "SS141 2026-02-17"));
  isi::SignaalCriteria open;
  open.nietAfgehandeld = true;
  EXPECT_EQ(SignalenStore(*world).tel(Wet::wi2021, namens(kAmsterdam), open)->totaal(), 1);
  processDays(*world, kStart.plusDays(15 + 28));
  EXPECT_FALSE(codes().empty());
  processDays(*world, kStart.plusDays(15 + 29));
  EXPECT_THAT(codes(), IsEmpty()) << "four weeks after the end of the obligation";
}

// W21-595: settled on day 0, gone when T > day 7.
TEST_F(Wi2021DagTest, SettledSignalsGoAfterAWeek) {
  bewaar(persoon(), kStart);
  zet(plaats("SS101", kStart), Signaalstatus::afgehandeld, kStart);
  plaats("SS139", kStart);
  processDays(*world, kStart.plusDays(7));
  EXPECT_EQ(codes().size(), 2U);
  SignalenStore signalen(*world);
  const auto before = signalen.haal(Wet::wi2021, namens(kAmsterdam), 0, 100)->laatsteVolgnummer;
  processDays(*world, kStart.plusDays(8));
  EXPECT_THAT(codes(), ElementsAre("SS139 2026-02-02"));
  const auto after = signalen.haal(Wet::wi2021, namens(kAmsterdam), before, 100);
  ASSERT_EQ(after->ingangen.size(), 1U);
  EXPECT_TRUE(after->ingangen[0].vervallen);
  EXPECT_EQ(signalen.tel(Wet::wi2021, namens(kAmsterdam), {})->totaal(), 1);
}

TEST_F(Wi2021DagTest, ASignalThatIsOpenedAgainIsKept) {
  bewaar(persoon(), kStart);
  const auto id = plaats("SS101", kStart);
  zet(id, Signaalstatus::afgehandeld, kStart);
  zet(id, Signaalstatus::inBehandeling, kStart.plusDays(3));
  processDays(*world, kStart.plusDays(30));
  EXPECT_THAT(codes(), ElementsAre("SS101 2026-02-02"));
}

// W21-596: on the first day of a quarter what has been new for more than three months.
TEST_F(Wi2021DagTest, NewSignalsGoAtAQuartersStart) {
  bewaar(persoon(), kStart);
  plaats("SS101", Date(2025, 12, 31));
  plaats("SS139", Date(2026, 1, 1));
  plaats("SS190", Date(2025, 12, 31), Wet::wi2021, true);
  plaats("SS601", Date(2025, 12, 31), Wet::wi2013);
  zet(plaats("SS140", Date(2025, 12, 31)), Signaalstatus::inBehandeling, kStart);
  processDays(*world, Date(2026, 3, 31));
  EXPECT_EQ(codes().size(), 4U);
  processDays(*world, Date(2026, 4, 1));
  EXPECT_THAT(codes(), UnorderedElementsAre("SS139 2026-01-01", "SS140 2025-12-31"))
      << "what is in hand stays; a correction goes with the others";
  EXPECT_THAT(codes(kAmsterdam, Wet::wi2013), IsEmpty());
  processDays(*world, Date(2026, 6, 30));
  EXPECT_EQ(codes().size(), 3U) << "SS126 came, nothing went between the quarters";
  processDays(*world, Date(2026, 7, 1));
  EXPECT_THAT(codes(), UnorderedElementsAre("SS126 2026-04-14", "SS140 2025-12-31"));
}

TEST_F(Wi2021DagTest, TheWi2007KnowsNoCleanUp) {
  plaats("SS001", Date(2025, 6, 1), Wet::wi2007);
  processDays(*world, Date(2026, 4, 1));
  EXPECT_EQ(codes(kAmsterdam, Wet::wi2007).size(), 1U);
}

TEST_F(Wi2021DagTest, ProgressIsToldPerThousandPersons) {
  bewaar(persoon(), kStart);
  {
    Database::Writing writer(*world);
    Dossier dossier = persoon();
    std::int64_t made = 0;
    for (std::int64_t number = 999989999; made < 1001; --number) {
      const auto bsn = Bsn::parse(std::to_string(number));
      if (!bsn) continue;
      dossier.personalia.bsn = *bsn;
      wi2021::save(*writer, dossier, kStart);
      ++made;
    }
    writer.commit();
  }
  std::vector<std::string> told;
  processDays(*world, kStart.plusDays(72), [&](Date day, std::int64_t done, std::int64_t all) {
    told.push_back(day.text() + " " + std::to_string(done) + "/" + std::to_string(all));
  });
  EXPECT_THAT(told, ElementsAre("2026-04-14 1000/1002"));
}

}  // namespace
}  // namespace cvsgw::store
