// What a caller may do. A step of its own after authentication, in the two places that contract.md's order of
// checks gives it: the role before the schema, the municipality after it.
#pragma once

#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/security/keys/caller.hpp"

namespace cvsgw::security {

/// The role for any municipality at all. Threading: all functions here are safe from any thread.
bool mayCall(const Caller& caller, Rol needed);
/// The same as a fault: notAuthorised.
Outcome<void> requireRole(const Caller& caller, Rol needed);

/// The caller's roles for one municipality. notAuthorised, with one and the same text, for a municipality
/// that the key has no grant for and for one that does not exist.
Outcome<Rollen> rolesFor(const Caller& caller, const Gemeentecode& gemeente);
/// The same, and the role has to be among them: a key can read under one law here and under another law
/// there. A grant without this role is the same fault again.
Outcome<Rollen> rolesFor(const Caller& caller, const Gemeentecode& gemeente, Rol needed);

/// What RaadpleegAutorisatie tells.
struct Autorisatie {
  struct Gemeente {
    Gemeentecode gemeentecode;
    std::vector<Rol> rollen;  ///< as granted, in the order of kRollen
  };
  std::string applicatiesleutel;
  std::string label;
  std::string leverancier;
  std::optional<Oin> oin;
  Date geldigTot;  ///< last day, inclusive
  bool oudWachtwoordGebruikt = false;
  std::optional<Moment>
      oudWachtwoordTot;             ///< with oudWachtwoordGebruikt: the old password works before this moment
  std::vector<Gemeente> gemeenten;  ///< by code
};
Autorisatie autorisatieVan(const Caller& caller);

}  // namespace cvsgw::security
