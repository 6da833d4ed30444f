// The gateway with its transactions taken apart: every statement is committed by itself. Linked into a test
// program of its own, never into the one that is shipped, so that the kill campaign can show what it would
// find if a change were not one transaction.
#include <sqlite3.h>

#include <array>
#include <string_view>

// The linker sends every call of sqlite3_prepare_v3 to the __wrap_ name (--wrap); the names are its own.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {
int __real_sqlite3_prepare_v3(sqlite3* db, const char* sql, int length, unsigned flags,
                              sqlite3_stmt** statement, const char** tail);
int __wrap_sqlite3_prepare_v3(sqlite3* db, const char* sql, int length, unsigned flags,
                              sqlite3_stmt** statement, const char** tail);
}

int __wrap_sqlite3_prepare_v3(sqlite3* db, const char* sql, int length, unsigned flags,
                              sqlite3_stmt** statement, const char** tail) {
  static constexpr std::array<std::string_view, 4> kTransaction{"BEGIN", "BEGIN IMMEDIATE", "COMMIT",
                                                                "ROLLBACK"};
  const std::string_view text(
      sql, length < 0 ? std::char_traits<char>::length(sql) : static_cast<std::size_t>(length));
  for (const auto word : kTransaction) {
    if (text == word) return __real_sqlite3_prepare_v3(db, "SELECT 1 WHERE 0", -1, flags, statement, tail);
  }
  return __real_sqlite3_prepare_v3(db, sql, length, flags, statement, tail);
}
// NOLINTEND(bugprone-reserved-identifier)
