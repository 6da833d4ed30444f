"""Who may ask what about whom, written from the contract, the manuals and their rulings, and from what the list of test persons
says of each (docs/testpersonen.md). It knows nothing of the gateway's code: whoever changes one of the two has to change the other.

A person has at most one law; a municipality sees him ("leest") or works on him ("wijzigt") under that law, or does not know him.
"""
from collections import Counter
from dataclasses import dataclass, field, replace

ROLES = ("Wi2007", "Wi2013", "Wi2013MUT", "Wi2021", "Wi2021MUT")
SERVICE_OF = {"Wi2007": "wi2007", "Wi2013": "wi2013", "Wi2021": "wi2021"}
# Amsterdam, Utrecht, Groningen, Almere: the municipalities of the named persons. The Hague is real, but not the key's.
GRANTED = ("0363", "0344", "0014", "0034")
UNGRANTED, NO_MUNICIPALITY = "0518", "9998"
READS, CHANGES = "leest", "wijzigt"


@dataclass(frozen=True)
class Person:
    bsn: str
    state: str
    law: str | None                          # under which BepaalWet puts him
    sight: dict = field(default_factory=dict)  # municipality: READS or CHANGES
    lives: str | None = None                 # the municipality where he lives
    dead: bool = False
    listed: bool = True                      # ZoekPersonen shows whom the municipality sees
    viewed: bool = True                      # RaadpleegPersoon does
    # municipality: a signal that what happened to him gave it (the manuals' tables of signals); it may have more of him
    signals: dict = field(default_factory=dict)
    certificate: str | None = None           # the municipality that has one of him


W21, W13, W07 = "Wi2021", "Wi2013", "Wi2007"
PERSONS = (
    Person("999994001", "own, current", W21, {"0363": CHANGES}, "0363", signals={"0363": "SS117"}),
    # COA has linked him: the municipality works on him, though he does not live there yet (Wi2021 § 3.4).
    Person("999994025", "linked by COA", W21, {"0363": CHANGES}, None, signals={"0363": "SS101"}),
    # Moved; the old municipality reads and changes until 28 days after the new one's PIP (rulings, After a move).
    Person("999994074", "moved, no PIP there yet", W21, {"0363": CHANGES, "0344": CHANGES}, "0344",
           signals={"0363": "SS122", "0344": "SS121"}),
    Person("999994086", "moved, last day of sight", W21, {"0363": CHANGES, "0344": CHANGES}, "0344",
           signals={"0363": "SS122", "0344": "SS121"}),
    Person("999994098", "moved, sight ended yesterday", W21, {"0344": CHANGES}, "0344", signals={"0344": "SS121"}),
    Person("999994104", "finished, last day of sight", W21, {"0363": CHANGES}, "0363", signals={"0363": "SS106"}),
    Person("999994116", "finished, sight is over", W21, {}, "0363"),
    Person("999994128", "dead: only to read, four weeks", W21, {"0363": READS}, "0363", dead=True, signals={"0363": "SS111"}),
    Person("999994141", "exempt for a while", W21, {"0363": CHANGES}, "0363", signals={"0363": "SS109"}),
    Person("999994207", "left the country", W21, {"0363": CHANGES}, None, signals={"0363": "SS123"}),
    Person("999994219", "Z-route done, sight is over", W21, {}, "0363", certificate="0363"),
    # A correction's signal carries a BSN and nothing else, and needs no sight (rulings, Signals).
    Person("999994232", "only a BSN, in a signal", None, signals={"0363": "SS190"}),
    Person("999996010", "own, current", W13, {"0014": CHANGES}, "0014", signals={"0014": "SS601"}),
    # The old municipality keeps reading (voormalig woonachtig) and changes nothing.
    Person("999996095", "moved", W13, {"0014": READS, "0034": CHANGES}, "0034", signals={"0014": "SS614", "0034": "SS613"}),
    Person("999996113", "dead, last day to read", W13, {"0014": READS}, "0014", dead=True, listed=False),
    Person("999996125", "dead, sight is over", W13, {}, "0014", dead=True),
    Person("999996137", "no longer registered", W13, {"0014": READS}, None, listed=False),
    Person("999997002", "own, current", W07, {"0014": READS}, "0014", signals={"0014": "SS004"}),
    # A municipality that was moved to is told so, the one that was left is not (Wi2007 § 3.7).
    Person("999997038", "moved", W07, {"0014": READS, "0034": READS}, "0034", signals={"0034": "SS001"}),
    Person("999997051", "moved and came back", W07, {"0014": READS, "0034": READS}, "0014"),
    Person("999997099", "a year gone: ISI definitief", W07, {"0014": READS}, None),
    Person("999997105", "dead: a row and no screen", W07, {"0014": READS}, "0014", dead=True, viewed=False, signals={"0014": "SS008"}),
    Person("999997117", "cleaned up", None),
    Person("999990019", "does not exist", None),
)
NOBODY = PERSONS[-1]
# Whose last day of sight is today, and for which municipality.
LAST_DAY = {"999994086": "0363", "999994104": "0363", "999996113": "0014"}


def tomorrow(person):
    """The same person when the day is over."""
    def left(of):
        return {code: what for code, what in of.items() if LAST_DAY.get(person.bsn) != code}
    return replace(person, sight=left(person.sight), signals=left(person.signals))


# What an operation needs beyond a grant for the municipality (Wi2021 § 2.1, § 3.1 and footnote 7; Wi2013 § 3.1; contract,
# Operations): one of these roles.
GENERAL = {**dict.fromkeys(("BepaalWet", "LijstBestanden", "VerstuurContactbericht", "DienWijzigingsverzoekIn",
                            "LijstWijzigingsverzoeken"), ROLES),
           "BestelWaardepapieren": ("Wi2013MUT", "Wi2021MUT"),
           "HaalBestand": ("Wi2021",)}  # the file of the example is one of the Wi2021
READING = ("ZoekPersonen", "HaalPersonen", "RaadpleegPersoon", "HaalPersoonPdf", "RaadpleegHistorie", "RaadpleegExamen",
           "LijstInstellingen", "ZoekSignalen", "TelSignalen", "HaalSignalen")


def needs(service, operation):
    """The roles of which an operation needs one."""
    if service == "algemeen":
        return GENERAL[operation]
    law = f"Wi{service.removeprefix('wi')}"
    return (law,) if operation in READING else (law + "MUT",)


def has(roles, *needed):
    """MUT includes reading."""
    return any(role in roles or role + "MUT" in roles for role in needed)


def allowed(roles, service, operation, gemeente, granted=GRANTED):
    """Whether the call is processed at all; else it is fault 0002. `roles`: of the municipality that is asked for."""
    return gemeente in granted and has(roles, *needs(service, operation))


def sight(person, service, gemeente):
    """READS, CHANGES or None: what the municipality may do to the person under the law of a service."""
    if service == "algemeen":
        return person.sight.get(gemeente)
    return person.sight.get(gemeente) if person.law and SERVICE_OF[person.law] == service else None


# How the answer of an operation about a person tells of him: by which of these rules, each with every verdict (see found) that
# has to come up for each of its operations; the matrix holds that they all do.
RULES = {"row": {True, False}, "screen": {True, False}, "feed": {True, False}, "signal": {True, False}, "certificate": {True, False, None},
         "request": {None, False}, "message": {None, False}, "other": {True, False}, "law": {True, False}}
RULE_OF = {"ZoekPersonen": "row", "RaadpleegPersoon": "screen", "HaalPersoonPdf": "screen", "HaalPersonen": "feed",
           **dict.fromkeys(("ZoekSignalen", "TelSignalen", "HaalSignalen"), "signal"), "ZoekCertificaten": "certificate",
           **dict.fromkeys(("LijstWijzigingsverzoeken", "DienWijzigingsverzoekIn"), "request"),
           **dict.fromkeys(("VerstuurContactbericht", "KoppelContactpersoon", "OntkoppelContactpersoon", "DraagCaseloadOver"), "message"),
           "BepaalWet": "law"}
# These are about nobody, or about whom a record is of (RecordTest).
WITHOUT_PERSON = {
    "algemeen": {"BestelWaardepapieren", "HaalBestand", "LijstBestanden"}, "wi2007": set(), "wi2013": {"WijzigSignaalstatus"},
    "wi2021": {"HaalCertificaat", "HandelCertificaatAf", "LijstContactpersonen", "LijstInstellingen", "RaadpleegCaseload",
               "VerwijderContactpersoon", "VoegContactpersoonToe", "WijzigContactpersoon", "WijzigSignaalstatus"}}
used = Counter()  # (operation, its rule, verdict): what the oracle has been asked


def found(person, service, operation, gemeente):
    """True: the answer shows that there is such a person. False: it is, to the byte, the one about a person who does not exist.
    None: either, since it depends on more than sight."""
    rule = RULE_OF.get(operation, "other")
    verdict = _found(rule, person, service, gemeente)
    used[service, operation, rule, verdict] += 1
    return verdict


def _found(rule, person, service, gemeente):
    seen = sight(person, service, gemeente)
    if rule == "row":
        return bool(seen) and person.listed
    if rule == "screen":
        return bool(seen) and person.viewed
    if rule == "signal":
        if signal(person, service, gemeente):
            return True
        return None if seen else False
    if rule == "certificate":
        # Certificates stay available at any time; whether others have one is not said of them.
        return True if person.certificate == gemeente else None if seen else False
    if rule == "request":
        # May be about one who lived there.
        return None if person.law else False
    if rule == "message":
        return None if seen else False
    return bool(seen)


def signal(person, service, gemeente):
    """Code of a signal that the municipality has of the person under the law of a service; None: none that has to be."""
    under = SERVICE_OF[person.law] if person.law else "wi2021"  # SS190 is of the Wi2021
    return person.signals.get(gemeente) if under == service else None


def law_answer(person, gemeente, roles):
    """What BepaalWet says: law, lives here, dead, and whether RaadpleegPersoon of that law would answer this key."""
    used["algemeen", "BepaalWet", "law", person.law is not None] += 1
    if person.law is None:
        return None
    readable = has(roles, person.law) and gemeente in person.sight and person.viewed
    return {"wet": person.law, "woonachtig": person.lives == gemeente, "overleden": person.dead, "gegevensInzien": readable}
