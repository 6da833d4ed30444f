#include "cvsStub.h"
#include "gateway/isi/bestanden.hpp"
#include "gateway/isi/verantwoording.hpp"
#include "gateway/laws/algemeen/operations.hpp"
#include "gateway/laws/algemeen/rules/bestanden.hpp"
#include "gateway/security/base64.hpp"

namespace cvsgw::laws::algemeen {
namespace {

Bestandsdeel deelVan(const isi::Bestand& bestand, isi::Bestandsdeel gevonden, std::int32_t deel,
                     const Gemeentecode& gemeente) {
  // What the answer says of the file is that of this version, which may be of the day before.
  auto versie = bestand;
  versie.datum = gevonden.datum;
  Bestandsdeel out;
  out.bestand = bestand.code;
  out.bestandsnaam = bestand.bestandsnaam(gemeente);
  out.mediatype = bestand.mediatype();
  out.datum = versie.datum;
  out.inhoudTotEnMet = versie.inhoudTotEnMet();
  out.versie = std::move(gevonden.versie);
  out.opTeHalenTotEnMet = gevonden.opTeHalenTotEnMet;
  out.deel = deel;
  out.aantalDelen = gevonden.aantalDelen;
  out.grootte = gevonden.grootte;
  out.sha256 = std::move(gevonden.sha256);
  out.inhoud = security::base64(gevonden.inhoud);
  return out;
}

}  // namespace

Outcome<HaalBestandAntwoord> haalBestand(const _alg__HaalBestand& vraag, const dispatch::CallContext& call) {
  const auto bestand = isi::bestandMetCode(vraag.bestand, call.vandaag);
  if (!bestand) return HaalBestandAntwoord{std::nullopt, {melding("FS030", "bestand")}};
  auto rollen = security::rolesFor(call.caller, call.namens.gemeente, leesrol(bestand->wet));
  if (!rollen) return tl::unexpected(std::move(rollen).error());
  std::optional<std::string> versie;
  if (vraag.vervolg) versie = vraag.vervolg->versie;
  if (auto meldingen = toetsVraag(vraag.deel, versie); !meldingen.empty())
    return HaalBestandAntwoord{std::nullopt, std::move(meldingen)};
  if (!call.bestanden) return refuse(FaultKind::internal, {}, "no files are served here");
  auto gevonden = call.bestanden->haal(call.namens, {*bestand, vraag.deel, std::move(versie)});
  if (!gevonden) return tl::unexpected(std::move(gevonden).error());
  HaalBestandAntwoord antwoord;
  antwoord.meldingen = toetsDeel(*bestand, *gevonden);
  if (call.verantwoording && gevonden->betrokkenen)
    call.verantwoording->bestand = isi::Bestandversie{gevonden->sha256, std::move(gevonden->betrokkenen)};
  if (gevonden->uitkomst == isi::Bestandsdeel::Uitkomst::gevonden)
    antwoord.bestandsdeel = deelVan(*bestand, *std::move(gevonden), vraag.deel, call.namens.gemeente);
  return antwoord;
}

}  // namespace cvsgw::laws::algemeen
