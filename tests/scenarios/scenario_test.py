#!/usr/bin/env python3
"""Plays the scenarios of folders named after the manual's sections; README.md says what a scenario may say.

    scenario_test.py [FOLDER | FILE] ...     everything without arguments
"""
import sys
import unittest
from pathlib import Path

from runner.language import load
from runner.play import play
from runner.world import World

HERE = Path(__file__).resolve().parent


def chosen(words):
    """Files by folder."""
    paths = [HERE / word for word in words] or sorted(path for path in HERE.iterdir() if path.name[0].isdigit())
    folders = {}
    for path in paths:
        files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        if not files:
            raise SystemExit(f"{path} heeft geen scenario's")
        folders.setdefault(files[0].parent, []).extend(files)
    return folders


def case_of(folder, files):
    """A test per scenario; the folder's scenarios are played together, the first time that one of them is asked for."""

    class Case(unittest.TestCase):
        outcomes = None

        @classmethod
        def setUpClass(cls):
            cls.outcomes = play([load(file) for file in files], World)

        def judge(self, name):
            problem = self.outcomes[name]
            if problem:
                self.fail(problem)

    for file in files:
        name = f"{folder.name}/{file.stem}"
        setattr(Case, f"test {name}", lambda self, name=name: self.judge(name))
    Case.__qualname__ = Case.__name__ = folder.name
    return Case


def load_tests(loader, _tests, _pattern):
    words = [word for word in ARGUMENTS if not word.startswith("-")]
    return unittest.TestSuite(loader.loadTestsFromTestCase(case_of(*item)) for item in chosen(words).items())


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:]
    unittest.main(argv=[sys.argv[0], *(word for word in ARGUMENTS if word.startswith("-"))])
