#include "gateway/laws/wi2021/rules/pip_inhoud.hpp"

#include <algorithm>

namespace cvsgw::laws::wi2021 {
namespace {

using isi::wi2021::Aanvraag;
using isi::wi2021::Dossier;
using isi::wi2021::Stand;
using isi::wi2021::Verblijf;

constexpr Date kEersteDagWet(2022, 1, 1);
constexpr int kDagenZonderVraag = 30;
// DUO's own limits (M2M PIP).
constexpr std::int32_t kUrenMinimaal = 1;
constexpr std::int32_t kUrenMaximaal = 9999;

constexpr std::string_view kVeldNiveau = "pip/niveau";
constexpr std::string_view kVeldIntensiteit = "pip/geschatteUrenIntensiteit";

bool gedeeltelijkOntheven(const Dossier& dossier) {
  return std::ranges::any_of(dossier.aanvragen, [](const Aanvraag& aanvraag) {
    return aanvraag.toelichting == "GedeeltelijkeOntheffing" && aanvraag.status == "Toegekend";
  });
}

}  // namespace

std::optional<Date> datumKoppeling(const Dossier& dossier, const Gemeentecode& gemeente) {
  std::vector<const Verblijf*> stays;
  for (const auto& stay : dossier.verblijven) {
    if (stay.gemeentecode == gemeente) stays.push_back(&stay);
  }
  if (stays.empty()) return std::nullopt;
  std::ranges::sort(stays, std::greater{}, [](const Verblijf* stay) { return stay->vanaf; });
  Date since = stays.front()->vanaf;
  // Who was linked by COA and then came to live there has been the municipality's since the link.
  for (const auto* stay : stays) {
    if (!stay->tot || *stay->tot >= since.plusDays(-1)) since = std::min(since, stay->vanaf);
  }
  return since;
}

std::vector<Melding> controleerDagtekening(const Stand& stand, Date dagtekening, std::string_view veld) {
  std::vector<Melding> meldingen;
  const Date vandaag = stand.namens.vandaag;
  const Date vaststelling = stand.dossier.plicht.datumVaststelling;
  if (dagtekening < kEersteDagWet) meldingen.push_back(melding("FS111", veld));
  if (dagtekening > vandaag) meldingen.push_back(meldingWith("FS112", vandaag.dutch(), veld));
  if (dagtekening < vaststelling) meldingen.push_back(meldingWith("FS113", vaststelling.dutch(), veld));
  if (vandaag.daysSince(dagtekening) > kDagenZonderVraag) meldingen.push_back(melding("AS114", veld));
  const auto koppeling = datumKoppeling(stand.dossier, stand.namens.gemeente);
  if (koppeling && dagtekening < *koppeling)
    meldingen.push_back(meldingWith("AS115", koppeling->dutch(), veld));
  return meldingen;
}

std::vector<Melding> controleerNiveau(const PipInvoer& invoer, bool initieel) {
  if (invoer.leerroute == "B" && invoer.niveau == "A2")
    return {melding(initieel ? "FS116" : "AS117", kVeldNiveau)};
  if (invoer.leerroute == "Z" && invoer.niveau == "A2") return {melding("AS118", kVeldNiveau)};
  if (invoer.leerroute == "Z" && invoer.niveau == "B1") return {melding("FS119", kVeldNiveau)};
  if (invoer.leerroute == "O" && invoer.niveau == "A2") return {melding("FS120", kVeldNiveau)};
  return {};
}

std::vector<Melding> controleerUren(const Dossier& dossier, const PipInvoer& invoer) {
  std::vector<Melding> meldingen;
  const auto& uren = invoer.geschatteUrenIntensiteit;
  const bool nodig = dossier.plicht.asielstatushouder() && invoer.leerroute == "B";
  if (nodig && !uren) meldingen.push_back(melding("FS121", kVeldIntensiteit));
  if (!nodig && uren) meldingen.push_back(melding("FS122", kVeldIntensiteit));
  if (nodig && uren && (*uren < kUrenMinimaal || *uren > kUrenMaximaal))
    meldingen.push_back(melding("FS123", kVeldIntensiteit));
  const bool aangepast =
      dossier.plicht.asielstatushouder() && invoer.leerroute == "Z" && gedeeltelijkOntheven(dossier);
  if (invoer.urenBelastbaarheidParticipatie && !aangepast)
    meldingen.push_back(melding("FS124", "pip/urenBelastbaarheidParticipatie"));
  return meldingen;
}

std::vector<Melding> controleerLeerroute(std::string_view van, std::string_view naar, Date laatsteDag,
                                         Date vandaag) {
  const bool vrij = van == naar || (van == "O" && naar == "B");
  if (vrij || vandaag <= laatsteDag) return {};
  return {meldingWith("AS129", laatsteDag.dutch(), "pip/leerroute")};
}

}  // namespace cvsgw::laws::wi2021
