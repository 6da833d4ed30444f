#include "gateway/laws/wi2007/rules/zoeken.hpp"

namespace cvsgw::laws::wi2007 {
namespace {

using Meldingen = std::vector<Melding>;

void checkBsn(const Nummers& nummers, Meldingen& out) {
  if (nummers.bsn && !Bsn::passesElevenTest(*nummers.bsn)) out.push_back(melding("FS001", "criteria/bsn"));
}

void checkPeriode(const std::optional<Date>& vanaf, const std::optional<Date>& totEnMet,
                  std::string_view veld, Meldingen& out) {
  if (vanaf && totEnMet && *totEnMet < *vanaf) out.push_back(melding("FS002", veld));
}

}  // namespace

Meldingen controleerZoeken(const Nummers& nummers, const isi::wi2007::PersonenCriteria& criteria) {
  Meldingen out;
  const bool kenmerkend = criteria.geboortedatumVanaf || criteria.geboortedatumTotEnMet ||
                          criteria.geslacht || criteria.nationaliteit;
  const bool overige = kenmerkend || criteria.herkomst || criteria.verblijf;
  checkBsn(nummers, out);
  if (nummers.gegeven() && overige) {
    out.push_back(meldingWith("FS004", "nummers (bsn, aNummer) en overige velden", "criteria"));
  } else if (!nummers.gegeven() && !kenmerkend) {
    const auto fields = overige ? "geboortedatumVanaf, geboortedatumTotEnMet, geslacht of nationaliteit"
                                : "bsn of aNummer, of geboortedatumVanaf, geboortedatumTotEnMet, geslacht of "
                                  "nationaliteit";
    out.push_back(meldingWith("FS003", fields, "criteria"));
  }
  checkPeriode(criteria.geboortedatumVanaf, criteria.geboortedatumTotEnMet, "criteria/geboortedatumTotEnMet",
               out);
  return out;
}

Meldingen controleerRaadplegen(const Nummers& nummers) {
  Meldingen out;
  checkBsn(nummers, out);
  if (!nummers.gegeven()) out.push_back(meldingWith("FS003", "bsn of aNummer", "criteria"));
  if (nummers.bsn && nummers.aNummer) out.push_back(meldingWith("FS004", "bsn en aNummer", "criteria"));
  return out;
}

Meldingen controleerSignalen(const Nummers& nummers, const isi::SignaalCriteria& criteria) {
  Meldingen out;
  checkBsn(nummers, out);
  checkPeriode(criteria.datumVanaf, criteria.datumTotEnMet, "criteria/datumTotEnMet", out);
  if (criteria.nietAfgehandeld && criteria.status == isi::Signaalstatus::afgehandeld) {
    out.push_back(meldingWith("FS004", "nietAfgehandeld en status Afgehandeld", "criteria/nietAfgehandeld"));
  }
  return out;
}

}  // namespace cvsgw::laws::wi2007
