"""WS-I Basic Profile 1.2: the requirements on a DESCRIPTION that can be read from the file.

R2744 and R2745 (the HTTP header SOAPAction is quoted) bear on messages and are tested on the wire; here their source, the
attribute soapAction, is held to a plain absolute URI without quotes.
"""

from urllib.parse import urlparse

from description import NS, SOAP, SOAPENC, WSDL, XSD, check, local, resolve, where

BODIES = "w:binding/w:operation/w:input/s:body|w:binding/w:operation/w:output/s:body"
HEADERS = "w:binding//s:header|w:binding//s:headerfault"


def relative(uri):
    return not urlparse(uri or "").scheme


def is_binding_of(d, binding, port_type):
    return resolve(binding, binding.get("type", "")) == (d.namespace, port_type.get("name"))


@check("R2001", "wsdl:import imports WSDL only")
def r2001(d):
    for item in d.all("w:import"):
        if "xsd" in item.get("location", "").lower():
            yield f"wsdl:import of a schema: {item.get('location')}"


@check("R2002", "a schema is imported with xs:import, never included or redefined from elsewhere")
def r2002(d):
    for item in d.all("w:types/xs:schema//xs:include|w:types/xs:schema//xs:redefine"):
        yield f"xs:{local(item)} in the types section"


@check("R2003", "xs:import stands within the xs:schema of the types section only")
def r2003(d):
    for item in d.all("//xs:import"):
        if item.getparent().tag != f"{{{XSD}}}schema":
            yield "xs:import outside a schema"


@check("R2004", "what xs:import points to is a schema")
def r2004(d):
    for namespace, root in d.schemas.items():
        if root.tag != f"{{{XSD}}}schema":
            yield f"{namespace}: the root is not xs:schema"


@check("R2007", "wsdl:import has a location")
def r2007(d):
    for item in d.all("w:import"):
        if not item.get("location"):
            yield "wsdl:import without location"


@check("R2803", "the namespace of a wsdl:import is no relative URI")
def r2803(d):
    for item in d.all("w:import"):
        if relative(item.get("namespace")):
            yield "wsdl:import with a relative namespace"


@check("R2010", "imported schemas are UTF-8 or UTF-16")
def r2010(d):
    for namespace, raw in d.schema_raw.items():
        declaration = raw.split(b"?>", 1)[0].lower()
        if b"encoding=" in declaration and b"utf-8" not in declaration and b"utf-16" not in declaration:
            yield f"{namespace}: another encoding"


@check("R2011", "imported schemas are XML 1.0")
def r2011(d):
    for namespace, raw in d.schema_raw.items():
        if b"version=" in raw[:60] and b"1.0" not in raw[:60]:
            yield f"{namespace}: not XML 1.0"


@check("R4003", "the description is UTF-8 or UTF-16")
def r4003(d):
    declaration = d.raw.split(b"?>", 1)[0].lower()
    if b"encoding=" in declaration and b"utf-8" not in declaration and b"utf-16" not in declaration:
        yield "another encoding"


@check("R4004", "the description is XML 1.0")
def r4004(d):
    if b"version=" in d.raw[:60] and b"1.0" not in d.raw[:60]:
        yield "not XML 1.0"


@check("R2022", "wsdl:import comes before all but documentation")
def r2022(d):
    names = [local(c) for c in d.wsdl if c.tag in (f"{{{WSDL}}}{n}" for n in ("import", "types", "message", "portType", "binding", "service"))]
    if names != sorted(names, key=lambda n: n != "import"):
        yield "wsdl:import is not first"


@check("R2023", "wsdl:types comes before all but documentation and import")
def r2023(d):
    names = [local(c) for c in d.wsdl if c.tag in (f"{{{WSDL}}}{n}" for n in ("types", "message", "portType", "binding", "service"))]
    if names != sorted(names, key=lambda n: n != "types"):
        yield "wsdl:types is not first"


@check("R2026", "no extension is marked wsdl:required")
def r2026(d):
    for item in d.all("//*[@w:required='true']"):
        yield f"{where(item)}: wsdl:required"


@check("R2101", "no QName refers to a namespace that is neither imported nor defined here")
def r2101(d):
    known = {i.get("namespace") for i in d.all("w:types/xs:schema/xs:import")}
    known |= {s.get("targetNamespace") for s in d.all("w:types/xs:schema")}
    for part in d.all("w:message/w:part[@element]"):
        if resolve(part, part.get("element"))[0] not in known:
            yield f"{where(part)}: namespace is not imported"


@check("R2102", "within a schema, QNames refer to its own or an imported namespace")
def r2102(d):
    for root in d.schemas.values():
        known = {XSD, root.get("targetNamespace")} | {i.get("namespace") for i in root.findall("xs:import", NS)}
        for item in root.xpath(".//xs:*[@type or @base or @ref]", namespaces=NS):
            for name in ("type", "base", "ref"):
                if item.get(name) and resolve(item, item.get(name))[0] not in known:
                    yield f"{where(item)}: namespace of {item.get(name)} is not imported"


@check("R2105", "a schema in the types section has a targetNamespace, unless it only imports")
def r2105(d):
    for root in d.all("w:types/xs:schema"):
        others = [c for c in root if isinstance(c.tag, str) and local(c) not in ("import", "annotation")]
        if others and not root.get("targetNamespace"):
            yield "schema without targetNamespace"


@check("R2110", "nothing extends or restricts soapenc:Array")
def r2110(d):
    for item in d.in_schemas(".//xs:*[@base or @type]"):
        if resolve(item, item.get("base") or item.get("type"))[0] == SOAPENC:
            yield f"{where(item)}: soapenc"


@check("R2111", "no wsdl:arrayType")
def r2111(d):
    for item in d.in_schemas(f".//*[@*[local-name()='arrayType' and namespace-uri()='{WSDL}']]"):
        yield f"{where(item)}: wsdl:arrayType"


@check("R2112", "no names ArrayOf…")
def r2112(d):
    for item in d.in_schemas(".//*[starts-with(@name,'ArrayOf')]"):
        yield where(item)


@check("R2201", "document-literal: soap:body lists at most one part")
def r2201(d):
    for body in d.all(BODIES):
        if len(body.get("parts", "").split()) > 1:
            yield f"{where(body)}: more than one part"


@check("R2204", "document-literal: body parts are defined with element")
def r2204(d):
    for item in d.all("w:portType/w:operation/w:input|w:portType/w:operation/w:output"):
        message = d.message(item)
        for part in message.findall("w:part", NS) if message is not None else []:
            if part.get("element") is None:
                yield f"{where(part)}: no element attribute"


@check("R2205", "fault and header parts are defined with element")
def r2205(d):
    for item in d.all("w:portType/w:operation/w:fault"):
        message = d.message(item)
        for part in message.findall("w:part", NS) if message is not None else []:
            if part.get("element") is None:
                yield f"{where(part)}: no element attribute"


@check("R2206", "a part's element is a global element")
def r2206(d):
    for part in d.all("w:message/w:part[@element]"):
        if d.global_item("element", *resolve(part, part.get("element"))) is None:
            yield f"{where(part)}: {part.get('element')} is no global element"


@check("R2209", "every part of a message is bound")
def r2209(d):
    for operation in d.all("w:binding/w:operation"):
        for body in operation.xpath("w:input/s:body[@parts]|w:output/s:body[@parts]", namespaces=NS):
            abstract = d.all(f"w:portType/w:operation[@name='{operation.get('name')}']/w:{local(body.getparent())}")
            message = d.message(abstract[0]) if abstract else None
            names = {p.get("name") for p in message.findall("w:part", NS)} if message is not None else set()
            if set(body.get("parts").split()) != names:
                yield f"{where(body)}: binds other parts than the message has"


@check("R2210", "without the parts attribute a message has at most one part")
def r2210(d):
    for item in d.all("w:portType/w:operation/w:input|w:portType/w:operation/w:output"):
        message = d.message(item)
        if message is not None and len(message.findall("w:part", NS)) > 1:
            yield f"{where(message)}: more than one part"


@check("R2303", "no solicit-response and no notification")
def r2303(d):
    for operation in d.operations():
        kinds = [local(c) for c in operation if local(c) in ("input", "output")]
        if not kinds or kinds[0] == "output":
            yield f"{where(operation)}: starts with an output"


@check("R2304", "operation names in a portType are distinct")
def r2304(d):
    for port_type in d.all("w:portType"):
        names = [op.get("name") for op in port_type.findall("w:operation", NS)]
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield f"{where(port_type)}: {name} twice"


@check("R2306", "a part has element or type, not both")
def r2306(d):
    for part in d.all("w:message/w:part[@element and @type]"):
        yield where(part)


@check("R2401", "a binding uses the SOAP binding of WSDL 1.1")
def r2401(d):
    for binding in d.all("w:binding"):
        extensions = [c for c in binding if isinstance(c.tag, str) and not c.tag.startswith(f"{{{WSDL}}}")]
        if [c.tag for c in extensions] != [f"{{{SOAP}}}binding"]:
            yield f"{where(binding)}: not exactly one soap:binding"


@check("R2701", "soap:binding names its transport")
def r2701(d):
    for binding in d.all("w:binding/s:binding[not(@transport)]"):
        yield where(binding)


@check("R2702", "the transport is HTTP")
def r2702(d):
    for binding in d.all("w:binding/s:binding"):
        if binding.get("transport") != "http://schemas.xmlsoap.org/soap/http":
            yield where(binding)


@check("R2705", "a binding is rpc-literal or document-literal throughout")
def r2705(d):
    for binding in d.all("w:binding[s:binding]"):
        default = binding.find("s:binding", NS).get("style", "document")
        styles = {o.get("style", default) for o in binding.findall("w:operation/s:operation", NS)}
        if len(styles) > 1:
            yield f"{where(binding)}: mixed styles"


@check("R2706", "use is literal everywhere")
def r2706(d):
    for item in d.all(f"{BODIES}|w:binding//s:fault|{HEADERS}"):
        if item.get("use", "literal") != "literal":
            yield where(item)


@check("R2710", "operations differ in what their body holds")
def r2710(d):
    names = [w.get("name") for _, w in d.requests()]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"two operations take {name}"


@check("R2711", "ports have different addresses")
def r2711(d):
    locations = [a.get("location") for a in d.all("w:service/w:port/s:address")]
    if len(locations) != len(set(locations)):
        yield "two ports share an address"


@check("R2716", "document-literal: no namespace attribute on body, header, headerfault and fault")
def r2716(d):
    for item in d.all(f"{BODIES}|w:binding//s:fault|{HEADERS}"):
        if item.get("namespace") is not None:
            yield where(item)


@check("R2718", "a binding has the same operations as its portType")
def r2718(d):
    for binding in d.all("w:binding"):
        port_types = [p for p in d.all("w:portType") if is_binding_of(d, binding, p)]
        names = [o.get("name") for o in binding.findall("w:operation", NS)]
        if not port_types or sorted(names) != sorted(o.get("name") for o in port_types[0].findall("w:operation", NS)):
            yield where(binding)


@check("R2720", "part of a header or headerfault is an NMTOKEN")
def r2720(d):
    for item in d.all(HEADERS):
        if len(item.get("part", "").split()) != 1:
            yield where(item)


@check("R2721", "soap:fault has a name")
def r2721(d):
    for item in d.all("w:binding//s:fault[not(@name)]"):
        yield where(item)


@check("R2754", "the name of soap:fault is that of its wsdl:fault")
def r2754(d):
    for item in d.all("w:binding//s:fault[@name]"):
        if item.get("name") != item.getparent().get("name"):
            yield where(item)


@check("R2740", "every fault of the portType is bound")
def r2740(d):
    for operation in d.operations():
        declared = {f.get("name") for f in operation.findall("w:fault", NS)}
        bound = {f.get("name") for f in d.all(f"w:binding/w:operation[@name='{operation.get('name')}']/w:fault[s:fault]")}
        if declared != bound:
            yield where(operation)


@check("R2745", "soapAction is empty or an absolute URI without quotes or spaces")
def r2745(d):
    for item in d.all("w:binding/w:operation/s:operation[@soapAction!='']"):
        action = item.get("soapAction")
        if relative(action) or any(c in action for c in "\"' "):
            yield where(item)


@check("R2801", "the types are a valid XML Schema 1.0")
def r2801(d):
    try:
        d.compile()
    except Exception as error:  # libxml2 reports a broken schema in several exception types
        yield str(error)
