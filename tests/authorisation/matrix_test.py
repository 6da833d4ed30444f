#!/usr/bin/env python3
"""The whole authorisation: operation x roles x municipality x person, and the states of a key, asked of the real program and held
against the oracle (oracle.py). "Not yours" and "not there" are compared to the byte (security.md R09, A34, A37, A39).

    matrix_test.py          every operation, municipality and person with the roles that decide; some seconds
    matrix_test.py --full   the same with every set of roles that there is
"""
import itertools
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
from asking import FAULT, Case, Feed, Line, data, to_compare  # noqa: E402
from gateway import Gateway, test_persons  # noqa: E402
from messages import RECORDS, requests  # noqa: E402

TODAY = "2026-11-22"
FULL = "--full" in sys.argv
THREADS = 4


def issue(roles, gemeenten=oracle.GRANTED, *options):
    more = [word for code in gemeenten[1:] for word in ("--gemeente", code)]
    return gateway.issue_key(gemeenten[0], ",".join(roles), *more, *options, leverancier="Matrix")


def setUpModule():
    global gateway, operations, keys, split, states, others
    gateway = Gateway(persons=0, today=TODAY)
    operations = list(requests())
    sets = [frozenset(chosen) for size in range(1, 6) for chosen in itertools.combinations(oracle.ROLES, size)]
    chosen = sets if FULL else [s for s in sets if len(s) in (1, 5)]
    keys = {roles: issue(sorted(roles)) for roles in chosen}
    # Everything elsewhere, and here only the oldest law.
    split = issue(["Wi2007"], ["0363"])
    gateway.command("keys", "grant", "--sleutel", split.name, "--gemeente", "0344", "--rollen", ",".join(oracle.ROLES),
                    "--data", gateway.data)
    states = key_states()
    # The test persons whom the oracle does not know, each of one municipality.
    known = {person.bsn for person in oracle.PERSONS}
    others = {(person["wet"], person["bsn"]): person["gemeente"] for person in test_persons() if person["bsn"] not in known}
    unittest.enterModuleContext(gateway)


def key_states():
    """A key in every state."""
    made = {"valid": issue(oracle.ROLES), "old password": issue(oracle.ROLES), "revoked": issue(oracle.ROLES),
            "expired": issue(oracle.ROLES),
            "not yet valid": issue(oracle.ROLES, oracle.GRANTED, "--geldig-van", "2090-01-01", "--geldig-tot", "2090-02-01"),
            "another OIN": issue(oracle.ROLES, oracle.GRANTED, "--oin", "00000099000000001000"),
            "replaced password": issue(oracle.ROLES)}
    documents = ("--uit", gateway.dir / "sleutels", "--kaal", "--data", gateway.data)
    gateway.command("keys", "revoke", "--sleutel", made["revoked"].name, "--data", gateway.data)
    gateway.command("keys", "rotate", "--sleutel", made["old password"].name, "--dagen", "3", *documents)
    gateway.command("keys", "rotate", "--sleutel", made["replaced password"].name, "--direct", *documents)
    # Nobody can issue a key that has expired: this one grows old at once.
    with sqlite3.connect(gateway.data / "sleutels.sqlite") as database:
        database.execute("UPDATE sleutel SET geldig_van = '2020-01-01', geldig_tot = '2020-02-01' WHERE applicatiesleutel = ?",
                         (made["expired"].name,))
    return made


def cases():
    everyone = [*oracle.GRANTED, oracle.UNGRANTED, oracle.NO_MUNICIPALITY]
    for roles, key in keys.items():
        for request in operations:
            for gemeente in everyone:
                if request.feed:
                    yield Feed(key, roles, request, gemeente, oracle.PERSONS, others)
                    continue
                processed = oracle.allowed(roles, request.service, request.name, gemeente)
                # A refusal is told before any person is looked for: one who is there and one who is not will do.
                few = (oracle.PERSONS[0], oracle.NOBODY)
                persons = oracle.PERSONS if request.of_person and (processed or FULL) else few if request.of_person else few[:1]
                for person in persons:
                    yield Case(key, roles, request, gemeente, person)
    everything = frozenset(oracle.ROLES)
    for request in operations:
        for gemeente, roles in (("0363", frozenset({"Wi2007"})), ("0344", everything), ("0014", frozenset())):
            granted = ("0363", "0344")
            yield (Feed(split, roles, request, gemeente, oracle.PERSONS, others, granted) if request.feed else
                   Case(split, roles, request, gemeente, oracle.PERSONS[0], granted))


def run_all(todo, wrong, count, judged):
    """Asks until nothing is left; one connection a thread."""
    nobody = {}
    with Line(gateway) as line:
        for case in todo:
            place = (case.key.name, case.request.service, case.request.name, case.gemeente)
            if case.request.of_person and place not in nobody:
                nobody[place] = to_compare(case.ask(line, oracle.NOBODY))
            count[case.request.service] += 1
            difference = case.differs(line, nobody.get(place), judged)
            if difference:
                wrong.append(f"{case}: {difference}")


class Agreeing(unittest.TestCase):
    """Asks everything and shows where gateway and oracle differ."""

    def assert_agree(self, everything):
        """How the cases were judged, by operation."""
        wrong, count, failed, judged = [], Counter(), [], Counter()
        self.assertNotEqual(everything, [])
        oracle.used.clear()

        def work(part):
            try:
                run_all(part, wrong, count, judged)
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
        self.assertEqual(wrong[:40], [], f"{len(wrong)} of {len(everything)} differ")
        return judged


class MatrixTest(Agreeing):
    def test_R09_A34_A37_A39_the_gateway_and_the_oracle_agree(self):
        everything = list(cases())
        if os.environ.get("CVSGW_SANITIZE"):
            self.assert_agree(everything[::6])  # slow, and there for defects of memory only
        else:
            self.assert_complete(self.assert_agree(everything))

    def assert_complete(self, judged):
        """Every operation was refused and answered, and every answer about a person was compared by each branch of its rule."""
        missing = []
        for request in operations:
            place, alone = (request.service, request.name), request.name in oracle.WITHOUT_PERSON[request.service]
            missing += [(*place, how) for how in ("refused", "answered" if alone else "about a person") if not judged[*place, how]]
            missing += [(*place, how) for how in ("about a person" if alone else "answered",) if judged[*place, how]]
            if not alone:
                rule = oracle.RULE_OF.get(request.name, "other")
                missing += [(*place, rule, verdict) for verdict in oracle.RULES[rule] if not oracle.used[*place, rule, verdict]]
        of_operations = {name for request in operations for name in (request.name, oracle.RULE_OF.get(request.name, "other"))}
        missing += (set(oracle.RULE_OF) | set(oracle.RULES)) - of_operations
        self.assertEqual(missing, [])
        self.assertGreater(judged["wi2013", "WijzigPvt", "only reads"], 0)
        self.assertGreater(judged["wi2021", "OntheftLbt", "only reads"], 0)
        for service in ("wi2007", "wi2013", "wi2021"):
            self.assertGreater(judged[service, "HaalPersonen", "further pages"], 0, service)
            self.assertGreater(judged[service, "HaalSignalen", "further pages"], 0, service)

    def test_A34_a_municipality_without_a_grant_is_one_that_does_not_exist(self):
        key = keys[frozenset(oracle.ROLES)]
        with Line(gateway) as line:
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
        with Line(gateway) as line:
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


    def test_A37_lists_hold_ones_own_records(self):
        key, ids, names = keys[frozenset(oracle.ROLES)], [], []
        lists = {request.name: request for request in operations if request.name in ("LijstContactpersonen", "LijstBestanden")}
        with Line(gateway) as line:
            for gemeente in oracle.GRANTED:
                answer = line.ask(data(key, lists["LijstContactpersonen"], gemeente, "")).xml()
                ids.append({element.text for element in answer.iter(f"{{{soap.namespace('wi2021')}}}contactpersoonId")})
                answer = line.ask(data(key, lists["LijstBestanden"], gemeente, "")).xml()
                names.append([element.text for element in answer.iter(f"{{{soap.namespace('algemeen')}}}bestandsnaam")])
        self.assertGreaterEqual(len([some for some in ids if some]), 2)
        self.assertEqual(len(set().union(*ids)), sum(map(len, ids)), "a contact person of two municipalities")
        for gemeente, files in zip(oracle.GRANTED, names):
            self.assertIn(gemeente, "".join(files))
            self.assertEqual([name for name in files if any(other in name for other in oracle.GRANTED if other != gemeente)], [])

    def test_A37_a_count_counts_what_the_list_shows(self):
        key, total = keys[frozenset(oracle.ROLES)], re.compile(rb"totaal>(\d+)<")
        counts = []
        with Line(gateway) as line:
            for request in (r for r in operations if r.name == "HaalSignalen"):
                for gemeente in oracle.GRANTED:
                    feed = Feed(key, oracle.ROLES, request, gemeente, oracle.PERSONS, others)
                    listed = [entry for entry in feed.entries(line) if entry["vervallen"] == "false"]
                    content = f"<o:gemeentecode>{gemeente}</o:gemeentecode><o:criteria><o:datumVanaf>2000-01-01</o:datumVanaf></o:criteria>"
                    said = [int(total.search(line.ask(soap.message(gateway, key, request.service, name, content)).body)[1])
                            for name in ("TelSignalen", "ZoekSignalen")]
                    self.assertEqual(said, [len(listed)] * 2, f"{request.service} {gemeente}")
                    counts.append(len(listed))
        self.assertEqual(len(counts), 3 * len(oracle.GRANTED))
        self.assertGreater(len([count for count in counts if count]), 3)


class ZTomorrowTest(Agreeing):
    """Last, because the clock moves on: sight that was there ends in the life of the gateway."""

    def test_R09_A37_sight_that_ends_is_over(self):
        gateway.restart("2026-11-23")
        roles = frozenset(oracle.ROLES)
        persons = [oracle.tomorrow(person) for person in oracle.PERSONS if person.bsn in oracle.LAST_DAY]
        self.assertEqual(len(persons), len(oracle.LAST_DAY))
        asked = [Case(keys[roles], roles, request, gemeente, person) for request in operations if request.of_person
                 for gemeente in oracle.GRANTED for person in persons]
        feeds = [Feed(keys[roles], roles, request, gemeente, [oracle.tomorrow(person) for person in oracle.PERSONS], others)
                 for request in operations if request.feed for gemeente in oracle.GRANTED]
        judged = self.assert_agree(asked + feeds)
        for service in ("wi2013", "wi2021"):
            for name in ("HaalPersonen", "HaalSignalen"):
                self.assertGreater(judged[service, name, "gone"], 0, f"{service} {name}: whoever is out of sight is told to be gone")


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


WHOSE = {"one's own": oracle.PERSONS[0], "another's": next(person for person in oracle.PERSONS if "0014" in person.sight)}


class KeyStateTest(unittest.TestCase):
    """A key in every state: every operation with some, and with all of them when asked for all."""

    @staticmethod
    def todo(bad):
        """Operation, state and person. A refusal costs the gateway a hash of a password, so each operation has one bad state and one
        person; neighbours in the list have others, so that every service has every pair of state and person."""
        if FULL:
            return list(itertools.product(operations, bad, WHOSE))
        pairs = list(itertools.product(bad, WHOSE))
        of_services = [[request for request in operations if request.service == service] for service in
                       dict.fromkeys(request.service for request in operations)]
        return [(requests[number % len(requests)], *pairs[number % len(pairs)]) for requests in of_services
                for number in range(max(len(requests), len(pairs)))]

    def test_R09_A33_only_a_valid_key_with_its_password_is_answered(self):
        good = [name for name in states if name in ("valid", "old password")]
        todo = self.todo([name for name in states if name not in good])
        # All of it would be refused with any key: an operation, a state or a person that is not asked proves nothing.
        self.assertEqual({request.name for request, _, _ in todo}, {request.name for request in operations})
        self.assertEqual({(request.service, *pair) for request, *pair in todo},
                         set(itertools.product(("algemeen", "wi2007", "wi2013", "wi2021"), set(states) - set(good), WHOSE)))
        refusals = {}
        with Line(gateway) as line:
            for request, name, whose in itertools.product(operations, good, WHOSE):
                answer = line.ask(data(states[name], request, "0363", WHOSE[whose].bsn))
                self.assertEqual(answer.status, 200, f"{name}: {request.name}")
            for request, name, whose in todo:
                refusals.setdefault(to_compare(line.ask(data(states[name], request, "0363", WHOSE[whose].bsn))), (request.name, name, whose))
        self.assertEqual(len(refusals), 1, f"one and the same refusal, but different for {list(refusals.values())}")
        self.assertEqual(FAULT.search(next(iter(refusals))[1])[1], b"0002")


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[word for word in sys.argv if word != "--full"])
