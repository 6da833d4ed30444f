#include "gateway/laws/wi2021/vertalen_invoer.hpp"

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

std::optional<std::string> codeOf(struct soap* soap, const w21__VerwijtbaarheidCodeType* value) {
  if (!value) return std::nullopt;
  return soap_w21__VerwijtbaarheidCodeType2s(soap, *value);
}

}  // namespace

Afronding vertaal(const w21__MapInvoerType& vraag) {
  return {vraag.voldaan, optioneleDatum(vraag.datumEindgesprek), codeOf(vraag.soap, vraag.verwijtbaarheid)};
}

Afronding vertaal(const w21__PvtInvoerType& vraag) {
  return {vraag.voldaan, optioneleDatum(vraag.datumOndertekening), codeOf(vraag.soap, vraag.verwijtbaarheid)};
}

isi::wi2021::LbtHerkansing vertaal(const w21__LbtHerkansingInvoerType& vraag, Date vandaag) {
  return {vandaag, soap_w21__RedenLbtOpnieuwCodeType2s(vraag.soap, vraag.reden),
          optionalOf(vraag.toelichting)};
}

isi::wi2021::BioAdvies vertaal(const w21__BioAdviesInvoerType& vraag, const Gemeentecode& gemeente) {
  isi::wi2021::BioAdvies advies;
  advies.gemeentecode = gemeente;
  advies.contactpersoonId = vraag.contactpersoonId;
  advies.contactGehad = vraag.contactGehad;
  advies.oordeel = soap_w21__BioOordeelCodeType2s(vraag.soap, vraag.oordeel);
  advies.antwoordOmstandigheden = vraag.antwoordOmstandigheden;
  advies.antwoordInspanningen = vraag.antwoordInspanningen;
  advies.antwoordOnderbouwing = vraag.antwoordOnderbouwing;
  return advies;
}

EindgesprekInvoer vertaal(const w21__EindgesprekInvoerType& vraag) {
  return {verplichteDatum(vraag.datumEindgesprek), optionalOf(vraag.urenTaallesKnm)};
}

}  // namespace cvsgw::laws::wi2021
