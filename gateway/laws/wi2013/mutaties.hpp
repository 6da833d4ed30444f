// The answers of the changing operations, and the way from the bound request to them.
#pragma once

#include <utility>

#include "gateway/isi/ports.hpp"
#include "gateway/isi/wi2013/port.hpp"
#include "gateway/laws/antwoord.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2013/antwoorden.hpp"
#include "gateway/laws/wi2013/rules/zoeken.hpp"

namespace cvsgw::laws::wi2013 {

template <Woord Type, class Object>
using MutatieAntwoord = laws::MutatieAntwoord<Namespace::wi2013, Type, Object>;

using WijzigPvtAntwoord = MutatieAntwoord<"WijzigPvtResponse", isi::wi2013::Pvt>;
using VoegFactuurToeAntwoord = MutatieAntwoord<"VoegFactuurToeResponse", isi::wi2013::Factuur>;
using WijzigFactuurAntwoord = MutatieAntwoord<"WijzigFactuurResponse", isi::wi2013::Factuur>;
using VerwijderFactuurAntwoord = MutatieAntwoord<"VerwijderFactuurResponse", isi::wi2013::Factuur>;
using WijzigSignaalstatusAntwoord = laws::StatusAntwoord<Namespace::wi2013, SignaalRij>;

/// One change to one person: the number is checked before the ISI is asked anything. `object` is the
/// outcome's object that the answer shows as `stand`. Threading: as the port says.
template <class Antwoord, class Vraag, class Object>
Outcome<Antwoord> muteer(const Vraag& vraag, const dispatch::CallContext& call,
                         std::optional<Object> isi::wi2013::Uitkomst::*object,
                         const isi::wi2013::Beslissing& beslissing) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty()) return afgekeurd<Antwoord>(std::move(fout));
  return antwoordUit<Antwoord>(call.isi.wi2013().muteerPersoon(call.namens, opdrachtVan(vraag, call),
                                                               *Bsn::parse(vraag.bsn), beslissing),
                               object);
}

}  // namespace cvsgw::laws::wi2013
