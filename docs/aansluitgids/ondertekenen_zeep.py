"""Ondertekende berichten over Digikoppeling 2W-be-S door zeep (Debian: python3-zeep en python3-xmlsec): kopieer dit bestand in uw eigen
toepassing, naast verbinden_digikoppeling_zeep.py."""
# [ondertekenen]
import base64
import datetime
import ssl

import xmlsec
from lxml import etree
from zeep import ns
from zeep.exceptions import SignatureVerificationFailed
from zeep.wsse.utils import ensure_id, get_security_header

X509V3 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
WSU_ID = f"{{{ns.WSU}}}Id"


def eerste_certificaat(bestand):
    """Het eerste certificaat van een PEM-bestand, als base64 van DER: dat van de ondertekenaar, zonder tussencertificaten."""
    with open(bestand, encoding="ascii") as pem:
        tekst = pem.read()
    eind = "-----END CERTIFICATE-----"
    einde = tekst.index(eind) + len(eind)
    return base64.b64encode(ssl.PEM_cert_to_DER_cert(tekst[tekst.index("-----BEGIN CERTIFICATE-----"):einde])).decode()


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class Ondertekening:
    """Geef dit als `wsse` aan zeep.Client. De Signature van zeep zelf volstaat niet: die neemt SHA-1, en ondertekent de
    WS-Addressing-headers niet. Een object per draad: het onthoudt de handtekening van de laatste vraag."""

    def __init__(self, sleutel, certificaat, certificaat_gateway):
        self.sleutel = xmlsec.Key.from_file(sleutel, xmlsec.KeyFormat.PEM)
        self.token = eerste_certificaat(certificaat)
        self.token_gateway = eerste_certificaat(certificaat_gateway)
        self.verstuurd = None

    def apply(self, envelop, http_headers):
        kop = get_security_header(envelop)
        nu = datetime.datetime.now(datetime.timezone.utc)
        tijd = etree.SubElement(kop, f"{{{ns.WSU}}}Timestamp")
        etree.SubElement(tijd, f"{{{ns.WSU}}}Created").text = utc(nu)
        etree.SubElement(tijd, f"{{{ns.WSU}}}Expires").text = utc(nu + datetime.timedelta(minutes=5))
        token = etree.SubElement(kop, f"{{{ns.WSSE}}}BinarySecurityToken", ValueType=X509V3, EncodingType=BASE64)
        token.text = self.token

        handtekening = xmlsec.template.create(envelop, xmlsec.Transform.EXCL_C14N, xmlsec.Transform.RSA_SHA256)
        kop.append(handtekening)
        verwijzing = etree.SubElement(xmlsec.template.ensure_key_info(handtekening), f"{{{ns.WSSE}}}SecurityTokenReference")
        etree.SubElement(verwijzing, f"{{{ns.WSSE}}}Reference", URI="#" + ensure_id(token), ValueType=X509V3)
        berekening = xmlsec.SignatureContext()
        berekening.key = self.sleutel
        for deel in self.delen(envelop) + [tijd]:
            deel_id = ensure_id(deel)
            berekening.register_id(deel, "Id", ns.WSU)
            referentie = xmlsec.template.add_reference(handtekening, xmlsec.Transform.SHA256, uri=f"#{deel_id}")
            xmlsec.template.add_transform(referentie, xmlsec.Transform.EXCL_C14N)
        berekening.sign(handtekening)
        self.verstuurd = "".join(handtekening.findtext(f"{{{ns.DS}}}SignatureValue").split())
        return envelop, http_headers

    @staticmethod
    def delen(envelop):
        """De Body en elke WS-Addressing-header: die moeten alle ondertekend zijn, net als de Timestamp."""
        kop = envelop.find(f"{{{ns.SOAP_ENV_11}}}Header")
        adressen = [deel for deel in kop if deel.tag.startswith("{http://www.w3.org/2005/08/addressing}")]
        return [envelop.find(f"{{{ns.SOAP_ENV_11}}}Body"), *adressen]

    def verify(self, envelop):
        """Ook een fout is ondertekend. Het certificaat is dat van de gateway, alle delen zijn ondertekend, en het is het antwoord op
        de vraag die verstuurd is."""
        kop = envelop.find(f"{{{ns.SOAP_ENV_11}}}Header/{{{ns.WSSE}}}Security")
        if kop is None:
            raise SignatureVerificationFailed("het antwoord is niet ondertekend")
        if kop.findtext(f"{{{ns.WSSE}}}BinarySecurityToken") != self.token_gateway:
            raise SignatureVerificationFailed("het antwoord is ondertekend met een ander certificaat")
        handtekening = kop.find(f"{{{ns.DS}}}Signature")
        bevestiging = kop.find(f"{{{WSSE11}}}SignatureConfirmation")
        tijd = kop.find(f"{{{ns.WSU}}}Timestamp")
        berekening = xmlsec.SignatureContext()
        berekening.key = xmlsec.Key.from_memory(
            ssl.DER_cert_to_PEM_cert(base64.b64decode(self.token_gateway)), xmlsec.KeyFormat.CERT_PEM)
        verwezen = {r.get("URI") for r in handtekening.iterfind(f"{{{ns.DS}}}SignedInfo/{{{ns.DS}}}Reference")}
        for deel in self.delen(envelop) + [tijd, bevestiging]:
            if f"#{deel.get(WSU_ID)}" not in verwezen:
                raise SignatureVerificationFailed(f"{deel.tag} is niet ondertekend")
            berekening.register_id(deel, "Id", ns.WSU)
        try:
            berekening.verify(handtekening)
        except xmlsec.Error as fout:
            raise SignatureVerificationFailed("de handtekening klopt niet") from fout
        if bevestiging.get("Value") != self.verstuurd:
            raise SignatureVerificationFailed("het antwoord hoort bij een andere vraag")
        return envelop
# [/ondertekenen]
