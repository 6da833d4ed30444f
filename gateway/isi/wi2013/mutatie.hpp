// Changes under the Wi2013: a law's decision meets the person as he stands, inside the back end's own moment.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gateway/isi/besluit.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::isi::wi2013 {

/// The outcome of a change, kept for retries: the answer is written anew from it. Of the objects only the one
/// that was changed is filled, with its new `versie`.
struct Uitkomst {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = {};  // never in an answer as a whole
  std::string resultaat;
  std::vector<Melding> meldingen;
  std::optional<Pvt> pvt;
  std::optional<Factuur> factuur;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    visit.field("pvt", self.pvt);
    visit.field("factuur", self.factuur);
  }
};

/// The person as he stands at the moment of the change.
struct Stand {
  const Namens& namens;
  const Verwerking& verwerking;
  const Dossier& dossier;
  Verblijf verblijf;
  bool rekeningnummerBekend;  ///< of the municipality that asks (§ 3.6)
};

using Besluit = BesluitOver<Dossier, Uitkomst>;

/// May be called on any thread; has no effect of its own.
using Beslissing = std::function<Besluit(const Stand&)>;

}  // namespace cvsgw::isi::wi2013
