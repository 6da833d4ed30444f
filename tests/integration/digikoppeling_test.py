#!/usr/bin/env python3
"""Profile 2W-be over real connections: whose certificate gets in, which messages are answered, and how."""
import concurrent.futures
import socket
import ssl
import subprocess
import sys
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "docs/aansluitgids"), str(ROOT / "tests/contract")]
import description  # noqa: E402
import digikoppeling  # noqa: E402,F401 (fills the register of checks)
import type_rules  # noqa: E402,F401
import verbinden_digikoppeling_zeep as guide  # noqa: E402
import zeep  # noqa: E402

import soap  # noqa: E402
from changes import el  # noqa: E402
from digikoppeling_gateway import (ANONYMOUS, FROM, OIN, OTHER_OIN, OWN_OIN, UNKNOWN_OIN, DigikoppelingGateway, endpoint,  # noqa: E402
                           new_id, s_client, wsa)
from gateway import ALL_ROLES  # noqa: E402
from waiting import eventually  # noqa: E402

PERSON = "999994001"
ASK = el("gemeentecode", "0363") + el("bsn", PERSON)
CHANGE = el("gemeentecode", "0363") + el("signalen", el("signaalId", "1"))


def setUpModule():
    global gateway, be
    gateway = DigikoppelingGateway(persons=20, deadlines="[termijnen]\nverbinding = 4\n")
    gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
    gateway.issue_key("0344", "Wi2021", "--oin", OTHER_OIN, "--gemeente", "0363")
    unittest.enterModuleContext(gateway)
    be = gateway.be


def ping(certificate="client", **options):
    return be.call(certificate, "algemeen", "Ping", **options)


def code(answer):
    return answer.fault()["code"] if answer.fault() else None


class Certificates(unittest.TestCase):
    def refused(self, *names, why=""):
        for name in names:
            with self.subTest(certificate=name):
                for _ in range(5):
                    before = len(gateway.logged("handshake"))
                    self.assertTrue(be.refuses(name))
                    # The line comes a moment after the alert. Strangers get so many a second in the log, and no more; one of those
                    # before may come in between.
                    if not why or eventually(lambda before=before: [x for x in gateway.logged("handshake")[before:] if why in x], 5):
                        break
                else:
                    self.fail(f"no line says {why}: {gateway.logged('handshake')[-1]}")

    def test_R03_without_a_certificate_of_ours_there_is_not_a_byte_of_http(self):
        before = len(gateway.logged('"bericht"'))
        self.refused(None, "client-self-signed", "client-look-alike")
        foreign = be.context()
        foreign.load_cert_chain(gateway.pki / "client.pem", gateway.pki / "client.key")
        self.assertTrue(be.refuses(None, foreign), "of another authority")
        old = be.context("client", maximum=ssl.TLSVersion.TLSv1_2)
        self.assertFalse(be.refuses(None, old))
        self.assertTrue(be.refuses(None, be.context(maximum=ssl.TLSVersion.TLSv1_2)))
        self.assertEqual(len(gateway.logged('"bericht"')), before, "the pipeline has seen none of them")

    def test_R04_a_look_alike_of_the_root_is_not_the_root(self):
        self.refused("client-look-alike")

    def test_R04_a_cross_signed_issuer_that_a_client_brings_along_changes_nothing(self):
        # Its leaf is genuine, and so is the chain of our own files under it; the root that it points to is not looked at.
        self.assertEqual(be.call("client-cross-signed", "algemeen", "Ping").status, 200)

    def test_R05_expired_early_and_revoked_certificates(self):
        self.refused("client-expired", why="certificate has expired")
        self.refused("client-not-yet-valid", why="certificate is not yet valid")
        self.refused("client-revoked", "client-of-revoked-tsp", why="certificate revoked")

    def test_R07_only_a_whole_oin_of_twenty_digits_is_one(self):
        self.refused("oin-19", "oin-21", "oin-letters", "oin-spaces", "oin-in-cn", "oin-in-organization-identifier", "oin-two",
                     "oin-utf8", "oin-bmp", "oin-nul", why="no OIN of twenty digits")
        self.refused("oin-wrong-prefix", why="prefix")

    def test_R08_personal_certificates_and_those_made_for_something_else(self):
        self.refused("person", "person-without-oin", why="a person's certificate")
        self.refused("client-for-servers", why="unsuitable certificate purpose")
        self.refused("client-for-anything", why="clientAuth")

    def test_A30_keys_that_only_cost_us_time(self):
        self.refused("client-big-key", why="more than 4096 bits")

    def test_A29_a_chain_longer_than_any_is(self):
        huge = be.context()
        chain = gateway.dir / "lang.pem"
        issuer = (gateway.zoo / "cross-domain.pem").read_text(encoding="ascii")
        chain.write_text((gateway.zoo / "client.pem").read_text(encoding="ascii") + issuer * 80, encoding="ascii")
        huge.load_cert_chain(chain, gateway.zoo / "client.key")
        self.assertTrue(be.refuses(None, huge))
        self.assertFalse(be.refuses("client"))

    def test_R09_an_unknown_oin_is_refused_by_a_fault_and_logged(self):
        answer = ping("client-unknown-oin")
        self.assertEqual((answer.status, code(answer)), (500, "0002"))
        self.assertNotIn(UNKNOWN_OIN, answer.body.decode())
        line = gateway.logged(answer.fault()["referentie"])[0]
        self.assertIn(f"OIN {UNKNOWN_OIN}: no key has it", line)

    def test_R09_the_certificate_is_the_key_and_its_grants_decide(self):
        mine = be.call("client", "algemeen", "RaadpleegAutorisatie")
        self.assertIn("0363", mine.body.decode())
        self.assertEqual(be.call("client", "wi2021", "RaadpleegPersoon", ASK).status, 200)
        # A supplier's key for several municipalities, each with what was granted for it.
        other = be.call("client-other-oin", "algemeen", "RaadpleegAutorisatie").body.decode()
        self.assertIn("0344", other)
        self.assertIn("0363", other)
        self.assertEqual(be.call("client-other-oin", "wi2021", "RaadpleegPersoon", ASK).status, 200)
        elsewhere = el("gemeentecode", "0599") + el("bsn", PERSON)
        self.assertEqual(code(be.call("client-other-oin", "wi2021", "RaadpleegPersoon", elsewhere)), "0002")

    def test_R11_A44_headers_cannot_bring_an_identity(self):
        claims = {"X-OIN": OIN, "X-Client-Cert": OIN, "X-SSL-Client-S-DN": f"serialNumber={OIN}", "Forwarded": "for=10.0.0.1",
                  "X-Forwarded-For": "10.0.0.1", "X-Forwarded-Client-Cert": f'Subject="serialNumber={OIN}"'}
        self.assertEqual(code(ping("client-unknown-oin", http=claims)), "0002")
        self.assertEqual(ping(http={"X-OIN": UNKNOWN_OIN}).status, 200)
        open_call = soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping")), headers=claims)
        self.assertEqual(code(soap.exchange(gateway, open_call)), "0002")


class Addressing(unittest.TestCase):
    def outcome(self, service="algemeen", name="Ping", content="", **changed):
        return code(be.call("client", service, name, content, header=be.headers(service, name, **changed)))

    def test_R31_to_action_and_message_id_are_there_once_and_hold_something(self):
        right = {"To": be.url, "Action": soap.namespace("algemeen") + "/Ping", "MessageID": new_id()}
        for field, expected in (("To", "0005"), ("Action", "0006"), ("MessageID", "0007")):
            with self.subTest(field=field):
                self.assertEqual(self.outcome(**{field: None}), expected)
                self.assertEqual(self.outcome(**{field: wsa(field, "")}), expected)
                self.assertEqual(self.outcome(**{field: wsa(field, right[field]) * 2}), expected)
        self.assertIsNone(self.outcome())

    def test_R31_a_change_names_its_sender_and_a_query_need_not(self):
        self.assertIsNone(self.outcome(From=None))
        self.assertEqual(self.outcome("wi2021", "WijzigSignaalstatus", CHANGE, From=None), "0011")
        self.assertNotEqual(self.outcome("wi2021", "WijzigSignaalstatus", CHANGE, From=FROM), "0011")

    def test_R31_R32_no_other_address_than_anonymous_and_nobody_is_called(self):
        with socket.create_server(("127.0.0.1", 0)) as canary:
            canary.settimeout(0.5)
            there = f"http://127.0.0.1:{canary.getsockname()[1]}/"
            for block in (endpoint("ReplyTo", there), endpoint("FaultTo", there), endpoint("ReplyTo", f"{soap.WSA}/none"),
                          wsa("ReplyTo", f"<wsa:Address>{ANONYMOUS}</wsa:Address><wsa:ReferenceParameters/>"),
                          wsa("FaultTo", f"<wsa:Address>{ANONYMOUS}</wsa:Address><wsa:Metadata/>")):
                with self.subTest(block=block):
                    self.assertEqual(self.outcome(Extra=block), "0011")
            with self.assertRaises(TimeoutError):
                canary.accept()
        for block in (endpoint("ReplyTo", ANONYMOUS), endpoint("FaultTo", ANONYMOUS), endpoint("FaultTo", f"{soap.WSA}/none")):
            self.assertIsNone(self.outcome(Extra=block))

    def test_R30_only_the_addressing_of_2005(self):
        old = f'<w:To xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing">{be.url}</w:To>'
        self.assertIn(self.outcome(Extra=old), ("0010", "0011"))

    def test_R33_R35_answers_and_faults_relate_to_their_request(self):
        seen = set()

        def one(number):
            message_id = f"42@{number}-6f9619ff-8b86-d011-b42d-00c04fc964ff@cvs.example"
            name = "Ping" if number % 2 else "BestaatNiet"
            header = be.headers("algemeen", name, MessageID=wsa("MessageID", message_id))
            answer = be.call("client", "algemeen", name, header=header)
            field = {part: answer.find(f".//{{{soap.WSA}}}{part}").text for part in ("RelatesTo", "MessageID", "Action")}
            self.assertEqual(field["RelatesTo"], message_id)
            self.assertRegex(field["MessageID"], rf"^cvs-isi@[0-9a-f-]{{36}}@{be.url}$")
            if number % 2:
                self.assertEqual(field["Action"], soap.namespace("algemeen") + "/PingResponse")
            return field["MessageID"]

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            seen.update(pool.map(one, range(200)))
        self.assertEqual(len(seen), 200)

    def test_R33_a_fault_has_headers_when_the_request_had_none_too(self):
        for body in (soap.envelope(soap.operation("algemeen", "Ping")), b"<geen xml"):
            answer = be.exchange(soap.request("algemeen", body))
            self.assertEqual(answer.status, 500)
            for part in ("Action", "MessageID"):
                self.assertIsNotNone(answer.find(f".//{{{soap.WSA}}}{part}"))

    def test_R34_to_may_name_our_oin_and_no_other(self):
        for query, expected in ((f"?OIN={OWN_OIN}", None), (f"?OIN={OTHER_OIN}", "0011"), (f"?OIN={OWN_OIN}&amp;OIN={OTHER_OIN}", "0011")):
            self.assertEqual(self.outcome(To=wsa("To", f"{be.url}/ws/algemeen/v1{query}")), expected, query)

    def test_R28_no_header_blocks_but_addressing(self):
        self.assertEqual(self.outcome(Extra='<x xmlns="urn:x"/>'), "0010")
        must = be.call("client", "algemeen", "Ping", header=be.headers("algemeen", "Ping") +
                       f'<x xmlns="urn:x" s:mustUnderstand="1" xmlns:s="{soap.SOAP}"/>')
        self.assertEqual(must.fault()["faultcode"].split(":")[-1], "MustUnderstand")
        key = gateway.issue_key("0363", "Wi2021")
        self.assertEqual(self.outcome(Extra=soap.security(key)), "0010")

    def test_R24_soapaction_is_empty_or_the_action_in_quotes(self):
        action = soap.namespace("algemeen") + "/Ping"
        for value, expected in (('""', None), (f'"{action}"', None), (action, "0003"), (None, "0003"), ("", "0003"),
                                (f'"{soap.namespace("algemeen")}/LijstCodes"', "0003")):
            with self.subTest(value=value):
                self.assertEqual(code(ping(http={"SOAPAction": value})), expected)
        other = be.headers("algemeen", "Ping", Action=wsa("Action", soap.namespace("algemeen") + "/LijstCodes"))
        self.assertEqual(code(ping(header=other, action="")), "0003")

    def test_R20_R22_R27_soap_1_1_one_child_and_utf_8(self):
        body = soap.envelope(soap.operation("algemeen", "Ping"), be.headers("algemeen", "Ping"),
                             soap="http://www.w3.org/2003/05/soap-envelope")
        self.assertEqual(be.exchange(soap.request("algemeen", body)).fault()["faultcode"].split(":")[-1], "VersionMismatch")
        for content in ("", soap.operation("algemeen", "Ping") * 2):
            body = soap.envelope(content, be.headers("algemeen", "Ping"))
            self.assertEqual(code(be.exchange(soap.request("algemeen", body))), "0001")
        latin = soap.envelope(soap.operation("algemeen", "Ping"), be.headers("algemeen", "Ping"))
        for wrong in (latin.decode().encode("utf-16"), latin.replace(b"Ping>", b"P\xefng>"),
                      b'<?xml version="1.0" encoding="ISO-8859-1"?>' + latin):
            self.assertEqual(code(be.exchange(soap.request("algemeen", wrong))), "0009")

    def test_R21_no_types_but_those_of_the_contract(self):
        other = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"'
        for attribute in ('xsi:type="e:string"', 'xsi:type="o:BestaatNiet"', 'e:arrayType="e:string[2]"',
                          'e:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'):
            content = f'<o:gemeentecode{other} {attribute}>0363</o:gemeentecode>' + el("bsn", PERSON)
            self.assertEqual(self.outcome("wi2021", "RaadpleegPersoon", content), "0004", attribute)

    def test_R37_a_fault_says_which_part_is_wrong_and_nothing_of_ours(self):
        wrong = {
            "0001": lambda: be.exchange(soap.request("algemeen", b"<a>" + PERSON.encode())),
            "0002": lambda: ping("client-unknown-oin"),
            "0003": lambda: be.call("client", "algemeen", "BestaatNiet"),
            "0004": lambda: be.call("client", "wi2021", "RaadpleegPersoon", el("gemeentecode", "0363") + el("bsn", PERSON + "1")),
            "0005": lambda: ping(header=be.headers("algemeen", "Ping", To=None)),
            "0006": lambda: ping(header=be.headers("algemeen", "Ping", Action=None)),
            "0007": lambda: ping(header=be.headers("algemeen", "Ping", MessageID=None)),
            "0008": lambda: ping(header=be.headers("algemeen", "Ping", Extra=wsa("RelatesTo", PERSON))),
            "0009": lambda: be.exchange(soap.request("algemeen", b"\xff" + PERSON.encode())),
            "0010": lambda: ping(header=be.headers("algemeen", "Ping", Extra=f'<x xmlns="urn:x">{PERSON}</x>')),
            "0011": lambda: ping(header=be.headers("algemeen", "Ping", Extra=endpoint("ReplyTo", "http://canary.example/"))),
        }
        names = {"0005": "To", "0006": "Action", "0007": "MessageID", "0008": "RelatesTo", "0011": "ReplyTo"}
        for expected, provoke in wrong.items():
            with self.subTest(code=expected):
                answer = provoke()
                self.assertEqual((answer.status, code(answer)), (500, expected))
                text = answer.body.decode()
                self.assertIn(names.get(expected, ""), text)
                for leak in (PERSON, str(ROOT), ".cpp", "sqlite", "SELECT", "libxml", "OpenSSL", "gSOAP", "POCO", "canary", str(gateway.data)):
                    self.assertNotIn(leak.lower(), text.lower())
                self.assertEqual(answer.fault()["kant"], "aanroeper")
                if expected == "0004":
                    self.assertEqual(answer.fault()["paths"], ["RaadpleegPersoon/bsn"])

    def test_R36_R38_mime_and_get_and_other_types(self):
        mime = soap.request("algemeen", b"--x", headers={"Content-Type": "multipart/related; boundary=x"})
        self.assertEqual(be.exchange(mime).status, 415)
        put = mime.replace(b"POST", b"PUT", 1)
        self.assertEqual(be.exchange(put).status, 405)


class Listeners(unittest.TestCase):
    def fetch(self, path, certificate):
        with be.connect(certificate) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            return soap.read_answer(connection)

    def test_R03_the_wsdl_is_behind_mutual_tls_and_names_this_listener(self):
        self.assertTrue(be.refuses(None))
        served = self.fetch("/ws/wi2021/v1?wsdl", "client-unknown-oin")
        self.assertEqual(served.status, 200, "readable without a key")
        self.assertIn(f'location="{be.url}/ws/wi2021/v1"', served.body.decode())
        with gateway.connect() as connection:
            connection.sendall(b"GET /ws/wi2021/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertIn(f'location="{gateway.url}/ws/wi2021/v1"', soap.read_answer(connection).body.decode())

    def test_R10_several_messages_a_connection_and_a_longest_life(self):
        begin = time.monotonic()
        answers = 0
        with be.connect() as connection:
            while time.monotonic() - begin < 20:
                connection.sendall(be.message("algemeen", "Ping"))
                answer = soap.read_answer(connection)
                self.assertEqual(answer.status, 200)
                answers += 1
                if answer.closed:
                    break
                time.sleep(0.05)
            self.assertEqual(connection.recv(1), b"", "a busy connection ends too")
        self.assertGreater(answers, 1)
        self.assertGreaterEqual(time.monotonic() - begin, 3.9)

    def test_R01_R02_versions_and_suites_of_both_listeners(self):
        show = ("-cert", gateway.zoo / "client.pem", "-key", gateway.zoo / "client.key")
        for port, options in ((gateway.port, ()), (be.port, show)):
            for version in ("-tls1_2", "-tls1_3"):
                self.assertIn("Cipher is", s_client(port, version, *options)[1].replace("Cipher is (NONE)", ""), version)
            for old in ("-tls1", "-tls1_1"):
                self.assertIn("Cipher is (NONE)", s_client(port, old, "-cipher", "ALL:@SECLEVEL=0", *options)[1], old)
            for suite in ("AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "DHE-RSA-AES256-GCM-SHA384",
                          "AES256-SHA", "NULL", "aNULL"):
                said = s_client(port, "-tls1_2", "-cipher", f"{suite}:@SECLEVEL=0", *options)[1]
                self.assertIn("Cipher is (NONE)", said, suite)
                self.assertIn("handshake failure", said, suite)
            said = s_client(port, "-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256:@SECLEVEL=0", "-sigalgs", "ECDSA+SHA1", *options)[1]
            self.assertIn("Cipher is (NONE)", said, "no SHA-1 signatures")

    def test_A29_no_renegotiation_compression_or_early_data(self):
        with be.connect(context=be.context("client", maximum=ssl.TLSVersion.TLSv1_2)) as connection:
            self.assertIsNone(connection.compression())
        self.assertIn("Early data was not sent", s_client(gateway.port, "-tls1_3")[1])
        show = ("-cert", gateway.zoo / "client.pem", "-cert_chain", gateway.zoo / "client.pem", "-key", gateway.zoo / "client.key")
        for port, options in ((gateway.port, ()), (be.port, show)):
            # R in s_client asks for a new handshake; the connection is of no use after that.
            words = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-tls1_2", *map(str, options)]
            with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
                said = process.communicate(b"R\n", timeout=20)[0].decode(errors="replace")
            self.assertIn("RENEGOTIATING", said)
            self.assertIn("no renegotiation", said)
        answer = ping(http={"Accept-Encoding": "gzip, deflate, br"})
        self.assertNotIn("content-encoding", answer.headers)
        self.assertTrue(answer.body.startswith(b"<"))


class Contract(unittest.TestCase):
    """The WSDLs as this listener serves them."""

    @classmethod
    def setUpClass(cls):
        cls.services = []
        for service in ("algemeen", "wi2007", "wi2013", "wi2021"):
            with be.connect() as connection:
                connection.sendall(f"GET /ws/{service}/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                file = gateway.dir / f"{service}.wsdl"
                file.write_bytes(soap.read_answer(connection).body)
            cls.services.append(description.Description(file))

    def holds(self, *idents):
        for ident, demand, check in description.CHECKS:
            if ident in idents:
                for one in self.services:
                    self.assertEqual(list(check(one)), [], f"{ident}: {demand}")
        self.assertLessEqual(set(idents), {ident for ident, *_ in description.CHECKS})

    def test_R20_R21_R22_R23_document_literal_with_types_of_xml_schema(self):
        self.holds("WW001", "WW002", "WW003", "WW004")

    def test_R25_R26_R29_one_port_type_of_requests_with_their_actions(self):
        self.holds("WS003", "WS005", "WS008", "WS002")

    def test_R28_R39_no_header_blocks_and_one_version_number(self):
        self.holds("WS007", "T11", "T12")

    def test_R31_what_names_its_sender_is_what_can_change_something(self):
        queries = ("Zoek", "Haal", "Raadpleeg", "Lijst", "Tel", "Bepaal", "Ping")
        for one in self.services:
            for operation, wrapper in one.requests():
                changes = any(child.get("name") == "verwerking" for child in one.children_of(wrapper))
                self.assertEqual(changes, not operation.startswith(queries), operation)


class Clients(unittest.TestCase):
    """Clients of others, made from the served WSDL and the guide's code alone."""

    def zeep(self, service, certificate="client"):
        connection = {"url": be.url, "ca": str(gateway.zoo / "root.pem"), "afzender": "https://cvs.example/",
                      "clientcertificaat": str(gateway.zoo / f"{certificate}.pem"),
                      "clientsleutel": str(gateway.zoo / f"{certificate}.key")}
        return guide.verbind(connection, service)

    def test_R20_R31_zeep_reads_and_changes(self):
        self.assertTrue(self.zeep("algemeen").service.Ping())
        client = self.zeep("wi2021")
        self.assertIsNotNone(client.service.RaadpleegPersoon(gemeentecode="0363", bsn=PERSON).persoon)
        changed = client.service.WijzigSignaalstatus(gemeentecode="0363", signaalIds={"signaalId": ["Z1"]}, status="Afgehandeld")
        self.assertEqual(changed.resultaat, "Afgekeurd", "an answer of the rules: the message was processed")

    def test_R09_zeep_sees_the_fault_of_an_oin_without_a_key(self):
        with self.assertRaises(zeep.exceptions.Fault) as refused:
            self.zeep("algemeen", "client-unknown-oin").service.Ping()
        self.assertIn("applicatiesleutel", str(refused.exception))

    def test_R03_curl_with_a_client_certificate_and_without(self):
        words = ["curl", "--silent", "--show-error", "--noproxy", "*", "--cacert", gateway.zoo / "root.pem", f"{be.url}/ws/algemeen/v1?wsdl"]
        with_ = [*words, "--cert", gateway.zoo / "client.pem", "--key", gateway.zoo / "client.key"]
        self.assertIn(b"definitions", subprocess.run(with_, capture_output=True, timeout=30, check=True).stdout)
        without = subprocess.run(words, capture_output=True, timeout=30, check=False)
        self.assertNotEqual(without.returncode, 0)
        self.assertEqual(without.stdout, b"")


class Start(unittest.TestCase):
    """What may not be served is refused before anything is (A46, R12, R13)."""

    def refused(self, words, prepare=None, **options):
        broken = DigikoppelingGateway(data=gateway.data, **options)
        if prepare:
            prepare(broken)
        self.assertIn(words, broken.refusal())

    def test_R53_R59_signed_and_encrypted_profiles_need_a_certificate_that_can(self):
        self.refused("answers cannot be signed", profile="2W-be-S")
        self.refused("no keyEncipherment", profile="2W-be-SE")

    def test_R12_A46_production_takes_nothing_of_the_test_world(self):
        production = {"environment": "productie", "server": "echt-server", "root": "echt-whole-chain", "lists": "echt-crl",
                      "own_oin": "00000001999999999000"}
        self.refused("production trusts PKIoverheid", **{**production, "root": "whole-chain", "lists": "crl"})
        self.refused("OIN is one for tests", **{**production, "server": "server"})
        self.refused("is er een voor proeven", **{**production, "own_oin": OWN_OIN})

    def test_R12_R07_production_serves_its_own_and_refuses_an_oin_for_tests(self):
        with DigikoppelingGateway(data=gateway.data, environment="productie", server="echt-server", root="echt-whole-chain",
                                  lists="echt-crl", own_oin="00000001999999999000") as production:
            ours = production.be.context()
            with_test_oin = production.be.context()
            for context, name in ((ours, "echt-client"), (with_test_oin, "echt-client-test-oin")):
                context.load_verify_locations(production.zoo / "echt-root.pem")
                context.load_cert_chain(production.zoo / f"{name}.pem", production.zoo / f"{name}.key")
            self.assertFalse(production.be.refuses(None, ours))
            self.assertTrue(production.be.refuses(None, with_test_oin))
            self.assertTrue(eventually(lambda: production.logged("its OIN is one for tests")))

    def test_R13_A46_a_key_that_others_may_read_and_a_certificate_of_the_past(self):
        self.refused("chmod 600", prepare=lambda broken: (broken.files / "server.key").chmod(0o640))
        self.refused("certificate has expired", server="server-expired")


if __name__ == "__main__":
    unittest.main()
