#include "gateway/laws/wi2021/rules/uren.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/laws/wi2021/rules/looptijd.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Aanbod;
using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;
using isi::wi2021::UrenGemeente;
using isi::wi2021::UrenInstelling;

namespace {

constexpr std::string_view kDatumTotaal = "uren/datumTotaal";

// The four rules on the day up to which was counted (§ 3.6.11.1). `vorige` is the day of this municipality's
// previous registration of the same.
void controleerDatum(const Stand& stand, Date datum, std::optional<Date> vorige,
                     std::vector<Melding>& meldingen) {
  const auto& plicht = stand.dossier.plicht;
  if (datum < plicht.datumVaststelling)
    meldingen.push_back(meldingWith("FS176", plicht.datumVaststelling.dutch(), kDatumTotaal));
  if (const auto einde = looptijdVan(stand.dossier).einde; einde && datum > *einde)
    meldingen.push_back(meldingWith("FS177", einde->dutch(), kDatumTotaal));
  if (vorige && datum < *vorige) meldingen.push_back(meldingWith("FS178", vorige->dutch(), kDatumTotaal));
  if (datum > stand.namens.vandaag)
    meldingen.push_back(meldingWith("FS179", stand.namens.vandaag.dutch(), kDatumTotaal));
}

// The route in which this municipality guided the person: of a plan of its own while it catches up after a
// move, because the new municipality may have changed the route since.
std::string_view leerrouteVan(const Stand& stand) {
  if (stand.zicht.vertrokken) {
    for (const auto& pip : stand.dossier.pips) {
      if (pip.gemeentecode == stand.namens.gemeente) return pip.leerroute;
    }
  }
  const auto* pip = isi::wi2021::geldendPip(stand.dossier);
  return pip ? std::string_view(pip->leerroute) : std::string_view();
}

// § 3.6.11.1: only in the O-route are there hours at a taalschakelinstelling; after a change to the B1-route
// they can no longer be registered (§ 3.6.6.2). One Blik op Werk offer at the institution is enough.
bool alleenTaalschakel(const Stand& stand, std::string_view instellingsnummer) {
  if (leerrouteVan(stand) == "O") return false;
  return std::ranges::none_of(stand.dossier.aanbiedingen, [&](const Aanbod& aanbod) {
    return aanbod.gemeentecode == stand.namens.gemeente && aanbod.instellingsnummer == instellingsnummer &&
           aanbod.soortInstelling != "TST";
  });
}

// A total, and whether it is one: who sends what was added since loses the earlier hours.
void controleerAantal(std::int32_t nieuw, std::int32_t vorige, std::string_view veld,
                      std::vector<Melding>& meldingen) {
  if (nieuw > kMaximumUren) meldingen.push_back(melding("FS180", veld));
  if (nieuw < vorige) meldingen.push_back(meldingWith("AS181", std::to_string(vorige), veld));
}

template <class Uren>
const Uren* vind(const std::vector<Uren>& lijst, const Gemeentecode& gemeente, std::string Uren::*sleutel,
                 const std::string& waarde) {
  const auto found = std::ranges::find_if(
      lijst, [&](const Uren& uren) { return uren.gemeentecode == gemeente && uren.*sleutel == waarde; });
  return found == lijst.end() ? nullptr : &*found;
}

// The last registration is the present one; the one before it is overwritten.
template <class Uren>
void leg(std::vector<Uren>& lijst, std::string Uren::*sleutel, const Uren& nieuw) {
  std::erase_if(lijst, [&](const Uren& uren) {
    return uren.gemeentecode == nieuw.gemeentecode && uren.*sleutel == nieuw.*sleutel;
  });
  lijst.insert(lijst.begin(), nieuw);
}

struct Soort {
  std::string_view naam;
  std::optional<std::int32_t> UrenInstelling::*uren;
};

constexpr auto kSoorten = std::to_array<Soort>({
    {"uren/urenTaallesKnm", &UrenInstelling::urenTaallesKnm},
    {"uren/urenGeoorloofdVerzuim", &UrenInstelling::urenGeoorloofdVerzuim},
    {"uren/urenOngeoorloofdVerzuim", &UrenInstelling::urenOngeoorloofdVerzuim},
});

// The hours that stand, or none yet at an institution where this municipality has an offer.
UrenInstelling metNieuwe(const UrenInstelling* oud, const UrenInstelling& nieuw, const Aanbod& aanbod) {
  UrenInstelling uren = oud ? *oud : UrenInstelling{};
  uren.gemeentecode = aanbod.gemeentecode;
  uren.instellingsnummer = aanbod.instellingsnummer;
  uren.instellingsnaam = aanbod.instellingsnaam;
  uren.datumTotaal = nieuw.datumTotaal;
  for (const auto& soort : kSoorten) {
    if (nieuw.*soort.uren) uren.*soort.uren = nieuw.*soort.uren;
  }
  return uren;
}

std::function<void(const Dossier&, Uitkomst&)> toonGemeente(const Gemeentecode& gemeente, std::string soort) {
  return [gemeente, soort = std::move(soort)](const Dossier& dossier, Uitkomst& uitkomst) {
    if (const auto* uren = vind(dossier.urenGemeente, gemeente, &UrenGemeente::soort, soort))
      uitkomst.urenGemeente = *uren;
  };
}

std::function<void(const Dossier&, Uitkomst&)> toonInstelling(const Gemeentecode& gemeente,
                                                              std::string instellingsnummer) {
  return [gemeente, nummer = std::move(instellingsnummer)](const Dossier& dossier, Uitkomst& uitkomst) {
    if (const auto* uren = vind(dossier.urenInstelling, gemeente, &UrenInstelling::instellingsnummer, nummer))
      uitkomst.urenInstelling = *uren;
  };
}

}  // namespace

Besluit registreerUrenGemeente(const Stand& stand, const UrenGemeente& nieuw) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const auto* oud = vind(dossier.urenGemeente, stand.namens.gemeente, &UrenGemeente::soort, nieuw.soort);
  auto& meldingen = besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, oud ? std::string_view(oud->versie) : std::string_view{}));
  const bool duaal = dossier.plicht.asielstatushouder() && leerrouteVan(stand) == "B";
  if (nieuw.soort == "ParticipatieTaalles" && !duaal) meldingen.push_back(melding("AS175", "uren/soort"));
  controleerDatum(stand, nieuw.datumTotaal, oud ? std::optional(oud->datumTotaal) : std::nullopt, meldingen);
  controleerAantal(nieuw.aantalUren, oud ? oud->aantalUren : 0, "uren/totaalAantalUren", meldingen);
  if (geweigerd(meldingen)) return besluit;

  besluit.toon = toonGemeente(stand.namens.gemeente, nieuw.soort);
  if (oud && oud->aantalUren == nieuw.aantalUren && oud->datumTotaal == nieuw.datumTotaal) {
    meldingen.push_back(melding("AS010"));
    return besluit;
  }
  UrenGemeente uren = nieuw;
  uren.versie.clear();
  uren.gemeentecode = stand.namens.gemeente;
  uren.datumRegistratie = stand.namens.vandaag;
  besluit.dossier = dossier;
  leg(besluit.dossier->urenGemeente, &UrenGemeente::soort, uren);
  return besluit;
}

Besluit registreerUrenInstelling(const Stand& stand, const UrenInstelling& nieuw) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const auto& gemeente = stand.namens.gemeente;
  const auto* aanbod =
      vind(dossier.aanbiedingen, gemeente, &Aanbod::instellingsnummer, nieuw.instellingsnummer);
  const auto* oud =
      vind(dossier.urenInstelling, gemeente, &UrenInstelling::instellingsnummer, nieuw.instellingsnummer);
  auto& meldingen = besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, oud ? std::string_view(oud->versie) : std::string_view{}));
  if (!dossier.plicht.asielstatushouder()) meldingen.push_back(melding("FS182", "bsn"));
  if (!aanbod)
    meldingen.push_back(melding("FS183", "uren/instellingsnummer"));
  else if (alleenTaalschakel(stand, nieuw.instellingsnummer))
    meldingen.push_back(melding("FS185", "uren/instellingsnummer"));
  if (std::ranges::none_of(kSoorten, [&](const Soort& soort) { return (nieuw.*soort.uren).has_value(); }))
    meldingen.push_back(melding("FS184", "uren"));
  controleerDatum(stand, nieuw.datumTotaal, oud ? std::optional(oud->datumTotaal) : std::nullopt, meldingen);
  for (const auto& soort : kSoorten) {
    const auto& aantal = nieuw.*soort.uren;
    if (aantal) controleerAantal(*aantal, oud ? (oud->*soort.uren).value_or(0) : 0, soort.naam, meldingen);
  }
  if (geweigerd(meldingen)) return besluit;

  besluit.toon = toonInstelling(gemeente, nieuw.instellingsnummer);
  UrenInstelling uren = metNieuwe(oud, nieuw, *aanbod);
  if (oud && uren == *oud) {
    meldingen.push_back(melding("AS010"));
    return besluit;
  }
  uren.versie.clear();
  uren.datumRegistratie = stand.namens.vandaag;
  besluit.dossier = dossier;
  leg(besluit.dossier->urenInstelling, &UrenInstelling::instellingsnummer, uren);
  return besluit;
}

}  // namespace cvsgw::laws::wi2021
