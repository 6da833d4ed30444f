// From a message to the row of its operation, and the check that the caller says what he sends.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/dispatch/operation.hpp"

namespace cvsgw::dispatch {

/// `urn:inburgering:cvs-isi:wi2021:v1/ZoekPersonen`: the value of SOAPAction and wsa:Action.
std::string actionOf(const Service& service, const Operation& operation);

/// The service at `path`, exactly; notFound with the paths that there are. Threading: all functions here are
/// pure.
Outcome<const Service*> findService(std::span<const Service* const> services, std::string_view path);

/// The operation whose element has this qualified name; unknownOperation otherwise. An element of the right
/// name in another namespace is told so, since that is the usual mistake.
Outcome<const Operation*> findOperation(const Service& service, std::string_view ns,
                                        std::string_view localName);

/// Whether the operation only asks; anything else may change something.
bool isQuery(const Operation& operation);

enum class SoapActionRule {
  tolerant,  ///< quotes may be left out, and so may the header
  strict,    ///< the header is there, in quotes (Digikoppeling)
};

/// The HTTP header SOAPAction as received and wsa:Action must name the operation that the Body holds; the
/// first may be empty. soapActionMismatch otherwise. Sources: WS002, contract.md Standards.
Outcome<void> checkAction(const Service& service, const Operation& operation,
                          const std::optional<std::string>& soapAction,
                          const std::optional<std::string>& wsaAction,
                          SoapActionRule rule = SoapActionRule::tolerant);

}  // namespace cvsgw::dispatch
