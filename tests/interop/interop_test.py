#!/usr/bin/env python3
"""Drives the real gateway with five toolkits, each from the served WSDL only.

    interop_test.py zeep|node|php|jaxws|gsoap [unittest options]

Every client walks the same two roads, one of reading and one of changes (docs/aansluitgids/ holds the first three: the
examples that vendors copy), and writes what came of it. zeep is the reference: what it gets is checked here, and what
another client gets must be the same. Each has a gateway and a copy of the data of its own, behind a proxy that loses one
answer, so that the guide's way to ask again is walked for real.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
from gateway import ALL_ROLES, ROOT, Gateway  # noqa: E402
from lossy_proxy import LossyProxy  # noqa: E402

GUIDE = ROOT / "docs/aansluitgids"
SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")
GEMEENTE = "0014"  # Groningen: where the named test persons of Wi2007 and Wi2013 live
CHANGED = "0363"  # Amsterdam: where those of the Wi2021 live, whom the examples change
TODAY = "2026-11-22"
LOST = "VoegAanbodToe"  # the operation whose first answer is lost
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
        raise AssertionError(f"{' '.join(words)[:400]} gave {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def need(*programs):
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise AssertionError(f"not installed: {', '.join(missing)}; ./check installs what the tests need")


class Client:
    """Base: a client leaves its outcomes in JSON files, of what it read and of its changes."""

    def __init__(self, gateway, key):
        self.gateway = gateway
        self.key = key
        self.outcome = gateway.dir / "read.json"
        self.changes = gateway.dir / "changed.json"
        self.connection = gateway.connection_file(key, GEMEENTE)

    def read(self):
        self.walk()
        return [json.loads(file.read_text(encoding="utf-8")) for file in (self.outcome, self.changes)]


class BehindProxy(Gateway):
    """A gateway that names a proxy's port as its own in the WSDL."""

    def __init__(self, data):
        super().__init__(data=data, today=TODAY)
        self.proxy = LossyProxy(self.pki, lose=LOST)

    def config_text(self):
        self.proxy.gateway_port = self.port
        self.url = f"https://localhost:{self.proxy.port}"
        return super().config_text()

    def start(self):
        self.proxy.__enter__()
        return super().start()

    def __exit__(self, *reason):
        self.proxy.__exit__()
        super().__exit__(*reason)


class Zeep(Client):
    def walk(self):
        # Debian's own Python has zeep; another one earlier in PATH need not. -B: nothing is left between the sources.
        run("/usr/bin/python3", "-B", GUIDE / "voorbeeld_zeep.py", self.connection, self.outcome)
        run("/usr/bin/python3", "-B", GUIDE / "wijzigen_zeep.py", self.connection, self.changes)


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
        run("node", GUIDE / "wijzigen_node.mjs", self.connection, self.changes, cwd=modules)


class Php(Client):
    def walk(self):
        need("php")
        for example, outcome in (("voorbeeld_php.php", self.outcome), ("wijzigen_php.php", self.changes)):
            run("php", "-d", "soap.wsdl_cache_enabled=0", GUIDE / example, self.connection, outcome)


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
            *sorted((work / "src").rglob("*.java")), *sorted((HERE / "jaxws").glob("*.java")),
            *sorted(GUIDE.glob("*.java")))
        # Java asks again for a lost answer by itself, below JAX-WS; here the guide's own way has to do it.
        run("java", "-Dsun.net.http.retryPost=false", *trust, "-cp", f"{work}/classes:{runtime}", "Scenario", self.key.name, self.key.password_file,
            GEMEENTE, self.outcome, self.changes)


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
        header = (work / "cvs.h").read_text(encoding="utf-8") + (GUIDE / "koppen_gsoap.h").read_text(encoding="utf-8")
        # wsdl2h writes the moment in; without it an unchanged contract gives unchanged sources, which ccache knows.
        (work / "cvs.h").write_text(re.sub(r"^.*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*$", "", header, flags=re.M),
                                    encoding="utf-8")
        run("soapcpp2", "-C", "-c++17", "-j", "-L", "-x", "-w", "-I", "/usr/share/gsoap/import:/usr/share/gsoap",
            "cvs.h", cwd=work)
        compiler = (["ccache"] if shutil.which("ccache") else []) + ["g++", "-std=c++20", "-w", "-DWITH_OPENSSL", "-I.",
                                                                  "-I", GUIDE]
        sources = [*sorted(work.glob("soap*.cpp")), HERE / "gsoap/client.cpp"]
        for source in sources:
            run(*compiler, "-c", source, "-o", f"{source.stem}.o", cwd=work)
        run("g++", *[f"{source.stem}.o" for source in sources], "-lgsoapssl++", "-lssl", "-lcrypto", "-lz", "-o", "client",
            cwd=work)
        run(work / "client", self.gateway.url, self.gateway.ca, self.key.name, self.key.password, GEMEENTE, self.outcome,
            self.changes)


def fetch(gateway, address):
    import ssl
    context = ssl.create_default_context(cafile=str(gateway.ca))
    with urllib.request.urlopen(address, timeout=30, context=context) as answer:
        return answer.read().decode("utf-8")


# Step: the result, and each message with its field.
EXPECTED = {
    "proef": ("Goedgekeurd",),
    "geweigerd": ("Afgekeurd", ("FS111", "pip/datumDagtekening"), ("FS113", "pip/datumDagtekening"),
                  ("AS114", "pip/datumDagtekening"), ("AS115", "pip/datumDagtekening"), ("FS116", "pip/niveau"),
                  ("FS121", "pip/geschatteUrenIntensiteit")),
    "vraagt": ("BevestigingNodig", ("AS114", "pip/datumDagtekening")),
    "bevestigd": ("Verwerkt", ("AS114", "pip/datumDagtekening")),
    "pip": ("Verwerkt",),
    "anderKenmerk": ("Afgekeurd", ("FS110", "pip"), ("AS010", "pip")),
    "aanbod": ("Verwerkt",),
    "uren": ("Verwerkt",),
    "gewijzigd": ("Verwerkt", ("AS117", "pip/niveau")),
    "verouderd": ("Afgekeurd", ("FS010", "verwerking/verwachteVersie")),
    "signalen": ("Verwerkt",),
    "onbekend": ("Afgekeurd", ("FS020", "signaalIds/signaalId[3]")),
}
CLIENTS = {"zeep": Zeep, "node": Node, "php": Php, "jaxws": Jaxws, "gsoap": Gsoap}


class InteropTest(unittest.TestCase):
    client = Zeep
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        world = Gateway(persons=6000, today=TODAY)
        cls.addClassCleanup(world.discard)
        key = world.issue_key(GEMEENTE, ALL_ROLES, "--gemeente", CHANGED)
        kinds = list(dict.fromkeys((Zeep, cls.client)))
        clients = []
        for kind in kinds:
            data = world.dir / kind.__name__
            shutil.copytree(world.data, data)
            clients.append(kind(cls.enterClassContext(BehindProxy(data)), key))
        with ThreadPoolExecutor() as pool:
            walked = list(pool.map(lambda client: client.read(), clients))
        cls.reference, cls.reference_changes = walked[0]
        cls.outcome, cls.changes = walked[-1]
        cls.proxy = clients[-1].gateway.proxy

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

    def test_changes_come_out_as_those_of_the_reference(self):
        self.assertEqual(list(self.changes), list(self.reference_changes))
        for step, outcome in self.changes.items():
            with self.subTest(step):
                self.assertEqual(outcome, self.reference_changes[step])

    def test_changes_come_out_by_the_rules(self):
        for step, (result, *messages) in EXPECTED.items():
            with self.subTest(step):
                found = self.changes[step]
                self.assertEqual(found["resultaat"], result)
                self.assertEqual([(code, field) for code, _, field, *_ in found["meldingen"]], messages)
                self.assertEqual(found["stand"] is not None, result == "Verwerkt")

    def test_every_message_can_be_shown(self):
        messages = [message for step in EXPECTED for message in self.changes[step]["meldingen"]]
        for code, confirm, _, rule, text in messages:
            with self.subTest(code):
                self.assertIs(confirm, code in ("AS114", "AS115"))
                self.assertRegex(rule, r"^(W21|ALG)-\d{3} \(.+\)$")
                self.assertGreater(len(text), 20)
        self.assertIn("vóór 1 januari 2022", messages[0][4])

    def test_a_dry_run_leaves_no_trace(self):
        self.assertIs(self.changes["zonderSpoor"], True)

    def test_a_retry_is_one_change_and_one_answer(self):
        self.assertEqual(self.changes["zelfdeKenmerk"], self.changes["pip"])
        self.assertEqual(self.changes["oudKenmerk"], "0011", "another body under the same id")
        first, second = self.changes["pip"]["stand"], self.changes["gewijzigd"]["stand"]
        self.assertNotEqual(first[0], second[0], "a change gives a new version")
        self.assertEqual(self.changes["historiePip"], [[first[0]], []])
        self.assertEqual(self.changes["historieAanbod"], [[], ["AS104"]])

    def test_a_lost_answer_is_asked_for_again(self):
        self.assertEqual(self.proxy.lost, 1)
        ids = [message_id for operation, message_id in self.proxy.seen if operation == LOST]
        self.assertEqual((len(ids), len(set(ids))), (2, 1), "the same message once more, under its own id")
        self.assertEqual(self.changes["aanbiedingen"], 1)

    def test_each_message_has_the_id_that_the_client_chose(self):
        ids = [message_id for operation, message_id in self.proxy.seen if operation == "VoegPipToe"]
        numbers = [list(dict.fromkeys(ids)).index(message_id) for message_id in ids]
        self.assertEqual(numbers, [0, 1, 2, 2, 3, 4, 4, 5])
        for message_id in ids:
            self.assertRegex(message_id, r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in CLIENTS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(CLIENTS)} [unittest options]")
    InteropTest.client = CLIENTS[sys.argv.pop(1)]
    unittest.main(verbosity=2)
