"""A18 to A24 as far as the open listener meets them: tokens, clocks, and signatures and encryption that it does not offer and does
not look at. What listeners with the signed profiles make of them: wrapping.py, signatures.py, ciphers.py.
"""
import datetime

import soap
from case import OK, Case, fault
from messages import UTILITY, edited, envelope, post

INVALID = fault("0002")
DS = "http://www.w3.org/2000/09/xmldsig#"
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENC = "http://www.w3.org/2001/04/xmlenc#"


def moment(seconds, style="%Y-%m-%dT%H:%M:%SZ"):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)).strftime(style)


def created(text):
    """`text` may be a number of seconds from now."""
    return lambda stand: post(stand,
                              token=f'<u:Created xmlns:u="{UTILITY}">{moment(text) if isinstance(text, int) else text}</u:Created>')


def timestamp(*parts):
    def make(stand):
        inner = "".join(f"<u:{name}>{moment(text) if isinstance(text, int) else text}</u:{name}>"
                        for name, text in parts)
        return with_block(stand, f'<u:Timestamp xmlns:u="{UTILITY}">{inner}</u:Timestamp>')
    return make


def with_block(stand, block, front=True):
    """Something beside the token in the Security header."""
    body = envelope(stand)
    where = "<wsse:UsernameToken>" if front else "</wsse:Security>"
    return soap.request("algemeen", body.replace(where, block + where, 1).encode())


ODD_MOMENTS = {"no-zone": "2026-11-22T10:00:00", "other-zone": "2026-11-22T10:00:00+05:00",
               "year-9999": "9999-12-31T23:59:59Z", "year-0": "0000-01-01T00:00:00Z",
               "negative-year": "-2026-01-01T00:00:00Z",
               "year-12345": "12345-01-01T00:00:00Z", "leap-second": "2026-06-30T23:59:60Z",
               "hour-24": "2026-11-22T24:00:00Z", "hour-25": "2026-11-22T25:00:00Z",
               "february-30": "2026-02-30T10:00:00Z", "month-13": "2026-13-01T10:00:00Z",
               "date-only": "2026-11-22", "words": "gisteren", "empty": "", "number": "1795341600",
               "endless-fraction": "2026-11-22T10:00:00." + "9" * 2_000 + "Z", "comma": "2026-11-22T10:00:00,5Z",
               "lower": "2026-11-22t10:00:00z",
               "space": "2026-11-22 10:00:00Z", "epoch": "1970-01-01T00:00:00Z",
               "before-epoch": "1901-12-13T20:45:52Z", "past-32-bits": "2038-01-19T03:14:08Z",
               "zone-25": "2026-11-22T10:00:00+25:00", "negative-zone": "2026-11-22T10:00:00-00:01"}


def _clock():
    found = [Case(f"A19-created-{name}", created(text), INVALID) for name, text in ODD_MOMENTS.items()]
    for name, seconds in (("six-minutes-ahead", 360), ("a-day-ahead", 86_400), ("six-minutes-ago", -360),
                          ("a-year-ago", -31_536_000)):
        found.append(Case(f"A19-created-{name}", created(seconds), INVALID))
        found.append(Case(f"A19-timestamp-created-{name}", timestamp(("Created", seconds)), INVALID))
    found += [Case(f"A19-created-{name}", created(seconds), OK)
              for name, seconds in (("now", 0), ("four-minutes-ahead", 240), ("four-minutes-ago", -240))]
    pairs = {"expired": (-700, -400), "expires-before-created": (0, -10), "from-the-future": (400, 800)}
    found += [Case(f"A19-timestamp-{name}", timestamp(("Created", first), ("Expires", last)), INVALID)
              for name, (first, last) in pairs.items()]
    found.append(Case("A19-timestamp-sound", timestamp(("Created", 0), ("Expires", 300)), OK))
    found.append(Case("A19-timestamp-without-created", timestamp(("Expires", 300)), INVALID))
    found.append(Case("A19-timestamp-created-twice", timestamp(("Created", 0), ("Created", 0)), INVALID))
    found.append(Case("A19-timestamp-expires-twice", timestamp(("Created", 0), ("Expires", 300), ("Expires", 300)),
                      INVALID))
    return found


def _nonces():
    nonce = '<wsse:Nonce>bm9uY2U=</wsse:Nonce>'
    return [Case("A18-nonce-twice-in-a-token", lambda stand: post(stand, token=nonce * 2), INVALID),
            Case("A18-nonce-with-an-old-created", lambda stand: post(stand,
                                                                     token=nonce + f'<u:Created xmlns:u="{UTILITY}">{moment(-400)}</u:Created>'), INVALID),
            Case("A18-created-twice", lambda stand: post(stand,
                                                         token=f'<u:Created xmlns:u="{UTILITY}">{moment(0)}</u:Created>' * 2), INVALID)]


def signature(references=1, transforms=1, method="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", uri="#b",
              transform=C14N, key=""):
    steps = f'<d:Transform Algorithm="{transform}"/>' * transforms
    part = f'<d:Reference URI="{uri}"><d:Transforms>{steps}</d:Transforms><d:DigestMethod Algorithm="x"/><d:DigestValue>AA==</d:DigestValue></d:Reference>'
    return (f'<d:Signature xmlns:d="{DS}"><d:SignedInfo><d:CanonicalizationMethod Algorithm="{transform}"/><d:SignatureMethod Algorithm="{method}"/>'
            f"{part * references}</d:SignedInfo><d:SignatureValue>AA==</d:SignatureValue>{key}</d:Signature>")


def signed_instead(text):
    """A signature where the token belongs: on this listener it says nothing about who calls."""
    def make(stand):
        body = envelope(stand)
        start, end = body.index("<wsse:UsernameToken>"), body.index("</wsse:Security>")
        return soap.request("algemeen", (body[:start] + text(stand) + body[end:]).encode())
    return make


def _wrapping():
    """A token anywhere but in the one Security header is no token."""
    def moved(stand, where):
        body = envelope(stand)
        start, end = body.index("<wsse:Security"), body.index("</wsse:Security>") + len("</wsse:Security>")
        token = body[start:end]
        left = body[:start] + body[end:]
        targets = {"operation": ("</o:Ping>", token + "</o:Ping>"),
                   "wrapper": ("</s:Header>", f'<x:w xmlns:x="urn:x">{token}</x:w></s:Header>'),
                   "envelope": ("</s:Envelope>", token + "</s:Envelope>"),
                   "two-in-one": ("</s:Header>", token.replace("</wsse:Security>",
                                                               token + "</wsse:Security>").replace("<wsse:UsernameToken>", "<x>", 1) + "</s:Header>"),
                   "object": ("</s:Header>", f'<d:Object xmlns:d="{DS}">{token}</d:Object></s:Header>')}
        return soap.request("algemeen", left.replace(*targets[where], 1).encode())
    found = [Case(f"A20-token-in-the-{where}", lambda stand, w=where: moved(stand, w),
                  fault("0001") if where in ("envelope", "two-in-one") else INVALID)
             for where in ("operation", "wrapper", "envelope", "object", "two-in-one")]
    found.append(Case("A20-two-security-headers", lambda stand: post(stand, block=soap.security(stand.key)), INVALID))
    found.append(Case("A20-two-security-headers-of-two-callers",
                      lambda stand: post(stand, block=soap.security(stand.other_key)), INVALID))
    found.append(Case("A20-two-tokens", lambda stand: with_block(stand,
                                                                 "<wsse:UsernameToken><wsse:Username>x</wsse:Username></wsse:UsernameToken>"), INVALID))
    found.append(Case("A20-two-names", edited(b"<wsse:Username>", b"<wsse:Username>x</wsse:Username><wsse:Username>"),
                      INVALID))
    found.append(Case("A20-two-passwords", edited(b"</wsse:Password>",
                                                  b"</wsse:Password><wsse:Password>x</wsse:Password>"), INVALID))
    for name, actor in (("next", "http://schemas.xmlsoap.org/soap/actor/next"), ("empty", "")):
        found.append(Case(f"A20-security-for-{name}-counts", lambda stand,
                          a=actor: post(stand, security_tag=f' s:actor="{a}"'), OK))
    found.append(Case("A20-security-for-another-actor",
                      lambda stand: post(stand, security_tag=' s:actor="urn:elders"'), INVALID))
    found.append(Case("A20-security-of-another-namespace", edited(soap.WSSE.encode(), b"urn:elders", 1), INVALID))
    for name, text in (("same-id-twice", f' xmlns:u="{UTILITY}" u:Id="b"'), ("xml-id", ' xml:id="b"'),
                       ("plain-id", ' Id="b"'), ("saml-id", ' AssertionID="b"')):
        found.append(Case(f"A20-{name}", lambda stand, t=text: post(stand, body_tag=t, security_tag=t), OK))
    for name, uri in (("empty", ""), ("xpointer", "#xpointer(//*)"), ("cid", "cid:x"), ("other", "#elders")):
        found.append(Case(f"A20-signature-of-{name}-is-no-caller",
                          signed_instead(lambda stand, u=uri: signature(uri=u)), INVALID))
    found.append(Case("A20-signature-of-http-is-not-fetched",
                      signed_instead(lambda stand: signature(uri=stand.canary.url)), INVALID))
    found.append(Case("A20-signature-of-a-file-is-not-read",
                      signed_instead(lambda stand: signature(uri=stand.canary.pipe.as_uri())), INVALID))
    return found


def _algorithms():
    found = []
    methods = {"hmac-sha1": f"{DS}hmac-sha1", "rsa-sha1": f"{DS}rsa-sha1",
               "rsa-md5": "http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "none": "none", "dsa": f"{DS}dsa-sha1"}
    found += [Case(f"A22-method-{name}", signed_instead(lambda stand, m=method: signature(method=m)), INVALID)
              for name, method in methods.items()]
    keys = {"keyname": "<d:KeyInfo><d:KeyName>x</d:KeyName></d:KeyInfo>",
            "keyvalue": "<d:KeyInfo><d:KeyValue/></d:KeyInfo>"}
    found += [Case(f"A22-{name}", signed_instead(lambda stand, k=key: signature(key=k)), INVALID)
              for name, key in keys.items()]
    kinds = {"digest": b"PasswordDigest", "unknown": b"PasswordX", "case": b"passwordtext"}
    found += [Case(f"A22-password-type-{name}", edited(b"PasswordText", text), INVALID)
              for name, text in kinds.items()]
    found.append(Case("A22-password-type-empty", edited(f'Type="{soap.TEXT}"'.encode(), b'Type=""'), INVALID))
    transforms = {"xslt": "http://www.w3.org/TR/1999/REC-xslt-19991116",
                  "xpath": "http://www.w3.org/TR/1999/REC-xpath-19991116",
                  "xpath-filter": "http://www.w3.org/2002/06/xmldsig-filter2", "base64": f"{DS}base64",
                  "inclusive": "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                  "enveloped": f"{DS}enveloped-signature"}
    found += [Case(f"A24-transform-{name}", signed_instead(lambda stand, t=text: signature(transform=t)), INVALID)
              for name, text in transforms.items()]
    found += [Case(f"A24-{references}-references-{steps}-transforms",
                   signed_instead(lambda stand, r=references, s=steps: signature(references=r, transforms=s)),
                   INVALID if references * steps < 1_500 else fault("0001"), cpu_ms=120)
                   for references, steps in ((13, 1), (1, 1_000), (500, 1), (1, 5_000), (2_000, 1))]
    # What a signed listener makes of it: signatures.py. Here nobody may even begin to look the prefixes up.
    lists = " ".join(f"p{i}" for i in range(60))
    found.append(Case("A24-prefix-lists-times-elements", signed_instead(lambda stand: signature(references=12).replace(
        '14n#"/></d:Transforms>', f'14n#"><n:InclusiveNamespaces xmlns:n="{C14N}" PrefixList="{lists}"/></d:Transform></d:Transforms>')
        + "<a/>" * 4_500), INVALID))
    retrieval = lambda stand: signature(key=f'<d:KeyInfo><d:RetrievalMethod URI="{stand.canary.url}"/></d:KeyInfo>')  # noqa: E731
    found.append(Case("A24-retrieval-is-not-followed", signed_instead(retrieval), INVALID))
    found.append(Case("A24-certificates-500",
                      signed_instead(lambda stand: signature(key="<d:KeyInfo>" + "<d:X509Data><d:X509Certificate>AA==</d:X509Certificate></d:X509Data>" * 500 + "</d:KeyInfo>")), INVALID))
    return found


def _canonical():
    tags = {"relative-namespace": ' xmlns:r="../relatief"', "xml-base": ' xml:base="http://127.0.0.1:9/"',
            "xml-space": ' xml:space="preserve"', "xml-lang": ' xml:lang="nl"'}
    found = [Case(f"A21-{name}-on-the-operation", lambda stand, t=tag: post(stand, operation_tag=t),
                  fault("0001" if name.startswith("relative") else "0004")) for name, tag in tags.items()]
    # Canonical XML is not defined for a relative namespace, wherever it stands.
    found += [Case(f"A21-{name}-on-the-envelope", lambda stand, t=tag: post(stand, envelope_tag=t),
                   fault("0001") if name.startswith("relative") else OK) for name, tag in tags.items()]
    found.append(Case("A21-comments-everywhere-between", lambda stand: post(stand, block="<!-- a -->" * 1_000), OK))
    found.append(Case("A21-cdata-as-markup", lambda stand: post(stand,
                                                                content="<o:gebruikerkenmerk><![CDATA[</o:gebruikerkenmerk>]]></o:gebruikerkenmerk>"), OK))
    found.append(Case("A21-ten-thousand-namespaces-to-sort",
                      lambda stand: post(stand, content="<a" + "".join(f' xmlns:n{i}="urn:{i}"'
                                                                       for i in range(10_000)) + "/>"),
                                                                       fault("0001")))
    return found


def _encryption():
    data = f'<e:EncryptedData xmlns:e="{ENC}"><e:EncryptionMethod Algorithm="{{0}}"/><e:CipherData><e:CipherValue>AAAA</e:CipherValue></e:CipherData></e:EncryptedData>'
    methods = {"cbc": f"{ENC}aes128-cbc", "gcm": "http://www.w3.org/2009/xmlenc11#aes128-gcm",
               "3des": f"{ENC}tripledes-cbc"}
    found = [Case(f"A23-body-{name}", lambda stand, m=method: soap.request("algemeen",
                                                                           soap.envelope(data.format(m),
                                                                                         soap.security(stand.key))),
                                                                                         fault("0003"))
                                                                                         for name, method in methods.items()]
    found += [Case(f"A23-key-transport-{name}", lambda stand,
                   m=method: with_block(stand,
                                        f'<e:EncryptedKey xmlns:e="{ENC}"><e:EncryptionMethod Algorithm="{m}"/></e:EncryptedKey>'), OK)
              for name, method in (("rsa-1-5", f"{ENC}rsa-1_5"), ("oaep", f"{ENC}rsa-oaep-mgf1p"))]
    return found


def cases():
    return _nonces() + _clock() + _wrapping() + _canonical() + _algorithms() + _encryption()
