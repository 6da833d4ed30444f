"""The example messages beside a WSDL: one question and one answer per operation, valid and well addressed."""

import pathlib
import re

from lxml import etree

ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
WSA = "http://www.w3.org/2005/08/addressing"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
PASSWORD_TEXT = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText"
NS = {"soap": ENVELOPE, "wsa": WSA, "wsse": WSSE}


def eleven_test(bsn):
    return sum(int(c) * w for c, w in zip(bsn, (9, 8, 7, 6, 5, 4, 3, 2, -1))) % 11 == 0


def example_files(description):
    return pathlib.Path(description.path).parent / "voorbeelden"


def check_set(description):
    """E1: every operation has both examples, and there are no others."""
    wanted = {f"{op.get('name')}-{kind}.xml" for op in description.operations() for kind in ("vraag", "antwoord")}
    present = {f.name for f in example_files(description).glob("*")}
    for name in sorted(wanted - present):
        yield "E1", f"{name} is missing"
    for name in sorted(present - wanted):
        yield "E1", f"{name} belongs to no operation"


def check_envelope(name, root):
    """E2: a SOAP 1.1 envelope with a header and one element in its body."""
    if root.tag != f"{{{ENVELOPE}}}Envelope" or [etree.QName(c).localname for c in root if isinstance(c.tag, str)] != ["Header", "Body"]:
        yield "E2", f"{name}: not an Envelope of Header and Body"
        return
    if len(root.find("soap:Body", NS)) != 1:
        yield "E2", f"{name}: not one element in the Body"


def check_addressing(description, name, root):
    """E3: WS-Addressing as the standard asks: Action, MessageID, To; RelatesTo in an answer."""
    operation, kind = name.removesuffix(".xml").rsplit("-", 1)
    text = {h: root.findtext(f"soap:Header/wsa:{h}", None, NS) for h in ("Action", "MessageID", "To", "RelatesTo")}
    action = f"{description.namespace}/{operation}" + ("Response" if kind == "antwoord" else "")
    if text["Action"] != action:
        yield "E3", f"{name}: wsa:Action"
    if not re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text["MessageID"] or ""):
        yield "E3", f"{name}: wsa:MessageID"
    if not text["To"]:
        yield "E3", f"{name}: wsa:To"
    if (text["RelatesTo"] is not None) != (kind == "antwoord"):
        yield "E3", f"{name}: wsa:RelatesTo"


def check_credentials(name, root):
    """E4: a question carries the application key as a UsernameToken with PasswordText, an answer does not."""
    tokens = root.findall("soap:Header/wsse:Security/wsse:UsernameToken", NS)
    if len(tokens) != (1 if name.endswith("-vraag.xml") else 0):
        yield "E4", f"{name}: UsernameToken"
    for token in tokens:
        password = token.find("wsse:Password", NS)
        if not token.findtext("wsse:Username", "", NS) or password is None or password.get("Type") != PASSWORD_TEXT:
            yield "E4", f"{name}: UsernameToken without a name or a PasswordText"


def check_body(description, schema, name, root):
    """E5: the Body's child is the operation's wrapper and valid against the schema."""
    operation, kind = name.removesuffix(".xml").rsplit("-", 1)
    child = root.find("soap:Body", NS)[0]
    wanted = f"{{{description.namespace}}}{operation}" + ("Response" if kind == "antwoord" else "")
    if child.tag != wanted:
        yield "E5", f"{name}: the Body holds {child.tag}"
    tree = etree.ElementTree(etree.fromstring(etree.tostring(child, with_tail=False)))
    if not schema.validate(tree):
        yield from (("E5", f"{name}: {error.message}") for error in schema.error_log)


def check_persons(name, root):
    """E6: burgerservicenummers are of the test range and pass the 11-test."""
    for item in root.iter("{*}bsn"):
        if not re.fullmatch(r"9999[0-9]{5}", item.text or "") or not eleven_test(item.text):
            yield "E6", f"{name}: a burgerservicenummer outside the test range"


def check_message(description, schema, name, root):
    broken = list(check_envelope(name, root))
    if broken:
        return broken
    return [*check_addressing(description, name, root), *check_credentials(name, root),
            *check_body(description, schema, name, root), *check_persons(name, root)]


def problems(description):
    found = list(check_set(description))
    schema = description.compile()
    for file in sorted(example_files(description).glob("*-*.xml")):
        found += check_message(description, schema, file.name, etree.parse(str(file)).getroot())
    return found
