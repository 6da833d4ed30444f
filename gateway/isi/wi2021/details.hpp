// What lies behind the overview screen: the histories and the attempts at an exam part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

/// The history of one block: only the list of the kind that was asked is filled, newest first.
struct Historie {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "HistorieType";
  std::vector<Termijn> termijnen;
  std::vector<Doelgroep> doelgroepen;
  std::vector<Leerbaarheidstoets> leerbaarheidstoetsen;
  std::vector<Pip> pips;
  std::vector<Aanbod> aanbiedingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.list("termijnen", "termijn", self.termijnen);
    visit.list("doelgroepen", "doelgroep", self.doelgroepen);
    visit.list("leerbaarheidstoetsen", "leerbaarheidstoets", self.leerbaarheidstoetsen);
    visit.list("pips", "pip", self.pips);
    visit.list("aanbiedingen", "aanbod", self.aanbiedingen);
  }
};

/// One attempt at an exam part.
struct Examenpoging {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ExamenpogingType";
  std::int32_t poging = 0;
  Date datum;
  std::optional<std::string> niveau;
  std::string resultaat;
  std::optional<std::string> redenGeenResultaat;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("poging", self.poging);
    visit.field("datum", self.datum);
    visit.code("niveau", self.niveau, codes::kExamenniveau);
    visit.code("resultaat", self.resultaat, codes::kExamenstatus);
    visit.code("redenGeenResultaat", self.redenGeenResultaat, codes::kRedenGeenResultaat);
  }
};

/// The attempts at one language level, newest first.
struct Examentijdlijn {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ExamentijdlijnType";
  std::optional<std::string> niveau;
  std::vector<Examenpoging> pogingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("niveau", self.niveau, codes::kNiveaugroep);
    visit.list("pogingen", "poging", self.pogingen);
  }
};

/// The exam detail screen (§ 3.6.8).
struct Examendetail {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ExamendetailType";
  std::string onderdeel;
  std::vector<Examentijdlijn> tijdlijnen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("onderdeel", self.onderdeel, codes::kExamenonderdeel);
    visit.list("tijdlijnen", "tijdlijn", self.tijdlijnen);
  }
};

}  // namespace cvsgw::isi::wi2021
