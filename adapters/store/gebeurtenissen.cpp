#include "adapters/store/gebeurtenissen.hpp"

#include <algorithm>
#include <array>

#include "adapters/store/dag.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/loket/gebeurtenissen.hpp"
#include "adapters/store/rekeningnummers.hpp"
#include "adapters/store/wi2007/gebeurtenissen.hpp"
#include "adapters/store/wi2013/gebeurtenissen.hpp"
#include "adapters/store/wi2021/gebeurtenissen.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::Gebeurtenis;
using isi::Gebeurteniskop;

/// A kind of the name that was given, and whose it is.
struct Kandidaat {
  const Gebeurtenisgroep* groep;
  Gebeurteniskop kop;
};

std::vector<Kandidaat> kandidaten(std::string_view naam) {
  std::vector<Kandidaat> gevonden;
  for (const auto& groep : gebeurtenisgroepen()) {
    for (const auto& kop : groep.koppen())
      if (kop.naam == naam) gevonden.push_back({&groep, kop});
  }
  return gevonden;
}

std::string alleNamen() {
  std::vector<std::string_view> namen;
  std::string text;
  for (const auto& groep : gebeurtenisgroepen()) {
    for (const auto& kop : groep.koppen()) {
      if (std::ranges::find(namen, kop.naam) != namen.end()) continue;
      text.append(namen.empty() ? "" : ", ").append(kop.naam);
      namen.push_back(kop.naam);
    }
  }
  return text;
}

std::string wettenVan(const std::vector<Kandidaat>& soorten) {
  std::string text;
  for (const auto& each : soorten)
    text.append(text.empty() ? "" : ", ")
        .append(each.groep->wet ? wetNaam(*each.groep->wet) : std::string_view("alle wetten samen"));
  return text;
}

bool kent(Session& session, Wet wet, const Gebeurtenis& gebeurtenis) {
  const auto text = gebeurtenis.velden.find("bsn");
  const auto bsn = text == gebeurtenis.velden.end() ? std::nullopt : Bsn::parse(text->second);
  return bsn && loadDossier(session, wet, *bsn);
}

// Of several laws' kinds of one name: what `wet` says; else the newest law that knows the person; else the
// newest, which will say that it does not know him, or begins with him.
tl::expected<Kandidaat, std::string> kies(Database& database, const Gebeurtenis& gebeurtenis) {
  const auto soorten = kandidaten(gebeurtenis.naam);
  if (soorten.empty()) return tl::unexpected("deze gebeurtenis bestaat niet; er zijn: " + alleNamen());
  if (const auto wet = gebeurtenis.velden.find(isi::kWetVeld); wet != gebeurtenis.velden.end()) {
    for (const auto& each : soorten)
      if (each.groep->wet && wetNaam(*each.groep->wet) == wet->second) return each;
    return tl::unexpected("wet moet bij " + gebeurtenis.naam + " een van deze zijn: " + wettenVan(soorten));
  }
  Database::Reading session(database);
  for (const auto& each : soorten) {
    const bool bestaand = each.groep->wet && !each.kop.nieuwePersoon;
    if (bestaand && kent(*session, *each.groep->wet, gebeurtenis)) return each;
  }
  return soorten.front();
}

}  // namespace

std::span<const Gebeurtenisgroep> gebeurtenisgroepen() {
  static constexpr std::array kGroepen{
      Gebeurtenisgroep{Wet::wi2021, wi2021::gebeurteniskoppen, wi2021::verwerkGebeurtenis},
      Gebeurtenisgroep{Wet::wi2013, gebeurteniskoppenWi2013, verwerkGebeurtenisWi2013},
      Gebeurtenisgroep{Wet::wi2007, gebeurteniskoppenWi2007, verwerkGebeurtenisWi2007},
      Gebeurtenisgroep{std::nullopt, rekeningnummerkoppen, verwerkRekeningnummer},
      Gebeurtenisgroep{std::nullopt, loket::gebeurteniskoppen, loket::verwerkGebeurtenis},
  };
  return kGroepen;
}

Outcome<std::vector<std::string>> GebeurtenissenStore::verwerk(const Gebeurtenis& gebeurtenis, Date vandaag) {
  return guarded([&]() -> std::vector<std::string> {
    const auto soort = kies(database_, gebeurtenis);
    if (!soort) return {soort.error()};
    auto fouten = isi::controleerVelden(soort->kop, gebeurtenis, vandaag);
    if (!fouten.empty()) return fouten;
    processDays(database_, vandaag);
    Database::Writing writer(database_);
    fouten = soort->groep->voerUit(*writer, gebeurtenis, vandaag);
    if (fouten.empty()) writer.commit();
    return fouten;
  });
}

tl::expected<Gebeurtenis, std::string> leesGebeurtenis(std::string_view regel) {
  rapidjson::Document document;
  // Iterative: a line of open brackets must not use up the stack. What is stored is UTF-8.
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(regel.data(),
                                                                                         regel.size());
  if (document.HasParseError() || !document.IsObject())
    return tl::unexpected(
        std::string("dit is geen JSON-object als {\"gebeurtenis\": \"overlijden\", \"bsn\": \"…\"}"));
  Gebeurtenis gebeurtenis;
  for (const auto& lid : document.GetObject()) {
    const std::string naam(lid.name.GetString(), lid.name.GetStringLength());
    std::string waarde;
    if (lid.value.IsString())
      waarde.assign(lid.value.GetString(), lid.value.GetStringLength());
    else if (lid.value.IsInt64())
      waarde = std::to_string(lid.value.GetInt64());
    else if (lid.value.IsBool())
      waarde = lid.value.GetBool() ? "ja" : "nee";
    else
      return tl::unexpected(naam + " moet een tekst, een geheel getal of true of false zijn");
    if (naam == "gebeurtenis") {
      gebeurtenis.naam = std::move(waarde);
    } else if (!gebeurtenis.velden.emplace(naam, std::move(waarde)).second) {
      return tl::unexpected(naam + " staat er tweemaal");
    }
  }
  if (gebeurtenis.naam.empty()) return tl::unexpected(std::string("gebeurtenis ontbreekt"));
  return gebeurtenis;
}

}  // namespace cvsgw::store
