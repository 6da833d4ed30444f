#include "gateway/isi/wi2007/examens.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "gateway/isi/wi2007/plicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr std::array<std::string_view, 4> kInburgeringsexamen{"KNS", "TGN", "EPE", "Praktijkexamen"};
constexpr std::array<std::string_view, 4> kNt2{"NT2Lezen", "NT2Luisteren", "NT2Schrijven", "NT2Spreken"};

bool namDeelAan(const Dossier& dossier, std::string_view examen) {
  return std::ranges::any_of(dossier.examens.onderdelen,
                             [&](const auto& each) { return each.examen == examen && deelgenomen(each); });
}

bool slaagdeVoor(const Dossier& dossier, std::string_view examen) {
  return std::ranges::any_of(dossier.examens.onderdelen, [&](const auto& each) {
    return each.examen == examen && each.uitslag == "Geslaagd";
  });
}

}  // namespace

bool deelgenomen(const Examenonderdeel& onderdeel) {
  return onderdeel.uitslag && onderdeel.uitslag != "NietVerschenen";
}

bool vrijgesteldVan(const Dossier& dossier, std::string_view examen) {
  return std::ranges::any_of(dossier.vrijstellingen, [&](const Vrijstelling& vrijstelling) {
    if (vrijstelling.soort != "Gedeeltelijk" || !vrijstelling.examenonderdeel) return false;
    const auto& onderdeel = *vrijstelling.examenonderdeel;
    if (examen == "KNS") return onderdeel == "KNS" || onderdeel == "TGNEnKNS";
    if (examen == "TGN") return onderdeel == "TGN" || onderdeel == "TGNEnKNS" || onderdeel == "Taal";
    return (examen == "EPE" || examen == "Praktijkexamen") && onderdeel == "Taal";
  });
}

void werkDeelnameBij(Dossier& dossier, const std::optional<Gemeentecode>& gemeente, Date dag) {
  auto& examens = dossier.examens;
  const auto code = gemeente ? std::optional(gemeente->value()) : std::nullopt;
  const bool iets =
      std::ranges::any_of(kInburgeringsexamen, [&](auto examen) { return namDeelAan(dossier, examen); });
  const bool alles = std::ranges::all_of(kInburgeringsexamen, [&](auto examen) {
    return namDeelAan(dossier, examen) || vrijgesteldVan(dossier, examen);
  });
  if (!examens.deelgenomenVolledigExamen && iets && alles) {
    examens.deelgenomenVolledigExamen = true;
    examens.gemeenteVolledigeDeelname = code;
  }
  const bool alleNt2 = std::ranges::all_of(kNt2, [&](auto examen) { return namDeelAan(dossier, examen); });
  if (!examens.volledigeDeelnameNt2 && alleNt2) {
    examens.volledigeDeelnameNt2 = "1";
    examens.datumVolledigeDeelnameNt2 = dag;
    examens.gemeenteVolledigeDeelnameNt2 = code;
  }
  if (std::ranges::all_of(kNt2, [&](auto examen) { return slaagdeVoor(dossier, examen); }))
    examens.volledigeDeelnameNt2 = "2";
}

std::string wijzeVanSlagen(const Dossier& dossier) {
  std::map<std::string_view, int> pogingen;
  for (const auto& onderdeel : dossier.examens.onderdelen) {
    if (deelgenomen(onderdeel)) ++pogingen[onderdeel.examen];
  }
  const bool herkansing = std::ranges::any_of(
      kInburgeringsexamen, [&](auto examen) { return pogingen.contains(examen) && pogingen.at(examen) > 1; });
  const bool vrijstelling = gedeeltelijkVrijgesteld(dossier);
  if (herkansing) return vrijstelling ? "MetHerkansingMetVrijstelling" : "MetHerkansingZonderVrijstelling";
  return vrijstelling ? "ZonderHerkansingMetVrijstelling" : "ZonderHerkansingZonderVrijstelling";
}

}  // namespace cvsgw::isi::wi2007
