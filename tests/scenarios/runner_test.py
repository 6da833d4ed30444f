#!/usr/bin/env python3
"""The runner itself: a scenario that does not hold fails, and what a file cannot say is refused with the reason."""
import tempfile
import unittest
from pathlib import Path

from runner.language import ScenarioError, load
from runner.play import Play, play
from runner.world import World

HEAD = "titel: Proef\nbron: Wi2021 § 3.6.6.1\nstappen:\n  - dag: 2022-03-01\n"
PERSON = "  - gebeurtenis: nieuwe-plicht\n"
PLAN = "  - vraag: VoegPipToe\n    met: {pip: {datumDagtekening: %s, leerroute: Z, alfabetisering: NVT}}\n"


class RunnerTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def scenario(self, text, name="proef"):
        path = self.folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    def refused(self, text):
        with self.assertRaises(ScenarioError) as raised:
            self.scenario(text)
        return str(raised.exception)


class Language(RunnerTest):
    def test_what_a_file_cannot_say_is_refused(self):
        for text, reason in (
                ("titel: x\n", "precies deze woorden"),
                (HEAD.replace("§ 3.6.6.1", "ergens") + "  - signalen: geen\n", "bron is een paragraaf"),
                (HEAD + PERSON, "bewijst niets"),
                (HEAD + "  - vraag: Ping\n", "bewijst niets"),
                (HEAD + "  - wacht: 3\n", "precies één van dag, gebeurtenis, vraag, signalen; hier staat wacht"),
                (HEAD + "  - vraag: Ping\n    verwacth: {x: y}\n", "onbekend bij vraag: verwacth"),
                (HEAD + "  - vraag: Ping\n    verwacht: {}\n", "verwacht heeft een inhoud"),
                (HEAD + "  - vraag: Ping\n    verwacht: {meldingen: AS001}\n", "meldingen is een lijst"),
                (HEAD + "  - signalen: geen\n    signalen: geen\n", "staat er twee keer"),
                (HEAD + "  - signalen: geen\n  - dag: 2022-02-28\n", "de dagen lopen op"),
                (HEAD.replace("2022-03-01", "1 maart") + "  - signalen: geen\n", "dag is een datum"),
                (HEAD.replace("  - dag: 2022-03-01\n", "") + "  - signalen: geen\n", "de eerste stap is een dag"),
                (HEAD + "  - signalen: [\n", "is geen YAML")):
            with self.subTest(reason=reason):
                self.assertIn(reason, self.refused(text))

    def test_every_scalar_is_text(self):
        step = self.scenario(HEAD + "  - vraag: Ping\n    verwacht: {x: 0363, y: 2022-04-01, z: no}\n").steps[1]
        self.assertEqual(step.get("verwacht"), {"x": "0363", "y": "2022-04-01", "z": "no"})


class Playing(RunnerTest):
    """One gateway for all that can go wrong, as for a folder."""

    WRONG = {
        "signaal-dat-er-niet-is": (PERSON + "  - signalen: {SS101: Nieuw}\n", "SS139: Nieuw; verwacht SS101: Nieuw"),
        "signaal-dat-niet-verwacht-is": (PERSON + "  - signalen: geen\n", "verwacht geen"),
        "wijziging-die-niet-mag": (PERSON + PLAN % "2022-03-02" + "  - signalen: geen\n", "resultaat is 'Afgekeurd', verwacht 'Verwerkt'"),
        "andere-melding": (PERSON + PLAN % "2022-03-02" + "    verwacht: {resultaat: Afgekeurd, meldingen: [FS111]}\n",
                           "meldingen zijn ['FS112'], verwacht ['FS111']"),
        "andere-waarde": (PERSON + PLAN % "2022-03-01" + "    verwacht: {stand.leerroute: B}\n",
                          "stand.leerroute is 'Z', verwacht 'B'"),
        "gebeurtenis-geweigerd": ("  - gebeurtenis: diploma\n  - signalen: geen\n", "geweigerd: "),
        "gebeurtenis-niet-geweigerd": (PERSON.replace("\n", "\n    weigert: nee\n"), "ging door"),
        "fout-die-er-is": ("  - vraag: RaadpleegPersoon\n    rol: muteren\n    gemeente: 9999\n    verwacht: {persoon: geen}\n", "fout "),
        "fout-die-er-niet-is": (PERSON + "  - vraag: RaadpleegPersoon\n    verwacht: {fout: '0001'}\n", "geen fout, verwacht: 0001"),
        "niet-onthouden": ("  - vraag: RaadpleegPersoon\n    met: {bsn: $wie}\n    verwacht: {persoon: geen}\n", "$wie is niet onthouden"),
        "niet-te-onthouden": (PERSON + "  - vraag: RaadpleegPersoon\n    verwacht: {persoon: iets}\n"
                              "    onthoud: {wie: persoon.pip.actueel.leerroute}\n", "is er niet, dus is wie niet te onthouden"),
        "element-dat-niet-bestaat": (PERSON + "  - vraag: OntheftLbt\n    met: {reden: x}\n    verwacht: {resultaat: Verwerkt}\n", "reden"),
        "true": (PERSON + "  - vraag: OntheftLbt\n    met: {reden: true}\n    verwacht: {resultaat: Verwerkt}\n", "schrijf ja of nee"),
    }

    def test_what_does_not_hold_fails_and_what_holds_does_not(self):
        scenarios = [self.scenario(HEAD + text, name) for name, (text, _) in self.WRONG.items()]
        good = self.scenario(HEAD + PERSON + PLAN % "2022-03-01" + "  - signalen: {SS101: Nieuw, SS139: Afgehandeld}\n"
                             "  - dag: 2022-03-16\n  - signalen: {SS101: Afgehandeld, SS102: Nieuw}\n", "goed")
        outcomes = {name.split("/")[1]: problem for name, problem in play([*scenarios, good], World).items()}
        self.assertIsNone(outcomes.pop("goed"))
        for name, (_, reason) in self.WRONG.items():
            with self.subTest(name):
                self.assertIn(reason, outcomes[name] or "niets mis")

    def test_words_that_the_contract_does_not_have_are_refused_before_anything_is_played(self):
        with World("2022-03-01") as world:
            for step, reason in (("RaadpleegPersoon\n    verwacht: {persoon.pipp: geen}", "'pipp' in 'persoon.pipp' bestaat niet"),
                                 ("RaadpleegPersoon\n    verwacht: {persoon.1: geen}", "'1' in 'persoon.1' bestaat niet"),
                                 ("RaadpleegPersoon\n    verwacht: {resultaat: Verwerkt}", "'resultaat' in"),
                                 ("BestaatNiet\n    verwacht: {persoon: geen}", "vraag BestaatNiet bestaat niet")):
                with self.subTest(reason=reason), self.assertRaisesRegex(ScenarioError, reason):
                    Play(self.scenario(HEAD + f"  - vraag: {step}\n"), world)


if __name__ == "__main__":
    unittest.main()
