"""Signed messages of an attacker, whoever he is: one who has no key and changes a message of somebody else's behind its signature,
or a partner gone bad who signs whatever he likes with a key of his own.

A message is a text with marks in it. `before` changes the text and then it is signed, so that all digests are right; `after`
changes what has been signed. Canonical forms by lxml, RSA by python3-xmlsec: nothing of the gateway's own.
"""
import base64
import functools
import hashlib
import hmac
import re
import subprocess

import xmlsec
from lxml import etree

import signing
import soap
from digikoppeling_gateway import new_id
from signing import BASE64, DS, WSU, X509V3, utc
from soap import WSA, WSSE

EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SHA1 = f"{DS}sha1"
PARTS = ("body", "time", "to", "action", "id", "from")  # the Ids of what has to be signed
_DIGEST = re.compile(r"@DIGEST:([A-Za-z0-9_.-]+)@")
ALGORITHMS = {SHA256: "sha256", SHA1: "sha1", "http://www.w3.org/2001/04/xmldsig-more#md5": "md5"}
TRANSFORM = f'<ds:Transform Algorithm="{EXCLUSIVE}"/>'


def reference(part, uri=None, transforms=TRANSFORM):
    return (f'<ds:Reference URI="{f"#{part}" if uri is None else uri}"><ds:Transforms>{transforms}</ds:Transforms>'
            f'<ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>@DIGEST:{part}@</ds:DigestValue></ds:Reference>')


def prefix_list(prefixes):
    """A transform, or the method, with a PrefixList."""
    return (f'Algorithm="{EXCLUSIVE}"><ec:InclusiveNamespaces xmlns:ec="{EXCLUSIVE}" PrefixList="{prefixes}"/>')


def text(stand, case_listener, content, service="algemeen", operation="Ping"):
    """The message before it is signed."""
    action = f"{soap.namespace(service)}/{operation}"
    url = f"{stand.listeners[case_listener].url}/ws/{service}/v1"
    return (
        f'<s:Envelope xmlns:s="{soap.SOAP}" xmlns:wsa="{WSA}" xmlns:wsu="{WSU}"><s:Header><wsa:To wsu:Id="to">{url}</wsa:To>'
        f'<wsa:Action wsu:Id="action">{action}</wsa:Action><wsa:MessageID wsu:Id="id">{new_id()}</wsa:MessageID>'
        '<wsa:From wsu:Id="from"><wsa:Address>https://cvs.example/</wsa:Address></wsa:From>'
        f'<wsse:Security xmlns:wsse="{WSSE}" s:mustUnderstand="1"><wsu:Timestamp wsu:Id="time"><wsu:Created>{utc()}</wsu:Created>'
        f'<wsu:Expires>{utc(240)}</wsu:Expires></wsu:Timestamp><wsse:BinarySecurityToken wsu:Id="token" ValueType="{X509V3}" '
        f'EncodingType="{BASE64}">@TOKEN@</wsse:BinarySecurityToken><ds:Signature xmlns:ds="{DS}"><ds:SignedInfo>'
        f'<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"/><ds:SignatureMethod Algorithm="{RSA_SHA256}"/>'
        f'{"".join(map(reference, PARTS))}</ds:SignedInfo><ds:SignatureValue>@SIGNATURE@</ds:SignatureValue><ds:KeyInfo>'
        f'<wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="{X509V3}"/></wsse:SecurityTokenReference></ds:KeyInfo>'
        f'</ds:Signature></wsse:Security></s:Header><s:Body wsu:Id="body"><o:{operation} xmlns:o="{soap.namespace(service)}">'
        f"{content}</o:{operation}></s:Body></s:Envelope>")


def element(message, name):
    """The whole of an element, from a message as `text` makes it."""
    return re.search(rf"<{name}[ >].*?</{name}>", message, re.S)[0]


def changed(message, changes):
    """Each change is two texts, the one in place of the other, or a function of the whole."""
    for change in changes:
        if callable(change):
            message = change(message)
        else:
            old, new = change
            assert old in message, f"{old!r} is not in the message: this row shows nothing"
            message = message.replace(old, new, 1)
    return message


@functools.cache
def _key(path):
    return xmlsec.Key.from_file(str(path), xmlsec.KeyFormat.PEM)


@functools.cache
def token_of(path):
    return signing.certificate_of(path)


@functools.cache
def _public_key(path):
    return subprocess.run(["openssl", "x509", "-in", str(path), "-noout", "-pubkey"], check=True, capture_output=True, timeout=30).stdout


def canonical(node, algorithm=EXCLUSIVE, prefixes=()):
    return etree.tostring(node, method="c14n", exclusive=algorithm != INCLUSIVE, with_comments=False,
                          inclusive_ns_prefixes=list(prefixes) or None)


def _parsed(message):
    """None when it is no XML for lxml: then nothing in it can be digested and any value will do."""
    try:
        return etree.fromstring(message.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def _digest(root, part):
    found = root.xpath("//*[@wsu:Id=$id]", namespaces={"wsu": WSU}, id=part)
    mine = root.xpath("//ds:Reference[contains(ds:DigestValue, $mark)]", namespaces={"ds": DS}, mark=f"@DIGEST:{part}@")
    first = mine[0].find(f"{{{DS}}}Transforms/{{{DS}}}Transform")
    algorithm = EXCLUSIVE if first is None else first.get("Algorithm")
    prefixes = [] if first is None else " ".join(node.get("PrefixList", "") for node in first).split()
    name = ALGORITHMS.get(mine[0].find(f"{{{DS}}}DigestMethod").get("Algorithm"), "sha256")
    return hashlib.new(name, canonical(found[0], algorithm, prefixes) if found else b"").digest()


def sealed(message, key, method="rsa-sha256", secret=None):
    """All digests of a text filled in, and its signature. `method` is what is really done; what the message says is in its text."""
    root = _parsed(message)

    def digest(mark):
        return base64.b64encode(bytes(32) if root is None else _digest(root, mark[1])).decode()
    message = _DIGEST.sub(digest, message)
    root = _parsed(message)
    if root is None or (info := root.find(f".//{{{DS}}}SignedInfo")) is None:
        return message.replace("@SIGNATURE@", base64.b64encode(bytes(256)).decode())
    listed = [node.get("PrefixList", "") for node in info[0]] if len(info) else []
    data = canonical(info, EXCLUSIVE, " ".join(listed).split())
    if method.startswith("hmac"):
        value = hmac.new(secret, data, method.removeprefix("hmac-")).digest()
    else:
        context = xmlsec.SignatureContext()
        context.key = _key(key)
        value = context.sign_binary(data, {"rsa-sha256": xmlsec.Transform.RSA_SHA256, "rsa-sha1": xmlsec.Transform.RSA_SHA1}[method])
    return message.replace("@SIGNATURE@", base64.b64encode(value).decode())


def message(stand, listener="2W-be-S", *, content="", before=(), after=(), signer="signer", key=None, token=None, method="rsa-sha256",
            secret=None, service="algemeen", operation="Ping"):
    """A signed envelope, as text. `signer` names key and certificate of the zoo; `key` and `token` another of either. `secret`
    is the form in which the public key becomes the secret of an HMAC."""
    zoo = stand.gateway.zoo
    unsigned = changed(text(stand, listener, content, service, operation), before)
    unsigned = unsigned.replace("@TOKEN@", token_of(zoo / f"{signer}.pem") if token is None else token)
    if secret:
        pem = _public_key(zoo / f"{signer}.pem")
        secret = pem if secret == "pem" else base64.b64decode(b"".join(pem.splitlines()[1:-1]))
    return changed(sealed(unsigned, zoo / f"{key or signer}.key", method, secret), after)


def request(envelope, service="algemeen", operation="Ping"):
    data = envelope if isinstance(envelope, bytes) else envelope.encode()
    return soap.request(service, data, action=f"{soap.namespace(service)}/{operation}")


def signed(**options):
    """A maker of the request of a case."""
    return lambda stand: request(message(stand, **options))
