#include "gateway/isi/wi2021/gebeurtenis.hpp"

#include <algorithm>
#include <array>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2021/gebeurtenis_hulp.hpp"
#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

std::string opsomming(const CodeList& list) {
  std::string text;
  for (const auto& row : list.rows) {
    if (!text.empty()) text += ", ";
    text += row.code;
  }
  return text;
}

bool bevat(const CodeList& list, std::string_view code) {
  return std::ranges::any_of(list.rows, [code](const CodeRow& row) { return row.code == code; });
}

// What is wrong with this value, without the value: it may be personal data.
std::optional<std::string> fout(const Veld& veld, const std::string& waarde, Date vandaag) {
  const std::string naam(veld.naam);
  switch (veld.soort) {
    case Veldsoort::bsn:
      if (Bsn::parse(waarde)) return std::nullopt;
      return naam + " moet een burgerservicenummer van negen cijfers zijn dat aan de elfproef voldoet";
    case Veldsoort::datum: {
      const auto datum = Date::parse(waarde);
      if (!datum) return naam + " moet een bestaande datum als 2026-11-22 zijn";
      if (naam == "datum" && *datum > vandaag)
        return "datum mag niet na vandaag (" + vandaag.dutch() + ") liggen";
      return std::nullopt;
    }
    case Veldsoort::gemeente:
      if (Gemeentecode::parse(waarde) && bevat(kGemeenten, waarde)) return std::nullopt;
      return naam + " moet de code van vier cijfers van een bestaande gemeente zijn, zoals 0363";
    case Veldsoort::code:
      if (bevat(*veld.codes, waarde)) return std::nullopt;
      return naam + " moet een van deze zijn: " + opsomming(*veld.codes);
    case Veldsoort::tekst:
      if (!waarde.empty()) return std::nullopt;
      return naam + " mag niet leeg zijn";
    case Veldsoort::jaNee:
      if (waarde == "ja" || waarde == "nee") return std::nullopt;
      return naam + " moet ja of nee zijn";
  }
  return std::nullopt;
}

std::optional<Gebeurtenissoort> soortMet(std::string_view naam) {
  for (const auto& soort : gebeurtenissoorten()) {
    if (soort.naam == naam) return soort;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> Velden::tekst(std::string_view naam) const {
  const auto found = velden_.find(naam);
  if (found == velden_.end()) return std::nullopt;
  return found->second;
}

std::optional<Date> Velden::datum(std::string_view naam) const {
  const auto text = tekst(naam);
  return text ? Date::parse(*text) : std::nullopt;
}

std::optional<Gemeentecode> Velden::gemeente() const {
  const auto text = tekst("gemeente");
  return text ? Gemeentecode::parse(*text) : std::nullopt;
}

std::vector<Gebeurtenissoort> gebeurtenissoorten() {
  std::vector<Gebeurtenissoort> all;
  for (const auto area : {levensgebeurtenissen(), besluitgebeurtenissen(), trajectgebeurtenissen()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

std::vector<std::string> controleer(const Gebeurtenis& gebeurtenis, Date vandaag) {
  const auto soort = soortMet(gebeurtenis.naam);
  if (!soort) {
    std::string namen;
    for (const auto& each : gebeurtenissoorten()) namen.append(namen.empty() ? "" : ", ").append(each.naam);
    return {"deze gebeurtenis bestaat niet; er zijn: " + namen};
  }
  std::vector<std::string> fouten;
  for (const auto& veld : soort->velden) {
    const auto found = gebeurtenis.velden.find(veld.naam);
    if (found == gebeurtenis.velden.end()) {
      if (veld.verplicht) fouten.push_back(std::string(veld.naam) + " ontbreekt");
    } else if (auto text = fout(veld, found->second, vandaag)) {
      fouten.push_back(*std::move(text));
    }
  }
  for (const auto& [naam, waarde] : gebeurtenis.velden) {
    if (std::ranges::any_of(soort->velden, [&naam](const Veld& veld) { return veld.naam == naam; })) continue;
    std::string namen;
    for (const auto& veld : soort->velden) namen.append(namen.empty() ? "" : ", ").append(veld.naam);
    fouten.push_back(naam + " hoort niet bij " + gebeurtenis.naam + "; mogelijk zijn: " + namen);
  }
  return fouten;
}

Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag) {
  const auto soort = soortMet(gebeurtenis.naam);
  if (!soort) return kanNiet("deze gebeurtenis bestaat niet");
  const Velden velden(gebeurtenis, vandaag);
  if (soort->nieuwePersoon) {
    if (dossier) return kanNiet("deze persoon valt al onder de Wi2021");
    return soort->besluit({}, velden);
  }
  if (!dossier) return kanNiet("deze persoon valt niet onder de Wi2021: begin met nieuwe-plicht");
  if (dossier->personalia.datumOverlijden) return kanNiet("deze persoon is overleden");
  return soort->besluit(*dossier, velden);
}

void plaatsBij(Gebeurtenisgevolg& gevolg, std::string_view code, const Gemeentecode& gemeente) {
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, std::string(code), gemeente});
}

void plaatsOveral(Gebeurtenisgevolg& gevolg, std::string_view code) {
  gevolg.signalen.push_back({Signaalactie::Soort::plaats, std::string(code), std::nullopt});
}

void plaats(Gebeurtenisgevolg& gevolg, std::string_view code, Date vandaag) {
  if (const Verblijf* verblijf = verblijfOp(gevolg.dossier, vandaag))
    return plaatsBij(gevolg, code, verblijf->gemeentecode);
  const Verblijf* laatste = nullptr;
  for (const auto& verblijf : gevolg.dossier.verblijven) {
    if (verblijf.vanaf <= vandaag && (!laatste || laatste->vanaf < verblijf.vanaf)) laatste = &verblijf;
  }
  if (laatste) plaatsBij(gevolg, code, laatste->gemeentecode);
}

void handelAf(Gebeurtenisgevolg& gevolg, std::initializer_list<std::string_view> codes) {
  for (const auto code : codes)
    gevolg.signalen.push_back({Signaalactie::Soort::handelAf, std::string(code), std::nullopt});
}

void beeindigPlicht(Gebeurtenisgevolg& gevolg, std::string_view reden, Date dag) {
  beeindigPlicht(gevolg.dossier.plicht, reden, dag);
  for (auto& actie : signalenBijEinde()) gevolg.signalen.push_back(std::move(actie));
}

void wijzigEindeTermijn(Dossier& dossier, Date einde, std::optional<std::string> grond,
                        std::string_view reden, Date dag) {
  auto& plicht = dossier.plicht;
  plicht.termijnHistorie.insert(plicht.termijnHistorie.begin(), *plicht.termijn);
  plicht.termijn->einddatum = einde;
  plicht.termijn->wijzigingsdatum = plicht.wijzigingsdatum = dag;
  plicht.termijn->verlengingsgrond = std::move(grond);
  plicht.redenWijziging = reden;
}

}  // namespace cvsgw::isi::wi2021
