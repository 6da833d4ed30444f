// What the gateway asks of the ISI about persons, institutions and contact persons under the Wi2021. Signals
// have their own port (gateway/isi/signalen.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/pagina.hpp"
#include "gateway/isi/wi2021/beeld.hpp"
#include "gateway/isi/wi2021/certificaat.hpp"
#include "gateway/isi/wi2021/details.hpp"
#include "gateway/isi/wi2021/gemeentewerk.hpp"
#include "gateway/isi/wi2021/mutatie.hpp"
#include "gateway/isi/wi2021/rijen.hpp"

namespace cvsgw::isi::wi2021 {

/// Search fields (§ 3.5.2): all that are given hold together; none gives everyone in sight.
struct PersoonCriteria {
  std::optional<Bsn> bsn;
  std::optional<std::string> contactpersoonId;
  std::optional<std::string> achternaam;  ///< start of the name; case and diacritics do not count
  std::optional<std::string> doelgroep;
  std::optional<Date> vaststellingVanaf;
  std::optional<Date> vaststellingTotEnMet;
  bool lbtNietAfgenomen = false;
  bool pipNietDoorgegeven = false;
  bool aanbodNietDoorgegeven = false;  ///< asielstatushouders only
  bool pvtNietDoorgegeven = false;
  bool mapNietDoorgegeven = false;
};

/// Every order ends with the BSN, so that it is total.
enum class PersoonKolom : std::uint8_t {
  bsn,
  achternaam,
  geboortedatum,
  doelgroep,
  datumVaststelling,
  contactpersoon
};

struct PersoonSortering {
  PersoonKolom kolom = PersoonKolom::bsn;
  Richting richting = Richting::oplopend;
};

enum class HistorieSoort : std::uint8_t { termijn, doelgroep, lbt, pip, aanbod };

struct InstellingCriteria {
  std::optional<std::string> soort;  ///< code of kSoortInstelling
  std::optional<std::string> instellingsnummer;
  std::optional<std::string> naam;  ///< part of the name; case and diacritics do not count
};

/// Threading: every call may come from any thread. Errors: isiUnavailable only. A person out of sight is the
/// same as no person: an absent answer.
class Port {
 public:
  virtual ~Port() = default;
  virtual Outcome<Page<PersoonRij>> zoekPersonen(const Namens& namens, const PersoonCriteria& criteria,
                                                 const PageRequest& pagina,
                                                 const PersoonSortering& sortering) = 0;
  virtual Outcome<Feed<PersoonIngang>> haalPersonen(const Namens& namens, std::int64_t naVolgnummer,
                                                    int maximum) = 0;
  virtual Outcome<std::optional<Persoon>> raadpleegPersoon(const Namens& namens, const Bsn& bsn) = 0;
  virtual Outcome<std::optional<Historie>> raadpleegHistorie(const Namens& namens, const Bsn& bsn,
                                                             HistorieSoort soort) = 0;
  /// Present with no timelines when the person is in sight and has made no attempt at this part.
  virtual Outcome<std::optional<Examendetail>> raadpleegExamen(const Namens& namens, const Bsn& bsn,
                                                               const std::string& onderdeel) = 0;
  virtual Outcome<std::vector<Instelling>> lijstInstellingen(const InstellingCriteria& criteria) = 0;
  virtual Outcome<std::vector<Contactpersoon>> lijstContactpersonen(const Namens& namens) = 0;
  /// Absent when the municipality has no such contact person. `historie`: withdrawn links as well.
  virtual Outcome<std::optional<Page<CaseloadRij>>> raadpleegCaseload(const Namens& namens,
                                                                      const std::string& contactpersoonId,
                                                                      bool historie,
                                                                      const PageRequest& pagina) = 0;
  /// Of the municipality that asks, whether or not it still has the person in sight (rulings).
  virtual Outcome<Page<CertificaatRij>> zoekCertificaten(const Namens& namens,
                                                         const CertificaatCriteria& criteria,
                                                         const PageRequest& pagina,
                                                         const CertificaatSortering& sortering) = 0;
  virtual Outcome<std::optional<Certificaat>> haalCertificaat(const Namens& namens,
                                                              const std::string& certificaatId) = 0;
  /// One change to one person: the decision is taken on the person as he stands, and all of its outcome is
  /// stored, or nothing. FS103 when the municipality does not have the person in sight. The same message
  /// again gets its first outcome; messageIdReused when its id came with another body. Errors: also
  /// isiUnavailable.
  virtual Outcome<Uitkomst> muteerPersoon(const Namens& namens, const Opdracht& opdracht, const Bsn& bsn,
                                          const Beslissing& beslissing) = 0;
  /// One change to what the municipality itself keeps: its contact persons and their caseloads, and its
  /// certificates. As muteerPersoon, but for FS103: what there is not, the decision says.
  virtual Outcome<Uitkomst> muteerGemeente(const Namens& namens, const Opdracht& opdracht,
                                           const Gemeentebeslissing& beslissing) = 0;
};

}  // namespace cvsgw::isi::wi2021
