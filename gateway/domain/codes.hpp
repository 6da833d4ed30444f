// Code lists of the manuals: a code without spaces, and the text that people read.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw {

struct CodeRow {
  std::string_view code;
  std::string_view omschrijving;
};

/// A code list. The rows are constant data; `name` is how LijstCodes publishes the list; `source` cites the
/// manual.
struct CodeList {
  std::string_view name;
  std::string_view source;
  std::span<const CodeRow> rows;

  constexpr bool contains(std::string_view code) const {
    for (const auto& row : rows) {
      if (row.code == code) return true;
    }
    return false;
  }
  /// The text beside a code; the code itself when the list does not know it (a newer back end must not break
  /// an answer).
  constexpr std::string_view omschrijving(std::string_view code) const {
    for (const auto& row : rows) {
      if (row.code == code) return row.omschrijving;
    }
    return code;
  }
};

/// One row of a law's table of signals. `omschrijving` is the table's own text; `toelichting` (the cause) and
/// `vervolgactie` (what the municipality may do) are ours, in short. LijstCodes publishes all four.
struct SignaalRow {
  std::string_view code;
  std::string_view omschrijving;
  std::string_view toelichting;
  std::string_view vervolgactie;
};

}  // namespace cvsgw
