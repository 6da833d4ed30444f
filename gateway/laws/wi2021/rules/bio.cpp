#include "gateway/laws/wi2021/rules/bio.hpp"

#include <array>

#include "gateway/domain/tekens.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Besluit;
using isi::wi2021::BioAdvies;
using isi::wi2021::Dossier;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

namespace {

void controleerAntwoord(const std::string& antwoord, std::string_view veld, std::vector<Melding>& meldingen) {
  if (isLeeg(antwoord)) meldingen.push_back(melding("FS211", veld));
  if (const auto tekens = aantalTekens(antwoord); tekens > kTekensBioAntwoord)
    meldingen.push_back(meldingWith("FS210", std::to_string(tekens), veld));
}

void controleerInhoud(const Stand& stand, const BioAdvies& advies, std::vector<Melding>& meldingen) {
  if (!advies.contactGehad) meldingen.push_back(melding("AS212", "advies/contactGehad"));
  if (!stand.raadpleging.contactpersoon(advies.contactpersoonId))
    meldingen.push_back(melding("FS101", "advies/contactpersoonId"));
  controleerAntwoord(advies.antwoordOmstandigheden, "advies/antwoordOmstandigheden", meldingen);
  controleerAntwoord(advies.antwoordInspanningen, "advies/antwoordInspanningen", meldingen);
  controleerAntwoord(advies.antwoordOnderbouwing, "advies/antwoordOnderbouwing", meldingen);
}

}  // namespace

Besluit geefBioAdvies(const Stand& stand, const BioAdvies& advies) {
  Besluit besluit;
  besluit.toon = [](const Dossier& nieuw, Uitkomst& uitkomst) {
    uitkomst.bio = isi::wi2021::toonBio(nieuw.bio);
  };
  const auto& bio = stand.dossier.bio;
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, bio.versie));
  if (bio.datumAdvies && bio.advies == advies) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  if (bio.datumAdvies) {
    besluit.meldingen.push_back(meldingWith("FS209", bio.datumAdvies->dutch()));
  } else if (!bio.datumVerzoek) {
    besluit.meldingen.push_back(melding("FS208"));
  }
  controleerInhoud(stand, advies, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->bio.datumAdvies = stand.namens.vandaag;
  besluit.dossier->bio.advies = advies;
  return besluit;
}

std::span<const Regel> bioRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kGeef = "GeefBioAdvies";
  constexpr std::string_view kBron = "Wi2021 § 3.6.14";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-208", .operaties = kGeef, .code = "FS208"},
      {.id = "W21-209", .operaties = kGeef, .code = "FS209"},
      {.id = "W21-210", .operaties = kGeef, .code = "FS210"},
      {.id = "W21-211", .operaties = kGeef, .code = "FS211"},
      {.id = "W21-212", .operaties = kGeef, .code = "AS212"},
      {.id = "W21-001", .operaties = kGeef, .code = "FS101"},
      {.id = "W21-553",
       .aard = weergave,
       .operaties = "RaadpleegPersoon",
       .bron = kBron,
       .tekst =
           "Van een gegeven advies is de datum te zien waarop het is doorgegeven; het advies zelf niet."},
      {.id = "W21-554",
       .aard = nietToetsbaar,
       .operaties = kGeef,
       .bron = kBron,
       .tekst = "Het is niet toegestaan om medische gegevens in te vullen.",
       .toelichting = "Of een vrije tekst medische gegevens bevat kan alleen een mens beoordelen."},
      {.id = "W21-555",
       .aard = nietToetsbaar,
       .operaties = kGeef,
       .bron = kBron,
       .tekst = "Aan de hand van het advies beoordeelt DUO of de ontheffing wordt toegekend of afgewezen.",
       .toelichting = "Het besluit neemt DUO; het komt als gebeurtenis binnen."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
