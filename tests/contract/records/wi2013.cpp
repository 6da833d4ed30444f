// The records of InburgeringWi2013's answers.
#include "gateway/isi/wi2013/beeld.hpp"

#include "gateway/isi/wi2013/codes.hpp"
#include "gateway/laws/wi2013/antwoorden.hpp"
#include "gateway/laws/wi2013/mutaties.hpp"
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows wi2013Rows() {
  using namespace isi::wi2013;
  using namespace laws::wi2013;
  constexpr auto ns = Namespace::wi2013;
  return {
      .records =
          {
              record<SignaalRij>(),
              record<SignaalIngang>(),
              record<ZoekPersonenAntwoord>(),
              record<HaalPersonenAntwoord>(),
              record<RaadpleegPersoonAntwoord>(),
              record<ZoekSignalenAntwoord>(),
              record<TelSignalenAntwoord>(),
              record<HaalSignalenAntwoord>(),
              record<WijzigPvtAntwoord>(),
              record<VoegFactuurToeAntwoord>(),
              record<WijzigFactuurAntwoord>(),
              record<VerwijderFactuurAntwoord>(),
              withOptionalStand(record<WijzigSignaalstatusAntwoord>()),
              record<PersoonRij>(),
              record<PersoonIngang>(),
              record<Persoon>(),
              record<Persoonsgegevens>(),
              record<Pvt>(),
              record<MaatschappelijkeBegeleiding>(),
              record<Factuurgegevens>(),
              record<Factuur>(),
          },
      .enumerations =
          {
              {{ns, "VerblijfZoekType"}, &codes::kVerblijf},
              {{ns, "FactuurAanwezigZoekType"}, &codes::kFactuurAanwezig},
              {{ns, "SignaalcodeZoekType"}, &codes::kSignaal},
              {{ns, "RedenNietVoldaanCodeType"}, &codes::kRedenNietVoldaan},
          },
      .withoutList =
          {
              {{ns, "PersoonKolomType"}, "columns to sort by (§ 3.3)"},
              {{ns, "SignaalKolomType"}, "columns to sort by (§ 3.8)"},
              {{ns, "NieuweSignaalstatusType"}, "words of the contract for the two statuses that can be set"},
          },
  };
}

}  // namespace cvsgw::contract
