#!/usr/bin/env python3
"""The benchmark of changes: durable one by one (SQLite synchronous=FULL), beside what the disk can do.

    run_changes.py           100,000 persons; WijzigPip and WijzigSignaalstatus (100 signals) at 1 and 8 connections
    run_changes.py --quick   everything once and shortly, 10,000 persons and 10 signals: shows that it works

Every message is a new change; one that is answered with anything but Verwerkt makes the round worthless,
as do many that changed nothing; those count as none. The ratio at one
connection is to a bare fdatasync after appending as much as a commit writes. The last table is a reader beside eight writers.
CVSGW_BINARY names the program (else build/release). Needs wrk. Populations are kept in --cache for the next run.
"""
import argparse
import contextlib
import datetime
import json
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import changes  # noqa: E402
from gateway import Gateway, binary  # noqa: E402

import workload  # noqa: E402
from measure import RoundRefused, Target, run_round  # noqa: E402
from run import TODAY, population, say  # noqa: E402

SCRIPT = Path(__file__).with_name("changes.lua")
WAL_FRAME = 4096 + 24


def el(name: str, content) -> str:
    return f"<o:{name}>{content}</o:{name}>"


def bare_syncs(folder: Path, size: int, seconds: float) -> float:
    """How often in a second the disk takes `size` more bytes for good."""
    block = os.urandom(size)
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        count, begin = 0, time.monotonic()
        while time.monotonic() - begin < seconds:
            os.write(file.fileno(), block)
            os.fdatasync(file.fileno())
            count += 1
        return count / (time.monotonic() - begin)


class Writers:
    """A gateway on a copy of the population, and what is sent to it."""

    def __init__(self, stack: contextlib.ExitStack, args):
        # Changed data are not for the next benchmark.
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="changes-", dir=args.cache)))
        self.data = scratch / "data"
        shutil.copytree(population(args.persons, args.cache), self.data)
        self.gateway = stack.enter_context(Gateway(data=self.data, today=TODAY))
        self.gemeenten = workload.municipalities(self._caller("0363"))[::4][:80]
        self.caller = self._caller(*self.gemeenten)

    def _caller(self, *gemeenten: str) -> workload.Caller:
        grants = [word for code in gemeenten for word in ("--gemeente", code)]
        key = self.gateway.issue_key("0363", "Wi2021MUT", *grants)
        time.sleep(1.2)  # a running gateway takes up to a second to know a new key
        self.key = key
        return workload.Caller(self.gateway, key)

    def template(self, operation: str, content: str) -> str:
        message = self.caller.message("wi2021", operation, content)
        return re.sub(r"(<wsa:MessageID>)[^<]*", r"\1@ID@", message)

    def write(self, operation: str, templates: list[str]) -> Path:
        if not templates:
            raise workload.WrongAnswer(f"{operation}: the population has nothing to change")
        file = self.gateway.dir / f"{operation}.changes"
        parts = ["/ws/wi2021/v1", f"urn:inburgering:cvs-isi:wi2021:v1/{operation}", *templates]
        file.write_text("".join(part + "\x1e" for part in parts), "utf-8")
        return file

    def plans(self, each: int) -> Path:
        """WijzigPip of persons whose plan has hours, which the change sets."""
        templates, seen = [], set()  # who has moved is seen by two
        for gemeente in self.gemeenten:
            found = self.caller.call("wi2021", "ZoekPersonen", el("gemeentecode", gemeente) + el("criteria", "") +
                                     el("paginering", el("paginagrootte", 200)))
            for bsn in re.findall(r"<(?:\w+:)?bsn>([^<]*)</", found)[:each]:
                content = self._plan(gemeente, bsn) if bsn not in seen else None
                seen.add(bsn)
                if content:
                    templates.append(self.template("WijzigPip", content))
        return self.write("WijzigPip", templates)

    def _plan(self, gemeente: str, bsn: str) -> str | None:
        """The request with @NUMBER@ hours; None when this person's plan cannot take it without a question."""
        confirmed = "".join(f"<g:code>AS{number}</g:code>" for number in (114, 115, 117, 118, 129))
        content = (el("gemeentecode", gemeente) + el("bsn", bsn) +
                   el("pip", el("datumDagtekening", TODAY) + el("leerroute", "B") + el("niveau", "B1") +
                      el("alfabetisering", "NVT") + el("geschatteUrenIntensiteit", "@NUMBER@") +
                      el("toestemmingNietVrijstellendeOpleiding", "false")))
        ask = '<o:verwerking xmlns:g="urn:inburgering:cvs-isi:gemeenschappelijk:v1">{}</o:verwerking>'
        confirming = f"<g:bevestigdeMeldingen>{confirmed}</g:bevestigdeMeldingen>"
        dry = ask.format(confirming + "<g:alleenValideren>true</g:alleenValideren>")
        answer = self.caller.call("wi2021", "WijzigPip", content.replace("@NUMBER@", "1") + dry)
        return content + ask.format(confirming) if "resultaat>Goedgekeurd<" in answer else None

    def signals(self, amount: int) -> Path:
        """WijzigSignaalstatus of `amount` signals of one municipality, another one each time."""
        templates = []
        for gemeente in self.gemeenten:
            ids: list[str] = []
            for page in range(1, amount // 200 + 2):
                found = self.caller.call("wi2021", "ZoekSignalen", el("gemeentecode", gemeente) + el("criteria", "") + el(
                    "paginering", el("pagina", page) + el("paginagrootte", 200)))
                ids += re.findall(r"<(?:\w+:)?signaalId>([^<]*)</", found)
            for first in range(0, len(ids) - amount + 1, amount):
                chosen = "".join(el("signaalId", name) for name in ids[first:first + amount])
                templates.append(self.template("WijzigSignaalstatus", el("gemeentecode", gemeente) +
                                               el("signaalIds", chosen) + el("status", "@STATUS@")))
        return self.write("WijzigSignaalstatus", templates[:200])

    def wal_bytes(self) -> int:
        wal = self.data / "isi.sqlite-wal"
        return wal.stat().st_size if wal.exists() else 0


def command(writers: Writers, file: Path, connections: int, seconds: int) -> list[str]:
    # Twice as many templates as connections at least, and each thread its own: none is changed twice at once.
    threads = 1 if connections == 1 else 2
    start = int(time.time() * 10) % 0x7fffffff
    return ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT),
            f"https://localhost:{writers.gateway.port}", "--", str(file), str(start), str(threads)]


def result_of(operation: str, out: str, err: str) -> dict:
    line = next((li for li in out.splitlines() if li.startswith("result ")), None)
    if line is None:
        raise RoundRefused(f"wrk gave no result: {out}{err}")
    result = json.loads(line.removeprefix("result "))
    if result["failed"] or result["broken"] or 50 * result["same"] >= result["requests"]:
        raise RoundRefused(f"{operation}: {result['failed']} answers other than Verwerkt, {result['broken']} broken connections, {result['same']} no change "
                           f"in {result['requests']} changes; the first: {err[:1500]}")
    return {"perSecond": result["requests"] / (result["microseconds"] / 1e6), "p50ms": result["p50"] / 1000,
            "p99ms": result["p99"] / 1000, "maxms": result["max"] / 1000, "requests": result["requests"]}


def settle(writers: Writers, operation: str, file: Path):
    """Brings every signal to the status that the first pass of a round does not set."""
    for body in file.read_text("utf-8").split("\x1e")[2:-1]:
        if "@STATUS@" in body:
            text = body.replace("@ID@", f"urn:uuid:{uuid.uuid4()}").replace("@STATUS@", "Afgehandeld")
            writers.caller.send("wi2021", operation, text)


def round_of(writers: Writers, operation: str, file: Path, connections: int, seconds: int) -> dict:
    done = subprocess.run(command(writers, file, connections, seconds), capture_output=True, text=True, timeout=seconds + 60,
                          check=True)
    return result_of(operation, done.stdout, done.stderr)


def commit_bytes(writers: Writers, operation: str, file: Path) -> int:
    """What one change appends to the log: the growth of the WAL, from empty on."""
    with contextlib.closing(sqlite3.connect(writers.data / "isi.sqlite")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    body = file.read_text("utf-8").split("\x1e")[2]
    sizes = []
    for number in range(12):
        before = writers.wal_bytes()
        text = body.replace("@ID@", f"urn:uuid:{uuid.uuid4()}")
        text = text.replace("@NUMBER@", str(1990 - number)).replace("@STATUS@", ("InBehandeling", "Afgehandeld")[number % 2])
        writers.caller.send("wi2021", operation, text)
        if writers.wal_bytes() > before:
            sizes.append(writers.wal_bytes() - before)
    return int(statistics.median(sizes)) if sizes else 8 * WAL_FRAME


def measure(writers: Writers, operation: str, file: Path, args) -> list[dict]:
    size = commit_bytes(writers, operation, file)
    rows = []
    for connections in (1, 8):
        rounds, syncs = [], []
        for _ in range(args.rounds):
            settle(writers, operation, file)
            syncs.append(bare_syncs(writers.data, size, 1))
            rounds.append(round_of(writers, operation, file, connections, args.seconds))
        figures = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
        sync = statistics.median(syncs)
        print(f"{operation:20} {connections:4} {figures['perSecond']:10.0f} {figures['p50ms']:9.2f} {figures['p99ms']:9.2f} "
              f"{figures['maxms']:9.2f} {sync:12.0f} {figures['perSecond'] / sync:7.2f}", flush=True)
        rows.append({"operation": operation, "connections": connections, **figures, "bareSyncsPerSecond": sync,
                     "commitBytes": size, "ratio": figures["perSecond"] / sync})
    return rows


def reader_beside_writers(writers: Writers, file: Path, args) -> dict:
    """RaadpleegPersoon at one connection, alone and while eight connections change plans."""
    load = workload.persons(writers.caller, writers.gemeenten[:10], 20)
    target = Target("gateway", f"https://localhost:{writers.gateway.port}", writers.gateway.process.pid,
                    load.write(writers.gateway.dir / "read.messages"), load.answer_bytes)
    alone = run_round(target, 1, args.seconds)
    with subprocess.Popen(command(writers, file, 8, args.seconds + 2), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as busy:
        time.sleep(1)
        beside = run_round(target, 1, args.seconds)
        changed = result_of("WijzigPip", *busy.communicate(timeout=60))
    print(f"\nRaadpleegPersoon at 1 connection: alone {alone.per_second:.0f}/s, p50 {alone.p50_ms:.2f} ms, p99 {alone.p99_ms:.2f} ms; "
          f"beside 8 connections that change plans ({changed['perSecond']:.0f}/s) {beside.per_second:.0f}/s, "
          f"p50 {beside.p50_ms:.2f} ms, p99 {beside.p99_ms:.2f} ms")
    return {"alone": vars(alone), "besideWriters": vars(beside), "changesPerSecond": changed["perSecond"]}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--persons", type=int)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=int, help="length of a round")
    parser.add_argument("--cache", type=Path, help="where populations are kept")
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    args = parser.parse_args()
    for name, value in zip(("persons", "rounds", "seconds"), (10_000, 1, 2) if args.quick else (100_000, 3, 5)):
        if getattr(args, name) is None:
            setattr(args, name, value)
    args.signals = 10 if args.quick else 100
    args.cache = (args.cache or Path(binary()).parents[1] / "bench-data").resolve()
    args.cache.mkdir(parents=True, exist_ok=True)
    return args


def main() -> int:
    args = arguments()
    if shutil.which("wrk") is None:
        say("wrk is not installed")
        return 2
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "load": os.getloadavg()[0],
               "when": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")}
    print(f"{machine['when']}, {machine['cores']} cores, load {machine['load']:.1f} at the start; {args.persons} persons, "
          f"{args.signals} signals a message, {args.rounds} rounds of {args.seconds} s, medians")
    with contextlib.ExitStack() as stack:
        writers = Writers(stack, args)
        print(f"{'operation':20} {'conn':>4} {'changes/s':>10} {'p50 ms':>9} {'p99 ms':>9} {'max ms':>9} {'bare syncs/s':>12} "
              f"{'ratio':>7}")
        plans = writers.plans(20)
        rows = measure(writers, "WijzigPip", plans, args)
        rows += measure(writers, "WijzigSignaalstatus", writers.signals(args.signals), args)
        reader = reader_beside_writers(writers, plans, args)
    if args.json:
        args.json.write_text(json.dumps({**machine, "rows": rows, "reader": reader}, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
