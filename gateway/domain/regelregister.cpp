#include "gateway/domain/regelregister.hpp"

#include <algorithm>

namespace cvsgw {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

void takeMelding(RegelRij& rij, const MeldingRow& row) {
  rij.code = row.code;
  rij.bevestigen = row.bevestigen;
  // What a rule says of itself goes before what its message says.
  if (rij.bron.empty()) rij.bron = regelBron(row);
  if (rij.tekst.empty()) rij.tekst = row.tekst;
  rij.geldigVanaf = row.geldigVanaf;
}

RegelRij rijVan(const Regel& regel, std::span<const MeldingRow> meldingen) {
  RegelRij rij;
  rij.id = regel.id;
  rij.aard = regel.aard;
  rij.alleWijzigingen = regel.operaties == kAlleWijzigingen;
  if (!rij.alleWijzigingen) rij.operaties = words(regel.operaties);
  rij.code = regel.code;
  rij.bron = regel.bron;
  rij.tekst = regel.tekst;
  rij.toelichting = regel.toelichting;
  rij.geldigVanaf = regel.geldigVanaf;
  const auto row = std::ranges::find(meldingen, regel.code, &MeldingRow::code);
  if (row != meldingen.end()) takeMelding(rij, *row);
  return rij;
}

}  // namespace

std::string_view regelId(const MeldingRow& row) {
  return row.regel.substr(0, row.regel.find(' '));
}

std::string_view regelBron(const MeldingRow& row) {
  const auto open = row.regel.find('(');
  const auto close = row.regel.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return row.regel.substr(open + 1, close - open - 1);
}

std::vector<RegelRij> regelregister(std::span<const Regel> regels, std::span<const MeldingRow> meldingen) {
  std::vector<RegelRij> rijen;
  rijen.reserve(regels.size() + meldingen.size());
  for (const auto& regel : regels) rijen.push_back(rijVan(regel, meldingen));
  for (const auto& row : meldingen) {
    if (std::ranges::find(regels, row.code, &Regel::code) != regels.end()) continue;
    RegelRij rij;
    rij.id = regelId(row);
    takeMelding(rij, row);
    rijen.push_back(std::move(rij));
  }
  std::ranges::stable_sort(rijen, {}, &RegelRij::id);
  return rijen;
}

std::string_view aardNaam(Regel::Aard aard) {
  switch (aard) {
    case Regel::Aard::toets:
      return "toets";
    case Regel::Aard::automatisch:
      return "automatisch";
    case Regel::Aard::weergave:
      return "weergave";
    case Regel::Aard::nietToetsbaar:
      return "nietToetsbaar";
  }
  return {};
}

}  // namespace cvsgw
