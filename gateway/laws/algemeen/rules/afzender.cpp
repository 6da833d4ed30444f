#include "gateway/laws/algemeen/rules/afzender.hpp"

#include <algorithm>

#include "gateway/domain/tekst.hpp"

namespace cvsgw::laws::algemeen {
namespace {

void controleerLengte(std::vector<Melding>& meldingen, std::string_view tekst, std::string_view veld) {
  if (const auto aantal = tekens(tekst); aantal > kHoogstensTekens)
    meldingen.push_back(meldingWith("FS057", std::to_string(aantal), veld));
}

}  // namespace

void controleerNaam(std::vector<Melding>& meldingen, std::string_view naam, std::string_view veld) {
  if (naam.empty()) meldingen.push_back(melding("FS055", veld));
  controleerLengte(meldingen, naam, veld);
}

void controleerEmail(std::vector<Melding>& meldingen, std::string_view email, std::string_view veld) {
  if (!isEmailadres(email)) meldingen.push_back(melding("FS056", veld));
  controleerLengte(meldingen, email, veld);
}

void controleerOptioneel(std::vector<Melding>& meldingen, const std::optional<std::string>& tekst,
                         std::string_view veld) {
  if (!tekst) return;
  if (tekst->empty()) meldingen.push_back(melding("FS058", veld));
  controleerLengte(meldingen, *tekst, veld);
}

bool geweigerd(const std::vector<Melding>& meldingen) {
  return std::ranges::any_of(meldingen, [](const Melding& each) { return each.code.starts_with("FS"); });
}

}  // namespace cvsgw::laws::algemeen
