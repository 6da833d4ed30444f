// The answers of the changing operations of every law: `resultaat`, the messages, and the object that was
// changed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/domain/melding.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/signalen.hpp"

namespace cvsgw::laws {

/// A literal as a template argument.
template <std::size_t N>
struct Woord {
  char text[N];
  consteval Woord(const char (&literal)[N]) {
    std::copy_n(literal, N, text);
  }  // NOLINT(google-explicit-constructor)
  constexpr std::string_view view() const { return {text, N - 1}; }
};

/// `Type` is the answer's wrapper element; `stand` is the new state of what was changed. It has one name in
/// all answers: were it the request's name with another type, JAX-WS could not make one parameter of both.
template <Namespace Law, Woord Type, class Object>
struct MutatieAntwoord {
  static constexpr Namespace kNamespace = Law;
  static constexpr std::string_view kType = Type.view();
  std::string resultaat;
  std::vector<Melding> meldingen;
  std::optional<Object> stand;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    visit.field("stand", self.stand);
  }
};

/// The answer from an outcome, fresh or remembered.
template <class Antwoord, class Uitkomst, class Object>
Outcome<Antwoord> antwoordUit(Outcome<Uitkomst> uitkomst, std::optional<Object> Uitkomst::*object) {
  if (!uitkomst) return tl::unexpected(std::move(uitkomst).error());
  Antwoord antwoord;
  antwoord.resultaat = std::move(uitkomst->resultaat);
  antwoord.meldingen = std::move(uitkomst->meldingen);
  antwoord.stand = std::move((*uitkomst).*object);
  return antwoord;
}

/// The answer to a BSN that no person can have: nothing is asked of the ISI.
template <class Antwoord>
Antwoord afgekeurd(std::vector<Melding> meldingen) {
  Antwoord antwoord;
  antwoord.resultaat = resultaatNaam(isi::Resultaat::afgekeurd);
  antwoord.meldingen = std::move(meldingen);
  return antwoord;
}

/// The answer of WijzigSignaalstatus; `Rij` is the law's row of a signal.
template <Namespace Law, class Rij>
struct StatusAntwoord {
  static constexpr Namespace kNamespace = Law;
  static constexpr std::string_view kType = "WijzigSignaalstatusResponse";
  std::string resultaat;
  std::vector<Melding> meldingen;
  bool metStand = true;  ///< false: nothing was done
  std::vector<Rij> stand;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    if (self.metStand) visit.list("stand", "signaal", self.stand);
  }
};

/// `rij` makes the law's row of a signal.
template <class Antwoord, class Maak>
Outcome<Antwoord> statusAntwoordUit(Outcome<isi::Statusuitkomst> uitkomst, Maak&& rij) {
  if (!uitkomst) return tl::unexpected(std::move(uitkomst).error());
  Antwoord antwoord;
  antwoord.resultaat = std::move(uitkomst->resultaat);
  antwoord.meldingen = std::move(uitkomst->meldingen);
  antwoord.metStand = antwoord.resultaat == resultaatNaam(isi::Resultaat::verwerkt);
  for (const auto& signaal : uitkomst->signalen) antwoord.stand.push_back(rij(signaal));
  return antwoord;
}

}  // namespace cvsgw::laws
