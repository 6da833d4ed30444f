// What events from outside bring about under the Wi2021; the effects are in
// gateway/isi/wi2021/gebeurtenis*.cpp.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

std::span<const Regel> gebeurtenisRegels() {
  using enum Regel::Aard;
  static constexpr auto kRegels = std::to_array<Regel>({
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
       .tekst =
           "Verhuist een persoon met een open aanmelding voor de Leerbaarheidstoets, dan verdwijnt SS137 "
           "bij de oude gemeente."},
      {.id = "W21-604",
       .aard = automatisch,
       .bron = "Wi2021 § 3.6.6.1, § 4.1 SS120, SS121, SS139",
       .tekst =
           "De tien weken voor het PIP beginnen op de dag dat de persoon in de gemeente gaat wonen, niet "
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
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
