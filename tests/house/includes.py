"""Who may include whom: the table of docs/architecture.md, read from that page, so that page and check cannot differ."""

import re

from tree import Finding, Tree

PAGE = "docs/architecture.md"
HEADING = "## Who may include whom"
LAWS = {"algemeen", "wi2007", "wi2013", "wi2021"}
LAW_FOLDERS = re.compile(r"^(?:gateway/laws|gateway/isi|adapters/\w+)/(\w+)/")

# What the table's last column calls a library, and how its headers look.
LIBRARIES = {
    "generated gSOAP headers": r"^(stdsoap2\.h|soap(H|Stub|C)\w*\.h|.*\.nsmap|generated/.*)$",
    "libxml2": r"^libxml/",
    "http-parser": r"^http_parser\.h$",
    "OpenSSL": r"^openssl/",
    "SQLite": r"^sqlite3\.h$",
    "POCO": r"^Poco/",
    "epoll": r"^sys/epoll\.h$",
    "toml++": r"^toml\+\+/",
    "RapidJSON": r"^rapidjson/",
    "ICU": r"^unicode/",
    "libxlsxwriter": r"^xlsxwriter",
    "minizip": r"^minizip/",
    "zlib": r"^zlib\.h$",
    "xmlsec1": r"^xmlsec/",
    "Pango": r"^pango/",
    "Cairo": r"^cairo",
    "libcurl": r"^curl/",
}
# Tests and fuzz targets lie beside their sources, belong to no library and may look at whatever they need; nothing else may use their helpers.
TESTS = re.compile(r"_(test|fuzz)[_.]|/test_\w+\.hpp|/testing/|^tests/")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


class Row:
    """One row: the rooms that `room` may include (None: all), some of them only for the files named in brackets."""

    def __init__(self, room: str, may: str, alone: str):
        self.room = room
        self.everything = "everything" in may
        self.may: dict[str, list[str]] = {room: []}
        for name, files in re.findall(r"([\w/-]+(?: library)?)\s*(?:\(([^)]*)\))?", may):
            self.may[name] = [f.strip() for f in files.split(",")] if files else []
        self.alone = [part.strip() for part in re.sub(r"\([^)]*\)", "", alone).split(",") if part.strip()]

    def allows(self, included: str) -> bool:
        if self.everything:
            return True
        room = room_of(included)
        if room not in self.may:
            return False
        stem = included.rsplit("/", 1)[-1].split(".")[0]
        return not self.may[room] or stem in self.may[room]


def room_of(path: str) -> str:
    """`gateway/xml/tree.hpp` lives in `xml`, `adapters/store/x.hpp` in `adapters/store`, `gateway/pipeline.cpp` in
    `pipeline`."""
    parts = path.split("/")
    if parts[0] == "adapters":
        return "/".join(parts[:2])
    return parts[1] if len(parts) > 2 else parts[1].split(".")[0].removesuffix("_test")


def read_table(tree: Tree) -> dict[str, Row]:
    section = tree.text(PAGE).split(HEADING, 1)[1].split("\n## ", 1)[0]
    rows: dict[str, Row] = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 3 or cells[0] == "folder" or set(cells[0]) <= set("-: "):
            continue
        for room in cells[0].split(","):
            rows[room.strip()] = Row(room.strip(), cells[1], cells[2])
    return rows


def check(tree: Tree) -> list[Finding]:
    rule = "include"
    if PAGE not in tree.paths or HEADING not in tree.text(PAGE):
        return [Finding(rule, PAGE, f"has no table under '{HEADING}'")]
    rows = read_table(tree)
    found = [Finding(rule, f"{PAGE} {name}", "names a library that tests/house/includes.py does not know")
             for row in rows.values() for name in row.alone if name not in LIBRARIES]
    owners = {name: {r.room for r in rows.values() if name in r.alone} for name in LIBRARIES}
    for path in tree.sources():
        if TESTS.search(path):
            continue
        row = rows.get(room_of(path))
        if row is None:
            found.append(Finding(rule, path, f"lies in '{room_of(path)}', which has no row in {PAGE}"))
            continue
        for _, included in _INCLUDE.findall(tree.text(path)):
            found += _judge(path, included, row, owners)
    return found


def _judge(path: str, included: str, row: Row, owners: dict[str, set[str]]) -> list[Finding]:
    key = f"{path} {included}"
    if TESTS.search(included):
        return [Finding("include", key, "the product may not include what is made for tests")]
    if included.startswith(("gateway/", "adapters/")):
        mine, other = LAW_FOLDERS.match(path), LAW_FOLDERS.match(included)
        if mine and other and mine[1] != other[1] and {mine[1], other[1]} <= LAWS:
            return [Finding("include", key, "no law includes another law")]
        if not row.allows(included):
            return [Finding("include", key, f"'{row.room}' may not include '{room_of(included)}'")]
        return []
    for name, pattern in LIBRARIES.items():
        if owners[name] and re.search(pattern, included) and row.room not in owners[name] and not row.everything:
            return [Finding("include", key, f"only {', '.join(sorted(owners[name]))} may include {name}")]
    return []
