#include "adapters/files/legenda.hpp"

#include <array>

#include "adapters/files/csv.hpp"
#include "gateway/domain/gemeenten.hpp"

namespace cvsgw::files {
namespace {

constexpr auto kKolommen = std::to_array<isi::Kolom>({
    {"Kolom", {}, {}},
    {"Naam", {}, {}},
    {"Definitie", {}, {}},
    {"Mogelijke waarden", {}, {}},
    {"Herkomst", {}, {}},
});

// A to Z, AA to AZ, …
std::string letters(size_t nummer) {
  std::string out;
  for (size_t rest = nummer + 1; rest > 0; rest = (rest - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return out;
}

}  // namespace

void schrijfLegenda(Afvoer& afvoer, const isi::Bestand& bestand) {
  CsvSchrijver csv(afvoer, kKolommen);
  isi::Rij rij;
  size_t nummer = 0;
  for (const auto& kolom : isi::kolommenVan(bestand.soort)) {
    rij.opnieuw();
    rij.samengesteld(letters(nummer++))
        .tekst(kolom.naam)
        .tekst(kolom.definitie)
        .tekst(kolom.waarden)
        .tekst(kolom.herkomst);
    csv.rij(rij.cellen());
  }
  csv.klaar();
}

std::string disclaimer(const isi::Bestand& bestand, const Gemeentecode& gemeente) {
  std::string out = "\xEF\xBB\xBF";
  const auto regel = [&out](std::string_view tekst) { out.append(tekst).append("\r\n"); };
  regel(std::string(bestand.titel()) + " (" + bestand.bestandsnaam(gemeente) + ")");
  regel("Gemeente: " + gemeente.value() + " " + std::string(kGemeenten.omschrijving(gemeente.value())));
  regel("Datum: " + bestand.datum.dutch());
  if (const auto dag = bestand.inhoudTotEnMet()) regel("Bijgewerkt tot en met: " + dag->dutch());
  regel("");
  regel(isi::inhoudVan(bestand.soort));
  regel("");
  regel("Lezen");
  regel(
      "De kolommen staan in legenda.csv. Datums zijn dd-mm-jjjj. Een leeg veld betekent: niet bekend of "
      "niet");
  regel("van toepassing.");
  if (bestand.formaat == isi::Formaat::csv) {
    regel("Csv: UTF-8, puntkomma als scheiding, komma in bedragen; Excel opent het zonder instellingen.");
    regel(
        "Begint een veld met een apostrof ('), dan hoort die niet bij de waarde: zonder dat teken zou Excel");
    regel("de waarde veranderen (voorloopnullen, lange nummers) of als formule uitvoeren.");
  }
  regel("");
  regel("Gebruik");
  regel("- Werk met het nieuwste bestand; de datum staat hierboven en bij het bestand in LijstBestanden.");
  regel("- Dit bestand bevat persoonsgegevens. Gebruik het alleen om de Wet inburgering uit te voeren.");
  regel("- Zorg dat anderen er niet bij kunnen, en vernietig het en elke kopie als u klaar bent.");
  regel("- Aan de aantallen in dit bestand zijn geen rechten te ontlenen; de gegevens in ISI gaan voor.");
  return out;
}

}  // namespace cvsgw::files
