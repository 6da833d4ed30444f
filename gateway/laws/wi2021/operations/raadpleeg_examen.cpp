#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

namespace {

std::string onderdeelVan(w21__ExamenonderdeelType onderdeel) {
  switch (onderdeel) {
    case w21__ExamenonderdeelType::KNM:
      return "KNM";
    case w21__ExamenonderdeelType::LE:
      return "LE";
    case w21__ExamenonderdeelType::LU:
      return "LU";
    case w21__ExamenonderdeelType::SC:
      return "SC";
    case w21__ExamenonderdeelType::SP:
      return "SP";
  }
  return {};
}

}  // namespace

Outcome<RaadpleegExamenAntwoord> raadpleegExamen(const _w21__RaadpleegExamen& vraag,
                                                 const dispatch::CallContext& call) {
  RaadpleegExamenAntwoord antwoord;
  antwoord.meldingen = controleerBsn(vraag.bsn, "bsn");
  if (!antwoord.meldingen.empty()) return antwoord;
  auto examen =
      call.isi.wi2021().raadpleegExamen(call.namens, *Bsn::parse(vraag.bsn), onderdeelVan(vraag.onderdeel));
  if (!examen) return tl::unexpected(std::move(examen).error());
  if (!*examen) {
    antwoord.meldingen = {melding("AS001")};
  } else if ((*examen)->tijdlijnen.empty()) {
    antwoord.meldingen = {melding("AS105")};
  } else {
    antwoord.examen = *std::move(examen);
  }
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
