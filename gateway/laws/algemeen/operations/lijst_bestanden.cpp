#include "gateway/isi/bestanden.hpp"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/wet.hpp"

namespace cvsgw::laws::algemeen {
namespace {

Bestandsrij rijVan(const isi::Bestand& bestand, const Gemeentecode& gemeente) {
  Bestandsrij rij;
  rij.bestand = bestand.code;
  rij.wet = wetNaam(bestand.wet);
  rij.omschrijving = bestand.titel();
  rij.bestandsnaam = bestand.bestandsnaam(gemeente);
  rij.mediatype = bestand.mediatype();
  rij.datum = bestand.datum;
  rij.inhoudTotEnMet = bestand.inhoudTotEnMet();
  rij.opVerzoek = bestand.verversing == isi::Verversing::opVerzoek;
  return rij;
}

}  // namespace

Outcome<LijstBestandenAntwoord> lijstBestanden(const _alg__LijstBestanden& vraag,
                                               const dispatch::CallContext& call) {
  LijstBestandenAntwoord antwoord;
  const auto* wet = vraag.criteria ? vraag.criteria->wet : nullptr;
  for (const auto& bestand : isi::bestandenVoor(call.namens.rollen, call.vandaag)) {
    if (!wet || wetVan(*wet) == bestand.wet)
      antwoord.bestanden.push_back(rijVan(bestand, call.namens.gemeente));
  }
  if (antwoord.bestanden.empty()) antwoord.meldingen.push_back(melding("AS030", "criteria/wet"));
  return antwoord;
}

}  // namespace cvsgw::laws::algemeen
