"""A29: what a client may not have that asks for less: an old version, a weak suite or signature, another server's name.

Each is asked of a gateway whose certificate could serve it, and by a client that first gets what is allowed in the same way: else
the handshake would fail whatever the gateway offers.
"""
import socket
import ssl
import subprocess

from case import CUT, OK, Case, Seen
from messages import post
from wire import TIMEOUT, listen, send

GOOD = {"EC": "ECDHE-ECDSA-AES128-GCM-SHA256", "RSA": "ECDHE-RSA-AES128-GCM-SHA256"}
# By the key of the server's certificate. A suite of DHE needs parameters that the gateway never sets, too.
WEAK = {"EC": {"cbc": "ECDHE-ECDSA-AES256-SHA384", "sha-1": "ECDHE-ECDSA-AES128-SHA", "ccm": "ECDHE-ECDSA-AES256-CCM8"},
        "RSA": {"rsa-key-exchange": "AES256-GCM-SHA384", "cbc": "ECDHE-RSA-AES256-SHA384", "sha-1": "ECDHE-RSA-AES128-SHA",
                "dhe": "DHE-RSA-AES256-GCM-SHA384"}}


def server(stand, kind):
    return stand.gateway if kind == "EC" else stand.with_rsa()


def shakes_hands(gateway, highest, ciphers):
    """The version and suite that a client gets who offers these; None when it gets none."""
    context = ssl.create_default_context(cafile=str(gateway.ca))
    context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, highest
    context.set_ciphers(f"{ciphers}:@SECLEVEL=0")
    try:
        with socket.create_connection(("127.0.0.1", gateway.port), timeout=TIMEOUT) as raw:
            with context.wrap_socket(raw, server_hostname="localhost") as tls:
                return tls.version(), tls.cipher()[0]
    except (ssl.SSLError, ConnectionError):
        return None


def refused(got, control):
    """What came of the attempt, given what a sound one in the same way gave."""
    if not control:
        return Seen(closed=True, problems=["what is allowed is refused as well: this shows nothing"])
    return Seen(problems=[f"a connection with {got}"]) if got else Seen(closed=True)


def _versions():
    def run(kind, version):
        def with_stand(stand):
            gateway = server(stand, kind)
            return refused(shakes_hands(gateway, version, "ALL"), shakes_hands(gateway, ssl.TLSVersion.TLSv1_2, "ALL"))
        return with_stand
    return [Case(f"A29-version-{name}-{kind.lower()}", run(kind, version), CUT, records=None) for kind in GOOD
            for name, version in (("1-0", ssl.TLSVersion.TLSv1), ("1-1", ssl.TLSVersion.TLSv1_1))]


def _suites():
    def run(kind, suite):
        def with_stand(stand):
            gateway, highest = server(stand, kind), ssl.TLSVersion.TLSv1_2
            return refused(shakes_hands(gateway, highest, suite), shakes_hands(gateway, highest, GOOD[kind]))
        return with_stand
    return [Case(f"A29-suite-{name}-{kind.lower()}", run(kind, suite), CUT, records=None) for kind, suites in WEAK.items()
            for name, suite in suites.items()]


def _signatures():
    def openssl(gateway, signature):
        """Python's own TLS cannot choose these."""
        done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{gateway.port}", "-servername", "localhost", "-tls1_2",
                               "-cipher", "ALL:@SECLEVEL=0", "-sigalgs", signature], input=b"", capture_output=True, timeout=TIMEOUT, check=False)
        return signature if b"Peer signing digest" in done.stdout else None

    def run(kind, signature, good):
        def with_stand(stand):
            gateway = server(stand, kind)
            return refused(openssl(gateway, signature), openssl(gateway, good))
        return with_stand
    return [Case(f"A29-signature-sha-1-{kind.lower()}", run(kind, weak, good), CUT, records=None)
            for kind, weak, good in (("EC", "ECDSA+SHA1", "ECDSA+SHA256"), ("RSA", "RSA+SHA1", "RSA+SHA256"))]


def _names():
    """Whatever name a client asks for, it meets the one certificate, and its own check of the name does what it is for."""
    def run(name):
        def with_stand(stand):
            context = ssl.create_default_context(cafile=str(stand.gateway.ca))
            context.check_hostname = False
            with socket.create_connection(("127.0.0.1", stand.gateway.port), timeout=TIMEOUT) as raw:
                with context.wrap_socket(raw, server_hostname=name) as tls:
                    names = {value for _, value in tls.getpeercert()["subjectAltName"]}
                    send(tls, post(stand))
                    seen = listen(tls)
            if "localhost" not in names or name in names:
                seen.problems.append(f"a certificate for {names}")
            return seen
        return with_stand
    names = {"other": "elders.example", "of-250": ".".join(["a" * 24] * 10), "of-an-address": "192.0.2.1", "missing": None}
    return [Case(f"A29-server-name-{name}", run(text), OK) for name, text in names.items()]


def cases():
    return _versions() + _suites() + _signatures() + _names()
