// The register's rows on the plan (§ 3.6.6).
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using Aard = Regel::Aard;

constexpr std::string_view kPipDoorgeven = "VoegPipToe";
constexpr std::string_view kWijzigen = "WijzigPip";
constexpr std::string_view kVerwijderen = "VerwijderPip";
constexpr std::string_view kPipSchrijven = "VoegPipToe WijzigPip";

constexpr auto kPipRegels = std::to_array<Regel>({
    {.id = "W21-110", .operaties = kPipDoorgeven, .code = "FS110"},
    {.id = "W21-111", .operaties = kPipSchrijven, .code = "FS111"},
    {.id = "W21-112", .operaties = kPipSchrijven, .code = "FS112"},
    {.id = "W21-113", .operaties = kPipSchrijven, .code = "FS113"},
    {.id = "W21-114", .operaties = kPipSchrijven, .code = "AS114"},
    {.id = "W21-115", .operaties = kPipSchrijven, .code = "AS115"},
    {.id = "W21-116", .operaties = kPipDoorgeven, .code = "FS116"},
    {.id = "W21-117", .operaties = kWijzigen, .code = "AS117"},
    {.id = "W21-118", .operaties = kPipSchrijven, .code = "AS118"},
    {.id = "W21-119", .operaties = kPipSchrijven, .code = "FS119"},
    {.id = "W21-120", .operaties = kPipSchrijven, .code = "FS120"},
    {.id = "W21-121", .operaties = kPipSchrijven, .code = "FS121"},
    {.id = "W21-122", .operaties = kPipSchrijven, .code = "FS122"},
    {.id = "W21-123", .operaties = kPipSchrijven, .code = "FS123"},
    {.id = "W21-124", .operaties = kPipSchrijven, .code = "FS124"},
    {.id = "W21-125", .operaties = "WijzigPip VerwijderPip", .code = "FS125"},
    {.id = "W21-126", .operaties = kWijzigen, .code = "FS126"},
    {.id = "W21-127", .operaties = kWijzigen, .code = "FS127"},
    {.id = "W21-128", .operaties = kWijzigen, .code = "FS128"},
    {.id = "W21-129", .operaties = kWijzigen, .code = "AS129"},
    {.id = "W21-130", .operaties = kVerwijderen, .code = "FS130"},
    {.id = "W21-131", .operaties = kVerwijderen, .code = "FS131"},
    {.id = "W21-132", .operaties = kVerwijderen, .code = "AS132"},
    {.id = "W21-133", .operaties = kWijzigen, .code = "FS133"},
    {.id = "W21-500",
     .aard = Aard::automatisch,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst = "Weggelaten niveau: B1 bij de B1- en Onderwijsroute, niet van toepassing bij de "
              "Zelfredzaamheidsroute. Weggelaten alfabetisering: niet van toepassing. Weggelaten "
              "toestemming voor een niet-vrijstellende opleiding: nee."},
    {.id = "W21-501",
     .aard = Aard::automatisch,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.2",
     .tekst =
         "Het eerste PIP van een gemeente handelt SS121, SS122, SS126, SS129 en SS139 af, bij elke gemeente "
         "die de persoon ziet."},
    {.id = "W21-502",
     .aard = Aard::automatisch,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst =
         "Een dagtekening in het verleden is de dagtekening zoals zij is gegeven; de registratie is de dag "
         "zelf."},
    {.id = "W21-503",
     .aard = Aard::automatisch,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst = "Op dag 15 na de registratie van het initiële PIP staat de termijn vast: van de dag na de "
              "dagtekening van het initiële PIP tot en met drie jaar na die dagtekening."},
    {.id = "W21-504",
     .aard = Aard::automatisch,
     .bron = "Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2",
     .tekst = "Bij de start van de termijn krijgt de gemeente SS102."},
    {.id = "W21-505",
     .aard = Aard::automatisch,
     .bron = "Wi2021 § 3.2",
     .tekst = "Bij de start van de termijn worden SS101, SS120, SS131 en SS132 afgehandeld."},
    {.id = "W21-506",
     .aard = Aard::automatisch,
     .operaties = kWijzigen,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "Het aantal wijzigingen is onbegrensd; elke vorige stand blijft als historie bewaard."},
    {.id = "W21-507",
     .aard = Aard::automatisch,
     .operaties = kWijzigen,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst =
         "Na een verhuizing stelt de nieuwe gemeente haar PIP vast met een wijziging: de dagtekening van het "
         "initiële PIP blijft, de overige gegevens zijn alleen die van de nieuwe gemeente."},
    {.id = "W21-508",
     .aard = Aard::automatisch,
     .operaties = kPipDoorgeven,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst =
         "Bij een nieuwe inburgeringsplicht hoort een nieuw initieel PIP; dat van een eerdere plicht staat "
         "niet in de weg."},
    {.id = "W21-509",
     .aard = Aard::weergave,
     .operaties = "RaadpleegPersoon",
     .bron = "Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.3",
     .tekst = "Zonder eigen PIP ziet de gemeente begin en einde van de tien weken; met een PIP vanaf welke "
              "dag het "
              "definitief is."},
    {.id = "W21-510",
     .aard = Aard::weergave,
     .operaties = "RaadpleegHistorie",
     .bron = "Wi2021 § 3.6.6.4",
     .tekst =
         "De historie bevat alle eerdere standen, de jongste eerst; is er geen, dan zegt een melding dat."},
    {.id = "W21-511",
     .aard = Aard::nietToetsbaar,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst =
         "De gemeente stelt het PIP vast binnen tien weken na SS139 en geeft het binnen tien werkdagen door.",
     .toelichting = "Een te laat PIP moet ook worden doorgegeven; DUO signaleert met SS126."},
    {.id = "W21-512",
     .aard = Aard::nietToetsbaar,
     .operaties = kWijzigen,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "Na 18 maanden mag de leerroute alleen wijzigen in uitzonderlijke, persoonlijke situaties.",
     .toelichting = "De gemeente beoordeelt dat zelf; zij bevestigt het met AS129."},
    {.id = "W21-513",
     .aard = Aard::nietToetsbaar,
     .operaties = kWijzigen,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst =
         "Vóór een wijziging van de Onderwijsroute naar de B1-route verwerkt de gemeente eerst het aanbod en "
         "de taallesuren van de Onderwijsroute.",
     .toelichting = "Wat er nog te verwerken is, weet alleen de gemeente."},
    {.id = "W21-514",
     .aard = Aard::nietToetsbaar,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst =
         "Toestemming voor een niet-vrijstellende opleiding is met de persoon afgesproken, en de opleiding "
         "geeft recht op verlenging.",
     .toelichting = "Afspraak en opleiding staan niet in het ISI."},
    {.id = "W21-515",
     .aard = Aard::nietToetsbaar,
     .operaties = kWijzigen,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "De vorige gemeente werkt na een verhuizing alleen bij wat vóór de verhuizing is gedaan.",
     .toelichting = "Wanneer een activiteit plaatsvond, weet alleen de gemeente."},
    {.id = "W21-516",
     .aard = Aard::nietToetsbaar,
     .bron = "Wi2021 § 3.6.6.1",
     .tekst = "DUO stuurt de persoon de brief over de inburgeringstermijn.",
     .toelichting = "Brieven verstuurt DUO buiten de koppeling om."},
    {.id = "W21-517",
     .aard = Aard::nietToetsbaar,
     .operaties = kPipSchrijven,
     .bron = "Wi2021 § 3.6.6.1; Wi2021 § 3.6.6.2",
     .tekst =
         "Asielstatushouders in de Zelfredzaamheidsroute krijgen alleen bij niveau A2 gratis examenpogingen.",
     .toelichting = "DUO kent de pogingen toe en telt ze."},
});

}  // namespace

std::span<const Regel> pipRegels() {
  return kPipRegels;
}

}  // namespace cvsgw::laws::wi2021
