// The records of InburgeringWi2007's answers.
#include "gateway/isi/wi2007/beeld.hpp"

#include "gateway/isi/wi2007/codes.hpp"
#include "gateway/laws/wi2007/antwoorden.hpp"
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows wi2007Rows() {
  using namespace isi::wi2007;
  using namespace laws::wi2007;
  constexpr auto ns = Namespace::wi2007;
  return {
      .records =
          {
              record<SignaalRij>(),
              record<SignaalIngang>(),
              record<ZoekPersonenAntwoord>(),
              record<HaalPersonenAntwoord>(),
              record<RaadpleegPersoonAntwoord>(),
              record<HaalPersoonPdfAntwoord>(),
              record<laws::wi2007::Document>(),
              record<ZoekSignalenAntwoord>(),
              record<TelSignalenAntwoord>(),
              record<HaalSignalenAntwoord>(),
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
  };
}

}  // namespace cvsgw::contract
