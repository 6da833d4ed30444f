"""Headers say what they are, decisions say why, links lead somewhere."""

import re
from functools import lru_cache
from pathlib import PurePosixPath

from tree import Finding, Tree

_LINK = re.compile(r"(?<!\!)\[[^\]\n]*\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)|!\[[^\]\n]*\]\(([^()\s]+)\)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.M | re.S)
_PARTS = {
    "what led to it": r"(Context|Why|Aanleiding|Waarom)",
    "what was decided": r"(Decision|What was decided|Besluit)",
    "what follows from it": r"(Consequences?|Costs?|What it costs|What was left out|What keeps it honest|Gevolgen?)",
}


def check(tree: Tree) -> list[Finding]:
    return _headers(tree) + _decisions(tree) + _links(tree)


def _headers(tree: Tree) -> list[Finding]:
    found = []
    for path in tree.ending(".hpp", ".h"):
        if not path.startswith(("gateway/", "adapters/")):
            continue
        comment = re.match(r"((?://[^\n]*\n)+)", tree.text(path))
        if not comment or len(re.findall(r"\w{2,}", comment.group(1))) < 3:
            found.append(Finding("header-comment", path, "does not begin with a comment that says what it is"))
        if "#pragma once" not in tree.text(path):
            found.append(Finding("header-comment", f"{path} pragma", "has no #pragma once"))
    return found


def _decisions(tree: Tree) -> list[Finding]:
    found = []
    for path in (p for p in tree.ending(".md") if p.startswith("docs/decisions/")):
        text = tree.text(path)
        if PurePosixPath(path).name == "README.md":
            continue
        if not re.match(r"# \S+( \S+)+\n", text):
            found.append(Finding("decision", path, "does not begin with the decision as its title"))
        for part, words in _PARTS.items():
            if not re.search(rf"^(?:#+ |\*\*){words}\b", text, re.M):
                found.append(Finding("decision", path, f"does not say {part}"))
    return found


@lru_cache(maxsize=None)
def _anchors(text: str) -> set[str]:
    """The anchors of a page: those written in it, and those that hosts of git make from its headings."""
    headings = re.findall(r"^#+ +(.+?)\s*$", _CODE.sub(lambda m: m.group() if "\n" not in m.group() else "", text), re.M)
    written = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    return written | {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def _links(tree: Tree) -> list[Finding]:
    known = set(tree.paths) | {str(parent) for p in tree.paths for parent in PurePosixPath(p).parents}
    found = []
    for path in tree.ending(".md"):
        for link in (a or b for a, b in _LINK.findall(_CODE.sub("", tree.text(path)))):
            if re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue
            target, _, anchor = link.partition("#")
            parts: list[str] = []
            for part in (PurePosixPath(path).parent / target).parts if target else PurePosixPath(path).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            there = "/".join(parts) or "."
            if there not in known:
                found.append(Finding("link", f"{path} {link}", "leads nowhere"))
            elif anchor and there.endswith(".md") and anchor not in _anchors(tree.text(there)):
                found.append(Finding("link", f"{path} {link}", "names a heading that is not there"))
    return found
