"""Makes the pages for people: one per service, and the index of the four.

Everything that is said about messages comes from the contract's files. The pages work without script and fetch
nothing. Links between pages are relative, so that they also hold behind a proxy; the public address itself is
a token that the gateway fills in, as is the digest of the WSDL it serves.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from contract_model import BASE_URL, SHARED, ComplexType, Contract, Element, Operation, Service, SimpleType, TypeName
from per_listener import DIGIKOPPELING, ENCRYPTED, OPEN, PROFILE_TOKEN, SENDER, SIGNED, access, only

# The gateway replaces this by the SHA-256 of the WSDL of the page's service.
DIGEST_TOKEN = "{{sha256-wsdl}}"

_FACETS = {
    "pattern": "patroon", "minLength": "minimale lengte", "maxLength": "maximale lengte", "length": "lengte",
    "minInclusive": "vanaf", "maxInclusive": "tot en met",
    "fractionDigits": "decimalen", "totalDigits": "cijfers",
}


def _cite(source: str) -> str:
    return f" <cite>[{escape(source)}]</cite>" if source else ""


def _type_id(name: TypeName) -> str:
    return f"type-{name.room}-{name.local}"


def _document(title: str, css: str, header: str, main: str, footer: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{css}</style>
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header>
{header}
</header>
<main id="inhoud">
{main}
</main>
<footer>
{footer}
</footer>
</body>
</html>
"""


class ServicePage:
    def __init__(self, contract: Contract, service: Service, examples: dict[str, str]):
        """`examples`: `<Operatie>-vraag` and `<Operatie>-antwoord` → text of the message."""
        self._contract = contract
        self._service = service
        self._examples = examples

    def html(self, css: str) -> str:
        service = self._service
        header = f"<h1>{escape(service.name)}</h1>\n<p>{access(escape(service.doc))}{_cite(service.source)}</p>"
        main = "\n".join([self._facts(), self._calling(), self._contents(), *map(self._operation, service.operations),
                          self._types(), self._others()])
        return _document(f"{service.name} — CVS–ISI-gateway", css, header, main,
                         f"<p>SHA-256 van de WSDL: <code>{DIGEST_TOKEN}</code></p>")

    def _facts(self) -> str:
        service = self._service
        namespace = self._contract.rooms[service.key].namespace
        return f"""<h2 id="dienst">De dienst</h2>
<dl class="facts">
<div><dt>Adres (HTTP POST)</dt><dd><code>{BASE_URL}{escape(service.path)}</code></dd></div>
<div><dt>WSDL</dt><dd><a href="?wsdl">Eén bestand, met alle typen erin</a>: gebruik dit om een client te maken</dd></div>
<div><dt>WSDL in delen</dt><dd><a href="?wsdl=split">WSDL met verwijzingen</a>, <a href="?xsd={service.key}">{service.key}.xsd</a>,
<a href="?xsd={SHARED}">{SHARED}.xsd</a></dd></div>
<div><dt>Namespace</dt><dd><code>{escape(namespace)}</code></dd></div>
<div><dt>Protocol</dt><dd>SOAP 1.1, document/literal wrapped, UTF-8, <code>Content-Type: text/xml</code></dd></div>
</dl>"""

    def _calling(self) -> str:
        return f"""<h2 id="aanmelden">Aanmelden en aanroepen</h2>
<p>{only(OPEN, self._calling_open())}{only(DIGIKOPPELING, self._calling_digikoppeling())} Wat niet verwerkt kon worden komt
terug als SOAP-fault met het detail <a href="#{_type_id(TypeName(SHARED, "TechnischeFoutType"))}"><code>technischeFout</code></a>; wat in de
vraag inhoudelijk niet klopt staat als melding in het antwoord.</p>{only(SIGNED, self._signing(False))}{only(ENCRYPTED, self._signing(True))}"""

    @staticmethod
    def _calling_open() -> str:
        token = """<wsse:Security soap:mustUnderstand="1">
  <wsse:UsernameToken>
    <wsse:Username>uw applicatiesleutel</wsse:Username>
    <wsse:Password
      Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">uw wachtwoord</wsse:Password>
  </wsse:UsernameToken>
</wsse:Security>"""
        return f"""Elke aanroep gaat over TLS en draagt een applicatiesleutel met wachtwoord als WS-Security UsernameToken. De sleutel bepaalt voor
welke gemeenten en met welke rollen u mag aanroepen; <code>RaadpleegAutorisatie</code> van InburgeringAlgemeen vertelt welke dat zijn.
Is voor uw aansluiting een clientcertificaat afgesproken (Digikoppeling), dan herkent de gateway u aan het OIN daarin.</p>
<pre tabindex="0" role="region" aria-label="Voorbeeld van de header voor aanmelden">{escape(token)}</pre>
<p>Stuur de soapAction van de bewerking als SOAPAction en, met WS-Addressing, als <code>wsa:Action</code>."""

    def _calling_digikoppeling(self) -> str:
        headers = f"""<wsa:To>{BASE_URL}{self._service.path}</wsa:To>
<wsa:Action>de soapAction van de bewerking</wsa:Action>
<wsa:MessageID>urn:uuid:bij elk bericht een nieuwe</wsa:MessageID>
<wsa:From><wsa:Address>{SENDER}</wsa:Address></wsa:From>"""
        return f"""Dit adres spreekt Digikoppeling, profiel <code>{PROFILE_TOKEN}</code>: elke aanroep gaat over tweezijdig TLS, en uw
clientcertificaat zegt wie u bent. Het OIN erin (<code>subject:serialNumber</code>) bepaalt voor welke gemeenten en met welke rollen u mag
aanroepen; <code>RaadpleegAutorisatie</code> van InburgeringAlgemeen vertelt welke dat zijn. Een wachtwoord gaat niet mee.</p>
<pre tabindex="0" role="region" aria-label="Voorbeeld van de koppen van een bericht">{escape(headers)}</pre>
<p><code>To</code>, <code>Action</code> en <code>MessageID</code> van WS-Addressing staan in elk bericht, <code>From</code> in elke wijziging.
<code>ReplyTo</code> ontbreekt of is anoniem. Stuur de soapAction ook als SOAPAction, tussen aanhalingstekens."""

    @staticmethod
    def _signing(encrypted: bool) -> str:
        also = " en versleutelen" if encrypted else ""
        text = f"""
<h3 id="ondertekenen">Ondertekenen{also}</h3>
<p>De voorbeelden op deze bladzijde zijn berichten vóór het ondertekenen{also}; hier staat wat u daarna nog doet.</p>
<p>Zet in de kop één <code>wsse:Security</code> met een <code>wsu:Timestamp</code>, een <code>wsse:BinarySecurityToken</code> (uw certificaat)
en een <code>ds:Signature</code>. Ondertekend zijn <code>soap:Body</code>, <code>wsu:Timestamp</code> en elke WS-Addressing-kop, met RSA en
SHA-256, -384 of -512 en exclusive C14N. De gateway ondertekent elk antwoord en elke fout evenzo, met een
<code>wsse11:SignatureConfirmation</code> erbij.</p>"""
        if encrypted:
            text += """
<p>Versleutel daarna de inhoud van <code>soap:Body</code> (Type <code>#Content</code>) met AES-128 of -256 in GCM-modus, en de sleutel daarvan
met RSA-OAEP naar het certificaat van de gateway, in één <code>xenc:EncryptedKey</code> in dezelfde <code>wsse:Security</code>. Het antwoord is
met dezelfde algoritmen versleuteld naar het certificaat waarmee u ondertekende.</p>"""
        return text

    def _contents(self) -> str:
        items = "\n".join(f'<li><a href="#{op.name}">{op.name}</a></li>' for op in self._service.operations)
        return f"""<h2 id="bewerkingen">Bewerkingen</h2>
<nav aria-label="Bewerkingen"><ul>
{items}
</ul></nav>"""

    def _operation(self, operation: Operation) -> str:
        return f"""<section aria-labelledby="{operation.name}">
<h3 id="{operation.name}">{operation.name}</h3>
<p>{escape(operation.doc)}{_cite(operation.source)}</p>
<p>soapAction: <code>{escape(operation.soap_action)}</code></p>
<h4>Vraag</h4>
{self._fields(operation.request)}
{self._example(operation.name, "vraag")}
<h4>Antwoord</h4>
{self._fields(operation.answer)}
{self._example(operation.name, "antwoord")}
</section>"""

    def _example(self, operation: str, kind: str) -> str:
        name = f"{operation}-{kind}"
        text = self._examples[name]
        article = "de" if kind == "vraag" else "het"
        before = "".join(only(profile, f', vóór het <a href="#ondertekenen">{doing}</a>')
                         for profile, doing in ((SIGNED, "ondertekenen"), (ENCRYPTED, "ondertekenen en versleutelen")))
        return f"""<details><summary>Voorbeeld van {article} {kind} van {operation}</summary>
<pre tabindex="0" role="region" aria-label="{name}">{escape(text.rstrip())}</pre>
<p><a href="?voorbeeld={name}">{name}.xml</a>{before}</p></details>"""

    def _fields(self, owner: ComplexType) -> str:
        if not owner.elements:
            return '<p class="none">Geen elementen.</p>'
        rows = "\n".join(self._field(element) for element in owner.elements)
        return f'<dl class="fields">\n{rows}\n</dl>'

    def _field(self, element: Element) -> str:
        item = self._contract.list_item(element)
        name = f"{element.name}/{item.name}" if item else element.name
        of_type = self._type_link((item or element).type)
        if item:
            of_type = f"lijst van {of_type}"
        need = '<span class="need">optioneel</span>'
        if element.required:
            need = f'<span class="need must">verplicht{", mag leeg zijn" if item and not item.required else ""}</span>'
        doc = escape(element.doc)
        if isinstance(element.type, SimpleType):
            doc += self._restrictions(element.type)
        return (f"<div><dt><code>{escape(name)}</code></dt><dd>{of_type}{need}</dd>"
                f"<dd>{doc}{_cite(element.source)}</dd></div>")

    def _type_link(self, name: TypeName | SimpleType) -> str:
        if isinstance(name, SimpleType):
            return self._type_link(name.base)
        if name.room == "xs":
            return f"<code>{escape(str(name))}</code>"
        return f'<a href="#{_type_id(name)}"><code>{escape(str(name))}</code></a>'

    @staticmethod
    def _restrictions(simple: SimpleType) -> str:
        facts = [f"{_FACETS.get(kind, kind)} <code>{escape(value)}</code>" for kind, value in simple.facets]
        facts += [f"<code>{escape(value.text)}</code>" for value in simple.values]
        return f" ({', '.join(facts)})" if facts else ""

    def _types(self) -> str:
        names: dict[TypeName, None] = {}
        for operation in self._service.operations:
            for wrapper in (operation.request, operation.answer):
                names.update(dict.fromkeys(self._contract.reachable(wrapper)))
        fault = TypeName(SHARED, "TechnischeFoutType")
        names[fault] = None
        names.update(dict.fromkeys(self._contract.reachable(self._contract.type(fault))))
        complex_parts, simple_parts = [], []
        for name in names:
            named = self._contract.type(name)
            is_complex = isinstance(named, ComplexType)
            (complex_parts if is_complex else simple_parts).append(
                f'<h3 id="{_type_id(name)}"><code>{escape(str(name))}</code></h3>\n'
                f"<p>{escape(named.doc)}{_cite(named.source)}</p>\n"
                + (self._fields(named) if is_complex else self._simple(named)))
        return "\n".join(['<h2 id="samengesteld">Samengestelde typen</h2>', *complex_parts,
                          '<h2 id="waarden">Waarden en codelijsten</h2>', *simple_parts])

    def _simple(self, simple: SimpleType) -> str:
        facts = "".join(f", {_FACETS.get(kind, kind)} <code>{escape(value)}</code>" for kind, value in simple.facets)
        text = f"<p>{self._type_link(simple.base)}{facts}</p>"
        if not simple.values:
            return text
        if not any(value.doc for value in simple.values):
            return text + "<p>" + ", ".join(f"<code>{escape(value.text)}</code>" for value in simple.values) + "</p>"
        rows = "\n".join(f"<div><dt><code>{escape(value.text)}</code></dt><dd>{escape(value.doc)}{_cite(value.source)}</dd></div>"
                         for value in simple.values)
        return f'{text}\n<dl class="facts">\n{rows}\n</dl>'

    def _others(self) -> str:
        # Seen from /ws/<dienst>/v1, ../.. is the root.
        items = "\n".join(f'<li><a href="../..{escape(other.path)}">{escape(other.name)}</a></li>'
                          for other in self._contract.services if other is not self._service)
        return f"""<h2 id="andere">Andere diensten</h2>
<ul class="links">
{items}
<li><a href="../../ws">Alle diensten</a></li>
</ul>"""


def index_html(contract: Contract, css: str) -> str:
    header = """<h1>CVS–ISI-gateway</h1>
<p>Webdiensten waarmee het clientvolgsysteem van een gemeente gegevens over inburgering raadpleegt in ISI, het informatiesysteem
inburgering van DUO. Vier diensten, elk met een eigen WSDL; een WSDL lezen kan zonder sleutel.</p>"""
    cards = "\n".join(
        f'<li><h2><a href="{escape(service.path[1:])}">{escape(service.name)}</a></h2>\n<p>{access(escape(service.doc))}</p>\n'
        f'<p>{len(service.operations)} bewerkingen · <a href="{escape(service.path[1:])}?wsdl">WSDL van {escape(service.name)}</a></p></li>'
        for service in contract.services)
    return _document("CVS–ISI-gateway", css, header, f'<ul class="cards">\n{cards}\n</ul>',
                     f"<p>Adres van deze gateway: <code>{BASE_URL}</code></p>")


def read_css() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")
