// What a municipality sends to DUO under no single law (stukken.hpp), as a change: the decision crosses the
// port (isi/mutatie.hpp), what it needs to know stands in its Stand.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/isi/loket/stukken.hpp"
#include "gateway/isi/mutatie.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/pagina.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2021/dossier.hpp"
#include "gateway/isi/wi2021/zicht.hpp"

namespace cvsgw::isi::loket {

/// The outcome of a change, kept for retries. Only the object of its operation is filled.
struct Uitkomst {
  static constexpr Namespace kNamespace = Namespace::algemeen;
  static constexpr std::string_view kType = {};  // never in an answer as a whole
  std::string resultaat;
  std::vector<Melding> meldingen;
  std::optional<Bestelling> bestelling;
  std::optional<Contactbericht> bericht;
  std::optional<Verzoek> verzoek;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    visit.field("bestelling", self.bestelling);
    visit.field("bericht", self.bericht);
    visit.field("verzoek", self.verzoek);
  }
};

struct Bestelstand {
  const Namens& namens;
  const Verwerking& verwerking;
  const std::vector<Bestelling>& vandaag;  ///< what this municipality ordered today
};
/// The object is absent when a rule refused; the back end gives its number.
struct Bestelbesluit {
  std::vector<Melding> meldingen;
  std::optional<Bestelling> bestelling;
};

struct Berichtstand {
  const Namens& namens;
  const Verwerking& verwerking;
  bool emailBekend = false;                 ///< of a contact person of the municipality
  bool telefoonBekend = false;              ///< the same; false without a number
  std::optional<Persoonsgegevens> persoon;  ///< who was asked for, if the caller may see him
};
struct Berichtbesluit {
  std::vector<Melding> meldingen;
  std::optional<Contactbericht> bericht;
};

/// Of the three laws' state only that of the asked law is filled.
struct Verzoekstand {
  const Namens& namens;
  const Verwerking& verwerking;
  bool inZicht = false;  ///< the municipality sees the person under that law
  /// Also of a person who has left the municipality's sight: whether he lived there is in it.
  const wi2021::Dossier* wi2021 = nullptr;
  std::optional<wi2021::Zicht> zicht2021;
  const wi2013::Dossier* wi2013 = nullptr;
  const std::vector<Verzoek>& eerdere;  ///< of this kind by anyone about this person, newest first
};
struct Verzoekbesluit {
  std::vector<Melding> meldingen;
  std::optional<Verzoek> verzoek;
};

struct VerzoekCriteria {
  std::optional<Bsn> bsn;
  std::optional<std::string> soort;
  std::optional<std::string> status;
};

/// Decisions may be called on any thread and have no effect of their own. Threading: any thread. Errors:
/// isiUnavailable, messageIdReused.
class Port {
 public:
  virtual ~Port() = default;
  /// A confirmation goes to the order's address in the same transaction (Wi2021 § 3.9).
  virtual Outcome<Uitkomst> bestel(const Namens& namens, const Opdracht& opdracht,
                                   const std::function<Bestelbesluit(const Bestelstand&)>& beslissing) = 0;
  virtual Outcome<Uitkomst> verstuur(
      const Namens& namens, const Opdracht& opdracht, const Berichtinhoud& inhoud,
      const std::optional<Bsn>& persoon,
      const std::function<Berichtbesluit(const Berichtstand&)>& beslissing) = 0;
  virtual Outcome<Uitkomst> dienIn(const Namens& namens, const Opdracht& opdracht, Wet wet, const Bsn& bsn,
                                   std::string_view soort,
                                   const std::function<Verzoekbesluit(const Verzoekstand&)>& beslissing) = 0;
  /// Newest first; of the laws that the caller may read.
  virtual Outcome<Page<Verzoek>> lijst(const Namens& namens, const VerzoekCriteria& criteria,
                                       const PageRequest& page) = 0;
};

}  // namespace cvsgw::isi::loket
