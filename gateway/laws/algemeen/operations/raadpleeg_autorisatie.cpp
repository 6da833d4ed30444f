#include "gateway/laws/algemeen/operations.hpp"

namespace cvsgw::laws::algemeen {

Sleutel sleutelVan(const security::Autorisatie& autorisatie) {
  Sleutel out;
  out.applicatiesleutel = autorisatie.applicatiesleutel;
  out.label = autorisatie.label;
  out.leverancier = autorisatie.leverancier;
  out.geldigTotEnMet = autorisatie.geldigTot;
  if (autorisatie.oin) out.oin = autorisatie.oin->value();
  out.oudWachtwoordGebruikt = autorisatie.oudWachtwoordGebruikt;
  out.oudWachtwoordTot = autorisatie.oudWachtwoordTot;
  for (const auto& gemeente : autorisatie.gemeenten) {
    Autorisatie grant;
    grant.gemeente = gemeente.gemeentecode.value();
    for (const Rol rol : gemeente.rollen) grant.rollen.emplace_back(rolNaam(rol));
    out.autorisaties.push_back(std::move(grant));
  }
  return out;
}

Outcome<RaadpleegAutorisatieAntwoord> raadpleegAutorisatie(const _alg__RaadpleegAutorisatie&,
                                                           const dispatch::CallContext& call) {
  return RaadpleegAutorisatieAntwoord{sleutelVan(security::autorisatieVan(call.caller)), {}};
}

}  // namespace cvsgw::laws::algemeen
