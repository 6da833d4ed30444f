"""A16, A17, A37, A39, A40, A42: persons of others, persons of another law, messages twice, and fields that would be commands.

The bodies are the contract's own examples, one of every operation that names a person.
"""
import re
import threading
import uuid
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import soap
from case import OK, Case, Seen, fault
from catalogue.addressing import addressed
from catalogue.traces import HASHED
from messages import post
from wire import converse

WSDL = Path(__file__).resolve().parents[3] / "wsdl"
# Test persons: (law, BSN, a municipality that sees the person). The key of the stand is for 0363 alone.
OWN = {"wi2021": "999994001"}
ELSEWHERE = {"wi2021": "999994098", "wi2013": "999996009", "wi2007": "999997002"}
NOBODY = "999990408"


@lru_cache(maxsize=None)
def example(service, operation):
    """The Body's child of the contract's example, with the prefixes that it uses declared on it."""
    text = (WSDL / service / "v1/voorbeelden" / f"{operation}-vraag.xml").read_text("utf-8")
    body = re.search(r"<soap:Body>\s*(.*?)\s*</soap:Body>", text, re.S)[1]
    spaces = " ".join(found for found in set(re.findall(r'xmlns:\w+="[^"]+"',
                                                        text)) if found.split(":")[1].split("=")[0] not in ("soap",
                                                                                                            "wsa",
                                                                                                            "wsse"))
    opening, rest = body.split(">", 1)
    return f"{opening if 'xmlns:' in opening else f'{opening} {spaces}'}>{rest}"


def operations(service):
    return sorted(path.name.removesuffix("-vraag.xml")
                  for path in (WSDL / service / "v1/voorbeelden").glob("*-vraag.xml"))


def about_a_person(service):
    """Operations whose question names one person, directly under the municipality."""
    return [name for name in operations(service) if re.search(r"</\w+:gemeentecode>\s*<\w+:bsn>",
                                                              example(service, name))]


def ask(stand, service, operation, bsn, gemeente="0363", dry=True, message_id=None):
    body = example(service, operation)
    body = re.sub(r"(<\w+:gemeentecode>)\d+", rf"\g<1>{gemeente}", body)
    body = re.sub(r"(<\w+:bsn>)\d+", rf"\g<1>{bsn}", body)
    header = soap.security(stand.key)
    if message_id:
        header += soap.addressing(stand.gateway, service, operation, message_id)
    return soap.request(service, soap.envelope(body, header))


def bare(answer):
    """What an answer says, without what is fresh in every one."""
    return re.sub(rb"<referentie>[^<]*|referentie>[^<]*<", b"", answer.body)


def as_nobody(service, operation, bsn):
    """The answer about a person out of sight is, to the byte, the answer about nobody."""
    def run(stand):
        answers = [converse(stand.gateway, ask(stand, service, operation, who)).first for who in (NOBODY, bsn)]
        seen = Seen(answers[1:])
        if bare(answers[0]).replace(NOBODY.encode(), b"") != bare(answers[1]).replace(bsn.encode(), b""):
            seen.problems.append(f"{answers[0].body!r} and {answers[1].body!r} differ")
        return seen
    return run


def _other_peoples_persons():
    found = []
    for name in about_a_person("wi2021"):
        found.append(Case(f"A37-{name.lower()}-of-another-municipality",
                          as_nobody("wi2021", name, ELSEWHERE["wi2021"]), OK, records=2, rss_kb=40_000))
    for service in ("wi2021", "wi2013", "wi2007"):
        for name in operations(service):
            if name.startswith(("Raadpleeg", "Zoek", "Haal", "Tel")):
                found.append(Case(f"A37-{service}-{name.lower()}-for-another-municipality", lambda stand, s=service,
                                  n=name: ask(stand, s, n, NOBODY, "0599"), fault("0002")))
                found.append(Case(f"A37-{service}-{name.lower()}-for-no-municipality", lambda stand, s=service,
                                  n=name: ask(stand, s, n, NOBODY, "9999"), fault("0002")))
    return found


def _other_laws():
    found = []
    for service in ("wi2021", "wi2013", "wi2007"):
        for other in {"wi2021", "wi2013", "wi2007"} - {service}:
            bsn = OWN.get(other, ELSEWHERE[other])
            for name in about_a_person(service):
                found.append(Case(f"A39-person-of-{other}-at-{service}-{name.lower()}", as_nobody(service, name, bsn),
                                  OK, records=2, rss_kb=40_000))
    return found


INJECTIONS = {"sql-or": "' OR '1'='1", "sql-drop": "'; DROP TABLE persoon; --",
              "sql-union": "x' UNION SELECT wachtwoord FROM sleutel --", "sql-comment": "x'/*", "sql-like": "%",
              "sql-underscore": "_________", "sql-nul": "x\u2400'", "sql-hex": "0x27",
              "sql-sleep": "'; SELECT randomblob(900000000); --", "ldap": "*)(uid=*))(|(uid=*",
              "xpath": "' or count(/*)=1 or 'a'='b", "command": "; sleep 5; $(id) `id` | id",
              "path": "../../../../etc/passwd", "template": "${7*7}#{7*7}",
              "header": "x\r\nBcc: iemand@elders.example", "json": '{"$gt": ""}', "formula": "=cmd|' /C calc'!A0",
              "wide-quote": "\uff07 OR 1=1", "backslash": "\\' OR 1=1 --"}


def _injections():
    def el(name, text):
        return f"<o:{name}>{escape(text)}</o:{name}>"
    where = el("gemeentecode", "0363")
    fields = {"surname": lambda text: ("wi2021", "ZoekPersonen",
                                       where + "<o:criteria>" + el("achternaam", text) + "</o:criteria>",
                                       ((200, None),)),
              "user": lambda text: ("wi2021", "RaadpleegPersoon",
                                    where + el("bsn", NOBODY) + el("gebruikerkenmerk", text), ((200, None),)),
              "bsn": lambda text: ("wi2021", "RaadpleegPersoon", where + el("bsn", text), ()),
              "municipality": lambda text: ("wi2021", "RaadpleegPersoon",
                                            el("gemeentecode", text) + el("bsn", NOBODY), ())}
    found = []
    for field, put in fields.items():
        for name, text in INJECTIONS.items():
            def make(stand, p=put, t=text):
                service, operation, content, _ = p(t)
                return post(stand, service=service, operation=operation, content=content)
            found.append(Case(f"A42-{field}-{name}", make, fault("0004", others=put(text)[3])))
    for name, text in INJECTIONS.items():
        if name in ("sql-or", "sql-union", "ldap", "command"):
            stranger = type("Stranger", (), {"name": text, "password": text})
            found.append(Case(f"A42-key-{name}", lambda stand, s=stranger: post(stand, security=soap.security(s)),
                              fault("0002"), **HASHED))
    found.append(Case("A42-messageid-sql", addressed(message_id="urn:x:'OR'1'='1"), OK))
    return found


CHANGE = ("wi2021", "OntheftLbt")


def _again(stand, bodies, message_id, at_once=False):
    """The same id with each body; the answers without what is fresh in each."""
    answers = [None] * len(bodies)

    def run(number):
        answers[number] = converse(stand.gateway, ask(stand, *CHANGE, bodies[number], message_id=message_id)).first
    if at_once:
        threads = [threading.Thread(target=run, args=(number,)) for number in range(len(bodies))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    else:
        for number in range(len(bodies)):
            run(number)
    return answers


def _replays():
    def repeat(count, at_once):
        def run(stand):
            answers = _again(stand, [NOBODY] * count, f"urn:uuid:{uuid.uuid4()}", at_once)
            seen = Seen(answers[-1:])
            if len({answer.body.split(b":Body>", 1)[1] for answer in answers}) != 1:
                seen.problems.append("the answers to the same message differ")
            return seen
        return run

    def other_body(stand):
        return Seen(_again(stand, [NOBODY, ELSEWHERE["wi2021"]], f"urn:uuid:{uuid.uuid4()}")[1:])

    def other_operation(stand):
        message_id = f"urn:uuid:{uuid.uuid4()}"
        _again(stand, [NOBODY], message_id)
        return Seen([converse(stand.gateway, ask(stand, "wi2021", "VraagLbtOpnieuwAan", NOBODY,
                                                 message_id=message_id)).first])

    def long_ago(stand):
        first = _again(stand, [NOBODY], f"urn:uuid:{uuid.uuid4()}")
        return Seen(first)
    found = [Case(f"A16-same-message-{count}-times", repeat(count, False), OK, records=count, changes=True,
                  cpu_ms=40 * count) for count in (2, 10)]
    found += [Case(f"A40-same-message-{count}-at-once", repeat(count, True), OK, records=count, changes=True,
                   cpu_ms=40 * count) for count in (2, 8, 24)]
    found.append(Case("A17-same-id-other-body", other_body, fault("0011"), records=2, changes=True, cpu_ms=120))
    found.append(Case("A17-same-id-other-operation", other_operation, fault("0011"), records=2, changes=True,
                      cpu_ms=120))
    found.append(Case("A16-another-id-is-another-message", long_ago, OK, changes=True))
    return found


def cases():
    return _other_peoples_persons() + _other_laws() + _injections() + _replays()
