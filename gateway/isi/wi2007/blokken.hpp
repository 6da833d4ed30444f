// Blocks of the person's screen (Wi2007 § 3.4) that the dossier holds and a municipality is shown in the same
// shape. What is shown of them follows the display rules in beeld.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2007/codes.hpp"

namespace cvsgw::isi::wi2007 {

struct Verlenging {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "VerlengingType";
  Date datumVerlenging;
  std::optional<std::string> redenVerlenging;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("datumVerlenging", self.datumVerlenging);
    visit.field("redenVerlenging", self.redenVerlenging);
  }
};

struct Handhaving {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "HandhavingType";
  bool gehandhaafd = false;
  std::optional<std::string> gemeente;                      ///< code; the one that enforces
  std::optional<std::string> eersteHandhavingDoorGemeente;  ///< code
  std::optional<Date> beginHandhaving;
  std::optional<Date> eindeHandhavingstermijn;  ///< last day, extensions included
  std::vector<Verlenging> verlengingen;         ///< oldest first

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gehandhaafd", self.gehandhaafd);
    visit.code("gemeente", self.gemeente, kGemeenten);
    visit.code("eersteHandhavingDoorGemeente", self.eersteHandhavingDoorGemeente, kGemeenten);
    visit.field("beginHandhaving", self.beginHandhaving);
    visit.field("eindeHandhavingstermijn", self.eindeHandhavingstermijn);
    visit.list("verlengingen", "verlenging", self.verlengingen);
  }
};

struct Inburgeringsvoorziening {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "InburgeringsvoorzieningType";
  std::string aanbodDoorGemeente;  ///< code
  std::optional<std::string> doelgroep;
  std::string soort;
  std::optional<bool> persoonlijkInburgeringsbudget;
  std::optional<std::string> vormDuaalTraject;  ///< shown for soort Duaal only
  Date datumStart;
  std::optional<Date> datumEinde;
  std::optional<std::string> redenEinde;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("aanbodDoorGemeente", self.aanbodDoorGemeente, kGemeenten);
    visit.code("doelgroep", self.doelgroep, codes::kDoelgroepVoorziening);
    visit.code("soort", self.soort, codes::kSoortVoorziening);
    visit.field("persoonlijkInburgeringsbudget", self.persoonlijkInburgeringsbudget);
    visit.code("vormDuaalTraject", self.vormDuaalTraject, codes::kVormDuaalTraject);
    visit.field("datumStart", self.datumStart);
    visit.field("datumEinde", self.datumEinde);
    visit.field("redenEinde", self.redenEinde);
  }
};

struct Vrijstelling {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "VrijstellingType";
  std::string soort;
  std::optional<std::string> afgegevenDoor;
  std::optional<Date> start;
  std::optional<Date> einde;                   ///< shown for soort Tijdelijk only
  std::optional<std::string> examenonderdeel;  ///< shown for soort Gedeeltelijk only
  std::optional<std::string> niveau;           ///< shown for examenonderdeel Taal only

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("soort", self.soort, codes::kSoortVrijstelling);
    visit.code("afgegevenDoor", self.afgegevenDoor, codes::kAfgegevenDoor);
    visit.field("start", self.start);
    visit.field("einde", self.einde);
    visit.code("examenonderdeel", self.examenonderdeel, codes::kExamenonderdeelVrijstelling);
    visit.code("niveau", self.niveau, codes::kTaalniveau);
  }
};

struct Boete {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "BoeteType";
  Date datumToekennen;
  std::optional<std::string> reden;
  std::optional<Bedrag> bedrag;
  std::optional<std::string> soort;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("datumToekennen", self.datumToekennen);
    visit.field("reden", self.reden);
    visit.field("bedrag", self.bedrag);
    visit.field("soort", self.soort);
  }
};

struct Examenonderdeel {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "ExamenonderdeelType";
  std::string examen;
  std::optional<std::string> niveau;
  std::optional<std::string> uitslag;
  std::optional<std::string> profiel;
  std::optional<std::string> variant;
  std::optional<Date> datumDeelname;
  std::optional<std::string> gemeenteBehaald;  ///< code; shown for uitslag Geslaagd only
  std::optional<bool> vrijgesteld;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("examen", self.examen, codes::kExamen);
    visit.code("niveau", self.niveau, codes::kExamenniveau);
    visit.code("uitslag", self.uitslag, codes::kUitslag);
    visit.field("profiel", self.profiel);
    visit.field("variant", self.variant);
    visit.field("datumDeelname", self.datumDeelname);
    visit.code("gemeenteBehaald", self.gemeenteBehaald, kGemeenten);
    visit.field("vrijgesteld", self.vrijgesteld);
  }
};

}  // namespace cvsgw::isi::wi2007
