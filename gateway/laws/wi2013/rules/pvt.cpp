#include "gateway/laws/wi2013/rules/pvt.hpp"

#include <algorithm>
#include <array>

#include "gateway/laws/wi2013/rules/wijzigen.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using isi::wi2013::Besluit;
using isi::wi2013::Dossier;
using isi::wi2013::Pvt;
using isi::wi2013::Stand;
using isi::wi2013::Uitkomst;

using Datum = std::optional<Date>;

/// What a reason wants of a date.
enum class Eis : std::uint8_t { leeg, gevuld, vrij };
/// From when a reason can be given (§ 3.5): one that does not blame the person as the term nears its end; one
/// that does, and overmacht, only when it is over.
enum class Vanaf : std::uint8_t { tweeMaandenVoorEinde, naEinde };

/// datumVoldaan must be empty with each of them.
struct Redenregel {
  std::string_view reden;
  Eis start;
  Eis einde;
  Vanaf vanaf;
};

constexpr auto kRedenen = std::to_array<Redenregel>({
    {"WeigertDeelname", Eis::leeg, Eis::leeg, Vanaf::naEinde},
    {"WeigertOndertekening", Eis::gevuld, Eis::gevuld, Vanaf::naEinde},
    {"ReageertNiet", Eis::leeg, Eis::leeg, Vanaf::naEinde},
    {"NietVerschenen", Eis::vrij, Eis::vrij, Vanaf::naEinde},
    {"GeenAanbod", Eis::leeg, Eis::leeg, Vanaf::tweeMaandenVoorEinde},
    {"Ziekte", Eis::vrij, Eis::vrij, Vanaf::tweeMaandenVoorEinde},
    {"Detentie", Eis::vrij, Eis::vrij, Vanaf::tweeMaandenVoorEinde},
    {"Overmacht", Eis::vrij, Eis::vrij, Vanaf::naEinde},
});

constexpr std::string_view kStart = "pvt/datumStartDeelname";
constexpr std::string_view kEinde = "pvt/datumEindeDeelname";
constexpr std::string_view kVoldaan = "pvt/datumVoldaan";
constexpr std::string_view kReden = "pvt/redenNietVoldaan";

std::string_view tekstVan(std::string_view reden) {
  for (const auto& row : isi::wi2013::codes::kRedenNietVoldaan.rows)
    if (row.code == reden) return row.omschrijving;
  return reden;
}

void controleerEis(Eis eis, const Datum& datum, std::string_view reden, std::string_view veld,
                   std::vector<Melding>& meldingen) {
  if (eis == Eis::leeg && datum) meldingen.push_back(meldingWith("FS313", tekstVan(reden), veld));
  if (eis == Eis::gevuld && !datum) meldingen.push_back(meldingWith("FS314", tekstVan(reden), veld));
}

void controleerReden(const Stand& stand, const Pvt& invoer, std::vector<Melding>& meldingen) {
  if (!invoer.redenNietVoldaan) return;
  const auto& reden = *invoer.redenNietVoldaan;
  const auto regel = std::ranges::find(kRedenen, reden, &Redenregel::reden);
  controleerEis(regel->start, invoer.datumStartDeelname, reden, kStart, meldingen);
  controleerEis(regel->einde, invoer.datumEindeDeelname, reden, kEinde, meldingen);
  controleerEis(Eis::leeg, invoer.datumVoldaan, reden, kVoldaan, meldingen);
  const auto& pvt = stand.dossier.pvt;
  // A reason that stands was given in its time.
  if (!pvt.datumEindePvtPlicht || pvt.redenNietVoldaan == reden) return;
  const bool eerder = regel->vanaf == Vanaf::tweeMaandenVoorEinde;
  const Date vanaf = eerder ? pvt.datumEindePvtPlicht->plusMonths(-2) : pvt.datumEindePvtPlicht->plusDays(1);
  if (stand.namens.vandaag < vanaf)
    meldingen.push_back(meldingWith(eerder ? "FS315" : "FS316", vanaf.dutch(), kReden));
}

void controleerDatums(const Pvt& invoer, Date vandaag, std::vector<Melding>& meldingen) {
  const auto& start = invoer.datumStartDeelname;
  const auto& einde = invoer.datumEindeDeelname;
  const auto& voldaan = invoer.datumVoldaan;
  const auto niet = [&](const Datum& datum, std::string_view veld) {
    if (datum && *datum > vandaag) meldingen.push_back(meldingWith("FS319", vandaag.dutch(), veld));
  };
  niet(start, kStart);
  niet(einde, kEinde);
  niet(voldaan, kVoldaan);
  if (start && einde && *einde < *start) meldingen.push_back(meldingWith("FS317", start->dutch(), kEinde));
  const Datum& laatste = einde ? einde : start;
  if (voldaan && laatste && *voldaan < *laatste)
    meldingen.push_back(meldingWith("FS318", laatste->dutch(), kVoldaan));
}

bool zelfdeUitslag(const Pvt& een, const Pvt& ander) {
  return een.datumVoldaan == ander.datumVoldaan && een.redenNietVoldaan == ander.redenNietVoldaan;
}

bool zelfde(const Pvt& een, const Pvt& ander) {
  return zelfdeUitslag(een, ander) && een.datumStartDeelname == ander.datumStartDeelname &&
         een.datumEindeDeelname == ander.datumEindeDeelname;
}

// § 3.4, note 6: where the person was registered when he signed.
std::optional<std::string> gemeenteOp(const Dossier& dossier, const Datum& dag) {
  if (!dag) return std::nullopt;
  const auto stay = std::ranges::find_if(dossier.verblijven, [&](const auto& s) { return s.omvat(*dag); });
  return (stay == dossier.verblijven.end() ? dossier.verblijven.back() : *stay).gemeente.value();
}

Dossier met(const Stand& stand, const Pvt& invoer) {
  Dossier nieuw = stand.dossier;
  auto& pvt = nieuw.pvt;
  if (!zelfdeUitslag(pvt, invoer)) {
    pvt.datumVoldaan = invoer.datumVoldaan;
    pvt.redenNietVoldaan = invoer.redenNietVoldaan;
    pvt.gemeenteOndertekening = gemeenteOp(nieuw, invoer.datumVoldaan);
    pvt.datumRegistratie.reset();
    pvt.definitief.reset();
    nieuw.redenVanVorigeTermijn = false;
    if (invoer.datumVoldaan || invoer.redenNietVoldaan) {
      pvt.datumRegistratie = stand.namens.vandaag;
      pvt.definitief = false;
    }
  }
  pvt.datumStartDeelname = invoer.datumStartDeelname;
  pvt.datumEindeDeelname = invoer.datumEindeDeelname;
  return nieuw;
}

}  // namespace

Besluit wijzigPvt(const Stand& stand, const Pvt& invoer) {
  Besluit besluit;
  const auto& pvt = stand.dossier.pvt;
  auto& meldingen = besluit.meldingen = controleerWijzigbaar(stand, pvt.versie);
  const bool herhaald = zelfde(pvt, invoer);
  besluit.toon = [](const Dossier& nieuw, Uitkomst& uitkomst) { uitkomst.pvt = nieuw.pvt; };
  if (herhaald && !geweigerd(meldingen)) {
    meldingen.push_back(melding("AS010"));
    return besluit;
  }
  const bool definitief = pvt.definitief.value_or(false);
  if (definitief && !zelfdeUitslag(pvt, invoer))
    meldingen.push_back(melding("FS311", "pvt"));
  else if (!pvt.pvtPlichtig.value_or(false))
    meldingen.push_back(melding("FS310", "bsn"));
  controleerReden(stand, invoer, meldingen);
  controleerDatums(invoer, stand.namens.vandaag, meldingen);
  if (geweigerd(meldingen)) return besluit;
  besluit.dossier = met(stand, invoer);
  return besluit;
}

}  // namespace cvsgw::laws::wi2013
