#!/usr/bin/env python3
"""The benchmark of files: a municipality of 50,000 persons fetches its Wi2021 extract.

    run_files.py           50,000 persons beside one of 50, three rounds each
    run_files.py --quick   2,000 persons, one round: shows that it works

Told per round: how fast the file is made (MB of csv per second, of the call that makes it and brings the first part), how much of the
gateway's CPU that call took (which other programs on the machine hardly change), how fast its parts are fetched, and how much memory the
gateway took at its highest above idle. Goals: 40 MB/s made, 64 MB.
CVSGW_BINARY names the program (else build/release). Populations are kept in --cache for the next run.
"""
import argparse
import base64
import contextlib
import hashlib
import io
import os
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import soap  # noqa: E402
from changes import el  # noqa: E402
from gateway import Gateway  # noqa: E402

from run import TODAY, population, say  # noqa: E402

GEMEENTE, FEW = "0363", 50
ALG = f"{{{soap.namespace('algemeen')}}}"
TEMPLATES = 5_000  # persons of the population whose dossiers are copied
GOAL_SPEED, GOAL_MEMORY = 40, 64


def test_bsns():
    """Numbers that nobody has and that pass the 11-test."""
    for number in range(980_000_000, 990_000_000):
        digits = [int(c) for c in str(number)]
        if (sum(d * w for d, w in zip(digits, range(9, 1, -1))) - digits[8]) % 11 == 0:
            yield str(number)


def enlarge(data: Path, persons: int):
    """Empties the municipality and fills it with copies of dossiers of others: real shapes, as many as asked for."""
    with contextlib.closing(sqlite3.connect(data / "isi.sqlite")) as database, database:
        database.execute("DELETE FROM zicht WHERE wet = 21 AND gemeente = ?", (GEMEENTE,))
        shapes = database.execute("SELECT z.gemeente, z.soort, z.bsn, d.inhoud FROM zicht z JOIN dossier d ON d.wet = z.wet AND d.bsn = z.bsn "
                                  "WHERE z.wet = 21 AND z.vervallen = 0 AND z.soort IN ('Woonachtig', 'CoaGekoppeld') "
                                  "ORDER BY z.bsn LIMIT ?", (TEMPLATES,)).fetchall()
        for number, bsn in zip(range(persons), test_bsns()):
            gemeente, soort, old, text = shapes[number % len(shapes)]
            text = text.replace(old, bsn).replace(f'"{gemeente}"', f'"{GEMEENTE}"')
            database.execute("INSERT INTO dossier (wet, bsn, inhoud) VALUES (21, ?, ?)", (bsn, text))
            database.execute("INSERT INTO zicht (persoon_id, wet, gemeente, bsn, soort, volgnummer) VALUES (?, 21, ?, ?, ?, ?)",
                             (f"B{number}", GEMEENTE, bsn, soort, 10_000_000 + number))


def memory(gateway, field: str) -> float:
    """MB of the gateway: VmRSS now, VmHWM at its highest."""
    status = Path(f"/proc/{gateway.process.pid}/status").read_text(encoding="ascii")
    return int(re.search(rf"{field}:\s+(\d+) kB", status)[1]) / 1000


def cpu(gateway) -> float:
    """Seconds of CPU that the gateway has used, in user and kernel mode."""
    fields = Path(f"/proc/{gateway.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def ask(gateway, key, deel: int, versie: str = "") -> dict:
    content = el("gemeentecode", GEMEENTE) + el("bestand", "inburgeraars_2021") + el("deel", deel)
    if versie:
        content += el("vervolg", el("versie", versie))
    answer = soap.call(gateway, key, "algemeen", "HaalBestand", content)
    found = answer.find(f".//{ALG}bestandsdeel")
    if found is None:
        raise RuntimeError(f"no part: {answer.status} {answer.body[:500]!r}")
    return {child.tag.removeprefix(ALG): child.text for child in found}


def one_round(data: Path, persons: int) -> dict:
    shutil.rmtree(data / "bestanden", ignore_errors=True)
    with Gateway(data=data, today=TODAY) as gateway:
        key = gateway.issue_key(GEMEENTE, "Wi2021")
        time.sleep(1.2)  # a running gateway takes up to a second to know a new key
        soap.call(gateway, key, "algemeen", "LijstBestanden", el("gemeentecode", GEMEENTE))
        idle = memory(gateway, "VmRSS")
        Path(f"/proc/{gateway.process.pid}/clear_refs").write_text("5", encoding="ascii")  # the highest mark begins anew
        begin, used = time.monotonic(), cpu(gateway)
        first = ask(gateway, key, 1)
        made, used = time.monotonic() - begin, cpu(gateway) - used
        whole = base64.b64decode(first["inhoud"])
        begin = time.monotonic()
        for deel in range(2, int(first["aantalDelen"]) + 1):
            whole += base64.b64decode(ask(gateway, key, deel, first["versie"])["inhoud"])
        fetched = time.monotonic() - begin
        peak = memory(gateway, "VmHWM")
    assert hashlib.sha256(whole).hexdigest() == first["sha256"]
    archive = zipfile.ZipFile(io.BytesIO(whole))
    size = archive.getinfo(f"inburgeraars_2021_{GEMEENTE}.csv").file_size
    rows = archive.read(f"inburgeraars_2021_{GEMEENTE}.csv").count(b"\r\n") - 1
    if rows < persons * 0.9:
        raise RuntimeError(f"{rows} rows for {persons} persons")
    return {"csv": size / 1e6, "zip": len(whole) / 1e6, "delen": int(first["aantalDelen"]), "made": made,
            "cpu": used, "speed": size / 1e6 / made, "fetch": fetched, "memory": peak - idle}


def table(found: dict[int, list[dict]]) -> str:
    lines = ["| persons | csv MB | zip MB | parts | made in s | CPU s | MB of csv per s | other parts in s | MB above idle |",
             "|---|---|---|---|---|---|---|---|---|"]
    for persons, rounds in found.items():
        mid = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
        lines.append(f"| {persons:,} | {mid['csv']:.1f} | {mid['zip']:.1f} | {mid['delen']:.0f} | {mid['made']:.2f} | {mid['cpu']:.2f} | "
                     f"{mid['speed']:.0f} | {mid['fetch']:.2f} | {mid['memory']:.0f} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="2,000 persons, one round")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "bench")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    many, rounds, base = (2_000, 1, 2_000) if args.quick else (50_000, 3, 20_000)
    found: dict[int, list[dict]] = {}
    for persons in (FEW, many):
        with tempfile.TemporaryDirectory(prefix="files-", dir=args.cache) as scratch:
            data = Path(scratch) / "data"
            shutil.copytree(population(base, args.cache), data)
            enlarge(data, persons)
            found[persons] = [one_round(data, persons) for _ in range(rounds)]
            say(f"{persons} persons: {found[persons]}")
    print(table(found))
    mid = {name: statistics.median(r[name] for r in found[many]) for name in found[many][0]}
    print(f"\ngoals: {mid['speed']:.0f} of {GOAL_SPEED} MB/s, {mid['memory']:.0f} of {GOAL_MEMORY} MB above idle")
    return 0


if __name__ == "__main__":
    sys.exit(main())
