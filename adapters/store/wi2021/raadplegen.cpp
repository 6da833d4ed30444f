// One person: the overview screen, histories and exams.
#include "adapters/store/guard.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Dossier;
using isi::wi2021::Examendetail;
using isi::wi2021::Historie;
using isi::wi2021::HistorieSoort;
using isi::wi2021::Persoon;

Historie historieVan(const wi2021::Gezien& gezien, HistorieSoort soort, Date vandaag) {
  const Dossier& dossier = gezien.dossier;
  Historie historie;
  switch (soort) {
    case HistorieSoort::termijn:
      historie.termijnen = dossier.plicht.termijnHistorie;
      break;
    case HistorieSoort::doelgroep:
      historie.doelgroepen = dossier.plicht.doelgroepHistorie;
      break;
    case HistorieSoort::lbt:
      // As the block itself: only for the municipality where the person lives or to which he is linked
      // (§ 3.6.5).
      if (!gezien.zicht.vertrokken) {
        historie.leerbaarheidstoetsen = isi::wi2021::eerdereToetsen(dossier, gezien.zicht.gemeente);
      }
      break;
    case HistorieSoort::pip:
      historie.pips = isi::wi2021::eerderePips(dossier);
      break;
    case HistorieSoort::aanbod:
      historie.aanbiedingen = isi::wi2021::eerdereAanbiedingen(dossier, vandaag);
      break;
  }
  return historie;
}

}  // namespace

Outcome<std::optional<Persoon>> Wi2021Store::raadpleegPersoon(const isi::Namens& namens, const Bsn& bsn) {
  return guarded([&]() -> std::optional<Persoon> {
    Database::Reading session(database_);
    const auto gezien = wi2021::findGezien(*session, namens.gemeente, bsn, namens.vandaag);
    if (!gezien) return std::nullopt;
    isi::wi2021::Omgeving omgeving;
    omgeving.persoonId = gezien->persoonId;
    omgeving.signalen = countSignalsOf(*session, Wet::wi2021, namens.gemeente, bsn);
    std::optional<isi::wi2021::Contactpersoon> contact;
    if (const auto* koppeling = gezien->dossier.koppeling(namens.gemeente)) {
      contact = wi2021::findContactpersoon(*session, namens.gemeente, koppeling->contactpersoonId);
    }
    if (contact) omgeving.contactpersoon = &*contact;
    return isi::wi2021::toon(gezien->dossier, gezien->zicht, namens, omgeving);
  });
}

Outcome<std::optional<Historie>> Wi2021Store::raadpleegHistorie(const isi::Namens& namens, const Bsn& bsn,
                                                                HistorieSoort soort) {
  return guarded([&]() -> std::optional<Historie> {
    Database::Reading session(database_);
    const auto gezien = wi2021::findGezien(*session, namens.gemeente, bsn, namens.vandaag);
    if (!gezien) return std::nullopt;
    return historieVan(*gezien, soort, namens.vandaag);
  });
}

Outcome<std::optional<Examendetail>> Wi2021Store::raadpleegExamen(const isi::Namens& namens, const Bsn& bsn,
                                                                  const std::string& onderdeel) {
  return guarded([&]() -> std::optional<Examendetail> {
    Database::Reading session(database_);
    const auto gezien = wi2021::findGezien(*session, namens.gemeente, bsn, namens.vandaag);
    if (!gezien) return std::nullopt;
    return isi::wi2021::toonExamen(gezien->dossier, onderdeel);
  });
}

}  // namespace cvsgw::store
