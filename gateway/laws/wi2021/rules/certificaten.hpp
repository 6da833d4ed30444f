// Certificates of the Z-route (§ 3.6.16). Pure decisions.
#pragma once

#include <string>

#include "gateway/isi/wi2021/gemeentewerk.hpp"

namespace cvsgw::laws::wi2021 {

/// FS250 when the municipality has no such certificate, FS010 when it has another version than the caller
/// expects; AS251 when it was settled before, which stays as it is.
isi::wi2021::Gemeentebesluit handelCertificaatAf(const isi::wi2021::Gemeentestand& stand,
                                                 const std::string& certificaatId);

}  // namespace cvsgw::laws::wi2021
