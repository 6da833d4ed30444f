#!/usr/bin/env python3
"""Days and events beside a gateway that serves: what the commands show, and that a client of the feed misses nothing."""
import json
import os
import pty
import subprocess
import sys
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
from gateway import ROOT, Gateway, binary  # noqa: E402

TODAY = "2026-02-02"
DAYS_UNTIL = "2028-11-01"  # a thousand days and three
BSN = "999993653"


def setUpModule():
    global gateway, key
    gateway = Gateway(persons=2000, today=TODAY)
    key = changes.issue_key(gateway)
    unittest.enterModuleContext(gateway)


def run(*words, text=None):
    return subprocess.run([binary(), "isi", *map(str, words)], input=text, capture_output=True, text=True, timeout=300,
                          check=False)


def event(*words):
    return run("event", "--data", gateway.data, *words)


def events(lines, today):
    text = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines)
    return run("event", "--data", gateway.data, "--file", "-", "--vandaag", today, text=text)


class Client(threading.Thread):
    """Pulls the feed as a CVS does: keeps the last position, and of each signal the latest state."""

    def __init__(self):
        super().__init__()
        self.known, self.positions, self.last, self.stop = {}, [], 0, threading.Event()
        self.error = None

    def pull(self):
        for entry in changes.feed(gateway, key, "HaalSignalen", "signaal", after=self.last):
            self.last = int(entry["volgnummer"])
            self.positions.append(self.last)
            self.known[entry["signaalId"]] = entry

    def run(self):
        try:
            while not self.stop.wait(0.05):
                self.pull()
            self.pull()
        except Exception as error:  # noqa: BLE001
            self.error = error


class DaysAndEvents(unittest.TestCase):
    def test_1_an_event_is_seen_at_once_by_the_serving_gateway(self):
        done = event("nieuwe-plicht", "--bsn", BSN, "--achternaam", "Nieuw", "--gemeente", "0363", "--doelgroep",
                     "Asielstatushouder", "--vandaag", TODAY)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "verwerkt\n", ""))
        self.assertIsNotNone(changes.view(gateway, key, BSN))

    def test_2_a_refused_line_is_named_and_the_others_go_on(self):
        done = events([{"gebeurtenis": "lbt-aanmelding", "bsn": BSN}, "\n",
                       {"gebeurtenis": "lbt-resultaat", "bsn": BSN, "resultaat": "Q"}, "geen json\n",
                       {"gebeurtenis": "bio-verzoek", "bsn": BSN}], TODAY)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "2 gebeurtenissen verwerkt, 2 geweigerd\n")
        first, second = done.stderr.splitlines()
        self.assertIn("regel 3: resultaat moet een van deze zijn: J, N, O", first)
        self.assertIn("regel 4: ", second)
        self.assertNotIn(BSN, done.stderr)

    def test_3_wrong_use_says_how(self):
        for words in (["--bsn", BSN], ["diploma", "--file", "x"], ["diploma", "--bsn"], ["a", "b"]):
            done = event(*words)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn("--file BESTAND", done.stderr)

    def test_4_a_client_misses_no_state_and_gets_none_twice_while_days_and_events_pass(self):
        client = Client()
        client.start()
        try:
            moves = [{"gebeurtenis": "vestiging", "bsn": BSN, "gemeente": gemeente}
                     for gemeente in ("0344", "0363") * 50]
            done = events(moves, TODAY)
            self.assertEqual(done.stdout, "100 gebeurtenissen verwerkt, 0 geweigerd\n", done.stderr)
            done = run("day", "--data", gateway.data, "--until", DAYS_UNTIL)
            self.assertEqual((done.returncode, done.stdout), (0, "1003 dagen verwerkt\n"), done.stderr)
        finally:
            client.stop.set()
            client.join()
        self.assertIsNone(client.error)
        self.assertEqual(client.positions, sorted(set(client.positions)), "each position once, in order")
        now = {entry["signaalId"]: entry for entry in changes.feed(gateway, key, "HaalSignalen", "signaal")}
        # What has been gone for two years is no longer remembered; all else is the same.
        self.assertEqual({id: client.known[id] for id in now}, now)
        forgotten = [entry for id, entry in client.known.items() if id not in now]
        self.assertTrue(all(entry["vervallen"] == "true" for entry in forgotten))

    def test_5_progress_is_written_over_on_a_terminal_only(self):
        words = [binary(), "isi", "populate", "--persons", "3000", "--data"]
        piped = subprocess.run([*words, gateway.dir / "p1"], capture_output=True, check=True, timeout=300).stderr
        self.assertNotIn(b"\r", piped)
        self.assertIn(b"3000 van 3000 personen\n", piped)
        near, far = pty.openpty()
        with subprocess.Popen([*words, gateway.dir / "p2"], stderr=far, stdout=subprocess.DEVNULL) as process:
            os.close(far)
            shown = b""
            try:
                while part := os.read(near, 4096):
                    shown += part
            except OSError:
                pass  # the terminal's other end has closed
            os.close(near)
            self.assertEqual(process.wait(300), 0)
        self.assertIn(b"\r2000 van 3000 personen", shown)

    def test_6_the_page_of_events_names_every_event_with_its_fields(self):
        page = (ROOT / "docs/gebeurtenissen.md").read_text(encoding="utf-8")
        sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
        rows = {(title, line.split("`")[1]): line for title, part in sections.items()
                for line in part.splitlines() if line.startswith("| `")}
        refused = event("bestaat-niet", "--bsn", BSN).stderr
        names = refused.rsplit("er zijn: ", 1)[1].strip().split(", ")
        self.assertEqual(sorted({name for _, name in rows}), sorted(names))
        for (title, name), row in rows.items():
            law = ("--wet", title) if title.startswith("Wi20") else ()
            fields = event(name, "--zomaar", "x", *law).stderr.rsplit("mogelijk zijn: ", 1)[1].strip().split(", ")
            for field in set(fields) - {"bsn", "datum"}:
                self.assertIn(field, row, name)


if __name__ == "__main__":
    unittest.main()
