#!/usr/bin/python3
"""Every check is shown to pass on a good file and to fail on the same file with one thing broken.

    check_contract_test.py FOLDER      the folder `wsdl`
"""

import copy
import pathlib
import sys
import tempfile
import unittest

from lxml import etree

import basic_profile  # noqa: F401
import description
import digikoppeling  # noqa: F401
import examples
import type_rules  # noqa: F401
from description import COMMON, NS
from mutations import MUTATIONS

ROOT = pathlib.Path(sys.argv.pop()) if len(sys.argv) > 1 else pathlib.Path("wsdl")


def good():
    return description.Description(ROOT / "wi2013/v1/InburgeringWi2013.wsdl", ROOT)


class EveryCheckCanFail(unittest.TestCase):
    def test_every_check_has_a_broken_file(self):
        self.assertEqual({ident for ident, _, _ in description.CHECKS}, set(MUTATIONS))

    def test_the_good_file_passes(self):
        self.assertEqual(description.problems(good()), [])

    def test_each_broken_file_fails_its_check(self):
        for ident, mutations in MUTATIONS.items():
            for mutate in mutations:
                with self.subTest(check=ident, mutation=mutate.__doc__ or mutate.__name__):
                    broken = good().copy()
                    mutate(broken)
                    self.assertNotEqual(description.problems(broken, ident), [])


class FlatFiles(unittest.TestCase):
    """The form that the gateway serves: the schemas inside the WSDL, no imports of files."""

    def flat(self, folder):
        # Put together as text: moving trees would drop namespace declarations that only QNames in attributes use.
        split, parts = good(), []
        for root in split.schemas.values():
            inside = copy.deepcopy(root)
            for item in inside.findall("xs:import", NS):
                del item.attrib["schemaLocation"]
            parts.append(etree.tostring(inside, encoding="UTF-8", with_tail=False).split(b"?>", 1)[-1])
        types = split.wsdl.find("w:types", NS)
        for child in list(types):
            types.remove(child)
        types.text = "@schemas@"
        path = pathlib.Path(folder) / "flat.wsdl"
        path.write_bytes(etree.tostring(split.wsdl, xml_declaration=True, encoding="UTF-8").replace(b"@schemas@", b"".join(parts)))
        return path

    def test_a_flat_file_passes_without_the_schema_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            one = description.Description(self.flat(folder))
            self.assertEqual(set(one.schemas), {one.namespace, COMMON})
            self.assertEqual(description.problems(one), [])

    def test_a_flat_file_that_lost_a_schema_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            path = self.flat(folder)
            tree = etree.fromstring(path.read_bytes())
            schema = tree.find(f"w:types/xs:schema[@targetNamespace='{COMMON}']", NS)
            schema.getparent().remove(schema)
            path.write_bytes(etree.tostring(tree))
            broken = {ident for ident, _ in description.problems(description.Description(path))}
            self.assertLessEqual({"R2206", "R2801", "WW002", "T11"}, broken)


class Examples(unittest.TestCase):
    """The checks of example messages: each fails when its one thing is broken."""

    def setUp(self):
        self.one = good()
        self.schema = self.one.compile()
        self.folder = examples.example_files(self.one)

    def found(self, name, change):
        root = etree.parse(str(self.folder / name)).getroot()
        change(root)
        return {ident for ident, _ in examples.check_message(self.one, self.schema, name, root)}

    def test_the_good_ones_pass(self):
        self.assertEqual(examples.problems(self.one), [])

    def test_missing_and_surplus_files(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "voorbeelden").mkdir()
            (pathlib.Path(folder) / "voorbeelden" / "Anders-vraag.xml").touch()
            self.one.path = pathlib.Path(folder) / "x.wsdl"
            texts = [text for _, text in examples.check_set(self.one)]
            self.assertIn("ZoekPersonen-vraag.xml is missing", texts)
            self.assertIn("Anders-vraag.xml belongs to no operation", texts)

    def test_envelope(self):
        body = f"{{{examples.ENVELOPE}}}Body"
        self.assertIn("E2", self.found("RaadpleegPersoon-vraag.xml", lambda r: r.find(body).append(etree.Element("x"))))
        self.assertIn("E2", self.found("RaadpleegPersoon-vraag.xml", lambda r: r.remove(r[0])))

    def test_addressing(self):
        for header in ("Action", "MessageID", "To"):
            def change(root, header=header):
                root.find(f".//{{{examples.WSA}}}{header}").text = ""
            self.assertIn("E3", self.found("RaadpleegPersoon-vraag.xml", change), header)

        def unrelated(root):
            item = root.find(f".//{{{examples.WSA}}}RelatesTo")
            item.getparent().remove(item)
        self.assertIn("E3", self.found("RaadpleegPersoon-antwoord.xml", unrelated))

    def test_credentials(self):
        def digest(root):
            root.find(f".//{{{examples.WSSE}}}Password").set("Type", "#PasswordDigest")

        def none(root):
            item = root.find(f".//{{{examples.WSSE}}}UsernameToken")
            item.getparent().remove(item)
        self.assertIn("E4", self.found("RaadpleegPersoon-vraag.xml", digest))
        self.assertIn("E4", self.found("RaadpleegPersoon-vraag.xml", none))

    def test_body(self):
        def letters(root):
            root.find(".//{*}bsn").text = "99999365x"

        def other(root):
            root.find(f"{{{examples.ENVELOPE}}}Body")[0].tag = f"{{{self.one.namespace}}}HaalPersonen"
        self.assertIn("E5", self.found("RaadpleegPersoon-vraag.xml", letters))
        self.assertIn("E5", self.found("RaadpleegPersoon-vraag.xml", other))

    def test_persons(self):
        for bsn in ("999993654", "123456782"):
            def change(root, bsn=bsn):
                root.find(".//{*}bsn").text = bsn
            self.assertEqual(self.found("RaadpleegPersoon-vraag.xml", change), {"E6"}, bsn)


if __name__ == "__main__":
    unittest.main()
