"""Plays scenarios day by day, and says of each the first thing that was not as it should be."""
import re

from zeep.exceptions import Error as ZeepError
from zeep.exceptions import Fault

from . import expectation
from .language import ScenarioError
from .world import Names

DOSSIER = {
    "wi2007": {"wet": "Wi2007", "achternaam": "Voorbeeld", "gemeente": "A"},
    "wi2013": {"wet": "Wi2013", "achternaam": "Voorbeeld", "gemeente": "A"},
    "wi2021": {"achternaam": "Voorbeeld", "gemeente": "A", "doelgroep": "Asielstatushouder"},
}


class Unexpected(Exception):
    """The product did something else than the scenario says."""


class Play:
    """One scenario under way."""

    def __init__(self, scenario, world):
        self.scenario = scenario
        self.world = world
        self.names: Names = world.names()
        self.problem = None
        self._days = self._chapters(scenario.steps)
        for step in scenario.steps:
            if step.word == "vraag":
                self._check(step)

    @staticmethod
    def _chapters(steps):
        chapters = {}
        for step in steps:
            if step.word == "dag":
                today = chapters[step.subject] = []
            else:
                today.append(step)
        return chapters

    def _check(self, step):
        """What the contract does not know is found before anything is played."""
        _, operation = self.world.operation(step.get("dienst"), step.subject, self.scenario.law)
        answer = operation.output.body.type
        for path in [*step.get("verwacht", {}), *step.get("onthoud", {}).values()]:
            if path not in ("meldingen", "fout"):
                expectation.check_path(answer, path, f"{self.scenario.name} {step}")

    def today(self, day):
        """Plays the steps of a day; after a problem the rest says nothing any more."""
        for step in self._days.get(day, []):
            if self.problem:
                return
            for turn in range(1, int(step.get("keer", 1)) + 1):
                try:
                    self._step(step, f"{turn}" if "keer" in step.content else "")
                except (Unexpected, ScenarioError, ZeepError) as problem:
                    self.problem = f"{self.scenario.name}, dag {day}, {step}: {problem}"
                    break

    def _step(self, step, turn):
        person = step.get("persoon", "persoon") + turn
        {"gebeurtenis": self._event, "vraag": self._question, "signalen": self._signals}[step.word](step, person)

    def _event(self, step, person):
        fields = self._values(step.get("met", {}))
        if step.subject == "nieuwe-plicht":
            law = fields.get("wet", self.scenario.law).lower()
            fields = {**DOSSIER[law], **fields}
        if "gemeente" in fields:
            fields["gemeente"] = self.names.gemeente(fields["gemeente"])
        whom = {} if step.get("persoon") == "geen" else {"bsn": self.names.bsn(person)}
        refused, said = self.world.event(step.subject, {**whom, **fields})
        if refused and "weigert" not in step.content:
            raise Unexpected(f"geweigerd: {said}")
        if "weigert" in step.content and not (refused and step.get("weigert") in said):
            raise Unexpected(f"moest worden geweigerd met '{step.get('weigert')}'; " + (f"gaf: {said}" if said else "ging door"))

    def _question(self, step, person):
        service, operation = self.world.operation(step.get("dienst"), step.subject, self.scenario.law)
        content = self._content(step, person, expectation.children(operation.input.body.type))
        wanted = dict(step.get("verwacht", {}))
        fault = wanted.pop("fout", None)
        try:
            answer = self.world.call(service, step.subject, step.get("rol", "muteren"), content)
        except TypeError as error:  # zeep's word for an element that the contract does not have
            raise ScenarioError(str(error)) from None
        except Fault as error:
            code = self.world.client(service).wsdl.types.deserialize(error.detail[0]).code
            if code != fault:
                raise Unexpected(f"fout {code} ({error.message}), verwacht: {fault or 'geen fout'}") from None
            return
        if fault:
            raise Unexpected(f"geen fout, verwacht: {fault}")
        self._judge(answer, wanted)
        for word, path in step.get("onthoud", {}).items():
            value = expectation.look_up(answer, path)
            if value is None:
                raise Unexpected(f"{path} is er niet, dus is {word} niet te onthouden")
            self.names.remembered[word] = expectation.as_text(value)

    def _content(self, step, person, elements):
        content = self._values(step.get("met", {}))
        if "gemeentecode" in elements:
            content.setdefault("gemeentecode", self.names.gemeente(step.get("gemeente", "A")))
        if "bsn" in elements:
            content.setdefault("bsn", self.names.bsn(person))
        treatment = {}
        if "bevestig" in step.content:
            treatment["bevestigdeMeldingen"] = {"code": step.get("bevestig")}
        if "controleer" in step.content:
            treatment["alleenValideren"] = self._value(step.get("controleer"))
        if "versie" in step.content:
            treatment["verwachteVersie"] = self._value(step.get("versie"))
        return {**content, "verwerking": treatment} if treatment else content

    def _values(self, tree):
        if isinstance(tree, dict):
            return {name: self._values(value) for name, value in tree.items()}
        if isinstance(tree, list):
            return [self._values(value) for value in tree]
        return self._value(tree)

    def _value(self, text):
        if text in ("true", "false"):
            raise ScenarioError(f"schrijf ja of nee in plaats van {text}")
        if text in ("ja", "nee"):
            return text == "ja"
        if length := re.fullmatch(r"tekst van (\d+) tekens", text):
            return "x" * int(length[1])
        return self.names.value(text) if text.startswith("$") else text

    def _judge(self, answer, wanted):
        codes = expectation.messages(answer)
        if "resultaat" in answer.__values__:
            # A change that nothing is said about has to be done, without a message.
            wanted = {"resultaat": "Verwerkt", "meldingen": [], **wanted}
        wrong = []
        for path, value in wanted.items():
            if path == "meldingen":
                if [code for code, _ in codes] != value:
                    wrong.append(f"meldingen zijn {[code for code, _ in codes]}, verwacht {value}")
                continue
            actual = expectation.look_up(answer, path)
            if expectation.differs(actual, self._wanted(value)):
                wrong.append(f"{path} is '{expectation.as_text(actual)}', verwacht '{self._wanted(value)}'")
        if wrong:
            said = "".join(f"\n    {code}: {text}" for code, text in codes)
            raise Unexpected("; ".join(wrong) + said)

    def _wanted(self, text):
        return str(self.names.value(text)) if text.startswith("$") else text

    def _signals(self, step, person):
        """All signals of the person in the municipality: no more and no fewer than the scenario says."""
        found = self.world.call(step.get("dienst", self.scenario.law), "ZoekSignalen", "muteren", {
            "gemeentecode": self.names.gemeente(step.get("gemeente", "A")), "criteria": {"bsn": self.names.bsn(person)},
            "paginering": {"paginagrootte": 200}})
        rows = found.signalen.signaal if found.signalen is not None else []
        now = sorted(f"{row.code}: {row.status}" for row in rows)
        wanted = {} if step.subject == "geen" else step.subject
        expected = sorted(f"{code}: {state}" for code, states in wanted.items()
                          for state in (states if isinstance(states, list) else [states]))
        if now != expected:
            raise Unexpected(f"de signalen zijn {', '.join(now) or 'geen'}; verwacht {', '.join(expected) or 'geen'}")


def play(scenarios, world_for):
    """Plays all of them in one world, on the days of all; gives name: problem (None when it went as it should)."""
    days = sorted({day for scenario in scenarios for day in scenario.days()})
    with world_for(days[0]) as world:
        plays = [Play(scenario, world) for scenario in scenarios]
        for day in days:
            if all(one.problem for one in plays):
                break
            world.go_to(day)
            for one in plays:
                one.today(day)
    return {one.scenario.name: one.problem for one in plays}
