"""What a case of the catalogue is: a name, how its bytes are made, what has to come of it, and what it may cost."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

# A01-external-entity-http: the attack's id in security terms, then what is odd in this one.
NAME = re.compile(r"A\d\d(-[a-z0-9]+)+")


@dataclass
class Seen:
    """What came back over the attacker's connection(s)."""

    answers: list = field(default_factory=list)
    closed: bool = False
    problems: list[str] = field(default_factory=list)  # what a case found by itself

    @property
    def first(self):
        return self.answers[0] if self.answers else None

    def __str__(self):
        said = [f"{a.status}{'/' + (a.fault() or {}).get('code', '?') if a.is_fault() else ''}" for a in self.answers]
        return f"{', '.join(said) or 'no answer'}{', closed' if self.closed else ''}"


@dataclass(frozen=True)
class Expect:
    """`status` and the technical `code` of the one answer; `code` None: the answer is no fault. No status: the connection
    ends without an answer. `answers` is how many there may be: a smuggled second request would give a second one. `others`
    are further pairs of status and code that are as good. `faultcode`, and `told` as a part of the faultstring, where they say
    for which of the reasons with one code it was refused."""

    status: int | None
    code: str | None = None
    closed: bool | None = None
    answers: int = 1
    others: tuple = ()
    faultcode: str | None = None
    told: str = ""

    def problems(self, seen: Seen) -> list[str]:
        found = list(seen.problems)
        if self.status is None:
            if seen.answers or not seen.closed:
                found.append(f"expected the connection to end without an answer, got {seen}")
            return found
        if len(seen.answers) != self.answers:
            return found + [f"expected {self.answers} answer(s), got {seen}"]
        for answer in seen.answers:
            fault_seen = answer.fault() if answer.is_fault() else {}
            code = fault_seen.get("code")
            if (answer.status, code) not in ((self.status, self.code), *self.others):
                found.append(f"expected {self.status}/{self.code}, got {answer.status}/{code}: {answer.body[:300]!r}")
            if self.faultcode not in (None, said := fault_seen.get("faultcode")):
                found.append(f"expected faultcode {self.faultcode}, got {said}: {fault_seen.get('faultstring')}")
            if self.told not in (said := fault_seen.get("faultstring") or ""):
                found.append(f"expected to be told {self.told!r}, got {said!r}")
        if self.closed is not None and seen.closed != self.closed:
            found.append(f"expected the connection to be {'closed' if self.closed else 'kept'}, got {seen}")
        return found


CUT = Expect(None)                               # the connection ends, nothing is said
BAD_REQUEST = Expect(400, closed=True)           # no message at all: refused by the framing
OK = Expect(200)                                 # harmless: read as any message


def fault(code: str, status: int = 500, **more) -> Expect:
    return Expect(status, code, **more)


@dataclass(frozen=True)
class Case:
    """`make(stand)` gives the bytes that one connection sends, or a Seen when it has done the talking itself."""

    name: str
    make: Callable
    expect: Expect
    cpu_ms: int = 60        # of the gateway, handshake included; a plain call takes about three
    rss_kb: int = 24_000    # that the gateway may have grown by afterwards
    records: int | None = 1  # lines in the log; None: as many as the case likes
    changes: bool = False   # whether the ISI's data may have changed
    slow: bool = False      # waits for deadlines: only in the full run
    listener: str | None = None  # the profile of the signed stand's (signed_stand.py); None: the open one of the ordinary stand
    why: str | None = None  # what one of the log's lines has to say: the reason that the caller is not told
    also: Callable | None = None  # of the stand and of what was seen: what else is not as it should be

    @property
    def attack(self) -> str:
        return self.name[:3]

    @property
    def of_the_connection(self) -> bool:
        """Refused before there was a message."""
        return self.expect.status in (None, 400, 417)

    def __post_init__(self):
        if not NAME.fullmatch(self.name):
            raise ValueError(f"{self.name} is not the name of a case")


def with_options(cases, **options):
    """The same cases with other bounds."""
    return [replace(case, **options) for case in cases]
