#include "gateway/laws/wi2021/rules/eindgesprek.hpp"

#include <array>

#include "gateway/isi/wi2021/gevolgen_eindgesprek.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Eindgesprek;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

namespace {

constexpr std::string_view kDatumEindgesprek = "eindgesprek/datumEindgesprek";

// One of the two parts that come before the talk: it has to be completed, on or before the talk's day.
void controleerOnderdeel(std::string_view naam, bool voldaan, const std::optional<Date>& dag, Date gesprek,
                         std::vector<Melding>& meldingen) {
  if (!voldaan) {
    meldingen.push_back(meldingWith("FS214", naam));
  } else if (dag && gesprek < *dag) {
    meldingen.push_back(
        meldingWith("FS216", std::string(naam) + " (" + dag->dutch() + ")", kDatumEindgesprek));
  }
}

void controleerInhoud(const Stand& stand, const EindgesprekInvoer& invoer, std::vector<Melding>& meldingen) {
  const auto* pip = isi::wi2021::geldendPip(stand.dossier);
  if (!pip || pip->leerroute != "Z") meldingen.push_back(melding("FS213"));
  const Date vandaag = stand.namens.vandaag;
  if (invoer.datum > vandaag) meldingen.push_back(meldingWith("FS215", vandaag.dutch(), kDatumEindgesprek));
  const auto& map = stand.dossier.map;
  const auto& pvt = stand.dossier.pvt;
  controleerOnderdeel("de MAP", map && map->voldaan, map ? map->datumEindgesprek : std::nullopt, invoer.datum,
                      meldingen);
  controleerOnderdeel("het PVT", pvt && pvt->voldaan, pvt ? pvt->datumOndertekening : std::nullopt,
                      invoer.datum, meldingen);
}

void controleerStaand(const Stand& stand, std::vector<Melding>& meldingen) {
  const auto& staat = stand.dossier.eindgesprek;
  if (!staat) {
    meldingen.push_back(melding("FS218"));
    return;
  }
  const Date definitief = isi::wi2021::eindgesprekDefinitiefVanaf(*staat);
  if (stand.namens.vandaag >= definitief)
    meldingen.push_back(meldingWith("FS219", definitief.plusDays(-1).dutch()));
}

EindgesprekInvoer inhoudVan(const Eindgesprek& eindgesprek) {
  return {eindgesprek.datumEindgesprek, eindgesprek.urenTaallesKnm};
}

std::string_view versieVan(const Dossier& dossier) {
  return dossier.eindgesprek ? std::string_view(dossier.eindgesprek->versie) : std::string_view();
}

void toonIn(Besluit& besluit) {
  besluit.toon = [](const Dossier& nieuw, Uitkomst& uitkomst) { uitkomst.eindgesprek = nieuw.eindgesprek; };
}

}  // namespace

Besluit registreerEindgesprek(const Stand& stand, const EindgesprekInvoer& invoer) {
  Besluit besluit;
  toonIn(besluit);
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan(stand.dossier)));
  const auto& staat = stand.dossier.eindgesprek;
  if (staat && staat->gemeentecode == stand.namens.gemeente && inhoudVan(*staat) == invoer) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  controleerInhoud(stand, invoer, besluit.meldingen);
  if (staat) besluit.meldingen.push_back(meldingWith("FS217", staat->datumEindgesprek.dutch()));
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->eindgesprek =
      Eindgesprek{{}, stand.namens.gemeente, invoer.datum, invoer.urenTaallesKnm, stand.namens.vandaag};
  return besluit;
}

Besluit wijzigEindgesprek(const Stand& stand, const EindgesprekInvoer& invoer) {
  Besluit besluit;
  toonIn(besluit);
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan(stand.dossier)));
  controleerStaand(stand, besluit.meldingen);
  controleerInhoud(stand, invoer, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  if (inhoudVan(*stand.dossier.eindgesprek) == invoer) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  besluit.dossier = stand.dossier;
  // The two weeks count from the first registration: a change does not put off the end of the obligation.
  besluit.dossier->eindgesprek->datumEindgesprek = invoer.datum;
  besluit.dossier->eindgesprek->urenTaallesKnm = invoer.urenTaallesKnm;
  return besluit;
}

Besluit verwijderEindgesprek(const Stand& stand) {
  Besluit besluit;
  besluit.meldingen = controleerVerwijderbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan(stand.dossier)));
  controleerStaand(stand, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  besluit.dossier->eindgesprek.reset();
  return besluit;
}

std::span<const Regel> eindgesprekRegels() {
  using enum Regel::Aard;
  constexpr std::string_view kDoorgeven = "RegistreerEindgesprekZroute WijzigEindgesprekZroute";
  constexpr std::string_view kVeranderen = "WijzigEindgesprekZroute VerwijderEindgesprekZroute";
  constexpr std::string_view kBron = "Wi2021 § 3.6.15";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-213", .operaties = kDoorgeven, .code = "FS213"},
      {.id = "W21-214", .operaties = kDoorgeven, .code = "FS214"},
      {.id = "W21-215", .operaties = kDoorgeven, .code = "FS215"},
      {.id = "W21-216", .operaties = kDoorgeven, .code = "FS216"},
      {.id = "W21-217", .operaties = "RegistreerEindgesprekZroute", .code = "FS217"},
      {.id = "W21-218", .operaties = kVeranderen, .code = "FS218"},
      {.id = "W21-219", .operaties = kVeranderen, .code = "FS219"},
      {.id = "W21-556",
       .aard = automatisch,
       .operaties = {},
       .bron = "Wi2021 § 3.6.15; Wi2021 § 3.6.16; Wi2021 § 3.2",
       .tekst = "Op de vijftiende dag na de registratie is het eindgesprek definitief: de inburgeringsplicht "
                "eindigt met de reden Z-route voldaan, SS141 wordt geplaatst, en SS103, SS104, SS112, SS117, "
                "SS119, SS128, SS130, SS133, SS135, SS136 en SS194 worden afgehandeld."},
      {.id = "W21-557",
       .aard = automatisch,
       .operaties = "WijzigEindgesprekZroute",
       .bron = kBron,
       .tekst = "De twee weken tellen vanaf de eerste registratie; een wijziging begint ze niet opnieuw."},
      {.id = "W21-558",
       .aard = nietToetsbaar,
       .operaties = kDoorgeven,
       .bron = kBron,
       .tekst =
           "De gemeente controleert zelf of aan de urennorm is voldaan; minder dan 800 uur belemmert niet.",
       .toelichting = "De handleiding zegt dat dit veld niet wordt gecontroleerd."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
