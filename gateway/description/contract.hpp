// What the gateway tells about its own contract: WSDLs, schemas, examples and the pages for people
// (contract.md, Standards).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "gateway/domain/profiel.hpp"
#include "gateway/http/response.hpp"

namespace cvsgw::description {

/// The documents of one listener: under its public address, with the access and the header blocks of its
/// profile. Readable without an application key. Immutable after construction: any thread.
class Contract {
 public:
  /// `publicUrl` is what callers see before `/ws/…`: scheme, host, port and perhaps a path; a slash at its
  /// end is dropped.
  explicit Contract(std::string_view publicUrl, Profiel profiel = Profiel::open);

  /// Each namespace's XSD, for xml::SchemaSet. The same for every profile.
  const std::map<std::string, std::string>& xsdTexts() const { return xsdTexts_; }

  /// The answer to GET or HEAD (leave the body out with http::ResponseFraming::withoutBody):
  ///   /, /ws                                   index of the services, HTML
  ///   /ws/<service>/v1                         page for people, HTML
  ///   …?wsdl, ?singleWsdl (whatever the case)  flat WSDL
  ///   …?wsdl=split                             WSDL with absolute import locations
  ///   …?xsd=<name>, ?voorbeeld=<name>          schema, example message
  /// Only names that the contract has; any other query is 404. With `ifNoneMatch` (the request's header)
  /// naming the document's ETag: 304. Empty when `path` is none of these.
  std::optional<http::Response> answer(std::string_view path, std::string_view query,
                                       std::string_view ifNoneMatch = {}) const;

 private:
  struct Page {
    std::string mediaType;
    std::string body;
    std::string etag;  ///< quoted
  };

  std::map<std::string, std::string> xsdTexts_;
  std::map<std::pair<std::string, std::string>, Page> pages_;  ///< by path and canonical query
};

}  // namespace cvsgw::description
