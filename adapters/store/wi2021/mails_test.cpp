// Mails to contact persons: who gets which on which day, and that nothing in them tells who a person is.
#include "adapters/store/wi2021/mails.hpp"

#include "adapters/store/post.hpp"
#include "adapters/store/wi2021/contactpersonen.hpp"
#include "adapters/store/wi2021/testing/gebeurtenissen_wereld.hpp"
#include "gateway/isi/wi2021/koppelen.hpp"
#include "gateway/isi/wi2021/mail.hpp"

namespace cvsgw::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// kStart is Monday 2 February 2026, which has been processed already.
constexpr Date kMaandag(2026, 2, 9);
static_assert(kMaandag == kStart.plusDays(7));

struct Gemaakt {
  std::string soort, aan, tekst;
};

class MailsTest : public GebeurtenissenTest {
 protected:
  void contact(const char* id, bool algemeen = false, const Gemeentecode& gemeente = kAmsterdam) {
    Database::Writing writer(*world);
    isi::wi2021::Contactpersoon rij;
    rij.contactpersoonId = id;
    rij.naam = "Kanarienaam Contact";
    rij.email = std::string(id) + "@gemeente.example";
    rij.algemeenContactpersoon = algemeen;
    wi2021::addContactpersoon(*writer, gemeente, rij);
    writer.commit();
  }
  void koppel(std::optional<std::string> id, Date dag = kStart) {
    wijzig(
        [&](isi::wi2021::Dossier& dossier) {
          dossier = isi::wi2021::koppel(std::move(dossier), kAmsterdam, id, dag);
        },
        dag);
  }
  /// Of one kind, and taken out of the outbox.
  std::vector<Gemaakt> mails(const std::string& soort) {
    std::vector<Gemaakt> found;
    Database::Writing writer(*world);
    {
      auto query =
          writer->query("SELECT soort, aan, onderwerp || tekst FROM mail WHERE soort = ?1 ORDER BY mail_id");
      query.with(soort);
      while (query.step()) found.push_back({query.string(0), query.string(1), query.string(2)});
    }
    writer->query("DELETE FROM mail WHERE soort = ?1").with(soort).run();
    writer.commit();
    return found;
  }
  std::vector<std::string> weekmailsAan() {
    std::vector<std::string> aan;
    for (const auto& mail : mails("weekmail")) aan.push_back(mail.aan);
    return aan;
  }
  void zetStatus(isi::Signaalstatus status) {
    Database::Writing writer(*world);
    std::vector<std::string> ids;
    {
      auto query = writer->query("SELECT signaal_id FROM signaal WHERE vervallen = 0");
      while (query.step()) ids.push_back(query.string(0));
    }
    for (const auto& id : ids) setSignaalstatus(*writer, Wet::wi2021, kAmsterdam, id, status, kStart);
    writer.commit();
  }
};

// W21-680, W21-683
TEST_F(MailsTest, TheLinkedContactPersonGetsItAndTheGeneralOneDoesNot) {
  contact("a");
  contact("b", true);
  begin();
  koppel("a");
  dagen(kMaandag.plusDays(-1));
  EXPECT_THAT(weekmailsAan(), IsEmpty()) << "Sunday";
  dagen(kMaandag);
  const auto gemaakt = mails("weekmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_EQ(gemaakt[0].aan, "a@gemeente.example");
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("SS101  Persoon is inburgeringsplichtig."));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("SS139"));
}

// W21-682
TEST_F(MailsTest, TheGeneralContactPersonGetsThoseOfPersonsWithoutOne) {
  contact("a");
  contact("b", true);
  contact("u", true, kUtrecht);
  begin();
  dagen(kMaandag);
  EXPECT_THAT(weekmailsAan(), ElementsAre("b@gemeente.example"));
}

// W21-682
TEST_F(MailsTest, WithoutAGeneralContactPersonNobodyGetsThem) {
  contact("a");
  begin();
  dagen(kMaandag);
  EXPECT_THAT(weekmailsAan(), IsEmpty());
}

// W21-682: also a correction, which carries a BSN and nothing else.
TEST_F(MailsTest, ACorrectionGoesToTheGeneralContactPerson) {
  contact("a");
  contact("b", true);
  begin();
  koppel("a");
  dagen(kMaandag);
  weekmailsAan();
  gaat("correctie", {{"code", "SS190"}}, kMaandag);
  dagen(kMaandag.plusDays(7));
  const auto gemaakt = mails("weekmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_EQ(gemaakt[0].aan, "b@gemeente.example");
  EXPECT_THAT(gemaakt[0].tekst, Not(HasSubstr(kBsn.value())));
}

// W21-681
TEST_F(MailsTest, WhatWasNewInOneWeekIsNotNewInTheNext) {
  contact("a");
  begin();
  koppel("a");
  dagen(kMaandag);
  EXPECT_THAT(weekmailsAan(), SizeIs(1));
  dagen(kMaandag.plusDays(7));
  EXPECT_THAT(weekmailsAan(), IsEmpty()) << "W21-684: the same signals, still Nieuw";
}

// W21-681
TEST_F(MailsTest, WhatComesAfterTheMondaysProcessingIsOfNextWeek) {
  contact("a");
  begin();
  koppel("a");
  dagen(kMaandag);
  weekmailsAan();
  gaat("bio-verzoek", {}, kMaandag);  // on the Monday itself
  dagen(kMaandag.plusDays(6));
  EXPECT_THAT(weekmailsAan(), IsEmpty());
  dagen(kMaandag.plusDays(7));
  const auto gemaakt = mails("weekmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("1 nieuw signaal"));
  EXPECT_THAT(gemaakt[0].tekst, Not(HasSubstr("SS101")));
}

// W21-681
TEST_F(MailsTest, WhatAUserHasTakenUpAlreadyIsNotNew) {
  contact("a");
  begin();
  koppel("a");
  zetStatus(isi::Signaalstatus::inBehandeling);
  dagen(kMaandag);
  EXPECT_THAT(weekmailsAan(), IsEmpty());
}

// W21-681
TEST_F(MailsTest, TheLinkCountsAsItIsOnMonday) {
  contact("a");
  contact("b");
  begin();
  koppel("a");
  koppel("b", kMaandag.plusDays(-1));
  dagen(kMaandag);
  EXPECT_THAT(weekmailsAan(), ElementsAre("b@gemeente.example"));
}

// W21-681
TEST_F(MailsTest, TheVeryFirstWeeklyMailsLookBackSevenDays) {
  contact("a");
  begin();
  koppel("a");
  {
    Database::Writing writer(*world);
    writer->query("DELETE FROM teller WHERE naam = 'weekmail2021'").run();
    writer->query("UPDATE signaal SET datum = ?1 WHERE code = 'SS101'").with(kMaandag.plusDays(-8)).run();
    writer.commit();
  }
  dagen(kMaandag);
  const auto gemaakt = mails("weekmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("SS139")) << "of seven days ago";
  EXPECT_THAT(gemaakt[0].tekst, Not(HasSubstr("SS101"))) << "of eight days ago";
}

// W21-686
TEST_F(MailsTest, TenMissedMondaysGiveOneMailWithAllThatIsNew) {
  contact("a");
  begin();
  koppel("a");
  dagen(kMaandag.plusDays(7 * 10 + 2));  // a Wednesday; SS126 came on the way, after ten weeks
  const auto gemaakt = mails("weekmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("SS101"));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("SS126"));
}

// W21-686: day by day, each Monday has its own.
TEST_F(MailsTest, AMondayThatWasNotMissedHasItsOwn) {
  contact("a");
  begin();
  koppel("a");
  std::size_t aantal = 0;
  for (Date dag = kStart; dag <= kMaandag.plusDays(7 * 10); dag = dag.plusDays(1)) {
    dagen(dag);
    aantal += mails("weekmail").size();
  }
  EXPECT_EQ(aantal, 2U) << "one with SS101 and SS139, one with SS126";
}

// W21-685
TEST_F(MailsTest, NeitherBsnNorNameIsInAMail) {
  contact("a", true);
  gaat("nieuwe-plicht", {{"achternaam", "Kanariepiet"},
                         {"voornamen", "Kanariemarie"},
                         {"geboortedatum", "1990-05-17"},
                         {"gemeente", "0363"},
                         {"doelgroep", "Asielstatushouder"}});
  koppel("a");
  dagen(kMaandag);
  std::string alles;
  for (const char* soort : {"weekmail", "koppelmail"}) {
    const auto gemaakt = mails(soort);
    ASSERT_THAT(gemaakt, SizeIs(1)) << soort;
    alles += gemaakt[0].tekst;
  }
  for (const char* kanarie : {"999993653", "Kanarie", "1990", "17-05"})
    EXPECT_THAT(alles, Not(HasSubstr(kanarie)));
}

// W21-687
TEST_F(MailsTest, LinksOfADayAreOneMailOnTheNext) {
  contact("a");
  contact("b");
  begin();
  koppel("a");
  koppel("b");
  koppel("a");
  EXPECT_THAT(mails("koppelmail"), IsEmpty()) << "the day is not over";
  dagen(kStart.plusDays(1));
  const auto gemaakt = mails("koppelmail");
  ASSERT_THAT(gemaakt, SizeIs(2));
  EXPECT_EQ(gemaakt[0].aan, "a@gemeente.example");
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("koppelingen: 2\n- aantal ontkoppelingen: 1\n\nU bent nu aan 1 "));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("Op 02-02-2026"));
  EXPECT_EQ(gemaakt[1].aan, "b@gemeente.example");
  EXPECT_THAT(gemaakt[1].tekst, HasSubstr("koppelingen: 1\n- aantal ontkoppelingen: 1\n\nU bent nu aan 0 "));
  dagen(kStart.plusDays(2));
  EXPECT_THAT(mails("koppelmail"), IsEmpty()) << "told once";
}

// W21-687
TEST_F(MailsTest, AChangeThatLinksNobodyTellsNobody) {
  contact("a");
  begin();
  koppel("a");
  dagen(kStart.plusDays(1));
  mails("koppelmail");
  wijzig([](isi::wi2021::Dossier& dossier) { dossier.personalia.voornamen = "Anders"; }, kStart.plusDays(1));
  dagen(kStart.plusDays(2));
  EXPECT_THAT(mails("koppelmail"), IsEmpty());
}

// W21-687: the end of a link that nobody asked for, also one that is dated back.
TEST_F(MailsTest, AMoveIsAnUnlinkToo) {
  contact("a");
  begin();
  koppel("a");
  dagen(kStart.plusDays(10));
  mails("koppelmail");
  gaat("vestiging", {{"gemeente", "0344"}, {"datum", kStart.plusDays(5).text()}}, kStart.plusDays(10));
  dagen(kStart.plusDays(11));
  const auto gemaakt = mails("koppelmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_THAT(gemaakt[0].tekst, HasSubstr("koppelingen: 0\n- aantal ontkoppelingen: 1\n"));
}

// W21-687
TEST_F(MailsTest, SoIsACorrectionThatTakesThePersonAway) {
  contact("a");
  begin();
  koppel("a");
  dagen(kStart.plusDays(1));
  mails("koppelmail");
  gaat("correctie", {{"code", "SS190"}}, kStart.plusDays(1));
  dagen(kStart.plusDays(2));
  EXPECT_THAT(mails("koppelmail"), SizeIs(1));
}

// W21-688
TEST_F(MailsTest, WhoHasBeenRemovedGetsNoMail) {
  contact("a");
  contact("b");
  begin();
  koppel("a");
  {
    Database::Writing writer(*world);
    wi2021::transfer(*writer, kAmsterdam, kBsn, "b", kStart);
    wi2021::removeContactpersoon(*writer, kAmsterdam, "a", kStart);
    writer.commit();
  }
  dagen(kMaandag);
  const auto gemaakt = mails("koppelmail");
  ASSERT_THAT(gemaakt, SizeIs(1));
  EXPECT_EQ(gemaakt[0].aan, "b@gemeente.example");
  EXPECT_THAT(weekmailsAan(), ElementsAre("b@gemeente.example"));
}

}  // namespace
}  // namespace cvsgw::store
