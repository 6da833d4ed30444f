#!/usr/bin/env python3
"""The benchmark: the gateway with all its checks on, beside a bare POCO HTTPS server that answers as many bytes.

    run.py             100,000 persons; 1, 8 and 32 connections; three rounds, gateway and bare server in turn
    run.py --growth    what a request costs with 10,000 and with 1,000,000 persons, in turn
    run.py --quick     everything once and shortly, 10,000 persons: shows that it works, its figures mean little

CVSGW_BINARY names the program (else build/release). Needs wrk. Populations are kept in --cache for the next run.
"""

import argparse
import contextlib
import datetime
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
from gateway import Gateway, binary  # noqa: E402

import workload  # noqa: E402
from measure import Round, Target, median, run_round  # noqa: E402

TODAY = "2026-11-22"  # a fixed day, so that a kept population stays right
SEED = 1
ROWS = 50             # signals in an answer of ZoekSignalen
FEW_ROWS = 20         # with 10,000 persons municipalities have less than fifty


def say(text: str):
    print(text, file=sys.stderr, flush=True)


def population(persons: int, cache: Path) -> Path:
    """A data directory with so many persons, made once for each build of the program."""
    digest = hashlib.sha256(Path(binary()).read_bytes()).hexdigest()[:12]
    data = cache / f"{persons}-{SEED}-{TODAY}-{digest}"
    if not (data / "isi.sqlite").exists():
        for old in cache.glob(f"{persons}-*"):
            shutil.rmtree(old)  # of an earlier build
        begin = time.monotonic()
        subprocess.run([binary(), "isi", "populate", "--data", str(data), "--persons", str(persons), "--seed", str(SEED),
                        "--vandaag", TODAY], check=True, stdout=sys.stderr)
        say(f"{persons} persons in {time.monotonic() - begin:.0f} s")
    for file in data.iterdir():
        if not file.name.startswith("isi.sqlite"):
            file.unlink()  # keys of an earlier run
    return data


class Served:
    """A running gateway with the two workloads that were checked against it."""

    def __init__(self, stack: contextlib.ExitStack, persons: int, args):
        self.persons = persons
        self.gateway = stack.enter_context(Gateway(data=population(persons, args.cache), today=TODAY))
        gemeenten = workload.municipalities(self._caller())
        chosen = gemeenten if args.quick or args.growth else gemeenten[::len(gemeenten) // 40]
        self.caller = self._caller(*chosen)
        chosen = ["0363", *(code for code in chosen if code != "0363")]
        self.workloads = [workload.persons(self.caller, chosen[:40], 20 if args.quick else 50),
                          workload.signals(self.caller, chosen, *(FEW_ROWS, 1) if args.quick or args.growth else (ROWS, 5))]

    def _caller(self, *gemeenten: str) -> workload.Caller:
        grants = [word for code in gemeenten for word in ("--gemeente", code)]
        key = self.gateway.issue_key("0363", "Wi2021", *grants)
        time.sleep(1.2)  # a running gateway takes up to a second to know a new key
        return workload.Caller(self.gateway, key)

    def target(self, load: workload.Workload) -> Target:
        file = load.write(self.gateway.dir / f"{load.operation}.messages")
        return Target("gateway", f"https://localhost:{self.gateway.port}", self.gateway.process.pid, file,
                      load.answer_bytes)

    def check_again(self):
        """A sample of every workload is still answered as before all that load."""
        for load in self.workloads:
            workload.checked(self.caller, load.operation, load.messages[::17])


@contextlib.contextmanager
def bare_server(served: Served, load: workload.Workload):
    program = Path(binary()).parents[1] / "tests/bench/bare_poco_server"
    command = [str(program), "0", str(round(load.body_bytes)), f"{served.gateway.pki}/server.pem",
               f"{served.gateway.pki}/server.key"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        port = int(process.stdout.readline().split()[-1])
        yield Target("bare", f"https://localhost:{port}", process.pid, served.target(load).messages, load.answer_bytes)
    finally:
        process.kill()
        process.wait()


def in_turn(targets: list[Target], connections: int, args) -> list[Round]:
    """Medians for each target; one is measured right after the other, so that both see the same machine."""
    for target in targets:
        run_round(target, connections, 1)  # connections, caches, remembered key
    rounds: list[list[Round]] = [[] for _ in targets]
    for _ in range(args.rounds):
        for target, list_ in zip(targets, rounds):
            list_.append(run_round(target, connections, args.seconds))
    return [median(list_) for list_ in rounds]


def row(operation: str, connections: int, label: str, figures: Round, ratio: float | None) -> dict:
    print(f"{operation:17} {connections:4} {label:>18} {figures.per_second:10.0f} {figures.p50_ms:9.2f} {figures.p99_ms:9.2f} "
          f"{figures.cpu_us:10.0f} {'' if ratio is None else f'{ratio:.2f}':>7} {figures.stolen:7.2%}", flush=True)
    return {"operation": operation, "connections": connections, "server": label, **asdict(figures), "ratio": ratio}


def heading():
    print(f"{'operation':17} {'conn':>4} {'server':>18} {'requests/s':>10} {'p50 ms':>9} {'p99 ms':>9} {'CPU µs/req':>10} "
          f"{'ratio':>7} {'stolen':>7}")


def against_bare(args, stack: contextlib.ExitStack) -> dict:
    served = Served(stack, args.persons, args)
    heading()
    rows = []
    for load in served.workloads:
        with bare_server(served, load) as bare:
            for connections in args.connections:
                gateway, other = in_turn([served.target(load), bare], connections, args)
                rows.append(row(load.operation, connections, "gateway", gateway, gateway.per_second / other.per_second))
                rows.append(row(load.operation, connections, "bare", other, None))
    served.check_again()
    now, peak = (served.gateway.resident_kilobytes(peak=highest) / 1024 for highest in (False, True))
    sizes = {load.operation: round(load.body_bytes) for load in served.workloads}
    print(f"{args.persons} persons; peak memory {peak:.0f} MB, now {now:.0f} MB; bytes in an answer: "
          + ", ".join(f"{name} {size}" for name, size in sizes.items()))
    return {"persons": args.persons, "rows": rows, "peakMegabytes": peak, "residentMegabytes": now, "answerBytes": sizes}


def growth(args, stack: contextlib.ExitStack) -> dict:
    """Ratio: what a request costs with the large population, divided by the small one."""
    small, large = (Served(stack, persons, args) for persons in (10_000, 1_000_000))
    heading()
    rows = []
    for few, many in zip(small.workloads, large.workloads):
        for connections in args.connections:
            a, b = in_turn([small.target(few), large.target(many)], connections, args)
            rows.append(row(few.operation, connections, f"{small.persons} persons", a, None))
            rows.append(row(few.operation, connections, f"{large.persons} persons", b, b.cpu_us / a.cpu_us))
    for served in (small, large):
        served.check_again()
    return {"rows": rows}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--persons", type=int)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=int, help="length of a round")
    parser.add_argument("--connections", type=int, nargs="+")
    parser.add_argument("--cache", type=Path, help="where populations are kept")
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    args = parser.parse_args()
    defaults = ((10_000, 1, 1, [1, 8]) if args.quick else (100_000, 5, 3, [8]) if args.growth
                else (100_000, 3, 5, [1, 8, 32]))
    for name, value in zip(("persons", "rounds", "seconds", "connections"), defaults):
        if getattr(args, name) is None:
            setattr(args, name, value)
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
    print(f"{machine['when']}, {machine['cores']} cores, load {machine['load']:.1f} at the start; "
          f"{args.rounds} rounds of {args.seconds} s, medians")
    with contextlib.ExitStack() as stack:
        result = growth(args, stack) if args.growth else against_bare(args, stack)
    if args.json:
        args.json.write_text(json.dumps({**machine, "rounds": args.rounds, "seconds": args.seconds, **result}, indent=2) + "\n",
                             "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
