#include "gateway/isi/loket/plan.hpp"

#include "gateway/isi/wi2021/gevolgen.hpp"
#include "gateway/isi/wi2021/tonen.hpp"

namespace cvsgw::isi::loket {

std::optional<Date> pipDefinitiefOp(const wi2021::Dossier& dossier) {
  const auto* pip = wi2021::geldendPip(dossier);
  if (!pip) return std::nullopt;
  return pip->datumRegistratieInitieel.plusDays(wi2021::kDefinitiefNaDagen);
}

}  // namespace cvsgw::isi::loket
