// The TLS state in force, made anew when its files change.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "gateway/transport/tls_state.hpp"

namespace cvsgw::transport {

/// current() may be called by any thread, follow() by one at a time.
class TlsSource {
 public:
  /// Throws StartError.
  explicit TlsSource(TlsOptions options);

  std::shared_ptr<const TlsState> current() const;

  enum class News { none, replaced, refused };
  struct Look {
    News news = News::none;
    std::string text;  ///< why it was refused
  };
  /// Looks at the files. When they have changed, and have been left alone since the look before (a copy under
  /// way is not read half), or `always`, the state is made anew and takes the place of the present one.
  /// Refused means that the present one stays, until the files change again or their time comes
  /// (TlsOptions::retryRefused). The same refusal is told once.
  Look follow(bool always);

 private:
  const TlsOptions options_;
  std::string tried_;    // marks of the files that were last read, with whatever outcome
  std::string looked_;   // marks at the last look
  std::string refused_;  // why the last try failed; empty when it did not
  std::chrono::steady_clock::time_point triedAt_;
  mutable std::mutex mutex_;
  std::shared_ptr<const TlsState> current_;
};

}  // namespace cvsgw::transport
