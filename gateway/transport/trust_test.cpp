// What of a listener's trust is taken into force, what is a warning, and what keeps the files out.
#include <gmock/gmock.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "gateway/transport/tls_test_client.hpp"
#include "gateway/transport/trust.hpp"

namespace cvsgw::transport::testing {
namespace {

using ::testing::AllOf;
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

const X509_CRL* listInForceOf(const Trust& trust, const Identity& issuer) {
  for (const auto& [name, list] : trust.lists) {
    if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer.certificate.get())) == 0)
      return list.get();
  }
  return nullptr;
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

TEST_F(TrustTest, R06_AnEndedListIsAWarningAndABetterOneStaysInForce) {
  const auto good = fill(both_, {listOf(root_), listOf(tsp_)});
  ASSERT_TRUE(good) << good.error();
  EXPECT_THAT(good->warnings, IsEmpty());
  const auto helped = fill(both_, {listOf(root_), ended_}, &*good);
  ASSERT_TRUE(helped) << helped.error();
  EXPECT_THAT(helped->warnings, ElementsAre(AllOf(HasSubstr("the revocation list of tsp ended at"),
                                                  HasSubstr("the one before it stays in force until"))));
  EXPECT_EQ(listInForceOf(*helped, tsp_), listInForceOf(*good, tsp_));

  const auto atStart = fill(both_, {listOf(root_), ended_});
  ASSERT_TRUE(atStart) << atStart.error();
  EXPECT_THAT(atStart->warnings, ElementsAre(HasSubstr("its certificates are all refused")));
  const auto again = fill(both_, {listOf(root_), ended_}, &*atStart);
  ASSERT_TRUE(again) << again.error();
  EXPECT_THAT(again->warnings, ElementsAre(HasSubstr("its certificates are all refused"))) << "no help there";
}

// The clock that everything hangs on may not be that of a list which is dead already.
TEST_F(TrustTest, R06_AListThatHasEndedDoesNotHideTheEndOfTheOthers) {
  const auto trust = fill(both_, {listOf(root_, root_, -60, 1800), ended_});
  ASSERT_TRUE(trust) << trust.error();
  EXPECT_NEAR(static_cast<double>(*trust->listsEnd), static_cast<double>(std::time(nullptr)) + 1800, 60);
  EXPECT_EQ(trust->listsEndOf, "root");
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

// Whoever replaces a folder of lists file by file is without one for a moment.
TEST_F(TrustTest, R06_AListThatHasGoneStaysInForceUntilItEnds) {
  const auto good = fill(both_, {listOf(root_), listOf(tsp_)});
  ASSERT_TRUE(good) << good.error();
  const auto lost = fill(both_, {listOf(root_)}, &*good);
  ASSERT_TRUE(lost) << lost.error();
  EXPECT_THAT(lost->warnings, ElementsAre(AllOf(HasSubstr("the revocation list of tsp has gone"),
                                                HasSubstr("stays in force until"))));
  EXPECT_NE(listInForceOf(*lost, root_), listInForceOf(*good, root_)) << "the other issuer's is the new one";
  EXPECT_EQ(listInForceOf(*lost, tsp_), listInForceOf(*good, tsp_));
  const auto still = fill(both_, {listOf(root_)}, &*lost);
  ASSERT_TRUE(still) << still.error();
  EXPECT_EQ(listInForceOf(*still, tsp_), listInForceOf(*good, tsp_)) << "however often the files are read";
  const auto dropped = fill(pemOf(root_), {listOf(root_)}, &*good);
  ASSERT_TRUE(dropped) << dropped.error();
  EXPECT_EQ(listInForceOf(*dropped, tsp_), nullptr) << "of whom is not trusted any more nothing stays";
  const auto ended = fill(both_, {listOf(root_), ended_});
  ASSERT_TRUE(ended) << ended.error();
  const auto none = fill(both_, {listOf(root_)}, &*ended);
  ASSERT_TRUE(none) << none.error();
  EXPECT_THAT(none->warnings, ElementsAre(HasSubstr("no revocation list of tsp")));
}

}  // namespace
}  // namespace cvsgw::transport::testing
