#include "gateway/pipeline.hpp"

#include <chrono>
#include <typeinfo>

#include "gateway/audit/digest.hpp"
#include "gateway/dispatch/lookup.hpp"
#include "gateway/limits/persons.hpp"
#include "gateway/limits/source.hpp"
#include "gateway/reply/canonical_start.hpp"
#include "gateway/reply/envelope_writer.hpp"
#include "gateway/reply/fault_register.hpp"
#include "gateway/reply/fault_writer.hpp"
#include "gateway/security/encryption/open.hpp"
#include "gateway/security/header_blocks.hpp"
#include "gateway/security/keys/authorisation.hpp"
#include "gateway/security/security_header.hpp"
#include "gateway/security/signature/structure.hpp"
#include "gateway/security/signature/verify.hpp"
#include "gateway/xml/canonical.hpp"
#include "gateway/xml/document.hpp"
#include "gateway/xml/envelope.hpp"

namespace cvsgw {
namespace {

template <class T>
tl::unexpected<Fault> passOn(Outcome<T>& outcome) {
  return tl::unexpected(std::move(outcome).error());
}

// What is encrypted is one run of text; what comes out of it meets the ordinary limit.
xml::Limits outerLimits(xml::Limits limits, const security::ListenerProfile& profile) {
  if (profile.encryptedMessages()) limits.textBytes = limits.bytes;
  return limits;
}

Outcome<security::Addressing> readHeaders(const xml::Envelope& envelope,
                                          const security::ListenerProfile& profile) {
  if (auto known = security::checkHeaderBlocks(envelope, profile.headers(), profile.wsSecurity()); !known)
    return passOn(known);
  return security::readAddressing(envelope, profile.addressing());
}

// What the caller was told holds no value of his, so the log may have it; where the two differ, ours says
// more.
LogText causeOf(const Fault& fault) {
  if (!fault.log.str().empty()) return fault.log;
  if (!fault.text.str().empty()) return LogText(fault.text.str());
  if (!fault.violations.empty())
    return LogText(fault.violations.front().path + ": " + fault.violations.front().reason);
  return LogText(std::string(reply::faultRow(fault.kind).tekst));
}

}  // namespace

// A step that fails in a way of which nobody thought is a refusal as any other: its caller gets a fault, and
// what was done for him, maybe read and maybe changed, a record.
Outcome<http::Response> Pipeline::attempt(http::Request&& request, const transport::Connection& connection,
                                          Passage& passage) const {
  try {
    auto outcome = process(std::move(request), connection, passage);
    if (!outcome) return passOn(outcome);
    return answer(*outcome, passage);
  } catch (const std::exception& error) {
    // Only its type: what() may quote the message, and so a person.
    return refuse(FaultKind::internal, {}, std::string("exception ") + typeid(error).name());
  }
}

// The order is the contract's order of precedence; each line says why the step stands where it stands.
Outcome<std::string> Pipeline::process(http::Request&& request, const transport::Connection& connection,
                                       Passage& passage) const {
  // A source of which too much was refused lately waits: refusing is work, too, and this is the cheapest of
  // it.
  if (auto room = admitSource(passage); !room) return passOn(room);

  // An unknown address is told before anything of the message is looked at.
  auto service = dispatch::findService(parts_.services, request.path);
  if (!service) return passOn(service);
  passage.service = *service;

  // What is no POST of XML can be no SOAP message; cheapest of all to refuse.
  auto message = http::checkPost(std::move(request));
  if (!message) return passOn(message);

  // Bytes and limits before any parser: what costs a parser more than linear time never reaches one.
  const security::ListenerProfile& profile = passage.listener.profile;
  auto bytes = xml::byteGate(message->body(), outerLimits(parts_.limits, profile));
  if (!bytes) return passOn(bytes);

  // The one tree; every later step looks at it and at nothing else.
  auto document = xml::parse(*bytes);
  if (!document) return passOn(document);

  // Header and Body are found by their position, once.
  auto envelope = xml::openEnvelope(*std::move(document));
  if (!envelope) return passOn(envelope);

  // Header blocks before their contents: one that must be understood and is not ends the processing. From
  // here on a fault can say to which message it relates.
  passage.addressing = security::peekAddressing(*envelope);
  if (profile.signedMessages()) passage.confirmation = security::signature::peekSignatureValue(*envelope);
  auto addressing = readHeaders(*envelope, profile);
  if (!addressing) return passOn(addressing);
  if (profile.encryptedMessages()) {
    // After the headers, which are not encrypted: what is wrong with them is told whether or not the rest can
    // be decrypted. Read again from the bytes on, with the Body as it was before it was encrypted.
    auto opened = security::encryption::open(
        *std::move(envelope), passage.material->decryptionKeys(parts_.wallClock.now()), parts_.limits);
    if (!opened) return refusedBy(std::move(opened.error()), passage);
    envelope = std::move(opened->envelope);
    passage.encryption = std::move(opened->algorithms);
    addressing = readHeaders(*envelope, profile);
    if (!addressing)
      return refusedBy(security::encryption::asOneFault(std::move(addressing.error())), passage);
  }
  passage.addressing = *std::move(addressing);

  // Who calls, before anything that depends on what he asks: strangers learn nothing of operations or schema.
  passage.spoor.entry.messageId = passage.addressing.messageId;
  passage.spoor.entry.vraag = audit::sha256(message->body());
  auto caller = authenticate(*envelope, connection, passage);
  if (!caller) return passOn(caller);
  passage.applicatiesleutel = caller->applicatiesleutel();
  parts_.audit.caller(passage.spoor, *caller);

  // A known caller has his own share, whatever others behind his address do.
  if (auto room = parts_.callers.admitKey(passage.applicatiesleutel, passage.source); !room)
    return passOn(room);

  // The Body decides what is asked; SOAPAction and wsa:Action must agree with it, never the reverse.
  const auto name = envelope->operation().name();
  auto operation = dispatch::findOperation(**service, name.ns, name.local);
  if (!operation) return passOn(operation);
  passage.operation = *operation;
  auto action = dispatch::checkAction(
      **service, **operation, message->soapAction(), passage.addressing.action,
      profile.digikoppeling() ? dispatch::SoapActionRule::strict : dispatch::SoapActionRule::tolerant);
  if (!action) return passOn(action);
  if (profile.digikoppeling() && !dispatch::isQuery(**operation)) {
    if (auto from = security::requireFrom(passage.addressing); !from) return passOn(from);
  }

  // A key without the role for any municipality is refused before the schema tells it what a good message
  // looks like.
  if ((*operation)->needs) {
    if (auto role = security::requireRole(*caller, *(*operation)->needs); !role) return passOn(role);
  }

  // Every violation at once; nothing behind this step meets a message that the contract does not describe.
  auto body = parts_.schemas.validate(*envelope);
  if (!body) return passOn(body);

  // The binding reads exactly the node that was validated, in canonical form: two readers, one text.
  auto canonical = xml::canonicalBody(*body);
  if (!canonical) return passOn(canonical);

  // The back end lives in today before it is asked anything.
  const Date today = parts_.clock.today();
  if (auto day = parts_.isi.enterDay(today); !day) return passOn(day);

  // Nothing is done that could not be accounted for.
  const auto numbers = limits::numbersIn(body->operation());
  if (auto ready = parts_.audit.ready(passage.spoor, nameOf(passage), numbers.bsns); !ready)
    return passOn(ready);

  // What a question reads from here on is of one moment.
  const auto moment = dispatch::isQuery(**operation) ? parts_.isi.momentopname() : nullptr;

  // Persons outside the municipality's sight cost something, so that a key cannot leaf through the country.
  // Asked before the operation reads or changes anything.
  auto room =
      limits::admitPersons({body->operation(), numbers, *caller, (*operation)->needs, passage.source, today,
                            parts_.wallClock.now()},
                           parts_.callers.budget(), parts_.isi, passage.spoor.verantwoording.betrokkenen);
  if (!room) return passOn(room);

  // Binding, municipality, the law's rules, the ISI. An answer with messages is an answer; only what was not
  // processed is a fault.
  dispatch::CallContext context{*caller,
                                parts_.isi,
                                parts_.documenten,
                                parts_.clock,
                                today,
                                {},
                                passage.addressing.messageId,
                                {},
                                &parts_.bestanden,
                                &passage.spoor.verantwoording};
  auto result = (*operation)->run(**operation, *canonical, context);
  passage.gemeente = context.namens.gemeente.value();
  return result;
}

Outcome<void> Pipeline::admitSource(Passage& passage) const {
  using Admission = limits::CallerLimits::Admission;
  const auto admitted = parts_.callers.admitSource(passage.source);
  if (admitted == Admission::everyone) return {};
  // A certificate is a source of its own: there is no neighbour to keep in.
  passage.onlyRemembered = admitted == Admission::remembered && !passage.listener.profile.byCertificate();
  if (passage.onlyRemembered) return {};
  passage.unread = true;
  return tl::unexpected(parts_.callers.sourceFull(passage.source));
}

Outcome<security::Caller> Pipeline::authenticate(const xml::Envelope& envelope,
                                                 const transport::Connection& connection,
                                                 Passage& passage) const {
  const Moment now = parts_.wallClock.now();
  std::optional<Oin> oin;
  if (connection.peerOin) oin = Oin::parse(*connection.peerOin);
  if (passage.listener.profile.byCertificate()) {
    // The handshake lets nobody in without one.
    if (!oin) return refuse(FaultKind::internal, {}, "no OIN on a listener that identifies by certificate");
    if (auto checked = verifySignature(envelope, *oin, now, passage); !checked) return passOn(checked);
    return parts_.authenticator.identify(*oin, now);
  }
  auto token = security::readUsernameToken(envelope, now);
  if (!token) return passOn(token);
  if (!*token) {
    return refuse(FaultKind::securityHeaderMissing,
                  "Geef een WS-Security-kop met een UsernameToken: de applicatiesleutel en het wachtwoord.");
  }
  if (passage.onlyRemembered) {
    auto known =
        parts_.authenticator.remembered((*token)->name, (*token)->password, oin, now, passage.source);
    if (!known) return tl::unexpected(parts_.callers.sourceFull(passage.source));
    return *std::move(known);
  }
  return parts_.authenticator.verify((*token)->name, (*token)->password, oin, now, passage.source);
}

tl::unexpected<Fault> Pipeline::refusedBy(security::Refusal refusal, Passage& passage) {
  passage.faultcode = refusal.faultcode;
  return tl::unexpected(std::move(refusal.fault));
}

Outcome<void> Pipeline::verifySignature(const xml::Envelope& envelope, const Oin& oin, Moment now,
                                        Passage& passage) {
  namespace signature = security::signature;
  namespace encryption = security::encryption;
  if (!passage.listener.profile.signedMessages()) return {};
  // What follows is what was signed: the verified nodes are this envelope's, found by position.
  const auto others = passage.listener.ondertekenaars.find(oin);
  const bool alone = others == passage.listener.ondertekenaars.end();
  auto verified = signature::verify(
      envelope, {passage.material->trust, oin, alone ? std::span<const Oin>() : others->second, now});
  if (!verified) {
    return refusedBy(passage.encryption ? encryption::asOneFault(std::move(verified.error().fault))
                                        : std::move(verified.error()),
                     passage);
  }
  if (verified->signer().oin != oin) passage.spoor.ondertekenaar = verified->signer().oin.value();
  if (!passage.encryption) return {};
  auto recipient = encryption::recipientOf(verified->signer(), *passage.encryption);
  if (!recipient) return refusedBy(encryption::asOneFault(std::move(recipient.error())), passage);
  passage.recipient = *std::move(recipient);
  return {};
}

transport::Handled Pipeline::handle(http::Request&& request, const transport::Connection& connection,
                                    const Listener& listener, const transport::Wake& wake) const {
  const auto message = std::make_shared<Message>(
      Message{{.listener = listener,
               // Who has shown a certificate answers for himself, whatever others behind his address do.
               .source = connection.peerOin ? "OIN " + *connection.peerOin
                                            : limits::sourceOf(connection.remoteAddress)},
              std::chrono::steady_clock::now()});
  Passage& passage = message->passage;
  if (request.method == "GET" || request.method == "HEAD") return page(request, passage);
  passage.reference = observability::newReference();
  passage.spoor = parts_.audit.begin(
      {request.headers.find("traceparent"), connection.remoteAddress, connection.peerFingerprint,
       passage.reference, connection.peerOin ? std::string_view(*connection.peerOin) : std::string_view()});
  if (listener.signatures) passage.material = listener.signatures->current();
  auto outcome = attempt(std::move(request), connection, passage);
  if (outcome) {
    message->response = *std::move(outcome);
  } else {
    message->fault = std::move(outcome).error();
    // Whatever was wrong with it: nobody who is remembered sent it.
    if (passage.onlyRemembered && passage.applicatiesleutel.empty())
      message->fault = parts_.callers.sourceFull(passage.source);
    countRefusal(*message->fault, passage);
    message->response = fault(*message->fault, passage);
  }
  // No answer leaves before it is accounted for. Whatever can fail stands before the record: from there on
  // the answer may be fetched.
  transport::Later later{[this, message] { return finish(*message); }, message->response.body.size()};
  auto recorded = record(*message, [message, wake](bool durable) {
    message->durable = durable;
    wake();
  });
  if (recorded && *recorded) return later;
  message->durable = true;  // there is none to wait for
  if (!recorded) retract(*message, std::move(recorded).error());
  return finish(*message);
}

http::Response Pipeline::finish(Message& message) const {
  if (!message.durable) retract(message, audit::Trail::notDurable());
  logLine(message);
  return std::move(message.response);
}

void Pipeline::retract(Message& message, Fault&& reason) const {
  message.fault = std::move(reason);
  message.passage.faultcode = {};
  message.response = fault(*message.fault, message.passage);
}

std::string Pipeline::envelope(const Passage& passage, std::string_view action, std::string_view body,
                               std::string_view namespaces) const {
  const security::ListenerProfile& profile = passage.listener.profile;
  if (!profile.signedMessages()) {
    return reply::soapEnvelope(security::answerHeaders(passage.addressing, action, profile.answerUri()), body,
                               namespaces);
  }
  const auto headers = security::answerHeaderValues(passage.addressing, action, profile.answerUri());
  const std::string sorted = reply::withSortedDeclarations(std::string(body));
  return passage.material->signer.envelope({headers, sorted, namespaces, passage.confirmation,
                                            parts_.wallClock.now(),
                                            passage.recipient ? &*passage.recipient : nullptr});
}

std::string Pipeline::nameOf(const Passage& passage) {
  std::string name(passage.service ? passage.service->name : "onbekend");
  return name.append("/").append(passage.operation ? passage.operation->name : "onbekend");
}

Outcome<bool> Pipeline::record(Message& message, audit::Trail::Done done) const {
  Passage& passage = message.passage;
  if (!passage.gemeente.empty()) passage.spoor.entry.gemeente = passage.gemeente;
  const Fault* fault = message.fault ? &*message.fault : nullptr;
  return parts_.audit.keep(passage.spoor,
                           {nameOf(passage), message.response.body, fault,
                            fault ? reply::faultRow(fault->kind).code : std::string_view(), passage.unread},
                           std::move(done));
}

// What a stranger sent counts against where it came from, also what had to be read to put it off; what we
// could not do, and what was not read at all, do not.
void Pipeline::countRefusal(const Fault& fault, const Passage& passage) const {
  const bool theirs = reply::faultRow(fault.kind).kant == "aanroeper" && !passage.unread;
  if (theirs && passage.applicatiesleutel.empty()) parts_.callers.refusedSource(passage.source);
}

http::Response Pipeline::answer(const std::string& body, const Passage& passage) const {
  const auto action = dispatch::actionOf(*passage.service, *passage.operation) + "Response";
  http::Response response;
  response.contentType = std::string(reply::kSoapContentType);
  response.body = envelope(passage, action, body, {});
  return response;
}

http::Response Pipeline::fault(const Fault& fault, const Passage& passage) const {
  const auto action = passage.operation
                          ? dispatch::actionOf(*passage.service, *passage.operation) + "/Fault/technischeFout"
                          : std::string(reply::faultAction(fault.kind));
  const auto written = reply::faultContent(fault, passage.reference, passage.faultcode);
  http::Response response;
  response.status = written.httpStatus;
  response.contentType = std::string(reply::kSoapContentType);
  response.body = envelope(passage, action, written.body, written.namespaces);
  if (written.retryAfterSeconds > 0)
    response.headers.emplace_back("Retry-After", std::to_string(written.retryAfterSeconds));
  if (fault.kind == FaultKind::methodNotAllowed) response.headers.emplace_back("Allow", "GET, HEAD, POST");
  return response;
}

http::Response Pipeline::page(const http::Request& request, const Passage& passage) const {
  // For anyone to read, within what a source may cost.
  if (parts_.callers.admitSource(passage.source) != limits::CallerLimits::Admission::everyone) {
    const Fault full = parts_.callers.sourceFull(passage.source);
    http::Response later{
        .status = 429, .contentType = "text/plain; charset=utf-8", .body = full.text.str() + "\n"};
    later.headers.emplace_back("Retry-After", std::to_string(full.retryAfterSeconds));
    return later;
  }
  parts_.callers.refusedSource(passage.source);
  const auto known = request.headers.find("If-None-Match");
  if (auto found = passage.listener.contract.answer(request.path, request.query, known.value_or("")))
    return *std::move(found);
  return http::Response{
      .status = 404, .contentType = "text/plain; charset=utf-8", .body = "Op dit pad staat niets.\n"};
}

void Pipeline::logLine(const Message& message) const {
  using observability::Level;
  const Passage& passage = message.passage;
  const auto row = message.fault ? reply::faultRow(message.fault->kind) : reply::FaultRow{};
  const bool ours = message.fault && row.kant != "aanroeper";
  // A store that fails is ours, and yet it is strangers who decide how often they meet it.
  const bool theirs = message.fault && (!ours || message.fault->kind == FaultKind::auditUnavailable);
  std::uint64_t leftOut = 0;
  if (theirs && passage.applicatiesleutel.empty()) {
    const auto room = strangersLines_->pass();
    if (!room) return;
    leftOut = *room;
  }
  const auto took = std::chrono::steady_clock::now() - message.begin;
  auto line = parts_.log.line(!message.fault ? Level::info : ours ? Level::error : Level::warning, "bericht");
  line.with("referentie", passage.reference).with("profiel", profielNaam(passage.listener.profile.profiel));
  if (passage.service) line.with("dienst", passage.service->name);
  if (passage.operation) line.with("bewerking", passage.operation->name);
  if (!passage.applicatiesleutel.empty()) line.with("sleutel", passage.applicatiesleutel);
  if (!passage.spoor.ondertekenaar.empty()) line.with("ondertekenaar", passage.spoor.ondertekenaar);
  if (!passage.gemeente.empty()) line.with("gemeente", passage.gemeente);
  line.with("status", std::int64_t{message.response.status})
      .with("microseconden",
            std::int64_t{std::chrono::duration_cast<std::chrono::microseconds>(took).count()});
  if (message.fault) {
    // Whom to look for, and what to tell him when he asks.
    line.with("bron", passage.source).with("fout", row.code).with("kant", row.kant);
    line.with("oorzaak", causeOf(*message.fault));
  }
  if (leftOut > 0) line.with("weggelaten", static_cast<std::int64_t>(leftOut));
  parts_.log.write(line);
}

}  // namespace cvsgw
