"""A WSDL with its schemas, and the register of checks.

Both forms that the gateway publishes are read: the split form for authors (imports with absolute locations, resolved
to files under the folder `wsdl/`) and the flat form with the schemas inside.
"""

import copy
import pathlib
import re
import tempfile

from lxml import etree

WSDL = "http://schemas.xmlsoap.org/wsdl/"
SOAP = "http://schemas.xmlsoap.org/wsdl/soap/"
SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/"
WSAM = "http://www.w3.org/2007/05/addressing/metadata"
XSD = "http://www.w3.org/2001/XMLSchema"
SOAPENC = "http://schemas.xmlsoap.org/soap/encoding/"
COMMON = "urn:inburgering:cvs-isi:gemeenschappelijk:v1"
NS = {"w": WSDL, "s": SOAP, "xs": XSD, "wsam": WSAM}

CHECKS = []  # (id, what it demands, function from Description to an iterable of problems)


def check(ident, demand):
    def register(function):
        CHECKS.append((ident, demand, function))
        return function

    return register


def local(element):
    return etree.QName(element).localname


def where(element):
    """A readable place: names of the element and of what encloses it."""
    names = []
    while element is not None and isinstance(element.tag, str):
        if element.get("name"):
            names.insert(0, element.get("name"))
        element = element.getparent()
    return "/".join(names) or "definitions"


def resolve(element, qname):
    """The (namespace, local name) of a QName in an attribute of `element`."""
    prefix, _, name = qname.rpartition(":")
    return element.nsmap.get(prefix or None), name


class Description:
    """One service. `wsdl` and `schemas` are trees that a test may change in a copy."""

    def __init__(self, path, schema_root=None):
        self.path = pathlib.Path(path)
        self.raw = self.path.read_bytes()
        self.wsdl = etree.fromstring(self.raw)
        self.schemas = {}
        self.schema_raw = {}
        for root in self.wsdl.findall("w:types/xs:schema", NS):
            self._add(root, schema_root)

    def _add(self, root, schema_root):
        namespace = root.get("targetNamespace")
        if namespace:
            self.schemas[namespace] = root
        for item in root.findall("xs:import", NS):
            wanted = item.get("namespace")
            file_name = self._file_of(item.get("schemaLocation"), schema_root)
            if file_name and wanted not in self.schemas:
                self.schema_raw[wanted] = file_name.read_bytes()
                self._add(etree.fromstring(self.schema_raw[wanted]), schema_root)

    @staticmethod
    def _file_of(location, schema_root):
        match = re.search(r"[?&]xsd=([a-z0-9]+)$", location or "")
        if not match or not schema_root:
            return None
        return pathlib.Path(schema_root) / match[1] / "v1" / (match[1] + ".xsd")

    def copy(self):
        other = copy.copy(self)
        other.wsdl = copy.deepcopy(self.wsdl)
        inside = {s.get("targetNamespace"): s for s in other.wsdl.findall("w:types/xs:schema", NS)}
        other.schemas = {ns: inside.get(ns, None) for ns in self.schemas}
        for namespace, root in self.schemas.items():
            if other.schemas[namespace] is None:
                other.schemas[namespace] = copy.deepcopy(root)
        return other

    # What the checks ask for
    @property
    def namespace(self):
        return self.wsdl.get("targetNamespace")

    @property
    def schema(self):
        """The service's own schema."""
        return self.schemas.get(self.namespace)

    def all(self, path):
        return self.wsdl.xpath(path, namespaces=NS)

    def in_schemas(self, path):
        for root in self.schemas.values():
            yield from root.xpath(path, namespaces=NS)

    def operations(self):
        return self.all("w:portType/w:operation")

    def message(self, element):
        """The wsdl:message that an input, output or fault of the portType names."""
        _, name = resolve(element, element.get("message", ""))
        found = self.wsdl.xpath("w:message[@name=$name]", namespaces=NS, name=name)
        return found[0] if found else None

    def wrapper(self, element):
        """The global element of that message's one part."""
        message = self.message(element)
        part = message.find("w:part", NS) if message is not None else None
        if part is None or part.get("element") is None:
            return None
        return self.global_item("element", *resolve(part, part.get("element")))

    def requests(self):
        wrappers = ((op, self.wrapper(op.find("w:input", NS))) for op in self.operations() if op.find("w:input", NS) is not None)
        return [(op.get("name"), w) for op, w in wrappers if w is not None]

    def responses(self):
        wrappers = ((op, self.wrapper(op.find("w:output", NS))) for op in self.operations() if op.find("w:output", NS) is not None)
        return [(op.get("name"), w) for op, w in wrappers if w is not None]

    def global_item(self, kind, namespace, name):
        root = self.schemas.get(namespace)
        if root is None:
            return None
        found = root.xpath(f"xs:{kind}[@name=$name]", namespaces=NS, name=name)
        return found[0] if found else None

    def type_of(self, element):
        """The complexType or simpleType of an element; None for a built-in type."""
        inside = element.xpath("xs:complexType|xs:simpleType", namespaces=NS)
        if inside:
            return inside[0]
        if element.get("type") is None:
            return None
        namespace, name = resolve(element, element.get("type"))
        for kind in ("complexType", "simpleType"):
            found = self.global_item(kind, namespace, name)
            if found is not None:
                return found
        return None

    @staticmethod
    def children_of(element_or_type):
        return element_or_type.xpath("xs:complexType/xs:sequence/xs:element|xs:sequence/xs:element", namespaces=NS)

    def reachable(self, wrapper):
        """Every element declaration below a wrapper, each once."""
        seen, queue = [], list(self.children_of(wrapper))
        while queue:
            element = queue.pop(0)
            if element in seen:
                continue
            seen.append(element)
            kind = self.type_of(element)
            if kind is not None:
                queue.extend(self.children_of(kind))
        return seen

    def built_in(self, element_or_restriction):
        """The XSD built-in type that a declaration finally rests on."""
        name = element_or_restriction.get("type") or element_or_restriction.get("base")
        if name is not None:
            namespace, short = resolve(element_or_restriction, name)
            if namespace == XSD:
                return short
        kind = self.type_of(element_or_restriction) if name and local(element_or_restriction) == "element" else None
        if kind is None and name:
            kind = self.global_item("simpleType", *resolve(element_or_restriction, name))
        if kind is None:
            kind = element_or_restriction.find("xs:simpleType", NS)
        restriction = kind.find("xs:restriction", NS) if kind is not None else None
        return self.built_in(restriction) if restriction is not None else None

    def facets(self, element):
        """All facets on an element's simple type, by name, its base types included."""
        found, kind = {}, self.type_of(element)
        while kind is not None and local(kind) == "simpleType":
            restriction = kind.find("xs:restriction", NS)
            if restriction is None:
                break
            for facet in restriction:
                found.setdefault(local(facet), []).append(facet.get("value"))
            kind = self.global_item("simpleType", *resolve(restriction, restriction.get("base", "")))
        return found

    def compile(self):
        """The schema as libxml2 compiles it; raises when it is not valid."""
        with tempfile.TemporaryDirectory() as folder:
            names = {ns: f"{i}.xsd" for i, ns in enumerate(self.schemas)}
            for namespace, root in self.schemas.items():
                tree = etree.fromstring(etree.tostring(root))
                for item in tree.findall("xs:import", NS):
                    item.set("schemaLocation", names.get(item.get("namespace"), "absent.xsd"))
                (pathlib.Path(folder) / names[namespace]).write_bytes(etree.tostring(tree))
            return etree.XMLSchema(file=str(pathlib.Path(folder) / names[self.namespace]))


def problems(description, only=None):
    """All broken checks of one description as (id, problem)."""
    return [(ident, text) for ident, _, function in CHECKS if only in (None, ident) for text in function(description)]
