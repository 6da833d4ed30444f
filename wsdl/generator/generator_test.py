"""Tests of the generator: what the authors write reaches the reader as text, and what it cannot describe stops it."""

import tempfile
import unittest
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

from contract_model import (SERVICES, ComplexType, ContractError, Element, Operation, Room, Contract, Service, TypeName,
                            read_contract, split_source, _SchemaReader)
from embed import documents, examples_of, literal
from flat_wsdl import flat, flat_wsdl, inlined
from page import ServicePage
from per_listener import DIGIKOPPELING, access, as_on, changes, only, request_example

WSDL_DIR = Path(__file__).resolve().parents[1]
EVIL = "<script>\"'&</script>"


class Flat(unittest.TestCase):
    def test_every_byte_of_the_authors_stays(self):
        for key in SERVICES:
            text = flat_wsdl(WSDL_DIR, key)
            for line in (WSDL_DIR / key / "v1" / f"{key}.xsd").read_text("utf-8").splitlines():
                if "schemaLocation" not in line and not line.startswith("<?xml"):
                    self.assertIn(line, text)

    def test_a_backslash_in_a_schema_is_no_replacement_pattern(self):
        self.assertIn(r"\1\g<0>", flat("<wsdl:types>x</wsdl:types>", [r'<xs:pattern value="\1\g<0>"/>']))

    def test_refuses_what_it_cannot_make_flat(self):
        with self.assertRaises(ContractError):
            flat("<wsdl:definitions/>", ["<xs:schema/>"])
        with self.assertRaises(ContractError):
            inlined('<xs:schema><xs:include schemaLocation="a.xsd"/></xs:schema>')
        with self.assertRaises(ContractError):
            inlined("<xs:schema><xs:import namespace='urn:x' schemaLocation='a.xsd'/></xs:schema>")


class Model(unittest.TestCase):
    def schema(self, body: str):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.xsd"
            path.write_text('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:elders" '
                            f'targetNamespace="urn:x">{body}</xs:schema>', "utf-8")
            return _SchemaReader(path, "x", {"urn:x": "x"}).read()

    def test_source_is_the_last_bracket(self):
        self.assertEqual(split_source("Naam [oud].\n   Zie daar. [Wi2021 § 3.5]"), ("Naam [oud]. Zie daar.", "Wi2021 § 3.5"))
        self.assertEqual(split_source("Zonder bron."), ("Zonder bron.", ""))

    def test_refuses_what_the_contract_forbids(self):
        for body in ("<xs:choice/>", "<xs:sequence/><xs:attribute name='a'/>", "<xs:sequence><xs:any/></xs:sequence>",
                     "<xs:sequence><xs:element name='a'/></xs:sequence>",
                     "<xs:sequence><xs:element name='a' type='o:T'/></xs:sequence>"):
            with self.assertRaises(ContractError, msg=body):
                self.schema(f"<xs:complexType name='T'>{body}</xs:complexType>")

    def test_occurrence(self):
        room = self.schema("<xs:complexType name='T'><xs:sequence><xs:element name='a' type='xs:date' minOccurs='0'/>"
                           "<xs:element name='b' type='xs:int'/></xs:sequence></xs:complexType>")
        a, b = room.types["T"].elements
        self.assertEqual((a.required, a.type, b.required), (False, TypeName("xs", "date"), True))

    def test_the_contract_is_read_whole(self):
        contract = read_contract(WSDL_DIR)
        self.assertEqual([service.key for service in contract.services], list(SERVICES))
        wi2021 = contract.services[3]
        answer = next(op for op in wi2021.operations if op.name == "RaadpleegPersoon").answer
        self.assertIn(TypeName("wi2021", "PipType"), contract.reachable(answer))
        self.assertNotIn(TypeName("wi2021", "AanbiedingenType"), contract.reachable(answer), "a list's wrapper is passed through")


class Checker(HTMLParser):
    """Nesting, unique ids, and links within the page that lead somewhere."""

    VOID = {"meta", "br", "hr"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.problems = [], set(), set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in given:
            if given["id"] in self.ids:
                self.problems.append(f"id {given['id']} twice")
            self.ids.add(given["id"])
        for name in ("href", "aria-labelledby"):
            value = given.get(name, "")
            if name != "href" and value:
                self.links.add(value)
            elif value.startswith("#"):
                self.links.add(value[1:])

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> does not close what is open")


class Pages(unittest.TestCase):
    def test_pages_are_well_formed_and_their_links_lead_somewhere(self):
        contract = read_contract(WSDL_DIR)
        for path, _, media_type, text in documents(WSDL_DIR, contract):
            for profile in ("open", *DIGIKOPPELING) if media_type.startswith("text/html") else ():
                checker = Checker()
                checker.feed(as_on(profile, text))
                self.assertEqual((checker.problems, checker.open), ([], []), (path, profile))
                self.assertEqual(checker.links - checker.ids, set(), (path, profile))

    def test_what_the_authors_write_is_text(self):
        element = Element("a", TypeName("xs", "string"), True, False, EVIL, EVIL)
        wrapper = ComplexType(TypeName("x", "Op"), EVIL, EVIL, (element,))
        operation = Operation("Op", EVIL, EVIL, EVIL, wrapper, wrapper)
        service = Service("x", "X", "/ws/x/v1", EVIL, EVIL, (operation,))
        rooms = {"x": Room("x", EVIL, EVIL),
                 "gemeenschappelijk": Room("gemeenschappelijk", "urn:g", "", {"TechnischeFoutType": wrapper})}
        page = ServicePage(Contract(rooms, (service,)), service, {"Op-vraag": EVIL, "Op-antwoord": EVIL}).html("")
        self.assertNotIn("<script", page)
        self.assertGreater(page.count("&lt;script&gt;&quot;&#x27;&amp;&lt;/script&gt;"), 10)

    def test_an_example_too_many_or_too_few_stops_the_build(self):
        contract = read_contract(WSDL_DIR)
        service = contract.services[0]
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(ContractError, "Ping-vraag"):
                examples_of(Path(folder), service)


class PerListener(unittest.TestCase):
    def test_a_listener_with_usernametokens_shows_the_authors_bytes(self):
        for service in read_contract(WSDL_DIR).services:
            for name, text in examples_of(WSDL_DIR, service).items():
                file = WSDL_DIR / service.key / "v1" / "voorbeelden" / f"{name}.xml"
                self.assertEqual(as_on("open", text), file.read_text("utf-8"), name)
            authors = flat_wsdl(WSDL_DIR, service.key)
            self.assertEqual(as_on("open", access(authors)), authors)

    def test_digikoppeling_shows_no_usernametoken_and_names_the_sender_of_a_change(self):
        for service in read_contract(WSDL_DIR).services:
            examples = examples_of(WSDL_DIR, service)
            for operation in service.operations:
                for profile in DIGIKOPPELING:
                    request = as_on(profile, examples[f"{operation.name}-vraag"])
                    self.assertNotRegex(request, "wsse|UsernameToken|\\{\\{")
                    self.assertEqual("<wsa:From>" in request, changes(operation), operation.name)
                    ET.fromstring(request)
                    answer = as_on(profile, examples[f"{operation.name}-antwoord"])
                    self.assertRegex(answer, "<wsa:MessageID>cvs-isi@[0-9a-f-]{36}@https://")
                    self.assertNotIn("<wsa:To>", answer)
                    ET.fromstring(answer)

    def test_an_example_in_another_form_and_a_part_within_a_part_stop_the_build(self):
        with self.assertRaises(ContractError):
            request_example("<soap:Envelope><soap:Header/></soap:Envelope>", False)
        with self.assertRaises(ContractError):
            only(DIGIKOPPELING, only(DIGIKOPPELING, "x"))


class Literals(unittest.TestCase):
    def test_escapes(self):
        self.assertEqual(literal('a"\\\n\t1é'), '    "a\\"\\\\\\n"\n    "\\0111é"sv')
        self.assertEqual(literal(""), '    ""sv')


if __name__ == "__main__":
    unittest.main()
