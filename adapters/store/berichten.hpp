// Changes that were done once: the outcome by the caller's key and the message's id, for kOnthoudenDagen
// days.
#pragma once

#include <optional>
#include <string>

#include "adapters/store/sql.hpp"
#include "gateway/isi/mutatie.hpp"

namespace cvsgw::store {

/// An earlier outcome of the same message.
struct EerderBericht {
  std::string vingerafdruk;
  std::string uitkomst;  ///< the outcome's JSON
};

/// Nothing when the message has no id or was not seen in the days that count.
std::optional<EerderBericht> findBericht(Session& session, const isi::Opdracht& opdracht, Date vandaag);
/// Remembers within the writer's transaction; does nothing for a message without an id.
void rememberBericht(Session& writer, const isi::Opdracht& opdracht, const std::string& uitkomst,
                     Date vandaag);
/// Drops what is older than kOnthoudenDagen; the day processing calls it.
void forgetBerichten(Session& writer, Date vandaag);

}  // namespace cvsgw::store
