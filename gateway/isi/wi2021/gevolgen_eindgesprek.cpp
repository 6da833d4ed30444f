#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"

#include <array>

#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

// § 3.2: settled by DUO as soon as the obligation has ended.
constexpr std::array<std::string_view, 11> kAfgehandeldBijEinde{
    "SS103", "SS104", "SS112", "SS117", "SS119", "SS128", "SS130", "SS133", "SS135", "SS136", "SS194"};

// A temporary exemption ends nothing: the talk then still ends the obligation.
bool isBeeindigd(const Plicht& plicht) {
  return plicht.einddatum && plicht.redenBeeindiging != "TijdelijkeVrijstelling";
}

}  // namespace

Date eindgesprekDefinitiefVanaf(const Eindgesprek& eindgesprek) {
  return eindgesprek.datumRegistratie.plusDays(kDefinitiefNaDagen);
}

std::optional<Gevolg> maakEindgesprekDefinitief(const Dossier& dossier, Date vandaag) {
  const auto& talk = dossier.eindgesprek;
  if (!talk || vandaag < eindgesprekDefinitiefVanaf(*talk)) return std::nullopt;
  if (isBeeindigd(dossier.plicht) || dossier.personalia.datumOverlijden) return std::nullopt;
  Gevolg gevolg{dossier, {}};
  auto& plicht = gevolg.dossier.plicht;
  plicht.eerderePerioden.insert(plicht.eerderePerioden.begin(),
                                {true, plicht.begindatum, vandaag, plicht.wijzigingsdatum, std::nullopt});
  plicht.inburgeringsplichtig = false;
  plicht.einddatum = plicht.wijzigingsdatum = vandaag;
  plicht.redenBeeindiging = "ZrouteVoldaan";
  plicht.redenWijziging = "TermijnBeeindigd";
  for (const auto code : kAfgehandeldBijEinde)
    gevolg.signalen.push_back({Signaalactie::Soort::handelAf, std::string(code), std::nullopt});
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, "SS141", talk->gemeentecode});
  return gevolg;
}

}  // namespace cvsgw::isi::wi2021
