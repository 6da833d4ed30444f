#include "gateway/laws/algemeen/rules/bestanden.hpp"

namespace cvsgw::laws::algemeen {

Rol leesrol(Wet wet) {
  switch (wet) {
    case Wet::wi2007:
      return Rol::Wi2007;
    case Wet::wi2013:
      return Rol::Wi2013;
    case Wet::wi2021:
      return Rol::Wi2021;
  }
  return Rol::Wi2021;
}

std::vector<Melding> toetsVraag(std::int32_t deel, const std::optional<std::string>& versie) {
  if (deel > 1 && !versie) return {melding("FS032", "vervolg/versie")};
  return {};
}

std::vector<Melding> toetsDeel(const isi::Bestand& bestand, const isi::Bestandsdeel& gevonden) {
  using Uitkomst = isi::Bestandsdeel::Uitkomst;
  switch (gevonden.uitkomst) {
    case Uitkomst::versieOnbekend:
      return {melding("FS033", "vervolg/versie")};
    case Uitkomst::deelOnbekend:
      return {meldingWith(
          "FS031", gevonden.aantalDelen == 1 ? "één deel" : std::to_string(gevonden.aantalDelen) + " delen",
          "deel")};
    case Uitkomst::gevonden:
      break;
  }
  if (bestand.verversing == isi::Verversing::dagelijks && gevonden.datum < bestand.datum)
    return {meldingWith("AS031", gevonden.datum.dutch(), "vervolg/versie")};
  return {};
}

}  // namespace cvsgw::laws::algemeen
