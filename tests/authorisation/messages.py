"""The requests of the matrix: the contract's own examples, with another municipality, another person, and nothing stored."""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import soap  # noqa: E402

COMMON = soap.namespace("gemeenschappelijk")
SERVICES = ("algemeen", "wi2007", "wi2013", "wi2021")
# Without a municipality; whoever has a key may ask them.
WITHOUT = ("Ping", "RaadpleegAutorisatie", "LijstCodes")
# What names a record of a municipality, and which kind of record that is.
RECORDS = {"contactpersoonId": "contactpersoon", "vanContactpersoonId": "contactpersoon", "aanContactpersoonId": "contactpersoon",
           "certificaatId": "certificaat", "signaalId": "signaal", "aanbodId": "aanbod"}
# Asked with the person's number as the only criterion, and the row that shows him; a count has none.
SEARCHES = {"ZoekPersonen": "persoon", "ZoekSignalen": "signaal", "TelSignalen": None, "ZoekCertificaten": "certificaat"}
# Asked for everything that the municipality sees, from the first change on.
FEEDS = {"HaalPersonen": "persoon", "HaalSignalen": "signaal"}


FEED_PAGE = 7  # fewer entries than the largest municipality has, so that a feed has more than one page


class Request:
    """One operation: the Body's child as text, with places for municipality and person."""

    def __init__(self, service, name, element, changes):
        self.service, self.name, self.changes = service, name, changes
        ns = f"{{{soap.namespace(service)}}}"
        self.of_person, self.feed = False, name in FEEDS
        self.row = SEARCHES.get(name) or FEEDS.get(name)
        self.records = {}  # kind: the example's own id
        if name in SEARCHES:
            criteria = element.find(ns + "criteria")
            criteria.clear()
            ElementTree.SubElement(criteria, ns + "bsn")
        for child in element.iter():
            kind = RECORDS.get(child.tag.removeprefix(ns))
            if kind:
                self.records.setdefault(kind, child.text)
                child.text = f"@{kind}@"
            if child.tag == ns + "gemeentecode":
                child.text = "@GEMEENTE@"
            elif child.tag == ns + "naVolgnummer" and self.feed:
                child.text = "@NA@"
            elif child.tag == ns + "maximum" and self.feed:
                child.text = str(FEED_PAGE)
            elif child.tag == ns + "bsn":
                child.text = "@BSN@"
                self.of_person = True
        if changes:
            self._dry(element, ns)
        self._text = ElementTree.tostring(element, encoding="unicode")

    @staticmethod
    def _dry(element, ns):
        """All checks, nothing stored: `verwerking` stands last but for the user's reference."""
        for old in element.findall(ns + "verwerking"):
            element.remove(old)
        treatment = ElementTree.Element(ns + "verwerking")
        ElementTree.SubElement(treatment, f"{{{COMMON}}}alleenValideren").text = "true"
        names = [child.tag for child in element]
        place = names.index(ns + "gebruikerkenmerk") if ns + "gebruikerkenmerk" in names else len(names)
        element.insert(place, treatment)

    def body(self, gemeente, bsn, records=None, after=0):
        """`records`: other ids than the example's, by kind; `after`: the last number of a feed that is known."""
        text = self._text.replace("@GEMEENTE@", gemeente).replace("@BSN@", bsn).replace("@NA@", str(after))
        for kind, example in self.records.items():
            text = text.replace(f"@{kind}@", (records or {}).get(kind, example))
        return text


def requests():
    """Every operation of the contract that is made on behalf of a municipality."""
    for service in SERVICES:
        folder = ROOT / "wsdl" / service / "v1" / "voorbeelden"
        for path in sorted(folder.glob("*-vraag.xml")):
            name = path.name.removesuffix("-vraag.xml")
            if name in WITHOUT:
                continue
            element = ElementTree.parse(path).getroot().find(f"{{{soap.SOAP}}}Body")[0]
            answer = ElementTree.parse(folder / f"{name}-antwoord.xml").getroot()
            changes = answer.find(f"{{{soap.SOAP}}}Body")[0].find(f"{{{soap.namespace(service)}}}resultaat") is not None
            yield Request(service, name, element, changes)
