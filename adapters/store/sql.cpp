#include "adapters/store/sql.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <utility>

#include "adapters/store/migrations.hpp"
#include "gateway/domain/blocking.hpp"

namespace cvsgw::store {
namespace {

[[noreturn]] void fail(sqlite3* db, std::string_view doing) {
  // sqlite3_errmsg names tables and causes, never bound values.
  throw Error(std::string(doing) + ": " + (db ? sqlite3_errmsg(db) : "no connection"));
}

}  // namespace

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Query& Query::bind(int index, std::string_view text) {
  if (sqlite3_bind_text64(statement_, index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8) != SQLITE_OK) {
    fail(db_, "bind");
  }
  return *this;
}

Query& Query::bind(int index, std::int64_t number) {
  if (sqlite3_bind_int64(statement_, index, number) != SQLITE_OK) fail(db_, "bind");
  return *this;
}

Query& Query::bindNull(int index) {
  if (sqlite3_bind_null(statement_, index) != SQLITE_OK) fail(db_, "bind");
  return *this;
}

bool Query::step() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      fail(db_, "step");
  }
}

void Query::reset() {
  sqlite3_reset(statement_);
}

void Query::run() {
  while (step()) {
  }
}

bool Query::isNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Query::text(int column) const {
  const auto* bytes =
      static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_, column)));
  return bytes ? std::string_view(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

std::int64_t Query::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::optional<std::string> Query::optionalString(int column) const {
  if (isNull(column)) return std::nullopt;
  return string(column);
}

Date Query::date(int column) const {
  const auto date = Date::parse(text(column));
  if (!date) throw Error("a stored date cannot be read");
  return *date;
}

std::optional<Date> Query::optionalDate(int column) const {
  if (isNull(column)) return std::nullopt;
  return date(column);
}

Bsn Query::bsn(int column) const {
  auto bsn = Bsn::parse(text(column));
  if (!bsn) throw Error("a stored BSN cannot be read");
  return *std::move(bsn);
}

Session::Session(const std::filesystem::path& file, bool writer) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (writer ? SQLITE_OPEN_CREATE : 0);
  if (sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
    const std::string cause = db_ ? sqlite3_errmsg(db_) : "out of memory";
    sqlite3_close(db_);
    throw Error("open " + file.string() + ": " + cause);
  }
  sqlite3_busy_timeout(db_, 10'000);
  // A reader that writes is a defect; the engine then says so. FULL: what is committed survives loss of
  // power. No mmap: its pages count as resident, and a gateway is to stay small whatever the population.
  script(writer ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"
                : "PRAGMA query_only=ON; PRAGMA cache_size=-4096");
}

Session::~Session() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(db_);
}

Query Session::query(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
      fail(db_, "prepare");
    }
    found = statements_.emplace(std::string(sql), statement).first;
  }
  return {db_, found->second};
}

void Session::script(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(db_, "script");
}

std::int64_t Session::changes() const {
  return sqlite3_changes64(db_);
}

Database::Database(const std::filesystem::path& file) : file_(file) {
  // Created with its mode before SQLite opens it; the WAL and shared-memory files take the same mode.
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) throw Error("cannot create " + file.string());
  ::close(fd);
  writer_ = std::make_unique<Session>(file, true);
  migrate(*writer_);
}

Database::Transaction::Transaction(Database& database) : database_(database) {
  {
    const std::lock_guard lock(database.poolMutex_);
    if (!database.pool_.empty()) {
      session_ = std::move(database.pool_.back());
      database.pool_.pop_back();
    }
  }
  if (!session_) session_ = std::make_unique<Session>(database.file_, false);
  session_->query("BEGIN").run();
}

Database::Transaction::~Transaction() {
  try {
    session_->query("COMMIT").run();
    const std::lock_guard lock(database_.poolMutex_);
    database_.pool_.push_back(std::move(session_));
  } catch (const Error&) {
    // The session is not returned: a new one is opened when needed.
  }
}

Database::Snapshot*& Database::Snapshot::current() {
  thread_local Snapshot* current = nullptr;
  return current;
}

Database::Snapshot::Snapshot(Database& database)
    : transaction_(database), before_(std::exchange(current(), this)) {}

Database::Snapshot::~Snapshot() {
  current() = before_;
}

Database::Reading::Reading(Database& database) : snapshot_(Snapshot::current()) {
  if (snapshot_ && (snapshot_->lent_ || &snapshot_->transaction_.database() != &database))
    snapshot_ = nullptr;
  if (snapshot_)
    snapshot_->lent_ = true;
  else
    own_.emplace(database);
  session_ = &(snapshot_ ? snapshot_->transaction_ : *own_).session();
}

Database::Reading::~Reading() {
  if (snapshot_) snapshot_->lent_ = false;
}

std::mutex& Database::turnOfWriter() {
  willBlock();  // for those before us, and for the disk
  return writerTurn_;
}

Database::Writing::Writing(Database& database) : turn_(database.turnOfWriter()), session_(*database.writer_) {
  session_.query("BEGIN IMMEDIATE").run();
}

Database::Writing::~Writing() {
  if (committed_) return;
  try {
    session_.query("ROLLBACK").run();
  } catch (const Error&) {
    // The engine has rolled back by itself.
  }
}

void Database::Writing::commit() {
  session_.query("COMMIT").run();
  committed_ = true;
}

void Database::bulkLoad(bool on) {
  const std::lock_guard turn(writerTurn_);
  writer_->script(on ? "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA wal_autocheckpoint=50000"
                     : "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA "
                       "wal_checkpoint(TRUNCATE); PRAGMA cache_size=-2048");
}

}  // namespace cvsgw::store
