#!/usr/bin/env python3
"""Events of the Wi2007 beside a gateway that serves: who gets SS065, and the person's document over the wire."""
import base64
import hashlib
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from changes import el  # noqa: E402
from gateway import Gateway, binary  # noqa: E402

TODAY = "2026-02-02"
BSN = "999993653"
HERE, THERE = "0014", "0034"
W07 = f"{{{soap.namespace('wi2007')}}}"


def setUpModule():
    global gateway, key
    gateway = Gateway(persons=0, today=TODAY)
    key = gateway.issue_key(THERE, "Wi2007")
    unittest.enterModuleContext(gateway)


def event(name, *words, vandaag=TODAY):
    words = [binary(), "isi", "event", "--data", gateway.data, name, *words, "--vandaag", vandaag]
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=60, check=False)


def happens(name, **fields):
    done = event(name, "--bsn", BSN, *(word for field, value in fields.items() for word in (f"--{field}", value)))
    assert done.returncode == 0, done.stderr


def ask(operation, content, gemeente):
    return soap.call(gateway, key, "wi2007", operation, el("gemeentecode", gemeente) + content)


def signals(gemeente):
    answer = ask("HaalSignalen", el("naVolgnummer", 0) + el("maximum", 100), gemeente)
    rows = answer.find(f".//{W07}signalen")
    return sorted(row.findtext(f"{W07}code") for row in rows if row.findtext(f"{W07}bsn") == BSN)


class Events(unittest.TestCase):
    """One person, step by step: the tests run in the order of their names."""

    def test_1_a_municipality_without_a_key_gets_no_exam_signal(self):
        happens("nieuwe-persoon", grond="Ind", gemeente=HERE, achternaam="Voorbeeld",
                datumVestigingInNederland="2009-05-01")
        happens("examen", examen="KNS", uitslag="NietGeslaagd")
        happens("verhuizing", gemeente=THERE)
        self.assertEqual(signals(THERE), ["SS001"])
        happens("examen", examen="TGN", uitslag="NietGeslaagd")
        self.assertEqual(signals(THERE), ["SS001", "SS065"])

    def test_2_without_a_key_that_is_good_it_is_not_given_until_asked_for(self):
        global key
        gateway.command("keys", "revoke", "--sleutel", key.name, "--data", gateway.data)
        happens("examen", examen="TGN", uitslag="Geslaagd")
        done = event("examensignaal", "--gemeente", HERE, "--gewenst", "misschien")
        self.assertEqual((done.returncode, "gewenst moet ja of nee zijn" in done.stderr), (1, True), done.stderr)
        done = event("examensignaal", "--gemeente", THERE, "--gewenst", "ja")
        self.assertEqual(done.returncode, 0, done.stderr)
        happens("gedeeltelijke-vrijstelling", door="DUO", examenonderdeel="KNS")
        key = gateway.issue_key(THERE, "Wi2007")
        gateway.restart(TODAY)  # a gateway that is up looks for new keys only now and then
        self.assertEqual(signals(THERE), ["SS001", "SS065", "SS065"], "the exam of before it asked is not told later")

    def test_3_the_document_is_the_file_that_its_digest_says(self):
        answer = ask("HaalPersoonPdf", el("criteria", el("bsn", BSN)), THERE)
        self.assertEqual(answer.status, 200, answer.fault())
        document = answer.find(f".//{W07}document")
        content = base64.b64decode(document.findtext(f"{W07}inhoud"))
        self.assertTrue(content.startswith(b"%PDF-"))
        self.assertEqual(document.findtext(f"{W07}sha256"), hashlib.sha256(content).hexdigest())
        self.assertNotIn(BSN, document.findtext(f"{W07}bestandsnaam"))
        # What is said of the day after is said in another document.
        self.assertEqual(document.findtext(f"{W07}bestandsnaam"), f"persoon-wi2007_{THERE}_{TODAY}.pdf")

    def test_4_a_name_that_two_laws_have_is_the_one_of_the_law_that_knows_the_person(self):
        happens("overlijden")
        self.assertEqual(signals(THERE), ["SS001", "SS008", "SS065", "SS065"])
        answer = ask("HaalPersoonPdf", el("criteria", el("bsn", BSN)), THERE)
        self.assertEqual(answer.messages(), ["AS001"])
        self.assertIsNone(answer.find(f".//{W07}document"))


if __name__ == "__main__":
    unittest.main()
