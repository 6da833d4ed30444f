#include "gateway/laws/wi2021/rules/contactpersonen.hpp"

#include <algorithm>
#include <set>

#include "gateway/isi/wi2021/koppelen.hpp"
#include "gateway/isi/wi2021/tonen.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/wijzigen.hpp"
#include "gateway/laws/wi2021/rules/zoeken.hpp"

namespace cvsgw::laws::wi2021 {

using isi::wi2021::Besluit;
using isi::wi2021::Contactpersoon;
using isi::wi2021::Dossier;
using isi::wi2021::Gemeentebesluit;
using isi::wi2021::Gemeentestand;
using isi::wi2021::Stand;
using isi::wi2021::Uitkomst;

namespace {

// There is at most one general contact person: a new one takes over (§ 3.3.2).
void neemAlgemeenOver(const Gemeentestand& stand, Gemeentebesluit& besluit) {
  if (!besluit.contactpersoon->algemeenContactpersoon) return;
  for (const auto& ander : stand.werk.contactpersonen()) {
    if (!ander.algemeenContactpersoon || ander.contactpersoonId == besluit.contactpersoon->contactpersoonId)
      continue;
    besluit.algemeenAf = ander.contactpersoonId;
    besluit.meldingen.push_back(meldingWith("AS243", ander.naam, "contactpersoon/algemeenContactpersoon"));
  }
}

Contactpersoon met(Contactpersoon contact, const Contactgegevens& gegevens) {
  contact.naam = gegevens.naam;
  contact.email = gegevens.email;
  contact.telefoonnummer = gegevens.telefoonnummer;
  contact.algemeenContactpersoon = gegevens.algemeen;
  return contact;
}

bool zelfde(const Contactpersoon& contact, const Contactgegevens& gegevens) {
  return contact.naam == gegevens.naam && contact.email == gegevens.email &&
         contact.telefoonnummer == gegevens.telefoonnummer &&
         contact.algemeenContactpersoon == gegevens.algemeen;
}

// FS001 and FS241: one message for each place that is wrong, and the number itself in none.
std::vector<Bsn> gekozen(const std::vector<std::string>& selectie, const std::vector<Bsn>& caseload,
                         std::vector<Melding>& meldingen) {
  std::set<Bsn> keuze;
  std::size_t plaats = 0;
  for (const auto& tekst : selectie) {
    const std::string veld = "overdracht/selectie/bsn[" + std::to_string(++plaats) + "]";
    const auto bsn = Bsn::parse(tekst);
    if (!bsn)
      meldingen.push_back(melding("FS001", veld));
    else if (!std::ranges::binary_search(caseload, *bsn))
      meldingen.push_back(melding("FS241", veld));
    else
      keuze.insert(*bsn);
  }
  return {keuze.begin(), keuze.end()};
}

}  // namespace

Gemeentebesluit voegContactpersoonToe(const Gemeentestand& stand, const Contactgegevens& invoer) {
  const auto gegevens = opgeschoond(invoer);
  Gemeentebesluit besluit;
  besluit.meldingen = controleerVersie(stand.verwerking, {});
  voegToe(besluit.meldingen, controleer(gegevens));
  if (geweigerd(besluit.meldingen)) return besluit;
  const auto all = stand.werk.contactpersonen();
  const auto same =
      std::ranges::find_if(all, [&](const Contactpersoon& contact) { return zelfde(contact, gegevens); });
  if (same != all.end()) {
    besluit.meldingen.push_back(melding("AS010", "contactpersoon"));
    besluit.contactpersoon = *same;
    return besluit;
  }
  besluit.contactpersoon = met({}, gegevens);
  neemAlgemeenOver(stand, besluit);
  return besluit;
}

Gemeentebesluit wijzigContactpersoon(const Gemeentestand& stand, const std::string& contactpersoonId,
                                     const Contactgegevens& invoer) {
  const auto gegevens = opgeschoond(invoer);
  Gemeentebesluit besluit;
  const auto contact = stand.werk.contactpersoon(contactpersoonId);
  if (!contact)
    besluit.meldingen.push_back(melding("FS101", "contactpersoonId"));
  else
    besluit.meldingen = controleerVersie(stand.verwerking, contact->versie);
  voegToe(besluit.meldingen, controleer(gegevens));
  if (geweigerd(besluit.meldingen)) return besluit;
  if (zelfde(*contact, gegevens)) besluit.meldingen.push_back(melding("AS010", "contactpersoon"));
  besluit.contactpersoon = met(*contact, gegevens);
  neemAlgemeenOver(stand, besluit);
  return besluit;
}

Gemeentebesluit verwijderContactpersoon(const Gemeentestand& stand, const std::string& contactpersoonId,
                                        const std::optional<std::string>& overdrachtAan) {
  Gemeentebesluit besluit;
  const auto contact = stand.werk.contactpersoon(contactpersoonId);
  if (!contact)
    besluit.meldingen.push_back(melding("FS101", "contactpersoonId"));
  else
    besluit.meldingen = controleerVersie(stand.verwerking, contact->versie);
  if (overdrachtAan) {
    if (*overdrachtAan == contactpersoonId)
      besluit.meldingen.push_back(melding("FS240", "overdracht/contactpersoonId"));
    else if (!stand.werk.contactpersoon(*overdrachtAan))
      besluit.meldingen.push_back(melding("FS101", "overdracht/contactpersoonId"));
  }
  if (geweigerd(besluit.meldingen)) return besluit;
  const auto caseload = stand.werk.caseload(contactpersoonId);
  if (overdrachtAan) {
    for (const auto& bsn : caseload) besluit.overdrachten.push_back({bsn, *overdrachtAan});
  } else if (!caseload.empty()) {
    besluit.meldingen.push_back(meldingWith("AS244", std::to_string(caseload.size()), "overdracht"));
  }
  if (contact->algemeenContactpersoon) besluit.meldingen.push_back(melding("AS245", "contactpersoonId"));
  besluit.verwijder = contactpersoonId;
  return besluit;
}

Gemeentebesluit draagCaseloadOver(const Gemeentestand& stand, const Caseloadoverdracht& overdracht) {
  Gemeentebesluit besluit;
  auto& meldingen = besluit.meldingen;
  if (stand.verwerking.verwachteVersie) meldingen.push_back(melding("FS021", "verwerking/verwachteVersie"));
  const bool bekend = stand.werk.contactpersoon(overdracht.van).has_value();
  if (!bekend) meldingen.push_back(melding("FS101", "overdracht/vanContactpersoonId"));
  if (!stand.werk.contactpersoon(overdracht.aan))
    meldingen.push_back(melding("FS101", "overdracht/aanContactpersoonId"));
  if (overdracht.van == overdracht.aan)
    meldingen.push_back(melding("FS240", "overdracht/aanContactpersoonId"));
  auto personen = stand.werk.caseload(overdracht.van);
  // Of an unknown contact person everyone would be said not to be in the caseload.
  if (overdracht.selectie && bekend) personen = gekozen(*overdracht.selectie, personen, meldingen);
  if (geweigerd(meldingen)) return besluit;
  if (personen.empty()) meldingen.push_back(melding("AS246", "overdracht/vanContactpersoonId"));
  for (const auto& bsn : personen) besluit.overdrachten.push_back({bsn, overdracht.aan});
  return besluit;
}

namespace {

std::optional<Contactpersoon> gekoppelde(const Stand& stand) {
  const auto* koppeling = stand.dossier.koppeling(stand.namens.gemeente);
  if (!koppeling) return std::nullopt;
  return stand.raadpleging.contactpersoon(koppeling->contactpersoonId);
}

// The block as RaadpleegPersoon shows it, with this contact person.
isi::wi2021::ContactpersoonBlok blokVan(const Dossier& dossier, const isi::Namens& namens,
                                        const std::optional<Contactpersoon>& contact) {
  return isi::wi2021::toonContactpersoon(dossier.koppeling(namens.gemeente), namens,
                                         contact ? &*contact : nullptr);
}

std::vector<Melding> controleerKoppeling(const Stand& stand) {
  auto meldingen = controleerWijzigbaar(stand);
  const auto blok = blokVan(stand.dossier, stand.namens, gekoppelde(stand));
  voegToe(meldingen, controleerVersie(stand, blok.versie));
  return meldingen;
}

void toonKoppeling(Besluit& besluit, const Stand& stand, std::optional<Contactpersoon> contact) {
  besluit.toon = [namens = stand.namens, contact = std::move(contact)](const Dossier& nieuw,
                                                                       Uitkomst& uitkomst) {
    uitkomst.koppeling = blokVan(nieuw, namens, contact);
  };
}

}  // namespace

Besluit koppelContactpersoon(const Stand& stand, const std::string& contactpersoonId) {
  Besluit besluit;
  besluit.meldingen = controleerKoppeling(stand);
  // A link ends when the person leaves: one made afterwards would end before it began.
  if (stand.zicht.vertrokken) besluit.meldingen.push_back(melding("FS242", "bsn"));
  const auto contact = stand.raadpleging.contactpersoon(contactpersoonId);
  if (!contact) besluit.meldingen.push_back(melding("FS101", "contactpersoonId"));
  if (geweigerd(besluit.meldingen)) return besluit;
  const auto* nu = stand.dossier.koppeling(stand.namens.gemeente);
  if (nu && nu->contactpersoonId == contactpersoonId)
    besluit.meldingen.push_back(melding("AS010", "contactpersoonId"));
  else
    besluit.dossier =
        isi::wi2021::koppel(stand.dossier, stand.namens.gemeente, contactpersoonId, stand.namens.vandaag);
  toonKoppeling(besluit, stand, contact);
  return besluit;
}

Besluit ontkoppelContactpersoon(const Stand& stand) {
  Besluit besluit;
  besluit.meldingen = controleerKoppeling(stand);
  if (geweigerd(besluit.meldingen)) return besluit;
  if (!stand.dossier.koppeling(stand.namens.gemeente))
    besluit.meldingen.push_back(melding("AS010", "bsn"));
  else
    besluit.dossier =
        isi::wi2021::koppel(stand.dossier, stand.namens.gemeente, std::nullopt, stand.namens.vandaag);
  toonKoppeling(besluit, stand, std::nullopt);
  return besluit;
}

}  // namespace cvsgw::laws::wi2021
