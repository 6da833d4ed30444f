// Signals of all three laws: one port, since the laws differ only in columns and code lists.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/domain/fields.hpp"
#include "gateway/isi/mutatie.hpp"
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
  static constexpr Namespace kNamespace = Namespace::gemeenschappelijk;
  static constexpr std::string_view kType = {};  // answers have a row of the law's own
  std::string signaalId;                         ///< never changes
  std::int64_t volgnummer = 0;                   ///< position of its latest change
  bool vervallen = false;  ///< feed only: gone; then nothing but signaalId and volgnummer is filled
  std::string code;        ///< `SS101`
  Signaalstatus status = Signaalstatus::nieuw;
  Date datum;  ///< the day on which it was placed
  Bsn bsn;
  std::optional<std::string> aNummer;     ///< Wi2007
  std::optional<std::string> achternaam;  ///< absent for a correction signal that carries only a BSN
  std::optional<Date> geboortedatum;
  std::optional<std::string> doelgroep;           ///< Wi2021
  std::optional<std::string> contactpersoonId;    ///< Wi2021
  std::optional<std::string> contactpersoonNaam;  ///< Wi2021

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("signaalId", self.signaalId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("vervallen", self.vervallen);
    visit.field("code", self.code);
    auto status = static_cast<std::int32_t>(self.status);
    visit.field("status", status);
    if constexpr (!std::is_const_v<Self>) self.status = static_cast<Signaalstatus>(status);
    visit.field("datum", self.datum);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("doelgroep", self.doelgroep);
    visit.field("contactpersoonId", self.contactpersoonId);
    visit.field("contactpersoonNaam", self.contactpersoonNaam);
  }
};

/// The outcome of setting the status of signals, kept for retries.
struct Statusuitkomst {
  static constexpr Namespace kNamespace = Namespace::gemeenschappelijk;
  static constexpr std::string_view kType = {};  // never in an answer as a whole
  std::string resultaat;
  std::vector<Melding> meldingen;
  std::vector<Signaal> signalen;  ///< as they stand after the change, each once; none when nothing was done

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("resultaat", self.resultaat);
    visit.list("meldingen", "melding", self.meldingen);
    visit.list("signalen", "signaal", self.signalen);
  }
};

/// What the law says of signals that are to get a status: one entry for each id that was asked for, in that
/// order, empty where the municipality has no such signal. May be called on any thread; has no effect.
using Statusbeslissing = std::function<std::vector<Melding>(const std::vector<std::optional<Signaal>>&)>;

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
  /// Sets the status of all these signals or of none. A signal that has it already is not touched: its
  /// volgnummer stays, and so does the day from which the clean-up counts. The same message again gets its
  /// first outcome; messageIdReused when its id came with another body.
  virtual Outcome<Statusuitkomst> wijzigStatus(Wet wet, const Namens& namens, const Opdracht& opdracht,
                                               const std::vector<std::string>& signaalIds,
                                               Signaalstatus status, const Statusbeslissing& beslissing) = 0;
};

}  // namespace cvsgw::isi
