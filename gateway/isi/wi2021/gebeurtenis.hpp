// Events from outside under the Wi2021: what DUO learns from IND, COA, BRP, institutions and its own
// decisions. Each has one effect on the person and on the signals of his municipalities (§ 3.2, § 4.1). The
// decision is pure; a back end stores its outcome whole, or nothing. Described for people in
// docs/gebeurtenissen.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/codes.hpp"
#include "gateway/domain/fault.hpp"
#include "gateway/isi/wi2021/gevolgen.hpp"

namespace cvsgw::isi::wi2021 {

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

/// What an event brings about.
struct Gebeurtenisgevolg {
  Dossier dossier;
  std::vector<Signaalactie> signalen;
  /// The person does not fall under this law after all: the dossier goes, and this correction signal, which
  /// carries a BSN and nothing else, comes to every municipality that had him in sight.
  std::optional<std::string> correctie;
};
/// The outcome, or the Dutch sentence that says why not and what would be right.
using Gebeurtenisbesluit = tl::expected<Gebeurtenisgevolg, std::string>;

struct Gebeurtenissoort {
  std::string_view naam;
  std::string_view uitleg;    ///< one Dutch line
  std::string_view signalen;  ///< codes that it can bring about
  std::span<const Veld> velden;
  bool nieuwePersoon = false;  ///< for who is not known under this law yet
  Gebeurtenisbesluit (*besluit)(const Dossier& dossier, const Velden& velden);
};

/// All kinds, in the order of a person's life.
std::vector<Gebeurtenissoort> gebeurtenissoorten();

/// Everything that is wrong with the event itself; empty when it can be put to beslis.
std::vector<std::string> controleer(const Gebeurtenis& gebeurtenis, Date vandaag);
/// `dossier` null: not known under this law. The event must have passed controleer.
Gebeurtenisbesluit beslis(const Gebeurtenis& gebeurtenis, const Dossier* dossier, Date vandaag);

/// Threading: any thread; also beside a gateway that serves from the same data.
class Gebeurtenissen {
 public:
  virtual ~Gebeurtenissen() = default;
  /// Stores all that follows from the event, or nothing; the sentences say what is wrong. Errors:
  /// isiUnavailable.
  virtual Outcome<std::vector<std::string>> verwerk(const Gebeurtenis& gebeurtenis, Date vandaag) = 0;
};

}  // namespace cvsgw::isi::wi2021
