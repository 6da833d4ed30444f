#!/usr/bin/env python3
"""Certificates, trust and revocation lists change under a gateway that serves: nobody who may stay notices, and who may not is cut.
Tested is that it comes at all; docs/operating/digikoppeling.md promises three seconds, to which a busy machine adds its own."""
import signal
import ssl
import sys
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from digikoppeling_gateway import OIN, DigikoppelingGateway  # noqa: E402
from gateway import ALL_ROLES  # noqa: E402
from waiting import GENEROUS, eventually  # noqa: E402


def setUpModule():
    global gateway, be
    gateway = DigikoppelingGateway(persons=20)
    gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
    unittest.enterModuleContext(gateway)
    be = gateway.be


def with_an_expired_one(zoo):
    """The trusted certificates, and one that has had its day."""
    old = (zoo / "client-expired.pem").read_text(encoding="ascii").split("-----END", 1)[0] + "-----END CERTIFICATE-----\n"
    return (zoo / "whole-chain.pem").read_text(encoding="ascii") + old


def serial():
    """Which certificate a new connection is shown."""
    with be.connect() as connection:
        return connection.getpeercert()["serialNumber"]


def ask(connection):
    """One request on an open connection: True when it was answered, False when the connection had been closed."""
    try:
        connection.sendall(be.message("algemeen", "Ping"))
        answer = soap.read_answer(connection)
    except (ssl.SSLError, ConnectionError):
        return False
    if answer is None:
        return False
    assert answer.status == 200, answer.fault()
    return True


# Seconds that a revocation list lives that has to be in force before it ends; more when the machine was slower than that.
LIVES = (4, 8, 16, 32)


def read_anew(of, change):
    """Changes files, and waits until the gateway has read them."""
    before = len(of.logged("TLS files read anew"))
    change()
    of.process.send_signal(signal.SIGHUP)
    return eventually(lambda: len(of.logged("TLS files read anew")) > before)


def told_last(of, why):
    """Whether the last handshake failed for this reason. The line comes a moment after the client has heard."""
    return why in "".join(of.logged("handshake")[-1:])


class Reload(unittest.TestCase):
    def tearDown(self):
        gateway.put_certificate("server")
        gateway.put_trust("whole-chain")
        gateway.put_lists("crl")
        gateway.process.send_signal(signal.SIGHUP)
        self.assertTrue(eventually(lambda: not be.refuses("client") and not be.refuses("client-revoked-later")))

    def test_R10_twenty_reloads_drop_no_connection_and_no_request(self):
        stop = threading.Event()
        answered, lost, shown = [0] * 4, [], set()

        def client(index):
            with be.connect() as connection:
                while not stop.is_set():
                    if not ask(connection):
                        lost.append(index)
                        return
                    answered[index] += 1

        threads = [threading.Thread(target=client, args=(index,)) for index in range(4)]
        for thread in threads:
            thread.start()
        for turn in range(20):
            gateway.put_certificate("server-second" if turn % 2 == 0 else "server")
            before = len(gateway.logged("TLS files read anew"))
            gateway.process.send_signal(signal.SIGHUP)
            self.assertTrue(eventually(lambda before=before: len(gateway.logged("TLS files read anew")) > before))
            reached = list(answered)
            shown.add(serial())
            self.assertTrue(eventually(lambda reached=reached: lost or all(a > b for a, b in zip(answered, reached))))
        stop.set()
        for thread in threads:
            thread.join()
        self.assertEqual(lost, [])
        self.assertEqual(len(shown), 2, "both certificates were shown in turn")

    def test_files_that_change_are_noticed_without_a_signal(self):
        before = serial()
        gateway.put_certificate("server-second")
        self.assertTrue(eventually(lambda: serial() != before))

    def test_R06_R13_A30_A46_bad_files_change_nothing_and_are_an_alarm(self):
        before = serial()
        for spoil in (lambda: (gateway.files / "server.pem").write_text("rubbish"),
                      lambda: gateway.put_certificate("server-expired"),
                      lambda: gateway.put(gateway.zoo / "client.key", "server.key"),
                      lambda: (gateway.files / "server.key").chmod(0o644),
                      lambda: gateway.put(gateway.zoo / "client.key", "vertrouwen.pem"),
                      lambda: (gateway.files / "crl/proef-tsp.pem").write_bytes(b"\x30\x80rubbish"),
                      lambda: (gateway.files / "crl/groot.pem").write_bytes(b"x" * (16 * 1024 * 1024 + 1)),  # A30
                      lambda: gateway.put_trust("vals-root"),
                      lambda: gateway.put_trust("root")):  # nobody could verify the lists of the others
            gateway.put_certificate("server")
            gateway.put_trust("whole-chain")
            gateway.put_lists("crl")
            gateway.process.send_signal(signal.SIGHUP)
            alarms = len(gateway.logged('"alarm"'))
            spoil()
            gateway.process.send_signal(signal.SIGHUP)
            self.assertTrue(eventually(lambda alarms=alarms: len(gateway.logged('"alarm"')) > alarms))
            self.assertIn("the old ones stay in force", gateway.logged('"alarm"')[-1])
            self.assertEqual(serial(), before)

    def test_R06_lists_that_have_ended_do_not_take_the_place_of_those_that_hold(self):
        gateway.put_lists("crl-ended")
        self.assertTrue(eventually(lambda: gateway.logged("ended at") and "stays in force until" in gateway.logged("ended at")[-1]))
        self.assertFalse(be.refuses("client"))

    def test_R05_R06_A29_a_revoked_client_is_cut_and_its_ticket_is_worth_nothing(self):
        revoked, other = be.connect("client-revoked-later"), be.connect("client")
        with revoked, other:
            self.assertTrue(ask(revoked))
            self.assertTrue(ask(other))
            ticket, context = revoked.session, revoked.context
            with be.connect(context=context, session=ticket) as again:
                self.assertTrue(ask(again))
                self.assertTrue(again.session_reused)
            gateway.put_lists("crl-later")
            self.assertTrue(eventually(lambda: be.refuses("client-revoked-later")))
            revoked.settimeout(GENEROUS)
            self.assertEqual(revoked.recv(1), b"", "closed, also while nobody asks anything")
            self.assertFalse(ask(revoked))
            self.assertTrue(ask(other))
        try:
            with be.connect(context=context, session=ticket) as again:
                self.assertFalse(ask(again))
        except (ssl.SSLError, ConnectionError):
            pass  # refused already in the handshake, as with TLS 1.2

    def test_R06_a_list_that_ends_closes_the_door_until_the_next_is_there(self):
        for life in LIVES:
            with be.connect() as connection:
                ends = int(time.time()) + life
                loaded = read_anew(gateway, lambda life=life: gateway.list_of("proef-tsp", -60, life))
                answered = ask(connection)
                if time.time() < ends:
                    self.assertTrue(loaded and answered)
                    connection.settimeout(GENEROUS)
                    self.assertEqual(connection.recv(1), b"")
                    break
            gateway.put_lists("crl")
            self.assertTrue(eventually(lambda: not be.refuses("client")))
        else:
            self.fail("the machine is too slow for a list that lives half a minute")
        self.assertTrue(be.refuses("client"))
        self.assertTrue(eventually(lambda: told_last(gateway, "CRL has expired")))
        self.assertTrue(eventually(lambda: gateway.logged("a revocation list has ended")))
        gateway.list_of("proef-tsp", -1, 3600)
        self.assertTrue(eventually(lambda: not be.refuses("client")), "picked up without a restart")

    def test_R06_a_list_that_has_gone_stays_in_force_and_the_others_are_followed(self):
        with be.connect() as connection:
            gateway.put_lists("crl-without-domain")
            self.assertTrue(eventually(lambda: gateway.logged("has gone: the one before it stays in force until")))
            self.assertFalse(be.refuses("client"))
            self.assertTrue(ask(connection), "nobody was cut")
            gateway.put(gateway.zoo / "crl-later/proef-tsp.pem", "crl/proef-tsp.pem")
            self.assertTrue(eventually(lambda: be.refuses("client-revoked-later")))
            self.assertFalse(be.refuses("client"))

    def test_the_log_goes_on_in_a_new_file(self):
        gateway.log.rename(gateway.dir / "gateway.log.1")
        gateway.process.send_signal(signal.SIGHUP)
        self.assertTrue(eventually(lambda: gateway.log.exists() and gateway.logged("TLS files read anew")))
        with be.connect() as connection:
            self.assertTrue(ask(connection))
        self.assertTrue(eventually(lambda: gateway.logged('"bericht"')))

    def test_R13_keys_are_in_no_log_and_no_core_file(self):
        limits = Path(f"/proc/{gateway.process.pid}/limits").read_text(encoding="ascii")
        self.assertRegex(limits, r"Max core file size\s+0\s+0\s")
        secret = (gateway.files / "server.key").read_text(encoding="ascii").splitlines()[1]
        for file in (gateway.log, gateway.dir / "console.log"):
            self.assertNotIn(secret, file.read_text(encoding="utf-8"))


class Start(unittest.TestCase):
    def test_R06_without_the_list_of_one_level_nobody_gets_in(self):
        with DigikoppelingGateway(data=gateway.data, lists="crl-without-domain") as late:
            self.assertTrue(late.be.refuses("client"))
            self.assertTrue(eventually(lambda: told_last(late, "unable to get certificate CRL")))
            self.assertTrue(late.logged("there is no revocation list of"))

    def test_R06_a_list_that_has_ended_at_the_start_refuses_all_and_is_an_alarm(self):
        with DigikoppelingGateway(data=gateway.data, lists="crl-ended") as late:
            self.assertTrue(late.be.refuses("client"))
            self.assertTrue(eventually(lambda: late.logged('"alarm"')))
            self.assertIn("ended at", late.logged('"alarm"')[0])
            late.put_lists("crl")
            self.assertTrue(eventually(lambda: not late.be.refuses("client")))

    def test_R06_R10_a_dead_list_and_an_expired_authority_keep_nothing_else_out(self):
        with DigikoppelingGateway(data=gateway.data) as late:
            for life in LIVES:
                ends = int(time.time()) + life
                loaded = read_anew(late, lambda life=life: late.list_of("proef-persoon", -60, life))
                if loaded and time.time() < ends:
                    break
            self.assertTrue(eventually(lambda: late.logged("a revocation list has ended")))
            (late.files / "vertrouwen.pem").write_text(with_an_expired_one(late.zoo), encoding="ascii")
            late.put(late.zoo / "crl-later/proef-tsp.pem", "crl/proef-tsp.pem")
            self.assertTrue(eventually(lambda: late.be.refuses("client-revoked-later")), "another issuer's new list counts")
            self.assertFalse(late.be.refuses("client"))
            self.assertTrue(late.logged("has expired: what it issued is refused"))
            self.assertTrue(late.logged("ended at"))

    def test_R05_an_expired_authority_among_the_trusted_does_not_keep_the_gateway_from_starting(self):
        start = DigikoppelingGateway(data=gateway.data)
        (start.files / "vertrouwen.pem").write_text(with_an_expired_one(start.zoo), encoding="ascii")
        with start:
            self.assertFalse(start.be.refuses("client"))
            self.assertTrue(eventually(lambda: start.logged("has expired: what it issued is refused")))


if __name__ == "__main__":
    unittest.main()
