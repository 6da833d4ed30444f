#include "adapters/store/tabellen.hpp"

#include "adapters/store/dossierlezer.hpp"
#include "gateway/isi/signaalextract.hpp"
#include "gateway/isi/wi2007/extract.hpp"
#include "gateway/isi/wi2013/extract.hpp"
#include "gateway/isi/wi2021/extract.hpp"

namespace cvsgw::store {
namespace {

using isi::Bestand;
using isi::Bestandsoort;
using isi::Rij;
using isi::RijOntvanger;

// Who has changed today counts as he stood when the day began. Both halves come in the order of the BSN from
// an index, and SQLite merges them without sorting.
constexpr std::string_view kPersonen =
    "SELECT z.bsn, z.soort, d.inhoud FROM zicht z JOIN dossier d ON d.wet = z.wet AND d.bsn = z.bsn "
    "WHERE z.wet = ?1 AND z.gemeente = ?2 AND z.vervallen = 0 AND NOT EXISTS "
    "(SELECT 1 FROM dagbegin b WHERE b.wet = z.wet AND b.bsn = z.bsn) "
    "UNION ALL "
    "SELECT g.bsn, g.soort, b.inhoud FROM dagbegin_zicht g JOIN dagbegin b ON b.wet = g.wet AND b.bsn = "
    "g.bsn WHERE g.wet = ?1 AND g.gemeente = ?2 AND b.inhoud IS NOT NULL ORDER BY 1";

// As they stood when the day began; the law that has this list knows no contact persons.
constexpr std::string_view kSignaallijst =
    "SELECT signaal_id, code, status, datum, bsn, achternaam, geboortedatum, a_nummer, NULL, NULL FROM "
    "signaal WHERE wet = ?1 AND gemeente = ?2 AND vervallen = 0 AND NOT EXISTS "
    "(SELECT 1 FROM dagbegin_signaal b WHERE b.signaal_id = signaal.signaal_id) "
    "UNION ALL "
    "SELECT signaal_id, code, status, datum, bsn, achternaam, geboortedatum, a_nummer, NULL, NULL FROM "
    "dagbegin_signaal WHERE gemeente = ?2 AND bestond = 1 ORDER BY 4, 1";

constexpr std::string_view kAlleSignalen =
    "SELECT signaal_id, code, status, datum, bsn, achternaam, geboortedatum, a_nummer, doelgroep, "
    "contactpersoon_naam FROM signaal WHERE wet = ?1 AND gemeente = ?2 AND vervallen = 0 "
    "ORDER BY datum DESC, signaal_id DESC";

// A new day may have begun between the question and the reading: its rows do not belong in this file.
void requireDay(Session& session, Date dag) {
  auto query = session.query("SELECT laatste FROM teller WHERE naam = 'dag'");
  if (query.step() && query.number(0) > dag.days().time_since_epoch().count())
    throw Error("a new day began while a file was to be made; ask for it again");
}

template <Record Dossier, class Vul>
void leesPersonen(Session& session, const Bestand& bestand, const Gemeentecode& gemeente,
                  const RijOntvanger& ontvanger, const Vul& vul) {
  requireDay(session, bestand.datum);
  Rij rij;
  auto query = session.query(kPersonen);
  query.with(static_cast<int>(bestand.wet), gemeente);
  while (query.step()) {
    const auto dossier = leesDossier<Dossier>(query.text(2));
    if (vul(dossier, query.text(1), rij) && !ontvanger(rij.cellen())) return;
  }
}

void leesSignalen(Session& session, std::string_view sql, const Bestand& bestand,
                  const Gemeentecode& gemeente, const RijOntvanger& ontvanger) {
  Rij rij;
  auto query = session.query(sql);
  query.with(static_cast<int>(bestand.wet), gemeente);
  while (query.step()) {
    isi::Signaal signaal;
    signaal.signaalId = query.string(0);
    signaal.code = query.string(1);
    signaal.status = static_cast<isi::Signaalstatus>(query.number(2));
    signaal.datum = query.date(3);
    signaal.bsn = query.bsn(4);
    signaal.achternaam = query.optionalString(5);
    signaal.geboortedatum = query.optionalDate(6);
    signaal.aNummer = query.optionalString(7);
    signaal.doelgroep = query.optionalString(8);
    signaal.contactpersoonNaam = query.optionalString(9);
    isi::vulSignaal(bestand.wet, signaal, rij);
    if (!ontvanger(rij.cellen())) return;
  }
}

void leesTabel(Session& session, const Bestand& bestand, const Gemeentecode& gemeente,
               const RijOntvanger& ontvanger) {
  const Date dag = bestand.datum;
  switch (bestand.soort) {
    case Bestandsoort::isi2007:
    case Bestandsoort::isiVanaf2011:
      return leesPersonen<isi::wi2007::Dossier>(
          session, bestand, gemeente, ontvanger,
          [&](const isi::wi2007::Dossier& dossier, std::string_view soort, Rij& rij) {
            if (bestand.soort == Bestandsoort::isiVanaf2011 && !isi::wi2007::vanaf2011(dossier)) return false;
            isi::wi2007::vulIsi(dossier, soort, dag, rij);
            return true;
          });
    case Bestandsoort::termijnoverschrijdingen:
      return leesPersonen<isi::wi2007::Dossier>(
          session, bestand, gemeente, ontvanger,
          [&](const isi::wi2007::Dossier& dossier, std::string_view, Rij& rij) {
            return isi::wi2007::vulTermijnoverschrijding(dossier, gemeente, dag, rij);
          });
    case Bestandsoort::isiPvt:
      return leesPersonen<isi::wi2013::Dossier>(
          session, bestand, gemeente, ontvanger,
          [&](const isi::wi2013::Dossier& dossier, std::string_view, Rij& rij) {
            return isi::wi2013::vulPvtExtract(dossier, dag, rij);
          });
    case Bestandsoort::maatschappelijkeBegeleiding:
      return leesPersonen<isi::wi2013::Dossier>(
          session, bestand, gemeente, ontvanger,
          [&](const isi::wi2013::Dossier& dossier, std::string_view, Rij& rij) {
            return isi::wi2013::vulBegeleiding(dossier, gemeente, bestand.jaar, rij);
          });
    case Bestandsoort::inburgeraars2021:
      return leesPersonen<isi::wi2021::Dossier>(
          session, bestand, gemeente, ontvanger,
          [&](const isi::wi2021::Dossier& dossier, std::string_view, Rij& rij) {
            return isi::wi2021::vulExtract(dossier, gemeente, dag, rij);
          });
    case Bestandsoort::signaallijst2007:
      requireDay(session, bestand.datum);
      return leesSignalen(session, kSignaallijst, bestand, gemeente, ontvanger);
    case Bestandsoort::signalen2007:
    case Bestandsoort::signalen2013:
    case Bestandsoort::signalen2021:
      return leesSignalen(session, kAlleSignalen, bestand, gemeente, ontvanger);
    case Bestandsoort::diplomamodellenboek:
      return;
  }
}

}  // namespace

Outcome<void> TabellenStore::lees(const Bestand& bestand, const Gemeentecode& gemeente,
                                  const RijOntvanger& ontvanger) {
  try {
    Database::Reading session(database_);
    leesTabel(*session, bestand, gemeente, ontvanger);
    return {};
  } catch (const Error& error) {
    return refuse(FaultKind::isiUnavailable, {}, error.what());
  }
}

}  // namespace cvsgw::store
