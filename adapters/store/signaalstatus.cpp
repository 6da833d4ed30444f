// Setting the status of signals: the decision and its effect in one transaction, all of them or none.
#include <set>

#include "adapters/store/eenmaal.hpp"
#include "adapters/store/signalen.hpp"

namespace cvsgw::store {
namespace {

using isi::Signaal;
using isi::Signaalstatus;
using isi::Statusuitkomst;

// Each once, however often it was asked for.
std::vector<Signaal> distinct(const std::vector<std::optional<Signaal>>& gevonden) {
  std::vector<Signaal> signalen;
  std::set<std::string> seen;
  for (const auto& signaal : gevonden) {
    if (signaal && seen.insert(signaal->signaalId).second) signalen.push_back(*signaal);
  }
  return signalen;
}

}  // namespace

Outcome<Statusuitkomst> SignalenStore::wijzigStatus(Wet wet, const isi::Namens& namens,
                                                    const isi::Opdracht& opdracht,
                                                    const std::vector<std::string>& signaalIds,
                                                    Signaalstatus status,
                                                    const isi::Statusbeslissing& beslissing) {
  return eenmaal<Statusuitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    std::vector<std::optional<Signaal>> gevonden;
    gevonden.reserve(signaalIds.size());
    for (const auto& id : signaalIds) gevonden.push_back(findSignaal(writer, wet, namens.gemeente, id));
    Statusuitkomst uitkomst;
    uitkomst.meldingen = beslissing(gevonden);
    const auto resultaat = isi::weeg(uitkomst.meldingen, opdracht.verwerking);
    uitkomst.resultaat = resultaatNaam(resultaat);
    if (resultaat != isi::Resultaat::verwerkt) return uitkomst;
    for (const auto& signaal : distinct(gevonden)) {
      noemBetrokkene(opdracht, signaal.bsn);
      if (signaal.status != status)
        setSignaalstatus(writer, wet, namens.gemeente, signaal.signaalId, status, namens.vandaag);
      if (auto nieuw = findSignaal(writer, wet, namens.gemeente, signaal.signaalId))
        uitkomst.signalen.push_back(*std::move(nieuw));
    }
    return uitkomst;
  });
}

}  // namespace cvsgw::store
