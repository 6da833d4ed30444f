// What a law decides on a change to a person, whatever the law.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/signaalactie.hpp"

namespace cvsgw::isi {

/// Every message in order of precedence, and the person as he is to become. Nothing of it is stored unless
/// the messages allow it.
template <class Dossier, class Uitkomst>
struct BesluitOver {
  std::vector<Melding> meldingen;
  std::optional<Dossier> dossier;  ///< absent when a rule refused
  std::vector<Signaalactie> signalen;
  /// Fills the outcome's object from the stored dossier, whose objects carry their new `versie`.
  std::function<void(const Dossier& nieuw, Uitkomst& uitkomst)> toon;
};

}  // namespace cvsgw::isi
