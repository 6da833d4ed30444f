#include "gateway/laws/wi2021/rules/contactgegevens.hpp"

#include "gateway/domain/tekst.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

constexpr std::size_t kHoogstensTekens = 200;

void controleerLengte(std::vector<Melding>& meldingen, std::string_view text, std::string_view veld) {
  if (const auto aantal = tekens(text); aantal > kHoogstensTekens)
    meldingen.push_back(meldingWith("FS238", std::to_string(aantal), veld));
}

}  // namespace

Contactgegevens opgeschoond(const Contactgegevens& invoer) {
  Contactgegevens out{cvsgw::opgeschoond(invoer.naam), cvsgw::opgeschoond(invoer.email), std::nullopt,
                      invoer.algemeen};
  if (invoer.telefoonnummer) out.telefoonnummer = cvsgw::opgeschoond(*invoer.telefoonnummer);
  return out;
}

std::vector<Melding> controleer(const Contactgegevens& gegevens) {
  std::vector<Melding> meldingen;
  if (gegevens.naam.empty()) meldingen.push_back(melding("FS235", "contactpersoon/naam"));
  controleerLengte(meldingen, gegevens.naam, "contactpersoon/naam");
  if (gegevens.email.empty())
    meldingen.push_back(melding("FS236", "contactpersoon/email"));
  else if (!isEmailadres(gegevens.email))
    meldingen.push_back(melding("FS237", "contactpersoon/email"));
  controleerLengte(meldingen, gegevens.email, "contactpersoon/email");
  if (gegevens.telefoonnummer) {
    if (gegevens.telefoonnummer->empty())
      meldingen.push_back(melding("FS239", "contactpersoon/telefoonnummer"));
    controleerLengte(meldingen, *gegevens.telefoonnummer, "contactpersoon/telefoonnummer");
  }
  return meldingen;
}

}  // namespace cvsgw::laws::wi2021
