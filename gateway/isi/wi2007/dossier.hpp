// Everything the ISI knows of one person under the Wi2007, as facts. What is derived from them (ISI actief or
// definitief, who sees the person, what the screen shows) is computed, never stored here.
#pragma once

#include "gateway/isi/wi2007/blokken.hpp"

namespace cvsgw::isi::wi2007 {

/// A stay in a municipality according to the BRP. The last stay of a person who left the country is closed.
struct Verblijfsperiode {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "VerblijfsperiodeType";
  Gemeentecode gemeente;
  Date vanaf;
  std::optional<Date> totEnMet;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gemeente", self.gemeente);
    visit.field("vanaf", self.vanaf);
    visit.field("totEnMet", self.totEnMet);
  }
};

/// From the BRP, the IND and DUO: the facts behind the block Persoonsgegevens.
struct Gegevens {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "GegevensType";
  std::optional<std::string> geslacht;
  std::optional<std::string> geboorteland;
  std::optional<std::string> geboorteplaats;
  std::optional<std::string> nationaliteit1;
  std::optional<std::string> nationaliteit2;
  std::optional<std::string> postcode;
  std::optional<std::string> woonplaats;
  std::optional<std::string> straatnaam;
  std::optional<std::string> huisnummer;
  std::optional<std::string> huisnummertoevoeging;
  std::optional<std::string> huisnummeraanduiding;
  std::optional<std::string> locatieomschrijving;
  std::optional<bool> betrouwbaarAdres;
  std::optional<Date> datumVestigingInNederland;
  std::optional<Date> datumVertrekUitNederland;
  std::optional<bool> rechtOpLeningEnVergoeding;
  std::optional<bool> asielgerechtigd;
  std::optional<std::string> verblijfsdoel;
  std::optional<bool> rechtmatigVerblijf;
  bool pardonregeling = false;
  std::optional<bool> persoonsvolgendBudget;
  std::optional<bool> persoonsvolgendBudgetGebruikt;
  std::optional<bool> inAzcGehuisvest;  ///< means something under the Pardonregeling only
  std::optional<Date> datumBeslissingVerblijfsrecht;
  std::optional<std::string> niveauInburgeringsdiploma;
  Bedrag schuld;  ///< what is still owed of a loan from DUO
  bool geheleVrijstellingDoorDuo = false;
  std::optional<std::string> examenaanvraag;
  std::optional<std::string> codeGeheim;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("geslacht", self.geslacht, codes::kGeslacht);
    visit.field("geboorteland", self.geboorteland);
    visit.field("geboorteplaats", self.geboorteplaats);
    visit.field("nationaliteit1", self.nationaliteit1);
    visit.field("nationaliteit2", self.nationaliteit2);
    visit.field("postcode", self.postcode);
    visit.field("woonplaats", self.woonplaats);
    visit.field("straatnaam", self.straatnaam);
    visit.field("huisnummer", self.huisnummer);
    visit.field("huisnummertoevoeging", self.huisnummertoevoeging);
    visit.field("huisnummeraanduiding", self.huisnummeraanduiding);
    visit.field("locatieomschrijving", self.locatieomschrijving);
    visit.field("betrouwbaarAdres", self.betrouwbaarAdres);
    visit.field("datumVestigingInNederland", self.datumVestigingInNederland);
    visit.field("datumVertrekUitNederland", self.datumVertrekUitNederland);
    visit.field("rechtOpLeningEnVergoeding", self.rechtOpLeningEnVergoeding);
    visit.field("asielgerechtigd", self.asielgerechtigd);
    visit.code("verblijfsdoel", self.verblijfsdoel, codes::kVerblijfsdoel);
    visit.field("rechtmatigVerblijf", self.rechtmatigVerblijf);
    visit.field("pardonregeling", self.pardonregeling);
    visit.field("persoonsvolgendBudget", self.persoonsvolgendBudget);
    visit.field("persoonsvolgendBudgetGebruikt", self.persoonsvolgendBudgetGebruikt);
    visit.field("inAzcGehuisvest", self.inAzcGehuisvest);
    visit.field("datumBeslissingVerblijfsrecht", self.datumBeslissingVerblijfsrecht);
    visit.code("niveauInburgeringsdiploma", self.niveauInburgeringsdiploma, codes::kTaalniveau);
    visit.field("schuld", self.schuld);
    visit.field("geheleVrijstellingDoorDuo", self.geheleVrijstellingDoorDuo);
    visit.code("examenaanvraag", self.examenaanvraag, codes::kExamenaanvraag);
    visit.code("codeGeheim", self.codeGeheim, codes::kCodeGeheim);
  }
};

/// The five positions towards the law that § 3.2 tells apart. The texts are stored: never rename.
namespace posities {
inline constexpr std::string_view kPlichtig = "Plichtig";
inline constexpr std::string_view kTijdelijkNietPlichtig = "TijdelijkNietPlichtig";
inline constexpr std::string_view kVrijwillig = "Vrijwillig";
inline constexpr std::string_view kMogelijkLater = "MogelijkLater";
inline constexpr std::string_view kBuitenWerking = "BuitenWerking";  ///< AOW age, Dutch nationality …
}  // namespace posities

/// The facts behind the block Examens.
struct Examengegevens {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "ExamengegevensType";
  std::optional<Date> datumDiplomaBehaald;  ///< inburgeringsexamen or diploma NT2; absent: none
  std::optional<std::string> diplomaGemeente;
  std::optional<std::string> geslaagd;
  bool deelgenomenVolledigExamen = false;
  std::optional<std::string> gemeenteVolledigeDeelname;
  std::optional<std::string> volledigeDeelnameNt2;  ///< 1 or 2
  std::optional<Date> datumVolledigeDeelnameNt2;
  std::optional<std::string> gemeenteVolledigeDeelnameNt2;
  std::optional<std::string> aanmeldprofiel;  ///< of the latest application; never shown (§ 3.7 SS062)
  std::vector<Examenonderdeel> onderdelen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("datumDiplomaBehaald", self.datumDiplomaBehaald);
    visit.code("diplomaGemeente", self.diplomaGemeente, kGemeenten);
    visit.code("geslaagd", self.geslaagd, codes::kGeslaagd);
    visit.field("deelgenomenVolledigExamen", self.deelgenomenVolledigExamen);
    visit.code("gemeenteVolledigeDeelname", self.gemeenteVolledigeDeelname, kGemeenten);
    visit.code("volledigeDeelnameNt2", self.volledigeDeelnameNt2, codes::kVolledigeDeelnameNt2);
    visit.field("datumVolledigeDeelnameNt2", self.datumVolledigeDeelnameNt2);
    visit.code("gemeenteVolledigeDeelnameNt2", self.gemeenteVolledigeDeelnameNt2, kGemeenten);
    visit.field("aanmeldprofiel", self.aanmeldprofiel);
    visit.list("onderdelen", "onderdeel", self.onderdelen);
  }
};

struct Dossier {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "DossierType";
  Bsn bsn;
  std::optional<std::string> aNummer;
  std::optional<std::string> voornaam;
  std::optional<std::string> voorvoegsels;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::optional<Date> datumOverlijden;
  std::vector<Verblijfsperiode> verblijf;
  Gegevens gegevens;
  std::string positie{posities::kPlichtig};
  std::optional<Date> datumInburgeringsplichtig;
  std::optional<std::string> redenNietInburgeringsplichtig;
  bool oudkomer = false;
  Handhaving handhaving;
  std::vector<Inburgeringsvoorziening> voorzieningen;
  std::vector<Vrijstelling> vrijstellingen;
  std::vector<Boete> boetes;
  Examengegevens examens;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("voornaam", self.voornaam);
    visit.field("voorvoegsels", self.voorvoegsels);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("datumOverlijden", self.datumOverlijden);
    visit.list("verblijf", "periode", self.verblijf);
    visit.field("gegevens", self.gegevens);
    visit.field("positie", self.positie);
    visit.field("datumInburgeringsplichtig", self.datumInburgeringsplichtig);
    visit.field("redenNietInburgeringsplichtig", self.redenNietInburgeringsplichtig);
    visit.field("oudkomer", self.oudkomer);
    visit.field("handhaving", self.handhaving);
    visit.list("voorzieningen", "voorziening", self.voorzieningen);
    visit.list("vrijstellingen", "vrijstelling", self.vrijstellingen);
    visit.list("boetes", "boete", self.boetes);
    visit.field("examens", self.examens);
  }
};

}  // namespace cvsgw::isi::wi2007
