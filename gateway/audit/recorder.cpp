#include "gateway/audit/recorder.hpp"

#include "gateway/audit/digest.hpp"
#include "gateway/audit/message_id.hpp"
#include "gateway/audit/outboxed.hpp"
#include "gateway/audit/traceparent.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::int64_t kNumber(Status status) {
  return static_cast<std::int64_t>(status);
}

std::optional<std::string> textOr(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// Once: a digest is no MessageID.
void hideWhoIsNamed(Entry& entry) {
  if (entry.messageId) entry.messageId = recordedMessageId(*entry.messageId);
}

std::string signedBehind(const Draft& draft) {
  return draft.ondertekenaar.empty() ? "" : "ondertekend door OIN " + draft.ondertekenaar;
}

}  // namespace

Recorder::~Recorder() {
  // A failure was told by the trail itself.
  static_cast<void>(keepSummary(now(), true));
}

Draft Recorder::begin(const Arrival& arrival) const {
  const Trace trace = traceOf(arrival.traceparent);
  Draft draft;
  auto& entry = draft.entry;
  entry.kenmerk = distinct<16>();
  entry.traceId = trace.traceId;
  entry.spanId = trace.spanId;
  entry.bovenliggend = trace.parent;
  entry.begin = now();
  entry.herkomst = arrival.remoteAddress;
  if (arrival.certificate) entry.certificaat = std::string(*arrival.certificate);
  entry.referentie = arrival.reference;
  draft.oin = arrival.oin;
  return draft;
}

void Recorder::caller(Draft& draft, const security::Caller& caller) const {
  auto& entry = draft.entry;
  entry.sleutel = caller.applicatiesleutel();
  entry.label = textOr(caller.label());
  if (caller.oin()) entry.oin = caller.oin()->value();
}

std::string Recorder::activity(std::string_view name) const {
  std::string out = register_;
  out.append(out.empty() || out.back() == ':' || out.back() == '/' ? "" : ":");
  for (const char c : name) out.push_back(c == '/' ? ':' : c);
  return out;
}

Outcome<void> Recorder::ready(Draft& draft, const std::string& name,
                              std::span<const std::string> bsns) const {
  if (!trail_.available())
    return refuse(FaultKind::auditUnavailable, {}, "nothing is done while the audit store fails");
  auto& owed = draft.verantwoording;
  for (const std::string& text : bsns) {
    if (const auto bsn = Bsn::parse(text)) owed.betrokkenen.add(*bsn);
  }
  owed.kenmerk = hex(draft.entry.kenmerk);
  owed.aanzet = [this, &draft, name](const Gemeentecode& gemeente) {
    Entry entry = draft.entry;
    hideWhoIsNamed(entry);
    entry.naam = name;
    entry.activiteit = activity(name);
    entry.eind = now();
    entry.status = kNumber(Status::unset);
    entry.resultaat = "Verwerkt";
    entry.gemeente = gemeente.value();
    entry.uitbak = 1;
    entry.toelichting = textOr(signedBehind(draft));
    Outboxed post{std::move(entry), {}};
    if (const auto& kenmerk = draft.verantwoording.gebruikerkenmerk) {
      // Without the year's keys there will be no record either; a post without its user is more than none.
      if (const auto user = trail_.user(post.entry, *kenmerk)) post.gebruiker = *user;
    }
    return post.text();
  };
  return {};
}

bool Recorder::wanted(const Draft& draft, const Ending& ending, std::int64_t now) {
  if (draft.entry.sleutel) return true;
  if (!ending.fault || ending.unread) return false;
  // Who cannot say who he is gets a log line. Who says it wrongly, is put off for having done so, or has
  // shown a certificate and is refused all the same (his signature, his headers), gets a record.
  const auto kind = ending.fault->kind;
  const bool failedLogIn = kind == FaultKind::authenticationFailed || kind == FaultKind::tooManyRequests ||
                           kind == FaultKind::overloaded;
  const bool partner = !draft.oin.empty();
  return (failedLogIn || partner) && strangers_.admit(partner ? draft.oin : draft.entry.herkomst, now);
}

Outcome<bool> Recorder::keep(Draft& draft, const Ending& ending, Trail::Done done) {
  const auto end = now();
  if (ending.fault && ending.fault->kind == FaultKind::auditUnavailable) return false;
  const bool record = wanted(draft, ending, end);
  if (auto counted = keepSummary(end, false); !counted) return tl::unexpected(std::move(counted).error());
  if (!record) return false;
  hideWhoIsNamed(draft.entry);
  auto& owed = draft.verantwoording;
  if (owed.bestand) {
    if (auto file = keepFile(draft); !file) return tl::unexpected(std::move(file).error());
  }
  auto& entry = draft.entry;
  if (!entry.sleutel && !draft.oin.empty()) entry.oin = draft.oin;
  entry.naam = ending.name;
  entry.activiteit = activity(ending.name);
  entry.eind = std::max(end, entry.begin);
  // What was done is done, also when its answer could not be made.
  const bool doneAllTheSame = ending.fault && owed.inUitbak;
  entry.status = kNumber(doneAllTheSame ? Status::unset : ending.fault ? Status::error : Status::ok);
  entry.resultaat = doneAllTheSame           ? "Verwerkt"
                    : ending.fault           ? "Fout"
                    : owed.resultaat.empty() ? "Beantwoord"
                                             : owed.resultaat;
  entry.antwoord = sha256(ending.answer);
  entry.uitbak = owed.inUitbak ? 1 : 0;
  std::string why = signedBehind(draft);
  if (ending.fault) {
    entry.fout = std::string(ending.faultCode);
    const auto& cause = ending.fault->log.str();
    if (!cause.empty()) why.append(why.empty() ? "" : "; ").append(cause);
  }
  entry.toelichting = textOr(why);
  std::optional<Pseudonym> gebruiker;
  if (owed.gebruikerkenmerk) {
    const auto user = trail_.user(entry, *owed.gebruikerkenmerk);
    if (!user) return tl::unexpected(user.error());
    gebruiker = *user;
  }
  if (auto taken = trail_.keep(std::move(entry), owed.betrokkenen.distinct(), gebruiker, std::move(done));
      !taken)
    return tl::unexpected(std::move(taken).error());
  return true;
}

// Once for a version, before its first part leaves.
Outcome<void> Recorder::keepFile(Draft& draft) {
  auto& owed = draft.verantwoording;
  Digest version{};
  if (!fromHex(owed.bestand->sha256, version))
    return refuse(FaultKind::internal, {}, "a file's digest is none");
  draft.entry.bestand = version;
  const auto known = trail_.knowsFile(version);
  if (!known) return tl::unexpected(known.error());
  if (*known) return {};
  auto persons = owed.bestand->betrokkenen();
  if (!persons) return tl::unexpected(std::move(persons).error());
  Betrokkenen all;
  for (const auto& bsn : *persons) all.add(bsn);
  Entry made = draft.entry;
  made.kenmerk = distinct<16>();
  made.spanId = distinct<8>();
  made.bovenliggend = draft.entry.spanId;
  made.naam = kFileMade;
  made.activiteit = activity(made.naam);
  made.eind = now();
  made.status = kNumber(Status::ok);
  made.resultaat = "Gemaakt";
  return trail_.keep(std::move(made), all.distinct());
}

Outcome<void> Recorder::keepSummary(std::int64_t now, bool whatever) {
  const auto summary = strangers_.take(now, whatever);
  if (!summary) return {};
  Entry entry;
  entry.kenmerk = distinct<16>();
  const Trace trace = traceOf({});
  entry.traceId = trace.traceId;
  entry.spanId = trace.spanId;
  entry.naam = "cvsgw/MislukteAanmeldingen";
  entry.activiteit = activity(entry.naam);
  entry.begin = summary->begin;
  entry.eind = summary->eind;
  entry.status = kNumber(Status::error);
  entry.resultaat = "Geteld";
  entry.toelichting = summary->text();
  return trail_.keep(std::move(entry));
}

}  // namespace cvsgw::audit
