#include "gateway/laws/wi2013/vertalen_invoer.hpp"

#include "cvsH.h"
#include "gateway/laws/binding.hpp"
#include "gateway/laws/datum.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

// What is there counts as there, whatever its year: a date that must be empty is not empty then.
std::optional<Date> datum(const std::string* text) {
  if (!text) return std::nullopt;
  return verplichteDatum(*text);
}

}  // namespace

isi::wi2013::Pvt vertaal(const w13__PvtInvoerType& invoer) {
  isi::wi2013::Pvt pvt;
  pvt.datumStartDeelname = datum(invoer.datumStartDeelname);
  pvt.datumEindeDeelname = datum(invoer.datumEindeDeelname);
  pvt.datumVoldaan = datum(invoer.datumVoldaan);
  if (invoer.redenNietVoldaan)
    pvt.redenNietVoldaan = soap_w13__RedenNietVoldaanCodeType2s(invoer.soap, *invoer.redenNietVoldaan);
  return pvt;
}

isi::wi2013::Factuur vertaal(const w13__FactuurInvoerType& invoer) {
  isi::wi2013::Factuur factuur;
  factuur.factuurnummer = invoer.factuurnummer;
  factuur.factuurdatum = verplichteDatum(invoer.factuurdatum);
  factuur.debiteurnummer = optionalOf(invoer.debiteurnummer);
  return factuur;
}

}  // namespace cvsgw::laws::wi2013
