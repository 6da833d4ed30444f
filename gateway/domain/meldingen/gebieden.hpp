// The register of messages by area, one file each; melding.cpp puts them together.
//
// Numbers: 001-009 reading and 010-029 changing under all laws (020-024 signals), 030-049 files and
// 050-099 orders, messages and requests under all laws; 1xx and 2xx Wi2021 (101-109 reading and any person;
// 110-134 PIP; 135-154 offers; 155-174 MAP and PVT; 175-199 hours; 200-219 LBT, BIO and final talk; 235-249
// contact persons and caseload; 250-264 signals and certificates); 3xx Wi2013 (301-309 any person; 310-329
// PVT; 330-349 invoices); 7xx Wi2007. The manuals name the two kinds (Wi2021 § 4.2) but no numbers; the
// numbers are ours. FS and AS share the blocks.
#pragma once

#include <span>

#include "gateway/domain/melding.hpp"

namespace cvsgw::meldingen {

std::span<const MeldingRow> lezen();
std::span<const MeldingRow> wijzigen();
std::span<const MeldingRow> loket();
std::span<const MeldingRow> pip();
std::span<const MeldingRow> mapPvt();
std::span<const MeldingRow> lbtBioEindgesprek();
std::span<const MeldingRow> contactpersonen();
std::span<const MeldingRow> aanbod();
std::span<const MeldingRow> uren();
std::span<const MeldingRow> certificaten();
std::span<const MeldingRow> wi2013();
std::span<const MeldingRow> bestanden();

}  // namespace cvsgw::meldingen
