#include "gateway/laws/wi2013/rules/inzage.hpp"

namespace cvsgw::laws::wi2013 {

std::vector<Melding> inzageMeldingen(const isi::wi2013::Persoon& persoon) {
  using isi::wi2013::Verblijf;
  if (persoon.datumOverlijden) return {melding("AS003")};
  if (persoon.verblijf != isi::wi2013::verblijfCode(Verblijf::woonachtig)) return {melding("AS301")};
  return {};
}

}  // namespace cvsgw::laws::wi2013
