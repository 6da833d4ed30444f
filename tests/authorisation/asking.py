"""One call of the matrix, what the oracle says of it, and where the gateway's answer differs."""
import re

import oracle
import soap

MESSAGE = re.compile(rb"<(?:\w+:)?code>((?:FS|AS)\d{3})<")
RESULT = re.compile(rb"<(?:\w+:)?resultaat>(\w+)<")
FAULT = re.compile(rb"<(?:\w+:)?technischeFout.*?<(?:\w+:)?code>(\d{4})<", re.S)
REFERENCE = re.compile(rb"<((?:\w+:)?)referentie>[0-9a-f]+<")
COUNT = re.compile(rb"<(?:\w+:)?totaal>(\d+)<")


class Line:
    """One connection that stays, and is made anew when the gateway has ended it."""

    def __init__(self, gateway):
        self.gateway, self.connection = gateway, None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.connection is not None:
            self.connection.close()

    def ask(self, data):
        for _ in range(2):
            if self.connection is None:
                self.connection = self.gateway.connect(timeout=60)
            self.connection.sendall(data)
            answer = soap.read_answer(self.connection)
            if answer is None or answer.closed:
                self.connection.close()
                self.connection = None
            if answer is not None:
                return answer
        raise AssertionError("no answer")


def data(key, request, gemeente, bsn, records=None, after=0):
    body = soap.envelope(request.body(gemeente, bsn, records, after), soap.security(key))
    return soap.request(request.service, body, action=f"{soap.namespace(request.service)}/{request.name}")


def to_compare(answer):
    return answer.status, REFERENCE.sub(rb"<\1referentie><", answer.body)


def rows(answer, request):
    """The rows of a list, by the names of their elements; what is inside an element is left out."""
    ns = f"{{{soap.namespace(request.service)}}}"
    return [{child.tag.removeprefix(ns): child.text for child in row} for row in answer.xml().iter(ns + request.row)]


class Case:
    """`judged` counts how it was judged, by operation: nothing is left out without being seen."""

    def __init__(self, key, roles, request, gemeente, person, granted=oracle.GRANTED):
        self.key, self.roles, self.request, self.gemeente, self.person, self.granted = key, roles, request, gemeente, person, granted

    def __str__(self):
        return (f"{self.request.service} {self.request.name} for {self.gemeente} with {','.join(sorted(self.roles)) or 'no role'}: "
                f"{self.person.bsn} ({self.person.law}: {self.person.state})")

    def ask(self, line, person=None, after=0):
        return line.ask(data(self.key, self.request, self.gemeente, (person or self.person).bsn, after=after))

    def may(self):
        return oracle.allowed(self.roles, self.request.service, self.request.name, self.gemeente, self.granted)

    def differs(self, line, nobody, judged):
        """Text of what is wrong; `nobody`: the answer to the same question about a person who does not exist."""
        answer, request = self.ask(line), self.request
        code = FAULT.search(answer.body)
        may = self.may()
        if not may or code:
            judged[request.service, request.name, "refused"] += 1
            said = code[1].decode() if code else "an answer"
            return None if (not may and said == "0002") else f"{'an answer' if may else '0002'} expected, {said} came"
        return self._answered(line, answer, nobody, judged)

    def _answered(self, line, answer, nobody, judged):
        request = self.request
        if not request.of_person:
            judged[request.service, request.name, "answered"] += 1
            return None
        judged[request.service, request.name, "about a person"] += 1
        return self._law(answer) if request.name == "BepaalWet" else self._found(answer, nobody, judged)

    def _law(self, answer):
        expected = oracle.law_answer(self.person, self.gemeente, self.roles)
        result = answer.find(f".//{{{soap.namespace('algemeen')}}}uitkomst")
        ns = f"{{{soap.namespace('algemeen')}}}"
        wet = result.find(ns + "wet")
        said = None if wet is None else {
            "wet": "".join(wet.itertext()) if len(wet) == 0 else wet[0].text,
            **{name: result.findtext(ns + name) == "true" for name in ("woonachtig", "overleden", "gegevensInzien")}}
        return None if said == expected else f"{expected} expected, {said} came"

    def _found(self, answer, nobody, judged):
        request = self.request
        expected = oracle.found(self.person, request.service, request.name, self.gemeente)
        same = to_compare(answer) == nobody
        if expected is not None and same == expected:
            return "found expected, the answer about nobody came" if expected else f"nobody expected, {MESSAGE.findall(answer.body)} came"
        if request.row:
            return self._rows(answer, expected)
        if request.name == "TelSignalen":
            count = int(COUNT.search(answer.body)[1])
            return None if expected is None or bool(count) == expected else f"{count} signals counted"
        result = RESULT.search(answer.body)
        seen = oracle.sight(self.person, request.service, self.gemeente)
        # A message or a request to DUO changes nothing by itself.
        if request.changes and request.service != "algemeen" and seen == oracle.READS:
            judged[request.service, request.name, "only reads"] += 1
            if result[1] != b"Afgekeurd":
                return f"a refusal expected, {result[1].decode()} came: this municipality only reads"
        return None

    def _rows(self, answer, expected):
        """Found means in the rows, and nobody else is."""
        found = rows(answer, self.request)
        others = {row.get("bsn") for row in found} - {self.person.bsn}
        if others:
            return f"rows of {others}"
        if expected is not None and bool(found) != expected:
            return f"{len(found)} rows came"
        return self._signal(found, self.person) if self.request.row == "signaal" else None

    def _signal(self, found, person):
        code = oracle.signal(person, self.request.service, self.gemeente)
        told = {row.get("code") for row in found if row.get("bsn") == person.bsn}
        return f"{code} expected among {person.bsn}'s signals, {told} came" if code and code not in told else None


class Feed(Case):
    """A municipality's whole feed, page after page, against all persons at once."""

    def __init__(self, key, roles, request, gemeente, persons, elsewhere, granted=oracle.GRANTED):
        """`elsewhere`: where the other test persons are: {(law, bsn): municipality}."""
        super().__init__(key, roles, request, gemeente, persons[0], granted)
        self.persons, self.elsewhere = persons, elsewhere

    def _answered(self, line, answer, nobody, judged):
        request, pages = self.request, list(self._pages(line, answer))
        entries = [entry for page in pages for entry in page]
        judged[request.service, request.name, "about a person"] += 1
        judged[request.service, request.name, "further pages"] += len(pages) - 1
        gone = [entry for entry in entries if entry["vervallen"] == "true"]
        judged[request.service, request.name, "gone"] += len(gone)
        telling = [entry for entry in gone if set(entry) != {f"{request.row}Id", "volgnummer", "vervallen"}]
        numbers = [int(entry["volgnummer"]) for entry in entries]
        if numbers != sorted(set(numbers)):
            return f"positions out of order: {numbers}"
        if telling:
            return f"gone, and yet it says {telling[0]}"
        return self._compare([entry for entry in entries if entry["vervallen"] == "false"])

    def entries(self, line):
        return [entry for page in self._pages(line, self.ask(line)) for entry in page]

    def _pages(self, line, answer):
        ns = f"{{{soap.namespace(self.request.service)}}}"
        while True:
            tree = answer.xml()
            yield rows(answer, self.request)
            if tree.findtext(f".//{ns}meerBeschikbaar") != "true":
                return
            answer = self.ask(line, after=int(tree.findtext(f".//{ns}laatsteVolgnummer")))

    def _compare(self, entries):
        request, shown = self.request, {entry["bsn"] for entry in entries}
        wrong = []
        for person in self.persons:
            expected = oracle.found(person, request.service, request.name, self.gemeente)
            if expected is not None and (person.bsn in shown) != expected:
                wrong.append(f"{person.bsn} ({person.state}) is {'not ' if expected else ''}in the feed")
            elif request.row == "signaal":
                wrong += filter(None, [self._signal(entries, person)])
        law = f"Wi{request.service.removeprefix('wi')}"
        for bsn in shown - {person.bsn for person in self.persons}:
            if self.elsewhere.get((law, bsn)) != self.gemeente:
                wrong.append(f"{bsn} is in the feed and is not this municipality's")
        return "; ".join(wrong) or None
