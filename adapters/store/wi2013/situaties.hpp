// The building blocks of made-up Wi2013 persons: a dossier at some point of its course, and the signals that
// DUO would have placed on the way. Dates are relative to the day on which the population is made.
#pragma once

#include <string_view>
#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2013/dossier.hpp"

namespace cvsgw::store::situaties2013 {

/// A signal that belongs to a situation; at the municipality `gemeente`.
struct Bericht {
  Gemeentecode gemeente;
  std::string_view code;
  Date datum;
  isi::Signaalstatus status = isi::Signaalstatus::nieuw;
};

struct Situatie {
  isi::wi2013::Dossier dossier;
  std::vector<Bericht> berichten;

  Gemeentecode woonplaats() const { return dossier.verblijven.back().gemeente; }
  /// Adds a signal at the municipality where the person lives.
  void meld(std::string_view code, Date datum, isi::Signaalstatus status = isi::Signaalstatus::nieuw) {
    berichten.push_back({woonplaats(), code, datum, status});
  }
};

/// PVT term from `start`; lives in the municipality since three months before.
void begin(Situatie& situatie, const Gemeentecode& gemeente, Date start);
/// Took part and signed on `voldaan`; registered the day after.
void voldoe(Situatie& situatie, Date voldaan);
/// Reason for not having fulfilled, registered on `dag`; takes part only where § 3.5 demands it.
void registreerReden(Situatie& situatie, std::string_view reden, Date dag);
/// Invoice of 150 euros; `status` empty for none. Gives the signals of refusal and acceptance.
void dienFactuurIn(Situatie& situatie, std::string_view nummer, std::string_view status, Date dag);
/// Moves on `dag`; both municipalities get their signal (§ 3.9).
void verhuis(Situatie& situatie, const Gemeentecode& naar, Date dag);
/// Right to maatschappelijke begeleiding; reported to BZK on the first 26 February after the start when that
/// has passed.
void geefBegeleiding(Situatie& situatie, Date start, Date vandaag);

/// Stores the dossier and then places the signals that a municipality in sight would have.
void bewaar(Session& writer, const Situatie& situatie, Date vandaag);

}  // namespace cvsgw::store::situaties2013
