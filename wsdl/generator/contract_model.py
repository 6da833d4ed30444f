"""Reads the contract (wsdl/*/v1) into plain objects, for everything that describes it to people.

The files are the one source: names, order, documentation and sources come from them, nothing is added here.
Whatever the contract's rules for types do not allow (a choice, an attribute, a type that is not there) is an
error, not a guess.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

XS = "{http://www.w3.org/2001/XMLSchema}"
WSDL = "{http://schemas.xmlsoap.org/wsdl/}"
SOAP = "{http://schemas.xmlsoap.org/wsdl/soap/}"
XS_NAMESPACE = "http://www.w3.org/2001/XMLSchema"

# Stands in the files for the address under which a gateway is reached; the gateway puts its own there.
BASE_URL = "https://cvs-isi.example.nl"
SHARED = "gemeenschappelijk"
SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")


class ContractError(Exception):
    """The files say something that cannot be described; the text names the place."""


@dataclass(frozen=True)
class TypeName:
    """`room` is `xs`, `gemeenschappelijk` or a service's key."""

    room: str
    local: str

    def __str__(self) -> str:
        prefix = "g" if self.room == SHARED else self.room
        return f"{prefix}:{self.local}" if prefix in ("xs", "g") else self.local


@dataclass(frozen=True)
class Value:
    text: str
    doc: str
    source: str


@dataclass(frozen=True)
class SimpleType:
    name: TypeName | None  # None: written inside its element
    base: TypeName
    doc: str
    source: str
    facets: tuple[tuple[str, str], ...]
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Element:
    name: str
    type: TypeName | SimpleType
    required: bool
    repeated: bool
    doc: str
    source: str


@dataclass(frozen=True)
class ComplexType:
    name: TypeName
    doc: str
    source: str
    elements: tuple[Element, ...]

    @property
    def is_list(self) -> bool:
        """A wrapper with one repeated child and nothing else."""
        return len(self.elements) == 1 and self.elements[0].repeated


@dataclass(frozen=True)
class Operation:
    name: str
    doc: str
    source: str
    soap_action: str
    request: ComplexType
    answer: ComplexType


@dataclass
class Room:
    """One schema: its types and its global elements."""

    key: str
    namespace: str
    doc: str
    types: dict[str, SimpleType | ComplexType] = field(default_factory=dict)
    wrappers: dict[str, ComplexType] = field(default_factory=dict)


@dataclass(frozen=True)
class Service:
    key: str
    name: str
    path: str
    doc: str
    source: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class Contract:
    rooms: dict[str, Room]
    services: tuple[Service, ...]

    def type(self, name: TypeName) -> SimpleType | ComplexType | None:
        """None for XML Schema's own types."""
        return None if name.room == "xs" else self.rooms[name.room].types[name.local]

    def list_item(self, element: Element) -> Element | None:
        """The repeated child when `element` is a list's wrapper."""
        if isinstance(element.type, SimpleType):
            return None
        named = self.type(element.type)
        if isinstance(named, ComplexType) and named.is_list:
            return named.elements[0]
        return None

    def reachable(self, start: ComplexType) -> list[TypeName]:
        """Types that `start` leads to, in order of first use, each once; wrappers of lists are passed through."""
        seen: dict[TypeName, None] = {}

        def visit(complex_type: ComplexType) -> None:
            for element in complex_type.elements:
                element = self.list_item(element) or element
                if isinstance(element.type, SimpleType) or element.type.room == "xs" or element.type in seen:
                    continue
                seen[element.type] = None
                target = self.type(element.type)
                if isinstance(target, ComplexType):
                    visit(target)

        visit(start)
        return list(seen)


def split_source(text: str) -> tuple[str, str]:
    """`Naam. [Wi2021 § 3.5]` → (`Naam.`, `Wi2021 § 3.5`); the source is empty when there is none."""
    text = " ".join(text.split())
    match = re.fullmatch(r"(.*?)\s*\[([^\[\]]*)\]", text)
    return (match.group(1), match.group(2)) if match else (text, "")


def _schema_doc(node: ET.Element) -> tuple[str, str]:
    return split_source(node.findtext(f"{XS}annotation/{XS}documentation") or "")


class _SchemaReader:
    def __init__(self, path: Path, key: str, keys_by_namespace: dict[str, str]):
        self._path = path
        self._keys = keys_by_namespace
        self._prefixes: dict[str, str] = {}
        for _, (prefix, uri) in ET.iterparse(path, events=["start-ns"]):
            if self._prefixes.setdefault(prefix, uri) != uri:
                raise ContractError(f"{path}: prefix {prefix} stands for two namespaces")
        self._root = ET.parse(path).getroot()
        self.room = Room(key, self._root.get("targetNamespace", ""), _schema_doc(self._root)[0])

    def read(self) -> Room:
        for node in self._root:
            name = node.get("name", "")
            if node.tag == f"{XS}simpleType":
                self.room.types[name] = self._simple(node, TypeName(self.room.key, name))
            elif node.tag == f"{XS}complexType":
                self.room.types[name] = self._complex(node, name, *_schema_doc(node))
            elif node.tag == f"{XS}element" and node.get("type") is None:
                inner = node.find(f"{XS}complexType")
                if inner is None:
                    raise ContractError(f"{self._path}: element {name} has no type")
                self.room.wrappers[name] = self._complex(inner, name, *_schema_doc(node))
        return self.room

    def _type_name(self, qname: str) -> TypeName:
        prefix, _, local = qname.rpartition(":")
        uri = self._prefixes.get(prefix)
        if uri == XS_NAMESPACE:
            return TypeName("xs", local)
        if uri not in self._keys:
            raise ContractError(f"{self._path}: {qname} lies outside the contract")
        return TypeName(self._keys[uri], local)

    def _simple(self, node: ET.Element, name: TypeName | None) -> SimpleType:
        restriction = node.find(f"{XS}restriction")
        if restriction is None:
            raise ContractError(f"{self._path}: a simple type without restriction: {name}")
        facets, values = [], []
        for facet in restriction:
            kind = facet.tag.removeprefix(XS)
            if kind == "enumeration":
                values.append(Value(facet.get("value", ""), *_schema_doc(facet)))
            elif kind != "annotation":
                facets.append((kind, facet.get("value", "")))
        doc, source = _schema_doc(node)
        base = self._type_name(restriction.get("base", ""))
        return SimpleType(name, base, doc, source, tuple(facets), tuple(values))

    def _complex(self, node: ET.Element, name: str, doc: str, source: str) -> ComplexType:
        sequence = node.find(f"{XS}sequence")
        others = [child.tag for child in node if child.tag not in (f"{XS}sequence", f"{XS}annotation")]
        if others or sequence is None:
            raise ContractError(f"{self._path}: {name} is not a sequence of elements: {others}")
        elements = tuple(self._element(child, name) for child in sequence)
        return ComplexType(TypeName(self.room.key, name), doc, source, elements)

    def _element(self, node: ET.Element, owner: str) -> Element:
        if node.tag != f"{XS}element" or not node.get("name"):
            raise ContractError(f"{self._path}: {owner} holds {node.tag}")
        inline = node.find(f"{XS}simpleType")
        if node.get("type") is not None:
            element_type: TypeName | SimpleType = self._type_name(node.get("type", ""))
        elif inline is not None:
            element_type = self._simple(inline, None)
        else:
            raise ContractError(f"{self._path}: {owner}/{node.get('name')} has no type")
        return Element(node.get("name", ""), element_type, node.get("minOccurs", "1") != "0",
                       node.get("maxOccurs", "1") != "1", *_schema_doc(node))


def _read_service(path: Path, key: str, room: Room) -> Service:
    root = ET.parse(path).getroot()

    def doc_of(node: ET.Element) -> tuple[str, str]:
        return split_source(node.findtext(f"{WSDL}documentation") or "")

    actions = {
        node.get("name"): node.find(f"{SOAP}operation").get("soapAction", "")
        for node in root.iterfind(f"{WSDL}binding/{WSDL}operation")
    }
    operations = []
    for node in root.iterfind(f"{WSDL}portType/{WSDL}operation"):
        name = node.get("name", "")
        for wrapper in (name, f"{name}Response"):
            if wrapper not in room.wrappers:
                raise ContractError(f"{path}: the schema has no element {wrapper}")
        operations.append(Operation(name, *doc_of(node), actions[name], room.wrappers[name],
                                    room.wrappers[f"{name}Response"]))
    service = root.find(f"{WSDL}service")
    address = root.find(f"{WSDL}service/{WSDL}port/{SOAP}address").get("location", "")
    if not address.startswith(BASE_URL):
        raise ContractError(f"{path}: the address does not start with {BASE_URL}")
    name = service.get("name", "").removesuffix("_v1")
    return Service(key, name, address.removeprefix(BASE_URL), *doc_of(root), tuple(operations))


def schema_path(wsdl_dir: Path, key: str) -> Path:
    return wsdl_dir / key / "v1" / f"{key}.xsd"


def wsdl_path(wsdl_dir: Path, key: str) -> Path:
    return wsdl_dir / key / "v1" / f"Inburgering{key[:1].upper()}{key[1:]}.wsdl"


def read_contract(wsdl_dir: Path) -> Contract:
    keys = (SHARED, *SERVICES)
    namespaces = {f"urn:inburgering:cvs-isi:{key}:v1": key for key in keys}
    rooms = {key: _SchemaReader(schema_path(wsdl_dir, key), key, namespaces).read() for key in keys}
    services = tuple(_read_service(wsdl_path(wsdl_dir, key), key, rooms[key]) for key in SERVICES)
    contract = Contract(rooms, services)
    for room in rooms.values():
        for owner in (*room.types.values(), *room.wrappers.values()):
            for element in owner.elements if isinstance(owner, ComplexType) else ():
                if isinstance(element.type, TypeName) and element.type.room != "xs":
                    if element.type.local not in rooms[element.type.room].types:
                        raise ContractError(f"{owner.name}/{element.name}: no type {element.type}")
    return contract
