// The answers of InburgeringAlgemeen. Each is written straight from its fields; the `kType` of an answer is
// its wrapper element, whose type the schema does not name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/domain/melding.hpp"
#include "gateway/isi/code_registry.hpp"
#include "gateway/isi/loket/stukken.hpp"
#include "gateway/laws/antwoord.hpp"

namespace cvsgw::laws::algemeen {

struct PingAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "PingResponse";
  Moment tijdstip;
  Date vandaag;
  std::string versie;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("tijdstip", self.tijdstip);
    visit.field("vandaag", self.vandaag);
    visit.field("versie", self.versie);
  }
};

/// A municipality with the roles that were granted for it.
struct Autorisatie {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "AutorisatieType";
  std::string gemeente;
  std::vector<std::string> rollen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("gemeente", self.gemeente, kGemeenten);
    visit.list("rollen", "rol", self.rollen);
  }
};

struct Sleutel {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "SleutelType";
  std::string applicatiesleutel;
  std::string label;
  std::string leverancier;
  Date geldigTotEnMet;
  std::optional<std::string> oin;
  bool oudWachtwoordGebruikt = false;
  std::optional<Moment> oudWachtwoordTot;
  std::vector<Autorisatie> autorisaties;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("applicatiesleutel", self.applicatiesleutel);
    visit.field("label", self.label);
    visit.field("leverancier", self.leverancier);
    visit.field("geldigTotEnMet", self.geldigTotEnMet);
    visit.field("oin", self.oin);
    visit.field("oudWachtwoordGebruikt", self.oudWachtwoordGebruikt);
    visit.field("oudWachtwoordTot", self.oudWachtwoordTot);
    visit.list("autorisaties", "autorisatie", self.autorisaties);
  }
};

struct RaadpleegAutorisatieAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "RaadpleegAutorisatieResponse";
  Sleutel sleutel;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("sleutel", self.sleutel);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct UitkomstWet {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "UitkomstWetType";
  bool valtOnderWet = false;
  std::optional<std::string> wet;
  bool woonachtig = false;
  bool overleden = false;
  bool gegevensInzien = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("valtOnderWet", self.valtOnderWet);
    visit.code("wet", self.wet, isi::kWetlijst);
    visit.field("woonachtig", self.woonachtig);
    visit.field("overleden", self.overleden);
    visit.field("gegevensInzien", self.gegevensInzien);
  }
};

struct BepaalWetAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "BepaalWetResponse";
  std::optional<UitkomstWet> uitkomst;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("uitkomst", self.uitkomst);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

/// A code; which of the optional columns are filled depends on the kind of list.
struct Codelijstrij {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "CodelijstrijType";
  std::string code;
  std::string omschrijving;
  std::optional<std::string> toelichting;
  std::optional<std::string> vervolgactie;
  std::optional<bool> bevestigen;
  std::optional<std::string> regel;
  std::optional<Date> geldigVanaf;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("code", self.code);
    visit.field("omschrijving", self.omschrijving);
    visit.field("toelichting", self.toelichting);
    visit.field("vervolgactie", self.vervolgactie);
    visit.field("bevestigen", self.bevestigen);
    visit.field("regel", self.regel);
    visit.field("geldigVanaf", self.geldigVanaf);
  }
};

struct Codelijst {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "CodelijstType";
  std::string naam;
  std::optional<std::string> wet;
  std::string bron;
  std::int64_t aantal = 0;
  std::vector<Codelijstrij> rijen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("naam", self.naam);
    visit.code("wet", self.wet, isi::kWetlijst);
    visit.field("bron", self.bron);
    visit.field("aantal", self.aantal);
    visit.list("rijen", "rij", self.rijen);
  }
};

/// A file that the municipality can fetch.
struct Bestandsrij {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "BestandType";
  std::string bestand;
  std::string wet;
  std::string omschrijving;
  std::string bestandsnaam;
  std::string mediatype;
  Date datum;
  std::optional<Date> inhoudTotEnMet;
  bool opVerzoek = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bestand", self.bestand);
    visit.code("wet", self.wet, isi::kWetlijst);
    visit.field("omschrijving", self.omschrijving);
    visit.field("bestandsnaam", self.bestandsnaam);
    visit.field("mediatype", self.mediatype);
    visit.field("datum", self.datum);
    visit.field("inhoudTotEnMet", self.inhoudTotEnMet);
    visit.field("opVerzoek", self.opVerzoek);
  }
};

struct LijstBestandenAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "LijstBestandenResponse";
  std::vector<Bestandsrij> bestanden;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.list("bestanden", "bestand", self.bestanden);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

/// A part of a file; `inhoud` is base64.
struct Bestandsdeel {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "BestandsdeelType";
  std::string bestand;
  std::string bestandsnaam;
  std::string mediatype;
  Date datum;
  std::optional<Date> inhoudTotEnMet;
  std::string versie;
  Date opTeHalenTotEnMet;
  std::int32_t deel = 0;
  std::int32_t aantalDelen = 0;
  std::int64_t grootte = 0;
  std::string sha256;
  std::string inhoud;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bestand", self.bestand);
    visit.field("bestandsnaam", self.bestandsnaam);
    visit.field("mediatype", self.mediatype);
    visit.field("datum", self.datum);
    visit.field("inhoudTotEnMet", self.inhoudTotEnMet);
    visit.field("versie", self.versie);
    visit.field("opTeHalenTotEnMet", self.opTeHalenTotEnMet);
    visit.field("deel", self.deel);
    visit.field("aantalDelen", self.aantalDelen);
    visit.field("grootte", self.grootte);
    visit.field("sha256", self.sha256);
    visit.field("inhoud", self.inhoud);
  }
};

struct HaalBestandAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "HaalBestandResponse";
  std::optional<Bestandsdeel> bestandsdeel;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bestandsdeel", self.bestandsdeel);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct LijstCodesAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "LijstCodesResponse";
  std::vector<Codelijst> lijsten;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.list("lijsten", "lijst", self.lijsten);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

template <Woord Type, class Object>
using MutatieAntwoord = laws::MutatieAntwoord<Namespace::algemeen, Type, Object>;

using BestelWaardepapierenAntwoord = MutatieAntwoord<"BestelWaardepapierenResponse", isi::loket::Bestelling>;
using VerstuurContactberichtAntwoord =
    MutatieAntwoord<"VerstuurContactberichtResponse", isi::loket::Contactbericht>;
using DienWijzigingsverzoekInAntwoord =
    MutatieAntwoord<"DienWijzigingsverzoekInResponse", isi::loket::Verzoek>;

struct LijstWijzigingsverzoekenAntwoord {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "LijstWijzigingsverzoekenResponse";
  std::int64_t totaal = 0;
  std::int32_t pagina = 1;
  std::int32_t aantalPaginas = 0;
  std::vector<isi::loket::Verzoek> verzoeken;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("totaal", self.totaal);
    visit.field("pagina", self.pagina);
    visit.field("aantalPaginas", self.aantalPaginas);
    visit.list("verzoeken", "verzoek", self.verzoeken);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

}  // namespace cvsgw::laws::algemeen
