#!/usr/bin/env python3
"""Writes docs/berichten.md: every element of every message, its meaning, its field in the domain and its source.

Usage: berichten.py REPOSITORY            writes docs/berichten.md
       berichten.py REPOSITORY --check    fails when the file is not what would be written
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

from contract_model import SHARED, ComplexType, Contract, ContractError, Element, Service, SimpleType, TypeName, read_contract
from domain_model import Domain, Struct
from field_map import CHANGES, COMMON, METHODS, OUTSIDE, TYPES, WITHOUT_PORT

INTRO = """# De berichten

Elk element van elke vraag en elk antwoord, met zijn betekenis, het veld in het domein van de gateway en de bron. Gemaakt uit `wsdl/`
en de beschrijvingen in `gateway/`: verander dit bestand niet zelf, maar bouw het doel `berichten`.

- **Type**: een type uit XML Schema (`xs:`), een gedeeld type (`g:`) of een type van de dienst. `lijst van T` is een omhullend element
  met herhaalde elementen van type T; het omhullende element is er altijd, ook als de lijst leeg is, tenzij het optioneel heet.
- **Domein**: bij antwoorden het veld waaruit het element wordt geschreven (een test vergelijkt elk van deze structuren met het
  schema); bij vragen het veld van de criteria of de parameter van de poort. Namen staan in de namespace `cvsgw`.
- **Bron**: de paragraaf van de handleiding van de wet, `M2M` (de REST-specificatie van DUO), `contract` (de afspraken van de gateway
  zelf) of `eigen keuze` waar de bronnen zwijgen.
"""

_FACETS = {"pattern": "patroon", "minLength": "minimale lengte", "maxLength": "maximale lengte", "length": "lengte",
           "minInclusive": "vanaf", "maxInclusive": "tot en met", "fractionDigits": "decimalen"}


def cell(text: str) -> str:
    """Text in a table: nothing in it is markup."""
    return re.sub(r"([\\`*_|\[\]])", r"\\\1", text).replace("<", "&lt;").replace(">", "&gt;")


def code(text: str) -> str:
    return "`" + text.replace("|", r"\|") + "`" if text else ""


def anchor(name: TypeName) -> str:
    return f"{name.room}-{name.local}".lower()


class Writer:
    def __init__(self, contract: Contract, domain: Domain):
        self._contract = contract
        self._domain = domain
        self._lines: list[str] = [INTRO]

    def text(self) -> str:
        shared: dict[TypeName, None] = {}
        for service in self._contract.services:
            self._service(service, shared)
        fault = TypeName(SHARED, "TechnischeFoutType")
        shared[fault] = None
        shared.update(dict.fromkeys(self._contract.reachable(self._contract.type(fault))))
        self._lines.append("\n## Gedeelde typen\n")
        self._types(list(shared))
        return "\n".join(self._lines).rstrip() + "\n"

    def _service(self, service: Service, shared: dict[TypeName, None]) -> None:
        self._lines.append(f"\n## {service.name}\n\n{cell(service.doc)} Adres: `{service.path}`.")
        names: dict[TypeName, None] = {}
        for operation in service.operations:
            source = f" ({cell(operation.source)})" if operation.source else ""
            self._lines.append(f"\n### {service.name}: {operation.name}\n\n{cell(operation.doc)}{source}\n")
            for title, wrapper in (("Vraag", operation.request), ("Antwoord", operation.answer)):
                self._lines.append(f"{title} `{wrapper.name.local}`{self._record_note(wrapper)}:\n")
                self._table(wrapper)
                names.update(dict.fromkeys(self._contract.reachable(wrapper)))
        own = [name for name in names if name.room != SHARED]
        shared.update(dict.fromkeys(name for name in names if name.room == SHARED))
        self._lines.append(f"\n### Typen van {service.name}\n")
        self._types(own)

    def _types(self, names: list[TypeName]) -> None:
        for name in names:
            named = self._contract.type(name)
            if isinstance(named, ComplexType):
                self._lines.append(f'<a id="{anchor(name)}"></a>\n**`{name}`**{self._record_note(named)}: {cell(named.doc)}\n')
                self._table(named)
        simple = [self._contract.type(name) for name in names if isinstance(self._contract.type(name), SimpleType)]
        self._lines += ["| Waarde | Is | Betekenis | Bron |", "|---|---|---|---|"]
        for value in simple:
            self._lines.append(f'| <a id="{anchor(value.name)}"></a>{code(str(value.name))} | {self._facts(value)} | '
                               f"{cell(value.doc)} | {cell(value.source)} |")
        self._lines.append("")

    def _table(self, owner: ComplexType) -> None:
        if not owner.elements:
            self._lines.append("Geen elementen.\n")
            return
        self._lines += ["| Element | Type | Verplicht | Betekenis | Domein | Bron |", "|---|---|---|---|---|---|"]
        for element in owner.elements:
            item = self._contract.list_item(element)
            path = f"{element.name}/{item.name}" if item else element.name
            of_type = ("lijst van " if item else "") + self._link((item or element).type)
            self._lines.append(f"| {code(path)} | {of_type} | {'ja' if element.required else 'nee'} | {cell(element.doc)} | "
                               f"{code(self._field(owner, element))} | {cell(element.source)} |")
        self._lines.append("")

    def _link(self, name: TypeName | SimpleType) -> str:
        if isinstance(name, SimpleType):
            return self._facts(name)
        return code(str(name)) if name.room == "xs" else f"[{code(str(name))}](#{anchor(name)})"

    def _facts(self, simple: SimpleType) -> str:
        facts = [self._link(simple.base)] + [f"{_FACETS.get(kind, kind)} {code(value)}" for kind, value in simple.facets]
        if simple.values:
            facts.append("een van " + ", ".join(code(value.text) for value in simple.values))
        return ", ".join(facts)

    def _record_note(self, owner: ComplexType) -> str:
        key = (owner.name.room, owner.name.local)
        if key in TYPES:
            return f" (`{TYPES[key][0]}`)"
        struct = self._domain.records.get(key)
        return f" (`{struct.name}`)" if struct else ""

    def _field(self, owner: ComplexType, element: Element) -> str:
        key = (owner.name.room, owner.name.local)
        target = (element.type.room, element.type.local) if isinstance(element.type, TypeName) else None
        if target in TYPES and owner.name.room != SHARED and key not in self._domain.records:
            return self._struct(TYPES[target][0]).short
        if target in WITHOUT_PORT:
            return WITHOUT_PORT[target]
        if key in TYPES:
            struct, renamed = TYPES[key]
            return self._member(struct, renamed.get(element.name, element.name))
        if key in WITHOUT_PORT:
            return WITHOUT_PORT[key]
        record = self._domain.records.get(key)
        if record is None:
            return self._parameter(owner, element)
        if element.name not in record.described:
            raise ContractError(f"{record.name} does not describe {element.name}")
        return f"{record.short}::{element.name}"

    def _struct(self, name: str) -> Struct:
        if name not in self._domain.by_name:
            raise ContractError(f"field_map.py: no {name}")
        return self._domain.by_name[name]

    def _member(self, name: str, member: str) -> str:
        if not member:
            return ""
        struct = self._struct(name)
        if member not in struct.members:
            raise ContractError(f"field_map.py: no {name}::{member}")
        return f"{struct.short}::{member}"

    def _parameter(self, owner: ComplexType, element: Element) -> str:
        """For an element directly under a request; empty for an answer that no record describes."""
        key = (owner.name.room, owner.name.local)
        if owner.name.local.endswith("Response") or key not in self._requests():
            return ""
        if element.name in COMMON:
            return self._member(*COMMON[element.name])
        if element.name in OUTSIDE:
            return OUTSIDE[element.name]
        if key not in METHODS and any(other.name == "verwerking" for other in owner.elements):
            return self._change(key, element)
        if key not in METHODS:
            raise ContractError(f"field_map.py: nothing takes {key[1]}/{element.name}")
        port, method, renamed = METHODS[key]
        struct = self._struct(port)
        parameter = renamed.get(element.name, element.name)
        if parameter not in struct.methods.get(method, ()):
            raise ContractError(f"field_map.py: no parameter {port}::{method}({parameter})")
        return f"{struct.short}::{method}({parameter})"

    def _change(self, key: tuple[str, str], element: Element) -> str:
        if element.name not in CHANGES:
            raise ContractError(f"field_map.py: nothing takes {key[1]}/{element.name}")
        name, taker = CHANGES[element.name]
        if element.name in self._struct(name).methods.get(taker, ()):
            return f"{self._struct(name).short}::{taker}({element.name})"
        return self._member(name, taker)

    def _requests(self) -> set[tuple[str, str]]:
        return {(service.key, operation.name) for service in self._contract.services for operation in service.operations}


def render(repository: Path) -> str:
    return Writer(read_contract(repository / "wsdl"), Domain(repository / "gateway")).text()


def main(argv: list[str]) -> int:
    repository = Path(argv[1])
    path = repository / "docs" / "berichten.md"
    wanted = render(repository)
    if argv[2:] != ["--check"]:
        path.write_text(wanted, "utf-8")
        return 0
    found = path.read_text("utf-8") if path.exists() else ""
    if found == wanted:
        return 0
    sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(found.splitlines(), wanted.splitlines(), "docs/berichten.md",
                                                                       "as generated", n=1, lineterm=""))
    print("docs/berichten.md is not up to date: cmake --build --preset dev --target berichten")
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv))
    except ContractError as error:
        sys.exit(f"contract: {error}")
