"""The gateway under attack, and everything that is watched while it is: its processor time and memory, its sockets, its
log, its data, a listener that nobody may call, and another client who has to be answered all the while.
"""
import collections
import hashlib
import json
import os
import re
import socket
import sqlite3
import ssl
import sys
import time
from pathlib import Path

import soap
import wire
from canary import Canary
from case import Case, Seen
from gateway import Gateway
from others import LimitedGateway, RsaGateway
from sockets import local_ports, socket_inodes

MEGABYTE = 1 << 20
GEMEENTE, OTHER = "0363", "0599"
FAR = "0014"  # the municipality of the test persons of the older laws
SANITIZED = bool(os.environ.get("CVSGW_SANITIZE"))
# The largest message that can be set, so that what is counted within it is reached too; deadlines that a test can wait for.
SETTINGS = f"""[bericht]
maximumBytes = {MEGABYTE}
[termijnen]
handdruk = 3
kop = 2
inhoud = 2
antwoord = 3
"""
# Test persons of 0363 who can be exempted from the test of learnability, each once.
FRESH = ("999994013", "999994025", "999994050", "999994104", "999994141", "999994153", "999994165", "999994177", "999994189", "999994190")
LONGEST_LINE = 2_000  # of the log, in bytes
# The gateway writes 50 lines a second about messages of strangers and 20 about connections, and counts the others.
LINES_A_SECOND, OF_CONNECTIONS = 45, 15
# What a terminal, a log collector or a reader's eye could take for something else: control characters and those that
# turn the direction of writing.
DECEIVING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Neighbour:
    """Another client, on a connection of its own that stays open."""

    def __init__(self, gateway, key):
        self.gateway, self.connection = gateway, None
        self.message = soap.message(gateway, key, "algemeen", "Ping")

    def answered(self) -> bool:
        for _ in range(2):  # a connection has its longest life; then a new one is made
            if self.connection is None:
                self.connection = self.gateway.connect(wire.TIMEOUT)
            try:
                self.connection.sendall(self.message)
                answer = soap.read_answer(self.connection)
            except (OSError, ssl.SSLError):
                answer = None
            if answer is not None:
                return answer.status == 200
            self.connection.close()
            self.connection = None
        return False


class Stand:
    def __init__(self):
        self._fresh, self._others = iter(FRESH), {}
        self._stored = None, b""  # version of the data, and its digest
        self.gateway = self._made()
        self.canary = Canary(self.gateway.dir)
        self._issue_keys()
        self.known_sockets: set[str] = set()
        self.left_out = 0   # of them, what the log has told already
        self.held_back = 0  # records of connections that the log left out because there were too many a second
        self._told = {word: collections.deque() for word in ("bericht", "verbinding")}  # when lines about strangers came

    # What one kind of stand has and another has not

    def _made(self):
        return Gateway(persons=150, today="2026-11-22", settings=SETTINGS)

    def _issue_keys(self):
        self.key = self.gateway.issue_key(GEMEENTE)
        self.other_key = self.gateway.issue_key(OTHER)
        self.far_key = self.gateway.issue_key(FAR)
        self.revoked = self.gateway.issue_key(GEMEENTE)
        self.gateway.command("keys", "revoke", "--sleutel", self.revoked.name, "--data", self.gateway.data)

    def _other_client(self):
        return Neighbour(self.gateway, self.key)

    def _warm_up(self):
        """The first use of the hash, of the binding and of the allocator's pools is nobody's attack."""
        for name in (self.key, self.other_key, self.far_key):
            soap.call(self.gateway, name, "algemeen", "RaadpleegAutorisatie")
        wire.converse(self.gateway, soap.request("algemeen", b" " * (MEGABYTE - 1)))

    def door(self, _case):
        """What the attacker of a case connects to."""
        return self.gateway

    def _ports(self):
        return {self.gateway.port, self.gateway.management_port}

    def secrets(self):
        return (self.key.password, self.other_key.password, self.far_key.password, self.revoked.password, self.canary.secret)

    # What they all have

    def __enter__(self):
        self.gateway.start()
        self.outgoing()  # says at once when it cannot be seen
        self.log = open(self.gateway.log, encoding="utf-8", errors="strict")
        self.neighbour = self._other_client()
        assert self.neighbour.answered()
        self.data = sqlite3.connect(f"file:{self.gateway.data}/isi.sqlite?mode=ro", uri=True)
        self._warm_up()
        self.lines()
        self.start_kilobytes = self.gateway.resident_kilobytes()
        return self

    def __exit__(self, *arguments):
        if self.neighbour.connection:
            self.neighbour.connection.close()
        self.data.close()
        self.log.close()
        try:
            for other in self._others.values():
                other.__exit__(*arguments)
        finally:
            self.gateway.__exit__(*arguments)
        self.canary.close()

    # What is watched

    def cpu_ms(self) -> float:
        """Processor time of all the gateway's threads; they live as long as it does."""
        tasks = Path(f"/proc/{self.gateway.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6

    def lines(self) -> list[str]:
        """The log's new lines."""
        return self.log.readlines()

    def stored(self) -> bytes:
        """A digest of the ISI's data, made anew when anything was written. Without the box from which the audit trail takes what
        a change owes it: that is emptied a minute later, in the midst of some other case."""
        version = self.data.execute("PRAGMA data_version").fetchone()[0]
        if version != self._stored[0]:
            digest = hashlib.sha256()
            for (table,) in self.data.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'auditbak' ORDER BY name").fetchall():
                for row in self.data.execute(f'SELECT * FROM "{table}"'):
                    digest.update(repr((table, row)).encode())
            self._stored = version, digest.digest()
        return self._stored[1]

    def outgoing(self, *, settling=True) -> set:
        """Sockets of the gateway that belong to none of its listeners. The system's table is long: it is only read for
        sockets that were not there before. `settling`: once the attacker's own is on its way out."""
        pid, ours = self.gateway.process.pid, self._ports()
        for _ in range(5 if settling else 1):
            fresh = socket_inodes(pid) - self.known_sockets
            if not fresh:
                return set()
            if settling:
                time.sleep(0.001)
        found = {port for port in local_ports(fresh) if port[1] not in ours}
        if not found and settling:
            self.known_sockets |= fresh
        return found

    def with_rsa(self) -> RsaGateway:
        return self._other(RsaGateway)

    def with_limits(self) -> LimitedGateway:
        return self._other(LimitedGateway)

    def _other(self, kind):
        """Another gateway, from its first use on: nothing of it is watched."""
        if kind not in self._others:
            self._others[kind] = kind()
            self._others[kind].start()
        return self._others[kind]

    def fresh_person(self):
        """One who has not been changed yet; a stand has only so many."""
        return next(self._fresh)

    def connection(self):
        return self.gateway.connect(wire.TIMEOUT)

    def unaccounted(self) -> int:
        """Records that were neither written nor counted as left out. Of cases that do not say how many they make, too, some
        may have been left out, so that there can be more."""
        time.sleep(1.1)
        wire.converse(self.gateway, b"no HTTP\r\n\r\n")
        return max(0, self.held_back - self.left_out - left_out(self.lines()))

    def pace(self, case):
        """Waits until the log has room for another line: a case has to see its own."""
        for word, most in (("bericht", LINES_A_SECOND), ("verbinding", OF_CONNECTIONS if case.why else sys.maxsize)):
            times = self._told[word]
            while times and times[0] < time.monotonic() - 1:
                times.popleft()
            if len(times) >= most:
                time.sleep(max(0, times[-most] + 1 - time.monotonic()))

    def note(self, lines):
        for word, times in self._told.items():
            times.extend(time.monotonic() for line in lines if f'"{word}"' in line and '"status":200' not in line)


def wrong_in_line(line: str, secrets) -> list[str]:
    """What no line of the log may be, whatever the caller sent."""
    found = []
    if len(line.encode()) > LONGEST_LINE:
        found.append(f"a log line of {len(line.encode())} bytes")
    if DECEIVING.search(line.rstrip("\n")):
        found.append(f"control characters in the log: {line[:200]!r}")
    try:
        if not isinstance(json.loads(line), dict):
            found.append(f"no JSON object in the log: {line[:200]!r}")
    except ValueError:
        found.append(f"no JSON in the log: {line[:200]!r}")
    return found + ["a secret in the log" for secret in secrets if secret in line]


LEFT_OUT = re.compile(r"transport: (\d+) earlier lines were left out")


def records(lines) -> int:
    """How many of them tell of something that was refused or answered."""
    return sum(1 for line in lines if ('"bericht"' in line or '"verbinding"' in line) and not LEFT_OUT.search(line))


def left_out(lines) -> int:
    return sum(int(found[1]) for line in lines if (found := LEFT_OUT.search(line)))


class Trial:
    """One case against a stand: `problems` says what was not as it should be."""

    def __init__(self, stand: Stand, case: Case):
        self.stand, self.case = stand, case
        self.problems: list[str] = []

    def run(self) -> list[str]:
        stand, case = self.stand, self.case
        stand.pace(case)
        data, cpu, memory = stand.stored(), stand.cpu_ms(), stand.gateway.resident_kilobytes()
        made = case.make(stand)
        seen = made if isinstance(made, Seen) else wire.converse(
            stand.door(case), made, answers=case.expect.answers, while_open=self._meanwhile)
        spent = stand.cpu_ms() - cpu
        self.problems += case.expect.problems(seen)
        if case.also:
            self.problems += case.also(stand, seen)
        if isinstance(made, Seen):
            self._meanwhile()
        self._costs(spent, memory)
        self._traces(seen, data)
        return self.problems

    def _meanwhile(self):
        """While the attacker's connection is still open."""
        if not self.stand.neighbour.answered():
            self.problems.append("another client was not answered")
        if self.stand.gateway.process.poll() is not None:
            self.problems.append("the gateway has ended")
        self._outside(settling=False)

    def _outside(self, *, settling):
        """What nobody may touch, and sockets that lead elsewhere."""
        self.problems += self.stand.canary.touched()
        if others := self.stand.outgoing(settling=settling):
            self.problems.append(f"sockets that are not the listeners': {others}")

    def _costs(self, spent: float, memory: int):
        slower = 10 if SANITIZED else 1
        if spent > self.case.cpu_ms * slower:
            self.problems.append(f"took {spent:.0f} ms of processor time, at most {self.case.cpu_ms * slower}")
        grown = self.stand.gateway.resident_kilobytes() - memory
        if grown > (300_000 if SANITIZED else self.case.rss_kb):
            self.problems.append(f"grew by {grown} kB, at most {self.case.rss_kb}")

    def _traces(self, seen: Seen, data: bytes):
        stand, case = self.stand, self.case
        self._outside(settling=True)
        if stand.stored() != data and not case.changes:
            self.problems.append("something was stored")
        lines = stand.lines()
        stand.left_out += left_out(lines)
        stand.note(lines)
        if case.why and not any(case.why in line for line in lines):
            self.problems.append(f"the log does not say {case.why!r}: {lines}")
        for line in lines:
            self.problems += wrong_in_line(line, stand.secrets())
        self._records(records(lines) - 1)  # the neighbour's own call is the one that went well beside it
        for answer in seen.answers:
            for secret in (*stand.secrets(), "root:x:0"):
                if secret.encode() in answer.body:
                    self.problems.append("a secret in the answer")

    def _records(self, told: int):
        wanted = self.case.records
        if wanted is None or told == wanted:
            return
        if told < wanted and self.case.of_the_connection:
            self.stand.held_back += wanted - told  # at most twenty a second; the log has to tell how many were left out
        else:
            self.problems.append(f"{told} records in the log, not {wanted}")
