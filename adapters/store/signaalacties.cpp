#include "adapters/store/signaalacties.hpp"

namespace cvsgw::store {

void pasToe(Session& writer, Wet wet, const std::vector<NewSignaal>& personen,
            const std::vector<isi::Signaalactie>& acties, Date vandaag) {
  using Soort = isi::Signaalactie::Soort;
  for (const auto& actie : acties) {
    for (const auto& persoon : personen) {
      if (actie.gemeente && *actie.gemeente != persoon.gemeente) continue;
      switch (actie.soort) {
        case Soort::plaats: {
          auto signaal = persoon;
          signaal.code = actie.code;
          signaal.datum = vandaag;
          placeSignaal(writer, wet, signaal);
          break;
        }
        case Soort::handelAf:
          settleSignals(writer, wet, persoon.gemeente, persoon.bsn, actie.code, vandaag);
          break;
        case Soort::trekIn:
          withdrawSignals(writer, wet, persoon.gemeente, persoon.bsn, actie.code, vandaag);
          break;
      }
    }
  }
}

}  // namespace cvsgw::store
