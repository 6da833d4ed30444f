"""Every house rule is shown to fail: a copy of the sources is broken in one place, and that place has to be found."""

import shutil
import tempfile
import unittest
from pathlib import Path

import cpp
import documents
import house
import hygiene
import includes
import rules
import sizes
from tree import Tree

ROOT = Path(__file__).resolve().parents[2]
BROKEN_TEST = "TEST(Quiet, Nothing) {\n  const int one = 1;\n  (void)one;\n}\n"


class BrokenCopy(unittest.TestCase):
    """`self.breaks(path, text, rule, key)`: with this text in this file, the rule names the key, and without it not."""

    check = None  # the rules that this class is about

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        for path in Tree.open(ROOT).paths:
            target = cls.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, target)
        for path in (cls.root / p for p in hygiene.MUST_RUN):
            if not path.exists():  # one less thing for the broken copies to depend on
                path.parent.mkdir(exist_ok=True)
                path.write_text("#!/bin/sh\n", "utf-8")
                path.chmod(0o755)
        cls.before = cls.found()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def breaks(self, path: str, text: str, rule: str, key: str, mode: int = 0o644):
        file = self.root / path
        old = file.read_bytes() if file.exists() else None
        old_mode = file.stat().st_mode if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        file.chmod(mode)
        try:
            self.assertIn((rule, key), self.found() - self.before)
        finally:
            file.unlink()
            if old is not None:
                file.write_bytes(old)
                file.chmod(old_mode)

    @classmethod
    def found(cls) -> set[tuple[str, str]]:
        return {(f.rule, f.key) for f in cls.check(Tree.open(cls.root))} if cls.check else set()

    def source(self, path: str, line: str, rule: str, key: str):
        self.breaks(path, f"// A broken example for the rules.\n#pragma once\n{line}\n", rule, key)

    def amended(self, path: str, old: str, new: str, rule: str, key: str):
        text = (self.root / path).read_text("utf-8")
        self.assertIn(old, text)
        self.breaks(path, text.replace(old, new, 1), rule, key)


class Includes(BrokenCopy):
    check = includes.check

    def include(self, path: str, included: str):
        brackets = f'"{included}"' if included.startswith(("gateway/", "adapters/")) else f"<{included}>"
        self.source(path, f"#include {brackets}", "include", f"{path} {included}")

    def test_rooms(self):
        self.include("gateway/domain/broken.hpp", "gateway/isi/ports.hpp")
        self.include("gateway/isi/broken.hpp", "gateway/reply/xml_writer.hpp")
        self.include("gateway/transport/broken.hpp", "gateway/xml/document.hpp")
        self.include("gateway/reply/broken.hpp", "gateway/security/keys/authenticator.hpp")

    def test_laws_do_not_know_each_other(self):
        self.include("gateway/laws/wi2007/broken.hpp", "gateway/laws/wi2013/law.hpp")
        self.include("gateway/isi/wi2013/broken.hpp", "gateway/isi/wi2021/port.hpp")

    def test_adapters_know_only_the_port(self):
        self.include("adapters/store/broken.hpp", "gateway/laws/wi2007/law.hpp")
        self.include("adapters/store/broken.hpp", "adapters/duo/client.hpp")
        self.source("adapters/elsewhere/broken.hpp", "", "include", "adapters/elsewhere/broken.hpp")

    def test_libraries_have_one_owner(self):
        self.include("gateway/security/broken.hpp", "libxml/tree.h")
        self.include("gateway/xml/broken.hpp", "soapH.h")
        self.include("gateway/isi/broken.hpp", "sqlite3.h")
        self.include("gateway/http/broken.hpp", "openssl/ssl.h")
        self.include("gateway/http/broken.hpp", "Poco/Net/Socket.h")
        self.include("gateway/laws/broken.hpp", "rapidjson/document.h")

    def test_the_product_does_without_its_tests(self):
        self.include("gateway/transport/broken.hpp", "gateway/transport/tls_test_client.hpp")
        self.include("gateway/security/broken.hpp", "gateway/security/keys/testing/key_world.hpp")

    def test_the_page_is_the_table(self):
        self.breaks("docs/architecture.md", "# Architecture\n", "include", "docs/architecture.md")
        self.amended("docs/architecture.md", "| libxml2 |", "| libxml3 |", "include", "docs/architecture.md libxml3")
        self.amended("docs/architecture.md", "| http | domain |", "| http | isi |", "include",
                     self.first_use("http", "domain"))

    def first_use(self, room: str, other: str) -> str:
        for path in Tree.open(ROOT).sources():
            if path.startswith(f"gateway/{room}/"):
                for line in (ROOT / path).read_text("utf-8").splitlines():
                    if line.startswith(f'#include "gateway/{other}/'):
                        return f"{path} {line.split(chr(34))[1]}"
        raise AssertionError(f"{room} uses nothing of {other}")


class Sizes(BrokenCopy):
    check = sizes.check

    def test_lengths(self):
        self.source("gateway/http/broken.hpp", "inline void longest() {\n" + "  ;\n" * 68 + "}", "function-length",
                    "gateway/http/broken.hpp longest")
        self.source("gateway/http/broken.hpp", "//\n" * 450, "file-length", "gateway/http/broken.hpp")
        self.breaks("tests/broken.py", "def longest():\n" + "    pass\n" * 70, "function-length", "tests/broken.py longest")

    def test_nothing_is_left_lying(self):
        for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X", "GTEST_" + "SKIP", "DIS" + "ABLED_"):
            self.source("gateway/http/broken.hpp", f"// {word} later", "left-lying", f"gateway/http/broken.hpp {word}")

    def test_tests_can_fail(self):
        self.breaks("gateway/http/broken_test.cpp", BROKEN_TEST, "assertion",
                    "gateway/http/broken_test.cpp TEST(Quiet, Nothing)")
        commented = BROKEN_TEST.replace("(void)one;", "// EXPECT_EQ(one, 1);")
        self.breaks("gateway/http/broken_test.cpp", commented, "assertion",
                    "gateway/http/broken_test.cpp TEST(Quiet, Nothing)")


class Hygiene(BrokenCopy):
    check = hygiene.check

    def test_paths_hosts_and_secrets(self):
        home = "/ho" + "me/someone/build"
        self.source("gateway/http/broken.hpp", f"// see {home}", "machine-path", f"gateway/http/broken.hpp {home}")
        host = "https://regis" + "try.npmjs.org/soap"
        self.breaks("tests/broken.json", f'{{"resolved": "{host}"}}\n', "registry-host", f"tests/broken.json {host}")
        key = "-----BEGIN PRIV" + "ATE KEY-----"
        self.breaks("certs/broken.txt", f"{key}\n", "private-key", f"certs/broken.txt {key}")
        self.breaks("tests/broken.md", "burger 1234567" + "82\n", "real-bsn", "tests/broken.md")

    def test_forbidden_files(self):
        for path in ("certs/server.pem", "certs/server.key", "data/isi.sqlite", "gateway/laws/soapC.cpp", "data/peper"):
            self.breaks(path, "x\n", "forbidden-file", path)

    def test_run_bits(self):
        for path in (*hygiene.MUST_RUN, "tests/broken.sh"):
            self.breaks(path, "#!/bin/sh\n", "run-bit", path)
        self.breaks("docs/broken.md", "# Runs\n", "run-bit", "docs/broken.md", mode=0o755)


class Documents(BrokenCopy):
    check = documents.check

    def test_headers(self):
        self.breaks("gateway/http/broken.hpp", "#pragma once\n", "header-comment", "gateway/http/broken.hpp")
        self.breaks("gateway/http/broken.hpp", "// What it is for the reader.\n", "header-comment",
                    "gateway/http/broken.hpp pragma")

    def test_decisions(self):
        path = "docs/decisions/broken.md"
        self.breaks(path, "# It was decided\n\n**Context.** Once.\n\n**Decision.** This.\n", "decision", path)

    def test_links(self):
        self.breaks("docs/broken.md", "[there](nowhere.md)\n", "link", "docs/broken.md nowhere.md")
        self.breaks("docs/broken.md", "[there](glossary.md#no-such-heading)\n", "link",
                    "docs/broken.md glossary.md#no-such-heading")


class Rules(BrokenCopy):
    check = rules.check

    def test_a_rule_without_a_test(self):
        head = "| regel | soort | melding |\n|---|---|---|\n"
        number = "W21" + "-999"  # in two parts, or this test would be the one that names it
        self.breaks("docs/regels.md", f"{head}| {number} | toets | FS{996 + 1} | |\n", "rule-test", number)
        self.breaks("docs/regels.md", head, "rule-test", "docs/regels.md")


class Exceptions(BrokenCopy):
    @classmethod
    def found(cls) -> set[tuple[str, str]]:
        return {(f.rule, f.key) for f in house.breaches(cls.root)}

    def test_one_that_is_needed_is_heard(self):
        exceptions = (self.root / house.EXCEPTIONS).read_text("utf-8")
        self.addCleanup((self.root / house.EXCEPTIONS).write_text, exceptions, "utf-8")
        broken = self.root / "docs/broken.md"
        broken.write_text("[there](nowhere.md)\n", "utf-8")
        self.addCleanup(broken.unlink)
        (self.root / house.EXCEPTIONS).write_text(exceptions + "link | docs/broken.md nowhere.md | shown here\n", "utf-8")
        self.assertEqual(self.found(), self.before)

    def test_one_that_nothing_needs_is_a_breach(self):
        lines = (self.root / house.EXCEPTIONS).read_text("utf-8").splitlines()
        for extra in ("link | docs/gone.md nowhere.md | was needed once", "link | no reason"):
            self.breaks(house.EXCEPTIONS, "\n".join([*lines, extra, ""]), "exception",
                        f"{house.EXCEPTIONS} line {len(lines) + 1}")


class Functions(unittest.TestCase):
    """The reader of C++ behind the rules sees functions where they are, and nowhere else."""

    def names(self, text: str) -> list[str]:
        return [f.name for f in cpp.functions(text)]

    def test_finds(self):
        for text, name in (
                ("int f() { return 1; }", "f"),
                ("namespace a { class B { int g() const noexcept { return 1; } }; }", "g"),
                ("A::A(int x) : x_{x}, y_(x) { go(); }", "A::A"),
                ("auto f(int a) -> std::vector<int> { return {}; }", "f"),
                ("const auto f = [](int a) { return a; };", "f"),
                ("template <class T> requires (sizeof(T) > 1) void h(T t = {}) { }", "h"),
                ('void s() { const char* t = R"(} ")"; }', "s"),
                ("TEST_F(Suite,\n  Case) {}", "TEST_F(Suite, Case)")):
            self.assertEqual(len(self.names(text)), 1, text)
            if "[](" not in text and "requires" not in text:
                self.assertEqual(self.names(text), [name])

    def test_finds_no_more(self):
        for text in ("struct A { int x{3}; };", "constexpr std::array rows{1, 2};", "enum class E { a, b };",
                     "// int f() { }", "#define F(x) { x }", "int f();"):
            self.assertEqual(self.names(text), [], text)

    def test_lines(self):
        (function,) = cpp.functions("\n// why\nint f(\n    int a) {\n  return a;\n}\n")
        self.assertEqual((function.line, function.lines), (3, 4))


if __name__ == "__main__":
    unittest.main()
