// Orders of waardepapier and messages to the Servicecentrum.
#include <algorithm>

#include "adapters/store/eenmaal.hpp"
#include "adapters/store/loket/loket_store.hpp"
#include "adapters/store/post.hpp"
#include "adapters/store/wi2021/contactpersonen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/loket/bevestiging.hpp"
#include "gateway/isi/wi2007/dossier.hpp"
#include "gateway/isi/wi2007/zicht.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store {
namespace {

using isi::Namens;
using isi::loket::Bestelling;
using isi::loket::Persoonsgegevens;
using isi::loket::Uitkomst;

std::vector<Bestelling> besteldOp(Session& session, const Gemeentecode& gemeente, Date dag) {
  std::vector<Bestelling> found;
  auto query = session.query("SELECT document FROM bestelling WHERE gemeente = ?1 AND dag = ?2");
  query.with(gemeente, dag);
  while (query.step()) found.push_back(fromJson<Bestelling>(query.string(0)));
  return found;
}

Persoonsgegevens gegevensVan(const isi::wi2021::Dossier& dossier) {
  const auto& p = dossier.personalia;
  return {p.bsn,          std::string(wetNaam(Wet::wi2021)), p.voornamen, p.voorvoegsel, p.achternaam,
          p.geboortedatum};
}
Persoonsgegevens gegevensVan(const isi::wi2013::Dossier& d) {
  return {d.bsn,          std::string(wetNaam(Wet::wi2013)), d.voornamen, d.voorvoegsel, d.achternaam,
          d.geboortedatum};
}
Persoonsgegevens gegevensVan(const isi::wi2007::Dossier& d) {
  return {d.bsn,          std::string(wetNaam(Wet::wi2007)), d.voornaam, d.voorvoegsels, d.achternaam,
          d.geboortedatum};
}

template <Record Dossier>
std::optional<Persoonsgegevens> gegevensUnder(Session& session, Wet wet, const Namens& namens,
                                              const Bsn& bsn) {
  if (!namens.rollen.mayRead(wet) || !findZicht(session, wet, namens.gemeente, bsn)) return std::nullopt;
  const auto dossier = loadDossierAs<Dossier>(session, wet, bsn);
  if (!dossier) return std::nullopt;
  if constexpr (std::is_same_v<Dossier, isi::wi2007::Dossier>) {
    if (!isi::wi2007::schermTeOpenen(*dossier)) return std::nullopt;
  }
  return gegevensVan(*dossier);
}

// Of the newest law under which the caller may open the person's screen: the form is filled from there.
std::optional<Persoonsgegevens> gegevensVoor(Session& session, const Namens& namens, const Bsn& bsn) {
  if (auto found = gegevensUnder<isi::wi2021::Dossier>(session, Wet::wi2021, namens, bsn)) return found;
  if (auto found = gegevensUnder<isi::wi2013::Dossier>(session, Wet::wi2013, namens, bsn)) return found;
  return gegevensUnder<isi::wi2007::Dossier>(session, Wet::wi2007, namens, bsn);
}

}  // namespace

Outcome<Uitkomst> LoketStore::bestel(
    const Namens& namens, const isi::Opdracht& opdracht,
    const std::function<isi::loket::Bestelbesluit(const isi::loket::Bestelstand&)>& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    const auto vandaag = besteldOp(writer, namens.gemeente, namens.vandaag);
    auto besluit = beslissing({namens, opdracht.verwerking, vandaag});
    Uitkomst uitkomst;
    const auto resultaat = isi::weeg(besluit.meldingen, opdracht.verwerking);
    uitkomst.resultaat = resultaatNaam(resultaat);
    uitkomst.meldingen = std::move(besluit.meldingen);
    if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
    auto& bestelling = uitkomst.bestelling.emplace(*std::move(besluit.bestelling));
    bestelling.bestelnummer = "B." + std::to_string(nextTeller(writer, "bestelling"));
    writer.query("INSERT INTO bestelling (bestelnummer, gemeente, dag, document) VALUES (?1, ?2, ?3, ?4)")
        .with(bestelling.bestelnummer, namens.gemeente, bestelling.datum, toJson(bestelling))
        .run();
    zetKlaar(writer, isi::loket::bevestiging(bestelling, namens.gemeente));
    return uitkomst;
  });
}

Outcome<Uitkomst> LoketStore::verstuur(
    const Namens& namens, const isi::Opdracht& opdracht, const isi::loket::Berichtinhoud& inhoud,
    const std::optional<Bsn>& persoon,
    const std::function<isi::loket::Berichtbesluit(const isi::loket::Berichtstand&)>& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    const auto bekend = wi2021::listContactpersonen(writer, namens.gemeente);
    const auto kent = [&](auto matches) { return std::ranges::any_of(bekend, matches); };
    isi::loket::Berichtstand stand{namens, opdracht.verwerking};
    stand.emailBekend = kent([&](const auto& each) { return each.email == inhoud.email; });
    stand.telefoonBekend = inhoud.telefoonnummer && kent([&](const auto& each) {
                             return each.telefoonnummer == inhoud.telefoonnummer;
                           });
    if (persoon) stand.persoon = gegevensVoor(writer, namens, *persoon);
    auto besluit = beslissing(stand);
    Uitkomst uitkomst;
    const auto resultaat = isi::weeg(besluit.meldingen, opdracht.verwerking);
    uitkomst.resultaat = resultaatNaam(resultaat);
    uitkomst.meldingen = std::move(besluit.meldingen);
    if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
    auto& bericht = uitkomst.bericht.emplace(*std::move(besluit.bericht));
    bericht.berichtnummer = "M." + std::to_string(nextTeller(writer, "contactbericht"));
    writer
        .query(
            "INSERT INTO contactbericht (berichtnummer, gemeente, dag, document, inhoud) VALUES (?1, ?2, ?3, "
            "?4, ?5)")
        .with(bericht.berichtnummer, namens.gemeente, bericht.datum, toJson(bericht), toJson(inhoud))
        .run();
    return uitkomst;
  });
}

}  // namespace cvsgw::store
