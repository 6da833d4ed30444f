// W21-250, W21-251, W21-657: settling a certificate, on a municipality made by hand.
#include "gateway/laws/wi2021/rules/certificaten.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cvsgw::laws::wi2021 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace isi::wi2021;

class GemeenteMetCertificaat final : public Gemeentewerk {
 public:
  std::vector<Contactpersoon> contactpersonen() override { return {}; }
  std::optional<Contactpersoon> contactpersoon(std::string_view) override { return std::nullopt; }
  std::vector<Bsn> caseload(std::string_view) override { return {}; }
  std::optional<CertificaatRij> certificaat(std::string_view id) override {
    return id == staat.certificaatId ? std::optional(staat) : std::nullopt;
  }
  CertificaatRij staat{
      "v1", "Z21.1", *Bsn::parse("999994001"), "Haddad", Date(2026, 11, 1), "NietAfgehandeld", std::nullopt};
};

class Wi2021Certificaten : public ::testing::Test {
 protected:
  Gemeentebesluit handelAf(const std::string& id) {
    return handelCertificaatAf({namens, verwerking, gemeente}, id);
  }
  static std::vector<std::string> codes(const Gemeentebesluit& besluit) {
    std::vector<std::string> out;
    for (const auto& melding : besluit.meldingen)
      out.push_back(melding.code + " " + melding.veld.value_or(""));
    return out;
  }
  isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), Date(2026, 11, 22)};
  isi::Verwerking verwerking;
  GemeenteMetCertificaat gemeente;
};

TEST_F(Wi2021Certificaten, OneOfTheMunicipalityIsSettled) {
  const auto besluit = handelAf("Z21.1");
  EXPECT_THAT(besluit.meldingen, IsEmpty());
  EXPECT_EQ(besluit.afTeHandelen, "Z21.1");
}

TEST_F(Wi2021Certificaten, AnyOtherIsRefused) {
  const auto besluit = handelAf("Z21.2");
  EXPECT_THAT(codes(besluit), ElementsAre("FS250 certificaatId"));
  EXPECT_FALSE(besluit.afTeHandelen);
}

TEST_F(Wi2021Certificaten, OneThatWasSettledBeforeIsToldWithItsDay) {
  gemeente.staat.datumAfgehandeld = Date(2026, 11, 20);
  const auto besluit = handelAf("Z21.1");
  EXPECT_THAT(codes(besluit), ElementsAre("AS251 certificaatId"));
  EXPECT_FALSE(besluit.meldingen.front().bevestigen);
  EXPECT_NE(besluit.meldingen.front().tekst.find("20-11-2026"), std::string::npos);
  EXPECT_EQ(besluit.afTeHandelen, "Z21.1") << "the answer shows it as it stands";
}

TEST_F(Wi2021Certificaten, AnotherVersionThanWasReadIsRefused) {
  verwerking.verwachteVersie = "v0";
  EXPECT_THAT(codes(handelAf("Z21.1")), ElementsAre("FS010 verwerking/verwachteVersie"));
  EXPECT_THAT(codes(handelAf("Z21.2")), ElementsAre("FS250 certificaatId"));
  verwerking.verwachteVersie = "v1";
  EXPECT_THAT(codes(handelAf("Z21.1")), IsEmpty());
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
