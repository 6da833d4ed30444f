#include "gateway/audit/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstring>

#include "gateway/audit/entry.hpp"

namespace cvsgw::audit {
namespace {

// sqlite3_errmsg names tables and causes, never bound values.
[[noreturn]] void fail(sqlite3* connection, std::string_view doing) {
  const std::string text =
      std::string(doing) + ": " + (connection ? sqlite3_errmsg(connection) : "no connection");
  switch (connection ? sqlite3_errcode(connection) & 0xff : SQLITE_OK) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw DamageError(text);
    case SQLITE_ERROR:  // what a statement is made of is fixed, so the tables are others
      if (doing == "prepare") throw DamageError(text);
      [[fallthrough]];
    default:
      throw AuditError(text);
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* connection, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement, nullptr) != SQLITE_OK)
    fail(connection, "prepare");
  statement_.reset(statement);
}

Statement& Statement::text(int at, std::string_view value) {
  if (sqlite3_bind_text64(statement_.get(), at, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                          SQLITE_UTF8) != SQLITE_OK)
    fail(sqlite3_db_handle(statement_.get()), "bind");
  return *this;
}

Statement& Statement::blob(int at, std::string_view value) {
  if (sqlite3_bind_blob64(statement_.get(), at, value.data() ? value.data() : "", value.size(),
                          SQLITE_STATIC) != SQLITE_OK)
    fail(sqlite3_db_handle(statement_.get()), "bind");
  return *this;
}

Statement& Statement::number(int at, std::int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), at, value) != SQLITE_OK)
    fail(sqlite3_db_handle(statement_.get()), "bind");
  return *this;
}

Statement& Statement::null(int at) {
  if (sqlite3_bind_null(statement_.get(), at) != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()), "bind");
  return *this;
}

bool Statement::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      sqlite3_reset(statement_.get());
      return false;
    default:
      failStep();
  }
}

// Reset while what went wrong is on its way: a statement that stays open would keep the store locked.
void Statement::failStep() {
  try {
    fail(sqlite3_db_handle(statement_.get()), "step");
  } catch (const AuditError&) {
    sqlite3_reset(statement_.get());
    throw;
  }
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes =
      static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_.get(), column)));
  return bytes ? std::string_view(bytes,
                                  static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
               : std::string_view();
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return bytes ? std::string_view(bytes,
                                  static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
               : std::string_view();
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::appendTo(std::string& out, int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL:
      return appendNull(out);
    case SQLITE_INTEGER:
      return appendInteger(out, number(column));
    case SQLITE_TEXT:
      return appendText(out, text(column));
    case SQLITE_BLOB:
      return appendBlob(out, blob(column));
    default:
      out.push_back('?');  // no record has a fraction: whoever put it there is found
  }
}

bool Statement::fixed(int column, std::uint8_t* out, std::size_t size) const {
  const auto bytes = blob(column);
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_BLOB || bytes.size() != size) return false;
  std::memcpy(out, bytes.data(), size);
  return true;
}

void Connection::Close::operator()(sqlite3* connection) const {
  sqlite3_close(connection);
}

Connection::Connection(const std::filesystem::path& file, Mode mode, int busyMilliseconds) {
  if (mode == Mode::write) {
    // Created with its mode before SQLite opens it; the WAL and shared-memory files take the same mode.
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) throw AuditError("cannot create " + file.string());
    ::close(fd);
  }
  sqlite3* connection = nullptr;
  const int flags =
      SQLITE_OPEN_NOMUTEX | (mode == Mode::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  const int opened = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (opened != SQLITE_OK) fail(connection, "open " + file.string());
  sqlite3_busy_timeout(connection, busyMilliseconds);
  // Rows that are purged leave no bytes behind.
  run(mode == Mode::write ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
                            "PRAGMA cache_size=-4096"
                          : "PRAGMA query_only=ON; PRAGMA cache_size=-8192");
}

void Connection::run(const char* sql) {
  if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(connection_.get(), "run");
}

std::int64_t Connection::single(const char* sql) {
  auto statement = prepare(sql);
  return statement.step() ? statement.number(0) : 0;
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  auto& begin = kind == Kind::write ? connection_.beginWriting_ : connection_.begin_;
  if (!begin) begin.emplace(connection_.prepare(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"));
  begin->run();
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const AuditError&) {
    // The engine has rolled back by itself.
  }
}

void Transaction::commit() {
  if (!connection_.commit_) connection_.commit_.emplace(connection_.prepare("COMMIT"));
  connection_.commit_->run();
  open_ = false;
}

}  // namespace cvsgw::audit
