// Contact persons of a municipality and who is linked to them, in the tables.
#pragma once

#include <string_view>
#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/rijen.hpp"

namespace cvsgw::store::wi2021 {

/// By name, with `versie` and `aantalGekoppeld`.
std::vector<isi::wi2021::Contactpersoon> listContactpersonen(Session& session, const Gemeentecode& gemeente);
/// Who is linked to this contact person and in the municipality's sight, by BSN.
std::vector<Bsn> caseloadOf(Session& session, const Gemeentecode& gemeente,
                            std::string_view contactpersoonId);

/// Writes a contact person that there is already; a new name goes to the persons who are linked and to their
/// signals as well.
void updateContactpersoon(Session& writer, const Gemeentecode& gemeente,
                          const isi::wi2021::Contactpersoon& contact, Date vandaag);
/// Takes away the mark of general contact person.
void clearAlgemeen(Session& writer, const Gemeentecode& gemeente, std::string_view contactpersoonId);
/// Gives the person another contact person of this municipality.
void transfer(Session& writer, const Gemeentecode& gemeente, const Bsn& bsn,
              const std::string& contactpersoonId, Date vandaag);
/// Removes a contact person. Every link that is still his is withdrawn, also of persons out of sight, who may
/// come back.
void removeContactpersoon(Session& writer, const Gemeentecode& gemeente, std::string_view contactpersoonId,
                          Date vandaag);

}  // namespace cvsgw::store::wi2021
