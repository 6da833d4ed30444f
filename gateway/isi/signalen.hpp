// Signals of all three laws: one port, since the laws differ only in columns and code lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/domain/fields.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/pagina.hpp"

namespace cvsgw::isi {

/// The values are stored: never renumber.
enum class Signaalstatus : std::uint8_t { nieuw = 0, inBehandeling = 1, afgehandeld = 2 };

/// The contract's word for a status.
constexpr std::string_view statusNaam(Signaalstatus status) {
  return status == Signaalstatus::nieuw           ? "Nieuw"
         : status == Signaalstatus::inBehandeling ? "InBehandeling"
                                                  : "Afgehandeld";
}

/// A signal as one municipality sees it. Columns that a law does not have are empty.
struct Signaal {
  std::string signaalId;        ///< never changes
  std::int64_t volgnummer = 0;  ///< position of its latest change
  bool vervallen = false;       ///< feed only: gone; then nothing but signaalId and volgnummer is filled
  std::string code;             ///< `SS101`
  Signaalstatus status = Signaalstatus::nieuw;
  Date datum;  ///< the day on which it was placed
  Bsn bsn;
  std::optional<std::string> aNummer;     ///< Wi2007
  std::optional<std::string> achternaam;  ///< absent for a correction signal that carries only a BSN
  std::optional<Date> geboortedatum;
  std::optional<std::string> doelgroep;           ///< Wi2021
  std::optional<std::string> contactpersoonId;    ///< Wi2021
  std::optional<std::string> contactpersoonNaam;  ///< Wi2021
};

struct SignaalCriteria {
  std::optional<Bsn> bsn;
  std::optional<std::string> aNummer;  ///< Wi2007
  std::optional<std::string> contactpersoonId;
  std::optional<std::string> doelgroep;
  std::optional<Date> datumVanaf;
  std::optional<Date> datumTotEnMet;
  std::optional<std::string> code;
  std::optional<Signaalstatus> status;
  bool nietAfgehandeld = false;  ///< only Nieuw and InBehandeling ("Toon deze signalen")
};

/// Default: newest date first. Every order ends with the id, so that it is total.
enum class SignaalKolom : std::uint8_t {
  datum,
  status,
  bsn,
  aNummer,
  achternaam,
  doelgroep,
  code,
  omschrijving,  ///< the text of the law's table of signals
  contactpersoon
};

struct SignaalSortering {
  SignaalKolom kolom = SignaalKolom::datum;
  Richting richting = Richting::aflopend;
};

/// Counts by status; the answer record of TelSignalen and of the block "Signalen" of a person's screen.
struct SignaalTelling {
  static constexpr Namespace kNamespace = Namespace::gemeenschappelijk;
  static constexpr std::string_view kType = "SignaaltellingType";
  std::int64_t nieuw = 0;
  std::int64_t inBehandeling = 0;
  std::int64_t afgehandeld = 0;
  std::int64_t totaal() const { return nieuw + inBehandeling + afgehandeld; }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    std::int64_t totaal = self.totaal();  // written, never stored: a reader's value goes nowhere
    visit.field("totaal", totaal);
    visit.field("nieuw", self.nieuw);
    visit.field("inBehandeling", self.inBehandeling);
    visit.field("afgehandeld", self.afgehandeld);
  }
};

/// Threading: every call may come from any thread. Errors: isiUnavailable only; nothing found is an empty
/// page.
class Signalen {
 public:
  virtual ~Signalen() = default;
  virtual Outcome<Page<Signaal>> zoek(Wet wet, const Namens& namens, const SignaalCriteria& criteria,
                                      const PageRequest& pagina, const SignaalSortering& sortering) = 0;
  virtual Outcome<SignaalTelling> tel(Wet wet, const Namens& namens, const SignaalCriteria& criteria) = 0;
  virtual Outcome<Feed<Signaal>> haal(Wet wet, const Namens& namens, std::int64_t naVolgnummer,
                                      int maximum) = 0;
};

}  // namespace cvsgw::isi
