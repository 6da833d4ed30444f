#!/usr/bin/env python3
"""The audit trail when it has grown (R70): reads over mutual TLS until there are so many records, then: is there one for every answer, is
the chain whole, how long does that look take, and how long the question of one person. First and last round show whether a
read costs more when the trail is large.

    run_audit.py                        a million records, some minutes
    run_audit.py --records 10000000     ten million: half an hour, 4 GB

CVSGW_BINARY names the program (else build/release). Populations are kept in --cache for the next run.
"""

import argparse
import contextlib
import re
import sqlite3
import sys
import time
from pathlib import Path

from measure import Target, run_round
from run import TODAY, population
from run_mutual import BENCH, binary, digikoppeling, reads

CONNECTIONS = 8
BSN = re.compile(r"bsn>([0-9]{9})<")


def records(data):
    with contextlib.closing(sqlite3.connect(data / "audit.sqlite")) as database:
        return database.execute("SELECT COUNT(*) FROM verwerking").fetchone()[0]


def timed(gateway, *words):
    begin = time.monotonic()
    said = gateway.command(*words, "--data", gateway.data)
    return said, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=20, help="of a round")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    cache = (args.cache or Path(binary()).parents[1] / "bench-data").resolve()
    cache.mkdir(parents=True, exist_ok=True)
    faults = []
    with digikoppeling.DigikoppelingGateway(data=population(10_000, cache), today=TODAY) as gateway:
        load = reads(gateway, quick=False)
        file = load.write(gateway.dir / "berichten")
        words = (BENCH / "mutual_load", gateway.be_port, gateway.zoo / "client.pem", gateway.zoo / "client.key")
        target = Target("gateway", "", gateway.process.pid, file, load.answer_bytes, words)
        before, rounds = records(gateway.data), []
        while sum(done.requests for done in rounds) < args.records:
            done = run_round(target, CONNECTIONS, args.seconds)
            rounds.append(done)
            print(f"round {len(rounds):3}: {done.per_second:7.0f}/s  p50 {done.p50_ms:.2f}  p99 {done.p99_ms:.2f} ms  {done.cpu_us:.0f} µs CPU  "
                  f"{done.stolen:.2%} stolen  {(gateway.data / 'audit.sqlite').stat().st_size / 1e6:.0f} MB", flush=True)
        answers, found = sum(done.requests for done in rounds), records(gateway.data) - before
        print(f"{answers} answers, {found} records; the gateway holds {gateway.resident_kilobytes(peak=True) / 1024:.0f} MB at its highest")
        if found != answers:
            faults.append(f"{found} records for {answers} answers")
        said, seconds = timed(gateway, "audit", "verify")
        print(f"audit verify: {seconds:.1f} s: {said.strip()}")
        if "ongeschonden" not in said:
            faults.append("the chain does not hold")
        # Every connection asks for all persons in turn, from the first one again in each round.
        asked = BSN.search(load.messages[0].body).group(1)
        question = gateway.dir / "vraag"
        question.write_text(asked + "\n", encoding="ascii")
        said, seconds = timed(gateway, "audit", "subject", "--bsn-bestand", question, "--door", "FG", "--reden", "meting")
        told, each = len(said.splitlines()), answers / len(load.messages)
        print(f"audit subject: {seconds:.2f} s for {told} records of one person")
        if abs(told - each) > CONNECTIONS * len(rounds) + 3:
            faults.append(f"{told} records of a person who was asked for some {each:.0f} times")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
