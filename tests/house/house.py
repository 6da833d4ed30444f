#!/usr/bin/env python3
"""The house rules: `house.py [ROOT]` prints every breach and every exception that is no longer needed; 1 if any.

exceptions.txt holds what is knowingly allowed, one per line: `rule | key | reason`. An exception that nothing needs any
more is a breach itself, so the list only ever holds what is true.
"""

import sys
from pathlib import Path

import documents
import hygiene
import includes
import rules
import sizes
from tree import Finding, Tree

CHECKS = (includes.check, sizes.check, hygiene.check, documents.check, rules.check)
EXCEPTIONS = "tests/house/exceptions.txt"


def read_exceptions(tree: Tree) -> tuple[dict[tuple[str, str], int], list[Finding]]:
    """The exceptions with their line numbers, and what is wrong with the file."""
    allowed: dict[tuple[str, str], int] = {}
    wrong = []
    text = tree.text(EXCEPTIONS) if EXCEPTIONS in tree.paths else ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|", 2)]
        if len(parts) != 3 or not all(parts):
            wrong.append(Finding("exception", f"{EXCEPTIONS} line {number}", "is not `rule | key | reason`"))
        elif (parts[0], parts[1]) in allowed:
            wrong.append(Finding("exception", f"{EXCEPTIONS} line {number}", "stands twice"))
        else:
            allowed[parts[0], parts[1]] = number
    return allowed, wrong


def breaches(root: Path) -> list[Finding]:
    tree = Tree.open(root)
    allowed, wrong = read_exceptions(tree)
    found = sorted({finding for check in CHECKS for finding in check(tree)})
    used = {(f.rule, f.key) for f in found} & set(allowed)
    stale = [Finding("exception", f"{EXCEPTIONS} line {line}", f"is no longer needed: {rule} | {key}")
             for (rule, key), line in allowed.items() if (rule, key) not in used]
    return wrong + stale + [f for f in found if (f.rule, f.key) not in used]


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    found = breaches(root.resolve())
    for finding in found:
        print(f"{finding.rule}: {finding.key}: {finding.text}")
    print(f"{len(found)} breaches of the house rules" if found else "the house is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
