// Events from outside: what DUO learns from IND, COA, BRP, institutions, banks and its own decisions. What
// they have in common whatever the law: a name, fields that are described, and one port through which they
// enter. Each law has its own table of kinds (gateway/isi/<law>/gebeurtenis.hpp). Described for people in
// docs/gebeurtenissen.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/codes.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/domain/gemeenten.hpp"

namespace cvsgw::isi {

/// An event as it was given: its name and its fields as texts.
struct Gebeurtenis {
  std::string naam;
  std::map<std::string, std::string, std::less<>> velden;
};

enum class Veldsoort : std::uint8_t { bsn, datum, gemeente, code, tekst, jaNee };

struct Veld {
  std::string_view naam;
  Veldsoort soort;
  bool verplicht = false;
  const CodeList* codes = nullptr;  ///< with Veldsoort::code
};

inline constexpr Veld kBsnVeld{"bsn", Veldsoort::bsn, true, nullptr};
inline constexpr Veld kDatumVeld{"datum", Veldsoort::datum, false, nullptr};
inline constexpr std::array kAlleenDatum{kBsnVeld, kDatumVeld};
/// Any event may say of which law it is: `Wi2007`, `Wi2013` or `Wi2021`.
inline constexpr std::string_view kWetVeld = "wet";

/// Fields that have been checked against their descriptions.
class Velden {
 public:
  Velden(const Gebeurtenis& gebeurtenis, Date vandaag) : velden_(gebeurtenis.velden), vandaag_(vandaag) {}
  Date vandaag() const { return vandaag_; }
  /// The day of the event: today when it was not given.
  Date dag() const { return datum("datum").value_or(vandaag_); }
  Bsn bsn() const { return *Bsn::parse(*tekst("bsn")); }
  std::optional<std::string> tekst(std::string_view naam) const;
  std::optional<Date> datum(std::string_view naam) const;
  std::optional<Gemeentecode> gemeente() const;
  bool ja(std::string_view naam) const { return tekst(naam) == "ja"; }

 private:
  const std::map<std::string, std::string, std::less<>>& velden_;
  Date vandaag_;
};

/// What is told of a kind of event; a law adds the decision.
struct Gebeurteniskop {
  std::string_view naam;
  std::string_view uitleg;    ///< one Dutch line
  std::string_view signalen;  ///< codes that it can bring about
  std::span<const Veld> velden;
  bool nieuwePersoon = false;  ///< also for who is not known under this law yet
};

/// Everything that is wrong with the fields, for `kop`; values are never told, they may be personal data.
std::vector<std::string> controleerVelden(const Gebeurteniskop& kop, const Gebeurtenis& gebeurtenis,
                                          Date vandaag);

/// A decision's refusal: the Dutch sentence that says why not and what would be right.
inline tl::unexpected<std::string> kanNiet(std::string waarom) {
  return tl::unexpected(std::move(waarom));
}

/// Threading: any thread; also beside a gateway that serves from the same data.
class Gebeurtenissen {
 public:
  virtual ~Gebeurtenissen() = default;
  /// Stores all that follows from the event, or nothing; the sentences say what is wrong. A name that several
  /// laws have is taken for the law that `wet` says; without `wet` for the newest law that knows the person,
  /// and for one who becomes known by it for the newest law. Errors: isiUnavailable.
  virtual Outcome<std::vector<std::string>> verwerk(const Gebeurtenis& gebeurtenis, Date vandaag) = 0;
};

}  // namespace cvsgw::isi
