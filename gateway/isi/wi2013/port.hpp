// What the service InburgeringWi2013 asks of the ISI domain; signals have a port of their own
// (gateway/isi/signalen.hpp).
#pragma once

#include <optional>

#include "gateway/domain/fault.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/pagina.hpp"
#include "gateway/isi/wi2013/beeld.hpp"
#include "gateway/isi/wi2013/mutatie.hpp"

namespace cvsgw::isi::wi2013 {

/// How ZoekPersonen asks for invoices (§ 3.2). `nee` is narrower than the column: none yet and one may be
/// sent now.
enum class FactuurZoek : std::uint8_t { ja, nee, nvt };

/// Absent criteria do not narrow. The periods are inclusive: a term that begins on or after `datumStart…` and
/// ends on or before `datumEinde…`.
struct PersoonCriteria {
  std::optional<Bsn> bsn;
  std::optional<bool> pvtPlichtig;
  std::optional<Date> datumStartPvtPlicht;
  std::optional<Date> datumEindePvtPlicht;
  std::optional<Date> datumStartDeelname;
  std::optional<Date> datumEindeDeelname;
  std::optional<bool> voldaanAanPvtPlicht;
  std::optional<bool> rechtOpMaatschappelijkeBegeleiding;
  std::optional<Verblijf> verblijf;
  std::optional<FactuurZoek> factuurAanwezig;
};

/// The columns of § 3.3. Every order ends with the bsn, so that it is total.
enum class PersoonKolom : std::uint8_t {
  bsn,
  voornamen,
  achternaam,
  geboortedatum,
  pvtPlichtig,
  voldaanAanPvtPlicht,
  rechtOpMaatschappelijkeBegeleiding,
  factuurAanwezig,
  signaalAanwezig
};

struct PersoonSortering {
  PersoonKolom kolom = PersoonKolom::bsn;
  Richting richting = Richting::oplopend;
};

/// Threading: every call may come from any thread. Errors: isiUnavailable only. A person whom the
/// municipality may not see and one who does not exist give the same answer.
class Port {
 public:
  virtual ~Port() = default;
  /// Persons whom the municipality sees and who are still registered in the BRP (§ 3.3).
  virtual Outcome<Page<PersoonRij>> zoekPersonen(const Namens& namens, const PersoonCriteria& criteria,
                                                 const PageRequest& pagina,
                                                 const PersoonSortering& sortering) = 0;
  virtual Outcome<std::optional<Persoon>> raadpleegPersoon(const Namens& namens, const Bsn& bsn) = 0;
  virtual Outcome<Feed<PersoonIngang>> haalPersonen(const Namens& namens, std::int64_t naVolgnummer,
                                                    int maximum) = 0;
  /// One change to one person: the decision is taken on the person as he stands, and all of its outcome is
  /// stored, or nothing. FS303 when the municipality does not have the person in sight. The same message
  /// again gets its first outcome; messageIdReused when its id came with another body.
  virtual Outcome<Uitkomst> muteerPersoon(const Namens& namens, const Opdracht& opdracht, const Bsn& bsn,
                                          const Beslissing& beslissing) = 0;
};

}  // namespace cvsgw::isi::wi2013
