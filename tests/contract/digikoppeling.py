"""Digikoppeling WUS, the rules that bear on a WSDL (Koppelvlakstandaard WUS, WSDL 1.1 and SOAP 1.1). There is no WS004."""

from description import NS, SOAP, SOAP12, SOAPENC, WSAM, WSDL, XSD, check, resolve, where


@check("WW001", "SOAP 1.1, document-literal, HTTP")
def ww001(d):
    for binding in d.all("w:binding"):
        soap = binding.find("s:binding", NS)
        if soap is None or binding.find(f"{{{SOAP12}}}binding") is not None:
            yield f"{where(binding)}: no SOAP 1.1 binding"
            continue
        if soap.get("style", "document") != "document":
            yield f"{where(binding)}: style is not document"
        if soap.get("transport") != "http://schemas.xmlsoap.org/soap/http":
            yield f"{where(binding)}: transport is not HTTP"
    for part in d.all("w:binding//s:body|w:binding//s:fault"):
        if part.get("use") != "literal":
            yield f"{where(part)}: use is not literal"
    for operation in d.all("w:binding/w:operation/s:operation"):
        if operation.get("style", "document") != "document":
            yield f"{where(operation)}: style is not document"


@check("WW002", "data types are those of XML Schema part 2, no encoding of one's own")
def ww002(d):
    for item in d.in_schemas(".//xs:*[@type or @base]"):
        namespace, name = resolve(item, item.get("type") or item.get("base"))
        if namespace == SOAPENC or (namespace != XSD and namespace not in d.schemas):
            yield f"{where(item)}: type {name} is not XML Schema's or the contract's"
    for item in d.all("w:binding//*[@encodingStyle]"):
        yield f"{where(item)}: encodingStyle"


@check("WW003", "the body holds exactly one element: one part per message")
def ww003(d):
    for message in d.all("w:message"):
        if len(message.findall("w:part", NS)) != 1:
            yield f"{where(message)}: not exactly one part"


@check("WW004", "parts refer to an element, never to a type")
def ww004(d):
    for part in d.all("w:message/w:part"):
        if part.get("element") is None or part.get("type") is not None:
            yield f"{where(part)}: no element, or a type"


@check("WS001", "a service has operations, one or more")
def ws001(d):
    if not d.operations():
        yield "no operation"


@check("WS002", "soapAction is absent, empty or equal to the wsam:Action of the input")
def ws002(d):
    for operation in d.all("w:binding/w:operation"):
        soap = operation.find("s:operation", NS)
        action = soap.get("soapAction") if soap is not None else None
        abstract = [op for op in d.operations() if op.get("name") == operation.get("name")]
        wanted = abstract[0].find("w:input", NS).get(f"{{{WSAM}}}Action") if abstract and abstract[0].find("w:input", NS) is not None else None
        if action and action != wanted:
            yield f"{where(operation)}: soapAction differs from the input's wsam:Action"


@check("WS003", "request and response only")
def ws003(d):
    for operation in d.operations():
        order = [child.tag for child in operation if child.tag in (f"{{{WSDL}}}input", f"{{{WSDL}}}output")]
        if order != [f"{{{WSDL}}}input", f"{{{WSDL}}}output"]:
            yield f"{where(operation)}: not an input followed by an output"


@check("WS005", "one portType per WSDL")
def ws005(d):
    if len(d.all("w:portType")) != 1:
        yield "not exactly one portType"


@check("WS006", "UTF-8 only")
def ws006(d):
    for name, raw in [("the WSDL", d.raw), *d.schema_raw.items()]:
        declaration = raw.split(b"?>", 1)[0].lower()
        if b"encoding=" in declaration and b'"utf-8"' not in declaration.replace(b"'", b'"'):
            yield f"{name}: another encoding is declared"
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            yield f"{name}: not UTF-8"


@check("WS007", "no header blocks of one's own")
def ws007(d):
    for header in d.all(f"w:binding//*[namespace-uri()='{SOAP}' and starts-with(local-name(),'header')]"):
        yield f"{where(header)}: declares a header"


@check("WS008", "wsam:Action on every input, output and fault")
def ws008(d):
    for item in d.all("w:portType/w:operation/w:input|w:portType/w:operation/w:output|w:portType/w:operation/w:fault"):
        if not item.get(f"{{{WSAM}}}Action"):
            yield f"{where(item)}: no wsam:Action"
