// Puts an answer's header blocks and Body content into a SOAP 1.1 envelope.
#pragma once

#include <string>
#include <string_view>

namespace cvsgw::reply {

/// The Content-Type of every SOAP answer and fault.
inline constexpr std::string_view kSoapContentType = "text/xml; charset=utf-8";

/// Both are finished XML that declares its own namespaces; `headerBlocks` empty leaves soap:Header out.
/// `rootAttributes` begins with a space. Threading: pure function.
std::string soapEnvelope(std::string_view headerBlocks, std::string_view body,
                         std::string_view rootAttributes = {});

}  // namespace cvsgw::reply
