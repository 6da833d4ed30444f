"""Whether an answer is what the scenario says: paths into the message, checked against the contract before they are looked up."""
import datetime
import re

from .language import ScenarioError


def children(kind):
    return dict(getattr(kind, "elements", None) or [])


def check_path(kind, path, where):
    """Refuses a path that the contract does not have, so that 'geen' cannot hide a slip of the pen."""
    repeated = False
    for word in path.split("."):
        if repeated and (word.isdigit() or word == "aantal"):
            repeated = False
            continue
        known = children(kind)
        if word not in known:
            raise ScenarioError(f"{where}: '{word}' in '{path}' bestaat niet; hier kan staan: "
                                f"{', '.join(known) or 'niets meer'}{', een rijnummer of aantal' if repeated else ''}")
        repeated = known[word].accepts_multiple
        kind = known[word].type


def look_up(value, path):
    """The value at a path; None where it is not there. Rows count from 1, `aantal` counts them."""
    for word in path.split("."):
        if word == "aantal":
            return str(len(value or []))
        if value is None:
            return None
        if word.isdigit():
            rows = value
            value = rows[int(word) - 1] if 0 < int(word) <= len(rows) else None
        else:
            value = value[word]
    return value


def as_text(value):
    """As a scenario writes it: ja and nee, dates as 2022-04-01, of a code with its description the code, 'geen' for nothing."""
    if value is None:
        return "geen"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if hasattr(value, "__values__"):
        parts = value.__values__
        return as_text(parts["code"]) if set(parts) == {"code", "omschrijving"} else "gevuld"
    if isinstance(value, list):
        return "gevuld" if value else "geen"
    return str(value)


def differs(actual, expected):
    """Whether the text at a path is not what was expected; 'iets' is any value, 'bevat X' a part of it."""
    text = as_text(actual)
    if expected == "iets":
        return text == "geen"
    part = re.fullmatch(r"bevat (.+)", expected, re.S)
    return part[1] not in text if part else text != expected


def messages(answer):
    """(code, text) of the messages of an answer, in its order."""
    found = answer["meldingen"] if "meldingen" in answer.__values__ else None
    rows = found["melding"] if found is not None else []
    return [(row["code"], row["tekst"]) for row in rows]
