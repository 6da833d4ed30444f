"""Attacks that are proved where their part of the gateway is tested: `file: name of the test`.

These come beside the cases of the catalogue, or instead of them where the open listener cannot be attacked that way.
"""
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TESTS = {
    "A13": ("gateway/laws/testing/readers_test.cpp: A13_NoByteReplacedMakesTheReadersDiffer",),
    "A16": ("tests/integration/exactly_once_test.py: the_same_message_twice_is_one_change_and_one_answer",),
    "A17": ("tests/integration/exactly_once_test.py: the_same_id_with_another_body_is_a_fault",),
    "A28": ("tests/integration/slow_clients.py: check",),
    "A30": ("gateway/transport/corpus_test.cpp: R07_A30_EachCertificateIsReadAsItsNameSays",),
    "A32": ("tests/integration/secrecy_test.py: test_A32_R78_no_canary_in_the_log",),
    "A33": ("gateway/security/keys/authenticator_test.cpp: A33_A34_EveryFailureLooksTheSameAndCostsOneHash",),
    "A35": ("gateway/security/keys/authenticator_test.cpp: A35_A36_AFullQueueRefusesStrangersButNeverACachedCaller",),
    "A36": ("gateway/security/keys/authenticator_test.cpp: A35_A36_AFullQueueRefusesStrangersButNeverACachedCaller",),
    "A38": (),
    "A40": ("tests/integration/exactly_once_test.py: the_same_message_twice_is_one_change_and_one_answer",),
    "A41": ("adapters/store/corpus_test.cpp: A41_EachLineIsReadOrRefusedAsItsNameSays",),
    "A45": ("tests/integration/exhaustion_test.py: test_A45_",),
    "A46": ("gateway/config/corpus_test.cpp: A46_EachFileIsTakenOrRefusedAsItsNameSays",),
}


def missing(tests=None) -> list[str]:
    """What the table names and the tree does not have."""
    found = []
    for attack, names in (TESTS if tests is None else tests).items():
        for name in names:
            file, _, test = name.partition(": ")
            path = ROOT / file
            if not path.is_file() or test not in path.read_text("utf-8"):
                found.append(f"{attack}: {name}")
    return found
