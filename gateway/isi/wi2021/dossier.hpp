// Everything the ISI knows of one person under the Wi2021, whoever may see it. What a municipality is shown
// is made from it by zicht.hpp (may it see him) and beeld.hpp (what it sees). Signals are rows of their own.
//
// Lists are newest first. `versie` fields are filled by the store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/isi/wi2021/plicht.hpp"
#include "gateway/isi/wi2021/traject.hpp"

namespace cvsgw::isi::wi2021 {

/// A stay that makes a municipality responsible: registered there (and not in a COA location), or linked to
/// it by COA.
struct Verblijf {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};  // never in an answer
  Gemeentecode gemeentecode;
  std::string soort;                   ///< code of kVerblijfsoort
  Date vanaf;                          ///< also the "datum koppeling" of the PIP rules
  std::optional<Date> tot;             ///< the day of leaving; absent while it lasts
  std::optional<std::string> vertrek;  ///< code of kVertrek, with `tot`

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gemeentecode", self.gemeentecode);
    visit.code("soort", self.soort, codes::kVerblijfsoort);
    visit.field("vanaf", self.vanaf);
    visit.field("tot", self.tot);
    visit.code("vertrek", self.vertrek, codes::kVertrek);
  }
};

/// The obligation as it stands, with its histories (§ 3.6.4).
struct Plicht {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  Doelgroep doelgroep;
  std::vector<Doelgroep> doelgroepHistorie;
  bool inburgeringsplichtig = true;
  Date datumVaststelling;
  std::optional<Date> begindatum;
  std::optional<Date> einddatum;  ///< end of the obligation; not set by a temporary exemption
  std::optional<Date> wijzigingsdatum;
  std::optional<Date> datumKennisgeving;
  std::optional<std::string> redenBeeindiging;
  std::optional<std::string> redenWijziging;
  std::optional<Termijn> termijn;
  std::vector<Termijn> termijnHistorie;
  std::vector<PlichtPeriode> eerderePerioden;

  bool asielstatushouder() const { return doelgroep.indeling == "Asielstatushouder"; }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("doelgroep", self.doelgroep);
    visit.list("doelgroepHistorie", "doelgroep", self.doelgroepHistorie);
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("datumVaststelling", self.datumVaststelling);
    visit.field("begindatum", self.begindatum);
    visit.field("einddatum", self.einddatum);
    visit.field("wijzigingsdatum", self.wijzigingsdatum);
    visit.field("datumKennisgeving", self.datumKennisgeving);
    visit.code("redenBeeindiging", self.redenBeeindiging, codes::kRedenBeeindiging);
    visit.code("redenWijziging", self.redenWijziging, codes::kRedenWijziging);
    visit.field("termijn", self.termijn);
    visit.list("termijnHistorie", "termijn", self.termijnHistorie);
    visit.list("eerderePerioden", "periode", self.eerderePerioden);
  }
};

/// The learnability test: all attempts, and what municipalities asked (§ 3.6.5).
struct LbtStand {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  std::string versie;
  bool ontheven = false;
  std::optional<Date> datumOntheffing;
  std::vector<Leerbaarheidstoets> toetsen;
  std::optional<LbtHerkansing> herkansing;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("ontheven", self.ontheven);
    visit.field("datumOntheffing", self.datumOntheffing);
    visit.list("toetsen", "toets", self.toetsen);
    visit.field("herkansing", self.herkansing);
  }
};

/// An exam taken or booked (§ 3.6.8).
struct Examen {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  std::string onderdeel;
  std::optional<std::string> niveau;  ///< absent for KNM
  Date datum;
  std::string status;  ///< code of kExamenstatus, never NogTeDoen
  std::optional<std::string> redenGeenResultaat;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("onderdeel", self.onderdeel, codes::kExamenonderdeel);
    visit.code("niveau", self.niveau, codes::kExamenniveau);
    visit.field("datum", self.datum);
    visit.code("status", self.status, codes::kExamenstatus);
    visit.code("redenGeenResultaat", self.redenGeenResultaat, codes::kRedenGeenResultaat);
  }
};

/// What is left of the two free attempts at one part; DUO counts them (M2M Examen).
struct GratisPogingen {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  std::string onderdeel;
  std::int32_t over = 0;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("onderdeel", self.onderdeel, codes::kExamenonderdeel);
    visit.field("over", self.over);
  }
};

/// A link to a contact person of one municipality, present or withdrawn (§ 3.3). The contact person's own
/// data are the municipality's, not this person's.
struct Koppeling {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  std::string versie;
  Gemeentecode gemeentecode;
  std::string contactpersoonId;
  std::optional<Date> datumKoppeling;  ///< absent: unknown
  std::optional<Date> datumIngetrokken;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("datumKoppeling", self.datumKoppeling);
    visit.field("datumIngetrokken", self.datumIngetrokken);
  }
};

/// What a municipality advised, once (§ 3.6.14). Kept for DUO, shown in no view.
struct BioAdvies {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  Gemeentecode gemeentecode;
  std::string contactpersoonId;
  bool contactGehad = false;
  std::string oordeel;  ///< Positief or Negatief
  std::string antwoordOmstandigheden;
  std::string antwoordInspanningen;
  std::string antwoordOnderbouwing;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("gemeentecode", self.gemeentecode);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("contactGehad", self.contactGehad);
    visit.field("oordeel", self.oordeel);
    visit.field("antwoordOmstandigheden", self.antwoordOmstandigheden);
    visit.field("antwoordInspanningen", self.antwoordInspanningen);
    visit.field("antwoordOnderbouwing", self.antwoordOnderbouwing);
  }
  bool operator==(const BioAdvies&) const = default;
};

/// Whether DUO asked for an advice on an exemption, when it came, and what it was (§ 3.6.14).
struct BioStand {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  std::string versie;
  std::optional<Date> datumVerzoek;
  std::optional<Date> datumAdvies;
  std::optional<BioAdvies> advies;  ///< absent too when it was given before the gateway kept it

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("datumVerzoek", self.datumVerzoek);
    visit.field("datumAdvies", self.datumAdvies);
    visit.field("advies", self.advies);
  }
};

struct Dossier {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = {};
  Personalia personalia;
  std::vector<Verblijf> verblijven;
  Plicht plicht;
  LbtStand lbt;
  std::optional<Date> startTermijnPip;    ///< start of the ten weeks (SS139, SS120, SS121)
  std::vector<Pip> pips;                  ///< every state, also of earlier obligations
  std::vector<Aanbod> aanbiedingen;       ///< the latest state of each offer
  std::vector<Aanbod> aanbodWijzigingen;  ///< states that a change has replaced
  std::vector<Examen> examens;
  std::vector<GratisPogingen> gratisPogingen;
  std::optional<Map> map;
  std::optional<Pvt> pvt;
  std::vector<UrenGemeente> urenGemeente;
  std::vector<UrenInstelling> urenInstelling;
  std::vector<Boete> boetes;
  std::vector<Aanvraag> aanvragen;
  BioStand bio;
  std::optional<Eindgesprek> eindgesprek;
  std::vector<DuoMelding> duoMeldingen;
  std::vector<Koppeling> koppelingen;

  /// The plan of the present obligation, whichever municipality registered it; null when there is none. A
  /// plan dated before the obligation was established belongs to an earlier one: a new obligation needs a new
  /// plan (§ 3.6.6.2).
  const Pip* pip() const {
    const bool present = !pips.empty() && pips.front().datumDagtekeningInitieel >= plicht.datumVaststelling;
    return present ? &pips.front() : nullptr;
  }
  /// The present link at this municipality.
  const Koppeling* koppeling(const Gemeentecode& gemeente) const {
    for (const auto& koppeling : koppelingen) {
      if (koppeling.gemeentecode == gemeente && !koppeling.datumIngetrokken) return &koppeling;
    }
    return nullptr;
  }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("personalia", self.personalia);
    visit.list("verblijven", "verblijf", self.verblijven);
    visit.field("plicht", self.plicht);
    visit.field("lbt", self.lbt);
    visit.field("startTermijnPip", self.startTermijnPip);
    visit.list("pips", "pip", self.pips);
    visit.list("aanbiedingen", "aanbod", self.aanbiedingen);
    visit.list("aanbodWijzigingen", "aanbod", self.aanbodWijzigingen);
    visit.list("examens", "examen", self.examens);
    visit.list("gratisPogingen", "gratisPogingen", self.gratisPogingen);
    visit.field("map", self.map);
    visit.field("pvt", self.pvt);
    visit.list("urenGemeente", "uren", self.urenGemeente);
    visit.list("urenInstelling", "uren", self.urenInstelling);
    visit.list("boetes", "boete", self.boetes);
    visit.list("aanvragen", "aanvraag", self.aanvragen);
    visit.field("bio", self.bio);
    visit.field("eindgesprek", self.eindgesprek);
    visit.list("duoMeldingen", "duoMelding", self.duoMeldingen);
    visit.list("koppelingen", "koppeling", self.koppelingen);
  }
};

}  // namespace cvsgw::isi::wi2021
