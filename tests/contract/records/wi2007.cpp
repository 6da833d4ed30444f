// The records of InburgeringWi2007's answers.
#include "gateway/isi/wi2007/beeld.hpp"

#include "gateway/isi/wi2007/codes.hpp"
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows wi2007Rows() {
  using namespace isi::wi2007;
  constexpr auto ns = Namespace::wi2007;
  return {
      .records =
          {
              record<PersoonRij>(),
              record<PersoonIngang>(),
              record<Persoon>(),
              record<Persoonsgegevens>(),
              record<Indicatie>(),
              record<Handhaving>(),
              record<Verlenging>(),
              record<Inburgeringsvoorziening>(),
              record<Vrijstelling>(),
              record<Boete>(),
              record<Examens>(),
              record<Examenonderdeel>(),
          },
      .enumerations =
          {
              {{ns, "Geslacht"}, &codes::kGeslacht},
              {{ns, "Herkomst"}, &codes::kHerkomst},
              {{ns, "Verblijf"}, &codes::kVerblijf},
              {{ns, "Signaalcode"}, &codes::kSignaal},
          },
      .withoutList =
          {
              {{ns, "Signaalkolom"}, "columns to sort by (§ 3.6)"},
          },
      .notServed = {{ns, "ZoekPersonenResponse"},
                    {ns, "HaalPersonenResponse"},
                    {ns, "RaadpleegPersoonResponse"},
                    {ns, "ZoekSignalenResponse"},
                    {ns, "TelSignalenResponse"},
                    {ns, "HaalSignalenResponse"},
                    {ns, "SignaalType"},
                    {ns, "SignaalIngangType"}},
  };
}

}  // namespace cvsgw::contract
