"""The changes that the kill campaign makes: what each sends for a person, and what shows that it was done."""
import changes
from changes import W21, el
from soap import COMMON

TODAY = "2026-11-22"
OPEN = ("Nieuw", "InBehandeling")


class Kind:
    """One operation."""

    operation = ""
    criteria = ""        # of ZoekPersonen: who may be changed by it
    version_path = ()    # in the person's view; absent there: "" is the version before
    once = True          # afterwards the criteria do not find the person any more
    history = None       # (soort, element) of RaadpleegHistorie that the change makes one longer
    settles = ()         # signals that the change settles

    def who(self, who):
        """How the request says whom it is about."""
        return changes.person(*who)

    def content(self, view, number):
        """What follows that; None when this person is not for this change."""
        raise NotImplementedError

    def version(self, view):
        """What tells in the view whether the change was done."""
        return changes.text(view, *self.version_path) or ""

    def half(self, version):
        """Whether only a part of the change shows in the version."""
        return False

    def answered(self, outcome, view):
        """The version that the answer tells."""
        return outcome.version

    def position(self, feeds, who):
        """What moves in the feed with the change."""
        return feeds.position.get(who)

    def wrong(self, view, change):
        """What the view of a person whose change is done does not show."""
        raise NotImplementedError


class Exemption(Kind):
    """OntheftLbt: can be done once, so that a second time is refused."""

    operation = "OntheftLbt"
    criteria = el("lbtNietAfgenomen", "true")
    version_path = ("leerbaarheidstoets", "versie")

    def content(self, view, number):
        # A municipality that the person has left is not shown the test.
        return "" if self.version(view) else None

    def wrong(self, view, change):
        if changes.text(view, "leerbaarheidstoets", "ontheven") != "true":
            yield "the view does not show the exemption"
        if changes.text(view, "leerbaarheidstoets", "datumOntheffing") != TODAY:
            yield "the view does not show its date"


class NewPlan(Kind):
    """VoegPipToe: settles signals, moves the search, and is refused a second time."""

    operation = "VoegPipToe"
    criteria = el("pipNietDoorgegeven", "true")
    version_path = ("pip", "actueel", "versie")
    settles = ("SS121", "SS126", "SS129", "SS139")

    def content(self, view, number):
        if self.version(view):
            return None
        asylum = changes.text(view, "inburgeringsplicht", "doelgroep", "indeling") is not None and \
            view.findtext(f"{W21}inburgeringsplicht/{W21}doelgroep/{W21}indeling/{COMMON}code") == "Asielstatushouder"
        return el("pip", el("datumDagtekening", TODAY) + el("leerroute", "B") + el("niveau", "B1") + el("alfabetisering", "NVT") +
                  (el("geschatteUrenIntensiteit", 400 + number % 500) if asylum else "") +
                  el("toestemmingNietVrijstellendeOpleiding", "false"))

    def wrong(self, view, change):
        if changes.text(view, "pip", "actueel", "datumDagtekening") != TODAY:
            yield "the view does not show the plan"


class ChangedPlan(Kind):
    """WijzigPip: leaves the old plan in the history."""

    operation = "WijzigPip"
    version_path = ("pip", "actueel", "versie")
    once = False
    history = ("Pip", "pip")

    def content(self, view, number):
        plan = view.find(f"{W21}pip/{W21}actueel")
        if plan is None or plan.findtext(f"{W21}gemeentecode") not in changes.GEMEENTEN:
            return None
        other = "false" if plan.findtext(f"{W21}toestemmingNietVrijstellendeOpleiding") == "true" else "true"
        parts = el("datumDagtekening", TODAY)
        for name in ("leerroute", "niveau", "alfabetisering"):
            code = plan.findtext(f"{W21}{name}/{COMMON}code")
            parts += el(name, code) if code else ""
        hours = plan.findtext(f"{W21}geschatteUrenIntensiteit")
        parts += el("geschatteUrenIntensiteit", hours) if hours else ""
        return el("pip", parts + el("toestemmingNietVrijstellendeOpleiding", other))

    def wrong(self, view, change):
        if changes.text(view, "pip", "actueel", "datumDagtekening") != TODAY:
            yield "the view does not show the changed plan"


class Module(Kind):
    """VoegMapToe: a block that was not there."""

    operation = "VoegMapToe"
    criteria = el("mapNietDoorgegeven", "true")
    version_path = ("map", "registratie", "versie")

    def content(self, view, number):
        return None if self.version(view) else el("map", el("voldaan", "true") + el("datumEindgesprek", TODAY))

    def wrong(self, view, change):
        if changes.text(view, "map", "registratie", "datumEindgesprek") != TODAY:
            yield "the view does not show the module"


class SettledSignals(Kind):
    """WijzigSignaalstatus of all signals of a person: all of them or none."""

    operation = "WijzigSignaalstatus"
    once = False

    def who(self, who):
        return el("gemeentecode", who[1])

    def content(self, view, number):
        new, pending, _ = self._tally(view)
        if new + pending < 2:
            return None
        # The ids are asked for by the BSN, which the view tells.
        return lambda line, who: el("signaalIds", "".join(el("signaalId", name) for name in self._ids(line, who))) + \
            el("status", "Afgehandeld")

    @staticmethod
    def _tally(view):
        tally = view.find(f"{W21}signalen")
        return tuple(int(tally.findtext(COMMON + name)) for name in ("nieuw", "inBehandeling", "afgehandeld"))

    @staticmethod
    def _ids(line, who):
        answer = line.ask("ZoekSignalen", el("gemeentecode", who[1]) + el("criteria", el("bsn", who[0])))
        return [row.findtext(W21 + "signaalId") for row in answer.iter(W21 + "signaal")]

    def version(self, view):
        return " ".join(map(str, self._tally(view)))

    def half(self, version):
        return not version.startswith("0 0 ")

    def answered(self, outcome, view):
        return self.version(view)

    def position(self, feeds, who):
        return sorted(int(signal["volgnummer"]) for signal in feeds.signals.get(who, ()))

    def wrong(self, view, change):
        if self.half(self.version(view)):
            yield "some of the signals are still open"


KINDS = (Exemption(), NewPlan(), ChangedPlan(), Module(), SettledSignals())
