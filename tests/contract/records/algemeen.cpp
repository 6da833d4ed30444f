// The records of InburgeringAlgemeen's answers.
#include "gateway/laws/algemeen/antwoorden.hpp"

#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows algemeenRows() {
  using namespace laws::algemeen;
  constexpr auto ns = Namespace::algemeen;
  return {
      .records =
          {
              record<PingAntwoord>(),
              record<Autorisatie>(),
              record<Sleutel>(),
              record<RaadpleegAutorisatieAntwoord>(),
              record<UitkomstWet>(),
              record<BepaalWetAntwoord>(),
              record<Codelijstrij>(),
              record<Codelijst>(),
              record<LijstCodesAntwoord>(),
              record<Bestandsrij>(),
              record<LijstBestandenAntwoord>(),
              record<Bestandsdeel>(),
              record<HaalBestandAntwoord>(),
          },
      .withoutList = {{{ns, "Wet"}, "three laws, an enum of the domain"}},
  };
}

}  // namespace cvsgw::contract
