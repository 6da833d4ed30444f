// The gateway's settings: one table of rows gives the file's format, the environment's names, the checks and
// the example file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/config/grenzen.hpp"
#include "gateway/config/listener_settings.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw::config {

struct Settings {
  std::string adres = "127.0.0.1";
  std::uint16_t poort = 8443;  ///< 0: any free port, told in the log
  std::string publiekeUrl;     ///< empty: https://localhost:<poort>
  std::filesystem::path certificaat;
  std::filesystem::path sleutel;
  std::filesystem::path clientCa;  ///< empty: no client certificate is asked for
  std::filesystem::path clientCrl;
  int werkers = 0;  ///< 0: eight per core, at least sixteen
  int maximumVerbindingen = 4096;
  int maximumVerbindingenPerBron = 1024;
  int maximumBytes = 256 * 1024;
  // Deadlines in seconds, each for the whole of its phase.
  int handdruk = 5;
  int kop = 5;
  int inhoud = 10;
  int antwoord = 30;
  int rust = 60;
  int verbinding = 3600;
  Grenzen grenzen;
  std::string beheerAdres = "127.0.0.1";
  std::uint16_t beheerPoort = 8480;  ///< 0: any free port, told in the log
  std::filesystem::path gegevensMap = "data";
  std::optional<Date> datum;                  ///< a fixed "today"; absent: the system's clock
  int pvtWeekdag = 1;                         ///< day of the Wi2013's weekly run, 1 (Monday) to 7
  std::string logBestand;                     ///< empty: standard error
  bool proef = false;                         ///< Digikoppeling's test world: OINs of 00000099, other roots
  std::vector<ListenerSettings> luisteraars;  ///< besides [server], which is an open one
  // Audit trail.
  int auditBewaardagen = 1096;
  std::filesystem::path auditSleutelmap;  ///< empty: gegevensMap
  std::string auditRegister = "urn:inburgering:cvs-isi:verwerking";
  // Mails to contact persons.
  std::string mailServer;  ///< empty: mails wait in the outbox
  std::uint16_t mailPoort = 587;
  std::string mailVersleuteling = "starttls";  ///< starttls, impliciet or geen (on loopback only)
  std::filesystem::path mailCa;                ///< empty: the issuers that the system trusts
  std::string mailGebruiker;                   ///< empty: does not log in
  std::filesystem::path mailWachtwoordBestand;
  std::string mailAfzender;
  int mailTermijn = 60;  ///< seconds for one mail
};

/// Everything that is wrong, each with file, line and what would be right; ready to print, one per line.
using Mistakes = std::vector<std::string>;

/// Looks up an environment variable; absent when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string&)>;
Environment processEnvironment();

/// Reads `file` (TOML) and lets `CVSGW_<SECTION>_<KEY>` of the environment override each value. Relative
/// paths in the file are relative to it. All mistakes are reported at once.
tl::expected<Settings, Mistakes> load(const std::filesystem::path& file, const Environment& environment);

/// A complete example file with every setting, its meaning and its default.
std::string exampleFile();

}  // namespace cvsgw::config
