#!/usr/bin/env python3
"""The runner itself: it fails when an expectation is wrong, whatever kind of expectation, and every attack has its place."""
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import unittest
from dataclasses import replace
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import elsewhere  # noqa: E402
import forging  # noqa: E402
import run  # noqa: E402
import soap  # noqa: E402
import sockets  # noqa: E402
from case import BAD_REQUEST, CUT, OK, Case, Seen, fault  # noqa: E402
from catalogue import all_cases, certificates, ciphers, persons  # noqa: E402
from messages import at, post  # noqa: E402
from signed_stand import PROFILES, Door, SignedNeighbour, SignedStand, as_usual, case, malformed  # noqa: E402
from stand import Neighbour, Stand, Trial, wrong_in_line  # noqa: E402
from wire import converse  # noqa: E402


def setUpModule():
    global stand
    stand = unittest.enterModuleContext(Stand())


def problems(case):
    return Trial(stand, case).run()


def change_of(bsn):
    return lambda stand: persons.ask(stand, *persons.CHANGE, bsn)


SOUND = Case("A01-sound", post, OK)
DOCTYPE = Case("A01-doctype", at("prolog", "<!DOCTYPE x>"), fault("0001"))


class RunnerTest(unittest.TestCase):
    def fails(self, case, text):
        found = problems(case)
        self.assertTrue(any(text in problem for problem in found), f"{text!r} is not in {found}")

    def test_what_is_right_passes(self):
        for case in (SOUND, DOCTYPE, Case("A26-no-http", lambda stand: b"no HTTP\r\n\r\n", BAD_REQUEST)):
            self.assertEqual(problems(case), [], case.name)

    def test_another_outcome_fails(self):
        self.fails(replace(DOCTYPE, expect=fault("0004")), "expected 500/0004, got 500/0001")
        self.fails(replace(DOCTYPE, expect=OK), "expected 200/None")
        self.fails(replace(SOUND, expect=fault("0001")), "got 200/None")
        self.fails(replace(SOUND, expect=CUT), "to end without an answer")
        self.fails(replace(SOUND, expect=replace(OK, closed=True)), "expected the connection to be closed")
        self.fails(replace(SOUND, make=lambda stand: post(stand) * 2, records=2), "expected 1 answer(s)")

    def test_costs_fail(self):
        self.fails(replace(SOUND, cpu_ms=0), "ms of processor time")
        if not run.SANITIZED:
            # Fifty unfinished messages of half a megabyte.
            def hold(stand):
                held = [stand.connection() for _ in range(50)]
                for connection in held:
                    connection.sendall(soap.request("algemeen", b" " * 500_000, length=1_000_000))
                return converse(stand.gateway, post(stand))
            self.fails(replace(SOUND, make=hold, rss_kb=100, records=None), "grew by")

    def test_a_call_to_the_canary_fails(self):
        def call(stand):
            socket.create_connection(("127.0.0.1", stand.canary.port)).close()
            return post(stand)
        self.fails(replace(SOUND, make=call), "an address from the message was called")

    def test_a_socket_that_leads_elsewhere_fails(self):
        """Another process's socket stands in for one that the gateway would open."""
        real = sockets.socket_inodes
        with socket.create_server(("127.0.0.1", 0)) as elsewhere:
            script = f"import socket; input(); s = socket.create_connection({elsewhere.getsockname()}); print(flush=True); input()"
            with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
                with mock.patch("stand.socket_inodes", lambda pid: real(pid) | real(other.pid)):
                    self.assertEqual(problems(SOUND), [], "as long as it has none")
                    print(file=other.stdin, flush=True)
                    other.stdout.readline()
                    found = problems(SOUND)
                    self.assertEqual(len([text for text in found if "not the listeners'" in text]), 2, f"during and after: {found}")
                print(file=other.stdin, flush=True)

    def test_who_cannot_see_the_sockets_fails(self):
        with mock.patch("pathlib.Path.iterdir", side_effect=PermissionError), self.assertRaisesRegex(PermissionError, "as root"):
            stand.outgoing()
        with mock.patch("stand.socket_inodes", side_effect=PermissionError("as root")):
            self.assertIn("A01-sound", run.run([SOUND], stand))

    def test_another_client_without_an_answer_fails(self):
        deaf = Neighbour(stand.gateway, stand.revoked)
        with mock.patch.object(stand, "neighbour", deaf):
            self.fails(SOUND, "another client was not answered")
        deaf.connection.close()

    def test_a_file_or_a_pipe_that_is_opened_fails(self):
        def read(stand):
            stand.canary.file.read_bytes()
            return post(stand)
        self.fails(replace(SOUND, make=read), "a file from the message was opened")
        reader = threading.Thread(target=lambda: stand.canary.pipe.open("rb").close())

        def wait(stand):
            reader.start()
            time.sleep(0.2)  # until it waits for a writer
            return post(stand)
        self.fails(replace(SOUND, make=wait), "a pipe from the message was opened")
        reader.join(10)
        self.assertEqual(problems(SOUND), [], "told once")

    def test_a_record_too_few_or_too_many_fails(self):
        self.fails(replace(SOUND, records=0), "1 records in the log, not 0")
        self.fails(replace(SOUND, records=2), "1 records in the log, not 2")

    def test_something_stored_fails(self):
        def change(stand):
            stand.gateway.command("isi", "event", "overlijden", "--bsn", "999994153", "--data", stand.gateway.data,
                                  "--vandaag", "2026-11-22")
            return post(stand)
        self.fails(replace(SOUND, make=change), "something was stored")
        self.assertEqual(problems(replace(SOUND, make=change_of(stand.fresh_person()), changes=True)), [])
        self.fails(replace(SOUND, make=change_of(stand.fresh_person())), "something was stored")

        def empty_box(stand):
            with sqlite3.connect(stand.gateway.data / "isi.sqlite") as database:
                self.assertGreater(database.execute("DELETE FROM auditbak").rowcount, 0)
            return post(stand)
        self.assertEqual(problems(replace(SOUND, make=empty_box)), [], "the audit trail's own work is no change")

    def test_a_secret_in_an_answer_fails(self):
        def leak(stand):
            seen = converse(stand.gateway, post(stand))
            seen.first.body += stand.key.password.encode()
            return seen
        self.fails(replace(SOUND, make=leak), "a secret in the answer")

    def test_a_case_that_cannot_be_run_fails(self):
        def broken(_stand):
            raise RuntimeError("nonsense")
        self.assertIn("A01-broken", run.run([replace(SOUND, name="A01-broken", make=broken)], stand))

    def test_what_a_log_line_may_not_be(self):
        self.assertEqual(wrong_in_line('{"a":"b"}\n', ("geheim",)), [])
        for line in ('{"a":"\x1b[2J"}\n', '{"a":"\u202e"}\n', "no json\n", '["a"]\n', '{"a":"geheim"}\n',
                     '{"a":"' + "x" * 3_000 + '"}\n'):
            self.assertNotEqual(wrong_in_line(line, ("geheim",)), [], line[:40])

    def test_what_a_case_found_by_itself_fails(self):
        self.fails(replace(SOUND, make=lambda stand: Seen(converse(stand.gateway, post(stand)).answers,
                                                          problems=["odd"])), "odd")


class SignedRunnerTest(unittest.TestCase):
    """The same of the stand with the signed profiles."""

    @classmethod
    def setUpClass(cls):
        cls.stand = cls.enterClassContext(SignedStand())
        cls.by_name = {case.name: case for case in all_cases()}

    def problems(self, name, **changed):
        return Trial(self.stand, replace(self.by_name[name], **changed)).run()

    def fails(self, text, name, **changed):
        found = self.problems(name, **changed)
        self.assertTrue(any(text in problem for problem in found), f"{text!r} is not in {found}")

    def test_what_is_right_passes(self):
        for name in ("A20-signed-sound", "A20-signed-body-to-the-object", "A23-sealed-sound", "A23-sealed-last-bit-of-the-tag",
                     "A30-sealed-client-revoked", "A30-signed-client-with-500-names"):
            self.assertEqual(self.problems(name), [], name)

    def test_the_opposite_fails(self):
        for name in ("A20-signed-body-to-the-object", "A21-signed-comment-in-a-message-id", "A22-signed-rsa-sha1", "A23-sealed-called-cbc",
                     "A24-signed-13-references", "A30-signed-token-rsa-1024"):
            self.fails("expected 200/None", name, expect=OK)
        for name in ("A20-signed-sound", "A21-signed-equal-cdata-is-text", "A23-sealed-sound"):
            self.fails("got 200/None", name, expect=malformed(""))
        self.fails("to end without an answer", "A30-signed-client-with-500-names", expect=CUT)

    def test_refused_for_another_reason_fails(self):
        name = "A20-signed-body-to-the-object"
        self.fails("expected faultcode wsse:FailedCheck", name, expect=fault("0002", faultcode="wsse:FailedCheck"))
        self.fails("expected to be told 'wsse:Security ontbreekt'", name, expect=malformed("wsse:Security ontbreekt"))
        self.fails("the log does not say", "A23-sealed-last-bit-of-the-tag", why=ciphers.ALGORITHM)
        self.fails("the log does not say", "A30-sealed-client-revoked", why="certificate has expired")

    def test_a_move_that_moves_nothing_fails(self):
        """The same rows without what makes them an attack: the runner sees that they are answered."""
        wrong = run.run([replace(self.by_name[name], make=forging.signed()) for name in
                         ("A20-signed-to-to-the-object", "A22-signed-unsigned-body", "A24-signed-500-transforms")], self.stand)
        self.assertEqual(len(wrong), 3, wrong)
        unmade = case("A20-unmade", forging.signed(before=[("what is not there", "")]), malformed(""))
        self.assertIn("this row shows nothing", str(run.run([unmade], self.stand)))

    def test_another_answer_than_the_usual_one_fails(self):
        self.fails("another answer than the usual one", "A23-sealed-sound", also=as_usual)
        with mock.patch.object(self.stand, "usual_fault", (500, {}, b"")):
            self.fails("another answer than the usual one", "A23-sealed-last-bit-of-the-tag")
        longer = lambda stand, seen: (setattr(seen.first, "body", seen.first.body + b" "), as_usual(stand, seen))[1]  # noqa: E731
        self.fails("another answer than the usual one", "A23-sealed-last-bit-of-the-tag", also=longer)

    def test_a_certificate_that_is_let_in_fails(self):
        sound = certificates.barred(PROFILES[0], certificates.of_the_zoo("client"))
        self.fails("this certificate was let in", "A30-sealed-oin-19", make=sound, records=None, why=None)
        nobody = replace(self.by_name["A30-sealed-client-revoked"], records=None)
        with mock.patch.object(SignedStand, "door_of", lambda stand, profile: Door(stand.listeners[profile], "client-expired")):
            self.assertTrue(run.run([nobody], self.stand), "the sound client is refused as well")

    def test_costs_sockets_storage_and_the_neighbour_are_watched(self):
        self.fails("ms of processor time", "A20-signed-sound", cpu_ms=0)

        def call(stand):
            socket.create_connection(("127.0.0.1", stand.canary.port)).close()
            return forging.signed()(stand)
        self.fails("an address from the message was called", "A20-signed-sound", make=call)

        def change(stand):
            stand.gateway.command("isi", "event", "overlijden", "--bsn", "999994153", "--data", stand.gateway.data)
            return forging.signed()(stand)
        self.fails("something was stored", "A20-signed-sound", make=change)
        deaf = SignedNeighbour(self.stand)
        deaf.gateway.certificate = "client-unknown-oin"  # of whom no key is known
        with mock.patch.object(self.stand, "neighbour", deaf):
            self.fails("another client was not answered", "A20-signed-sound")
        deaf.connection.close()

    def test_every_line_is_seen_however_fast_they_come(self):
        """More than the log writes about strangers in a second."""
        name = "A22-signed-without-security"
        begin = time.monotonic()
        self.assertEqual([found for found in (self.problems(name) for _ in range(70)) if found], [])
        self.assertGreater(time.monotonic() - begin, 0.9)


class CatalogueTest(unittest.TestCase):
    def test_every_attack_has_cases_or_tests_elsewhere(self):
        attacks = {f"A{number:02}" for number in range(1, 47)}
        ours = {case.attack for case in all_cases()}
        self.assertEqual(ours | set(elsewhere.TESTS), attacks)
        self.assertGreaterEqual(len(all_cases()), 600)

    def test_the_sample_has_some_of_every_attack_and_is_the_same_each_time(self):
        cases = all_cases()
        sample = run.sample(cases)
        self.assertEqual([case.name for case in sample], [case.name for case in run.sample(all_cases())])
        self.assertEqual({case.attack for case in sample}, {case.attack for case in cases})
        self.assertLess(len(sample), len(cases) / 2)

    def test_each_attack_on_the_signed_stand_has_one_that_is_answered_and_is_always_run(self):
        sample = {case.name for case in run.sample(all_cases())}
        attacks = {case.attack for case in all_cases() if case.listener}
        self.assertEqual(attacks, {"A20", "A21", "A22", "A23", "A24", "A30"})
        for attack in attacks:
            sound = f"{attack}-{'sealed' if attack == 'A23' else 'signed'}-sound"
            self.assertIn(sound, sample)
            self.assertEqual([case.expect for case in all_cases() if case.name == sound], [OK])

    def test_the_tests_elsewhere_exist(self):
        self.assertEqual(elsewhere.missing(), [])
        self.assertEqual(elsewhere.missing({"A01": ("tests/integration/secrecy_test.py: test_that_is_not",)}),
                         ["A01: tests/integration/secrecy_test.py: test_that_is_not"])

    def test_a_test_elsewhere_that_does_not_run_is_missing(self):
        here = Path(__file__)  # a folder whose CMakeLists.txt knows this file
        python = "class T(TestCase):\n    def test_a(self):\n        self.assertTrue(x)\n"
        self.assertTrue(elsewhere.is_run(here, python, "test_a"))
        for text in (python.replace("test_a", "test_ab"), python.replace("    def", "    @unittest.skip('no')\n    def"),
                     python.replace("class", "@skipUnless(x, 'no')\nclass"), python.replace("    def", "    @expectedFailure\n    def"),
                     python.replace("self.assertTrue(x)", "self.skipTest('no')"), "class T(TestCase):\n    # def test_a(self):\n    pass\n"):
            self.assertFalse(elsewhere.is_run(here, text, "test_a"), text)
        self.assertFalse(elsewhere.is_run(here.with_name("not_in_cmake_test.py"), python, "test_a"))
        cpp, source = "TEST_F(Suite, A01_Name) {\n  EXPECT_TRUE(x);\n}\n", Path("x_test.cpp")
        self.assertTrue(elsewhere.is_run(source, cpp, "A01_Name"))
        for text in (f"// {cpp}", f"/*\n{cpp}*/\n", f"#if 0\n{cpp}#endif\n", cpp.replace("A01", "OFF_A01"), cpp.replace("Name", "Names")):
            self.assertFalse(elsewhere.is_run(source, text, "A01_Name"), text)

    def test_every_law_has_its_cases(self):
        for attack, of_a_service in (("A37", r"A37-(wi20\d\d)-.*-of-another-municipality"), ("A39", r"A39-person-of-wi20\d\d-at-(wi20\d\d)-")):
            services = {found[1] for case in all_cases() if (found := re.match(of_a_service, case.name))}
            self.assertEqual(services, {"wi2021", "wi2013", "wi2007"}, attack)
        with self.assertRaisesRegex(ValueError, "nothing found for wi2013"):
            persons.some((name for name in ()), "wi2013")

    def test_no_two_cases_have_one_name(self):
        names = [case.name for case in all_cases()]
        self.assertEqual(len(names), len(set(names)))
        self.assertTrue(all(re.fullmatch(r"A\d\d-[a-z0-9-]+", name) for name in names))
        with self.assertRaises(ValueError):
            Case("A01 with spaces", post, OK)


if __name__ == "__main__":
    unittest.main(verbosity=2)
