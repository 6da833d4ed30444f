#include "adapters/store/wi2021/gebeurtenissen.hpp"

#include <algorithm>

#include "adapters/store/dag.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Dossier;
using isi::wi2021::Gebeurtenis;
using isi::wi2021::Signaalactie;

// The person is not of this law after all: sight and dossier go, and each municipality that had him in sight
// gets the correction, which needs no sight.
void verwijder(Session& writer, Dossier dossier, const std::string& correctie, Date vandaag) {
  const Bsn bsn = dossier.personalia.bsn;
  const auto zagen = isi::wi2021::zichten(dossier, vandaag);
  dossier.verblijven.clear();
  wi2021::save(writer, std::move(dossier), vandaag);
  for (const char* sql : {"DELETE FROM wacht2021 WHERE bsn = ?1", "DELETE FROM caseload2021 WHERE bsn = ?1",
                          "DELETE FROM dossier WHERE wet = 21 AND bsn = ?1"})
    writer.query(sql).with(bsn).run();
  for (const auto& zicht : zagen) {
    NewSignaal signaal;
    signaal.gemeente = zicht.gemeente;
    signaal.bsn = bsn;
    signaal.code = correctie;
    signaal.datum = vandaag;
    signaal.alleenBsn = true;
    placeSignaal(writer, Wet::wi2021, signaal);
  }
}

std::vector<std::string> voerUit(Session& writer, const Gebeurtenis& gebeurtenis, Date vandaag) {
  const auto bsn = *Bsn::parse(gebeurtenis.velden.at("bsn"));
  const auto dossier = loadDossierAs<Dossier>(writer, Wet::wi2021, bsn);
  auto gevolg = isi::wi2021::beslis(gebeurtenis, dossier ? &*dossier : nullptr, vandaag);
  if (!gevolg) return {std::move(gevolg).error()};
  if (gevolg->correctie) {
    verwijder(writer, std::move(gevolg->dossier), *gevolg->correctie, vandaag);
    return {};
  }
  // Notices of the old state are settled before new ones of the same code come.
  auto acties = std::move(gevolg->signalen);
  std::stable_partition(acties.begin(), acties.end(),
                        [](const auto& actie) { return actie.soort != Signaalactie::Soort::plaats; });
  const auto nieuw = wi2021::save(writer, std::move(gevolg->dossier), vandaag);
  wi2021::pasToe(writer, nieuw, acties, vandaag);
  return {};
}

}  // namespace

Outcome<std::vector<std::string>> GebeurtenissenStore::verwerk(const Gebeurtenis& gebeurtenis, Date vandaag) {
  return guarded([&] {
    auto fouten = isi::wi2021::controleer(gebeurtenis, vandaag);
    if (!fouten.empty()) return fouten;
    processDays(database_, vandaag);
    Database::Writing writer(database_);
    fouten = voerUit(*writer, gebeurtenis, vandaag);
    if (fouten.empty()) writer.commit();
    return fouten;
  });
}

tl::expected<Gebeurtenis, std::string> leesGebeurtenis(std::string_view regel) {
  rapidjson::Document document;
  document.Parse(regel.data(), regel.size());
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
