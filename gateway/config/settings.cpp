#include "gateway/config/settings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "gateway/config/checks.hpp"
#include "gateway/config/row.hpp"

namespace cvsgw::config {
namespace {

using SettingsRow = Row<Settings>;

#define CVSGW_APPLY(expression)                                                             \
  [](Settings& s, const std::string& v, const std::filesystem::path& base) -> std::string { \
    (void)base;                                                                             \
    return expression;                                                                      \
  }

constexpr std::array kRows = std::to_array<SettingsRow>({
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
     "Uitgevers van clientcertificaten (met OIN, van organisaties), PEM. Leeg: er wordt er geen gevraagd.",
     CVSGW_APPLY(v.empty() ? std::string() : existingFile(s.clientCa, v, base))},
    {"server", "clientCrl", Kind::text, "\"\"",
     "Intrekkingslijsten van die uitgevers, PEM of DER: een bestand of een map. Leeg: niet bekeken.",
     CVSGW_APPLY(v.empty() ? std::string() : existingFileOrFolder(s.clientCrl, v, base))},
    {"server", "werkers", Kind::number, "0", "Aantal werkers; 0: acht per kern, ten minste zestien.",
     CVSGW_APPLY(number(s.werkers, v, 0, 512))},
    {"server", "maximumVerbindingen", Kind::number, "4096", "Hoogste aantal verbindingen tegelijk.",
     CVSGW_APPLY(number(s.maximumVerbindingen, v, 1, 100000))},
    {"server", "maximumVerbindingenPerBron", Kind::number, "1024",
     "Hoogste aantal verbindingen tegelijk per bronadres, en per OIN van een clientcertificaat.",
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
    {"digikoppeling", "omgeving", Kind::text, "\"productie\"",
     "productie: alleen PKIoverheid en echte OIN's; proef: ook OIN's van 00000099 en andere "
     "stamcertificaten.",
     CVSGW_APPLY(environment(s.proef, v))},
    {"grenzen", "perSleutelPerSeconde", Kind::number, "500",
     "Berichten per seconde van een applicatiesleutel, op den duur; 0: geen grens. Daarboven: 429 met "
     "Retry-After.",
     CVSGW_APPLY(number(s.grenzen.perSleutelPerSeconde, v, 0, 1000000))},
    {"grenzen", "perSleutelIneens", Kind::number, "5000",
     "Berichten van een applicatiesleutel ineens, na rust.",
     CVSGW_APPLY(number(s.grenzen.perSleutelIneens, v, 1, 1000000))},
    {"grenzen", "geweigerdPerBronPerSeconde", Kind::number, "20",
     "Berichten van een bron (OIN, anders IPv4-adres of IPv6-/64) die per seconde geweigerd mogen worden "
     "voordat de aanroeper bekend is, en opgevraagde pagina's; 0: geen grens.",
     CVSGW_APPLY(number(s.grenzen.geweigerdPerBronPerSeconde, v, 0, 1000000))},
    {"grenzen", "geweigerdPerBronIneens", Kind::number, "1000", "Hetzelfde ineens, na rust.",
     CVSGW_APPLY(number(s.grenzen.geweigerdPerBronIneens, v, 1, 1000000))},
    {"grenzen", "wachtwoordPogingen", Kind::number, "5",
     "Foute wachtwoorden voor een sleutel vanaf een bron of OIN zonder wachttijd; 0: nooit een, ook niet per "
     "bron.",
     CVSGW_APPLY(number(s.grenzen.wachtwoordPogingen, v, 0, 1000))},
    {"grenzen", "wachtwoordenPerBronPerMinuut", Kind::number, "60",
     "Foute wachtwoorden per minuut vanaf een bron of OIN, voor welke sleutels ook; 0: geen grens.",
     CVSGW_APPLY(number(s.grenzen.wachtwoordenPerBronPerMinuut, v, 0, 1000000))},
    {"grenzen", "buitenZichtPerUur", Kind::number, "500",
     "Verschillende personen per uur waarnaar een sleutel voor een gemeente mag vragen terwijl die hen niet "
     "in "
     "zicht heeft; 0: geen grens, ook niet per dag.",
     CVSGW_APPLY(number(s.grenzen.buitenZichtPerUur, v, 0, 1000000))},
    {"grenzen", "buitenZichtPerDag", Kind::number, "2000", "Hetzelfde per dag.",
     CVSGW_APPLY(number(s.grenzen.buitenZichtPerDag, v, 1, 1000000))},
    {"grenzen", "buitenZichtAandeel", Kind::number, "20",
     "Procent van de personen die de gemeente in zicht heeft, dat op beide komt (hoogstens vijf keer de "
     "daggrens): een grote gemeente treft meer mensen die zijn verhuisd.",
     CVSGW_APPLY(number(s.grenzen.buitenZichtAandeel, v, 0, 100))},
    {"grenzen", "groepsfactor", Kind::number, "5",
     "Zoveel keer de grens van een gemeente geldt voor alle gemeenten van een sleutel samen, en voor alle "
     "sleutels "
     "van een leverancier of bron; plus wat hun gemeenten meer mogen.",
     CVSGW_APPLY(number(s.grenzen.groepsfactor, v, 1, 1000))},
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

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

template <class Target>
const Row<Target>* find(std::span<const Row<Target>> rows, std::string_view section, std::string_view key) {
  const auto row =
      std::ranges::find_if(rows, [&](const Row<Target>& r) { return r.section == section && r.key == key; });
  return row == rows.end() ? nullptr : &*row;
}

template <class Target>
std::string keysOf(std::span<const Row<Target>> rows, std::string_view section) {
  std::string out;
  for (const auto& row : rows) {
    if (row.section == section) out += (out.empty() ? "" : ", ") + std::string(row.key);
  }
  return out;
}

std::string sections() {
  std::string out;
  std::string_view previous;
  for (const auto& row : kRows) {
    if (row.section != previous) out += (out.empty() ? "[" : ", [") + std::string(row.section) + "]";
    previous = row.section;
  }
  return out + " en [[" + std::string(kListenerSection) + "]]";
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

/// The lines that a settings file is made of: empty, `# …`, `[section]`, `[[section]]`, `key = value`.
/// toml++ 3.3 takes much for granted about what it is given otherwise, asserts that, or tells the compiler
/// so.
class Line {
 public:
  explicit Line(std::string_view text) : rest_(text) {}

  bool fits() {
    if (rest_.ends_with('\r')) rest_.remove_suffix(1);
    const bool plain =
        std::ranges::all_of(rest_, [](char c) { return c < 0 || (c >= ' ' && c != '\x7f') || c == '\t'; });
    if (!plain) return false;
    skipSpace();
    if (rest_.starts_with('[')) {
      const std::string_view brackets = rest_.starts_with("[[") ? "]]" : "]";
      rest_.remove_prefix(brackets.size());
      return take(kName) && closes(brackets) && ends();
    }
    if (rest_.empty() || rest_.front() == '#') return true;
    return take(kName) && closes("=") && value() && ends();
  }

 private:
  static constexpr std::string_view kName =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  static constexpr std::string_view kNumber = "0123456789_-.:TZtruefals";  // dates and truth, too

  void skipSpace() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }
  bool take(std::string_view characters) {
    skipSpace();
    const std::size_t length = std::min(rest_.find_first_not_of(characters), rest_.size());
    rest_.remove_prefix(length);
    return length > 0;
  }
  bool closes(std::string_view sign) {
    skipSpace();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }
  bool ends() {
    skipSpace();
    return rest_.empty() || rest_.front() == '#';
  }
  bool value() {
    skipSpace();
    const char quote = rest_.empty() ? '\0' : rest_.front();
    if (quote != '"' && quote != '\'') return take(kNumber);
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != quote) end += quote == '"' && rest_[end] == '\\' ? 2U : 1U;
    if (end >= rest_.size()) return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  std::string_view rest_;
};

std::optional<size_t> unfitLine(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!Line(line).fits()) return number;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return std::nullopt;
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
    if (const auto line = unfitLine(text.str())) {
      return tl::unexpected(Mistakes{file_.string() + ":" + std::to_string(*line) +
                                     ": geen regel als [onderdeel], naam = \"tekst\", naam = 1 of # uitleg"});
    }
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
    if (section == kListenerSection) return readListeners(node);
    const std::span<const SettingsRow> rows(kRows);
    const auto* table = node.as_table();
    if (!table || keysOf(rows, section).empty()) {
      mistakes_.push_back(at(node.source()) + "'" + std::string(section) +
                          "' is geen onderdeel; de onderdelen zijn " + sections());
      return;
    }
    readTable(rows, section, *table, settings_);
  }

  void readListeners(const toml::node& node) {
    const auto* list = node.as_array();
    if (!list || !list->is_array_of_tables()) {
      mistakes_.push_back(at(node.source()) + "schrijf elke luisteraar als een tabel onder [[luisteraar]]");
      return;
    }
    for (const toml::node& element : *list)
      readTable(listenerRows(), kListenerSection, *element.as_table(), settings_.luisteraars.emplace_back());
  }

  template <class Target>
  void readTable(std::span<const Row<Target>> rows, std::string_view section, const toml::table& table,
                 Target& target) {
    for (const auto& [key, value] : table) {
      const Row<Target>* row = find(rows, section, key.str());
      const std::string name = std::string(section) + "." + std::string(key.str());
      if (!row) {
        mistakes_.push_back(at(key.source()) + "'" + std::string(key.str()) + "' kent [" +
                            std::string(section) + "] niet; wel: " + keysOf(rows, section));
      } else if (const auto text = textOf(value, row->kind)) {
        apply(*row, *text, at(value.source()) + name, base_, target);
      } else {
        mistakes_.push_back(at(value.source()) + name + " moet " + std::string(expected(row->kind)) +
                            " zijn");
      }
    }
  }

  // CVSGW_SERVER_POORT, and CVSGW_LUISTERAAR_1_POORT for the first listener of the file.
  void readEnvironment() {
    readEnvironment(std::span<const SettingsRow>(kRows), "", settings_);
    for (size_t i = 0; i < settings_.luisteraars.size(); ++i)
      readEnvironment(listenerRows(), std::to_string(i + 1) + "_", settings_.luisteraars[i]);
  }

  template <class Target>
  void readEnvironment(std::span<const Row<Target>> rows, const std::string& which, Target& target) {
    for (const auto& row : rows) {
      const std::string section(row.section);
      const std::string key(row.key);
      const auto variable = "CVSGW_" + upper(section + "_" + which + key);
      if (const auto value = environment_(variable)) {
        apply(row, *value, "omgevingsvariabele " + variable + ": " + section + "." + key,
              std::filesystem::current_path(), target);
      }
    }
  }

  template <class Target>
  void apply(const Row<Target>& row, const std::string& value, const std::string& where,
             const std::filesystem::path& base, Target& target) {
    if (const auto right = row.apply(target, value, base); !right.empty())
      mistakes_.push_back(where + " moet " + right + " zijn");
  }

  void requireFiles() {
    if (settings_.certificaat.empty())
      mistakes_.push_back(file_.string() + ": server.certificaat ontbreekt: geef een PEM-bestand");
    if (!settings_.clientCrl.empty() && settings_.clientCa.empty())
      mistakes_.push_back(file_.string() + ": server.clientCrl zegt niets zonder server.clientCa");
    if (settings_.sleutel.empty())
      mistakes_.push_back(file_.string() + ": server.sleutel ontbreekt: geef een PEM-bestand");
    for (size_t i = 0; i < settings_.luisteraars.size(); ++i) {
      for (const std::string& objection : objections(settings_.luisteraars[i]))
        mistakes_.push_back(file_.string() + ": luisteraar " + std::to_string(i + 1) + ": " + objection);
    }
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
  for (const auto& row : kRows) {
    if (row.section != section) out += "\n[" + std::string(row.section) + "]\n";
    section = row.section;
    out += "# " + std::string(row.meaning) + "\n" + std::string(row.key) + " = " + std::string(row.example) +
           "\n";
  }
  out +=
      "\n# Zoveel luisteraars erbij als nodig, elk een tabel [[luisteraar]], in de omgeving "
      "CVSGW_LUISTERAAR_1_POORT.\n"
      "# [[luisteraar]]\n";
  for (const auto& row : listenerRows()) {
    out += "# " + std::string(row.meaning) + "\n# " + std::string(row.key) + " = " +
           std::string(row.example) + "\n";
  }
  return out;
}

}  // namespace cvsgw::config
