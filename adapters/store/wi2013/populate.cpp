#include "adapters/store/populate/populate.hpp"

namespace cvsgw::store {

void populateWi2013(Session&, const BasisPersoon&, Random&, Date) {}

std::vector<Testpersoon> testpersonenWi2013(Session*, Date) {
  return {};
}

}  // namespace cvsgw::store
