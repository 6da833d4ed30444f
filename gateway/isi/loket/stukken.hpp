// What a municipality sends to DUO under no single law: an order of waardepapier, a message to the
// Servicecentrum, a request to change what it cannot change itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fields.hpp"
#include "gateway/isi/code_registry.hpp"
#include "gateway/isi/loket/codes.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi::loket {

/// Wi2013 § 3.13, Wi2021 § 3.9. Kept for two years.
struct Bestelling {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "BestellingType";
  std::string bestelnummer;
  Date datum;
  std::string soort;
  std::int32_t aantal = 0;  ///< pieces
  std::int32_t aantalSets = 0;
  std::string naam;
  std::string email;
  std::optional<std::string> telefoonnummer;
  std::optional<std::string> kenmerk;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bestelnummer", self.bestelnummer);
    visit.field("datum", self.datum);
    visit.code("soort", self.soort, codes::kWaardepapier);
    visit.field("aantal", self.aantal);
    visit.field("aantalSets", self.aantalSets);
    visit.field("naam", self.naam);
    visit.field("email", self.email);
    visit.field("telefoonnummer", self.telefoonnummer);
    visit.field("kenmerk", self.kenmerk);
  }
};

/// The person's data that DUO gets with a message (Wi2021 § 2.3.1).
struct Persoonsgegevens {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "ContactpersoonsgegevensType";
  Bsn bsn;
  std::string wet;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.code("wet", self.wet, kWetlijst);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
  }
};

/// As it is shown to its sender. Kept for a year, with the text beside it.
struct Contactbericht {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "ContactberichtType";
  std::string berichtnummer;
  Date datum;
  std::string onderwerp;
  bool magBellen = false;
  std::optional<Persoonsgegevens> persoon;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("berichtnummer", self.berichtnummer);
    visit.field("datum", self.datum);
    visit.code("onderwerp", self.onderwerp, codes::kContactonderwerp);
    visit.field("magBellen", self.magBellen);
    visit.field("persoon", self.persoon);
  }
};

/// What only DUO reads of a message.
struct Berichtinhoud {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = {};  // never in an answer
  std::string tekst;
  std::string naam;
  std::string email;
  std::optional<std::string> telefoonnummer;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("tekst", self.tekst);
    visit.field("naam", self.naam);
    visit.field("email", self.email);
    visit.field("telefoonnummer", self.telefoonnummer);
  }
};

struct UrenBijGemeente {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "UrenBijGemeenteType";
  std::string soort;
  std::int32_t totaalAantalUren = 0;
  Date datumTotaal;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("soort", self.soort, wi2021::codes::kUrensoortGemeente);
    visit.field("totaalAantalUren", self.totaalAantalUren);
    visit.field("datumTotaal", self.datumTotaal);
  }
  bool operator==(const UrenBijGemeente&) const = default;
};

struct UrenBijInstelling {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "UrenBijInstellingType";
  std::string instellingsnummer;
  Date datumTotaal;
  std::optional<std::int32_t> urenTaallesKnm;
  std::optional<std::int32_t> urenGeoorloofdVerzuim;
  std::optional<std::int32_t> urenOngeoorloofdVerzuim;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("instellingsnummer", self.instellingsnummer);
    visit.field("datumTotaal", self.datumTotaal);
    visit.field("urenTaallesKnm", self.urenTaallesKnm);
    visit.field("urenGeoorloofdVerzuim", self.urenGeoorloofdVerzuim);
    visit.field("urenOngeoorloofdVerzuim", self.urenOngeoorloofdVerzuim);
  }
  bool operator==(const UrenBijInstelling&) const = default;
};

/// Kept for two years after DUO's decision.
struct Verzoek {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = "VerzoekType";
  std::string verzoekId;
  Bsn bsn;
  std::string wet;
  std::string soort;
  std::string status;
  Date datumIngediend;
  std::optional<std::string> toelichting;
  std::optional<Date> datumDagtekening;
  std::optional<UrenBijGemeente> urenGemeente;
  std::optional<UrenBijInstelling> urenInstelling;
  std::optional<Date> datumBesluit;
  std::optional<std::string> toelichtingBesluit;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("verzoekId", self.verzoekId);
    visit.field("bsn", self.bsn);
    visit.code("wet", self.wet, kWetlijst);
    visit.code("soort", self.soort, codes::kVerzoeksoort);
    visit.code("status", self.status, codes::kVerzoekstatus);
    visit.field("datumIngediend", self.datumIngediend);
    visit.field("toelichting", self.toelichting);
    visit.field("datumDagtekening", self.datumDagtekening);
    visit.field("urenGemeente", self.urenGemeente);
    visit.field("urenInstelling", self.urenInstelling);
    visit.field("datumBesluit", self.datumBesluit);
    visit.field("toelichtingBesluit", self.toelichtingBesluit);
  }
};

}  // namespace cvsgw::isi::loket
