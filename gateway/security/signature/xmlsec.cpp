#include "gateway/security/signature/xmlsec.hpp"

#include <openssl/err.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/io.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string_view>

#include "gateway/xml/signed_tree.hpp"

namespace cvsgw::security::signature {
namespace {

struct FreeContext {
  void operator()(xmlSecDSigCtx* context) const noexcept { xmlSecDSigCtxDestroy(context); }
};
using Context = std::unique_ptr<xmlSecDSigCtx, FreeContext>;

// Its default prints to stderr, and its messages quote what came in.
void silent(const char*, int, const char*, const char*, const char*, int, const char*) {}

void setUpXmlsec() {
  xmlSecErrorsSetCallback(silent);
  if (xmlSecInit() < 0 || xmlSecCheckVersion() != 1 || xmlSecCryptoInit() < 0)
    throw std::runtime_error("xmlsec1 cannot be used");
  xmlSecErrorsSetCallback(silent);  // its own set-up may have installed another
  xmlSecIOCleanupCallbacks();       // no file, HTTP or FTP behind a URI
}

void prepareXmlsec() {
  static std::once_flag once;
  std::call_once(once, [] { xml::setUpBeside(setUpXmlsec); });
}

// A key of its own for each context, which ends it.
bool giveKey(xmlSecDSigCtx& context, EVP_PKEY& key) {
  EVP_PKEY_up_ref(&key);
  xmlSecKeyData* data = xmlSecOpenSSLEvpKeyAdopt(&key);
  if (data == nullptr) {
    EVP_PKEY_free(&key);
    return false;
  }
  context.signKey = xmlSecKeyCreate();
  if (context.signKey == nullptr || xmlSecKeySetValue(context.signKey, data) < 0) {
    xmlSecKeyDataDestroy(data);
    return false;
  }
  return true;
}

bool allow(xmlSecDSigCtx& context) {
  context.flags = XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS | XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES;
  context.enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
  bool done = xmlSecDSigCtxEnableReferenceTransform(&context, xmlSecTransformExclC14NId) == 0 &&
              xmlSecDSigCtxEnableSignatureTransform(&context, xmlSecTransformExclC14NId) == 0;
  for (const xmlSecTransformId digest :
       {xmlSecTransformSha256Id, xmlSecTransformSha384Id, xmlSecTransformSha512Id})
    done = done && xmlSecDSigCtxEnableReferenceTransform(&context, digest) == 0;
  for (const xmlSecTransformId method :
       {xmlSecTransformRsaSha256Id, xmlSecTransformRsaSha384Id, xmlSecTransformRsaSha512Id})
    done = done && xmlSecDSigCtxEnableSignatureTransform(&context, method) == 0;
  return done;
}

// "See what is signed": the bytes that were digested are those of the element that is meant.
bool sawTargets(xmlSecDSigCtx& context, const std::vector<xml::Element>& targets) {
  if (xmlSecPtrListGetSize(&context.signedInfoReferences) != targets.size()) return false;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto* reference = static_cast<xmlSecDSigReferenceCtx*>(
        xmlSecPtrListGetItem(&context.signedInfoReferences, static_cast<xmlSecSize>(i)));
    if (reference == nullptr || reference->status != xmlSecDSigStatusSucceeded) return false;
    xmlSecBuffer* bytes = xmlSecDSigReferenceCtxGetPreDigestBuffer(reference);
    if (bytes == nullptr || xmlSecBufferGetData(bytes) == nullptr) return false;
    const std::string_view digested(reinterpret_cast<const char*>(xmlSecBufferGetData(bytes)),
                                    xmlSecBufferGetSize(bytes));
    const std::string start = "<" + xml::qualifiedName(targets[i]) + " ";
    if (digested.substr(0, start.size()) != start) return false;
  }
  return true;
}

}  // namespace

std::string objectionTo(const xml::Element& signature, EVP_PKEY& key,
                        const std::vector<xml::Element>& targets) {
  prepareXmlsec();
  const Context context(xmlSecDSigCtxCreate(nullptr));
  if (!context || !allow(*context) || !giveKey(*context, key)) return "xmlsec1: no context";
  const int result = xmlSecDSigCtxVerify(context.get(), signature.node());
  // What OpenSSL has to say about a wrong signature would be taken for an error of this thread's next TLS
  // connection.
  ERR_clear_error();
  if (result < 0) return "xmlsec1 could not process the signature";
  if (context->status != xmlSecDSigStatusSucceeded) return "a digest or the signature differs";
  if (!sawTargets(*context, targets)) return "something else than the checked elements was digested";
  return {};
}

}  // namespace cvsgw::security::signature
