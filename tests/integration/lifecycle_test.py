#!/usr/bin/env python3
"""The running gateway in its operators' hands: start, stop, keys, settings, health."""
import os
import re
import socket
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from gateway import ROOT, Gateway, binary  # noqa: E402
from waiting import GENEROUS, eventually  # noqa: E402


def setUpModule():
    global gateway, early_key
    gateway = Gateway(persons=50, today="2026-06-15")
    early_key = gateway.issue_key()  # before the start, so that it works from the first moment
    unittest.enterModuleContext(gateway)


def pings(key):
    return soap.call(gateway, key, "algemeen", "Ping").status == 200


class KeysTest(unittest.TestCase):
    """What is promised is a second. How often a gateway looks is tested beside live_keys.cpp; what a busy machine adds is not."""

    def becomes(self, key, wanted):
        """Whether the key's state becomes `wanted`."""
        return eventually(lambda: pings(key) == wanted)

    def test_issue_and_revoke_work_within_a_second(self):
        key = gateway.issue_key()
        self.assertTrue(self.becomes(key, True), "an issued key must work")
        gateway.command("keys", "revoke", "--sleutel", key.name, "--data", gateway.data)
        self.assertTrue(self.becomes(key, False), "a revoked key must be refused, also when it was verified before")

    def test_two_passwords_side_by_side(self):
        key = gateway.issue_key()
        self.assertTrue(self.becomes(key, True))
        out = gateway.dir / "nieuw"
        out.mkdir()
        gateway.command("keys", "rotate", "--sleutel", key.name, "--uit", out, "--kaal", "--data", gateway.data)
        old = key.password
        key.password = next(out.iterdir()).read_text(encoding="utf-8").strip()
        self.assertTrue(self.becomes(key, True), "the new password must work")
        key.password = old
        answer = soap.call(gateway, key, "algemeen", "RaadpleegAutorisatie")
        used_old = answer.find(f".//{{{soap.namespace('algemeen')}}}oudWachtwoordGebruikt")
        self.assertEqual((answer.status, used_old.text), (200, "true"))

    def test_grant_works_within_a_second(self):
        key = gateway.issue_key("0363", "Wi2021")
        self.assertTrue(self.becomes(key, True))
        content = "<o:gemeentecode>0363</o:gemeentecode>"
        refused = soap.call(gateway, key, "wi2021", "LijstContactpersonen", content)
        self.assertEqual(refused.fault()["code"], "0002")
        gateway.command("keys", "grant", "--sleutel", key.name, "--gemeente", "0363=Wi2021MUT", "--data", gateway.data)
        self.assertTrue(eventually(lambda: soap.call(gateway, key, "wi2021", "LijstContactpersonen", content).status == 200))


class HealthTest(unittest.TestCase):
    def test_live_and_ready(self):
        self.assertEqual(gateway.management("/livez")[0], 200)
        self.assertEqual(gateway.management("/readyz")[0], 200)
        self.assertEqual(gateway.management("/anders")[0], 404)

    def test_today_is_the_configured_day(self):
        today = soap.call(gateway, early_key, "algemeen", "Ping").find(f".//{{{soap.namespace('algemeen')}}}vandaag")
        self.assertEqual(today.text, "2026-06-15")


class StopTest(unittest.TestCase):
    def test_sigterm_finishes_requests_in_flight(self):
        other = Gateway(persons=20)
        key = other.issue_key()
        with other:
            body = soap.envelope(soap.operation("algemeen", "Ping"), soap.security(key))
            whole = soap.request("algemeen", body, headers={"Expect": "100-continue"})
            with other.connect() as connection, other.connect():  # the second one is idle and must not delay the stop
                connection.sendall(whole[:-len(body)])
                self.assertEqual(connection.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")  # it has read what there is
                other.process.terminate()
                self.assertTrue(eventually(lambda: self.refuses_connections(other)))
                connection.sendall(body)
                answer = soap.read_answer(connection)
            self.assertIsNotNone(answer, "the request in flight got no answer")
            self.assertEqual(answer.status, 200)
            self.assertEqual(other.process.wait(timeout=GENEROUS), 0)

    @staticmethod
    def refuses_connections(stopping):
        try:
            socket.create_connection(("127.0.0.1", stopping.port), timeout=GENEROUS).close()
        except ConnectionRefusedError:
            return True
        return False

    def test_sigterm_with_a_client_that_never_finishes(self):
        with Gateway(persons=20) as other:
            with other.connect() as connection:
                connection.sendall(b"POST /ws/algemeen/v1 HTTP/1.1\r\n")
                code, _ = other.stop(within=GENEROUS)
            self.assertEqual(code, 0)


class CommandsTest(unittest.TestCase):
    def test_every_command_says_how_it_is_called(self):
        for words in ([], ["serve"], ["keys"], ["keys", "issue"], ["isi"], ["isi", "populate"], ["isi", "event"], ["mail"], ["audit"],
                      ["audit", "verify"], ["rules"]):
            done = subprocess.run([binary(), *words, "--help"], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
            self.assertIn("Gebruik: cvsgw " + (words[0] if words else "OPDRACHT"), done.stdout, words)

    def test_a_data_directory_that_is_made_is_for_its_owner_alone(self):
        made = gateway.dir / "nieuwe-gegevens"
        gateway.command("isi", "populate", "--data", made, "--persons", 0)
        self.assertEqual(made.stat().st_mode & 0o777, 0o700)
        said = subprocess.run([binary(), "isi", "populate", "--data", made], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(said.returncode, 1)
        self.assertIn("vóór de eerste start", said.stderr)


class GuideTest(unittest.TestCase):
    def test_the_guides_reader_leaves_out_a_law_that_the_key_has_no_role_for(self):
        connection = gateway.connection_file(gateway.issue_key("0363", "Wi2021MUT"), "0363")
        done = subprocess.run(["/usr/bin/python3", "-B", ROOT / "docs/aansluitgids/voorbeeld_zeep.py", connection], capture_output=True,
                              text=True, timeout=120, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for law in ("Wi2007", "Wi2013"):
            self.assertIn(f"{law}: overgeslagen", done.stdout)
        self.assertRegex(done.stdout, r"Wi2021: \d+ personen")
        self.assertIn("verkeerdWachtwoord: 0002", done.stdout)


class DataDirectoryTest(unittest.TestCase):
    def started(self, mode):
        """A gateway whose data directory others may use in this way: whether it served, and what it said."""
        made = gateway.dir / f"gegevens-{mode:o}"
        made.mkdir()
        made.chmod(mode)
        config = gateway.dir / "gegevens.toml"
        config.write_text(re.sub(r'(?m)^map = .*$', f'map = "{made}"', gateway.config_text()).replace(f"poort = {gateway.port}", "poort = 0"),
                          encoding="utf-8")
        environment = {**os.environ, "CVSGW_SERVER_POORT": "0", "CVSGW_BEHEER_POORT": "0", "CVSGW_LOG_BESTAND": ""}
        with subprocess.Popen([binary(), "serve", "--config", config], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True) as process:
            served = process.stdout.readline() != ""
            process.terminate()
            return served, process.communicate(timeout=60)[1]

    def test_a_data_directory_that_others_may_write_in_is_refused_and_one_they_may_look_into_is_told(self):
        for mode in (0o777, 0o770, 0o702):
            served, said = self.started(mode)
            self.assertFalse(served)
            self.assertIn("mogen andere gebruikers schrijven (chmod 700)", said)
        served, said = self.started(0o755)
        self.assertTrue(served)
        self.assertIn('"gebeurtenis":"gegevensmap"', said)
        served, said = self.started(0o700)
        self.assertTrue(served)
        self.assertNotIn("gegevensmap", said)

    def test_populate_refuses_it_too(self):
        made = gateway.dir / "open-map"
        made.mkdir()
        made.chmod(0o777)
        said = subprocess.run([binary(), "isi", "populate", "--data", made], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(said.returncode, 1)
        self.assertIn("chmod 700", said.stderr)
        self.assertEqual(list(made.iterdir()), [])


class SettingsTest(unittest.TestCase):
    def serve(self, text, **environment):
        """Starts with these settings and gives what was said about them; they are wrong, so it must end."""
        file = gateway.dir / "fout.toml"
        file.write_text(text, encoding="utf-8")
        done = subprocess.run([binary(), "serve", "--config", str(file)], capture_output=True, text=True, timeout=60,
                              env=environment, check=False)
        self.assertNotEqual(done.returncode, 0)
        return done.stdout + done.stderr

    def test_mistakes_are_named_with_file_line_and_what_is_right(self):
        said = self.serve('[server]\npoort = 99999\nadress = "127.0.0.1"\n')
        self.assertRegex(said, r"fout\.toml:2: .*poort.*0 tot en met 65535")
        self.assertRegex(said, r"fout\.toml:3: .*adress.*adres")

    def test_no_toml(self):
        self.assertRegex(self.serve("[server\n"), r"fout\.toml:1: ")

    def test_environment_goes_before_the_file_and_is_named(self):
        said = self.serve(gateway.config_text(), CVSGW_SERVER_POORT="veel")
        self.assertRegex(said, "CVSGW_SERVER_POORT.*0 tot en met 65535")

    def test_no_such_file(self):
        done = subprocess.run([binary(), "serve", "--config", "/bestaat/niet.toml"], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("/bestaat/niet.toml", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
