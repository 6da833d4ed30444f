// Code lists of the Wet inburgering 2007. Records hold the code; the answer adds the text.
#pragma once

#include <span>

#include "gateway/domain/codes.hpp"

namespace cvsgw::isi::wi2007::codes {

// Search and head of a person (§ 3.2, § 3.3)
extern const CodeList kGeslacht;
extern const CodeList kHerkomst;  ///< ISI actief or definitief
extern const CodeList kVerblijf;

// Persoonsgegevens (§ 3.4)
extern const CodeList kVerblijfsdoel;
extern const CodeList kTaalniveau;  ///< of the diploma and of a partial exemption: A1, A2
extern const CodeList kExamenaanvraag;
extern const CodeList kCodeGeheim;

// Inburgeringsvoorziening (§ 3.4)
extern const CodeList kDoelgroepVoorziening;
extern const CodeList kSoortVoorziening;
extern const CodeList kVormDuaalTraject;

// Vrijstelling (§ 3.4)
extern const CodeList kSoortVrijstelling;
extern const CodeList kAfgegevenDoor;
extern const CodeList kExamenonderdeelVrijstelling;

// Examens (§ 3.4)
extern const CodeList kGeslaagd;
extern const CodeList kVolledigeDeelnameNt2;
extern const CodeList kExamen;
extern const CodeList kExamenniveau;
extern const CodeList kUitslag;

// Texts that the ISI passes through. The manual leaves these lists open: the rows are plausible ones of our
// own, for LijstCodes and the synthetic population, and a record holds the text, not the code.
extern const CodeList kRedenNietInburgeringsplichtig;
extern const CodeList kRedenVerlenging;
extern const CodeList kRedenEinde;
extern const CodeList kRedenBoete;
extern const CodeList kSoortBoete;
extern const CodeList kProfiel;
extern const CodeList kVariant;

/// Every list above, as LijstCodes publishes them.
std::span<const CodeList* const> alleLijsten();

/// The table of signals (§ 3.7), in the order of the codes; its code and text as a list in kSignaal.
std::span<const SignaalRow> signalen();
extern const CodeList kSignaal;

}  // namespace cvsgw::isi::wi2007::codes
