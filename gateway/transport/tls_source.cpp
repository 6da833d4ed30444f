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
  if (!always && (marks == tried_ || !atRest)) return {};
  tried_ = std::move(marks);
  auto made = TlsState::make(options_, current().get());
  if (!made) return {News::refused, made.error()};
  const std::lock_guard lock(mutex_);
  current_ = *std::move(made);
  return {News::replaced, {}};
}

}  // namespace cvsgw::transport
