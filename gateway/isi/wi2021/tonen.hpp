// From what the ISI knows (dossier.hpp) to what one municipality is shown on one day (beeld.hpp,
// details.hpp): the display rules of § 3.6. Pure; sight is zicht.hpp's.
#pragma once

#include "gateway/isi/namens.hpp"
#include "gateway/isi/wi2021/beeld.hpp"
#include "gateway/isi/wi2021/details.hpp"
#include "gateway/isi/wi2021/rijen.hpp"
#include "gateway/isi/wi2021/zicht.hpp"

namespace cvsgw::isi::wi2021 {

/// Days after which a plan or a final talk is definitive: until day 14 it can be changed.
inline constexpr int kDefinitiefNaDagen = 15;
/// Ten weeks to make the plan.
inline constexpr int kTermijnPipDagen = 70;

/// The linked contact person as the municipality has him registered; null when there is none.
struct Omgeving {
  std::string persoonId;
  SignaalTelling signalen;
  const Contactpersoon* contactpersoon = nullptr;
};

Persoon toon(const Dossier& dossier, const Zicht& zicht, const Namens& namens, const Omgeving& omgeving);

/// Block Leerbaarheidstoets as `kijker` sees it.
LeerbaarheidstoetsBlok toonLbt(const LbtStand& lbt, const Gemeentecode& kijker);

/// Block Advies BIO: the dates, never what was advised.
BioBlok toonBio(const BioStand& bio);

/// Block Contactpersoon; both are null when there is no link, and `contact` also when the link is with
/// someone whom the municipality does not have.
ContactpersoonBlok toonContactpersoon(const Koppeling* koppeling, const Namens& namens,
                                      const Contactpersoon* contact);

/// Block Examens and the attempts at one part.
ExamensBlok toonExamens(const Dossier& dossier);
/// Where the person stands with one part at the level that his plan asks for: the latest attempt's status,
/// NogTeDoen, or nothing when his plan asks for no exam and he has taken none.
std::string_view examenstatus(const Dossier& dossier, std::string_view onderdeel);
Examendetail toonExamen(const Dossier& dossier, const std::string& onderdeel);

/// Histories: newest first, without the present state.
std::vector<Leerbaarheidstoets> eerdereToetsen(const Dossier& dossier, const Gemeentecode& kijker);
std::vector<Pip> eerderePips(const Dossier& dossier);
/// Changed offers and those that are no longer current, by datumInschrijving.
std::vector<Aanbod> eerdereAanbiedingen(const Dossier& dossier, Date vandaag);

/// An offer is current until its end date has passed or another municipality's plan is registered (rulings).
bool isActueel(const Aanbod& aanbod, const Dossier& dossier, Date vandaag);

}  // namespace cvsgw::isi::wi2021
