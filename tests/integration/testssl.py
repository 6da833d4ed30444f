#!/usr/bin/env python3
"""testssl.sh against both kinds of listener: nothing found in its sections on protocols, ciphers, preferences, forward secrecy and
vulnerabilities.

testssl.sh is from Debian (package testssl.sh). Its findings on the certificate are left out: the test PKI is nobody's. A listener
that requires a client certificate is tested as a client without one sees it: the version of Debian 12 shows none of its own.
Takes minutes, so it runs with ./check --vol.
"""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from digikoppeling_gateway import DigikoppelingGateway  # noqa: E402

SECTIONS = ("--protocols", "--std", "--server-preference", "--fs", "--vulnerable")
FINE = ("OK", "INFO", "DEBUG")
# What testssl says of itself or of the machine, and of things that are not in these sections.
NOT_OURS = {"scanProblem", "engine_problem", "clientProblem1"}
# Without a client certificate testssl cannot look at these; digikoppeling_test.py does, with one (A29).
BEHIND_A_CERTIFICATE = "client x509-based authentication prevents this from being tested"
LEFT_TO_US = {"secure_client_renego", "BREACH"}


def findings(port):
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        words = ["testssl", "--quiet", "--warnings", "batch", "--color", "0", "--nodns", "none", "--ip", "127.0.0.1", "--openssl-timeout", "10",
                 "--jsonfile", str(report), *SECTIONS, f"localhost:{port}"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=900, check=False)
        rows = json.loads(report.read_text(encoding="utf-8")) if report.exists() else []
        return rows, done.stdout + done.stderr


class Testssl(unittest.TestCase):
    def nothing(self, port, left=frozenset()):
        rows, said = findings(port)
        self.assertGreater(len(rows), 40, said)
        for wanted in (r"TLS1_2", r"TLS1_3", r"heartbleed", r"ROBOT", r"cipherlist_NULL", r"P?FS", r"secure_client_renego"):
            self.assertTrue(any(re.fullmatch(wanted, row["id"]) for row in rows), f"testssl did not look at {wanted}\n{said}")
        found = [f"{row['id']}: {row['severity']}: {row['finding']}" for row in rows
                 if row["severity"] not in FINE and row["id"] not in NOT_OURS
                 and not (row["id"] in left and row["finding"] == BEHIND_A_CERTIFICATE)]
        self.assertEqual(found, [])

    def test_R01_R02_A29_the_open_listener(self):
        self.nothing(gateway.port)

    def test_R01_R02_A29_the_digikoppeling_listener(self):
        self.nothing(gateway.be_port, LEFT_TO_US)


    def test_R01_R02_A29_a_listener_with_an_rsa_certificate(self):
        with DigikoppelingGateway(persons=20, profile="2W-be-S", server="server-rsa", root="whole-chain") as signed:
            self.nothing(signed.be_port, LEFT_TO_US)


def setUpModule():
    global gateway
    gateway = DigikoppelingGateway(persons=20)
    unittest.enterModuleContext(gateway)


if __name__ == "__main__":
    unittest.main()
