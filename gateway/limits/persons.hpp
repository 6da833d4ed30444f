// The persons whom a message asks about, whatever the operation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/betrokkenen.hpp"
#include "gateway/isi/ports.hpp"
#include "gateway/limits/budget.hpp"
#include "gateway/security/keys/caller.hpp"
#include "gateway/xml/element.hpp"

namespace cvsgw::limits {

/// Numbers by which a message names persons: the contract calls them `bsn` and `aNummer` and nothing else,
/// which a test holds against the schemas.
struct Personsnumbers {
  std::vector<std::string> bsns;
  std::vector<std::string> aNumbers;
};
Personsnumbers numbersIn(const xml::Element& operation);

/// A validated message and who sent it.
struct Question {
  xml::Element operation;  ///< the Body's child
  const Personsnumbers& numbers;
  const security::Caller& caller;
  std::optional<Rol> needs;   ///< the operation's role
  const std::string& source;  ///< as sourceOf gives it
  Date vandaag;
  Moment now;
};

/// Asks the ISI which of the message's persons the municipality has in sight, and the budget whether the
/// others may be asked about: tooManyRequests when not. A BSN that fails the 11-test counts as one outside.
/// It stands before the operation, so that what is refused reads and changes nothing, whether there is such a
/// person or not. A municipality that is not the caller's is left to the operation, which refuses it. Whom an
/// A-nummer in sight names comes into `betrokkenen`: the message has no BSN of his, and the answer may have
/// none. Threading: any thread.
Outcome<void> admitPersons(const Question& question, Budget& budget, isi::Backend& isi,
                           Betrokkenen& betrokkenen);

}  // namespace cvsgw::limits
