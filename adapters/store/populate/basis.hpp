// A made-up person before any law knows him.
#pragma once

#include <optional>
#include <string>

#include "adapters/store/populate/random.hpp"
#include "gateway/domain/bsn.hpp"

namespace cvsgw::store {

struct BasisPersoon {
  std::int64_t index = 0;  ///< 0, 1, 2 … within the population; laws use it to go round their code lists
  Bsn bsn;
  std::string aNummer;  ///< passes the A-nummer's own check
  std::string voornamen;
  std::optional<std::string> voorvoegsels;
  std::string achternaam;
  std::string geslacht;  ///< Man | Vrouw | Onbekend
  Date geboortedatum;
  std::string geboorteland;
  std::string geboorteplaats;
  std::string nationaliteit;  ///< code list of the laws: text as the BRP names it
  std::string postcode;
  std::string straatnaam;
  std::string huisnummer;
  Gemeentecode gemeente;  ///< where he lives
  std::string gemeentenaam;
  Gemeentecode andereGemeente;  ///< another one, for moves and COA links
};

}  // namespace cvsgw::store
