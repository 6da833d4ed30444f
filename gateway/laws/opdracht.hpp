// From a bound request to the change that the port is asked for: what `verwerking` says, and the identity by
// which a retry is known.
#pragma once

#include "gateway/dispatch/operation.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/security/fingerprint.hpp"

namespace cvsgw::laws {

/// `Request` is a generated request type of a change, with its optional `verwerking`. Threading: pure.
template <class Request>
isi::Opdracht opdrachtVan(const Request& vraag, const dispatch::CallContext& call) {
  isi::Opdracht opdracht;
  opdracht.applicatiesleutel = call.caller.applicatiesleutel();
  opdracht.messageId = call.messageId;
  if (opdracht.messageId) opdracht.vingerafdruk = security::fingerprint(call.body);
  if (const auto* verwerking = vraag.verwerking) {
    if (verwerking->bevestigdeMeldingen)
      opdracht.verwerking.bevestigd = verwerking->bevestigdeMeldingen->code;
    opdracht.verwerking.alleenValideren = verwerking->alleenValideren && *verwerking->alleenValideren;
    if (verwerking->verwachteVersie) opdracht.verwerking.verwachteVersie = *verwerking->verwachteVersie;
  }
  if (auto* owed = call.verantwoording; owed && owed->aanzet) {
    opdracht.verantwoording = owed;
    opdracht.aanzet = owed->aanzet(call.namens.gemeente);
  }
  return opdracht;
}

}  // namespace cvsgw::laws
