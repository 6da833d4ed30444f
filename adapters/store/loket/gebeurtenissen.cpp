#include "adapters/store/loket/gebeurtenissen.hpp"

#include <array>

#include "adapters/store/loket/verzoeken.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/gebeurtenissen.hpp"
#include "adapters/store/zicht.hpp"
#include "gateway/isi/loket/toekenning.hpp"

namespace cvsgw::store::loket {
namespace {

using isi::Gebeurtenis;
using isi::loket::Verzoek;

// The person is looked up again: the law may have lost him since the request.
std::vector<std::string> legOp(Session& writer, const VerzoekRij& rij, Date vandaag) {
  auto dossier = loadDossierAs<isi::wi2021::Dossier>(writer, Wet::wi2021, rij.verzoek.bsn);
  if (!dossier) return {"de persoon van dit verzoek valt niet meer onder de Wi2021: wijs het af"};
  if (rij.verzoek.soort == "UrenNaTermijn") {
    isi::loket::legUren(*dossier, rij.verzoek, rij.gemeente, vandaag);
  } else {
    isi::loket::legDagtekening(*dossier, rij.verzoek, vandaag);
  }
  wi2021::save(writer, *std::move(dossier), vandaag);
  return {};
}

std::vector<std::string> kenToe(Session& writer, const VerzoekRij& rij, Date vandaag) {
  const auto& soort = rij.verzoek.soort;
  if (soort == "RechtenDoelgroep")
    return wi2021::verwerkGebeurtenis(writer, {"rechten-op-verzoek", {{"bsn", rij.verzoek.bsn.value()}}},
                                      vandaag);
  if (soort == "UrenNaTermijn" || soort == "DefinitiefPip") return legOp(writer, rij, vandaag);
  return {};  // what changes under the older laws comes as an event of that law
}

}  // namespace

std::vector<isi::Gebeurteniskop> gebeurteniskoppen() {
  using isi::Veldsoort;
  static const std::array kVelden{
      isi::Veld{"verzoek", Veldsoort::tekst, true}, isi::kDatumVeld,
      isi::Veld{"besluit", Veldsoort::code, true, &isi::loket::codes::kVerzoekbesluit},
      isi::Veld{"toelichting", Veldsoort::tekst}};
  return {{"verzoek-besluit", "DUO besluit op een wijzigingsverzoek van een gemeente.", "", kVelden, false}};
}

std::vector<std::string> verwerkGebeurtenis(Session& writer, const Gebeurtenis& gebeurtenis, Date vandaag) {
  const isi::Velden velden(gebeurtenis, vandaag);
  auto rij = findVerzoek(writer, *velden.tekst("verzoek"));
  if (!rij) return {"verzoek moet het kenmerk van een ingediend verzoek zijn, zoals V.1"};
  auto& verzoek = rij->verzoek;
  if (verzoek.status != "Ingediend") return {"op dit verzoek is al besloten: " + verzoek.status};
  if (velden.dag() < verzoek.datumIngediend)
    return {"datum mag niet vóór het indienen (" + verzoek.datumIngediend.dutch() + ") liggen"};
  verzoek.status = *velden.tekst("besluit");
  if (verzoek.status == "Toegekend") {
    if (auto fouten = kenToe(writer, *rij, vandaag); !fouten.empty()) return fouten;
  }
  verzoek.datumBesluit = velden.dag();
  verzoek.toelichtingBesluit = velden.tekst("toelichting");
  updateVerzoek(writer, verzoek);
  return {};
}

}  // namespace cvsgw::store::loket
