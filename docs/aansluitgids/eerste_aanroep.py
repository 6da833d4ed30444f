#!/usr/bin/env python3
"""De eerste aanroep: RaadpleegPersoon (Wi2021) met zeep, en wat er heen en terug ging.

    python3 eerste_aanroep.py quickstart.json BSN
"""
import json
import sys
from pathlib import Path

import requests
from lxml import etree
from zeep import Client
from zeep.exceptions import Fault
from zeep.plugins import HistoryPlugin
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken


def toon(kop, envelop):
    """Een bericht, ingesprongen en zonder het wachtwoord."""
    for wachtwoord in envelop.iter("{*}Password"):
        wachtwoord.text = "***"
    etree.indent(envelop)
    print(f"\n──── {kop} " + "─" * (70 - len(kop)))
    print(etree.tostring(envelop, encoding="unicode").rstrip())


def vertel(persoon, gemeentecode):
    """Wat het antwoord zegt, in gewone taal."""
    wie = persoon.personalia
    naam = " ".join(deel for deel in (wie.voornamen, wie.voorvoegsel, wie.achternaam) if deel)
    plicht = persoon.inburgeringsplicht
    print("\n──── In gewone taal " + "─" * 51)
    geboren = f", geboren op {wie.geboortedatum:%d-%m-%Y}" if wie.geboortedatum else ""
    print(f"{naam}{geboren} (testpersoon {wie.bsn}), gezien door gemeente {gemeentecode}:")
    print(f"- {persoon.inzage.soort.omschrijving}; wijzigen mag {'wel' if persoon.inzage.wijzigbaar else 'niet'}.")
    print(f"- Doelgroep: {plicht.doelgroep.indeling.omschrijving}.")
    if plicht.termijn and plicht.termijn.einddatum:
        print(f"- Inburgeringstermijn tot en met {plicht.termijn.einddatum:%d-%m-%Y}.")
    pip = persoon.pip.actueel
    print(f"- PIP: {pip.leerroute.omschrijving}, dagtekening {pip.datumDagtekening:%d-%m-%Y}." if pip else "- Nog geen PIP.")
    print(f"- Signalen: {persoon.signalen.totaal}, waarvan {persoon.signalen.nieuw} nieuw.")


def main():
    aansluiting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wachtwoord = Path(aansluiting["wachtwoordBestand"]).read_text(encoding="utf-8").strip()
    sessie = requests.Session()
    sessie.trust_env = False  # anders wint REQUESTS_CA_BUNDLE uit de omgeving van de regel hieronder
    sessie.verify = aansluiting["ca"]
    berichten = HistoryPlugin()
    client = Client(f"{aansluiting['url']}/ws/wi2021/v1?wsdl", transport=Transport(session=sessie, operation_timeout=30),
                    wsse=UsernameToken(aansluiting["sleutel"], wachtwoord), plugins=[berichten])
    try:
        antwoord = client.service.RaadpleegPersoon(gemeentecode=aansluiting["gemeentecode"], bsn=sys.argv[2])
    except Fault as fout:
        sys.exit(f"De gateway gaf een fout: {fout.message}")
    toon("Vraag", berichten.last_sent["envelope"])
    toon("Antwoord", berichten.last_received["envelope"])
    for melding in antwoord.meldingen.melding if antwoord.meldingen else []:
        print(f"Melding {melding.code}: {melding.tekst}")
    if antwoord.persoon is None:
        sys.exit("Er is geen persoon gevonden.")
    vertel(antwoord.persoon, aansluiting["gemeentecode"])


if __name__ == "__main__":
    main()
