#!/usr/bin/env python3
"""The catalogue of attacks against the real gateway.

    run.py            a sample, the same every time: some of every attack
    run.py --full     every case
    run.py --only RE  the cases whose names match
    run.py --list     the names

CVSGW_BINARY names the program. Exit status 1 when any case did not go as it should.
"""
import argparse
import re
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
from case import Case  # noqa: E402
from catalogue import all_cases  # noqa: E402
from sampling import sample  # noqa: E402
from signed_stand import SignedStand  # noqa: E402
from stand import SANITIZED, Stand, Trial  # noqa: E402

GROWN_KILOBYTES = 400_000 if SANITIZED else 48_000  # over the whole run


def kind_of_stand(case: Case):
    return SignedStand if case.listener else Stand


def chosen(arguments) -> list[Case]:
    cases = all_cases()
    if arguments.only:
        return [case for case in cases if re.search(arguments.only, case.name)]
    return cases if arguments.full else sample(cases)


def run(cases: list[Case], stand: Stand) -> dict[str, list[str]]:
    """What was wrong, by the name of the case."""
    wrong = {}
    for case in cases:
        try:
            problems = Trial(stand, case).run()
        except Exception as error:  # noqa: BLE001 a case that cannot be run has not passed
            problems = [f"{type(error).__name__}: {error}"]
        if problems:
            wrong[case.name] = problems
            print(f"{case.name}: " + "; ".join(problems), flush=True)
        if stand.gateway.process.poll() is not None:
            wrong.setdefault(case.name, []).append("the gateway has ended")
            break
    return wrong


def afterwards(stand: Stand) -> list[str]:
    """What has to hold when all is over."""
    found = []
    if missing := stand.unaccounted():
        found.append(f"{missing} records are neither in the log nor counted as left out")
    grown = stand.gateway.resident_kilobytes() - stand.start_kilobytes
    if grown > GROWN_KILOBYTES:
        found.append(f"memory grew by {grown} kB over the whole run, at most {GROWN_KILOBYTES}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    cases = chosen(arguments)
    if arguments.list:
        print("\n".join(case.name for case in cases))
        return 0
    begin = time.monotonic()
    wrong, after = {}, []
    for kind in (Stand, SignedStand):
        if its_own := [case for case in cases if kind_of_stand(case) is kind]:
            with kind() as stand:
                wrong |= run(its_own, stand)
                after += afterwards(stand) if stand.gateway.process.poll() is None else []
    for problem in after:
        print(problem)
    print(f"{len(cases) - len(wrong)} of {len(cases)} attacks had the outcome they should have ({time.monotonic() - begin:.0f} s)")
    return 1 if wrong or after or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
