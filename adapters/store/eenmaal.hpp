// A change is done once: the same message again gets its first outcome, whichever port it came through.
#pragma once

#include <optional>
#include <utility>

#include "adapters/store/auditbak.hpp"
#include "adapters/store/berichten.hpp"
#include "adapters/store/guard.hpp"
#include "adapters/store/json.hpp"
#include "gateway/domain/fault.hpp"

namespace cvsgw::store {

/// Runs `werk(Session& writer) -> Uitkomst` in one transaction and remembers what came of it. `werk` writes
/// only when its outcome's `resultaat` is Verwerkt. messageIdReused when the message's id came earlier with
/// another body. Threading: any thread; one change at a time.
template <Record Uitkomst, class Werk>
Outcome<Uitkomst> eenmaal(Database& database, const isi::Opdracht& opdracht, Date vandaag, Werk&& werk) {
  auto outcome = guarded([&]() -> std::optional<Uitkomst> {
    Database::Writing writer(database);
    if (const auto eerder = findBericht(*writer, opdracht, vandaag)) {
      if (eerder->vingerafdruk != opdracht.vingerafdruk) return std::nullopt;
      return fromJson<Uitkomst>(eerder->uitkomst);
    }
    Uitkomst uitkomst = std::forward<Werk>(werk)(*writer);
    // A dry run is not remembered: it has no effect that a retry could repeat.
    const bool onthouden = opdracht.messageId && !opdracht.verwerking.alleenValideren;
    if (onthouden) rememberBericht(*writer, opdracht, toJson(uitkomst), vandaag);
    const bool verwerkt = uitkomst.resultaat == resultaatNaam(isi::Resultaat::verwerkt);
    if (verwerkt) bewaarAuditpost(*writer, opdracht);
    if (onthouden || verwerkt) writer.commit();
    if (verwerkt && opdracht.verantwoording) opdracht.verantwoording->inUitbak = true;
    return uitkomst;
  });
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  if (!*outcome) return refuse(FaultKind::messageIdReused, {}, "a message id came again with another body");
  return **std::move(outcome);
}

}  // namespace cvsgw::store
