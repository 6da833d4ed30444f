// The register of rules as it is published: the laws' rules joined with the register of messages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/domain/regel.hpp"

namespace cvsgw {

/// One published rule. Empty means that there is none.
struct RegelRij {
  std::string id;
  Regel::Aard aard = Regel::Aard::toets;
  std::vector<std::string>
      operaties;                 ///< empty: the day processing, an event, or wherever the message is given
  bool alleWijzigingen = false;  ///< holds for every operation that changes something
  std::string code;
  bool bevestigen = false;  ///< the message blocks until its code is confirmed
  std::string bron;
  std::string tekst;
  std::string toelichting;
  std::string geldigVanaf;
};

/// What `operaties` of a rule says when it holds for every change.
inline constexpr std::string_view kAlleWijzigingen = "alle wijzigingen";

/// The id with which a message's `regel` begins, and the source in brackets behind it.
std::string_view regelId(const MeldingRow& row);
std::string_view regelBron(const MeldingRow& row);

/// Every rule, in the order of the ids; a message that no rule names is a rule by itself. A rule whose code
/// is not registered keeps it, without a text.
std::vector<RegelRij> regelregister(std::span<const Regel> regels, std::span<const MeldingRow> meldingen);

std::string_view aardNaam(Regel::Aard aard);

}  // namespace cvsgw
