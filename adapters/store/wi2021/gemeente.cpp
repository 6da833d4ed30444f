// Changes to what a municipality keeps itself: the decision and all that follows from it in one transaction.
#include <algorithm>

#include "adapters/store/eenmaal.hpp"
#include "adapters/store/wi2021/certificaten.hpp"
#include "adapters/store/wi2021/contactpersonen.hpp"
#include "adapters/store/wi2021/dossiers.hpp"
#include "adapters/store/wi2021/wi2021_store.hpp"
#include "adapters/store/zicht.hpp"

namespace cvsgw::store {
namespace {

using isi::wi2021::Contactpersoon;
using isi::wi2021::Gemeentebesluit;
using isi::wi2021::Uitkomst;

class StoreGemeentewerk final : public isi::wi2021::Gemeentewerk {
 public:
  StoreGemeentewerk(Session& session, const Gemeentecode& gemeente)
      : session_(session), gemeente_(gemeente) {}
  std::vector<Contactpersoon> contactpersonen() override {
    return wi2021::listContactpersonen(session_, gemeente_);
  }
  std::optional<Contactpersoon> contactpersoon(std::string_view id) override {
    const auto all = contactpersonen();
    const auto found = std::ranges::find(all, id, &Contactpersoon::contactpersoonId);
    if (found == all.end()) return std::nullopt;
    return *found;
  }
  std::vector<Bsn> caseload(std::string_view contactpersoonId) override {
    return wi2021::caseloadOf(session_, gemeente_, contactpersoonId);
  }
  std::optional<isi::wi2021::CertificaatRij> certificaat(std::string_view id) override {
    return wi2021::findCertificaat(session_, gemeente_, id);
  }

 private:
  Session& session_;
  const Gemeentecode& gemeente_;
};

void pasToe(Session& writer, const isi::Namens& namens, Gemeentebesluit besluit, Uitkomst& uitkomst) {
  const auto& gemeente = namens.gemeente;
  if (besluit.algemeenAf) wi2021::clearAlgemeen(writer, gemeente, *besluit.algemeenAf);
  if (auto& contact = besluit.contactpersoon) {
    if (contact->contactpersoonId.empty()) {
      contact->contactpersoonId = "C21." + std::to_string(nextTeller(writer, "C21"));
      wi2021::addContactpersoon(writer, gemeente, *contact);
    } else {
      wi2021::updateContactpersoon(writer, gemeente, *contact, namens.vandaag);
    }
    uitkomst.contactpersoon = StoreGemeentewerk(writer, gemeente).contactpersoon(contact->contactpersoonId);
  }
  for (const auto& overdracht : besluit.overdrachten) {
    wi2021::transfer(writer, gemeente, overdracht.bsn, overdracht.contactpersoonId, namens.vandaag);
    uitkomst.overgedragen.push_back(overdracht.bsn.value());
  }
  if (besluit.verwijder) wi2021::removeContactpersoon(writer, gemeente, *besluit.verwijder, namens.vandaag);
  if (besluit.afTeHandelen) {
    wi2021::settleCertificaat(writer, gemeente, *besluit.afTeHandelen, namens.vandaag);
    uitkomst.certificaat = wi2021::findCertificaat(writer, gemeente, *besluit.afTeHandelen);
  }
}

}  // namespace

Outcome<Uitkomst> Wi2021Store::muteerGemeente(const isi::Namens& namens, const isi::Opdracht& opdracht,
                                              const isi::wi2021::Gemeentebeslissing& beslissing) {
  return eenmaal<Uitkomst>(database_, opdracht, namens.vandaag, [&](Session& writer) {
    StoreGemeentewerk werk(writer, namens.gemeente);
    auto besluit = beslissing({namens, opdracht.verwerking, werk});
    const auto resultaat = isi::weeg(besluit.meldingen, opdracht.verwerking);
    Uitkomst uitkomst;
    uitkomst.resultaat = resultaatNaam(resultaat);
    uitkomst.meldingen = besluit.meldingen;
    for (const auto& overdracht : besluit.overdrachten) noemBetrokkene(opdracht, overdracht.bsn);
    if (resultaat == isi::Resultaat::verwerkt) pasToe(writer, namens, std::move(besluit), uitkomst);
    if (uitkomst.certificaat) noemBetrokkene(opdracht, uitkomst.certificaat->bsn);
    return uitkomst;
  });
}

}  // namespace cvsgw::store
