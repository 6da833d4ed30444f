// What the Wi2013 manual says of searching and reading. What these rules do is in
// gateway/isi/wi2013/beeld.cpp, zicht.cpp and adapters/store/wi2013/store.cpp.
#include <array>

#include "gateway/laws/wi2013/rules/regels.hpp"

namespace cvsgw::laws::wi2013 {

std::span<const Regel> lezenRegels() {
  using enum Regel::Aard;
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W13-001", .operaties = "RaadpleegPersoon", .code = "AS301"},
      {.id = "W13-010",
       .aard = weergave,
       .operaties = "ZoekPersonen",
       .bron = "Wi2013 § 3.3",
       .tekst = "Wie is uitgeschreven bij de BRP, staat niet in de lijst van gevonden personen.",
       .geldigVanaf = kVanaf},
      {.id = "W13-011",
       .aard = weergave,
       .operaties = "ZoekPersonen",
       .bron = "Wi2013 § 3.3",
       .tekst = "Zonder paginering staan er 20 personen op een pagina, op burgerservicenummer.",
       .geldigVanaf = kVanaf},
      {.id = "W13-012",
       .aard = weergave,
       .operaties = "ZoekPersonen",
       .bron = "Wi2013 § 3.2, § 3.3",
       .tekst =
           "Zoeken met factuurAanwezig Nee vindt alleen wie nog geen factuur heeft en voor wie er nu een "
           "kan worden ingediend; in de kolom zegt Nee alleen dat er geen is.",
       .geldigVanaf = kVanaf},
      {.id = "W13-013",
       .aard = weergave,
       .operaties = "ZoekSignalen",
       .bron = "Wi2013 § 3.8",
       .tekst = "Zonder paginering staan er 10 signalen op een pagina, op burgerservicenummer.",
       .geldigVanaf = kVanaf},
      {.id = "W13-014",
       .aard = weergave,
       .operaties = "RaadpleegPersoon",
       .bron = "Wi2013 § 3.5",
       .tekst = "Wijzigen is alleen mogelijk bij personen die PVT-plichtig zijn.",
       .geldigVanaf = kVanaf},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2013
