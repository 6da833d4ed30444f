#include "gateway/laws/wi2013/rules/zoeken.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

using Meldingen = std::vector<Melding>;

void checkPeriode(const std::optional<Date>& vanaf, const std::optional<Date>& totEnMet,
                  std::string_view veld, Meldingen& out) {
  if (vanaf && totEnMet && *totEnMet < *vanaf) out.push_back(melding("FS002", veld));
}

bool otherFields(const isi::wi2013::PersoonCriteria& c) {
  return c.pvtPlichtig || c.datumStartPvtPlicht || c.datumEindePvtPlicht || c.datumStartDeelname ||
         c.datumEindeDeelname || c.voldaanAanPvtPlicht || c.rechtOpMaatschappelijkeBegeleiding ||
         c.verblijf || c.factuurAanwezig;
}

}  // namespace

Meldingen controleerBsn(std::string_view bsn, std::string_view veld) {
  if (Bsn::passesElevenTest(bsn)) return {};
  return {melding("FS001", veld)};
}

Meldingen controleerZoeken(std::optional<std::string_view> bsn,
                           const isi::wi2013::PersoonCriteria& criteria) {
  Meldingen out;
  if (bsn) out = controleerBsn(*bsn, "criteria/bsn");
  const bool others = otherFields(criteria);
  if (bsn && others) out.push_back(meldingWith("FS004", "bsn en overige velden", "criteria"));
  if (!bsn && !others) {
    out.push_back(meldingWith("FS003",
                              "bsn, of pvtPlichtig, datumStartPvtPlicht, datumEindePvtPlicht, "
                              "datumStartDeelname, datumEindeDeelname, voldaanAanPvtPlicht, "
                              "rechtOpMaatschappelijkeBegeleiding, verblijf of factuurAanwezig",
                              "criteria"));
  }
  checkPeriode(criteria.datumStartPvtPlicht, criteria.datumEindePvtPlicht, "criteria/datumEindePvtPlicht",
               out);
  checkPeriode(criteria.datumStartDeelname, criteria.datumEindeDeelname, "criteria/datumEindeDeelname", out);
  return out;
}

Meldingen controleerSignalen(std::optional<std::string_view> bsn, const isi::SignaalCriteria& criteria) {
  Meldingen out;
  if (bsn) out = controleerBsn(*bsn, "criteria/bsn");
  checkPeriode(criteria.datumVanaf, criteria.datumTotEnMet, "criteria/datumTotEnMet", out);
  if (criteria.nietAfgehandeld && criteria.status == isi::Signaalstatus::afgehandeld) {
    out.push_back(meldingWith("FS004", "nietAfgehandeld en status Afgehandeld", "criteria/nietAfgehandeld"));
  }
  return out;
}

}  // namespace cvsgw::laws::wi2013
