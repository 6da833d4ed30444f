#include "gateway/domain/melding.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw {
namespace {

std::vector<MeldingRow> allAreas() {
  std::vector<MeldingRow> all;
  for (const auto area :
       {meldingen::lezen(), meldingen::wijzigen(), meldingen::loket(), meldingen::pip(), meldingen::mapPvt(),
        meldingen::lbtBioEindgesprek(), meldingen::contactpersonen(), meldingen::aanbod(), meldingen::uren(),
        meldingen::certificaten(), meldingen::wi2013(), meldingen::bestanden()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace

std::span<const MeldingRow> meldingRegister() {
  static const std::vector<MeldingRow> kRegister = allAreas();
  return kRegister;
}

const MeldingRow& meldingRow(std::string_view code) {
  for (const auto& row : meldingRegister()) {
    if (row.code == code) return row;
  }
  std::fprintf(stderr, "message code %.*s is not in the register\n", static_cast<int>(code.size()),
               code.data());
  std::abort();
}

Melding melding(std::string_view code, std::string_view veld) {
  const MeldingRow& row = meldingRow(code);
  Melding out{std::string(row.code), row.bevestigen, std::string(row.tekst), std::nullopt,
              std::string(row.regel)};
  if (!veld.empty()) out.veld = std::string(veld);
  return out;
}

Melding meldingWith(std::string_view code, std::string_view value, std::string_view veld) {
  Melding out = melding(code, veld);
  if (const auto at = out.tekst.find("{}"); at != std::string::npos) out.tekst.replace(at, 2, value);
  return out;
}

}  // namespace cvsgw
