#include "gateway/isi/wi2013/termijnen.hpp"

#include <algorithm>

namespace cvsgw::isi::wi2013 {
namespace {

constexpr int kWekenVerder = 14;

const Verblijfsperiode* laatsteVerblijf(const Dossier& dossier, Date dag) {
  const Verblijfsperiode* found = nullptr;
  for (const auto& verblijf : dossier.verblijven) {
    if (verblijf.vanaf <= dag) found = &verblijf;
  }
  return found;
}

bool geregistreerd(const Pvt& pvt) {
  return pvt.datumVoldaan || pvt.redenNietVoldaan;
}

std::optional<Date> wordtDefinitief(const Pvt& pvt, std::chrono::weekday week) {
  if (!geregistreerd(pvt) || !pvt.datumRegistratie || pvt.definitief.value_or(false)) return std::nullopt;
  return definitiefOp(*pvt.datumRegistratie, week);
}

}  // namespace

void plaats(std::vector<Signaalactie>& acties, std::string_view code, const Dossier& dossier, Date dag) {
  if (const auto* verblijf = laatsteVerblijf(dossier, dag))
    acties.push_back({Signaalactie::Soort::plaats, std::string(code), verblijf->gemeente});
}

void schoonReden(Dossier& dossier, Date dag) {
  auto& pvt = dossier.pvt;
  if (!pvt.redenNietVoldaan) return;
  dossier.redenVanVorigeTermijn = !pvt.definitief.value_or(false);
  if (dossier.redenVanVorigeTermijn) return;
  dossier.eerdereRedenen.push_back({*pvt.redenNietVoldaan, pvt.datumRegistratie.value_or(dag), dag});
  pvt.redenNietVoldaan.reset();
  pvt.datumRegistratie.reset();
  pvt.definitief.reset();
}

std::vector<Termijndag> termijndagen(const Dossier& dossier) {
  const auto& pvt = dossier.pvt;
  const auto& einde = pvt.datumEindePvtPlicht;
  const bool open = pvt.pvtPlichtig.value_or(false) && !pvt.datumVoldaan && !dossier.overleden() &&
                    !dossier.datumUitschrijving;
  if (!einde || !open) return {};
  std::vector<Termijndag> dagen{{"SS602", einde->plusMonths(-2)}, {"SS603", einde->plusDays(1)}};
  if (!pvt.redenNietVoldaan) dagen.push_back({"SS604", einde->plusDays(kWekenVerder + 1)});
  return dagen;
}

std::vector<Signaalactie> signalenOp(const Dossier& dossier, Date dag) {
  std::vector<Signaalactie> acties;
  for (const auto& termijn : termijndagen(dossier))
    if (termijn.dag == dag) plaats(acties, termijn.code, dossier, dag);
  return acties;
}

std::vector<Signaalactie> ingehaaldeSignalen(const Dossier* oud, const Dossier& nieuw, Date vandaag) {
  const auto voorbij = [vandaag](const Dossier& dossier, std::string_view code) {
    return std::ranges::any_of(termijndagen(dossier), [&](const Termijndag& each) {
      return each.code == code && each.dag <= vandaag;
    });
  };
  std::vector<Signaalactie> acties;
  for (const auto& termijn : termijndagen(nieuw)) {
    if (termijn.dag > vandaag || (oud && voorbij(*oud, termijn.code))) continue;
    if (termijn.code == "SS602" && *nieuw.pvt.datumEindePvtPlicht < vandaag) continue;
    plaats(acties, termijn.code, nieuw, vandaag);
  }
  return acties;
}

Dagstap verwerkDag(const Dossier& dossier, Date dag, std::chrono::weekday week) {
  Dagstap stap{dossier, false, {}};
  const auto definitief = wordtDefinitief(dossier.pvt, week);
  if (!definitief || dag < *definitief) return stap;
  stap.gewijzigd = true;
  auto& pvt = stap.dossier.pvt;
  pvt.definitief = true;
  stap.dossier.brieven.push_back({std::string(kBriefDefinitief), dag});
  // The letter was the last thing that a reason of an earlier term was there for.
  if (dossier.redenVanVorigeTermijn) schoonReden(stap.dossier, dag);
  // § 4.2, the screen: who has fulfilled the duty has it no longer.
  if (pvt.datumVoldaan && pvt.pvtPlichtig.value_or(false)) {
    pvt.pvtPlichtig = false;
    plaats(stap.signalen, "SS607", stap.dossier, dag);
  }
  return stap;
}

std::optional<Date> volgendeDag(const Dossier& dossier, Date vandaag, std::chrono::weekday week) {
  std::optional<Date> eerste;
  const auto ook = [&](Date dag) {
    if (dag > vandaag && (!eerste || dag < *eerste)) eerste = dag;
  };
  for (const auto& termijn : termijndagen(dossier)) ook(termijn.dag);
  if (const auto definitief = wordtDefinitief(dossier.pvt, week))
    ook(std::max(*definitief, vandaag.plusDays(1)));
  return eerste;
}

}  // namespace cvsgw::isi::wi2013
