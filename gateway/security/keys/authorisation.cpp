#include "gateway/security/keys/authorisation.hpp"

namespace cvsgw::security {
namespace {

// One text for "not granted" and "does not exist", so that it cannot be used to find out which codes exist.
tl::unexpected<Fault> noMunicipality(const Caller& caller, std::string_view why) {
  return refuse(FaultKind::notAuthorised,
                "De applicatiesleutel is voor deze bewerking niet bevoegd voor deze gemeente.",
                std::string(why) + ", key " + caller.applicatiesleutel());
}

}  // namespace

bool mayCall(const Caller& caller, Rol needed) {
  return caller.rollenErgens().permits(needed);
}

Outcome<void> requireRole(const Caller& caller, Rol needed) {
  if (mayCall(caller, needed)) return {};
  return refuse(FaultKind::notAuthorised,
                "De applicatiesleutel heeft voor deze bewerking niet de vereiste rol.",
                "role " + std::string(rolNaam(needed)) + " not granted for any municipality, key " +
                    caller.applicatiesleutel());
}

Outcome<Rollen> rolesFor(const Caller& caller, const Gemeentecode& gemeente) {
  const Rollen roles = caller.rollen(gemeente);
  if (roles.empty()) return noMunicipality(caller, "no grant for the municipality");
  return roles;
}

Outcome<Rollen> rolesFor(const Caller& caller, const Gemeentecode& gemeente, Rol needed) {
  const Rollen roles = caller.rollen(gemeente);
  if (roles.empty()) return noMunicipality(caller, "no grant for the municipality");
  if (!roles.permits(needed)) return noMunicipality(caller, "grant for the municipality lacks the role");
  return roles;
}

Autorisatie autorisatieVan(const Caller& caller) {
  Autorisatie answer;
  answer.applicatiesleutel = caller.applicatiesleutel();
  answer.label = caller.label();
  answer.leverancier = caller.leverancier();
  answer.oin = caller.oin();
  answer.geldigTot = caller.geldigTot();
  answer.oudWachtwoordGebruikt = caller.oudWachtwoordGebruikt();
  answer.oudWachtwoordTot = caller.oudWachtwoordTot();
  for (const auto& [gemeente, roles] : caller.toekenningen()) {
    auto& row = answer.gemeenten.emplace_back(Autorisatie::Gemeente{gemeente, {}});
    for (const Rol rol : kRollen) {
      if (roles.has(rol)) row.rollen.push_back(rol);
    }
  }
  return answer;
}

}  // namespace cvsgw::security
