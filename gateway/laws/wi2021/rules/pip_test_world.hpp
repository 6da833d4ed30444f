// A person, a municipality and a day for the tests of a plan's rules.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "gateway/laws/wi2021/rules/pip.hpp"

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::laws::wi2021::piptest {

inline constexpr Date kVandaag(2026, 6, 15);
inline constexpr Date kGisteren(2026, 6, 14);

/// A plan's rules ask nothing of the world.
class GeenRaadpleging final : public isi::wi2021::Raadpleging {
 public:
  std::optional<isi::wi2021::Instelling> instelling(std::string_view) override { return std::nullopt; }
  std::optional<isi::wi2021::Contactpersoon> contactpersoon(std::string_view) override {
    return std::nullopt;
  }
  std::string nieuwKenmerk(std::string_view) override { return {}; }
};

/// Lives in Amsterdam since 5 January 2026, obliged since 10 January, asielstatushouder, without a plan.
struct Proef {
  isi::wi2021::Dossier dossier;
  Gemeentecode gemeente = kAmsterdam;
  Date vandaag = kVandaag;
  isi::Verwerking verwerking;

  Proef() {
    dossier.personalia.bsn = *Bsn::parse("999993653");
    dossier.plicht.doelgroep.indeling = "Asielstatushouder";
    dossier.plicht.datumVaststelling = Date(2026, 1, 10);
    dossier.verblijven = {{kAmsterdam, "Ingezetene", Date(2026, 1, 5), std::nullopt, std::nullopt}};
  }

  isi::wi2021::Besluit vraag(
      const std::function<isi::wi2021::Besluit(const isi::wi2021::Stand&)>& regel) const {
    const isi::Namens namens{gemeente, Rollen().add(Rol::Wi2021MUT), vandaag};
    const auto zicht = isi::wi2021::zichtVan(dossier, gemeente, vandaag).value();
    GeenRaadpleging geen;
    return regel({namens, verwerking, dossier, zicht, geen});
  }
  isi::wi2021::Besluit voegToe(const PipInvoer& invoer) const {
    return vraag([&](const auto& stand) { return voegPipToe(stand, invoer); });
  }
  isi::wi2021::Besluit wijzig(const PipInvoer& invoer) const {
    return vraag([&](const auto& stand) { return wijzigPip(stand, invoer); });
  }
  isi::wi2021::Besluit verwijder() const {
    return vraag([](const auto& stand) { return verwijderPip(stand); });
  }

  /// A plan that stands, registered on `dag` by `door`.
  void metPip(Date dag, const std::string& route = "B", const Gemeentecode& door = kAmsterdam) {
    isi::wi2021::Pip pip;
    pip.versie = "v1";
    pip.gemeentecode = door;
    pip.datumDagtekeningInitieel = pip.datumDagtekening = dag;
    pip.datumRegistratieInitieel = pip.datumRegistratie = dag;
    pip.leerroute = route;
    if (route != "Z") pip.niveau = "B1";
    pip.alfabetisering = "NVT";
    if (route == "B") pip.geschatteUrenIntensiteit = 600;
    dossier.pips.insert(dossier.pips.begin(), pip);
  }
  /// From Amsterdam to Utrecht.
  void verhuisd(Date dag) {
    dossier.verblijven.back().tot = dag;
    dossier.verblijven.back().vertrek = "AndereGemeente";
    dossier.verblijven.insert(dossier.verblijven.begin(),
                              {kUtrecht, "Ingezetene", dag, std::nullopt, std::nullopt});
  }
};

/// B1-route of an asielstatushouder, or another route without hours.
inline PipInvoer invoer(Date dag, const std::string& route = "B") {
  PipInvoer plan;
  plan.datumDagtekening = dag;
  plan.leerroute = route;
  if (route == "B") plan.geschatteUrenIntensiteit = 600;
  return plan;
}

inline std::vector<std::string> codes(const isi::wi2021::Besluit& besluit) {
  std::vector<std::string> found;
  for (const auto& melding : besluit.meldingen) found.push_back(melding.code);
  return found;
}
inline std::string tekst(const isi::wi2021::Besluit& besluit, std::string_view code) {
  for (const auto& melding : besluit.meldingen) {
    if (melding.code == code) return melding.tekst;
  }
  return {};
}

}  // namespace cvsgw::laws::wi2021::piptest
