// What holds for every change to a person: may this municipality still change him, and is it about what the
// caller read. Pure decisions; messages in order of precedence.
#pragma once

#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021 {

/// Nothing, or FS104 (deceased) or FS105 (too late to change).
std::vector<Melding> controleerWijzigbaar(const isi::wi2021::Stand& stand);
/// Nothing, or FS104, or FS106 (too late to delete after a move), or FS105.
std::vector<Melding> controleerVerwijderbaar(const isi::wi2021::Stand& stand);
/// FS010 when the caller expects another version than the object has; `versie` is empty for an object that is
/// not there.
std::vector<Melding> controleerVersie(const isi::wi2021::Stand& stand, std::string_view versie);

std::vector<Melding> controleerVersie(const isi::Verwerking& verwerking, std::string_view versie);

/// Appends, keeping the order.
void voegToe(std::vector<Melding>& meldingen, std::vector<Melding> meer);
/// Whether an FS is among them.
bool geweigerd(const std::vector<Melding>& meldingen);

}  // namespace cvsgw::laws::wi2021
