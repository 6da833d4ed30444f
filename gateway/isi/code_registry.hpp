// Every code list of the product in one place: what LijstCodes publishes. A law adds its lists here, so that
// no law needs to know another.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "gateway/domain/codes.hpp"
#include "gateway/domain/melding.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::isi {

/// A list under its published name. Exactly one of the three spans has rows: they differ in what else is
/// known of a code.
struct PublishedList {
  std::optional<Wet> wet;  ///< absent: for all laws
  std::string_view naam;
  std::string_view bron;  ///< place in the manual
  std::span<const CodeRow> codes;
  std::span<const SignaalRow> signalen;
  std::span<const MeldingRow> meldingen;

  size_t aantal() const { return codes.size() + signalen.size() + meldingen.size(); }
};

/// In a fixed order: shared lists first, then law by law. A name occurs once per law. Threading: any thread;
/// constant data.
std::span<const PublishedList> publishedLists();

/// The three laws by code and name.
extern const CodeList kWetlijst;
/// The account roles of the portal.
extern const CodeList kRollijst;
/// How far a municipality has come with a signal; the same under the three laws.
extern const CodeList kSignaalstatuslijst;

/// A law's table of signals, in the order of the codes.
std::span<const SignaalRow> signalenVan(Wet wet);

}  // namespace cvsgw::isi
