// The changing operations from the request's bytes to the answer's: binding, rules, store and answer.
#include "gateway/laws/wi2013/testing/operations_wereld.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

std::string tussen(const std::string& text, const std::string& element) {
  const auto begin = text.find("<w13:" + element + ">");
  if (begin == std::string::npos) return {};
  const auto from = begin + element.size() + 6;
  return text.substr(from, text.find("</w13:" + element + ">") - from);
}

std::string bsn(const char* nummer) {
  return "<bsn>" + std::string(nummer) + "</bsn>";
}
const std::string kLoopt = bsn("999996010");       // the term runs, nothing is registered
const std::string kMagFactuur = bsn("999996058");  // fulfilled, with a loan, no invoice
const std::string kMetFactuur = bsn("999996009");  // an invoice of status 2

TEST_F(Wi2013Operations, ThePvtIsRegisteredAndShownWithItsVersion) {
  const auto out = answer("WijzigPvt", kLoopt +
                                           "<pvt><datumStartDeelname>2026-11-02</datumStartDeelname>"
                                           "<datumEindeDeelname>2026-11-16</datumEindeDeelname>"
                                           "<datumVoldaan>2026-11-16</datumVoldaan></pvt>");
  EXPECT_EQ(tussen(out, "resultaat"), "Verwerkt");
  EXPECT_EQ(tussen(out, "datumRegistratie"), "2026-11-22");
  EXPECT_EQ(tussen(out, "definitief"), "false");
  const auto versie = tussen(out, "versie");
  EXPECT_EQ(versie.size(), 16U);
  EXPECT_TRUE(has(answer("RaadpleegPersoon", kLoopt), versie)) << "reading shows the same version";
  const auto leeg = answer("WijzigPvt", kLoopt + "<pvt/>");
  EXPECT_EQ(tussen(leeg, "resultaat"), "Verwerkt") << "what is absent becomes empty";
  EXPECT_EQ(tussen(leeg, "datumVoldaan"), "");
}

TEST_F(Wi2013Operations, EveryReasonOfTheSchemaIsBound) {
  for (const auto& row : isi::wi2013::codes::kRedenNietVoldaan.rows) {
    const auto out = answer("WijzigPvt", kLoopt + "<pvt><redenNietVoldaan>" + std::string(row.code) +
                                             "</redenNietVoldaan></pvt>");
    EXPECT_EQ(tussen(out, "resultaat"), "Afgekeurd") << row.code;
    EXPECT_TRUE(has(out, "<g:code>FS315</g:code>") || has(out, "<g:code>FS316</g:code>")) << row.code;
  }
}

TEST_F(Wi2013Operations, ADateOfAnImpossibleYearIsADateAllTheSame) {
  const auto out = answer("WijzigPvt", kLoopt + "<pvt><datumVoldaan>12026-01-01</datumVoldaan></pvt>");
  EXPECT_TRUE(has(out, "<g:code>FS319</g:code>"));
}

TEST_F(Wi2013Operations, AnInvoiceComesChangesAndGoes) {
  const std::string factuur =
      "<factuur><factuurnummer>PVT9</factuurnummer><factuurdatum>2026-11-20</factuurdatum>"
      "<debiteurnummer>D1</debiteurnummer></factuur>";
  auto out = answer("VoegFactuurToe", kMagFactuur + factuur);
  EXPECT_EQ(tussen(out, "resultaat"), "Verwerkt");
  EXPECT_EQ(tussen(out, "bedrag"), "150.00");
  out = answer("WijzigFactuur", kMagFactuur +
                                    "<factuur><factuurnummer>PVT10</factuurnummer><factuurdatum>"
                                    "2026-11-21</factuurdatum></factuur>");
  EXPECT_EQ(tussen(out, "factuurnummer"), "PVT10");
  EXPECT_EQ(tussen(out, "debiteurnummer"), "") << "what is absent becomes empty";
  out = answer("VerwijderFactuur", kMagFactuur);
  EXPECT_EQ(tussen(out, "resultaat"), "Verwerkt");
  EXPECT_FALSE(has(out, "<w13:stand>"));
  EXPECT_TRUE(has(answer("VerwijderFactuur", kMagFactuur), "<g:code>FS340</g:code>"));
  EXPECT_EQ(tussen(answer("VerwijderFactuur", kMetFactuur), "resultaat"), "Verwerkt");
}

// W13-007
TEST_F(Wi2013Operations, AChangeNeedsTheChangingRoleAndAPerson) {
  for (const char* operation : {"WijzigPvt", "VoegFactuurToe", "WijzigFactuur", "VerwijderFactuur"}) {
    const std::string content = std::string(operation) == "WijzigPvt"
                                    ? "<pvt/>"
                                    : "<factuur><factuurnummer>P</factuurnummer><factuurdatum>2026-11-20"
                                      "</factuurdatum></factuur>";
    const std::string rest = std::string(operation) == "VerwijderFactuur" ? "" : content;
    const auto out = call(operation, kLoopt + rest, "0034");
    ASSERT_FALSE(out) << operation;
    EXPECT_EQ(out.error().kind, FaultKind::notAuthorised) << operation;
    EXPECT_TRUE(has(answer(operation, bsn("999996008") + rest), "<g:code>FS001</g:code>")) << operation;
    EXPECT_TRUE(has(answer(operation, bsn("999993653") + rest), "<g:code>FS303</g:code>")) << operation;
    EXPECT_TRUE(has(answer(operation, bsn("999996095") + rest), "<g:code>FS305</g:code>")) << operation;
    EXPECT_TRUE(has(answer(operation, bsn("999996113") + rest), "<g:code>FS304</g:code>")) << operation;
  }
}

TEST_F(Wi2013Operations, TheStatusOfSignalsIsSetForAllOrForNone) {
  const auto found = answer("ZoekSignalen", "<criteria><bsn>999996010</bsn></criteria>");
  const auto id = tussen(found, "signaalId");
  const auto set = [&](const std::string& ids, const char* status) {
    return answer("WijzigSignaalstatus",
                  "<signaalIds>" + ids + "</signaalIds><status>" + status + "</status>");
  };
  const std::string een = "<signaalId>" + id + "</signaalId>";
  const auto geweigerd = set(een + "<signaalId>S13.9999999999</signaalId>", "Afgehandeld");
  EXPECT_TRUE(has(geweigerd, "<g:code>FS020</g:code>"));
  EXPECT_FALSE(has(geweigerd, "<w13:stand>"));
  const auto gedaan = set(een, "Afgehandeld");
  EXPECT_EQ(tussen(gedaan, "resultaat"), "Verwerkt");
  EXPECT_EQ(tussen(gedaan, "status"), "Afgehandeld");
  EXPECT_EQ(tussen(set(een, "InBehandeling"), "status"), "InBehandeling");
  EXPECT_TRUE(has(set(een, "InBehandeling"), "<g:code>AS010</g:code>"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2013
