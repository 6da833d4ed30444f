#include "adapters/store/wi2007/gebeurtenissen.hpp"

#include <algorithm>

#include "adapters/store/signaalacties.hpp"
#include "adapters/store/wi2007/dossiers.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/gebeurtenis.hpp"

namespace cvsgw::store {
namespace {

using isi::Veldsoort;
using isi::wi2007::Dossier;

// Of a municipality, not of a person: it asks for SS065, or no longer (§ 3.7).
constexpr isi::Veld kWensvelden[] = {{"gemeente", Veldsoort::gemeente, true, nullptr},
                                     {"gewenst", Veldsoort::jaNee, true, nullptr}};
constexpr isi::Gebeurteniskop kWens{"examensignaal", "De gemeente vraagt om SS065, of niet langer.", "",
                                    kWensvelden, false};

void zetWens(Session& writer, const isi::Velden& velden) {
  writer
      .query(
          "INSERT INTO examensignaal2007 (gemeente, gevraagd) VALUES (?1, ?2) ON CONFLICT (gemeente) DO "
          "UPDATE SET gevraagd = excluded.gevraagd")
      .with(*velden.gemeente(), velden.ja("gewenst") ? 1 : 0)
      .run();
}

bool ontvangtExamensignaal(Session& session, const Gemeentecode& gemeente) {
  auto query = session.query(
      "SELECT 1 FROM examensignaal2007 WHERE gemeente = ?1 AND (sleutel <> 0 OR gevraagd <> 0)");
  query.with(gemeente);
  return query.step();
}

}  // namespace

std::vector<isi::Gebeurteniskop> gebeurteniskoppenWi2007() {
  auto koppen = koppenVan(isi::wi2007::gebeurtenissoorten());
  koppen.push_back(kWens);
  return koppen;
}

std::vector<std::string> verwerkGebeurtenisWi2007(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                                  Date vandaag) {
  if (gebeurtenis.naam == kWens.naam) {
    zetWens(writer, isi::Velden(gebeurtenis, vandaag));
    return {};
  }
  const auto bsn = *Bsn::parse(gebeurtenis.velden.at("bsn"));
  const auto dossier = loadDossierAs<Dossier>(writer, Wet::wi2007, bsn);
  auto gevolg = isi::wi2007::beslis(gebeurtenis, dossier ? &*dossier : nullptr, vandaag);
  if (!gevolg) return {std::move(gevolg).error()};
  auto& acties = gevolg->signalen;
  std::erase_if(acties, [&](const auto& actie) {
    return actie.code == isi::wi2007::kExamensignaal && actie.gemeente &&
           !ontvangtExamensignaal(writer, *actie.gemeente);
  });
  saveWi2007(writer, gevolg->dossier, vandaag);
  pasToeWi2007(writer, gevolg->dossier, acties, vandaag);
  return {};
}

void zetSleutelgemeenten(Database& database, const std::set<Gemeentecode>& gemeenten) {
  Database::Writing writer(database);
  writer->query("UPDATE examensignaal2007 SET sleutel = 0").run();
  for (const auto& gemeente : gemeenten) {
    writer
        ->query(
            "INSERT INTO examensignaal2007 (gemeente, sleutel) VALUES (?1, 1) ON CONFLICT (gemeente) DO "
            "UPDATE SET sleutel = 1")
        .with(gemeente)
        .run();
  }
  writer.commit();
}

}  // namespace cvsgw::store
