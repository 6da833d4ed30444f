#!/usr/bin/env python3
"""The code on a page is the code of the example: snippets.py PAGE [--write]

A comment `<!-- FILE REGION -->` before a fence names a file in the folder named after the page, and a region in it, between
the lines `[REGION]` and `[/REGION]`. Without --write a difference is an error.
"""
import re
import sys
import textwrap
from pathlib import Path

FENCE = re.compile(r"(<!-- (\S+) (\S+) -->\n```\w*\n)(.*?)(```\n)", re.S)


def region(file, name):
    found = re.search(rf"^[^\w\n]+\[{name}\]\n(.*?)^[^\w\n]+\[/{name}\]$", file.read_text(encoding="utf-8"), re.M | re.S)
    if not found:
        sys.exit(f"{file} has no region {name}")
    return textwrap.dedent(found[1]).strip("\n") + "\n"


def main():
    page = Path(sys.argv[1])
    text = page.read_text(encoding="utf-8")
    folder = page.with_suffix("")
    made, count = FENCE.subn(lambda m: m[1] + region(folder / m[2], m[3]) + m[5], text)
    if not count:
        sys.exit(f"{page} has no code of an example")
    if "--write" in sys.argv:
        page.write_text(made, encoding="utf-8")
    elif made != text:
        sys.exit(f"{page} shows other code than the examples; run {sys.argv[0]} {page} --write")


if __name__ == "__main__":
    main()
