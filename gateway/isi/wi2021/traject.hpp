// What municipalities, institutions and DUO have registered about the way through the law: the same records
// in the dossier and in the answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi::wi2021 {

/// The personal plan at one moment: one state per registration (§ 3.6.6). Facts only; what depends on the day
/// is in PipBlok.
struct Pip {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PipType";
  std::string versie;
  Gemeentecode gemeentecode;
  Date datumDagtekeningInitieel;
  Date datumRegistratieInitieel;
  Date datumDagtekening;
  Date datumRegistratie;
  std::string leerroute;
  std::optional<std::string> niveau;  ///< absent: not applicable (Z-route)
  std::string alfabetisering;
  std::optional<std::int32_t> geschatteUrenIntensiteit;  ///< asielstatushouders in the B1-route only
  bool toestemmingNietVrijstellendeOpleiding = false;
  std::optional<std::int32_t> urenBelastbaarheidParticipatie;  ///< Z-route with partial exemption only

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("datumDagtekeningInitieel", self.datumDagtekeningInitieel);
    visit.field("datumRegistratieInitieel", self.datumRegistratieInitieel);
    visit.field("datumDagtekening", self.datumDagtekening);
    visit.field("datumRegistratie", self.datumRegistratie);
    visit.code("leerroute", self.leerroute, codes::kLeerroute);
    visit.code("niveau", self.niveau, codes::kNiveau);
    visit.code("alfabetisering", self.alfabetisering, codes::kAlfabetisering);
    visit.field("geschatteUrenIntensiteit", self.geschatteUrenIntensiteit);
    visit.field("toestemmingNietVrijstellendeOpleiding", self.toestemmingNietVrijstellendeOpleiding);
    visit.field("urenBelastbaarheidParticipatie", self.urenBelastbaarheidParticipatie);
  }
  bool operator==(const Pip&) const = default;
};

/// An offer at one institution (§ 3.6.7).
struct Aanbod {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "AanbodType";
  std::string versie;
  std::string aanbodId;  ///< stays the same when the offer is changed
  Gemeentecode gemeentecode;
  std::string instellingsnummer;
  std::string instellingsnaam;
  std::string soortInstelling;
  Date datumInschrijving;
  std::optional<Date> startdatumOpleiding;
  std::optional<Date> einddatumOpleiding;
  std::string alfabetisering;
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("aanbodId", self.aanbodId);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("instellingsnummer", self.instellingsnummer);
    visit.field("instellingsnaam", self.instellingsnaam);
    visit.code("soortInstelling", self.soortInstelling, codes::kSoortInstelling);
    visit.field("datumInschrijving", self.datumInschrijving);
    visit.field("startdatumOpleiding", self.startdatumOpleiding);
    visit.field("einddatumOpleiding", self.einddatumOpleiding);
    visit.code("alfabetisering", self.alfabetisering, codes::kAlfabetisering);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const Aanbod&) const = default;
};

/// One application for the learnability test and its outcome (§ 3.6.5).
struct Leerbaarheidstoets {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "LeerbaarheidstoetsType";
  Gemeentecode gemeentecode;  ///< for which the person was entered; others do not see the examennummer
  std::optional<std::string> examennummer;
  std::optional<Date> datumAanmelding;
  std::optional<Date> periodeVanaf;
  std::optional<Date> periodeTotEnMet;
  std::optional<Date> datumToetsafname;
  std::optional<Bedrag> maximumScore;  ///< points, two digits
  std::optional<Bedrag> behaaldeScore;
  std::optional<Bedrag> benodigdeScore;
  std::optional<std::string> resultaat;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("examennummer", self.examennummer);
    visit.field("datumAanmelding", self.datumAanmelding);
    visit.field("periodeVanaf", self.periodeVanaf);
    visit.field("periodeTotEnMet", self.periodeTotEnMet);
    visit.field("datumToetsafname", self.datumToetsafname);
    visit.field("maximumScore", self.maximumScore);
    visit.field("behaaldeScore", self.behaaldeScore);
    visit.field("benodigdeScore", self.benodigdeScore);
    visit.code("resultaat", self.resultaat, codes::kLbtResultaat);
  }
  bool operator==(const Leerbaarheidstoets&) const = default;
};

/// The latest request to plan the test again (§ 3.6.5).
struct LbtHerkansing {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "LbtHerkansingType";
  Date datumVerzoek;
  std::string reden;
  std::optional<std::string> toelichting;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("datumVerzoek", self.datumVerzoek);
    visit.code("reden", self.reden, codes::kRedenLbtOpnieuw);
    visit.field("toelichting", self.toelichting);
  }
  bool operator==(const LbtHerkansing&) const = default;
};

/// Registration of the Module Arbeidsmarkt en Participatie (§ 3.6.9).
struct Map {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "MapType";
  std::string versie;
  Gemeentecode gemeentecode;
  std::optional<Date> datumEindgesprek;  ///< absent when not fulfilled
  bool voldaan = false;
  std::optional<std::string> verwijtbaarheid;
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("datumEindgesprek", self.datumEindgesprek);
    visit.field("voldaan", self.voldaan);
    visit.code("verwijtbaarheid", self.verwijtbaarheid, codes::kVerwijtbaarheid);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const Map&) const = default;
};

/// Registration of the Participatieverklaringstraject (§ 3.6.10).
struct Pvt {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PvtType";
  std::string versie;
  Gemeentecode gemeentecode;
  std::optional<Date> datumOndertekening;  ///< absent when not fulfilled
  bool voldaan = false;
  std::optional<std::string> verwijtbaarheid;
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("datumOndertekening", self.datumOndertekening);
    visit.field("voldaan", self.voldaan);
    visit.code("verwijtbaarheid", self.verwijtbaarheid, codes::kVerwijtbaarheid);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const Pvt&) const = default;
};

/// Hours of one kind at one municipality; the latest total replaces earlier ones (§ 3.6.11).
struct UrenGemeente {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "UrenGemeenteType";
  std::string versie;
  Gemeentecode gemeentecode;
  std::string soort;
  std::int32_t aantalUren = 0;
  Date datumTotaal;  ///< last day of the period counted
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.code("soort", self.soort, codes::kUrensoortGemeente);
    visit.field("aantalUren", self.aantalUren);
    visit.field("datumTotaal", self.datumTotaal);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const UrenGemeente&) const = default;
};

/// Hours of language lessons at one institution, asielstatushouders only (§ 3.6.11).
struct UrenInstelling {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "UrenInstellingType";
  std::string versie;
  Gemeentecode gemeentecode;
  std::string instellingsnummer;
  std::string instellingsnaam;
  std::optional<std::int32_t> urenTaallesKnm;
  std::optional<std::int32_t> urenGeoorloofdVerzuim;
  std::optional<std::int32_t> urenOngeoorloofdVerzuim;
  Date datumTotaal;
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("instellingsnummer", self.instellingsnummer);
    visit.field("instellingsnaam", self.instellingsnaam);
    visit.field("urenTaallesKnm", self.urenTaallesKnm);
    visit.field("urenGeoorloofdVerzuim", self.urenGeoorloofdVerzuim);
    visit.field("urenOngeoorloofdVerzuim", self.urenOngeoorloofdVerzuim);
    visit.field("datumTotaal", self.datumTotaal);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const UrenInstelling&) const = default;
};

/// The final talk of the Z-route (§ 3.6.15).
struct Eindgesprek {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "EindgesprekType";
  std::string versie;
  Gemeentecode gemeentecode;
  Date datumEindgesprek;
  std::optional<std::int32_t> urenTaallesKnm;  ///< as the municipality gave it, not checked
  Date datumRegistratie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("datumEindgesprek", self.datumEindgesprek);
    visit.field("urenTaallesKnm", self.urenTaallesKnm);
    visit.field("datumRegistratie", self.datumRegistratie);
  }
  bool operator==(const Eindgesprek&) const = default;
};

}  // namespace cvsgw::isi::wi2021
