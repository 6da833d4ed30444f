// What events from outside bring about under the Wi2021; the effects are in
// gateway/isi/wi2021/gebeurtenis*.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

using enum Regel::Aard;

constexpr auto kGebeurtenissenRegels = std::to_array<Regel>({
    {.id = "W21-600",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2",
     .tekst = "Het resultaat van de Leerbaarheidstoets handelt SS137 en SS138 af."},
    {.id = "W21-601",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2, § 4.1 SS129, SS130",
     .tekst = "Het einde van een tijdelijke vrijstelling handelt SS109 af; een PIP van daarvoor geldt weer "
              "(SS130), zonder PIP volgt SS129."},
    {.id = "W21-602",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2",
     .tekst = "Het einde van de plicht handelt SS103, SS104, SS112, SS117, SS119, SS128, SS130, SS133, "
              "SS135, SS136 en SS194 af."},
    {.id = "W21-603",
     .aard = automatisch,
     .bron = "Wi2021 § 3.2.3",
     .tekst = "Verhuist een persoon met een open aanmelding voor de Leerbaarheidstoets, dan verdwijnt SS137 "
              "bij de oude gemeente."},
    {.id = "W21-604",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.6.1, § 4.1 SS120, SS121, SS139",
     .tekst = "De tien weken voor het PIP beginnen op de dag dat de persoon in de gemeente gaat wonen, niet "
              "bij een koppeling door het COA."},
    {.id = "W21-605",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.4.1",
     .tekst =
         "Na een gewijzigd verblijfsdoel gelden de rechten als asielstatushouder; op verzoek kan dat één "
         "keer anders, niet na het einde van de termijn."},
    {.id = "W21-606",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS190, SS191",
     .tekst = "Een correctie haalt de persoon uit het zicht onder de Wi2021; het signaal draagt alleen een "
              "BSN."},
    {.id = "W21-607",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.13; Wi2021 § 4.1 SS112, SS104, SS113",
     .tekst = "Een verlenging kan de persoon vragen vanaf tweeënhalf jaar (30 maanden) na de start van de "
              "inburgeringstermijn: SS112; toegekend SS104, afgewezen SS113."},
    {.id = "W21-608",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.6.2",
     .tekst = "Wie na het einde van zijn plicht opnieuw inburgeringsplichtig wordt, heeft een nieuwe "
              "plicht: termijn, aanbod en eindgesprek van de vorige zijn historie, een nieuw PIP is nodig; "
              "toetsen, examens, MAP, PVT en uren blijven staan."},
    {.id = "W21-609",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS101, SS128, SS139",
     .tekst = "Een nieuwe inburgeringsplicht geeft SS101, of binnen zes maanden vóór de AOW-leeftijd "
              "SS128; wie in de gemeente woont geeft haar ook SS139."},
    {.id = "W21-610",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS122, SS123",
     .tekst = "De gemeente die een persoon verlaat krijgt SS122 (andere gemeente) of SS123 (uit Nederland)."},
    {.id = "W21-611",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS120, SS121",
     .tekst = "De gemeente waar een persoon zich uit een andere vestigt krijgt SS121 als er een PIP van "
              "een andere gemeente is, anders SS120."},
    {.id = "W21-612",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS107, SS108, SS109, SS114 tot en met SS119",
     .tekst = "Een besluit over vrijstelling of ontheffing geeft zijn signaal: geheel SS107 of SS108, "
              "tijdelijk SS109, gedeeltelijk SS117 of SS119, afgewezen SS114, SS115, SS116 of SS118."},
    {.id = "W21-613",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS106, SS110, SS111",
     .tekst = "Diploma, intrekking en overlijden beëindigen de plicht en geven SS106, SS110 of SS111 bij "
              "elke gemeente die de persoon ziet."},
    {.id = "W21-614",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.4.1; Wi2021 § 4.1 SS124, SS125",
     .tekst = "Een andere doelgroep door een gewijzigd verblijfsrecht geeft SS124 of SS125."},
    {.id = "W21-615",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS132, SS133, SS135, SS136",
     .tekst = "Een cursuscontract geeft SS132 zolang de termijn niet is gestart; daarna SS136 bij een "
              "taalschakeltraject buiten de Onderwijsroute, SS135 bij een te hoog en SS133 bij een te laag "
              "taalniveau, en niets als het past."},
    {.id = "W21-616",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS131, SS137",
     .tekst = "De aanmelding voor de Leerbaarheidstoets geeft SS137 en start de twaalf maanden; het "
              "resultaat geeft SS131."},
    {.id = "W21-617",
     .aard = automatisch,
     .bron = "Wi2021 § 4.1 SS140, SS142, SS192; Wi2021 § 3.6.6.1",
     .tekst = "Een verzoek om advies BIO geeft SS140, uitschrijving bij de niet-vrijstellende opleiding "
              "SS142, een keuze voor de Wi2013 SS192."},
    {.id = "W21-618",
     .aard = automatisch,
     .bron = "Wi2021 § 3.6.8",
     .tekst = "Een examen zonder resultaat, verwijtbaar of niet, is er alleen op niveau A2 (en bij KNM)."},
    {.id = "W21-619",
     .aard = nietToetsbaar,
     .bron = "Wi2021 § 4.1",
     .tekst = "De persoon is per brief geïnformeerd; een signaal over een contract gaat ook naar de "
              "cursusinstelling.",
     .toelichting = "Brieven en berichten aan instellingen verstuurt DUO buiten de koppeling om."},
});

}  // namespace

std::span<const Regel> gebeurtenisRegels() {
  return kGebeurtenissenRegels;
}

}  // namespace cvsgw::laws::wi2021
