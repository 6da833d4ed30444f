#include "gateway/laws/wi2021/rules/aanbod.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/isi/wi2021/verlenging.hpp"
#include "gateway/laws/wi2021/rules/looptijd.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Aanbod;
using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Pip;
using isi::wi2021::Signaalactie;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;
using isi::wi2021::UrenInstelling;

namespace {

constexpr std::string_view kInstelling = "aanbod/instellingsnummer";
constexpr std::string_view kInschrijving = "aanbod/datumInschrijving";
constexpr std::string_view kStart = "aanbod/startdatumOpleiding";
constexpr std::string_view kEinde = "aanbod/einddatumOpleiding";

// Of the term, both days included.
struct Grenzen {
  Date van, totEnMet;
  bool bevat(Date dag) const { return van <= dag && dag <= totEnMet; }
  std::string tekst() const { return van.dutch() + " tot en met " + totEnMet.dutch(); }
};

void controleerDatums(const Dossier& dossier, const Pip& pip, const Aanbod& aanbod,
                      std::vector<Melding>& meldingen) {
  const Looptijd looptijd = looptijdVan(dossier);  // with a plan both ends are known
  const Grenzen grenzen{*looptijd.start, *looptijd.einde};
  if (aanbod.datumInschrijving < pip.datumDagtekeningInitieel)
    meldingen.push_back(meldingWith("FS140", pip.datumDagtekeningInitieel.dutch(), kInschrijving));
  if (const auto& start = aanbod.startdatumOpleiding) {
    if (*start < aanbod.datumInschrijving)
      meldingen.push_back(meldingWith("FS141", aanbod.datumInschrijving.dutch(), kStart));
    if (!grenzen.bevat(*start)) meldingen.push_back(meldingWith("FS142", grenzen.tekst(), kStart));
  }
  if (const auto& einde = aanbod.einddatumOpleiding) {
    const Date begin = aanbod.startdatumOpleiding.value_or(aanbod.datumInschrijving);
    if (*einde < begin) meldingen.push_back(meldingWith("FS143", begin.dutch(), kEinde));
    if (!grenzen.bevat(*einde)) meldingen.push_back(meldingWith("FS144", grenzen.tekst(), kEinde));
  }
}

// Another offer at the same institution that is current. `self` is the offer's own id, empty for a new one.
void controleerEnigeActuele(const Stand& stand, std::string_view instellingsnummer, std::string_view self,
                            std::string_view veld, std::vector<Melding>& meldingen) {
  for (const auto& ander : stand.dossier.aanbiedingen) {
    if (ander.aanbodId == self || ander.instellingsnummer != instellingsnummer) continue;
    if (!isActueel(ander, stand.dossier, stand.namens.vandaag)) continue;
    meldingen.push_back(meldingWith("FS145", ander.aanbodId, veld));
    return;
  }
}

// The O-route alone: what starts later than six months from today lengthens the term.
void controleerStart(const Stand& stand, const Aanbod& aanbod, std::vector<Melding>& meldingen) {
  const Pip* pip = geldendPip(stand.dossier);
  const Date last = stand.namens.vandaag.plusMonths(isi::wi2021::kStartBinnenMaanden);
  if (!pip || pip->leerroute != "O" || !aanbod.startdatumOpleiding || *aanbod.startdatumOpleiding <= last)
    return;
  meldingen.push_back(meldingWith("AS146", last.dutch(), kStart));
}

// The kind under which an institution counts in a route; nothing when it has no mark for it.
std::optional<std::string_view> soortVoor(const isi::wi2021::Instelling& instelling,
                                          std::string_view leerroute) {
  if (leerroute == "O" && instelling.tstKeurmerk) return "TST";
  if (instelling.bowKeurmerk) return "BOW";
  return std::nullopt;
}

void controleerInstelling(const std::optional<isi::wi2021::Instelling>& instelling, const Pip* pip,
                          std::vector<Melding>& meldingen) {
  if (!instelling) {
    meldingen.push_back(melding("FS138", kInstelling));
  } else if (pip && !soortVoor(*instelling, pip->leerroute)) {
    const auto* fits = pip->leerroute == "O"
                           ? "een Blik op Werk-instelling of een erkende taalschakelinstelling"
                           : "alleen een instelling met het Blik op Werk-keurmerk";
    meldingen.push_back(meldingWith("FS139", fits, kInstelling));
  }
}

const Aanbod* aanbodMet(const Dossier& dossier, std::string_view aanbodId) {
  const auto found = std::ranges::find(dossier.aanbiedingen, aanbodId, &Aanbod::aanbodId);
  return found == dossier.aanbiedingen.end() ? nullptr : &*found;
}

// FS148 and FS149: the offer to change or remove is there and is this municipality's.
void controleerEigen(const Stand& stand, const Aanbod* aanbod, std::vector<Melding>& meldingen) {
  if (!aanbod)
    meldingen.push_back(melding("FS148", "aanbodId"));
  else if (aanbod->gemeentecode != stand.namens.gemeente)
    meldingen.push_back(melding("FS149", "aanbodId"));
}

std::function<void(const Dossier&, Uitkomst&)> toonAanbod(std::string aanbodId) {
  return [id = std::move(aanbodId)](const Dossier& nieuw, Uitkomst& uitkomst) {
    if (const auto* aanbod = aanbodMet(nieuw, id)) uitkomst.aanbod = *aanbod;
  };
}

// What DUO does by itself once the offer stands.
void laatVolgen(const Stand& stand, Besluit& besluit) {
  besluit.signalen.push_back({Signaalactie::Soort::handelAf, "SS127", std::nullopt});
  const auto extensions = verlengWegensAanbod(*besluit.dossier, stand.namens.vandaag);
  besluit.signalen.insert(besluit.signalen.end(), extensions.begin(), extensions.end());
}

// The hours that lose their offer: none while another offer of this municipality at that institution stands.
std::vector<UrenInstelling> gekoppeldeUren(const Dossier& dossier, const Aanbod& aanbod) {
  const bool elders = std::ranges::any_of(dossier.aanbiedingen, [&](const Aanbod& ander) {
    return ander.aanbodId != aanbod.aanbodId && ander.gemeentecode == aanbod.gemeentecode &&
           ander.instellingsnummer == aanbod.instellingsnummer;
  });
  std::vector<UrenInstelling> gekoppeld;
  if (elders) return gekoppeld;
  std::ranges::copy_if(dossier.urenInstelling, std::back_inserter(gekoppeld), [&](const auto& uren) {
    return uren.gemeentecode == aanbod.gemeentecode && uren.instellingsnummer == aanbod.instellingsnummer;
  });
  return gekoppeld;
}

std::string urenTekst(const UrenInstelling& uren) {
  return uren.instellingsnaam + ", taalles en KNM " + std::to_string(uren.urenTaallesKnm.value_or(0)) +
         ", geoorloofd verzuim " + std::to_string(uren.urenGeoorloofdVerzuim.value_or(0)) +
         ", ongeoorloofd verzuim " + std::to_string(uren.urenOngeoorloofdVerzuim.value_or(0));
}

}  // namespace

Besluit voegAanbodToe(const Stand& stand, const Aanbod& nieuw) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const Pip* pip = geldendPip(dossier);
  const auto instelling = stand.raadpleging.instelling(nieuw.instellingsnummer);
  auto& meldingen = besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, {}));
  if (!dossier.plicht.asielstatushouder()) meldingen.push_back(melding("FS135", "bsn"));
  if (!pip) meldingen.push_back(melding("FS136", "bsn"));
  if (stand.zicht.vertrokken) meldingen.push_back(melding("FS137", "bsn"));
  controleerInstelling(instelling, pip, meldingen);
  if (pip) controleerDatums(dossier, *pip, nieuw, meldingen);
  controleerEnigeActuele(stand, nieuw.instellingsnummer, {}, kInstelling, meldingen);
  controleerStart(stand, nieuw, meldingen);
  if (geweigerd(meldingen)) return besluit;

  if (dossier.aanbiedingen.empty() && isi::wi2021::aanbodTeLaat(dossier, stand.namens.vandaag))
    meldingen.push_back(melding("AS147"));
  Aanbod aanbod = nieuw;
  aanbod.versie.clear();
  aanbod.aanbodId = stand.raadpleging.nieuwKenmerk("A21");
  aanbod.gemeentecode = stand.namens.gemeente;
  aanbod.instellingsnaam = instelling->naam;
  aanbod.soortInstelling = *soortVoor(*instelling, pip->leerroute);
  aanbod.datumRegistratie = stand.namens.vandaag;
  besluit.toon = toonAanbod(aanbod.aanbodId);
  besluit.dossier = dossier;
  besluit.dossier->aanbiedingen.insert(besluit.dossier->aanbiedingen.begin(), std::move(aanbod));
  laatVolgen(stand, besluit);
  return besluit;
}

Besluit wijzigAanbod(const Stand& stand, std::string_view aanbodId, const Aanbod& gewijzigd) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const Pip* pip = geldendPip(dossier);
  const Aanbod* oud = aanbodMet(dossier, aanbodId);
  auto& meldingen = besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, oud ? std::string_view(oud->versie) : std::string_view{}));
  controleerEigen(stand, oud, meldingen);
  if (!pip) meldingen.push_back(melding("FS136", "bsn"));
  if (pip) controleerDatums(dossier, *pip, gewijzigd, meldingen);
  if (!oud) return besluit;

  Aanbod aanbod = *oud;
  aanbod.datumInschrijving = gewijzigd.datumInschrijving;
  aanbod.startdatumOpleiding = gewijzigd.startdatumOpleiding;
  aanbod.einddatumOpleiding = gewijzigd.einddatumOpleiding;
  aanbod.alfabetisering = gewijzigd.alfabetisering;
  if (isActueel(aanbod, dossier, stand.namens.vandaag))
    controleerEnigeActuele(stand, aanbod.instellingsnummer, aanbodId, "aanbodId", meldingen);
  // A start that was accepted before is not asked about again.
  if (aanbod.startdatumOpleiding != oud->startdatumOpleiding) controleerStart(stand, aanbod, meldingen);
  if (geweigerd(meldingen)) return besluit;

  besluit.toon = toonAanbod(aanbod.aanbodId);
  if (aanbod == *oud) {
    meldingen.push_back(melding("AS010"));
    return besluit;
  }
  aanbod.datumRegistratie = stand.namens.vandaag;
  besluit.dossier = dossier;
  auto& wijzigingen = besluit.dossier->aanbodWijzigingen;
  wijzigingen.insert(wijzigingen.begin(), *oud);
  std::ranges::replace_if(
      besluit.dossier->aanbiedingen, [&](const Aanbod& each) { return each.aanbodId == aanbodId; }, aanbod);
  besluit.signalen = verlengWegensAanbod(*besluit.dossier, stand.namens.vandaag);
  return besluit;
}

Besluit verwijderAanbod(const Stand& stand, std::string_view aanbodId) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const Aanbod* aanbod = aanbodMet(dossier, aanbodId);
  auto& meldingen = besluit.meldingen = controleerVerwijderbaar(stand);
  voegToe(meldingen, controleerVersie(stand, aanbod ? std::string_view(aanbod->versie) : std::string_view{}));
  controleerEigen(stand, aanbod, meldingen);
  if (const auto& termijn = dossier.plicht.termijn; termijn && termijn->startdatum) {
    const Date last = termijn->startdatum->plusMonths(kAanbodVerwijderbaarMaanden);
    if (stand.namens.vandaag > last) meldingen.push_back(meldingWith("FS150", last.dutch(), "aanbodId"));
  }
  if (!aanbod) return besluit;
  const auto gekoppeld = gekoppeldeUren(dossier, *aanbod);
  if (!gekoppeld.empty()) meldingen.push_back(meldingWith("AS151", urenTekst(gekoppeld.front()), "aanbodId"));
  if (geweigerd(meldingen)) return besluit;

  besluit.dossier = dossier;
  const auto same = [&](const Aanbod& each) { return each.aanbodId == aanbodId; };
  // What was entered by mistake leaves no history either.
  std::erase_if(besluit.dossier->aanbiedingen, same);
  std::erase_if(besluit.dossier->aanbodWijzigingen, same);
  std::erase_if(besluit.dossier->urenInstelling, [&](const UrenInstelling& uren) {
    return std::ranges::find(gekoppeld, uren) != gekoppeld.end();
  });
  return besluit;
}

}  // namespace cvsgw::laws::wi2021
