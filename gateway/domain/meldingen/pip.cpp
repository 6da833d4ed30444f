#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

constexpr auto kPipRows = std::to_array<MeldingRow>({
    {"FS110", false,
     "Voor deze persoon is al een PIP geregistreerd. Geef een wijziging door met WijzigPip; na een "
     "verhuizing "
     "stelt de nieuwe gemeente daarmee ook haar eigen PIP vast.",
     "W21-110 (Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS111", false, "De datum dagtekening ligt vóór 1 januari 2022. Geef een datum op of na 01-01-2022.",
     "W21-111 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"FS112", false, "De datum dagtekening ligt in de toekomst. Geef een datum tot en met vandaag, {}.",
     "W21-112 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"FS113", false,
     "De datum dagtekening ligt vóór de datum vaststelling inburgeringsplicht. Geef een datum op of na {}.",
     "W21-113 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"AS114", true,
     "De datum dagtekening ligt meer dan 30 dagen in het verleden. Weet u zeker dat deze datum klopt? "
     "Bevestig dan deze melding.",
     "W21-114 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"AS115", true,
     "De datum dagtekening PIP die u hebt ingevuld, ligt vóór de datum waarop de persoon aan uw gemeente is "
     "gekoppeld. De datum koppeling is {}. Klopt de datum dagtekening? Bevestig dan deze melding.",
     "W21-115 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"FS116", false,
     "Bij het initiële PIP hoort bij de B1-route het niveau B1. Geef B1 of laat het niveau weg; afschalen "
     "naar A2 kan later met WijzigPip.",
     "W21-116 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"AS117", false, "U schaalt het niveau binnen de B1-route af naar A2.", "W21-117 (Wi2021 § 3.6.6.2)",
     "2022-01-01"},
    {"AS118", false,
     "Met het niveau A2 geeft u toestemming om in de Zelfredzaamheidsroute examens te doen op niveau A2. "
     "Geeft "
     "u die toestemming niet? Laat het niveau dan weg.",
     "W21-118 (Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS119", false,
     "Bij de Zelfredzaamheidsroute kan het niveau geen B1 zijn. Geef A2 of laat het niveau weg (niet van "
     "toepassing).",
     "W21-119 (Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS120", false, "Bij de Onderwijsroute kan het niveau geen A2 zijn. Geef B1 of laat het niveau weg.",
     "W21-120 (Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS121", false,
     "Geef de geschatte uren intensiteit in de opleiding: bij een asielstatushouder in de B1-route zijn ze "
     "verplicht.",
     "W21-121 (Wi2021 § 3.6.6; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS122", false,
     "Laat de geschatte uren intensiteit in de opleiding weg: ze zijn er alleen voor asielstatushouders in "
     "de "
     "B1-route.",
     "W21-122 (Wi2021 § 3.6.6; Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"FS123", false, "Geef als geschatte uren intensiteit een aantal van 1 tot en met 9999.",
     "W21-123 (M2M PIP)", "2022-01-01"},
    {"FS124", false,
     "Laat de aangepaste uren belastbaarheid participatie-activiteit weg: ze zijn er alleen voor "
     "asielstatushouders in de Zelfredzaamheidsroute aan wie een gedeeltelijke ontheffing is toegekend.",
     "W21-124 (Wi2021 § 3.6.6)", "2022-01-01"},
    {"FS125", false,
     "Voor deze persoon is nog geen PIP geregistreerd. Geef het initiële PIP door met VoegPipToe.",
     "W21-125 (Wi2021 § 3.6.6.2; Wi2021 § 3.6.6.3)", "2022-01-01"},
    {"FS126", false,
     "De datum dagtekening van het initiële PIP is definitief sinds {} en niet meer te wijzigen. Laat die "
     "datum weg, of dien een wijzigingsverzoek in.",
     "W21-126 (Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS127", false,
     "De persoon woont niet meer in uw gemeente en het geldende PIP is van een andere gemeente. Alleen de "
     "gemeente waar de persoon nu woont, kan het wijzigen.",
     "W21-127 (Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS128", false,
     "Na een verhuizing neemt u de leerroute van het PIP van de vorige gemeente over: geef leerroute {}. "
     "Daarna "
     "kunt u de leerroute met WijzigPip wijzigen.",
     "W21-128 (Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"AS129", true,
     "De leerroute was te wijzigen tot en met {}, 18 maanden vanaf de start van de inburgeringstermijn. "
     "Daarna "
     "kan het alleen in uitzonderlijke situaties die de inburgeraar persoonlijk treffen, en onder "
     "verantwoordelijkheid van uw gemeente. Is dat hier zo? Bevestig dan deze melding.",
     "W21-129 (Wi2021 § 3.6.6.2)", "2022-01-01"},
    {"FS130", false,
     "Het PIP is definitief sinds {} en niet meer te verwijderen. Wijzigen kan nog wel, met WijzigPip.",
     "W21-130 (Wi2021 § 3.6.6.3)", "2022-01-01"},
    {"FS131", false,
     "Dit PIP is ook door een andere gemeente doorgegeven. Een PIP is alleen te verwijderen door de gemeente "
     "die het initiële PIP heeft doorgegeven, zolang geen andere gemeente haar eigen PIP heeft vastgesteld.",
     "W21-131 (Wi2021 § 3.6.6.2; Wi2021 § 3.6.6.3)", "2022-01-01"},
    {"AS132", true,
     "Met het PIP verwijdert u ook wat eraan gekoppeld is: {}. Weet u het zeker? Bevestig dan deze melding.",
     "W21-132 (Wi2021 § 3.6.6.3)", "2022-01-01"},
    {"FS133", false,
     "Er staat een eindgesprek van de Z-route op {}. Verwijder eerst het eindgesprek: het hoort bij de "
     "Zelfredzaamheidsroute.",
     "W21-133 (Wi2021 § 3.6.15)", "2022-01-01"},
});

}  // namespace

std::span<const MeldingRow> pip() {
  return kPipRows;
}

}  // namespace cvsgw::meldingen
