#include "gateway/audit/chain.hpp"

#include <algorithm>
#include <utility>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/tail.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw::audit {
namespace {

class Binder {
 public:
  Binder(Statement& statement, int at) : statement_(statement), at_(at) {}
  template <std::size_t N>
  void field(const char*, const Bytes<N>& value) {
    statement_.blob(at_++, view(value));
  }
  void field(const char*, const std::string& value) { statement_.text(at_++, value); }
  void field(const char*, std::int64_t value) { statement_.number(at_++, value); }
  template <class T>
  void field(const char* name, const std::optional<T>& value) {
    if (value)
      field(name, *value);
    else
      statement_.null(at_++);
  }
  void bytes(const char*, const std::optional<std::string>& value) {
    if (value)
      statement_.blob(at_++, *value);
    else
      statement_.null(at_++);
  }
  int at() const { return at_; }

 private:
  Statement& statement_;
  int at_;
};

std::string insertSql() {
  std::string marks = "?";
  for (const char c : columns())
    if (c == ',') marks += ", ?";
  return "INSERT INTO verwerking (seq, " + columns() + ", hash) VALUES (?, " + marks + ", ?)";
}

Connection opened(const std::filesystem::path& file, int busyMilliseconds) {
  Connection connection(file, Connection::Mode::write, busyMilliseconds);
  migrate(connection);
  return connection;
}

}  // namespace

std::string dayOf(std::int64_t milliseconds) {
  // Days begin on the hour: of one hour's records only the first is computed.
  thread_local std::int64_t hour = -1;
  thread_local std::string day;
  if (milliseconds / 3'600'000 != hour) {
    hour = milliseconds / 3'600'000;
    day = dateInAmsterdam(Moment(std::chrono::milliseconds(milliseconds))).text();
  }
  return day;
}

Signer signerOf(const std::filesystem::path& file, const std::filesystem::path& keys, int busyMilliseconds) {
  auto connection = opened(file, busyMilliseconds);
  // With a fresh key the trail would go on, signed by one that no auditor knows.
  const bool begun =
      connection.single("SELECT EXISTS (SELECT 1 FROM kop) OR EXISTS (SELECT 1 FROM sleutel)") != 0;
  return begun ? Signer::read(keys) : Signer::readOrCreate(keys);
}

Chain::Chain(const std::filesystem::path& file, Signer signer, SigningRules rules, int busyMilliseconds)
    : connection_(opened(file, busyMilliseconds)),
      signer_(std::move(signer)),
      rules_(rules),
      version_(connection_.prepare("PRAGMA data_version")),
      last_(connection_.prepare("SELECT seq, hash FROM verwerking ORDER BY seq DESC LIMIT 1")),
      at_(connection_.prepare("SELECT hash FROM verwerking WHERE seq = ?1")),
      lastSegment_(connection_.prepare(std::string("SELECT ") + kSegmentColumns +
                                       " FROM segment ORDER BY nummer DESC LIMIT 1")),
      lastKop_(connection_.prepare(std::string("SELECT ") + kCheckpointColumns +
                                   " FROM kop ORDER BY nummer DESC LIMIT 1")),
      find_(connection_.prepare("SELECT 1 FROM verwerking WHERE uitbak = 1 AND kenmerk = ?1")),
      insert_(connection_.prepare(insertSql())),
      insertUser_(connection_.prepare("INSERT INTO gebruiker (seq, kenmerk) VALUES (?1, ?2)")),
      insertKop_(connection_.prepare(std::string("INSERT INTO kop (") + kCheckpointColumns +
                                     ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")),
      insertSegment_(connection_.prepare(
          "INSERT INTO segment (nummer, dag, van_seq, begin_hash) VALUES (?1, ?2, ?3, ?4)")),
      seal_(connection_.prepare("UPDATE segment SET tot_seq = ?2, eind_hash = ?3, verzegeld_ms = ?4, "
                                "handtekening = ?5 WHERE nummer = ?1")) {}

Chain::~Chain() = default;

void Chain::begin(std::int64_t now) {
  now_ = now;
  transaction_.emplace(connection_, Transaction::Kind::write);
  sealed_ = mustSign_ = false;
  newest_ = 0;
  // Looked at inside the transaction: who comes later reads what this one leaves.
  atOnce_ = !presence_ || presence_->others();
  version_.step();
  const std::int64_t version = version_.number(0);
  version_.reset();
  // Nobody else wrote since the last commit: what it left is known.
  if (std::exchange(known_, std::nullopt) != version) {
    readHead();
    compareOwn();
  }
  inTransaction_ = version;
}

void Chain::readHead() {
  segment_.reset();
  kop_.reset();
  head_ = Head{};
  if (lastSegment_.step()) {
    segment_ = segmentFrom(lastSegment_);
    lastSegment_.reset();
    if (!segment_) throw TamperError("the last segment cannot be read: run cvsgw audit verify");
  }
  if (lastKop_.step()) {
    kop_ = checkpointFrom(lastKop_);
    lastKop_.reset();
    if (!kop_) throw TamperError("the last checkpoint cannot be read: run cvsgw audit verify");
    if (!signer_.verifier().good(kop_->message(), view(kop_->handtekening)))
      throw AuditError(
          "the last checkpoint was not signed with audit-handtekening.sleutel: put the right key back, or "
          "run "
          "cvsgw audit verify");
  }
  if (last_.step()) {
    head_.seq = last_.number(0);
    const bool whole = last_.bytes(1, head_.hash);
    last_.reset();
    if (!whole) throw TamperError("the last record cannot be read: run cvsgw audit verify");
  }
  // After a purge of everything the chain goes on from the last seal.
  if (segment_ && segment_->verzegeld != 0 && segment_->tot > head_.seq)
    head_ = {segment_->tot, segment_->eindHash};
  // Never over signed ground: whoever shortened the chain shall not have it mended by the next record.
  if (kop_ && kop_->head.seq > head_.seq)
    throw TamperError("records are missing that were signed: run cvsgw audit verify");
  compareSigned();
}

// Before anything is signed on top of it: what an honest end cannot leave is not made good by a signature.
void Chain::compareSigned() {
  switch (flawOfTail(connection_, kop_, segment_, head_.seq)) {
    case TailFlaw::none:
      break;
    case TailFlaw::noPosition:
      throw TamperError("there is a trail without any signed position: run cvsgw audit verify");
    case TailFlaw::dayNotSigned:
      throw TamperError("signed positions of days that ended are missing: run cvsgw audit verify");
    case TailFlaw::tooMany:
    case TailFlaw::tooLong:
      throw TamperError(
          "more is not signed than a gateway leaves that is ended: signed positions are missing, or records "
          "were appended that nobody signed: run cvsgw audit verify");
  }
  if (!kop_) return;
  at_.number(1, kop_->head.seq);
  if (!at_.step()) return;  // removed with its day
  Digest there{};
  const bool same = at_.bytes(0, there) && there == kop_->head.hash;
  at_.reset();
  if (!same) throw TamperError("the last signed record is another one: run cvsgw audit verify");
}

void Chain::compareOwn() {
  if (own_.seq == 0) return;
  // Links alone are no proof: whoever can write the file can make them. Honest others sign what they append.
  if (presence_ && head_.seq > own_.seq &&
      !(kop_ && kop_->head.seq == head_.seq && kop_->head.hash == head_.hash))
    throw TamperError("records were appended that nobody signed: run cvsgw audit verify");
  std::optional<Digest> stored;
  if (head_.seq == own_.seq) {
    stored = head_.hash;
  } else if (head_.seq > own_.seq) {
    at_.number(1, own_.seq);
    if (!at_.step()) return;  // its day was removed meanwhile; verify would find any other reason
    Digest there{};
    if (at_.bytes(0, there)) stored = there;
    at_.reset();
  }
  if (stored != own_.hash)
    throw TamperError("what this gateway wrote is not there any more: run cvsgw audit verify");
}

bool Chain::known(const Entry& entry) {
  if (entry.uitbak == 0) return false;
  find_.blob(1, view(entry.kenmerk));
  const bool found = find_.step();
  find_.reset();
  return found;
}

bool Chain::append(const Prepared& record) {
  if (known(record.entry)) return false;
  openDay(dayOf(record.entry.eind));
  const std::int64_t seq = head_.seq + 1;
  const auto gebruiker = record.gebruiker ? view(*record.gebruiker) : std::string_view();
  const Digest hash = link(head_.hash, seq, record.digest, gebruiker);
  insert_.number(1, seq);
  Binder binder(insert_, 2);
  Entry::fields(record.entry, binder);
  insert_.blob(binder.at(), view(hash)).run();
  if (record.gebruiker) insertUser_.number(1, seq).blob(2, gebruiker).run();
  head_ = {seq, hash};
  newest_ = std::max(newest_, record.entry.eind);
  return true;
}

void Chain::openDay(const std::string& dag) {
  if (segment_ && segment_->verzegeld == 0) {
    // A record that ended before midnight and was committed after it stays in the day that is open.
    if (dag <= segment_->dag) return;
    seal(*segment_);
  }
  Segment fresh;
  fresh.nummer = segment_ ? segment_->nummer + 1 : 1;
  fresh.dag = segment_ && segment_->dag > dag ? segment_->dag : dag;
  fresh.van = head_.seq + 1;
  fresh.beginHash = head_.hash;
  insertSegment_.number(1, fresh.nummer)
      .text(2, fresh.dag)
      .number(3, fresh.van)
      .blob(4, view(fresh.beginHash))
      .run();
  segment_ = fresh;
}

void Chain::seal(Segment& segment) {
  segment.tot = head_.seq;
  segment.eindHash = head_.hash;
  segment.verzegeld = now_;
  segment.handtekening = signer_.sign(segment.message());
  seal_.number(1, segment.nummer)
      .number(2, segment.tot)
      .blob(3, view(segment.eindHash))
      .number(4, segment.verzegeld)
      .blob(5, view(segment.handtekening))
      .run();
  sealed_ = true;
  // Every day ends with a position of its own, which stays when the day is removed.
  if (!kop_ || kop_->head.seq < head_.seq) putCheckpoint();
}

bool Chain::due(std::int64_t now) const {
  if (mustSign_) return true;
  const std::int64_t unsignedRecords = head_.seq - (kop_ ? kop_->head.seq : 0);
  if (unsignedRecords <= 0) return false;
  // A position before the first record vouches for none. By the records' moments, too: one that is ahead of a
  // clock that went back would look as if nothing had been signed since (tail.hpp).
  return atOnce_ || sealed_ || unsignedRecords >= rules_.records || !kop_ || kop_->head.seq == 0 ||
         now - kop_->tijd >= rules_.milliseconds || now < kop_->tijd ||
         newest_ - kop_->tijd >= rules_.milliseconds;
}

void Chain::putCheckpoint() {
  Checkpoint fresh;
  fresh.nummer = kop_ ? kop_->nummer + 1 : 1;
  fresh.head = head_;
  fresh.tijd = now_;
  if (kop_) fresh.vorige = sha256(kop_->message());
  fresh.regels = smallRows(connection_);
  fresh.handtekening = signer_.sign(fresh.message());
  insertKop_.number(1, fresh.nummer)
      .number(2, fresh.head.seq)
      .blob(3, view(fresh.head.hash))
      .number(4, fresh.tijd)
      .blob(5, view(fresh.vorige))
      .blob(6, view(fresh.handtekening))
      .blob(7, view(*fresh.regels))
      .run();
  kop_ = fresh;
}

std::optional<Checkpoint> Chain::commit() {
  if (due(now_)) putCheckpoint();
  transaction_->commit();
  transaction_.reset();
  mustSign_ = false;
  own_ = head_;
  known_ = inTransaction_;
  if (!kop_ || kop_->nummer <= given_) return std::nullopt;
  given_ = kop_->nummer;
  return kop_;
}

bool Chain::dayOver(std::int64_t now) const {
  return segment_ && segment_->verzegeld == 0 && dayOf(now) > segment_->dag;
}

std::optional<Checkpoint> Chain::tick(std::int64_t now) {
  // By what the last transaction left; another process signs for itself.
  if (!dayOver(now) && !due(now)) return std::nullopt;
  begin(now);
  if (dayOver(now)) seal(*segment_);
  return commit();
}

std::optional<Checkpoint> Chain::sign(std::int64_t now) {
  begin(now);
  sealed_ = true;  // whatever the rules say
  return commit();
}

bool Chain::knowsKeys(int year) {
  auto find = connection_.prepare("SELECT 1 FROM sleutel WHERE jaar = ?1");
  return find.number(1, year).step();
}

bool Chain::keysAre(int year, const Digest& fingerprint) {
  auto find = connection_.prepare("SELECT vingerafdruk FROM sleutel WHERE jaar = ?1");
  find.number(1, year);
  if (find.step()) {
    Digest known{};
    return find.bytes(0, known) && known == fingerprint;
  }
  mustSign();
  const auto handtekening = signer_.sign(keyMessage(year, fingerprint));
  connection_.prepare("INSERT INTO sleutel (jaar, vingerafdruk, handtekening) VALUES (?1, ?2, ?3)")
      .number(1, year)
      .blob(2, view(fingerprint))
      .blob(3, view(handtekening))
      .run();
  return true;
}

}  // namespace cvsgw::audit
