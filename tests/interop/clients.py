"""The five toolkits: how each is built from a served WSDL, and the roads that it walks."""
import json
import os
import re
import shutil
import ssl
import subprocess
import urllib.request
from pathlib import Path

from gateway import ROOT

HERE = Path(__file__).resolve().parent
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
        self.omitted = gateway.dir / "omitted.json"
        self.connection = gateway.connection_file(key, GEMEENTE)

    def read(self):
        self.walk()
        return [json.loads(file.read_text(encoding="utf-8")) for file in (self.outcome, self.changes, self.omitted)
                if file.is_file()]


class Zeep(Client):
    def walk(self):
        # Debian's own Python has zeep; another one earlier in PATH need not. -B: nothing is left between the sources.
        run("/usr/bin/python3", "-B", GUIDE / "voorbeeld_zeep.py", self.connection, self.outcome)
        run("/usr/bin/python3", "-B", HERE / "omitted/omitted_zeep.py", self.connection, self.omitted, PYTHONPATH=str(GUIDE))
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
        run("node", HERE / "omitted/omitted_node.mjs", self.connection, self.omitted, cwd=modules)
        run("node", GUIDE / "wijzigen_node.mjs", self.connection, self.changes, cwd=modules)


class Php(Client):
    def walk(self):
        need("php")
        for program, outcome in ((GUIDE / "voorbeeld_php.php", self.outcome), (HERE / "omitted/omitted_php.php", self.omitted),
                                 (GUIDE / "wijzigen_php.php", self.changes)):
            run("php", "-d", "soap.wsdl_cache_enabled=0", program, self.connection, outcome)


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
        # One source for all proxies: each would read the same generated header again.
        proxies = sorted(p.name for p in work.glob("soap*Proxy.cpp"))
        (work / "proxies.cpp").write_text("".join(f'#include "{p}"\n' for p in proxies), encoding="utf-8")
        sources = [work / "soapC.cpp", work / "proxies.cpp", HERE / "gsoap/client.cpp"]
        for source in sources:
            run(*compiler, "-c", source, "-o", f"{source.stem}.o", cwd=work)
        run("g++", *[f"{source.stem}.o" for source in sources], "-lgsoapssl++", "-lssl", "-lcrypto", "-lz", "-o", "client",
            cwd=work)
        run(work / "client", self.gateway.url, self.gateway.ca, self.key.name, self.key.password, GEMEENTE, self.outcome,
            self.changes)


def fetch(gateway, address):
    context = ssl.create_default_context(cafile=str(gateway.ca))
    with urllib.request.urlopen(address, timeout=30, context=context) as answer:
        return answer.read().decode("utf-8")


CLIENTS = {"zeep": Zeep, "node": Node, "php": Php, "jaxws": Jaxws, "gsoap": Gsoap}
