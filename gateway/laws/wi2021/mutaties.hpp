// The answers of the changing operations: `resultaat`, the messages, and the object that was changed.
#pragma once

#include "gateway/isi/wi2021/mutatie.hpp"
#include "gateway/laws/antwoord.hpp"

namespace cvsgw::laws::wi2021 {

template <Woord Type, class Object>
using MutatieAntwoord = laws::MutatieAntwoord<Namespace::wi2021, Type, Object>;

using OntheftLbtAntwoord = MutatieAntwoord<"OntheftLbtResponse", isi::wi2021::LeerbaarheidstoetsBlok>;

using VoegPipToeAntwoord = MutatieAntwoord<"VoegPipToeResponse", isi::wi2021::Pip>;
using WijzigPipAntwoord = MutatieAntwoord<"WijzigPipResponse", isi::wi2021::Pip>;
using VerwijderPipAntwoord = MutatieAntwoord<"VerwijderPipResponse", isi::wi2021::Pip>;
using VoegMapToeAntwoord = MutatieAntwoord<"VoegMapToeResponse", isi::wi2021::Map>;
using WijzigMapAntwoord = MutatieAntwoord<"WijzigMapResponse", isi::wi2021::Map>;
using VerwijderMapAntwoord = MutatieAntwoord<"VerwijderMapResponse", isi::wi2021::Map>;
using VoegPvtToeAntwoord = MutatieAntwoord<"VoegPvtToeResponse", isi::wi2021::Pvt>;
using WijzigPvtAntwoord = MutatieAntwoord<"WijzigPvtResponse", isi::wi2021::Pvt>;
using VerwijderPvtAntwoord = MutatieAntwoord<"VerwijderPvtResponse", isi::wi2021::Pvt>;
using VraagLbtOpnieuwAanAntwoord =
    MutatieAntwoord<"VraagLbtOpnieuwAanResponse", isi::wi2021::LeerbaarheidstoetsBlok>;
using GeefBioAdviesAntwoord = MutatieAntwoord<"GeefBioAdviesResponse", isi::wi2021::BioBlok>;
using RegistreerEindgesprekZrouteAntwoord =
    MutatieAntwoord<"RegistreerEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using WijzigEindgesprekZrouteAntwoord =
    MutatieAntwoord<"WijzigEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using VerwijderEindgesprekZrouteAntwoord =
    MutatieAntwoord<"VerwijderEindgesprekZrouteResponse", isi::wi2021::Eindgesprek>;
using VoegAanbodToeAntwoord = MutatieAntwoord<"VoegAanbodToeResponse", isi::wi2021::Aanbod>;
using WijzigAanbodAntwoord = MutatieAntwoord<"WijzigAanbodResponse", isi::wi2021::Aanbod>;
using VerwijderAanbodAntwoord = MutatieAntwoord<"VerwijderAanbodResponse", isi::wi2021::Aanbod>;
using RegistreerUrenGemeenteAntwoord =
    MutatieAntwoord<"RegistreerUrenGemeenteResponse", isi::wi2021::UrenGemeente>;
using RegistreerUrenInstellingAntwoord =
    MutatieAntwoord<"RegistreerUrenInstellingResponse", isi::wi2021::UrenInstelling>;

}  // namespace cvsgw::laws::wi2021
