// What the pipeline knows of a message, made into a record.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/audit/entry.hpp"
#include "gateway/audit/strangers.hpp"
#include "gateway/audit/trail.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/security/keys/caller.hpp"

namespace cvsgw::audit {

/// The record of one message in the making. Threading: belongs to the thread that handles the message; stays
/// where it is while `verantwoording` is in use.
struct Draft {
  Entry entry;
  std::string ondertekenaar;  ///< OIN, when it is not the caller's own
  std::string oin;            ///< of the client certificate
  isi::Verantwoording verantwoording;
};

/// What came in, before it is looked at.
struct Arrival {
  std::optional<std::string_view> traceparent;
  std::string_view remoteAddress;
  std::optional<std::string_view> certificate;  ///< fingerprint of the client's certificate
  std::string_view reference;
  std::string_view oin;  ///< of that certificate
};

/// How a message ended, as far as the record is concerned.
struct Ending {
  std::string name;         ///< `InburgeringWi2021/RaadpleegPersoon`
  std::string_view answer;  ///< the body that waits to be sent
  const Fault* fault = nullptr;
  std::string_view faultCode;  ///< with a fault
  bool unread = false;         ///< refused for its source, before anything of it was looked at
};

/// Threading: any thread.
class Recorder {
 public:
  /// `activityRegister`: beginning of the URIs under which the processing activities are registered.
  Recorder(Trail& trail, const Clock& wallClock, std::string activityRegister)
      : trail_(trail), clock_(wallClock), register_(std::move(activityRegister)) {}
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  /// Records what was only counted.
  ~Recorder();

  Draft begin(const Arrival& arrival) const;
  /// From here on every message gets a record.
  void caller(Draft& draft, const security::Caller& caller) const;
  /// Before an operation runs: auditUnavailable when its record could not be kept. Notes the persons that the
  /// request names (`bsns`; one that fails the 11-test is nobody's), and what a change is to leave in the
  /// outbox.
  Outcome<void> ready(Draft& draft, const std::string& name, std::span<const std::string> bsns) const;
  /// Hands the message's record in: true, and `done` follows, maybe at once; no answer before it. False: it
  /// gets no record, the answer may leave. A fault: send that instead.
  Outcome<bool> keep(Draft& draft, const Ending& ending, Trail::Done done);
  /// One activity for each operation of each law.
  std::string activity(std::string_view name) const;

 private:
  std::int64_t now() const { return clock_.now().time_since_epoch().count(); }
  bool wanted(const Draft& draft, const Ending& ending, std::int64_t now);
  Outcome<void> keepFile(Draft& draft);
  Outcome<void> keepSummary(std::int64_t now, bool whatever);

  Trail& trail_;
  const Clock& clock_;
  const std::string register_;
  Strangers strangers_;
};

}  // namespace cvsgw::audit
