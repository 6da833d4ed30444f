// Thin SQL layer: prepared statements, one writer, a pool of readers. SQLite today; the statements of this
// adapter keep to SQL that PostgreSQL takes as well (ON CONFLICT, RETURNING, partial indexes), so that the
// second engine only replaces sql.cpp. But for INDEXED BY: without statistics SQLite prefers any covering
// index to the one that finds a person, and reads a whole municipality; the second engine leaves those two
// words out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace cvsgw::store {

/// The engine failed, or what it holds cannot be read. The text names the cause for the operator and holds no
/// row's values.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A prepared statement in use: bind from 1, step, read columns from 0. Resets itself when it goes.
/// Text views are valid until the next step. Threading: as its session, one thread at a time.
class Query {
 public:
  Query(sqlite3* db, sqlite3_stmt* statement) : db_(db), statement_(statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(int index, std::string_view text);
  Query& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
  Query& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
  Query& bind(int index, std::int64_t number);
  Query& bind(int index, int number) { return bind(index, static_cast<std::int64_t>(number)); }
  Query& bind(int index, const Bsn& bsn) { return bind(index, bsn.value()); }
  Query& bind(int index, const Gemeentecode& code) { return bind(index, code.value()); }
  Query& bind(int index, const Date& date) { return bind(index, date.text()); }
  Query& bindNull(int index);
  template <class T>
  Query& bind(int index, const std::optional<T>& value) {
    return value ? bind(index, *value) : bindNull(index);
  }
  /// Binds `values` to 1, 2, …
  template <class... T>
  Query& with(const T&... values) {
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  /// True when there is a row.
  bool step();
  /// For new values and steps.
  void reset();
  /// Steps to the end; for statements without rows.
  void run();

  bool isNull(int column) const;
  std::string_view text(int column) const;
  std::int64_t number(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::string> optionalString(int column) const;
  Date date(int column) const;
  std::optional<Date> optionalDate(int column) const;
  Bsn bsn(int column) const;

 private:
  sqlite3* db_;
  sqlite3_stmt* statement_;
};

/// One connection with its prepared statements. Threading: one thread at a time; leases see to that.
class Session {
 public:
  Session(const std::filesystem::path& file, bool writer);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// The statement for `sql`, prepared once per session. One use of the same text at a time.
  Query query(std::string_view sql);
  /// Runs statements without parameters or rows.
  void script(const char* sql);
  std::int64_t changes() const;

 private:
  sqlite3* db_ = nullptr;
  // Found by the literal's text, without a copy of it for each query.
  struct SqlHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view sql) const { return std::hash<std::string_view>{}(sql); }
  };
  std::unordered_map<std::string, sqlite3_stmt*, SqlHash, std::equal_to<>> statements_;
};

/// A database file. Threading: every member may be called from any thread.
class Database {
 public:
  /// Opens or creates the file (mode 0600, WAL) and brings it to the newest version of the schema. Throws
  /// Error.
  explicit Database(const std::filesystem::path& file);

  /// A session of the pool within one read transaction.
  class Transaction {
   public:
    explicit Transaction(Database& database);
    Transaction(Transaction&&) = delete;
    ~Transaction();
    Session& session() const { return *session_; }
    const Database& database() const { return database_; }

   private:
    Database& database_;
    std::unique_ptr<Session> session_;
  };

  class Reading;

  /// While it lasts, what this thread reads one after the other is read from one state, within one
  /// transaction, which costs as much as a look-up. Not for whoever writes and then reads what he wrote.
  class Snapshot {
   public:
    explicit Snapshot(Database& database);
    Snapshot(Snapshot&&) = delete;
    ~Snapshot();

   private:
    friend class Reading;
    static Snapshot*& current();
    Transaction transaction_;
    Snapshot* before_;
    bool lent_ = false;
  };

  /// A reader: all its queries see the same state. A thread's Snapshot serves one of them at a time; one
  /// inside another, or without a Snapshot, has a transaction of its own.
  class Reading {
   public:
    explicit Reading(Database& database);
    Reading(Reading&&) = delete;
    ~Reading();
    Session& operator*() const { return *session_; }
    Session* operator->() const { return session_; }

   private:
    Snapshot* snapshot_;
    std::optional<Transaction> own_;
    Session* session_;
  };

  /// The one writer within a transaction: rolled back unless committed. Waits for its turn.
  class Writing {
   public:
    explicit Writing(Database& database);
    Writing(Writing&&) = delete;
    ~Writing();
    void commit();
    Session& operator*() const { return session_; }
    Session* operator->() const { return &session_; }

   private:
    std::lock_guard<std::mutex> turn_;
    Session& session_;
    bool committed_ = false;
  };

  /// Durability off while the synthetic population is made; the file is only kept when that ends well.
  void bulkLoad(bool on);

 private:
  friend class Transaction;
  friend class Writing;
  std::mutex& turnOfWriter();
  std::filesystem::path file_;
  std::mutex writerTurn_;
  std::unique_ptr<Session> writer_;
  std::mutex poolMutex_;
  std::vector<std::unique_ptr<Session>> pool_;
};

}  // namespace cvsgw::store
