// Changes under the Wi2021: the decision and all that follows from it in one transaction.
#include "adapters/store/besluit.hpp"
#include "adapters/store/eenmaal.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Dossier;
using isi::wi2021::Uitkomst;

class StoreRaadpleging final : public isi::wi2021::Raadpleging {
 public:
  StoreRaadpleging(Session& session, const Gemeentecode& gemeente) : session_(session), gemeente_(gemeente) {}
  std::optional<isi::wi2021::Instelling> instelling(std::string_view nummer) override {
    return wi2021::findInstelling(session_, nummer);
  }
  std::optional<isi::wi2021::Contactpersoon> contactpersoon(std::string_view id) override {
    return wi2021::findContactpersoon(session_, gemeente_, id);
  }
  std::string nieuwKenmerk(std::string_view soort) override {
    return std::string(soort) + "." + std::to_string(nextTeller(session_, soort));
  }

 private:
  Session& session_;
  const Gemeentecode& gemeente_;
};

Uitkomst voerUit(Session& writer, const isi::Namens& namens, const isi::Opdracht& opdracht, const Bsn& bsn,
                 const isi::wi2021::Beslissing& beslissing) {
  const auto gezien = wi2021::findGezien(writer, namens.gemeente, bsn, namens.vandaag);
  if (!gezien) return geweigerd<Uitkomst>({melding("FS103", "bsn")});
  StoreRaadpleging raadpleging(writer, namens.gemeente);
  return voerBesluitUit(
      beslissing({namens, opdracht.verwerking, gezien->dossier, gezien->zicht, raadpleging}), gezien->dossier,
      opdracht.verwerking,
      [&](Dossier dossier) { return wi2021::save(writer, std::move(dossier), namens.vandaag); },
      [&](const Dossier& stored, const std::vector<isi::Signaalactie>& acties) {
        wi2021::pasToe(writer, stored, acties, namens.vandaag);
      });
}

}  // namespace

Outcome<Uitkomst> Wi2021Store::muteerPersoon(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                             const Bsn& bsn, const isi::wi2021::Beslissing& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    return voerUit(writer, namens, opdracht, bsn, beslissing);
  });
}

}  // namespace cvsgw::store
