"""The stand with the signed profiles: one gateway with a listener of 2W-be-S and one of 2W-be-SE, watched as the ordinary one is."""
import re

import forging
import soap
import wire
from case import Case, Expect
from certificates_of_attackers import Attackers
from digikoppeling_gateway import OIN, OTHER_OIN, DigikoppelingGateway, Listener
from gateway import ALL_ROLES, free_port
from stand import SETTINGS, Neighbour, Stand

PROFILES = ("2W-be-S", "2W-be-SE")
# What differs between two answers of one meaning: ids, times and what is computed over them.
VARIES = re.compile(rb"(?<=urn:uuid:|.cvs-isi@)[0-9a-f-]{36}|(?<=DigestValue>)[^<]+|(?<=SignatureValue>)[^<]+|(?<=Created>)[^<]+|(?<=Expires>)[^<]+"
                    rb"|(?<=referentie>)[^<]+|(?<=SignatureConfirmation) [^>]*")


def uniform(answer):
    """An answer without what is bound to differ from any other."""
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "content-length")}
    return answer.status, headers, VARIES.sub(b"", answer.body)


class SignedGateway(DigikoppelingGateway):
    """Two listeners on the same files and the same keys."""

    def __init__(self):
        super().__init__(profile=PROFILES[0], server="server-rsa", persons=20, settings=SETTINGS)

    def config_text(self):
        base = super().config_text()
        self.se_port = free_port()
        first = base[base.index("[[luisteraar]]"):]
        return base + first.replace(f'"{PROFILES[0]}"', f'"{PROFILES[1]}"').replace(str(self.be_port), str(self.se_port))


class Door:
    """A listener as a caller with one certificate sees it; `context` has another than those of the zoo."""

    def __init__(self, listener, certificate="client", context=None):
        self.listener, self.certificate, self.context = listener, certificate, context

    def connect(self, timeout):
        return self.listener.connect(self.certificate, timeout, self.context)


class SignedNeighbour(Neighbour):
    """Another partner, with an OIN of his own. He signs each call: what he sent a while ago is too old."""

    def __init__(self, stand):
        self.stand, self.connection = stand, None
        self.gateway = Door(stand.listeners[PROFILES[0]], "client-other-oin")

    @property
    def message(self):
        return forging.request(forging.message(self.stand, signer="signer-other-oin"))


class SignedStand(Stand):
    def _made(self):
        return SignedGateway()

    def _issue_keys(self):
        self.attackers = Attackers(self.gateway)
        self.key = self.gateway.issue_key("0363", ALL_ROLES, "--oin", OIN)
        self.other_key = self.gateway.issue_key("0363", ALL_ROLES, "--oin", OTHER_OIN)

    def _other_client(self):
        ports = (self.gateway.be_port, self.gateway.se_port)
        self.listeners = {profile: Listener(self.gateway.zoo, port) for profile, port in zip(PROFILES, ports)}
        return SignedNeighbour(self)

    def _warm_up(self):
        for profile in PROFILES:
            wire.converse(self.door_of(profile), soap.request("algemeen", b" " * 1_000_000))
            seen = wire.converse(self.door_of(profile), forging.request(forging.message(self, profile)))
        self.usual_fault = uniform(seen.first)  # of 2W-be-SE

    def door(self, case):
        return self.door_of(case.listener)

    def door_of(self, profile, context=None):
        return Door(self.listeners[profile], context=context)

    def _ports(self):
        return super()._ports() | {self.gateway.be_port, self.gateway.se_port}

    def secrets(self):
        return (self.key.password, self.other_key.password, self.canary.secret)


def as_usual(stand, seen):
    """Whether an answer is that to a message of which nothing is odd but that it is not encrypted."""
    if not seen.first or (got := uniform(seen.first)) == stand.usual_fault:
        return []
    told, usual = b"%r" % (got,), b"%r" % (stand.usual_fault,)
    at = next((i for i, (one, other) in enumerate(zip(told, usual)) if one != other), 0)
    return [f"another answer than the usual one: {told[max(0, at - 40):at + 60]!r}, not {usual[max(0, at - 40):at + 60]!r}"]


def case(name, make, expect, listener="2W-be-S", **options):
    """A20-x is A20-signed-x: the same may be asked of the open listener."""
    kind = "signed" if listener == "2W-be-S" else "sealed"
    return Case(f"{name[:3]}-{kind}{name[3:]}", make, expect, listener=listener, **options)


def malformed(told):
    """The signature is not as it has to be: refused before anything is computed."""
    return Expect(500, "0002", faultcode="wsse:InvalidSecurity", told=told)


def signer_refused(told="Het certificaat van de ondertekenaar wordt niet aanvaard."):
    return Expect(500, "0002", faultcode="wsse:InvalidSecurityToken", told=told)


# The signature has the right form, and is computed and found wrong.
WRONG = Expect(500, "0002", faultcode="wsse:FailedCheck", told="De handtekening hoort niet bij dit bericht.")
