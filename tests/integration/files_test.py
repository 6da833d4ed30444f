#!/usr/bin/env python3
"""Files through the real gateway, opened with programs that are not ours: what a municipality gets, and who gets it not."""
import base64
import csv
import datetime
import hashlib
import io
import os
import re
import stat
import subprocess
import sys
import threading
import unittest
import zipfile
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import GEMEENTEN, el  # noqa: E402
from gateway import Gateway, binary  # noqa: E402

TODAY, TOMORROW = "2026-11-22", "2026-11-23"
ALG = f"{{{soap.namespace('algemeen')}}}"
PVT = ["BSN", "Voornamen", "Voorvoegsels", "Achternaam", "Geslacht", "Geboortedatum", "Gemeente eerste vestiging",
       "Gemeente einde PVT", "PVT-plichtig", "Datum Start PVT-plicht", "Datum Einde PVT-plicht", "Datum Start Deelname PV-traject",
       "Datum Einde Deelname PV-traject", "Datum voldaan PVT-plicht", "Reden niet voldaan aan PVT-plicht",
       "Recht op Maatschappelijke Begeleiding", "Maatschappelijke begeleiding gemeld bij BZK", "Factuur aanwezig",
       "Factuurnummer", "Factuurdatum", "Debiteurnummer", "Indicatie status factuur"]
DATE = re.compile(r"\d\d-\d\d-\d{4}")
BSN = "999993653"


def setUpModule():
    global gateway, key, keys, only_amsterdam
    gateway = Gateway(persons=3000, today=TODAY)
    # Before it starts: a running gateway takes up to a second to know a new key.
    key = changes.issue_key(gateway, "Wi2007,Wi2013,Wi2021")
    keys = {role: changes.issue_key(gateway, role) for role in ("Wi2007", "Wi2013", "Wi2013MUT", "Wi2021", "Wi2021MUT")}
    only_amsterdam = gateway.issue_key("0363", "Wi2021")
    unittest.enterModuleContext(gateway)


def listed(gemeente="0363", wet=None, by=None):
    content = el("gemeentecode", gemeente) + (el("criteria", el("wet", wet)) if wet else "")
    answer = soap.call(gateway, by or key, "algemeen", "LijstBestanden", content)
    return answer, [{child.tag.removeprefix(ALG): child.text or child[0].text for child in row}
                    for row in answer.xml().iter(ALG + "bestand") if len(row)]


def ask(bestand, deel=1, versie=None, gemeente="0363", by=None):
    content = el("gemeentecode", gemeente) + el("bestand", bestand) + el("deel", deel)
    if versie:
        content += el("vervolg", el("versie", versie))
    return soap.call(gateway, by or key, "algemeen", "HaalBestand", content)


def part(answer):
    found = answer.find(f".//{ALG}bestandsdeel")
    return found if found is None else {child.tag.removeprefix(ALG): child.text or "" for child in found}


def fetch(bestand, gemeente="0363"):
    first = part(ask(bestand, gemeente=gemeente))
    whole = base64.b64decode(first["inhoud"])
    for deel in range(2, int(first["aantalDelen"]) + 1):
        whole += base64.b64decode(part(ask(bestand, deel, first["versie"], gemeente))["inhoud"])
    assert hashlib.sha256(whole).hexdigest() == first["sha256"] and len(whole) == int(first["grootte"])
    return first, whole


def unzip(whole):
    archive = zipfile.ZipFile(io.BytesIO(whole))
    assert archive.testzip() is None
    return archive


def table(bestand, gemeente="0363"):
    """The rows of a file's csv as dicts, read by Python's own csv."""
    first, whole = fetch(bestand, gemeente)
    archive = unzip(whole)
    text = archive.read(first["bestandsnaam"].replace(".zip", ".csv"))
    assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n") and b"\n" not in text.replace(b"\r\n", b"")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


def event(*words, today=TODAY):
    done = subprocess.run([binary(), "isi", "event", "--data", gateway.data, *words, "--vandaag", today], capture_output=True,
                          text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


class Listing(unittest.TestCase):
    def test_every_law_has_the_files_of_its_manual(self):
        answer, rows = listed()
        self.assertEqual(answer.messages(), [])
        years = [f"maatschappelijke_begeleiding_{year}" for year in range(2026, 2017, -1)]
        self.assertEqual([row["bestand"] for row in rows],
                         ["isi", "signaallijst", "isi_vanaf2011", "termijnoverschrijdingen", "diplomamodellenboek", "signalen_2007",
                          "isi_pvt", *years,
                          "signalen_2013", "inburgeraars_2021", "signalen_2021"])
        for row in rows:
            book = row["bestand"] == "diplomamodellenboek"
            self.assertEqual(row["datum"], "2007-12-07" if book else TODAY)
            self.assertEqual(row["bestandsnaam"], "Diplomamodellenboek.pdf" if book else row["bestand"] + "_0363.zip")
            self.assertEqual(row.get("inhoudTotEnMet"), None if book or row["opVerzoek"] == "true" else "2026-11-21")

    def test_a_role_gives_the_files_of_its_law_alone(self):  # ALG-056
        for role, wet, count in (("Wi2007", "Wi2007", 6), ("Wi2013", "Wi2013", 11), ("Wi2013MUT", "Wi2013", 11),
                                 ("Wi2021", "Wi2021", 2), ("Wi2021MUT", "Wi2021", 2)):
            with self.subTest(role=role):
                by = keys[role]
                _, rows = listed(by=by)
                self.assertEqual((len(rows), {row["wet"] for row in rows}), (count, {wet}))
                for code, of in (("isi", "Wi2007"), ("isi_pvt", "Wi2013"), ("signalen_2021", "Wi2021")):
                    answer = ask(code, by=by)
                    if of == wet:
                        self.assertIsNotNone(part(answer), code)
                    else:
                        self.assertEqual(answer.fault()["code"], "0002", code)

    def test_a_law_without_a_role_is_said(self):
        answer, rows = listed(wet="Wi2013", by=keys["Wi2021"])
        self.assertEqual((answer.messages(), rows), (["AS030"], []))

    def test_a_municipality_without_a_grant_is_a_fault(self):
        for answer in (listed("0344", by=only_amsterdam)[0], ask("signalen_2021", gemeente="0344", by=only_amsterdam)):
            self.assertEqual(answer.fault()["code"], "0002")


class Contents(unittest.TestCase):
    def test_a_zip_carries_table_legend_and_disclaimer_dated_its_day(self):  # ALG-058, ALG-059
        for code, suffix in (("inburgeraars_2021", "csv"), ("isi", "xlsx"), ("signalen_2013", "csv")):
            with self.subTest(code=code):
                first, whole = fetch(code)
                archive = unzip(whole)
                self.assertEqual(archive.namelist(), ["disclaimer.txt", "legenda.csv", f"{code}_0363.{suffix}"])
                self.assertEqual({entry.date_time for entry in archive.infolist()}, {(2026, 11, 22, 0, 0, 0)})
                disclaimer = archive.read("disclaimer.txt").decode("utf-8-sig")
                self.assertIn("0363 Amsterdam", disclaimer)
                self.assertIn("persoonsgegevens", disclaimer)
                legend = list(csv.DictReader(io.StringIO(archive.read("legenda.csv").decode("utf-8-sig")), delimiter=";"))
                self.assertEqual(legend[0]["Kolom"], "A")
                self.assertTrue(all(row["Definitie"] for row in legend))
                self.assertEqual(first["mediatype"], "application/zip")

    def test_the_legend_names_the_columns_of_the_table(self):
        for code in ("isi_pvt", "inburgeraars_2021", "maatschappelijke_begeleiding_2026", "signalen_2007", "signaallijst",
                     "isi_vanaf2011", "termijnoverschrijdingen", "signalen_2013", "signalen_2021"):
            archive = unzip(fetch(code)[1])
            legend = csv.DictReader(io.StringIO(archive.read("legenda.csv").decode("utf-8-sig")), delimiter=";")
            head = archive.read(f"{code}_0363.csv").decode("utf-8-sig").splitlines()[0]
            self.assertEqual([row["Naam"] for row in legend], head.split(";"), code)

    def test_the_pvt_extract_has_columns_a_to_v(self):
        rows = [row for gemeente in GEMEENTEN for row in table("isi_pvt", gemeente)]
        self.assertGreater(len(rows), 20)
        self.assertEqual(list(rows[0]), PVT)
        for row in rows:
            self.assertRegex(row["BSN"], r"^\d{9}$")
            self.assertIn(row["Geslacht"], "012")
            self.assertIn(row["PVT-plichtig"], ("", "J", "N"))
            self.assertIn(row["Factuur aanwezig"], ("J", "N", "N.v.t."))
            self.assertIn(row["Indicatie status factuur"], ("", "1", "2", "3", "4", "5", "6"))
            for name, value in row.items():
                if "datum" in name.lower() and value:
                    self.assertRegex(value, DATE)
                    datetime.datetime.strptime(value, "%d-%m-%Y")
        self.assertLess({"J", "N"}, {row["Factuur aanwezig"] for row in rows} | {"J", "N", "-"})

    def test_the_wi2021_extract_is_what_the_search_finds(self):
        # Nobody in this population has moved: whom the municipality finds is who is in its file.
        for gemeente in GEMEENTEN[:6]:
            answer = soap.call(gateway, key, "wi2021", "ZoekPersonen", el("gemeentecode", gemeente) + el("criteria", "") +
                               el("paginering", el("paginagrootte", 200)))
            found = {row.findtext(f"{{{soap.namespace('wi2021')}}}bsn") for row in
                     answer.xml().iter(f"{{{soap.namespace('wi2021')}}}persoon")}
            rows = table("inburgeraars_2021", gemeente)
            self.assertLessEqual({row["BSN"] for row in rows}, found)
            for row in rows:
                self.assertEqual((row["Gemeentecode"], bool(row["Datum vertrek"])),
                                 ("'" + gemeente, row["Inzage"].startswith("Vertrokken") or bool(row["Datum vertrek"])))
            gone = {row["BSN"] for row in rows}
            self.assertGreater(len(gone), 0)

    def test_no_cell_begins_a_formula_or_loses_its_zeros(self):
        for code in ("isi_pvt", "inburgeraars_2021", "signalen_2021"):
            for row in table(code):
                for name, value in row.items():
                    self.assertFalse(value[:1] in "=+-@\t\r" and value, (code, name))
        self.assertEqual({row["Gemeentecode"] for row in table("inburgeraars_2021")}, {"'0363"})

    def test_the_isi_extract_is_a_spreadsheet(self):
        counts = 0
        for gemeente in GEMEENTEN[:8]:
            archive = unzip(fetch("isi", gemeente)[1])
            book = openpyxl.load_workbook(io.BytesIO(archive.read(f"isi_{gemeente}.xlsx")))
            rows = list(book.active.iter_rows(values_only=True))
            legend = list(csv.DictReader(io.StringIO(archive.read("legenda.csv").decode("utf-8-sig")), delimiter=";"))
            self.assertEqual(list(rows[0]), [row["Naam"] for row in legend])
            for cells in rows[1:]:
                row = dict(zip(rows[0], cells))
                counts += 1
                self.assertIsInstance(row["BSN"], str)
                self.assertRegex(row["BSN"], r"^\d{9}$")
                if row["Geboortedatum"] is not None:
                    self.assertIsInstance(row["Geboortedatum"], datetime.datetime)
                self.assertIn(row["Herkomst"], ("ISI actief", "ISI definitief"))
        self.assertGreater(counts, 10)

    def test_the_book_of_diplomas_is_a_pdf(self):
        first, whole = fetch("diplomamodellenboek")
        self.assertEqual((first["bestandsnaam"], first["mediatype"]), ("Diplomamodellenboek.pdf", "application/pdf"))
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=whole, capture_output=True, timeout=60, check=True).stdout
        self.assertIn("Diplomamodellenboek Wi2007", text.decode())
        self.assertIn("Examenonderdelen", text.decode())

    def test_all_signals_are_what_the_count_says(self):
        for wet, service in (("2007", "wi2007"), ("2013", "wi2013"), ("2021", "wi2021")):
            answer = soap.call(gateway, key, service, "TelSignalen", el("gemeentecode", "0363") +
                               el("criteria", el("datumVanaf", "2000-01-01")))
            self.assertEqual(answer.status, 200, answer.fault())
            total = next(int(element.text) for element in answer.xml().iter() if element.tag.endswith("}totaal"))
            self.assertEqual(len(table(f"signalen_{wet}")), total)


class Parts(unittest.TestCase):
    def test_what_is_wrong_is_said(self):
        versie = part(ask("isi_pvt"))["versie"]
        for answer, code in ((ask("geen_bestand"), "FS030"), (ask("isi_pvt", 2, versie), "FS031"), (ask("isi_pvt", 2), "FS032"),
                             (ask("isi_pvt", 1, "20261122" + "0" * 32), "FS033"), (ask("isi_pvt", 1, versie, "0344"), "FS033")):
            self.assertEqual((answer.status, answer.messages(), part(answer)), (200, [code], None))
        for deel in (0, -1, "x"):
            self.assertEqual(ask("isi_pvt", deel).fault()["code"], "0004")
        self.assertEqual(ask("../sleutels").fault()["code"], "0004")
        self.assertEqual(ask("isi_pvt", 1, "../../x").fault()["code"], "0004")

    def test_two_clients_at_once_get_one_file(self):
        found = []
        clients = [threading.Thread(target=lambda: found.append(part(ask("isi_vanaf2011", gemeente="0599"))))
                   for _ in range(4)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.assertEqual(len({row["versie"] for row in found}), 1)
        made = [p for p in (gateway.data / "bestanden/0599").iterdir() if p.name.startswith("isi_vanaf2011.") and p.suffix != ".personen"]
        self.assertEqual(len(made), 1)

    def test_files_are_the_gateways_alone(self):
        part(ask("isi_pvt"))
        for path in (gateway.data / "bestanden").rglob("*"):
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o700 if path.is_dir() else 0o600)


class TheNextDay(unittest.TestCase):
    """Goes on to the next day, so it comes last."""

    def test_todays_changes_are_in_tomorrows_file(self):
        gemeente = "0758"
        before = {row["BSN"] for row in table("inburgeraars_2021", gemeente)}
        old = part(ask("inburgeraars_2021", gemeente=gemeente))
        # Another municipality's file is not made yet: that it is made after the event does not matter.
        for where in (gemeente, "0637"):
            event("nieuwe-plicht", "--bsn", BSN if where == gemeente else "999990019", "--achternaam", "=Nieuw;", "--gemeente",
                  where, "--doelgroep", "Asielstatushouder")
        self.assertEqual({row["BSN"] for row in table("inburgeraars_2021", gemeente)}, before)
        self.assertNotIn("999990019", {row["BSN"] for row in table("inburgeraars_2021", "0637")})
        self.assertIn(BSN, {row["BSN"] for row in table("signalen_2021", gemeente)})
        gateway.stop()
        gateway._today = TOMORROW
        gateway.start()
        rows = {row["BSN"]: row for row in table("inburgeraars_2021", gemeente)}
        self.assertEqual(set(rows), before | {BSN})
        self.assertEqual(rows[BSN]["Achternaam"], "'=Nieuw;")
        answer = ask("inburgeraars_2021", 1, old["versie"], gemeente)
        self.assertEqual((answer.messages(), part(answer)["inhoud"]), (["AS031"], old["inhoud"]))
        self.assertEqual(part(answer)["datum"], TODAY)


if __name__ == "__main__":
    unittest.main(verbosity=2)
