// The answers of the changes to what a municipality keeps itself: contact persons, caseloads, signals. Two
// have a list as their `stand`: it is absent, not empty, when nothing was done.
#pragma once

#include "gateway/laws/wi2021/antwoorden.hpp"
#include "gateway/laws/wi2021/mutaties.hpp"

namespace cvsgw::laws::wi2021 {

using VoegContactpersoonToeAntwoord =
    MutatieAntwoord<"VoegContactpersoonToeResponse", isi::wi2021::Contactpersoon>;
using WijzigContactpersoonAntwoord =
    MutatieAntwoord<"WijzigContactpersoonResponse", isi::wi2021::Contactpersoon>;
using VerwijderContactpersoonAntwoord =
    MutatieAntwoord<"VerwijderContactpersoonResponse", isi::wi2021::Contactpersoon>;
using KoppelContactpersoonAntwoord =
    MutatieAntwoord<"KoppelContactpersoonResponse", isi::wi2021::ContactpersoonBlok>;
using OntkoppelContactpersoonAntwoord =
    MutatieAntwoord<"OntkoppelContactpersoonResponse", isi::wi2021::ContactpersoonBlok>;

struct DraagCaseloadOverAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "DraagCaseloadOverResponse";
  std::string resultaat;
  std::vector<Melding> meldingen;
  bool metStand = true;            ///< false: nothing was done
  std::vector<std::string> stand;  ///< BSNs

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    if (self.metStand) visit.list("stand", "bsn", self.stand);
  }
};

using WijzigSignaalstatusAntwoord = laws::StatusAntwoord<Namespace::wi2021, SignaalRij>;

}  // namespace cvsgw::laws::wi2021
