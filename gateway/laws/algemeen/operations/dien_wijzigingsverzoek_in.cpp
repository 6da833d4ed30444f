#include "cvsH.h"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/rules/wijzigingsverzoek.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"
#include "gateway/laws/opdracht.hpp"

namespace cvsgw::laws::algemeen {
namespace {

std::optional<std::int32_t> aantal(const int* value) {
  return value ? std::optional<std::int32_t>(*value) : std::nullopt;
}

VerzoekInvoer vertaal(const alg__VerzoekInvoerType& vraag) {
  VerzoekInvoer invoer;
  invoer.soort = soap_alg__VerzoeksoortCodeType2s(vraag.soap, vraag.soort);
  invoer.toelichting = optionalOf(vraag.toelichting);
  if (vraag.datumDagtekening) invoer.datumDagtekening = verplichteDatum(*vraag.datumDagtekening);
  if (const auto* uren = vraag.urenGemeente)
    invoer.urenGemeente = {soap_alg__UrensoortCodeType2s(vraag.soap, uren->soort), uren->totaalAantalUren,
                           verplichteDatum(uren->datumTotaal)};
  if (const auto* uren = vraag.urenInstelling)
    invoer.urenInstelling = {uren->instellingsnummer, verplichteDatum(uren->datumTotaal),
                             aantal(uren->urenTaallesKnm), aantal(uren->urenGeoorloofdVerzuim),
                             aantal(uren->urenOngeoorloofdVerzuim)};
  return invoer;
}

}  // namespace

Outcome<DienWijzigingsverzoekInAntwoord> dienWijzigingsverzoekIn(const _alg__DienWijzigingsverzoekIn& vraag,
                                                                 const dispatch::CallContext& call) {
  const auto bsn = Bsn::parse(vraag.bsn);
  if (!bsn) return afgekeurd<DienWijzigingsverzoekInAntwoord>({melding("FS001", "bsn")});
  const auto invoer = vertaal(*vraag.verzoek);
  const Wet wet = wetVanSoort(invoer.soort);
  if (const Rol nodig = rolVoor(wet); !call.namens.rollen.permits(nodig))
    return afgekeurd<DienWijzigingsverzoekInAntwoord>(
        {meldingWith("FS070", rolNaam(nodig), "verzoek/soort")});
  return antwoordUit<DienWijzigingsverzoekInAntwoord>(
      call.isi.loket().dienIn(
          call.namens, opdrachtVan(vraag, call), wet, *bsn, invoer.soort,
          [&](const isi::loket::Verzoekstand& stand) { return dienIn(stand, *bsn, invoer); }),
      &isi::loket::Uitkomst::verzoek);
}

}  // namespace cvsgw::laws::algemeen
