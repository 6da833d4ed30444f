// What of a listener's trust is taken into force, what is a warning, and what keeps the files out.
#include <gmock/gmock.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "gateway/transport/tls_test_client.hpp"
#include "gateway/transport/trust.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

template <class Write>
std::string pemOf(const Write& write) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  write(out.get());
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string pemOf(const Identity& identity) {
  return pemOf([&](BIO* out) { PEM_write_bio_X509(out, identity.certificate.get()); });
}

// Of `issuer`, but signed by `signer`; seconds from now.
std::string listOf(const Identity& issuer, const Identity& signer, long begins = -3600, long ends = 3600) {
  const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(X509_CRL_new(), X509_CRL_free);
  const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> time(ASN1_TIME_new(), ASN1_TIME_free);
  X509_CRL_set_version(list.get(), 1);
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get()));
  X509_CRL_set1_lastUpdate(list.get(), X509_gmtime_adj(time.get(), begins));
  X509_CRL_set1_nextUpdate(list.get(), X509_gmtime_adj(time.get(), ends));
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer.certificate.get(), nullptr, nullptr, list.get(), 0);
  X509_EXTENSION* key = X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always");
  X509_CRL_add_ext(list.get(), key, -1);
  X509_EXTENSION_free(key);
  X509_CRL_sign(list.get(), signer.key.get(), EVP_sha256());
  return pemOf([&](BIO* out) { PEM_write_bio_X509_CRL(out, list.get()); });
}

std::string listOf(const Identity& issuer) {
  return listOf(issuer, issuer);
}

struct TrustTest : ::testing::Test {
  tl::expected<Trust, std::string> fill(const std::string& trusted, const std::vector<std::string>& lists,
                                        const Trust* inForce = nullptr) const {
    TlsFiles files;
    files.trusted = trusted;
    for (const std::string& list : lists)
      files.revocationLists.emplace_back("crl/" + std::to_string(files.revocationLists.size()), list);
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), X509_STORE_free);
    return fillStore(*store, files, {.organisation = organisation_}, inForce);
  }

  const Identity root_ = makeIdentity({.commonName = "root", .authority = true});
  const Identity tsp_ = makeIdentity({.commonName = "tsp", .authority = true}, &root_);
  const Identity expired_ = makeIdentity(
      {.commonName = "old", .startsInSeconds = -7200, .endsInSeconds = -60, .authority = true}, &root_);
  const std::string ended_ = listOf(tsp_, tsp_, -7200, -60);
  const std::string both_ = pemOf(root_) + pemOf(tsp_);
  bool organisation_ = true;
};

TEST_F(TrustTest, R06_AnEndedListIsAWarningUnlessABetterOneIsInForce) {
  const auto good = fill(both_, {listOf(root_), listOf(tsp_)});
  ASSERT_TRUE(good) << good.error();
  EXPECT_THAT(good->warnings, IsEmpty());
  const auto worse = fill(both_, {listOf(root_), ended_}, &*good);
  ASSERT_FALSE(worse);
  EXPECT_THAT(worse.error(), HasSubstr("the revocation list of tsp ended at"));

  const auto atStart = fill(both_, {listOf(root_), ended_});
  ASSERT_TRUE(atStart) << atStart.error();
  EXPECT_THAT(atStart->warnings, ElementsAre(HasSubstr("its certificates are all refused")));
  EXPECT_TRUE(fill(both_, {listOf(root_), ended_}, &*atStart)) << "what is in force has ended as well";
  const auto without = fill(both_, {listOf(root_)});
  ASSERT_TRUE(without) << without.error();
  EXPECT_TRUE(fill(both_, {listOf(root_), ended_}, &*without)) << "there was none";
}

// The clock that everything hangs on may not be that of a list which is dead already.
TEST_F(TrustTest, R06_AListThatHasEndedDoesNotHideTheEndOfTheOthers) {
  const auto trust = fill(both_, {listOf(root_, root_, -60, 1800), ended_});
  ASSERT_TRUE(trust) << trust.error();
  EXPECT_NEAR(static_cast<double>(*trust->listsEnd), static_cast<double>(std::time(nullptr)) + 1800, 60);
}

TEST_F(TrustTest, R05_AnExpiredTrustedCertificateIsAWarning) {
  const auto trust = fill(both_ + pemOf(expired_), {listOf(root_), listOf(tsp_), listOf(expired_)});
  ASSERT_TRUE(trust) << trust.error();
  EXPECT_THAT(trust->warnings, ElementsAre(HasSubstr("the trusted certificate old has expired")));
  const auto none = fill(pemOf(expired_), {listOf(expired_)});
  ASSERT_TRUE(none) << "at the start";
  EXPECT_TRUE(fill(pemOf(expired_), {listOf(expired_)}, &*none)) << "no worse than what is in force";
  const auto worse = fill(pemOf(expired_), {listOf(expired_)}, &*trust);
  ASSERT_FALSE(worse);
  EXPECT_EQ(worse.error(), "all trusted certificates have expired");
}

// With such a list in force everybody under that issuer would be refused.
TEST_F(TrustTest, R06_A30_AListThatNobodyCanVerifyIsNotTaken) {
  const auto forged = fill(both_, {listOf(root_), listOf(tsp_, root_)});
  ASSERT_FALSE(forged);
  EXPECT_THAT(forged.error(), HasSubstr("is not signed by the trusted certificate of that name"));
  const auto unknown = fill(pemOf(root_), {listOf(root_), listOf(tsp_)});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error(),
            "the issuer of the revocation list of tsp is not among the trusted certificates");
  organisation_ = false;
  EXPECT_TRUE(fill(pemOf(root_), {listOf(root_), listOf(tsp_)}))
      << "on an open listener clients bring it along";
}

TEST_F(TrustTest, R06_AnIssuerWithoutAListIsAWarning) {
  const auto trust = fill(both_ + pemOf(expired_), {listOf(root_)});
  ASSERT_TRUE(trust) << trust.error();
  EXPECT_THAT(trust->warnings,
              ElementsAre(HasSubstr("old has expired"), HasSubstr("no revocation list of tsp")));
}

}  // namespace
}  // namespace cvsgw::transport::testing
