// The operations of InburgeringAlgemeen, one file each in operations/, and the parts of them that decide
// something.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/isi/algemeen.hpp"
#include "gateway/laws/algemeen/antwoorden.hpp"
#include "gateway/security/keys/authorisation.hpp"

class _alg__Ping;
class _alg__RaadpleegAutorisatie;
class _alg__BepaalWet;
class _alg__LijstCodes;
class _alg__LijstBestanden;
class _alg__HaalBestand;
class _alg__BestelWaardepapieren;
class _alg__VerstuurContactbericht;
class _alg__DienWijzigingsverzoekIn;
class _alg__LijstWijzigingsverzoeken;

namespace cvsgw::laws::algemeen {

Outcome<PingAntwoord> ping(const _alg__Ping& vraag, const dispatch::CallContext& call);
Outcome<RaadpleegAutorisatieAntwoord> raadpleegAutorisatie(const _alg__RaadpleegAutorisatie& vraag,
                                                           const dispatch::CallContext& call);
Outcome<BepaalWetAntwoord> bepaalWet(const _alg__BepaalWet& vraag, const dispatch::CallContext& call);
Outcome<LijstCodesAntwoord> lijstCodes(const _alg__LijstCodes& vraag, const dispatch::CallContext& call);
Outcome<LijstBestandenAntwoord> lijstBestanden(const _alg__LijstBestanden& vraag,
                                               const dispatch::CallContext& call);
Outcome<HaalBestandAntwoord> haalBestand(const _alg__HaalBestand& vraag, const dispatch::CallContext& call);
Outcome<BestelWaardepapierenAntwoord> bestelWaardepapieren(const _alg__BestelWaardepapieren& vraag,
                                                           const dispatch::CallContext& call);
Outcome<VerstuurContactberichtAntwoord> verstuurContactbericht(const _alg__VerstuurContactbericht& vraag,
                                                               const dispatch::CallContext& call);
Outcome<DienWijzigingsverzoekInAntwoord> dienWijzigingsverzoekIn(const _alg__DienWijzigingsverzoekIn& vraag,
                                                                 const dispatch::CallContext& call);
Outcome<LijstWijzigingsverzoekenAntwoord> lijstWijzigingsverzoeken(
    const _alg__LijstWijzigingsverzoeken& vraag, const dispatch::CallContext& call);

/// What a key may do, as the answer tells it.
Sleutel sleutelVan(const security::Autorisatie& autorisatie);
/// The outcomes of "Onder welke wet" with the portal's messages (Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4).
BepaalWetAntwoord uitkomstVan(const isi::WetVanPersoon& persoon);
/// Lists by name and law; without `lijst` all names, without rows.
LijstCodesAntwoord codelijsten(std::optional<Wet> wet, const std::optional<std::string>& lijst);

}  // namespace cvsgw::laws::algemeen
