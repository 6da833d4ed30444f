#!/usr/bin/env python3
"""The audit trail through the real gateway: what is recorded of whom, what happens when it cannot be, and what tampering shows."""
import base64
import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import GEMEENTEN, el, person  # noqa: E402
from gateway import Gateway, binary, test_persons  # noqa: E402

TODAY = "2026-11-22"
ALG = f"{{{soap.namespace('algemeen')}}}"
TRACE = "0af7651916cd43dd8448eb211c80319c"
USER = "medewerker-geheim-17"


def setUpModule():
    global gateway, key
    gateway = Gateway(persons=600, today=TODAY)
    key = gateway.issue_key(GEMEENTEN[0], "Wi2007,Wi2013MUT,Wi2021MUT",
                            *(word for code in GEMEENTEN[1:] for word in ("--gemeente", code)))
    unittest.enterModuleContext(gateway)


def exported(*options):
    """The trail's records as `cvsgw audit export` gives them."""
    return [json.loads(line) for line in gateway.command("audit", "export", "--data", gateway.data, *options).splitlines()]


def last():
    return exported()[-1]


def about(bsn):
    """What `cvsgw audit subject` says."""
    question = gateway.dir / "vraag"
    question.write_text(bsn + "\n", encoding="ascii")
    out = gateway.command("audit", "subject", "--data", gateway.data, "--bsn-bestand", question, "--door", "FG", "--reden",
                          "inzageverzoek")
    return [json.loads(line) for line in out.splitlines()]


def both(*arguments):
    """What a command says on both channels, and how it ends."""
    return subprocess.run([binary(), "audit", *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)


def verify(data=None, *options, expect=0):
    return gateway.command("audit", "verify", "--data", data or gateway.data, *options, expect=expect)


def someone(criteria=""):
    return next(iter(changes.find(gateway, key, criteria)))


@contextlib.contextmanager
def locked_store():
    """Another process that does not let go of the store."""
    holder = sqlite3.connect(gateway.data / "audit.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def a_copy(folder, statement):
    """The trail as it stands, with its keys, after `statement`."""
    with contextlib.closing(sqlite3.connect(gateway.data / "audit.sqlite")) as source, \
            contextlib.closing(sqlite3.connect(Path(folder) / "audit.sqlite")) as copy:
        source.backup(copy)
        copy.executescript(statement)
    for file in gateway.data.glob("audit-*"):
        shutil.copy(file, folder)


class Records(unittest.TestCase):
    def test_R70_every_message_of_a_known_caller_is_one_record(self):
        before = len(exported())
        bsn, gemeente = someone()
        after_search = len(exported())
        self.assertEqual(soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente)).status, 200)
        self.assertEqual(soap.call(gateway, key, "algemeen", "Ping").status, 200)
        refused = soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person("12", gemeente)).fault()
        foreign = soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, "1680")).fault()
        unknown = soap.call(gateway, key, "wi2021", "BestaatNiet").fault()
        self.assertEqual(["0004", "0002", "0003"], [fault["code"] for fault in (refused, foreign, unknown)])
        new = exported()[after_search:]
        self.assertGreater(after_search, before)
        self.assertEqual(["Ok", "Ok", "Error", "Error", "Error"], [record["status"] for record in new])
        self.assertEqual([None, None, "0004", "0002", "0003"], [record["attributes"].get("cvsgw.fout") for record in new])
        self.assertEqual([refused["referentie"], foreign["referentie"], unknown["referentie"]],
                         [record["attributes"]["cvsgw.referentie"] for record in new[2:]])

    def test_R71_R72_R77_the_fields_of_a_record(self):
        bsn, gemeente = someone()
        answer = soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente), message_id="urn:uuid:audit-1")
        self.assertEqual(answer.status, 200)
        record = last()
        self.assertRegex(record["trace_id"], r"^[0-9a-f]{32}$")
        self.assertRegex(record["span_id"], r"^[0-9a-f]{16}$")
        self.assertEqual(record["name"], "InburgeringWi2021/RaadpleegPersoon")
        self.assertLess(abs(record["end_time"] / 1000 - time.time()), 60)
        self.assertLessEqual(record["start_time"], record["end_time"])
        attributes = record["attributes"]
        self.assertEqual(attributes["dpl.core.processing_activity_id"],
                         "urn:inburgering:cvs-isi:verwerking:InburgeringWi2021:RaadpleegPersoon")
        self.assertEqual(attributes["dpl.core.data_subject_id_type"], "BSN-pseudoniem")
        self.assertRegex(attributes["dpl.core.data_subject_id"], r"^20\d\d:[0-9a-f]{32}$")
        self.assertEqual((attributes["cvsgw.sleutel"], attributes["cvsgw.label"], attributes["cvsgw.herkomst"],
                          attributes["cvsgw.gemeente"], attributes["cvsgw.resultaat"]),
                         (key.name, "Test", "127.0.0.1", gemeente, "Beantwoord"))

    def test_R82_the_record_has_the_message_id_and_the_reference(self):
        soap.call(gateway, key, "algemeen", "Ping", message_id="urn:uuid:audit-2")
        attributes = last()["attributes"]
        self.assertEqual(attributes["cvsgw.message_id"], "urn:uuid:audit-2")
        lines = [json.loads(line) for line in gateway.log.read_text(encoding="utf-8").splitlines()]
        self.assertEqual(attributes["cvsgw.referentie"], [line["referentie"] for line in lines if "referentie" in line][-1])

    def test_R74_a_traceparent_is_followed_and_a_broken_one_replaced(self):
        for value, followed in ((f"00-{TRACE}-b7ad6b7169203331-01", True), (f"00-{TRACE}-b7ad6b7169203331", False)):
            soap.call(gateway, key, "algemeen", "Ping", headers={"traceparent": value})
            record = last()
            self.assertEqual(record["trace_id"] == TRACE, followed)
            self.assertEqual(record.get("parent_span_id"), "b7ad6b7169203331" if followed else None)

    def test_R73_a_list_is_one_record_and_is_exported_with_a_child_for_each_person(self):
        answer = soap.call(gateway, key, "wi2021", "ZoekPersonen", el("gemeentecode", "0363") + el("criteria", "") +
                           el("paginering", el("paginagrootte", 200)))
        told = {row.text for row in answer.xml().iter(f"{changes.W21}bsn")}
        self.assertGreater(len(told), 5)
        record = last()
        self.assertEqual(len(record["attributes"]["dpl.core.data_subject_id"]), len(told))
        children = [each for each in exported("--per-persoon", "ja", "--vanaf", record["attributes"]["cvsgw.seq"])
                    if each.get("parent_span_id") == record["span_id"]]
        self.assertEqual(len(children), len(told))

    def test_R77_a_failed_log_in_is_a_record_without_what_was_tried(self):
        soap.exchange(gateway, soap.request("algemeen", soap.envelope(
            soap.operation("algemeen", "Ping"), soap.security(key, "Canarie-Wachtwoord"))))
        record = last()
        self.assertEqual((record["status"], record["attributes"]["cvsgw.fout"]), ("Error", "0002"))
        self.assertNotIn("cvsgw.sleutel", record["attributes"])

    def test_R70_garbage_of_a_stranger_is_no_record(self):
        before = len(exported())
        soap.exchange(gateway, soap.request("algemeen", b"<niets"))
        soap.exchange(gateway, soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"))))
        self.assertEqual(len(exported()), before)


W07 = f"{{{soap.namespace('wi2007')}}}"


def someone_of_2007():
    """Somebody of the Wi2007: BSN, A-nummer and municipality."""
    for gemeente in GEMEENTEN:
        for row in soap.call(gateway, key, "wi2007", "ZoekPersonen", el("gemeentecode", gemeente) + el("criteria", el("geslacht", "Man")) +
                             el("paginering", el("paginagrootte", 200))).xml().iter(W07 + "persoon"):
            if row.find(W07 + "aNummer") is not None:
                return row.findtext(W07 + "bsn"), row.findtext(W07 + "aNummer"), gemeente
    raise AssertionError("nobody of the Wi2007 has an A-nummer here")


class Persons(unittest.TestCase):
    def test_R81_a_number_is_met_however_its_element_is_written(self):
        bsn, gemeente = someone()
        before = len(about(bsn))
        for written in (f'<b:bsn xmlns:b="{soap.namespace("algemeen")}">{bsn}</b:bsn>',
                        f'<bsn xmlns="{soap.namespace("algemeen")}">\n{bsn[:4]}<![CDATA[{bsn[4:]}]]></bsn>'.replace("\n", "")):
            answer = soap.call(gateway, key, "algemeen", "BepaalWet", el("gemeentecode", gemeente) + written)
            self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(len(about(bsn)), before + 2 + 1, "both questions, and the one about whom")

    def test_R81_who_is_asked_for_by_a_nummer_is_a_person_of_the_record(self):
        bsn, a_nummer, gemeente = someone_of_2007()
        before = {entry["seq"] for entry in about(bsn)}
        criteria = el("gemeentecode", gemeente) + el("criteria", el("aNummer", a_nummer))
        for operation in ("HaalPersoonPdf", "TelSignalen"):
            answer = soap.call(gateway, key, "wi2007", operation, criteria)
            self.assertEqual(answer.status, 200, answer.body)
            self.assertNotIn(bsn.encode(), answer.body)
        told = [entry["bewerking"].split("/")[1] for entry in about(bsn) if entry["seq"] not in before]
        self.assertLessEqual({"HaalPersoonPdf", "TelSignalen"}, set(told))

    def test_R81_who_received_what_about_a_person(self):
        bsn, gemeente = someone(el("lbtNietAfgenomen", "true"))
        soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente))
        soap.call(gateway, key, "wi2021", "HaalSignalen", el("gemeentecode", gemeente) + el("naVolgnummer", 0) +
                  el("maximum", 1000))
        soap.call(gateway, key, "algemeen", "BepaalWet", person(bsn, gemeente))
        done = changes.send(gateway, key, "OntheftLbt", person(bsn, gemeente) + changes.treatment(confirmed=["AS120"]))
        told = about(bsn)
        operations = [entry["bewerking"].split("/")[1] for entry in told]
        for operation in ("ZoekPersonen", "RaadpleegPersoon", "BepaalWet", "OntheftLbt"):
            self.assertIn(operation, operations)
        self.assertEqual(told[-1]["bewerking"], "cvsgw/AuditSubject")
        self.assertEqual((told[-1]["label"], told[-1]["toelichting"]), ("FG", "inzageverzoek"))
        self.assertEqual([entry["resultaat"] for entry in told if entry["bewerking"].endswith("OntheftLbt")], [done.result])
        self.assertTrue(all(entry["gemeente"] == gemeente for entry in told[:-1]))

    def test_R81_a_signal_whose_status_is_set_names_its_person(self):
        signal = next(entry for gemeente in GEMEENTEN
                      for entry in changes.feed(gateway, key, "HaalSignalen", "signaal", gemeente=gemeente)
                      if entry.get("status") == "Nieuw" and entry.setdefault("gemeente", gemeente))
        outcome = changes.send(gateway, key, "WijzigSignaalstatus", el("gemeentecode", signal["gemeente"]) + el(
            "signaalIds", el("signaalId", signal["signaalId"])) + el("status", "InBehandeling"))
        self.assertEqual(outcome.result, "Verwerkt")
        self.assertEqual(about(signal["bsn"])[-2]["bewerking"], "InburgeringWi2021/WijzigSignaalstatus")

    def test_R81_every_part_of_a_file_names_all_who_stand_in_it(self):
        content = el("gemeentecode", "0363") + el("bestand", "inburgeraars_2021") + el("deel", "1")
        before = len(exported())
        for _ in range(2):
            answer = soap.call(gateway, key, "algemeen", "HaalBestand", content)
            self.assertEqual(answer.status, 200, answer.fault())
            self.assertTrue(base64.b64decode(answer.xml().find(f".//{ALG}inhoud").text))
            content += el("vervolg", el("versie", answer.xml().find(f".//{ALG}versie").text))
        new = exported()[before:]
        self.assertEqual([record["name"] for record in new],
                         ["cvsgw/BestandGemaakt", "InburgeringAlgemeen/HaalBestand", "InburgeringAlgemeen/HaalBestand"])
        bsn = next(bsn for bsn, gemeente in changes.find(gateway, key) if gemeente == "0363")
        self.assertEqual([entry["bewerking"] for entry in about(bsn) if entry.get("bestand")],
                         [record["name"] for record in new])

    def test_R72_R75_R78_no_number_user_or_password_stands_in_the_trail(self):
        bsn, gemeente = someone()
        soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente))
        changes.send(gateway, key, "VoegPipToe", person(bsn, gemeente) + el("pip", "") + el("gebruikerkenmerk", USER))
        contact = changes.send(gateway, key, "VoegContactpersoonToe", el("gemeentecode", "0363") + el("contactpersoon", el(
            "naam", "Audit Proef") + el("email", "audit@gemeente.example")) + el("gebruikerkenmerk", USER))
        self.assertIsNotNone(contact)
        canaries = {row["bsn"] for row in test_persons()} | {who for who, _ in changes.find(gateway, key)}
        canaries |= {USER, key.password, "Canarie-Wachtwoord"}
        for name in ("audit.sqlite", "audit.sqlite-wal", "audit-handtekening.pub"):
            data = (gateway.data / name).read_bytes()
            self.assertEqual([], [canary for canary in canaries if canary.encode() in data], name)
        for record in exported():
            self.assertNotIn(USER, json.dumps(record))
        question = gateway.dir / "vraag"
        question.write_text(USER + "\n", encoding="ascii")

        def asked_by(user_of):
            answer = both("gebruiker", "--data", gateway.data, "--sleutel", user_of, "--kenmerk-bestand", question, "--door", "FG",
                          "--reden", "onderzoek")
            self.assertEqual((answer.returncode, answer.stderr.count("cvsgw audit:")), (0, 0), answer.stderr)
            return [json.loads(line)["bewerking"].split("/")[1] for line in answer.stdout.splitlines()]

        self.assertEqual(asked_by(key.name), ["VoegContactpersoonToe"], "the other was refused before it was read")
        self.assertEqual(asked_by("AS-AAAAAAAAAAAAAAAAAAAA"), [])
        self.assertEqual((last()["name"], last()["attributes"]["cvsgw.toelichting"]), ("cvsgw/AuditGebruiker", "onderzoek"))
        empty = both("gebruiker", "--data", gateway.data, "--sleutel", key.name, "--kenmerk-bestand", "/dev/null", "--door", "FG",
                     "--reden", "onderzoek")
        self.assertEqual(empty.returncode, 2, empty.stderr)

    def test_R81_a_year_that_cannot_be_searched_is_told(self):
        bsn, gemeente = someone()
        soap.call(gateway, key, "wi2021", "RaadpleegPersoon", person(bsn, gemeente))
        with tempfile.TemporaryDirectory() as folder:
            a_copy(folder, "INSERT INTO sleutel VALUES (2019, zeroblob(32), zeroblob(64)), (2020, zeroblob(32), zeroblob(64));"
                   " UPDATE verwerking SET jaar = 2020 WHERE seq = 1")
            question = Path(folder) / "vraag"
            question.write_text(bsn, encoding="ascii")
            ask = ("subject", "--data", folder, "--bsn-bestand", question, "--door", "FG", "--reden", "inzage")
            for _ in range(2):
                answer = both(*ask)
                self.assertEqual(answer.returncode, 3, answer.stderr)
                self.assertIn("records van 2020 zijn niet doorzocht", answer.stderr)
                self.assertNotIn("van 2019 ", answer.stderr, "of that year nothing is left")
                self.assertIn("RaadpleegPersoon", answer.stdout)
                # Nor with another key than that year's.
                (Path(folder) / "audit-2020.sleutel").write_text("x" * 43, encoding="ascii")
                (Path(folder) / "audit-2020.sleutel").chmod(0o600)
            with open("/dev/full", "wb") as full:
                lost = subprocess.run([binary(), "audit", *map(str, ask)], stdout=full, stderr=subprocess.DEVNULL, timeout=60,
                                      check=False)
            self.assertEqual(lost.returncode, 1)

    def test_the_question_about_a_person_is_asked_rightly_or_not_at_all(self):
        gateway.command("audit", "subject", "--data", gateway.data, "--bsn-bestand", "/dev/null", "--door", "FG", "--reden",
                        "x", expect=2)
        gateway.command("audit", "subject", "--data", gateway.data, "--bsn", "999990007", expect=2)

    def test_R72_a_reason_with_somebodys_number_in_it_is_not_recorded(self):
        bsn = test_persons()[0]["bsn"]
        before = len(exported())
        question = gateway.dir / "vraag"
        question.write_text(bsn, encoding="ascii")
        for reason, name in ((f"verzoek van {bsn}", "FG"), (f"({bsn}).", "FG"), ("verzoek", f"FG {bsn}")):
            words = ("--data", gateway.data, "--door", name, "--reden", reason)
            gateway.command("audit", "subject", "--bsn-bestand", question, *words, expect=2)
            gateway.command("audit", "vasthouden", "--van", "2026-01-01", "--tot", "2026-01-02", *words, expect=2)
            gateway.command("audit", "vrijgeven", "--nummer", 1, *words, expect=2)
        self.assertEqual(len(exported()), before)
        # A number that nobody can have, and one of other length, say nothing about anyone.
        gateway.command("audit", "vasthouden", "--van", "2026-01-01", "--tot", "2026-01-02", "--data", gateway.data, "--door", "FG",
                        "--reden", f"zaak 123456789, {bsn}1")


class FailClosed(unittest.TestCase):
    def test_R70_nothing_is_answered_and_nothing_done_while_no_record_can_be_written(self):
        bsn, gemeente = someone(el("lbtNietAfgenomen", "true"))
        ask = person(bsn, gemeente)
        before = changes.text(changes.view(gateway, key, bsn, gemeente), "leerbaarheidstoets", "versie")
        with locked_store():
            refused = soap.call(gateway, key, "wi2021", "RaadpleegPersoon", ask)
            self.assertEqual((refused.status, refused.fault()["code"], refused.fault()["kant"]), (503, "0051", "gateway"))
            self.assertNotIn(bsn.encode(), refused.body)
            self.assertIn("retry-after", refused.headers)
            change = soap.call(gateway, key, "wi2021", "OntheftLbt", ask, message_id="urn:uuid:dicht-1")
            self.assertEqual((change.status, change.fault()["code"]), (503, "0051"))
            ready = gateway.management("/readyz")
            self.assertEqual(ready[0], 503)
            self.assertIn('"audit":"niet"', ready[1])
        deadline = time.monotonic() + 30
        while not gateway.ready() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertTrue(gateway.ready())
        after = changes.view(gateway, key, bsn, gemeente)
        self.assertEqual(changes.text(after, "leerbaarheidstoets", "versie"), before)
        # The same message is done now, so it was not done then.
        done = changes.send(gateway, key, "OntheftLbt", ask, message_id="urn:uuid:dicht-1")
        self.assertEqual(len([entry for entry in about(bsn) if entry.get("messageId") == "urn:uuid:dicht-1"]), 1)
        self.assertIsNone(done.fault)
        verify()


class Verification(unittest.TestCase):
    def test_R80_a_serving_gateway_is_verified_with_the_public_key_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            public = shutil.copy(gateway.data / "audit-handtekening.pub", folder)
            self.assertIn("ongeschonden", verify(None, "--publiek", public))

    def test_R80_what_was_changed_or_cut_off_is_found(self):
        kept = gateway.dir / "kop"
        for _ in range(3):
            soap.call(gateway, key, "algemeen", "Ping")
        # The command signs: everything up to here, and one record of its own.
        about(test_persons()[0]["bsn"])
        kept.write_text(gateway.command("audit", "kop", "--data", gateway.data), encoding="ascii")
        verify(None, "--laatste", kept)
        for statement, finding in (
                ("UPDATE verwerking SET gemeente = '0344' WHERE seq = 2", "record 2 is niet"),
                ("DELETE FROM verwerking WHERE seq = 3", "record 3 ontbreekt"),
                ("DELETE FROM kop WHERE nummer > 1; DELETE FROM verwerking WHERE seq > 1; DELETE FROM gebruiker WHERE seq > 1;"
                 " DELETE FROM wijzer", "de elders bewaarde stand")):
            with tempfile.TemporaryDirectory() as folder:
                a_copy(folder, statement)
                said = verify(folder, "--publiek", gateway.data / "audit-handtekening.pub", "--laatste", kept, expect=1)
                self.assertIn(finding, said)
                self.assertIn("GESCHONDEN", said)

    def test_R80_signed_positions_stand_in_the_log_and_can_be_used_from_there(self):
        lines = [line for line in gateway.log.read_text(encoding="utf-8").splitlines() if '"auditkop"' in line]
        self.assertTrue(lines)
        kept = gateway.dir / "logregel"
        kept.write_text(lines[-1] + "\n", encoding="utf-8")
        verify(None, "--laatste", kept)

    def test_R80_what_a_command_signs_is_a_line_of_its_own_and_of_the_gateways_log(self):
        hold = ("--data", gateway.data, "--door", "CISO", "--reden", "incident")
        held = both("vasthouden", *hold, "--van", "2026-01-01", "--tot", "2026-01-31")
        lifted = both("vrijgeven", *hold, "--nummer", json.loads(held.stdout)["nummer"])
        asked = gateway.dir / "vraag"
        asked.write_text(test_persons()[0]["bsn"], encoding="ascii")
        subject = both("subject", *hold, "--bsn-bestand", asked)
        positions = []
        for done in (held, lifted, subject):
            self.assertEqual(done.returncode, 0, done.stderr)
            lines = [json.loads(line) for line in done.stderr.splitlines()]
            self.assertEqual({"auditkop"}, {line["gebeurtenis"] for line in lines})
            positions += [json.loads(line["kop"])["nummer"] for line in lines]
        self.assertEqual(positions, sorted(positions))
        kept = gateway.dir / "logregel"
        kept.write_text(subject.stderr.splitlines()[-1] + "\n", encoding="utf-8")
        verify(None, "--laatste", kept)
        soap.call(gateway, key, "algemeen", "Ping")
        self.assertIn(rf'{{\"nummer\":{positions[-1]},', gateway.log.read_text(encoding="utf-8"))

    def test_R79_days_are_held_and_let_go_by_command(self):
        held = json.loads(gateway.command("audit", "vasthouden", "--data", gateway.data, "--van", "2026-01-01", "--tot",
                                          "2026-12-31", "--door", "CISO", "--reden", "incident"))
        verify()
        gateway.command("audit", "vrijgeven", "--data", gateway.data, "--nummer", held["nummer"], "--door", "CISO", "--reden",
                        "gesloten")
        gateway.command("audit", "vrijgeven", "--data", gateway.data, "--nummer", held["nummer"], "--door", "CISO", "--reden",
                        "nogmaals", expect=1)
        verify()

    def test_R79_a_hold_says_of_which_days_records_are_gone(self):
        about(test_persons()[0]["bsn"])  # signs: a day that ended without is no honest one
        with tempfile.TemporaryDirectory() as folder:
            a_copy(folder, "UPDATE segment SET dag = '2020-02-03', tot_seq = (SELECT MAX(seq) FROM verwerking), verzegeld_ms = 1,"
                   " eind_hash = zeroblob(32), handtekening = zeroblob(64); INSERT INTO verwijdering VALUES (1, 1, zeroblob(64));"
                   " DELETE FROM verwerking WHERE seq > 2")
            hold = ("audit", "vasthouden", "--data", folder, "--tot", "2020-12-31", "--door", "CISO", "--reden", "incident", "--van")
            held = json.loads(gateway.command(*hold, "2020-01-01", expect=3))
            self.assertEqual((held["verwijderd"], held["deelsVerwijderd"]), ([], ["2020-02-03"]))
            self.assertEqual(json.loads(gateway.command(*hold, "2020-03-01"))["deelsVerwijderd"], [])


class Keys(unittest.TestCase):
    def test_R78_a_gateway_does_not_start_with_keys_that_others_may_read(self):
        with tempfile.TemporaryDirectory() as folder:
            other = Gateway(data=folder)
            (Path(folder) / "audit-handtekening.sleutel").write_text("x", encoding="ascii")
            (Path(folder) / "audit-handtekening.sleutel").chmod(0o644)
            with self.assertRaises(AssertionError) as refused:
                other.start()
            self.assertIn("toegankelijk voor andere gebruikers", str(refused.exception))
            other.discard()


if __name__ == "__main__":
    unittest.main()
