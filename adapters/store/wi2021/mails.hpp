// Mails to contact persons, from the tables into the outbox.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store::wi2021 {

/// Counts the links that this change of a dossier makes and withdraws, for the mail of the next day.
void telKoppelingen(Session& writer, const isi::wi2021::Dossier& oud, const isi::wi2021::Dossier& nieuw,
                    Date vandaag);

/// Day processing for one date: the mails on links of days before, and the weekly mails on the Mondays that
/// have them; `tot` is the last date of this run.
void maakMails(Session& writer, Date dag, Date tot);

}  // namespace cvsgw::store::wi2021
