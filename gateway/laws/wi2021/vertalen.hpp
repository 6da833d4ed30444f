// From the generated request types to the port's criteria.
#pragma once

#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2021/port.hpp"
#include "gateway/laws/wi2021/antwoorden.hpp"

class w21__ZoekPersonenCriteriaType;
class w21__SignaalCriteriaType;
class w21__InstellingCriteriaType;
class w21__PersoonPagineringType;
class w21__SignaalPagineringType;

namespace cvsgw::laws::wi2021 {

/// Criteria with the messages on those that could not be taken over (a BSN that fails the 11-test).
template <class Criteria>
struct Vertaald {
  Criteria criteria;
  std::vector<Melding> meldingen;
};

Vertaald<isi::wi2021::PersoonCriteria> vertaal(const w21__ZoekPersonenCriteriaType& vraag);
Vertaald<isi::SignaalCriteria> vertaal(const w21__SignaalCriteriaType& vraag);
isi::wi2021::InstellingCriteria vertaal(const w21__InstellingCriteriaType& vraag);
/// The manual's default order where the request has none.
isi::wi2021::PersoonSortering sorteringVan(const w21__PersoonPagineringType* paginering);
isi::SignaalSortering sorteringVan(const w21__SignaalPagineringType* paginering);

SignaalRij rijVan(const isi::Signaal& signaal);
SignaalIngang ingangVan(const isi::Signaal& signaal);

}  // namespace cvsgw::laws::wi2021
