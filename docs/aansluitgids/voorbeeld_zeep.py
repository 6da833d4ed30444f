#!/usr/bin/env python3
"""Lezen uit de CVS-ISI-gateway met zeep (Debian: python3-zeep).

    python3 voorbeeld_zeep.py quickstart.json [uitkomst.json]

quickstart.json wijst url, ca, sleutel, wachtwoordBestand en gemeentecode aan. Het tweede bestand krijgt wat er gelezen is.
"""
import json
import sys
from pathlib import Path

from verbinden_zeep import lees_fout, lijst, verbind
from zeep.exceptions import Fault


# Per wet: de dienst, een zoekvraag die mag, en hoe RaadpleegPersoon de persoon noemt.
WETTEN = {
    "Wi2007": ("wi2007", {"geslacht": "Vrouw"}, lambda bsn: {"criteria": {"bsn": bsn}}),
    "Wi2013": ("wi2013", {"verblijf": "Woonachtig"}, lambda bsn: {"bsn": bsn}),
    "Wi2021": ("wi2021", {}, lambda bsn: {"bsn": bsn}),
}


# [bladeren]
def bladeren(vraag, gemeentecode, criteria, omhulsel, naam):
    """Alle rijen van een Zoek-bewerking, pagina na pagina; de eerste waarde is het totaal."""
    pagina, laatste = 1, 1
    while pagina <= laatste:
        antwoord = vraag(gemeentecode=gemeentecode, criteria=criteria,
                         paginering={"pagina": pagina, "paginagrootte": 50})
        if pagina == 1:
            yield antwoord.totaal
        yield from lijst(antwoord[omhulsel], naam)
        pagina, laatste = pagina + 1, antwoord.aantalPaginas
# [/bladeren]


# [ophalen]
def ophalen(vraag, gemeentecode, omhulsel, naam, na_volgnummer=0):
    """Alle ingangen na `na_volgnummer`; bewaar na elke portie het laatste volgnummer bij uw gegevens."""
    while True:
        antwoord = vraag(gemeentecode=gemeentecode, naVolgnummer=na_volgnummer, maximum=100)
        yield from lijst(antwoord[omhulsel], naam)
        na_volgnummer = antwoord.laatsteVolgnummer
        if not antwoord.meerBeschikbaar:
            return
# [/ophalen]


def lees_persoon(persoon):
    wie = getattr(persoon, "personalia", None) or persoon  # Wi2021 zet de persoon in een eigen blok
    return {
        "bsn": wie.bsn,
        "achternaam": wie.achternaam,
        "geboortedatum": wie.geboortedatum and wie.geboortedatum.isoformat(),
        "signalen": persoon.signalen.totaal,
    }


def lees_wet(client, zoekvraag, wie, gemeentecode):
    dienst = client.service
    totaal, *personen = bladeren(dienst.ZoekPersonen, gemeentecode, zoekvraag, "personen", "persoon")
    gekozen = next((p.bsn for p in personen if not getattr(p, "datumOverlijden", None)), None)
    signaalvraag = {"datumVanaf": "2000-01-01"}
    telling = dienst.TelSignalen(gemeentecode=gemeentecode, criteria=signaalvraag).telling
    aantal_signalen, *signalen = bladeren(dienst.ZoekSignalen, gemeentecode, signaalvraag, "signalen", "signaal")
    feed_signalen = list(ophalen(dienst.HaalSignalen, gemeentecode, "signalen", "signaal"))
    feed_personen = list(ophalen(dienst.HaalPersonen, gemeentecode, "personen", "persoon"))
    return {
        "personen": {"totaal": totaal, "bsns": [p.bsn for p in personen]},
        "persoon": gekozen and lees_persoon(dienst.RaadpleegPersoon(gemeentecode=gemeentecode, **wie(gekozen)).persoon),
        "telling": [telling.totaal, telling.nieuw, telling.inBehandeling, telling.afgehandeld],
        "signalen": {
            "totaal": aantal_signalen,
            "rijen": [[s.signaalId, s.code, s.status, s.datum.isoformat()] for s in signalen],
        },
        "feedSignalen": [[s.signaalId, s.volgnummer, s.vervallen] for s in feed_signalen],
        "feedPersonen": [
            [p.persoonId, p.volgnummer, p.vervallen, p.bsn, p.achternaam,
             p.geboortedatum and p.geboortedatum.isoformat()]
            for p in feed_personen
        ],
    }


def fout_van(client, aanroep):
    try:
        aanroep()
    except Fault as fout:
        return lees_fout(client, fout)
    raise SystemExit("hier werd een fout verwacht")


def main():
    aansluiting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wachtwoord = Path(aansluiting["wachtwoordBestand"]).read_text(encoding="utf-8").strip()
    gemeentecode = aansluiting["gemeentecode"]

    algemeen = verbind(aansluiting, "algemeen", wachtwoord)
    ping = algemeen.service.Ping()
    sleutel = algemeen.service.RaadpleegAutorisatie().sleutel
    codes = algemeen.service.LijstCodes(criteria={"lijst": "gemeente"}).lijsten.lijst[0]
    uitkomst = {
        "vandaag": ping.vandaag.isoformat(),
        "autorisatie": {
            "oudWachtwoordGebruikt": sleutel.oudWachtwoordGebruikt,
            "geldigTotEnMet": sleutel.geldigTotEnMet.isoformat(),
            "rollen": {a.gemeente.code: a.rollen.rol for a in sleutel.autorisaties.autorisatie},
        },
        "gemeenten": [[rij.code, rij.omschrijving] for rij in codes.rijen.rij],
        "wetten": {},
        "bepaalWet": {},
    }
    rollen = uitkomst["autorisatie"]["rollen"].get(gemeentecode, [])
    for wet, (dienst, zoekvraag, wie) in WETTEN.items():
        if not any(rol in (wet, f"{wet}MUT") for rol in rollen):
            print(f"{wet}: overgeslagen, uw sleutel heeft voor gemeente {gemeentecode} geen rol van deze wet")
            continue
        client = verbind(aansluiting, dienst, wachtwoord)
        uitkomst["wetten"][wet] = gelezen = lees_wet(client, zoekvraag, wie, gemeentecode)
        if gelezen["persoon"]:
            bepaald = algemeen.service.BepaalWet(gemeentecode=gemeentecode, bsn=gelezen["persoon"]["bsn"]).uitkomst
            uitkomst["bepaalWet"][wet] = [bepaald.wet.code, bepaald.woonachtig, bepaald.gegevensInzien]
        print(f"{wet}: {len(gelezen['personen']['bsns'])} personen, {len(gelezen['signalen']['rijen'])} signalen")

    vreemd = verbind(aansluiting, "algemeen", "niet-het-wachtwoord")
    uitkomst["fouten"] = {
        "verkeerdWachtwoord": fout_van(vreemd, lambda: vreemd.service.Ping()),
        "schema": fout_van(algemeen, lambda: algemeen.service.BepaalWet(gemeentecode=gemeentecode, bsn="12345")),
    }
    for naam, fout in uitkomst["fouten"].items():
        print(f"{naam}: {fout['code']} ({fout['kant']}) {fout['tekst']} [{fout['referentie']}]")
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(uitkomst, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
