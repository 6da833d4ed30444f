"""The contract's own rules for types and services (T1…T9 are its nine rules, T10 and further its other sentences)."""

import re

from description import COMMON, NS, WSAM, XSD, check, local, resolve, where

WITHOUT_MUNICIPALITY = {"Ping", "RaadpleegAutorisatie", "LijstCodes"}
BUILT_IN = {"string", "boolean", "date", "dateTime", "int", "long", "decimal", "base64Binary"}
IDENTIFIERS = {"bsn": "Bsn", "aNummer": "ANummer", "gemeentecode": "Gemeentecode", "oin": "Oin", "instellingsnummer": "Instellingsnummer"}
PATTERNS = {"Bsn": "[0-9]{9}", "ANummer": "[0-9]{10}", "Gemeentecode": "[0-9]{4}", "Instellingsnummer": "[0-9]{10}", "Oin": "[0-9A-Za-z]{20}"}
# Enumerations that the contract fixes for good, so that they may stand in answers.
FIXED_ENUMERATIONS = {"Signaalstatus"}


def is_list(element):
    return element.get("maxOccurs", "1") not in ("0", "1")


def optional(element):
    return element.get("minOccurs") == "0"


def complex_type(d, element):
    kind = d.type_of(element)
    return kind is not None and local(kind) == "complexType"


@check("T1", "qualified elements; wrapper = operation, answer = operation + Response")
def t1(d):
    for namespace, root in d.schemas.items():
        if root.get("elementFormDefault") != "qualified":
            yield f"{namespace}: elementFormDefault is not qualified"
    for operation, wrapper in d.requests():
        if wrapper.get("name") != operation:
            yield f"{operation}: its wrapper is {wrapper.get('name')}"
    for operation, wrapper in d.responses():
        if wrapper.get("name") != operation + "Response":
            yield f"{operation}: its answer is {wrapper.get('name')}"


@check("T2", "no nillable, choice, any, all, groups, substitution, list, union, mixed content, attributes for data")
def t2(d):
    forbidden = ("choice", "any", "all", "group", "list", "union", "attribute", "anyAttribute", "attributeGroup", "redefine", "include", "extension")
    for name in forbidden:
        for item in d.in_schemas(f".//xs:{name}"):
            yield f"{where(item)}: xs:{name}"
    for attribute in ("nillable", "substitutionGroup", "abstract", "mixed"):
        for item in d.in_schemas(f".//*[@{attribute}]"):
            yield f"{where(item)}: {attribute}"
    for item in d.in_schemas(".//*[@type or @base]"):
        if resolve(item, item.get("type") or item.get("base")) in ((XSD, "anyType"), (XSD, "anySimpleType")):
            yield f"{where(item)}: anyType"


@check("T3", "a list is a wrapper element with repeated children, never repeated at the top")
def t3(d):
    for _, wrapper in d.requests() + d.responses():
        for child in d.children_of(wrapper):
            if is_list(child):
                yield f"{where(child)}: repeated directly in the message"
    for item in d.in_schemas(".//xs:element"):
        if is_list(item) and len(item.getparent().findall("xs:element", NS)) != 1:
            yield f"{where(item)}: repeated beside other elements"
    for item in d.in_schemas(".//xs:sequence"):
        if item.get("maxOccurs", "1") != "1" or item.get("minOccurs", "1") != "1" or item.find("xs:sequence", NS) is not None:
            yield f"{where(item)}: a sequence that repeats or nests"


@check("T4", "identifiers are strings with the contract's pattern")
def t4(d):
    for item in d.in_schemas(".//xs:element[@name]"):
        wanted = IDENTIFIERS.get(item.get("name"))
        if wanted and not is_list(item) and (item.get("type") is None or resolve(item, item.get("type")) != (COMMON, wanted)):
            yield f"{where(item)}: not {wanted} of gemeenschappelijk"
    for name, pattern in PATTERNS.items():
        kind = d.global_item("simpleType", COMMON, name)
        found = kind.xpath("xs:restriction[@base='xs:string']/xs:pattern/@value", namespaces=NS) if kind is not None else []
        if kind is not None and found != [pattern]:
            yield f"{name}: another pattern"


@check("T5", "days are xs:date, moments xs:dateTime; no other types than the few that every toolkit knows")
def t5(d):
    for item in d.in_schemas(".//xs:element[@name]|.//xs:restriction"):
        base = d.built_in(item)
        if base is not None and base not in BUILT_IN:
            yield f"{where(item)}: xs:{base}"
        if re.match(r"datum($|[A-Z])", item.get("name", "")) and base not in ("date", "dateTime") and not complex_type(d, item):
            yield f"{where(item)}: a date that is xs:{base}"


@check("T6", "code lists are enumerations in requests only; codes without spaces; in answers code and omschrijving go together")
def t6(d):
    for item in d.in_schemas(".//xs:enumeration"):
        if not re.fullmatch(r"[A-Za-z0-9_]+", item.get("value")):
            yield f"{where(item)}: code '{item.get('value')}'"
    for _, wrapper in d.responses():
        for element in d.reachable(wrapper):
            if "enumeration" in d.facets(element) and resolve(element, element.get("type", ""))[1] not in FIXED_ENUMERATIONS:
                yield f"{where(element)}: an enumeration in an answer"
    code_type = d.global_item("complexType", COMMON, "CodeType")
    if code_type is not None and [c.get("name") for c in d.children_of(code_type)] != ["code", "omschrijving"]:
        yield "CodeType: not code and omschrijving"


@check("T7", "names are ASCII lowerCamelCase, types UpperCamelCase, complex types end in Type; short enough for every toolkit")
def t7(d):
    wrappers = {w.get("name") for _, w in d.requests() + d.responses()}
    for item in d.in_schemas(".//xs:element[@name]"):
        style = r"[A-Z][A-Za-z0-9]{0,59}" if item.get("name") in wrappers else r"[a-z][A-Za-z0-9]{0,59}"
        if not re.fullmatch(style, item.get("name")):
            yield f"{where(item)}: element name"
    for item in d.in_schemas("xs:complexType|xs:simpleType"):
        style = r"[A-Z][A-Za-z0-9]{0,55}Type" if local(item) == "complexType" else r"[A-Z][A-Za-z0-9]{0,59}"
        if not re.fullmatch(style, item.get("name")):
            yield f"{where(item)}: type name"
    for item in d.in_schemas("xs:complexType|xs:element"):
        names = [c.get("name") for c in d.children_of(item)]
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"{where(item)}: {name} twice"


@check("T7-doc", "every element, type and operation is explained in Dutch and ends with its source in brackets")
def t7_doc(d):
    for item in d.in_schemas(".//xs:element|.//xs:complexType[@name]|.//xs:simpleType[@name]"):
        texts = item.xpath("xs:annotation/xs:documentation[@xml:lang='nl']", namespaces=NS | {"xml": "http://www.w3.org/XML/1998/namespace"})
        if len(texts) != 1 or not sourced("".join(texts[0].itertext())):
            yield f"{where(item)}: no documentation that ends with [source]"
    for operation in d.operations():
        text = operation.findtext("w:documentation", "", NS)
        if not sourced(text):
            yield f"{where(operation)}: no documentation that ends with [source]"


def sourced(text):
    return re.fullmatch(r"(?s).*\S.*\[[^\[\]]+\]\s*", text) is not None


@check("T8", "gemeentecode comes first in every request, but for those that need no municipality")
def t8(d):
    for operation, wrapper in d.requests():
        names = [c.get("name") for c in d.children_of(wrapper)]
        if operation in WITHOUT_MUNICIPALITY:
            if "gemeentecode" in names:
                yield f"{operation}: has a gemeentecode"
        elif names[:1] != ["gemeentecode"]:
            yield f"{operation}: does not begin with gemeentecode"


@check("T9", "directly in a wrapper only required simple values and complex elements, and gebruikerkenmerk last in a request")
def t9(d):
    for operation, wrapper in d.requests() + d.responses():
        children = d.children_of(wrapper)
        for child in children:
            last_word = child.get("name") == "gebruikerkenmerk" and child is children[-1] and not wrapper.get("name").endswith("Response")
            if optional(child) and not complex_type(d, child) and not last_word:
                yield f"{where(child)}: an optional simple value"
        if "gebruikerkenmerk" in [c.get("name") for c in children[:-1]]:
            yield f"{operation}: gebruikerkenmerk is not last"


@check("T10", "requests are bounded: finite lists, every string with a length, pattern or enumeration, every number with a range")
def t10(d):
    for _, wrapper in d.requests():
        for element in d.reachable(wrapper):
            if element.get("maxOccurs") == "unbounded":
                yield f"{where(element)}: unbounded in a request"
            facets, base = d.facets(element), d.built_in(element)
            if base == "string" and not {"maxLength", "length", "pattern", "enumeration"} & set(facets):
                yield f"{where(element)}: a string without bounds"
            if base in ("int", "long", "decimal") and not {"minInclusive", "minExclusive"} & set(facets):
                yield f"{where(element)}: a number without a lowest value"


@check("T11", "one namespace per service version for WSDL and types; one portType, binding, service and port, named after it")
def t11(d):
    match = re.fullmatch(r"urn:inburgering:cvs-isi:(algemeen|wi2007|wi2013|wi2021):v1", d.namespace or "")
    if not match:
        yield f"target namespace {d.namespace}"
        return
    if set(d.schemas) != {d.namespace, COMMON}:
        yield "schemas of other namespaces than the service's and the common one"
    service = "Inburgering" + match[1].capitalize()
    for path, name in [("w:portType", "PortType_v1"), ("w:binding", "Binding_v1"), ("w:service", "_v1"), ("w:service/w:port", "Port_v1")]:
        if [i.get("name") for i in d.all(path)] != [service + name]:
            yield f"{path[2:]}: not just {service + name}"
    for address in d.all("w:service/w:port/s:address"):
        if not re.fullmatch(r"https?://[^/ ]+(/[^? ]*)?/ws/" + match[1] + "/v1", address.get("location", "")):
            yield f"address {address.get('location')}"


@check("T12", "the part of a message is `parameters`; actions follow the contract's pattern")
def t12(d):
    for operation in d.operations():
        name = operation.get("name")
        wanted = {"input": f"{d.namespace}/{name}", "output": f"{d.namespace}/{name}Response", "fault": f"{d.namespace}/{name}/Fault/technischeFout"}
        for kind, action in wanted.items():
            for item in operation.findall(f"w:{kind}", NS):
                if item.get(f"{{{WSAM}}}Action") != action:
                    yield f"{name}: wsam:Action of its {kind}"
                message = d.message(item)
                parts = [p.get("name") for p in message.findall("w:part", NS)] if message is not None else []
                if kind != "fault" and parts != ["parameters"]:
                    yield f"{name}: part of its {kind}"
    for operation in d.all("w:binding/w:operation"):
        if operation.find("s:operation", NS).get("soapAction") != f"{d.namespace}/{operation.get('name')}":
            yield f"{operation.get('name')}: soapAction"


@check("T13", "every operation declares the fault technischeFout of gemeenschappelijk")
def t13(d):
    for operation in d.operations():
        faults = operation.findall("w:fault", NS)
        elements = [resolve(p, p.get("element", "")) for f in faults if d.message(f) is not None for p in d.message(f).findall("w:part", NS)]
        if [f.get("name") for f in faults] != ["technischeFout"] or elements != [(COMMON, "technischeFout")]:
            yield where(operation)


@check("T14", "imports have absolute locations; every schema imports what it uses")
def t14(d):
    for item in list(d.in_schemas("xs:import")) + d.all("w:types/xs:schema/xs:import"):
        location = item.get("schemaLocation")
        inside = item.getroottree().getroot() is d.wsdl and item.get("namespace") in {s.get("targetNamespace") for s in d.all("w:types/xs:schema")}
        if location is None and not inside:
            yield f"import of {item.get('namespace')} without schemaLocation"
        if location is not None and not re.match(r"https?://", location):
            yield f"import of {item.get('namespace')} with a relative location"
