"""Signed messages as a test wants them, right or wrong, and what is signed in an answer. By python3-xmlsec and lxml: nothing of the
gateway's own, nothing of the connection guide's."""
import base64
import copy
import re
import ssl
import subprocess
import tempfile
import time
from pathlib import Path

import xmlsec
from lxml import etree

import soap
from soap import WSA, WSSE

WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
X509V3 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
ID = f"{{{WSU}}}Id"
BODY = f"{{{soap.SOAP}}}Body"
HEADER = f"{{{soap.SOAP}}}Header"
SECURITY = f"{{{WSSE}}}Security"


def utc(seconds=0):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))


def certificate_of(path):
    """The first certificate of a PEM file, as base64 of its DER."""
    pem = re.search(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Path(path).read_text(encoding="ascii"), re.S)
    return base64.b64encode(ssl.PEM_cert_to_DER_cert(pem[0])).decode()


def sign(message, key, certificate, *, skip=(), method=xmlsec.Transform.RSA_SHA256, digest=xmlsec.Transform.SHA256,
         c14n=xmlsec.Transform.EXCL_C14N, created=0, token=True, prefixes=()):
    """The bytes of an envelope, signed. `skip` are local names of parts that get no reference, `prefixes` a PrefixList for each."""
    root = etree.fromstring(message)
    header, body = root.find(HEADER), root.find(BODY)
    security = etree.SubElement(header, SECURITY, {f"{{{soap.SOAP}}}mustUnderstand": "1"}, nsmap={"wsse": WSSE, "wsu": WSU})
    stamp = etree.SubElement(security, f"{{{WSU}}}Timestamp")
    etree.SubElement(stamp, f"{{{WSU}}}Created").text = utc(created)
    bst = etree.SubElement(security, f"{{{WSSE}}}BinarySecurityToken", {ID: "token", "ValueType": X509V3, "EncodingType": BASE64})
    bst.text = certificate_of(certificate)
    signature = xmlsec.template.create(root, c14n, method)
    security.append(signature)
    info = xmlsec.template.ensure_key_info(signature)
    if token:
        etree.SubElement(etree.SubElement(info, f"{{{WSSE}}}SecurityTokenReference"), f"{{{WSSE}}}Reference",
                         {"URI": "#token", "ValueType": X509V3})
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_file(str(key), xmlsec.KeyFormat.PEM)
    parts = [body, stamp] + [block for block in header if block.tag.startswith(f"{{{WSA}}}")]
    for number, part in enumerate(parts):
        if etree.QName(part).localname in skip:
            continue
        part.set(ID, f"deel-{number}")
        context.register_id(part, "Id", WSU)
        transform = xmlsec.template.add_transform(xmlsec.template.add_reference(signature, digest, uri=f"#deel-{number}"), c14n)
        if prefixes:
            xmlsec.template.transform_add_c14n_inclusive_namespaces(transform, list(prefixes))
    context.sign(signature)
    return etree.tostring(root)


def signature_value(message):
    return "".join(etree.fromstring(message).findtext(f".//{{{DS}}}SignatureValue").split())


class Signed:
    """An answer whose signature has been verified: what it covers, by local names, and what it confirms."""

    def __init__(self, answer, root, intermediates):
        tree = etree.fromstring(answer)
        headers = tree.findall(f"{HEADER}/{SECURITY}")
        assert len(headers) == 1, f"{len(headers)} Security headers"
        security = headers[0]
        self.token = security.findtext(f"{{{WSSE}}}BinarySecurityToken")
        self._check_chain(root, intermediates)
        signature = security.find(f"{{{DS}}}Signature")
        context = xmlsec.SignatureContext()
        context.key = xmlsec.Key.from_memory(ssl.DER_cert_to_PEM_cert(base64.b64decode(self.token)), xmlsec.KeyFormat.CERT_PEM)
        self.covered = set()
        for reference in signature.iterfind(f"{{{DS}}}SignedInfo/{{{DS}}}Reference"):
            parts = tree.xpath("//*[@wsu:Id=$id]", namespaces={"wsu": WSU}, id=reference.get("URI")[1:])
            assert len(parts) == 1, reference.get("URI")
            context.register_id(parts[0], "Id", WSU)
            self.covered.add(etree.QName(parts[0]).localname)
        context.verify(signature)
        confirmation = security.find(f"{{{WSSE11}}}SignatureConfirmation")
        self.confirmed = None if confirmation is None else confirmation.get("Value")
        self.addressing = {etree.QName(block).localname for block in tree.find(HEADER) if block.tag.startswith(f"{{{WSA}}}")}

    def _check_chain(self, root, intermediates):
        with tempfile.NamedTemporaryFile("w", suffix=".pem") as leaf:
            leaf.write(ssl.DER_cert_to_PEM_cert(base64.b64decode(self.token)))
            leaf.flush()
            subprocess.run(["openssl", "verify", "-CAfile", root, "-untrusted", intermediates, leaf.name], check=True, timeout=30,
                           capture_output=True)


def wrap(message, place):
    """The signed Body moved to a place that `place(root, body)` chooses, with a forged one where it was."""
    root = etree.fromstring(message)
    body = root.find(BODY)
    forged = copy.deepcopy(body)
    forged.attrib.clear()
    root.replace(body, forged)
    place(root, body)
    return etree.tostring(root)


XENC = "http://www.w3.org/2001/04/xmlenc#"


def encrypt(message, certificate, *, cipher=xmlsec.Transform.AES256_GCM, bits=256, transport=xmlsec.Transform.RSA_OAEP):
    """The bytes of an envelope with the content of its Body encrypted to a certificate, as WS-Security places it."""
    root = etree.fromstring(message)
    body = root.find(BODY)
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_file(str(certificate), xmlsec.KeyFormat.CERT_PEM))
    data = xmlsec.template.encrypted_data_create(root, cipher, type=xmlsec.EncryptionType.CONTENT, ns="xenc")
    xmlsec.template.encrypted_data_ensure_cipher_value(data)
    info = xmlsec.template.encrypted_data_ensure_key_info(data, ns="ds")
    xmlsec.template.encrypted_data_ensure_cipher_value(xmlsec.template.add_encrypted_key(info, transport))
    context = xmlsec.EncryptionContext(manager)
    context.key = xmlsec.Key.generate(xmlsec.KeyData.AES, bits, xmlsec.KeyDataType.SESSION)
    context.encrypt_xml(data, body)
    root = etree.fromstring(etree.tostring(root))  # lxml does not find by name what xmlsec1 has made
    security, data = root.find(f"{HEADER}/{SECURITY}"), root.find(f"{BODY}/{{{XENC}}}EncryptedData")
    data.set("Id", "data")
    info = data.find(f"{{{DS}}}KeyInfo")
    key = info.find(f"{{{XENC}}}EncryptedKey")
    data.remove(info)
    etree.SubElement(etree.SubElement(key, f"{{{XENC}}}ReferenceList"), f"{{{XENC}}}DataReference", URI="#data")
    security.insert(0, key)
    return etree.tostring(root)


def decrypt(answer, key):
    """The bytes of an answer as it was before it was encrypted, by a private key."""
    root = etree.fromstring(answer)
    data = root.find(f"{BODY}/{{{XENC}}}EncryptedData")
    wrapped = root.find(f"{HEADER}/{SECURITY}/{{{XENC}}}EncryptedKey")
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_file(str(key), xmlsec.KeyFormat.PEM))
    for unknown in wrapped.findall(f"{{{DS}}}KeyInfo"):  # xmlsec1 does not read references of WS-Security
        wrapped.remove(unknown)
    session = xmlsec.EncryptionContext(manager).decrypt(wrapped)
    context = xmlsec.EncryptionContext()
    context.key = xmlsec.Key.from_binary_data(xmlsec.KeyData.AES, session)
    context.decrypt(data)
    return etree.tostring(root)
