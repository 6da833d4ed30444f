#include "gateway/isi/wi2021/extract.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

constexpr std::string_view kJaNee = "J = Ja; N = Nee";

constexpr auto kKolommen = std::to_array<Kolom>({
    {"BSN", "Burgerservicenummer", {}, "BRP"},
    {"Voornamen", "Voornamen", {}, "BRP"},
    {"Voorvoegsel", "Voorvoegsel van de achternaam", {}, "BRP"},
    {"Achternaam", "Achternaam zonder voorvoegsel", {}, "BRP"},
    {"Geboortedatum", "Leeg als dag of maand niet bekend is", {}, "BRP"},
    {"V-nummer", "Vreemdelingennummer", {}, "IND"},
    {"Gemeentecode", "Code van de gemeente van dit bestand", {}},
    {"Gemeentenaam", "Naam van de gemeente van dit bestand", {}},
    {"Inzage", "Waarom uw gemeente de persoon ziet",
     "Woont in uw gemeente; Door het COA aan uw gemeente gekoppeld; Vertrokken uit uw gemeente; "
     "Inburgeringsplicht beëindigd; Persoon is volgens BRP overleden"},
    {"Datum vestiging of koppeling",
     "Begin van het laatste verblijf in uw gemeente, of van de koppeling",
     {}},
    {"Datum vertrek", "Dag van vertrek uit uw gemeente", {}, "BRP"},
    {"Datum overlijden", "Dag van overlijden", {}, "BRP"},
    {"Doelgroep", "Doelgroep waarvan de rechten gelden",
     "Asielstatushouder; Gezinsmigrant en overige migrant"},
    {"Gedetailleerde doelgroep", "Nadere indeling van de doelgroep", {}},
    {"Inburgeringsplichtig", "Of de persoon inburgeringsplichtig is", kJaNee},
    {"Datum vaststelling", "Dag waarop DUO de plicht heeft vastgesteld", {}},
    {"Begindatum inburgeringsplicht", "Begin van de plicht", {}},
    {"Einddatum inburgeringsplicht", "Einde van de plicht", {}},
    {"Reden beëindiging", "Waarom de plicht is beëindigd", {}},
    {"Datum kennisgeving", "Dag van de kennisgeving aan de persoon", {}},
    {"Startdatum termijn", "Eerste dag van de inburgeringstermijn", {}},
    {"Einddatum termijn", "Laatste dag van de inburgeringstermijn", {}},
    {"Verlengingsgrond", "Grond van de laatste verlenging", {}},
    {"LBT ontheven", "Of de persoon van de leerbaarheidstoets is ontheven; leeg na vertrek", kJaNee,
     "Gemeente"},
    {"LBT datum afname", "Dag van de laatste leerbaarheidstoets; leeg na vertrek", {}},
    {"LBT resultaat", "Uitslag van die toets; leeg na vertrek", "J = Ja; N = Nee; O = Onbekend"},
    {"PIP vaststellen uiterlijk", "Laatste dag van de tien weken; leeg als het PIP er is", {}},
    {"PIP eerste dagtekening", "Dagtekening van het eerste PIP", {}, "Gemeente"},
    {"PIP dagtekening", "Dagtekening van het geldende PIP", {}, "Gemeente"},
    {"PIP gemeente", "Gemeente die het geldende PIP heeft vastgesteld", {}, "Gemeente"},
    {"Leerroute", "Leerroute van het geldende PIP",
     "B1-route; Onderwijsroute (O-route); Zelfredzaamheidsroute (Z-route)", "Gemeente"},
    {"Niveau", "Taalniveau van het geldende PIP; leeg: niet van toepassing", "A2; B1", "Gemeente"},
    {"Alfabetisering", "Alfabetisering volgens het geldende PIP",
     "Onderwijs voor analfabeet; Onderwijs voor anders-analfabeet; Niet van toepassing", "Gemeente"},
    {"Uren intensiteit", "Geschatte uren per week", {}, "Gemeente"},
    {"PIP definitief", "Of het PIP definitief is", kJaNee},
    {"Instelling", "Naam van de instelling van het laatste lopende aanbod", {}, "Gemeente"},
    {"Soort instelling", "Soort van die instelling", "Blik op Werk-instelling; Taalschakelinstelling",
     "Gemeente"},
    {"Datum inschrijving", "Inschrijving bij die instelling", {}, "Gemeente"},
    {"Startdatum opleiding", "Begin van de opleiding", {}, "Gemeente"},
    {"Einddatum opleiding", "Einde van de opleiding", {}, "Gemeente"},
    {"Examen KNM", "Stand van het examen Kennis van de Nederlandse Maatschappij",
     "Leeg: geen examen nodig of nog geen PIP; Nog te doen; Gepland; Resultaat nog niet bekend; Geslaagd; "
     "Niet geslaagd; Geen resultaat, verwijtbaar; Geen resultaat, niet verwijtbaar"},
    {"Examen leesvaardigheid", "Stand op het niveau van het PIP", "Zie Examen KNM"},
    {"Examen luistervaardigheid", "Stand op het niveau van het PIP", "Zie Examen KNM"},
    {"Examen schrijfvaardigheid", "Stand op het niveau van het PIP", "Zie Examen KNM"},
    {"Examen spreekvaardigheid", "Stand op het niveau van het PIP", "Zie Examen KNM"},
    {"MAP voldaan", "Of aan de MAP is voldaan",
     "Leeg: nog niet geregistreerd; J = Ja; N = Nee; N.v.t. = O-route", "Gemeente"},
    {"Datum eindgesprek MAP", "Dag van het eindgesprek", {}, "Gemeente"},
    {"Verwijtbaarheid MAP", "Als niet is voldaan, of te laat", "Verwijtbaar; Niet verwijtbaar", "Gemeente"},
    {"PVT voldaan", "Of aan het PVT is voldaan", "Leeg: nog niet geregistreerd; J = Ja; N = Nee", "Gemeente"},
    {"Datum ondertekening PVT", "Dag waarop de participatieverklaring is ondertekend", {}, "Gemeente"},
    {"Verwijtbaarheid PVT", "Als niet is voldaan, of te laat", "Verwijtbaar; Niet verwijtbaar", "Gemeente"},
    {"Participatie-uren", "Laatste totaal, alle gemeenten", {}, "Gemeente"},
    {"Participatie-uren (taalles)", "Deel van de participatie-uren", {}, "Gemeente"},
    {"Taallesuren brede intake", "Laatste totaal, alle gemeenten", {}, "Gemeente"},
    {"Uren taalles en KNM", "Laatste totaal, alle instellingen", {}, "Gemeente"},
    {"Uren geoorloofd verzuim", "Laatste totaal, alle instellingen", {}, "Gemeente"},
    {"Uren ongeoorloofd verzuim", "Laatste totaal, alle instellingen", {}, "Gemeente"},
    {"Totaal aantal uren", "Zonder de participatie-uren (taalles), die al zijn meegeteld", {}, "Gemeente"},
    {"Datum verzoek advies BIO", "Dag waarop DUO om advies heeft gevraagd", {}},
    {"Datum advies BIO", "Dag waarop de gemeente heeft geadviseerd", {}, "Gemeente"},
    {"Datum eindgesprek Z-route", "Dag van het eindgesprek", {}, "Gemeente"},
});

void vulPersoon(const Dossier& dossier, const Zicht& zicht, Rij& rij) {
  const auto& persoon = dossier.personalia;
  rij.tekst(persoon.bsn.value())
      .tekst(persoon.voornamen)
      .tekst(persoon.voorvoegsel)
      .tekst(persoon.achternaam)
      .datum(persoon.geboortedatum)
      .tekst(persoon.vNummer)
      .samengesteld(std::string(zicht.gemeente.value()))
      .gemeente(zicht.gemeente.value())
      .code(zicht.soort, codes::kInzage);
  std::optional<Date> sinds;
  for (const auto& verblijf : dossier.verblijven) {
    if (verblijf.gemeentecode == zicht.gemeente && (!sinds || *sinds < verblijf.vanaf))
      sinds = verblijf.vanaf;
  }
  rij.datum(sinds).datum(zicht.datumVertrek).datum(persoon.datumOverlijden);
}

void vulPlicht(const Plicht& plicht, Rij& rij) {
  rij.code(plicht.doelgroep.indeling, codes::kDoelgroep)
      .code(plicht.doelgroep.gedetailleerdeDoelgroep, codes::kGedetailleerdeDoelgroep)
      .jaNee(plicht.inburgeringsplichtig)
      .datum(plicht.datumVaststelling)
      .datum(plicht.begindatum)
      .datum(plicht.einddatum)
      .code(plicht.redenBeeindiging, codes::kRedenBeeindiging)
      .datum(plicht.datumKennisgeving);
  if (!plicht.termijn) {
    rij.leeg().leeg().leeg();
    return;
  }
  rij.datum(plicht.termijn->startdatum)
      .datum(plicht.termijn->einddatum)
      .code(plicht.termijn->verlengingsgrond, codes::kVerlengingsgrond);
}

// § 3.6.5: the test is not shown to a municipality that the person has left.
void vulLbt(const LbtStand& lbt, bool vertrokken, Rij& rij) {
  if (vertrokken) {
    rij.leeg().leeg().leeg();
    return;
  }
  rij.jaNee(lbt.ontheven);
  if (lbt.toetsen.empty()) {
    rij.leeg().leeg();
  } else {
    rij.datum(lbt.toetsen.front().datumToetsafname).tekst(lbt.toetsen.front().resultaat);
  }
}

void vulPip(const Dossier& dossier, const Zicht& zicht, Date dag, Rij& rij) {
  const Pip* pip = dossier.pip();
  const bool eigen = pip && pip->gemeentecode == zicht.gemeente;
  if (dossier.startTermijnPip && !eigen && !zicht.vertrokken) {
    rij.datum(dossier.startTermijnPip->plusDays(kTermijnPipDagen));
  } else {
    rij.leeg();
  }
  if (!pip) {
    for (int i = 0; i < 8; ++i) rij.leeg();
    return;
  }
  rij.datum(pip->datumDagtekeningInitieel)
      .datum(pip->datumDagtekening)
      .gemeente(pip->gemeentecode.value())
      .code(pip->leerroute, codes::kLeerroute)
      .code(pip->niveau, codes::kNiveau)
      .code(pip->alfabetisering, codes::kAlfabetisering)
      .getal(pip->geschatteUrenIntensiteit)
      .jaNee(dag >= pip->datumRegistratieInitieel.plusDays(kDefinitiefNaDagen));
}

void vulAanbod(const Dossier& dossier, Date dag, Rij& rij) {
  const Aanbod* laatste = nullptr;
  for (const auto& aanbod : dossier.aanbiedingen) {
    if (!isActueel(aanbod, dossier, dag)) continue;
    if (!laatste || laatste->datumInschrijving < aanbod.datumInschrijving) laatste = &aanbod;
  }
  if (!laatste) {
    for (int i = 0; i < 5; ++i) rij.leeg();
    return;
  }
  rij.tekst(laatste->instellingsnaam)
      .code(laatste->soortInstelling, codes::kSoortInstelling)
      .datum(laatste->datumInschrijving)
      .datum(laatste->startdatumOpleiding)
      .datum(laatste->einddatumOpleiding);
}

void vulMapEnPvt(const Dossier& dossier, Rij& rij) {
  if (dossier.pip() && dossier.pip()->leerroute == "O") {
    rij.tekst("N.v.t.").leeg().leeg();
  } else if (dossier.map) {
    rij.jaNee(dossier.map->voldaan)
        .datum(dossier.map->datumEindgesprek)
        .code(dossier.map->verwijtbaarheid, codes::kVerwijtbaarheid);
  } else {
    rij.leeg().leeg().leeg();
  }
  if (dossier.pvt) {
    rij.jaNee(dossier.pvt->voldaan)
        .datum(dossier.pvt->datumOndertekening)
        .code(dossier.pvt->verwijtbaarheid, codes::kVerwijtbaarheid);
  } else {
    rij.leeg().leeg().leeg();
  }
}

void vulUren(const Dossier& dossier, Rij& rij) {
  std::int64_t participatie = 0, waarvanTaalles = 0, bredeIntake = 0, taalles = 0, geoorloofd = 0,
               ongeoorloofd = 0;
  for (const auto& uren : dossier.urenGemeente) {
    auto& soort = uren.soort == "Participatie"          ? participatie
                  : uren.soort == "ParticipatieTaalles" ? waarvanTaalles
                                                        : bredeIntake;
    soort += uren.aantalUren;
  }
  for (const auto& uren : dossier.urenInstelling) {
    taalles += uren.urenTaallesKnm.value_or(0);
    geoorloofd += uren.urenGeoorloofdVerzuim.value_or(0);
    ongeoorloofd += uren.urenOngeoorloofdVerzuim.value_or(0);
  }
  rij.getal(participatie).getal(waarvanTaalles).getal(bredeIntake).getal(taalles);
  rij.getal(geoorloofd).getal(ongeoorloofd).getal(participatie + bredeIntake + taalles);
}

}  // namespace

std::span<const Kolom> extractKolommen() {
  return kKolommen;
}

bool vulExtract(const Dossier& dossier, const Gemeentecode& gemeente, Date dag, Rij& rij) {
  const auto zicht = zichtVan(dossier, gemeente, dag);
  if (!zicht) return false;
  if (zicht->vertrokken && zicht->datumVertrek && dag > zicht->datumVertrek->plusDays(kExtractNaVertrekDagen))
    return false;
  rij.opnieuw();
  vulPersoon(dossier, *zicht, rij);
  vulPlicht(dossier.plicht, rij);
  vulLbt(dossier.lbt, zicht->vertrokken, rij);
  vulPip(dossier, *zicht, dag, rij);
  vulAanbod(dossier, dag, rij);
  for (const std::string_view onderdeel : {"KNM", "LE", "LU", "SC", "SP"})
    rij.code(examenstatus(dossier, onderdeel), codes::kExamenstatus);
  vulMapEnPvt(dossier, rij);
  vulUren(dossier, rij);
  rij.datum(dossier.bio.datumVerzoek).datum(dossier.bio.datumAdvies);
  if (dossier.eindgesprek) {
    rij.datum(dossier.eindgesprek->datumEindgesprek);
  } else {
    rij.leeg();
  }
  return true;
}

}  // namespace cvsgw::isi::wi2021
