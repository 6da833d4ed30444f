"""Verbinden met de CVS-ISI-gateway door zeep (Debian: python3-zeep): kopieer dit bestand in uw eigen toepassing."""
# [verbinden]
import requests
from zeep import Client
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken


def verbind(aansluiting, dienst, wachtwoord):
    """Een client per dienst; bewaar hem, want het lezen van de WSDL kost meer dan een aanroep."""
    sessie = requests.Session()  # houdt de verbinding open tussen aanroepen
    sessie.trust_env = False  # anders wint REQUESTS_CA_BUNDLE uit de omgeving van de regel hieronder
    sessie.verify = aansluiting["ca"]
    return Client(
        f"{aansluiting['url']}/ws/{dienst}/v1?wsdl",
        transport=Transport(session=sessie, timeout=30, operation_timeout=30),
        wsse=UsernameToken(aansluiting["sleutel"], wachtwoord),
        plugins=[Berichtkenmerk()],
    )


def lijst(omhulsel, naam):
    """De rijen in een omhulsel; voor een leeg omhulsel (<signalen/>) geeft zeep None in plaats van een object."""
    return [] if omhulsel is None else omhulsel[naam]
# [/verbinden]


# [berichtkenmerk]
import time
import uuid
from contextlib import contextmanager
from contextvars import ContextVar

from zeep.exceptions import Fault
from zeep.plugins import Plugin

KENMERK = ContextVar("wsa:MessageID", default=None)  # per thread en per taak: een client mag worden gedeeld


class Berichtkenmerk(Plugin):
    """Zet het kenmerk dat u koos in wsa:MessageID; zeep zelf bedenkt bij elke aanroep een nieuw."""

    def egress(self, envelop, http_headers, bewerking, opties):
        if KENMERK.get():
            envelop.find(".//{http://www.w3.org/2005/08/addressing}MessageID").text = KENMERK.get()
        return envelop, http_headers


@contextmanager
def met_kenmerk(kenmerk):
    vorige = KENMERK.set(kenmerk)
    try:
        yield
    finally:
        KENMERK.reset(vorige)


def nieuw_kenmerk():
    return f"urn:uuid:{uuid.uuid4()}"


def wijzig(client, bewerking, kenmerk, vraag, pogingen=5):
    """Een wijziging. Blijft het antwoord uit, dan gaat hetzelfde bericht met hetzelfde kenmerk nog eens."""
    for poging in range(pogingen):
        try:
            with met_kenmerk(kenmerk):
                return client.service[bewerking](**vraag)
        except (requests.ConnectionError, requests.Timeout):
            if poging + 1 == pogingen:
                raise
        except Fault as fout:
            if poging + 1 == pogingen or lees_fout(client, fout)["code"] != "0051":
                raise
        time.sleep(2**poging)
# [/berichtkenmerk]


# [fouten]
def lees_fout(client, fout):
    """Het detail van een SOAP-fault als gewone waarden; `referentie` noemt u als u om hulp vraagt."""
    detail = client.wsdl.types.deserialize(fout.detail[0])
    return {
        "faultcode": fout.code,
        "code": detail.code,
        "kant": detail.kant,
        "tekst": detail.tekst,
        "referentie": detail.referentie,
        "schendingen": [schending.pad for schending in lijst(detail.schendingen, "schending")],
    }
# [/fouten]
