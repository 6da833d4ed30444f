// Links between a person and the contact persons of a municipality (§ 3.3.5). Pure.
#pragma once

#include <optional>
#include <string>

#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

/// The person with this contact person of this municipality and no other, or with none: an earlier link is
/// withdrawn on `vandaag` and stays in the history. Links of other municipalities are left alone.
Dossier koppel(Dossier dossier, const Gemeentecode& gemeente,
               const std::optional<std::string>& contactpersoonId, Date vandaag);

}  // namespace cvsgw::isi::wi2021
