#!/usr/bin/env python3
"""Drives the real gateway with five toolkits, each from the served WSDL only.

    interop_test.py zeep|node|php|jaxws|gsoap [unittest options]

Every client walks the same two roads, one of reading and one of changes (docs/aansluitgids/ holds the first three: the
examples that vendors copy), and writes what came of it. zeep is the reference: what it gets is checked here, and what
another client gets must be the same. Each has a gateway and a copy of the data of its own, behind a proxy that loses one
answer, so that the guide's way to ask again is walked for real.
"""
import re
import shutil
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from clients import CLIENTS, GEMEENTE, Node, Php, Zeep  # noqa: E402
from gateway import ALL_ROLES, Gateway  # noqa: E402
from lossy_proxy import LossyProxy  # noqa: E402

CHANGED = "0363"  # Amsterdam: where those of the Wi2021 live, whom the examples change
TODAY = "2026-11-22"
LOST = "VoegAanbodToe"  # the operation whose first answer is lost


class BehindProxy(Gateway):
    """A gateway that names a proxy's port as its own in the WSDL."""

    def __init__(self, data):
        super().__init__(data=data, today=TODAY)
        self.proxy = LossyProxy(self.pki, lose=LOST)

    def config_text(self):
        self.proxy.gateway_port = self.port
        self.url = f"https://localhost:{self.proxy.port}"
        return super().config_text()

    def start(self):
        self.proxy.__enter__()
        return super().start()

    def __exit__(self, *reason):
        self.proxy.__exit__()
        super().__exit__(*reason)


# Step: the result, and each message with its field.
EXPECTED = {
    "proef": ("Goedgekeurd",),
    "geweigerd": ("Afgekeurd", ("FS111", "pip/datumDagtekening"), ("FS113", "pip/datumDagtekening"),
                  ("AS114", "pip/datumDagtekening"), ("AS115", "pip/datumDagtekening"), ("FS116", "pip/niveau"),
                  ("FS121", "pip/geschatteUrenIntensiteit")),
    "vraagt": ("BevestigingNodig", ("AS114", "pip/datumDagtekening")),
    "bevestigd": ("Verwerkt", ("AS114", "pip/datumDagtekening")),
    "pip": ("Verwerkt",),
    "anderKenmerk": ("Afgekeurd", ("FS110", "pip"), ("AS010", "pip")),
    "aanbod": ("Verwerkt",),
    "uren": ("Verwerkt",),
    "gewijzigd": ("Verwerkt", ("AS117", "pip/niveau")),
    "verouderd": ("Afgekeurd", ("FS010", "verwerking/verwachteVersie")),
    "signalen": ("Verwerkt",),
    "onbekend": ("Afgekeurd", ("FS020", "signaalIds/signaalId[3]")),
}
# The guide's table under "Wat u weglaat": what comes of an element that a program leaves out, or gives otherwise.
OMITTED = {
    Zeep: {"leftOut": "Goedgekeurd", "null": "Goedgekeurd", "empty": "0004", "order": "Goedgekeurd", "misspelt": "TypeError"},
    Node: {"leftOut": "Goedgekeurd", "undefined": "Goedgekeurd", "null": "0004", "empty": "0004", "order": "0004", "date": "0004"},
    Php: {"leftOut": "Goedgekeurd", "null": "Goedgekeurd", "empty": "0004", "order": "Goedgekeurd", "misspelt": "Afgekeurd"},
}


class InteropTest(unittest.TestCase):
    client = Zeep
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        world = Gateway(persons=6000, today=TODAY)
        cls.addClassCleanup(world.discard)
        key = world.issue_key(GEMEENTE, ALL_ROLES, "--gemeente", CHANGED)
        kinds = list(dict.fromkeys((Zeep, cls.client)))
        clients = []
        for kind in kinds:
            data = world.dir / kind.__name__
            shutil.copytree(world.data, data)
            clients.append(kind(cls.enterClassContext(BehindProxy(data)), key))
        with ThreadPoolExecutor() as pool:
            walked = list(pool.map(lambda client: client.read(), clients))
        cls.reference, cls.reference_changes, *_ = walked[0]
        cls.outcome, cls.changes, *cls.omitted = walked[-1]
        cls.proxy = clients[-1].gateway.proxy

    def test_reads_what_the_reference_reads(self):
        for part in ("vandaag", "autorisatie", "gemeenten", "wetten", "bepaalWet"):
            self.assertEqual(self.outcome[part], self.reference[part], part)

    def test_faults_are_readable_with_their_detail(self):
        wrong = self.outcome["fouten"]["verkeerdWachtwoord"]
        self.assertEqual((wrong["code"], wrong["kant"], wrong["schendingen"]), ("0002", "aanroeper", []))
        self.assertRegex(wrong["referentie"], r"^[0-9a-f]{16}$")
        if "faultcode" in wrong:  # a toolkit with declared faults hides it
            self.assertEqual(wrong["faultcode"].split(":")[-1], "FailedAuthentication")

    def test_a_schema_violation_names_its_element(self):
        schema = self.outcome["fouten"]["schema"]
        self.assertEqual((schema["code"], schema["schendingen"]), ("0004", ["BepaalWet/bsn"]))
        self.assertNotIn("12345", schema["tekst"])

    def test_paging_and_feeds_are_whole(self):
        for law, read in self.outcome["wetten"].items():
            with self.subTest(law):
                self.assertEqual(len(read["personen"]["bsns"]), read["personen"]["totaal"])
                self.assertEqual(len(set(read["personen"]["bsns"])), read["personen"]["totaal"])
                self.assertEqual(len(read["signalen"]["rijen"]), read["signalen"]["totaal"])
                self.assertEqual(read["telling"][0], read["signalen"]["totaal"])
                self.assertEqual(sum(read["telling"][1:]), read["telling"][0])
                self.assertGreater(read["signalen"]["totaal"], 0)
                for feed in ("feedSignalen", "feedPersonen"):
                    numbers = [entry[1] for entry in read[feed]]
                    self.assertEqual(numbers, sorted(set(numbers)), feed)
                self.assertLessEqual({row[0] for row in read["signalen"]["rijen"]},
                                     {entry[0] for entry in read["feedSignalen"] if not entry[2]})

    def test_names_and_dates_are_as_they_were(self):
        people = [entry for read in self.outcome["wetten"].values() for entry in read["feedPersonen"] if not entry[2]]
        self.assertTrue(any(re.search(r"[^\x00-\x7f]", entry[4]) for entry in people), "a name with a diacritic")
        self.assertTrue(all(entry[5] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", entry[5]) for entry in people))

    def test_each_person_falls_under_the_law_it_was_read_under(self):
        for law in self.outcome["wetten"]:
            self.assertEqual(self.outcome["bepaalWet"][law], [law, True, True])

    def test_changes_come_out_as_those_of_the_reference(self):
        self.assertEqual(list(self.changes), list(self.reference_changes))
        for step, outcome in self.changes.items():
            with self.subTest(step):
                self.assertEqual(outcome, self.reference_changes[step])

    def test_changes_come_out_by_the_rules(self):
        for step, (result, *messages) in EXPECTED.items():
            with self.subTest(step):
                found = self.changes[step]
                self.assertEqual(found["resultaat"], result)
                self.assertEqual([(code, field) for code, _, field, *_ in found["meldingen"]], messages)
                self.assertEqual(found["stand"] is not None, result == "Verwerkt")

    def test_every_message_can_be_shown(self):
        messages = [message for step in EXPECTED for message in self.changes[step]["meldingen"]]
        for code, confirm, _, rule, text in messages:
            with self.subTest(code):
                self.assertIs(confirm, code in ("AS114", "AS115"))
                self.assertRegex(rule, r"^(W21|ALG)-\d{3} \(.+\)$")
                self.assertGreater(len(text), 20)
        self.assertIn("vóór 1 januari 2022", messages[0][4])

    def test_what_is_left_out_goes_as_the_guide_tells(self):
        self.assertEqual(self.omitted, [OMITTED[self.client]] if self.client in OMITTED else [])

    def test_a_dry_run_leaves_no_trace(self):
        self.assertIs(self.changes["zonderSpoor"], True)

    def test_a_retry_is_one_change_and_one_answer(self):
        self.assertEqual(self.changes["zelfdeKenmerk"], self.changes["pip"])
        self.assertEqual(self.changes["oudKenmerk"], "0011", "another body under the same id")
        first, second = self.changes["pip"]["stand"], self.changes["gewijzigd"]["stand"]
        self.assertNotEqual(first[0], second[0], "a change gives a new version")
        self.assertEqual(self.changes["historiePip"], [[first[0]], []])
        self.assertEqual(self.changes["historieAanbod"], [[], ["AS104"]])

    def test_a_lost_answer_is_asked_for_again(self):
        self.assertEqual(self.proxy.lost, 1)
        ids = [message_id for operation, message_id in self.proxy.seen if operation == LOST]
        self.assertEqual((len(ids), len(set(ids))), (2, 1), "the same message once more, under its own id")
        self.assertEqual(self.changes["aanbiedingen"], 1)

    def test_each_message_has_the_id_that_the_client_chose(self):
        ids = [message_id for operation, message_id in self.proxy.seen if operation == "VoegPipToe"]
        numbers = [list(dict.fromkeys(ids)).index(message_id) for message_id in ids]
        self.assertEqual(numbers, [0, 1, 2, 2, 3, 4, 4, 5])
        for message_id in ids:
            self.assertRegex(message_id, r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in CLIENTS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(CLIENTS)} [unittest options]")
    InteropTest.client = CLIENTS[sys.argv.pop(1)]
    unittest.main(verbosity=2)
