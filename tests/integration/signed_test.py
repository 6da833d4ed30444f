#!/usr/bin/env python3
"""Profile 2W-be-S over real connections: signed requests, signed answers and faults, and everything near them that has to be refused."""
import json
import os
import re
import signal
import ssl
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
from digikoppeling_gateway import OIN, OTHER_OIN, DigikoppelingGateway  # noqa: E402
from gateway import ALL_ROLES  # noqa: E402
from waiting import eventually  # noqa: E402

PERSON = "999994001"
ASK = el("gemeentecode", "0363") + el("bsn", PERSON)
SANITIZED = bool(os.environ.get("CVSGW_SANITIZE"))
COVERED = {"Body", "Timestamp", "SignatureConfirmation", "Action", "MessageID", "RelatesTo"}


class Intermediary(DigikoppelingGateway):
    """OTHER_OIN brings messages that OIN has signed, and not the other way round."""

    def config_text(self):
        return super().config_text() + f'ondertekenaars = "{OTHER_OIN}={OIN}"\n'


def setUpModule():
    global gateway, be
    gateway = Intermediary(persons=20, profile="2W-be-S", server="server-rsa")
    gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
    gateway.issue_key("0363", ALL_ROLES, "--oin", OTHER_OIN)
    unittest.enterModuleContext(gateway)
    be = gateway.be


def signed(service, name, content="", *, signer="signer", header=None, **options):
    header = be.headers(service, name) if header is None else header
    body = soap.envelope(soap.operation(service, name, content), header)
    return signing.sign(body, gateway.zoo / f"{signer}.key", gateway.zoo / f"{signer}.pem", **options)


def post(message, service="algemeen", name="Ping", certificate="client"):
    return be.exchange(soap.request(service, message, action=f"{soap.namespace(service)}/{name}"), certificate)


def verified(answer):
    return signing.Signed(answer.body, gateway.zoo / "root.pem", gateway.zoo / "whole-chain.pem")


class SignedCase(unittest.TestCase):
    def answered(self, message, service="algemeen", name="Ping", **options):
        """The answer, when its own signature holds, covers all, and confirms that of the message."""
        answer = post(message, service, name, **options)
        proof = verified(answer)
        self.assertEqual(proof.covered - proof.addressing, {"Body", "Timestamp", "SignatureConfirmation"})
        self.assertLessEqual(proof.addressing, proof.covered)
        self.assertEqual(proof.confirmed, signing.signature_value(message))
        return answer

    def refused(self, message, text, faultcode="wsse:InvalidSecurity", **options):
        fault = self.answered(message, **options).fault()
        self.assertIsNotNone(fault, text)
        self.assertEqual((fault["code"], fault["faultcode"]), ("0002", faultcode))
        self.assertIn(text, fault["faultstring"])


class Answers(SignedCase):
    def test_R50_R52_R53_R54_R56_a_signed_call_gets_a_signed_answer(self):
        answer = self.answered(signed("algemeen", "Ping"))
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(verified(answer).covered, COVERED)

    def test_R52_R53_R56_the_answers_of_every_operation_are_canonical(self):
        """The examples of the contract, as they are: whatever comes of them, answer or fault, its signature holds."""
        seen, good = 0, 0
        for path in sorted((ROOT / "wsdl").glob("*/v1/voorbeelden/*-vraag.xml")):
            service, name = path.parents[2].name, path.name.removesuffix("-vraag.xml")
            body = etree.fromstring(path.read_bytes())
            found = body.find(signing.BODY)
            content = etree.tostring(body if found is None else found[0], with_tail=False).decode()
            with self.subTest(operation=name):
                message = soap.envelope(content, be.headers(service, name))
                message = signing.sign(message, gateway.zoo / "signer.key", gateway.zoo / "signer.pem")
                good += self.answered(message, service, name).status == 200
                seen += 1
        self.assertGreater(seen, 60)
        self.assertGreater(good, 40)

    def test_R52_R53_R56_long_answers_and_odd_characters(self):
        page = el("gemeentecode", "0363") + el("criteria", "")
        self.assertEqual(self.answered(signed("wi2021", "ZoekPersonen", page), "wi2021", "ZoekPersonen").status, 200)
        codes = self.answered(signed("algemeen", "LijstCodes"), "algemeen", "LijstCodes")
        self.assertGreater(len(codes.body), 20_000)

    def test_R37_R55_R56_faults_of_every_step_are_signed(self):
        wrong = self.answered(signed("wi2021", "RaadpleegPersoon", el("gemeentecode", "x")), "wi2021", "RaadpleegPersoon").fault()
        self.assertEqual(wrong["code"], "0004")
        elsewhere = signed("wi2021", "RaadpleegPersoon", el("gemeentecode", "0599") + el("bsn", PERSON))
        self.assertEqual(self.answered(elsewhere, "wi2021", "RaadpleegPersoon").fault()["code"], "0002")
        self.assertEqual(self.answered(signed("algemeen", "Onbekend"), "algemeen", "Onbekend").fault()["code"], "0003")
        unread = post(b"<s:Envelope>")
        self.assertEqual((unread.fault()["code"], verified(unread).confirmed), ("0001", None))
        huge = post(b"<a>" + b"x" * 300_000 + b"</a>")
        self.assertEqual((huge.status, verified(huge).confirmed), (413, None))

    def test_R33_the_answer_names_the_message(self):
        message = signed("algemeen", "Ping")
        sent = etree.fromstring(message).findtext(f".//{{{soap.WSA}}}MessageID")
        self.assertEqual(self.answered(message).find(f".//{{{soap.WSA}}}RelatesTo").text, sent)


class Refusals(SignedCase):
    def test_R60_A22_an_unsigned_call_to_a_signed_service(self):
        answer = be.call("client", "algemeen", "Ping")
        self.assertEqual((answer.fault()["code"], answer.fault()["faultcode"]), ("0002", "wsse:InvalidSecurity"))
        self.assertIsNone(verified(answer).confirmed)

    def test_R77_a_signature_that_is_refused_is_a_record_with_the_certificate_that_brought_it(self):
        # Ten a minute for one OIN, and the other tests have used up those of the usual one.
        self.refused(signed("algemeen", "Ping", signer="signer-other-oin", skip=("Body",)), "is niet ondertekend",
                     certificate="client-other-oin")
        record = json.loads(gateway.command("audit", "export", "--data", gateway.data).splitlines()[-1])
        attributes = record["attributes"]
        self.assertEqual((record["status"], attributes["cvsgw.fout"], attributes["dpl.core.foreign_operation.processor"]), ("Error", "0002", OTHER_OIN))
        self.assertNotIn("cvsgw.sleutel", attributes)

    def test_R52_each_part_has_to_be_signed(self):
        for part in ("Body", "Timestamp", "To", "Action", "MessageID", "From"):
            with self.subTest(part=part):
                self.refused(signed("algemeen", "Ping", skip=(part,)), "is niet ondertekend")

    def test_R51_A19_timestamps(self):
        self.assertEqual(self.answered(signed("algemeen", "Ping", created=-250)).status, 200)
        self.refused(signed("algemeen", "Ping", created=-360), "vijf minuten oud")
        self.refused(signed("algemeen", "Ping", created=360), "in de toekomst")

    def test_R53_A22_algorithms_of_yesterday(self):
        self.refused(signed("algemeen", "Ping", method=xmlsec.Transform.RSA_SHA1), "ds:SignatureMethod")
        self.refused(signed("algemeen", "Ping", digest=xmlsec.Transform.SHA1), "ds:DigestMethod")
        self.refused(signed("algemeen", "Ping", c14n=xmlsec.Transform.C14N), "exclusive C14N")
        self.assertEqual(self.answered(signed("algemeen", "Ping", method=xmlsec.Transform.RSA_SHA512,
                                              digest=xmlsec.Transform.SHA384)).status, 200)

    def test_R54_A22_signers_who_are_not_the_caller_or_not_trusted(self):
        for signer, why in (("signer-revoked", "revoked"),
                            ("signer-look-alike", "issuer certificate|signature failure"), ("signer-for-servers", "clientAuth"),
                            ("signer-without-oin", "no OIN")):
            with self.subTest(signer=signer):
                self.refused(signed("algemeen", "Ping", signer=signer), "certificaat van de ondertekenaar", "wsse:InvalidSecurityToken")
                self.assertRegex(gateway.logged('"bericht"')[-1], why)
        self.refused(signed("algemeen", "Ping", signer="signer-other-oin"), "OIN van de ondertekenaar is een ander", "wsse:InvalidSecurityToken")
        self.assertEqual(self.answered(signed("algemeen", "Ping", signer="signer-other-oin"), certificate="client-other-oin").status, 200)

    def test_R54_an_intermediary_brings_messages_of_those_it_may(self):
        answer = self.answered(signed("algemeen", "Ping"), certificate="client-other-oin")
        self.assertEqual(answer.status, 200)
        line = gateway.logged('"bericht"')[-1]
        self.assertIn(f'"ondertekenaar":"{OIN}"', line)
        record = json.loads(gateway.command("audit", "export", "--data", gateway.data).splitlines()[-1])
        self.assertIn(f"ondertekend door OIN {OIN}", json.dumps(record), "the trail names both")
        self.assertIn(OTHER_OIN, json.dumps(record))

    def test_R54_without_a_reference_to_the_token(self):
        self.refused(signed("algemeen", "Ping", token=False), "ds:KeyInfo")

    def test_R55_changed_on_the_way(self):
        message = signed("algemeen", "Ping")
        value = signing.signature_value(message)
        other = value[:20] + ("A" if value[20] != "A" else "B") + value[21:]
        broken = re.sub(rb"(<[a-z0-9]*:?SignatureValue>)[^<]*", rb"\g<1>" + other.encode(), message)
        self.refused(broken, "hoort niet bij dit bericht", "wsse:FailedCheck")
        for old, new in ((b"https://cvs.example/", b"https://cvs.elders/"), (b"urn:uuid:", b"urn:uuid:0"), (b"Z</", b"+00:00</")):
            with self.subTest(change=new):
                self.assertIn(old, message)
                self.refused(message.replace(old, new, 1), "hoort niet bij dit bericht", "wsse:FailedCheck")

    def test_A20_a_forged_body_and_the_signed_one_elsewhere(self):
        content = el("gemeentecode", "0363") + el("bsn", PERSON)
        message = signed("wi2021", "RaadpleegPersoon", content)

        def into(path, wrapper=None):
            def place(root, body):
                target = root.find(path)
                target.append(body if wrapper is None else etree.Element(wrapper))
                if wrapper is not None:
                    target[-1].append(body)
            return place

        security = f"{signing.HEADER}/{signing.SECURITY}"
        signature = f"{security}/{{{signing.DS}}}Signature"
        places = {"Security": into(security), "Object": into(signature, f"{{{signing.DS}}}Object"), "To": into(f".//{{{soap.WSA}}}To"),
                  "Timestamp": into(f".//{{{signing.WSU}}}Timestamp"), "KeyInfo": into(f"{signature}/{{{signing.DS}}}KeyInfo")}
        for name, place in places.items():
            with self.subTest(place=name):
                answer = post(signing.wrap(message, place), "wi2021", "RaadpleegPersoon")
                self.assertIn(answer.fault()["code"], ("0002", "0005", "0010", "0011"))
                verified(answer)
        for place in (into(signing.HEADER), into(signing.HEADER, "{urn:x}Wrapper"), into(".", "{urn:x}Wrapper"), into(".")):
            answer = post(signing.wrap(message, place), "wi2021", "RaadpleegPersoon")
            self.assertIn(answer.fault()["code"], ("0001", "0010"))

    def test_A24_many_prefixes_times_many_elements_cost_next_to_nothing(self):
        prefixes = [f"p{i:x}" for i in range(64)]
        content = "<a/>" * 4_500  # 25 KB; with 64 prefixes in each reference 41 ms, with as many as fit in twelve a second
        self.answered(signed("algemeen", "Ping"))
        spent = gateway.cpu_seconds()
        self.refused(signed("algemeen", "Ping", content, prefixes=prefixes), "te lang voor een bericht met zoveel elementen")
        self.assertLess(gateway.cpu_seconds() - spent, 0.3 if SANITIZED else 0.03)

    def test_R28_no_other_headers_and_no_user_name(self):
        header = be.headers("algemeen", "Ping") + '<x:Eigen xmlns:x="urn:x"/>'
        self.assertEqual(self.answered(signed("algemeen", "Ping", header=header)).fault()["code"], "0010")
        message = signed("algemeen", "Ping")
        token = f'<w:UsernameToken xmlns:w="{soap.WSSE}"><w:Username>a</w:Username></w:UsernameToken>'.encode()
        self.refused(re.sub(rb"(<wsse:Security[^>]*>)", rb"\1" + token, message), "en niets anders")


class Replay(SignedCase):
    def test_A16_the_same_bytes_again_do_nothing_twice(self):
        service, name = "wi2021", "VoegContactpersoonToe"
        content = el("gemeentecode", "0363") + el("contactpersoon", el("naam", "Herhaling") + el("email", "herhaling@cvs.example"))
        message = signed(service, name, content)
        first, second = (self.answered(message, service, name) for _ in range(2))
        outcome = [re.sub(rb".*<soap:Body[^>]*>", b"", answer.body, flags=re.S) for answer in (first, second)]
        self.assertEqual(*outcome)
        self.assertEqual(first.status, 200, first.body)


class Reload(SignedCase):
    def soon(self, holds):
        gateway.process.send_signal(signal.SIGHUP)
        self.assertTrue(eventually(holds))

    def test_R05_R54_lists_are_read_anew_for_signers_too(self):
        good = lambda: post(signed("algemeen", "Ping", signer="signer-other-oin"), certificate="client-other-oin").status == 200  # noqa: E731
        self.soon(good)
        gateway.list_of("proef-tsp", -1, 3600, revoked="signer-other-oin")
        self.soon(lambda: not good())
        gateway.put_lists("crl")
        self.soon(good)

    def test_R53_a_key_that_cannot_sign_is_not_taken(self):
        before = len(gateway.logged("cannot be signed"))
        gateway.put_certificate("server")  # P-256
        self.soon(lambda: len(gateway.logged("cannot be signed")) > before)
        self.assertEqual(self.answered(signed("algemeen", "Ping")).status, 200)
        with be.connect() as connection:
            self.assertIn("RSA", connection.cipher()[0] + self.key_of(connection))
        gateway.put_certificate("server-rsa")
        gateway.process.send_signal(signal.SIGHUP)

    @staticmethod
    def key_of(connection):
        der = connection.getpeercert(binary_form=True)
        return "RSA" if signing.certificate_of(gateway.zoo / "server-rsa.pem") == signing.base64.b64encode(der).decode() else ""


if __name__ == "__main__":
    unittest.main()
