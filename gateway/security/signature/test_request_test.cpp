#include "gateway/security/signature/test_request.hpp"

#include <libxml/c14n.h>
#include <libxml/tree.h>

#include <stdexcept>

#include "gateway/security/base64.hpp"
#include "gateway/security/signature/names.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw::security::signature {
namespace {

constexpr const char* kWsse =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
constexpr const char* kWsu =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

const xmlChar* asXml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

bool is(const xmlNode* node, const char* local) {
  return node->type == XML_ELEMENT_NODE && std::string(reinterpret_cast<const char*>(node->name)) == local;
}

// The first element, in document order, that `accepts`.
template <class F>
xmlNode* find(xmlNode* node, const F& accepts) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (accepts(node)) return node;
    if (xmlNode* inside = find(node->children, accepts)) return inside;
  }
  return nullptr;
}

std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, asXml(name));  // in any namespace
  std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

int insideOf(void* top, xmlNode* node, xmlNode* parent) {
  if (node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE) node = parent;
  for (; node != nullptr; node = node->parent) {
    if (node == top) return 1;
  }
  return 0;
}

std::string canonical(xmlNode* node, const std::string& prefixes) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < prefixes.size();) {
    const std::size_t end = std::min(prefixes.find(' ', at), prefixes.size());
    names.push_back(prefixes.substr(at, end - at));
    at = end + 1;
  }
  std::vector<xmlChar*> list;
  for (std::string& name : names) list.push_back(reinterpret_cast<xmlChar*>(name.data()));
  list.push_back(nullptr);
  std::string out;
  xmlOutputBuffer* buffer = xmlOutputBufferCreateIO(
      [](void* to, const char* bytes, int size) {
        static_cast<std::string*>(to)->append(bytes, static_cast<std::size_t>(size));
        return size;
      },
      nullptr, &out, nullptr);
  xmlC14NExecute(node->doc, insideOf, node, XML_C14N_EXCLUSIVE_1_0, list.data(), 0, buffer);
  xmlOutputBufferClose(buffer);
  return out;
}

const EVP_MD* digestOf(const std::string& uri) {
  if (uri.find("sha1") != std::string::npos) return EVP_sha1();
  if (uri.find("384") != std::string::npos) return EVP_sha384();
  return uri.find("512") != std::string::npos ? EVP_sha512() : EVP_sha256();
}

std::string digest(const std::string& bytes, const EVP_MD* method) {
  unsigned char value[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), value, &size, method, nullptr);
  return base64({reinterpret_cast<const char*>(value), size});
}

struct Parsed {
  explicit Parsed(const std::string& text)
      : doc(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET)) {
    if (doc == nullptr) throw std::runtime_error("not well-formed: " + text);
  }
  ~Parsed() { xmlFreeDoc(doc); }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;
  xmlNode* root() const { return xmlDocGetRootElement(doc); }
  xmlDoc* doc;
};

std::string fillDigests(std::string text) {
  for (std::size_t at; (at = text.find("@DIGEST:")) != std::string::npos;) {
    const std::string mark = text.substr(at, text.find('@', at + 1) - at + 1);
    const std::string id = mark.substr(8, mark.size() - 9);
    const Parsed parsed(text);
    xmlNode* reference = find(parsed.root(), [&](xmlNode* n) {
      return is(n, "Reference") && attribute(n, "URI") == "#" + id && attribute(n, "ValueType").empty();
    });
    xmlNode* target =
        find(parsed.root(), [&](xmlNode* n) { return attribute(n, "Id") == id || attribute(n, "ID") == id; });
    if (target == nullptr) throw std::runtime_error("nothing has the Id " + id);
    xmlNode* list = reference == nullptr
                        ? nullptr
                        : find(reference->children, [](xmlNode* n) { return is(n, "InclusiveNamespaces"); });
    xmlNode* method = reference == nullptr
                          ? nullptr
                          : find(reference->children, [](xmlNode* n) { return is(n, "DigestMethod"); });
    text = with(std::move(text), mark,
                digest(canonical(target, list == nullptr ? "" : attribute(list, "PrefixList")),
                       digestOf(method == nullptr ? "" : attribute(method, "Algorithm"))));
  }
  return text;
}

}  // namespace

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("'" + from + "' is not in " + text);
  return text.replace(at, from.size(), to);
}

std::string reference(const std::string& id, int bits) {
  const std::string uri = bits == 1     ? "http://www.w3.org/2000/09/xmldsig#sha1"
                          : bits == 384 ? "http://www.w3.org/2001/04/xmldsig-more#sha384"
                                        : "http://www.w3.org/2001/04/xmlenc#sha" + std::to_string(bits);
  return "<d:Reference URI=\"#" + id + "\"><d:Transforms><d:Transform Algorithm=\"" +
         std::string(kExclusiveC14n) + "\"/></d:Transforms><d:DigestMethod Algorithm=\"" + uri +
         "\"/><d:DigestValue>@DIGEST:" + id + "@</d:DigestValue></d:Reference>";
}

std::string unsignedRequest(const std::vector<std::string>& referenced) {
  std::string references;
  for (const std::string& id : referenced) references += reference(id);
  return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
         "xmlns:a=\"http://www.w3.org/2005/08/addressing\" xmlns:u=\"" +
         std::string(kWsu) +
         "\"><s:Header><a:To u:Id=\"to\">https://gw.example/</a:To>"
         "<a:Action u:Id=\"action\">urn:o/Ping</a:Action><a:MessageID "
         "u:Id=\"message\">urn:uuid:1</a:MessageID>"
         "<e:Security xmlns:e=\"" +
         kWsse +
         "\" s:mustUnderstand=\"1\"><u:Timestamp u:Id=\"time\"><u:Created>2026-11-29T12:00:00Z</u:Created>"
         "<u:Expires>2026-11-29T12:05:00.000Z</u:Expires></u:Timestamp>"
         "<e:BinarySecurityToken u:Id=\"token\" EncodingType=\"" +
         std::string(kBase64Binary) + "\" ValueType=\"" + std::string(kX509v3) +
         "\">@CERTIFICATE@</e:BinarySecurityToken><d:Signature xmlns:d=\"" + std::string(kDsig) +
         "\"><d:SignedInfo><d:CanonicalizationMethod Algorithm=\"" + std::string(kExclusiveC14n) +
         "\"/><d:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"/>" +
         references +
         "</d:SignedInfo>\n<d:SignatureValue>@SIGNATURE@</d:SignatureValue><d:KeyInfo>"
         "<e:SecurityTokenReference><e:Reference URI=\"#token\" ValueType=\"" +
         std::string(kX509v3) +
         "\"/></e:SecurityTokenReference></d:KeyInfo></d:Signature></e:Security></s:Header>"
         "<s:Body u:Id=\"body\"><o:Ping xmlns:o=\"urn:o\"><o:tekst>één &amp; twee</o:tekst></o:Ping></s:Body>"
         "</s:Envelope>";
}

std::string sign(std::string text, const X509& certificate, EVP_PKEY& key, const EVP_MD* method) {
  if (text.find("@CERTIFICATE@") != std::string::npos)
    text = with(std::move(text), "@CERTIFICATE@", base64(TestPki::der(certificate)));
  text = fillDigests(std::move(text));
  if (text.find("@SIGNATURE@") == std::string::npos) return text;
  std::string signedInfo;
  {
    const Parsed parsed(text);
    xmlNode* node = find(parsed.root(), [](xmlNode* n) { return is(n, "SignedInfo"); });
    xmlNode* c14n = find(node->children, [](xmlNode* n) { return is(n, "CanonicalizationMethod"); });
    xmlNode* list = c14n == nullptr
                        ? nullptr
                        : find(c14n->children, [](xmlNode* n) { return is(n, "InclusiveNamespaces"); });
    signedInfo = canonical(node, list == nullptr ? "" : attribute(list, "PrefixList"));
  }
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::string value(static_cast<std::size_t>(EVP_PKEY_size(&key)), '\0');
  std::size_t size = value.size();
  EVP_DigestSignInit(context, nullptr, method, nullptr, &key);
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(value.data()), &size,
                 reinterpret_cast<const unsigned char*>(signedInfo.data()), signedInfo.size());
  EVP_MD_CTX_free(context);
  value.resize(size);
  return with(std::move(text), "@SIGNATURE@", base64(value));
}

std::string sign(std::string text) {
  static const auto certificate = TestPki::instance().issue();
  return sign(std::move(text), *certificate, *TestPki::rsaKey());
}

xml::Envelope open(const std::string& text) {
  return std::move(xml::byteGate(text).and_then(xml::parse).and_then(xml::openEnvelope).value());
}

Checked<Verified> check(const std::string& text, Moment now) {
  static const SignerTrust trust(TestPki::instance().store(), testOin);
  return verify(open(text), {trust, *Oin::parse(kOin), {}, now});
}

std::string told(const Checked<Verified>& outcome) {
  if (outcome) return "accepted";
  const auto& [fault, faultcode] = outcome.error();
  const std::string kind = fault.kind != FaultKind::securityHeaderMissing ? "other: "
                           : faultcode.empty()                            ? "malformed: "
                           : faultcode == kFailedCheck                    ? "invalid: "
                                                                          : "signer: ";
  return kind + fault.text.str() + fault.log.str();
}

}  // namespace cvsgw::security::signature
