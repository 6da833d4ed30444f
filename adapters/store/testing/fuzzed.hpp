// What must hold of any line of a file of events, for the fuzz target and the replay of its corpus.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "adapters/store/gebeurtenissen.hpp"

namespace cvsgw::store::testing {

/// A number that could be somebody's.
inline bool isPersonal(const std::string& value) {
  return value.size() >= 9 && value.find_first_not_of("0123456789") == std::string::npos;
}

/// Empty, or what does not hold: a line that is read has a name and texts in UTF-8, every kind of event can
/// judge its fields, and no complaint repeats what could be somebody's number.
inline std::string eventFlaw(std::string_view line) {
  const auto event = leesGebeurtenis(line);
  if (!event) return event.error().empty() ? "refused without a reason" : "";
  if (event->naam.empty()) return "an event without a name";
  const Date today = *Date::parse("2026-11-22");
  for (const auto& group : gebeurtenisgroepen()) {
    for (const auto& kind : group.koppen()) {
      const auto complaints = isi::controleerVelden(kind, *event, today);
      // Names are told, which are ours or a mistake; values are not.
      const auto isName = [&](const std::string& value) {
        return event->naam.find(value) != std::string::npos ||
               std::ranges::any_of(event->velden, [&](const auto& field) {
                 return field.first.find(value) != std::string::npos;
               });
      };
      for (const auto& field : event->velden) {
        const std::string& value = field.second;
        if (!isPersonal(value) || isName(value)) continue;
        const bool told = std::ranges::any_of(complaints, [&](const std::string& sentence) {
          return sentence.find(value) != std::string::npos;
        });
        if (told) return "a complaint repeats a number";
      }
      if (!complaints.empty()) continue;
      const isi::Velden fields(*event, today);
      static_cast<void>(fields.dag());
      if (std::ranges::find(kind.velden, "bsn", &isi::Veld::naam) != kind.velden.end() && fields.tekst("bsn"))
        static_cast<void>(fields.bsn());
    }
  }
  return {};
}

}  // namespace cvsgw::store::testing
