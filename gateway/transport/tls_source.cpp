#include "gateway/transport/tls_source.hpp"

#include <utility>

#include "gateway/transport/tls_files.hpp"

namespace cvsgw::transport {

TlsSource::TlsSource(TlsOptions options) : options_(std::move(options)) {
  if (options_.clientCertificate != ClientCertificate::none && options_.caFile.empty())
    throw StartError("client certificates are asked for, but no CA file says whom to trust");
  tried_ = looked_ = marksOf(options_);
  auto made = TlsState::make(options_, nullptr);
  if (!made) throw StartError(made.error());
  current_ = *std::move(made);
}

std::shared_ptr<const TlsState> TlsSource::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

TlsSource::Look TlsSource::follow(bool always) {
  // Looked at before they are read: a change in between shows at the next look.
  std::string marks = marksOf(options_);
  const bool atRest = marks == std::exchange(looked_, marks);
  const auto now = std::chrono::steady_clock::now();
  const bool again = marks == tried_;
  const bool due = !refused_.empty() && now - triedAt_ >= options_.retryRefused;
  if (!always && ((again && !due) || !atRest)) return {};
  tried_ = std::move(marks);
  triedAt_ = now;
  auto made = TlsState::make(options_, current().get());
  if (!made) {
    const bool told = std::exchange(refused_, made.error()) == made.error() && again && !always;
    return {told ? News::none : News::refused, made.error()};
  }
  refused_.clear();
  const std::lock_guard lock(mutex_);
  current_ = *std::move(made);
  return {News::replaced, {}};
}

}  // namespace cvsgw::transport
