// What the gateway asks of the ISI about persons under the Wi2007. Signals: gateway/isi/signalen.hpp.
#pragma once

#include "gateway/domain/fault.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/pagina.hpp"
#include "gateway/isi/wi2007/beeld.hpp"

namespace cvsgw::isi::wi2007 {

/// Search fields of § 3.2; those that are given all have to hold. Which fields go together is the operation's
/// rule, not the back end's.
struct PersonenCriteria {
  std::optional<Bsn> bsn;
  std::optional<std::string> aNummer;
  std::optional<Date> geboortedatumVanaf;
  std::optional<Date> geboortedatumTotEnMet;
  std::optional<std::string> geslacht;       ///< code of codes::kGeslacht
  std::optional<std::string> nationaliteit;  ///< the first one; case and diacritics do not count
  std::optional<std::string> herkomst;       ///< code of codes::kHerkomst
  std::optional<std::string> verblijf;       ///< code of codes::kVerblijf
};

/// Threading: every call may come from any thread. Errors: isiUnavailable only; whom the municipality does
/// not see is as if he did not exist.
class Port {
 public:
  virtual ~Port() = default;
  /// In the order of the BSN.
  virtual Outcome<Page<PersoonRij>> zoekPersonen(const Namens& namens, const PersonenCriteria& criteria,
                                                 const PageRequest& pagina) = 0;
  /// By `bsn` or by `aNummer` of the criteria alone. Nothing for a person who has died.
  virtual Outcome<std::optional<Persoon>> raadpleegPersoon(const Namens& namens,
                                                           const PersonenCriteria& criteria) = 0;
  virtual Outcome<Feed<PersoonIngang>> haalPersonen(const Namens& namens, std::int64_t naVolgnummer,
                                                    int maximum) = 0;
};

}  // namespace cvsgw::isi::wi2007
