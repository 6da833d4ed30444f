#!/usr/bin/env python3
"""What the running gateway serves of its contract: the checks of tests/contract over the served bytes, and their ways to be asked."""
import ssl
import subprocess
import sys
import unittest
import urllib.error
import urllib.request
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "support"))
from gateway import Gateway  # noqa: E402

SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")


def setUpModule():
    global gateway
    gateway = Gateway(persons=0)
    unittest.enterModuleContext(gateway)


def get(path, method="GET", **headers):
    """Status, headers and body; no application key is sent."""
    trust = ssl.create_default_context(cafile=str(gateway.ca))
    request = urllib.request.Request(gateway.url + path, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, context=trust, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class ServedContractTest(unittest.TestCase):
    def test_flat_files_pass_every_check(self):
        folder = gateway.dir / "flat"
        folder.mkdir()
        for service in SERVICES:
            status, headers, flat = get(f"/ws/{service}/v1?wsdl")
            self.assertEqual((status, headers["Content-Type"]), (200, "text/xml; charset=utf-8"))
            self.assertEqual(get(f"/ws/{service}/v1?singleWsdl")[2], flat)
            self.assertIn(f'location="{gateway.url}/ws/{service}/v1"'.encode(), flat)
            self.assertNotIn(b"schemaLocation", flat)
            self.assertNotIn(b"example.nl", flat)
            (folder / f"{service}.wsdl").write_bytes(flat)
        checked = subprocess.run(["/usr/bin/python3", "-B", TESTS / "contract/check_contract.py", folder], capture_output=True,
                                 text=True, timeout=120, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        self.assertIn("4 files", checked.stdout)

    def test_split_files_import_from_where_they_are_served(self):
        for service in SERVICES:
            split = get(f"/ws/{service}/v1?wsdl=split")[2].decode()
            places = [part.split('"')[0] for part in split.split('schemaLocation="')[1:]]
            self.assertEqual(len(places), 2)
            for place in places:
                self.assertTrue(place.startswith(gateway.url + f"/ws/{service}/v1?xsd="), place)
                status, _, schema = get(place.removeprefix(gateway.url))
                self.assertEqual(status, 200)
                self.assertIn(b"<xs:schema", schema)

    def test_A43_only_what_the_contract_has_is_served(self):
        for path in ("/ws/wi2021/v1?xsd=../../etc/passwd", "/ws/wi2021/v1?xsd=wi2007", "/ws/wi2021/v1?wsdl=x", "/ws/wi2021/v2?wsdl",
                     "/ws/wi2021/v1/?wsdl", "/etc/passwd", "/ws/wi2021/v1?disco"):
            self.assertEqual(get(path)[0], 404, path)

    def test_a_client_that_has_the_bytes_gets_none(self):
        _, headers, body = get("/ws/wi2013/v1?wsdl")
        status, again, none = get("/ws/wi2013/v1?wsdl", **{"If-None-Match": headers["ETag"]})
        self.assertEqual((status, none, again["ETag"]), (304, b"", headers["ETag"]))
        status, head, none = get("/ws/wi2013/v1?wsdl", method="HEAD")
        self.assertEqual((status, none, int(head["Content-Length"])), (200, b"", len(body)))

    def test_a_page_for_people_tells_every_operation(self):
        for service in SERVICES:
            status, headers, page = get(f"/ws/{service}/v1")
            self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))
            text = page.decode()
            wsdl = get(f"/ws/{service}/v1?wsdl")[2].decode()
            for operation in {part.split('"')[0] for part in wsdl.split('<wsdl:operation name="')[1:]}:
                self.assertTrue(f'id="{operation}"' in text, f"{operation} is not on the page of {service}")
            self.assertTrue('href="?wsdl"' in text, "the page has no link to the WSDL")


if __name__ == "__main__":
    unittest.main()
