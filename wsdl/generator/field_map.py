"""Where each element goes in the domain that no record describes: elements of requests to a member of a criteria struct or a
parameter of a port, elements of faults and of codes to the structs that they are made from.

Elements have the name of the member or parameter unless said otherwise here; berichten.py refuses a row that
names what the headers do not have.
"""

# Type -> struct, and elements that are named otherwise there; empty: made where the answer is written.
TYPES: dict[tuple[str, str], tuple[str, dict[str, str]]] = {
    ("algemeen", "BestellingInvoerType"): ("laws::algemeen::BestellingInvoer", {}),
    ("algemeen", "ContactberichtInvoerType"): ("laws::algemeen::ContactberichtInvoer", {
        "tekst": "inhoud", "naam": "inhoud", "email": "inhoud", "telefoonnummer": "inhoud", "bsn": "metPersoon"}),
    ("algemeen", "VerzoekInvoerType"): ("laws::algemeen::VerzoekInvoer", {}),
    ("algemeen", "UrenBijGemeenteInvoerType"): ("isi::loket::UrenBijGemeente", {}),
    ("algemeen", "VerzoekCriteriaType"): ("isi::loket::VerzoekCriteria", {}),
    ("algemeen", "PagineringType"): ("isi::PageRequest", {}),
    ("wi2007", "PersoonCriteriaType"): ("isi::wi2007::PersonenCriteria", {}),
    ("wi2007", "RaadpleegCriteriaType"): ("isi::wi2007::PersonenCriteria", {}),
    ("wi2007", "SignaalCriteriaType"): ("isi::SignaalCriteria", {}),
    ("wi2013", "PersoonCriteriaType"): ("isi::wi2013::PersoonCriteria", {}),
    ("wi2013", "SignaalCriteriaType"): ("isi::SignaalCriteria", {}),
    ("wi2013", "PersoonSorteringType"): ("isi::wi2013::PersoonSortering", {}),
    ("wi2021", "ZoekPersonenCriteriaType"): ("isi::wi2021::PersoonCriteria", {
        "datumVaststellingVanaf": "vaststellingVanaf",
        "datumVaststellingTotEnMet": "vaststellingTotEnMet",
        "inburgeringsaanbodNietDoorgegeven": "aanbodNietDoorgegeven",
    }),
    ("wi2021", "SignaalCriteriaType"): ("isi::SignaalCriteria", {}),
    ("wi2021", "CertificaatCriteriaType"): ("isi::wi2021::CertificaatCriteria", {}),
    ("wi2021", "CertificaatSorteringType"): ("isi::wi2021::CertificaatSortering", {}),
    ("wi2021", "InstellingCriteriaType"): ("isi::wi2021::InstellingCriteria", {}),
    ("wi2021", "PersoonSorteringType"): ("isi::wi2021::PersoonSortering", {}),
    ("wi2021", "PipInvoerType"): ("isi::wi2021::Pip", {}),
    ("wi2021", "PipWijzigingType"): ("isi::wi2021::Pip", {}),
    ("wi2021", "AanbodInvoerType"): ("isi::wi2021::Aanbod", {}),
    ("wi2021", "AanbodWijzigingType"): ("isi::wi2021::Aanbod", {}),
    ("wi2021", "MapInvoerType"): ("isi::wi2021::Map", {}),
    ("wi2021", "PvtInvoerType"): ("isi::wi2021::Pvt", {}),
    ("wi2021", "UrenGemeenteInvoerType"): ("isi::wi2021::UrenGemeente", {"totaalAantalUren": "aantalUren"}),
    ("wi2021", "UrenInstellingInvoerType"): ("isi::wi2021::UrenInstelling", {}),
    ("wi2021", "LbtHerkansingInvoerType"): ("isi::wi2021::LbtHerkansing", {}),
    ("wi2021", "BioAdviesInvoerType"): ("isi::wi2021::BioAdvies", {}),
    ("wi2021", "EindgesprekInvoerType"): ("isi::wi2021::Eindgesprek", {}),
    ("wi2021", "ContactpersoonInvoerType"): ("isi::wi2021::Contactpersoon", {}),
    ("wi2021", "SignaalIdsType"): ("isi::Signaal", {}),
    ("wi2013", "SignaalIdsType"): ("isi::Signaal", {}),
    ("wi2013", "PvtInvoerType"): ("isi::wi2013::Pvt", {}),
    ("wi2013", "FactuurInvoerType"): ("isi::wi2013::Factuur", {}),
    ("gemeenschappelijk", "VerwerkingType"): ("isi::Verwerking", {"bevestigdeMeldingen": "bevestigd"}),
    ("gemeenschappelijk", "BevestigdeMeldingenType"): ("isi::Verwerking", {"code": "bevestigd"}),
    ("wi2021", "CaseloadOverdrachtType"): ("laws::wi2021::Caseloadoverdracht", {
        "vanContactpersoonId": "van", "aanContactpersoonId": "aan"}),
    ("wi2021", "CaseloadOntvangerType"): ("isi::wi2021::Overdracht", {}),
    ("algemeen", "BestandVervolgType"): ("isi::Bestandsvraag", {}),
    ("gemeenschappelijk", "CodeType"): ("CodeRow", {}),
    ("gemeenschappelijk", "SchendingType"): ("Violation", {"pad": "path", "regel": "line", "reden": "reason"}),
    ("gemeenschappelijk", "TechnischeFoutType"): ("Fault", {
        "code": "kind", "tekst": "text", "kant": "kind", "referentie": "", "schendingen": "violations"}),
    **{(law, "SignaalSorteringType"): ("isi::SignaalSortering", {}) for law in ("wi2007", "wi2013", "wi2021")},
    **{(law, name): ("isi::PageRequest", {})
       for law in ("wi2007", "wi2013", "wi2021")
       for name in ("PersoonPagineringType", "SignaalPagineringType", "CaseloadPagineringType",
                    "CertificaatPagineringType")},
}

# Simple elements directly under a request: the port's method that takes them, and parameters named otherwise.
METHODS: dict[tuple[str, str], tuple[str, str, dict[str, str]]] = {
    ("algemeen", "BepaalWet"): ("isi::Algemeen", "bepaalWet", {}),
    ("algemeen", "HaalBestand"): ("isi::Bestanden", "haal", {"bestand": "vraag", "deel": "vraag"}),
    ("algemeen", "BestelWaardepapieren"): ("isi::loket::Port", "bestel", {
        "bestelling": "beslissing", "verwerking": "opdracht"}),
    ("algemeen", "VerstuurContactbericht"): ("isi::loket::Port", "verstuur", {
        "bericht": "inhoud", "verwerking": "opdracht"}),
    ("algemeen", "DienWijzigingsverzoekIn"): ("isi::loket::Port", "dienIn", {
        "verzoek": "beslissing", "verwerking": "opdracht"}),
    ("algemeen", "LijstWijzigingsverzoeken"): ("isi::loket::Port", "lijst", {"paginering": "page"}),
    **{(law, "HaalSignalen"): ("isi::Signalen", "haal", {}) for law in ("wi2007", "wi2013", "wi2021")},
    **{(law, "HaalPersonen"): (f"isi::{law}::Port", "haalPersonen", {}) for law in ("wi2007", "wi2013", "wi2021")},
    ("wi2013", "RaadpleegPersoon"): ("isi::wi2013::Port", "raadpleegPersoon", {}),
    ("wi2021", "RaadpleegPersoon"): ("isi::wi2021::Port", "raadpleegPersoon", {}),
    ("wi2021", "RaadpleegHistorie"): ("isi::wi2021::Port", "raadpleegHistorie", {}),
    ("wi2021", "RaadpleegExamen"): ("isi::wi2021::Port", "raadpleegExamen", {}),
    **{(law, "WijzigSignaalstatus"): ("isi::Signalen", "wijzigStatus", {"verwerking": "opdracht"})
       for law in ("wi2013", "wi2021")},
    **{("wi2013", name): ("isi::wi2013::Port", "muteerPersoon", {"verwerking": "opdracht"})
       for name in ("WijzigPvt", "VoegFactuurToe", "WijzigFactuur", "VerwijderFactuur")},
    **{("wi2021", name): ("isi::wi2021::Port", "muteerGemeente", {
        "verwerking": "opdracht", "contactpersoon": "beslissing", "contactpersoonId": "beslissing",
        "overdracht": "beslissing"})
       for name in ("VoegContactpersoonToe", "WijzigContactpersoon", "VerwijderContactpersoon", "DraagCaseloadOver")},
    **{("wi2021", name): ("isi::wi2021::Port", "muteerPersoon", {
        "verwerking": "opdracht", "contactpersoonId": "beslissing"})
       for name in ("KoppelContactpersoon", "OntkoppelContactpersoon")},
    ("wi2021", "ZoekCertificaten"): ("isi::wi2021::Port", "zoekCertificaten", {}),
    ("wi2021", "HaalCertificaat"): ("isi::wi2021::Port", "haalCertificaat", {}),
    ("wi2021", "HandelCertificaatAf"): ("isi::wi2021::Port", "muteerGemeente", {
        "verwerking": "opdracht", "certificaatId": "beslissing"}),
    ("wi2021", "RaadpleegCaseload"): ("isi::wi2021::Port", "raadpleegCaseload", {"weergave": "historie"}),
}

# Simple elements of a change, beside its object: a parameter of the port or a member of the record that is changed.
CHANGES = {
    "bsn": ("isi::wi2021::Port", "muteerPersoon"),
    "aanbodId": ("isi::wi2021::Aanbod", "aanbodId"),
    "contactpersoonId": ("isi::wi2021::Contactpersoon", "contactpersoonId"),
    "status": ("isi::Signaal", "status"),
}

# The same in every request.
COMMON = {"gemeentecode": ("isi::Namens", "gemeente")}
# Not for the domain.
OUTSIDE = {"gebruikerkenmerk": "auditspoor"}
# Read by the operation itself, without a port.
WITHOUT_PORT = {("algemeen", "CodelijstenCriteriaType"): "isi::publishedLists",
                ("algemeen", "BestandenCriteriaType"): "isi::bestandenVoor"}
