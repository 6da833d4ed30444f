#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kAanbodRows = std::to_array<MeldingRow>({
    {"FS135", false,
     "Een inburgeringsaanbod is er alleen voor asielstatushouders; voor gezinsmigranten en overige migranten "
     "geeft u het niet door.",
     "W21-135 (Wi2021 § 3.6.7.1)", "2022-01-01"},
    {"FS136", false,
     "Er is nog geen PIP doorgegeven. Geef eerst het PIP door, daarna het inburgeringsaanbod.",
     "W21-136 (Wi2021 § 3.6.7.1)", "2022-01-01"},
    {"FS137", false,
     "De persoon is uit uw gemeente vertrokken: een nieuw inburgeringsaanbod geeft de nieuwe gemeente door. "
     "Uw eigen aanbiedingen kunt u nog wijzigen.",
     "W21-137 (Wi2021 § 3.6.7.2)", "2022-01-01"},
    {"FS138", false, "Er is geen instelling met dit nummer. Kies een instelling uit LijstInstellingen.",
     "W21-138 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS139", false, "Deze instelling past niet bij de leerroute. In deze leerroute kan {}.",
     "W21-139 (Wi2021 § 3.6.7; Wi2021 § 3.6.7.1)", "2022-01-01"},
    {"FS140", false,
     "De datum van inschrijving ligt vóór de dagtekening van het initiële PIP. Geef een datum op of na {}.",
     "W21-140 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS141", false,
     "De startdatum van de opleiding ligt vóór de datum van inschrijving. Geef een datum op of na {}.",
     "W21-141 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS142", false,
     "De startdatum van de opleiding ligt niet binnen de inburgeringstermijn. Geef een datum van {}.",
     "W21-142 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS143", false,
     "De einddatum van de opleiding ligt vóór de startdatum, of als die er niet is vóór de inschrijving. "
     "Geef "
     "een datum op of na {}.",
     "W21-143 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS144", false,
     "De einddatum van de opleiding ligt niet binnen de inburgeringstermijn. Geef een datum van {}.",
     "W21-144 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"FS145", false,
     "Bij deze instelling staat al een actueel aanbod, {}. Wijzig dat aanbod; is het van de vorige gemeente, "
     "geef dan eerst uw eigen PIP door.",
     "W21-145 (Wi2021 § 3.6.7)", "2022-01-01"},
    {"AS146", true,
     "De opleiding start meer dan zes maanden na vandaag; in de Onderwijsroute is {} de laatste dag. "
     "Bevestigt "
     "u dit, dan verlengt DUO de inburgeringstermijn eenmalig met zes maanden.",
     "W21-146 (Wi2021 § 3.6.7.1)", "2022-01-01"},
    {"AS147", false,
     "Dit eerste aanbod komt meer dan drie maanden na het PIP. DUO verlengt daarom de inburgeringstermijn "
     "met "
     "zes maanden, zes maanden vóór het einde ervan.",
     "W21-147 (Wi2021 § 3.6.7.1; Divosa § 3.4.4)", "2022-01-01"},
    {"FS148", false,
     "Bij deze persoon is er geen aanbod met dit kenmerk. Neem het aanbodId over uit RaadpleegPersoon of "
     "RaadpleegHistorie.",
     "W21-148 (Wi2021 § 3.6.7.2)", "2022-01-01"},
    {"FS149", false,
     "Dit aanbod is van een andere gemeente. Wijzig of verwijder alleen aanbiedingen van uw eigen gemeente.",
     "W21-149 (Wi2021 § 3.6.7.2)", "2022-01-01"},
    {"FS150", false,
     "De inburgeringstermijn is meer dan dertig maanden geleden gestart; verwijderen kon tot en met {}. Dien "
     "een wijzigingsverzoek in.",
     "W21-150 (Wi2021 § 3.6.7.3)", "2022-01-01"},
    {"AS151", true,
     "Aan dit aanbod zijn uren gekoppeld: {}. Bevestigt u dit, dan worden die uren mee verwijderd.",
     "W21-151 (Wi2021 § 3.6.7.3)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> aanbod() {
  return kAanbodRows;
}

}  // namespace cvsgw::meldingen
