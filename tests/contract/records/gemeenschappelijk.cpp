// The records that the services share.
#include "gateway/domain/melding.hpp"
#include "gateway/isi/signalen.hpp"
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows gemeenschappelijkRows() {
  constexpr auto ns = Namespace::gemeenschappelijk;
  return {
      .records = {record<Melding>(), record<isi::SignaalTelling>()},
      .withoutList =
          {
              {{ns, "Richting"}, "two directions, an enum of the domain"},
              {{ns, "Signaalstatus"}, "three statuses, an enum of the domain"},
          },
  };
}

}  // namespace cvsgw::contract
