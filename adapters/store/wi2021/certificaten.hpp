// Certificates of the Z-route in the tables (§ 3.6.16).
#pragma once

#include <optional>
#include <string_view>

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/certificaat.hpp"

namespace cvsgw::store::wi2021 {

/// Stores the certificate that follows from the dossier, if one does, as the person is now. One that is there
/// already stays as it is: what was printed is printed again, whatever changes later.
void addCertificaat(Session& writer, const isi::wi2021::Dossier& dossier);

/// With its `versie`; nothing when this municipality has no such certificate.
std::optional<isi::wi2021::CertificaatRij> findCertificaat(Session& session, const Gemeentecode& gemeente,
                                                           std::string_view certificaatId);

/// Marks the certificate as handed out on `dag`; one that was before keeps its day.
void settleCertificaat(Session& writer, const Gemeentecode& gemeente, std::string_view certificaatId,
                       Date dag);

}  // namespace cvsgw::store::wi2021
