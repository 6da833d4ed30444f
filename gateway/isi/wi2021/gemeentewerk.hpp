// Changes to what a municipality keeps itself under the Wi2021: its contact persons and who is linked to them
// (§ 3.3), and which certificates it has handed out (§ 3.6.16). As with a person (mutatie.hpp) the law's
// decision crosses the port; what it needs it asks through Gemeentewerk, and what is to be done it gives
// back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/isi/wi2021/mutatie.hpp"

namespace cvsgw::isi::wi2021 {

/// The municipality that asks, as it stands at the moment of the change.
class Gemeentewerk {
 public:
  virtual ~Gemeentewerk() = default;
  /// All of its contact persons, by name.
  virtual std::vector<Contactpersoon> contactpersonen() = 0;
  virtual std::optional<Contactpersoon> contactpersoon(std::string_view contactpersoonId) = 0;
  /// Who is linked to him and in the municipality's sight, by BSN.
  virtual std::vector<Bsn> caseload(std::string_view contactpersoonId) = 0;
  virtual std::optional<CertificaatRij> certificaat(std::string_view certificaatId) = 0;
};

struct Gemeentestand {
  const Namens& namens;
  const Verwerking& verwerking;
  Gemeentewerk& werk;
};

/// A person who gets another contact person; the earlier link is withdrawn and stays in the history.
struct Overdracht {
  Bsn bsn;
  std::string contactpersoonId;
};

/// What the law decides. Done in the order of the members, and only when the messages allow it.
struct Gemeentebesluit {
  std::vector<Melding> meldingen;
  std::optional<std::string> algemeenAf;  ///< id of who is no longer the general contact person
  /// New when it has no id, changed otherwise; the outcome shows it as stored. A new name is carried to the
  /// persons who are linked and to their signals.
  std::optional<Contactpersoon> contactpersoon;
  std::vector<Overdracht> overdrachten;
  std::optional<std::string> verwijder;  ///< id of who goes, with all links that are still his
  /// Id of the certificate that was handed out; one that is settled already keeps its day. The outcome shows
  /// it as stored.
  std::optional<std::string> afTeHandelen;
};

/// May be called on any thread; has no effect of its own.
using Gemeentebeslissing = std::function<Gemeentebesluit(const Gemeentestand&)>;

}  // namespace cvsgw::isi::wi2021
