#!/usr/bin/env python3
"""`cvsgw rules`: the same register as a table for people, as JSON and as a page."""
import json
import os
import subprocess
import unittest
from pathlib import Path

BINARY = os.environ.get("CVSGW_BINARY", Path(__file__).resolve().parents[2] / "build/dev/gateway/cvsgw")


def rules(*options, status=0):
    done = subprocess.run([BINARY, "rules", *options], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout


class RulesCommandTest(unittest.TestCase):
    def test_json_holds_every_rule_in_full(self):
        register = json.loads(rules("--json"))
        self.assertGreater(len(register), 20)
        fs010 = next(rule for rule in register if rule["code"] == "FS010")
        self.assertEqual((fs010["id"], fs010["aard"], fs010["alleWijzigingen"]), ("ALG-031", "toets", True))
        lbt = next(rule for rule in register if rule["id"] == "W21-200")
        self.assertEqual((lbt["code"], lbt["operaties"], lbt["bron"]), ("FS200", ["OntheftLbt"], "Wi2021 § 3.6.5"))
        for rule in register:
            self.assertTrue(rule["tekst"] and rule["bron"] and rule["geldigVanaf"], rule["id"])
            self.assertIn(rule["aard"], ("toets", "automatisch", "weergave", "nietToetsbaar"))

    def test_the_forms_have_the_same_rules(self):
        ids = [rule["id"] for rule in json.loads(rules("--json"))]
        page = [line.split(" | ")[0][2:] for line in rules("--markdown").splitlines() if line.startswith("| ")][1:]
        self.assertEqual(page, ids)
        table = rules()
        self.assertIn(f"{len(ids)} regels", table)
        self.assertEqual([line.split()[0] for line in table.splitlines()[:-1] if not line.startswith(" ")], ids)

    def test_another_option_is_refused(self):
        rules("--xml", status=2)


if __name__ == "__main__":
    unittest.main()
