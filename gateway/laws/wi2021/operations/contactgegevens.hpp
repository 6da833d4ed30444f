// The data of a contact person as a request carries them. Include after cvsStub.h.
#pragma once

#include "gateway/laws/wi2021/rules/contactgegevens.hpp"

namespace cvsgw::laws::wi2021 {

inline Contactgegevens gegevensVan(const w21__ContactpersoonInvoerType& vraag) {
  Contactgegevens gegevens{vraag.naam, vraag.email, std::nullopt, false};
  if (vraag.telefoonnummer) gegevens.telefoonnummer = *vraag.telefoonnummer;
  gegevens.algemeen = vraag.algemeenContactpersoon && *vraag.algemeenContactpersoon;
  return gegevens;
}

}  // namespace cvsgw::laws::wi2021
