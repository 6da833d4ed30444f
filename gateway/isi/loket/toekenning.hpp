// What a request that DUO grants does to a person under the Wi2021. Pure.
#pragma once

#include "gateway/isi/loket/stukken.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::loket {

/// Hours of UrenNaTermijn, as registered by `gemeente`: the last registration is the present one.
void legUren(wi2021::Dossier& dossier, const Verzoek& verzoek, const Gemeentecode& gemeente, Date vandaag);
/// The dagtekening of DefinitiefPip: the initial plan gets it, and a term that runs from that plan moves with
/// it, with the extension that it may have had. Nothing without a date in the request.
void legDagtekening(wi2021::Dossier& dossier, const Verzoek& verzoek, Date vandaag);

}  // namespace cvsgw::isi::loket
