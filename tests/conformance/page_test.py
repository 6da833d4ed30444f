#!/usr/bin/env python3
"""The generator of the page of conformance: reads what ctest, GoogleTest and unittest say, and fails when it should."""
import sys
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import page  # noqa: E402

JUNIT = """<?xml version="1.0"?><testsuite>
<testcase name="cvsgw_xml.Gate.R27_A13_Utf8" status="run"><system-out>anything</system-out></testcase>
<testcase name="cvsgw_xml.Kinds/Refused.A01_Doctype/Empty" status="run"/>
<testcase name="cvsgw_xml.Kinds/Refused.A01_Doctype/Full" status="fail"/>
<testcase name="cvsgw_store" status="run"><system-out>[ RUN      ] Trail.R80_Guarded
[       OK ] Trail.R80_Guarded (12 ms)
[  SKIPPED ] Trail.R81_Later (0 ms)</system-out></testcase>
<testcase name="integration.audit" status="run"><system-out>test_R70_every_one (__main__.AuditTest.test_R70_every_one) ... ok
test_R71_fields (__main__.AuditTest.test_R71_fields)
What it does, in words. ... sys:1: ResourceWarning: something
ok
test_R74_trace (__main__.AuditTest.test_R74_trace) ... skipped 'no tool'
</system-out></testcase>
<testcase name="attacks.run" status="run"><system-out>1 of 1</system-out></testcase></testsuite>"""
ROWS = "## Een\nR27 | voldoet | WS006 | Alleen UTF-8\nA01 | voldoet | WSA | Entiteiten\nR58 | afwijking: niet aangeboden | ENC | AES-GCM\n"


class PageTest(unittest.TestCase):
    def setUp(self):
        self.found = page.outcomes(JUNIT)
        self.tests = page.by_id(self.found)

    def test_reads_what_each_kind_of_program_says(self):
        self.assertEqual(self.tests["R27"], {"cvsgw_xml.Gate.R27_A13_Utf8": True})
        self.assertEqual(self.tests["A13"], self.tests["R27"])
        self.assertEqual(self.tests["A01"], {"cvsgw_xml.Refused.A01_Doctype": False},
                         "one failing parameter is a failing test")
        self.assertEqual(self.tests["R80"], {"cvsgw_store: Trail.R80_Guarded": True})
        self.assertEqual(self.tests["R70"], {"integration.audit: test_R70_every_one": True})
        self.assertEqual(self.tests["R71"], {"integration.audit: test_R71_fields": True})

    def test_what_was_skipped_has_not_passed(self):
        self.assertEqual(self.tests["R81"], {"cvsgw_store: Trail.R81_Later": False})
        self.assertEqual(self.tests["R74"], {"integration.audit: test_R74_trace": False})

    def faults(self, rows=ROWS, passed=True, **tests):
        return page.faults(page.register(rows), tests, Counter(), passed)

    def test_fails_when_it_should(self):
        good = {"R27": {"a": True}, "A01": {"b": True}}
        self.assertEqual(self.faults(**good), [])
        self.assertEqual(self.faults(R27={"a": True}), ["A01 has no test; the register has to say why"])
        self.assertEqual(self.faults(**{**good, "A01": {"b": False}}), ["A01: b did not pass"])
        self.assertIn("R99 is in the name of a test", self.faults(**good, R99={"c": True})[0])
        self.assertEqual(self.faults(passed=False, **good), ["the catalogue of attacks did not run or did not pass"])

    def test_a_register_that_is_none_is_refused(self):
        for rows in ("R27 | goed | x | y\n", "R58 | afwijking | x | y\n", "R1 | voldoet | x | y\n", ROWS + ROWS):
            with self.assertRaises(ValueError):
                page.register(rows)

    def test_the_page_is_the_same_for_the_same_results(self):
        rows = page.register(ROWS)
        made = page.page(rows, self.tests, Counter(A01=3), Counter(A01=1))
        self.assertEqual(made, page.page(rows, dict(reversed(self.tests.items())), Counter(A01=3), Counter(A01=1)))
        self.assertIn("| A01 | Entiteiten | WSA | voldoet | 3 gevallen in `tests/attacks`, waarvan 1 bij elke controle<br>`cvsgw_xml.Refused.A01_Doctype` |", made)
        self.assertIn("| R58 | AES-GCM | ENC | afwijking: niet aangeboden | geen toets |", made)

    def test_the_register_has_every_id(self):
        rows = page.register(page.REGISTER.read_text("utf-8"))
        ids = {row.id for row in rows}
        ranges = (("R", 1, 13), ("R", 20, 39), ("R", 50, 60), ("R", 70, 83), ("A", 1, 46))
        self.assertEqual(ids, {f"{letter}{number:02}" for letter, first, last in ranges
                               for number in range(first, last + 1)})


if __name__ == "__main__":
    unittest.main(verbosity=2)
