"""Makes the flat WSDL: the authors' WSDL with both schemas in it and nothing left to fetch.

Works on the text, so that all that the authors wrote, comments included, reaches the reader byte for byte.
"""

from __future__ import annotations

import re
from pathlib import Path

from contract_model import SHARED, ContractError, schema_path, wsdl_path

_TYPES = re.compile(r"([ \t]*)<wsdl:types>.*?</wsdl:types>", re.DOTALL)
_LOCATION = re.compile(r'\s+schemaLocation="[^"]*"')
_DECLARATION = re.compile(r"\A<\?xml[^>]*\?>\s*")


def inlined(schema: str) -> str:
    """A schema as it stands inside wsdl:types: no XML declaration, imports by namespace alone."""
    text = _LOCATION.sub("", _DECLARATION.sub("", schema)).strip()
    if "<xs:include" in text or "schemaLocation" in text:
        raise ContractError("a schema refers to a file")
    return text


def flat(wsdl: str, schemas: list[str]) -> str:
    if len(_TYPES.findall(wsdl)) != 1:
        raise ContractError("a WSDL must have exactly one wsdl:types")
    body = "\n".join(inlined(schema) for schema in schemas)
    return _TYPES.sub(lambda match: f"{match[1]}<wsdl:types>\n{body}\n{match[1]}</wsdl:types>", wsdl)


def flat_wsdl(wsdl_dir: Path, key: str) -> str:
    # The service's own schema first: a generated client names its package after the first namespace it meets.
    schemas = [schema_path(wsdl_dir, name).read_text("utf-8") for name in (key, SHARED)]
    return flat(wsdl_path(wsdl_dir, key).read_text("utf-8"), schemas)
