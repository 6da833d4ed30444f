#!/usr/bin/env python3
"""Wijzigen onder de Wi2021 met zeep, op testpersonen van gemeente 0363; de gegevens moeten pas gevuld zijn.

    python3 wijzigen_zeep.py quickstart.json [uitkomst.json]
"""
import json
import sys
from datetime import timedelta
from pathlib import Path

from verbinden_zeep import lees_fout, lijst, nieuw_kenmerk, verbind, wijzig
from zeep.exceptions import Fault

GEMEENTE = "0363"
NIEUW = "999994013"  # binnen de tien weken voor het PIP
IN_AZC = "999994025"  # twee maanden geleden door het COA gekoppeld, nog zonder PIP
MET_SIGNALEN = "999994001"
INSTELLING = "0000010018"


# [meldingen]
def toon(stap, antwoord):
    """Wat uw gebruiker ziet: de tekst bij het veld; beslis zelf op `resultaat` en `code`, nooit op de tekst."""
    print(f"{stap}: {antwoord.resultaat}")
    for melding in lijst(antwoord.meldingen, "melding"):
        print(f"  {melding.code} {melding.veld or ''}: {melding.tekst}")


def te_bevestigen(antwoord):
    """De codes waar uw gebruiker ja op moet zeggen voordat het bericht opnieuw gaat, met een nieuw kenmerk."""
    return [melding.code for melding in lijst(antwoord.meldingen, "melding") if melding.bevestigen]
# [/meldingen]


def pip(dagtekening, niveau="B1", uren=600):
    """Wat u niet opgeeft, gaat niet mee: zeep laat een element met None weg."""
    return {"datumDagtekening": dagtekening, "leerroute": "B", "niveau": niveau, "geschatteUrenIntensiteit": uren}


class Weg:
    """Doet de wijzigingen na elkaar en onthoudt wat er van elk werd."""

    def __init__(self, client):
        self.client = client
        self.uitkomst = {}

    def doe(self, stap, bewerking, vraag, kenmerk=None, stand=lambda stand: None):
        antwoord = wijzig(self.client, bewerking, kenmerk or nieuw_kenmerk(), {"gemeentecode": GEMEENTE, **vraag})
        toon(stap, antwoord)
        self.uitkomst[stap] = {
            "resultaat": antwoord.resultaat,
            "meldingen": [[m.code, m.bevestigen, m.veld, m.regel, m.tekst] for m in lijst(antwoord.meldingen, "melding")],
            "stand": antwoord.stand and stand(antwoord.stand),
        }
        return antwoord


def stand_pip(p):
    return [p.versie, p.datumDagtekening.isoformat(), p.leerroute.code, p.niveau and p.niveau.code,
            p.geschatteUrenIntensiteit, p.urenBelastbaarheidParticipatie, p.toestemmingNietVrijstellendeOpleiding]


def stand_aanbod(a):
    return [a.versie, a.aanbodId, a.instellingsnaam, a.startdatumOpleiding and a.startdatumOpleiding.isoformat(),
            a.einddatumOpleiding and a.einddatumOpleiding.isoformat()]


def persoon(client, bsn):
    return client.service.RaadpleegPersoon(gemeentecode=GEMEENTE, bsn=bsn).persoon


def proef(weg, vandaag):
    """Eerst proberen (er wordt niets vastgelegd), en wat er fout aan kan zijn: alles in één antwoord."""
    antwoord = weg.doe("proef", "VoegPipToe", {"bsn": NIEUW, "pip": pip(vandaag), "verwerking": {"alleenValideren": True}})
    if antwoord.resultaat != "Goedgekeurd":
        sys.exit("deze testpersonen zijn al gewijzigd; vul de gegevens opnieuw")
    weg.uitkomst["zonderSpoor"] = persoon(weg.client, NIEUW).pip.actueel is None
    weg.doe("geweigerd", "VoegPipToe", {"bsn": NIEUW, "pip": pip("2021-12-31", "A2", None)})


# [bevestigen]
def bevestig(weg, vandaag):
    vraag = {"bsn": IN_AZC, "pip": pip(vandaag - timedelta(days=31))}
    eerste = nieuw_kenmerk()
    antwoord = weg.doe("vraagt", "VoegPipToe", vraag, eerste)
    if antwoord.resultaat != "BevestigingNodig":
        return
    vraag["verwerking"] = {"bevestigdeMeldingen": {"code": te_bevestigen(antwoord)}}
    try:  # het oude kenmerk hoort bij de oude inhoud
        weg.doe("oudKenmerk", "VoegPipToe", vraag, eerste)
    except Fault as fout:
        weg.uitkomst["oudKenmerk"] = lees_fout(weg.client, fout)["code"]
    weg.doe("bevestigd", "VoegPipToe", vraag, nieuw_kenmerk(), stand_pip)
# [/bevestigen]


def leg_vast(weg, vandaag):
    vraag, kenmerk = {"bsn": NIEUW, "pip": pip(vandaag)}, nieuw_kenmerk()
    eerste = weg.doe("pip", "VoegPipToe", vraag, kenmerk, stand_pip)
    weg.doe("zelfdeKenmerk", "VoegPipToe", vraag, kenmerk, stand_pip)  # alsof het antwoord verloren ging
    weg.doe("anderKenmerk", "VoegPipToe", vraag)
    aanbod = {"instellingsnummer": INSTELLING, "datumInschrijving": vandaag,
              "startdatumOpleiding": vandaag + timedelta(days=14)}
    weg.doe("aanbod", "VoegAanbodToe", {"bsn": NIEUW, "aanbod": aanbod}, stand=stand_aanbod)
    weg.uitkomst["aanbiedingen"] = len(lijst(persoon(weg.client, NIEUW).inburgeringsaanbod.aanbiedingen, "aanbod"))
    uren = {"soort": "Participatie", "totaalAantalUren": 18, "datumTotaal": vandaag}
    weg.doe("uren", "RegistreerUrenGemeente", {"bsn": NIEUW, "uren": uren},
            stand=lambda u: [u.versie, u.soort.code, u.aantalUren, u.datumTotaal.isoformat()])
    return eerste.stand.versie


def wijzig_pip(weg, vandaag, gelezen):
    """De versie die u las gaat mee: wie op een verouderd scherm werkt, overschrijft zo niets."""
    vraag = {"bsn": NIEUW, "pip": pip(vandaag, "A2"), "verwerking": {"verwachteVersie": gelezen}}
    weg.doe("gewijzigd", "WijzigPip", vraag, stand=stand_pip)
    weg.doe("verouderd", "WijzigPip", {**vraag, "pip": pip(vandaag, "B1", 700)})


def handel_af(weg):
    dienst = weg.client.service
    gevonden = dienst.ZoekSignalen(gemeentecode=GEMEENTE, criteria={"bsn": MET_SIGNALEN, "nietAfgehandeld": True})
    ids = [signaal.signaalId for signaal in lijst(gevonden.signalen, "signaal")]
    weg.doe("signalen", "WijzigSignaalstatus", {"signaalIds": {"signaalId": ids}, "status": "Afgehandeld"},
            stand=lambda stand: [[s.signaalId, s.code, s.status] for s in stand.signaal])
    # Alles of niets: een kenmerk dat niet (meer) bestaat, houdt ook de andere tegen.
    weg.doe("onbekend", "WijzigSignaalstatus", {"signaalIds": {"signaalId": [*ids, "S21.0"]}, "status": "InBehandeling"})


def historie(client, soort, omhulsel, naam):
    antwoord = client.service.RaadpleegHistorie(gemeentecode=GEMEENTE, bsn=NIEUW, soort=soort)
    rijen = lijst(antwoord.historie and antwoord.historie[omhulsel], naam)
    return [[rij.versie for rij in rijen], [m.code for m in lijst(antwoord.meldingen, "melding")]]


def main():
    aansluiting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wachtwoord = Path(aansluiting["wachtwoordBestand"]).read_text(encoding="utf-8").strip()
    vandaag = verbind(aansluiting, "algemeen", wachtwoord).service.Ping().vandaag
    weg = Weg(verbind(aansluiting, "wi2021", wachtwoord))
    proef(weg, vandaag)
    bevestig(weg, vandaag)
    gelezen = leg_vast(weg, vandaag)
    wijzig_pip(weg, vandaag, gelezen)
    handel_af(weg)
    weg.uitkomst["historiePip"] = historie(weg.client, "Pip", "pips", "pip")
    weg.uitkomst["historieAanbod"] = historie(weg.client, "Aanbod", "aanbiedingen", "aanbod")
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(weg.uitkomst, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
