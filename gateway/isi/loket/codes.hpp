// Code lists of what a municipality sends to DUO: orders, messages and requests. LijstCodes publishes them.
#pragma once

#include <span>

#include "gateway/domain/codes.hpp"

namespace cvsgw::isi::loket::codes {

extern const CodeList kWaardepapier;
extern const CodeList kContactonderwerp;
extern const CodeList kVerzoeksoort;
extern const CodeList kVerzoekstatus;
extern const CodeList kVerzoekbesluit;  ///< of events alone, not published

std::span<const CodeList* const> alleLijsten();

}  // namespace cvsgw::isi::loket::codes
