#!/usr/bin/env python3
"""docs/conformance-digikoppeling.md from the results of tests.

    page.py --results RESULTS.xml ...            compares the page with what the results make of it
    page.py --results RESULTS.xml ... --write    writes it

RESULTS.xml is what ctest writes (--output-junit, with --test-output-size-passed large enough to hold all that a test program
says). A test counts for every id that its name carries. Exit status 1 when the page differs, when a test with an id did not pass,
or when an id has no test and does not say why.
"""
import argparse
import difflib
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/attacks"), str(ROOT / "tests/support")]
PAGE = ROOT / "docs/conformance-digikoppeling.md"
REGISTER = Path(__file__).resolve().parent / "register.txt"
ID = re.compile(r"(?<![A-Za-z0-9])([RA]\d\d)(?![0-9])")
STANDS = ("voldoet", "wacht", "afwijking", "niet van toepassing")


@dataclass(frozen=True)
class Row:
    id: str
    stand: str
    reason: str
    source: str
    text: str
    chapter: str


def register(text: str) -> list[Row]:
    rows, chapter = [], ""
    for line in text.splitlines():
        if line.startswith("## "):
            chapter = line[3:]
        elif line and not line.startswith("#"):
            identifier, stand, source, words = (cell.strip() for cell in line.split("|", 3))
            stand, _, reason = (part.strip() for part in stand.partition(":"))
            if not ID.fullmatch(identifier) or stand not in STANDS or not words:
                raise ValueError(f"the register has a row that is none: {line}")
            if stand in ("afwijking", "niet van toepassing") and not reason:
                raise ValueError(f"{identifier} deviates without a reason")
            rows.append(Row(identifier, stand, reason, source, words, chapter))
    if len({row.id for row in rows}) != len(rows):
        raise ValueError("the register has an id twice")
    return rows


_PYTHON = re.compile(r"^(test_\w+) \(([\w.]+)\)", re.M)
_GTEST = re.compile(r"^\[ +(OK|FAILED|SKIPPED) +\] ([\w/]+\.[\w/]+)", re.M)


def outcomes(junit: str) -> dict[str, bool]:
    """Whether it passed, by the test's name: `program: test`. A program that ctest runs as one entry says what it ran."""
    found: dict[str, bool] = {}
    for entry in ElementTree.fromstring(junit).iter("testcase"):
        name, passed = entry.get("name"), entry.get("status") == "run"
        said = entry.findtext("system-out") or ""
        inside = _said_by_python(said) if _PYTHON.search(said) else {
            test: state == "OK" for state, test in _GTEST.findall(said)} if "." not in name else {}
        if inside:
            # Each for itself: that another test of the program failed is told by that one, and by ctest.
            found.update({f"{name}: {test}": state for test, state in inside.items()})
        else:
            found[name] = passed
    return found


def _said_by_python(said: str) -> dict[str, bool]:
    """unittest, verbose: the name, perhaps a docstring and a library's complaints, then how it went."""
    starts = list(_PYTHON.finditer(said))
    ends = [match.start() for match in starts[1:]] + [len(said)]
    found = {}
    for match, end in zip(starts, ends):
        state = re.search(r"(?:\.\.\. |^)(ok|FAIL|ERROR|skipped\b.*|expected failure)$", said[match.end():end], re.M)
        if state:  # without one it is the list of failures at the end
            found[match[1]] = found.get(match[1], True) and state[1] == "ok"
    return found


def plain(name: str) -> str:
    """Without the parameters of a test that runs for many, and in the words of the source."""
    name = re.sub(r"^(\w+)\.(?:\w+/)?(\w+)\.(\w+)/.*$", r"\1.\2.\3", name)
    return re.sub(r": (?:\w+/)?(\w+)\.(\w+)/.*$", r": \1.\2", name)


def by_id(found: dict[str, bool]) -> dict[str, dict[str, bool]]:
    tests: dict[str, dict[str, bool]] = defaultdict(dict)
    for name, passed in found.items():
        short = plain(name)
        for identifier in set(ID.findall(short.replace("_", " "))):
            tests[identifier][short] = tests[identifier].get(short, True) and passed
    return tests


def catalogue(found: dict[str, bool]) -> tuple[Counter, Counter, bool]:
    """How many cases of the catalogue every attack has, how many of them run on every check, and whether those had the outcome they
    should have."""
    from catalogue import all_cases
    from sampling import sample
    cases = all_cases()
    return Counter(case.attack for case in cases), Counter(case.attack for case in sample(cases)), found.get("attacks.run", False)


def faults(rows: list[Row], tests: dict[str, dict[str, bool]], cases: Counter, cases_passed: bool) -> list[str]:
    known = {row.id for row in rows}
    wrong = [f"{identifier} is in the name of a test and not in the register: {sorted(names)[0]}"
             for identifier, names in sorted(tests.items()) if identifier not in known]
    for row in rows:
        wrong += [f"{row.id}: {name} did not pass" for name, passed in sorted(tests.get(row.id,
                                                                                        {}).items()) if not passed]
        if row.stand == "voldoet" and not tests.get(row.id) and not cases[row.id]:
            wrong.append(f"{row.id} has no test; the register has to say why")
    if not cases_passed:
        wrong.append("the catalogue of attacks did not run or did not pass")
    return wrong


HEAD = """# Digikoppeling en vijandige invoer: wat is aangetoond

Deze bladzijde wordt gemaakt uit de uitslagen van de tests (`tests/conformance/page.py`); `./check` vergelijkt haar. Een test telt voor elk
nummer dat in zijn naam staat. De nummers, bronnen en eigen woorden staan in `tests/conformance/register.txt`; wat een afwijking is, zegt daar
waarom. Gevallen van aanvallen staan in `tests/attacks` ([README](../tests/attacks/README.md)): elke controle draait een vaste steekproef,
`tests/attacks/run.py --full` alle.

Bronnen: WUS-, beveiligings- en certificaatvoorschriften van Digikoppeling (WW, WS, WA, WB, WT, TLS, PKI, SIGN, ENC, CERT, IDA, BP), Logboek
Dataverwerkingen (LDV, LDVJ), BIO2, de aanvallenlijst van WS-Attacker (WSA), OWASP.
"""


def page(rows: list[Row], tests: dict[str, dict[str, bool]], cases: Counter, sampled: Counter) -> str:
    lines, chapter = [HEAD], ""
    for row in rows:
        if row.chapter != chapter:
            chapter = row.chapter
            lines += [f"## {chapter}\n", "| nr | wat | bron | stand | aangetoond door |", "|---|---|---|---|---|"]
        names = sorted(tests.get(row.id, {}))
        proof = [f"`{name}`" for name in names]
        if cases[row.id]:
            proof.insert(0, f"{cases[row.id]} gevallen in `tests/attacks`, waarvan {sampled[row.id]} bij elke controle")
        stand = row.stand
        if stand == "wacht":
            stand = "voldoet" if proof else "afwijking: nog zonder toets"
        if row.reason:
            stand += f": {row.reason}" if ":" not in stand else f"; {row.reason}"
        lines.append(f"| {row.id} | {row.text} | {row.source} | {stand} | {'<br>'.join(proof) or 'geen toets'} |")
        if row is rows[-1] or rows[rows.index(row) + 1].chapter != chapter:
            lines.append("")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, required=True, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows = register(REGISTER.read_text("utf-8"))
    found: dict[str, bool] = {}
    for results in arguments.results:
        for name, passed in outcomes(results.read_text("utf-8")).items():
            found[name] = found.get(name, True) and passed
    tests = by_id(found)
    cases, sampled, passed = catalogue(found)
    wrong = faults(rows, tests, cases, passed)
    made = page(rows, tests, cases, sampled)
    if arguments.write:
        PAGE.write_text(made, "utf-8")
    elif (old := PAGE.read_text("utf-8") if PAGE.exists() else "") != made:
        wrong += ["the page is not what the results make of it; run with --write:",
                  *difflib.unified_diff(old.splitlines(), made.splitlines(), "committed", "made", lineterm="", n=0)]
    print("\n".join(wrong) or f"{len(rows)} ids, each with its tests or its reason")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
