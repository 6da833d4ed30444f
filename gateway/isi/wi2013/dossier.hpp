// Everything the ISI knows of one person under the Wi2013. Signals are rows of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/isi/wi2013/pvt.hpp"

namespace cvsgw::isi::wi2013 {

/// A stay in a municipality according to the BRP.
struct Verblijfsperiode {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "Verblijfsperiode";
  Gemeentecode gemeente;
  Date vanaf;
  std::optional<Date> totEnMet;  ///< last day; absent: lives there still, as far as known
  bool azc = false;              ///< at an address of the COA: gives no right to begeleiding (§ 4.1)

  bool omvat(Date day) const { return vanaf <= day && (!totEnMet || day <= *totEnMet); }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gemeente", self.gemeente);
    visit.field("vanaf", self.vanaf);
    visit.field("totEnMet", self.totEnMet);
    visit.field("azc", self.azc);
  }
};

/// A reason that DUO has cleared after an overrun of the term (§ 3.5): kept, not shown to municipalities.
struct EerdereReden {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "EerdereReden";
  std::string reden;
  Date datumRegistratie;
  Date datumGeschoond;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("reden", self.reden, codes::kRedenNietVoldaan);
    visit.field("datumRegistratie", self.datumRegistratie);
    visit.field("datumGeschoond", self.datumGeschoond);
  }
};

/// A letter that DUO has sent to the person (§ 3.5); municipalities do not see it.
struct Brief {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "Brief";
  std::string soort;
  Date datum;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("soort", self.soort);
    visit.field("datum", self.datum);
  }
};
/// The letter that follows a definitive registration.
inline constexpr std::string_view kBriefDefinitief = "DefinitieveRegistratie";

/// What IND and COA have told DUO for the right to begeleiding (§ 4.1).
struct Begeleidingsgronden {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "Begeleidingsgronden";
  bool asiel = false;       ///< a permit asiel bepaalde tijd, or of the family of one who has it
  bool hervestigd = false;  ///< invited by way of the UNHCR
  bool eerderVergoed = false;
  Date startInburgeringsplicht;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("asiel", self.asiel);
    visit.field("hervestigd", self.hervestigd);
    visit.field("eerderVergoed", self.eerderVergoed);
    visit.field("startInburgeringsplicht", self.startInburgeringsplicht);
  }
};

/// `facturen` and `verblijven` are in order of time. Threading: plain data.
struct Dossier {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "Dossier";
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::string geslacht;
  std::optional<Date> geboortedatum;
  std::optional<Date> datumOverlijden;
  std::optional<Date> datumUitschrijving;  ///< left the BRP otherwise than by death
  std::vector<Verblijfsperiode> verblijven;
  Date datumVaststelling;  ///< DUO placed the person under the Wi2013; nobody sees the person before
  bool inburgeringsplichtig = false;
  Pvt pvt;
  std::vector<EerdereReden> eerdereRedenen;
  bool redenVanVorigeTermijn = false;  ///< the reason led to the present term: it goes when it is definitive
  MaatschappelijkeBegeleiding maatschappelijkeBegeleiding;
  std::optional<Begeleidingsgronden> begeleidingsgronden;  ///< absent: not told
  std::vector<Brief> brieven;
  bool lening = false;  ///< has a loan at DUO: without it there is no invoice (§ 3.6)
  std::vector<Factuur> facturen;

  bool overleden() const { return datumOverlijden.has_value(); }
  /// No longer registered in the BRP on `day`: not in lists any more (§ 3.3), nothing can be changed.
  bool uitgeschreven(Date day) const {
    return (datumOverlijden && *datumOverlijden <= day) || (datumUitschrijving && *datumUitschrijving <= day);
  }
  const Factuur* laatsteFactuur() const { return facturen.empty() ? nullptr : &facturen.back(); }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.code("geslacht", self.geslacht, codes::kGeslacht);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("datumOverlijden", self.datumOverlijden);
    visit.field("datumUitschrijving", self.datumUitschrijving);
    visit.list("verblijven", "verblijf", self.verblijven);
    visit.field("datumVaststelling", self.datumVaststelling);
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("pvt", self.pvt);
    visit.list("eerdereRedenen", "reden", self.eerdereRedenen);
    visit.field("redenVanVorigeTermijn", self.redenVanVorigeTermijn);
    visit.field("maatschappelijkeBegeleiding", self.maatschappelijkeBegeleiding);
    visit.field("begeleidingsgronden", self.begeleidingsgronden);
    visit.list("brieven", "brief", self.brieven);
    visit.field("lening", self.lening);
    visit.list("facturen", "factuur", self.facturen);
  }
};

}  // namespace cvsgw::isi::wi2013
