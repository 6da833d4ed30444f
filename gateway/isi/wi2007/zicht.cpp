#include "gateway/isi/wi2007/zicht.hpp"

#include <algorithm>

#include "gateway/isi/wi2007/plicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

// "Always": facts whose date the ISI does not know count from the beginning of time.
constexpr Date kAlleDagen(1, 1, 1);

std::optional<Date> langerDanEenJaarWeg(const Gegevens& gegevens) {
  const auto& vertrek = gegevens.datumVertrekUitNederland;
  if (!vertrek) return std::nullopt;
  const auto& vestiging = gegevens.datumVestigingInNederland;
  if (vestiging && *vestiging >= *vertrek) return std::nullopt;  // has come back
  return vertrek->plusYears(1).plusDays(1);
}

// With a diploma the person is done, unless a provision was started after it (§ 3.2, first item of both
// lists). A provision that starts on the day of the diploma does not start after it.
std::optional<Date> klaarMetDiploma(const Dossier& dossier) {
  const auto& diploma = dossier.examens.datumDiplomaBehaald;
  if (!diploma) return std::nullopt;
  const bool voorzieningDaarna = std::ranges::any_of(
      dossier.voorzieningen, [&](const auto& voorziening) { return voorziening.datumStart > *diploma; });
  if (voorzieningDaarna) return std::nullopt;
  return *diploma;
}

}  // namespace

std::vector<Zicht> zichten(const Dossier& dossier) {
  std::vector<Zicht> out;
  std::optional<Date> einde;
  if (dossier.datumOverlijden) einde = dossier.datumOverlijden->plusDays(kDagenTotSchonen);
  for (const auto& periode : dossier.verblijf) {
    const auto soort = periode.totEnMet ? verblijfssoort::kGewezen : verblijfssoort::kWoonachtig;
    const auto known = std::ranges::find(out, periode.gemeente, &Zicht::gemeente);
    if (known == out.end()) {
      out.push_back({periode.gemeente, soort, einde});
    } else if (soort == verblijfssoort::kWoonachtig) {
      known->verblijf = soort;  // has come back to an earlier municipality
    }
  }
  return out;
}

std::optional<Date> definitiefVanaf(const Dossier& dossier) {
  std::optional<Date> vanaf;
  const auto earliest = [&vanaf](std::optional<Date> day) {
    if (day && (!vanaf || *day < *vanaf)) vanaf = day;
  };
  if (dossier.positie == posities::kBuitenWerking || dossier.gegevens.geheleVrijstellingDoorDuo ||
      nederlands(dossier))
    earliest(kAlleDagen);
  earliest(aowDag(dossier));
  earliest(dossier.datumOverlijden);
  earliest(langerDanEenJaarWeg(dossier.gegevens));
  earliest(klaarMetDiploma(dossier));
  return vanaf;
}

std::string_view herkomst(const std::optional<Date>& vanaf, Date vandaag) {
  return vanaf && *vanaf <= vandaag ? "Definitief" : "Actief";
}

}  // namespace cvsgw::isi::wi2007
