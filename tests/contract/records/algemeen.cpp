// The records of InburgeringAlgemeen's answers.
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows algemeenRows() {
  constexpr auto ns = Namespace::algemeen;
  return {
      .withoutList = {{{ns, "Wet"}, "three laws, an enum of the domain"}},
      .notServed = {{ns, "PingResponse"},
                    {ns, "RaadpleegAutorisatieResponse"},
                    {ns, "BepaalWetResponse"},
                    {ns, "LijstCodesResponse"},
                    {ns, "SleutelType"},
                    {ns, "AutorisatieType"},
                    {ns, "UitkomstWetType"},
                    {ns, "CodelijstType"},
                    {ns, "CodelijstrijType"}},
  };
}

}  // namespace cvsgw::contract
