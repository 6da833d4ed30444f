"""Gateways beside the one that is attacked, for what it cannot be set to at the same time."""
from gateway import Gateway

# Numbers that a case reaches in a second; whoever waits gets one a second back.
KEY_AT_ONCE, REFUSED_AT_ONCE, PASSWORDS, PASSWORDS_A_MINUTE, PERSONS = 30, 40, 3, 8, 12
LIMITS = f"""[grenzen]
perSleutelPerSeconde = 1
perSleutelIneens = {KEY_AT_ONCE}
geweigerdPerBronPerSeconde = 1
geweigerdPerBronIneens = {REFUSED_AT_ONCE}
wachtwoordPogingen = {PASSWORDS}
wachtwoordenPerBronPerMinuut = {PASSWORDS_A_MINUTE}
buitenZichtPerUur = {PERSONS}
buitenZichtPerDag = {PERSONS}
buitenZichtAandeel = 0
"""


class RsaGateway(Gateway):
    """With a certificate of the other kind of key, for suites that an elliptic curve cannot serve."""

    def __init__(self):
        # Its certificate bears an OIN for tests.
        super().__init__(persons=0, settings='[digikoppeling]\nomgeving = "proef"\n')
        self.ca = self.pki / "digikoppeling" / "root.pem"

    def config_text(self):
        return super().config_text().replace(f"{self.pki}/server.", f"{self.pki}/digikoppeling/server-rsa.")


class LimitedGateway(Gateway):
    """With limits, which the gateway under attack has not: most of the catalogue would be 429 there. Each of `victims` is a key
    that one case may use up; `key` is the other client's."""

    def __init__(self):
        super().__init__(persons=0, today="2026-11-22", settings=LIMITS)
        self.key = self.issue_key()
        self.victims = iter([self.issue_key() for _ in range(6)])
