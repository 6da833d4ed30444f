"""Verbinden over Digikoppeling 2W-be door zeep (Debian: python3-zeep): kopieer dit bestand in uw eigen toepassing."""
# [verbinden]
import requests
from lxml import etree
from zeep import Client
from zeep.plugins import Plugin
from zeep.transports import Transport

WSA = "{http://www.w3.org/2005/08/addressing}"


class Afzender(Plugin):
    """Zet wsa:From erbij; wsa:To, Action en MessageID schrijft zeep zelf, omdat de WSDL er om vraagt."""

    def __init__(self, adres):
        self.adres = adres

    def egress(self, envelop, http_headers, bewerking, opties):
        bericht_id = envelop.find(f".//{WSA}MessageID")
        van = etree.Element(f"{WSA}From")
        etree.SubElement(van, f"{WSA}Address").text = self.adres
        bericht_id.addprevious(van)
        return envelop, http_headers


def verbind(aansluiting, dienst):
    """Het clientcertificaat (met de tussencertificaten erachter) is de sleutel: er gaat geen wachtwoord mee."""
    sessie = requests.Session()
    sessie.trust_env = False
    sessie.verify = aansluiting["ca"]
    sessie.cert = (aansluiting["clientcertificaat"], aansluiting["clientsleutel"])
    return Client(
        f"{aansluiting['url']}/ws/{dienst}/v1?wsdl",
        transport=Transport(session=sessie, timeout=30, operation_timeout=30),
        plugins=[Afzender(aansluiting["afzender"])],
    )
# [/verbinden]
