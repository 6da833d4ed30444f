// Dossiers of the Wi2021 in and out of the tables.
#pragma once

#include <optional>
#include <string_view>

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/dossier.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"
#include "gateway/isi/wi2021/rijen.hpp"
#include "gateway/isi/wi2021/zicht.hpp"

namespace cvsgw::store::wi2021 {

/// A dossier that the asking municipality has in sight today.
struct Gezien {
  isi::wi2021::Dossier dossier;
  isi::wi2021::Zicht zicht;
  std::string persoonId;
};

/// Nothing when there is no such person for this municipality.
std::optional<Gezien> findGezien(Session& session, const Gemeentecode& gemeente, const Bsn& bsn,
                                 Date vandaag);

/// Stores a new or changed dossier with everything that follows from it: the `versie` of each object, sight,
/// search rows, caseload, the person's columns of his signals, his certificate, the day on which to look at
/// him again, and the signals of deadlines that the change has put in the past. Returns it as stored. Only
/// municipalities that can see a difference get a new volgnummer, and `raakt`: the one whose own data about
/// him changed.
isi::wi2021::Dossier save(Session& writer, isi::wi2021::Dossier dossier, Date vandaag,
                          const std::optional<Gemeentecode>& raakt = std::nullopt);

/// Does to the person's signals what a change or an event asks, at the municipalities that have him in sight.
void pasToe(Session& writer, const isi::wi2021::Dossier& dossier,
            const std::vector<isi::Signaalactie>& acties, Date vandaag);

/// From a row of number, name, postcode, huisnummer, toevoeging, plaatsnaam, bow, brin, bow_keurmerk,
/// tst_keurmerk.
isi::wi2021::Instelling readInstelling(const Query& query);
std::optional<isi::wi2021::Instelling> findInstelling(Session& session, std::string_view instellingsnummer);
std::optional<isi::wi2021::Contactpersoon> findContactpersoon(Session& session, const Gemeentecode& gemeente,
                                                              std::string_view contactpersoonId);
/// Registers a contact person under the id it carries; `versie` and `aantalGekoppeld` are derived and not
/// stored.
void addContactpersoon(Session& writer, const Gemeentecode& gemeente,
                       const isi::wi2021::Contactpersoon& contact);
void addInstelling(Session& writer, const isi::wi2021::Instelling& instelling);

}  // namespace cvsgw::store::wi2021
