// What a plan may say, whoever sends it and whether it is the first: its dates, its route and level, its
// hours (§ 3.6.6, § 3.6.6.1, § 3.6.6.2). Pure decisions; messages in the manual's order.
#pragma once

#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/laws/wi2021/rules/pip.hpp"

namespace cvsgw::laws::wi2021 {

/// Since when the person is the municipality's without a break: registered there or linked to it by COA.
std::optional<Date> datumKoppeling(const isi::wi2021::Dossier& dossier, const Gemeentecode& gemeente);

/// FS111, FS112, FS113, AS114, AS115 on one date; `veld` is its element.
std::vector<Melding> controleerDagtekening(const isi::wi2021::Stand& stand, Date dagtekening,
                                           std::string_view veld);
/// FS116, AS117, AS118, FS119, FS120.
std::vector<Melding> controleerNiveau(const PipInvoer& invoer, bool initieel);
/// FS121 … FS124.
std::vector<Melding> controleerUren(const isi::wi2021::Dossier& dossier, const PipInvoer& invoer);
/// AS129: a change of route after `laatsteDag`; from the O- to the B1-route is free.
std::vector<Melding> controleerLeerroute(std::string_view van, std::string_view naar, Date laatsteDag,
                                         Date vandaag);

}  // namespace cvsgw::laws::wi2021
