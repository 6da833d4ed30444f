"""A31, A32, A34: nothing that a caller sends can write the log, nothing personal is in it, and strangers all look alike."""
import soap
from case import BAD_REQUEST, OK, Case, Expect, Seen, fault
from messages import envelope, post
from catalogue.addressing import addressed
from wire import converse

BSN = "999990408"
HASHED = {"cpu_ms": 900, "rss_kb": 70_000}  # a password that is not known by heart is hashed

PAYLOADS = {"new-line": "x&#10;{\"referentie\":\"vals\"}", "return": "x&#13;y", "json": '","sleutel":"AS-VALS","x":"',
            "escape": "x\u001b[31m", "colour": "&#x9b;31m", "turned": "\u202eabc", "isolates": "\u2066abc\u2069",
            "line-separator": "a\u2028b", "lookup": "${jndi:ldap://127.0.0.1:9/a}", "format": "%s%n%x%p",
            "template": "{{7*7}}", "backslash": "\\u000a\\", "long": "L" * 3_000, "markup": "&lt;script&gt;",
            "quote": '"'}
# Where it is put, and how the gateway answers what is no address, key or code.
FIELDS = {"messageid": lambda text: addressed(message_id=text), "action": lambda text: addressed(action=text),
          "to": lambda text: addressed(to=text),
          "relatesto": lambda text: addressed(blocks=f'<wsa:RelatesTo xmlns:wsa="{soap.WSA}">{text}</wsa:RelatesTo>'),
          "field": lambda text: lambda stand: post(stand, content=f"<o:gebruikerkenmerk>{text}</o:gebruikerkenmerk>"),
          "municipality": lambda text: lambda stand: post(stand, operation="BepaalWet",
                                                          content=f"<o:gemeentecode>{text}</o:gemeentecode>"),
          "namespace": lambda text: lambda stand: soap.request("algemeen",
                                                               soap.envelope(f'<x:Ping xmlns:x="{text.replace(chr(34), "&quot;")}"/>', soap.security(stand.key))),
          "unknown-header": lambda text: lambda stand: post(stand,
                                                            block=f'<x:a xmlns:x="urn:x" s:mustUnderstand="1">{text}</x:a>')}
CODES = {"messageid": "0007", "action": "0006", "to": "0005", "relatesto": "0008", "field": "0004",
         "municipality": "0004", "namespace": "0003",
         "unknown-header": "0010"}
# Characters that XML does not know are refused before any field is read.
NO_XML = {"escape"}


def _log_fields():
    """What counts is the log; whether the text is one that the field takes is tested elsewhere."""
    found = []
    for field, put in FIELDS.items():
        for name, text in PAYLOADS.items():
            taken = fault(CODES[field], others=((200, None), (500, "0003"), (500, "0001")))
            found.append(Case(f"A31-{field}-{name}", put(text), fault("0001") if name in NO_XML else taken))
    return found


HEADER_FIELDS = ("User-Agent", "X-Forwarded-For", "traceparent", "tracestate", "Referer", "Cookie", "X-Request-ID",
                 "Accept")
HEADER_PAYLOADS = {"json": '","sleutel":"AS-VALS', "lookup": "${jndi:ldap://127.0.0.1:9/a}",
                   "high-bytes": "\x9b31m\xe2\x80\xae", "long": "L" * 7_000, "format": "%s%n"}


def _log_headers():
    found = [Case(f"A31-{field.lower()}-{name}", lambda stand, f=field, t=text: _with_field(stand, f, t), OK)
             for field in HEADER_FIELDS for name, text in HEADER_PAYLOADS.items()]
    found += [Case(f"A31-{field.lower()}-{name}", lambda stand, f=field, t=text: _with_field(stand, f, t),
                   BAD_REQUEST)
              for field in ("User-Agent", "traceparent")
              for name, text in (("escape", "\x1b[2J"), ("return", "a\rb"), ("nul", "a\x00"), ("delete", "\x7f"))]
    found += [Case(f"A31-soapaction-{name}", lambda stand, t=text: _with_field(stand, "SOAPAction", f'"{t}"'),
                   fault("0003")) for name, text in HEADER_PAYLOADS.items()]
    paths = {"lookup": "/ws/${jndi:ldap://127.0.0.1:9/a}", "percent": "/ws/%0a%0d%1b", "quote": '/ws/","x":"',
             "long": "/" + "p" * 7_000, "braces": "/ws/{{7*7}}"}
    found += [Case(f"A31-path-{name}", lambda stand, p=path: post(stand).replace(b"/ws/algemeen/v1", p.encode(), 1),
                   fault("0003", 404)) for name, path in paths.items()]
    methods = {"made-up": "LOG4J", "percent": "%0A", "long": "M" * 200}
    found += [Case(f"A31-method-{name}", lambda stand, m=method: post(stand).replace(b"POST", m.encode(), 1),
                   fault("0001", 405)) for name, method in methods.items()]
    return found


def _with_field(stand, field, text):
    return post(stand).replace(b"\r\n\r\n", f"\r\n{field}: {text}\r\n\r\n".encode("latin-1"),
                               1).replace(b'SOAPAction: ""\r\n',
                                          b"" if field == "SOAPAction" else b'SOAPAction: ""\r\n', 1)


def _key_names():
    def call(text):
        stranger = type("Stranger", (), {"name": text, "password": "geen"})
        return lambda stand: post(stand, security=soap.security(stranger).replace("&amp;#", "&#"))
    return [Case(f"A31-key-{name}", call(text), fault("0001" if name in NO_XML else "0002"), **HASHED)
            for name, text in PAYLOADS.items()]


def silent(make):
    """The same call, and afterwards neither the answer nor the log may have the canary."""
    def run(stand):
        seen = converse(stand.gateway, make(stand))
        log = stand.gateway.log.read_text(encoding="utf-8") + stand.gateway.console()
        for where, text in (("answer", seen.first.body.decode() if seen.first and seen.first.is_fault() else ""),
                            ("log", log)):
            if BSN in text:
                seen.problems.append(f"the {where} has the BSN")
        return seen
    return run


def _secrecy():
    where = "<o:gemeentecode>0363</o:gemeentecode>"

    def put(service="wi2021", operation="RaadpleegPersoon", content=f"{where}<o:bsn>{BSN}</o:bsn>", **more):
        return lambda stand: post(stand, service=service, operation=operation, content=content, **more)
    spots = {"sound": (put(), OK), "in-the-path": (lambda stand: post(stand).replace(b"/v1", f"/v1/{BSN}".encode(),
                                                                                     1), fault("0003", 404)),
                                                                                     "in-the-query": (lambda stand: post(stand).replace(b"/v1", f"/v1?bsn={BSN}".encode(), 1), OK),
             "in-the-soapaction": (put(action=BSN), fault("0003")),
             "in-the-messageid": (addressed(message_id=f"urn:bsn:{BSN}"), OK),
             "in-a-bad-messageid": (addressed(message_id=f"bsn {BSN}"), fault("0007")),
             "as-an-element": (put(content=f"{where}<o:b{BSN}/>"), fault("0004")),
             "as-an-attribute": (put(content=f'{where}<o:bsn b{BSN}="">{BSN}</o:bsn>'), fault("0004")),
             "as-a-municipality": (put(content=f"<o:gemeentecode>{BSN}</o:gemeentecode>"), fault("0004")),
             "as-an-operation": (put(operation=f"b{BSN}"), fault("0003")),
             "as-a-service": (lambda stand: soap.request("algemeen",
                                                         soap.envelope(f'<x xmlns="urn:{BSN}"/>',
                                                                       soap.security(stand.key))), fault("0003")),
                                                                       "too-long": (put(content=f"{where}<o:bsn>{BSN}{BSN}</o:bsn>"), fault("0004")),
             "twice": (put(content=f"{where}<o:bsn>{BSN}</o:bsn><o:bsn>{BSN}</o:bsn>"), fault("0004")),
             "in-a-comment": (put(block=f"<!-- {BSN} -->"), OK), "in-broken-xml": (put(epilog=BSN), fault("0001")),
             "in-a-header-field": (put(headers={"X-BSN": BSN}), OK),
             "in-the-media-type": (put(headers={"Content-Type": f"text/{BSN}"}), fault("0001", 415)),
             "in-an-unknown-header": (put(block=f'<x:bsn xmlns:x="urn:x" s:mustUnderstand="1">{BSN}</x:bsn>'),
                                      fault("0010")),
             "in-a-method": (lambda stand: post(stand).replace(b"POST", f"B{BSN}".encode(), 1), fault("0001", 405)),
             "in-a-doctype": (put(prolog=f"<!DOCTYPE b{BSN}>"), fault("0001"))}
    found = [Case(f"A32-bsn-{name}", silent(make), expect) for name, (make, expect) in spots.items()]
    found.append(Case("A32-bsn-in-a-framing-error", silent(lambda stand: f"GET /{BSN} HTTP/9\r\n\r\n".encode()),
                      Expect(400)))
    found.append(Case("A32-bsn-as-a-key", silent(lambda stand: post(stand,
                                                                    security=soap.security(type("S", (),
                                                                                                {"name": BSN,
                                                                                                 "password": BSN})))),
                                                                                                 fault("0002"),
                                                                                                 **HASHED))
    return found


def _strangers():
    """Whoever is not let in gets the very same words."""
    def faces(stand):
        long, key = "x" * 200, stand.key
        return {"unknown": ("AS-ONBEKEND", "x"), "wrong-password": (key.name, "x"), "long-password": (key.name, long),
                "password-of-another": (key.name, stand.other_key.password),
                "name-of-another": (stand.other_key.name, key.password),
                "revoked": (stand.revoked.name, stand.revoked.password),
                "revoked-and-wrong": (stand.revoked.name, "x"), "case-of-the-name": (key.name.lower(), key.password),
                "space-behind": (key.name, key.password + " "),
                "half-a-password": (key.name, key.password[:-1]), "long-name": ("x" * 128, "x"),
                "bytes": ("ÿ€", "ÿ€")}

    def compare(name):
        def run(stand):
            bare = []
            for face in ("unknown", name):
                stranger = type("S", (), dict(zip(("name", "password"), faces(stand)[face])))
                seen = converse(stand.gateway, post(stand, security=soap.security(stranger)))
                told = seen.first.fault()
                del told["referentie"]
                bare.append((seen.first.status, told, sorted(seen.first.headers), seen.closed))
            if bare[0] != bare[1]:
                seen.problems.append(f"{name} can be told from unknown: {bare}")
            return seen
        return run
    names = ("unknown", "wrong-password", "long-password", "password-of-another", "name-of-another", "revoked",
             "revoked-and-wrong", "case-of-the-name", "space-behind", "half-a-password", "long-name", "bytes")
    return [Case(f"A34-{name}", compare(name), fault("0002"), cpu_ms=1_800, rss_kb=140_000, records=2)
            for name in names]


def cases():
    return _log_fields() + _log_headers() + _key_names() + _secrecy() + _strangers()
