// What a municipality is shown of a person on one day: the blocks of the overview screen. Display rules are
// in beeld.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/isi/wi2021/plicht.hpp"
#include "gateway/isi/wi2021/traject.hpp"

namespace cvsgw::isi::wi2021 {

/// Both days included.
struct Periode {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PeriodeType";
  Date startdatum;
  Date einddatum;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("startdatum", self.startdatum);
    visit.field("einddatum", self.einddatum);
  }
};

/// Why and until when the asking municipality sees and changes.
struct Inzage {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "InzageType";
  std::string soort;
  std::optional<std::string> vertrek;
  std::optional<Date> datumVertrek;
  std::optional<Date> inzageTotEnMet;
  bool wijzigbaar = false;
  std::optional<Date> wijzigbaarTotEnMet;
  std::optional<Date>
      verwijderbaarTotEnMet;  ///< after a move: 28 days after the registration of the new plan
  bool nieuwAanbodMogelijk = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("soort", self.soort, codes::kInzage);
    visit.code("vertrek", self.vertrek, codes::kVertrek);
    visit.field("datumVertrek", self.datumVertrek);
    visit.field("inzageTotEnMet", self.inzageTotEnMet);
    visit.field("wijzigbaar", self.wijzigbaar);
    visit.field("wijzigbaarTotEnMet", self.wijzigbaarTotEnMet);
    visit.field("verwijderbaarTotEnMet", self.verwijderbaarTotEnMet);
    visit.field("nieuwAanbodMogelijk", self.nieuwAanbodMogelijk);
  }
};

/// Block Inburgeringsplicht (§ 3.6.4).
struct Inburgeringsplicht {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "InburgeringsplichtType";
  Doelgroep doelgroep;
  std::optional<std::string> meldingVerblijfsdoel;
  bool doelgroepHistorieAanwezig = false;
  bool inburgeringsplichtig = false;
  Date datumVaststelling;
  std::optional<Date> begindatum;
  std::optional<Date> einddatum;
  std::optional<Date> wijzigingsdatum;
  std::optional<Date> datumKennisgeving;
  std::optional<std::string> redenBeeindiging;
  std::optional<std::string> redenWijziging;
  std::optional<Termijn> termijn;
  bool termijnHistorieAanwezig = false;
  std::vector<PlichtPeriode> eerderePerioden;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("doelgroep", self.doelgroep);
    visit.code("meldingVerblijfsdoel", self.meldingVerblijfsdoel, codes::kMeldingVerblijfsdoel);
    visit.field("doelgroepHistorieAanwezig", self.doelgroepHistorieAanwezig);
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("datumVaststelling", self.datumVaststelling);
    visit.field("begindatum", self.begindatum);
    visit.field("einddatum", self.einddatum);
    visit.field("wijzigingsdatum", self.wijzigingsdatum);
    visit.field("datumKennisgeving", self.datumKennisgeving);
    visit.code("redenBeeindiging", self.redenBeeindiging, codes::kRedenBeeindiging);
    visit.code("redenWijziging", self.redenWijziging, codes::kRedenWijziging);
    visit.field("termijn", self.termijn);
    visit.field("termijnHistorieAanwezig", self.termijnHistorieAanwezig);
    visit.list("eerderePerioden", "periode", self.eerderePerioden);
  }
};

/// The linked contact person; only id and name without the role Wi2021MUT.
struct GekoppeldeContactpersoon {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "GekoppeldeContactpersoonType";
  std::string contactpersoonId;
  std::string naam;
  std::optional<std::string> email;
  std::optional<std::string> telefoonnummer;
  std::optional<Date> datumKoppeling;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("naam", self.naam);
    visit.field("email", self.email);
    visit.field("telefoonnummer", self.telefoonnummer);
    visit.field("datumKoppeling", self.datumKoppeling);
  }
};

/// Block Contactpersoon (§ 3.3.5).
struct ContactpersoonBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ContactpersoonBlokType";
  std::string versie;  ///< of the link, also when there is none
  std::optional<GekoppeldeContactpersoon> koppeling;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("koppeling", self.koppeling);
  }
};

/// Block Leerbaarheidstoets (§ 3.6.5).
struct LeerbaarheidstoetsBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "LeerbaarheidstoetsBlokType";
  std::string versie;
  bool ontheven = false;
  std::optional<Date> datumOntheffing;
  std::optional<Leerbaarheidstoets> toets;
  std::optional<LbtHerkansing> herkansing;
  bool historieAanwezig = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("ontheven", self.ontheven);
    visit.field("datumOntheffing", self.datumOntheffing);
    visit.field("toets", self.toets);
    visit.field("herkansing", self.herkansing);
    visit.field("historieAanwezig", self.historieAanwezig);
  }
};

/// Block PIP (§ 3.6.6).
struct PipBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PipBlokType";
  std::optional<Periode>
      termijnVaststellen;  ///< the ten weeks, while this municipality has passed on no plan
  std::optional<Pip> actueel;
  bool definitief = false;
  std::optional<Date> definitiefVanaf;
  bool historieAanwezig = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("termijnVaststellen", self.termijnVaststellen);
    visit.field("actueel", self.actueel);
    visit.field("definitief", self.definitief);
    visit.field("definitiefVanaf", self.definitiefVanaf);
    visit.field("historieAanwezig", self.historieAanwezig);
  }
};

/// Block Inburgeringsaanbod (§ 3.6.7).
struct InburgeringsaanbodBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "InburgeringsaanbodBlokType";
  bool vanToepassing = false;
  std::vector<Aanbod> aanbiedingen;
  bool historieAanwezig = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("vanToepassing", self.vanToepassing);
    visit.list("aanbiedingen", "aanbod", self.aanbiedingen);
    visit.field("historieAanwezig", self.historieAanwezig);
  }
};

/// One line of block Examens.
struct Examenregel {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ExamenregelType";
  std::string onderdeel;
  std::optional<std::string> niveau;
  std::string status;
  std::optional<Date> datum;
  std::int32_t gratisPogingenOver = 0;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("onderdeel", self.onderdeel, codes::kExamenonderdeel);
    visit.code("niveau", self.niveau, codes::kNiveaugroep);
    visit.code("status", self.status, codes::kExamenstatus);
    visit.field("datum", self.datum);
    visit.field("gratisPogingenOver", self.gratisPogingenOver);
  }
};

/// Block Examens (§ 3.6.8).
struct ExamensBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ExamensBlokType";
  std::string verplichting;
  bool nogGeenExamensIngepland = false;
  std::vector<Examenregel> examens;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("verplichting", self.verplichting, codes::kExamenverplichting);
    visit.field("nogGeenExamensIngepland", self.nogGeenExamensIngepland);
    visit.list("examens", "examen", self.examens);
  }
};

/// Block MAP (§ 3.6.9).
struct MapBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "MapBlokType";
  bool vanToepassing = false;
  std::optional<Map> registratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("vanToepassing", self.vanToepassing);
    visit.field("registratie", self.registratie);
  }
};

/// Block PVT (§ 3.6.10).
struct PvtBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PvtBlokType";
  std::optional<Pvt> registratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("registratie", self.registratie);
  }
};

/// Block Deelgenomen uren (§ 3.6.11).
struct DeelgenomenUrenBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "DeelgenomenUrenBlokType";
  std::int32_t totaalAantalUren = 0;  ///< never counts an hour twice; absence is not counted
  std::int32_t totaalBijGemeente = 0;
  std::int32_t totaalBijInstelling = 0;
  bool bijInstellingVanToepassing = false;
  std::vector<UrenGemeente> bijGemeente;
  std::vector<UrenInstelling> bijInstelling;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("totaalAantalUren", self.totaalAantalUren);
    visit.field("totaalBijGemeente", self.totaalBijGemeente);
    visit.field("totaalBijInstelling", self.totaalBijInstelling);
    visit.field("bijInstellingVanToepassing", self.bijInstellingVanToepassing);
    visit.list("bijGemeente", "uren", self.bijGemeente);
    visit.list("bijInstelling", "uren", self.bijInstelling);
  }
};

/// Block BIO (§ 3.6.14).
struct BioBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "BioBlokType";
  std::string versie;
  bool adviesGevraagd = false;
  std::optional<Date> datumVerzoek;
  std::optional<Date> datumAdvies;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("adviesGevraagd", self.adviesGevraagd);
    visit.field("datumVerzoek", self.datumVerzoek);
    visit.field("datumAdvies", self.datumAdvies);
  }
};

/// Block Eindgesprek Z-route (§ 3.6.15).
struct EindgesprekZrouteBlok {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "EindgesprekZrouteBlokType";
  bool vanToepassing = false;
  std::optional<Eindgesprek> registratie;
  bool definitief = false;
  std::optional<Date> definitiefVanaf;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("vanToepassing", self.vanToepassing);
    visit.field("registratie", self.registratie);
    visit.field("definitief", self.definitief);
    visit.field("definitiefVanaf", self.definitiefVanaf);
  }
};

/// What one municipality is shown of one person on one day: the overview screen (§ 3.6).
struct Persoon {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PersoonType";
  std::string persoonId;
  Inzage inzage;
  std::vector<DuoMelding> duoMeldingen;
  SignaalTelling signalen;
  Personalia personalia;
  Inburgeringsplicht inburgeringsplicht;
  ContactpersoonBlok contactpersoon;
  std::optional<LeerbaarheidstoetsBlok>
      leerbaarheidstoets;  ///< absent for a municipality that the person has left
  PipBlok pip;
  InburgeringsaanbodBlok inburgeringsaanbod;
  ExamensBlok examens;
  MapBlok map;
  PvtBlok pvt;
  DeelgenomenUrenBlok deelgenomenUren;
  std::vector<Boete> boetes;
  std::vector<Aanvraag> aanvragen;
  BioBlok bio;
  EindgesprekZrouteBlok eindgesprekZroute;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("inzage", self.inzage);
    visit.list("duoMeldingen", "duoMelding", self.duoMeldingen);
    visit.field("signalen", self.signalen);
    visit.field("personalia", self.personalia);
    visit.field("inburgeringsplicht", self.inburgeringsplicht);
    visit.field("contactpersoon", self.contactpersoon);
    visit.field("leerbaarheidstoets", self.leerbaarheidstoets);
    visit.field("pip", self.pip);
    visit.field("inburgeringsaanbod", self.inburgeringsaanbod);
    visit.field("examens", self.examens);
    visit.field("map", self.map);
    visit.field("pvt", self.pvt);
    visit.field("deelgenomenUren", self.deelgenomenUren);
    visit.list("boetes", "boete", self.boetes);
    visit.list("aanvragen", "aanvraag", self.aanvragen);
    visit.field("bio", self.bio);
    visit.field("eindgesprekZroute", self.eindgesprekZroute);
  }
};

}  // namespace cvsgw::isi::wi2021
