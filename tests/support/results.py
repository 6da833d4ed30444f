"""Results of tests in Python, for the page of conformance: one small file per test program.

    if __name__ == "__main__":
        results.main()          # instead of unittest.main

CVSGW_RESULTS names the folder; without it nothing is written.
"""
import json
import os
import sys
import unittest
from pathlib import Path


def write(program: str, outcomes: dict[str, bool]):
    """`outcomes`: by the name of the test, whether it passed."""
    if folder := os.environ.get("CVSGW_RESULTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{program}.json").write_text(json.dumps(outcomes, indent=0, sort_keys=True), encoding="utf-8")


class _Result(unittest.TextTestResult):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.outcomes: dict[str, bool] = {}

    def startTest(self, test):
        super().startTest(test)
        self.outcomes[self._name(test)] = True

    @staticmethod
    def _name(test):
        return ".".join(test.id().split(".")[-2:])

    def _not_passed(self, test):
        self.outcomes[self._name(test)] = False

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._not_passed(test)

    def addError(self, test, err):
        super().addError(test, err)
        self._not_passed(test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._not_passed(test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self._not_passed(test)


class _Runner(unittest.TextTestRunner):
    resultclass = _Result

    def run(self, test):
        result = super().run(test)
        write(Path(sys.argv[0]).stem, result.outcomes)
        return result


def main():
    unittest.main(verbosity=2, testRunner=_Runner)
