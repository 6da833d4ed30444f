#include "gateway/transport/trust.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <map>

namespace cvsgw::transport {

namespace {

using Refusal = tl::unexpected<std::string>;

std::time_t timeOf(const ASN1_TIME* time) {
  std::tm parts{};
  ASN1_TIME_to_tm(time, &parts);
  return ::timegm(&parts);
}

std::string dateOf(const ASN1_TIME* time) {
  std::tm parts{};
  ASN1_TIME_to_tm(time, &parts);
  char text[32];
  const size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, size};
}

std::string endOf(const X509_CRL& list) {
  return dateOf(X509_CRL_get0_nextUpdate(&list));
}

/// Whether reading stopped because there was no more, not because of what was there.
bool atEnd() {
  const bool none = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  return none;
}

tl::expected<std::vector<Owned<X509>>, std::string> readCertificates(const std::string& pem) {
  ERR_clear_error();
  std::vector<Owned<X509>> found;
  const auto reader = readerOf(pem);
  while (Owned<X509> next{PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr)})
    found.push_back(std::move(next));
  if (!atEnd()) return Refusal("the file of trusted certificates is damaged");
  if (found.empty()) return Refusal("the file of trusted certificates holds none");
  return found;
}

std::string organisationOf(const X509& certificate) {
  X509_NAME* subject = X509_get_subject_name(&certificate);
  char text[128] = {};
  X509_NAME_get_text_by_NID(subject, NID_organizationName, text, sizeof text);
  return text;
}

bool says(std::string text, std::string_view word) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text.find(word) != std::string::npos;
}

// Names prove nothing, keys do: but the operator chose these keys, and their names show when he chose
// wrongly.
std::string mixUp(const X509& certificate) {
  const std::string name = commonNameOf(X509_get_subject_name(&certificate));
  const std::string organisation = organisationOf(certificate);
  const bool test = says(name, "TRIAL") || says(organisation, "TRIAL");
  const bool root = (X509_get_extension_flags(const_cast<X509*>(&certificate)) & EXFLAG_SS) != 0;
  if (test || (root && organisation != "Staat der Nederlanden"))
    return "production trusts PKIoverheid's private root only, and not " + name;
  return {};
}

bool hasExpired(const X509& certificate) {
  return X509_cmp_current_time(X509_get0_notAfter(&certificate)) < 0;
}

tl::expected<void, std::string> addCertificates(X509_STORE& store, const std::vector<Owned<X509>>& trusted,
                                                const PeerRules& rules, Trust& trust) {
  for (const auto& certificate : trusted) {
    const std::string name = commonNameOf(X509_get_subject_name(certificate.get()));
    if (rules.organisation && !rules.testAllowed) {
      if (auto text = mixUp(*certificate); !text.empty()) return Refusal(std::move(text));
    }
    if (hasExpired(*certificate)) {
      // Left out: OpenSSL would take it before a newer one of the same name that a client brings along.
      trust.warnings.push_back("the trusted certificate " + name + " has expired: what it issued is refused");
      continue;
    }
    // OpenSSL reads a certificate's extensions at first use: that is now, while no other thread has it.
    if (X509_check_purpose(certificate.get(), -1, 0) != 1 ||
        X509_STORE_add_cert(&store, certificate.get()) != 1)
      return Refusal("the trusted certificate " + name + " cannot be used");
    trust.trustedUntil = std::max(trust.trustedUntil, timeOf(X509_get0_notAfter(certificate.get())));
  }
  return {};
}

/// Lists of one file: PEM, or one list in DER, as issuers publish it.
tl::expected<std::vector<Owned<X509_CRL>>, std::string> readLists(const std::string& path,
                                                                  const std::string& content) {
  ERR_clear_error();
  std::vector<Owned<X509_CRL>> found;
  const auto reader = readerOf(content);
  if (content.find("-----BEGIN") == std::string::npos) {
    if (Owned<X509_CRL> list{d2i_X509_CRL_bio(reader.get(), nullptr)}; list && BIO_pending(reader.get()) == 0)
      found.push_back(std::move(list));
    ERR_clear_error();
  } else {
    while (Owned<X509_CRL> next{PEM_read_bio_X509_CRL(reader.get(), nullptr, nullptr, nullptr)})
      found.push_back(std::move(next));
    if (!atEnd()) return Refusal(path + ": damaged");
  }
  if (found.empty()) return Refusal(path + ": holds no revocation list");
  return found;
}

// What cannot be verified may not come into force: at the handshakes it would not count, and refuse
// everybody.
tl::expected<void, std::string> checkSignature(X509_CRL& list, const std::vector<Owned<X509>>& trusted,
                                               const PeerRules& rules, const std::string& name) {
  bool candidate = false;
  for (const auto& certificate : trusted) {
    if (X509_NAME_cmp(X509_get_subject_name(certificate.get()), X509_CRL_get_issuer(&list)) != 0) continue;
    candidate = true;
    if (X509_CRL_verify(&list, X509_get0_pubkey(certificate.get())) == 1) return {};
  }
  ERR_clear_error();
  if (!candidate && rules.organisation)
    return Refusal("the issuer of the revocation list of " + name + " is not among the trusted certificates");
  // The issuer may be an intermediate that clients bring along: then OpenSSL checks it at each handshake.
  if (!candidate) return {};
  return Refusal("the revocation list of " + name + " is not signed by the trusted certificate of that name");
}

/// Two authorities of one name differ in their key, and an authority may have lists for parts of what it
/// issued.
std::string issuerOf(X509_CRL& list) {
  std::string key;
  unsigned char* der = nullptr;
  if (const int size = i2d_X509_NAME(X509_CRL_get_issuer(&list), &der); size > 0) {
    key.assign(reinterpret_cast<char*>(der), static_cast<size_t>(size));
    OPENSSL_free(der);
  }
  auto* id = static_cast<AUTHORITY_KEYID*>(
      X509_CRL_get_ext_d2i(&list, NID_authority_key_identifier, nullptr, nullptr));
  if (id != nullptr && id->keyid != nullptr) {
    key.append(reinterpret_cast<const char*>(ASN1_STRING_get0_data(id->keyid)),
               static_cast<size_t>(ASN1_STRING_length(id->keyid)));
  }
  AUTHORITY_KEYID_free(id);
  if (const int at = X509_CRL_get_ext_by_NID(&list, NID_issuing_distribution_point, -1); at >= 0) {
    const ASN1_OCTET_STRING* part = X509_EXTENSION_get_data(X509_CRL_get_ext(&list, at));
    key.append(reinterpret_cast<const char*>(ASN1_STRING_get0_data(part)),
               static_cast<size_t>(ASN1_STRING_length(part)));
  }
  return key;
}

using Lists = std::map<std::string, std::shared_ptr<X509_CRL>>;

void keepLatest(Lists& latest, Owned<X509_CRL> list) {
  std::shared_ptr<X509_CRL>& present = latest[issuerOf(*list)];
  if (!present ||
      ASN1_TIME_compare(X509_CRL_get0_lastUpdate(list.get()), X509_CRL_get0_lastUpdate(present.get())) > 0)
    present = std::move(list);
}

bool hasEnded(const X509_CRL& list) {
  const ASN1_TIME* end = X509_CRL_get0_nextUpdate(&list);
  return end != nullptr && X509_cmp_current_time(end) < 0;
}

bool isOf(const X509_CRL& list, const X509& issuer) {
  return X509_NAME_cmp(X509_get_subject_name(&issuer), X509_CRL_get_issuer(&list)) == 0;
}

bool isTrusted(const X509_CRL& list, const std::vector<Owned<X509>>& trusted) {
  return std::ranges::any_of(trusted, [&](const auto& one) { return isOf(list, *one) && !hasExpired(*one); });
}

// One issuer's failure keeps neither the others' new lists out nor his own certificates: until the list in
// force ends, it says who was revoked.
void helpOut(Lists& latest, const std::vector<Owned<X509>>& trusted, const Trust& inForce, Trust& trust) {
  for (const auto& [issuer, list] : inForce.lists) {
    if (hasEnded(*list) || !isTrusted(*list, trusted)) continue;
    const auto next = latest.find(issuer);
    if (next != latest.end() && !hasEnded(*next->second)) continue;
    const std::string name = commonNameOf(X509_CRL_get_issuer(list.get()));
    trust.warnings.push_back("the revocation list of " + name +
                             (next == latest.end() ? " has gone" : " ended at " + endOf(*next->second)) +
                             ": the one before it stays in force until " + endOf(*list));
    latest[issuer] = list;
  }
}

/// A store under way, and what it is made from.
struct Filling {
  X509_STORE& store;
  const std::vector<Owned<X509>>& trusted;
  const PeerRules& rules;
  Trust& trust;
};

tl::expected<void, std::string> addList(const Filling& to, const std::string& issuer,
                                        const std::shared_ptr<X509_CRL>& list) {
  const std::string name = commonNameOf(X509_CRL_get_issuer(list.get()));
  const ASN1_TIME* end = X509_CRL_get0_nextUpdate(list.get());
  if (end == nullptr) return Refusal("the revocation list of " + name + " does not say when it ends");
  if (X509_cmp_current_time(X509_CRL_get0_lastUpdate(list.get())) > 0)
    return Refusal("the revocation list of " + name + " has not yet begun");
  if (auto genuine = checkSignature(*list, to.trusted, to.rules, name); !genuine) return genuine;
  if (X509_STORE_add_crl(&to.store, list.get()) != 1)
    return Refusal("the revocation list of " + name + " cannot be used");
  to.trust.lists.emplace(issuer, list);
  if (hasEnded(*list)) {
    to.trust.warnings.push_back("the revocation list of " + name + " ended at " + endOf(*list) +
                                ": its certificates are all refused");
  } else if (!to.trust.listsEnd || timeOf(end) < *to.trust.listsEnd) {
    to.trust.listsEnd = timeOf(end);
    to.trust.listsEndOf = name;
  }
  return {};
}

void missLists(const std::vector<Owned<X509>>& trusted, const Lists& lists, Trust& trust) {
  for (const auto& certificate : trusted) {
    if (hasExpired(*certificate)) continue;
    if (std::ranges::any_of(lists, [&](const auto& named) { return isOf(*named.second, *certificate); }))
      continue;
    trust.warnings.push_back("there is no revocation list of " +
                             commonNameOf(X509_get_subject_name(certificate.get())) +
                             ": what it issued is refused");
  }
}

}  // namespace

tl::expected<Trust, std::string> fillStore(X509_STORE& store, const TlsFiles& files, const PeerRules& rules,
                                           const Trust* inForce) {
  Trust trust;
  const auto trusted = readCertificates(files.trusted);
  if (!trusted) return Refusal(trusted.error());
  if (auto added = addCertificates(store, *trusted, rules, trust); !added)
    return Refusal(std::move(added).error());
  if (trust.trustedUntil == 0 && inForce != nullptr && inForce->trustedUntil > std::time(nullptr))
    return Refusal("all trusted certificates have expired");
  unsigned long flags = X509_V_FLAG_X509_STRICT;
  Lists latest;
  for (const auto& [path, content] : files.revocationLists) {
    flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
    auto lists = readLists(path, content);
    if (!lists) return Refusal(std::move(lists).error());
    for (auto& list : *lists) keepLatest(latest, std::move(list));
  }
  if (!latest.empty() && inForce != nullptr) helpOut(latest, *trusted, *inForce, trust);
  for (const auto& [issuer, list] : latest) {
    if (auto added = addList({store, *trusted, rules, trust}, issuer, list); !added)
      return Refusal(std::move(added).error());
  }
  if (!latest.empty()) missLists(*trusted, latest, trust);
  if (X509_STORE_set_flags(&store, flags) != 1) return Refusal("the flags of the store cannot be set");
  return trust;
}

}  // namespace cvsgw::transport
