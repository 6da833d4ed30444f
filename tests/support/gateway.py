"""Starts the real gateway for a test: fresh data, test certificates, an application key, free ports.

    with Gateway() as gateway:
        sleutel = gateway.issue_key()
        ...

CVSGW_BINARY names the program. Everything is bounded in time; the gateway is ended by its own process id.
"""
import json
import os
import re
import selectors
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALL_ROLES = "Wi2007,Wi2013MUT,Wi2021MUT"
# Sanitizers make everything slower; the deadlines are for a hang, not for speed.
START_SECONDS = 60
START_ATTEMPTS = 5
STOP_SECONDS = 10
PORT_TAKEN = "cannot listen on"  # what the program says of a port that somebody took meanwhile
UNLIMITED = "[grenzen]\nperSleutelPerSeconde = 0\ngeweigerdPerBronPerSeconde = 0\nwachtwoordPogingen = 0\n"


class Key:
    """An issued application key."""

    def __init__(self, name, password_file):
        self.name = name
        self.password_file = password_file
        self.password = Path(password_file).read_text(encoding="utf-8").strip()


def binary():
    path = Path(os.environ.get("CVSGW_BINARY", ROOT / "build/release/gateway/cvsgw"))
    if not path.is_file():
        raise FileNotFoundError(f"no gateway at {path}; build target cvsgw or set CVSGW_BINARY")
    return str(path)


def test_persons():
    """The named test persons: dicts with bsn, wet, gemeente, naam, toont."""
    table = subprocess.run([binary(), "isi", "testpersonen"], capture_output=True, text=True, check=True, timeout=60)
    persons = []
    for line in table.stdout.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 5 and re.fullmatch(r"[0-9]{9}", cells[0].strip("`")):
            persons.append(dict(zip(("bsn", "wet", "gemeente", "naam", "toont"), [cells[0].strip("`"), *cells[1:5]])))
    return persons


def free_port():
    """One that nobody has now. Whoever binds it first gets it, so that a start may have to be tried with another."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Gateway:
    def __init__(self, persons=300, today=None, settings="", data=None):
        """`settings` is TOML that comes after the harness's own; `today` is a date for data and clock alike.
        `data` is a directory that has its population already."""
        self._scratch = tempfile.TemporaryDirectory(prefix="cvsgw-test-")
        self.dir = Path(self._scratch.name)
        self.data = Path(data) if data else self.dir / "data"
        self.log = self.dir / "gateway.log"
        self.process = None
        self._today = today
        self._settings = settings
        self._pki()
        day = ["--vandaag", today] if today else []
        if not data:
            self.command("isi", "populate", "--data", self.data, "--persons", persons, "--seed", 1, *day)

    def _pki(self):
        # Making keys takes a second; the script leaves a set that is still good alone.
        self.pki = Path(os.environ.get("CVSGW_TEST_PKI", self.dir / "pki"))
        subprocess.run(["sh", ROOT / "certs/make-test-pki.sh", self.pki], check=True, capture_output=True, timeout=120)
        self.ca = self.pki / "root-ca.pem"

    def command(self, *arguments, expect=0):
        """Runs `cvsgw ARGUMENTS` and gives its standard output."""
        words = [binary(), *map(str, arguments)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=300, cwd=self.dir, check=False)
        if done.returncode != expect:
            raise AssertionError(f"{words} gave {done.returncode}, not {expect}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def issue_key(self, gemeente="0363", rollen=ALL_ROLES, *options, leverancier="Testleverancier"):
        documents = self.dir / "sleutels"
        documents.mkdir(exist_ok=True)
        out = self.command("keys", "issue", "--label", "Test", "--leverancier", leverancier, "--gemeente", gemeente,
                           "--rollen", rollen, "--uit", documents, "--kaal", "--json", "--data", self.data, *options)
        issued = json.loads(out)
        return Key(issued["applicatiesleutel"], issued["wachtwoorddocument"])

    def connection_file(self, key, gemeente="0363"):
        """The file that a client needs to connect: the same as quickstart writes."""
        path = self.dir / "aansluiting.json"
        path.write_text(json.dumps({
            "url": self.url, "ca": str(self.ca), "sleutel": key.name, "wachtwoordBestand": str(key.password_file),
            "gemeentecode": gemeente, "rollen": ALL_ROLES.split(",")}), encoding="utf-8")
        return path

    def config_text(self):
        day = f'\n[klok]\ndatum = "{self._today}"\n' if self._today else ""
        # The WSDL has to tell an address before the system could have chosen a port.
        # Tests send as fast as they can with one key, and much that is wrong; those of the limits themselves set their own.
        limits = "" if "[grenzen]" in self._settings else UNLIMITED
        return (f'[server]\nadres = "127.0.0.1"\npoort = {self.port}\npubliekeUrl = "{self.url}"\n'
                f'certificaat = "{self.pki}/server.pem"\nsleutel = "{self.pki}/server.key"\n'
                '[beheer]\npoort = 0\n'
                f'[gegevens]\nmap = "{self.data}"\n{day}'
                f'[log]\nbestand = "{self.log}"\n{limits}{self._settings}')

    def configure(self):
        """Writes the settings, with ports that are free now."""
        self.port = free_port()
        self.url = f"https://localhost:{self.port}"
        config = self.dir / "gateway.toml"
        config.write_text(self.config_text(), encoding="utf-8")
        return str(config)

    def start(self):
        for _ in range(START_ATTEMPTS):
            told = len(self.console())
            ports = self._launch()
            if ports or PORT_TAKEN not in self.console()[told:]:
                break
            self._end()
        self.management_port = ports.get("beheerpoort")
        if not ports or not self.ready():
            self._end()
            raise AssertionError("the gateway did not become ready:\n" + self.console())
        return self

    def _launch(self):
        """Starts the program once and gives its ports; none when it ended."""
        config = self.configure()
        # The gateway's own messages stay out of the test's output unless it dies.
        with open(self.dir / "console.log", "ab") as console:
            self.process = subprocess.Popen([binary(), "serve", "--config", config], stdout=subprocess.PIPE,
                                            stderr=console, stdin=subprocess.DEVNULL, cwd=self.dir)
        return json.loads(self._first_line() or "{}")

    def _first_line(self):
        """The line that tells the ports; empty when the gateway ended or hangs."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            return self.process.stdout.readline() if selector.select(START_SECONDS) else b""

    def console(self):
        file = self.dir / "console.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def management(self, path):
        """Status and text of a management page; status 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.management_port}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def ready(self):
        return self.management("/readyz")[0] == 200

    def connect(self, timeout=20, source=None):
        """A TLS connection that checks the gateway's certificate; `source` is another address of 127.0.0.0/8."""
        context = ssl.create_default_context(cafile=str(self.ca))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=timeout, source_address=source and (source, 0))
        return context.wrap_socket(plain, server_hostname="localhost")

    def resident_kilobytes(self, *, peak=False):
        """Memory that the process holds now, or (`peak`) the most that it ever held."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(rf"{'VmHWM' if peak else 'VmRSS'}:\s+(\d+)", status)[1])

    def cpu_seconds(self):
        """Processor time of all its threads; they live as long as it does."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9

    def stop(self, within=STOP_SECONDS):
        """Asks the gateway to stop and gives its exit code and how long it took."""
        begin = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(timeout=within)
        except subprocess.TimeoutExpired as slow:
            self._end()
            raise AssertionError(f"the gateway did not stop within {within} s") from slow
        return code, time.monotonic() - begin

    def kill(self):
        """Ends the gateway as a crash would, with no chance to tidy up; start() starts it again on the same data."""
        self.process.kill()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def restart(self, today=None):
        """Stops and starts, on another day when `today` is given."""
        self.stop()
        self.process.stdout.close()
        self._today = today or self._today
        return self.start()

    def discard(self):
        """Removes what was made for a gateway that only served to be copied and was never started."""
        self._scratch.cleanup()

    def _end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=10)
        if self.process:
            self.process.stdout.close()

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        try:
            if self.process and self.process.poll() is None:
                code, _ = self.stop(within=60)
                # A sanitizer reports at the end; do not bury an error that is already under way.
                if code != 0 and kind is None:
                    raise AssertionError(f"the gateway ended with {code}:\n" + self.console())
        finally:
            self._end()
            self._scratch.cleanup()
