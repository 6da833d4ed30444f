// Changes under the Wi2013: the decision and all that follows from it in one transaction.
#include "adapters/store/besluit.hpp"
#include "adapters/store/eenmaal.hpp"
#include "adapters/store/rekeningnummers.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/wi2013/store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2013::Dossier;
using isi::wi2013::Uitkomst;

Uitkomst voerUit(Session& writer, const isi::Namens& namens, const isi::Opdracht& opdracht, const Bsn& bsn,
                 const isi::wi2013::Beslissing& beslissing) {
  const auto zicht = findZicht(writer, Wet::wi2013, namens.gemeente, bsn);
  const auto dossier = zicht ? loadWi2013(writer, bsn) : std::nullopt;
  if (!dossier) return geweigerd<Uitkomst>({melding("FS303", "bsn")});
  return voerBesluitUit(
      beslissing({namens, opdracht.verwerking, *dossier, isi::wi2013::parseVerblijfSoort(zicht->soort),
                  rekeningnummerBekend(writer, namens.gemeente)}),
      *dossier, opdracht.verwerking,
      [&](Dossier nieuw) { return saveWi2013(writer, std::move(nieuw), namens.vandaag); },
      [&](const Dossier& stored, const std::vector<isi::Signaalactie>& acties) {
        pasToe(writer, stored, acties, namens.vandaag);
      });
}

}  // namespace

Outcome<Uitkomst> Wi2013Store::muteerPersoon(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                             const Bsn& bsn, const isi::wi2013::Beslissing& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    return voerUit(writer, namens, opdracht, bsn, beslissing);
  });
}

}  // namespace cvsgw::store
