#include "gateway/isi/wi2021/certificaat.hpp"

#include <array>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

using Soort = Documentdeel::Soort;

// 3 maart 2026: a certificate is read, not processed.
std::string voluit(Date date) {
  constexpr std::array kMaanden{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                "juli",    "augustus", "september", "oktober", "november", "december"};
  const auto ymd = date.ymd();
  return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
         kMaanden[static_cast<unsigned>(ymd.month()) - 1] + " " +
         std::to_string(static_cast<int>(ymd.year()));
}

std::string naamVan(const Certificaat& certificaat) {
  std::string naam;
  for (const auto* deel : {&certificaat.voornamen, &certificaat.voorvoegsel})
    if (*deel) naam += **deel + " ";
  return naam + certificaat.achternaam;
}

}  // namespace

std::optional<Certificaat> certificaatVan(const Dossier& dossier) {
  const auto& talk = dossier.eindgesprek;
  const auto& plicht = dossier.plicht;
  if (!talk || !plicht.einddatum || plicht.redenBeeindiging != "ZrouteVoldaan") return std::nullopt;
  const auto& wie = dossier.personalia;
  Certificaat certificaat{{},
                          talk->gemeentecode,
                          std::string(kGemeenten.omschrijving(talk->gemeentecode.value())),
                          wie.bsn,
                          wie.voornamen,
                          wie.voorvoegsel,
                          wie.achternaam,
                          wie.geboortedatum,
                          std::nullopt,
                          talk->datumEindgesprek,
                          *plicht.einddatum};
  if (const Pip* pip = geldendPip(dossier)) certificaat.niveau = pip->niveau;
  return certificaat;
}

Document documentVan(const Certificaat& certificaat) {
  Document document;
  document.titel = "Certificaat Zelfredzaamheidsroute";
  document.datum = certificaat.datumBeschikbaar;
  document.vorm = Document::Vorm::oorkonde;
  document.voet = "Certificaat " + certificaat.certificaatId;
  document.paginanummers = false;
  document.voegToe(Soort::titel, "Certificaat")
      .voegToe(Soort::kop, "Zelfredzaamheidsroute")
      .voegToe(Soort::wit)
      .voegToe(Soort::tekst, "Hierbij wordt verklaard dat")
      .voegToe(Soort::nadruk, naamVan(certificaat))
      .voegToe(Soort::tekst, certificaat.geboortedatum ? "geboren op " + voluit(*certificaat.geboortedatum)
                                                       : "geboortedatum niet volledig bekend")
      .voegToe(
          Soort::tekst,
          "de inburgering heeft afgerond met de Zelfredzaamheidsroute, als bedoeld in de Wet inburgering "
          "2021.")
      .voegToe(Soort::wit)
      .gegeven("Gemeente", certificaat.gemeentenaam)
      .gegeven("Datum eindgesprek", voluit(certificaat.datumEindgesprek))
      .gegeven("Leerroute", std::string(codes::kLeerroute.omschrijving("Z")));
  if (certificaat.niveau)
    document.gegeven("Niveau", std::string(codes::kNiveau.omschrijving(*certificaat.niveau)));
  document.voegToe(Soort::wit)
      .voegToe(Soort::invullen, {}, "Plaats en datum")
      .voegToe(Soort::invullen, {}, "Namens de gemeente");
  return document;
}

std::string bestandsnaamVan(const Certificaat& certificaat) {
  return "Z-route-certificaat_" + certificaat.certificaatId + ".pdf";
}

}  // namespace cvsgw::isi::wi2021
