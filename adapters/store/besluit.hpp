// What becomes of a law's decision in the store, whatever the law.
#pragma once

#include <utility>

#include "adapters/store/sql.hpp"
#include "gateway/isi/besluit.hpp"
#include "gateway/isi/mutatie.hpp"

namespace cvsgw::store {

/// Without an object: rendered from nothing but the messages.
template <class Uitkomst>
Uitkomst geweigerd(std::vector<Melding> meldingen) {
  Uitkomst uitkomst;
  uitkomst.resultaat = resultaatNaam(isi::Resultaat::afgekeurd);
  uitkomst.meldingen = std::move(meldingen);
  return uitkomst;
}

/// Weighs the decision's messages; stores what it asks for only when they allow it. `bewaar(Dossier) ->
/// Dossier` stores the person and returns him as stored; `meld(const Dossier&, const
/// std::vector<Signaalactie>&)` does to his signals what is asked.
template <class Dossier, class Uitkomst, class Bewaar, class Meld>
Uitkomst voerBesluitUit(isi::BesluitOver<Dossier, Uitkomst> besluit, const Dossier& huidig,
                        const isi::Verwerking& verwerking, Bewaar&& bewaar, Meld&& meld) {
  Uitkomst uitkomst;
  const auto resultaat = isi::weeg(besluit.meldingen, verwerking);
  uitkomst.resultaat = resultaatNaam(resultaat);
  uitkomst.meldingen = std::move(besluit.meldingen);
  if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
  const Dossier stored = besluit.dossier ? bewaar(*std::move(besluit.dossier)) : huidig;
  meld(stored, besluit.signalen);
  if (besluit.toon) besluit.toon(stored, uitkomst);
  return uitkomst;
}

}  // namespace cvsgw::store
