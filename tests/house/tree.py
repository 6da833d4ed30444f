"""The files that the rules look at, and what a rule finds in them."""

import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "out", "node_modules", "__pycache__"}


@dataclass(frozen=True, order=True)
class Finding:
    """One breach. `key` is what an exception has to name: a path, or a path and a thing in it."""

    rule: str
    key: str
    text: str


@lru_cache(maxsize=None)  # a file of the same moment is the same, also for the next tree
def _read(file: Path, _changed: int) -> str:
    return file.read_text("utf-8", errors="replace")


class Tree:
    """The sources: what git tracks or would track, or every file when this is no checkout (a release archive)."""

    def __init__(self, root: Path, paths: list[str]):
        self.root = root
        self.paths = sorted(paths)
        self._texts: dict[str, str] = {}

    @classmethod
    def open(cls, root: Path) -> "Tree":
        # Without -C .git above: a copy that lies inside another checkout's build folder must not list that checkout.
        if (root / ".git").exists():
            listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others",
                                     "--exclude-standard"], check=True, capture_output=True).stdout.decode()
            return cls(root, [p for p in listed.split("\0") if p and (root / p).is_file()])
        found = (p for p in root.rglob("*") if p.is_file())
        return cls(root, [p for p in (str(f.relative_to(root)) for f in found)
                          if not SKIPPED_FOLDERS & set(Path(p).parts[:-1])])

    def text(self, path: str) -> str:
        if path not in self._texts:
            file = self.root / path
            self._texts[path] = _read(file, file.stat().st_mtime_ns)
        return self._texts[path]

    def ending(self, *suffixes: str) -> list[str]:
        return [p for p in self.paths if p.endswith(suffixes)]

    def sources(self) -> list[str]:
        """C++ of the product and its tests."""
        return [p for p in self.ending(".cpp", ".hpp", ".h") if p.startswith(("gateway/", "adapters/", "tests/"))]
