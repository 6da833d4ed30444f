#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

// Files under all laws.
constexpr auto kBestandenRows = std::to_array<MeldingRow>({
    {"FS030", false, "Er is geen bestand met deze code. LijstBestanden geeft de bestanden en hun codes.",
     "ALG-050 (Wi2007 § 3.8; Wi2013 § 3.10; Wi2021 § 3.7)", "2007-01-01"},
    {"FS031", false, "Dit bestand heeft {}. Geef een deel dat er is; deel 1 is het eerste.",
     "ALG-051 (contract, HaalBestand)", "2007-01-01"},
    {"FS032", false,
     "Geef bij deel 2 en verder in vervolg/versie de versie uit het antwoord met deel 1, zodat alle delen "
     "van "
     "hetzelfde bestand komen.",
     "ALG-052 (contract, HaalBestand)", "2007-01-01"},
    {"FS033", false,
     "Deze versie van het bestand is er niet of niet meer: een versie is op te halen tot en met de dag na "
     "haar "
     "datum. Begin opnieuw met deel 1, zonder vervolg.",
     "ALG-053 (contract, HaalBestand)", "2007-01-01"},
    {"AS030", false, "Met de rollen van deze sleutel zijn er voor deze wet geen bestanden.",
     "ALG-054 (Wi2007 § 2.1)", "2007-01-01"},
    {"AS031", false,
     "Er is een nieuwer bestand dan deze versie van {}. Haal de rest van deze versie op, of begin opnieuw "
     "met "
     "deel 1 zonder vervolg.",
     "ALG-055 (Wi2007 § 3.8; Wi2013 § 3.10)", "2007-01-01"},
});

}  // namespace

std::span<const MeldingRow> bestanden() {
  return kBestandenRows;
}

}  // namespace cvsgw::meldingen
