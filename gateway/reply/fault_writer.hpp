// A Fault as the SOAP 1.1 message that the caller gets.
#pragma once

#include <string>
#include <string_view>

#include "gateway/domain/fault.hpp"

namespace cvsgw::reply {

struct FaultReply {
  int httpStatus = 500;
  int retryAfterSeconds = 0;  ///< for the Retry-After header; 0: send none
  std::string body;           ///< text/xml in UTF-8
};

/// The same without an envelope: for an answer that is signed.
struct FaultContent {
  int httpStatus = 500;
  int retryAfterSeconds = 0;
  std::string body;             ///< the content of soap:Body, in canonical form
  std::string_view namespaces;  ///< ` xmlns:wsse="…"` or the like, to be declared around it; may be empty
};
/// `faultcode` takes the place of the register's when it is not empty.
FaultContent faultContent(const Fault& fault, std::string_view referentie, std::string_view faultcode = {});

/// `referentie` is the id under which operators find the fault in the log; `headerBlocks` the WS-Addressing
/// headers of the answer as security::answerHeaders gives them, empty when the request had none.
///
/// The detail is always one element technischeFout, also when a header was at fault. SOAP 1.1 § 4.4 keeps
/// `detail` for errors in the Body; contract.md gives every fault one, and toolkits read it either way.
/// Threading: pure function.
FaultReply writeFault(const Fault& fault, std::string_view referentie, std::string_view headerBlocks = {});

}  // namespace cvsgw::reply
