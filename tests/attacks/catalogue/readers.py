"""A11, A12, A13: hints that would have a parser fetch or believe something, and bytes that two parsers read differently."""
import soap
from case import OK, Case, fault
from messages import XSI, at, edited, envelope, post, raw

REFUSED = fault("0001")
SCHEMA = fault("0004")
NOT_UTF8 = fault("0009")


def _hints():
    def make(attribute, target, place):
        def maker(stand):
            url = {"http": stand.canary.url, "file": stand.canary.file.as_uri(),
                   "pipe": stand.canary.pipe.as_uri()}[target]
            value = url if attribute.startswith("no") else f"{soap.namespace('algemeen')} {url}"
            return post(stand, **{place: f' xmlns:i="{XSI}" i:{attribute}="{value}"'})
        return maker
    # An instance attribute is allowed anywhere by XML Schema; what counts is that nobody follows it.
    found = [Case(f"A11-{attribute.lower()}-{target}-{place.removesuffix('_tag')}", make(attribute, target, place),
                  OK)
             for attribute in ("schemaLocation", "noNamespaceSchemaLocation") for target in ("http", "file", "pipe")
             for place in ("envelope_tag", "body_tag", "operation_tag")]
    found.append(Case("A11-schemalocation-many", at("operation_tag",
                                                    f' xmlns:i="{XSI}" i:schemaLocation="{"urn:x http://127.0.0.1:9/ " * 100}"'), OK))
    schema = ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:inburgering:cvs-isi:algemeen:v1">'
              '<xs:element name="Ping"/></xs:schema>')
    found.append(Case("A11-schema-in-the-header", at("block", schema), OK))
    found.append(Case("A11-schema-in-the-body", at("behind", schema), REFUSED))
    found.append(Case("A11-schema-in-the-operation", at("content", schema), SCHEMA))
    found.append(Case("A11-unknown-element-allowed-by-a-hint", lambda stand: post(
        stand, content="<o:extra/>",
        envelope_tag=f' xmlns:i="{XSI}" i:schemaLocation="{soap.namespace("algemeen")} {stand.canary.url}"'), SCHEMA))
    return found


TYPES = {"string": "xs:string", "any": "xs:anyType", "integer": "xs:int", "own": "o:PingType", "foreign": "y:Type",
         "unbound": "zz:Type",
         "soap-array": "e:Array", "no-name": "", "base64": "xs:base64Binary",
         "of-another-operation": "o:RaadpleegAutorisatie"}


def _types():
    spaces = (f' xmlns:i="{XSI}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:y="urn:y" '
              'xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"')
    found = [Case(f"A12-type-{name}-on-the-operation", at("operation_tag", f'{spaces} i:type="{text}"'), SCHEMA)
             for name, text in TYPES.items()]
    for name, text in TYPES.items():
        content = f'<o:gebruikerkenmerk{spaces} i:type="{text}">x</o:gebruikerkenmerk>'
        # A field may name the type that it has in any case, or one that is derived from it.
        found.append(Case(f"A12-type-{name}-on-a-field", at("content", content), SCHEMA))
    for value in ("true", "1", "false", "0", "yes"):
        content = f'<o:gebruikerkenmerk xmlns:i="{XSI}" i:nil="{value}"/>'
        found.append(Case(f"A12-nil-{value}-on-a-field", at("content", content), SCHEMA))
        found.append(Case(f"A12-nil-{value}-on-the-operation",
                          at("operation_tag", f' xmlns:i="{XSI}" i:nil="{value}"'), SCHEMA))
    for year in ("1999", "2000", "x"):  # gSOAP would take each of them for the instance namespace
        content = f'<o:gebruikerkenmerk xmlns:i="http://www.w3.org/{year}/XMLSchema-instance" i:nil="true"/>'
        found.append(Case(f"A12-nil-of-{year}-on-a-field", at("content", content), SCHEMA))
    reference = '<o:gebruikerkenmerk href="#a"/>'
    found.append(Case("A12-reference-by-href", at("content", reference), SCHEMA))
    found.append(Case("A12-reference-by-id", at("content", '<o:gebruikerkenmerk id="a">x</o:gebruikerkenmerk>'),
                      SCHEMA))
    found.append(Case("A12-multiref-of-soap", at("behind", '<multiRef id="a"/>'), REFUSED))
    found.append(Case("A12-encoding-style", at("operation_tag",
                                               ' s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'),
                                               REFUSED))
    return found


# Bytes inside a comment and inside text, so that only their encoding can be what is wrong with them.
BYTES = {"latin-1": b"\xe9", "overlong-2": b"\xc0\xaf", "overlong-3": b"\xe0\x80\xaf",
         "overlong-4": b"\xf0\x80\x80\xaf", "overlong-nul": b"\xc0\x80",
         "surrogate": b"\xed\xa0\x80", "surrogate-pair": b"\xed\xa0\xbd\xed\xb8\x80",
         "past-unicode": b"\xf4\x90\x80\x80", "five-bytes": b"\xf8\x88\x80\x80\x80",
         "fe": b"\xfe", "ff": b"\xff", "continuation": b"\x80", "cut-2": b"\xc3", "cut-3": b"\xe2\x82",
         "cut-4": b"\xf0\x9f\x98"}
CHARACTERS = {"nul": "\x00", "bell": "\x07", "escape": "\x1b", "unit": "\x1f", "fffe": "\ufffe", "ffff": "\uffff",
              "backspace": "\x08", "form-feed": "\x0c"}


def _bytes():
    found = []
    for name, text in BYTES.items():
        found.append(Case(f"A13-bytes-{name}-in-a-comment", edited(b"<s:Body>", b"<!-- " + text + b" --><s:Body>"),
                          NOT_UTF8))
        found.append(Case(f"A13-bytes-{name}-in-text", edited(b"</o:Ping>", text + b"</o:Ping>"), NOT_UTF8))
    for name, text in CHARACTERS.items():
        found.append(Case(f"A13-character-{name}-in-text", at("content", text), REFUSED))
        found.append(Case(f"A13-character-{name}-in-an-attribute", at("operation_tag", f' a="{text}"'), REFUSED))
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        found.append(Case(f"A13-encoded-{name}", lambda stand, n=name: post(stand, encoding=n), NOT_UTF8))
    for name in ("ISO-8859-1", "UTF-16", "US-ASCII", "windows-1252", "UTF-7", "utf8", "x"):
        found.append(Case(f"A13-declared-{name.lower()}", at("prolog", f'<?xml version="1.0" encoding="{name}"?>'),
                          NOT_UTF8))
    for name in ("iso-8859-1", "utf-16", "us-ascii", "utf-7", '"utf-16"'):
        found.append(Case(f"A13-charset-{name.strip(chr(34))}{'-quoted' * (name[0] == chr(34))}", lambda stand,
                          n=name: post(
            stand, headers={"Content-Type": f"text/xml; charset={n}"}), NOT_UTF8))
    found.append(Case("A13-mark-of-utf-8", at("prolog", "\ufeff"), OK))
    found.append(Case("A13-mark-twice", at("prolog", "\ufeff\ufeff"), REFUSED))
    found.append(Case("A13-utf-8-declared", at("prolog", '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'),
                      OK))
    return found


DECLARATIONS = {"version-1-1": '<?xml version="1.1"?>', "version-2": '<?xml version="2.0"?>',
                "no-version": '<?xml encoding="utf-8"?>', "order": '<?xml encoding="utf-8" version="1.0"?>',
                "standalone-maybe": '<?xml version="1.0" standalone="maybe"?>', "unfinished": '<?xml version="1.0"',
                "upper": '<?XML version="1.0"?>', "twice": '<?xml version="1.0"?><?xml version="1.0"?>',
                "behind-space": ' <?xml version="1.0"?>'}


def _structure():
    found = [Case(f"A13-declaration-{name}", at("prolog", text), REFUSED) for name, text in DECLARATIONS.items()]
    around = {"text-behind": ("epilog", "x"), "element-behind": ("epilog", "<a/>"),
              "envelope-behind": ("epilog", f'<s:Envelope xmlns:s="{soap.SOAP}"/>'),
              "text-before": ("prolog", "x"), "element-before": ("prolog", "<a/>"),
              "cdata-before": ("prolog", "<![CDATA[x]]>"), "nul-behind": ("epilog", "\x00")}
    found += [Case(f"A13-{name}", at(place, text), REFUSED) for name, (place, text) in around.items()]
    found.append(Case("A13-comment-behind", at("epilog", "<!-- x -->"), OK))
    tags = {"unbound-prefix": "<q:a/>", "unbound-attribute": '<a q:b=""/>', "two-colons": "<o:a:b/>",
            "colon-first": "<:a/>", "colon-last": "<o:/>", "digit-first": "<1/>", "space-first": "< a/>",
            "no-quotes": "<a b=c/>", "no-value": "<a b/>", "no-space": '<a b=""c=""/>',
            "less-than-in-value": '<a b="<"/>', "other-end": "<a></b>", "case-of-end": "<a></A>",
            "ampersand": "<a>&</a>",
            "end-of-cdata": "<a>]]></a>", "double-hyphen": "<!-- a -- b -->", "cdata-unknown": "<![cdata[x]]>",
            "not-a-name": "<\u00d7/>", "attribute-in-end": "<a></a b=''>", "prefix-differs": "<o:a></s:a>",
            "names-differ-late": f"<{'n' * 1023}a></{'n' * 1023}b>"}
    found += [Case(f"A13-tag-{name}", at("content", text), REFUSED) for name, text in tags.items()]
    # In a value a comment is refused: readers disagree on what is left. CDATA and references are plain text to both.
    for field in ("Username", "Password"):
        found.append(Case(f"A13-comment-in-{field.lower()}",
                          edited(f"</wsse:{field}>".encode(), f"<!-- x --></wsse:{field}>".encode()), REFUSED))
        found.append(Case(f"A13-cdata-in-{field.lower()}",
                          edited(f"</wsse:{field}>".encode(), f"<![CDATA[]]></wsse:{field}>".encode()), OK))
        found.append(Case(f"A13-element-in-{field.lower()}",
                          edited(f"</wsse:{field}>".encode(), f"<x/></wsse:{field}>".encode()), fault("0002")))
    found.append(Case("A13-comment-in-a-field", at("content",
                                                   "<o:gebruikerkenmerk>a<!-- x -->b</o:gebruikerkenmerk>"), REFUSED))
    found.append(Case("A13-comment-between-elements", at("block", "<!-- x -->"), OK))
    found.append(Case("A13-empty", raw(b" "), REFUSED))
    found.append(Case("A13-no-xml", raw(b"{}"), REFUSED))
    found.append(Case("A13-html", raw(b"<html><body><p>x</body></html>"), REFUSED))
    found.append(Case("A13-binary", raw(bytes(range(256)) * 16), fault("0009")))
    return found


def cases():
    return _hints() + _types() + _bytes() + _structure()
