#include "adapters/store/wi2013/gebeurtenissen.hpp"

#include "adapters/store/signaalacties.hpp"
#include "adapters/store/wi2013/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2013/gebeurtenis.hpp"

namespace cvsgw::store {

std::vector<isi::Gebeurteniskop> gebeurteniskoppenWi2013() {
  return koppenVan(isi::wi2013::gebeurtenissoorten());
}

std::vector<std::string> verwerkGebeurtenisWi2013(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                                  Date vandaag) {
  const auto bsn = *Bsn::parse(gebeurtenis.velden.at("bsn"));
  const auto dossier = loadWi2013(writer, bsn);
  // The newest law holds: under the Wi2013 he would be invisible to BepaalWet.
  if (!dossier && loadDossier(writer, Wet::wi2021, bsn))
    return {"deze persoon valt onder de Wi2021: geef eerst correctie, die hem daar weghaalt"};
  auto gevolg = isi::wi2013::beslis(gebeurtenis, dossier ? &*dossier : nullptr, vandaag);
  if (!gevolg) return {std::move(gevolg).error()};
  plaatsenLaatst(gevolg->signalen);
  const auto nieuw = saveWi2013(writer, std::move(gevolg->dossier), vandaag);
  pasToe(writer, nieuw, gevolg->signalen, vandaag);
  return {};
}

}  // namespace cvsgw::store
