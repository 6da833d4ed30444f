#include "gateway/description/contract.hpp"

#include <openssl/evp.h>

#include <array>
#include <span>
#include <stdexcept>

#include "gateway/description/documents.hpp"
#include "gateway/description/query.hpp"
#include "gateway/domain/hex.hpp"

namespace cvsgw::description {

namespace {

/// HTML and XML share the characters that a URL in text or in an attribute must not bring in.
std::string escaped(std::string_view url) {
  std::string out;
  for (const char c : url) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view token, std::string_view value) {
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;
  for (std::size_t at = text.find(token); at != std::string_view::npos; at = text.find(token, from)) {
    out.append(text.substr(from, at - from)).append(value);
    from = at + token.size();
  }
  out.append(text.substr(from));
  return out;
}

bool names(std::string_view profiles, std::string_view profile) {
  while (!profiles.empty()) {
    const std::size_t space = profiles.find(' ');
    if (profiles.substr(0, space) == profile) return true;
    profiles.remove_prefix(space == std::string_view::npos ? profiles.size() : space + 1);
  }
  return false;
}

/// The text as a listener of this profile shows it. Throws std::logic_error when the generator left a part
/// open.
std::string partsFor(std::string_view profile, std::string_view text) {
  const auto cut = [&text](std::string_view token) {
    const std::size_t at = text.find(token);
    if (at == std::string_view::npos) throw std::logic_error("a document's part for a profile does not end");
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(at + token.size());
    return before;
  };
  std::string out;
  out.reserve(text.size());
  while (text.find(kOnlyToken) != std::string_view::npos) {
    out.append(cut(kOnlyToken));
    const std::string_view profiles = cut(kOnlyNamedToken);
    const std::string_view part = cut(kOnlyEndToken);
    if (names(profiles, profile)) out.append(part);
  }
  return replaced(out.append(text), kProfileToken, profile);
}

std::string sha256Hex(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  return toHex(std::span(digest).first(size));
}

void addHeaders(http::Response& response, const std::string& etag, bool html) {
  // The documents change with a release or a setting only, but a client must then see it at once.
  response.headers = {{"Cache-Control", "no-cache"}, {"ETag", etag}};
  if (html) {
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                  "form-action 'none'; frame-ancestors 'none'");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
  }
}

}  // namespace

Contract::Contract(std::string_view publicUrl, Profiel profiel) {
  while (publicUrl.ends_with('/')) publicUrl.remove_suffix(1);
  const std::string base = escaped(publicUrl);
  for (const Document& document : documents()) {
    Page page{std::string(document.mediaType),
              replaced(partsFor(profielNaam(profiel), document.text), kBaseUrlToken, base),
              {}};
    pages_.emplace(std::pair(std::string(document.path), std::string(document.query)), std::move(page));
  }
  // Only now do the WSDLs stand as they are served, and so their digests.
  for (auto& [key, page] : pages_) {
    const auto wsdl = pages_.find({key.first, "wsdl"});
    if (key.second.empty() && wsdl != pages_.end()) {
      page.body = replaced(page.body, kDigestToken, sha256Hex(wsdl->second.body));
    }
    page.etag = '"' + sha256Hex(page.body) + '"';
  }
  for (const Schema& schema : schemas()) {
    xsdTexts_.emplace(schema.ns, pages_.at({std::string(schema.path), std::string(schema.query)}).body);
  }
}

std::optional<http::Response> Contract::answer(std::string_view path, std::string_view query,
                                               std::string_view ifNoneMatch) const {
  const std::string known(path);
  if (!pages_.contains({known, ""})) return std::nullopt;
  http::Response response;
  const auto canonical = canonicalQuery(query);
  const auto found = canonical ? pages_.find({known, *canonical}) : pages_.end();
  if (found == pages_.end()) {
    response.status = 404;
    response.contentType = "text/plain; charset=utf-8";
    response.body =
        "Dit adres kent alleen ?wsdl, ?singleWsdl, ?wsdl=split, ?xsd=<naam> en ?voorbeeld=<naam>.\n";
    return response;
  }
  const Page& page = found->second;
  addHeaders(response, page.etag, page.mediaType.starts_with("text/html"));
  if (etagMatches(ifNoneMatch, page.etag)) {
    response.status = 304;
    return response;
  }
  response.contentType = page.mediaType;
  response.body = page.body;
  return response;
}

}  // namespace cvsgw::description
