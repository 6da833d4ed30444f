#include "gateway/laws/wi2021/vertalen_pip.hpp"

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

// The two types have the same elements but for one date.
template <class Vraag>
PipInvoer gemeenschappelijk(const Vraag& vraag) {
  PipInvoer invoer;
  invoer.datumDagtekening = verplichteDatum(vraag.datumDagtekening);
  invoer.leerroute = soap_w21__LeerrouteCodeType2s(vraag.soap, vraag.leerroute);
  if (vraag.niveau) invoer.niveau = soap_w21__NiveauCodeType2s(vraag.soap, *vraag.niveau);
  if (vraag.alfabetisering)
    invoer.alfabetisering = soap_w21__AlfabetiseringCodeType2s(vraag.soap, *vraag.alfabetisering);
  invoer.geschatteUrenIntensiteit = optionalOf(vraag.geschatteUrenIntensiteit);
  if (vraag.toestemmingNietVrijstellendeOpleiding)
    invoer.toestemmingNietVrijstellendeOpleiding = *vraag.toestemmingNietVrijstellendeOpleiding;
  invoer.urenBelastbaarheidParticipatie = optionalOf(vraag.urenBelastbaarheidParticipatie);
  return invoer;
}

}  // namespace

PipInvoer vertaal(const w21__PipInvoerType& vraag) {
  return gemeenschappelijk(vraag);
}

PipInvoer vertaal(const w21__PipWijzigingType& vraag) {
  PipInvoer invoer = gemeenschappelijk(vraag);
  if (vraag.datumDagtekeningInitieel)
    invoer.datumDagtekeningInitieel = verplichteDatum(*vraag.datumDagtekeningInitieel);
  return invoer;
}

}  // namespace cvsgw::laws::wi2021
