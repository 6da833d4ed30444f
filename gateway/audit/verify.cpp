#include "gateway/audit/verify.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "gateway/audit/chain.hpp"
#include "gateway/audit/digest.hpp"
#include "gateway/audit/finder.hpp"
#include "gateway/audit/findings.hpp"
#include "gateway/audit/tail.hpp"

namespace cvsgw::audit {
namespace {

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string missing(std::int64_t from, std::int64_t upTo) {
  return from == upTo ? "record " + number(from) + " ontbreekt"
                      : "records " + number(from) + " tot en met " + number(upTo) + " ontbreken";
}

class Reading {
 public:
  explicit Reading(const VerifyOptions& options)
      : options_(options),
        connection_(options.file, Connection::Mode::read),
        transaction_(connection_, Transaction::Kind::read),
        findings_(options.most) {}

  VerifyReport run() {
    const auto version = connection_.single("PRAGMA user_version");
    if (version == 0) throw DamageError("there are no tables");
    if (version != kSchemaVersion)
      throw AuditError("audit.sqlite is van een andere versie van dit programma");
    readRemovals();
    readSegments();
    readCheckpoints();
    readRuns();
    walk();
    readUsersLeft();
    readSmall();
    judgeTail();
    compareLast();
    transaction_.commit();
    report_.findings = findings_.first();
    report_.more = findings_.count() - static_cast<std::int64_t>(report_.findings.size());
    return std::move(report_);
  }

 private:
  void wrong(std::string text) { findings_.add(std::move(text)); }
  bool good(const std::string& message, const Signature& signature) const {
    return options_.verifier.good(message, view(signature));
  }

  void readRemovals();
  void readSegments();
  void judgeSegment(const Segment& segment, const Segment* before);
  void readCheckpoints();
  void readRuns();
  void walk();
  void passSegment(const Segment& segment);
  void passRemoved(const Segment& segment);
  std::string passRecord(const Segment& segment, std::int64_t expected, Statement& row);
  void passGap(std::int64_t from, std::int64_t upTo, const std::string& why);
  void passCheckpoint(std::int64_t seq);
  void judgeCheckpointsLeft();
  void skipRuns(std::int64_t upTo);
  void passRun(std::int64_t seq, std::string_view betrokkenen);
  std::string userOf(std::int64_t seq);
  void readUsersLeft();
  void readSmall();
  void judgeTail();
  void compareLast();
  bool isRemoved(std::int64_t seq) const;

  struct StoredRun {
    std::int64_t van = 0;
    std::int64_t tot = 0;
    Digest paren{};
  };

  const VerifyOptions& options_;
  Connection connection_;
  Transaction transaction_;
  Findings findings_;
  VerifyReport report_;
  std::set<std::int64_t> removed_;  // segments
  std::vector<Segment> segments_;
  std::multimap<std::int64_t, Checkpoint> checkpoints_;  // by record
  std::vector<StoredRun> runs_;
  std::size_t runAt_ = 0;
  bool runBroken_ = false;  // records of it are missing
  Run run_;
  Head head_;
  bool afterGap_ = false;          // the record before is missing: its link cannot be computed
  std::optional<Checkpoint> kop_;  // the last one whose signature holds
  std::int64_t lastKop_ = 0;
  std::int64_t users_ = 0;
  std::optional<Statement> user_;
};

void Reading::readRemovals() {
  auto rows = connection_.prepare("SELECT segment, tijd_ms, handtekening FROM verwijdering ORDER BY segment");
  while (rows.step()) {
    Signature signature{};
    findings_.signature(
        rows.bytes(2, signature) && good(removalMessage(rows.number(0), rows.number(1)), signature),
        "de verwijdering van segment " + number(rows.number(0)) + " is niet geldig ondertekend");
    // One finding: not each of its records as well.
    removed_.insert(rows.number(0));
  }
}

void Reading::readSegments() {
  auto rows = connection_.prepare(std::string("SELECT ") + kSegmentColumns + " FROM segment ORDER BY nummer");
  while (rows.step()) {
    const auto segment = segmentFrom(rows);
    if (!segment) {
      wrong("segment " + number(rows.number(0)) + " is niet te lezen");
      continue;
    }
    judgeSegment(*segment, segments_.empty() ? nullptr : &segments_.back());
    segments_.push_back(*segment);
  }
  report_.segments = static_cast<std::int64_t>(segments_.size());
  for (const auto nummer : removed_)
    if (std::ranges::find(segments_, nummer, &Segment::nummer) == segments_.end())
      wrong("segment " + number(nummer) + " is verwijderd, en zijn zegel ontbreekt");
}

void Reading::judgeSegment(const Segment& segment, const Segment* before) {
  const auto name = "segment " + number(segment.nummer);
  const bool open = segment.verzegeld == 0;
  if (segment.nummer != (before ? before->nummer + 1 : 1)) wrong("voor " + name + " ontbreekt een segment");
  if (before && before->verzegeld == 0)
    wrong("segment " + number(before->nummer) + " is niet verzegeld, en er komt een na");
  if (segment.van != (before ? before->tot + 1 : 1)) wrong(name + " begint niet waar het vorige eindigt");
  if (segment.beginHash != (before ? before->eindHash : Digest{}))
    wrong(name + " sluit niet aan op de keten van het vorige");
  if (before && segment.dag < before->dag) wrong(name + " is van een eerdere dag dan het vorige");
  if (!open && segment.tot < segment.van) wrong(name + " is verzegeld zonder records");
  if (!open)
    findings_.signature(good(segment.message(), segment.handtekening),
                        "het zegel van " + name + " is niet geldig ondertekend");
  if (open && removed_.contains(segment.nummer)) wrong(name + " is verwijderd zonder zegel");
}

void Reading::readCheckpoints() {
  auto rows = connection_.prepare(std::string("SELECT ") + kCheckpointColumns + " FROM kop ORDER BY nummer");
  std::optional<Checkpoint> before;
  while (rows.step()) {
    const auto name = "ondertekende stand " + number(rows.number(0));
    const auto kop = checkpointFrom(rows);
    if (!kop) {
      wrong(name + " is niet te lezen");
      continue;
    }
    const bool vouched = good(kop->message(), kop->handtekening);
    findings_.signature(vouched, name + " is niet geldig ondertekend");
    // Those of removed days are gone, but for each day's last one.
    const bool gap = before ? kop->nummer != before->nummer + 1 : kop->nummer != 1;
    if (before && !gap && kop->vorige != sha256(before->message())) wrong(name + " volgt niet op de vorige");
    if (before && kop->head.seq < before->head.seq) wrong(name + " staat voor de vorige");
    if (gap && !isRemoved(kop->head.seq)) wrong("voor " + name + " ontbreekt er een");
    if (vouched) {
      checkpoints_.emplace(kop->head.seq, *kop);
      kop_ = kop;
    }
    before = kop;
    ++report_.checkpoints;
  }
  if (kop_) report_.signedUpTo = kop_->head.seq;
  if (before) lastKop_ = before->nummer;
  if (before && before->regels && *before->regels != smallRows(connection_))
    wrong("de regels van sleutel en vasthouden zijn niet die van ondertekende stand " + number(lastKop_));
}

bool Reading::isRemoved(std::int64_t seq) const {
  return std::ranges::any_of(segments_, [&](const Segment& s) {
    return removed_.contains(s.nummer) && s.van <= seq && seq <= s.tot;
  });
}

void Reading::readRuns() {
  auto rows = connection_.prepare("SELECT van_seq, tot_seq, paren FROM wijzer ORDER BY van_seq");
  while (rows.step()) runs_.push_back({rows.number(0), rows.number(1), sha256(rows.blob(2))});
}

void Reading::walk() {
  user_.emplace(connection_.prepare("SELECT kenmerk FROM gebruiker WHERE seq = ?1"));
  const std::int64_t last = connection_.single("SELECT COALESCE(MAX(seq), 0) FROM verwerking");
  const std::int64_t first = connection_.single("SELECT COALESCE(MIN(seq), 1) FROM verwerking");
  if (first < 1) wrong("record " + number(first) + " is ingevoegd");
  std::int64_t covered = 0;
  passCheckpoint(0);
  for (const auto& segment : segments_) {
    head_ = {segment.van - 1, segment.beginHash};
    if (removed_.contains(segment.nummer)) {
      ++report_.removed;
      passRemoved(segment);
    } else {
      passSegment(segment);
    }
    covered = segment.verzegeld == 0 ? last : segment.tot;
  }
  if (last > covered) wrong("record " + number(covered + 1) + " hoort bij geen segment");
  judgeCheckpointsLeft();
  if (runAt_ < runs_.size())
    wrong("de wijzer vanaf record " + number(runs_[runAt_].van) + " hoort bij geen records");
  report_.head = head_;
}

void Reading::passSegment(const Segment& segment) {
  const bool open = segment.verzegeld == 0;
  auto rows =
      connection_.prepare("SELECT seq, " + columns() +
                          ", hash FROM verwerking WHERE seq >= ?1 AND (?2 OR seq <= ?3) ORDER BY seq");
  rows.number(1, segment.van).number(2, open ? 1 : 0).number(3, segment.tot);
  std::int64_t expected = segment.van;
  while (rows.step()) {
    const auto seq = rows.number(0);
    if (seq != expected) passGap(expected, seq - 1, "");
    passRun(seq, passRecord(segment, seq, rows));
    expected = seq + 1;
  }
  rows.reset();
  if (open) {
    if (expected == segment.van) wrong(missing(expected, expected));
  } else if (expected <= segment.tot) {
    passGap(expected, segment.tot,
            ": segment " + number(segment.nummer) + " loopt tot " + number(segment.tot));
  } else if (head_.hash != segment.eindHash) {
    wrong("de keten van segment " + number(segment.nummer) + " eindigt anders dan zijn zegel zegt");
  }
  afterGap_ = false;  // the next day's first link is in its own segment
}

// What is missing is one finding, and what follows is read on: it hangs together by itself.
void Reading::passGap(std::int64_t from, std::int64_t upTo, const std::string& why) {
  const auto next = number(upTo + 1);
  if (!why.empty())
    wrong(missing(from, upTo) + why);
  else if (from > report_.signedUpTo)  // no signature says that there ever was one
    wrong("record " + next + " sluit nergens op aan: het is ingevoegd, of " + missing(from, upTo));
  else
    wrong(missing(from, upTo) + "; of record " + next +
          " is wat er is vastgelegd, is daardoor niet te zeggen");
  checkpoints_.erase(checkpoints_.lower_bound(from), checkpoints_.upper_bound(upTo));
  skipRuns(upTo);
  afterGap_ = true;
}

void Reading::judgeCheckpointsLeft() {
  const auto beyond = checkpoints_.upper_bound(head_.seq);
  auto find = connection_.prepare("SELECT 1 FROM verwerking WHERE seq = ?1");
  for (auto at = checkpoints_.begin(); at != beyond; ++at) {
    const bool there = find.number(1, at->first).step();
    find.reset();
    wrong("record " + number(at->first) + (there ? " hoort bij geen segment" : " ontbreekt") +
          ": ondertekende stand " + number(at->second.nummer) + " wijst ernaar");
  }
  if (beyond == checkpoints_.end()) return;
  const auto& last = checkpoints_.rbegin()->second;
  wrong(missing(head_.seq + 1, last.head.seq) + ": ondertekende stand " + number(last.nummer) +
        " is van record " + number(last.head.seq));
}

// A day that is being removed loses its last records first: what is left follows from the day's beginning.
// Its index goes with the first of them. As long as nothing is gone it may be there, and then it must be
// right.
void Reading::passRemoved(const Segment& segment) {
  auto lastOne = connection_.prepare("SELECT 1 FROM verwerking WHERE seq = ?1");
  const bool whole = lastOne.number(1, segment.tot).step();
  lastOne.reset();
  auto rows = connection_.prepare("SELECT seq, " + columns() +
                                  ", hash FROM verwerking WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
  rows.number(1, segment.van).number(2, segment.tot);
  for (std::int64_t expected = segment.van; rows.step(); ++expected) {
    if (rows.number(0) != expected) {
      wrong("record " + number(rows.number(0)) + " hoort niet in segment " + number(segment.nummer) +
            ", dat verwijderd is");
      break;
    }
    const auto betrokkenen = passRecord(segment, expected, rows);
    if (whole && runAt_ < runs_.size() && runs_[runAt_].van <= expected) passRun(expected, betrokkenen);
  }
  rows.reset();
  head_ = {segment.tot, segment.eindHash};
  passCheckpoint(segment.tot);
}

// Gives its persons, for the index.
std::string Reading::passRecord(const Segment& segment, std::int64_t seq, Statement& row) {
  const int fields = static_cast<int>(std::ranges::count(columns(), ',')) + 1;
  std::string canonicalRecord;
  for (int column = 1; column <= fields; ++column) row.appendTo(canonicalRecord, column);
  const Digest expected = link(head_.hash, seq, recordDigest(canonicalRecord), userOf(seq));
  Digest stored{};
  if (!row.bytes(fields + 1, stored) || (stored != expected && !afterGap_))
    wrong("record " + number(seq) +
          " is niet wat er is vastgelegd: inhoud, volgorde of ketenwaarde is gewijzigd");
  // Goes on from what is stored, so that one change is one finding.
  afterGap_ = false;
  head_ = {seq, stored};
  ++report_.records;
  const auto entry = fromCanonical(canonicalRecord);
  const auto dag = entry ? dayOf(entry->eind) : std::string();
  if (entry && dag > segment.dag)
    wrong("record " + number(seq) + " is van een latere dag dan segment " + number(segment.nummer));
  // A segment is of its first record's day, or of its predecessor's when the clock went back.
  const auto* before = &segment == segments_.data() ? nullptr : &segment - 1;
  if (entry && seq == segment.van && dag != segment.dag && (!before || before->dag != segment.dag))
    wrong("segment " + number(segment.nummer) + " heeft een andere dag dan zijn eerste record");
  passCheckpoint(seq);
  return entry && entry->betrokkenen ? *entry->betrokkenen : std::string();
}

std::string Reading::userOf(std::int64_t seq) {
  user_->number(1, seq);
  std::string out;
  if (user_->step()) {
    Pseudonym user{};
    // An empty one would add nothing to the link.
    if (!user_->bytes(0, user)) wrong("de gebruiker bij record " + number(seq) + " is geen pseudoniem");
    out = view(user);
    ++users_;
  }
  user_->reset();
  return out;
}

void Reading::passCheckpoint(std::int64_t seq) {
  const auto [from, to] = checkpoints_.equal_range(seq);
  for (auto at = from; at != to; ++at)
    if (at->second.head.hash != head_.hash)
      wrong("record " + number(seq) + " past niet bij ondertekende stand " + number(at->second.nummer));
  checkpoints_.erase(from, to);
}

void Reading::passRun(std::int64_t seq, std::string_view betrokkenen) {
  if (runAt_ >= runs_.size()) return;
  const auto& stored = runs_[runAt_];
  if (seq < stored.van) {
    wrong("de wijzer mist record " + number(seq));
    runAt_ = runs_.size();
    return;
  }
  run_.add(betrokkenen, seq);
  if (seq != stored.tot) return;
  if (sha256(run_.take()) != stored.paren && !runBroken_)
    wrong("de wijzer van record " + number(stored.van) + " tot " + number(stored.tot) + " is gewijzigd");
  runBroken_ = false;
  ++runAt_;
}

// The index of records that are missing cannot be held against anything.
void Reading::skipRuns(std::int64_t upTo) {
  for (; runAt_ < runs_.size() && runs_[runAt_].van <= upTo; ++runAt_) {
    runBroken_ = runs_[runAt_].tot > upTo;
    if (runBroken_) return;
    run_.take();
  }
}

void Reading::readUsersLeft() {
  if (connection_.single("SELECT COUNT(*) FROM gebruiker") != users_)
    wrong("het gebruikerslog heeft een regel zonder record");
}

void Reading::readSmall() {
  auto keys = connection_.prepare("SELECT jaar, vingerafdruk, handtekening FROM sleutel ORDER BY jaar");
  while (keys.step()) {
    Digest fingerprint{};
    Signature signature{};
    findings_.signature(keys.bytes(1, fingerprint) && keys.bytes(2, signature) &&
                            good(keyMessage(keys.number(0), fingerprint), signature),
                        "de sleutelregel van " + number(keys.number(0)) + " is niet geldig ondertekend");
  }
  auto holds =
      connection_.prepare(std::string("SELECT ") + kHoldColumns + " FROM vasthouden ORDER BY nummer");
  std::int64_t expected = 1;
  while (holds.step()) {
    const auto hold = holdFrom(holds);
    findings_.signature(hold && good(hold->message(), hold->handtekening),
                        "regel " + number(holds.number(0)) + " van vasthouden is niet geldig ondertekend");
    if (holds.number(0) != expected++)
      wrong("voor regel " + number(holds.number(0)) + " van vasthouden ontbreekt er een");
  }
}

void Reading::judgeTail() {
  if (findings_.otherKey()) return;  // then nothing can be said of what is signed
  const auto last = connection_.single("SELECT COALESCE(MAX(seq), 0) FROM verwerking");
  const auto segment = segments_.empty() ? std::nullopt : std::optional(segments_.back());
  const auto flaw = flawOfTail(connection_, kop_, segment, last);
  if (flaw != TailFlaw::none)
    wrong(inWords(flaw, report_.signedUpTo, last));
  else if (!kop_)  // also what never had a record has one: its first start signs
    wrong("er is geen enkele ondertekende stand: het spoor is leeggemaakt");
}

void Reading::compareLast() {
  if (!options_.laatste) return;
  const auto& kept = *options_.laatste;
  if (!good(kept.message(), kept.handtekening))
    return wrong("de elders bewaarde stand is niet geldig ondertekend");
  if (kept.head.seq > head_.seq)
    return wrong("record " + number(head_.seq + 1) + " ontbreekt: de elders bewaarde stand is van record " +
                 number(kept.head.seq));
  if (kept.nummer > lastKop_) return wrong("ondertekende stand " + number(lastKop_ + 1) + " ontbreekt");
  if (kept.head.seq == 0) return;  // before the first record
  auto find = connection_.prepare("SELECT hash FROM verwerking WHERE seq = ?1");
  find.number(1, kept.head.seq);
  Digest stored{};
  const bool there = find.step() && find.bytes(0, stored);
  if (!there && isRemoved(kept.head.seq)) return;  // removed since, and signed for
  if (!there || stored != kept.head.hash)
    wrong("record " + number(kept.head.seq) + " past niet bij de elders bewaarde stand");
}

}  // namespace

VerifyReport verify(const VerifyOptions& options) {
  return Reading(options).run();
}

}  // namespace cvsgw::audit
