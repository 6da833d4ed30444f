// A refusal of WS-Security, with the exact code of the standard.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "gateway/domain/fault.hpp"

namespace cvsgw::security {

/// WSS SOAP Message Security 1.1 § 12: the register of faults has one row for what is wrong with a Security
/// header; these tell more.
inline constexpr std::string_view kFailedCheck = "wsse:FailedCheck";
inline constexpr std::string_view kInvalidSecurityToken = "wsse:InvalidSecurityToken";

struct Refusal {
  Fault fault;
  std::string_view faultcode;  ///< empty: the register's
};

template <class T>
using Checked = tl::expected<T, Refusal>;

}  // namespace cvsgw::security
