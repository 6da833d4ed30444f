// The border of this adapter: an Error of the engine becomes a fault, and no exception crosses the port.
#pragma once

#include <utility>

#include "adapters/store/sql.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::store {

/// Runs `work` and returns its value, or isiUnavailable with the cause for the log.
template <class Work>
auto guarded(Work&& work) -> Outcome<decltype(work())> {
  try {
    return std::forward<Work>(work)();
  } catch (const Error& error) {
    return refuse(FaultKind::isiUnavailable, {}, error.what());
  }
}

}  // namespace cvsgw::store
