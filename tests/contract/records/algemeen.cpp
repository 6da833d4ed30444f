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
              record<isi::loket::Bestelling>(),
              record<BestelWaardepapierenAntwoord>(),
              record<isi::loket::Persoonsgegevens>(),
              record<isi::loket::Contactbericht>(),
              record<VerstuurContactberichtAntwoord>(),
              record<isi::loket::UrenBijGemeente>(),
              record<isi::loket::UrenBijInstelling>(),
              record<isi::loket::Verzoek>(),
              record<DienWijzigingsverzoekInAntwoord>(),
              record<LijstWijzigingsverzoekenAntwoord>(),
          },
      .enumerations =
          {
              {{ns, "WaardepapierCodeType"}, &isi::loket::codes::kWaardepapier},
              {{ns, "ContactonderwerpCodeType"}, &isi::loket::codes::kContactonderwerp},
              {{ns, "VerzoeksoortCodeType"}, &isi::loket::codes::kVerzoeksoort},
              {{ns, "VerzoekstatusCodeType"}, &isi::loket::codes::kVerzoekstatus},
              {{ns, "UrensoortCodeType"}, &isi::wi2021::codes::kUrensoortGemeente},
          },
      .withoutList = {{{ns, "Wet"}, "three laws, an enum of the domain"}},
  };
}

}  // namespace cvsgw::contract
