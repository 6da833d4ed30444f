"""A16, A17, A37, A39, A40, A42: persons of others, persons of another law, messages twice, and fields that would be commands.

The bodies are the contract's own examples, one of every operation that names a person.
"""
import re
import threading
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import changes
import soap
from case import OK, Case, Seen, fault
from catalogue.addressing import addressed
from catalogue.traces import HASHED
from messages import post
from wire import converse

WSDL = Path(__file__).resolve().parents[3] / "wsdl"
LAWS = ("wi2021", "wi2013", "wi2007")
# Test persons (docs/testpersonen.md): one of a municipality for which the stand has a key, one whom 0363 does not see, and nobody.
OWN = {"wi2021": ("999994001", "0363"), "wi2013": ("999996010", "0014"), "wi2007": ("999997002", "0014")}
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
    return some((path.name.removesuffix("-vraag.xml") for path in (WSDL / service / "v1/voorbeelden").glob("*-vraag.xml")), service)


def some(found, of):
    """A loop over nothing proves nothing."""
    found = sorted(found)
    if not found:
        raise ValueError(f"nothing found for {of}")
    return found


def about_a_person(service):
    """Operations whose question names one person, directly under the municipality or as its one criterion."""
    return some((name for name in operations(service) if re.search(
        r"</(?:\w+:)?gemeentecode>\s*(?:<(?:\w+:)?criteria>\s*)?<(?:\w+:)?bsn>", example(service, name))), f"{service}, about a person")


def ask(stand, service, operation, bsn, gemeente="0363", message_id=None, key=None):
    body = example(service, operation)
    for element, value in (("gemeentecode", gemeente), ("bsn", bsn)):
        body = re.sub(rf"(<(?:\w+:)?{element}>)\d+", rf"\g<1>{value}", body)
    header = soap.security(key or stand.key)
    if message_id:
        header += soap.addressing(stand.gateway, service, operation, message_id)
    return soap.request(service, soap.envelope(body, header))


def bare(answer):
    """What an answer says, without what is fresh in every one."""
    return re.sub(rb"<referentie>[^<]*|referentie>[^<]*<", b"", answer.body)


def as_nobody(service, operation, bsn, gemeente="0363", law=None):
    """The answer about a person out of sight is, to the byte, the answer about nobody. `law`: the one under which this caller
    does see him, which is looked at as well: for the municipality alone he would be in sight."""
    def run(stand):
        key = stand.key if gemeente == "0363" else stand.far_key
        answers = [converse(stand.gateway, ask(stand, service, operation, who, gemeente, key=key)).first for who in (NOBODY, bsn)]
        seen = Seen(answers[1:])
        if bare(answers[0]).replace(NOBODY.encode(), b"") != bare(answers[1]).replace(bsn.encode(), b""):
            seen.problems.append(f"{answers[0].body!r} and {answers[1].body!r} differ")
        if law and bsn.encode() not in converse(stand.gateway, ask(stand, law, "RaadpleegPersoon", bsn, gemeente, key=key)).first.body:
            seen.problems.append(f"{bsn} is not seen under {law} either")
        return seen
    return run


def _other_peoples_persons():
    found = [Case(f"A37-{service}-{name.lower()}-of-another-municipality", as_nobody(service, name, ELSEWHERE[service]), OK, records=2,
                  rss_kb=40_000) for service in LAWS for name in about_a_person(service)]
    for service in LAWS:
        reading = [name for name in operations(service) if name.startswith(("Raadpleeg", "Zoek", "Haal", "Tel"))]
        for name in some(reading, f"{service}, reading"):
            found.append(Case(f"A37-{service}-{name.lower()}-for-another-municipality", lambda stand, s=service,
                                  n=name: ask(stand, s, n, NOBODY, "0599"), fault("0002")))
            found.append(Case(f"A37-{service}-{name.lower()}-for-no-municipality", lambda stand, s=service,
                                  n=name: ask(stand, s, n, NOBODY, "9999"), fault("0002")))
    return found


def _other_laws():
    return [Case(f"A39-person-of-{law}-at-{service}-{name.lower()}", as_nobody(service, name, *OWN[law], law), OK, records=3, rss_kb=40_000)
            for service in LAWS for law in LAWS if law != service for name in about_a_person(service)]


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


def _again(stand, bsns, ids, at_once=False):
    """One change for each person with each id: the outcomes, and by how much the municipality's feeds have moved on. Every change
    of a person moves them by one, so that is how often something was changed."""
    answers, before = [None] * len(bsns), _position(stand)

    def run(number):
        answers[number] = converse(stand.gateway, ask(stand, *CHANGE, bsns[number], message_id=ids[number])).first
    if at_once:
        threads = [threading.Thread(target=run, args=(number,)) for number in range(len(bsns))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    else:
        for number in range(len(bsns)):
            run(number)
    return [changes.Outcome(answer) for answer in answers], _position(stand) - before


def _position(stand):
    """The highest position that a change of a person or of a signal has given."""
    return max(int(entry["volgnummer"]) for operation, row in (("HaalPersonen", "persoon"), ("HaalSignalen", "signaal"))
               for entry in changes.feed(stand.gateway, stand.key, operation, row))


FEEDS = 4  # records of looking at the positions, before and after


def _told(found, changed, *results, expected=1):
    """The last answer, with what is not as it should be."""
    said = [(outcome.result or outcome.fault["code"], *outcome.messages) for outcome in found]
    seen = Seen([found[-1].answer])
    if said != list(results):
        seen.problems.append(f"expected {results}, got {said}")
    if changed != expected:
        seen.problems.append(f"{changed} changes were stored, not {expected}")
    return seen


def _replays():
    done, refused = ("Verwerkt",), ("Afgekeurd", "FS201")

    def repeat(count, at_once):
        def run(stand):
            found, changed = _again(stand, [stand.fresh_person()] * count, [changes.new_id()] * count, at_once)
            seen = _told(found, changed, *[done] * count)
            if len({outcome.body() for outcome in found}) != 1:
                seen.problems.append("the answers to the same message differ")
            return seen
        return run

    def other_body(stand):
        found, changed = _again(stand, [stand.fresh_person(), ELSEWHERE["wi2021"]], [changes.new_id()] * 2)
        return _told(found, changed, done, ("0011",))

    def other_operation(stand):
        bsn, message_id = stand.fresh_person(), changes.new_id()
        found, changed = _again(stand, [bsn], [message_id])
        seen = _told(found, changed, done)
        return Seen([converse(stand.gateway, ask(stand, "wi2021", "VraagLbtOpnieuwAan", bsn, message_id=message_id)).first],
                    problems=seen.problems)

    def another_id(stand):
        """The first is done; the second is another message, and meets the rule that now applies to the person."""
        found, changed = _again(stand, [stand.fresh_person()] * 2, [changes.new_id(), changes.new_id()])
        return _told(found, changed, done, refused)

    def another_id_and_person(stand):
        found, changed = _again(stand, [stand.fresh_person(), stand.fresh_person()], [changes.new_id(), changes.new_id()])
        return _told(found, changed, done, done, expected=2)
    found = [Case(f"A16-same-message-{count}-times", repeat(count, False), OK, records=count + FEEDS, changes=True,
                  cpu_ms=60 + 40 * count) for count in (2, 10)]
    found += [Case(f"A40-same-message-{count}-at-once", repeat(count, True), OK, records=count + FEEDS, changes=True,
                   cpu_ms=60 + 40 * count) for count in (2, 8, 24)]
    found.append(Case("A17-same-id-other-body", other_body, fault("0011"), records=2 + FEEDS, changes=True, cpu_ms=180))
    found.append(Case("A17-same-id-other-operation", other_operation, fault("0011"), records=2 + FEEDS, changes=True, cpu_ms=180))
    found.append(Case("A16-another-id-is-another-message", another_id, OK, records=2 + FEEDS, changes=True, cpu_ms=180))
    found.append(Case("A16-another-id-for-another-person", another_id_and_person, OK, records=2 + FEEDS, changes=True, cpu_ms=180))
    return found


def cases():
    return _other_peoples_persons() + _other_laws() + _injections() + _replays()
