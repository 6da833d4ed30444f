"""Certificates that no authority should make and somebody may send all the same: huge, deep, costly. Made when a case asks for one,
with the openssl command line, under the keys of the zoo's authorities (certs/README.md): of a provider gone bad, or of a look-alike.
"""
import base64
import secrets
import ssl
import subprocess
from pathlib import Path

SUBJECT = "/C=NL/O=Gemeente Test/serialNumber=00000099000000001000/CN=cvs.test"
LEAF = "basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=clientAuth\n"
AUTHORITY = "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n"


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, timeout=60)


def der(tag, *parts):
    content = b"".join(parts)
    size = len(content).to_bytes((len(content).bit_length() + 7) // 8 or 1, "big")
    return bytes([tag]) + (size if len(content) < 128 else bytes([0x80 | len(size)]) + size) + content


def number(value):
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def names(count):
    """A subjectAltName that is long and nothing else."""
    return "subjectAltName=" + ",".join(f"DNS:n{i:05}.cvs.test" for i in range(count)) + "\n"


def constraints(count):
    return "nameConstraints=critical," + ",".join(f"permitted;DNS:n{i:05}.cvs.test" for i in range(count)) + "\n"


class Attackers:
    def __init__(self, gateway):
        self.pki, self.zoo = gateway.pki, gateway.zoo
        self.folder = gateway.dir / "aanvallers"
        self.folder.mkdir()
        self._made = set()

    def of_the_zoo(self, authority):
        """Certificate and key of an authority."""
        return tuple(self.pki / "authorities" / authority / name for name in ("certificate.pem", "key.pem"))

    def rsa(self, bits, exponent=65537):
        """A public key with a modulus that nobody knows the factors of: no private key belongs to it."""
        path = self.folder / f"rsa-{bits}-{exponent}.pub"
        modulus = secrets.randbits(bits) | 1 << (bits - 1) | 1
        key = der(0x30, number(modulus), number(exponent))
        info = der(0x30, der(0x30, bytes.fromhex("06092a864886f70d0101010500")), der(3, b"\0", key))
        path.write_text(f"-----BEGIN PUBLIC KEY-----\n{base64.encodebytes(info).decode()}-----END PUBLIC KEY-----\n", encoding="ascii")
        return path

    def key(self, name):
        """A private key on P-256, and its public one."""
        private, public = self.folder / f"{name}.key", self.folder / f"{name}.pub"
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", private)
        openssl("pkey", "-in", private, "-pubout", "-out", public)
        return private, public

    def certificate(self, name, public, authority, extensions=LEAF, *, subject=SUBJECT, days=300):
        path, settings = self.folder / f"{name}.pem", self.folder / f"{name}.cnf"
        settings.write_text(extensions, encoding="ascii")
        openssl("x509", "-new", "-force_pubkey", public, "-subj", subject, "-CA", authority[0], "-CAkey", authority[1], "-set_serial",
                f"0x{secrets.token_hex(15)}", "-days", days, "-sha256", "-extfile", settings, "-out", path)
        return path

    def token(self, name, public, authority="proef-tsp", extensions=LEAF, **options):
        """The certificate of a signer, as it stands in a message."""
        path = self.certificate(name, public or self.signers_key(), self.of_the_zoo(authority), extensions, **options)
        return base64.b64encode(ssl.PEM_cert_to_DER_cert(path.read_text(encoding="ascii"))).decode()

    def signers_key(self):
        """The public key of the zoo's signers, so that a signature by it is right."""
        path = self.folder / "signer.pub"
        if not path.exists():
            openssl("pkey", "-in", self.zoo / "signer.key", "-pubout", "-out", path)
        return path

    def chain(self, name, leaf, *above):
        """A leaf with what is sent behind it."""
        path = self.folder / f"{name}-chain.pem"
        path.write_text("".join(Path(part).read_text(encoding="ascii") for part in (leaf, *above)), encoding="ascii")
        return path

    def behind(self, *authorities):
        return [self.of_the_zoo(authority)[0] for authority in authorities]

    def client(self, name, extensions=LEAF, authority="proef-tsp"):
        """A client of a trusted provider: chain and key."""
        private, public = self.key(name)
        leaf = self.certificate(name, public, self.of_the_zoo(authority), extensions)
        return self.chain(name, leaf, *self.behind(authority, authority.split("-")[0] + "-domain")), private

    def under(self, name, *levels, extensions=LEAF):
        """A client with authorities of its own between it and the provider: one for each of `levels`, its extensions."""
        authority, above = self.of_the_zoo("proef-tsp"), self.behind("proef-tsp", "proef-domain")
        for depth, level in enumerate(levels):
            private, public = self.key(f"{name}-{depth}")
            made = self.certificate(f"{name}-{depth}", public, authority, level, subject=f"/C=NL/O=Tussen/CN={name} {depth}")
            authority, above = (made, private), [made, *above]
        private, public = self.key(name)
        return self.chain(name, self.certificate(name, public, authority, extensions), *above), private

    def with_huge_issuer(self, name, bits):
        """Its issuer's key is as large as OpenSSL still computes with. What signed the leaf has another key and the same names."""
        subject, provider = f"/C=NL/O=Tussen/CN={name}", self.of_the_zoo("proef-tsp")
        called = AUTHORITY + "subjectKeyIdentifier=0102030405\n"
        huge = self.certificate(f"{name}-huge", self.rsa(bits), provider, called, subject=subject)
        small = self.folder / f"{name}-small.key"
        openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", small)
        openssl("pkey", "-in", small, "-pubout", "-out", small.with_suffix(".pub"))
        twin = self.certificate(f"{name}-small", small.with_suffix(".pub"), provider, called, subject=subject)
        private, public = self.key(name)
        leaf = self.certificate(name, public, (twin, small), LEAF)
        return self.chain(name, leaf, huge, *self.behind("proef-tsp", "proef-domain")), private

    def many_issuers(self, name, count):
        """A leaf of a look-alike, and issuers of one name and key, each a little different, none of which leads to a root."""
        private, public = self.key(name)
        leaf = self.certificate(name, public, self.of_the_zoo("vals-tsp"))
        twin = ssl.PEM_cert_to_DER_cert(self.of_the_zoo("vals-tsp")[0].read_text(encoding="ascii"))
        serial = twin.index(b"\xa0\x03\x02\x01\x02\x02") + 7  # behind the version
        path = self.chain(name, leaf)
        with path.open("a", encoding="ascii") as out:
            for i in range(count):
                out.write(ssl.DER_cert_to_PEM_cert(twin[:serial] + bytes([i % 127 + 1]) + twin[serial + 1:]))
        return path, private
