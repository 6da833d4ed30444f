#include "gateway/isi/gebeurtenis.hpp"

#include <algorithm>

namespace cvsgw::isi {
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

std::vector<std::string> controleerVelden(const Gebeurteniskop& kop, const Gebeurtenis& gebeurtenis,
                                          Date vandaag) {
  std::vector<std::string> fouten;
  for (const auto& veld : kop.velden) {
    const auto found = gebeurtenis.velden.find(veld.naam);
    if (found == gebeurtenis.velden.end()) {
      if (veld.verplicht) fouten.push_back(std::string(veld.naam) + " ontbreekt");
    } else if (auto text = fout(veld, found->second, vandaag)) {
      fouten.push_back(*std::move(text));
    }
  }
  for (const auto& [naam, waarde] : gebeurtenis.velden) {
    if (naam == kWetVeld || std::ranges::find(kop.velden, naam, &Veld::naam) != kop.velden.end()) continue;
    std::string namen;
    for (const auto& veld : kop.velden) namen.append(namen.empty() ? "" : ", ").append(veld.naam);
    fouten.push_back(naam + " hoort niet bij " + gebeurtenis.naam + "; mogelijk zijn: " + namen);
  }
  return fouten;
}

}  // namespace cvsgw::isi
