// From the generated request types to the port's criteria, and from signals to the answer's rows.
#pragma once

#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2013/port.hpp"
#include "gateway/laws/wi2013/antwoorden.hpp"

class w13__PersoonCriteriaType;
class w13__PersoonPagineringType;
class w13__SignaalCriteriaType;
class w13__SignaalPagineringType;

namespace cvsgw::laws::wi2013 {

/// Criteria with the messages of the rules on them; with messages, the criteria are not to be used.
template <class Criteria>
struct Vertaald {
  Criteria criteria;
  std::vector<Melding> meldingen;
};

Vertaald<isi::wi2013::PersoonCriteria> vertaal(const w13__PersoonCriteriaType& vraag);
Vertaald<isi::SignaalCriteria> vertaal(const w13__SignaalCriteriaType& vraag);
/// By BSN, upwards, where the request has no order (§ 3.3, § 3.8).
isi::wi2013::PersoonSortering sorteringVan(const w13__PersoonPagineringType* paginering);
isi::SignaalSortering sorteringVan(const w13__SignaalPagineringType* paginering);

SignaalRij rijVan(const isi::Signaal& signaal);
SignaalIngang ingangVan(const isi::Signaal& signaal);

}  // namespace cvsgw::laws::wi2013
