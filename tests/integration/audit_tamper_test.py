#!/usr/bin/env python3
"""What somebody does to the audit trail who can write its file, and what an operator does: what `cvsgw audit` and a start say of it."""
import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from gateway import Gateway, binary, test_persons  # noqa: E402

TODAY = "2026-11-22"
EMPTY = "; ".join(f"DELETE FROM {table}" for table in ("kop", "verwerking", "segment", "gebruiker", "wijzer", "sleutel", "vasthouden"))
BY = ("--door", "CISO", "--reden", "incident 7")


def setUpModule():
    """A trail of six records whose gateway was stopped."""
    global gateway, key
    gateway = Gateway(persons=50, today=TODAY)
    key = gateway.issue_key()
    gateway.start()
    unittest.addModuleCleanup(gateway.__exit__, None)
    for number in range(6):
        soap.call(gateway, key, "algemeen", "Ping", message_id=f"urn:x:tamper-{number}")
    gateway.stop()


def audit(*arguments):
    return subprocess.run([binary(), "audit", *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)


@contextlib.contextmanager
def a_trail(statement=""):
    """A copy of the data, after `statement`."""
    with tempfile.TemporaryDirectory(prefix="cvsgw-tamper-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(gateway.data, data)
        with contextlib.closing(sqlite3.connect(data / "audit.sqlite")) as database:
            database.executescript(statement)
        yield data


def exported(data):
    return [json.loads(line) for line in audit("export", "--data", data).stdout.splitlines()]


def alarms(started):
    lines = [json.loads(line) for line in started.log.read_text(encoding="utf-8").splitlines()]
    return [line["oorzaak"] for line in lines if line["gebeurtenis"] == "alarm"]


class Start(unittest.TestCase):
    def test_R80_what_nobody_signed_is_an_alarm_and_no_gateway_goes_on_with_it(self):
        for statement in ("DELETE FROM kop",
                          "DELETE FROM kop WHERE seq > 1; UPDATE verwerking SET eind_ms = eind_ms + 1080000 WHERE seq = 6"):
            with a_trail(statement) as data:
                other = Gateway(data=data, today=TODAY)
                with self.assertRaises(AssertionError):
                    other.start()
                self.assertEqual(len(alarms(other)), 1, alarms(other))
                self.assertIn("run cvsgw audit verify", other.console())
                other.discard()
                held = audit("vasthouden", "--data", data, "--van", TODAY, "--tot", TODAY, *BY)
                self.assertEqual(held.returncode, 1)
                self.assertEqual(json.loads(held.stderr.splitlines()[0])["gebeurtenis"], "alarm")

    def test_R80_a_trail_that_has_gone_is_an_alarm_and_a_new_one_begins(self):
        for emptied in (True, False):
            with a_trail(EMPTY if emptied else "") as data:
                if emptied:
                    self.assertEqual(audit("verify", "--data", data).returncode, 1)
                else:
                    (data / "audit.sqlite").unlink()
                with Gateway(data=data, today=TODAY) as other:
                    self.assertEqual(len(alarms(other)), 1)
                    self.assertIn("a new audit trail begins", alarms(other)[0])
                    other.restart()
                    self.assertEqual(len(alarms(other)), 1, "once")
                    self.assertIn("ongeschonden", other.command("audit", "verify", "--data", data))

    def test_R80_an_honest_start_and_a_crash_alarm_nobody(self):
        with Gateway(persons=50, today=TODAY) as other:
            other.kill()
            other.start()
            for _ in range(3):
                soap.call(other, other.issue_key(), "algemeen", "Ping")
            other.kill()
            self.assertIn("ongeschonden", other.command("audit", "verify", "--data", other.data))
            other.start()
            self.assertEqual(alarms(other), [])


class Verify(unittest.TestCase):
    def test_R80_it_says_what_is_signed_and_what_only_a_position_kept_elsewhere_can_tell(self):
        with a_trail("DELETE FROM kop WHERE seq > 1") as data:
            said = audit("verify", "--data", data)
            self.assertEqual(said.returncode, 0, said.stdout)
            self.assertIn("Ondertekend zijn alleen de records tot en met 1: de 5 daarna zijn geketend", said.stdout)
            self.assertIn("--laatste", said.stdout)
        kept = gateway.dir / "kop"
        kept.write_text(audit("kop", "--data", gateway.data).stdout, encoding="ascii")
        self.assertNotIn("--laatste", audit("verify", "--data", gateway.data, "--laatste", kept).stdout)

    def test_R80_a_gap_is_one_line_and_lines_that_are_not_shown_are_counted(self):
        with a_trail("DELETE FROM verwerking WHERE seq = 3") as data:
            said = audit("verify", "--data", data)
            self.assertEqual((said.returncode, said.stdout.count("ontbreekt")), (1, 1), said.stdout)
            self.assertIn("5 records in 1 dagen (0 verwijderd), laatste record 6", said.stdout)
        with a_trail("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 25) INSERT INTO vasthouden"
                     " SELECT x, '', '', '', 0, NULL, zeroblob(64) FROM n") as data:
            said = audit("verify", "--data", data)
            self.assertRegex(said.stdout, "\nen nog 6 bevindingen\n")

    def test_R80_another_public_key_is_said_to_be_one(self):
        with Gateway(persons=50, today=TODAY) as other:
            said = audit("verify", "--data", gateway.data, "--publiek", other.data / "audit-handtekening.pub")
        self.assertEqual((said.returncode, said.stdout.count("handtekening")), (1, 1), said.stdout)
        self.assertIn("klopt met deze publieke sleutel", said.stdout)

    def test_what_cannot_be_verified_is_neither_good_nor_bad(self):
        with a_trail() as data:
            trail = data / "audit.sqlite"
            whole = trail.read_bytes()
            for content in (b"", b"geen database\n" * 500, whole[:len(whole) * 3 // 4]):
                trail.write_bytes(content)
                for verb in ("verify", "kop"):
                    said = audit(verb, "--data", data)
                    self.assertEqual(said.returncode, 4 if verb == "verify" else 1, (verb, content[:9], said.stdout))
                    self.assertIn("is geen heel auditspoor", said.stderr)
            (data / "audit-handtekening.pub").unlink()
            said = audit("verify", "--data", data)
            self.assertEqual((said.returncode, said.stdout), (4, ""))
            self.assertIn("kan niet worden gelezen", said.stderr)

    def test_a_file_that_is_not_there_is_said_to_be_so(self):
        for file in (gateway.dir / "is-er-niet", gateway.dir):
            asked = {"--bsn-bestand": audit("subject", "--data", gateway.data, "--bsn-bestand", file, *BY),
                     "--kenmerk-bestand": audit("gebruiker", "--data", gateway.data, "--sleutel", key.name, "--kenmerk-bestand", file,
                                                *BY),
                     "--laatste": audit("verify", "--data", gateway.data, "--laatste", file)}
            for option, said in asked.items():
                self.assertEqual(said.returncode, 4 if option == "--laatste" else 1)
                self.assertEqual(said.stderr, f"cvsgw audit: {file} ({option}) kan niet worden gelezen\n")


class Deeds(unittest.TestCase):
    def test_R79_a_hold_of_no_day_is_refused(self):
        with a_trail() as data:
            held = audit("vasthouden", "--data", data, "--van", "2026-12-01", "--tot", "2026-11-30", *BY)
            self.assertEqual(held.returncode, 2)
            self.assertIn("--tot ligt voor --van", held.stderr)
            self.assertEqual(len(exported(data)), 6)
            self.assertEqual(audit("vasthouden", "--data", data, "--van", "2026-12-01", "--tot", "2026-12-01", *BY).returncode, 0)

    def test_R77_R79_the_record_says_which_days_were_held_and_who_could_not_let_them_go(self):
        with a_trail() as data:
            def lift(number):
                return audit("vrijgeven", "--data", data, "--nummer", number, "--door", "FG", "--reden", "gesloten")
            self.assertEqual(audit("vasthouden", "--data", data, "--van", "2026-01-01", "--tot", "2026-01-31", *BY).returncode, 0)
            self.assertEqual([lift(99).returncode, lift(1).returncode, lift(1).returncode], [1, 0, 1])
            said = [(record["name"], record["status"], record["attributes"]["cvsgw.resultaat"],
                     record["attributes"]["cvsgw.toelichting"]) for record in exported(data)[6:]]
            days = "nummer 1, 2026-01-01 tot en met 2026-01-31: "
            self.assertEqual(said[:3], [
                ("cvsgw/AuditVasthouden", "Ok", "Gedaan", days + "incident 7"),
                ("cvsgw/AuditVrijgeven", "Error", "Fout", "nummer 99: gesloten; er wordt niets vastgehouden onder dit nummer"),
                ("cvsgw/AuditVrijgeven", "Ok", "Gedaan", days + "gesloten")])
            self.assertEqual(said[3][:3], ("cvsgw/AuditVrijgeven", "Error", "Fout"))
            self.assertIn(days + "gesloten; deze dagen zijn al vrijgegeven op 20", said[3][3])
            self.assertEqual(audit("verify", "--data", data).returncode, 0)
            self.assertEqual(lift(test_persons()[0]["bsn"]).returncode, 2, "recorded, it would be a number in clear")


if __name__ == "__main__":
    unittest.main()
