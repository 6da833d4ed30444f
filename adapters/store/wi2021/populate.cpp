#include "adapters/store/populate/populate.hpp"

#include "adapters/store/signalen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/instellingen.hpp"
#include "adapters/store/wi2021/verzonnen.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaalstatus;

// Wrongly placed under this law: the signal carries a BSN, and there is no dossier.
void placeCorrection(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag) {
  NewSignaal signaal;
  signaal.gemeente = basis.gemeente;
  signaal.bsn = basis.bsn;
  signaal.code = "SS190";
  signaal.datum = vandaag.plusDays(-random.between(1, 80));
  signaal.alleenBsn = true;
  placeSignaal(writer, Wet::wi2021, signaal);
}

Signaalstatus pickStatus(Random& random) {
  const auto choice = random.below(10);
  return choice < 5   ? Signaalstatus::nieuw
         : choice < 8 ? Signaalstatus::inBehandeling
                      : Signaalstatus::afgehandeld;
}

}  // namespace

void populateWi2021(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag) {
  // Two of every five persons are of this law (populate.cpp): indices 0 and 2 modulo 5.
  const std::int64_t ordinal = basis.index / 5 * 2 + (basis.index % 5 == 2 ? 1 : 0);
  const auto& codes = isi::wi2021::codes::kSignaal.rows;
  // Beside the signals of the phase one that goes round the whole table; 48 codes and 20 phases meet in all
  // ways.
  const auto code = codes[static_cast<size_t>(ordinal / wi2021::kFasen + ordinal) % codes.size()].code;
  if (code == "SS190") return placeCorrection(writer, basis, random, vandaag);
  auto leven = wi2021::verzonnenLeven(basis, ordinal, random, vandaag);
  // Recent enough not to have been cleaned up at a quarter's start.
  leven.signaal(code, vandaag.plusDays(-random.between(0, 80)), pickStatus(random));
  leven.save(writer);
}

void prepareWi2021(Session& writer, std::span<const CodeRow> gemeenten, Random&, Date) {
  for (const auto& instelling : wi2021::instellingen()) wi2021::addInstelling(writer, instelling);
  for (const auto& row : gemeenten) {
    const auto gemeente = *Gemeentecode::parse(row.code);
    for (int i = 0; i < wi2021::kContactpersonenPerGemeente; ++i) {
      wi2021::addContactpersoon(writer, gemeente, wi2021::contactpersoonVan(gemeente, i));
    }
  }
}

}  // namespace cvsgw::store
