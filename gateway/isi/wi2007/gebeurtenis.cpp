#include "gateway/isi/wi2007/gebeurtenis.hpp"

#include <algorithm>
#include <charconv>

#include "gateway/isi/wi2007/gebeurtenis_hulp.hpp"

namespace cvsgw::isi::wi2007 {

std::vector<Gebeurtenissoort> gebeurtenissoorten() {
  std::vector<Gebeurtenissoort> all;
  for (const auto area :
       {levensgebeurtenissen(), brpgebeurtenissen(), besluitgebeurtenissen(), examengebeurtenissen()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag) {
  const auto soorten = gebeurtenissoorten();
  const auto soort = std::ranges::find(soorten, gebeurtenis.naam, &Gebeurtenissoort::naam);
  if (soort == soorten.end()) return kanNiet("deze gebeurtenis bestaat niet");
  const Velden velden(gebeurtenis, vandaag);
  if (!soort->nieuwePersoon) {
    if (!dossier) return kanNiet("deze persoon valt niet onder de Wi2007: begin met nieuwe-persoon");
    if (dossier->datumOverlijden) return kanNiet("deze persoon is overleden");
  } else if (dossier) {
    return kanNiet("deze persoon valt al onder de Wi2007");
  }
  auto gevolg = soort->besluit(dossier ? *dossier : Dossier{}, velden);
  if (!gevolg) return gevolg;
  for (auto& actie : ingehaaldeSignalen(dossier, gevolg->dossier, vandaag))
    gevolg->signalen.push_back(std::move(actie));
  return gevolg;
}

void plaats(Gebeurtenisgevolg& gevolg, std::string_view code) {
  if (const auto* gemeente = gemeenteVan(gevolg.dossier))
    gevolg.signalen.push_back({Signaalactie::Soort::plaats, std::string(code), *gemeente});
}

void nieuwAdres(Dossier& dossier, const Velden& velden, const Gemeentecode& gemeente) {
  auto& gegevens = dossier.gegevens;
  gegevens.postcode = velden.tekst("postcode");
  gegevens.woonplaats = velden.tekst("woonplaats");
  if (!gegevens.woonplaats) gegevens.woonplaats = kGemeenten.omschrijving(gemeente.value());
  gegevens.straatnaam = velden.tekst("straatnaam");
  gegevens.huisnummer = velden.tekst("huisnummer");
  gegevens.huisnummertoevoeging = velden.tekst("huisnummertoevoeging");
  gegevens.huisnummeraanduiding = velden.tekst("huisnummeraanduiding");
  gegevens.locatieomschrijving = velden.tekst("locatieomschrijving");
  gegevens.betrouwbaarAdres = jaNee(velden, "betrouwbaarAdres");
}

bool heeftAdres(const Velden& velden) {
  return std::ranges::any_of(kAdresvelden,
                             [&](const Veld& veld) { return velden.tekst(veld.naam).has_value(); });
}

std::optional<Bedrag> bedrag(std::string_view tekst) {
  const auto punt = tekst.find('.');
  const auto euros = tekst.substr(0, punt);
  const auto centen = punt == std::string_view::npos ? std::string_view("00") : tekst.substr(punt + 1);
  const auto cijfers = [](std::string_view deel) {
    return !deel.empty() && std::ranges::all_of(deel, [](char c) { return c >= '0' && c <= '9'; });
  };
  // Eight digits of euros are more than any loan, and far from the edge of the number.
  if (!cijfers(euros) || euros.size() > 8 || !cijfers(centen) || centen.size() != 2) return std::nullopt;
  std::int64_t heel = 0;
  std::int64_t rest = 0;
  std::from_chars(euros.data(), euros.data() + euros.size(), heel);
  std::from_chars(centen.data(), centen.data() + centen.size(), rest);
  return Bedrag{heel * 100 + rest};
}

}  // namespace cvsgw::isi::wi2007
