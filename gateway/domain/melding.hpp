// Messages of the domain: FS (error) and AS (attention). The register is melding.cpp's one table; LijstCodes
// publishes it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"

namespace cvsgw {

/// A message in an answer (contract.md, Mutations).
struct Melding {
  static constexpr Namespace kNamespace = Namespace::gemeenschappelijk;
  static constexpr std::string_view kType = "MeldingType";
  std::string code;                  ///< `FS` or `AS` and three digits
  bool bevestigen = false;           ///< an AS that blocks until its code is confirmed
  std::string tekst;                 ///< Dutch: what is wrong and what would be accepted
  std::optional<std::string> veld;   ///< path of the element in the request
  std::optional<std::string> regel;  ///< id of the rule and the manual's section

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("code", self.code);
    visit.field("bevestigen", self.bevestigen);
    visit.field("tekst", self.tekst);
    visit.field("veld", self.veld);
    visit.field("regel", self.regel);
  }
};

/// One row of the register. Codes are stable and never reused.
struct MeldingRow {
  std::string_view code;
  bool bevestigen;
  std::string_view tekst;        ///< default text; `{}` is filled in by the rule
  std::string_view regel;        ///< id of the rule and its source: "ALG-001 (Wi2021 § 3.5.1)"
  std::string_view geldigVanaf;  ///< the date from which the rule holds
};

std::span<const MeldingRow> meldingRegister();
/// The row of `code`; the program ends when the code is not registered (a defect that every test run meets).
const MeldingRow& meldingRow(std::string_view code);
/// A message with the register's text; `veld` is the element's path, empty for none.
Melding melding(std::string_view code, std::string_view veld = {});
/// The same with `value` in the place of `{}`.
Melding meldingWith(std::string_view code, std::string_view value, std::string_view veld = {});

}  // namespace cvsgw
