#include "gateway/laws/wi2021/rules/pip.hpp"

#include <algorithm>
#include <set>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/pip_inhoud.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using isi::wi2021::Aanbod;
using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::geldendPip;
using isi::wi2021::Pip;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;
using isi::wi2021::UrenInstelling;

constexpr std::string_view kVeldDagtekening = "pip/datumDagtekening";
constexpr std::string_view kVeldInitieel = "pip/datumDagtekeningInitieel";
constexpr int kMaandenLeerroute = 18;

Date definitiefVanaf(const Pip& pip) {
  return pip.datumRegistratieInitieel.plusDays(isi::wi2021::kDefinitiefNaDagen);
}

std::string_view versieVan(const Pip* pip) {
  return pip ? std::string_view(pip->versie) : std::string_view{};
}

// The plan with the defaults filled in (§ 3.6.6.1): level B1, and none in the Z-route.
Pip pipVan(const Stand& stand, const PipInvoer& invoer) {
  Pip pip;
  pip.gemeentecode = stand.namens.gemeente;
  pip.datumDagtekeningInitieel = pip.datumDagtekening = invoer.datumDagtekening;
  pip.datumRegistratieInitieel = pip.datumRegistratie = stand.namens.vandaag;
  pip.leerroute = invoer.leerroute;
  pip.niveau = invoer.niveau;
  if (!pip.niveau && pip.leerroute != "Z") pip.niveau = "B1";
  pip.alfabetisering = invoer.alfabetisering;
  pip.geschatteUrenIntensiteit = invoer.geschatteUrenIntensiteit;
  pip.toestemmingNietVrijstellendeOpleiding = invoer.toestemmingNietVrijstellendeOpleiding;
  pip.urenBelastbaarheidParticipatie = invoer.urenBelastbaarheidParticipatie;
  return pip;
}

// The same plan, whenever it was registered.
bool staatAlZo(Pip nieuw, const Pip& staand) {
  nieuw.versie = staand.versie;
  nieuw.datumRegistratie = staand.datumRegistratie;
  nieuw.datumRegistratieInitieel = staand.datumRegistratieInitieel;
  return nieuw == staand;
}

void toonPip(Besluit& besluit) {
  besluit.toon = [](const Dossier& nieuw, Uitkomst& uitkomst) { uitkomst.pip = *nieuw.pip(); };
}

void bewaar(Besluit& besluit, const Stand& stand, Pip pip) {
  besluit.dossier = stand.dossier;
  auto& pips = besluit.dossier->pips;
  pips.insert(pips.begin(), std::move(pip));
  toonPip(besluit);
}

// § 3.6.6.2: 18 months from the start of the term, which the initial plan's date gives while DUO has not
// established it.
Date laatsteDagLeerroute(const Dossier& dossier, const Pip& staand) {
  const auto& termijn = dossier.plicht.termijn;
  const Date start =
      termijn && termijn->startdatum ? *termijn->startdatum : staand.datumDagtekeningInitieel.plusDays(1);
  return start.plusMonths(kMaandenLeerroute);
}

std::vector<Melding> controleerInitieel(const Stand& stand, const PipInvoer& invoer, const Pip& staand) {
  const auto& gegeven = invoer.datumDagtekeningInitieel;
  if (!gegeven || *gegeven == staand.datumDagtekeningInitieel) return {};
  const Date definitief = definitiefVanaf(staand);
  if (stand.namens.vandaag >= definitief) return {meldingWith("FS126", definitief.dutch(), kVeldInitieel)};
  return controleerDagtekening(stand, *gegeven, kVeldInitieel);
}

// § 3.6.15: a final talk stands only in the Z-route, and ends the obligation by itself.
std::vector<Melding> controleerEindgesprek(const Dossier& dossier, const PipInvoer& invoer) {
  const auto& talk = dossier.eindgesprek;
  if (!talk || invoer.leerroute == "Z") return {};
  return {meldingWith("FS133", talk->datumEindgesprek.dutch(), "pip/leerroute")};
}

// Whose plan it is decides what a change of it means (§ 3.6.6.2).
std::vector<Melding> controleerGemeente(const Stand& stand, const PipInvoer& invoer, const Pip& staand) {
  if (staand.gemeentecode != stand.namens.gemeente) {
    if (stand.zicht.vertrokken) return {melding("FS127", "gemeentecode")};
    if (invoer.leerroute != staand.leerroute)
      return {meldingWith("FS128", staand.leerroute, "pip/leerroute")};
    return {};
  }
  return controleerLeerroute(staand.leerroute, invoer.leerroute, laatsteDagLeerroute(stand.dossier, staand),
                             stand.namens.vandaag);
}

/// What goes with a plan: the offers registered under it, and the hours at their institutions.
struct Gekoppeld {
  std::set<std::string> aanbodIds;
  std::set<std::string> instellingen;  ///< of hours that go
  std::vector<std::string> namen;      ///< for the question
};

// An answer's text has an end, so the question names the first ones and counts the rest.
std::string opsomming(const std::vector<std::string>& namen) {
  constexpr std::size_t kGenoemd = 10;
  std::string text;
  for (std::size_t i = 0; i < namen.size() && i < kGenoemd; ++i) text += (i ? ", " : "") + namen[i];
  if (namen.size() > kGenoemd) text += " en nog " + std::to_string(namen.size() - kGenoemd) + " andere";
  return text;
}

Gekoppeld gekoppeldAan(const Dossier& dossier, const Pip& pip) {
  Gekoppeld found;
  std::set<std::string> schools;
  for (const auto& aanbod : dossier.aanbiedingen) {
    if (aanbod.datumRegistratie < pip.datumRegistratieInitieel) continue;
    found.aanbodIds.insert(aanbod.aanbodId);
    schools.insert(aanbod.instellingsnummer);
    found.namen.push_back("het inburgeringsaanbod bij " + aanbod.instellingsnaam);
  }
  for (const auto& uren : dossier.urenInstelling) {
    if (!schools.contains(uren.instellingsnummer) || uren.datumRegistratie < pip.datumRegistratieInitieel)
      continue;
    found.instellingen.insert(uren.instellingsnummer);
    found.namen.push_back("de uren bij " + uren.instellingsnaam);
  }
  return found;
}

void verwijder(Dossier& dossier, Date sinds, const Gekoppeld& mee) {
  std::erase_if(dossier.pips, [&](const Pip& pip) { return pip.datumRegistratieInitieel >= sinds; });
  const auto offered = [&](const Aanbod& aanbod) { return mee.aanbodIds.contains(aanbod.aanbodId); };
  std::erase_if(dossier.aanbiedingen, offered);
  std::erase_if(dossier.aanbodWijzigingen, offered);
  std::erase_if(dossier.urenInstelling, [&](const UrenInstelling& uren) {
    return mee.instellingen.contains(uren.instellingsnummer) && uren.datumRegistratie >= sinds;
  });
}

// Every state of the plan is the asking municipality's own.
bool alleenVan(const Dossier& dossier, const Pip& staand, const Gemeentecode& gemeente) {
  return std::ranges::all_of(dossier.pips, [&](const Pip& pip) {
    return pip.datumRegistratieInitieel != staand.datumRegistratieInitieel || pip.gemeentecode == gemeente;
  });
}

}  // namespace

Besluit voegPipToe(const Stand& stand, const PipInvoer& invoer) {
  Besluit besluit;
  const Pip* staand = geldendPip(stand.dossier);
  Pip pip = pipVan(stand, invoer);
  auto& meldingen = besluit.meldingen;
  meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, versieVan(staand)));
  if (staand) meldingen.push_back(melding("FS110", "pip"));
  voegToe(meldingen, controleerDagtekening(stand, invoer.datumDagtekening, kVeldDagtekening));
  voegToe(meldingen, controleerNiveau(invoer, true));
  voegToe(meldingen, controleerUren(stand.dossier, invoer));
  // For who lost the answer to the first attempt.
  if (staand && staatAlZo(pip, *staand)) meldingen.push_back(melding("AS010", "pip"));
  if (geweigerd(meldingen)) return besluit;
  bewaar(besluit, stand, std::move(pip));
  besluit.signalen = isi::wi2021::signalenBijPip();
  return besluit;
}

Besluit wijzigPip(const Stand& stand, const PipInvoer& invoer) {
  Besluit besluit;
  auto& meldingen = besluit.meldingen;
  const Pip* staand = geldendPip(stand.dossier);
  meldingen = controleerWijzigbaar(stand);
  voegToe(meldingen, controleerVersie(stand, versieVan(staand)));
  Pip pip = pipVan(stand, invoer);
  if (staand) {
    pip.datumRegistratieInitieel = staand->datumRegistratieInitieel;
    pip.datumDagtekeningInitieel = invoer.datumDagtekeningInitieel.value_or(staand->datumDagtekeningInitieel);
  }
  if (!geweigerd(meldingen) && staand && staatAlZo(pip, *staand)) {
    meldingen.push_back(melding("AS010", "pip"));
    toonPip(besluit);
    return besluit;
  }
  if (!staand) meldingen.push_back(melding("FS125", "bsn"));
  voegToe(meldingen, controleerDagtekening(stand, invoer.datumDagtekening, kVeldDagtekening));
  if (staand) {
    voegToe(meldingen, controleerInitieel(stand, invoer, *staand));
    voegToe(meldingen, controleerGemeente(stand, invoer, *staand));
    voegToe(meldingen, controleerEindgesprek(stand.dossier, invoer));
  }
  voegToe(meldingen, controleerNiveau(invoer, false));
  voegToe(meldingen, controleerUren(stand.dossier, invoer));
  if (geweigerd(meldingen)) return besluit;
  // A new municipality's own plan answers the signals of the move; a change of one's own plan answers none.
  if (staand->gemeentecode != stand.namens.gemeente) besluit.signalen = isi::wi2021::signalenBijPip();
  bewaar(besluit, stand, std::move(pip));
  return besluit;
}

Besluit verwijderPip(const Stand& stand) {
  Besluit besluit;
  auto& meldingen = besluit.meldingen;
  const Pip* staand = geldendPip(stand.dossier);
  meldingen = controleerVerwijderbaar(stand);
  voegToe(meldingen, controleerVersie(stand, versieVan(staand)));
  if (!staand) {
    meldingen.push_back(melding("FS125", "bsn"));
    return besluit;
  }
  if (!alleenVan(stand.dossier, *staand, stand.namens.gemeente))
    meldingen.push_back(melding("FS131", "gemeentecode"));
  const Date definitief = definitiefVanaf(*staand);
  if (stand.namens.vandaag >= definitief)
    meldingen.push_back(meldingWith("FS130", definitief.dutch(), "bsn"));
  const Gekoppeld mee = gekoppeldAan(stand.dossier, *staand);
  if (!mee.aanbodIds.empty()) meldingen.push_back(meldingWith("AS132", opsomming(mee.namen), "bsn"));
  if (geweigerd(meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  verwijder(*besluit.dossier, staand->datumRegistratieInitieel, mee);
  return besluit;
}

}  // namespace cvsgw::laws::wi2021
