#!/usr/bin/env python3
"""Hostile and clumsy callers, over real connections to the real program: limits, the budget of persons out of sight, wrong
passwords, one fault for every failed authentication, and the same message many times at once (security.md A16-A18, A33-A40)."""
import contextlib
import json
import re
import sqlite3
import sys
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import bsns, el, new_id, person, treatment  # noqa: E402
from gateway import ALL_ROLES, Gateway, Key  # noqa: E402
from waiting import eventually  # noqa: E402

TODAY = "2026-11-22"
OWN, STRANGER = "999994001", "999996010"  # of Amsterdam (0363); of Groningen under another law
HOUR, DAY, KEY_AT_ONCE, REFUSED_AT_ONCE = 12, 20, 40, 30
SETTINGS = f"""[grenzen]
perSleutelPerSeconde = 1
perSleutelIneens = {KEY_AT_ONCE}
geweigerdPerBronPerSeconde = 1
geweigerdPerBronIneens = {REFUSED_AT_ONCE}
buitenZichtPerUur = {HOUR}
buitenZichtPerDag = {DAY}
buitenZichtAandeel = 0
groepsfactor = 2
"""
CREATED = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
supplier = iter(range(1000))


def setUpModule():
    global gateway, keys, keys_of_one, useless
    gateway = Gateway(persons=0, today=TODAY, settings=SETTINGS)
    # A supplier of his own each, or one test's use would count in another's; all are known when the gateway starts.
    keys = iter([issue(f"Leverancier {next(supplier)}") for _ in range(24)])
    keys_of_one = [issue("Grote Leverancier") for _ in range(3)]
    useless = useless_keys()
    unittest.enterModuleContext(gateway)


def issue(supplier_name, *options):
    return gateway.issue_key("0363", ALL_ROLES, *options, leverancier=supplier_name)


def useless_keys():
    """Keys with their passwords that open nothing, by the reason why."""
    issued = {"expired": issue("L"),
              "not yet": issue("L", "--geldig-van", "2090-01-01", "--geldig-tot", "2090-02-01"),
              "bound to an OIN": issue("L", "--oin", "00000099000000001000"),
              "revoked": issue("L"), "old": issue("L")}
    gateway.command("keys", "revoke", "--sleutel", issued["revoked"].name, "--data", gateway.data)
    gateway.command("keys", "rotate", "--sleutel", issued["old"].name, "--direct", "--kaal", "--uit", gateway.dir / "sleutels",
                    "--data", gateway.data)
    # Nobody can issue a key that has expired: this one grows old at once.
    with sqlite3.connect(gateway.data / "sleutels.sqlite") as database:
        database.execute("UPDATE sleutel SET geldig_van = '2020-01-01', geldig_tot = '2020-02-01' WHERE applicatiesleutel = ?",
                         (issued["expired"].name,))
    return issued


def within_an_hour(seconds=120):
    """Budgets are per hour: one that ends in the middle of a test would be two. So it begins with enough of the hour left."""
    left = 3600 - time.time() % 3600
    if left < seconds:
        time.sleep(left + 1)


lines = {}  # one connection a source, made anew when the gateway has ended it


def send(data, source=None):
    for _ in range(2):
        line = lines.pop(source, None) or gateway.connect(source=source)
        try:
            line.sendall(data)
            answer = soap.read_answer(line)
        except OSError:
            answer = None
        if answer is None or answer.closed:
            line.close()
        else:
            lines[source] = line
        if answer is not None:
            return answer
    raise AssertionError("no answer")


def tearDownModule():
    for line in lines.values():
        line.close()


def message(key, service, name, content, password=None, message_id=None):
    header = soap.security(key, password) + (soap.addressing(gateway, service, name, message_id) if message_id else "")
    return soap.request(service, soap.envelope(soap.operation(service, name, content), header),
                        action=f"{soap.namespace(service)}/{name}")


def ask(key, service, name, content, source=None, **options):
    return send(message(key, service, name, content, **options), source)


def law_of(key, bsn, source=None):
    return ask(key, "algemeen", "BepaalWet", person(bsn), source)


def log_lines(event):
    return [line for line in map(json.loads, gateway.log.read_text(encoding="utf-8").splitlines()) if line["gebeurtenis"] == event]


def without_ids(answer):
    """Status line, headers and body, but for what differs by rule."""
    body = re.sub(rb"<(\w+:)?referentie>[0-9a-f]+<", b"<referentie><", answer.body)
    return answer.status, sorted(answer.headers.items() - {("date", answer.headers["date"])}), re.sub(rb"urn:uuid:[0-9a-f-]+", b"", body)


def until_later(once):
    """Every answer until one that says later; on a slow machine a second gives one more."""
    answers = [once()]
    while answers[-1].status != 429 and len(answers) < 2000:
        answers.append(once())
    return answers


def one_put_off(flood, once):
    """An answer while the flood has left its source nothing; a moment later there may be room for one, so six are tried."""
    for _ in range(6):
        until_later(flood)
        answer = once()
        if answer.status == 429:
            break
    return answer


class LimitTest(unittest.TestCase):
    def assert_later(self, answer, message=None):
        self.assertEqual(answer.status, 429, message)
        self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        fault = answer.fault()
        self.assertEqual((fault["code"], fault["kant"]), ("0051", "aanroeper"))

    def test_A36_one_key_has_so_many_calls_at_once_and_another_does_not_notice(self):
        key, other = next(keys), next(keys)
        answers = until_later(lambda: ask(key, "algemeen", "Ping", ""))
        self.assertEqual({a.status for a in answers[:KEY_AT_ONCE]}, {200})
        self.assert_later(answers[-1])
        self.assertEqual(ask(other, "algemeen", "Ping", "").status, 200)

    def test_A35_what_a_source_has_refused_counts_against_it_and_nobody_else(self):
        key = next(keys)
        bad = soap.request("wi2021", soap.envelope("<x/>", ""))
        answers = until_later(lambda: send(bad, "127.0.0.9"))
        self.assertEqual({a.status for a in answers[:REFUSED_AT_ONCE]}, {500})
        self.assert_later(answers[-1])
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.0.1").status, 200)
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.0.10").status, 200)

    def test_A35_a_remembered_client_is_served_while_a_stranger_behind_his_address_is_not(self):
        key, bad = next(keys), soap.request("wi2021", soap.envelope("<x/>", ""))
        flood = lambda: send(bad, "127.0.11.1")
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.11.1").status, 200)
        answers = until_later(flood)
        self.assertEqual({a.status for a in answers[:10 * REFUSED_AT_ONCE]}, {500}, "a source with clients has ten times as much")
        self.assert_later(answers[-1])
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.11.1").status, 200)
        # Ten messages a second are let in again, and one of a stranger may be among them: he would be remembered then.
        self.assert_later(one_put_off(flood, lambda: ask(key, "algemeen", "Ping", "", source="127.0.11.1", password="geraden")))
        self.assert_later(one_put_off(flood, lambda: ask(next(keys), "algemeen", "Ping", "", source="127.0.11.1")))
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.11.1").status, 200)

    def test_A35_messages_that_are_read_only_to_be_put_off_count_against_their_source(self):
        key, guesses = next(keys), iter(range(1000))
        # The back-off lets nothing through; every message is read all the same, to see whose it is.
        begin = time.monotonic()
        statuses = [ask(key, "algemeen", "Ping", "", source="127.0.12.1", password=f"geraden {next(guesses)}").status
                    for _ in range(REFUSED_AT_ONCE + 10)]
        # A delay may end just then: they double, so that few do.
        self.assertEqual(set(statuses), {500, 429})
        self.assertLess(statuses.count(500), 20)
        bad = soap.request("wi2021", soap.envelope("<x/>", ""))
        let_in = until_later(lambda: send(bad, "127.0.12.1"))
        self.assert_later(let_in[-1], "not read at all any more")
        # One a second is let in again. Nothing was left at the beginning: else there would be all of REFUSED_AT_ONCE besides.
        self.assertLess(len(let_in), time.monotonic() - begin + 3, "what was put off has been counted")

    def test_A38_a_sweep_ends_with_an_alarm_and_own_persons_are_answered_on(self):
        within_an_hour()
        key, numbers = next(keys), bsns(999990000)
        asked = [next(numbers) for _ in range(HOUR + 1)]
        for number in asked[:HOUR]:
            self.assertEqual(law_of(key, number, "127.0.6.1").status, 200)
        self.assert_later(law_of(key, asked[HOUR], "127.0.6.1"))
        self.assertEqual(law_of(key, asked[0], "127.0.6.1").status, 200, "asked before: costs nothing more")
        self.assertEqual(law_of(key, OWN, "127.0.6.1").status, 200)
        self.assert_later(law_of(key, STRANGER, "127.0.6.1"), "whoever it is that is not in sight")
        alarm = next(line for line in log_lines("alarm") if line["groep"] == f"gemeente 0363 van {key.name}")
        self.assertEqual((alarm["termijn"], alarm["grens"], alarm["buitenZicht"]), ("uur", HOUR, HOUR))
        text = gateway.log.read_text(encoding="utf-8")
        self.assertEqual([number for number in [*asked, OWN, STRANGER] if number in text], [])

    def test_A37_A38_every_operation_counts_reading_searching_and_changing(self):
        within_an_hour()
        key, numbers = next(keys), bsns(999980000)
        calls = [("wi2021", "RaadpleegPersoon", person), ("wi2013", "RaadpleegPersoon", person),
                 ("wi2007", "RaadpleegPersoon", lambda n: el("gemeentecode", "0363") + el("criteria", el("bsn", n))),
                 ("wi2021", "ZoekPersonen", lambda n: el("gemeentecode", "0363") + el("criteria", el("bsn", n))),
                 ("wi2021", "OntheftLbt", lambda n: person(n) + treatment(dry=True)),
                 ("algemeen", "BepaalWet", person)]
        statuses = [ask(key, service, name, content(next(numbers)), "127.0.7.1").status for _ in range(2) for service, name, content in calls]
        self.assertEqual(statuses, [200] * HOUR)
        for service, name, content in calls:
            self.assert_later(ask(key, service, name, content(next(numbers)), "127.0.7.1"), name)
        wrong = str(int(next(numbers)) + 1)
        self.assert_later(law_of(key, wrong, "127.0.7.1"), "one that fails the 11-test counts as well")

    def test_A38_keys_of_one_supplier_share_a_budget(self):
        within_an_hour()
        numbers = bsns(999970000)
        answers = [law_of(key, next(numbers), f"127.0.1.{n}") for n, key in enumerate(keys_of_one) for _ in range(HOUR)]
        self.assertEqual([a.status for a in answers].count(200), 2 * HOUR)
        self.assertIn("leverancier Grote Leverancier", [line["groep"] for line in log_lines("alarm")])


class PasswordTest(unittest.TestCase):
    def test_A35_the_owner_passes_while_another_hammers_his_key(self):
        key = next(keys)
        guesses = iter(range(1000))
        hammered = until_later(
            lambda: ask(key, "algemeen", "Ping", "", source="127.0.2.1", password=f"geraden {next(guesses)}"))
        self.assertEqual([a.status for a in hammered[:5]], [500] * 5)
        self.assertGreaterEqual(int(hammered[-1].headers["retry-after"]), 1)
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.2.2").status, 200)
        self.assertEqual(ask(key, "algemeen", "Ping", "", source="127.0.2.1").status, 200, "known: also from there")

    def test_A33_A34_every_failure_is_the_same_fault_to_the_byte(self):
        good = next(keys)
        unknown = Key.__new__(Key)
        unknown.name, unknown.password = "AS-AAAAAAAAAAAAAAAAAAAA", good.password
        cases = {name: ask(key, "wi2021", "RaadpleegPersoon", person(OWN), source="127.0.3.1") for name, key in useless.items()}
        cases["unknown"] = ask(unknown, "wi2021", "RaadpleegPersoon", person(OWN), source="127.0.3.1")
        cases["wrong"] = ask(good, "wi2021", "RaadpleegPersoon", person(OWN), source="127.0.3.1", password="fout")
        # Whatever he asks for, he learns nothing of it.
        cases["no operation"] = send(soap.request("wi2021", soap.envelope(
            soap.operation("wi2021", "BestaatNiet"), soap.security(unknown)), action=""), "127.0.3.1")
        self.assertEqual(cases["wrong"].fault()["code"], "0002")
        for name, answer in cases.items():
            self.assertEqual(without_ids(answer), without_ids(cases["wrong"]), name)


class ReplayTest(unittest.TestCase):
    def token(self, key, created):
        """A UsernameToken with a nonce that is always the same."""
        extra = (f'<wsse:Nonce xmlns:wsse="{soap.WSSE}">MTIzNDU2Nzg5MDEyMzQ1Ng==</wsse:Nonce>'
                 f'<u:Created xmlns:u="{CREATED}">{created}</u:Created>')
        return soap.security(key).replace("</wsse:UsernameToken>", extra + "</wsse:UsernameToken>")

    def at(self, seconds):
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))

    def ask_with(self, key, created):
        return send(soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"), self.token(key, created)),
                                 action=f"{soap.namespace('algemeen')}/Ping"), "127.0.4.1")

    def test_A18_A19_a_token_of_another_time_is_refused_and_a_nonce_is_no_proof(self):
        key = next(keys)
        for seconds, status in ((0, 200), (0, 200), (-600, 500), (600, 500)):
            self.assertEqual(self.ask_with(key, self.at(seconds)).status, status, seconds)
        self.assertEqual(self.ask_with(key, "9999-12-31T23:59:59Z").status, 500)
        self.assertEqual(self.ask_with(key, "2026-11-22T12:00:00-12:00").status, 500)

    def test_A16_A17_A40_one_id_many_times_at_once_with_two_bodies(self):
        key, message_id = next(keys), new_id()
        contents = [person("999994013") + el("gebruikerkenmerk", f"medewerker-{n}") for n in range(2)]
        self.assertEqual(ask(key, "algemeen", "Ping", "").status, 200)  # so that not all wait for the password's slow hash
        messages = [message(key, "wi2021", "OntheftLbt", contents[n % 2], message_id=message_id) for n in range(24)]
        outcomes = [None] * len(messages)

        def run(number):
            outcomes[number] = changes.Outcome(soap.exchange(gateway, messages[number]))

        threads = [threading.Thread(target=run, args=(number,)) for number in range(len(messages))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        winner = next(n % 2 for n, o in enumerate(outcomes) if not o.fault)
        self.assertEqual({o.body() for o in outcomes[winner::2]}, {outcomes[winner].body()}, "one outcome for all the same")
        self.assertEqual({o.fault and o.fault["code"] for o in outcomes[1 - winner::2]}, {"0011"})
        again = changes.Outcome(ask(key, "wi2021", "OntheftLbt", contents[0], message_id=new_id()))
        self.assertEqual(outcomes[winner].result == "Verwerkt", "FS201" in again.messages, "done at most once")


class ZRestartTest(unittest.TestCase):
    """Last: afterwards the hours have begun anew."""

    @staticmethod
    def written(key):
        """How many persons of the day the key's group has used, as a restart would find it."""
        with contextlib.closing(sqlite3.connect(gateway.data / "verbruik.sqlite", timeout=10)) as database:
            row = database.execute("SELECT personen FROM buiten_zicht WHERE groep = ?", (f"gemeente 0363 van {key.name}",)).fetchone()
        return row and row[0]

    def test_A38_a_restart_does_not_give_the_day_back(self):
        within_an_hour()
        key, numbers = next(keys), bsns(999960000)
        self.assertEqual([law_of(key, next(numbers), "127.0.5.1").status for _ in range(HOUR)], [200] * HOUR)
        self.assertTrue(eventually(lambda: self.written(key) == HOUR), "what was used is written every second")
        gateway.kill()
        gateway.start()
        statuses = [law_of(key, next(numbers), "127.0.5.1").status for _ in range(HOUR)]
        self.assertEqual(statuses, [200] * (DAY - HOUR) + [429] * (2 * HOUR - DAY))


if __name__ == "__main__":
    unittest.main(verbosity=2)
