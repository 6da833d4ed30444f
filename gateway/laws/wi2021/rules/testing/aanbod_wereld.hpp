// A person with a plan, and the register of institutions, for tests of the rules on offers and hours.
#pragma once

#include <string>
#include <vector>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::laws::wi2021::aanbodtest {

inline const Gemeentecode kHier = *Gemeentecode::parse("0363");
inline const Gemeentecode kElders = *Gemeentecode::parse("0344");
inline const Date kVandaag(2026, 6, 15);
inline const Date kDagtekening(2026, 2, 20);
inline const Date kPipDoorgegeven(2026, 3, 20);
inline const std::string kTaalschool = "0000010018";      // Blik op Werk
inline const std::string kAndereSchool = "0000010034";    // Blik op Werk
inline const std::string kSchakelschool = "0000020013";   // taalschakel
inline const std::string kBeide = "0000020030";           // both marks
inline const std::string kZonderKeurmerk = "0000099993";  // neither

class Register final : public isi::wi2021::Raadpleging {
 public:
  std::optional<isi::wi2021::Instelling> instelling(std::string_view nummer) override {
    isi::wi2021::Instelling found;
    found.instellingsnummer = nummer;
    found.naam = "School " + found.instellingsnummer;
    found.bowKeurmerk = nummer == kTaalschool || nummer == kAndereSchool || nummer == kBeide;
    found.tstKeurmerk = nummer == kSchakelschool || nummer == kBeide;
    if (!found.bowKeurmerk && !found.tstKeurmerk && nummer != kZonderKeurmerk) return std::nullopt;
    return found;
  }
  std::optional<isi::wi2021::Contactpersoon> contactpersoon(std::string_view) override {
    return std::nullopt;
  }
  std::string nieuwKenmerk(std::string_view soort) override {
    return std::string(soort) + "." + std::to_string(++count_);
  }

 private:
  int count_ = 0;
};

/// An asielstatushouder in the B1-route who lives in kHier, whose term runs from 21-02-2026 to 20-02-2029.
struct Wereld {
  isi::wi2021::Dossier dossier;
  isi::Namens namens{kHier, Rollen().add(Rol::Wi2021MUT), kVandaag};
  isi::Verwerking verwerking;
  Register instellingen;

  Wereld() {
    dossier.plicht.doelgroep.indeling = "Asielstatushouder";
    dossier.plicht.datumVaststelling = Date(2026, 1, 5);
    dossier.verblijven = {{kHier, "Ingezetene", Date(2026, 1, 5), std::nullopt, std::nullopt}};
    dossier.plicht.termijn =
        isi::wi2021::Termijn{kDagtekening.plusDays(1), Date(2029, 2, 20), std::nullopt, std::nullopt};
    isi::wi2021::Pip pip;
    pip.gemeentecode = kHier;
    pip.leerroute = "B";
    pip.datumDagtekeningInitieel = pip.datumDagtekening = kDagtekening;
    pip.datumRegistratieInitieel = pip.datumRegistratie = kPipDoorgegeven;
    dossier.pips = {pip};
  }

  void route(std::string leerroute) { dossier.pips.front().leerroute = std::move(leerroute); }
  void verhuis(Date dag) {
    dossier.verblijven.front().tot = dag;
    dossier.verblijven.front().vertrek = "AndereGemeente";
    dossier.verblijven.push_back({kElders, "Ingezetene", dag, std::nullopt, std::nullopt});
  }
  /// The new municipality's plan.
  void nieuwPip(Date dagtekening, Date registratie) {
    auto pip = dossier.pips.front();
    pip.gemeentecode = kElders;
    pip.datumDagtekening = dagtekening;
    pip.datumRegistratie = registratie;
    dossier.pips.insert(dossier.pips.begin(), pip);
  }
  isi::wi2021::Aanbod& staand(const std::string& school, std::string id = "A21.90") {
    isi::wi2021::Aanbod aanbod;
    aanbod.versie = "v1";
    aanbod.aanbodId = std::move(id);
    aanbod.gemeentecode = kHier;
    aanbod.instellingsnummer = school;
    aanbod.instellingsnaam = "School " + school;
    aanbod.soortInstelling = "BOW";
    aanbod.datumInschrijving = Date(2026, 4, 1);
    aanbod.startdatumOpleiding = Date(2026, 5, 1);
    aanbod.alfabetisering = "NVT";
    aanbod.datumRegistratie = Date(2026, 4, 2);
    dossier.aanbiedingen.insert(dossier.aanbiedingen.begin(), aanbod);
    return dossier.aanbiedingen.front();
  }

  /// Calls a rule with the person as he stands.
  template <class Rule, class... Arguments>
  isi::wi2021::Besluit met(Rule rule, const Arguments&... arguments) {
    const auto zicht = zichtVan(dossier, namens.gemeente, namens.vandaag).value();
    return rule({namens, verwerking, dossier, zicht, instellingen}, arguments...);
  }
};

inline std::vector<std::string> codes(const isi::wi2021::Besluit& besluit) {
  std::vector<std::string> found;
  for (const auto& melding : besluit.meldingen) found.push_back(melding.code);
  return found;
}

inline std::vector<std::string> signalen(const isi::wi2021::Besluit& besluit) {
  std::vector<std::string> found;
  for (const auto& actie : besluit.signalen) found.push_back(actie.code);
  return found;
}

}  // namespace cvsgw::laws::wi2021::aanbodtest
