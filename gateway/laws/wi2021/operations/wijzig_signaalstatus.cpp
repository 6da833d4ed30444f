#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/signaalstatus.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/vertalen.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<WijzigSignaalstatusAntwoord> wijzigSignaalstatus(const _w21__WijzigSignaalstatus& vraag,
                                                         const dispatch::CallContext& call) {
  const auto opdracht = opdrachtVan(vraag, call);
  const auto status = vraag.status == w21__NieuweSignaalstatusType::Afgehandeld
                          ? isi::Signaalstatus::afgehandeld
                          : isi::Signaalstatus::inBehandeling;
  auto uitkomst = call.isi.signalen().wijzigStatus(
      Wet::wi2021, call.namens, opdracht, vraag.signaalIds->signaalId, status,
      [&](const auto& signalen) { return beoordeelStatuswijziging(opdracht.verwerking, signalen, status); });
  if (!uitkomst) return tl::unexpected(std::move(uitkomst).error());
  WijzigSignaalstatusAntwoord antwoord;
  antwoord.resultaat = std::move(uitkomst->resultaat);
  antwoord.meldingen = std::move(uitkomst->meldingen);
  antwoord.metStand = antwoord.resultaat == resultaatNaam(isi::Resultaat::verwerkt);
  for (const auto& signaal : uitkomst->signalen) antwoord.stand.push_back(rijVan(signaal));
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
