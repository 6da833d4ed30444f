// From the generated request types of changes to what the rules decide on: MAP and PVT, the learnability
// test, the advice BIO and the final talk.
#pragma once

#include "gateway/isi/wi2021/dossier.hpp"
#include "gateway/laws/wi2021/rules/afronding.hpp"
#include "gateway/laws/wi2021/rules/eindgesprek.hpp"

class w21__MapInvoerType;
class w21__PvtInvoerType;
class w21__LbtHerkansingInvoerType;
class w21__BioAdviesInvoerType;
class w21__EindgesprekInvoerType;

namespace cvsgw::laws::wi2021 {

Afronding vertaal(const w21__MapInvoerType& vraag);
Afronding vertaal(const w21__PvtInvoerType& vraag);
/// As asked for on `vandaag`.
isi::wi2021::LbtHerkansing vertaal(const w21__LbtHerkansingInvoerType& vraag, Date vandaag);
/// As given by `gemeente`.
isi::wi2021::BioAdvies vertaal(const w21__BioAdviesInvoerType& vraag, const Gemeentecode& gemeente);
EindgesprekInvoer vertaal(const w21__EindgesprekInvoerType& vraag);

}  // namespace cvsgw::laws::wi2021
