// Certificates of the Z-route as a caller meets them. The named person of the finished Z-route is out of
// sight; the certificate is there.
#include <gtest/gtest.h>

#include "gateway/laws/wi2021/operations/operations_test_world.hpp"
#include "gateway/security/base64.hpp"
#include "gateway/security/fingerprint.hpp"

namespace cvsgw::laws::wi2021::operatietest {
namespace {

class Wi2021CertificatenOperaties : public OperationsTest {
 protected:
  TestIsi& backend() override { return isi_; }
  static std::string waarde(const std::string& text, const std::string& name) {
    const auto at = text.find(":" + name + ">");
    if (at == std::string::npos) return {};
    const auto start = at + name.size() + 2;
    return text.substr(start, text.find('<', start) - start);
  }
  std::string zoek(const std::string& criteria = {}, const std::string& gemeente = "0363",
                   const std::string& paginering = {}) {
    return answer("ZoekCertificaten", van(gemeente) + el("criteria", criteria) +
                                          (paginering.empty() ? "" : el("paginering", paginering)));
  }
  std::string met(const std::string& operatie, const std::string& id, const std::string& gemeente = "0363",
                  const std::string& rest = {}) {
    return answer(operatie, van(gemeente) + el("certificaatId", id) + rest);
  }
  static std::string gemeen(const std::string& name, const std::string& value) {
    return "<" + name + " xmlns=\"" + std::string(namespaceUri(Namespace::gemeenschappelijk)) + "\">" +
           value + "</" + name + ">";
  }
  static std::string ook() { return el("alleenNietAfgehandeld", "false"); }

  TestIsi isi_;
  const std::string bsn_ = "999994219";
};

TEST_F(Wi2021CertificatenOperaties, AreListedForWhomIsOutOfSight) {
  ASSERT_TRUE(has(answer("RaadpleegPersoon", hier + el("bsn", bsn_)), code("AS001")));
  const auto lijst = zoek();
  EXPECT_EQ(waarde(lijst, "totaal"), "1");
  EXPECT_EQ(waarde(lijst, "bsn"), bsn_);
  EXPECT_EQ(waarde(lijst, "achternaam"), "Łukaszewicz-Çınar");
  EXPECT_EQ(waarde(lijst, "datumEindgesprek"), kToday.plusDays(-60).text());
  EXPECT_TRUE(has(lijst, code("NietAfgehandeld")));
  EXPECT_EQ(zoek(el("bsn", bsn_)), lijst);
  const auto gesorteerd =
      zoek({}, "0363", el("sortering", el("kolom", "Achternaam") + el("richting", "Aflopend")));
  EXPECT_EQ(waarde(gesorteerd, "bsn"), bsn_);
}

TEST_F(Wi2021CertificatenOperaties, NothingFoundIsAMessage) {
  for (const auto& text : {zoek(el("bsn", "999994001")), zoek({}, "0344"), zoek(el("bsn", bsn_), "0344")}) {
    EXPECT_EQ(waarde(text, "totaal"), "0");
    EXPECT_TRUE(has(text, code("AS001")));
  }
  EXPECT_TRUE(has(zoek({}, "0363", el("pagina", "2")), code("AS002")));
  const auto fout = zoek(el("bsn", "999994218"));
  EXPECT_TRUE(has(fout, code("FS001")));
  EXPECT_FALSE(has(fout, "999994218"));
}

// W21-651
TEST_F(Wi2021CertificatenOperaties, NeedTheRoleToChangeAlsoToRead) {
  const auto id = waarde(zoek(), "certificaatId");
  EXPECT_FALSE(ask("ZoekCertificaten", hier + el("criteria", ""), Rol::Wi2021));
  EXPECT_FALSE(ask("HaalCertificaat", hier + el("certificaatId", id), Rol::Wi2021));
  EXPECT_FALSE(ask("HandelCertificaatAf", hier + el("certificaatId", id), Rol::Wi2021));
}

TEST_F(Wi2021CertificatenOperaties, IsFetchedAsAPdfWithItsDigestAndANameThatTellsNothing) {
  const auto id = waarde(zoek(), "certificaatId");
  const auto text = met("HaalCertificaat", id);
  EXPECT_EQ(waarde(text, "mediatype"), "application/pdf");
  EXPECT_EQ(waarde(text, "bestandsnaam"), "Z-route-certificaat_" + id + ".pdf");
  EXPECT_EQ(waarde(text, "certificaatId"), id);
  const auto certificaat = isi_.wi2021().haalCertificaat({*Gemeentecode::parse("0363"), {}, kToday}, id);
  const auto pdf = documenten.pdf(documentVan(**certificaat)).value();
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  EXPECT_EQ(waarde(text, "inhoud"), security::base64(pdf));
  EXPECT_EQ(waarde(text, "sha256"), security::fingerprint(pdf));
  vandaag = kToday.plusDays(400);
  EXPECT_EQ(met("HaalCertificaat", id), text) << "the same bytes, whenever it is asked for";
}

TEST_F(Wi2021CertificatenOperaties, AnotherMunicipalityAndNoCertificateAreTheSameAnswer) {
  const auto id = waarde(zoek(), "certificaatId");
  const auto niets = met("HaalCertificaat", "Z21.999");
  EXPECT_TRUE(has(niets, code("FS250")));
  EXPECT_FALSE(has(niets, "inhoud"));
  EXPECT_EQ(met("HaalCertificaat", id, "0344"), niets);
  const auto nietAf = met("HandelCertificaatAf", "Z21.999");
  EXPECT_EQ(waarde(nietAf, "resultaat"), "Afgekeurd");
  EXPECT_TRUE(has(nietAf, code("FS250")));
  EXPECT_EQ(met("HandelCertificaatAf", id, "0344"), nietAf);
  EXPECT_EQ(waarde(zoek(), "totaal"), "1");
}

// W21-655
TEST_F(Wi2021CertificatenOperaties, IsSettledAndLeavesTheListButCanBeFetched) {
  const auto lijst = zoek();
  const auto id = waarde(lijst, "certificaatId");
  const auto voor = met("HaalCertificaat", id);
  const auto proef =
      met("HandelCertificaatAf", id, "0363", el("verwerking", gemeen("alleenValideren", "true")));
  EXPECT_EQ(waarde(proef, "resultaat"), "Goedgekeurd");
  EXPECT_FALSE(has(proef, ":stand>"));
  EXPECT_EQ(zoek(), lijst);

  const auto versie = el("verwerking", gemeen("verwachteVersie", waarde(lijst, "versie")));
  messageId = "urn:uuid:1";
  const auto af = met("HandelCertificaatAf", id, "0363", versie);
  EXPECT_EQ(waarde(af, "resultaat"), "Verwerkt");
  EXPECT_TRUE(has(af, code("Afgehandeld")));
  EXPECT_EQ(waarde(af, "datumAfgehandeld"), kToday.text());
  EXPECT_EQ(waarde(zoek(), "totaal"), "0");
  EXPECT_TRUE(has(zoek(ook()), waarde(af, "versie")));
  EXPECT_EQ(met("HandelCertificaatAf", id, "0363", versie), af) << "the same message, done once";

  messageId = "urn:uuid:2";
  vandaag = kToday.plusDays(3);
  const auto nogEens = met("HandelCertificaatAf", id);
  EXPECT_EQ(waarde(nogEens, "resultaat"), "Verwerkt");
  EXPECT_TRUE(has(nogEens, code("AS251")));
  EXPECT_EQ(waarde(nogEens, "datumAfgehandeld"), kToday.text()) << "its day stays";
  messageId = "urn:uuid:3";
  EXPECT_TRUE(has(met("HandelCertificaatAf", id, "0363", versie), code("FS010")));
  EXPECT_EQ(met("HaalCertificaat", id), voor);
}

}  // namespace
}  // namespace cvsgw::laws::wi2021::operatietest
