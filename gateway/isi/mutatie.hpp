// What every change has in common, whatever the law: who asks, how it is to be treated, and what became of
// it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"

namespace cvsgw::isi {

struct Verantwoording;

/// How the caller wants a change treated (contract.md, Mutations).
struct Verwerking {
  std::vector<std::string> bevestigd;  ///< AS codes that the user has confirmed
  bool alleenValideren = false;
  std::optional<std::string> verwachteVersie;
};

/// One change as it was sent. A change with a message id is done once: the same key's same id within
/// kOnthoudenDagen gets the earlier outcome.
struct Opdracht {
  std::string applicatiesleutel;
  std::optional<std::string> messageId;
  std::string vingerafdruk;  ///< of the canonical Body child: tells a retry from another message with its id
  Verwerking verwerking;
  /// What the audit trail is to know of this change also when nothing comes behind it: stored in the same
  /// transaction. Empty: no trail listens.
  std::string aanzet;
  Verantwoording* verantwoording = nullptr;  ///< takes whom the change turned out to be about
};

/// Days during which a message id is remembered.
inline constexpr int kOnthoudenDagen = 7;

enum class Resultaat : std::uint8_t { verwerkt, goedgekeurd, afgekeurd, bevestigingNodig };

/// The contract's word.
constexpr std::string_view resultaatNaam(Resultaat resultaat) {
  switch (resultaat) {
    case Resultaat::verwerkt:
      return "Verwerkt";
    case Resultaat::goedgekeurd:
      return "Goedgekeurd";
    case Resultaat::afgekeurd:
      return "Afgekeurd";
    case Resultaat::bevestigingNodig:
      return "BevestigingNodig";
  }
  return {};
}

/// What follows from the messages: an FS refuses, an AS that blocks waits for its confirmation, and only
/// `verwerkt` stores anything.
inline Resultaat weeg(const std::vector<Melding>& meldingen, const Verwerking& verwerking) {
  const auto weigert = [](const Melding& melding) { return melding.code.starts_with("FS"); };
  const auto wacht = [&](const Melding& melding) {
    return melding.bevestigen &&
           std::ranges::find(verwerking.bevestigd, melding.code) == verwerking.bevestigd.end();
  };
  if (std::ranges::any_of(meldingen, weigert)) return Resultaat::afgekeurd;
  if (std::ranges::any_of(meldingen, wacht)) return Resultaat::bevestigingNodig;
  return verwerking.alleenValideren ? Resultaat::goedgekeurd : Resultaat::verwerkt;
}

}  // namespace cvsgw::isi
