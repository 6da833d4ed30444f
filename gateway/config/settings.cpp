#include "gateway/config/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace cvsgw::config {
namespace {

enum class Kind { text, number, date };

/// One setting. `apply` gets the value as text and returns what would be right when it is not.
struct Row {
  std::string_view section;
  std::string_view key;
  Kind kind;
  std::string_view example;  ///< as it stands in the example file
  std::string_view meaning;
  std::string (*apply)(Settings&, const std::string& value, const std::filesystem::path& base);
};

template <class Number>
std::string number(Number& target, const std::string& value, long low, long high) {
  long parsed = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (error != std::errc{} || end != value.data() + value.size() || parsed < low || parsed > high) {
    return "een geheel getal van " + std::to_string(low) + " tot en met " + std::to_string(high);
  }
  target = static_cast<Number>(parsed);
  return {};
}

std::string path(std::filesystem::path& target, const std::string& value, const std::filesystem::path& base) {
  target = value.empty() ? std::filesystem::path() : base / value;
  return {};
}

std::string existingFile(std::filesystem::path& target, const std::string& value,
                         const std::filesystem::path& base) {
  path(target, value, base);
  return std::filesystem::is_regular_file(target) ? "" : "een bestand dat bestaat (PEM)";
}

std::string address(std::string& target, const std::string& value) {
  if (value.empty() || value.find_first_of(" /") != std::string::npos)
    return "een IP-adres, bijvoorbeeld 127.0.0.1 of ::1";
  target = value;
  return {};
}

std::string publicUrl(std::string& target, const std::string& value) {
  const bool ok = value.empty() || (value.starts_with("https://") &&
                                    value.find_first_of(" <>\"'&?#", 8) == std::string::npos &&
                                    value.size() > 8 && value.back() != '/');
  if (!ok) return "een adres als https://isi.voorbeeld.nl, zonder schuine streep aan het eind";
  target = value;
  return {};
}

std::string mailServer(std::string& target, const std::string& value) {
  const bool ok = value.size() <= 255 && value.find_first_not_of(
                                             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789.-:") == std::string::npos;
  if (!ok) return "de naam of het IP-adres van een mailserver, bijvoorbeeld smtp.gemeente.example";
  target = value;
  return {};
}

std::string encryption(std::string& target, const std::string& value) {
  if (value != "starttls" && value != "impliciet" && value != "geen") return "starttls, impliciet of geen";
  target = value;
  return {};
}

std::string mailAddress(std::string& target, const std::string& value) {
  const auto at = value.find('@');
  const bool plain = std::ranges::all_of(value, [](char c) {
    return c > ' ' && c <= '~' && std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
  });
  const bool ok = value.empty() || (plain && value.size() <= 254 && at != std::string::npos && at > 0 &&
                                    at + 1 < value.size() && value.find('@', at + 1) == std::string::npos);
  if (!ok) return "een e-mailadres als cvs-isi@gemeente.example, zonder naam erbij";
  target = value;
  return {};
}

std::string activityRegister(std::string& target, const std::string& value) {
  const auto colon = value.find(':');
  const bool ok =
      colon != std::string::npos && colon > 1 && value.size() <= 200 &&
      std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (!ok) return "een URI, bijvoorbeeld urn:inburgering:cvs-isi:verwerking";
  target = value;
  return {};
}

bool isLoopback(const std::string& server) {
  return server == "localhost" || server == "::1" ||
         (server.starts_with("127.") && server.find_first_not_of("0123456789.") == std::string::npos);
}

std::string date(std::optional<Date>& target, const std::string& value) {
  if (value.empty()) return {};
  target = Date::parse(value);
  return target ? "" : "een bestaande datum als 2026-11-22";
}

#define CVSGW_APPLY(expression)                                                             \
  [](Settings& s, const std::string& v, const std::filesystem::path& base) -> std::string { \
    (void)base;                                                                             \
    return expression;                                                                      \
  }

constexpr std::array kRows = std::to_array<Row>({
    {"server", "adres", Kind::text, "\"127.0.0.1\"", "Adres waarop de gateway luistert.",
     CVSGW_APPLY(address(s.adres, v))},
    {"server", "poort", Kind::number, "8443", "Poort voor HTTPS; 0 kiest een vrije poort.",
     CVSGW_APPLY(number(s.poort, v, 0, 65535))},
    {"server", "publiekeUrl", Kind::text, "\"https://localhost:8443\"",
     "Adres waaronder aanroepers de gateway kennen; staat in de WSDL. Leeg: https://localhost:<poort>.",
     CVSGW_APPLY(publicUrl(s.publiekeUrl, v))},
    {"server", "certificaat", Kind::text, "\"server.pem\"",
     "Certificaat met keten, PEM. Paden zijn relatief aan dit bestand.",
     CVSGW_APPLY(existingFile(s.certificaat, v, base))},
    {"server", "sleutel", Kind::text, "\"server.key\"", "Geheime sleutel bij het certificaat, PEM.",
     CVSGW_APPLY(existingFile(s.sleutel, v, base))},
    {"server", "clientCa", Kind::text, "\"\"",
     "Uitgevers van clientcertificaten, PEM. Leeg: er wordt geen clientcertificaat gevraagd.",
     CVSGW_APPLY(v.empty() ? std::string() : existingFile(s.clientCa, v, base))},
    {"server", "werkers", Kind::number, "0", "Aantal werkers; 0: acht per kern, ten minste zestien.",
     CVSGW_APPLY(number(s.werkers, v, 0, 512))},
    {"server", "maximumVerbindingen", Kind::number, "4096", "Hoogste aantal verbindingen tegelijk.",
     CVSGW_APPLY(number(s.maximumVerbindingen, v, 1, 100000))},
    {"server", "maximumVerbindingenPerBron", Kind::number, "1024",
     "Hoogste aantal verbindingen tegelijk per bronadres.",
     CVSGW_APPLY(number(s.maximumVerbindingenPerBron, v, 1, 100000))},
    {"bericht", "maximumBytes", Kind::number, "262144", "Grootste bericht in bytes, hoogstens 1 MiB.",
     CVSGW_APPLY(number(s.maximumBytes, v, 4096, 1048576))},
    {"termijnen", "handdruk", Kind::number, "5", "Seconden voor de hele TLS-handdruk.",
     CVSGW_APPLY(number(s.handdruk, v, 1, 60))},
    {"termijnen", "kop", Kind::number, "5", "Seconden voor alle HTTP-koppen.",
     CVSGW_APPLY(number(s.kop, v, 1, 60))},
    {"termijnen", "inhoud", Kind::number, "10", "Seconden voor de hele inhoud van een bericht.",
     CVSGW_APPLY(number(s.inhoud, v, 1, 120))},
    {"termijnen", "antwoord", Kind::number, "30", "Seconden waarin de aanroeper het antwoord afneemt.",
     CVSGW_APPLY(number(s.antwoord, v, 1, 300))},
    {"termijnen", "rust", Kind::number, "60", "Seconden dat een verbinding zonder bericht open blijft.",
     CVSGW_APPLY(number(s.rust, v, 1, 3600))},
    {"termijnen", "verbinding", Kind::number, "3600", "Langste leven van een verbinding in seconden.",
     CVSGW_APPLY(number(s.verbinding, v, 1, 86400))},
    {"beheer", "adres", Kind::text, "\"127.0.0.1\"",
     "Adres van /livez en /readyz (zonder TLS: houd het lokaal).", CVSGW_APPLY(address(s.beheerAdres, v))},
    {"beheer", "poort", Kind::number, "8480", "Poort van /livez en /readyz; 0 kiest een vrije poort.",
     CVSGW_APPLY(number(s.beheerPoort, v, 0, 65535))},
    {"gegevens", "map", Kind::text, "\"data\"",
     "Map met de gegevens van het ingebouwde ISI en de applicatiesleutels.",
     CVSGW_APPLY(v.empty() ? std::string("een map") : path(s.gegevensMap, v, base))},
    {"klok", "datum", Kind::date, "\"\"",
     "Vaste datum die als vandaag geldt, om te proeven. Leeg: de klok van het systeem.",
     CVSGW_APPLY(date(s.datum, v))},
    {"klok", "pvtWeekdag", Kind::number, "1",
     "Dag waarop PVT-registraties definitief worden (Wi2013): 1 is maandag, 7 is zondag.",
     CVSGW_APPLY(number(s.pvtWeekdag, v, 1, 7))},
    {"log", "bestand", Kind::text, "\"\"", "Bestand voor de logregels (JSON). Leeg: standaardfout.",
     CVSGW_APPLY((s.logBestand = v.empty() ? std::string() : (base / v).string(), std::string()))},
    {"audit", "bewaardagen", Kind::number, "1096",
     "Dagen dat het auditspoor bewaard blijft (docs/audit.md); daarna gaat een dag in zijn geheel weg.",
     CVSGW_APPLY(number(s.auditBewaardagen, v, 1, 36525))},
    {"audit", "sleutelmap", Kind::text, "\"\"",
     "Map met de sleutels van het auditspoor. Leeg: de map met gegevens.",
     CVSGW_APPLY(path(s.auditSleutelmap, v, base))},
    {"audit", "register", Kind::text, "\"urn:inburgering:cvs-isi:verwerking\"",
     "Begin van de URI van elke verwerkingsactiviteit, zoals uw register van verwerkingen die kent.",
     CVSGW_APPLY(activityRegister(s.auditRegister, v))},
    {"mail", "server", Kind::text, "\"\"",
     "Mailserver (SMTP) voor de e-mails aan contactpersonen. Leeg: zij worden bewaard en niet verstuurd.",
     CVSGW_APPLY(mailServer(s.mailServer, v))},
    {"mail", "poort", Kind::number, "587", "Poort van de mailserver.",
     CVSGW_APPLY(number(s.mailPoort, v, 1, 65535))},
    {"mail", "versleuteling", Kind::text, "\"starttls\"",
     "starttls (verplicht), impliciet (TLS vanaf het begin, poort 465), of geen: alleen op deze machine.",
     CVSGW_APPLY(encryption(s.mailVersleuteling, v))},
    {"mail", "ca", Kind::text, "\"\"",
     "Uitgevers die voor de mailserver worden vertrouwd, PEM. Leeg: die van het systeem.",
     CVSGW_APPLY(v.empty() ? std::string() : existingFile(s.mailCa, v, base))},
    {"mail", "gebruiker", Kind::text, "\"\"", "Naam om bij de mailserver in te loggen. Leeg: niet inloggen.",
     CVSGW_APPLY((s.mailGebruiker = v, std::string()))},
    {"mail", "wachtwoordBestand", Kind::text, "\"\"",
     "Bestand met op de eerste regel het wachtwoord bij die naam.",
     CVSGW_APPLY(path(s.mailWachtwoordBestand, v, base))},
    {"mail", "afzender", Kind::text, "\"\"", "E-mailadres van de afzender; verplicht als server is gegeven.",
     CVSGW_APPLY(mailAddress(s.mailAfzender, v))},
    {"mail", "termijn", Kind::number, "60",
     "Seconden waarin de mailserver één e-mail moet hebben aangenomen.",
     CVSGW_APPLY(number(s.mailTermijn, v, 1, 600))},
});

#undef CVSGW_APPLY

std::string name(const Row& row) {
  return std::string(row.section) + "." + std::string(row.key);
}

std::string environmentName(const Row& row) {
  std::string out = "CVSGW_" + std::string(row.section) + "_" + std::string(row.key);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

const Row* find(std::string_view section, std::string_view key) {
  const auto row =
      std::ranges::find_if(kRows, [&](const Row& r) { return r.section == section && r.key == key; });
  return row == kRows.end() ? nullptr : &*row;
}

std::string keysOf(std::string_view section) {
  std::string out;
  for (const Row& row : kRows) {
    if (row.section == section) out += (out.empty() ? "" : ", ") + std::string(row.key);
  }
  return out;
}

std::string sections() {
  std::string out;
  std::string_view previous;
  for (const Row& row : kRows) {
    if (row.section != previous) out += (out.empty() ? "[" : ", [") + std::string(row.section) + "]";
    previous = row.section;
  }
  return out;
}

/// The value as text when its TOML type fits the row.
std::optional<std::string> textOf(const toml::node& node, Kind kind) {
  if (kind == Kind::number) {
    if (const auto* value = node.as_integer()) return std::to_string(value->get());
    return std::nullopt;
  }
  if (kind == Kind::date) {
    if (const auto* value = node.as_date()) {
      std::ostringstream out;
      out << value->get();
      return out.str();
    }
  }
  if (const auto* value = node.as_string()) return value->get();
  return std::nullopt;
}

std::string_view expected(Kind kind) {
  return kind == Kind::number ? "een getal zonder aanhalingstekens" : "een tekst tussen aanhalingstekens";
}

class Loader {
 public:
  Loader(const std::filesystem::path& file, const Environment& environment)
      : file_(file), base_(std::filesystem::absolute(file).parent_path()), environment_(environment) {}

  tl::expected<Settings, Mistakes> load() {
    std::ifstream in(file_);
    if (!in) return tl::unexpected(Mistakes{file_.string() + ": het bestand kan niet worden gelezen"});
    std::stringstream text;
    text << in.rdbuf();
    const auto parsed = toml::parse(text.str(), file_.string());
    if (!parsed) {
      const auto& error = parsed.error();
      return tl::unexpected(Mistakes{at(error.source()) + std::string(error.description())});
    }
    for (const auto& [section, node] : parsed.table()) readSection(section.str(), node);
    readEnvironment();
    if (mistakes_.empty()) requireFiles();
    if (mistakes_.empty()) checkMail();
    if (!mistakes_.empty()) return tl::unexpected(std::move(mistakes_));
    return settings_;
  }

 private:
  std::string at(const toml::source_region& source) const {
    return file_.string() + ":" + std::to_string(source.begin.line) + ": ";
  }

  void readSection(std::string_view section, const toml::node& node) {
    const auto* table = node.as_table();
    if (!table || keysOf(section).empty()) {
      mistakes_.push_back(at(node.source()) + "'" + std::string(section) +
                          "' is geen onderdeel; de onderdelen zijn " + sections());
      return;
    }
    for (const auto& [key, value] : *table) {
      const Row* row = find(section, key.str());
      if (!row) {
        mistakes_.push_back(at(key.source()) + "'" + std::string(key.str()) + "' kent [" +
                            std::string(section) + "] niet; wel: " + keysOf(section));
      } else if (const auto text = textOf(value, row->kind)) {
        apply(*row, *text, at(value.source()), base_);
      } else {
        mistakes_.push_back(at(value.source()) + name(*row) + " moet " + std::string(expected(row->kind)) +
                            " zijn");
      }
    }
  }

  void readEnvironment() {
    for (const Row& row : kRows) {
      const auto variable = environmentName(row);
      if (const auto value = environment_(variable)) {
        apply(row, *value, "omgevingsvariabele " + variable + ": ", std::filesystem::current_path());
      }
    }
  }

  void apply(const Row& row, const std::string& value, const std::string& where,
             const std::filesystem::path& base) {
    if (const auto right = row.apply(settings_, value, base); !right.empty()) {
      mistakes_.push_back(where + name(row) + " moet " + right + " zijn");
    }
  }

  void requireFiles() {
    if (settings_.certificaat.empty())
      mistakes_.push_back(file_.string() + ": server.certificaat ontbreekt: geef een PEM-bestand");
    if (settings_.sleutel.empty())
      mistakes_.push_back(file_.string() + ": server.sleutel ontbreekt: geef een PEM-bestand");
  }

  // What one value means for another.
  void checkMail() {
    const auto wrong = [this](const std::string& text) { mistakes_.push_back(file_.string() + ": " + text); };
    if (settings_.mailServer.empty()) return;
    if (settings_.mailAfzender.empty())
      wrong("mail.afzender ontbreekt: geef het e-mailadres waaronder de mailserver post aanneemt");
    if (settings_.mailVersleuteling == "geen" && !isLoopback(settings_.mailServer))
      wrong(
          "mail.versleuteling mag alleen geen zijn voor een mailserver op deze machine (127.0.0.1, ::1, "
          "localhost)");
    if (settings_.mailGebruiker.empty() != settings_.mailWachtwoordBestand.empty())
      wrong("mail.gebruiker en mail.wachtwoordBestand horen bij elkaar: geef beide of geen van beide");
    else if (!settings_.mailGebruiker.empty() &&
             !std::filesystem::is_regular_file(settings_.mailWachtwoordBestand))
      wrong("mail.wachtwoordBestand moet een bestand zijn dat bestaat");
  }

  const std::filesystem::path& file_;
  std::filesystem::path base_;
  const Environment& environment_;
  Settings settings_;
  Mistakes mistakes_;
};

}  // namespace

Environment processEnvironment() {
  return [](const std::string& variable) -> std::optional<std::string> {
    const char* value = std::getenv(variable.c_str());
    if (!value) return std::nullopt;
    return std::string(value);
  };
}

tl::expected<Settings, Mistakes> load(const std::filesystem::path& file, const Environment& environment) {
  return Loader(file, environment).load();
}

std::string exampleFile() {
  std::string out =
      "# Instellingen van de CVS-ISI-gateway (TOML). Elke waarde kan ook uit de omgeving komen:\n"
      "# CVSGW_<ONDERDEEL>_<NAAM>, bijvoorbeeld CVSGW_SERVER_POORT. De omgeving gaat voor.\n";
  std::string_view section;
  for (const Row& row : kRows) {
    if (row.section != section) out += "\n[" + std::string(row.section) + "]\n";
    section = row.section;
    out += "# " + std::string(row.meaning) + "\n" + std::string(row.key) + " = " + std::string(row.example) +
           "\n";
  }
  return out;
}

}  // namespace cvsgw::config
