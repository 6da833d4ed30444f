// The way of a request from framed HTTP to the answer: one ordered list of steps. Start reading here.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gateway/audit/recorder.hpp"
#include "gateway/description/contract.hpp"
#include "gateway/dispatch/operation.hpp"
#include "gateway/domain/line_limit.hpp"
#include "gateway/http/raw_message.hpp"
#include "gateway/http/response.hpp"
#include "gateway/limits/caller_limits.hpp"
#include "gateway/observability/log.hpp"
#include "gateway/security/addressing.hpp"
#include "gateway/security/keys/authenticator.hpp"
#include "gateway/security/listener_profile.hpp"
#include "gateway/security/signature/material.hpp"
#include "gateway/security/signature/refusal.hpp"
#include "gateway/transport/handler.hpp"
#include "gateway/xml/byte_gate.hpp"
#include "gateway/xml/schema_set.hpp"

namespace cvsgw {

/// What the steps need; all of it outlives the pipeline.
struct PipelineParts {
  std::vector<const dispatch::Service*> services;
  const xml::SchemaSet& schemas;
  const security::Authenticator& authenticator;
  isi::Backend& isi;
  isi::Documentmaker& documenten;
  isi::Bestanden& bestanden;
  const Clock& clock;      ///< the domain's today
  const Clock& wallClock;  ///< for keys and timestamps, never set to another date
  observability::Log& log;
  audit::Recorder& audit;
  xml::Limits limits;
  limits::CallerLimits& callers;
};

/// The listener that a request came in through; outlives the pipeline.
struct Listener {
  security::ListenerProfile profile;
  const description::Contract& contract;  ///< with this listener's address in it
  /// On a listener of a signed profile, and there before its first request.
  std::shared_ptr<security::signature::LiveMaterial> signatures;
  /// Whose signed messages a connection may bring, besides its own; by its OIN.
  std::map<Oin, std::vector<Oin>> ondertekenaars;
};

/// Threading: handle() may be called by any number of threads at once.
class Pipeline {
 public:
  explicit Pipeline(PipelineParts parts) : parts_(std::move(parts)) {}

  /// Always an answer: a SOAP answer, a SOAP fault, or a page of the contract. One that has to be accounted
  /// for comes later, after the Wake, when its record is durable. Writes one log line per message; of those
  /// that strangers send, so many a second, with how many were left out.
  transport::Handled handle(http::Request&& request, const transport::Connection& connection,
                            const Listener& listener, const transport::Wake& wake) const;

 private:
  /// What is learnt on the way and needed for the answer's headers and the log line, also when a step
  /// refuses.
  struct Passage {
    const Listener& listener;
    std::string reference;
    const dispatch::Service* service = nullptr;
    const dispatch::Operation* operation = nullptr;
    security::Addressing addressing;
    std::string source;           ///< as the limits count
    bool unread = false;          ///< refused for its source, before anything of it was looked at
    bool onlyRemembered = false;  ///< its source is over its limit
    // On a signed listener: what it has at this moment, and the request's SignatureValue.
    std::shared_ptr<const security::signature::Material> material;
    std::string confirmation;
    // On an encrypted one: how the request was encrypted, and to whom the answer is, once he is known.
    std::optional<security::encryption::Algorithms> encryption;
    std::optional<security::encryption::Recipient> recipient;
    std::string_view faultcode;  // of a fault, when WS-Security has one that says more than the register's
    std::string applicatiesleutel;
    std::string gemeente;
    audit::Draft spoor;
  };
  /// A message that was processed, until its answer leaves.
  struct Message {
    Passage passage;
    std::chrono::steady_clock::time_point begin;
    std::optional<Fault> fault{};
    http::Response response{};
    bool durable = false;  ///< its record
  };

  /// process() and its answer, whatever they throw.
  Outcome<http::Response> attempt(http::Request&& request, const transport::Connection& connection,
                                  Passage& passage) const;
  Outcome<std::string> process(http::Request&& request, const transport::Connection& connection,
                               Passage& passage) const;
  Outcome<void> admitSource(Passage& passage) const;
  Outcome<security::Caller> authenticate(const xml::Envelope& envelope,
                                         const transport::Connection& connection, Passage& passage) const;
  static tl::unexpected<Fault> refusedBy(security::Refusal refusal, Passage& passage);
  static Outcome<void> verifySignature(const xml::Envelope& envelope, const Oin& oin, Moment now,
                                       Passage& passage);
  void countRefusal(const Fault& fault, const Passage& passage) const;
  /// The envelope around an answer or a fault, signed when the listener's profile says so.
  std::string envelope(const Passage& passage, std::string_view action, std::string_view body,
                       std::string_view namespaces) const;
  http::Response answer(const std::string& body, const Passage& passage) const;
  http::Response fault(const Fault& fault, const Passage& passage) const;
  static std::string nameOf(const Passage& passage);
  Outcome<bool> record(Message& message, audit::Trail::Done done) const;
  http::Response finish(Message& message) const;
  void retract(Message& message, Fault&& reason) const;
  http::Response page(const http::Request& request, const Passage& passage) const;
  void logLine(const Message& message) const;

  static constexpr unsigned kStrangersLines = 50;  // a second

  PipelineParts parts_;
  /// Lines about messages of whom nobody knows who sent them.
  std::unique_ptr<LineLimit> strangersLines_ = std::make_unique<LineLimit>(kStrangersLines);
};

}  // namespace cvsgw
