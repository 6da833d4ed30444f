// From the generated request types to the port's criteria, and from signals to the answer's rows.
#pragma once

#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2007/port.hpp"
#include "gateway/laws/wi2007/antwoorden.hpp"

class w07__PersoonCriteriaType;
class w07__RaadpleegCriteriaType;
class w07__SignaalCriteriaType;
class w07__SignaalPagineringType;

namespace cvsgw::laws::wi2007 {

/// Criteria with the messages of the rules on them; with messages, the criteria are not to be used.
template <class Criteria>
struct Vertaald {
  Criteria criteria;
  std::vector<Melding> meldingen;
};

Vertaald<isi::wi2007::PersonenCriteria> vertaal(const w07__PersoonCriteriaType& vraag);
Vertaald<isi::wi2007::PersonenCriteria> vertaal(const w07__RaadpleegCriteriaType& vraag);
Vertaald<isi::SignaalCriteria> vertaal(const w07__SignaalCriteriaType& vraag);
/// Newest first where the request has no order (§ 3.6).
isi::SignaalSortering sorteringVan(const w07__SignaalPagineringType* paginering);

SignaalRij rijVan(const isi::Signaal& signaal);
SignaalIngang ingangVan(const isi::Signaal& signaal);

}  // namespace cvsgw::laws::wi2007
