#include "gateway/laws/algemeen/rules/bestelling.hpp"

#include "gateway/domain/tekst.hpp"
#include "gateway/laws/algemeen/rules/afzender.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using isi::loket::Bestelbesluit;
using isi::loket::Bestelling;
using isi::loket::Bestelstand;

constexpr std::int32_t kVerwachteSets = 4;  // more than these is unusual, for papers that allow more

struct Papier {
  std::int32_t set;      // pieces
  std::int32_t maximum;  // sets
};

Papier papierVan(std::string_view soort) {
  return soort == "Pvt" ? Papier{25, 40} : Papier{50, 2};
}

Bestelling bestellingVan(const BestellingInvoer& invoer) {
  Bestelling out;
  out.soort = invoer.soort;
  out.aantal = invoer.aantal;
  out.aantalSets = invoer.aantal / papierVan(invoer.soort).set;
  out.naam = cvsgw::opgeschoond(invoer.naam);
  out.email = cvsgw::opgeschoond(invoer.email);
  if (invoer.telefoonnummer) out.telefoonnummer = cvsgw::opgeschoond(*invoer.telefoonnummer);
  if (invoer.kenmerk) out.kenmerk = cvsgw::opgeschoond(*invoer.kenmerk);
  return out;
}

void controleerAantal(std::vector<Melding>& meldingen, const BestellingInvoer& invoer) {
  constexpr std::string_view kVeld = "bestelling/aantal";
  const auto [set, maximum] = papierVan(invoer.soort);
  if (invoer.aantal < set) {
    meldingen.push_back(meldingWith("FS052", std::to_string(set), kVeld));
    return;
  }
  if (invoer.aantal % set != 0) meldingen.push_back(meldingWith("FS051", std::to_string(set), kVeld));
  if (invoer.aantal > set * maximum)
    meldingen.push_back(meldingWith("FS053", std::to_string(set * maximum), kVeld));
  else if (const auto sets = (invoer.aantal + set - 1) / set; sets > kVerwachteSets)
    meldingen.push_back(meldingWith("AS054", std::to_string(sets), kVeld));
}

std::int32_t vandaagBesteld(const Bestelstand& stand, std::string_view soort) {
  std::int32_t aantal = 0;
  for (const auto& bestelling : stand.vandaag) {
    if (bestelling.soort == soort) aantal += bestelling.aantal;
  }
  return aantal;
}

}  // namespace

bool magBestellen(const Rollen& rollen) {
  return rollen.has(Rol::Wi2013MUT) || rollen.has(Rol::Wi2021MUT);
}

Bestelbesluit bestel(const Bestelstand& stand, const BestellingInvoer& invoer) {
  Bestelbesluit besluit;
  auto& meldingen = besluit.meldingen;
  Bestelling bestelling = bestellingVan(invoer);
  if (invoer.soort == "Zroute" && !stand.namens.rollen.has(Rol::Wi2021MUT))
    meldingen.push_back(melding("FS050", "bestelling/soort"));
  controleerAantal(meldingen, invoer);
  controleerNaam(meldingen, bestelling.naam, "bestelling/naam");
  controleerEmail(meldingen, bestelling.email, "bestelling/email");
  controleerOptioneel(meldingen, bestelling.telefoonnummer, "bestelling/telefoonnummer");
  controleerOptioneel(meldingen, bestelling.kenmerk, "bestelling/kenmerk");
  // Also for who lost the answer to a first order without a message id.
  if (const auto aantal = vandaagBesteld(stand, invoer.soort); aantal > 0)
    meldingen.push_back(meldingWith("AS059", std::to_string(aantal), "bestelling"));
  if (geweigerd(meldingen)) return besluit;
  meldingen.push_back(melding("AS060"));
  bestelling.datum = stand.namens.vandaag;
  besluit.bestelling = std::move(bestelling);
  return besluit;
}

}  // namespace cvsgw::laws::algemeen
