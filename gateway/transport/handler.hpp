// How a server and what answers its requests speak with each other.
#pragma once

#include <cstddef>
#include <functional>
#include <variant>

#include "gateway/http/request.hpp"
#include "gateway/http/response.hpp"
#include "gateway/transport/connection.hpp"

namespace cvsgw::transport {

/// Says that a promised answer may be fetched. For any thread, also before the handler has returned; once.
/// Throws nothing and takes no time, so that it can be called from where everybody waits.
using Wake = std::function<void()>;

/// An answer that must not leave yet. The connection waits for its Wake, no thread does.
struct Later {
  std::function<http::Response()> finish;  ///< called once, by a worker, after the Wake
  std::size_t bytes = 0;                   ///< what waits in memory meanwhile
};

using Handled = std::variant<http::Response, Later>;

/// Called by several threads at once. The connection's facts are there until the answer is. Whoever has given
/// the Wake to somebody who may call it returns Later and throws nothing any more.
using Handler = std::function<Handled(http::Request&&, const Connection&, const Wake&)>;

}  // namespace cvsgw::transport
