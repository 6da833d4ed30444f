// SQLite as the key store uses it: connections, statements and transactions that clean up after themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace cvsgw::security {

/// Stays inside this folder: KeyStore and LiveKeys turn it into a KeyError at their border.
class DatabaseError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One use of a statement; parameters count from 1, columns from 0. Throws DatabaseError.
class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql);
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, std::optional<std::int64_t> value);
  /// True while there is a row.
  bool step();
  /// For statements without rows.
  void run();

  std::string text(int column) const;
  std::int64_t integer(int column) const;
  bool isNull(int column) const;
  std::optional<std::int64_t> optionalInteger(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Threading: one thread at a time.
class Database {
 public:
  /// Opens an existing file, in WAL mode; waits five seconds for another writer. Throws DatabaseError.
  explicit Database(const std::filesystem::path& file);

  Statement prepare(std::string_view sql) { return Statement(connection_.get(), sql); }
  /// One or more statements without parameters.
  void execute(const std::string& sql);
  std::int64_t pragma(std::string_view name);

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
};

/// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind { read, write };
  /// A write transaction takes the lock at once, so that what it reads is still so when it writes.
  Transaction(Database& database, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace cvsgw::security
