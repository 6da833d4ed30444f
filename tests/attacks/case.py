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
    are further pairs of status and code that are as good."""

    status: int | None
    code: str | None = None
    closed: bool | None = None
    answers: int = 1
    others: tuple = ()

    def problems(self, seen: Seen) -> list[str]:
        found = list(seen.problems)
        if self.status is None:
            if seen.answers or not seen.closed:
                found.append(f"expected the connection to end without an answer, got {seen}")
            return found
        if len(seen.answers) != self.answers:
            return found + [f"expected {self.answers} answer(s), got {seen}"]
        for answer in seen.answers:
            code = answer.fault()["code"] if answer.is_fault() else None
            if (answer.status, code) not in ((self.status, self.code), *self.others):
                found.append(f"expected {self.status}/{self.code}, got {answer.status}/{code}: {answer.body[:300]!r}")
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
