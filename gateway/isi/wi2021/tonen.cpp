#include "gateway/isi/wi2021/tonen.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/verlenging.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

// A test's number is for the municipality that had it taken (§ 3.6.5).
Leerbaarheidstoets forKijker(Leerbaarheidstoets toets, const Gemeentecode& kijker) {
  if (toets.gemeentecode != kijker) toets.examennummer.reset();
  return toets;
}

Inzage toonInzage(const Zicht& zicht, Date vandaag) {
  Inzage inzage;
  inzage.soort = zicht.soort;
  inzage.vertrek = zicht.vertrek;
  inzage.datumVertrek = zicht.datumVertrek;
  inzage.inzageTotEnMet = zicht.inzageTotEnMet;
  inzage.wijzigbaar = zicht.magWijzigen(vandaag);
  inzage.wijzigbaarTotEnMet = zicht.wijzigbaarTotEnMet;
  inzage.verwijderbaarTotEnMet = zicht.verwijderbaarTotEnMet;
  inzage.nieuwAanbodMogelijk = inzage.wijzigbaar && !zicht.vertrokken;
  return inzage;
}

std::vector<DuoMelding> lopendeMeldingen(const Dossier& dossier, Date vandaag) {
  std::vector<DuoMelding> shown;
  std::ranges::copy_if(dossier.duoMeldingen, std::back_inserter(shown), [vandaag](const DuoMelding& melding) {
    return melding.startdatum <= vandaag && vandaag <= melding.einddatum;
  });
  std::ranges::stable_sort(shown, std::greater{}, &DuoMelding::startdatum);
  return shown;
}

// § 3.6.4.1: the notice stands for one month.
std::optional<std::string> meldingVerblijfsdoel(const Doelgroep& doelgroep, Date vandaag) {
  const auto& gewijzigd = doelgroep.datumWijzigingVerblijfsdoel;
  if (!gewijzigd || vandaag < *gewijzigd || vandaag > gewijzigd->plusMonths(1)) return std::nullopt;
  const bool opVerzoek = doelgroep.rechtenNaGewijzigdVerblijfsdoel &&
                         doelgroep.rechtenNaGewijzigdVerblijfsdoel->starts_with("OpVerzoek");
  return opVerzoek ? "RechtenOpVerzoekGewijzigd" : "VerblijfsdoelGewijzigd";
}

Inburgeringsplicht toonPlicht(const Plicht& plicht, Date vandaag) {
  Inburgeringsplicht blok;
  blok.doelgroep = plicht.doelgroep;
  blok.meldingVerblijfsdoel = meldingVerblijfsdoel(plicht.doelgroep, vandaag);
  blok.doelgroepHistorieAanwezig = !plicht.doelgroepHistorie.empty();
  blok.inburgeringsplichtig = plicht.inburgeringsplichtig;
  blok.datumVaststelling = plicht.datumVaststelling;
  blok.begindatum = plicht.begindatum;
  blok.einddatum = plicht.einddatum;
  blok.wijzigingsdatum = plicht.wijzigingsdatum;
  blok.datumKennisgeving = plicht.datumKennisgeving;
  blok.redenBeeindiging = plicht.redenBeeindiging;
  blok.redenWijziging = plicht.redenWijziging;
  blok.termijn = plicht.termijn;
  blok.termijnHistorieAanwezig = !plicht.termijnHistorie.empty();
  blok.eerderePerioden = plicht.eerderePerioden;
  return blok;
}

PipBlok toonPip(const Dossier& dossier, const Zicht& zicht, Date vandaag) {
  PipBlok blok;
  const Pip* pip = dossier.pip();
  const bool eigenPip = pip && pip->gemeentecode == zicht.gemeente;
  if (dossier.startTermijnPip && !eigenPip && !zicht.vertrokken) {
    blok.termijnVaststellen =
        Periode{*dossier.startTermijnPip, dossier.startTermijnPip->plusDays(kTermijnPipDagen)};
  }
  blok.historieAanwezig = dossier.pips.size() > (pip ? 1U : 0U);
  if (!pip) return blok;
  blok.actueel = *pip;
  blok.definitiefVanaf = pip->datumRegistratieInitieel.plusDays(kDefinitiefNaDagen);
  blok.definitief = vandaag >= *blok.definitiefVanaf;
  return blok;
}

InburgeringsaanbodBlok toonAanbod(const Dossier& dossier, Date vandaag) {
  InburgeringsaanbodBlok blok;
  blok.vanToepassing = dossier.plicht.asielstatushouder();
  std::ranges::copy_if(dossier.aanbiedingen, std::back_inserter(blok.aanbiedingen),
                       [&](const Aanbod& aanbod) { return isActueel(aanbod, dossier, vandaag); });
  std::ranges::stable_sort(blok.aanbiedingen, std::greater{}, &Aanbod::datumInschrijving);
  blok.historieAanwezig =
      !dossier.aanbodWijzigingen.empty() || blok.aanbiedingen.size() < dossier.aanbiedingen.size();
  return blok;
}

DeelgenomenUrenBlok toonUren(const Dossier& dossier) {
  DeelgenomenUrenBlok blok;
  blok.bijGemeente = dossier.urenGemeente;
  blok.bijInstelling = dossier.urenInstelling;
  blok.bijInstellingVanToepassing = dossier.plicht.asielstatushouder();
  for (const auto& uren : dossier.urenGemeente) {
    // Participation hours followed as language lessons are part of the participation hours already.
    if (uren.soort != "ParticipatieTaalles") blok.totaalBijGemeente += uren.aantalUren;
  }
  for (const auto& uren : dossier.urenInstelling) blok.totaalBijInstelling += uren.urenTaallesKnm.value_or(0);
  blok.totaalAantalUren = blok.totaalBijGemeente + blok.totaalBijInstelling;
  return blok;
}

// Requests for exemption show once they are decided, those for extension at once (§ 3.6.13).
std::vector<Aanvraag> toonAanvragen(const Dossier& dossier) {
  std::vector<Aanvraag> shown;
  std::ranges::copy_if(dossier.aanvragen, std::back_inserter(shown), [](const Aanvraag& aanvraag) {
    return aanvraag.datumBesluit || aanvraag.typeVerzoek == "Verlenging";
  });
  std::ranges::stable_sort(shown, std::greater{}, &Aanvraag::datumOntvangst);
  return shown;
}

EindgesprekZrouteBlok toonEindgesprek(const Dossier& dossier, Date vandaag) {
  EindgesprekZrouteBlok blok;
  const Pip* pip = dossier.pip();
  blok.vanToepassing = pip && pip->leerroute == "Z" && dossier.map && dossier.map->voldaan && dossier.pvt &&
                       dossier.pvt->voldaan;
  blok.registratie = dossier.eindgesprek;
  if (!dossier.eindgesprek) return blok;
  blok.definitiefVanaf = dossier.eindgesprek->datumRegistratie.plusDays(kDefinitiefNaDagen);
  blok.definitief = vandaag >= *blok.definitiefVanaf;
  return blok;
}

}  // namespace

BioBlok toonBio(const BioStand& bio) {
  return {bio.versie, bio.datumVerzoek && !bio.datumAdvies, bio.datumVerzoek, bio.datumAdvies};
}

ContactpersoonBlok toonContactpersoon(const Koppeling* koppeling, const Namens& namens,
                                      const Contactpersoon* contact) {
  ContactpersoonBlok blok;
  if (!koppeling || !contact) {
    blok.versie = "geen";
    return blok;
  }
  blok.versie = koppeling->versie;
  auto& shown = blok.koppeling.emplace();
  shown.contactpersoonId = koppeling->contactpersoonId;
  shown.naam = contact->naam;
  if (!namens.rollen.has(Rol::Wi2021MUT)) return blok;
  shown.email = contact->email;
  shown.telefoonnummer = contact->telefoonnummer;
  shown.datumKoppeling = koppeling->datumKoppeling;
  return blok;
}

LeerbaarheidstoetsBlok toonLbt(const LbtStand& lbt, const Gemeentecode& kijker) {
  LeerbaarheidstoetsBlok blok;
  blok.versie = lbt.versie;
  blok.ontheven = lbt.ontheven;
  blok.datumOntheffing = lbt.datumOntheffing;
  if (!lbt.toetsen.empty()) blok.toets = forKijker(lbt.toetsen.front(), kijker);
  blok.herkansing = lbt.herkansing;
  blok.historieAanwezig = lbt.toetsen.size() > 1;
  return blok;
}

bool isActueel(const Aanbod& aanbod, const Dossier& dossier, Date vandaag) {
  if (aanbod.einddatumOpleiding && *aanbod.einddatumOpleiding < vandaag) return false;
  // Neither a change of the offer nor a change of a plan by the municipality that had it already counts: the
  // former may come after the new plan and the latter after a new municipality's offer (§ 3.6.7.2).
  const Date since = doorgegevenOp(aanbod, dossier);
  for (std::size_t i = 0; i < dossier.pips.size(); ++i) {
    const Pip& pip = dossier.pips[i];
    const bool first = i + 1 == dossier.pips.size() || dossier.pips[i + 1].gemeentecode != pip.gemeentecode;
    if (first && pip.gemeentecode != aanbod.gemeentecode && pip.datumRegistratie >= since) return false;
  }
  return true;
}

std::vector<Leerbaarheidstoets> eerdereToetsen(const Dossier& dossier, const Gemeentecode& kijker) {
  std::vector<Leerbaarheidstoets> earlier;
  for (std::size_t i = 1; i < dossier.lbt.toetsen.size(); ++i) {
    earlier.push_back(forKijker(dossier.lbt.toetsen[i], kijker));
  }
  return earlier;
}

std::vector<Pip> eerderePips(const Dossier& dossier) {
  return {dossier.pips.begin() + (dossier.pip() ? 1 : 0), dossier.pips.end()};
}

std::vector<Aanbod> eerdereAanbiedingen(const Dossier& dossier, Date vandaag) {
  std::vector<Aanbod> earlier = dossier.aanbodWijzigingen;
  std::ranges::copy_if(dossier.aanbiedingen, std::back_inserter(earlier),
                       [&](const Aanbod& aanbod) { return !isActueel(aanbod, dossier, vandaag); });
  std::ranges::stable_sort(earlier, std::greater{}, &Aanbod::datumInschrijving);
  return earlier;
}

Persoon toon(const Dossier& dossier, const Zicht& zicht, const Namens& namens, const Omgeving& omgeving) {
  const Date vandaag = namens.vandaag;
  Persoon persoon;
  persoon.persoonId = omgeving.persoonId;
  persoon.inzage = toonInzage(zicht, vandaag);
  persoon.duoMeldingen = lopendeMeldingen(dossier, vandaag);
  persoon.signalen = omgeving.signalen;
  persoon.personalia = dossier.personalia;
  persoon.inburgeringsplicht = toonPlicht(dossier.plicht, vandaag);
  persoon.contactpersoon =
      toonContactpersoon(dossier.koppeling(zicht.gemeente), namens, omgeving.contactpersoon);
  if (!zicht.vertrokken) persoon.leerbaarheidstoets = toonLbt(dossier.lbt, zicht.gemeente);
  persoon.pip = toonPip(dossier, zicht, vandaag);
  persoon.inburgeringsaanbod = toonAanbod(dossier, vandaag);
  persoon.examens = toonExamens(dossier);
  persoon.map = {!dossier.pip() || dossier.pip()->leerroute != "O", dossier.map};
  persoon.pvt = {dossier.pvt};
  persoon.deelgenomenUren = toonUren(dossier);
  persoon.boetes = dossier.boetes;
  persoon.aanvragen = toonAanvragen(dossier);
  persoon.bio = toonBio(dossier.bio);
  persoon.eindgesprekZroute = toonEindgesprek(dossier, vandaag);
  return persoon;
}

}  // namespace cvsgw::isi::wi2021
