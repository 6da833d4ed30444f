"""A30: certificates that cost much to read, or say that they are somebody's. A client's is shown in the handshake at both signed
listeners and gets no byte of HTTP; a signer's stands in a message to 2W-be-S. Whatever it holds, it costs little.
"""
import base64
import ssl
import zlib

import forging
import wire
from case import CUT, OK, Seen
from certificates_of_attackers import AUTHORITY, LEAF, constraints, names
from forging import signed
from signed_stand import PROFILES, case, malformed, signer_refused

NO_ISSUER, TOO_LARGE, NO_LIST = "unable to get local issuer certificate", "excessive message size", "unable to get certificate CRL"
# One of the zoo, and what the log says of it.
ZOO = {"self-signed": "self-signed certificate", "look-alike": NO_ISSUER, "expired": "certificate has expired", "not-yet-valid": "certificate is not yet valid",
       "revoked": "certificate revoked", "of-revoked-tsp": "certificate revoked", "for-servers": "unsuitable certificate purpose",
       "for-anything": "clientAuth", "big-key": "more than 4096 bits"}
ODD = ("19", "21", "letters", "spaces", "in-cn", "in-organization-identifier", "two", "utf8", "bmp", "nul")
PERSONS = ("person", "person-without-oin")
HANDSHAKES = 60  # ms of processor time: the attacker's, one that is let in, and what the neighbour asks


def barred(listener, show):
    """`show(stand)` gives chain and key that are shown; then a sound client in the same way, or the refusal shows nothing."""
    def run(stand):
        door = stand.listeners[listener]
        context = door.context()
        context.load_cert_chain(*show(stand))
        seen = Seen(closed=True) if door.refuses(None, context) else Seen(problems=["this certificate was let in"])
        control = wire.converse(stand.door_of(listener), ask(stand, listener))
        if control.first is None:
            seen.problems.append(f"a sound client is refused as well: {control}")
        return seen
    return run


def ask(stand, listener):
    """Not encrypted, so that 2W-be-SE answers by a fault: who gets that has come in."""
    return forging.request(forging.message(stand, listener))


def of_the_zoo(name):
    return lambda stand: tuple(stand.gateway.zoo / f"{name}.{end}" for end in ("pem", "key"))


def of_another_pki(stand):
    return stand.gateway.pki / "client.pem", stand.gateway.pki / "client.key"


def _zoo():
    rows = {f"client-{name}": (f"client-{name}", why) for name, why in ZOO.items()}
    rows |= {f"oin-{name}": (f"oin-{name}", "no OIN of twenty digits") for name in ODD}
    rows["oin-wrong-prefix"] = ("oin-wrong-prefix", "prefix")
    rows |= {name: (name, "a person's certificate") for name in PERSONS}
    rows |= {f"signer-{name}": (f"signer-{name}", why) for name, why in (("look-alike", NO_ISSUER), ("revoked", "certificate revoked"))}
    # Each at one of the two, by its name alone.
    found = [handshake(PROFILES[zlib.crc32(name.encode()) % 2], name, of_the_zoo(zoo), why) for name, (zoo, why) in rows.items()]
    return found + [handshake(PROFILES[0], "client-of-another-pki", of_another_pki, NO_ISSUER)]


def handshake(listener, name, show, why, **options):
    return case(f"A30-{name}", barred(listener, show), CUT, listener, why=why, records=2, **{"cpu_ms": HANDSHAKES, **options})


def let_in(name, show, **options):
    """What is odd and harmless is answered: nobody is kept out for a long name."""
    def run(stand):
        context = stand.listeners[PROFILES[0]].context()
        context.load_cert_chain(*show(stand))
        return wire.converse(stand.door_of(PROFILES[0], context), ask(stand, PROFILES[0]))
    return case(f"A30-{name}", run, OK, **{"cpu_ms": HANDSHAKES, **options})


def _made():
    """Of a provider that is trusted, and of one that looks like it."""
    S, SE = PROFILES
    return [
        let_in("client-made-today", lambda stand: stand.attackers.client("vandaag")),
        let_in("client-with-500-names", lambda stand: stand.attackers.client("namen", LEAF + names(500))),
        handshake(S, "client-with-3000-names", lambda stand: stand.attackers.client("namen-veel", LEAF + names(3_000)), TOO_LARGE),
        handshake(SE, "look-alike-with-500-names", lambda stand: stand.attackers.client("vals-namen", LEAF + names(500), "vals-tsp"), NO_ISSUER),
        # No list is of an issuer that nobody knows. OpenSSL takes four between the root and the leaf.
        handshake(S, "one-authority-between", lambda stand: stand.attackers.under("een", AUTHORITY), NO_LIST),
        handshake(SE, "two-authorities-between", lambda stand: stand.attackers.under("twee", *[AUTHORITY] * 2), NO_LIST),
        handshake(S, "three-authorities-between", lambda stand: stand.attackers.under("drie", *[AUTHORITY] * 3), "certificate chain too long"),
        handshake(SE, "ten-authorities-between", lambda stand: stand.attackers.under("tien", *[AUTHORITY] * 10), "certificate chain too long"),
        handshake(S, "500-names-times-400-constraints",
                  lambda stand: stand.attackers.under("eisen", AUTHORITY + constraints(400), extensions=LEAF + names(500)), NO_LIST),
        handshake(SE, "issuer-with-16384-bits", lambda stand: stand.attackers.with_huge_issuer("reus", 16_384), NO_LIST),
        handshake(S, "40-issuers-of-one-name", lambda stand: stand.attackers.many_issuers("velen", 40), NO_ISSUER),
        handshake(SE, "250-issuers-of-one-name", lambda stand: stand.attackers.many_issuers("heel-velen", 250), TOO_LARGE),
        handshake(S, "a-leaf-as-authority", lambda stand: stand.attackers.under("blad", LEAF), "invalid CA certificate"),
    ]


def _tokens():
    """The certificate in a message. No private key belongs to the odd ones: nobody gets as far as the signature."""
    refused, no_certificate = signer_refused(), malformed("wsse:BinarySecurityToken is geen certificaat in base64")

    def row(name, make, expect=refused, why=None):
        return case(f"A30-token-{name}", lambda stand: signed(token=make(stand.attackers))(stand), expect, why=why, cpu_ms=30)

    def nested(depth):
        data = b"\x05\x00"
        for _ in range(depth):
            data = b"\x30\x82" + len(data).to_bytes(2, "big") + data
        return base64.b64encode(data).decode()

    def sound(attackers):
        return base64.b64decode(forging.token_of(attackers.zoo / "signer.pem"))
    bits = "the key has not 2048 to 4096 bits"
    found = [row(f"rsa-{size}", lambda a, size=size: a.token(f"rsa-{size}", a.rsa(size)), why=bits) for size in (1024, 2040, 4104, 16_384)]
    found += [row(f"exponent-of-{e.bit_length()}-bits", lambda a, e=e: a.token(f"e-{e}", a.rsa(2048, e)), why="exponent") for e in (3, 2**40 + 15, 2**64 - 1)]
    found.append(row("on-p-256", lambda a: a.token("p-256", a.key("p-256")[1]), why="not RSA"))
    found.append(row("of-an-authority", lambda a: a.token("ca", None, extensions=AUTHORITY), why="authority"))
    found.append(row("of-the-provider-itself", lambda a: base64.b64encode(ssl.PEM_cert_to_DER_cert(a.of_the_zoo("proef-tsp")[0].read_text("ascii"))).decode(),
                     why="not RSA"))
    found.append(row("without-use", lambda a: a.token("geen-gebruik", None, extensions="basicConstraints=critical,CA:false\n"), why="digitalSignature"))
    found.append(row("with-150-names", lambda a: a.token("150", None, extensions=LEAF + names(150)), OK))
    found.append(row("with-500-names", lambda a: a.token("500", None, extensions=LEAF + names(500)), no_certificate))
    found.append(row("of-a-look-alike", lambda a: a.token("vals", None, "vals-tsp"), why=NO_ISSUER))
    # Constraints of a leaf constrain nobody.
    found.append(row("with-200-constraints", lambda a: a.token("eisen", None, extensions=LEAF + constraints(200)), OK))
    found.append(row("with-something-behind", lambda a: base64.b64encode(sound(a) + b"\0").decode(), why="no certificate"))
    found.append(row("cut-off", lambda a: base64.b64encode(sound(a)[:-1]).decode(), why="no certificate"))
    found.append(row("twice", lambda a: base64.b64encode(sound(a) * 2).decode(), why="no certificate"))
    found += [row(f"nested-{depth}", lambda _, depth=depth: nested(depth), why="no certificate") for depth in (200, 2_000)]
    found.append(row("of-60-kilobytes", lambda _: "AAAA" * 15_000, no_certificate))
    found.append(row("empty", lambda _: "", no_certificate))
    return found


def cases():
    return [case("A30-sound", signed(), OK, cpu_ms=30)] + _zoo() + _made() + _tokens()
