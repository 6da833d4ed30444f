#include "cvsH.h"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/rules/contactbericht.hpp"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/opdracht.hpp"

namespace cvsgw::laws::algemeen {
namespace {

ContactberichtInvoer vertaal(const alg__ContactberichtInvoerType& vraag) {
  ContactberichtInvoer invoer;
  invoer.onderwerp = soap_alg__ContactonderwerpCodeType2s(vraag.soap, vraag.onderwerp);
  invoer.inhoud = opgeschoond({vraag.tekst, vraag.naam, vraag.email, optionalOf(vraag.telefoonnummer)});
  invoer.magBellen = vraag.magBellen && *vraag.magBellen;
  invoer.metPersoon = vraag.bsn != nullptr;
  return invoer;
}

}  // namespace

Outcome<VerstuurContactberichtAntwoord> verstuurContactbericht(const _alg__VerstuurContactbericht& vraag,
                                                               const dispatch::CallContext& call) {
  const auto invoer = vertaal(*vraag.bericht);
  std::optional<Bsn> persoon;
  if (vraag.bericht->bsn && !(persoon = Bsn::parse(*vraag.bericht->bsn)))
    return afgekeurd<VerstuurContactberichtAntwoord>({melding("FS001", "bericht/bsn")});
  return antwoordUit<VerstuurContactberichtAntwoord>(
      call.isi.loket().verstuur(
          call.namens, opdrachtVan(vraag, call), invoer.inhoud, persoon,
          [&](const isi::loket::Berichtstand& stand) { return verstuur(stand, invoer); }),
      &isi::loket::Uitkomst::bericht);
}

}  // namespace cvsgw::laws::algemeen
