// Who orders or writes, as a form asks it. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"

namespace cvsgw::laws::algemeen {

inline constexpr std::size_t kHoogstensTekens = 200;

/// A text that has to say something, on text that is opgeschoond: FS055, FS057.
void controleerNaam(std::vector<Melding>& meldingen, std::string_view naam, std::string_view veld);
/// FS056, FS057.
void controleerEmail(std::vector<Melding>& meldingen, std::string_view email, std::string_view veld);
/// FS058, FS057; absent is no error.
void controleerOptioneel(std::vector<Melding>& meldingen, const std::optional<std::string>& tekst,
                         std::string_view veld);

/// Whether a message refuses.
bool geweigerd(const std::vector<Melding>& meldingen);

}  // namespace cvsgw::laws::algemeen
