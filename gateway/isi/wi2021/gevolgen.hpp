// What follows by itself from a change, a day or an event under the Wi2021: the person as he becomes, and
// what happens to signals. Pure: nothing is read or stored here, so that a change, the day processing and an
// event have one and the same effect.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::isi::wi2021 {

struct Gevolg {
  Dossier dossier;
  std::vector<Signaalactie> signalen;
};

/// Years of the term, counted from the initial plan's dagtekening (rulings, Time).
inline constexpr int kTermijnJaren = 3;

/// dossier.pip(), under the name that the rules have for it.
const Pip* geldendPip(const Dossier& dossier);

/// Ends the obligation: the present state becomes an earlier one.
void beeindigPlicht(Plicht& plicht, std::string_view reden, Date dag);
/// What the end of an obligation settles, at every municipality that sees the person (§ 3.2).
std::vector<Signaalactie> signalenBijEinde();

/// What a municipality's first plan settles, at every municipality that sees the person: an initial plan, or
/// the one that a new municipality makes after a move (§ 3.2).
std::vector<Signaalactie> signalenBijPip();

/// From day 15 after its registration the initial plan is definitive: the term starts (§ 3.6.6.1, § 3.2).
/// Nothing before that day, without a plan, once the term has started, or without an obligation: who is
/// exempted for a while gets his term when the exemption ends.
std::optional<Gevolg> maakPipDefinitief(const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2021
