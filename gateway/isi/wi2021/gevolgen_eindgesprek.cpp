#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"

#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

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
  Gevolg gevolg{dossier, signalenBijEinde()};
  beeindigPlicht(gevolg.dossier.plicht, "ZrouteVoldaan", vandaag);
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, "SS141", talk->gemeentecode});
  return gevolg;
}

}  // namespace cvsgw::isi::wi2021
