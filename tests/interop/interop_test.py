#!/usr/bin/env python3
"""Drives the real gateway with five toolkits, each from the served WSDL only.

    interop_test.py zeep|node|php|jaxws|gsoap [unittest options]

Every client walks the same road (docs/aansluitgids/ holds the first three: the examples that vendors copy) and writes
what it read. zeep is the reference: what it reads is checked here, and what another client reads must be the same.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from gateway import ROOT, Gateway  # noqa: E402

GUIDE = ROOT / "docs/aansluitgids"
SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")
GEMEENTE = "0014"  # Groningen: where the named test persons of Wi2007 and Wi2013 live
# Made by a run and good for the next one: generated classes, compiled clients, node_modules.
WORK = Path(os.environ.get("CVSGW_INTEROP_WORK", ROOT / "build/interop"))


def run(*words, cwd=None, timeout=300, **environment):
    """Runs a tool; its output is shown only when it fails."""
    # A CA that the surroundings prefer would make the clients refuse the test CA, or trust more than it.
    quiet = {name: value for name, value in os.environ.items() if name not in (
        "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "JAVA_TOOL_OPTIONS")}
    words = [str(word) for word in words]
    done = subprocess.run(words, cwd=cwd, timeout=timeout, capture_output=True, text=True, check=False,
                          env={**quiet, **environment}, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(words)} gave {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def need(*programs):
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise AssertionError(f"not installed: {', '.join(missing)}; ./check installs what the tests need")


class Client:
    """Base: a client leaves its outcome in a JSON file."""

    def __init__(self, gateway, key):
        self.gateway = gateway
        self.key = key
        self.outcome = gateway.dir / f"{type(self).__name__}.json"
        self.connection = gateway.connection_file(key, GEMEENTE)

    def read(self):
        self.walk()
        return json.loads(self.outcome.read_text(encoding="utf-8"))


class Zeep(Client):
    def walk(self):
        # Debian's own Python has zeep; another one earlier in PATH need not.
        run("/usr/bin/python3", GUIDE / "voorbeeld_zeep.py", self.connection, self.outcome)


class Node(Client):
    def walk(self):
        need("node", "npm")
        modules = WORK / "node"
        modules.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "node" / name, modules)
        installed = modules / "node_modules/.installed"
        lock = (modules / "package-lock.json").read_text(encoding="utf-8")
        if not installed.is_file() or installed.read_text(encoding="utf-8") != lock:
            run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", cwd=modules)
            installed.write_text(lock, encoding="utf-8")
        run("node", GUIDE / "voorbeeld_node.mjs", self.connection, self.outcome, cwd=modules)


class Php(Client):
    def walk(self):
        need("php")
        run("php", "-d", "soap.wsdl_cache_enabled=0", GUIDE / "voorbeeld_php.php", self.connection, self.outcome)


class Jaxws(Client):
    JARS = "/usr/share/java"

    def walk(self):
        need("java", "javac", "keytool")
        work = self.gateway.dir / "jaxws"
        (work / "src").mkdir(parents=True)
        (work / "classes").mkdir()
        run("keytool", "-importcert", "-noprompt", "-alias", "test", "-file", self.gateway.ca, "-keystore",
            work / "trust.p12", "-storetype", "PKCS12", "-storepass", "changeit")
        trust = [f"-Djavax.net.ssl.trustStore={work}/trust.p12", "-Djavax.net.ssl.trustStorePassword=changeit"]
        for service in SERVICES:
            run("sh", "/usr/share/jaxws/bin/wsimport.sh", "-quiet", "-keep", "-Xnocompile", "-s", work / "src",
                f"{self.gateway.url}/ws/{service}/v1?wsdl", WSIMPORT_OPTS=" ".join(trust))
        runtime = f"{self.JARS}/jaxws-rt.jar"
        api = [f"{self.JARS}/{jar}.jar" for jar in ("jaxws-api", "jaxb-api", "jws-api", "javax.xml.soap-api")]
        run("javac", "-nowarn", "-encoding", "UTF-8", "-cp", ":".join([runtime, *api]), "-d", work / "classes",
            *sorted((work / "src").rglob("*.java")), *sorted((HERE / "jaxws").glob("*.java")))
        run("java", *trust, "-cp", f"{work}/classes:{runtime}", "Scenario", self.key.name, self.key.password_file,
            GEMEENTE, self.outcome)


class Gsoap(Client):
    def walk(self):
        need("wsdl2h", "soapcpp2", "g++")
        work = WORK / "gsoap"
        work.mkdir(parents=True, exist_ok=True)
        for service in SERVICES:
            address = f"{self.gateway.url}/ws/{service}/v1?wsdl"
            # The port differs from run to run and is not part of what is generated: the endpoint is set by the client.
            text = re.sub(r"https://localhost:\d+", "https://localhost", fetch(self.gateway, address))
            (work / f"{service}.wsdl").write_text(text, encoding="utf-8")
        shutil.copy(HERE / "gsoap/typemap.dat", work)
        run("wsdl2h", "-c++17", "-O2", "-P", "-x", "-d", "-o", "cvs.h", *[f"{s}.wsdl" for s in SERVICES], cwd=work)
        header = (work / "cvs.h").read_text(encoding="utf-8") + (HERE / "gsoap/key.h").read_text(encoding="utf-8")
        # wsdl2h writes the moment in; without it an unchanged contract gives unchanged sources, which ccache knows.
        (work / "cvs.h").write_text(re.sub(r"^.*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*$", "", header, flags=re.M),
                                    encoding="utf-8")
        run("soapcpp2", "-C", "-c++17", "-j", "-L", "-x", "-w", "-I", "/usr/share/gsoap/import:/usr/share/gsoap",
            "cvs.h", cwd=work)
        compiler = (["ccache"] if shutil.which("ccache") else []) + ["g++", "-std=c++20", "-w", "-DWITH_OPENSSL", "-I."]
        sources = [*sorted(work.glob("soap*.cpp")), HERE / "gsoap/client.cpp"]
        for source in sources:
            run(*compiler, "-c", source, "-o", f"{source.stem}.o", cwd=work)
        run("g++", *[f"{source.stem}.o" for source in sources], "-lgsoapssl++", "-lssl", "-lcrypto", "-lz", "-o", "client",
            cwd=work)
        run(work / "client", self.gateway.url, self.gateway.ca, self.key.name, self.key.password, GEMEENTE, self.outcome)


def fetch(gateway, address):
    import ssl
    context = ssl.create_default_context(cafile=str(gateway.ca))
    with urllib.request.urlopen(address, timeout=30, context=context) as answer:
        return answer.read().decode("utf-8")


CLIENTS = {"zeep": Zeep, "node": Node, "php": Php, "jaxws": Jaxws, "gsoap": Gsoap}


class InteropTest(unittest.TestCase):
    client = Zeep
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway(persons=6000)
        key = cls.gateway.issue_key(GEMEENTE)
        cls.enterClassContext(cls.gateway)
        cls.reference = Zeep(cls.gateway, key).read()
        cls.outcome = cls.reference if cls.client is Zeep else cls.client(cls.gateway, key).read()

    def test_reads_what_the_reference_reads(self):
        for part in ("vandaag", "autorisatie", "gemeenten", "wetten", "bepaalWet"):
            self.assertEqual(self.outcome[part], self.reference[part], part)

    def test_faults_are_readable_with_their_detail(self):
        wrong = self.outcome["fouten"]["verkeerdWachtwoord"]
        self.assertEqual((wrong["code"], wrong["kant"], wrong["schendingen"]), ("0002", "aanroeper", []))
        self.assertRegex(wrong["referentie"], r"^[0-9a-f]{16}$")
        if "faultcode" in wrong:  # a toolkit with declared faults hides it
            self.assertEqual(wrong["faultcode"].split(":")[-1], "FailedAuthentication")

    def test_a_schema_violation_names_its_element(self):
        schema = self.outcome["fouten"]["schema"]
        self.assertEqual((schema["code"], schema["schendingen"]), ("0004", ["BepaalWet/bsn"]))
        self.assertNotIn("12345", schema["tekst"])

    def test_paging_and_feeds_are_whole(self):
        for law, read in self.outcome["wetten"].items():
            with self.subTest(law):
                self.assertEqual(len(read["personen"]["bsns"]), read["personen"]["totaal"])
                self.assertEqual(len(set(read["personen"]["bsns"])), read["personen"]["totaal"])
                self.assertEqual(len(read["signalen"]["rijen"]), read["signalen"]["totaal"])
                self.assertEqual(read["telling"][0], read["signalen"]["totaal"])
                self.assertEqual(sum(read["telling"][1:]), read["telling"][0])
                self.assertGreater(read["signalen"]["totaal"], 0)
                for feed in ("feedSignalen", "feedPersonen"):
                    numbers = [entry[1] for entry in read[feed]]
                    self.assertEqual(numbers, sorted(set(numbers)), feed)
                self.assertLessEqual({row[0] for row in read["signalen"]["rijen"]},
                                     {entry[0] for entry in read["feedSignalen"] if not entry[2]})

    def test_names_and_dates_are_as_they_were(self):
        people = [entry for read in self.outcome["wetten"].values() for entry in read["feedPersonen"] if not entry[2]]
        self.assertTrue(any(re.search(r"[^\x00-\x7f]", entry[4]) for entry in people), "a name with a diacritic")
        self.assertTrue(all(entry[5] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", entry[5]) for entry in people))

    def test_each_person_falls_under_the_law_it_was_read_under(self):
        for law in self.outcome["wetten"]:
            self.assertEqual(self.outcome["bepaalWet"][law], [law, True, True])


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in CLIENTS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(CLIENTS)} [unittest options]")
    InteropTest.client = CLIENTS[sys.argv.pop(1)]
    unittest.main(verbosity=2)
