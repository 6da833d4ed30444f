"""A14, A15: what is said beside the Body cannot change what is done, and no address is ever called."""
import soap
from case import BAD_REQUEST, OK, Case, fault
from messages import envelope, head, post

SCHEMA, REFUSED, WRONG_ACTION = fault("0004"), fault("0001"), fault("0003")
SERVICES = {"algemeen": ("BepaalWet", "RaadpleegAutorisatie", "BestelWaardepapieren", "VerstuurContactbericht"),
            "wi2007": ("RaadpleegPersoon", "HaalPersoonPdf"),
            "wi2013": ("WijzigPvt", "VoegFactuurToe", "HaalPersonen"),
            "wi2021": ("OntheftLbt", "VerwijderPip", "ZoekPersonen", "HandelCertificaatAf")}
PING = f"{soap.namespace('algemeen')}/Ping"


def _actions():
    found = [Case(f"A14-action-of-{service}-{name.lower()}", lambda stand,
                  a=f"{soap.namespace(service)}/{name}": post(stand, action=a), WRONG_ACTION)
             for service, names in SERVICES.items() for name in names]
    found += [Case(f"A14-wsa-action-of-{service}-{name.lower()}",
                   addressed(action=f"{soap.namespace(service)}/{name}"), WRONG_ACTION)
              for service, names in SERVICES.items() for name in names]
    found += [Case(f"A14-body-of-{service}-{name.lower()}-with-the-action-of-ping", lambda stand, s=service,
                   n=name: post(
        stand, service=s, operation=n, action=PING), WRONG_ACTION) for service, names in SERVICES.items()
        for name in names]
    found += [Case(f"A14-body-of-{service}-at-another-service", lambda stand, s=service, n=names[0]: soap.request(
        "algemeen", envelope(stand, service=s, operation=n).encode()), WRONG_ACTION)
        for service, names in SERVICES.items() if service != "algemeen"]
    odd = {"other-case": PING.upper(), "slash": PING + "/", "suffix": PING + "Response", "space": f" {PING}",
           "query": PING + "?x", "star": "*", "nothing-but-name": "Ping",
           "two": f'{PING}" "{PING}', "percent": PING.replace(":", "%3A")}
    found += [Case(f"A14-action-{name}", lambda stand, a=text: post(stand, action=a), WRONG_ACTION)
              for name, text in odd.items()]
    fields = {"twice": [f'SOAPAction: "{PING}"', f'SOAPAction: "{soap.namespace("algemeen")}/BepaalWet"'],
              "single-quotes": [f"SOAPAction: '{PING}'"],
              "half-quoted": [f'SOAPAction: "{PING}']}
    found += [Case(f"A14-soapaction-{name}", lambda stand, lines=lines: head(
        stand, [*lines, f"Content-Length: {len(envelope(stand).encode())}"]), WRONG_ACTION)
        for name, lines in fields.items()]
    found.append(Case("A14-action-in-the-media-type", lambda stand: post(
        stand, headers={"Content-Type": f'text/xml; charset=utf-8; action="{soap.namespace("wi2021")}/OntheftLbt"'}),
        OK))
    return found


def _envelopes():
    ping = soap.operation("algemeen", "Ping")
    other = soap.operation("wi2021", "VerwijderPip")

    def whole(*parts, tag=""):
        return lambda stand: soap.request("algemeen",
                                          f'<s:Envelope xmlns:s="{soap.SOAP}"{tag}>{"".join(parts).format(s=soap.security(stand.key))}</s:Envelope>'.encode())
    header, body = "<s:Header>{s}</s:Header>", f"<s:Body>{ping}</s:Body>"
    shapes = {"two-bodies": (header, body, body), "two-bodies-other-second": (header, body,
                                                                              f"<s:Body>{other}</s:Body>"),
                                                                              "body-first": (body, header),
                                                                              "two-headers": (header, header, body),
              "body-in-header": (f"<s:Header>{{s}}{body}</s:Header>",), "no-body": (header,), "nothing": (),
              "empty-body": (header, "<s:Body/>"), "text-in-body": (header, f"<s:Body>x{ping}</s:Body>"),
              "only-text-in-body": (header, "<s:Body>x</s:Body>"),
              "two-children": (header, f"<s:Body>{ping}{ping}</s:Body>"),
              "two-children-other-second": (header, f"<s:Body>{ping}{other}</s:Body>"),
              "two-children-other-first": (header, f"<s:Body>{other}{ping}</s:Body>"),
              "element-behind-body": (header, body, "<x:a xmlns:x='urn:x'/>"),
              "element-before-header": ("<x:a xmlns:x='urn:x'/>", header, body),
              "text-in-envelope": ("x", header, body),
              "body-of-another-namespace": (header, f"<b:Body xmlns:b='urn:b'>{ping}</b:Body>"),
              "body-in-body": (header, f"<s:Body>{body}</s:Body>"),
              "fault-as-body": (header,
                                "<s:Body><s:Fault><faultcode>x</faultcode><faultstring>y</faultstring></s:Fault></s:Body>")}
    codes = {"body-in-body": WRONG_ACTION, "fault-as-body": WRONG_ACTION}
    found = [Case(f"A14-envelope-{name}", whole(*parts), codes.get(name, REFUSED)) for name, parts in shapes.items()]
    for name, space in (("1-2", "http://www.w3.org/2003/05/soap-envelope"), ("of-nobody", "urn:x"), ("none", "")):
        found.append(Case(f"A14-envelope-namespace-{name}", lambda stand, n=space: soap.request(
            "algemeen", envelope(stand).replace(soap.SOAP, n).encode() if n else b"<Envelope><Body/></Envelope>"),
            REFUSED))
    found.append(Case("A14-header-not-understood", lambda stand: post(stand,
                                                                      block='<x:a xmlns:x="urn:x" s:mustUnderstand="1"/>'), fault("0010")))
    found.append(Case("A14-header-for-another-actor", lambda stand: post(stand,
                                                                         block='<x:a xmlns:x="urn:x" s:mustUnderstand="1" s:actor="urn:x"/>'), OK))
    found.append(Case("A14-mustunderstand-nonsense", lambda stand: post(stand,
                                                                        block='<x:a xmlns:x="urn:x" s:mustUnderstand="maybe"/>'), REFUSED))
    return found


ANONYMOUS = f"{soap.WSA}/anonymous"


def addressed(action=PING, blocks="", message_id="urn:uuid:5a5a5a5a-0000-4000-8000-000000000001",
              to="https://localhost/ws/algemeen/v1"):
    def make(stand):
        more = blocks(stand) if callable(blocks) else blocks
        parts = "".join(f'<wsa:{name} xmlns:wsa="{soap.WSA}">{value}</wsa:{name}>' for name, value in
                        (("To", to), ("Action", action), ("MessageID", message_id)) if value is not None)
        return post(stand, block=parts + more)
    return make


def endpoint(name, content, space=soap.WSA):
    return f'<wsa:{name} xmlns:wsa="{space}">{content}</wsa:{name}>'


ADDRESSES = {"canary": "{canary}", "https": "https://127.0.0.1:9/", "file": "file:///etc/passwd", "pipe": "{pipe}",
             "metadata": "http://169.254.169.254/latest/", "localhost": "http://localhost:8480/readyz",
             "mailto": "mailto:iemand@gemeente.example", "jms": "jms:queue:x",
             "anonymous-of-2004": "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous",
             "anonymous-and-more": ANONYMOUS + "?x",
             "empty": "", "relative": "/ws", "words": "hier graag", "script": "javascript:alert(1)"}


def _addresses():
    def put(name, address):
        return lambda stand: endpoint(name, endpoint("Address",
                                                     address.format(canary=stand.canary.url,
                                                                    pipe=stand.canary.pipe.as_uri())))
    refused = fault("0011")
    found = [Case(f"A15-{name.lower()}-{kind}", addressed(blocks=put(name, address)), refused)
             for name in ("ReplyTo", "FaultTo") for kind, address in ADDRESSES.items()]
    # Who sends may be told by any address; it is written down nowhere and called never.
    wrong = ("empty", "relative", "words")
    found += [Case(f"A15-from-{kind}", addressed(blocks=put("From", address)), refused if kind in wrong else OK)
              for kind, address in ADDRESSES.items()]
    found += [Case(f"A15-to-{kind}", lambda stand, a=address: addressed(to=a.format(canary=stand.canary.url,
                                                                                    pipe=stand.canary.pipe.as_uri()))(stand),
                   fault("0005") if kind in wrong else OK) for kind, address in ADDRESSES.items()]
    sound = endpoint("Address", ANONYMOUS)
    shapes = {"reference-parameters": sound + endpoint("ReferenceParameters", "<x/>"),
              "metadata": sound + endpoint("Metadata", "<x/>"), "two-addresses": sound + sound, "no-address": "",
              "text": ANONYMOUS,
              "text-beside": "x" + sound, "unknown": sound + '<x:a xmlns:x="urn:x"/>',
              "nested": endpoint("Address", sound)}
    found += [Case(f"A15-{name.lower()}-with-{kind}", addressed(blocks=endpoint(name, content)), refused)
              for name in ("ReplyTo", "FaultTo", "From") for kind, content in shapes.items()]
    found += [Case(f"A15-{name.lower()}-twice", addressed(blocks=endpoint(name, sound) * 2), refused)
              for name in ("ReplyTo", "FaultTo", "From")]
    found.append(Case("A15-replyto-none", addressed(blocks=endpoint("ReplyTo",
                                                                    endpoint("Address", f"{soap.WSA}/none"))),
                                                                    refused))
    return found


def _headers():
    found = []
    for name, code, sound in (("To", "0005", "to"), ("Action", "0006", "action"),
                              ("MessageID", "0007", "message_id")):
        values = {"empty": "", "words": "geen adres", "relative": "x", "too-long": "urn:" + "x" * 300,
                  "markup": "<x/>", "control": "urn:x&#10;y"}
        found += [Case(f"A15-{name.lower()}-value-{kind}", addressed(**{sound: value}), fault(code))
                  for kind, value in values.items()]
        found.append(Case(f"A15-{name.lower()}-again", addressed(blocks=endpoint(name, "urn:x:y")), fault(code)))
    found += [Case(f"A15-without-{name.lower()}", addressed(**{sound: None}), fault(code))
              for name, code, sound in (("Action", "0006", "action"), ("MessageID", "0007", "message_id"))]
    found += [Case(f"A15-relatesto-{kind}", addressed(blocks=endpoint("RelatesTo", value)), fault("0008"))
              for kind, value in (("empty", ""), ("words", "een vraag"), ("markup", "<x/>"))]
    found += [Case(f"A15-addressing-of-{year}", lambda stand, s=space: post(stand, block=endpoint("Action", PING, s)),
                   fault("0011"))
              for year, space in (("2004", "http://schemas.xmlsoap.org/ws/2004/08/addressing"),
                                  ("2003", "http://schemas.xmlsoap.org/ws/2003/03/addressing"),
                                  ("wsdl", "http://www.w3.org/2007/05/addressing"))]
    return found


def cases():
    return _actions() + _envelopes() + _addresses() + _headers() + [
        Case("A14-soapaction-folded", lambda stand: head(stand, ['SOAPAction: "a', ' b"', "Content-Length: 0"],
                                                         body=b""), BAD_REQUEST)]
