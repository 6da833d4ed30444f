// Header fields of a mail. Whatever comes in, none of them can begin a new line of its own.
#pragma once

#include <string>
#include <string_view>

#include "gateway/domain/date.hpp"

namespace cvsgw::mail {

/// Whether this can stand in an SMTP command and in a header field: one plain address in ASCII. The rules of
/// the municipality's input are stricter; this is the last gate before the wire.
bool isAdres(std::string_view adres);

/// The text of a Subject: as it is when it is short ASCII, else as encoded words (RFC 2047) on folded lines.
/// Control characters become spaces.
std::string onderwerp(std::string_view tekst);

/// `Mon, 23 Nov 2026 07:00:00 +0100` (RFC 5322), in the time of Europe/Amsterdam.
std::string datum(Moment moment);

}  // namespace cvsgw::mail
