"""Reads the structs of gateway/**/*.hpp as far as the documentation of messages needs them.

Text-level: the headers keep to one shape (clang-format, gateway/domain/fields.hpp), and
tests/contract/records compares the real records with the schemas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_NAMESPACE = re.compile(r"^namespace cvsgw((?:::\w+)*) \{$", re.MULTILINE)
_STRUCT = re.compile(r"^(?:struct|class) (\w+) \{\n(.*?)^\};$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"kNamespace = Namespace::(\w+);.*?kType = \"(\w+)\";", re.DOTALL)
_CHANGE_ANSWER = re.compile(r'^using (\w+) =\s*MutatieAntwoord<"(\w+)"', re.MULTILINE)
_STATUS_ANSWER = re.compile(r'^using (\w+)Antwoord =\s*laws::StatusAntwoord<', re.MULTILINE)
_DESCRIBED = re.compile(r'visit\.(?:field|code|list)\(\s*"(\w+)"')
_MEMBER = re.compile(r"^  (?!static|return|using|friend)[\w:<>, ]+? (\w+)(?: = [^;]+|\{[^;]*\})?;", re.MULTILINE)
_METHOD = re.compile(r"^  virtual [^;(]*?(\w+)\(([^;]*)\) = 0;", re.MULTILINE | re.DOTALL)
_PARAMETER = re.compile(r"(\w+)\s*(?:,|$)")


@dataclass(frozen=True)
class Struct:
    name: str  # from cvsgw on: isi::wi2021::Pip
    key: tuple[str, str] | None  # the schema's room and type of a record
    described: frozenset[str]  # elements of a record's field description
    members: frozenset[str]
    methods: dict[str, frozenset[str]]  # of a port: names of the parameters

    @property
    def short(self) -> str:
        return self.name.rpartition("::")[2]


def read_structs(text: str) -> list[Struct]:
    namespace = _NAMESPACE.search(text)
    prefix = f"{namespace[1]}::".removeprefix("::") if namespace else ""
    structs = []
    for name, body in _STRUCT.findall(text):
        key = _KEY.search(body)
        methods = {method: frozenset(_PARAMETER.findall(parameters)) for method, parameters in _METHOD.findall(body)}
        structs.append(Struct(prefix + name, (key[1], key[2]) if key else None, frozenset(_DESCRIBED.findall(body)),
                              frozenset(_MEMBER.findall(body)), methods))
    # The answers of changes are one template, described once.
    for name, wrapper in _CHANGE_ANSWER.findall(text):
        room = prefix.removesuffix("::").rpartition("::")[2]
        structs.append(Struct(prefix + name, (room, wrapper), frozenset({"resultaat", "meldingen", "stand"}), frozenset(), {}))
    for name in _STATUS_ANSWER.findall(text):
        room = prefix.removesuffix("::").rpartition("::")[2]
        structs.append(Struct(f"{prefix}{name}Antwoord", (room, f"{name}Response"),
                              frozenset({"resultaat", "meldingen", "stand"}), frozenset(), {}))
    return structs


class Domain:
    def __init__(self, gateway_dir: Path):
        self.by_name: dict[str, Struct] = {}
        self.records: dict[tuple[str, str], Struct] = {}
        for path in sorted(gateway_dir.rglob("*.hpp")):
            for struct in read_structs(path.read_text("utf-8")):
                self.by_name.setdefault(struct.name, struct)
                if struct.key:
                    self.records.setdefault(struct.key, struct)
