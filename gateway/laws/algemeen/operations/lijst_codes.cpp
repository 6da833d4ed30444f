#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/wet.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using isi::PublishedList;

Codelijstrij rijVan(const CodeRow& row) {
  Codelijstrij rij;
  rij.code = row.code;
  rij.omschrijving = row.omschrijving;
  return rij;
}

Codelijstrij rijVan(const SignaalRow& row) {
  Codelijstrij rij;
  rij.code = row.code;
  rij.omschrijving = row.omschrijving;
  rij.toelichting = row.toelichting;
  rij.vervolgactie = row.vervolgactie;
  return rij;
}

Codelijstrij rijVan(const MeldingRow& row) {
  Codelijstrij rij;
  rij.code = row.code;
  rij.omschrijving = row.tekst;
  rij.bevestigen = row.bevestigen;
  rij.regel = row.regel;
  rij.geldigVanaf = Date::parse(row.geldigVanaf);
  return rij;
}

template <class Row>
void appendRows(std::vector<Codelijstrij>& rijen, std::span<const Row> rows) {
  for (const auto& row : rows) rijen.push_back(rijVan(row));
}

Codelijst lijstVan(const PublishedList& list, bool metRijen) {
  Codelijst out;
  out.naam = list.naam;
  if (list.wet) out.wet = wetNaam(*list.wet);
  out.bron = list.bron;
  out.aantal = static_cast<std::int64_t>(list.aantal());
  if (!metRijen) return out;
  out.rijen.reserve(list.aantal());
  appendRows(out.rijen, list.codes);
  appendRows(out.rijen, list.signalen);
  appendRows(out.rijen, list.meldingen);
  return out;
}

}  // namespace

LijstCodesAntwoord codelijsten(std::optional<Wet> wet, const std::optional<std::string>& lijst) {
  LijstCodesAntwoord antwoord;
  for (const auto& list : isi::publishedLists()) {
    if (wet && list.wet && *list.wet != *wet) continue;
    if (lijst && list.naam != *lijst) continue;
    antwoord.lijsten.push_back(lijstVan(list, lijst.has_value()));
  }
  if (antwoord.lijsten.empty()) antwoord.meldingen.push_back(melding("AS004", "criteria/lijst"));
  return antwoord;
}

Outcome<LijstCodesAntwoord> lijstCodes(const _alg__LijstCodes& vraag, const dispatch::CallContext&) {
  std::optional<Wet> wet;
  std::optional<std::string> lijst;
  if (vraag.criteria) {
    if (vraag.criteria->wet) wet = wetVan(*vraag.criteria->wet);
    if (vraag.criteria->lijst) lijst = *vraag.criteria->lijst;
  }
  return codelijsten(wet, lijst);
}

}  // namespace cvsgw::laws::algemeen
