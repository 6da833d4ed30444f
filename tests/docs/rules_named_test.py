#!/usr/bin/env python3
"""Every rule of the register that a system can check is named by a test: by its id, or by the code of its message."""
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ("gateway/**/*_test.cpp", "adapters/**/*_test.cpp", "tests/**/*_test.py", "tests/scenarios/**/*.yaml")
RULE = re.compile(r"\| ((?:ALG|W07|W13|W21)-\d{3}) \| (\w+) \|\s*(?:(\w+)[^|]*)?\|")


def named(text):
    """Ids that a text names, ranges (`W13-040 to W13-043`) included."""
    found = set(re.findall(r"\b(?:ALG|W07|W13|W21)-\d{3}\b", text))
    for law, first, last in re.findall(r"\b(ALG|W07|W13|W21)-(\d{3}) to (?:\1-)?(\d{3})\b", text):
        found |= {f"{law}-{number:03d}" for number in range(int(first), int(last) + 1)}
    return found


def rules():
    for line in (ROOT / "docs" / "regels.md").read_text(encoding="utf-8").splitlines():
        if found := RULE.match(line):
            yield found.groups()


def unnamed(text):
    ids, codes = named(text), set(re.findall(r"\b[FA]S\d{3}\b", text))
    return [rule for rule, kind, code in rules() if kind != "nietToetsbaar" and rule not in ids and code not in codes]


class RulesNamed(unittest.TestCase):
    def test_every_rule_is_named_by_a_test(self):
        own = Path(__file__).resolve()
        text = "\n".join(path.read_text(encoding="utf-8") for pattern in TESTS for path in sorted(ROOT.glob(pattern))
                         if path.resolve() != own)
        self.assertGreater(len(list(rules())), 400)
        self.assertEqual(unnamed(text), [])

    def test_a_rule_that_no_test_names_is_found(self):
        self.assertIn("W07-010", unnamed("W07-011 to W07-020, FS001"))
        self.assertNotIn("W07-011", unnamed("W07-011 to W07-020, FS001"))
        self.assertNotIn("ALG-001", unnamed("FS001"))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
