#!/usr/bin/env python3
"""How long each kind of failed authentication takes, as a report and not as a judgement (security.md A33): medians and Welch's t of
every class against a wrong password. Below 4.5 a t-test over so many calls sees no difference. CVSGW_BINARY names the program.

    timing.py [CALLS]    calls for each class, 200 if not given; the slow hash makes that about half a minute a class
"""
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


def welch(one, other):
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return (statistics.mean(one) - statistics.mean(other)) / spread ** 0.5


def classes(gateway):
    good, revoked, bound = gateway.issue_key(), gateway.issue_key(), gateway.issue_key("0363", "Wi2021", "--oin",
                                                                                       "00000099000000001000")
    gateway.command("keys", "revoke", "--sleutel", revoked.name, "--data", gateway.data)
    time.sleep(1.2)  # a running gateway takes up to a second to know of a change
    nobody = Key.__new__(Key)
    nobody.name, nobody.password = "AS-AAAAAAAAAAAAAAAAAAAA", good.password
    return {BASE: (good, "fout" * 10), "no such key": (nobody, good.password), "revoked": (revoked, revoked.password),
            "another OIN": (bound, bound.password)}


def main():
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with Gateway(persons=0) as gateway:
        messages = {name: soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"), soap.security(key, password)),
                                       action=f"{soap.namespace('algemeen')}/Ping")
                    for name, (key, password) in classes(gateway).items()}
        order = list(messages) * calls
        random.Random(1).shuffle(order)
        times = {name: [] for name in messages}
        with gateway.connect() as connection:
            for name in order:
                begin = time.perf_counter()
                connection.sendall(messages[name])
                answer = soap.read_answer(connection)
                times[name].append(1000 * (time.perf_counter() - begin))
                if answer.fault()["code"] != "0002":
                    raise SystemExit(f"{name}: {answer.fault()}")
    print(json.dumps({name: {"calls": calls, "median_ms": round(statistics.median(taken), 2),
                             "t": round(welch(taken, times[BASE]), 2)} for name, taken in times.items()}, indent=2))


if __name__ == "__main__":
    main()
