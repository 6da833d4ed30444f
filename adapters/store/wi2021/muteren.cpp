// Changes under the Wi2021: the decision and all that follows from it in one transaction.
#include "adapters/store/eenmaal.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Signaalactie;
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

// Without an object: rendered from nothing but the messages.
Uitkomst geweigerd(std::vector<Melding> meldingen) {
  Uitkomst uitkomst;
  uitkomst.resultaat = resultaatNaam(isi::Resultaat::afgekeurd);
  uitkomst.meldingen = std::move(meldingen);
  return uitkomst;
}

Uitkomst voerUit(Session& writer, const isi::Namens& namens, const isi::Opdracht& opdracht, const Bsn& bsn,
                 const isi::wi2021::Beslissing& beslissing) {
  const auto gezien = wi2021::findGezien(writer, namens.gemeente, bsn, namens.vandaag);
  if (!gezien) return geweigerd({melding("FS103", "bsn")});
  StoreRaadpleging raadpleging(writer, namens.gemeente);
  Besluit besluit = beslissing({namens, opdracht.verwerking, gezien->dossier, gezien->zicht, raadpleging});
  Uitkomst uitkomst;
  const auto resultaat = isi::weeg(besluit.meldingen, opdracht.verwerking);
  uitkomst.resultaat = resultaatNaam(resultaat);
  uitkomst.meldingen = std::move(besluit.meldingen);
  if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
  Dossier stored =
      besluit.dossier ? wi2021::save(writer, *std::move(besluit.dossier), namens.vandaag) : gezien->dossier;
  wi2021::pasToe(writer, stored, besluit.signalen, namens.vandaag);
  if (besluit.toon) besluit.toon(stored, uitkomst);
  return uitkomst;
}

}  // namespace

Outcome<Uitkomst> Wi2021Store::muteerPersoon(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                             const Bsn& bsn, const isi::wi2021::Beslissing& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    return voerUit(writer, namens, opdracht, bsn, beslissing);
  });
}

}  // namespace cvsgw::store
