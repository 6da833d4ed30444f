#include "gateway/isi/wi2007/persoonsdocument.hpp"

#include <initializer_list>

#include "gateway/domain/gemeenten.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

using Soort = Documentdeel::Soort;

std::string tekst(const std::optional<std::string>& waarde) {
  return waarde.value_or("");
}
std::string tekst(const std::optional<Date>& waarde) {
  return waarde ? waarde->dutch() : "";
}
std::string tekst(const std::optional<bool>& waarde) {
  if (!waarde) return {};
  return *waarde ? "Ja" : "Nee";
}
std::string tekst(const CodeList& lijst, const std::optional<std::string>& code) {
  return code ? std::string(lijst.omschrijving(*code)) : "";
}
// 1.250,50 as people write it.
std::string tekst(const std::optional<Bedrag>& bedrag) {
  if (!bedrag) return {};
  auto euros = std::to_string(bedrag->centen / 100);
  for (auto plek = static_cast<int>(euros.size()) - 3; plek > 0; plek -= 3)
    euros.insert(static_cast<size_t>(plek), ".");
  const auto centen = std::to_string(bedrag->centen % 100);
  return "€ " + euros + "," + (centen.size() < 2 ? "0" : "") + centen;
}
std::string samen(std::initializer_list<const std::optional<std::string>*> delen) {
  std::string out;
  for (const auto* deel : delen) {
    if (!*deel || (*deel)->empty()) continue;
    out += (out.empty() ? "" : " ") + **deel;
  }
  return out;
}

/// Writes lines of a block.
class Blok {
 public:
  Blok(Document& document, std::string kop) : document_(document) {
    document_.voegToe(Soort::kop, std::move(kop));
  }
  /// A line that is always there.
  Blok& regel(std::string label, std::string waarde) {
    document_.gegeven(std::move(label), std::move(waarde));
    return *this;
  }
  /// A line that the display rules leave out when there is no value.
  Blok& alsGevuld(std::string label, std::string waarde) {
    return waarde.empty() ? *this : regel(std::move(label), std::move(waarde));
  }
  Blok& zonderRegels(std::string tekst) {
    document_.voegToe(Soort::tekst, std::move(tekst));
    return *this;
  }

 private:
  Document& document_;
};

void schrijfKop(Document& document, const Persoon& persoon) {
  Blok(document, "Persoon")
      .regel("Naam", persoon.naam)
      .regel("BSN", persoon.bsn.value())
      .regel("A-nummer", tekst(persoon.aNummer))
      .regel("Geboortedatum", tekst(persoon.geboortedatum))
      .regel("Herkomst", tekst(codes::kHerkomst, persoon.herkomst))
      .regel("Verblijf", tekst(codes::kVerblijf, persoon.verblijf));
  Blok(document, "Signalen")
      .regel("Totaal", std::to_string(persoon.signalen.totaal()))
      .regel("Nieuw", std::to_string(persoon.signalen.nieuw))
      .regel("In behandeling", std::to_string(persoon.signalen.inBehandeling))
      .regel("Afgehandeld", std::to_string(persoon.signalen.afgehandeld));
}

void schrijfPersoonsgegevens(Document& document, const Persoonsgegevens& blok) {
  const auto& g = blok.gegevens;
  Blok(document, "Persoonsgegevens")
      .regel("Geboortedatum", tekst(blok.geboortedatum))
      .regel("Geslacht", tekst(codes::kGeslacht, g.geslacht))
      .regel("Geboorteland", tekst(g.geboorteland))
      .regel("Geboorteplaats", tekst(g.geboorteplaats))
      .regel("Nationaliteit 1", tekst(g.nationaliteit1))
      .regel("Nationaliteit 2", tekst(g.nationaliteit2))
      .regel("Postcode en woonplaats", samen({&g.postcode, &g.woonplaats}))
      .regel("Straatnaam en huisnummer", samen({&g.straatnaam, &g.huisnummer}))
      .regel("Huisnummertoevoeging en aanduiding", samen({&g.huisnummertoevoeging, &g.huisnummeraanduiding}))
      .regel("Locatieomschrijving", tekst(g.locatieomschrijving))
      .regel("Indicatie betrouwbaar adres", tekst(g.betrouwbaarAdres))
      .regel("Datum vestiging in Nederland", tekst(g.datumVestigingInNederland))
      .regel("Datum vertrek uit Nederland", tekst(g.datumVertrekUitNederland))
      .regel("Recht op lening en vergoeding", tekst(g.rechtOpLeningEnVergoeding))
      .regel("Indicatie asielgerechtigd", tekst(g.asielgerechtigd))
      .regel("Indicatie verblijfsdoel", tekst(codes::kVerblijfsdoel, g.verblijfsdoel))
      .regel("Indicatie rechtmatig verblijf", tekst(g.rechtmatigVerblijf))
      .regel("Indicatie Pardonregeling", tekst(std::optional(g.pardonregeling)))
      .regel("Indicatie persoonsvolgend budget", tekst(g.persoonsvolgendBudget))
      .regel("Persoonsvolgend budget gebruikt", tekst(g.persoonsvolgendBudgetGebruikt))
      .regel("In AZC gehuisvest", tekst(g.inAzcGehuisvest))
      .regel("Datum beslissing verblijfsrecht", tekst(g.datumBeslissingVerblijfsrecht))
      .regel("Indicatie diploma behaald", tekst(std::optional(blok.diplomaBehaald)))
      .regel("Niveau inburgeringsdiploma", tekst(codes::kTaalniveau, g.niveauInburgeringsdiploma))
      .regel("Indicatie schuld aanwezig", tekst(std::optional(blok.schuldAanwezig)))
      .regel("Indicatie gehele vrijstelling door DUO", tekst(std::optional(g.geheleVrijstellingDoorDuo)))
      .regel("Examenaanvraag aanwezig i.h.k.v.", tekst(codes::kExamenaanvraag, blok.examenaanvraag))
      .regel("Code geheim", tekst(codes::kCodeGeheim, g.codeGeheim));
}

void schrijfIndicatie(Document& document, const Indicatie& blok) {
  Blok(document, "Indicatie")
      .regel("Inburgeringsplichtig", tekst(std::optional(blok.inburgeringsplichtig)))
      .alsGevuld("Inburgeringsplichtig per", tekst(blok.datumInburgeringsplichtig))
      .alsGevuld("Reden niet inburgeringsplichtig", tekst(blok.redenNietInburgeringsplichtig))
      .regel("Vrijwillige inburgeraar", tekst(std::optional(blok.vrijwilligeInburgeraar)))
      .regel("Oudkomer", tekst(std::optional(blok.oudkomer)))
      .regel("Pardonregeling", tekst(std::optional(blok.pardonregeling)))
      .regel("Asielgerechtigd", tekst(std::optional(blok.asielgerechtigd)));
}

void schrijfHandhaving(Document& document, const Handhaving& blok) {
  Blok regels(document, "Handhaving");
  regels.regel("Gehandhaafd", tekst(std::optional(blok.gehandhaafd)))
      .regel("Handhaving door gemeente", tekst(kGemeenten, blok.gemeente))
      .regel("Eerste handhaving door gemeente", tekst(kGemeenten, blok.eersteHandhavingDoorGemeente))
      .regel("Begin handhaving", tekst(blok.beginHandhaving))
      .regel("Einde handhavingstermijn", tekst(blok.eindeHandhavingstermijn));
  for (const auto& verlenging : blok.verlengingen) {
    regels.regel("Datum verlenging", verlenging.datumVerlenging.dutch())
        .alsGevuld("Reden verlenging", tekst(verlenging.redenVerlenging));
  }
}

/// The heading of one of several: with its number when there is more than one.
std::string kopVan(std::string naam, size_t nummer, size_t aantal) {
  if (aantal < 2) return naam;
  return naam + " " + std::to_string(nummer + 1) + " van " + std::to_string(aantal);
}

void schrijfVoorzieningen(Document& document, const std::vector<Inburgeringsvoorziening>& alle) {
  if (alle.empty()) Blok(document, "Inburgeringsvoorziening").zonderRegels("Geen voorziening.");
  for (size_t i = 0; i < alle.size(); ++i) {
    const auto& een = alle[i];
    Blok(document, kopVan("Inburgeringsvoorziening", i, alle.size()))
        .regel("Aanbod door gemeente", tekst(kGemeenten, een.aanbodDoorGemeente))
        .regel("Doelgroep voorziening", tekst(codes::kDoelgroepVoorziening, een.doelgroep))
        .regel("Soort voorziening", tekst(codes::kSoortVoorziening, een.soort))
        .regel("Indicatie pib", tekst(een.persoonlijkInburgeringsbudget))
        .alsGevuld("Vorm duaal traject", tekst(codes::kVormDuaalTraject, een.vormDuaalTraject))
        .regel("Datum start voorziening", een.datumStart.dutch())
        .regel("Datum einde voorziening", tekst(een.datumEinde))
        .regel("Reden einde", tekst(een.redenEinde));
  }
}

void schrijfVrijstellingen(Document& document, const std::vector<Vrijstelling>& alle) {
  if (alle.empty())
    Blok(document, "Vrijstelling").zonderRegels("Geen tijdelijke of gedeeltelijke vrijstelling.");
  for (size_t i = 0; i < alle.size(); ++i) {
    const auto& een = alle[i];
    Blok(document, kopVan("Vrijstelling", i, alle.size()))
        .regel("Soort vrijstelling", tekst(codes::kSoortVrijstelling, een.soort))
        .regel("Afgegeven door", tekst(codes::kAfgegevenDoor, een.afgegevenDoor))
        .regel("Start vrijstelling", tekst(een.start))
        .alsGevuld("Einde vrijstelling", tekst(een.einde))
        .alsGevuld("Examenonderdeel", tekst(codes::kExamenonderdeelVrijstelling, een.examenonderdeel))
        .alsGevuld("Niveau gedeeltelijke vrijstelling", tekst(codes::kTaalniveau, een.niveau));
  }
}

void schrijfBoetes(Document& document, const std::vector<Boete>& alle) {
  if (alle.empty()) Blok(document, "Boete").zonderRegels("Geen boete.");
  for (size_t i = 0; i < alle.size(); ++i) {
    const auto& een = alle[i];
    Blok(document, kopVan("Boete", i, alle.size()))
        .regel("Datum toekennen", een.datumToekennen.dutch())
        .regel("Reden boete", tekst(een.reden))
        .regel("Bedrag boete", tekst(een.bedrag))
        .regel("Soort boete", tekst(een.soort));
  }
}

void schrijfExamens(Document& document, const Examens& blok) {
  const auto& g = blok.gegevens;
  Blok(document, "Examens")
      .regel("Inburgeringsdiploma behaald", tekst(std::optional(blok.inburgeringsdiplomaBehaald)))
      .regel("Datum diploma behaald", tekst(g.datumDiplomaBehaald))
      .regel("Diploma gemeente", tekst(kGemeenten, g.diplomaGemeente))
      .alsGevuld("Indicatie geslaagd", tekst(codes::kGeslaagd, g.geslaagd))
      .regel("Deelgenomen volledig examen", tekst(std::optional(g.deelgenomenVolledigExamen)))
      .alsGevuld("Gemeente bij volledige deelname", tekst(kGemeenten, g.gemeenteVolledigeDeelname))
      .regel("Volledige deelname NT2", tekst(codes::kVolledigeDeelnameNt2, blok.volledigeDeelnameNt2))
      .alsGevuld("Datum volledige deelname NT2", tekst(g.datumVolledigeDeelnameNt2))
      .alsGevuld("Gemeente volledige deelname NT2", tekst(kGemeenten, g.gemeenteVolledigeDeelnameNt2))
      .regel("Examenaanvraag", tekst(codes::kExamenaanvraag, blok.examenaanvraag));
  for (size_t i = 0; i < g.onderdelen.size(); ++i) {
    const auto& een = g.onderdelen[i];
    Blok(document, kopVan("Examenonderdeel", i, g.onderdelen.size()))
        .regel("Examen", tekst(codes::kExamen, een.examen))
        .regel("Niveau", tekst(codes::kExamenniveau, een.niveau))
        .regel("Uitslag", tekst(codes::kUitslag, een.uitslag))
        .regel("Profiel", tekst(een.profiel))
        .regel("Variant", tekst(een.variant))
        .regel("Datum deelname", tekst(een.datumDeelname))
        .alsGevuld("Gemeente examenonderdeel behaald", tekst(kGemeenten, een.gemeenteBehaald))
        .regel("Indicatie vrijgesteld", tekst(een.vrijgesteld));
  }
}

}  // namespace

Document documentVan(const Persoon& persoon, const Gemeentecode& gemeente, Date vandaag) {
  Document document;
  document.titel = "Persoon Wet inburgering 2007";
  document.datum = vandaag;
  const std::string naam(kGemeenten.omschrijving(gemeente.value()));
  document.voet = "Wet inburgering 2007, gemeente " + naam + ", " + vandaag.dutch();
  document.voegToe(Soort::titel, document.titel);
  schrijfKop(document, persoon);
  schrijfPersoonsgegevens(document, persoon.persoonsgegevens);
  schrijfIndicatie(document, persoon.indicatie);
  schrijfHandhaving(document, persoon.handhaving);
  schrijfVoorzieningen(document, persoon.inburgeringsvoorzieningen);
  schrijfVrijstellingen(document, persoon.vrijstellingen);
  schrijfBoetes(document, persoon.boetes);
  schrijfExamens(document, persoon.examens);
  return document;
}

std::string bestandsnaamVan(const Gemeentecode& gemeente, Date vandaag) {
  return "persoon-wi2007_" + gemeente.value() + "_" + vandaag.text() + ".pdf";
}

}  // namespace cvsgw::isi::wi2007
