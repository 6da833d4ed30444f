"""Just enough of C++ to find functions: no compiler, so that the rules run in a second and anywhere.

Comments and literals are blanked first. A brace then opens a function when the text before it, since the last brace or
semicolon at that level, ends like a signature. Bodies are not looked into: a lambda counts as part of its function.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_LITERALS = re.compile(
    r'//[^\n]*|/\*.*?\*/'                        # comments
    r'|R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"'  # raw strings
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'', re.S)
_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.M)
_CONTAINER = re.compile(r'\b(namespace|class|struct|union|enum|extern)\b(?!.*\)\s*(const|noexcept|override|final)?\s*$)', re.S)
_SIGNATURE_END = re.compile(r"\)\s*((const|noexcept|override|final|mutable|constexpr|&&?)\s*)*(->[^;{}()=]*(\([^)]*\))?)?$")
_INITIALISERS = re.compile(r"\)\s*(noexcept\s*)?:(?!:)")
_NAME = re.compile(r"([~\w:]+|operator\s*[^\s(]+)\s*\(")


@dataclass(frozen=True)
class Function:
    name: str        # as written, `Server::start`; for a GoogleTest `TEST(Suite, Case)`
    line: int        # of the signature's first token
    lines: int       # from there to the closing brace, both included
    body: str        # without comments and literals


def blank(text: str) -> str:
    """The text with comments, literals and preprocessor lines blanked; every line keeps its number."""
    keep_lines = lambda match: re.sub(r"[^\n]", " ", match.group())
    return _DIRECTIVE.sub(keep_lines, _LITERALS.sub(keep_lines, text))


def _closing(text: str, opening: int) -> int:
    """Position of the brace that closes the one at `opening`; the end of the text when there is none."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(text, opening):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.start()
    return len(text) - 1


def _is_function(head: str) -> bool:
    head = head.rstrip()
    if _INITIALISERS.search(head):
        return head.endswith((")", "}"))  # otherwise the brace belongs to a member's initialiser
    return bool(_SIGNATURE_END.search(head))


def _name(head: str) -> str:
    test = re.match(r"\s*((?:TYPED_)?TEST(?:_[FP])?)\s*\(([^)]*)\)", head)
    if test:
        return f"{test.group(1)}({', '.join(part.strip() for part in test.group(2).split(','))})"
    found = _NAME.search(re.sub(r"\b(alignas|decltype|requires|__attribute__|noexcept)\s*\([^)]*\)", "", head))
    return found.group(1) if found else head.strip()


@lru_cache(maxsize=None)
def functions(text: str) -> list[Function]:
    """Every function with a body in the text, outermost ones only."""
    clean = blank(text)
    found: list[Function] = []
    head, start = "", 0
    position = 0
    while position < len(clean):
        char = clean[position]
        if char == "{":
            if _is_function(head):
                end = _closing(clean, position)
                first = start + len(head) - len(head.lstrip())
                line = clean.count("\n", 0, first) + 1
                found.append(Function(_name(head), line, clean.count("\n", first, end) + 1, clean[position:end + 1]))
                position, head, start = end, "", end + 1
            elif _CONTAINER.search(head):
                head, start = "", position + 1
            else:
                position = _closing(clean, position)
                head += "{}"  # a value in braces belongs to the head that it stands in
        elif char in ";}" or (char == ":" and clean[position + 1:position + 2] != ":" and
                             re.search(r"\b(public|private|protected)\s*$", head)):
            head, start = "", position + 1
        else:
            head += char
        position += 1
    return found
