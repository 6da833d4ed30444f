"""For every check: one or more ways to break a good description (that of Wi2013), each a small change of one thing."""

from lxml import etree

from description import COMMON, NS, SOAP, SOAPENC, WSAM, WSDL, XSD

ACTION = f"{{{WSAM}}}Action"
PORT_TYPE = "w:portType/w:operation[1]"
BINDING = "w:binding/w:operation[1]"


def named(function, text):
    function.__doc__ = text
    return function


def set_(path, attribute, value):
    """Sets an attribute in the WSDL."""

    def mutate(d):
        d.all(path)[0].set(attribute, value)

    return named(mutate, f"{path} {attribute}={value}")


def drop(path, attribute=None):
    """Removes an element of the WSDL, or an attribute of it."""

    def mutate(d):
        item = d.all(path)[0]
        if attribute:
            del item.attrib[attribute]
        else:
            item.getparent().remove(item)

    return named(mutate, f"without {path} {attribute or ''}")


def add(path, tag, first=False, **attributes):
    """Adds an element to the WSDL."""

    def mutate(d):
        parent = d.all(path)[0]
        parent.insert(0 if first else len(parent), etree.Element(tag, **attributes))

    return named(mutate, f"{path} with {tag} {attributes}")


def double(path):
    """Repeats an element of the WSDL."""

    def mutate(d):
        import copy

        item = d.all(path)[0]
        item.addnext(copy.deepcopy(item))

    return named(mutate, f"{path} twice")


def raw(old, new):
    """Changes bytes of the WSDL file."""

    def mutate(d):
        assert old in d.raw
        d.raw = d.raw.replace(old, new)

    return named(mutate, f"{old} becomes {new}")


def raw_schema(old, new):
    """Changes bytes of the imported common schema."""

    def mutate(d):
        assert old in d.schema_raw[COMMON]
        d.schema_raw = d.schema_raw | {COMMON: d.schema_raw[COMMON].replace(old, new)}

    return named(mutate, f"common schema: {old} becomes {new}")


def xsd(path, change, text):
    """Changes the first match in the service's own schema."""

    def mutate(d):
        change(d.schema.xpath(path, namespaces=NS)[0])

    return named(mutate, f"{path}: {text}")


def xsd_set(path, attribute, value):
    return xsd(path, lambda item: item.set(attribute, value), f"{attribute}={value}")


def xsd_drop(path):
    return xsd(path, lambda item: item.getparent().remove(item), "removed")


def xsd_add(path, tag, first=False, **attributes):
    def change(item):
        item.insert(0 if first else len(item), etree.Element(f"{{{XSD}}}{tag}", **attributes))

    return xsd(path, change, f"with {tag} {attributes}")


def common(path, attribute, value):
    """Changes the first match in the common schema."""

    def mutate(d):
        d.schemas[COMMON].xpath(path, namespaces=NS)[0].set(attribute, value)

    return named(mutate, f"common {path}: {attribute}={value}")


def other_root(d):
    """an imported document whose root is no schema"""
    d.schemas = d.schemas | {COMMON: etree.Element("html")}


def array_type(d):
    """a type with wsdl:arrayType"""
    d.schema.find("xs:complexType", NS).set(f"{{{WSDL}}}arrayType", "xs:string[]")


def soapenc(d):
    """a type of the SOAP encoding"""
    root = d.schema.find("xs:complexType/xs:sequence", NS)
    root.append(etree.Element(f"{{{XSD}}}element", nsmap={"enc": SOAPENC}, name="reeks", type="enc:Array"))


def types_last(d):
    """types behind the messages"""
    types = d.wsdl.find("w:types", NS)
    d.wsdl.append(types)


def import_last(d):
    """an import behind the types"""
    d.wsdl.append(etree.Element(f"{{{WSDL}}}import", namespace="urn:x", location="https://x/y.wsdl"))


def input_second(d):
    """output before input"""
    operation = d.operations()[0]
    operation.append(operation.find("w:input", NS))


def no_input(d):
    """output alone"""
    operation = d.operations()[0]
    operation.remove(operation.find("w:input", NS))


def no_output(d):
    """input alone"""
    operation = d.operations()[0]
    operation.remove(operation.find("w:output", NS))


def no_operations(d):
    """a portType without operations"""
    for operation in d.operations():
        operation.getparent().remove(operation)


def same_body(d):
    """two operations that take the same element"""
    first, second = d.operations()[:2]
    second.find("w:input", NS).set("message", first.find("w:input", NS).get("message"))


ELEMENT = "xs:complexType[@name='PersoonCriteriaType']//xs:element[@name='pvtPlichtig']"
SEQUENCE = "xs:complexType[@name='PersoonCriteriaType']/xs:sequence"
REQUEST = "xs:element[@name='RaadpleegPersoon']/xs:complexType/xs:sequence"
ANSWER = "xs:element[@name='RaadpleegPersoonResponse']/xs:complexType/xs:sequence"
FORBIDDEN = ("choice", "any", "all", "group", "attribute", "anyAttribute", "list", "union", "extension")
PART = "w:message[1]/w:part"
EXTRA_PART = add("w:message[1]", f"{{{WSDL}}}part", name="nog", element="tns:ZoekPersonen")
TYPED_PART = [drop(PART, "element")]
HEADER = f"{{{SOAP}}}header"

DIGIKOPPELING = {
    "WW001": [set_("w:binding/s:binding", "style", "rpc"), set_("w:binding/s:binding", "transport", "http://schemas.xmlsoap.org/soap/smtp"),
              set_(f"{BINDING}/w:input/s:body", "use", "encoded"), set_(f"{BINDING}/w:fault/s:fault", "use", "encoded"),
              set_(f"{BINDING}/s:operation", "style", "rpc"), drop("w:binding/s:binding")],
    "WW002": [soapenc, set_(f"{BINDING}/w:input/s:body", "encodingStyle", SOAPENC)],
    "WW003": [EXTRA_PART, drop(PART)],
    "WW004": [*TYPED_PART, set_(PART, "type", "xs:string")],
    "WS001": [no_operations],
    "WS002": [set_(f"{BINDING}/s:operation", "soapAction", "urn:anders")],
    "WS003": [input_second, no_input, no_output],
    "WS005": [double("w:portType"), drop("w:portType")],
    "WS006": [raw(b'encoding="UTF-8"', b'encoding="ISO-8859-1"'), raw("§".encode(), b"\xa7"), raw_schema(b'"UTF-8"', b'"UTF-16"')],
    "WS007": [add(f"{BINDING}/w:input", HEADER, use="literal")],
    "WS008": [drop(f"{PORT_TYPE}/w:{kind}", ACTION) for kind in ("input", "output", "fault")],
}

BASIC_PROFILE = {
    "R2001": [add(".", f"{{{WSDL}}}import", first=True, namespace="urn:x", location="https://x/y.xsd")],
    "R2002": [add("w:types/xs:schema", f"{{{XSD}}}include", schemaLocation="https://x/y.xsd")],
    "R2003": [add("w:types", f"{{{XSD}}}import", namespace="urn:x")],
    "R2004": [other_root],
    "R2007": [add(".", f"{{{WSDL}}}import", first=True, namespace="urn:x")],
    "R2803": [add(".", f"{{{WSDL}}}import", first=True, namespace="deel/een", location="https://x/y.wsdl")],
    "R2010": [raw_schema(b'"UTF-8"', b'"ISO-8859-1"')],
    "R2011": [raw_schema(b'version="1.0"', b'version="1.1"')],
    "R4003": [raw(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')],
    "R4004": [raw(b'version="1.0"', b'version="1.1"')],
    "R2022": [import_last],
    "R2023": [types_last],
    "R2026": [set_("w:binding/s:binding", f"{{{WSDL}}}required", "true")],
    "R2101": [drop("w:types/xs:schema/xs:import[2]")],
    "R2102": [xsd_drop("xs:import")],
    "R2105": [add("w:types/xs:schema", f"{{{XSD}}}element", name="los", type="xs:string")],
    "R2110": [soapenc],
    "R2111": [array_type],
    "R2112": [xsd_set("xs:complexType", "name", "ArrayOfPersoonType")],
    "R2201": [set_(f"{BINDING}/w:input/s:body", "parts", "parameters nog")],
    "R2204": TYPED_PART,
    "R2205": [drop("w:message[@name='technischeFout']/w:part", "element")],
    "R2206": [set_(PART, "element", "tns:BestaatNiet")],
    "R2209": [set_(f"{BINDING}/w:input/s:body", "parts", "")],
    "R2210": [EXTRA_PART],
    "R2303": [input_second, no_input],
    "R2304": [double(PORT_TYPE)],
    "R2306": [set_(PART, "type", "xs:string")],
    "R2401": [drop("w:binding/s:binding"), double("w:binding/s:binding")],
    "R2701": [drop("w:binding/s:binding", "transport")],
    "R2702": [set_("w:binding/s:binding", "transport", "http://schemas.xmlsoap.org/soap/smtp")],
    "R2705": [set_(f"{BINDING}/s:operation", "style", "rpc")],
    "R2706": [set_(f"{BINDING}/w:output/s:body", "use", "encoded"), set_(f"{BINDING}/w:fault/s:fault", "use", "encoded")],
    "R2710": [same_body],
    "R2711": [double("w:service/w:port")],
    "R2716": [set_(f"{BINDING}/w:input/s:body", "namespace", "urn:x"), set_(f"{BINDING}/w:fault/s:fault", "namespace", "urn:x")],
    "R2718": [drop(BINDING), set_(BINDING, "name", "Anders")],
    "R2720": [add(f"{BINDING}/w:input", HEADER, use="literal"), add(f"{BINDING}/w:input", HEADER, part="een twee")],
    "R2721": [drop(f"{BINDING}/w:fault/s:fault", "name")],
    "R2754": [set_(f"{BINDING}/w:fault/s:fault", "name", "anders")],
    "R2740": [drop(f"{BINDING}/w:fault"), drop(f"{PORT_TYPE}/w:fault")],
    "R2745": [set_(f"{BINDING}/s:operation", "soapAction", "ZoekPersonen"), set_(f"{BINDING}/s:operation", "soapAction", '"urn:x"')],
    "R2801": [xsd_set(ELEMENT, "type", "BestaatNietType")],
}

TYPE_RULES = {
    "T1": [xsd_set(".", "elementFormDefault", "unqualified"), set_(PORT_TYPE, "name", "Zoek"),
           set_(f"{PORT_TYPE}/w:output", "message", "tns:HaalPersonenResponse")],
    "T2": [*(xsd_add(SEQUENCE, name) for name in FORBIDDEN), xsd_set(ELEMENT, "nillable", "true"), xsd_set(ELEMENT, "substitutionGroup", "x"),
           xsd_set("xs:complexType", "mixed", "true"), xsd_set("xs:complexType", "abstract", "true"), xsd_set(ELEMENT, "type", "xs:anyType")],
    "T3": [xsd_set(f"{REQUEST}/xs:element[2]", "maxOccurs", "5"), xsd_set(ELEMENT, "maxOccurs", "unbounded"),
           xsd_set(SEQUENCE, "maxOccurs", "2"), xsd_add(SEQUENCE, "sequence")],
    "T4": [xsd_set(f"{REQUEST}/xs:element[@name='bsn']", "type", "xs:string"), common("xs:simpleType[@name='Gemeentecode']//xs:pattern", "value", "[0-9]+")],
    "T5": [xsd_set(ELEMENT, "type", "xs:gYear"), xsd_set(ELEMENT, "type", "xs:float"),
           xsd_set("//xs:element[@name='datumStartPvtPlicht']", "type", "xs:string")],
    "T6": [xsd_set("//xs:enumeration", "value", "met spatie"), xsd_set("xs:complexType[@name='PersoonRijType']//xs:element[@name='bsn']", "type", "VerblijfZoekType"),
           common("xs:complexType[@name='CodeType']//xs:element", "name", "waarde")],
    "T7": [xsd_set(ELEMENT, "name", "PvtPlichtig"), xsd_set(ELEMENT, "name", "pvt-plichtig"), xsd_set(ELEMENT, "name", "plichtigé"),
           xsd_set(ELEMENT, "name", "a" * 61), xsd_set(ELEMENT, "name", "bsn"), xsd_set("xs:complexType", "name", "PersoonCriteria")],
    "T7-doc": [xsd_drop(f"{ELEMENT}/xs:annotation"), xsd("//xs:documentation[ancestor::xs:element]", lambda i: setattr(i, "text", "Zonder bron."), "without source"),
               xsd_drop("xs:complexType/xs:annotation"), xsd_drop("xs:simpleType/xs:annotation"), drop(f"{PORT_TYPE}/w:documentation"),
               xsd("//xs:documentation[ancestor::xs:element]", lambda i: i.attrib.clear(), "without language")],
    "T8": [xsd_drop(f"{REQUEST}/xs:element[@name='gemeentecode']")],
    "T9": [xsd_set(f"{REQUEST}/xs:element[@name='bsn']", "minOccurs", "0"), xsd_set(f"{ANSWER}/xs:element[1]", "type", "xs:string"),
           xsd(f"{REQUEST}/xs:element[@name='gebruikerkenmerk']", lambda i: i.getparent().insert(0, i), "first")],
    "T10": [xsd_set(f"{SEQUENCE}/xs:element", "maxOccurs", "unbounded"), xsd_set(ELEMENT, "type", "xs:string"), xsd_set(ELEMENT, "type", "xs:int")],
    "T11": [set_(".", "targetNamespace", "urn:anders"), set_("w:binding", "name", "Binding"), set_("w:service/w:port", "name", "Port"), double("w:service"),
            set_("w:service/w:port/s:address", "location", "https://cvs-isi.example.nl/ws/wi2021/v1")],
    "T12": [set_(f"{PORT_TYPE}/w:{kind}", ACTION, "urn:x") for kind in ("input", "output", "fault")]
           + [set_(PART, "name", "body"), set_(f"{BINDING}/s:operation", "soapAction", "")],
    "T13": [drop(f"{PORT_TYPE}/w:fault"), set_(f"{PORT_TYPE}/w:fault", "name", "fout"), set_("w:message[@name='technischeFout']/w:part", "element", "tns:ZoekPersonen")],
    "T14": [xsd_set("xs:import", "schemaLocation", "gemeenschappelijk.xsd"), drop("w:types/xs:schema/xs:import", "schemaLocation")],
}

MUTATIONS = DIGIKOPPELING | BASIC_PROFILE | TYPE_RULES
