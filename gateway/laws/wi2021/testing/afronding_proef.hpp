// A person, a municipality that asks and a day: what the rules of a change are tried on, without a store.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021::afrondingproef {

inline const Date kDagtekening(2024, 1, 10);
inline const Date kStart(2024, 1, 11);  ///< the day after the plan's dagtekening
inline const Date kEinde(2027, 1, 10);  ///< three years after it, inclusive

class ProefRaadpleging final : public isi::wi2021::Raadpleging {
 public:
  std::optional<isi::wi2021::Instelling> instelling(std::string_view) override { return std::nullopt; }
  std::optional<isi::wi2021::Contactpersoon> contactpersoon(std::string_view id) override {
    if (id != "C.1") return std::nullopt;
    return isi::wi2021::Contactpersoon{};
  }
  std::string nieuwKenmerk(std::string_view soort) override {
    return std::string(soort) + "." + std::to_string(++laatste_);
  }

 private:
  int laatste_ = 0;
};

/// An inhabitant of Amsterdam with a plan in the B1-route, on a day inside his term.
struct Proef {
  Proef() {
    dossier.personalia.bsn = *Bsn::parse("999993653");
    dossier.plicht.begindatum = dossier.plicht.datumVaststelling = Date(2023, 6, 1);
    dossier.plicht.termijn = isi::wi2021::Termijn{kStart, kEinde, std::nullopt, std::nullopt};
    dossier.verblijven = {{kAmsterdam, "Ingezetene", Date(2023, 1, 1), std::nullopt, std::nullopt}};
    dossier.pips = {pip(kAmsterdam, kDagtekening, "B")};
  }

  static isi::wi2021::Pip pip(const Gemeentecode& gemeente, Date dagtekening, std::string leerroute) {
    isi::wi2021::Pip plan;
    plan.gemeentecode = gemeente;
    plan.datumDagtekeningInitieel = kDagtekening;
    plan.datumRegistratieInitieel = kDagtekening.plusDays(3);
    plan.datumDagtekening = dagtekening;
    plan.datumRegistratie = dagtekening.plusDays(3);
    plan.leerroute = std::move(leerroute);
    plan.alfabetisering = "NVT";
    return plan;
  }

  /// Moves to Utrecht, which may pass on its own plan (registered three days after its dagtekening).
  void verhuist(Date dag, std::optional<Date> nieuwPip = {}) {
    dossier.verblijven.front().tot = dag;
    dossier.verblijven.front().vertrek = "AndereGemeente";
    dossier.verblijven.insert(dossier.verblijven.begin(),
                              {kUtrecht, "Ingezetene", dag, std::nullopt, std::nullopt});
    if (nieuwPip)
      dossier.pips.insert(dossier.pips.begin(), pip(kUtrecht, *nieuwPip, dossier.pips.front().leerroute));
  }

  /// The decision as the municipality gets it on this day; throws when it does not see the person.
  template <class Beslissing>
  isi::wi2021::Besluit besluit(const Beslissing& beslissing) {
    const isi::Namens namens{gemeente, Rollen().add(Rol::Wi2021MUT), vandaag};
    const auto zicht = isi::wi2021::zichtVan(dossier, gemeente, vandaag);
    if (!zicht) throw std::logic_error("out of sight");
    return beslissing(isi::wi2021::Stand{namens, verwerking, dossier, *zicht, raadpleging});
  }

  isi::wi2021::Dossier dossier;
  Gemeentecode gemeente = kAmsterdam;
  Date vandaag = Date(2026, 3, 2);
  isi::Verwerking verwerking;
  ProefRaadpleging raadpleging;
};

/// `FS157 map/datumEindgesprek`, in order of precedence.
inline std::vector<std::string> codes(const isi::wi2021::Besluit& besluit) {
  std::vector<std::string> found;
  for (const auto& melding : besluit.meldingen)
    found.push_back(melding.code + (melding.veld ? " " + *melding.veld : std::string()));
  return found;
}

/// The first message's text; empty without messages.
inline std::string tekst(const isi::wi2021::Besluit& besluit) {
  return besluit.meldingen.empty() ? std::string() : besluit.meldingen.front().tekst;
}
/// Whether the first message waits for its confirmation.
inline bool wacht(const isi::wi2021::Besluit& besluit) {
  return !besluit.meldingen.empty() && besluit.meldingen.front().bevestigen;
}

}  // namespace cvsgw::laws::wi2021::afrondingproef
