// Code lists of the Wi2013 manual (Handleiding Portal Inburgering voor de Wet inburgering 2013, 2025.1).
#pragma once

#include <span>

#include "gateway/domain/codes.hpp"

namespace cvsgw::isi::wi2013::codes {

extern const CodeList kGeslacht;
extern const CodeList kVerblijf;
extern const CodeList kFactuurAanwezig;
extern const CodeList kFactuurstatus;
extern const CodeList kRedenNietVoldaan;

/// All lists above, as LijstCodes publishes them.
std::span<const CodeList* const> alleLijsten();
/// The thirteen signals of § 3.9, in the order of their codes; there is no SS605.
std::span<const SignaalRow> signalen();
/// The same as code and text, for answers and for ordering by text.
extern const CodeList kSignaal;

}  // namespace cvsgw::isi::wi2013::codes
