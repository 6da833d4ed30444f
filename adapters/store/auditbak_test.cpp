#include "adapters/store/auditbak.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/eenmaal.hpp"
#include "adapters/store/temp_database.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/signalen.hpp"

namespace cvsgw::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const auto kBetrokkene = *Bsn::parse("999994001");
const auto kTweedeBetrokkene = *Bsn::parse("999994013");

class AuditbakTest : public ::testing::Test {
 protected:
  /// A change that ends with this `resultaat`, as a law's port does it.
  Outcome<isi::Statusuitkomst> wijzig(const std::string& kenmerk, isi::Resultaat resultaat,
                                      const std::string& messageId = {}) {
    verantwoording = isi::Verantwoording{};
    verantwoording.kenmerk = kenmerk;
    verantwoording.betrokkenen.add(kTweedeBetrokkene);
    isi::Opdracht opdracht;
    opdracht.applicatiesleutel = "SLEUTEL";
    if (!messageId.empty()) opdracht.messageId = messageId;
    opdracht.aanzet = "aanzet van " + kenmerk;
    opdracht.verantwoording = &verantwoording;
    return eenmaal<isi::Statusuitkomst>(database, opdracht, kToday, [&](Session&) {
      if (stuk) throw Error("the disk is full");
      noemBetrokkene(opdracht, kBetrokkene);
      isi::Statusuitkomst uitkomst;
      uitkomst.resultaat = resultaatNaam(resultaat);
      return uitkomst;
    });
  }
  std::vector<std::string> kenmerken(int seconden = 0) {
    std::vector<std::string> out;
    const auto posten = bak.oudste(100, seconden).value();
    for (const auto& post : posten) out.push_back(post.kenmerk);
    return out;
  }

  TempDatabase folder;
  Database& database = *folder;
  AuditbakStore bak{database};
  isi::Verantwoording verantwoording;
  bool stuk = false;  ///< the engine fails
};

TEST_F(AuditbakTest, R70_AChangeLeavesItsRecordInItsOwnTransaction) {
  ASSERT_TRUE(wijzig("een", isi::Resultaat::verwerkt));
  EXPECT_TRUE(verantwoording.inUitbak);
  const auto posten = bak.oudste(100, 0).value();
  ASSERT_EQ(posten.size(), 1U);
  EXPECT_EQ(posten[0].aanzet, "aanzet van een");
  EXPECT_THAT(posten[0].betrokkenen, ElementsAre(kBetrokkene, kTweedeBetrokkene));
  EXPECT_THAT(kenmerken(60), IsEmpty()) << "its message may be on its way";
}

TEST_F(AuditbakTest, R70_WhatChangedNothingLeavesNothing) {
  for (const auto resultaat :
       {isi::Resultaat::afgekeurd, isi::Resultaat::goedgekeurd, isi::Resultaat::bevestigingNodig}) {
    ASSERT_TRUE(wijzig("niets", resultaat, "urn:uuid:" + std::string(resultaatNaam(resultaat))));
    EXPECT_FALSE(verantwoording.inUitbak);
  }
  stuk = true;
  EXPECT_FALSE(wijzig("mislukt", isi::Resultaat::verwerkt));
  EXPECT_FALSE(verantwoording.inUitbak);
  EXPECT_THAT(kenmerken(), IsEmpty());
}

TEST_F(AuditbakTest, R70_AMessageThatComesAgainIsNoSecondChange) {
  ASSERT_TRUE(wijzig("een", isi::Resultaat::verwerkt, "urn:uuid:1"));
  ASSERT_TRUE(wijzig("twee", isi::Resultaat::verwerkt, "urn:uuid:1"));
  EXPECT_FALSE(verantwoording.inUitbak);
  EXPECT_THAT(kenmerken(), ElementsAre("een"));
}

TEST_F(AuditbakTest, R70_WhatTheClockPutIntoTheFutureIsTakenWhenAllIsTaken) {
  ASSERT_TRUE(wijzig("een", isi::Resultaat::verwerkt));
  {
    Database::Writing writer(database);
    writer->query("UPDATE auditbak SET tijd = tijd + 3600").run();
    writer.commit();
  }
  EXPECT_THAT(kenmerken(1), IsEmpty());
  EXPECT_THAT(kenmerken(0), ElementsAre("een"));
}

TEST_F(AuditbakTest, WhatIsRecordedIsForgotten) {
  for (const char* kenmerk : {"een", "twee", "drie"}) ASSERT_TRUE(wijzig(kenmerk, isi::Resultaat::verwerkt));
  ASSERT_TRUE(bak.vergeet({"een", "drie", "onbekend"}));
  EXPECT_THAT(kenmerken(), ElementsAre("twee"));
}

}  // namespace
}  // namespace cvsgw::store
