// One change to one person, from the bound request to the answer: the number is checked before the ISI is
// asked anything.
#pragma once

#include <optional>
#include <utility>

#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/mutaties.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

/// `object` is the outcome's object that the answer shows as `stand`. Threading: as the port says.
template <class Antwoord, class Vraag, class Object>
Outcome<Antwoord> muteer(const Vraag& vraag, const dispatch::CallContext& call,
                         std::optional<Object> isi::wi2021::Uitkomst::*object,
                         const isi::wi2021::Beslissing& beslissing) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty()) return afgekeurd<Antwoord>(std::move(fout));
  return antwoordUit<Antwoord>(call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call),
                                                               *Bsn::parse(vraag.bsn), beslissing),
                               object);
}

}  // namespace cvsgw::laws::wi2021
