"""A rule that is checked is tested: its id, or the message that is its own, stands in a test."""

import re

from tree import Finding, Tree

PAGE = "docs/regels.md"
_ROW = re.compile(r"^\| ([A-Z0-9]{3}-\d{3}) \| toets \| ((?:FS|AS)\d{3})?", re.M)
_NAMED = re.compile(r"\b(?:[A-Z][A-Z0-9]{2}-\d{3}|(?:FS|AS)\d{3})\b")


def check(tree: Tree) -> list[Finding]:
    if PAGE not in tree.paths:
        return [Finding("rule-test", PAGE, "has to exist")]
    rows = _ROW.findall(tree.text(PAGE))
    if not rows:
        return [Finding("rule-test", PAGE, "has no rule that is checked")]
    named: set[str] = set()
    for path in tree.paths:
        if path.endswith("_test.cpp") or (path.startswith("tests/") and path.endswith((".py", ".cpp", ".hpp", ".java", ".json"))):
            named.update(_NAMED.findall(tree.text(path)))
    return [Finding("rule-test", rule, f"no test names {rule}{' or ' + code if code else ''}")
            for rule, code in rows if not {rule, code} & named]
