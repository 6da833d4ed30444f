// Every document with which the gateway describes itself, compiled in. Room-internal; the tables are
// generated from wsdl/*/v1 by wsdl/generator/embed.py.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw::description {

/// Stands in the documents for the public address; no slash at the end.
inline constexpr std::string_view kBaseUrlToken = "https://cvs-isi.example.nl";
/// Stands in a page for the SHA-256 (hexadecimal) of the flat WSDL under the same path.
inline constexpr std::string_view kDigestToken = "{{sha256-wsdl}}";

/// `{{alleen 2W-be 2W-be-S}}…{{einde}}` is for listeners of these profiles; such parts do not stand within
/// each other. wsdl/generator/per_listener.py writes them.
inline constexpr std::string_view kOnlyToken = "{{alleen ";
inline constexpr std::string_view kOnlyNamedToken = "}}";
inline constexpr std::string_view kOnlyEndToken = "{{einde}}";
/// Stands in such a part for the name of the listener's profile.
inline constexpr std::string_view kProfileToken = "{{profiel}}";

/// What a GET of `path` with `query` gives. `query` is canonical: empty, `wsdl`, `wsdl=split`, `xsd=<name>`
/// or `voorbeeld=<name>`.
struct Document {
  std::string_view path;
  std::string_view query;
  std::string_view mediaType;
  std::string_view text;
};

/// Where a namespace's schema stands among the documents.
struct Schema {
  std::string_view ns;
  std::string_view path;
  std::string_view query;
};

std::span<const Document> documents();
std::span<const Schema> schemas();

}  // namespace cvsgw::description
