// What the municipality decides (it reaches DUO by form, § 3.4) and what DUO decides about money and
// exemptions.
#include <algorithm>
#include <array>

#include "gateway/isi/wi2007/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2007/plicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

constexpr CodeRow kPositieRows[] = {
    {"Plichtig", "Inburgeringsplichtig"},
    {"TijdelijkNietPlichtig", "Tijdelijk niet inburgeringsplichtig"},
    {"Vrijwillig", "Vrijwillige inburgeraar"},
    {"MogelijkLater", "Nu niet inburgeringsplichtig, later misschien"},
    {"BuitenWerking", "Niet (meer) onder de werking van de wet"},
};
constexpr CodeList kPositie{"positie", "Wi2007 § 3.2", kPositieRows};

Gebeurtenisbesluit vaststelling(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier;
  nieuw.positie = *velden.tekst("positie");
  const bool plichtig = nieuw.positie == posities::kPlichtig;
  if (plichtig && velden.tekst("reden"))
    return kanNiet("reden hoort niet bij positie Plichtig: zij zegt waarom iemand het niet is");
  nieuw.redenNietInburgeringsplichtig = velden.tekst("reden");
  if (plichtig) nieuw.datumInburgeringsplichtig = velden.dag();
  return gevolg;
}

// § 3.4 Begin handhaving: under the Pardonregeling it is the day of the decision on the right of residence.
tl::expected<Date, std::string> beginVan(const Dossier& dossier, const Velden& velden) {
  const auto gegeven = velden.datum("begin");
  if (dossier.gegevens.pardonregeling) {
    const auto& beslissing = dossier.gegevens.datumBeslissingVerblijfsrecht;
    if (!beslissing) return kanNiet("onder de Pardonregeling is een datum beslissing verblijfsrecht nodig");
    if (gegeven && *gegeven != *beslissing)
      return kanNiet("onder de Pardonregeling begint de handhaving op de datum beslissing verblijfsrecht, " +
                     beslissing->dutch());
    return *beslissing;
  }
  if (!gegeven) return kanNiet("begin ontbreekt: de dag waarop de handhavingstermijn ingaat");
  return *gegeven;
}

Gebeurtenisbesluit handhaving(const Dossier& dossier, const Velden& velden) {
  if (dossier.handhaving.gehandhaafd)
    return kanNiet("deze persoon wordt al gehandhaafd: gebruik handhaving-verlengd of handhaving-beeindigd");
  if (!plichtOp(dossier, velden.vandaag()).plichtig)
    return kanNiet("deze persoon is niet inburgeringsplichtig: alleen een plicht wordt gehandhaafd");
  const auto begin = beginVan(dossier, velden);
  if (!begin) return tl::unexpected(begin.error());
  const Date einde = *velden.datum("einde");
  if (einde <= *begin) return kanNiet("einde moet na het begin van de handhaving liggen");
  const auto* woont = gemeenteVan(dossier);
  const auto gemeente = velden.gemeente() ? velden.gemeente() : woont ? std::optional(*woont) : std::nullopt;
  if (!gemeente) return kanNiet("gemeente ontbreekt: deze persoon woont nergens");
  // Else its SS004 and SS066 would go to a municipality that cannot see whom they are about.
  if (std::ranges::find(dossier.verblijf, *gemeente, &Verblijfsperiode::gemeente) == dossier.verblijf.end())
    return kanNiet("gemeente moet een gemeente zijn waar de persoon woont of heeft gewoond");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier.handhaving;
  nieuw.gehandhaafd = true;
  nieuw.gemeente = gemeente->value();
  if (!nieuw.eersteHandhavingDoorGemeente) nieuw.eersteHandhavingDoorGemeente = nieuw.gemeente;
  nieuw.beginHandhaving = *begin;
  nieuw.eindeHandhavingstermijn = einde;
  return gevolg;
}

Gebeurtenisbesluit handhavingVerlengd(const Dossier& dossier, const Velden& velden) {
  const auto& oud = dossier.handhaving;
  if (!oud.gehandhaafd || !oud.eindeHandhavingstermijn)
    return kanNiet("deze persoon wordt niet gehandhaafd: begin met handhaving");
  const Date einde = *velden.datum("einde");
  if (einde <= *oud.eindeHandhavingstermijn)
    return kanNiet("einde moet na " + oud.eindeHandhavingstermijn->dutch() +
                   " liggen: het einde van de termijn tot nu toe");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier.handhaving;
  nieuw.eindeHandhavingstermijn = einde;
  nieuw.verlengingen.push_back({velden.dag(), velden.tekst("reden")});
  return gevolg;
}

Gebeurtenisbesluit handhavingBeeindigd(const Dossier& dossier, const Velden&) {
  if (!dossier.handhaving.gehandhaafd) return kanNiet("deze persoon wordt niet gehandhaafd");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.handhaving.gehandhaafd = false;
  return gevolg;
}

// § 3.4 Inburgeringsvoorziening, and § 3.2: within the participation budget also to who stands in ISI
// definitief.
std::optional<std::string> magNiet(const Dossier& dossier, const Velden& velden) {
  const auto soort = *velden.tekst("soort");
  const bool vrijwillig = dossier.positie == posities::kVrijwillig;
  if (soort == "GeestelijkBedienaar" && vrijwillig)
    return "een voorziening van de soort GeestelijkBedienaar mag niet aan een vrijwillige inburgeraar worden "
           "aangeboden";
  if (soort != "Duaal" && velden.tekst("vormDuaalTraject"))
    return "vormDuaalTraject hoort alleen bij een voorziening van de soort Duaal";
  const bool definitief = herkomst(dossier, velden.vandaag()) == "Definitief";
  if (vrijwillig || definitief || dossier.examens.datumDiplomaBehaald) return std::nullopt;
  if (!plichtOp(dossier, velden.vandaag()).plichtig)
    return "een voorziening kan worden aangeboden aan inburgeringsplichtigen en vrijwillige inburgeraars; "
           "deze "
           "persoon is geen van beide";
  if (!dossier.handhaving.gehandhaafd)
    return "een voorziening voor een inburgeringsplichtige kan niet zonder handhaving: begin met handhaving";
  return std::nullopt;
}

Gebeurtenisbesluit voorziening(const Dossier& dossier, const Velden& velden) {
  if (auto fout = magNiet(dossier, velden)) return kanNiet(*std::move(fout));
  const auto* woont = gemeenteVan(dossier);
  const auto gemeente = velden.gemeente() ? velden.gemeente() : woont ? std::optional(*woont) : std::nullopt;
  if (!gemeente) return kanNiet("gemeente ontbreekt: deze persoon woont nergens");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier.voorzieningen.emplace_back();
  nieuw.aanbodDoorGemeente = gemeente->value();
  nieuw.doelgroep = velden.tekst("doelgroep");
  nieuw.soort = *velden.tekst("soort");
  nieuw.persoonlijkInburgeringsbudget = jaNee(velden, "persoonlijkInburgeringsbudget");
  nieuw.vormDuaalTraject = velden.tekst("vormDuaalTraject");
  nieuw.datumStart = velden.dag();
  return gevolg;
}

Gebeurtenisbesluit voorzieningBeeindigd(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  Inburgeringsvoorziening* laatste = nullptr;
  for (auto& each : gevolg.dossier.voorzieningen) {
    if (each.datumEinde || (velden.gemeente() && each.aanbodDoorGemeente != velden.gemeente()->value()))
      continue;
    if (!laatste || laatste->datumStart <= each.datumStart) laatste = &each;
  }
  if (!laatste) return kanNiet("er loopt geen voorziening die kan eindigen");
  if (velden.dag() < laatste->datumStart)
    return kanNiet("datum mag niet voor " + laatste->datumStart.dutch() +
                   " liggen: de start van de voorziening");
  laatste->datumEinde = velden.dag();
  laatste->redenEinde = velden.tekst("reden");
  return gevolg;
}

Gebeurtenisbesluit tijdelijkeVrijstelling(const Dossier& dossier, const Velden& velden) {
  if (tijdelijkeVrijstellingOp(dossier, velden.dag()))
    return kanNiet("deze persoon is al tijdelijk vrijgesteld");
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier;
  nieuw.vrijstellingen.push_back(
      {"Tijdelijk", velden.tekst("door"), velden.dag(), std::nullopt, std::nullopt, std::nullopt});
  if (nieuw.positie == posities::kPlichtig || nieuw.positie == posities::kMogelijkLater) {
    nieuw.positie = posities::kTijdelijkNietPlichtig;
    nieuw.redenNietInburgeringsplichtig =
        codes::kRedenNietInburgeringsplichtig.omschrijving("TijdelijkVrijgesteld");
  }
  return gevolg;
}

// § 3.7 SS005: without a diploma the person may be obliged now; the municipality decides.
Gebeurtenisbesluit vrijstellingVervallen(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& nieuw = gevolg.dossier;
  const auto open = std::ranges::find_if(
      nieuw.vrijstellingen, [](const auto& each) { return each.soort == "Tijdelijk" && !each.einde; });
  if (open == nieuw.vrijstellingen.end()) return kanNiet("deze persoon is niet tijdelijk vrijgesteld");
  if (open->start && velden.dag() < *open->start)
    return kanNiet("datum mag niet voor " + open->start->dutch() + " liggen: de start van de vrijstelling");
  open->einde = velden.dag();
  if (nieuw.positie == posities::kTijdelijkNietPlichtig) {
    nieuw.positie = posities::kMogelijkLater;
    nieuw.redenNietInburgeringsplichtig.reset();
  }
  const bool diploma = nieuw.examens.datumDiplomaBehaald || nieuw.gegevens.geheleVrijstellingDoorDuo;
  if (!diploma) plaats(gevolg, "SS005");
  return gevolg;
}

Gebeurtenisbesluit gedeeltelijkeVrijstelling(const Dossier& dossier, const Velden& velden) {
  const auto onderdeel = velden.tekst("examenonderdeel");
  const auto niveau = velden.tekst("niveau");
  if (niveau.has_value() != (onderdeel == "Taal"))
    return kanNiet("niveau (A1 of A2) hoort bij examenonderdeel Taal, en alleen daarbij");
  Gebeurtenisgevolg gevolg{dossier, {}};
  const auto door = velden.tekst("door");
  gevolg.dossier.vrijstellingen.push_back(
      {"Gedeeltelijk", door, velden.dag(), std::nullopt, onderdeel, niveau});
  if (door == "DUO") plaats(gevolg, kExamensignaal);
  return gevolg;
}

Gebeurtenisbesluit vrijstellendDiploma(const Dossier& dossier, const Velden&) {
  if (dossier.gegevens.geheleVrijstellingDoorDuo) return kanNiet("deze persoon is al geheel vrijgesteld");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.gegevens.geheleVrijstellingDoorDuo = true;
  plaats(gevolg, dossier.positie == posities::kVrijwillig ? "SS031" : "SS006");
  return gevolg;
}

Gebeurtenisbesluit boete(const Dossier& dossier, const Velden& velden) {
  const auto hoogte = bedrag(*velden.tekst("bedrag"));
  if (!hoogte) return kanNiet("bedrag moet een bedrag in euro's als 250 of 250.00 zijn");
  Gebeurtenisgevolg gevolg{dossier, {}};
  gevolg.dossier.boetes.push_back({velden.dag(), velden.tekst("reden"), hoogte, velden.tekst("soort")});
  return gevolg;
}

Gebeurtenisbesluit lening(const Dossier& dossier, const Velden& velden) {
  Gebeurtenisgevolg gevolg{dossier, {}};
  auto& gegevens = gevolg.dossier.gegevens;
  if (velden.tekst("schuld")) {
    const auto schuld = bedrag(*velden.tekst("schuld"));
    if (!schuld) return kanNiet("schuld moet een bedrag in euro's als 0 of 1250.50 zijn");
    gegevens.schuld = *schuld;
  }
  const auto neem = [&](std::string_view naam, std::optional<bool>& doel) {
    if (const auto waarde = jaNee(velden, naam)) doel = waarde;
  };
  neem("rechtOpLeningEnVergoeding", gegevens.rechtOpLeningEnVergoeding);
  neem("persoonsvolgendBudget", gegevens.persoonsvolgendBudget);
  neem("persoonsvolgendBudgetGebruikt", gegevens.persoonsvolgendBudgetGebruikt);
  return gevolg;
}

}  // namespace

std::span<const Gebeurtenissoort> besluitgebeurtenissen() {
  static constexpr Veld kVaststelling[] = {
      kBsnVeld, kDatumVeld, {"positie", Veldsoort::code, true, &kPositie}, {"reden", Veldsoort::tekst}};
  static constexpr Veld kHandhaving[] = {kBsnVeld,
                                         kDatumVeld,
                                         {"gemeente", Veldsoort::gemeente},
                                         {"begin", Veldsoort::datum},
                                         {"einde", Veldsoort::datum, true}};
  static constexpr Veld kVerlengd[] = {
      kBsnVeld, kDatumVeld, {"einde", Veldsoort::datum, true}, {"reden", Veldsoort::tekst}};
  static const Veld kVoorziening[] = {
      kBsnVeld,
      kDatumVeld,
      {"soort", Veldsoort::code, true, &codes::kSoortVoorziening},
      {"gemeente", Veldsoort::gemeente},
      {"doelgroep", Veldsoort::code, false, &codes::kDoelgroepVoorziening},
      {"persoonlijkInburgeringsbudget", Veldsoort::jaNee},
      {"vormDuaalTraject", Veldsoort::code, false, &codes::kVormDuaalTraject}};
  static constexpr Veld kEinde[] = {
      kBsnVeld, kDatumVeld, {"gemeente", Veldsoort::gemeente}, {"reden", Veldsoort::tekst}};
  static const Veld kDoor[] = {kBsnVeld, kDatumVeld, {"door", Veldsoort::code, true, &codes::kAfgegevenDoor}};
  static const Veld kDeel[] = {
      kBsnVeld,
      kDatumVeld,
      {"door", Veldsoort::code, true, &codes::kAfgegevenDoor},
      {"examenonderdeel", Veldsoort::code, true, &codes::kExamenonderdeelVrijstelling},
      {"niveau", Veldsoort::code, false, &codes::kTaalniveau}};
  static constexpr Veld kBoete[] = {kBsnVeld,
                                    kDatumVeld,
                                    {"bedrag", Veldsoort::tekst, true},
                                    {"reden", Veldsoort::tekst},
                                    {"soort", Veldsoort::tekst}};
  static constexpr Veld kLening[] = {kBsnVeld,
                                     kDatumVeld,
                                     {"schuld", Veldsoort::tekst},
                                     {"rechtOpLeningEnVergoeding", Veldsoort::jaNee},
                                     {"persoonsvolgendBudget", Veldsoort::jaNee},
                                     {"persoonsvolgendBudgetGebruikt", Veldsoort::jaNee}};
  static const auto kSoorten = std::to_array<Gebeurtenissoort>({
      {{"vaststelling", "De gemeente stelt vast of er een plicht is.", "", kVaststelling, false},
       vaststelling},
      {{"handhaving", "De gemeente begint te handhaven.", "SS004 SS066", kHandhaving, false}, handhaving},
      {{"handhaving-verlengd", "De handhavingstermijn wordt verlengd.", "SS004 SS066", kVerlengd, false},
       handhavingVerlengd},
      {{"handhaving-beeindigd", "De handhaving stopt.", "", kAlleenDatum, false}, handhavingBeeindigd},
      {{"voorziening", "De gemeente biedt een voorziening aan.", "", kVoorziening, false}, voorziening},
      {{"voorziening-beeindigd", "Een voorziening eindigt.", "", kEinde, false}, voorzieningBeeindigd},
      {{"tijdelijke-vrijstelling", "Tijdelijk vrijgesteld wegens een opleiding.", "", kDoor, false},
       tijdelijkeVrijstelling},
      {{"tijdelijke-vrijstelling-vervallen", "De persoon volgt de opleiding niet meer.", "SS005",
        kAlleenDatum, false},
       vrijstellingVervallen},
      {{"gedeeltelijke-vrijstelling", "Vrijgesteld van een onderdeel.", "SS065", kDeel, false},
       gedeeltelijkeVrijstelling},
      {{"vrijstellend-diploma", "Het diplomaregister heeft een vrijstellend diploma.", "SS006 SS031",
        kAlleenDatum, false},
       vrijstellendDiploma},
      {{"boete", "De gemeente legt een boete op.", "", kBoete, false}, boete},
      {{"lening", "Lening, schuld en persoonsvolgend budget bij DUO.", "", kLening, false}, lening},
  });
  return kSoorten;
}

}  // namespace cvsgw::isi::wi2007
