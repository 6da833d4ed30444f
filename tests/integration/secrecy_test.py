#!/usr/bin/env python3
"""Canaries: what callers send about persons, and their passwords, turns up in no log line, fault or file."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from gateway import Gateway  # noqa: E402

GEMEENTE = "0363"
BSN = "999990408"
WRONG_BSN = "999990409"
NAME = "Kanarievogelaar"
USER = "kanarie-medewerker"
PASSWORD = "kanarie-wachtwoord-van-een-ander"
CANARIES = (BSN, WRONG_BSN, NAME, USER, PASSWORD)


class SecrecyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway(persons=50)
        cls.key = cls.gateway.issue_key(GEMEENTE)
        cls.enterClassContext(cls.gateway)
        cls.answers = list(cls.sing())

    @classmethod
    def sing(cls):
        """Sends the canaries in good and in bad messages; gives the answers."""
        where, user = f"<o:gemeentecode>{GEMEENTE}</o:gemeentecode>", f"<o:gebruikerkenmerk>{USER}</o:gebruikerkenmerk>"
        search = f"<o:criteria><o:bsn>{BSN}</o:bsn><o:achternaam>{NAME}</o:achternaam></o:criteria>"
        contents = [("RaadpleegPersoon", f"{where}<o:bsn>{BSN}</o:bsn>{user}"),
                    ("RaadpleegPersoon", f"{where}<o:bsn>{WRONG_BSN}</o:bsn>{user}"),
                    ("ZoekPersonen", where + search + user),
                    ("ZoekPersonen", f"{where}<o:onbekend>{NAME} {BSN}</o:onbekend>{user}"),
                    ("RaadpleegPersoon", f"{where}<o:bsn>{BSN}{NAME}</o:bsn>{user}"),
                    ("RaadpleegPersoon", f"<o:gemeentecode>9999</o:gemeentecode><o:bsn>{BSN}</o:bsn>{user}"),
                    ("Bestaatniet", f"{where}<o:bsn>{BSN}</o:bsn>{NAME}")]
        for name, content in contents:
            yield soap.call(cls.gateway, cls.key, "wi2021", name, content)
            body = soap.envelope(soap.operation("wi2021", name, content), soap.security(cls.key, PASSWORD))
            yield soap.exchange(cls.gateway, soap.request("wi2021", body))
            yield soap.exchange(cls.gateway, soap.request("wi2021", body.replace(b"</s:Body>", BSN.encode())))
            yield soap.exchange(cls.gateway, soap.request("wi2021", b"<!DOCTYPE %s>" % NAME.encode() + body))
        yield soap.exchange(cls.gateway, soap.request(f"wi2021/{BSN}", body, action=NAME, headers={"X-Naam": NAME}))

    def faults(self):
        return [answer for answer in self.answers if answer.fault()]

    def log_lines(self):
        return [json.loads(line) for line in self.gateway.log.read_text(encoding="utf-8").splitlines()]

    def test_A32_no_canary_in_faults(self):
        self.assertGreater(len(self.faults()), 20)
        for answer in self.faults():
            for canary in (*CANARIES, self.key.password):
                self.assertNotIn(canary.encode(), answer.body)

    def test_A32_R78_no_canary_in_the_log(self):
        text = self.gateway.log.read_text(encoding="utf-8") + self.gateway.console()
        self.assertGreater(len(self.log_lines()), 0)
        for canary in (*CANARIES, self.key.password):
            self.assertNotIn(canary, text)

    def test_R37_the_log_knows_each_fault_by_its_reference(self):
        logged = json.dumps(self.log_lines())
        for answer in self.faults():
            self.assertIn(answer.fault()["referentie"], logged)

    def test_A32_no_artefact_holds_what_was_asked(self):
        """Databases with their write-ahead logs, the audit trail, logs, settings, and whatever else lies there: the asked
        persons are unknown here, so that nothing may have their numbers or names."""
        files = [file for file in self.gateway.dir.rglob("*") if file.is_file()]
        self.assertTrue({"isi.sqlite", "sleutels.sqlite", "gateway.log"} <= {file.name for file in files})
        for file in files:
            content = file.read_bytes()
            for canary in CANARIES:
                self.assertNotIn(canary.encode(), content, file)

    def test_A32_R13_no_core_can_be_written(self):
        limits = Path(f"/proc/{self.gateway.process.pid}/limits").read_text(encoding="ascii")
        core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        self.assertEqual(core.split()[4:6], ["0", "0"])

    def test_A32_R78_no_file_but_its_own_document_holds_a_password(self):
        own = Path(self.key.password_file).resolve()
        for file in self.gateway.dir.rglob("*"):
            if file.is_file() and file.resolve() != own:
                content = file.read_bytes()
                for secret in (self.key.password, PASSWORD):
                    self.assertNotIn(secret.encode(), content, file)


if __name__ == "__main__":
    unittest.main(verbosity=2)
