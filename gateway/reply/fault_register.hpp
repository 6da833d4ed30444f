// The register of faults: what each FaultKind looks like from outside.
#pragma once

#include <string_view>

#include "gateway/domain/fault.hpp"

namespace cvsgw::reply {

/// One row. `code` is Digikoppeling's technical code (WUS, technische foutmeldingen: 0001-0011, 0051);
/// `faultcode` a QName with the prefixes soap, wsse or wsa; `kant` whose side failed, as TechnischeFoutType
/// writes it.
struct FaultRow {
  int httpStatus;
  std::string_view code;
  std::string_view faultcode;
  std::string_view kant;
  std::string_view tekst;  ///< Dutch, what is wrong or what would be accepted; a Fault's own text follows it
};

/// Every kind has a row; one without does not compile. Threading: constant data.
FaultRow faultRow(FaultKind kind);

/// The wsa:Action of a fault for which the WSDL of a known operation gives no other (WS-Addressing SOAP
/// binding § 6).
std::string_view faultAction(FaultKind kind);

}  // namespace cvsgw::reply
