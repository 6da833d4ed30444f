// The synthetic population: the same seed and day give the same data.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "adapters/store/populate/basis.hpp"
#include "adapters/store/sql.hpp"
#include "gateway/domain/codes.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::store {

struct PopulateOptions {
  std::int64_t persons = 1000;
  std::uint64_t seed = 1;
  Date vandaag;
  std::span<const CodeRow> gemeenten;  ///< code and name; the first ones get no more than others
  std::function<void(std::int64_t done, std::int64_t all)>
      progress;  ///< about every thousand persons; may be empty
};

/// A fixed person who shows one notable situation.
struct Testpersoon {
  std::string bsn;
  Wet wet;
  std::string gemeente;  ///< from where the situation is seen
  std::string naam;
  std::string toont;  ///< Dutch, one sentence: what this person shows
};

/// Fills a database: first the named test persons, then `persons` made-up ones over the three laws, then the
/// day processing up to `vandaag`. Throws Error, also when the database already holds persons.
void populate(Database& database, const PopulateOptions& options);

/// The named test persons of all laws, in the order of their BSN: what docs/testpersonen.md lists.
std::vector<Testpersoon> testpersonen();

// Each law's part, in adapters/store/<law>/populate.cpp. `person…` makes one dossier with its signals;
// `index` goes round so that every code of every list and every signal occurs in a population of a few
// thousand.
void populateWi2007(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag);
void populateWi2013(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag);
void populateWi2021(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag);

/// The named test persons of a law: `writer` null asks for the list alone.
std::vector<Testpersoon> testpersonenWi2007(Session* writer, Date vandaag);
std::vector<Testpersoon> testpersonenWi2013(Session* writer, Date vandaag);
std::vector<Testpersoon> testpersonenWi2021(Session* writer, Date vandaag);

/// What a law needs before its first person (institutions, contact persons of every municipality …).
void prepareWi2021(Session& writer, std::span<const CodeRow> gemeenten, Random& random, Date vandaag);

}  // namespace cvsgw::store
