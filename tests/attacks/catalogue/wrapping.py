"""A20, A21 at a listener of 2W-be-S: the signature is right, and what is processed is not what was signed; or it is, in another
spelling. `after` is done by somebody without a key, `before` by a partner who signs it himself (forging.py).
"""
import soap
from case import OK, fault
from forging import element, prefix_list, reference, signed
from signed_stand import WRONG, case, malformed

ONE_EACH = "wsse:Security bevat precies één wsu:Timestamp"
ELSEWHERE = "ds:Reference wijst met # een wsu:Id aan"
TWICE = "Een Id komt meer dan eens voor"
BODY, TIME, TO, ACTION, ID = "s:Body", "wsu:Timestamp", "wsa:To", "wsa:Action", "wsa:MessageID"
# What stands in place of what was signed; @ are its attributes.
FORGED = {
    BODY: f'<s:Body@><o:RaadpleegAutorisatie xmlns:o="{soap.namespace("algemeen")}"/></s:Body>',
    TIME: "<wsu:Timestamp@><wsu:Created>2020-01-01T00:00:00Z</wsu:Created></wsu:Timestamp>",
    TO: "<wsa:To@>https://elders.example/</wsa:To>",
    ACTION: f"<wsa:Action@>{soap.namespace('algemeen')}/RaadpleegAutorisatie</wsa:Action>",
    ID: "<wsa:MessageID@>urn:uuid:00000000-0000-4000-8000-000000000000</wsa:MessageID>",
}
IDS = {BODY: "body", TIME: "time", TO: "to", ACTION: "action", ID: "id"}
# name: where what was signed goes, as the text that comes in place of another; @ is itself.
PLACES = {
    "header": ("<wsse:Security", "@<wsse:Security"),
    "wrapper": ("</s:Header>", '<x:W xmlns:x="urn:x">@</x:W></s:Header>'),
    "wrapper-of-another-actor": ("</s:Header>", '<x:W xmlns:x="urn:x" s:actor="urn:a">@</x:W></s:Header>'),
    "security": ("<ds:Signature", "@<ds:Signature"),
    "object": ("</ds:Signature>", "<ds:Object>@</ds:Object></ds:Signature>"),
    "signed-info": ("</ds:SignedInfo>", "@</ds:SignedInfo>"),
    "signature-value": ("</ds:SignatureValue>", "@</ds:SignatureValue>"),
    "key-info": ("</ds:KeyInfo>", "@</ds:KeyInfo>"),
    "token-reference": ("</wsse:SecurityTokenReference>", "@</wsse:SecurityTokenReference>"),
    "token": ("</wsse:BinarySecurityToken>", "@</wsse:BinarySecurityToken>"),
    "other-security": ("<wsse:Security", f'<wsse:Security xmlns:wsse="{soap.WSSE}" s:actor="urn:a">@</wsse:Security><wsse:Security'),
    "sibling": ("<s:Body", "@<s:Body"),
    "behind": ("</s:Envelope>", "@</s:Envelope>"),
    "wrapped-sibling": ("</s:Envelope>", '<x:W xmlns:x="urn:x">@</x:W></s:Envelope>'),
}
# Header blocks are looked at before what is in Security, and the Envelope's own parts before both.
OUTCOMES = {
    "wrapper": fault("0010"), "wrapper-of-another-actor": fault("0010"), "security": malformed(ONE_EACH),
    "object": malformed("ds:Signature bestaat uit"), "signed-info": malformed("alleen ds:Reference"),
    "signature-value": malformed("ds:SignatureValue is geen base64"), "key-info": malformed("ds:KeyInfo bevat precies één"),
    "token-reference": malformed("ds:KeyInfo bevat precies één"), "token": malformed("wsse:BinarySecurityToken is geen certificaat"),
    "other-security": malformed("precies één wsse:Security"), "sibling": fault("0001"), "behind": fault("0001"),
    "wrapped-sibling": fault("0001"),
}
# Two of a header of WS-Addressing are a fault of that header; what is none of them may not be there.
IN_THE_HEADER = {BODY: "0010", TIME: "0010", TO: "0005", ACTION: "0006", ID: "0007"}
SPELLINGS = {"wsu": "wsu:Id", "plain": "Id", "upper": "ID", "lower": "id", "saml": "AssertionID", "other-namespace": "x:Id"}


def wrapped(part, place, attributes=""):
    def move(message):
        original = element(message, part)
        forged = message.replace(original, FORGED[part].replace("@", attributes), 1)
        old, new = PLACES[place]
        assert old in forged, place
        return forged.replace(old, new.replace("@", original), 1)
    return signed(after=[move])


def _moved():
    found = []
    for part, own in IDS.items():
        for place in PLACES if part == BODY else ("header", "wrapper", "security", "object", "other-security"):
            expect = OUTCOMES.get(place, fault(IN_THE_HEADER[part]))
            if part == TIME and place == "object":
                expect = malformed("wsu:Created is meer dan vijf minuten oud")  # the forged one is looked at first
            found.append(case(f"A20-{own}-to-the-{place}", wrapped(part, place), expect))
    return found


def _ids():
    """The signed Body in ds:Object, the forged one with an Id of each spelling; and one of each, besides, on what was signed."""
    found = []
    for name, spelling in SPELLINGS.items():
        declared = ' xmlns:x="urn:x"' if spelling.startswith("x:") else ""
        found.append(case(f"A20-forged-body-with-the-same-id-{name}", wrapped(BODY, "object", f'{declared} {spelling}="body"'), malformed(TWICE)))
        double = [("<o:Ping ", f'<o:Ping{declared} {spelling}="body" ')]
        found.append(case(f"A20-the-same-id-again-{name}", signed(before=double), malformed(TWICE)))
        other = [("<o:Ping ", f'<o:Ping{declared} {spelling}="eigen" ')]
        found.append(case(f"A20-another-id-is-no-double-{name}", signed(before=other), fault("0004")))  # the contract has no such attribute
    found.append(case("A20-forged-body-with-another-id", wrapped(BODY, "object", ' wsu:Id="eigen"'), OUTCOMES["object"]))
    for name, text in {"quotes": "a' or '1'='1", "axis": "a')|//*[('", "space": "a b", "entity": "a&quot;b", "colon": "a:b"}.items():
        found.append(case(f"A20-id-that-ends-an-xpointer-{name}", signed(before=[("<o:Ping ", f'<o:Ping Id="{text}" ')]),
                          malformed("Een Id is een naam")))
    return found


def _references():
    uris = {"empty": "", "fragment-empty": "#", "xpointer-root": "#xpointer(/)", "xpointer-id": "#xpointer(id('body'))",
            "xpointer-first": "#xpointer(//*[1])", "element-scheme": "#element(/1/2)", "without-hash": "body", "space": "#body ",
            "case": "#Body", "percent": "%23body", "cid": "cid:body", "nested": "#binnen", "signature": "#handtekening"}
    nested = [("<ds:Signature ", '<ds:Signature Id="handtekening" ')]
    found = [case(f"A20-reference-{name}", signed(content='<x wsu:Id="binnen"/>', before=[*nested, ('URI="#body"', f'URI="{uri}"')]),
                  malformed(ELSEWHERE)) for name, uri in uris.items()]
    for name, of in (("http", lambda canary: canary.url), ("file", lambda canary: canary.file.as_uri()), ("pipe", lambda canary: canary.pipe.as_uri())):
        found.append(case(f"A20-reference-to-{name}-is-not-followed",
                          lambda stand, of=of: signed(before=[('URI="#body"', f'URI="{of(stand.canary)}"')])(stand), malformed(ELSEWHERE)))
    found.append(case("A20-reference-without-uri", signed(before=[(' URI="#body"', "")]), malformed(ELSEWHERE)))
    return found


def _twice():
    def twin(name, behind):
        def change(message):
            part = element(message, name)
            other = part.replace(' wsu:Id="', ' wsu:Id="tweede-', 1)
            return message.replace(part, part + other if behind else other + part, 1)
        return signed(after=[change])
    found = [case(f"A20-two-of-{name.split(':')[1].lower()}-{'behind' if behind else 'before'}", twin(name, behind), malformed(ONE_EACH))
             for name in ("ds:Signature", TIME, "wsse:BinarySecurityToken") for behind in (True, False)]
    empty = f'<wsse:Security xmlns:wsse="{soap.WSSE}"/>'
    found += [case(f"A20-an-empty-security-{name}", signed(after=[change]), malformed("precies één wsse:Security"))
              for name, change in {"before": ("<wsse:Security", empty + "<wsse:Security"), "behind": ("</s:Header>", empty + "</s:Header>")}.items()]
    found += [case(f"A20-security-for-{name}", signed(after=[("<wsse:Security", f'<wsse:Security s:actor="{actor}"')]), expect)
              for name, actor, expect in (("another-actor", "urn:a", malformed("precies één wsse:Security")),
                                          ("next", "http://schemas.xmlsoap.org/soap/actor/next", OK))]  # that is who reads it
    return found


def _equal():
    """Canonical XML takes these for the same: it is what was signed, and is answered."""
    two = [("<wsa:To ", '<wsa:To xmlns:x="urn:x" xmlns:y="urn:y" x:a="1" x:b="2" y:a="3" ')]
    rows = {"attributes-in-another-order": (two, [('x:a="1" x:b="2" y:a="3"', 'y:a="3" x:b="2" x:a="1"')]),
            "namespaces-in-another-order": (two, [('xmlns:x="urn:x" xmlns:y="urn:y"', 'xmlns:y="urn:y" xmlns:x="urn:x"')]),
            "namespace-declared-further-out": (two, [(' xmlns:x="urn:x"', ""), ("<s:Header>", '<s:Header xmlns:x="urn:x">')]),
            "apostrophes-and-space-in-the-tag": ([], [('<s:Body wsu:Id="body">', "<s:Body\n  wsu:Id = 'body' >")]),
            "empty-element": ([], [("></o:Ping>", "/>")]),
            "character-references": ([], [("urn:uuid:", "&#117;rn&#x3a;uuid:")]),
            "cdata-is-text": ([], [("urn:uuid:", "<![CDATA[urn:]]>uuid:")]),
            "unused-namespace": ([], [("<s:Body ", '<s:Body xmlns:niet="urn:gebruikt" ')]),
            "declared-again": ([], [("<s:Body ", f'<s:Body xmlns:s="{soap.SOAP}" ')]),
            "default-namespace-undone": ([], [("<o:Ping ", '<o:Ping xmlns="" ')]),
            "line-ends-in-a-tag": ([], [("<wsa:Action ", "<wsa:Action\r\n")]),
            "declaration-of-the-encoding": ([], [("<s:Envelope", '<?xml version="1.0" encoding="UTF-8"?><s:Envelope')])}
    return [case(f"A21-equal-{name}", signed(before=before, after=after), OK) for name, (before, after) in rows.items()]


def _different():
    """Canonical XML takes these for something else, however alike they look."""
    listed = [('Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms><ds:DigestMethod Algorithm='
               '"http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>@DIGEST:body@', prefix_list("x") + "</ds:Transform></ds:Transforms>"
               '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>@DIGEST:body@'),
              ("<s:Body ", '<s:Body xmlns:x="urn:x" ')]
    rows = {"prefix-renamed": ([], [("<wsa:MessageID ", f'<q:MessageID xmlns:q="{soap.WSA}" '), ("</wsa:MessageID>", "</q:MessageID>")]),
            "space-between-elements": ([], [("<wsa:Address>", " <wsa:Address>")]),
            "line-end-in-the-body": ([], [("<o:Ping", "\n<o:Ping")]),
            "namespace-of-the-operation": ([], [(soap.namespace("algemeen") + '"></o', soap.namespace("wi2021") + '"></o')]),
            "prefix-of-a-list-means-something-else": (listed, [('xmlns:x="urn:x"', 'xmlns:x="urn:y"')]),
            "attribute-added": ([], [("<wsa:Action ", '<wsa:Action s:mustUnderstand="0" ')]),
            "reference-reordered": ([], [(reference("time").split("<ds:Transforms>")[0], '<ds:Reference Id="r" URI="#time">')])}
    return [case(f"A21-different-{name}", signed(before=before, after=after), WRONG) for name, (before, after) in rows.items()] + [
        case("A21-equal-prefix-of-a-list", signed(before=listed), OK)]


def _refused():
    comment = malformed("geen commentaar")
    found = [case(f"A21-comment-{name}", signed(after=[change]), comment) for name, change in
             {"between-blocks": ("<wsse:Security", "<!-- x --><wsse:Security"), "before-the-body": ("<s:Body", "<!-- x --><s:Body"),
              "before-the-envelope": ("<s:Envelope", "<!-- x --><s:Envelope"), "behind-the-envelope": ("</s:Envelope>", "</s:Envelope><!-- x -->"),
              "in-the-signature": ("<ds:KeyInfo>", "<!-- x --><ds:KeyInfo>")}.items()]
    # The digest does not see it, and a reader that takes the first piece of text would read another value.
    found += [case(f"A21-comment-in-{name}", signed(after=[change]), fault("0001")) for name, change in
              {"a-message-id": ("urn:uuid:", "urn:uuid:<!-- x -->"), "a-digest": ("<ds:DigestValue>", "<ds:DigestValue><!-- x -->"),
               "the-token": ('Binary">', 'Binary"><!-- x -->')}.items()]
    for attribute in ('xml:base="http://127.0.0.1:9/"', 'xml:id="x"', 'xml:lang="nl"', 'xml:space="preserve"'):
        name = attribute[4:].split("=")[0]
        found += [case(f"A21-xml-{name}-{where}", signed(before=[(tag, f"{tag}{attribute} ")]), malformed("geen attributen als xml:id"))
                  for where, tag in (("body", "<s:Body "), ("envelope", "<s:Envelope "))]
    found += [case(f"A21-relative-namespace-{name}", signed(after=[(tag, f'{tag}xmlns:r="../relatief" ')]), fault("0001"))
              for name, tag in (("body", "<s:Body "), ("envelope", "<s:Envelope "), ("signature", "<ds:Signature "))]
    found += [case(f"A21-{name}", signed(after=[("<s:Envelope", text + "<s:Envelope")]), fault("0001")) for name, text in
              {"doctype": '<!DOCTYPE s:Envelope [<!ATTLIST s:Body wsu:Id ID #IMPLIED>]>', "processing-instruction": "<?x y?>"}.items()]
    return found


def cases():
    sound = [case(f"{attack}-sound", signed(), OK) for attack in ("A20", "A21")]
    return sound + _moved() + _ids() + _references() + _twice() + _equal() + _different() + _refused()
