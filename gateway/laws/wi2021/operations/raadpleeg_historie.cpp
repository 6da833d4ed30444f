#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using isi::wi2021::HistorieSoort;

HistorieSoort soortVan(w21__HistorieSoortType soort) {
  switch (soort) {
    case w21__HistorieSoortType::Termijn:
      return HistorieSoort::termijn;
    case w21__HistorieSoortType::Doelgroep:
      return HistorieSoort::doelgroep;
    case w21__HistorieSoortType::Lbt:
      return HistorieSoort::lbt;
    case w21__HistorieSoortType::Pip:
      return HistorieSoort::pip;
    case w21__HistorieSoortType::Aanbod:
      return HistorieSoort::aanbod;
  }
  return HistorieSoort::termijn;
}

bool isEmpty(const isi::wi2021::Historie& historie) {
  return historie.termijnen.empty() && historie.doelgroepen.empty() &&
         historie.leerbaarheidstoetsen.empty() && historie.pips.empty() && historie.aanbiedingen.empty();
}

}  // namespace

Outcome<RaadpleegHistorieAntwoord> raadpleegHistorie(const _w21__RaadpleegHistorie& vraag,
                                                     const dispatch::CallContext& call) {
  RaadpleegHistorieAntwoord antwoord;
  antwoord.meldingen = controleerBsn(vraag.bsn, "bsn");
  if (!antwoord.meldingen.empty()) return antwoord;
  auto historie =
      call.isi.wi2021().raadpleegHistorie(call.namens, *Bsn::parse(vraag.bsn), soortVan(vraag.soort));
  if (!historie) return tl::unexpected(std::move(historie).error());
  antwoord.historie = *std::move(historie);
  if (!antwoord.historie) {
    antwoord.meldingen = {melding("AS001")};
  } else if (isEmpty(*antwoord.historie)) {
    antwoord.meldingen = {melding("AS104")};
  }
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
