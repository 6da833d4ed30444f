// Offers and hours from the generated request types to the records of which they are a part.
#pragma once

#include "gateway/isi/wi2021/traject.hpp"

class w21__AanbodInvoerType;
class w21__AanbodWijzigingType;
class w21__UrenGemeenteInvoerType;
class w21__UrenInstellingInvoerType;

namespace cvsgw::laws::wi2021 {

isi::wi2021::Aanbod vertaal(const w21__AanbodInvoerType& vraag);
isi::wi2021::Aanbod vertaal(const w21__AanbodWijzigingType& vraag);
isi::wi2021::UrenGemeente vertaal(const w21__UrenGemeenteInvoerType& vraag);
isi::wi2021::UrenInstelling vertaal(const w21__UrenInstellingInvoerType& vraag);

}  // namespace cvsgw::laws::wi2021
