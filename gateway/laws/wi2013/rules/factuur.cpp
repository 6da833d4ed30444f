#include "gateway/laws/wi2013/rules/factuur.hpp"

#include <algorithm>
#include <array>

#include "gateway/domain/tekens.hpp"
#include "gateway/laws/wi2013/rules/regels.hpp"
#include "gateway/laws/wi2013/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::wi2013::Besluit;
using isi::wi2013::Dossier;
using isi::wi2013::Factuur;
using isi::wi2013::Stand;
using isi::wi2013::Uitkomst;

constexpr std::size_t kFactuurnummer = 16;
constexpr std::size_t kDebiteurnummer = 10;

bool alfanumeriek(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

void controleerInvoer(const Factuur& invoer, std::vector<Melding>& meldingen) {
  constexpr std::string_view kNummer = "factuur/factuurnummer";
  constexpr std::string_view kDebiteur = "factuur/debiteurnummer";
  if (aantalTekens(invoer.factuurnummer) > kFactuurnummer)
    meldingen.push_back(meldingWith("FS334", std::to_string(aantalTekens(invoer.factuurnummer)), kNummer));
  if (!alfanumeriek(invoer.factuurnummer)) meldingen.push_back(melding("FS335", kNummer));
  if (!invoer.debiteurnummer) return;
  if (aantalTekens(*invoer.debiteurnummer) > kDebiteurnummer)
    meldingen.push_back(
        meldingWith("FS336", std::to_string(aantalTekens(*invoer.debiteurnummer)), kDebiteur));
  if (!alfanumeriek(*invoer.debiteurnummer)) meldingen.push_back(melding("FS337", kDebiteur));
}

bool zelfde(const Factuur& een, const Factuur& ander) {
  return een.factuurnummer == ander.factuurnummer && een.factuurdatum == ander.factuurdatum &&
         een.debiteurnummer == ander.debiteurnummer;
}

void toonLaatste(const Dossier& nieuw, Uitkomst& uitkomst) {
  if (const auto* factuur = nieuw.laatsteFactuur()) uitkomst.factuur = *factuur;
}

// What changing and deleting have in common.
Besluit begin(const Stand& stand) {
  Besluit besluit;
  const Factuur* factuur = stand.dossier.laatsteFactuur();
  besluit.meldingen = controleerWijzigbaar(stand, factuur ? factuur->versie : std::string());
  if (!factuur) besluit.meldingen.push_back(melding("FS340", "bsn"));
  if (factuur && factuur->geaccepteerd()) besluit.meldingen.push_back(melding("FS341", "bsn"));
  return besluit;
}

}  // namespace

Besluit voegFactuurToe(const Stand& stand, const Factuur& invoer) {
  Besluit besluit;
  const auto& dossier = stand.dossier;
  const Factuur* laatste = dossier.laatsteFactuur();
  auto& meldingen = besluit.meldingen =
      controleerWijzigbaar(stand, laatste ? laatste->versie : std::string());
  besluit.toon = toonLaatste;
  const bool loopt = laatste && !laatste->afgesloten();
  if (loopt && zelfde(*laatste, invoer) && !geweigerd(meldingen)) {
    meldingen.push_back(melding("AS010"));
    return besluit;
  }
  if (!dossier.lening) meldingen.push_back(melding("FS330", "bsn"));
  if (!dossier.pvt.voldaan()) meldingen.push_back(melding("FS331", "bsn"));
  if (loopt) meldingen.push_back(melding("FS332", "bsn"));
  if (!stand.rekeningnummerBekend) meldingen.push_back(melding("FS333", "gemeentecode"));
  controleerInvoer(invoer, meldingen);
  if (geweigerd(meldingen)) return besluit;
  besluit.dossier = dossier;
  Factuur factuur;
  factuur.factuurnummer = invoer.factuurnummer;
  factuur.factuurdatum = invoer.factuurdatum;
  factuur.debiteurnummer = invoer.debiteurnummer;
  factuur.bedrag = isi::wi2013::kFactuurbedrag;
  factuur.status =
      std::string(1, '2');  // opgenomen; assigned as a literal it meets a false warning of GCC 12
  besluit.dossier->facturen.push_back(std::move(factuur));
  return besluit;
}

Besluit wijzigFactuur(const Stand& stand, const Factuur& invoer) {
  Besluit besluit = begin(stand);
  const Factuur* laatste = stand.dossier.laatsteFactuur();
  besluit.toon = toonLaatste;
  if (laatste && zelfde(*laatste, invoer) && !geweigerd(besluit.meldingen)) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  controleerInvoer(invoer, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  auto& factuur = besluit.dossier->facturen.back();
  factuur.factuurnummer = invoer.factuurnummer;
  factuur.factuurdatum = invoer.factuurdatum;
  factuur.debiteurnummer = invoer.debiteurnummer;
  return besluit;
}

Besluit verwijderFactuur(const Stand& stand) {
  Besluit besluit = begin(stand);
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->facturen.pop_back();
  return besluit;
}

std::span<const Regel> factuurRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kToe = "VoegFactuurToe";
  constexpr std::string_view kInvoer = "VoegFactuurToe WijzigFactuur";
  constexpr std::string_view kBestaand = "WijzigFactuur VerwijderFactuur";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W13-040", .operaties = kToe, .code = "FS330"},
      {.id = "W13-041", .operaties = kToe, .code = "FS331"},
      {.id = "W13-042", .operaties = kToe, .code = "FS332"},
      {.id = "W13-043", .operaties = kToe, .code = "FS333"},
      {.id = "W13-044", .operaties = kInvoer, .code = "FS334"},
      {.id = "W13-045", .operaties = kInvoer, .code = "FS335"},
      {.id = "W13-046", .operaties = kInvoer, .code = "FS336"},
      {.id = "W13-047", .operaties = kInvoer, .code = "FS337"},
      {.id = "W13-048",
       .aard = automatisch,
       .operaties = kToe,
       .bron = "Wi2013 § 3.6",
       .tekst = "Het bedrag is 150,00 euro: DUO vult het in en het kan niet worden gewijzigd.",
       .geldigVanaf = kVanaf},
      {.id = "W13-049",
       .aard = nietToetsbaar,
       .operaties = kToe,
       .bron = "Wi2013 § 3.6",
       .tekst = "DUO betaalt pas als de persoon de factuur heeft geaccepteerd; wie zijn e-mailadres heeft "
                "geregistreerd, krijgt bericht dat er een factuur klaarstaat.",
       .toelichting =
           "Betalen en berichten aan de persoon gebeurt buiten het ISI; factuur-status brengt de uitkomst.",
       .geldigVanaf = kVanaf},
      {.id = "W13-050", .operaties = kBestaand, .code = "FS340"},
      {.id = "W13-051", .operaties = kBestaand, .code = "FS341"},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2013
