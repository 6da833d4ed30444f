"""A gateway with a Digikoppeling listener beside the open one, and callers that show certificates.

    with DigikoppelingGateway() as gateway:
        gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
        answer = gateway.be.call("client", "algemeen", "Ping")

Certificates are those of certs/README.md under digikoppeling/, by name.
"""
import os
import shutil
import socket
import ssl
import subprocess
import time
import uuid

import soap
from gateway import PORT_TAKEN, START_ATTEMPTS, Gateway, binary, free_port
from soap import WSA

OIN = "00000099000000001000"          # of the certificate `client`
OTHER_OIN = "00000099000000002000"    # of `client-other-oin`
UNKNOWN_OIN = "00000099000000009000"  # of `client-unknown-oin`: no key has it
OWN_OIN = "00000099000000003000"      # ours, in the certificate `server`
ANONYMOUS = f"{WSA}/anonymous"
FROM = f'<wsa:From xmlns:wsa="{WSA}"><wsa:Address>https://cvs.example/</wsa:Address></wsa:From>'


def wsa(name, value):
    return f'<wsa:{name} xmlns:wsa="{WSA}">{value}</wsa:{name}>'


def endpoint(name, address):
    return wsa(name, f"<wsa:Address>{address}</wsa:Address>")


def new_id():
    return f"urn:uuid:{uuid.uuid4()}"


class Listener:
    """A listener of a running gateway, as its callers see it."""

    def __init__(self, pki, port):
        self.pki = pki
        self.port = port
        self.url = f"https://localhost:{port}"

    def context(self, certificate=None, minimum=None, maximum=None):
        context = ssl.create_default_context(cafile=str(self.pki / "root.pem"))
        context.minimum_version = minimum or context.minimum_version
        context.maximum_version = maximum or context.maximum_version
        if certificate:
            context.load_cert_chain(self.pki / f"{certificate}.pem", self.pki / f"{certificate}.key")
        return context

    def connect(self, certificate="client", timeout=20, context=None, session=None):
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        try:
            return (context or self.context(certificate)).wrap_socket(plain, server_hostname="localhost", session=session)
        except BaseException:
            plain.close()
            raise

    def refuses(self, certificate, context=None):
        """Whether nobody with this certificate gets a byte of HTTP: neither in the handshake nor behind it."""
        try:
            with self.connect(certificate, context=context) as connection:
                # With TLS 1.3 a client believes itself connected before the server has judged its certificate.
                connection.sendall(b"GET /ws/algemeen/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n")
                return connection.recv(1) == b""
        except (ssl.SSLError, ConnectionError):
            return True

    def headers(self, service, name, **changed):
        """The WS-Addressing header blocks of a well-formed call. A keyword replaces one, None leaves it out."""
        blocks = {"To": wsa("To", f"{self.url}/ws/{service}/v1"), "Action": wsa("Action", f"{soap.namespace(service)}/{name}"),
                  "MessageID": wsa("MessageID", new_id()), "From": FROM, **changed}
        return "".join(block for block in blocks.values() if block is not None)

    def message(self, service, name, content="", *, header=None, action=None, http=None):
        header = self.headers(service, name) if header is None else header
        body = soap.envelope(soap.operation(service, name, content), header)
        return soap.request(service, body, action=f"{soap.namespace(service)}/{name}" if action is None else action, headers=http)

    def exchange(self, data, certificate="client"):
        with self.connect(certificate) as connection:
            connection.sendall(data)
            return soap.read_answer(connection)

    def call(self, certificate, service, name, content="", **options):
        return self.exchange(self.message(service, name, content, **options), certificate)


class DigikoppelingGateway(Gateway):
    """The listener's files lie in a folder of this gateway's own, so that a test may change them."""

    def __init__(self, *, profile="2W-be", environment="proef", server="server", root="whole-chain", lists="crl", own_oin=OWN_OIN,
                 deadlines="", asks_on_open=False, **options):
        super().__init__(**options)
        self._profile = profile
        self._environment = environment
        self._own_oin = own_oin
        self._deadlines = deadlines
        self._asks_on_open = asks_on_open  # the open listener asks for certificates, too
        self.zoo = self.pki / "digikoppeling"
        self.files = self.dir / "luisteraar"
        self.files.mkdir()
        self.put_certificate(server)
        self.put_trust(root)
        self.put_lists(lists)

    def put_certificate(self, name):
        for end in ("key", "pem"):
            self.put(self.zoo / f"{name}.{end}", f"server.{end}")

    def put_trust(self, name):
        self.put(self.zoo / f"{name}.pem", "vertrouwen.pem")

    def put_lists(self, folder):
        """Puts the lists of a folder of the zoo in place, one by one, as a fetcher does."""
        kept = self.files / "crl"
        kept.mkdir(exist_ok=True)
        names = {path.name for path in (self.zoo / folder).iterdir()}
        for name in sorted(names):
            self.put(self.zoo / folder / name, f"crl/{name}")
        for path in kept.iterdir():
            if path.name not in names:
                path.unlink()

    def put(self, source, name):
        """Replaces a file in one step: never half there."""
        target = self.files / name
        aside = target.with_name(f".{target.name}.nieuw")
        shutil.copy(source, aside)
        aside.replace(target)

    def config_text(self):
        self.be_port = free_port()
        text = super().config_text()
        if self._asks_on_open:
            text = text.replace("[server]\n", f'[server]\nclientCa = "{self.files}/vertrouwen.pem"\nclientCrl = "{self.files}/crl"\n', 1)
        return (text + f'[digikoppeling]\nomgeving = "{self._environment}"\n{self._deadlines}'
                f'[[luisteraar]]\nprofiel = "{self._profile}"\npoort = {self.be_port}\n'
                f'publiekeUrl = "https://localhost:{self.be_port}"\ncertificaat = "{self.files}/server.pem"\n'
                f'sleutel = "{self.files}/server.key"\nvertrouwen = "{self.files}/vertrouwen.pem"\ncrl = "{self.files}/crl"\n'
                f'oin = "{self._own_oin}"\n')

    def start(self):
        super().start()
        self.be = Listener(self.zoo, self.be_port)
        return self

    def refusal(self):
        """What the operator reads when these settings and files do not make a gateway."""
        for _ in range(START_ATTEMPTS):
            done = subprocess.run([binary(), "serve", "--config", self.configure()], capture_output=True, text=True, timeout=60, check=False)
            if PORT_TAKEN not in done.stderr:
                break
        self.discard()
        assert done.returncode == 1, (done.returncode, done.stdout, done.stderr)
        return done.stderr

    def list_of(self, authority, begins, ends, revoked=None):
        """A fresh revocation list of an authority of the zoo in place of the present one; seconds from now. `revoked` is the name of
        a certificate that is on it, too."""
        store = self.dir / "authorities"
        if not store.exists():
            shutil.copytree(self.pki / "authorities", store)
        environment = {**os.environ, "CA_DIR": str(store / authority), "SAN": "DNS:unused"}
        if revoked:
            subprocess.run(["openssl", "ca", "-config", store / "openssl.cnf", "-revoke", self.zoo / f"{revoked}.pem"], check=True,
                           capture_output=True, timeout=30, env=environment)
        moments = [time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + seconds)) for seconds in (begins, ends)]
        subprocess.run(["openssl", "ca", "-gencrl", "-config", store / "openssl.cnf", "-crl_lastupdate", moments[0],
                        "-crl_nextupdate", moments[1], "-out", store / "list.pem"], check=True, capture_output=True, timeout=30,
                       env=environment)
        self.put(store / "list.pem", f"crl/{authority}.pem")

    def logged(self, word):
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if word in line]


def s_client(port, *options, data=b""):
    """What openssl s_client says: its exit code and everything it printed."""
    done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", "localhost", *map(str, options)],
                          input=data, capture_output=True, timeout=30, check=False)
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")
