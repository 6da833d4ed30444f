#include "adapters/store/algemeen.hpp"

#include <algorithm>

#include "adapters/store/guard.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/wi2007/zicht.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store {
namespace {

constexpr auto kNieuwsteEerst = [] {
  auto wetten = kWetten;
  std::reverse(wetten.begin(), wetten.end());
  return wetten;
}();

using isi::Namens;

// Where someone lives is asked of the day of his death when he has died.
Date peildag(const std::optional<Date>& overlijden, Date vandaag) {
  return overlijden ? std::min(*overlijden, vandaag) : vandaag;
}

/// What a law's dossier says of a person, sight and roles apart.
struct Stand {
  bool woonachtig = false;
  bool overleden = false;
  bool schermTeOpenen = true;
};

Stand standOf(const isi::wi2007::Dossier& dossier, const Namens& namens) {
  const bool woonachtig = std::ranges::any_of(dossier.verblijf, [&](const auto& periode) {
    return periode.gemeente == namens.gemeente && !periode.totEnMet;
  });
  return {woonachtig, dossier.datumOverlijden.has_value(), isi::wi2007::schermTeOpenen(dossier)};
}

Stand standOf(const isi::wi2013::Dossier& dossier, const Namens& namens) {
  const Date dag = peildag(dossier.datumOverlijden, namens.vandaag);
  const bool vertrokken = dossier.datumUitschrijving && *dossier.datumUitschrijving <= dag;
  const bool woonachtig = !vertrokken && std::ranges::any_of(dossier.verblijven, [&](const auto& periode) {
    return periode.gemeente == namens.gemeente && periode.omvat(dag);
  });
  return {woonachtig, dossier.datumOverlijden.has_value(), true};
}

// A link through COA is not a residence, though it gives sight.
Stand standOf(const isi::wi2021::Dossier& dossier, const Namens& namens) {
  const Date dag = peildag(dossier.personalia.datumOverlijden, namens.vandaag);
  const bool woonachtig = std::ranges::any_of(dossier.verblijven, [&](const auto& verblijf) {
    return verblijf.gemeentecode == namens.gemeente && verblijf.soort == "Ingezetene" &&
           verblijf.vanaf <= dag && (!verblijf.tot || dag < *verblijf.tot);
  });
  return {woonachtig, dossier.personalia.datumOverlijden.has_value(), true};
}

template <Record Dossier>
std::optional<Stand> standUnder(Session& session, Wet wet, const Namens& namens, const Bsn& bsn) {
  const auto dossier = loadDossierAs<Dossier>(session, wet, bsn);
  if (!dossier) return std::nullopt;
  return standOf(*dossier, namens);
}

std::optional<Stand> standUnder(Session& session, Wet wet, const Namens& namens, const Bsn& bsn) {
  switch (wet) {
    case Wet::wi2007:
      return standUnder<isi::wi2007::Dossier>(session, wet, namens, bsn);
    case Wet::wi2013:
      return standUnder<isi::wi2013::Dossier>(session, wet, namens, bsn);
    case Wet::wi2021:
      return standUnder<isi::wi2021::Dossier>(session, wet, namens, bsn);
  }
  return std::nullopt;
}

}  // namespace

Outcome<isi::WetVanPersoon> AlgemeenStore::bepaalWet(const Namens& namens, const Bsn& bsn) {
  return guarded([&] {
    Database::Reading session(database_);
    isi::WetVanPersoon out;
    for (const Wet wet : kNieuwsteEerst) {
      const auto stand = standUnder(*session, wet, namens, bsn);
      if (!stand) continue;
      out.wet = wet;
      out.woonachtig = stand->woonachtig;
      out.overleden = stand->overleden;
      out.gegevensInzien = stand->schermTeOpenen && namens.rollen.mayRead(wet) &&
                           findZicht(*session, wet, namens.gemeente, bsn).has_value();
      break;
    }
    return out;
  });
}

Outcome<bool> AlgemeenStore::inZicht(const Namens& namens, const Bsn& bsn) {
  return guarded([&] {
    Database::Reading session(database_);
    auto query = session->query(
        "SELECT 1 FROM zicht INDEXED BY zicht_inzage WHERE wet = ?1 AND gemeente = ?2 AND bsn = ?3 AND "
        "vervallen = 0");
    // One law after the other: for a list of them the engine would make a table at every look-up.
    for (const Wet wet : kNieuwsteEerst) {
      query.with(static_cast<int>(wet), namens.gemeente, bsn);
      if (query.step()) return true;
      query.reset();
    }
    return false;
  });
}

Outcome<std::optional<Bsn>> AlgemeenStore::bsnInZicht(const Namens& namens, const std::string& aNummer) {
  return guarded([&]() -> std::optional<Bsn> {
    Database::Reading session(database_);
    auto query = session->query(
        "SELECT z.bsn FROM zoek2007 s INDEXED BY zoek2007_a_nummer JOIN zicht z ON z.persoon_id = "
        "s.persoon_id "
        "AND z.vervallen = 0 WHERE s.gemeente = ?1 AND s.a_nummer = ?2 LIMIT 1");
    query.with(namens.gemeente, aNummer);
    if (!query.step()) return std::nullopt;
    return query.bsn(0);
  });
}

Outcome<std::int64_t> AlgemeenStore::aantalInZicht(const Namens& namens) {
  return guarded([&] {
    Database::Reading session(database_);
    auto query = session->query(
        "SELECT COUNT(*) FROM zicht INDEXED BY zicht_inzage WHERE wet = ?1 AND gemeente = ?2 AND vervallen = "
        "0");
    std::int64_t all = 0;
    for (const Wet wet : kNieuwsteEerst) {
      query.with(static_cast<int>(wet), namens.gemeente);
      if (query.step()) all += query.number(0);
      query.reset();
    }
    return all;
  });
}

}  // namespace cvsgw::store
