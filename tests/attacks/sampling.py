"""Which cases every check runs. Apart from the stands, so that whoever only counts needs none of what they need."""
import os
import zlib

from case import Case

SHARE = 12 if os.environ.get("CVSGW_SANITIZE") else 3  # one of so many, besides the first of each attack on each stand


def sample(cases: list[Case]) -> list[Case]:
    """By the name alone, so that a new case changes nothing about the others."""
    firsts = {}
    for case in cases:
        if not case.slow:
            firsts.setdefault((case.attack, bool(case.listener)), case)
    return [case for case in cases
            if not case.slow and (case is firsts[case.attack, bool(case.listener)] or zlib.crc32(case.name.encode()) % SHARE == 0)]
