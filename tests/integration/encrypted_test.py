#!/usr/bin/env python3
"""Profile 2W-be-SE over real connections: what is encrypted comes in, what is not or wrongly so gets one and the same fault."""
import re
import signal
import sys
import unittest
from pathlib import Path

import xmlsec
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support")]
import signing  # noqa: E402
import soap  # noqa: E402
from changes import el  # noqa: E402
from digikoppeling_gateway import OIN, DigikoppelingGateway  # noqa: E402
from gateway import ALL_ROLES  # noqa: E402
from waiting import eventually  # noqa: E402

PERSON = "999994001"
ASK = el("gemeentecode", "0363") + el("bsn", PERSON)
SERVICE, NAME = "wi2021", "RaadpleegPersoon"


def setUpModule():
    global gateway, be
    gateway = DigikoppelingGateway(persons=20, profile="2W-be-SE", server="server-rsa")
    gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
    unittest.enterModuleContext(gateway)
    be = gateway.be


def signed(content=ASK, header=None, **options):
    header = be.headers(SERVICE, NAME) if header is None else header
    message = soap.envelope(soap.operation(SERVICE, NAME, content), header)
    return signing.sign(message, gateway.zoo / "signer.key", gateway.zoo / "signer.pem", **options)


def encrypted(message, to="server-rsa", **options):
    return signing.encrypt(message, gateway.zoo / f"{to}.pem", **options)


def post(message):
    return be.exchange(soap.request(SERVICE, message, action=f"{soap.namespace(SERVICE)}/{NAME}"))


def opened(answer):
    """The answer decrypted and its signature verified."""
    plain = signing.decrypt(answer.body, gateway.zoo / "signer.key")
    return soap.Answer(answer.status, answer.headers, plain, answer.closed), signing.Signed(
        plain, gateway.zoo / "root.pem", gateway.zoo / "whole-chain.pem")


class Encrypted(unittest.TestCase):
    def test_R56_R57_R58_R59_an_encrypted_call_gets_an_encrypted_answer(self):
        for cipher, bits in ((xmlsec.Transform.AES128_GCM, 128), (xmlsec.Transform.AES256_GCM, 256)):
            with self.subTest(bits=bits):
                message = encrypted(signed(), cipher=cipher, bits=bits)
                self.assertNotIn(PERSON.encode(), message)
                answer = post(message)
                self.assertEqual(answer.status, 200, answer.body)
                self.assertNotIn(PERSON.encode(), answer.body)
                plain, proof = opened(answer)
                self.assertIn(PERSON.encode(), plain.body)
                self.assertEqual(proof.confirmed, signing.signature_value(message))
                self.assertIn("Body", proof.covered)
                with self.assertRaises(xmlsec.Error):
                    signing.decrypt(answer.body, gateway.zoo / "server-rsa.key")

    def test_R37_R59_faults_of_a_known_caller_are_encrypted_too(self):
        answer = post(encrypted(signed(el("gemeentecode", "0599") + el("bsn", PERSON))))
        self.assertNotIn(b"<faultcode>", answer.body)
        plain, _ = opened(answer)
        self.assertEqual(plain.fault()["code"], "0002")

    def test_R57_R58_R60_A23_one_fault_for_whatever_is_wrong(self):
        good = encrypted(signed())
        cases = {
            "not encrypted": signed(),
            "encrypted to another": encrypted(signed(), to="signer"),
            "CBC": encrypted(signed(), cipher=xmlsec.Transform.AES256),
            "RSA 1.5": good.replace(b"xmlenc#rsa-oaep-mgf1p", b"xmlenc#rsa-1_5"),
            "3DES": good.replace(b"xmlenc11#aes256-gcm", b"xmlenc#tripledes-cbc"),
            "not signed": encrypted(re.sub(rb"<(?:\w+:)?Signature .*?</(?:\w+:)?Signature>", b"", signed(), flags=re.S)),
            "signed wrongly": encrypted(signed(skip=("To",))),
            "old": encrypted(signed(created=-900)),
            "changed": encrypted(signed().replace(PERSON.encode(), b"999994013")),
        }
        root = etree.fromstring(good)
        for value in root.iter(f"{{{signing.XENC}}}CipherValue"):
            right = value.text
            value.text = ("A" if right[5] != "A" else "B").join((right[:5], right[6:]))
            cases[f"a character of {value.getparent().getparent().tag}"] = etree.tostring(root)
            value.text = right
        seen = set()
        for name, message in cases.items():
            with self.subTest(case=name):
                answer = post(message)
                fault = answer.fault()
                self.assertIsNotNone(fault, answer.body)
                proof = signing.Signed(answer.body, gateway.zoo / "root.pem", gateway.zoo / "whole-chain.pem")
                self.assertIn("Body", proof.covered)
                seen.add((answer.status, fault["code"], fault["faultcode"], fault["faultstring"], fault["tekst"]))
        self.assertEqual(len(cases), 11)
        self.assertEqual([entry[:3] for entry in seen], [(500, "0002", "wsse:FailedCheck")])

    def test_R57_a_body_may_be_as_large_as_without_encryption(self):
        space = " " * 60_000
        answer = post(encrypted(signed(el("gemeentecode", "0363") + space + el("bsn", PERSON) + space)))
        self.assertEqual(answer.status, 200, answer.body[:3000])
        long = post(encrypted(signed(ASK + " " * 70_000)))  # the limits hold for what comes out of it
        self.assertEqual((long.fault()["code"], long.fault()["faultcode"]), ("0002", "wsse:FailedCheck"))
        self.assertIn("ten hoogste 65536 bytes per waarde", gateway.logged('"bericht"')[-1])

    def test_A23_the_fault_of_a_header_does_not_tell_whether_the_body_could_be_decrypted(self):
        own = '<x:Eigen xmlns:x="urn:x"/>'
        for code, header in (("0010", be.headers(SERVICE, NAME) + own), ("0007", be.headers(SERVICE, NAME, MessageID=None))):
            seen = set()
            for to in ("server-rsa", "signer"):
                fault = post(encrypted(signed(header=header), to=to)).fault()
                seen.add((fault["code"], fault["faultcode"], fault["faultstring"]))
            self.assertEqual([code for code, _, _ in seen], [code])

    def test_R58_who_still_encrypts_to_the_former_certificate_is_answered(self):
        gateway.put_certificate("server-rsa-second")
        before = len(gateway.logged("TLS files read anew"))
        gateway.process.send_signal(signal.SIGHUP)
        self.assertTrue(eventually(lambda: len(gateway.logged("TLS files read anew")) > before))
        for to in ("server-rsa-second", "server-rsa"):
            with self.subTest(to=to):
                answer = post(encrypted(signed(), to=to))
                self.assertEqual(answer.status, 200, answer.body)
        self.assertIn("0002", post(encrypted(signed(), to="signer")).fault()["code"])

    def test_R57_an_encrypted_header_is_refused(self):
        block = f'<x:EncryptedHeader xmlns:x="{signing.WSSE11}"/>'
        self.assertEqual(post(encrypted(signed(header=be.headers(SERVICE, NAME) + block))).fault()["code"], "0010")


if __name__ == "__main__":
    unittest.main()
