#!/usr/bin/env python3
"""What docs/operating shows is what works: the fetcher of revocation lists is run, the units are read by systemd."""
import functools
import http.server
import json
import os
import re
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPERATING = ROOT / "docs/operating"


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", (OPERATING / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Fetcher(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.there = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        run = functools.partial(subprocess.run, check=True, capture_output=True, timeout=60, cwd=cls.there)
        (cls.there / "ca.cnf").write_text("[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\ndefault_md = sha256\ndefault_crl_days = 1\n",
                                          encoding="ascii")
        (cls.there / "index.txt").touch()
        run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=uitgever", "-keyout",
             "ca.key", "-out", "ca.pem"])
        run(["openssl", "ca", "-config", "ca.cnf", "-gencrl", "-keyfile", "ca.key", "-cert", "ca.pem", "-out", "lijst.pem"])
        run(["openssl", "crl", "-in", "lijst.pem", "-outform", "DER", "-out", "lijst.der"])
        (cls.there / "geen.html").write_text("<html>onderhoud</html>", encoding="ascii")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(cls.there)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        cls.url = f"http://127.0.0.1:{server.server_port}"

    def setUp(self):
        self.etc = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.etc / "crl").mkdir()
        script = next(block for block in blocks("digikoppeling.md", "sh") if "haal-crl" in block)
        self.script = self.etc / "haal-crl"
        self.script.write_text(script.replace("/etc/cvsgw", str(self.etc)), encoding="utf-8")

    def fetch(self, lines):
        (self.etc / "crl-adressen").write_text(lines, encoding="ascii")
        done = subprocess.run(["sh", self.script], capture_output=True, text=True, timeout=60, check=False)
        kept = {path.name: path.read_bytes() for path in (self.etc / "crl").iterdir()}
        return done, kept

    def test_der_and_pem_are_taken_also_on_a_last_line_that_does_not_end(self):
        done, kept = self.fetch(f"stam {self.url}/lijst.der\ntsp {self.url}/lijst.pem")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(kept, {"stam": (self.there / "lijst.der").read_bytes(), "tsp": (self.there / "lijst.pem").read_bytes()})

    def test_an_empty_line_and_a_remark_are_no_names(self):
        done, kept = self.fetch(f"# van de stam\n\nstam {self.url}/lijst.der\n\n")
        self.assertEqual((done.returncode, set(kept)), (0, {"stam"}), done.stderr)

    def test_what_is_no_list_or_is_not_there_leaves_the_old_one_and_nothing_else_and_is_named(self):
        old = (self.there / "lijst.pem").read_bytes()
        (self.etc / "crl/stam").write_bytes(old)
        done, kept = self.fetch(f"stam {self.url}/geen.html\nweg {self.url}/weg.crl\nstil http://127.0.0.1:9/x.crl\ntsp {self.url}/lijst.der\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("geen nieuwe lijst: stam weg stil", done.stderr)
        self.assertEqual(kept, {"stam": old, "tsp": (self.there / "lijst.der").read_bytes()})


class Route(unittest.TestCase):
    """Word by word, but for the user of the gateway's own and the folders of the system."""

    def test_a_gateway_serves_at_the_end_of_it(self):
        program = Path(os.environ.get("CVSGW_BINARY", ROOT / "build/release/gateway/cvsgw"))
        there = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (there / "bin").mkdir()
        for name, does in (("cvsgw", f'exec "{program}" "$@"'), ("sudo", 'shift 2; exec "$@"'), ("useradd", ""), ("systemctl", "")):
            (there / "bin" / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
            (there / "bin" / name).chmod(0o755)
        pki = Path(os.environ.get("CVSGW_TEST_PKI", there / "pki"))
        subprocess.run([ROOT / "certs/make-test-pki.sh", pki], check=True, capture_output=True, timeout=120)
        steps = blocks("gateway.md", "sh")[0].replace("-o cvsgw -g cvsgw ", "").replace("--persons 100000", "--persons 10")
        for folder in ("/var/lib/cvsgw", "/etc/cvsgw"):
            steps = steps.replace(folder, str(there) + folder)
        environment = {**os.environ, "PATH": f"{there}/bin:{os.environ['PATH']}", "CVSGW_SERVER_POORT": "0", "CVSGW_BEHEER_POORT": "0"}
        done = subprocess.run(["sh", "-e", "-u", "-c", steps], cwd=pki, env=environment, capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(list((there / "var/lib/cvsgw/uitgegeven").iterdir())), 2)
        with subprocess.Popen([program, "serve", "--config", there / "etc/cvsgw/gateway.toml"], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as process:
            ports = process.stdout.readline()
            process.terminate()
            said = process.communicate(timeout=30)[1]
        self.assertEqual(process.returncode, 0, said)
        self.assertGreater(json.loads(ports)["poort"], 0)
        self.assertNotIn("gegevensmap", said)
        self.assertEqual({path.name for path in (there / "etc/cvsgw").iterdir()}, {"gateway.toml", "server.pem", "server.key"})


class Units(unittest.TestCase):
    def test_systemd_takes_them(self):
        units = {}
        for page in ("gateway.md", "digikoppeling.md"):
            for block in blocks(page, "ini"):
                named = re.match(r"# /etc/systemd/system/(\S+)\n", block)
                units[named[1]] = block
        self.assertEqual(set(units), {"cvsgw.service", "haal-crl.service", "haal-crl.timer"})
        with tempfile.TemporaryDirectory() as folder:
            for name, text in units.items():
                # The programs are not installed here; everything else is as in the page.
                (Path(folder) / name).write_text(re.sub(r"/usr/local/s?bin/\S+", "/bin/true", text), encoding="utf-8")
            done = subprocess.run(["systemd-analyze", "verify", *(f"{folder}/{name}" for name in units)], capture_output=True, text=True,
                                  timeout=60, check=False)
            said = [line for line in (done.stdout + done.stderr).splitlines() if folder in line or any(name in line for name in units)]
            self.assertEqual((done.returncode, said), (0, []))


if __name__ == "__main__":
    unittest.main()
