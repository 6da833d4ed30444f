#!/usr/bin/env python3
"""The whole authorisation: operation x roles x municipality x person, and the states of a key, asked of the real program and held
against the oracle (oracle.py). "Not yours" and "not there" are compared to the byte (security.md R09, A34, A37, A39).

    matrix_test.py          every operation, municipality and person with the roles that decide; some seconds
    matrix_test.py --full   the same with every set of roles that there is
"""
import itertools
import json
import os
import re
import sqlite3
import sys
import threading
import time
import unittest
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import oracle  # noqa: E402
import soap  # noqa: E402
from gateway import Gateway, Key  # noqa: E402
from messages import RECORDS, requests  # noqa: E402

TODAY = "2026-11-22"
FULL = "--full" in sys.argv
THREADS = 4
MESSAGE = re.compile(rb"<(?:\w+:)?code>((?:FS|AS)\d{3})<")
RESULT = re.compile(rb"<(?:\w+:)?resultaat>(\w+)<")
FAULT = re.compile(rb"<(?:\w+:)?technischeFout.*?<(?:\w+:)?code>(\d{4})<", re.S)
REFERENCE = re.compile(rb"<((?:\w+:)?)referentie>[0-9a-f]+<")


def issue(roles, gemeenten=oracle.GRANTED, *options):
    documents = gateway.dir / "sleutels"
    documents.mkdir(exist_ok=True)
    words = [word for code in gemeenten for word in ("--gemeente", code)]
    issued = json.loads(gateway.command(
        "keys", "issue", "--label", "Matrix", "--leverancier", "Matrix", *words, "--rollen", ",".join(roles), "--uit", documents,
        "--kaal", "--json", "--data", gateway.data, *options))
    return Key(issued["applicatiesleutel"], issued["wachtwoorddocument"])


def setUpModule():
    global gateway, operations, keys, split
    gateway = Gateway(persons=0, today=TODAY)
    operations = list(requests())
    sets = [frozenset(chosen) for size in range(1, 6) for chosen in itertools.combinations(oracle.ROLES, size)]
    chosen = sets if FULL else [s for s in sets if len(s) in (1, 5)]
    keys = {roles: issue(sorted(roles)) for roles in chosen}
    # Everything elsewhere, and here only the oldest law.
    split = issue(["Wi2007"], ["0363"])
    gateway.command("keys", "grant", "--sleutel", split.name, "--gemeente", "0344", "--rollen", ",".join(oracle.ROLES),
                    "--data", gateway.data)
    unittest.enterModuleContext(gateway)


class Line:
    """One connection that stays, and is made anew when the gateway has ended it."""

    def __init__(self):
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.connection is not None:
            self.connection.close()

    def ask(self, data):
        for _ in range(2):
            if self.connection is None:
                self.connection = gateway.connect(timeout=60)
            self.connection.sendall(data)
            answer = soap.read_answer(self.connection)
            if answer is None or answer.closed:
                self.connection.close()
                self.connection = None
            if answer is not None:
                return answer
        raise AssertionError("no answer")


def data(key, request, gemeente, bsn, records=None):
    body = soap.envelope(request.body(gemeente, bsn, records), soap.security(key))
    return soap.request(request.service, body, action=f"{soap.namespace(request.service)}/{request.name}")


def to_compare(answer):
    return answer.status, REFERENCE.sub(rb"<\1referentie><", answer.body)


class Case:
    """One call, what the oracle says of it, and where the gateway differs."""

    def __init__(self, key, roles, request, gemeente, person, granted=oracle.GRANTED):
        self.key, self.roles, self.request, self.gemeente, self.person, self.granted = key, roles, request, gemeente, person, granted

    def __str__(self):
        return (f"{self.request.service} {self.request.name} for {self.gemeente} with {','.join(sorted(self.roles)) or 'no role'}: "
                f"{self.person.bsn} ({self.person.law}: {self.person.state})")

    def ask(self, line, person=None):
        return line.ask(data(self.key, self.request, self.gemeente, (person or self.person).bsn))

    def differs(self, line, nobody):
        """Text of what is wrong; `nobody`: the answer to the same question about a person who does not exist."""
        answer = self.ask(line)
        code = FAULT.search(answer.body)
        may = oracle.allowed(self.roles, self.request.service, self.request.name, self.gemeente, self.granted)
        if not may or code:
            said = code[1].decode() if code else "an answer"
            return None if (not may and said == "0002") else f"{'an answer' if may else '0002'} expected, {said} came"
        if self.request.name == "BepaalWet":
            return self._law(answer)
        return self._found(answer, nobody) if self.request.of_person else None

    def _law(self, answer):
        expected = oracle.law_answer(self.person, self.gemeente, self.roles)
        result = answer.find(f".//{{{soap.namespace('algemeen')}}}uitkomst")
        ns = f"{{{soap.namespace('algemeen')}}}"
        wet = result.find(ns + "wet")
        said = None if wet is None else {
            "wet": "".join(wet.itertext()) if len(wet) == 0 else wet[0].text,
            **{name: result.findtext(ns + name) == "true" for name in ("woonachtig", "overleden", "gegevensInzien")}}
        return None if said == expected else f"{expected} expected, {said} came"

    def _found(self, answer, nobody):
        expected = oracle.found(self.person, self.request.service, self.request.name, self.gemeente)
        same = to_compare(answer) == nobody
        if expected is not None and same == expected:
            return "found expected, the answer about nobody came" if expected else f"nobody expected, {MESSAGE.findall(answer.body)} came"
        result = RESULT.search(answer.body)
        seen = oracle.sight(self.person, self.request.service, self.gemeente)
        # A message or a request to DUO changes nothing by itself.
        changes = self.request.changes and self.request.service != "algemeen"
        if changes and seen == oracle.READS and result[1] != b"Afgekeurd":
            return f"a refusal expected, {result[1].decode()} came: this municipality only reads"
        return None


def cases():
    everyone = [*oracle.GRANTED, oracle.UNGRANTED, oracle.NO_MUNICIPALITY]
    for roles, key in keys.items():
        for request in operations:
            for gemeente in everyone:
                processed = oracle.allowed(roles, request.service, request.name, gemeente)
                # A refusal is told before any person is looked for: one who is there and one who is not will do.
                few = (oracle.PERSONS[0], oracle.NOBODY)
                persons = oracle.PERSONS if request.of_person and (processed or FULL) else few if request.of_person else few[:1]
                for person in persons:
                    yield Case(key, roles, request, gemeente, person)
    everything = frozenset(oracle.ROLES)
    for request in operations:
        for gemeente, roles in (("0363", frozenset({"Wi2007"})), ("0344", everything), ("0014", frozenset())):
            yield Case(split, roles, request, gemeente, oracle.PERSONS[0], ("0363", "0344"))


def run_all(todo, wrong, count):
    """Asks until nothing is left; one connection a thread."""
    nobody = {}
    with Line() as line:
        for case in todo:
            place = (case.key.name, case.request.service, case.request.name, case.gemeente)
            if case.request.of_person and place not in nobody:
                nobody[place] = to_compare(case.ask(line, oracle.NOBODY))
            count[case.request.service] += 1
            difference = case.differs(line, nobody.get(place))
            if difference:
                wrong.append(f"{case}: {difference}")


class Agreeing(unittest.TestCase):
    """Asks everything and shows where gateway and oracle differ."""

    def assert_agree(self, everything):
        wrong, count, failed = [], Counter(), []

        def work(part):
            try:
                run_all(part, wrong, count)
            except Exception as error:  # noqa: BLE001: told below, in the test's own thread
                failed.append(error)

        parts = [everything[number * len(everything) // THREADS:(number + 1) * len(everything) // THREADS]
                 for number in range(THREADS)]
        threads = [threading.Thread(target=work, args=(part,)) for part in parts]
        begin = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{sum(count.values())} calls, {len(operations)} operations, {len(keys)} sets of roles, "
              f"{time.monotonic() - begin:.0f} s", file=sys.stderr)
        self.assertEqual(failed, [])
        self.assertEqual(sum(count.values()), len(everything))
        self.assertEqual(wrong[:40], [], f"{len(wrong)} of {len(everything)} differ")

class MatrixTest(Agreeing):
    def test_R09_A34_A37_A39_the_gateway_and_the_oracle_agree(self):
        everything = list(cases())
        if os.environ.get("CVSGW_SANITIZE"):
            everything = everything[::6]  # slow, and there for defects of memory only
        self.assert_agree(everything)

    def test_A34_a_municipality_without_a_grant_is_one_that_does_not_exist(self):
        key = keys[frozenset(oracle.ROLES)]
        with Line() as line:
            for request in operations:
                answers = [to_compare(line.ask(data(key, request, gemeente, oracle.PERSONS[0].bsn)))
                           for gemeente in (oracle.UNGRANTED, oracle.NO_MUNICIPALITY)]
                self.assertEqual(answers[0], answers[1], request.name)


class RecordTest(unittest.TestCase):
    """Ids of another municipality's records: guessed or known, they name nothing."""

    def ids(self, line, service, gemeente):
        """One record of each kind that the municipality has."""
        key, found = keys[frozenset(oracle.ROLES)], {}
        sources = {"wi2013": (("ZoekSignalen", "<o:criteria/>", "signaalId"),),
                   "wi2021": (("ZoekSignalen", "<o:criteria/>", "signaalId"), ("ZoekCertificaten", "<o:criteria/>", "certificaatId"),
                              ("LijstContactpersonen", "", "contactpersoonId"),
                              ("RaadpleegPersoon", f"<o:bsn>{oracle.PERSONS[0].bsn}</o:bsn>", "aanbodId"))}
        for name, content, field in sources[service]:
            text = soap.operation(service, name, f"<o:gemeentecode>{gemeente}</o:gemeentecode>{content}")
            answer = line.ask(soap.request(service, soap.envelope(text, soap.security(key)),
                                           action=f"{soap.namespace(service)}/{name}"))
            found[RECORDS[field]] = next(answer.xml().iter(f"{{{soap.namespace(service)}}}{field}")).text
        return found

    def test_A37_a_record_of_another_municipality_is_a_record_that_is_not_there(self):
        key = keys[frozenset(oracle.ROLES)]
        told = set()
        with Line() as line:
            for service, home, other in (("wi2021", ("0363", "999994001"), ("0344", "999994098")),
                                         ("wi2013", ("0014", "999996010"), ("0034", "999996095"))):
                real = self.ids(line, service, home[0])
                guessed = {kind: re.sub(r"\d+$", lambda digits: "9" * len(digits[0]), record) for kind, record in real.items()}
                for request in (r for r in operations if r.service == service and r.records):
                    answers = [to_compare(line.ask(data(key, request, *who, records)))
                               for who in (other, home) for records in (real, guessed)]
                    self.assertEqual(answers[0], answers[1], f"{request.name} for {other[0]}")
                    told |= {request.name} if answers[2] != answers[3] else set()
        # Its own municipality is told: the ids are real.
        self.assertLessEqual({"WijzigSignaalstatus", "HaalCertificaat", "RaadpleegCaseload", "VerwijderAanbod"}, told)


class ZTomorrowTest(Agreeing):
    """Last, because the clock moves on: sight that was there ends in the life of the gateway."""

    def test_R09_A37_sight_that_ends_is_over(self):
        gateway.restart("2026-11-23")
        roles = frozenset(oracle.ROLES)
        persons = [oracle.tomorrow(person) for person in oracle.PERSONS if person.bsn in oracle.LAST_DAY]
        self.assertEqual(len(persons), len(oracle.LAST_DAY))
        self.assert_agree([Case(keys[roles], roles, request, gemeente, person) for request in operations if request.of_person
                           for gemeente in oracle.GRANTED for person in persons])


class NameTest(unittest.TestCase):
    def test_A38_a_number_of_a_person_has_one_of_two_names_in_every_request(self):
        # By these names the gateway knows whom a message asks about, whatever the operation (gateway/limits/persons.cpp).
        schemas = [ElementTree.parse(path) for path in (HERE.parents[1] / "wsdl").glob("*/v1/*.xsd")]
        xs = "{http://www.w3.org/2001/XMLSchema}"
        names = Counter((element.get("type", "").split(":")[-1], element.get("name"))
                        for schema in schemas for element in schema.iter(xs + "element"))
        of_persons = {pair for pair in names if pair[0] in ("Bsn", "ANummer") or re.search("bsn|anummer", pair[1] or "", re.I)}
        self.assertEqual(of_persons, {("Bsn", "bsn"), ("ANummer", "aNummer")})
        derived = [node.get("base") for schema in schemas for node in schema.iter(xs + "restriction")
                   if node.get("base", "").split(":")[-1] in ("Bsn", "ANummer")]
        self.assertEqual(derived, [], "a type made of one of these would escape")


class KeyStateTest(unittest.TestCase):
    """A key in every state, with a sample of operations."""

    def test_R09_A33_only_a_valid_key_with_its_password_is_answered(self):
        states = {"valid": issue(oracle.ROLES), "old password": issue(oracle.ROLES), "revoked": issue(oracle.ROLES),
                  "expired": issue(oracle.ROLES),
                  "not yet valid": issue(oracle.ROLES, oracle.GRANTED, "--geldig-van", "2090-01-01", "--geldig-tot", "2090-02-01"),
                  "another OIN": issue(oracle.ROLES, oracle.GRANTED, "--oin", "00000099000000001000"),
                  "replaced password": issue(oracle.ROLES)}
        documents = ("--uit", gateway.dir / "sleutels", "--kaal", "--data", gateway.data)
        gateway.command("keys", "revoke", "--sleutel", states["revoked"].name, "--data", gateway.data)
        gateway.command("keys", "rotate", "--sleutel", states["old password"].name, "--dagen", "3", *documents)
        gateway.command("keys", "rotate", "--sleutel", states["replaced password"].name, "--direct", *documents)
        # Nobody can issue a key that has expired: this one grows old at once.
        with sqlite3.connect(gateway.data / "sleutels.sqlite") as database:
            database.execute("UPDATE sleutel SET geldig_van = '2020-01-01', geldig_tot = '2020-02-01' WHERE applicatiesleutel = ?",
                             (states["expired"].name,))
        time.sleep(1.2)  # a running gateway takes up to a second to know of a change
        refusals = set()
        with Line() as line:
            for (name, key), request in itertools.product(states.items(), operations[::11] if FULL else operations[::19]):
                answer = line.ask(data(key, request, "0363", oracle.PERSONS[0].bsn))
                if name in ("valid", "old password"):
                    self.assertEqual(answer.status, 200, f"{name}: {request.name}")
                else:
                    refusals.add(to_compare(answer))
        self.assertEqual(len(refusals), 1, "one and the same refusal")
        self.assertEqual(FAULT.search(refusals.pop()[1])[1], b"0002")


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[word for word in sys.argv if word != "--full"])
