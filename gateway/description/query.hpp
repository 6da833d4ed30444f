// Reading of what a client of the descriptions asks. Room-internal, pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cvsgw::description {

/// The query as documents.hpp writes it. Toolkits differ: `?wsdl`, `?WSDL`, `?wsdl=`, `?singleWsdl` are all
/// `wsdl`; keys count in any case, values as written. The first known key decides, so that a client may add
/// its own (`?wsdl&nocache=1`). Absent when the query is not empty and has no known key, or a key has a value
/// that can be no name.
std::optional<std::string> canonicalQuery(std::string_view query);

/// Whether an If-None-Match header names `etag` (quoted); weak comparison, as RFC 9110 § 13.1.2 asks.
bool etagMatches(std::string_view ifNoneMatch, std::string_view etag);

}  // namespace cvsgw::description
