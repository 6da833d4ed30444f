"""Changes under the Wi2021 for tests: what to send, and what an answer says became of it."""
import uuid

import soap

W21 = f"{{{soap.namespace('wi2021')}}}"


# Municipalities of the synthetic population, which is spread evenly: enough of them for some hundreds of persons.
GEMEENTEN = ("0363", "0344", "0599", "0518", "0014", "0034", "0772", "0080", "0153", "0193", "0200", "0202", "0268",
             "0307", "0392", "0394", "0402", "0546", "0637", "0758")


def issue_key(gateway, roles="Wi2021MUT"):
    """A key for all of GEMEENTEN."""
    return gateway.issue_key(GEMEENTEN[0], roles, *(word for code in GEMEENTEN[1:] for word in ("--gemeente", code)))


def find(gateway, key, criteria=""):
    """(bsn, gemeentecode) of everyone who meets the criteria of ZoekPersonen, up to 200 a municipality."""
    for gemeente in GEMEENTEN:
        content = (el("gemeentecode", gemeente) + el("criteria", criteria) +
                   el("paginering", el("paginagrootte", 200)))
        answer = soap.call(gateway, key, "wi2021", "ZoekPersonen", content)
        assert answer.status == 200, answer.fault()
        for row in answer.xml().iter(W21 + "persoon"):
            yield text(row, "bsn"), gemeente


def new_id():
    return f"urn:uuid:{uuid.uuid4()}"


def el(name, content):
    return f"<o:{name}>{content}</o:{name}>"


def person(bsn, gemeente="0363"):
    return el("gemeentecode", gemeente) + el("bsn", bsn)


def common(name, content):
    """An element of the shared types."""
    return f'<g:{name} xmlns:g="{soap.namespace("gemeenschappelijk")}">{content}</g:{name}>'


def bsns(first):
    """Numbers from `first` on that pass the 11-test. Those of 99995 to 99999 belong to nobody but the test persons."""
    for number in range(first, first + 4000):
        digits = [int(digit) for digit in str(number)]
        if (sum((9 - place) * digit for place, digit in enumerate(digits[:8])) - digits[8]) % 11 == 0:
            yield str(number)


def treatment(version=None, dry=False, confirmed=()):
    """`verwerking`, as it may end every change."""
    parts = ""
    if confirmed:
        parts += common("bevestigdeMeldingen", "".join(common("code", code) for code in confirmed))
    if dry:
        parts += common("alleenValideren", "true")
    if version:
        parts += common("verwachteVersie", version)
    return el("verwerking", parts) if parts else ""


class Outcome:
    """An answer to a change."""

    def __init__(self, answer):
        self.answer = answer
        self.fault = answer.fault()
        self.result = answer.find(f".//{W21}resultaat").text if not self.fault else None
        self.messages = [] if self.fault else answer.messages()
        stand = None if self.fault else answer.find(f".//{W21}stand")
        self.version = stand.findtext(f"{W21}versie") if stand is not None else None

    def body(self):
        """What has to be the same for a retry: everything but the header, whose own message id is fresh."""
        return self.answer.body.split(b":Body>", 1)[1]

    def __str__(self):
        return f"{self.result or self.fault} {self.messages} {self.version}"


def send(gateway, key, operation, content, **options):
    return Outcome(soap.call(gateway, key, "wi2021", operation, content, **options))


def view(gateway, key, bsn, gemeente="0363"):
    """The `persoon` of RaadpleegPersoon; None when he is not found."""
    answer = soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente))
    assert answer.status == 200, answer.fault()
    return answer.find(f".//{W21}persoon")


def text(element, *path):
    """The text of a descendant by its path, None when it is not there."""
    return element.findtext("/".join(W21 + name for name in path))


def feed(gateway, key, operation, row, after=0, gemeente="0363"):
    """Every entry of HaalPersonen or HaalSignalen behind `after`, as dicts, in the order in which they came."""
    entries, more = [], True
    while more:
        content = el("gemeentecode", gemeente) + el("naVolgnummer", after) + el("maximum", 1000)
        answer = soap.call(gateway, key, "wi2021", operation, content)
        assert answer.status == 200, answer.fault()
        tree = answer.xml()
        entries += [{child.tag.removeprefix(W21): child.text for child in entry} for entry in tree.iter(W21 + row)]
        after = int(tree.find(f".//{W21}laatsteVolgnummer").text)
        more = tree.find(f".//{W21}meerBeschikbaar").text == "true"
    return entries
