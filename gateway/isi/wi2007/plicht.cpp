#include "gateway/isi/wi2007/plicht.hpp"

#include <algorithm>

#include "gateway/isi/aow.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

// The texts of the open list redenNietInburgeringsplichtig (codes.cpp).
std::string redenTekst(std::string_view code) {
  return std::string(codes::kRedenNietInburgeringsplichtig.omschrijving(code));
}

std::optional<std::string> vervalgrond(const Dossier& dossier, Date dag) {
  if (dossier.examens.datumDiplomaBehaald) return redenTekst("DiplomaBehaald");
  if (const auto aow = aowDag(dossier); aow && *aow <= dag) return redenTekst("AowGerechtigd");
  if (nederlands(dossier)) return redenTekst("NederlandseNationaliteit");
  if (dossier.gegevens.verblijfsdoel == "Tijdelijk") return redenTekst("TijdelijkVerblijfsdoel");
  if (dossier.gegevens.rechtmatigVerblijf == false) return redenTekst("GeenRechtmatigVerblijf");
  return std::nullopt;
}

}  // namespace

bool nederlands(const Dossier& dossier) {
  constexpr std::string_view kNederlandse = "Nederlandse";
  const auto& gegevens = dossier.gegevens;
  return dossier.positie != posities::kVrijwillig &&
         (gegevens.nationaliteit1 == kNederlandse || gegevens.nationaliteit2 == kNederlandse);
}

std::optional<Date> aowDag(const Dossier& dossier) {
  if (!dossier.geboortedatum || dossier.positie == posities::kVrijwillig) return std::nullopt;
  return aowDatum(*dossier.geboortedatum);
}

Plichtstand plichtOp(const Dossier& dossier, Date dag) {
  if (dossier.positie == posities::kVrijwillig) return {false, dossier.redenNietInburgeringsplichtig};
  auto grond = vervalgrond(dossier, dag);
  if (dossier.positie == posities::kPlichtig && !grond) return {true, std::nullopt};
  // The municipality's own reason goes before one that follows from the facts.
  const bool vastgesteld = dossier.positie != posities::kPlichtig && dossier.redenNietInburgeringsplichtig;
  return {false, vastgesteld ? dossier.redenNietInburgeringsplichtig : std::move(grond)};
}

const Vrijstelling* tijdelijkeVrijstellingOp(const Dossier& dossier, Date dag) {
  const auto loopt = [dag](const Vrijstelling& vrijstelling) {
    return vrijstelling.soort == "Tijdelijk" && (!vrijstelling.start || *vrijstelling.start <= dag) &&
           (!vrijstelling.einde || dag <= *vrijstelling.einde);
  };
  const auto found = std::ranges::find_if(dossier.vrijstellingen, loopt);
  return found == dossier.vrijstellingen.end() ? nullptr : &*found;
}

bool gedeeltelijkVrijgesteld(const Dossier& dossier) {
  return std::ranges::any_of(dossier.vrijstellingen,
                             [](const auto& vrijstelling) { return vrijstelling.soort == "Gedeeltelijk"; });
}

bool heeftVoorziening(const Dossier& dossier, Date dag) {
  return std::ranges::any_of(dossier.voorzieningen, [dag](const auto& voorziening) {
    return voorziening.datumStart <= dag && (!voorziening.datumEinde || dag <= *voorziening.datumEinde);
  });
}

}  // namespace cvsgw::isi::wi2007
