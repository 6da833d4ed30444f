#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/paginering.hpp"
#include "gateway/laws/wi2021/operations.hpp"

namespace cvsgw::laws::wi2021 {

namespace {
constexpr int kCaseloadPerPagina = 10;  // § 3.3.1
}

Outcome<RaadpleegCaseloadAntwoord> raadpleegCaseload(const _w21__RaadpleegCaseload& vraag,
                                                     const dispatch::CallContext& call) {
  const auto pagina = pageRequest(vraag.paginering, kCaseloadPerPagina);
  const bool historie = vraag.weergave == w21__CaseloadWeergaveType::Historie;
  auto page = call.isi.wi2021().raadpleegCaseload(call.namens, vraag.contactpersoonId, historie, pagina);
  if (!page) return tl::unexpected(std::move(page).error());
  RaadpleegCaseloadAntwoord antwoord;
  antwoord.pagina = pagina.pagina;
  if (!*page) {
    antwoord.meldingen = {melding("FS101", "contactpersoonId")};
    return antwoord;
  }
  antwoord.meldingen = paginaMeldingen(**page);
  antwoord.totaal = (*page)->totaal;
  antwoord.aantalPaginas = (*page)->aantalPaginas;
  antwoord.personen = std::move((*page)->rijen);
  return antwoord;
}

}  // namespace cvsgw::laws::wi2021
