"""Functions and files that a reader can oversee, no work left lying, and tests that can fail."""

import ast
import re
from functools import lru_cache

from cpp import Function, blank, functions
from tree import Finding, Tree

FUNCTION_LINES = 70   # a function stays under this
FILE_LINES = 450      # and a file under this
CODE = (".cpp", ".hpp", ".h", ".py", ".sh", ".js", ".php", ".java", ".cmake", "CMakeLists.txt")
# Written in two halves, so that this file does not break its own rule.
LEFT_LYING = re.compile(r"\b(TO" "DO|FIX" "ME|XX" "X|GTEST_" r"SKIP)\b|\bDIS" "ABLED_")
_ASSERTS = re.compile(r"\b(EXPECT|ASSERT)_\w+\s*\(|\bFAIL\s*\(|\bADD_FAILURE|\bstatic_assert\b")
_CALLED = re.compile(r"\b(\w+)\s*(?:<[^;{}()]*>)?\s*\(")


def check(tree: Tree) -> list[Finding]:
    found = []
    for path in tree.ending(*CODE):
        lines = tree.text(path).count("\n")
        if lines >= FILE_LINES:
            found.append(Finding("file-length", path, f"has {lines} lines, {FILE_LINES - 1} is the most"))
        for match in LEFT_LYING.finditer(tree.text(path)):
            line = tree.text(path).count("\n", 0, match.start()) + 1
            found.append(Finding("left-lying", f"{path} {match.group()}", f"line {line}: finish it or take it out"))
    for path in tree.sources():
        for function in functions(tree.text(path)):
            if function.lines >= FUNCTION_LINES:
                found.append(Finding("function-length", f"{path} {function.name}",
                                     f"line {function.line}: {function.lines} lines, {FUNCTION_LINES - 1} is the most"))
    return found + _tests_without_assertion(tree) + _python_functions(tree)


def _asserting(candidates: list[Function]) -> set[str]:
    """Names of functions that assert, themselves or through one that does."""
    names = {f.name.split("::")[-1] for f in candidates if _ASSERTS.search(f.body)}
    while True:
        more = {f.name.split("::")[-1] for f in candidates if names & set(_CALLED.findall(f.body))} - names
        if not more:
            return names
        names |= more


def _tests_without_assertion(tree: Tree) -> list[Finding]:
    found = []
    for path in (p for p in tree.sources() if p.endswith("_test.cpp")):
        # Helpers are looked for in the test and in the headers of the same name or folder that it includes.
        included = [p for p in re.findall(r'#include "([^"]+)"', tree.text(path)) if p in tree.paths]
        helpers = [f for p in [path, *included] for f in functions(tree.text(p))]
        asserting = _asserting([h for h in helpers if not h.name.startswith("TEST")])
        for test in (h for h in functions(tree.text(path)) if re.match(r"(TYPED_)?TEST", h.name)):
            if not _ASSERTS.search(test.body) and not asserting & set(_CALLED.findall(test.body)):
                found.append(Finding("assertion", f"{path} {test.name}", f"line {test.line}: a test that cannot fail"))
    return found


def _python_functions(tree: Tree) -> list[Finding]:
    return [Finding("function-length", f"{path} {name}".rstrip(), why)
            for path in tree.ending(".py") for name, why in _long_python_functions(tree.text(path))]


@lru_cache(maxsize=None)  # the proof that every rule can fail looks at the same files again and again
def _long_python_functions(text: str) -> tuple[tuple[str, str], ...]:
    try:
        nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    except SyntaxError as error:
        return (("", f"is not Python: {error.msg}"),)
    lines = {node: (node.end_lineno or node.lineno) - node.lineno + 1 for node in nodes}
    return tuple((n.name, f"line {n.lineno}: {lines[n]} lines") for n in nodes if lines[n] >= FUNCTION_LINES)
