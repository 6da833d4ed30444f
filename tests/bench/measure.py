"""One round of load on one server, and what it cost the server."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_SCRIPT = Path(__file__).with_name("requests.lua")


class RoundRefused(Exception):
    """A round in which something was answered wrongly measures nothing."""


@dataclass(frozen=True)
class Target:
    """A server under load: `messages` is a file for requests.lua, `answer_bytes` what an answer takes on the wire."""

    name: str
    url: str
    pid: int
    messages: Path
    answer_bytes: float
    load: tuple = ()  # another program than wrk: its words; connections, seconds and messages come behind them


@dataclass(frozen=True)
class Round:
    requests: int  # answered
    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us: float  # user and system time of the server for one request
    stolen: float  # part of the cores' time that the machine's host gave to others: above 0.5 %, the p99 is the host's


def cpu_seconds(pid: int) -> float:
    # The program's name may hold spaces and brackets; the numbers start behind the last bracket.
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _machine_ticks() -> tuple[int, int]:
    """All ticks of all cores, and those of them that the host gave to others."""
    times = [int(field) for field in Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:9]]
    return sum(times), times[7]


def run_round(target: Target, connections: int, seconds: int) -> Round:
    threads = 1 if connections == 1 else 2  # one thread of wrk alone would hold the bare server back
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(_SCRIPT),
               target.url, "--", str(target.messages)]
    if target.load:
        command = [*map(str, target.load), str(connections), str(seconds), str(target.messages)]
    all_before, stolen_before = _machine_ticks()
    before = cpu_seconds(target.pid)
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=True)
    spent = cpu_seconds(target.pid) - before
    all_after, stolen_after = _machine_ticks()
    line = next((li for li in done.stdout.splitlines() if li.startswith("result ")), None)
    if line is None:
        raise RoundRefused(f"wrk gave no result: {done.stdout}{done.stderr}")
    result = json.loads(line.removeprefix("result "))
    _refuse_faults(target, result)
    return Round(requests=result["requests"], per_second=result["requests"] / (result["microseconds"] / 1e6), p50_ms=result["p50"] / 1000,
                 p99_ms=result["p99"] / 1000, cpu_us=spent / result["requests"] * 1e6,
                 stolen=(stolen_after - stolen_before) / max(1, all_after - all_before))


def _refuse_faults(target: Target, result: dict):
    if result["failed"] or result["broken"] or not result["requests"]:
        raise RoundRefused(f"{target.name}: {result['failed']} faults and {result['broken']} broken connections "
                           f"in {result['requests']} requests")
    # An answer without its person is a 200, too; it shows in the bytes.
    mean = result["bytes"] / result["requests"]
    if not 0.9 < mean / target.answer_bytes < 1.1 and result["requests"] > 500:
        raise RoundRefused(f"{target.name}: {mean:.0f} bytes for an answer instead of {target.answer_bytes:.0f}")


def median(rounds: list[Round]) -> Round:
    return Round(*(statistics.median(getattr(r, field) for r in rounds) for field in Round.__dataclass_fields__))
