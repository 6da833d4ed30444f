// Files that the ISI makes for a municipality (Wi2007 § 3.8, Wi2013 § 3.10 and § 4.3, Wi2021 § 3.7): which
// there are, where their rows come from, and how they are handed out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/fault.hpp"
#include "gateway/isi/document.hpp"
#include "gateway/isi/namens.hpp"
#include "gateway/isi/tabel.hpp"

namespace cvsgw::isi {

enum class Bestandsoort : std::uint8_t {
  isi2007,
  signaallijst2007,
  isiVanaf2011,
  termijnoverschrijdingen,
  diplomamodellenboek,
  signalen2007,
  isiPvt,
  maatschappelijkeBegeleiding,
  signalen2013,
  inburgeraars2021,
  signalen2021,
};

/// When a file is made anew.
enum class Verversing : std::uint8_t { dagelijks, opVerzoek, vast };
enum class Formaat : std::uint8_t { csv, xlsx, pdf };

/// One file of one municipality on one day.
struct Bestand {
  Bestandsoort soort{};
  int jaar = 0;      ///< maatschappelijkeBegeleiding only
  std::string code;  ///< `isi_pvt`: by which it is asked for
  Wet wet{};
  std::string_view omschrijving;
  std::string omschrijvingJaar;  ///< the description of a file with a year, else empty
  Formaat formaat{};
  Verversing verversing{};
  Date datum;  ///< on which it was last made anew

  std::string_view titel() const { return omschrijvingJaar.empty() ? omschrijving : omschrijvingJaar; }
  bool zip() const { return formaat != Formaat::pdf; }
  /// `isi_pvt_0014.zip`; a plain file that is the same for everyone has no municipality in its name.
  std::string bestandsnaam(const Gemeentecode& gemeente) const;
  std::string_view mediatype() const { return zip() ? "application/zip" : "application/pdf"; }
  /// The last day whose data it holds: the day before, for what is made daily.
  std::optional<Date> inhoudTotEnMet() const {
    if (verversing != Verversing::dagelijks) return std::nullopt;
    return datum.plusDays(-1);
  }
};

/// Every file of the laws that these roles may read, by law, as the manuals list them.
std::vector<Bestand> bestandenVoor(Rollen rollen, Date vandaag);
/// By its code, whatever the roles; nothing when there is no such file on this day.
std::optional<Bestand> bestandMetCode(std::string_view code, Date vandaag);

/// The columns of a file's table; none for a PDF.
std::span<const Kolom> kolommenVan(Bestandsoort soort);
/// What the legend says above its columns: who is in the file.
std::string_view inhoudVan(Bestandsoort soort);

/// What stands in a file that is a document.
Document documentVan(const Bestand& bestand);

/// Where rows come from: the ISI. Threading: any thread. Errors: isiUnavailable only.
class Tabellen {
 public:
  virtual ~Tabellen() = default;
  /// Every row of the file's table, one after another, however many there are. A file that is made daily gets
  /// the rows as they stood when the day began; one that is made when asked for gets them as they are now.
  virtual Outcome<void> lees(const Bestand& bestand, const Gemeentecode& gemeente,
                             const RijOntvanger& ontvanger) = 0;
};

/// What HaalBestand asks.
struct Bestandsvraag {
  Bestand bestand;
  std::int32_t deel = 1;              ///< from 1
  std::optional<std::string> versie;  ///< absent: the newest, made now if need be
};

/// What it gets. `inhoud` is filled only when the part was found.
struct Bestandsdeel {
  enum class Uitkomst : std::uint8_t { gevonden, versieOnbekend, deelOnbekend };
  Uitkomst uitkomst = Uitkomst::versieOnbekend;
  std::string versie;
  Date datum;              ///< of this version
  Date opTeHalenTotEnMet;  ///< last day on which this version is there
  std::int32_t aantalDelen = 0;
  std::int64_t grootte = 0;  ///< bytes of the whole
  std::string sha256;        ///< of the whole, in hex
  std::string inhoud;        ///< the part's bytes
  /// Who stands in the version; absent for what holds no persons. Reads them when called.
  std::function<Outcome<std::vector<Bsn>>()> betrokkenen;
};

/// Bytes of a part: with base64 exactly four million characters.
inline constexpr std::int64_t kDeelgrootte = 3'000'000;
/// A version can be fetched through this many days after its date.
inline constexpr int kDagenOpTeHalen = 1;

/// The files themselves. Threading: any thread; who asks for a file that is being made waits for it.
/// Errors: isiUnavailable; overloaded when too many wait already.
class Bestanden {
 public:
  virtual ~Bestanden() = default;
  virtual Outcome<Bestandsdeel> haal(const Namens& namens, const Bestandsvraag& vraag) = 0;
};

}  // namespace cvsgw::isi
