// The exam part of the overview screen and its detail screen (§ 3.6.8).
#include <algorithm>
#include <array>

#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

constexpr std::array<std::string_view, 4> kTaalonderdelen{"LE", "LU", "SC", "SP"};
constexpr std::int32_t kGratisPogingen = 2;

/// The heading under which an exam stands: none for KNM.
std::optional<std::string> groep(const std::optional<std::string>& niveau) {
  if (!niveau) return std::nullopt;
  return *niveau == "A2" ? "A2" : "B1B2";
}

std::string_view verplichting(const Pip* pip) {
  if (!pip) return "GeenPip";
  if (pip->leerroute == "Z") return "GeenExamens";
  return pip->leerroute == "B" && pip->niveau == "A2" ? "TaalA2EnKnm" : "TaalB1EnKnm";
}

/// Level group of the language exams that the plan asks for; none without plan and in the Z-route.
std::optional<std::string> verplichteGroep(const Pip* pip) {
  const auto plicht = verplichting(pip);
  if (plicht == "TaalB1EnKnm") return "B1B2";
  if (plicht == "TaalA2EnKnm") return "A2";
  return std::nullopt;
}

/// The group in which attempts are free: the plan's level; in the Z-route only when the plan names A2.
std::optional<std::string> gratisGroep(const Dossier& dossier) {
  const Pip* pip = dossier.pip();
  if (!pip || !dossier.plicht.asielstatushouder()) return std::nullopt;
  if (pip->leerroute == "Z") return pip->niveau == "A2" ? std::optional<std::string>("A2") : std::nullopt;
  return verplichteGroep(pip);
}

std::int32_t gratisOver(const Dossier& dossier, std::string_view onderdeel,
                        const std::optional<std::string>& niveau) {
  const auto gratis = gratisGroep(dossier);
  if (!gratis || (niveau && niveau != gratis)) return 0;
  const auto row = std::ranges::find(dossier.gratisPogingen, onderdeel, &GratisPogingen::onderdeel);
  return row == dossier.gratisPogingen.end() ? kGratisPogingen : row->over;
}

const Examen* laatste(const Dossier& dossier, std::string_view onderdeel,
                      const std::optional<std::string>& niveau) {
  const Examen* latest = nullptr;
  for (const auto& examen : dossier.examens) {
    if (examen.onderdeel != onderdeel || groep(examen.niveau) != niveau) continue;
    if (!latest || latest->datum < examen.datum) latest = &examen;
  }
  return latest;
}

void addRegel(ExamensBlok& blok, const Dossier& dossier, std::string_view onderdeel,
              const std::optional<std::string>& niveau, bool verplicht) {
  const Examen* examen = laatste(dossier, onderdeel, niveau);
  if (!examen && !verplicht) return;
  Examenregel regel;
  regel.onderdeel = onderdeel;
  regel.niveau = niveau;
  regel.status = examen ? examen->status : "NogTeDoen";
  if (examen) regel.datum = examen->datum;
  regel.gratisPogingenOver = gratisOver(dossier, onderdeel, niveau);
  blok.examens.push_back(std::move(regel));
}

}  // namespace

ExamensBlok toonExamens(const Dossier& dossier) {
  ExamensBlok blok;
  const Pip* pip = dossier.pip();
  blok.verplichting = verplichting(pip);
  blok.nogGeenExamensIngepland = dossier.examens.empty();
  addRegel(blok, dossier, "KNM", std::nullopt, pip != nullptr);
  const auto verplicht = verplichteGroep(pip);
  for (const std::string niveau : {"B1B2", "A2"}) {
    for (const auto onderdeel : kTaalonderdelen)
      addRegel(blok, dossier, onderdeel, niveau, niveau == verplicht);
  }
  return blok;
}

std::string_view examenstatus(const Dossier& dossier, std::string_view onderdeel) {
  const bool taal = onderdeel != "KNM";
  const auto niveau = taal ? verplichteGroep(dossier.pip()) : std::nullopt;
  const Examen* examen = nullptr;
  if (!taal || niveau) {
    examen = laatste(dossier, onderdeel, niveau);
  } else {
    for (const std::string groep : {"B1B2", "A2"}) {
      const Examen* poging = laatste(dossier, onderdeel, groep);
      if (poging && (!examen || examen->datum < poging->datum)) examen = poging;
    }
  }
  if (examen) return examen->status;
  return (taal ? niveau.has_value() : dossier.pip() != nullptr) ? "NogTeDoen" : "";
}

Examendetail toonExamen(const Dossier& dossier, const std::string& onderdeel) {
  std::vector<Examen> attempts;
  std::ranges::copy_if(dossier.examens, std::back_inserter(attempts),
                       [&](const Examen& examen) { return examen.onderdeel == onderdeel; });
  std::ranges::stable_sort(attempts, {}, &Examen::datum);
  Examendetail detail;
  detail.onderdeel = onderdeel;
  for (const auto& examen : attempts) {
    const auto niveau = groep(examen.niveau);
    auto lijn = std::ranges::find(detail.tijdlijnen, niveau, &Examentijdlijn::niveau);
    if (lijn == detail.tijdlijnen.end()) lijn = detail.tijdlijnen.insert(lijn, Examentijdlijn{niveau, {}});
    const auto poging = static_cast<std::int32_t>(lijn->pogingen.size() + 1);
    lijn->pogingen.push_back({poging, examen.datum, examen.niveau, examen.status, examen.redenGeenResultaat});
  }
  for (auto& lijn : detail.tijdlijnen) std::ranges::reverse(lijn.pogingen);
  return detail;
}

}  // namespace cvsgw::isi::wi2021
