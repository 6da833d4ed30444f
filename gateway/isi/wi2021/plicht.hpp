// The person and what DUO has decided about the obligation: the same records in the dossier and in the
// answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi::wi2021 {

/// A term, both days included; DUO's REST interface gives the end exclusive (§ 3.6.4, M2M).
struct Termijn {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "TermijnType";
  std::optional<Date> startdatum;
  std::optional<Date> einddatum;
  std::optional<Date> wijzigingsdatum;
  std::optional<std::string> verlengingsgrond;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("startdatum", self.startdatum);
    visit.field("einddatum", self.einddatum);
    visit.field("wijzigingsdatum", self.wijzigingsdatum);
    visit.code("verlengingsgrond", self.verlengingsgrond, codes::kVerlengingsgrond);
  }
};

/// The target group whose rights hold, and why (§ 3.6.4.1).
struct Doelgroep {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "DoelgroepType";
  std::string indeling;
  std::optional<Date> begindatum;
  std::optional<Date> einddatum;  ///< last day; in the history only
  std::optional<std::string> gedetailleerdeDoelgroep;
  std::optional<std::string> rechtenNaGewijzigdVerblijfsdoel;
  std::optional<Date> datumWijzigingVerblijfsdoel;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("indeling", self.indeling, codes::kDoelgroep);
    visit.field("begindatum", self.begindatum);
    visit.field("einddatum", self.einddatum);
    visit.code("gedetailleerdeDoelgroep", self.gedetailleerdeDoelgroep, codes::kGedetailleerdeDoelgroep);
    visit.code("rechtenNaGewijzigdVerblijfsdoel", self.rechtenNaGewijzigdVerblijfsdoel,
               codes::kRechtenVerblijfsdoel);
    visit.field("datumWijzigingVerblijfsdoel", self.datumWijzigingVerblijfsdoel);
  }
};

/// An earlier state of the obligation (M2M).
struct PlichtPeriode {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PlichtPeriodeType";
  bool inburgeringsplichtig = false;
  std::optional<Date> begindatum;
  std::optional<Date> einddatum;
  std::optional<Date> wijzigingsdatum;
  std::optional<std::string> reden;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("begindatum", self.begindatum);
    visit.field("einddatum", self.einddatum);
    visit.field("wijzigingsdatum", self.wijzigingsdatum);
    visit.code("reden", self.reden, codes::kRedenBeeindiging);
  }
};

/// A fine imposed by DUO (§ 3.6.12); the manual names no fields, these are ours.
struct Boete {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "BoeteType";
  std::string soort;
  Bedrag bedrag;
  Date datumBesluit;
  std::string status;
  std::optional<Date> nieuweEinddatumTermijn;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("soort", self.soort, codes::kBoetesoort);
    visit.field("bedrag", self.bedrag);
    visit.field("datumBesluit", self.datumBesluit);
    visit.code("status", self.status, codes::kBoetestatus);
    visit.field("nieuweEinddatumTermijn", self.nieuweEinddatumTermijn);
  }
};

/// A request for exemption or extension (§ 3.6.13), with what M2M adds.
struct Aanvraag {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "AanvraagType";
  std::string typeVerzoek;
  std::string toelichting;
  std::string status;
  Date datumOntvangst;
  std::optional<Date> datumBesluit;
  std::optional<std::string> grondOntheffing;
  std::optional<std::string> redenVrijstelling;
  std::optional<std::string> verlengingsgrond;
  std::optional<std::string> examenonderdeel;
  std::optional<std::string> examenniveau;
  std::optional<Date> startdatum;
  std::optional<Date> einddatum;
  std::optional<std::int32_t> urenBelastbaarheidParticipatie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("typeVerzoek", self.typeVerzoek, codes::kTypeVerzoek);
    visit.code("toelichting", self.toelichting, codes::kSoortVerzoek);
    visit.code("status", self.status, codes::kVerzoekstatus);
    visit.field("datumOntvangst", self.datumOntvangst);
    visit.field("datumBesluit", self.datumBesluit);
    visit.code("grondOntheffing", self.grondOntheffing, codes::kGrondOntheffing);
    visit.code("redenVrijstelling", self.redenVrijstelling, codes::kRedenVrijstelling);
    visit.code("verlengingsgrond", self.verlengingsgrond, codes::kVerlengingsgrond);
    visit.code("examenonderdeel", self.examenonderdeel, codes::kExamenonderdeel);
    visit.code("examenniveau", self.examenniveau, codes::kExamenniveau);
    visit.field("startdatum", self.startdatum);
    visit.field("einddatum", self.einddatum);
    visit.field("urenBelastbaarheidParticipatie", self.urenBelastbaarheidParticipatie);
  }
};

/// A dated notice by DUO (§ 3.6.1).
struct DuoMelding {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "DuoMeldingType";
  std::string titel;
  std::string toelichting;
  Date startdatum;
  Date einddatum;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("titel", self.titel);
    visit.field("toelichting", self.toelichting);
    visit.field("startdatum", self.startdatum);
    visit.field("einddatum", self.einddatum);
  }
};

/// Who it is (§ 3.6.3). Personal data throughout.
struct Personalia {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PersonaliaType";
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;  ///< absent when day or month is unknown
  std::optional<std::string> vNummer;
  std::optional<Date> datumOverlijden;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("vNummer", self.vNummer);
    visit.field("datumOverlijden", self.datumOverlijden);
  }
};

}  // namespace cvsgw::isi::wi2021
