// What a signed request costs, part by part, in microseconds of one thread: for docs/benchmark.md. Not a
// test: it asserts nothing about time.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

#include "gateway/security/encryption/open.hpp"
#include "gateway/security/encryption/seal.hpp"
#include "gateway/security/signature/sign.hpp"
#include "gateway/security/signature/structure.hpp"
#include "gateway/security/signature/test_request.hpp"
#include "gateway/security/signature/xmlsec.hpp"

namespace {

using namespace cvsgw;
using namespace cvsgw::security;
using namespace cvsgw::security::signature;

// CPU time, so that a busy machine tells the same.
double cpuMicroseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return 1e6 * static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e3;
}

double cost(int times, const std::function<void()>& work) {
  for (int i = 0; i < times / 10 + 1; ++i) work();
  const double begin = cpuMicroseconds();
  for (int i = 0; i < times; ++i) work();
  return (cpuMicroseconds() - begin) / times;
}

void tell(const char* part, double microseconds) {
  std::printf("%-58s %8.1f\n", part, microseconds);
}

void need(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::exit(1);
}

std::string rsa(const std::string& text, bool verifying, const std::string& value) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_PKEY* key = TestPki::rsaKey().get();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::string out(256, '\0');
  std::size_t size = out.size();
  if (verifying) {
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
    const auto* old = reinterpret_cast<const unsigned char*>(value.data());
    need(EVP_DigestVerify(context, old, value.size(), bytes, text.size()) == 1, "RSA does not verify");
  } else {
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
    need(
        EVP_DigestSign(context, reinterpret_cast<unsigned char*>(out.data()), &size, bytes, text.size()) == 1,
        "RSA does not sign");
  }
  EVP_MD_CTX_free(context);
  return out;
}

// What profile 2W-be-SE costs besides.
void tellEncryption(const AnswerSigner& signer, const std::vector<AnswerHeader>& headers) {
  const auto caller = TestPki::instance().issue();
  const Signer to{caller, TestPki::rsaKey(), *Oin::parse(kOin)};
  const auto recipient = encryption::recipientOf(to, {"http://www.w3.org/2009/xmlenc11#aes256-gcm",
                                                      std::string(encryption::kOaepMgf1p),
                                                      "http://www.w3.org/2000/09/xmldsig#sha1",
                                                      {}});
  need(recipient.has_value(), "no recipient");
  const std::string body = "<w:a xmlns:w=\"urn:w\">" + std::string(3000, 'x') + "</w:a>";
  const std::string sealed = signer.envelope({headers, body, {}, "AAAA", kNoon, &*recipient});
  const double parse = cost(2000, [&] { open(sealed); });
  const double opening = cost(500, [&] {
    need(encryption::open(open(sealed), std::vector{TestPki::rsaKey()}, xml::Limits{}).has_value(),
         "cannot be decrypted");
  });
  const double sealing =
      cost(500, [&] { need(!encryption::seal(body, *recipient).encryptedKey.empty(), "not sealed"); });
  tell("message of 3000 bytes: decrypt, read again", opening - parse);
  tell("answer of 3000 bytes: encrypt", sealing);
}

}  // namespace

int main() {
  const TestPki& pki = TestPki::instance();
  const auto certificate = pki.issue();
  const std::string der = TestPki::der(*certificate);
  const std::string text = sign(unsignedRequest());
  std::printf("request of %zu bytes, 5 references, RSA of 2048 bits; microseconds of CPU\n", text.size());

  const double parse = cost(3000, [&] { open(text); });
  const double structure = cost(3000, [&] {
    const auto envelope = open(text);
    need(readStructure(envelope, kNoon).has_value(), "no structure");
  });
  const SignerTrust trust(pki.store(), testOin);
  need(trust.check(der, kNoon).has_value(), "not trusted");
  const double known = cost(3000, [&] { need(trust.check(der, kNoon).has_value(), "not trusted"); });
  const double unknown = cost(300, [&] {
    const SignerTrust fresh(pki.store(), testOin);
    need(fresh.check(der, kNoon).has_value(), "not trusted");
  });
  const double filled = cost(300, [&] { const SignerTrust fresh(pki.store(), testOin); });
  const double whole = cost(2000, [&] {
    const auto envelope = open(text);
    const auto read = readStructure(envelope, kNoon);
    need(objectionTo(read->signature, *TestPki::rsaKey(), read->targets).empty(), "does not hold");
  });
  const std::string signedInfo(1600, 'x');
  const std::string value = rsa(signedInfo, false, {});
  const double rsaVerify = cost(2000, [&] { rsa(signedInfo, true, value); });
  const double rsaSign = cost(500, [&] { rsa(signedInfo, false, {}); });

  tell("parse: byte gate, tree, envelope", parse);
  tell("structure: positions, Ids, algorithms, timestamp, base64", structure - parse);
  tell("chain check, certificate known", known);
  tell("chain check, certificate seen for the first time", unknown - filled);
  tell("xmlsec1: digests by C14N, SignedInfo, RSA verify", whole - structure);
  tell("  of which RSA verify alone", rsaVerify);

  const AnswerSigner signer(*certificate, *TestPki::rsaKey());
  const std::vector<AnswerHeader> headers = {
      {"Action", "urn:o/PingResponse"},
      {"MessageID", "cvs-isi@6f9619ff-8b86-4011-b42d-00c04fc964ff@https://gw"},
      {"RelatesTo", "urn:uuid:1"}};
  for (const std::size_t size : {500U, 3000U, 30000U}) {
    const std::string body = "<w:a xmlns:w=\"urn:w\">" + std::string(size, 'x') + "</w:a>";
    const double made = cost(500, [&] { signer.envelope({headers, body, {}, "AAAA", kNoon}); });
    tell(("answer of " + std::to_string(size) + " bytes: write, digest, sign").c_str(), made);
  }
  tell("  of which RSA sign alone", rsaSign);
  tellEncryption(signer, headers);
}
