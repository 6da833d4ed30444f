#!/usr/bin/env python3
"""What the three laws share, seen from outside: acting for another municipality in every operation, the registers of codes, how
many signals there are of a person, correction signals, the confirmation of an order, and the Wi2007's page as others see it."""
import base64
import csv
import io
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import soap  # noqa: E402
from changes import el, new_id  # noqa: E402
from gateway import Gateway  # noqa: E402
from mailserver import MailServer  # noqa: E402

TODAY = "2026-11-23"
HERE, THERE, NOT_GRANTED = "0014", "0034", "0599"
XS = "{http://www.w3.org/2001/XMLSchema}"
ALG, W07, W13 = (f"{{{soap.namespace(service)}}}" for service in ("algemeen", "wi2007", "wi2013"))
WITHOUT_MUNICIPALITY = {"Ping", "LijstCodes", "RaadpleegAutorisatie"}
# Enumerations that are no register: what to sort by, which way, how much to show.
NO_REGISTER = ("kolom", "richting", "weergave", "historiesoort")
P2007, P2013, P2021 = "999993653", "999990019", "999991231"


def setUpModule():
    global gateway, key, one, mails
    mails = unittest.enterModuleContext(MailServer())
    gateway = Gateway(persons=0, today=TODAY, settings=mails.settings())
    key = gateway.issue_key(HERE, "Wi2007,Wi2013MUT,Wi2021MUT", "--gemeente", THERE)
    one = gateway.issue_key(HERE, "Wi2007,Wi2013MUT,Wi2021MUT")
    event("nieuwe-persoon", P2007, wet="Wi2007", grond="Ind", gemeente=HERE, achternaam="Van den Berg-Çelik", voornaam="Ayşe",
          geboortedatum="1988-04-04", geslacht="Vrouw", datumVestigingInNederland="2009-05-01", nationaliteit1="Turkse")
    event("nieuwe-plicht", P2013, wet="Wi2013", gemeente=THERE, achternaam="Berhane", datum="2026-10-01", asiel="ja")
    event("nieuwe-plicht", P2021, wet="Wi2021", gemeente=HERE, achternaam="Nieuw", doelgroep="Asielstatushouder")
    unittest.enterModuleContext(gateway)


def event(name, bsn, **fields):
    gateway.command("isi", "event", "--data", gateway.data, name, "--bsn", bsn, "--vandaag", TODAY,
                    *(word for field, value in fields.items() for word in (f"--{field}", value)))


def ask(service, operation, content="", gemeente=HERE, by=None):
    answer = soap.call(gateway, by or key, service, operation, el("gemeentecode", gemeente) + content, message_id=new_id())
    assert answer.status == 200, answer.fault()
    return answer


def numbers(element):
    return {child.tag.split("}")[1]: int(child.text) for child in element}


def rows_of(code, gemeente=HERE):
    """The rows of a file's csv."""
    found = ask("algemeen", "HaalBestand", el("bestand", code) + el("deel", 1), gemeente).find(f".//{ALG}bestandsdeel")
    archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(found.findtext(ALG + "inhoud"))))
    return list(csv.DictReader(io.StringIO(archive.read(f"{code}_{gemeente}.csv").decode("utf-8-sig")), delimiter=";"))


def register(name, wet=None):
    criteria = (el("wet", wet) if wet else "") + el("lijst", name)
    answer = soap.call(gateway, key, "algemeen", "LijstCodes", el("criteria", criteria))
    return [{child.tag.removeprefix(ALG): child.text for child in row} for row in answer.xml().iter(ALG + "rij")]


class AnotherMunicipality(unittest.TestCase):
    def examples(self):
        for path in sorted((ROOT / "wsdl").glob("*/v1/voorbeelden/*-vraag.xml")):
            body = ElementTree.parse(path).getroot().find(f"{{{soap.SOAP}}}Body")[0]
            yield path.parts[-4], path.name.removesuffix("-vraag.xml"), body

    def send(self, service, name, body, gemeente, by):
        place = body.find(f"{{{soap.namespace(service)}}}gemeentecode")
        place.text = gemeente
        text = ElementTree.tostring(body, encoding="unicode")
        header = soap.security(by) + soap.addressing(gateway, service, name, new_id())
        return soap.exchange(gateway, soap.request(service, soap.envelope(text, header),
                                                   action=f"{soap.namespace(service)}/{name}"))

    def test_every_operation_acts_for_whom_the_key_has_a_grant_and_for_nobody_else(self):
        seen, without = 0, set()
        for service, name, body in self.examples():
            if body.find(f"{{{soap.namespace(service)}}}gemeentecode") is None:
                without.add(name)
                continue
            with self.subTest(service=service, operation=name):
                seen += 1
                for by, gemeente in ((key, NOT_GRANTED), (one, THERE)):
                    self.assertEqual(self.send(service, name, body, gemeente, by).fault()["code"], "0002", gemeente)
                answer = self.send(service, name, body, THERE, key)
                self.assertEqual(answer.status, 200, answer.fault())
        self.assertEqual(without, WITHOUT_MUNICIPALITY)
        self.assertGreater(seen, 60)

    def test_what_is_done_is_done_for_that_municipality_alone(self):
        change = el("bsn", P2013) + el("pvt", el("datumStartDeelname", "2026-11-02"))
        self.assertEqual(ask("wi2013", "WijzigPvt", change, HERE).messages(), ["FS303"])
        self.assertEqual(ask("wi2013", "WijzigPvt", change, THERE).find(f".//{W13}resultaat").text, "Verwerkt")
        self.assertEqual(ask("wi2013", "RaadpleegPersoon", el("bsn", P2013), HERE).messages(), ["AS001"])
        shown = ask("wi2013", "RaadpleegPersoon", el("bsn", P2013), THERE)
        self.assertEqual(shown.find(f".//{W13}datumStartDeelname").text, "2026-11-02")


class Registers(unittest.TestCase):
    def test_every_code_of_the_schemas_is_in_a_register(self):
        answer = soap.call(gateway, key, "algemeen", "LijstCodes", "")
        names = [(row.findtext(ALG + "naam"), row.findtext(ALG + "wet")) for row in answer.xml().iter(ALG + "lijst")]
        registers = {where: {row["code"] for row in register(*where)} for where in names}
        for path in sorted((ROOT / "wsdl").glob("*/v1/*.xsd")):
            for kind in ElementTree.parse(path).iter(XS + "simpleType"):
                codes = {each.get("value") for each in kind.iter(XS + "enumeration")}
                name = kind.get("name")
                if not codes or not name or name in ("Resultaat",) or any(part in name.lower() for part in NO_REGISTER):
                    continue
                with self.subTest(schema=path.name, type=name):
                    self.assertTrue([where for where, rows in registers.items() if codes <= rows], sorted(codes))

    def test_signals_come_with_the_manuals_text_explanation_and_what_to_do(self):
        for wet, schema, kind in (("Wi2007", "wi2007", "Signaalcode"), ("Wi2013", "wi2013", "SignaalcodeZoekType"),
                                  ("Wi2021", "wi2021", "SignaalcodeType")):
            tree = ElementTree.parse(ROOT / f"wsdl/{schema}/v1/{schema}.xsd")
            [declared] = [each for each in tree.iter(XS + "simpleType") if each.get("name") == kind]
            rows = register("signalen", wet)
            self.assertEqual([row["code"] for row in rows], [each.get("value") for each in declared.iter(XS + "enumeration")])
            for row in rows:
                for field in ("omschrijving", "toelichting", "vervolgactie"):
                    self.assertTrue(row.get(field), (row["code"], field))

    def test_municipalities_messages_and_reasons_are_there(self):
        self.assertEqual({row["code"]: row["omschrijving"] for row in register("gemeente")}[HERE], "Groningen")
        self.assertIn("Rekeningnummer van uw gemeente is niet bekend bij DUO",
                      {row["code"]: row["omschrijving"] for row in register("meldingen")}["FS333"])
        self.assertEqual(len(register("redenNietVoldaan", "Wi2013")), 8)
        self.assertEqual(len(register("factuurstatus", "Wi2013")), 6)
        self.assertEqual([row["code"] for row in register("signaalstatus")], ["Nieuw", "InBehandeling", "Afgehandeld"])


class Signals(unittest.TestCase):
    def shown(self, service, asked, gemeente=HERE):
        return numbers(ask(service, "RaadpleegPersoon", asked, gemeente).find(
            f".//{{{soap.namespace(service)}}}persoon/{{{soap.namespace(service)}}}signalen"))

    def counted(self, service, bsn, gemeente=HERE):
        answer = ask(service, "TelSignalen", el("criteria", el("bsn", bsn)), gemeente)
        return numbers(answer.find(f".//{{{soap.namespace(service)}}}telling"))

    def test_the_view_of_each_law_tells_how_many_are_new_in_progress_and_settled(self):
        for service, bsn, gemeente in (("wi2013", P2013, THERE), ("wi2021", P2021, HERE)):
            with self.subTest(service=service):
                before = self.shown(service, el("bsn", bsn), gemeente)
                self.assertEqual(before, self.counted(service, bsn, gemeente))
                self.assertEqual(before["nieuw"], before["totaal"])
                tag = f"{{{soap.namespace(service)}}}signaalId"
                ids = [row.text for row in ask(service, "ZoekSignalen", el("criteria", el("bsn", bsn)), gemeente).xml().iter(tag)]
                self.assertGreaterEqual(len(ids), 2)
                for signal, status in zip(ids, ("InBehandeling", "Afgehandeld")):
                    ask(service, "WijzigSignaalstatus", el("signaalIds", el("signaalId", signal)) + el("status", status), gemeente)
                after = {**before, "nieuw": before["nieuw"] - 2, "inBehandeling": 1, "afgehandeld": 1}
                self.assertEqual(self.shown(service, el("bsn", bsn), gemeente), after)
                self.assertEqual(self.counted(service, bsn, gemeente), after)
        # Under the Wi2007 a municipality reads the status and sets none.
        asked = el("criteria", el("bsn", P2007))
        self.assertEqual(self.shown("wi2007", asked), {"totaal": 1, "nieuw": 1, "inBehandeling": 0, "afgehandeld": 0})
        self.assertEqual(self.shown("wi2007", asked), self.counted("wi2007", P2007))

    def test_correction_signals_are_found_at_once_and_stand_in_the_file_with_nothing_but_a_bsn(self):
        wrongly = {"999991243": "SS190", "999991255": "SS190", "999991267": "SS191", "999991279": "SS192"}
        for bsn, code in wrongly.items():
            event("nieuwe-plicht", bsn, wet="Wi2021", gemeente=THERE, achternaam="Geheim", doelgroep="Asielstatushouder")
            event("correctie", bsn, code=code)
        answer = ask("wi2021", "ZoekSignalen", el("criteria", el("code", "SS190")), THERE)
        bsns = {row.text for row in answer.xml().iter(f"{{{soap.namespace('wi2021')}}}bsn")}
        self.assertEqual(bsns, {bsn for bsn, code in wrongly.items() if code == "SS190"})
        rows = [row for row in rows_of("signalen_2021", THERE) if row["Code signaal"] in ("SS190", "SS191", "SS192")]
        self.assertEqual({row["BSN"]: row["Code signaal"] for row in rows}, wrongly)
        for row in rows:
            self.assertEqual(row["Status signaal"], "Nieuw")
            if row["Code signaal"] != "SS192":  # who can still choose is under the Wi2021 until he has
                self.assertEqual([row[name] for name in ("Achternaam", "Geboortedatum", "Doelgroep", "Contactpersoon")], [""] * 4)
                self.assertNotIn(row["BSN"], [each["BSN"] for each in rows_of("signalen_2021", THERE)
                                              if each["Code signaal"] == "SS101"])

    def test_a_file_of_the_wi2007_tells_the_status(self):
        [row] = [row for row in rows_of("signalen_2007") if row["BSN"] == P2007]
        self.assertEqual((row["Code signaal"], row["Status signaal"]), ("SS064", "Nieuw"))


class Orders(unittest.TestCase):
    def test_an_order_is_confirmed_by_mail_once_and_a_refused_one_not_at_all(self):  # ALG-190
        def order(amount, message):
            content = el("gemeentecode", HERE) + el("bestelling", el("soort", "Pvt") + el("aantal", amount) +
                                                     el("naam", "Anna") + el("email", "anna@gemeente.example"))
            return soap.call(gateway, key, "algemeen", "BestelWaardepapieren", content, message_id=message)
        self.assertEqual(order(26, new_id()).messages(), ["FS051"])
        message = new_id()
        number = {order(50, message).find(f".//{ALG}bestelnummer").text for _ in range(2)}
        self.assertEqual(len(number), 1)
        [mail] = mails.wait(1, to="anna@gemeente.example")
        self.assertIn(number.pop(), mail["Subject"])
        self.assertIn("50 stuks PVT Waardepapieren (2 sets)", mail.text)
        self.assertIn("aangetekende post", mail.text)


def poppler(program, data, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "persoon.pdf"
        path.write_bytes(data)
        words = [program, *options, str(path)] + (["-"] if program == "pdftotext" else [])
        return subprocess.run(words, capture_output=True, check=True, timeout=60).stdout


class ThePageOfAPerson(unittest.TestCase):
    def test_another_program_reads_what_the_screen_says_and_sees_tidy_a4_pages(self):
        asked = el("criteria", el("bsn", P2007))
        document = ask("wi2007", "HaalPersoonPdf", asked).find(f".//{W07}document")
        data = base64.b64decode(document.findtext(W07 + "inhoud"))
        shown = re.sub(r"\s+", " ", poppler("pdftotext", data, "-layout").decode())
        screen = ask("wi2007", "RaadpleegPersoon", asked).find(f".//{W07}persoon")
        for text in (screen.findtext(W07 + "naam"), P2007, "04-04-1988", "ISI actief", "Turkse", "Signalen Totaal 1",
                     "Geen tijdelijke of gedeeltelijke vrijstelling."):
            self.assertIn(text, shown)
        headings = [shown.index(each) for each in (" Persoon Naam", "Signalen Totaal", "Persoonsgegevens", "Indicatie Inburg",
                                                   "Handhaving Gehandhaafd", "Inburgeringsvoorziening Geen", "Boete Geen",
                                                   "Examens Inburg")]
        self.assertEqual(headings, sorted(headings), "the screen's order")
        info = poppler("pdfinfo", data).decode()
        self.assertIn("(A4)", info)
        self.assertNotIn("Çelik", info)
        for page in range(1, int(re.search(r"Pages: +(\d+)", info)[1]) + 1):
            image = poppler("pdftoppm", data, "-r", "36", "-gray", "-f", str(page), "-l", str(page))
            magic, width, height, depth = image.split(maxsplit=4)[:4]
            self.assertEqual((magic, depth), (b"P5", b"255"))
            width, height = int(width), int(height)
            dark = [(i % width, i // width) for i, shade in enumerate(image[-width * height:]) if shade < 200]
            self.assertGreater(len(dark), 500, "a page that says something")
            self.assertGreater(min(x for x, _ in dark), width * 15 / 210)
            self.assertLess(max(x for x, _ in dark), width * 195 / 210)
            self.assertLess(max(y for _, y in dark), height * 290 / 297)


if __name__ == "__main__":
    unittest.main(verbosity=2)
