#include "cvsStub.h"
#include "gateway/isi/ports.hpp"
#include "gateway/laws/opdracht.hpp"
#include "gateway/laws/wi2021/operations.hpp"
#include "gateway/laws/wi2021/rules/pip.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"
#include "gateway/laws/wi2021/vertalen_pip.hpp"

namespace cvsgw::laws::wi2021 {

Outcome<VoegPipToeAntwoord> voegPipToe(const _w21__VoegPipToe& vraag, const dispatch::CallContext& call) {
  if (auto fout = controleerBsn(vraag.bsn, "bsn"); !fout.empty())
    return afgekeurd<VoegPipToeAntwoord>(std::move(fout));
  return antwoordUit<VoegPipToeAntwoord>(
      call.isi.wi2021().muteerPersoon(call.namens, opdrachtVan(vraag, call), *Bsn::parse(vraag.bsn),
                                      [invoer = vertaal(*vraag.pip)](const isi::wi2021::Stand& stand) {
                                        return voegPipToe(stand, invoer);
                                      }),
      &isi::wi2021::Uitkomst::pip);
}

}  // namespace cvsgw::laws::wi2021
