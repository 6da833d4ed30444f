// SQLite as the audit trail uses it: blobs, statements that are prepared once, a reader that cannot write.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "gateway/audit/bytes.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace cvsgw::audit {

/// The store or a key failed. The text is for operators and holds no value of a record.
class AuditError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What is stored is not what a gateway left there: somebody else wrote, or a disk. To be told as an alarm.
class TamperError : public AuditError {
 public:
  using AuditError::AuditError;
};

/// The file is no database of a trail, or not a whole one.
class DamageError : public TamperError {
 public:
  using TamperError::TamperError;
};

/// Prepared once, used many times. Bound views must live until the statement has run. Threading: as its
/// connection. Throws AuditError.
class Statement {
 public:
  Statement(sqlite3* connection, const std::string& sql);

  Statement& text(int at, std::string_view value);
  Statement& blob(int at, std::string_view value);
  Statement& number(int at, std::int64_t value);
  Statement& null(int at);
  /// True while there is a row.
  bool step();
  /// To the end, and ready for the next use.
  void run();
  void reset();

  std::int64_t number(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  bool isNull(int column) const;
  /// The column as a field of a canonical record, by the type that is stored.
  void appendTo(std::string& out, int column) const;
  /// False when the column holds no blob of exactly this size.
  template <std::size_t N>
  bool bytes(int column, Bytes<N>& out) const {
    return fixed(column, out.data(), N);
  }

 private:
  bool fixed(int column, std::uint8_t* out, std::size_t size) const;
  [[noreturn]] void failStep();
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Threading: one thread at a time.
class Connection {
 public:
  enum class Mode {
    write,  ///< creates the file with mode 0600; WAL; what is committed survives loss of power
    read    ///< cannot write, also not by mistake
  };
  Connection(const std::filesystem::path& file, Mode mode, int busyMilliseconds = 2000);

  Statement prepare(const std::string& sql) { return Statement(connection_.get(), sql); }
  void run(const char* sql);
  std::int64_t single(const char* sql);

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  friend class Transaction;
  std::unique_ptr<sqlite3, Close> connection_;
  // Prepared once: they frame every batch.
  std::optional<Statement> begin_, beginWriting_, commit_;
};

/// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind { read, write };
  Transaction(Connection& connection, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

/// Brings a file to the newest version of the schema; refuses one of a newer program. Throws AuditError.
void migrate(Connection& connection);
inline constexpr int kSchemaVersion = 2;

}  // namespace cvsgw::audit
