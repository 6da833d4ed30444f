#include "adapters/store/populate/populate.hpp"

namespace cvsgw::store {

void populateWi2007(Session&, const BasisPersoon&, Random&, Date) {}

std::vector<Testpersoon> testpersonenWi2007(Session*, Date) {
  return {};
}

}  // namespace cvsgw::store
