#include "gateway/laws/wi2021/rules/afronding.hpp"

#include <algorithm>

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/laws/wi2021/rules/looptijd.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using isi::wi2021::Besluit;
using isi::wi2021::Dossier;
using isi::wi2021::Map;
using isi::wi2021::Pvt;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

/// What differs between the two: names of elements, places of fields, and the route without MAP.
struct Veldnamen {
  std::string_view element;
  std::string_view datum;
  std::string_view voldaan;
  std::string_view verwijtbaarheid;
  bool inOnderwijsroute;
};

template <class Soort>
struct Onderdeel;

template <>
struct Onderdeel<Map> {
  static constexpr Veldnamen kVelden{"map", "map/datumEindgesprek", "map/voldaan", "map/verwijtbaarheid",
                                     false};
  static constexpr auto kInDossier = &Dossier::map;
  static constexpr auto kInUitkomst = &Uitkomst::map;
  static constexpr auto kDatum = &Map::datumEindgesprek;
};

template <>
struct Onderdeel<Pvt> {
  static constexpr Veldnamen kVelden{"pvt", "pvt/datumOndertekening", "pvt/voldaan", "pvt/verwijtbaarheid",
                                     true};
  static constexpr auto kInDossier = &Dossier::pvt;
  static constexpr auto kInUitkomst = &Uitkomst::pvt;
  static constexpr auto kDatum = &Pvt::datumOndertekening;
};

/// A registration as the rules see it, whichever of the two it is.
struct Registratie {
  Gemeentecode gemeente;
  Afronding inhoud;
};

template <class Soort>
std::optional<Registratie> staand(const Dossier& dossier) {
  const auto& soort = dossier.*Onderdeel<Soort>::kInDossier;
  if (!soort) return std::nullopt;
  return Registratie{soort->gemeentecode,
                     {soort->voldaan, (*soort).*Onderdeel<Soort>::kDatum, soort->verwijtbaarheid}};
}

// The municipality where the person lives needs the present plan to be its own; one that he left keeps
// registering on the plan that it had, for as long as it may change him (rulings).
bool heeftPip(const Stand& stand) {
  const auto& eigen = stand.namens.gemeente;
  if (!stand.zicht.vertrokken) {
    const auto* pip = isi::wi2021::geldendPip(stand.dossier);
    return pip && pip->gemeentecode == eigen;
  }
  return std::ranges::any_of(stand.dossier.pips, [&](const auto& pip) { return pip.gemeentecode == eigen; });
}

void controleerDatum(const Stand& stand, const Veldnamen& velden, const Afronding& invoer,
                     const Looptijd& looptijd, std::vector<Melding>& meldingen) {
  if (invoer.voldaan && !invoer.datum) meldingen.push_back(melding("FS155", velden.datum));
  if (!invoer.voldaan && invoer.datum) meldingen.push_back(melding("FS156", velden.datum));
  if (!invoer.datum) return;
  const Date vandaag = stand.namens.vandaag;
  if (*invoer.datum > vandaag) meldingen.push_back(meldingWith("FS157", vandaag.dutch(), velden.datum));
  if (looptijd.start && *invoer.datum < *looptijd.start)
    meldingen.push_back(meldingWith("FS158", looptijd.start->dutch(), velden.datum));
  const auto& vertrek = stand.zicht.datumVertrek;
  if (stand.zicht.vertrokken && vertrek && *invoer.datum > *vertrek)
    meldingen.push_back(meldingWith("AS171", vertrek->dutch(), velden.datum));
}

// When it was done decides, not when it is registered (§ 3.6.9.1: "ook niet als u dit pas ná …").
void controleerNaVoldaan(const Veldnamen& velden, const Afronding& invoer, Date einde,
                         std::vector<Melding>& meldingen) {
  if (!invoer.datum) return;
  const bool binnen = *invoer.datum <= einde;
  if (binnen && invoer.verwijtbaarheid)
    meldingen.push_back(meldingWith("FS161", einde.dutch(), velden.verwijtbaarheid));
  if (!binnen && !invoer.verwijtbaarheid)
    meldingen.push_back(meldingWith("FS162", einde.dutch(), velden.verwijtbaarheid));
}

void controleerNietVoldaan(const Stand& stand, const Veldnamen& velden, const Afronding& invoer,
                           std::optional<Date> einde, std::vector<Melding>& meldingen) {
  const Date vandaag = stand.namens.vandaag;
  if (einde && vandaag < einde->plusMonths(-2))
    meldingen.push_back(meldingWith("FS163", einde->plusMonths(-2).dutch(), velden.voldaan));
  if (einde && vandaag <= *einde && invoer.verwijtbaarheid == "Verwijtbaar")
    meldingen.push_back(meldingWith("FS164", einde->dutch(), velden.verwijtbaarheid));
  if (!invoer.verwijtbaarheid) meldingen.push_back(melding("FS165", velden.verwijtbaarheid));
}

/// Whether what is passed on may be registered, added or changed.
void controleerInhoud(const Stand& stand, const Veldnamen& velden, const Afronding& invoer,
                      std::vector<Melding>& meldingen) {
  if (!heeftPip(stand)) meldingen.push_back(melding("FS159", velden.element));
  const auto* pip = isi::wi2021::geldendPip(stand.dossier);
  if (pip && pip->leerroute == "O" && !velden.inOnderwijsroute)
    meldingen.push_back(melding("FS160", velden.element));
  const Looptijd looptijd = looptijdVan(stand.dossier);
  controleerDatum(stand, velden, invoer, looptijd, meldingen);
  if (!invoer.voldaan) {
    controleerNietVoldaan(stand, velden, invoer, looptijd.einde, meldingen);
  } else if (looptijd.einde) {
    controleerNaVoldaan(velden, invoer, *looptijd.einde, meldingen);
  }
}

/// Whether the standing registration may be changed or deleted by who asks.
void controleerStaand(const Stand& stand, const std::optional<Registratie>& staat,
                      std::vector<Melding>& meldingen) {
  if (!staat) {
    meldingen.push_back(melding("FS167"));
    return;
  }
  if (staat->gemeente != stand.namens.gemeente)
    meldingen.push_back(meldingWith("FS168", staat->gemeente.value()));
  const auto& plicht = stand.dossier.plicht;
  if (plicht.einddatum && plicht.redenBeeindiging == "DiplomaBehaald") meldingen.push_back(melding("FS169"));
}

// § 3.6.15: a final talk stands only on a completed MAP and PVT, and not before their dates.
void controleerEindgesprek(const Stand& stand, const Afronding* nieuw, std::vector<Melding>& meldingen) {
  const auto& talk = stand.dossier.eindgesprek;
  if (!talk) return;
  const bool draagt = nieuw && nieuw->voldaan && nieuw->datum && *nieuw->datum <= talk->datumEindgesprek;
  if (!draagt) meldingen.push_back(meldingWith("FS170", talk->datumEindgesprek.dutch()));
}

// After a move the new municipality is responsible for what is still to be done: it replaces the old one's
// registration that the person had not completed. Only one registration stands at a time.
bool magOvernemen(const Stand& stand, const Registratie& staat) {
  return staat.gemeente != stand.namens.gemeente && !staat.inhoud.voldaan && !stand.zicht.vertrokken;
}

template <class Soort>
std::string_view versieVan(const Dossier& dossier) {
  const auto& soort = dossier.*Onderdeel<Soort>::kInDossier;
  return soort ? std::string_view(soort->versie) : std::string_view();
}

template <class Soort>
void toonIn(Besluit& besluit) {
  besluit.toon = [](const Dossier& nieuw, Uitkomst& uitkomst) {
    uitkomst.*Onderdeel<Soort>::kInUitkomst = nieuw.*Onderdeel<Soort>::kInDossier;
  };
}

template <class Soort>
void leg(Besluit& besluit, const Stand& stand, const Afronding& invoer) {
  Soort soort;
  soort.gemeentecode = stand.namens.gemeente;
  soort.*Onderdeel<Soort>::kDatum = invoer.datum;
  soort.voldaan = invoer.voldaan;
  soort.verwijtbaarheid = invoer.verwijtbaarheid;
  soort.datumRegistratie = stand.namens.vandaag;
  besluit.dossier = stand.dossier;
  (*besluit.dossier).*Onderdeel<Soort>::kInDossier = std::move(soort);
}

}  // namespace

template <class Soort>
Besluit voegAfrondingToe(const Stand& stand, const Afronding& invoer) {
  Besluit besluit;
  toonIn<Soort>(besluit);
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan<Soort>(stand.dossier)));
  const auto staat = staand<Soort>(stand.dossier);
  const bool herhaald = staat && staat->gemeente == stand.namens.gemeente && staat->inhoud == invoer;
  controleerInhoud(stand, Onderdeel<Soort>::kVelden, invoer, besluit.meldingen);
  if (herhaald) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  if (staat && !magOvernemen(stand, *staat))
    besluit.meldingen.push_back(meldingWith("FS166", staat->gemeente.value()));
  if (!geweigerd(besluit.meldingen)) leg<Soort>(besluit, stand, invoer);
  return besluit;
}

template <class Soort>
Besluit wijzigAfronding(const Stand& stand, const Afronding& invoer) {
  Besluit besluit;
  toonIn<Soort>(besluit);
  besluit.meldingen = controleerWijzigbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan<Soort>(stand.dossier)));
  const auto staat = staand<Soort>(stand.dossier);
  controleerStaand(stand, staat, besluit.meldingen);
  controleerInhoud(stand, Onderdeel<Soort>::kVelden, invoer, besluit.meldingen);
  controleerEindgesprek(stand, &invoer, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  if (staat->inhoud == invoer) {
    besluit.meldingen.push_back(melding("AS010"));
    return besluit;
  }
  leg<Soort>(besluit, stand, invoer);
  return besluit;
}

template <class Soort>
Besluit verwijderAfronding(const Stand& stand) {
  Besluit besluit;
  besluit.meldingen = controleerVerwijderbaar(stand);
  voegToe(besluit.meldingen, controleerVersie(stand, versieVan<Soort>(stand.dossier)));
  controleerStaand(stand, staand<Soort>(stand.dossier), besluit.meldingen);
  controleerEindgesprek(stand, nullptr, besluit.meldingen);
  if (geweigerd(besluit.meldingen)) return besluit;
  besluit.dossier = stand.dossier;
  ((*besluit.dossier).*Onderdeel<Soort>::kInDossier).reset();
  return besluit;
}

template Besluit voegAfrondingToe<Map>(const Stand&, const Afronding&);
template Besluit voegAfrondingToe<Pvt>(const Stand&, const Afronding&);
template Besluit wijzigAfronding<Map>(const Stand&, const Afronding&);
template Besluit wijzigAfronding<Pvt>(const Stand&, const Afronding&);
template Besluit verwijderAfronding<Map>(const Stand&);
template Besluit verwijderAfronding<Pvt>(const Stand&);

}  // namespace cvsgw::laws::wi2021
