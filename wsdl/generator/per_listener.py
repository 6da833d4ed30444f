"""What differs between a listener with UsernameTokens and one of Digikoppeling: access, header blocks, MessageIDs of answers.

Both stand in a document, each between marks that name the profiles it is for. The gateway keeps, for each listener, what is for its
profile (gateway/description/contract.cpp), so that a text and its digest are right where they are read.
"""

from __future__ import annotations

import re

from contract_model import BASE_URL, ContractError, Operation

OPEN = ("open",)
DIGIKOPPELING = ("2W-be", "2W-be-S", "2W-be-SE")
SIGNED = ("2W-be-S",)
ENCRYPTED = ("2W-be-SE",)
PROFILE_TOKEN = "{{profiel}}"

SENDER = "https://cvs.gemeente.example/"

_ACCESS = re.compile(r"Toegang met een applicatiesleutel(?: \(WS-Security UsernameToken over TLS\))?")
_SECURITY = re.compile(r"^[ \t]*<wsse:Security\b.*?</wsse:Security>\n", re.DOTALL | re.MULTILINE)
_DECLARATION = re.compile(r'\s+xmlns:wsse="[^"]*"')
_ANSWER_TO = re.compile(r"^[ \t]*<wsa:To>[^<]*</wsa:To>\n", re.MULTILINE)
_ANSWER_ID = re.compile(r"(<wsa:MessageID>)(urn:uuid:([^<]*))(</wsa:MessageID>)")


def only(profiles: tuple[str, ...], text: str) -> str:
    if "{{alleen" in text:
        raise ContractError("a part for some profiles stands within another")
    return f"{{{{alleen {' '.join(profiles)}}}}}{text}{{{{einde}}}}"


def as_on(profile: str, text: str) -> str:
    """What a listener of this profile shows: what Contract does, for the tests of the generator."""
    kept = re.sub(r"\{\{alleen ([^}]*)\}\}(.*?)\{\{einde\}\}", lambda match: match[2] if profile in match[1].split() else "", text,
                  flags=re.DOTALL)
    return kept.replace(PROFILE_TOKEN, profile)


def access(text: str) -> str:
    """The authors' sentence on access; the same in their WSDL and, since it has nothing to escape, in a page."""
    there = f"Toegang met een clientcertificaat (Digikoppeling {PROFILE_TOKEN}) waarvan het OIN is toegelaten"
    return _ACCESS.sub(lambda match: only(OPEN, match[0]) + only(DIGIKOPPELING, there), text)


def changes(operation: Operation) -> bool:
    """A change says how it is to be processed (tests/integration/digikoppeling_test.py holds the contract to it)."""
    return any(element.name == "verwerking" for element in operation.request.elements)


def request_example(text: str, from_needed: bool) -> str:
    if len(_SECURITY.findall(text)) != 1:
        raise ContractError("an example of a request has no Security header of its own lines")
    sender = f"    <wsa:From><wsa:Address>{SENDER}</wsa:Address></wsa:From>\n"
    added = only(DIGIKOPPELING, sender) if from_needed else ""
    before, security, after = re.split(f"({_SECURITY.pattern})", text, flags=_SECURITY.flags)
    return _DECLARATION.sub(lambda match: only(OPEN, match[0]), before) + only(OPEN, security) + added + after


def answer_example(text: str) -> str:
    text = _ANSWER_TO.sub(lambda match: only(OPEN, match[0]), text)
    return _ANSWER_ID.sub(
        lambda match: match[1] + only(OPEN, match[2]) + only(DIGIKOPPELING, f"cvs-isi@{match[3]}@{BASE_URL}") + match[4], text)
