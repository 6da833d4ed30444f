#!/usr/bin/env python3
"""A certificate of the Z-route from the day on which the talk is definitive until long after it was handed out: over real
connections, across restarts and a crash, and on the page itself as Poppler's programs see it."""
import base64
import concurrent.futures
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import W21, el  # noqa: E402
from gateway import Gateway  # noqa: E402

TODAY = "2026-11-22"
RANIA = "999994050"   # her talk was registered five days before
LAST_DAY = "2026-12-01"
DEFINITIVE = "2026-12-02"
OUT_OF_SIGHT = "999994219"
NAME_OUT_OF_SIGHT = "Đorđe van 't Łukaszewicz-Çınar"
LONG_AFTER = "2027-06-01"
MORE_MEMORY = 24 * 1024  # kB that the first page may cost: fonts and what draws them


def setUpModule():
    global gateway, key, elsewhere
    gateway = Gateway(persons=20, today=TODAY)
    key = gateway.issue_key("0363", "Wi2021MUT")
    elsewhere = gateway.issue_key("0344", "Wi2021MUT")
    unittest.enterModuleContext(gateway)


def search(bsn, who=None, gemeente="0363", everything=False):
    criteria = el("bsn", bsn) + (el("alleenNietAfgehandeld", "false") if everything else "")
    outcome = soap.call(gateway, who or key, "wi2021", "ZoekCertificaten",
                                el("gemeentecode", gemeente) + el("criteria", criteria))
    return [{child.tag.removeprefix(W21): child.text for child in row} for row in outcome.xml().iter(W21 + "certificaat")]


def fetch(certificate, who=None, gemeente="0363"):
    """The answer's `certificaat` as a dict; None when there is none, which is a message."""
    answer = soap.call(gateway, who or key, "wi2021", "HaalCertificaat",
                               el("gemeentecode", gemeente) + el("certificaatId", certificate))
    file = answer.find(f".//{W21}HaalCertificaatResponse/{W21}certificaat")
    if file is None:
        assert answer.messages() == ["FS250"], answer.messages()
        return None
    return {child.tag.removeprefix(W21): child.text for child in file}


def content(file):
    """The bytes, which are those that the digest was made of."""
    data = base64.b64decode(file["inhoud"], validate=True)
    assert hashlib.sha256(data).hexdigest() == file["sha256"]
    return data


def poppler(program, data, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "certificaat.pdf"
        path.write_bytes(data)
        # Only pdftotext has to be told to write to its standard output.
        words = [program, *options, str(path)] + (["-"] if program == "pdftotext" else [])
        return subprocess.run(words, capture_output=True, check=True, timeout=60).stdout


def inked(data):
    """Width and height of the page in pixels, and the box that holds everything drawn."""
    image = poppler("pdftoppm", data, "-r", "36", "-gray")
    magic, width, height, depth = image.split(maxsplit=4)[:4]
    assert (magic, depth) == (b"P5", b"255")
    width, height = int(width), int(height)
    rows = image[-width * height:]
    dark = [(index % width, index // width) for index, shade in enumerate(rows) if shade < 200]
    return (width, height), (min(x for x, _ in dark), min(y for _, y in dark), max(x for x, _ in dark),
                             max(y for _, y in dark))


def settle(certificate, message=None, who=None, gemeente="0363"):
    options = {"message_id": message} if message else {}
    return changes.send(gateway, who or key, "HandelCertificaatAf",
                        el("gemeentecode", gemeente) + el("certificaatId", certificate), **options)


def signals(code):
    criteria = el("criteria", el("bsn", RANIA) + el("code", code))
    answer = soap.call(gateway, key, "wi2021", "ZoekSignalen", el("gemeentecode", "0363") + criteria)
    return answer.find(f".//{W21}totaal").text


class Certificates(unittest.TestCase):
    def test_1_there_is_none_until_the_talk_is_definitive(self):
        self.assertEqual(search(RANIA), [])
        gateway.restart(LAST_DAY)
        self.assertEqual((search(RANIA), signals("SS141")), ([], "0"))
        gateway.restart(DEFINITIVE)
        self.assertEqual(signals("SS141"), "1")
        [row] = search(RANIA)
        self.assertEqual(row["achternaam"], "Khatib")
        self.assertNotIn("datumAfgehandeld", row)

    def test_2_the_first_page_costs_little_and_the_next_ones_nothing(self):
        [row] = search(RANIA)
        before = gateway.resident_kilobytes()
        first = content(fetch(row["certificaatId"]))
        after = gateway.resident_kilobytes()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda _: content(fetch(row["certificaatId"])), range(64)))
        self.assertEqual(set(made), {first})
        print(f"memory: {before} kB, {after} after the first page, {gateway.resident_kilobytes()} after 65")
        if not os.environ.get("CVSGW_SANITIZE"):
            self.assertLess(after - before, MORE_MEMORY)
            self.assertLess(gateway.resident_kilobytes() - after, MORE_MEMORY)

    def test_3_the_page_shows_who_it_is_for_within_its_margins(self):
        for bsn, name in ((RANIA, "Rania al Khatib"), (OUT_OF_SIGHT, NAME_OUT_OF_SIGHT)):
            [row] = search(bsn)
            file = fetch(row["certificaatId"])
            self.assertEqual(file["bestandsnaam"], f"Z-route-certificaat_{row['certificaatId']}.pdf")
            self.assertEqual(file["mediatype"], "application/pdf")
            data = content(file)
            shown = poppler("pdftotext", data, "-layout").decode()
            for part in (name, "Amsterdam", "Zelfredzaamheidsroute", "Wet inburgering 2021"):
                self.assertIn(part, shown)
            self.assertNotIn(bsn, shown)
            info = poppler("pdfinfo", data).decode()
            self.assertRegex(info, r"Pages: +1\n")
            self.assertIn("(A4)", info)
            self.assertNotIn(name.split()[-1], info)
            (width, height), (left, top, right, bottom) = inked(data)
            # The upper sixth is the paper's own; 25 mm at the sides, 10 mm at the foot.
            self.assertGreater(top, height / 6)
            self.assertGreater(left, width * 25 / 210)
            self.assertLess(right, width * 185 / 210)
            self.assertLess(bottom, height * 287 / 297)

    def test_4_another_municipality_has_nothing(self):
        [row] = search(RANIA)
        self.assertEqual(search(RANIA, elsewhere, "0344", everything=True), [])
        self.assertIsNone(fetch(row["certificaatId"], elsewhere, "0344"))
        self.assertIsNone(fetch("Z21.999999"))
        refused = settle(row["certificaatId"], who=elsewhere, gemeente="0344")
        self.assertEqual(refused.result, "Afgekeurd")
        self.assertEqual(refused.body(), settle("Z21.999999", who=elsewhere, gemeente="0344").body())
        self.assertEqual(search(RANIA), [row])

    def test_5_settled_once_also_when_the_answer_was_lost_in_a_crash(self):
        [row] = search(RANIA)
        message = changes.new_id()
        done = settle(row["certificaatId"], message)
        self.assertEqual((done.result, done.messages), ("Verwerkt", []))
        gateway.kill()
        gateway.start()
        again = settle(row["certificaatId"], message)
        self.assertEqual(again.body(), done.body())
        self.assertEqual(search(RANIA), [])
        [settled] = search(RANIA, everything=True)
        self.assertEqual(settled["datumAfgehandeld"], DEFINITIVE)
        self.assertEqual(settled["versie"], done.version)

    def test_6_can_be_fetched_long_after_the_person_is_out_of_sight(self):
        [row] = search(RANIA, everything=True)
        before = content(fetch(row["certificaatId"]))
        gateway.restart(LONG_AFTER)
        self.assertIsNone(changes.view(gateway, key, RANIA))
        self.assertEqual(search(RANIA, everything=True), [row])
        self.assertEqual(content(fetch(row["certificaatId"])), before)
        self.assertEqual(settle(row["certificaatId"]).messages, ["AS251"])
        self.assertEqual(search(RANIA, everything=True), [row])

    def test_7_the_log_names_nobody(self):
        log = gateway.log.read_text(encoding="utf-8")
        for word in (RANIA, OUT_OF_SIGHT, "Khatib", "Łukaszewicz"):
            self.assertNotIn(word, log)


if __name__ == "__main__":
    unittest.main()
