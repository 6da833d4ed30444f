"""What must never be in the repository: one machine's paths, package hosts, secrets, generated files, real numbers."""

import os
import re

from tree import Finding, Tree

_MACHINE = re.compile(r"(?<![\w.$}/-])/(?:work|home/\w+|root|Users/\w+)/[\w.-]+")
_REGISTRY = re.compile(r"https?://[\w.:-]*(?:registry|npmjs|pypi|artifactory|nexus|verdaccio|mirror|proxy)[\w.:/-]*", re.I)
_FORBIDDEN_FILES = re.compile(
    r"(\.(pem|key|p12|pfx|jks|der|crt|csr|sqlite3?|sqlite-\w+|db|o|a|so|pyc|class|jar|log)$"
    r"|(^|/)(soap(C|H|Stub|Client|Server)[^/]*\.(cpp|h)|[^/]+\.nsmap|peper)$|(^|/)(node_modules|__pycache__)/)")
_PRIVATE_KEY = re.compile("-----BEGIN [A-Z ]*PRIV" "ATE KEY-----")
MUST_RUN = ("quickstart", "check", ".ci/run")
_NINE_DIGITS = re.compile(r"(?<![\w.-])\d{9}(?![\w-]|\.\d)")


def check(tree: Tree) -> list[Finding]:
    found = []
    for path in tree.paths:
        if _FORBIDDEN_FILES.search(path):
            found.append(Finding("forbidden-file", path, "generated or secret files are made where they are used"))
            continue
        text = tree.text(path)
        for rule, pattern, why in (
                ("machine-path", _MACHINE, "a path of one machine"),
                ("registry-host", _REGISTRY, "packages come from wherever the reader's own settings say"),
                ("private-key", _PRIVATE_KEY, "no key is ever kept")):
            for match in pattern.finditer(text):
                found.append(Finding(rule, f"{path} {match.group()}", why))
        found += _citizens(path, text) + _run_bit(tree, path, text)
    found += [Finding("run-bit", path, "has to exist") for path in MUST_RUN if path not in tree.paths]
    return found


def passes_eleven_test(digits: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return digits != "000000000" and sum(w * int(d) for w, d in zip(weights, digits)) % 11 == 0


def _citizens(path: str, text: str) -> list[Finding]:
    """A number that could be somebody's: only ranges that are never given out (9999…, 00000…) may stand in a file."""
    return [Finding("real-bsn", path, f"line {text.count(chr(10), 0, m.start()) + 1} has a number that passes the 11-test "
                    "outside the ranges that nobody has")
            for m in _NINE_DIGITS.finditer(text) if passes_eleven_test(m.group()) and not m.group().startswith(("9999", "00000"))]


def _run_bit(tree: Tree, path: str, text: str) -> list[Finding]:
    runs = os.access(tree.root / path, os.X_OK)
    if path in MUST_RUN and not text.startswith("#!"):
        return [Finding("run-bit", path, "does not begin with #!")]
    if text.startswith("#!") and not runs:
        return [Finding("run-bit", path, "begins with #! and cannot be run: chmod +x")]
    if runs and not text.startswith("#!"):
        return [Finding("run-bit", path, "can be run and does not begin with #!")]
    return []
