// Changes under the Wi2021: a law's decision meets the person as he stands, inside the back end's own moment.
// The decision is a function that crosses the port; what it needs of the world it asks through Raadpleging.
// No transaction handle crosses: a remote back end reads, lets the function decide, and sends the outcome.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gateway/isi/besluit.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2021/beeld.hpp"
#include "gateway/isi/wi2021/certificaat.hpp"
#include "gateway/isi/wi2021/dossier.hpp"
#include "gateway/isi/wi2021/rijen.hpp"
#include "gateway/isi/wi2021/zicht.hpp"

namespace cvsgw::isi::wi2021 {

/// The outcome of a change, kept for retries: the answer is written anew from it. Of the objects only the one
/// that was changed is filled, with its new `versie`.
struct Uitkomst {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};  // never in an answer as a whole
  std::string resultaat;
  std::vector<Melding> meldingen;
  std::optional<LeerbaarheidstoetsBlok> leerbaarheidstoets;
  std::optional<Pip> pip;
  std::optional<Aanbod> aanbod;
  std::optional<Map> map;
  std::optional<Pvt> pvt;
  std::optional<UrenGemeente> urenGemeente;
  std::optional<UrenInstelling> urenInstelling;
  std::optional<BioBlok> bio;
  std::optional<Eindgesprek> eindgesprek;
  std::optional<ContactpersoonBlok> koppeling;
  std::optional<Contactpersoon> contactpersoon;
  std::vector<std::string> overgedragen;  ///< BSNs
  std::optional<CertificaatRij> certificaat;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    visit.field("leerbaarheidstoets", self.leerbaarheidstoets);
    visit.field("pip", self.pip);
    visit.field("aanbod", self.aanbod);
    visit.field("map", self.map);
    visit.field("pvt", self.pvt);
    visit.field("urenGemeente", self.urenGemeente);
    visit.field("urenInstelling", self.urenInstelling);
    visit.field("bio", self.bio);
    visit.field("eindgesprek", self.eindgesprek);
    visit.field("koppeling", self.koppeling);
    visit.field("contactpersoon", self.contactpersoon);
    visit.list("overgedragen", "bsn", self.overgedragen);
    visit.field("certificaat", self.certificaat);
  }
};

using isi::Signaalactie;

/// What a decision may ask beside the person himself.
class Raadpleging {
 public:
  virtual ~Raadpleging() = default;
  virtual std::optional<Instelling> instelling(std::string_view instellingsnummer) = 0;
  /// Of the municipality that asks.
  virtual std::optional<Contactpersoon> contactpersoon(std::string_view contactpersoonId) = 0;
  /// A fresh id, never used before: `A21.17`.
  virtual std::string nieuwKenmerk(std::string_view soort) = 0;
};

/// The person as he stands at the moment of the change.
struct Stand {
  const Namens& namens;
  const Verwerking& verwerking;
  const Dossier& dossier;
  const Zicht& zicht;
  Raadpleging& raadpleging;
};

using Besluit = BesluitOver<Dossier, Uitkomst>;

/// May be called on any thread; has no effect of its own.
using Beslissing = std::function<Besluit(const Stand&)>;

}  // namespace cvsgw::isi::wi2021
