#!/usr/bin/env python3
"""How long each kind of failed authentication takes (security.md A33): every class against a wrong password, call by call: medians, and t
of the differences. CVSGW_BINARY names the program.

    timing.py [CALLS] [--slower PERCENT]   CALLS for each class, 200 if not given; the slow hash makes that about half a minute a class.
                                           --slower: one class is made slower by so much of a hash, to see that it fails
    timing.py --self-test                  the judgement on made-up times, with a difference and without

Exit status 1 when a class differs: when in the first half of the calls and in the second it is, to the same side, further from the
base than a tenth of a hash, with |t| above 5. A t of 4.5 alone would say already that there is some difference, and a machine that
others use makes such ones; what would tell an attacker who exists is a hash that is not made, or another step of its size.
"""
import argparse
import json
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from gateway import Gateway, Key  # noqa: E402

BASE = "wrong password"
SHARE, T = 0.1, 5


def apart(one, other):
    """By how much one class is slower than the other, call by call: the median, and t without the tenth that is furthest out on each
    side. Both are of the same minute, so that what else the machine does is in both."""
    differences = sorted(mine - its for mine, its in zip(one, other))
    middle = differences[len(differences) // 10:len(differences) * 9 // 10]
    spread = statistics.stdev(middle) / len(middle) ** 0.5
    return statistics.median(middle), statistics.mean(middle) / spread if spread else 0


def differing(times):
    """Names of the classes that an attacker could tell from the base. `times`: name to milliseconds, in the order of the calls."""
    def side(taken, base):
        median, t = apart(taken, base)
        # Failing takes about a hash and little else.
        return (median > 0) - (median < 0) if abs(median) > SHARE * statistics.median(base) and abs(t) > T else 0

    def halves(taken):
        return taken[:len(taken) // 2], taken[len(taken) // 2:]
    return [name for name, taken in times.items() if name != BASE and
            [side(*pair) for pair in zip(halves(taken), halves(times[BASE]))] in ([1, 1], [-1, -1])]


def self_test():
    """Whether the judgement finds what there is, and only that, in a hundred made-up runs of a noisy machine each."""
    draw = random.Random(1)

    def run(more=0.0, half=0.0, both=0.0):
        """A class that takes `more` of a hash, `half` more in the second half alone; `both` are slower there."""
        def taken(always, later):
            return [140 * (1 + always + (later if number >= 100 else 0)) + draw.expovariate(1 / 15) + 300 * (draw.random() < 0.01)
                    for number in range(200)]
        return differing({BASE: taken(0, both), "class": taken(more, half + both)})
    wanted = {"none": ({}, False), "3 %": ({"more": 0.03}, False), "half of it": ({"half": 0.5}, False), "a slow machine": ({"both": 0.8}, False),
              "25 % slower": ({"more": 0.25}, True), "25 % faster": ({"more": -0.25}, True), "no hash": ({"more": -0.99}, True)}
    wrong = [name for name, (how, differs) in wanted.items() for _ in range(100) if bool(run(**how)) != differs]
    print("\n".join(f"{name}: {wrong.count(name)} of 100 runs were judged wrongly" for name in dict.fromkeys(wrong)) or
          f"{len(wanted)} kinds of difference were judged as they should be")
    return 1 if wrong else 0


def classes(gateway):
    good, revoked, bound = gateway.issue_key(), gateway.issue_key(), gateway.issue_key("0363", "Wi2021", "--oin",
                                                                                       "00000099000000001000")
    gateway.command("keys", "revoke", "--sleutel", revoked.name, "--data", gateway.data)
    nobody = Key.__new__(Key)
    nobody.name, nobody.password = "AS-AAAAAAAAAAAAAAAAAAAA", good.password
    return {BASE: (good, "fout" * 10), "no such key": (nobody, good.password), "revoked": (revoked, revoked.password),
            "another OIN": (bound, bound.password)}


def measure(calls, slower):
    """Milliseconds by class, in the order of the calls."""
    gateway = Gateway(persons=0)
    known = classes(gateway)  # before it starts: a running gateway takes a moment to know of them
    with gateway:
        messages = {name: soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"), soap.security(key, password)),
                                       action=f"{soap.namespace('algemeen')}/Ping")
                    for name, (key, password) in known.items()}
        # Each class once a round, in an order of its own.
        draw = random.Random(1)
        order = [name for _ in range(calls) for name in draw.sample(list(messages), len(messages))]
        times = {name: [] for name in messages}
        with gateway.connect() as connection:
            for name in order:
                begin = time.perf_counter()
                connection.sendall(messages[name])
                answer = soap.read_answer(connection)
                if name == "revoked" and slower and times[BASE]:
                    time.sleep(slower / 100 * statistics.median(times[BASE]) / 1000)
                times[name].append(1000 * (time.perf_counter() - begin))
                if answer.fault()["code"] != "0002":
                    raise SystemExit(f"{name}: {answer.fault()}")
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("calls", type=int, nargs="?", default=200)
    parser.add_argument("--slower", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        return self_test()
    times = measure(arguments.calls, arguments.slower)
    print(json.dumps({name: {"calls": len(taken), "median_ms": round(statistics.median(taken), 2),
                             "t": round(apart(taken, times[BASE])[1], 2)} for name, taken in times.items()}, indent=2))
    different = differing(times)
    print(f"told apart by their time: {', '.join(different)}" if different else "no class is told apart by its time")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
