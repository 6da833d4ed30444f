"""What a scenario file may say. Whatever it does not know is an error, before anything is played.

Every scalar is text: 0363 stays a code and 2022-02-01 stays what was written; the types of the contract do the rest.
"""
import datetime
import re
from pathlib import Path

import yaml

# Of each step the word that it begins with, and the words that may stand beside it.
STEPS = {
    "dag": set(),
    "gebeurtenis": {"persoon", "met", "weigert", "keer"},
    "vraag": {"dienst", "rol", "persoon", "gemeente", "met", "bevestig", "controleer", "versie", "keer", "verwacht", "onthoud"},
    "signalen": {"persoon", "gemeente", "dienst"},
}
SCENARIO = {"titel", "bron", "stappen"}
SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")
SOURCE = re.compile(r"((Wi2007|Wi2013|Wi2021|Hervatten) § \d+(\.\d+)*( [\w ,]+)?(; )?)+")


class ScenarioError(Exception):
    """The file itself is wrong: the message says where and what would be right."""


class _Loader(yaml.BaseLoader):
    """Text only, and no word twice: plain YAML would silently keep the last."""

    def construct_mapping(self, node, deep=False):
        mapping = super().construct_mapping(node, deep=True)
        if len(mapping) != len(node.value):
            words = [key.value for key, _ in node.value]
            twice = next(word for word in words if words.count(word) > 1)
            raise ScenarioError(f"regel {node.start_mark.line + 1}: '{twice}' staat er twee keer")
        return mapping


class Step:
    def __init__(self, number, line, word, content):
        self.number = number
        self.line = line
        self.word = word
        self.subject = content[word]
        self.content = content

    def get(self, word, default=None):
        return self.content.get(word, default)

    def __str__(self):
        subject = self.subject if isinstance(self.subject, str) else ""
        return f"stap {self.number} (regel {self.line}: {self.word} {subject})".replace(" )", ")")


class Scenario:
    def __init__(self, path, titel, bron, steps):
        self.path, self.titel, self.bron, self.steps = Path(path), titel, bron, steps
        self.name = f"{self.path.parent.name}/{self.path.stem}"
        # A folder of another law than the Wi2021 begins with its year: 2013-3.5-pvt.
        year = self.path.parent.name[:5]
        self.law = f"wi{year[:4]}" if year in ("2007-", "2013-") else "wi2021"

    def days(self):
        return [step.subject for step in self.steps if step.word == "dag"]


def _require(condition, text):
    if not condition:
        raise ScenarioError(text)


def _step(number, node, content):
    line = node.start_mark.line + 1
    where = f"stap {number} (regel {line})"
    _require(isinstance(content, dict), f"{where}: een stap is een woord met zijn inhoud, zoals 'dag: 2022-04-01'")
    words = [word for word in content if word in STEPS]
    _require(len(words) == 1, f"{where}: precies één van {', '.join(STEPS)}; hier staat {', '.join(content)}")
    unknown = set(content) - STEPS[words[0]] - {words[0]}
    _require(not unknown, f"{where}: onbekend bij {words[0]}: {', '.join(sorted(unknown))}; "
                          f"mogelijk zijn: {', '.join(sorted(STEPS[words[0]])) or 'geen'}")
    _shapes(where, content)
    return Step(number, line, words[0], content)


def _shapes(where, content):
    for word, kind in (("met", dict), ("verwacht", dict), ("onthoud", dict), ("bevestig", list)):
        _require(word not in content or (isinstance(content[word], kind) and content[word]),
                 f"{where}: {word} heeft een {'lijst' if kind is list else 'inhoud van naam: waarde'} nodig")
    if "dag" in content:
        try:
            datetime.date.fromisoformat(content["dag"])
        except (ValueError, TypeError):
            raise ScenarioError(f"{where}: dag is een datum als 2022-04-01") from None
    if "keer" in content:
        _require(content["keer"].isdigit() and int(content["keer"]) > 1, f"{where}: keer is een aantal van 2 of meer")
    signals = content.get("signalen")
    _require(signals is None or signals == "geen" or isinstance(signals, dict),
             f"{where}: signalen is 'geen', of code: status van elk signaal dat er staat")
    _require(content.get("dienst", "wi2021") in SERVICES, f"{where}: dienst is één van {', '.join(SERVICES)}")
    meldingen = content.get("verwacht", {}).get("meldingen", [])
    _require(isinstance(meldingen, list), f"{where}: meldingen is een lijst van codes, zoals [FS111, AS115]; geen: []")


def load(path):
    """The scenario in a file; ScenarioError when it says something that no scenario can say."""
    try:
        return _load(path)
    except ScenarioError as error:
        raise ScenarioError(f"{Path(path).parent.name}/{Path(path).name}: {error}") from None


def _load(path):
    text = Path(path).read_text(encoding="utf-8")
    try:
        root = yaml.compose(text, Loader=_Loader)
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 (text only: no objects are made)
    except yaml.YAMLError as error:
        raise ScenarioError(f"is geen YAML: {error}") from None
    _require(isinstance(content, dict) and set(content) == SCENARIO,
             f"een scenario heeft precies deze woorden: {', '.join(sorted(SCENARIO))}")
    _require(bool(content["titel"].strip()), "de titel ontbreekt")
    _require(SOURCE.fullmatch(content["bron"]) is not None, "bron is een paragraaf, zoals 'Wi2021 § 3.6.6.1'")
    _require(isinstance(content["stappen"], list) and content["stappen"], "er zijn geen stappen")
    nodes = next(value for key, value in root.value if key.value == "stappen").value
    steps = [_step(number, node, step) for number, (node, step) in enumerate(zip(nodes, content["stappen"]), 1)]
    _check_story(steps)
    return Scenario(path, content["titel"], content["bron"], steps)


def _check_story(steps):
    _require(steps[0].word == "dag", "de eerste stap is een dag: een scenario heeft een vaste klok")
    days = [step.subject for step in steps if step.word == "dag"]
    _require(days == sorted(set(days)), "de dagen lopen op")
    expecting = [step for step in steps if step.word == "signalen" or step.get("verwacht") or step.get("weigert")]
    _require(bool(expecting), "een scenario dat niets verwacht, bewijst niets: geef een stap 'verwacht' of 'signalen'")
