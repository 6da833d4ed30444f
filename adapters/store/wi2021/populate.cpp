#include "adapters/store/populate/populate.hpp"

namespace cvsgw::store {

void populateWi2021(Session&, const BasisPersoon&, Random&, Date) {}

void prepareWi2021(Session&, std::span<const CodeRow>, Random&, Date) {}

std::vector<Testpersoon> testpersonenWi2021(Session*, Date) {
  return {};
}

}  // namespace cvsgw::store
