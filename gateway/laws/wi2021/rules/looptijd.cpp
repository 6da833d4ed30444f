#include "gateway/laws/wi2021/rules/looptijd.hpp"

#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::laws::wi2021 {

Looptijd looptijdVan(const isi::wi2021::Dossier& dossier) {
  Looptijd looptijd;
  if (const auto* pip = isi::wi2021::geldendPip(dossier)) {
    looptijd.start = pip->datumDagtekeningInitieel.plusDays(1);
    looptijd.einde = pip->datumDagtekeningInitieel.plusYears(isi::wi2021::kTermijnJaren);
  }
  // A term of an earlier obligation is history.
  const auto& termijn = dossier.plicht.termijn;
  if (termijn && (!termijn->startdatum || *termijn->startdatum > dossier.plicht.datumVaststelling)) {
    if (termijn->startdatum) looptijd.start = termijn->startdatum;
    if (termijn->einddatum) looptijd.einde = termijn->einddatum;
  }
  return looptijd;
}

}  // namespace cvsgw::laws::wi2021
