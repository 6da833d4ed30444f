#include "gateway/isi/wi2007/extract.hpp"

#include <array>

#include "gateway/isi/wi2007/beeld.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr std::string_view kBrp = "BRP";
constexpr std::string_view kGemeente = "Gemeente";
constexpr std::string_view kJaNee = "J = Ja; N = Nee";

constexpr auto kIsiKolommen = std::to_array<Kolom>({
    {"BSN", "Burgerservicenummer", {}, kBrp},
    {"A-nummer", "Administratienummer", {}, kBrp},
    {"Voornaam", "Voornamen", {}, kBrp},
    {"Voorvoegsels", "Voorvoegsels van de achternaam", {}, kBrp},
    {"Achternaam", "Achternaam zonder voorvoegsels", {}, kBrp},
    {"Geboortedatum", "Dag van geboorte", {}, kBrp},
    {"Geslacht", "Geslacht", "Man; Vrouw; Onbekend", kBrp},
    {"Herkomst", "Deel van ISI waarin de persoon staat", "ISI actief; ISI definitief"},
    {"Verblijf", "Woont of woonde in uw gemeente", "Woonachtig in gemeente; Gewezen ingezetene", kBrp},
    {"Datum overlijden", "Is deze gevuld, dan zijn de kolommen hierna leeg", {}, kBrp},
    {"Geboorteland", "Land van geboorte", {}, kBrp},
    {"Nationaliteit 1", "Eerste nationaliteit", {}, kBrp},
    {"Nationaliteit 2", "Tweede nationaliteit", {}, kBrp},
    {"Straatnaam", "Adres", {}, kBrp},
    {"Huisnummer", "Adres", {}, kBrp},
    {"Huisnummertoevoeging", "Adres", {}, kBrp},
    {"Postcode", "Adres", {}, kBrp},
    {"Woonplaats", "Adres", {}, kBrp},
    {"Datum vestiging in Nederland", "Dag van vestiging", {}, kBrp},
    {"Datum vertrek uit Nederland", "Dag van vertrek", {}, kBrp},
    {"Inburgeringsplichtig", "Of de persoon inburgeringsplichtig is", kJaNee},
    {"Datum inburgeringsplichtig", "Vanaf wanneer", {}},
    {"Reden niet inburgeringsplichtig", "Waarom de persoon het niet is", {}},
    {"Vrijwillige inburgeraar", "Of de persoon vrijwillig inburgert", kJaNee},
    {"Oudkomer", "Of de persoon oudkomer is", kJaNee},
    {"Pardonregeling", "Of de persoon onder de pardonregeling valt", kJaNee, "IND"},
    {"Asielgerechtigd", "Of de persoon asielgerechtigd is", kJaNee, "IND"},
    {"Gehandhaafd", "Of een gemeente handhaaft", kJaNee, kGemeente},
    {"Gemeente handhaving", "Gemeente die handhaaft", {}, kGemeente},
    {"Begin handhaving", "Eerste dag van de termijn", {}, kGemeente},
    {"Einde handhavingstermijn", "Laatste dag van de termijn, met verlengingen", {}, kGemeente},
    {"Aantal voorzieningen", "Aantal inburgeringsvoorzieningen", {}, kGemeente},
    {"Aantal vrijstellingen", "Aantal vrijstellingen", {}},
    {"Aantal boetes", "Aantal boetes", {}, kGemeente},
    {"Diploma behaald", "Of het inburgeringsdiploma is behaald", kJaNee},
    {"Datum diploma behaald", "Dag waarop het diploma is behaald", {}},
    {"Examenaanvraag", "Stand van de aanvraag van een examen", {}},
});

constexpr auto kTermijnKolommen = std::to_array<Kolom>({
    {"BSN", "Burgerservicenummer", {}, kBrp},
    {"A-nummer", "Administratienummer", {}, kBrp},
    {"Voornaam", "Voornamen", {}, kBrp},
    {"Voorvoegsels", "Voorvoegsels van de achternaam", {}, kBrp},
    {"Achternaam", "Achternaam zonder voorvoegsels", {}, kBrp},
    {"Geboortedatum", "Dag van geboorte", {}, kBrp},
    {"Begin handhaving", "Eerste dag van de termijn", {}, kGemeente},
    {"Einde handhavingstermijn", "Laatste dag van de termijn, met verlengingen", {}, kGemeente},
    {"Aantal verlengingen", "Hoe vaak de termijn is verlengd", {}, kGemeente},
    {"Dagen overschreden", "Dagen na de laatste dag van de termijn, op de datum van het bestand", {}},
    {"Aantal boetes", "Aantal boetes", {}, kGemeente},
});

void vulNaam(const Dossier& dossier, Rij& rij) {
  rij.tekst(dossier.bsn.value())
      .tekst(dossier.aNummer)
      .tekst(dossier.voornaam)
      .tekst(dossier.voorvoegsels)
      .tekst(dossier.achternaam)
      .datum(dossier.geboortedatum);
}

void vulAdres(const Gegevens& gegevens, Rij& rij) {
  rij.tekst(gegevens.geboorteland)
      .tekst(gegevens.nationaliteit1)
      .tekst(gegevens.nationaliteit2)
      .tekst(gegevens.straatnaam)
      .tekst(gegevens.huisnummer)
      .tekst(gegevens.huisnummertoevoeging)
      .tekst(gegevens.postcode)
      .tekst(gegevens.woonplaats)
      .datum(gegevens.datumVestigingInNederland)
      .datum(gegevens.datumVertrekUitNederland);
}

// From the screen's own record, so that a value that the screen hides is not in the file either. What it
// shows is copied: the record goes before the row is read.
void vulScherm(const Persoon& persoon, const Dossier& dossier, Rij& rij) {
  const auto& indicatie = persoon.indicatie;
  rij.jaNee(indicatie.inburgeringsplichtig).datum(indicatie.datumInburgeringsplichtig);
  rij.samengesteld(indicatie.redenNietInburgeringsplichtig.value_or(""))
      .jaNee(indicatie.vrijwilligeInburgeraar)
      .jaNee(indicatie.oudkomer)
      .jaNee(indicatie.pardonregeling)
      .jaNee(indicatie.asielgerechtigd)
      .jaNee(persoon.handhaving.gehandhaafd);
  rij.gemeente(persoon.handhaving.gemeente);
  rij.datum(persoon.handhaving.beginHandhaving)
      .datum(persoon.handhaving.eindeHandhavingstermijn)
      .getal(static_cast<std::int64_t>(dossier.voorzieningen.size()))
      .getal(static_cast<std::int64_t>(dossier.vrijstellingen.size()))
      .getal(static_cast<std::int64_t>(dossier.boetes.size()))
      .jaNee(persoon.examens.inburgeringsdiplomaBehaald)
      .datum(persoon.examens.gegevens.datumDiplomaBehaald)
      .samengesteld(std::string(codes::kExamenaanvraag.omschrijving(persoon.examens.examenaanvraag)));
}

}  // namespace

std::span<const Kolom> isiKolommen() {
  return kIsiKolommen;
}

void vulIsi(const Dossier& dossier, std::string_view verblijf, Date dag, Rij& rij) {
  rij.opnieuw();
  vulNaam(dossier, rij);
  rij.code(dossier.gegevens.geslacht, codes::kGeslacht)
      .code(herkomst(dossier, dag), codes::kHerkomst)
      .samengesteld(std::string(codes::kVerblijf.omschrijving(verblijf)))
      .datum(dossier.datumOverlijden);
  if (!schermTeOpenen(dossier)) {
    while (rij.cellen().size() < kIsiKolommen.size()) rij.leeg();
    return;
  }
  vulAdres(dossier.gegevens, rij);
  vulScherm(maakPersoon(dossier, dag), dossier, rij);
}

bool vanaf2011(const Dossier& dossier) {
  const auto& begin = dossier.datumInburgeringsplichtig ? dossier.datumInburgeringsplichtig
                                                        : dossier.gegevens.datumVestigingInNederland;
  return begin && *begin >= kVanaf2011;
}

std::span<const Kolom> termijnKolommen() {
  return kTermijnKolommen;
}

bool vulTermijnoverschrijding(const Dossier& dossier, const Gemeentecode& gemeente, Date dag, Rij& rij) {
  const auto& handhaving = dossier.handhaving;
  if (!handhaving.gehandhaafd || handhaving.gemeente != gemeente.value()) return false;
  const auto& einde = handhaving.eindeHandhavingstermijn;
  if (!einde || *einde >= dag) return false;
  if (dossier.examens.datumDiplomaBehaald || herkomst(dossier, dag) != "Actief") return false;
  rij.opnieuw();
  vulNaam(dossier, rij);
  rij.datum(handhaving.beginHandhaving)
      .datum(*einde)
      .getal(static_cast<std::int64_t>(handhaving.verlengingen.size()))
      .getal(std::int64_t{dag.daysSince(*einde)})
      .getal(static_cast<std::int64_t>(dossier.boetes.size()));
  return true;
}

}  // namespace cvsgw::isi::wi2007
