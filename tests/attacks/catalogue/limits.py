"""A03 to A08: what costs a parser more than linear time is counted before one sees it."""
import itertools

import soap
from case import OK, Case, Expect, fault
from messages import PLACES, XSI, at, envelope, post, raw

REFUSED = fault("0001")
TAGS = [place for place in PLACES if place.endswith("_tag")]


def attributes(count, kind="plain"):
    """`count` attributes, of a kind that parsers find hard in a way of its own."""
    value = {"valued": "v" * 8, "references": "&lt;"}.get(kind, "")
    prefix = "p:" if kind == "prefixed" else ""
    declaration = ' xmlns:p="urn:p"' if kind == "prefixed" else ""
    if kind == "equal":
        return ' a=""' * count
    return declaration + "".join(f' {prefix}a{number:x}="{value}"' for number in range(count))


def _attributes():
    found = []
    for count in (65, 100, 1_000, 10_000, 25_000):
        found += [Case(f"A03-attributes-{count}-{place.removesuffix('_tag')}", at(place, attributes(count)), REFUSED)
                  for place in TAGS]
    for count in (50_000, 100_000):
        found.append(Case(f"A03-attributes-{count}", at("operation_tag", attributes(count)), REFUSED))
    for kind in ("valued", "prefixed", "references", "equal"):
        found += [Case(f"A03-attributes-{count}-{kind}", at("operation_tag", attributes(count, kind)), REFUSED)
                  for count in (65, 5_000, 25_000)]
    # What the gate lets through meets the schema, which knows no attributes; on the envelope they mean nothing.
    found.append(Case("A03-attributes-64-operation-allowed", at("operation_tag", attributes(64)), fault("0004")))
    found.append(Case("A03-attributes-64-header-allowed", at("header_tag", attributes(64)), OK))
    found.append(Case("A03-attributes-twice-the-same", at("operation_tag", ' a="1" a="1"'), REFUSED))
    found.append(Case("A03-attributes-twice-by-namespace",
                      at("operation_tag", ' xmlns:p="u" xmlns:q="u" p:a="" q:a=""'), REFUSED))
    many = "".join(f"<a{attributes(64)}/>" for _ in range(500))
    found.append(Case("A03-attributes-64-on-500-elements", at("content", many), fault("0004"), cpu_ms=250))
    return found


def declarations(count, first=0):
    return "".join(f' xmlns:p{number:x}="urn:{number:x}"' for number in range(first, first + count))


def nested(depth, per):
    """`depth` elements in one another, each with `per` new declarations."""
    opening = "".join(f"<a{declarations(per, first=level * per)}>" for level in range(depth))
    return opening + "</a>" * depth


def _namespaces():
    found = []
    for count in (33, 64, 1_000, 10_000, 25_000):
        found += [Case(f"A04-namespaces-{count}-{place.removesuffix('_tag')}", at(place, declarations(count)),
                       REFUSED)
                  for place in ("envelope_tag", "security_tag", "operation_tag")]
    found += [Case(f"A04-nested-{depth}-times-{per}", at("content", nested(depth, per)), REFUSED)
              for depth, per in ((2, 32), (3, 31), (8, 9), (25, 3), (28, 30), (300, 1))]
    found += [Case(f"A04-in-the-header-{depth}-times-{per}", at("block", nested(depth, per)), REFUSED)
              for depth, per in ((3, 31), (25, 3))]
    odd = {"twice-the-same": ' xmlns:p="a" xmlns:p="b"', "unbound": ' q:a=""', "emptied": ' xmlns:p=""',
           "of-xmlns": ' xmlns:xmlns="urn:x"', "xml-rebound": ' xmlns:xml="urn:x"',
           "two-names-for-xml": ' xmlns:p="http://www.w3.org/XML/1998/namespace"'}
    found += [Case(f"A04-prefix-{name}", at("operation_tag", text), REFUSED) for name, text in odd.items()]
    found.append(Case("A04-namespaces-32-allowed", at("operation_tag", declarations(31)), OK))
    found.append(Case("A04-soap-prefix-rebound-inside", at("content", '<s:Body xmlns:s="urn:x"/>'), fault("0004")))
    found.append(Case("A04-default-rebound-on-the-operation", at("operation_tag", ' xmlns="urn:x"'), OK))
    return found


def _elements():
    found = []
    for count in (5_000, 25_000, 100_000, 240_000):
        found += [Case(f"A05-elements-{count}-{where}", at(place, "<a/>" * count), REFUSED)
                  for place, where in (("content", "body"), ("block", "header"), ("token", "token"))]
    found.append(Case("A05-elements-4900-allowed-in-the-body", at("content", "<a/>" * 4_900), fault("0004"),
                      cpu_ms=250))
    found.append(Case("A05-elements-4900-allowed-in-the-header", at("block", '<x:a xmlns:x="urn:x"/>' * 4_900), OK,
                      cpu_ms=250))
    # Lists of the contract beyond what it allows.
    for count in (201, 1_000, 4_800):
        codes = '<o:gebruikerkenmerk>x</o:gebruikerkenmerk>' * count
        found.append(Case(f"A05-repeated-{count}-times", at("content", codes), fault("0004"), cpu_ms=250))
    enc = "http://schemas.xmlsoap.org/soap/encoding/"
    for size in ("1", "1000000000", "2,2,2000000000", "-1"):
        name = size.replace("-", "minus-").replace(",", "-")
        found.append(Case(f"A05-soap-array-of-{name}",
                          at("operation_tag", f' xmlns:e="{enc}" e:arrayType="xs:string[{size}]"'),
                          fault("0004")))
    found.append(Case("A05-siblings-of-the-body", at("epilog", "<a/>" * 1_000), REFUSED))
    return found


def _depth():
    found = []
    for depth in (40, 257, 1_500, 10_001, 100_000):
        found.append(Case(f"A06-depth-{depth}-closed-in-the-body", nest(depth, True, "content"), REFUSED))
        found.append(Case(f"A06-depth-{depth}-closed-in-the-header", nest(depth, True, "block"), REFUSED))
    found += [Case(f"A06-depth-{depth}-open-in-the-body", nest(depth, False, "content"), REFUSED)
              for depth in (40, 257, 1_500, 10_001, 290_000)]
    found += [Case(f"A06-depth-{depth}-in-the-token", nest(depth, True, "token"), REFUSED) for depth in (40, 1_500)]
    found.append(Case("A06-depth-28-allowed", nest(28, True, "content"), fault("0004")))
    found.append(Case("A06-envelopes-in-envelopes",
                      lambda stand: post(stand, content=envelope(stand)), fault("0004")))
    found.append(Case("A06-envelopes-twenty-deep",
                      raw((f'<s:Envelope xmlns:s="{soap.SOAP}"><s:Body>' * 20 + "</s:Body></s:Envelope>" * 20).encode()), REFUSED))
    found.append(Case("A06-only-opening", raw(b"<a>" * 300_000), REFUSED))
    found.append(Case("A06-only-closing", raw(b"</a>" * 200_000), REFUSED))
    found.append(Case("A06-crossed", at("content", "<a><b></a></b>"), REFUSED))
    return found


def nest(depth, closed, place):
    return at(place, "<a>" * depth + "</a>" * depth * closed)


def _lengths():
    found = []
    for length in (129, 1_023, 1_024, 1_025, 10_000, 50_001, 900_000):
        name = "n" * length
        found.append(Case(f"A07-name-of-{length}-element", at("content", f"<{name}/>"), REFUSED))
        found.append(Case(f"A07-name-of-{length}-attribute", at("operation_tag", f' {name}=""'), REFUSED))
    found += [Case(f"A07-prefix-of-{length}", at("operation_tag", f' xmlns:{"p" * length}="urn:p"'), REFUSED)
              for length in (123, 1_024, 50_001)]
    for length in (4_097, 65_536, 900_000):
        found.append(Case(f"A07-attribute-value-of-{length}", at("operation_tag", f' a="{"v" * length}"'), REFUSED))
        found.append(Case(f"A07-namespace-of-{length}", at("operation_tag", f' xmlns:p="{"u" * length}"'), REFUSED))
    for length in (65_537, 200_000, 900_000):
        found.append(Case(f"A07-text-of-{length}", at("content", "t" * length), REFUSED))
        found.append(Case(f"A07-cdata-of-{length}", at("content", f"<![CDATA[{'t' * length}]]>"), REFUSED))
        found.append(Case(f"A07-white-space-of-{length}", at("content", " " * length), REFUSED))
    found.append(Case("A07-text-in-pieces-of-900000", at("content", ("t" * 60_000 + "<a/>") * 15), fault("0004"),
                      cpu_ms=250))
    found.append(Case("A07-comment-of-900000", at("block", f"<!--{'c' * 900_000}-->"), OK))
    found.append(Case("A07-comment-unfinished", at("block", f"<!--{'c' * 900_000}"), REFUSED))
    found.append(Case("A07-cdata-unfinished", at("content", "<![CDATA[" * 10_000), REFUSED))
    found.append(Case("A07-tag-unfinished", raw(b"<s:Envelope " + b" " * 900_000), REFUSED))
    found.append(Case("A07-quote-unfinished", at("operation_tag", ' a="' + "x" * 900_000), REFUSED))
    for field, length in (("Username", 129), ("Username", 60_000), ("Password", 257), ("Password", 60_000)):
        found.append(Case(f"A07-{field.lower()}-of-{length}", credentials(field, "n" * length), fault("0002")))
    return found


def credentials(field, value):
    def make(stand):
        key = stand.key
        name, password = (value, key.password) if field == "Username" else (key.name, value)
        stranger = type("Stranger", (), {"name": name, "password": password})
        return post(stand, security=soap.security(stranger))
    return make


# Blocks of equal hash, so that every combination of them collides: for h*33+c, h*31+c and h*33^c.
BLOCKS = {"djbx33a": ("Ez", "FY"), "djbx31a": ("Aa", "BB"), "djbx33x": ("Ez", "FY", "G8"[::-1])}


def colliding(count, blocks):
    length = next(n for n in itertools.count(1) if len(blocks) ** n >= count)
    return ["k" + "".join(parts) for parts in itertools.islice(itertools.product(blocks, repeat=length), count)]


def _collisions():
    found = []
    for name, blocks in BLOCKS.items():
        blocks = [block for block in blocks if block[0].isalpha()]
        for count in (65, 10_000):
            text = "".join(f' {key}=""' for key in colliding(count, blocks))
            found.append(Case(f"A08-{name}-{count}-attributes", at("operation_tag", text), REFUSED))
        # As many as the limits allow: nothing may take more than linear time.
        text = "".join(f' {key}=""' for key in colliding(64, blocks))
        found.append(Case(f"A08-{name}-64-attributes-allowed", at("operation_tag", text), fault("0004")))
        text = "".join(f"<{key}/>" for key in colliding(4_900, blocks))
        found.append(Case(f"A08-{name}-4900-elements-allowed", at("content", text), fault("0004"), cpu_ms=250))
        text = "".join(f' xmlns:{key}="urn:{key}"' for key in colliding(31, blocks))
        found.append(Case(f"A08-{name}-31-prefixes-allowed", at("operation_tag", text), OK))
        fields = {key: "x" for key in colliding(90, blocks)}
        found.append(Case(f"A08-{name}-90-header-fields", lambda stand, f=fields: post(stand, headers=f), OK))
        found.append(Case(f"A08-{name}-query", lambda stand, q=colliding(300, blocks): get("&".join(q)), Expect(404),
                          records=0))
    return found


def get(query):
    return f"GET /ws/algemeen/v1?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def cases():
    of_xsi = f' xmlns:i="{XSI}"' + "".join(f' i:a{number}=""' for number in range(60))
    # XML Schema has no opinion on attributes of its own namespace, and nobody reads them.
    return (_attributes() + _namespaces() + _elements() + _depth() + _lengths() + _collisions() +
            [Case("A03-attributes-60-of-xsi-allowed", at("operation_tag", of_xsi), OK)])
