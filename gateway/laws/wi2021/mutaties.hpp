// The answers of the changing operations: `resultaat`, the messages, and the object that was changed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

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
template <Woord Type, class Object>
struct MutatieAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2021;
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

using OntheftLbtAntwoord = MutatieAntwoord<"OntheftLbtResponse", isi::wi2021::LeerbaarheidstoetsBlok>;

using VoegPipToeAntwoord = MutatieAntwoord<"VoegPipToeResponse", isi::wi2021::Pip>;
using WijzigPipAntwoord = MutatieAntwoord<"WijzigPipResponse", isi::wi2021::Pip>;
using VerwijderPipAntwoord = MutatieAntwoord<"VerwijderPipResponse", isi::wi2021::Pip>;
using VoegMapToeAntwoord = MutatieAntwoord<"VoegMapToeResponse", isi::wi2021::Map>;
using WijzigMapAntwoord = MutatieAntwoord<"WijzigMapResponse", isi::wi2021::Map>;
using VerwijderMapAntwoord = MutatieAntwoord<"VerwijderMapResponse", isi::wi2021::Map>;
using VoegPvtToeAntwoord = MutatieAntwoord<"VoegPvtToeResponse", isi::wi2021::Pvt>;
using WijzigPvtAntwoord = MutatieAntwoord<"WijzigPvtResponse", isi::wi2021::Pvt>;
using VerwijderPvtAntwoord = MutatieAntwoord<"VerwijderPvtResponse", isi::wi2021::Pvt>;
using VraagLbtOpnieuwAanAntwoord =
    MutatieAntwoord<"VraagLbtOpnieuwAanResponse", isi::wi2021::LeerbaarheidstoetsBlok>;
using GeefBioAdviesAntwoord = MutatieAntwoord<"GeefBioAdviesResponse", isi::wi2021::BioBlok>;
using RegistreerEindgesprekZrouteAntwoord =
    MutatieAntwoord<"RegistreerEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using WijzigEindgesprekZrouteAntwoord =
    MutatieAntwoord<"WijzigEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using VerwijderEindgesprekZrouteAntwoord =
    MutatieAntwoord<"VerwijderEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using VoegAanbodToeAntwoord = MutatieAntwoord<"VoegAanbodToeResponse", isi::wi2021::Aanbod>;
using WijzigAanbodAntwoord = MutatieAntwoord<"WijzigAanbodResponse", isi::wi2021::Aanbod>;
using VerwijderAanbodAntwoord = MutatieAntwoord<"VerwijderAanbodResponse", isi::wi2021::Aanbod>;
using RegistreerUrenGemeenteAntwoord =
    MutatieAntwoord<"RegistreerUrenGemeenteResponse", isi::wi2021::UrenGemeente>;
using RegistreerUrenInstellingAntwoord =
    MutatieAntwoord<"RegistreerUrenInstellingResponse", isi::wi2021::UrenInstelling>;

/// The answer from an outcome, fresh or remembered.
template <class Antwoord, class Object>
Outcome<Antwoord> antwoordUit(Outcome<isi::wi2021::Uitkomst> uitkomst,
                              std::optional<Object> isi::wi2021::Uitkomst::*object) {
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

}  // namespace cvsgw::laws::wi2021
