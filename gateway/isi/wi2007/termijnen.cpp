#include "gateway/isi/wi2007/termijnen.hpp"

#include <algorithm>

#include "gateway/isi/wi2007/plicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr Date kAltijd(9999, 12, 31);
constexpr int kMeerderjarig = 18;     // § 3.7 SS007
constexpr int kWaarschuwMaanden = 6;  // § 3.7 SS004

// § 3.7 SS007: no exemption for an education or a diploma. Who is out of the law is not asked about.
bool magPlichtigWorden(const Dossier& dossier, Date dag) {
  return !tijdelijkeVrijstellingOp(dossier, dag) && !dossier.gegevens.geheleVrijstellingDoorDuo &&
         !dossier.examens.datumDiplomaBehaald && dossier.positie != posities::kBuitenWerking &&
         !nederlands(dossier);
}

// Where the signal of this deadline goes; null when its text is not true of the person on that day.
std::optional<Gemeentecode> bestemming(std::string_view code, const Dossier& dossier, Date dag) {
  if (dossier.datumOverlijden) return std::nullopt;
  if (code == "SS007") {
    const auto* gemeente = gemeenteVan(dossier);
    if (!gemeente || !magPlichtigWorden(dossier, dag)) return std::nullopt;
    return *gemeente;
  }
  // "Wordt door u gehandhaafd": the municipality that enforces, also after a move.
  const auto& handhaving = dossier.handhaving;
  if (!handhaving.gehandhaafd || !handhaving.gemeente || dossier.examens.datumDiplomaBehaald)
    return std::nullopt;
  return Gemeentecode::parse(*handhaving.gemeente);
}

std::vector<Signaalactie> plaats(const Dossier& dossier, Date dag,
                                 const std::vector<Signaaltermijn>& termijnen) {
  std::vector<Signaalactie> acties;
  for (const auto& termijn : termijnen) {
    if (auto gemeente = bestemming(termijn.code, dossier, dag))
      acties.push_back({Signaalactie::Soort::plaats, std::string(termijn.code), std::move(gemeente)});
  }
  return acties;
}

bool bevat(const std::vector<Signaaltermijn>& termijnen, const Signaaltermijn& gezocht) {
  return std::ranges::any_of(
      termijnen, [&](const auto& each) { return each.code == gezocht.code && each.dag == gezocht.dag; });
}

}  // namespace

const Gemeentecode* gemeenteVan(const Dossier& dossier) {
  const Verblijfsperiode* laatste = nullptr;
  for (const auto& periode : dossier.verblijf) {
    if (!periode.totEnMet) return &periode.gemeente;
    if (!laatste || laatste->vanaf <= periode.vanaf) laatste = &periode;
  }
  return laatste ? &laatste->gemeente : nullptr;
}

std::vector<Signaaltermijn> signaaltermijnen(const Dossier& dossier) {
  std::vector<Signaaltermijn> found;
  if (const auto& geboren = dossier.geboortedatum) {
    const Date dag = geboren->plusYears(kMeerderjarig);
    found.push_back({"SS007", dag, dag});
  }
  if (const auto& einde = dossier.handhaving.eindeHandhavingstermijn) {
    found.push_back({"SS004", einde->plusMonths(-kWaarschuwMaanden), *einde});
    found.push_back({"SS066", einde->plusDays(1), kAltijd});
  }
  return found;
}

std::vector<Signaalactie> signalenOp(const Dossier& dossier, Date dag) {
  auto termijnen = signaaltermijnen(dossier);
  std::erase_if(termijnen, [dag](const auto& each) { return each.dag != dag; });
  return plaats(dossier, dag, termijnen);
}

std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag) {
  auto termijnen = signaaltermijnen(nieuw);
  if (oud) {
    const auto eerder = signaaltermijnen(*oud);
    std::erase_if(termijnen, [&](const auto& each) {
      // A deadline gives its signal once, but one of an enforcement that did not run has not given it.
      const bool liep = each.code == "SS007" || oud->handhaving.gehandhaafd;
      return liep && bevat(eerder, each);
    });
  }
  std::erase_if(termijnen, [&](const auto& each) { return each.dag > vandaag || vandaag > each.totEnMet; });
  return plaats(nieuw, vandaag, termijnen);
}

std::optional<Date> schoonDag(const Dossier& dossier) {
  if (!dossier.datumOverlijden) return std::nullopt;
  return dossier.datumOverlijden->plusDays(kDagenTotSchonen + 1);
}

std::optional<Date> volgendeDag(const Dossier& dossier, Date na) {
  std::optional<Date> eerste;
  const auto bekijk = [&](std::optional<Date> dag) {
    if (dag && *dag > na && (!eerste || *dag < *eerste)) eerste = dag;
  };
  for (const auto& termijn : signaaltermijnen(dossier)) bekijk(termijn.dag);
  bekijk(schoonDag(dossier));
  return eerste;
}

}  // namespace cvsgw::isi::wi2007
