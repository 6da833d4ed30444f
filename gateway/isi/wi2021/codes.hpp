// Code lists of the Wet inburgering 2021. Records hold the code; the answer adds the text. Codes follow DUO's
// REST specification where it has them (leerroute, niveau, alfabetisering, examenonderdeel …), so that an
// upstream loses nothing.
#pragma once

#include <span>

#include "gateway/domain/codes.hpp"

namespace cvsgw::isi::wi2021::codes {

extern const CodeList kDoelgroep;                ///< Wi2021 § 3.5.2
extern const CodeList kInzage;                   ///< eigen keuze
extern const CodeList kVerblijfsoort;            ///< Wi2021 § 3.5.1
extern const CodeList kVertrek;                  ///< Wi2021 § 4.1 SS122, SS123
extern const CodeList kLeerroute;                ///< Wi2021 § 3.6.6; M2M PIP
extern const CodeList kNiveau;                   ///< Wi2021 § 3.6.6.1; M2M PIP
extern const CodeList kAlfabetisering;           ///< Wi2021 § 3.6.6; M2M PIP
extern const CodeList kSoortInstelling;          ///< Wi2021 § 3.6.7.1
extern const CodeList kLbtResultaat;             ///< Wi2021 § 3.6.5
extern const CodeList kRedenLbtOpnieuw;          ///< Wi2021 § 3.6.5; lijst: eigen keuze
extern const CodeList kVerlengingsgrond;         ///< M2M Inburgeringstermijn; lijst: eigen keuze
extern const CodeList kGedetailleerdeDoelgroep;  ///< M2M Inburgeringsplicht
extern const CodeList kRechtenVerblijfsdoel;     ///< Wi2021 § 3.6.4.1; M2M Inburgeringsplicht
extern const CodeList kMeldingVerblijfsdoel;     ///< Wi2021 § 3.6.4.1
extern const CodeList kRedenBeeindiging;         ///< Wi2021 § 4.1; M2M Inburgeringsplicht
extern const CodeList kRedenWijziging;           ///< Wi2021 § 3.6.4; lijst: eigen keuze
extern const CodeList kBioOordeel;               ///< Wi2021 § 3.6.14
extern const CodeList kVerwijtbaarheid;          ///< Wi2021 § 3.6.9, § 3.6.10
extern const CodeList kUrensoortGemeente;        ///< Wi2021 § 3.6.11
extern const CodeList kBoetesoort;               ///< eigen keuze
extern const CodeList kBoetestatus;              ///< eigen keuze
extern const CodeList kCertificaatstatus;        ///< Wi2021 § 3.6.16
extern const CodeList kTypeVerzoek;              ///< Wi2021 § 3.6.13
extern const CodeList kSoortVerzoek;             ///< Wi2021 § 3.6.13, § 4.1
extern const CodeList kVerzoekstatus;            ///< Wi2021 § 3.6.13
extern const CodeList kGrondOntheffing;          ///< M2M Ontheffing
extern const CodeList kRedenVrijstelling;        ///< M2M Vrijstelling
extern const CodeList kExamenonderdeel;          ///< Wi2021 § 3.6.8; M2M Examen
extern const CodeList kExamenniveau;             ///< M2M Examen
extern const CodeList kNiveaugroep;              ///< Wi2021 § 3.6.8
extern const CodeList kExamenstatus;             ///< Wi2021 § 3.6.8
extern const CodeList kExamenverplichting;       ///< Wi2021 § 3.6.8
extern const CodeList kRedenGeenResultaat;       ///< Wi2021 § 3.6.8; M2M Examen

/// Every list above, as LijstCodes publishes them.
std::span<const CodeList* const> alleLijsten();

/// The table of signals, in the order of the codes; its code and text as a list in kSignaal.
std::span<const SignaalRow> signalen();
extern const CodeList kSignaal;

}  // namespace cvsgw::isi::wi2021::codes
