#include "gateway/isi/wi2007/extract.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

// Abbreviations that stand on a diploma are told beside what they mean; codes that only messages carry are
// not.
void voegLijstToe(Document& document, std::string_view kop, const CodeList& lijst, bool afkortingen = false) {
  document.voegToe(Documentdeel::Soort::kop, std::string(kop));
  for (const auto& row : lijst.rows) {
    if (afkortingen) {
      document.gegeven(std::string(row.code), std::string(row.omschrijving));
    } else {
      document.voegToe(Documentdeel::Soort::tekst, std::string(row.omschrijving));
    }
  }
}

}  // namespace

Document diplomamodellen() {
  Document out;
  out.voegToe(Documentdeel::Soort::titel, "Diplomamodellenboek Wi2007")
      .voegToe(
          Documentdeel::Soort::tekst,
          "Dit boek noemt de diploma's, examens en niveaus van de Wet inburgering 2007 zoals ISI ze kent. "
          "Vergelijk een diploma dat u wordt getoond met deze lijsten en met het examenoverzicht van de "
          "persoon.")
      .voegToe(Documentdeel::Soort::tekst,
               "De handleiding noemt dit boek, niet zijn inhoud: de keuze van deze lijsten is die van deze "
               "gateway. Afbeeldingen van diploma's staan er niet in.");
  voegLijstToe(out, "Diploma behaald met", codes::kGeslaagd);
  voegLijstToe(out, "Examenonderdelen", codes::kExamen, true);
  voegLijstToe(out, "Niveaus van onderdelen", codes::kExamenniveau, true);
  voegLijstToe(out, "Niveaus van het inburgeringsdiploma", codes::kTaalniveau);
  voegLijstToe(out, "Volledige deelname Staatsexamen NT2", codes::kVolledigeDeelnameNt2);
  voegLijstToe(out, "Profielen", codes::kProfiel, true);
  out.voet = "Wet inburgering 2007";
  return out;
}

}  // namespace cvsgw::isi::wi2007
