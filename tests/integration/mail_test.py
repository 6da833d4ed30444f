#!/usr/bin/env python3
"""Mails to contact persons, from a change by message to a mail server: once, at the right moment, whatever the server
does, and with nothing in them that tells who a person is."""
import json
import shutil
import sqlite3
import sys
import tempfile
import time
import unittest
from email.utils import parsedate_to_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import W21, el, person  # noqa: E402
from gateway import Gateway  # noqa: E402
from mailserver import EXIM, Exim, MailServer, SilentServer, settings  # noqa: E402
from waiting import eventually  # noqa: E402

SATURDAY, SUNDAY, MONDAY = "2026-01-31", "2026-02-01", "2026-02-02"
ANNA, BSNS = "anna@gemeente.example", ("999993653", "999990019")
CANARY = "Kanariepiet"


def setUpModule():
    """A population that every test has a copy of."""
    global template
    template = Gateway(persons=20, today=SATURDAY)
    unittest.addModuleCleanup(template._scratch.cleanup)


class MailTest(unittest.TestCase):
    def gateway(self, mail, today=SATURDAY, data=None):
        gateway = Gateway(today=today, settings=mail, data=data or self.copy())
        self.addCleanup(gateway._scratch.cleanup)
        return gateway

    def copy(self):
        data = template.dir / f"data-{self.id()}"
        shutil.copytree(template.data, data)
        return data

    def queue(self, data, count=1, to="naar{}@gemeente.example"):
        """Puts mails into the outbox that are due."""
        with sqlite3.connect(data / "isi.sqlite", timeout=10) as isi:
            for n in range(count):
                isi.execute("INSERT INTO mail (mail_id, message_kenmerk, soort, sleutel, gemeente, aan, onderwerp, tekst, "
                            "niet_voor) VALUES (?1, ?1, 'proef', ?1, '0363', ?2, 'Onderwerp', 'Tekst', 0)",
                            (f"P{n}", to.format(n)))
        isi.close()

    def sql(self, data, statement):
        with sqlite3.connect(data / "isi.sqlite", timeout=10) as isi:
            rows = isi.execute(statement).fetchall()
        isi.close()
        return rows

    def until(self, what):
        self.assertTrue(eventually(what))

    def log(self, gateway):
        lines = gateway.log.read_text(encoding="utf-8").splitlines() if gateway.log.exists() else []
        return [json.loads(line) for line in lines]

    def events(self, gateway, name):
        return [line for line in self.log(gateway) if name in line.values()]


class EndToEnd(MailTest):
    def link(self, gateway, key):
        """A contact person with two persons, and the ids of their signals."""
        added = soap.call(gateway, key, "wi2021", "VoegContactpersoonToe", el("gemeentecode", "0363") + el(
            "contactpersoon", el("naam", "Anna Kanariecontact") + el("email", ANNA) + el("algemeenContactpersoon", "false")))
        self.assertIsNone(added.fault(), added.fault())
        contact = added.find(f".//{W21}contactpersoonId").text
        for bsn in BSNS:
            gateway.command("isi", "event", "nieuwe-plicht", "--bsn", bsn, "--achternaam", CANARY, "--gemeente", "0363",
                            "--doelgroep", "Asielstatushouder", "--data", gateway.data, "--vandaag", SATURDAY)
            done = changes.send(gateway, key, "KoppelContactpersoon", person(bsn) + el("contactpersoonId", contact))
            self.assertEqual(done.result, "Verwerkt", done)
        return {row["signaalId"] for row in changes.feed(gateway, key, "HaalSignalen", "signaal")
                if row.get("bsn") in BSNS}

    def test_from_a_link_by_message_to_one_mail_on_the_day_after_and_one_on_monday(self):
        with MailServer() as server:
            gateway = self.gateway(server.settings())
            key = changes.issue_key(gateway)
            self.enterContext(gateway)
            signals = self.link(gateway, key)
            self.assertEqual(len(signals), 4, "SS101 and SS139 of each")
            time.sleep(2.5)
            self.assertEqual(server.mails, [], "the day is not over")
            gateway.restart(today=SUNDAY)
            [links] = server.wait(1, to=ANNA)
            self.assertIn("aantal koppelingen: 2\n", links.text.replace("\r\n", "\n"))
            gateway.restart(today=MONDAY)
            week = server.wait(2, to=ANNA)[1]
            for signal in signals:
                self.assertEqual(week.text.count(signal), 1)
            self.assertIn("4 nieuwe signalen", week["Subject"])
            self.look(week)
            self.look(links)
            gateway.restart()
            time.sleep(2.5)
            self.assertEqual(len(server.wait(2, to=ANNA)), 2, "each once")
            self.assertNotIn(ANNA, gateway.log.read_text(encoding="utf-8"))

    def look(self, mail):
        """What a mail has to have, and may not have."""
        self.assertEqual(mail["From"], "isi@duo.example")
        self.assertEqual(mail["To"], ANNA)
        self.assertEqual(mail["Auto-Submitted"], "auto-generated")
        self.assertRegex(mail["Message-ID"], r"^<[0-9a-f]{32}@duo\.example>$")
        self.assertLess(abs(parsedate_to_datetime(mail["Date"]).timestamp() - time.time()), 300)
        body = mail.message.get_body()
        self.assertEqual((body.get_content_type(), body.get_content_charset()), ("text/plain", "utf-8"))
        self.assertIn("cliëntvolgsysteem", mail.text)
        self.assertTrue(all(len(line) <= 998 for line in mail.raw.splitlines()))
        self.assertTrue(mail.raw.isascii())
        everything = mail.raw.decode() + mail.text + mail["Subject"]
        for canary in (*BSNS, CANARY, "Kanarie"):
            self.assertNotIn(canary, everything)

    @unittest.skipUnless(Path(EXIM).exists(), "needs exim")
    def test_a_real_mail_server_takes_it_over_tls_and_delivers_it(self):
        # Outside the scratch directory, which exim's user may not enter.
        directory = tempfile.mkdtemp(prefix="cvsgw-exim-")
        self.addCleanup(shutil.rmtree, directory, ignore_errors=True)
        with Exim(directory, template.pki) as exim:
            mail = settings(exim.port, server="localhost", versleuteling="starttls", ca=str(template.ca), termijn=10)
            data = self.copy()
            self.queue(data, 2)
            self.sql(data, "UPDATE mail SET onderwerp = 'Súdwest-Fryslân', tekst = 'één' || char(10) || '.' || char(10) || "
                     "'.twee' || char(10) || 'From drie' || char(10) WHERE mail_id = 'P0'")
            self.sql(data, "UPDATE mail SET aan = 'weg@gemeente.example' WHERE mail_id = 'P1'")
            with self.gateway(mail, data=data) as gateway:
                [got] = exim.wait(1)
                self.assertEqual(got["Subject"], "Súdwest-Fryslân")
                text = got.get_body().get_content().replace("\r\n", "\n")
                self.assertEqual(text.rstrip("\n"), "één\n.\n.twee\n>From drie", "the mark is the mailbox's")
                self.until(lambda: self.events(gateway, "mail opgegeven"))
                [line] = self.events(gateway, "mail opgegeven")
                self.assertEqual((line["mail"], line["oorzaak"], line["pogingen"]), ("P1", "SMTP 550 bij RCPT", 1))


class Failures(MailTest):
    def test_a_recipient_refused_for_good_is_reported_at_once_without_address(self):
        with MailServer() as server:
            server.handler.rcpt["naar0@gemeente.example"] = "550 no such user naar0@gemeente.example"
            data = self.copy()
            self.queue(data, 2)
            with self.gateway(server.settings(), data=data) as gateway:
                server.wait(1)
                self.until(lambda: self.events(gateway, "mail opgegeven"))
                [line] = self.events(gateway, "mail opgegeven")
                self.assertEqual((line["mail"], line["soort"], line["gemeente"], line["oorzaak"], line["pogingen"]),
                                 ("P0", "proef", "0363", "SMTP 550 bij RCPT", 1))
                told = gateway.command("mail", "--data", data)
                self.assertRegex(told, r"^0363  proef  opgegeven  1  sinds 1970-01-01T\S+  hoogstens 1 poging  SMTP 550 bij RCPT\n$")
                [row] = json.loads(gateway.command("mail", "--data", data, "--vorm", "json"))
                self.assertEqual((row["gemeente"], row["toestand"], row["aantal"]), ("0363", "opgegeven", 1))
                for text in (told, gateway.log.read_text(encoding="utf-8"), gateway.console()):
                    self.assertNotIn("@gemeente", text)

    def test_a_mail_refused_for_now_is_tried_again_and_given_up_after_two_days(self):
        with MailServer() as server:
            server.handler.rcpt["naar0@gemeente.example"] = "450 later"
            data = self.copy()
            self.queue(data)
            with self.gateway(server.settings(), data=data) as gateway:
                self.until(lambda: self.sql(data, "SELECT 1 FROM mail WHERE oorzaak = 'SMTP 450 bij RCPT'"))
                [[state, again, offered]] = self.sql(data, "SELECT toestand, volgende_poging, aangeboden FROM mail")
                self.assertEqual(state, "wacht")
                self.assertAlmostEqual((again - offered) / 1000, 60, delta=10)
                two_days = 48 * 3600 * 1000
                # A minute before the two days are over, and then when they are.
                for moved, expected in ((two_days - 60_000, "wacht"), (two_days, "opgegeven")):
                    seen = server.handler.attempts
                    self.sql(data, f"UPDATE mail SET volgende_poging = 0, aangeboden = {int(time.time() * 1000) - moved}")
                    self.until(lambda: server.handler.attempts > seen)
                    self.until(lambda: self.sql(data, "SELECT gehuurd_tot FROM mail")[0][0] == 0)
                    self.assertEqual(self.sql(data, "SELECT toestand FROM mail")[0][0], expected)
                self.until(lambda: self.events(gateway, "mail opgegeven"))

    def test_a_gateway_killed_between_sending_and_noting_sends_again_under_the_same_id(self):
        with MailServer() as server:
            server.handler.delay = 30
            data = self.copy()
            self.queue(data)
            with self.gateway(server.settings(termijn=3), data=data) as gateway:
                server.wait(1)
                gateway.kill()
                server.handler.delay = 0
                gateway.start()
                first, second = server.wait(2)
                self.assertEqual(first["Message-ID"], second["Message-ID"])
                self.until(lambda: self.sql(data, "SELECT toestand FROM mail") == [("bezorgd",)])
                time.sleep(2)
                self.assertEqual(len(server.mails), 2)

    def test_two_gateways_on_one_data_directory_send_each_mail_once(self):
        with MailServer() as server:
            server.handler.delay = 0.02
            data = self.copy()
            with self.gateway(server.settings(), data=data), self.gateway(server.settings(), data=data):
                self.queue(data, 60)
                server.wait(60)
                self.until(lambda: self.sql(data, "SELECT COUNT(*) FROM mail WHERE toestand = 'bezorgd'") == [(60,)])
                time.sleep(1)
                self.assertEqual(sorted(mail.recipients[0] for mail in server.mails),
                                 sorted(f"naar{n}@gemeente.example" for n in range(60)))


class Servers(MailTest):
    def test_a_server_that_hangs_or_is_not_there_slows_neither_requests_nor_the_end(self):
        with SilentServer() as silent:
            for mail in (settings(silent.port, termijn=300), settings(25, server="bestaat-niet.invalid", termijn=300,
                                                                      versleuteling="starttls"),
                         settings(1, server="127.0.0.1", termijn=300)):
                data = self.copy()
                self.queue(data)
                gateway = self.gateway(mail, data=data)
                key = changes.issue_key(gateway)
                with gateway:
                    time.sleep(1.5)  # the attempt is under way
                    begin = time.monotonic()
                    for _ in range(5):
                        self.assertEqual(soap.call(gateway, key, "wi2021", "LijstContactpersonen",
                                                   el("gemeentecode", "0363")).status, 200)
                    self.assertLess(time.monotonic() - begin, 20)
                    code, took = gateway.stop()
                    self.assertEqual(code, 0)
                    self.assertLess(took, 8)
                shutil.rmtree(data)

    def cause(self, mail):
        """What the log says of a server that takes nothing."""
        data = self.copy()
        self.queue(data, 2)
        with self.gateway(mail, data=data) as gateway:
            self.until(lambda: self.events(gateway, "mailserver"))
            [line] = self.events(gateway, "mailserver")
            self.assertEqual(self.sql(data, "SELECT COUNT(*) FROM mail WHERE toestand = 'wacht'"), [(2,)])
            text = gateway.log.read_text(encoding="utf-8") + gateway.console()
        self.assertNotIn("geheim", text)
        self.assertNotIn("@gemeente", text)
        shutil.rmtree(data)
        return line["oorzaak"]

    def test_what_is_wrong_with_a_server_is_said_once(self):
        with MailServer() as plain, SilentServer() as silent:
            self.assertEqual(self.cause(settings(1)), "geen verbinding")
            self.assertIn("geen antwoord binnen de termijn", self.cause(settings(silent.port, termijn=1)))
            # TLS is asked for and not offered: nothing goes in the clear.
            self.assertIn("TLS", self.cause(plain.settings(versleuteling="starttls")))
            self.assertEqual(plain.mails, [])

    def test_tls_and_login(self):
        password = template.dir / "mailwachtwoord"
        password.write_text("geheim woord\n", encoding="utf-8")
        wrong = template.dir / "foutwachtwoord"
        wrong.write_text("geheim fout\n", encoding="utf-8")
        for file in (password, wrong):
            file.chmod(0o600)
        login = {"server": "localhost", "versleuteling": "starttls", "gebruiker": "isi"}
        with MailServer(pki=template.pki, login=("isi", "geheim woord")) as server:
            good = server.settings(**login, wachtwoordBestand=str(password), ca=str(template.ca), termijn=10)
            data = self.copy()
            self.queue(data)
            with self.gateway(good, data=data) as gateway:
                server.wait(1)
                self.until(lambda: gateway.command("mail", "--data", data) == "geen onbezorgde e-mails\n")
            shutil.rmtree(data)
            bad = server.settings(**login, wachtwoordBestand=str(wrong), ca=str(template.ca), termijn=10)
            self.assertEqual(self.cause(bad), "SMTP 535 bij AUTH")
            wrong.chmod(0o644)
            with self.assertRaises(AssertionError) as refused:  # A46
                self.cause(bad)
            self.assertIn("toegankelijk voor andere gebruikers", str(refused.exception))
            shutil.rmtree(template.dir / f"data-{self.id()}")
            # Not an issuer that the system trusts.
            unknown = server.settings(**login, wachtwoordBestand=str(password), termijn=10)
            self.assertIn("certificaat van de mailserver niet vertrouwd", self.cause(unknown))

    def test_without_a_server_mails_wait_and_that_is_said_once(self):
        data = self.copy()
        self.queue(data)
        with self.gateway("", data=data) as gateway:
            time.sleep(2)
            self.assertEqual(len(self.events(gateway, "mail")), 1)
            self.assertIn("geen mailserver", self.events(gateway, "mail")[0]["stand"])
        self.assertEqual(self.sql(data, "SELECT toestand, pogingen FROM mail"), [("wacht", 0)])


if __name__ == "__main__":
    unittest.main()
