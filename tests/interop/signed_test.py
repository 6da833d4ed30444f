#!/usr/bin/env python3
"""Two independent stacks call a listener of profile 2W-be-S with signed messages and check its signed answers: zeep as the connection
guide shows it, and WSS4J; and WSS4J one of profile 2W-be-SE with encrypted messages, too."""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "docs/aansluitgids")]
import ondertekenen_zeep as signing_guide  # noqa: E402
import verbinden_digikoppeling_zeep as guide  # noqa: E402
import zeep  # noqa: E402
from zeep.exceptions import SignatureVerificationFailed  # noqa: E402
from zeep.wsse.signature import BinarySignature  # noqa: E402

from changes import el  # noqa: E402
from digikoppeling_gateway import OIN, DigikoppelingGateway  # noqa: E402
from gateway import ALL_ROLES  # noqa: E402

PERSON = "999994001"
SIGNED = "Action,Body,MessageID,RelatesTo,SignatureConfirmation,Timestamp"


def setUpModule():
    global gateway
    gateway = start("2W-be-S")


def start(profile):
    made = DigikoppelingGateway(persons=20, profile=profile, server="server-rsa")
    made.issue_key("0363", ALL_ROLES, "--oin", OIN)
    return unittest.enterModuleContext(made)


class Zeep(unittest.TestCase):
    def client(self, wsse, service):
        zoo = gateway.zoo
        connection = {"url": gateway.be.url, "ca": str(zoo / "root.pem"), "clientcertificaat": str(zoo / "client.pem"),
                      "clientsleutel": str(zoo / "client.key"), "afzender": "https://cvs.example/"}
        client = guide.verbind(connection, service)
        client.wsse = wsse
        return client

    def guided(self, gateway_certificate="server-rsa"):
        zoo = gateway.zoo
        return signing_guide.Ondertekening(str(zoo / "signer.key"), str(zoo / "signer.pem"), str(zoo / f"{gateway_certificate}.pem"))

    def test_R50_R52_R56_the_guides_zeep_reads_and_changes(self):
        reading = self.client(self.guided(), "wi2021").service.RaadpleegPersoon(gemeentecode="0363", bsn=PERSON)
        self.assertIsNotNone(reading.persoon)
        added = self.client(self.guided(), "wi2021").service.VoegContactpersoonToe(
            gemeentecode="0363", contactpersoon={"naam": "Ondertekend", "email": "ondertekend@cvs.example", "algemeenContactpersoon": False})
        self.assertEqual(added.resultaat, "Verwerkt")

    def test_R55_R56_the_guides_zeep_reads_signed_faults(self):
        with self.assertRaises(zeep.exceptions.Fault) as caught:
            self.client(self.guided(), "wi2021").service.RaadpleegPersoon(gemeentecode="0599", bsn=PERSON)
        self.assertIn("geen recht", caught.exception.message)

    def test_R13_R55_the_guides_zeep_refuses_another_signer_than_the_gateway(self):
        with self.assertRaisesRegex(SignatureVerificationFailed, "ander certificaat"):
            self.client(self.guided("server"), "algemeen").service.Ping()

    def test_R52_R53_zeeps_own_signature_is_refused(self):
        """No Timestamp, SHA-1 and the Body only: what the guide warns of."""
        zoo = gateway.zoo
        own = BinarySignature(str(zoo / "signer.key"), str(zoo / "signer.pem"))
        own.verify = lambda envelope: envelope
        with self.assertRaises(zeep.exceptions.Fault) as caught:
            self.client(own, "algemeen").service.Ping()
        self.assertIn("wsu:Timestamp ontbreekt", caught.exception.message)


class Wss4jCase(unittest.TestCase):
    profile = "2W-be-S"
    came = "open"
    JARS = [f"/usr/share/java/{name}.jar" for name in ("wss4j", "xmlsec", "commons-logging", "slf4j-api", "slf4j-nop", "commons-codec")]

    @classmethod
    def setUpClass(cls):
        work = Path(os.environ.get("CVSGW_INTEROP_WORK", ROOT / "build/interop")) / "wss4j"
        work.mkdir(parents=True, exist_ok=True)
        cls.classes = f"{work}:{':'.join(cls.JARS)}"
        source = Path(__file__).resolve().parent / "wss4j/SignedCalls.java"
        compiled = work / "SignedCalls.class"
        if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
            run("javac", "-Xlint:-options", "-d", work, "-cp", cls.classes, source)
        cls.gateway = gateway if cls.profile == "2W-be-S" else start(cls.profile)
        cls.folder = cls.gateway.dir / "wss4j"
        cls.folder.mkdir()
        zoo = gateway.zoo
        for name, key, certificate in (("signer", "signer", "signer"), ("tls", "client", "client")):
            run("openssl", "pkcs12", "-export", "-name", name, "-inkey", zoo / f"{key}.key", "-in", zoo / f"{certificate}.pem",
                "-passout", "pass:proefproef", "-out", cls.folder / f"{name}.p12")
        shutil.copy(zoo / "whole-chain.pem", cls.folder / "trust.pem")

    def calls(self, *calls):
        words = []
        for number, (service, operation, content) in enumerate(calls):
            file = self.folder / f"{number}.xml"
            file.write_text(content, encoding="utf-8")
            words += [service, operation, file]
        return run("java", "-cp", self.classes, "SignedCalls", self.gateway.be.url, self.folder, *words).splitlines()

    def walk(self):
        person = el("gemeentecode", "0363") + el("bsn", PERSON)
        elsewhere = el("gemeentecode", "0599") + el("bsn", PERSON)
        answers = self.calls(("algemeen", "Ping", ""), ("wi2021", "RaadpleegPersoon", person),
                             ("wi2021", "RaadpleegPersoon", elsewhere), ("wi2021", "RaadpleegPersoon", el("x", "x")))
        self.assertEqual(answers, [f"{self.came} {outcome} {SIGNED} true" for outcome in (
            "200 -", "200 -", "500 soap:Client", "500 soap:Client")])


class Wss4j(Wss4jCase):
    def test_R50_R52_R56_answers_and_faults(self):
        self.walk()


class Wss4jEncrypted(Wss4jCase):
    profile = "2W-be-SE"
    came = "sealed"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        shutil.copy(gateway.zoo / "server-rsa.pem", cls.folder / "gateway.pem")

    def test_R57_R58_R59_encrypted_answers_and_faults(self):
        self.walk()


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, check=False,
                          env={name: value for name, value in os.environ.items() if name != "JAVA_TOOL_OPTIONS"})
    if done.returncode != 0:
        raise AssertionError(f"{words[0]} gave {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


if __name__ == "__main__":
    unittest.main()
