"""A22, A24 at a listener of 2W-be-S: no signature, a lesser one or somebody else's; and signatures that want much work done."""
import base64

import soap
from case import OK, fault
from forging import EXCLUSIVE, INCLUSIVE, PARTS, RSA_SHA256, SHA1, SHA256, TRANSFORM, element, prefix_list, reference, signed, token_of
from signed_stand import WRONG, case, malformed, signer_refused
from signing import DS, WSU, X509V3

MORE = "http://www.w3.org/2001/04/xmldsig-more#"
METHOD, DIGEST, KEY_INFO = "ds:SignatureMethod is RSA met", "ds:DigestMethod is SHA-256", "ds:KeyInfo bevat precies één"
C14N, ONE_TRANSFORM = "Alleen exclusive C14N", "ds:Transforms bevat precies één ds:Transform"
NOTHING_COMPUTED = 15  # ms of processor time, for what has to be refused before anything is digested; the neighbour's call is in it
NAMED = f'<wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="{X509V3}"/></wsse:SecurityTokenReference>'


def without(name):
    return lambda message: message.replace(element(message, name), "", 1)


def value(edit):
    """Another SignatureValue, by its bytes."""
    def change(message):
        text = element(message, "ds:SignatureValue")
        inner = base64.b64decode(text[text.index(">") + 1:text.rindex("<")])
        return message.replace(text, f"<ds:SignatureValue>{base64.b64encode(edit(inner)).decode()}</ds:SignatureValue>", 1)
    return change


def _excluded():
    found = [case("A22-without-security", signed(after=[without("wsse:Security")]), malformed("wsse:Security ontbreekt")),
             case("A22-security-in-another-namespace", signed(after=[(f'"{soap.WSSE}"', '"urn:elders"')]), fault("0010"))]
    found += [case(f"A22-without-{name.split(':')[1].lower()}", signed(after=[without(name)]), malformed(f"{name} ontbreekt"))
              for name in ("ds:Signature", "wsse:BinarySecurityToken", "wsu:Timestamp")]
    found += [case(f"A22-unsigned-{part}", signed(before=[(reference(part), "")]), malformed("is niet ondertekend")) for part in PARTS]
    found += [case(f"A22-empty-{name.split(':')[1].lower()}", signed(after=[lambda message, n=name: message.replace(element(message, n), f"<{n}/>")]),
                   malformed("")) for name in ("ds:SignedInfo", "ds:SignatureValue", "ds:KeyInfo")]

    def with_password(stand):
        token = soap.security(stand.key)
        token = token[token.index(">") + 1:token.index("</wsse:Security>")]
        return signed(after=[(element_open, element_open + token), without("ds:Signature")])(stand)
    element_open = f'<wsse:Security xmlns:wsse="{soap.WSSE}" s:mustUnderstand="1">'
    found.append(case("A22-user-name-and-password-instead", with_password, malformed("en niets anders")))
    return found


def _algorithms():
    says = lambda uri: (f'SignatureMethod Algorithm="{RSA_SHA256}"', f'SignatureMethod Algorithm="{uri}"')  # noqa: E731
    found = [case(f"A22-hmac-{name}-with-the-public-key", signed(before=[says(uri)], method=f"hmac-{name}", secret=form), malformed(METHOD))
             for name, uri, form in (("sha256", f"{MORE}hmac-sha256", "pem"), ("sha1", f"{DS}hmac-sha1", "der"))]
    truncated = ('#rsa-sha256"/>', '#hmac-sha256"><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>')
    found.append(case("A22-hmac-of-eight-bits", signed(before=[truncated], after=[value(lambda _: b"\0")], method="hmac-sha256", secret="pem"),
                      malformed(METHOD)))
    found.append(case("A22-rsa-sha1", signed(before=[says(f"{DS}rsa-sha1")], method="rsa-sha1"), malformed(METHOD)))
    found.append(case("A22-rsa-sha1-called-sha256", signed(method="rsa-sha1"), WRONG))
    names = {"none": "none", "empty": "", "md5": f"{MORE}rsa-md5", "dsa": f"{DS}dsa-sha1", "ecdsa": f"{MORE}ecdsa-sha256",
             "pss": "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", "case": RSA_SHA256.upper(), "space": RSA_SHA256 + " "}
    found += [case(f"A22-method-called-{name}", signed(before=[says(uri)]), malformed(METHOD)) for name, uri in names.items()]
    found += [case(f"A22-digest-{name}", signed(before=[(f'DigestMethod Algorithm="{SHA256}"', f'DigestMethod Algorithm="{uri}"')]), malformed(DIGEST))
              for name, uri in (("sha1", SHA1), ("md5", f"{MORE}md5"), ("none", ""))]
    return found


def _values():
    edits = {"one-byte": lambda v: v[:1], "half": lambda v: v[:128], "last-byte-missing": lambda v: v[:-1], "a-byte-more": lambda v: v + b"\0",
             "zero": lambda v: bytes(256), "one": lambda v: bytes(255) + b"\1", "all-ones": lambda v: b"\xff" * 256,
             "a-bit-turned": lambda v: v[:99] + bytes([v[99] ^ 1]) + v[100:]}
    found = [case(f"A22-value-{name}", signed(after=[value(edit)]), WRONG) for name, edit in edits.items()]
    found.append(case("A22-value-empty", signed(after=[value(lambda v: b"")]), malformed("ds:SignatureValue is geen base64")))
    found.append(case("A22-value-is-no-base64", signed(before=[("@SIGNATURE@", "@SIGNATURE@****")]), malformed("ds:SignatureValue is geen base64")))
    found.append(case("A22-digest-truncated", signed(before=[("@DIGEST:body@", "AAAA")]), malformed("ds:DigestValue is niet zo lang")))
    found.append(case("A22-digest-of-something-else", signed(before=[("@DIGEST:body@", "@DIGEST:to@")]), WRONG))

    def of_another_message(stand):
        one = element(signed()(stand).decode(), "wsse:Security")
        return signed(after=[lambda message: message.replace(element(message, "wsse:Security"), one)])(stand)
    found.append(case("A22-signature-of-another-message", of_another_message, WRONG))
    return found


def _key_info():
    """Another key than the token's, or the same in another way: nobody looks at it."""
    certificate = lambda stand: token_of(stand.gateway.zoo / "signer.pem")  # noqa: E731
    wsse = "wsse:SecurityTokenReference"
    kinds = {"key-value": lambda _: "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>",
             "key-name": lambda _: "<ds:KeyName>signer</ds:KeyName>",
             "x509-data": lambda stand: f"<ds:X509Data><ds:X509Certificate>{certificate(stand)}</ds:X509Certificate></ds:X509Data>",
             "issuer-serial": lambda _: "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=x</ds:X509IssuerName><ds:X509SerialNumber>1"
                                        "</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>",
             "retrieval-of-http": lambda stand: f'<ds:RetrievalMethod URI="{stand.canary.url}"/>',
             "retrieval-of-a-file": lambda stand: f'<ds:RetrievalMethod URI="{stand.canary.file.as_uri()}"/>',
             "retrieval-of-a-pipe": lambda stand: f'<ds:RetrievalMethod URI="{stand.canary.pipe.as_uri()}"/>',
             "reference-to-http": lambda stand: f'<{wsse}><wsse:Reference URI="{stand.canary.url}"/></{wsse}>',
             "key-identifier": lambda _: f"<{wsse}><wsse:KeyIdentifier>AA==</wsse:KeyIdentifier></{wsse}>",
             "embedded-token": lambda stand: f"<{wsse}><wsse:Embedded><wsse:BinarySecurityToken>{certificate(stand)}</wsse:BinarySecurityToken></wsse:Embedded></{wsse}>",
             "named-twice": lambda _: NAMED * 2, "x509-data-beside": lambda _: NAMED + "<ds:X509Data/>",
             "reference-to-the-body": lambda _: NAMED.replace("#token", "#body"), "empty": lambda _: ""}
    return [case(f"A22-key-info-{name}", lambda stand, make=make: signed(before=[(NAMED, make(stand))])(stand), malformed(KEY_INFO))
            for name, make in kinds.items()]


def _signers():
    found = [case(f"A22-{name}", signed(signer=name), signer_refused(), why=why) for name, why in
             (("signer-revoked", "certificate revoked"), ("signer-look-alike", "unable to get local issuer certificate"), ("signer-for-servers", "clientAuth"),
              ("signer-without-oin", "no OIN"))]
    of_another = signer_refused("OIN van de ondertekenaar is een ander")
    found += [case("A22-signed-by-another-partner", signed(signer="signer-other-oin"), of_another),
              case("A22-the-gateways-own-certificate", signed(signer="server-rsa"), signer_refused(), why="clientAuth"),
              case("A22-signed-with-the-key-of-another", signed(key="server-rsa"), WRONG),
              case("A22-the-certificate-of-the-connection", signed(signer="client", key="signer"), signer_refused(), why="the key is not RSA")]

    def expired(stand):  # ended before the case began
        return signed(token=stand.attackers.token("signer-expired", None, days=-1))(stand)
    found.append(case("A22-signer-expired", expired, signer_refused(), why="certificate has expired"))
    found.append(case("A22-signer-with-a-certificate-made-today", lambda stand: signed(token=stand.attackers.token("signer-fresh", None))(stand), OK))
    return found


def _transforms():
    algorithms = {"xslt": "http://www.w3.org/TR/1999/REC-xslt-19991116", "xpath": "http://www.w3.org/TR/1999/REC-xpath-19991116",
                  "xpath-filter": "http://www.w3.org/2002/06/xmldsig-filter2", "base64": f"{DS}base64", "enveloped": f"{DS}enveloped-signature",
                  "inclusive": INCLUSIVE, "inclusive-1-1": "http://www.w3.org/2006/12/xml-c14n11", "with-comments": EXCLUSIVE + "WithComments",
                  "str": "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform"}
    found = [case(f"A24-transform-{name}", signed(before=[(reference("body"), reference("body", transforms=TRANSFORM.replace(EXCLUSIVE, uri)))]),
                  malformed(C14N), cpu_ms=NOTHING_COMPUTED) for name, uri in algorithms.items()]
    found += [case(f"A24-method-{name}", signed(before=[(f'Method Algorithm="{EXCLUSIVE}"', f'Method Algorithm="{uri}"')]), malformed(C14N),
                   cpu_ms=NOTHING_COMPUTED) for name, uri in algorithms.items() if name in ("inclusive", "xslt", "with-comments")]
    style = ('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:for-each select="//. | //@*">'
             '<xsl:for-each select="//. | //@*"><x/></xsl:for-each></xsl:for-each></xsl:template></xsl:stylesheet>')
    bombs = {"stylesheet": style, "xpath-of-all-pairs": "<ds:XPath>count(//. | //@*[count(//. | //@*) &gt; 1]) &gt; 0</ds:XPath>"}
    found += [case(f"A24-transform-{name}", signed(before=[(TRANSFORM, f'<ds:Transform Algorithm="{algorithms["xslt" if name[0] == "s" else "xpath"]}">'
                                                            f"{text}</ds:Transform>")]), malformed(C14N), cpu_ms=NOTHING_COMPUTED)
              for name, text in bombs.items()]
    found += [case(f"A24-{count}-transforms", signed(before=[(TRANSFORM, TRANSFORM * count)]), malformed(ONE_TRANSFORM), cpu_ms=bound)
              for count, bound in ((0, NOTHING_COMPUTED), (2, NOTHING_COMPUTED), (500, 25))]
    return found


def _references():
    last = reference("from")
    again = lambda count: [(last, last + reference("from").replace("@DIGEST:from@", f"{'A' * 43}=") * count)]  # noqa: E731
    token = reference("token")
    return [case("A24-12-references-of-which-some-twice", signed(before=again(6)), malformed("Een onderdeel is meer dan eens ondertekend"), cpu_ms=NOTHING_COMPUTED),
            case("A24-13-references", signed(before=again(7)), malformed("1 tot 12 keer ds:Reference"), cpu_ms=NOTHING_COMPUTED),
            case("A24-500-references", signed(before=again(494)), malformed("1 tot 12 keer ds:Reference"), cpu_ms=25),
            case("A24-the-token-signed-too", signed(before=[(last, last + token)]), OK),
            case("A24-manifest", signed(before=[("</ds:Signature>", f"<ds:Object><ds:Manifest>{token * 3}</ds:Manifest></ds:Object></ds:Signature>")]),
                 malformed("ds:Signature bestaat uit"), cpu_ms=NOTHING_COMPUTED)]


def listed(prefixes, everywhere=True):
    """A PrefixList in all references, and in the method; or in one."""
    text = prefix_list(prefixes)
    everything = lambda message: message.replace(TRANSFORM, f"<ds:Transform {text}</ds:Transform>", -1 if everywhere else 1)  # noqa: E731
    method = (f'<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"/>', f"<ds:CanonicalizationMethod {text}</ds:CanonicalizationMethod>")
    return [everything, method] if everywhere else [everything]


def _prefix_lists():
    """Looking a prefix up at an element is a step; a hundred thousand of them are allowed. Seven lists of 64 are 448 prefixes."""
    most = " ".join(f"p{i:02x}" for i in range(64))  # 255 characters
    too_long, too_many = "PrefixList tot 256 tekens", "samen te lang voor een bericht met zoveel elementen"
    empty = "<a/>"  # signed, and then no part of the contract
    return [case("A24-prefix-list-of-256", signed(before=listed(most + " ", False)), OK),
            case("A24-prefix-list-of-257", signed(before=listed(most + "  ", False)), malformed(too_long), cpu_ms=NOTHING_COMPUTED),
            case("A24-prefix-twice", signed(before=listed("a a", False)), malformed(too_long), cpu_ms=NOTHING_COMPUTED),
            case("A24-prefix-list-of-4000", signed(before=listed("p " * 2_000, False)), malformed(too_long), cpu_ms=NOTHING_COMPUTED),
            case("A24-prefix-lists-at-the-bound", signed(content=empty * 100, before=listed(most)), fault("0004"), cpu_ms=60),
            case("A24-prefix-lists-above-the-bound", signed(content=empty * 4_500, before=listed(most)), malformed(too_many), cpu_ms=30)]


def _sizes():
    # As many declarations as may be in scope, and as many elements in them as fit: inclusive C14N would write them all each time.
    deep = f'<a{"".join(f""" xmlns:n{i}="urn:{i}" """ for i in range(28))}>' * 2 + "<b/>" * 4_900 + "</a>" * 2
    inclusive = [(reference("body"), reference("body", transforms=TRANSFORM.replace(EXCLUSIVE, INCLUSIVE)))]
    huge = "<ds:X509Data><ds:X509Certificate>AA==</ds:X509Certificate></ds:X509Data>" * 500
    nested = "<ds:Object>" * 25 + "</ds:Object>" * 25
    bits = lambda count: signed(after=[value(lambda _: b"\x7f" * (count // 8))])  # noqa: E731
    return [case("A24-4900-elements-signed", signed(content="<a/>" * 4_900), fault("0004"), cpu_ms=90),
            case("A24-5001-elements-signed", signed(content="<a/>" * 5_001), fault("0001"), cpu_ms=25),
            case("A24-200-kilobytes-signed", signed(content=" " * 65_000 + "<a/>" + " " * 65_000 + "<a/>" + " " * 65_000), fault("0004"), cpu_ms=60),
            case("A24-nested-namespaces-exclusive", signed(content=deep), fault("0004"), cpu_ms=60),
            case("A24-nested-namespaces-inclusive", signed(content=deep, before=inclusive), malformed(C14N), cpu_ms=25),
            case("A24-key-info-of-500", signed(before=[(NAMED, huge)]), malformed(KEY_INFO), cpu_ms=25),
            case("A24-retrieval-of-itself", signed(before=[(NAMED, '<ds:RetrievalMethod URI="#k"/>'), ("<ds:KeyInfo>", '<ds:KeyInfo Id="k">')]),
                 malformed(KEY_INFO), cpu_ms=NOTHING_COMPUTED),
            case("A24-objects-in-objects", signed(before=[("</ds:Signature>", f"{nested}</ds:Signature>")]), malformed("ds:Signature bestaat uit"),
                 cpu_ms=NOTHING_COMPUTED),
            case("A24-value-of-4096-bits", bits(4096), WRONG, cpu_ms=30),
            case("A24-value-of-4104-bits", bits(4104), malformed("ten hoogste 512 bytes"), cpu_ms=NOTHING_COMPUTED),
            case("A24-value-of-300000-bits", bits(300_000), malformed("ten hoogste 512 bytes"), cpu_ms=25),
            case("A24-id-of-60000", signed(before=[('wsu:Id="time"', f'wsu:Id="{"a" * 60_000}"')]), fault("0001"), cpu_ms=25),
            case("A24-id-of-200", signed(before=[('wsu:Id="time"', f'wsu:Id="{"a" * 200}"')]), malformed("tot 128 tekens"), cpu_ms=NOTHING_COMPUTED),
            case("A24-2000-ids", signed(content="".join(f'<a xmlns:u="{WSU}" u:Id="i{i}"/>' for i in range(2_000))), fault("0004"), cpu_ms=90)]


def cases():
    sound = [case(f"{attack}-sound", signed(), OK, cpu_ms=30) for attack in ("A22", "A24")]
    return sound + _excluded() + _algorithms() + _values() + _key_info() + _signers() + _transforms() + _references() + _prefix_lists() + _sizes()
