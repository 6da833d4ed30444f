// What the events of the Wi2007 share. Included by gebeurtenis*.cpp only.
#pragma once

#include "gateway/isi/wi2007/gebeurtenis.hpp"

namespace cvsgw::isi::wi2007 {

std::span<const Gebeurtenissoort> levensgebeurtenissen();
std::span<const Gebeurtenissoort> brpgebeurtenissen();
std::span<const Gebeurtenissoort> besluitgebeurtenissen();
std::span<const Gebeurtenissoort> examengebeurtenissen();

using isi::kAlleenDatum;
using isi::kBsnVeld;
using isi::kDatumVeld;

/// Signals inform of persons in the municipality (§ 3.5): it goes where he lives; after a departure from the
/// country, where he last lived.
void plaats(Gebeurtenisgevolg& gevolg, std::string_view code);

/// The address fields of an event, for its table of fields.
inline constexpr Veld kAdresvelden[] = {
    {"postcode", Veldsoort::tekst},
    {"woonplaats", Veldsoort::tekst},
    {"straatnaam", Veldsoort::tekst},
    {"huisnummer", Veldsoort::tekst},
    {"huisnummertoevoeging", Veldsoort::tekst},
    {"huisnummeraanduiding", Veldsoort::tekst},
    {"locatieomschrijving", Veldsoort::tekst},
    {"betrouwbaarAdres", Veldsoort::jaNee},
};
/// Replaces the whole address by the event's; the place is the municipality's name when none is given.
void nieuwAdres(Dossier& dossier, const Velden& velden, const Gemeentecode& gemeente);
/// Whether the event has any field of an address.
bool heeftAdres(const Velden& velden);

/// A `jaNee` field; absent when it was not given.
inline std::optional<bool> jaNee(const Velden& velden, std::string_view naam) {
  if (!velden.tekst(naam)) return std::nullopt;
  return velden.ja(naam);
}
/// An amount like `250` or `250.00`; nothing for another text.
std::optional<Bedrag> bedrag(std::string_view tekst);

}  // namespace cvsgw::isi::wi2007
