// Text as people type it into a form: blanks, length, addresses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cvsgw {

/// Without blanks at the ends; blanks in between, line ends too, are one space each, so that it can become a
/// line of a mail.
std::string opgeschoond(std::string_view text);
/// Characters, not bytes: whatever is not a continuation of UTF-8.
std::size_t tekens(std::string_view text);
/// One @, a local part and a domain of at least two labels as mail knows them (RFC 5321, ASCII).
bool isEmailadres(std::string_view tekst);

}  // namespace cvsgw
