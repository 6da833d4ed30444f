// The reading operations from the request's bytes to the answer's.
#include "gateway/laws/wi2013/testing/operations_wereld.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

TEST_F(Wi2013Operations, EveryNamedPersonGivesAValidScreen) {
  for (const auto& persoon : store::testpersonenWi2013(nullptr, kToday)) {
    const auto out = answer("RaadpleegPersoon", "<bsn>" + persoon.bsn + "</bsn>");
    const bool gone = persoon.bsn == "999996125";
    EXPECT_EQ(has(out, "<w13:achternaam>"), !gone) << persoon.bsn;
    EXPECT_EQ(has(out, "<g:code>AS001</g:code>"), gone) << persoon.bsn;
  }
}

TEST_F(Wi2013Operations, ABsnThatFailsTheElevenTestIsAMessage) {
  EXPECT_TRUE(has(answer("RaadpleegPersoon", "<bsn>999996008</bsn>"), "<g:code>FS001</g:code>"));
}

TEST_F(Wi2013Operations, AFormerResidentIsReadWithTheMessageThatSaysSo) {
  EXPECT_TRUE(has(answer("RaadpleegPersoon", "<bsn>999996095</bsn>"), "<g:code>AS301</g:code>"));
  const auto now = answer("RaadpleegPersoon", "<bsn>999996095</bsn>", "0034");
  EXPECT_TRUE(has(now, "<w13:meldingen></w13:meldingen>"));
  EXPECT_TRUE(has(now, "<w13:wijzigenMogelijk>false</w13:wijzigenMogelijk>")) << "the reading role";
}

TEST_F(Wi2013Operations, AMunicipalityWithoutAGrantIsRefused) {
  const auto out = call("RaadpleegPersoon", "<bsn>999996009</bsn>", "0106");
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().kind, FaultKind::notAuthorised);
}

TEST_F(Wi2013Operations, PersonsAreSearchedSortedAndCut) {
  const auto empty = answer("ZoekPersonen", "<criteria/>");
  EXPECT_TRUE(has(empty, "<g:code>FS003</g:code>"));
  EXPECT_TRUE(
      has(answer("ZoekPersonen", "<criteria><bsn>999996009</bsn><pvtPlichtig>true</pvtPlichtig></criteria>"),
          "<g:code>FS004</g:code>"));
  const auto found = answer("ZoekPersonen", "<criteria><factuurAanwezig>Nee</factuurAanwezig></criteria>");
  EXPECT_TRUE(has(found, "<w13:totaal>1</w13:totaal>"));
  EXPECT_TRUE(has(found, "999996058"));
  const auto last =
      answer("ZoekPersonen",
             "<criteria><verblijf>Woonachtig</verblijf></criteria><paginering><pagina>1</pagina>"
             "<paginagrootte>1</paginagrootte><sortering><kolom>Bsn</kolom><richting>Aflopend"
             "</richting></sortering></paginering>");
  EXPECT_TRUE(has(last, "999996149"));
  EXPECT_FALSE(has(last, "999996009"));
  EXPECT_TRUE(has(answer("ZoekPersonen",
                         "<criteria><verblijf>Woonachtig</verblijf></criteria><paginering>"
                         "<pagina>9</pagina></paginering>"),
                  "<g:code>AS002</g:code>"));
}

// W13-013
TEST_F(Wi2013Operations, SignalsComeTenAPageInTheOrderOfTheBsn) {
  const auto first = answer("ZoekSignalen", "<criteria/>");
  EXPECT_LT(first.find("999996009"), first.find("999996010"));
  size_t rows = 0;
  for (size_t at = first.find("<w13:signaalId>"); at != std::string::npos;
       at = first.find("<w13:signaalId>", at + 1)) {
    ++rows;
  }
  EXPECT_EQ(rows, 10U);
  EXPECT_TRUE(has(answer("ZoekSignalen", "<criteria><code>SS612</code></criteria>"), "999996071"));
  EXPECT_TRUE(has(answer("ZoekSignalen",
                         "<criteria><nietAfgehandeld>true</nietAfgehandeld><status>Afgehandeld"
                         "</status></criteria>"),
                  "<g:code>FS004</g:code>"));
}

TEST_F(Wi2013Operations, CountsAndFeedsAgree) {
  const auto telling = answer("TelSignalen", "<criteria><bsn>999996034</bsn></criteria>");
  EXPECT_TRUE(has(telling, "<g:totaal>3</g:totaal>"));
  EXPECT_TRUE(has(telling, "<g:afgehandeld>1</g:afgehandeld>"));
  const auto none = answer("HaalSignalen", "<naVolgnummer>1000</naVolgnummer><maximum>10</maximum>");
  EXPECT_TRUE(has(none, "<w13:laatsteVolgnummer>1000</w13:laatsteVolgnummer>"));
  EXPECT_TRUE(has(none, "<w13:meerBeschikbaar>false</w13:meerBeschikbaar>"));
  EXPECT_TRUE(has(answer("HaalSignalen", "<naVolgnummer>0</naVolgnummer><maximum>3</maximum>"),
                  "<w13:meerBeschikbaar>true</w13:meerBeschikbaar>"));
  EXPECT_TRUE(
      has(answer("HaalPersonen", "<naVolgnummer>0</naVolgnummer><maximum>100</maximum>"), "999996137"))
      << "who left the BRP is still in sight";
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
