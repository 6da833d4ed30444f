#include "gateway/laws/algemeen/rules/wijzigingsverzoek.hpp"

#include <algorithm>

#include "gateway/domain/tekst.hpp"
#include "gateway/isi/loket/plan.hpp"
#include "gateway/laws/algemeen/rules/afzender.hpp"

namespace cvsgw::laws::algemeen {
namespace {

using isi::loket::Verzoek;
using isi::loket::Verzoekbesluit;
using isi::loket::Verzoekstand;
using Meldingen = std::vector<Melding>;

constexpr std::string_view kRechten = "RechtenDoelgroep";
constexpr std::string_view kUren = "UrenNaTermijn";
constexpr std::string_view kPip = "DefinitiefPip";
constexpr std::string_view kMutatie2021 = "MutatieWi2021";
constexpr Date kEersteDagWi2021(2022, 1, 1);

// FS078: until when the municipality does it itself; without a day while no end is known.
Melding zelfNog(std::optional<Date> laatsteDag, std::string_view veld) {
  return meldingWith("FS078", laatsteDag ? " tot en met " + laatsteDag->dutch() : std::string(), veld);
}

// Which elements belong to a kind, and which it needs.
Meldingen controleerOnderdelen(const VerzoekInvoer& invoer) {
  Meldingen out;
  const auto teveel = [&](bool gegeven, bool mag, std::string_view veld) {
    if (gegeven && !mag) out.push_back(melding("FS073", veld));
  };
  const bool leeg = !invoer.toelichting || cvsgw::opgeschoond(*invoer.toelichting).empty();
  if (leeg && invoer.soort != kRechten)
    out.push_back(meldingWith("FS072", "toelichting", "verzoek/toelichting"));
  teveel(invoer.datumDagtekening.has_value(), invoer.soort == kPip, "verzoek/datumDagtekening");
  teveel(invoer.urenGemeente.has_value(), invoer.soort == kUren, "verzoek/urenGemeente");
  teveel(invoer.urenInstelling.has_value(), invoer.soort == kUren, "verzoek/urenInstelling");
  if (invoer.soort == kUren && !invoer.urenGemeente && !invoer.urenInstelling)
    out.push_back(meldingWith("FS072", "urenGemeente of urenInstelling", "verzoek"));
  return out;
}

// § 3.6.4.1: once, after a change of the residence permit, not after the term.
void controleerRechten(Meldingen& out, const Verzoekstand& stand) {
  const auto& plicht = stand.wi2021->plicht;
  const auto& rechten = plicht.doelgroep.rechtenNaGewijzigdVerblijfsdoel;
  if (!rechten)
    out.push_back(melding("FS074", "bsn"));
  else if (rechten->starts_with("OpVerzoek"))
    out.push_back(melding("FS075", "bsn"));
  if (plicht.termijn && plicht.termijn->einddatum && stand.namens.vandaag > *plicht.termijn->einddatum)
    out.push_back(meldingWith("FS076", plicht.termijn->einddatum->dutch(), "bsn"));
  for (const auto& verzoek : stand.eerdere) {
    if (verzoek.status == "Ingediend") {
      out.push_back(meldingWith("FS077", verzoek.datumIngediend.dutch(), "bsn"));
      break;
    }
  }
}

// § 3.6.11.1: after the four weeks; within them the municipality registers the hours itself.
void controleerUren(Meldingen& out, const Verzoekstand& stand, const VerzoekInvoer& invoer) {
  const auto vandaag = stand.namens.vandaag;
  if (stand.zicht2021 && stand.zicht2021->magWijzigen(vandaag))
    out.push_back(zelfNog(stand.zicht2021->wijzigbaarTotEnMet, "verzoek/soort"));
  const auto nietLater = [&](Date datum, std::string_view veld) {
    if (datum > vandaag) out.push_back(meldingWith("FS083", vandaag.dutch(), veld));
  };
  if (const auto& uren = invoer.urenGemeente)
    nietLater(uren->datumTotaal, "verzoek/urenGemeente/datumTotaal");
  if (const auto& uren = invoer.urenInstelling) {
    const bool had = std::ranges::any_of(stand.wi2021->aanbiedingen, [&](const auto& aanbod) {
      return aanbod.gemeentecode == stand.namens.gemeente &&
             aanbod.instellingsnummer == uren->instellingsnummer;
    });
    if (!had) out.push_back(melding("FS082", "verzoek/urenInstelling/instellingsnummer"));
    if (!uren->urenTaallesKnm && !uren->urenGeoorloofdVerzuim && !uren->urenOngeoorloofdVerzuim)
      out.push_back(melding("FS184", "verzoek/urenInstelling"));
    nietLater(uren->datumTotaal, "verzoek/urenInstelling/datumTotaal");
  }
}

// § 3.6.6.1: two weeks long the municipality changes its initial plan itself.
void controleerPip(Meldingen& out, const Verzoekstand& stand, const VerzoekInvoer& invoer) {
  const auto definitief = isi::loket::pipDefinitiefOp(*stand.wi2021);
  if (!definitief) {
    out.push_back(melding("FS080", "bsn"));
    return;
  }
  if (stand.namens.vandaag < *definitief) out.push_back(zelfNog(definitief->plusDays(-1), "verzoek/soort"));
  if (const auto& datum = invoer.datumDagtekening) {
    constexpr std::string_view kVeld = "verzoek/datumDagtekening";
    const Date vaststelling = stand.wi2021->plicht.datumVaststelling;
    if (*datum < kEersteDagWi2021) out.push_back(melding("FS111", kVeld));
    if (*datum > stand.namens.vandaag)
      out.push_back(meldingWith("FS112", stand.namens.vandaag.dutch(), kVeld));
    if (*datum < vaststelling) out.push_back(meldingWith("FS113", vaststelling.dutch(), kVeld));
  }
}

// Wi2013 § 3.5: until the registration is definitive the municipality changes it itself.
void controleerPvt(Meldingen& out, const Verzoekstand& stand) {
  const auto& pvt = stand.wi2013->pvt;
  if (!pvt.datumRegistratie)
    out.push_back(melding("FS084", "bsn"));
  else if (!pvt.definitief.value_or(false))
    out.push_back(zelfNog(std::nullopt, "verzoek/soort"));
}

// What comes after the four weeks may be of a person who is no longer seen: then of one who lived there.
bool bekend(const Verzoekstand& stand, std::string_view soort) {
  if (soort != kUren && soort != kMutatie2021) return stand.inZicht;
  return stand.wi2021 && std::ranges::any_of(stand.wi2021->verblijven, [&](const auto& verblijf) {
           return verblijf.gemeentecode == stand.namens.gemeente && verblijf.vanaf <= stand.namens.vandaag;
         });
}

Verzoek verzoekVan(const Verzoekstand& stand, const Bsn& bsn, const VerzoekInvoer& invoer) {
  Verzoek verzoek;
  verzoek.bsn = bsn;
  verzoek.wet = wetNaam(wetVanSoort(invoer.soort));
  verzoek.soort = invoer.soort;
  verzoek.status = "Ingediend";
  verzoek.datumIngediend = stand.namens.vandaag;
  verzoek.toelichting = invoer.toelichting;
  verzoek.datumDagtekening = invoer.datumDagtekening;
  verzoek.urenGemeente = invoer.urenGemeente;
  verzoek.urenInstelling = invoer.urenInstelling;
  return verzoek;
}

bool zelfde(const Verzoek& een, const Verzoek& ander) {
  return een.toelichting == ander.toelichting && een.datumDagtekening == ander.datumDagtekening &&
         een.urenGemeente == ander.urenGemeente && een.urenInstelling == ander.urenInstelling;
}

}  // namespace

Wet wetVanSoort(std::string_view soort) {
  if (soort == "MutatieWi2007") return Wet::wi2007;
  return soort == "MutatieWi2013" ? Wet::wi2013 : Wet::wi2021;
}

Rol rolVoor(Wet wet) {
  if (wet == Wet::wi2007) return Rol::Wi2007;
  return wet == Wet::wi2013 ? Rol::Wi2013MUT : Rol::Wi2021MUT;
}

Verzoekbesluit dienIn(const Verzoekstand& stand, const Bsn& bsn, const VerzoekInvoer& invoer) {
  Verzoekbesluit besluit;
  auto& meldingen = besluit.meldingen;
  if (!bekend(stand, invoer.soort)) {
    meldingen.push_back(melding("FS071", "bsn"));
    return besluit;
  }
  meldingen = controleerOnderdelen(invoer);
  if (invoer.soort == kRechten) controleerRechten(meldingen, stand);
  if (invoer.soort == kUren) controleerUren(meldingen, stand, invoer);
  if (invoer.soort == kPip) controleerPip(meldingen, stand, invoer);
  if (invoer.soort == "MutatieWi2013") controleerPvt(meldingen, stand);
  if (geweigerd(meldingen)) return besluit;
  Verzoek verzoek = verzoekVan(stand, bsn, invoer);
  const auto eerder = std::ranges::find_if(stand.eerdere, [&](const Verzoek& each) {
    return each.status == "Ingediend" && zelfde(each, verzoek);
  });
  if (eerder != stand.eerdere.end()) {
    meldingen.push_back(melding("AS010", "verzoek"));
    besluit.verzoek = *eerder;
    return besluit;
  }
  meldingen.push_back(melding("AS085"));
  besluit.verzoek = std::move(verzoek);
  return besluit;
}

}  // namespace cvsgw::laws::algemeen
