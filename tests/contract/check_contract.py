#!/usr/bin/python3
"""Checks WSDL files: Digikoppeling WUS, WS-I Basic Profile 1.2 and the contract's rules for types.

    check_contract.py [--schemas wsdl] [--examples] FILE_OR_FOLDER…

A folder stands for every *.wsdl below it. `--schemas` is where the imports of split files are found; `--examples` also checks the
messages in `voorbeelden` beside each file. Prints one line per problem and ends with status 1 when there is one.
"""

import argparse
import pathlib
import sys

import basic_profile  # noqa: F401 (each fills the register of checks)
import description
import digikoppeling  # noqa: F401
import examples
import type_rules  # noqa: F401


def files_of(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.wsdl")) if argument.is_dir() else [argument]


def duplicates(descriptions):
    """T15: names of services, portTypes and bindings are unique over all files."""
    seen = {}
    for one in descriptions:
        for item in one.all("w:service|w:portType|w:binding"):
            other = seen.setdefault((item.tag, item.get("name")), one.path)
            if other != one.path:
                yield one.path, ("T15", f"{item.get('name')} is also in {other}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schemas", help="folder in which imported schemas lie")
    parser.add_argument("--examples", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    found, descriptions = [], []
    for path in files_of(options.files):
        one = description.Description(path, options.schemas)
        descriptions.append(one)
        found += [(path, problem) for problem in description.problems(one)]
        if options.examples:
            found += [(path, problem) for problem in examples.problems(one)]
    found += duplicates(descriptions)
    for path, (ident, text) in found:
        print(f"{path}: {ident}: {text}")
    if not descriptions:
        print("no WSDL found")
    print(f"{len(descriptions)} files, {len(description.CHECKS)} checks, {len(found)} problems")
    return 1 if found or not descriptions else 0


if __name__ == "__main__":
    sys.exit(main())
