#!/usr/bin/env python3
"""docs/gegevens.md: every row names an element or operation that exists, or says that the municipality keeps it itself."""
import re
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
XSD = "{http://www.w3.org/2001/XMLSchema}"
WSDL = "{http://schemas.xmlsoap.org/wsdl/}"
OWN = "eigen administratie"


def elements():
    """`Type/element` of the law's schema."""
    schema = ElementTree.parse(ROOT / "wsdl/wi2021/v1/wi2021.xsd").getroot()
    return {f"{kind.get('name')}/{element.get('name')}" for kind in schema.findall(f"{XSD}complexType")
            for element in kind.iter(f"{XSD}element")}


def operations():
    found = set()
    for service, file in (("wi2021", "InburgeringWi2021"), ("algemeen", "InburgeringAlgemeen")):
        wsdl = ElementTree.parse(ROOT / f"wsdl/{service}/v1/{file}.wsdl").getroot()
        found |= {o.get("name") for o in wsdl.iter(f"{WSDL}operation")}
    return found


def rows(text):
    """(data item, paragraph, place, remark) of every row of every table."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and cells[0] != "gegeven" and not set(cells[0]) <= set("-"):
            yield cells


def wrong(text):
    """What the page says and the contract does not."""
    known, services = elements(), {"InburgeringWi2021", "InburgeringAlgemeen"}
    found, seen = [], set()
    for cells in rows(text):
        if len(cells) != 4:
            found.append(f"not four cells: {cells}")
            continue
        item, _, place, _ = cells
        named = re.findall(r"`([^`]+)`", place)
        if item in seen:
            found.append(f"{item} stands twice")
        seen.add(item)
        if (place == OWN) == bool(named):
            found.append(f"{item}: neither in the contract nor {OWN}")
        found += [f"{item}: {name} is not in the contract" for name in named
                  if name not in known | operations() | services]
    return found


class GegevensTest(unittest.TestCase):
    text = (ROOT / "docs/gegevens.md").read_text("utf-8")

    def test_every_item_has_its_place(self):
        self.assertEqual(wrong(self.text), [])
        self.assertGreater(len(list(rows(self.text))), 50)

    def test_a_wrong_page_is_found(self):
        head = "| gegeven | § | in het contract | opmerking |\n"
        self.assertEqual(wrong(head + "| a | 1 | `PipType/bestaatNiet` | |"), ["a: PipType/bestaatNiet is not in the contract"])
        self.assertEqual(wrong(head + "| a | 1 | ergens | |"), [f"a: neither in the contract nor {OWN}"])
        self.assertEqual(wrong(head + f"| a | 1 | {OWN} | |\n| a | 1 | {OWN} | |"), ["a stands twice"])


if __name__ == "__main__":
    unittest.main()
