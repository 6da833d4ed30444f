// Contact persons, their caseloads and the link with a person (§ 3.3). Pure decisions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/isi/wi2021/gemeentewerk.hpp"
#include "gateway/laws/wi2021/rules/contactgegevens.hpp"

namespace cvsgw::laws::wi2021 {

isi::wi2021::Gemeentebesluit voegContactpersoonToe(const isi::wi2021::Gemeentestand& stand,
                                                   const Contactgegevens& invoer);
isi::wi2021::Gemeentebesluit wijzigContactpersoon(const isi::wi2021::Gemeentestand& stand,
                                                  const std::string& contactpersoonId,
                                                  const Contactgegevens& invoer);
/// `overdrachtAan`: who gets the caseload; absent: the links end.
isi::wi2021::Gemeentebesluit verwijderContactpersoon(const isi::wi2021::Gemeentestand& stand,
                                                     const std::string& contactpersoonId,
                                                     const std::optional<std::string>& overdrachtAan);

/// As it was sent.
struct Caseloadoverdracht {
  std::string van;
  std::string aan;
  std::optional<std::vector<std::string>> selectie;  ///< BSNs; absent: the whole caseload
};
isi::wi2021::Gemeentebesluit draagCaseloadOver(const isi::wi2021::Gemeentestand& stand,
                                               const Caseloadoverdracht& overdracht);

isi::wi2021::Besluit koppelContactpersoon(const isi::wi2021::Stand& stand,
                                          const std::string& contactpersoonId);
isi::wi2021::Besluit ontkoppelContactpersoon(const isi::wi2021::Stand& stand);

}  // namespace cvsgw::laws::wi2021
