// Rows of the lists: found persons, entries of the feed, institutions, contact persons and their caseloads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi::wi2021 {

/// A found person (§ 3.5.2).
struct PersoonRij {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PersoonRijType";
  std::string persoonId;
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::string doelgroep;
  Date datumVaststelling;
  std::string inzage;
  std::optional<Date> inzageTotEnMet;
  std::optional<std::string> contactpersoonId;
  std::optional<std::string> contactpersoonNaam;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("doelgroep", self.doelgroep, codes::kDoelgroep);
    visit.field("datumVaststelling", self.datumVaststelling);
    visit.code("inzage", self.inzage, codes::kInzage);
    visit.field("inzageTotEnMet", self.inzageTotEnMet);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("contactpersoonNaam", self.contactpersoonNaam);
  }
};

/// An entry of HaalPersonen: when `vervallen`, nothing but its id and volgnummer.
struct PersoonIngang {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "PersoonIngangType";
  std::string persoonId;
  std::int64_t volgnummer = 0;
  bool vervallen = false;
  std::optional<Bsn> bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::optional<std::string> achternaam;
  std::optional<Date> geboortedatum;
  std::optional<std::string> doelgroep;
  std::optional<Date> datumVaststelling;
  std::optional<std::string> inzage;
  std::optional<Date> inzageTotEnMet;
  std::optional<std::string> contactpersoonId;
  std::optional<std::string> contactpersoonNaam;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("vervallen", self.vervallen);
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.code("doelgroep", self.doelgroep, codes::kDoelgroep);
    visit.field("datumVaststelling", self.datumVaststelling);
    visit.code("inzage", self.inzage, codes::kInzage);
    visit.field("inzageTotEnMet", self.inzageTotEnMet);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("contactpersoonNaam", self.contactpersoonNaam);
  }
};

/// An institution that DUO knows (§ 3.6.7, M2M).
struct Instelling {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "InstellingType";
  std::string instellingsnummer;
  std::string naam;
  std::optional<std::string> postcode;
  std::optional<std::int32_t> huisnummer;
  std::optional<std::string> huisnummertoevoeging;
  std::optional<std::string> plaatsnaam;
  std::optional<std::string> bow;
  std::optional<std::string> brin;
  bool bowKeurmerk = false;
  bool tstKeurmerk = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("instellingsnummer", self.instellingsnummer);
    visit.field("naam", self.naam);
    visit.field("postcode", self.postcode);
    visit.field("huisnummer", self.huisnummer);
    visit.field("huisnummertoevoeging", self.huisnummertoevoeging);
    visit.field("plaatsnaam", self.plaatsnaam);
    visit.field("bow", self.bow);
    visit.field("brin", self.brin);
    visit.field("bowKeurmerk", self.bowKeurmerk);
    visit.field("tstKeurmerk", self.tstKeurmerk);
  }
};

/// A contact person of a municipality (§ 3.3).
struct Contactpersoon {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ContactpersoonType";
  std::string versie;
  std::string contactpersoonId;
  std::string naam;
  std::string email;
  std::optional<std::string> telefoonnummer;
  bool algemeenContactpersoon = false;
  std::int32_t aantalGekoppeld = 0;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("naam", self.naam);
    visit.field("email", self.email);
    visit.field("telefoonnummer", self.telefoonnummer);
    visit.field("algemeenContactpersoon", self.algemeenContactpersoon);
    visit.field("aantalGekoppeld", self.aantalGekoppeld);
  }
};

/// A person who is or was linked to a contact person (§ 3.3.1).
struct CaseloadRij {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "CaseloadRijType";
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::optional<Date> datumKoppeling;  ///< absent: unknown, the link is older than this date is kept
  std::optional<Date> datumIngetrokken;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("datumKoppeling", self.datumKoppeling);
    visit.field("datumIngetrokken", self.datumIngetrokken);
  }
};

}  // namespace cvsgw::isi::wi2021
