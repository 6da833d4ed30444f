// What a municipality is shown of the Wi2007: the records of the answers (§ 3.3, § 3.4, § 3.6).
#pragma once

#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2007/blokken.hpp"
#include "gateway/isi/wi2007/dossier.hpp"

namespace cvsgw::isi::wi2007 {

/// A row of "Gevonden personen" (§ 3.3).
struct PersoonRij {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "PersoonRijType";
  std::string persoonId;
  Bsn bsn;
  std::optional<std::string> aNummer;
  std::optional<std::string> voornaam;
  std::optional<std::string> voorvoegsels;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::optional<std::string> geslacht;
  std::string herkomst;
  std::optional<Date> datumOverlijden;
  bool signaalAanwezig = false;
  std::string verblijf;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("voornaam", self.voornaam);
    visit.field("voorvoegsels", self.voorvoegsels);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("geslacht", self.geslacht, codes::kGeslacht);
    visit.code("herkomst", self.herkomst, codes::kHerkomst);
    visit.field("datumOverlijden", self.datumOverlijden);
    visit.field("signaalAanwezig", self.signaalAanwezig);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
  }
};

/// An entry of HaalPersonen: when `vervallen`, nothing but its id and volgnummer. It has no signaalAanwezig:
/// signals have a feed of their own, and a person does not move in this one when a signal is placed.
struct PersoonIngang {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "PersoonIngangType";
  std::string persoonId;
  std::int64_t volgnummer = 0;
  bool vervallen = false;
  std::optional<Bsn> bsn;
  std::optional<std::string> aNummer;
  std::optional<std::string> voornaam;
  std::optional<std::string> voorvoegsels;
  std::optional<std::string> achternaam;
  std::optional<Date> geboortedatum;
  std::optional<std::string> geslacht;
  std::optional<std::string> herkomst;
  std::optional<Date> datumOverlijden;
  std::optional<std::string> verblijf;

  static PersoonIngang of(std::int64_t volgnummer, PersoonRij rij);

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("vervallen", self.vervallen);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("voornaam", self.voornaam);
    visit.field("voorvoegsels", self.voorvoegsels);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("geslacht", self.geslacht, codes::kGeslacht);
    visit.code("herkomst", self.herkomst, codes::kHerkomst);
    visit.field("datumOverlijden", self.datumOverlijden);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
  }
};

/// The block Persoonsgegevens (§ 3.4).
struct Persoonsgegevens {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "PersoonsgegevensType";
  std::optional<Date> geboortedatum;
  Gegevens gegevens;  ///< after the display rules
  bool diplomaBehaald = false;
  bool schuldAanwezig = false;
  std::string examenaanvraag;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    auto& g = self.gegevens;
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("geslacht", g.geslacht, codes::kGeslacht);
    visit.field("geboorteland", g.geboorteland);
    visit.field("geboorteplaats", g.geboorteplaats);
    visit.field("nationaliteit1", g.nationaliteit1);
    visit.field("nationaliteit2", g.nationaliteit2);
    visit.field("postcode", g.postcode);
    visit.field("woonplaats", g.woonplaats);
    visit.field("straatnaam", g.straatnaam);
    visit.field("huisnummer", g.huisnummer);
    visit.field("huisnummertoevoeging", g.huisnummertoevoeging);
    visit.field("huisnummeraanduiding", g.huisnummeraanduiding);
    visit.field("locatieomschrijving", g.locatieomschrijving);
    visit.field("betrouwbaarAdres", g.betrouwbaarAdres);
    visit.field("datumVestigingInNederland", g.datumVestigingInNederland);
    visit.field("datumVertrekUitNederland", g.datumVertrekUitNederland);
    visit.field("rechtOpLeningEnVergoeding", g.rechtOpLeningEnVergoeding);
    visit.field("asielgerechtigd", g.asielgerechtigd);
    visit.code("verblijfsdoel", g.verblijfsdoel, codes::kVerblijfsdoel);
    visit.field("rechtmatigVerblijf", g.rechtmatigVerblijf);
    visit.field("pardonregeling", g.pardonregeling);
    visit.field("persoonsvolgendBudget", g.persoonsvolgendBudget);
    visit.field("persoonsvolgendBudgetGebruikt", g.persoonsvolgendBudgetGebruikt);
    visit.field("inAzcGehuisvest", g.inAzcGehuisvest);
    visit.field("datumBeslissingVerblijfsrecht", g.datumBeslissingVerblijfsrecht);
    visit.field("diplomaBehaald", self.diplomaBehaald);
    visit.code("niveauInburgeringsdiploma", g.niveauInburgeringsdiploma, codes::kTaalniveau);
    visit.field("schuldAanwezig", self.schuldAanwezig);
    visit.field("geheleVrijstellingDoorDuo", g.geheleVrijstellingDoorDuo);
    visit.code("examenaanvraag", self.examenaanvraag, codes::kExamenaanvraag);
    visit.code("codeGeheim", g.codeGeheim, codes::kCodeGeheim);
  }
};

/// The block Indicatie (§ 3.4).
struct Indicatie {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "IndicatieType";
  bool inburgeringsplichtig = false;
  std::optional<Date> datumInburgeringsplichtig;
  std::optional<std::string> redenNietInburgeringsplichtig;
  bool vrijwilligeInburgeraar = false;
  bool oudkomer = false;
  bool pardonregeling = false;
  bool asielgerechtigd = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("datumInburgeringsplichtig", self.datumInburgeringsplichtig);
    visit.field("redenNietInburgeringsplichtig", self.redenNietInburgeringsplichtig);
    visit.field("vrijwilligeInburgeraar", self.vrijwilligeInburgeraar);
    visit.field("oudkomer", self.oudkomer);
    visit.field("pardonregeling", self.pardonregeling);
    visit.field("asielgerechtigd", self.asielgerechtigd);
  }
};

/// The block Examens (§ 3.4).
struct Examens {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "ExamensType";
  bool inburgeringsdiplomaBehaald = false;
  Examengegevens gegevens;  ///< after the display rules
  std::string volledigeDeelnameNt2;
  std::string examenaanvraag;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    auto& g = self.gegevens;
    visit.field("inburgeringsdiplomaBehaald", self.inburgeringsdiplomaBehaald);
    visit.field("datumDiplomaBehaald", g.datumDiplomaBehaald);
    visit.code("diplomaGemeente", g.diplomaGemeente, kGemeenten);
    visit.code("geslaagd", g.geslaagd, codes::kGeslaagd);
    visit.field("deelgenomenVolledigExamen", g.deelgenomenVolledigExamen);
    visit.code("gemeenteVolledigeDeelname", g.gemeenteVolledigeDeelname, kGemeenten);
    visit.code("volledigeDeelnameNt2", self.volledigeDeelnameNt2, codes::kVolledigeDeelnameNt2);
    visit.field("datumVolledigeDeelnameNt2", g.datumVolledigeDeelnameNt2);
    visit.code("gemeenteVolledigeDeelnameNt2", g.gemeenteVolledigeDeelnameNt2, kGemeenten);
    visit.code("examenaanvraag", self.examenaanvraag, codes::kExamenaanvraag);
    visit.list("onderdelen", "onderdeel", g.onderdelen);
  }
};

/// The person's screen (§ 3.4): its block Persoon flat, then its other blocks.
struct Persoon {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "PersoonType";
  std::string persoonId;
  Bsn bsn;
  std::optional<std::string> aNummer;
  std::string naam;
  std::optional<std::string> voornaam;
  std::optional<std::string> voorvoegsels;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::string herkomst;
  std::string verblijf;
  SignaalTelling signalen;
  Persoonsgegevens persoonsgegevens;
  Indicatie indicatie;
  Handhaving handhaving;
  std::vector<Inburgeringsvoorziening> inburgeringsvoorzieningen;
  std::vector<Vrijstelling> vrijstellingen;
  std::vector<Boete> boetes;
  Examens examens;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("naam", self.naam);
    visit.field("voornaam", self.voornaam);
    visit.field("voorvoegsels", self.voorvoegsels);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("herkomst", self.herkomst, codes::kHerkomst);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
    visit.field("signalen", self.signalen);
    visit.field("persoonsgegevens", self.persoonsgegevens);
    visit.field("indicatie", self.indicatie);
    visit.field("handhaving", self.handhaving);
    visit.list("inburgeringsvoorzieningen", "inburgeringsvoorziening", self.inburgeringsvoorzieningen);
    visit.list("vrijstellingen", "vrijstelling", self.vrijstellingen);
    visit.list("boetes", "boete", self.boetes);
    visit.field("examens", self.examens);
  }
};

/// The screen of `dossier` on `vandaag`, by the display rules of § 3.4. The caller fills in what only the
/// back end knows: persoonId, verblijf and signalen. Call only when schermTeOpenen(dossier).
Persoon maakPersoon(const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2007
