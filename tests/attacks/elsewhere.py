"""Attacks that are proved where their part of the gateway is tested: `file: name of the test`, the whole of it.

These come beside the cases of the catalogue, or instead of them where no listener of its stands can be attacked that way.
"""
import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TESTS = {
    "A13": ("gateway/laws/testing/readers_test.cpp: A13_NoByteReplacedMakesTheReadersDiffer",),
    "A16": ("tests/integration/exactly_once_test.py: test_A16_the_same_message_twice_is_one_change_and_one_answer",
            "tests/integration/callers_test.py: test_A16_A17_A40_one_id_many_times_at_once_with_two_bodies"),
    "A17": ("tests/integration/exactly_once_test.py: test_A17_the_same_id_with_another_body_is_a_fault",),
    "A18": ("tests/integration/callers_test.py: test_A18_A19_a_token_of_another_time_is_refused_and_a_nonce_is_no_proof",),
    "A24": ("tests/integration/signed_test.py: test_A24_many_prefixes_times_many_elements_cost_next_to_nothing",),
    "A28": ("tests/integration/slow_clients.py: check",),
    "A30": ("gateway/transport/corpus_test.cpp: R07_A30_EachCertificateIsReadAsItsNameSays",),
    "A32": ("tests/integration/secrecy_test.py: test_A32_R78_no_canary_in_the_log",),
    "A33": ("gateway/security/keys/authenticator_test.cpp: A33_A34_EveryFailureLooksTheSameAndCostsOneHash",),
    "A34": ("tests/integration/callers_test.py: test_A33_A34_every_failure_is_the_same_fault_to_the_byte",),
    "A35": ("gateway/security/keys/authenticator_test.cpp: A35_A36_AFullQueueRefusesStrangersButNeverACachedCaller",
            "tests/integration/callers_test.py: test_A35_the_owner_passes_while_another_hammers_his_key"),
    "A36": ("gateway/security/keys/authenticator_test.cpp: A35_A36_AFullQueueRefusesStrangersButNeverACachedCaller",),
    "A37": ("tests/authorisation/matrix_test.py: test_R09_A34_A37_A39_the_gateway_and_the_oracle_agree",
            "adapters/store/wi2021/muteren_test.cpp: A37_A40_SightIsAskedInsideTheTransactionWhileItEnds"),
    "A38": ("tests/integration/callers_test.py: test_A38_a_sweep_ends_with_an_alarm_and_own_persons_are_answered_on",
            "gateway/limits/limits_test.cpp: A38_LowAndSlowEndsAtTheDaysBudgetUntilMidnightInAmsterdam"),
    "A39": ("tests/authorisation/matrix_test.py: test_R09_A34_A37_A39_the_gateway_and_the_oracle_agree",),
    "A40": ("tests/integration/exactly_once_test.py: test_A16_the_same_message_twice_is_one_change_and_one_answer",),
    "A41": ("adapters/store/corpus_test.cpp: A41_EachLineIsReadOrRefusedAsItsNameSays",),
    "A45": ("tests/integration/exhaustion_test.py: test_A45_without_descriptors_old_connections_live_and_new_ones_come_later",
            "tests/integration/exhaustion_test.py: test_A45_a_hundred_aborted_requests_leave_no_connection",
            "tests/integration/exhaustion_test.py: test_A45_a_full_disk_for_the_log_stops_no_answer_and_no_gateway"),
    "A46": ("gateway/config/corpus_test.cpp: A46_EachFileIsTakenOrRefusedAsItsNameSays",),
}


def missing(tests=None) -> list[str]:
    """What the table names and the tree does not run."""
    found = []
    for attack, names in (TESTS if tests is None else tests).items():
        for name in names:
            file, _, test = name.partition(": ")
            path = ROOT / file
            if not path.is_file() or not is_run(path, path.read_text("utf-8"), test):
                found.append(f"{attack}: {name}")
    return found


def is_run(path: Path, text: str, test: str) -> bool:
    """Whether a source has this test, ctest knows the program, and nothing switches it off or skips it."""
    if path.suffix == ".cpp":
        return _in_googletest(text, test)
    known = re.search(rf"\b{path.stem.removesuffix('_test')}(_test)?(\.py|\b)", (path.parent / "CMakeLists.txt").read_text("utf-8"))
    return bool(known) and _in_python(text, test)


def _in_googletest(text: str, test: str) -> bool:
    """CMake takes every *_test.cpp of a folder; that none is switched off or skipped is a house rule (tests/house/sizes.py)."""
    text = re.sub(r"(?ms)^#if 0\b.*?^#endif|/\*.*?\*/", "", text)
    return bool(re.search(rf"(?m)^TEST(?:_[FP])?\(\w+,\s*{test}\)", text))


def _in_python(text: str, test: str) -> bool:
    tree = ast.parse(text)
    for scope in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        for node in scope.body:
            if isinstance(node, ast.FunctionDef) and node.name == test:
                said = ast.unparse(node) + " ".join(map(ast.unparse, getattr(scope, "decorator_list", ())))
                return not re.search(r"skip|expectedFailure", said, re.I)
    return False
