#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using isi::wi2021::CertificaatKolom;

constexpr int kCertificatenPerPagina = 20;  // the manual does not say; as the list of signals

CertificaatKolom kolomVan(w21__CertificaatKolomType kolom) {
  switch (kolom) {
    case w21__CertificaatKolomType::Bsn:
      return CertificaatKolom::bsn;
    case w21__CertificaatKolomType::Achternaam:
      return CertificaatKolom::achternaam;
    case w21__CertificaatKolomType::DatumEindgesprek:
      return CertificaatKolom::datumEindgesprek;
  }
  return CertificaatKolom::bsn;
}

isi::wi2021::CertificaatSortering sorteringVan(const w21__CertificaatPagineringType* paginering) {
  isi::wi2021::CertificaatSortering sortering;
  if (!paginering || !paginering->sortering) return sortering;
  const auto& vraag = *paginering->sortering;
  if (vraag.kolom) sortering.kolom = kolomVan(*vraag.kolom);
  if (vraag.richting && *vraag.richting == g__Richting::Aflopend)
    sortering.richting = isi::Richting::aflopend;
  return sortering;
}

}  // namespace

Outcome<ZoekCertificatenAntwoord> zoekCertificaten(const _w21__ZoekCertificaten& vraag,
                                                   const dispatch::CallContext& call) {
  ZoekCertificatenAntwoord antwoord;
  const auto pagina = pageRequest(vraag.paginering, kCertificatenPerPagina);
  antwoord.pagina = pagina.pagina;
  isi::wi2021::CertificaatCriteria criteria;
  if (const auto* bsn = vraag.criteria->bsn) {
    antwoord.meldingen = controleerBsn(*bsn, "criteria/bsn");
    if (!antwoord.meldingen.empty()) return antwoord;
    criteria.bsn = Bsn::parse(*bsn);
  }
  // § 3.6.16: the screen opens with the box ticked.
  if (const auto* alleen = vraag.criteria->alleenNietAfgehandeld) criteria.alleenNietAfgehandeld = *alleen;
  auto page =
      call.isi.wi2021().zoekCertificaten(call.namens, criteria, pagina, sorteringVan(vraag.paginering));
  if (!page) return tl::unexpected(std::move(page).error());
  antwoord.meldingen = paginaMeldingen(*page);
  antwoord.totaal = page->totaal;
  antwoord.aantalPaginas = page->aantalPaginas;
  antwoord.certificaten = std::move(page->rijen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
