#!/usr/bin/env python3
"""Checks that each flat WSDL stands on its own: xmllint reads it, its two schemas compile, and zeep makes a client
and every request from it, all without a network.

Usage: check_flat_wsdl.py WSDL_DIR
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import zeep
import zeep.transports

from contract_model import SERVICES, SHARED, read_contract
from flat_wsdl import flat_wsdl


class NoNetwork(zeep.transports.Transport):
    def _load_remote_data(self, url):
        raise AssertionError(f"the flat WSDL sends its reader to {url}")


def check_schemas(text: str, folder: Path) -> None:
    schemas = re.findall(r"<xs:schema.*?</xs:schema>", text, re.DOTALL)
    assert len(schemas) == 2, f"{len(schemas)} schemas"
    names = [re.search(r'targetNamespace="([^"]*)"', schema)[1] for schema in schemas]
    for name, schema in zip(("dienst", SHARED), schemas):
        (folder / f"{name}.xsd").write_text(schema, "utf-8")
    # Imports without a location find a schema that was read before: the shared one first.
    (folder / "alles.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:import namespace="{names[1]}" schemaLocation="{SHARED}.xsd"/>'
        f'<xs:import namespace="{names[0]}" schemaLocation="dienst.xsd"/></xs:schema>', "utf-8")
    (folder / "leeg.xml").write_text("<leeg/>", "utf-8")
    result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", "alles.xsd", "leeg.xml"], cwd=folder,
                            capture_output=True, text=True)
    # 3: read both, found the instance invalid; 5: the schema itself does not compile.
    assert result.returncode == 3, result.stderr


def check_client(path: Path, operations: list[str]) -> None:
    client = zeep.Client(str(path), transport=NoNetwork(), settings=zeep.Settings(forbid_external=True))
    binding = next(iter(client.wsdl.bindings.values()))
    assert sorted(binding.all()) == sorted(operations), f"zeep sees {sorted(binding.all())}"
    for name, operation in binding.all().items():
        assert operation.input.body is not None and operation.output.body is not None, name
        assert operation.soapaction.endswith(f"/{name}"), operation.soapaction
        assert operation.faults, f"{name} has no fault"


def main(argv: list[str]) -> int:
    wsdl_dir = Path(argv[1])
    contract = read_contract(wsdl_dir)
    for key, service in zip(SERVICES, contract.services):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            path = folder / f"{key}.wsdl"
            path.write_text(flat_wsdl(wsdl_dir, key), "utf-8")
            subprocess.run(["xmllint", "--nonet", "--noout", str(path)], check=True)
            check_schemas(path.read_text("utf-8"), folder)
            check_client(path, [operation.name for operation in service.operations])
            print(f"{key}: {len(service.operations)} operations")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
