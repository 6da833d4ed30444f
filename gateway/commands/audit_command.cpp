#include "gateway/commands/audit_command.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/inquiry.hpp"
#include "gateway/audit/retention.hpp"
#include "gateway/audit/traceparent.hpp"
#include "gateway/audit/trail.hpp"
#include "gateway/audit/verify.hpp"
#include "gateway/commands/arguments.hpp"
#include "gateway/observability/log.hpp"

namespace cvsgw {
namespace {

namespace fs = std::filesystem;
using audit::AuditError;

constexpr std::string_view kAuditHelp =
    R"(Gebruik: cvsgw audit verify --data MAP [--publiek BESTAND] [--laatste BESTAND]
         leest het hele auditspoor en zegt of er iets is gewijzigd, weggehaald, tussengevoegd of verwisseld; leest
         alleen, ook naast een gateway die dient, en heeft genoeg aan de publieke sleutel (--publiek; anders
         audit-handtekening.pub in de map). --laatste: een elders bewaarde ondertekende stand (regel van kop)
       cvsgw audit kop --data MAP
         toont de laatste ondertekende stand: bewaar die waar deze machine niet bij kan
       cvsgw audit subject --data MAP --bsn-bestand BESTAND --door NAAM --reden TEKST
         wie kreeg wanneer wat over deze persoon; het BSN staat op de eerste regel van het bestand (- is
         standaardinvoer). De vraag wordt zelf vastgelegd. Jaren
         waarvan de sleutel er niet is, zijn niet te doorzoeken: dan zegt subject welke, en eindigt met 3
       cvsgw audit gebruiker --data MAP --sleutel APPLICATIESLEUTEL --kenmerk-bestand BESTAND --door NAAM --reden TEKST
         wat een gebruiker van het CVS wanneer vroeg en wijzigde; zijn gebruikerkenmerk staat op de eerste regel
         van het bestand, zoals het CVS het meegeeft. Verder als subject
       cvsgw audit export --data MAP [--vanaf NUMMER] [--per-persoon ja]
         alle records als regels JSON met de namen van Logboek Dataverwerkingen
       cvsgw audit vasthouden --data MAP --van DATUM --tot DATUM --door NAAM --reden TEKST
       cvsgw audit vrijgeven --data MAP --nummer NUMMER --door NAAM --reden TEKST
         houdt dagen vast, ook als hun bewaartermijn om is, of laat ze weer los. Wat al verwijderd was, komt niet
         terug: dan zegt vasthouden van welke dagen, en eindigt met 3
       Wat in --door en --reden staat, wordt vastgelegd zoals het er staat: een BSN erin wordt geweigerd.
       Staan de sleutels in een eigen map: --sleutelmap MAP
)";

constexpr auto kOptions = std::to_array<std::string_view>(
    {"--data", "--sleutelmap", "--publiek", "--laatste", "--bsn-bestand", "--sleutel", "--kenmerk-bestand",
     "--door", "--reden", "--vanaf", "--per-persoon", "--van", "--tot", "--nummer"});

constexpr int kIncomplete = 3;  ///< done, but not of all that was asked for

class Misuse : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The options of one call, each asked for by who needs it.
class Asked {
 public:
  explicit Asked(const Arguments& arguments) : arguments_(arguments) {}
  std::string needs(std::string_view name) const {
    auto value = arguments_.get(name);
    if (!value || value->empty()) throw Misuse(std::string(name) + " ontbreekt");
    return *std::move(value);
  }
  /// Text that is recorded as it is, so that nobody may be in it by his number.
  std::string words(std::string_view name) const {
    auto text = needs(name);
    if (namesSomebody(text)) throw Misuse(std::string(name) + " mag geen BSN bevatten");
    return text;
  }
  std::optional<std::string> may(std::string_view name) const { return arguments_.get(name); }
  fs::path file() const {
    const fs::path found = fs::path(needs("--data")) / "audit.sqlite";
    if (!fs::exists(found)) throw AuditError(found.string() + " is er niet");
    return found;
  }
  fs::path keys() const { return may("--sleutelmap").value_or(needs("--data")); }
  std::string date(std::string_view name) const {
    const auto value = Date::parse(needs(name));
    if (!value) throw Misuse(std::string(name) + " moet een bestaande datum als 2026-11-22 zijn");
    return value->text();
  }
  std::int64_t number(std::string_view name) const {
    const auto text = needs(name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1)
      throw Misuse(std::string(name) + " moet een getal van 1 of hoger zijn");
    return value;
  }

 private:
  const Arguments& arguments_;
};

std::string firstLine(const fs::path& file) {
  std::string line;
  if (file == "-") {
    std::getline(std::cin, line);
  } else {
    std::ifstream in(file);
    std::getline(in, line);
  }
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  return line;
}

int verifyTrail(const Asked& asked) {
  std::optional<audit::Checkpoint> laatste;
  if (const auto file = asked.may("--laatste")) {
    laatste = audit::Checkpoint::fromJson(firstLine(*file));
    if (!laatste) throw Misuse("in " + *file + " staat geen ondertekende stand");
  }
  const fs::path key = asked.may("--publiek").value_or(audit::publicKeyFile(asked.keys()).string());
  const auto report = audit::verify({asked.file(), audit::Verifier::read(key), laatste});
  for (const auto& finding : report.findings) std::cout << finding << "\n";
  std::cout << report.records << " records in " << report.segments << " dagen (" << report.removed
            << " verwijderd), laatste record " << report.head.seq << "; ondertekend tot en met record "
            << report.signedUpTo << "\n"
            << (report.good() ? "Het auditspoor is ongeschonden.\n" : "Het auditspoor is GESCHONDEN.\n");
  return report.good() ? 0 : 1;
}

int showCheckpoint(const Asked& asked) {
  audit::Connection connection(asked.file(), audit::Connection::Mode::read);
  auto rows = connection.prepare(std::string("SELECT ") + audit::kCheckpointColumns +
                                 " FROM kop ORDER BY nummer DESC LIMIT 1");
  if (!rows.step()) throw AuditError("er is nog geen ondertekende stand");
  const auto kop = audit::checkpointFrom(rows);
  if (!kop) throw AuditError("de laatste ondertekende stand is niet te lezen");
  std::cout << kop->json() << "\n";
  return 0;
}

// In the form of a gateway's log: whoever gathers those can gather these.
void tellPosition(const audit::Checkpoint& kop) {
  std::cerr << observability::Line(observability::Level::info, "auditkop", SystemClock().now())
                   .with("kop", kop.json())
                   .finish();
}

void commitSigned(audit::Chain& chain) {
  const auto kop = chain.commit();
  if (!kop) throw AuditError("de nieuwe stand is niet ondertekend");
  tellPosition(*kop);
}

// What an operator does with the trail is a processing as any other.
void recordCommand(const Asked& asked, std::string_view what, const std::vector<Bsn>& bsns) {
  const SystemClock clock;
  audit::TrailSettings settings;
  settings.file = asked.file();
  settings.keys = asked.keys();
  settings.dient = false;
  settings.kop = tellPosition;
  settings.storing = [](const LogText& cause) { std::cerr << "cvsgw audit: " << cause.str() << "\n"; };
  audit::Entry entry;
  const auto trace = audit::traceOf({});
  entry.kenmerk = audit::distinct<16>();
  entry.traceId = trace.traceId;
  entry.spanId = trace.spanId;
  entry.naam = "cvsgw/" + std::string(what);
  entry.activiteit = "urn:inburgering:cvs-isi:verwerking:cvsgw:" + std::string(what);
  entry.begin = clock.now().time_since_epoch().count();
  entry.eind = entry.begin;
  entry.status = static_cast<std::int64_t>(audit::Status::ok);
  entry.herkomst = "opdrachtregel";
  entry.resultaat = "Gedaan";
  entry.label = asked.words("--door");
  entry.toelichting = asked.words("--reden");
  audit::Trail trail(std::move(settings), clock);
  if (const auto kept = trail.keep(entry, bsns); !kept) throw AuditError(kept.error().log.str());
}

using Find = std::function<void(audit::Connection&, const std::vector<audit::YearKeys>&,
                                const std::function<void(const audit::Record&)>&)>;

int showFound(const Asked& asked, const Find& find) {
  audit::Connection connection(asked.file(), audit::Connection::Mode::read);
  const audit::Transaction snapshot(connection, audit::Transaction::Kind::read);
  const auto years = audit::searchable(connection, asked.keys());
  find(connection, years.keys,
       [](const audit::Record& record) { std::cout << audit::disclosureJson(record); });
  if (!std::cout.flush()) throw AuditError("het antwoord kon niet geheel worden geschreven");
  for (const int year : years.missing)
    std::cerr << "cvsgw audit: de records van " << year << " zijn niet doorzocht: audit-" << year
              << ".sleutel ontbreekt of is een andere\n";
  return years.missing.empty() ? 0 : kIncomplete;
}

int showSubject(const Asked& asked) {
  // Never among the arguments: every user of the machine can see those.
  const auto bsn = Bsn::parse(firstLine(asked.needs("--bsn-bestand")));
  if (!bsn) throw Misuse("op de eerste regel van --bsn-bestand staat geen BSN");
  recordCommand(asked, "AuditSubject", {*bsn});
  return showFound(asked, [&](auto& connection, const auto& keys, const auto& take) {
    audit::recordsAbout(connection, keys, *bsn, take);
  });
}

int showUser(const Asked& asked) {
  const auto sleutel = asked.needs("--sleutel");
  const auto kenmerk = firstLine(asked.needs("--kenmerk-bestand"));
  if (kenmerk.empty()) throw Misuse("op de eerste regel van --kenmerk-bestand staat geen gebruikerkenmerk");
  recordCommand(asked, "AuditGebruiker", {});
  return showFound(asked, [&](auto& connection, const auto& keys, const auto& take) {
    audit::recordsOfUser(connection, keys, sleutel, kenmerk, take);
  });
}

int exportTrail(const Asked& asked) {
  const bool eachPerson = asked.may("--per-persoon").value_or("nee") == "ja";
  const auto from = asked.may("--vanaf") ? asked.number("--vanaf") : 1;
  audit::Connection connection(asked.file(), audit::Connection::Mode::read);
  const audit::Transaction snapshot(connection, audit::Transaction::Kind::read);
  audit::allRecords(connection, from,
                    [&](const audit::Record& record) { std::cout << audit::ldvJson(record, eachPerson); });
  return std::cout.flush() ? 0 : 1;
}

audit::Chain chainOf(const Asked& asked) {
  return {asked.file(), audit::signerOf(asked.file(), asked.keys())};
}

std::string listOf(const std::vector<audit::GoneDay>& days, bool geheel) {
  std::string out;
  for (const auto& day : days)
    if (day.geheel == geheel) out.append(out.empty() ? "" : ",").append(audit::jsonText(day.dag));
  return "[" + out + "]";
}

int holdDays(const Asked& asked) {
  const auto from = asked.date("--van");
  const auto to = asked.date("--tot");
  recordCommand(asked, "AuditVasthouden", {});
  auto chain = chainOf(asked);
  const auto now = SystemClock().now().time_since_epoch().count();
  chain.begin(now);
  const auto nummer = audit::hold(chain, now, from, to, asked.needs("--reden"));
  // Of this same moment: what is there now stays.
  const auto gone = audit::daysGone(chain.connection(), from, to);
  commitSigned(chain);
  std::cout << "{\"nummer\":" << nummer << ",\"verwijderd\":" << listOf(gone, true)
            << ",\"deelsVerwijderd\":" << listOf(gone, false) << "}\n";
  if (gone.empty()) return 0;
  std::cerr << "cvsgw audit: van " << gone.size() << " van deze dagen zijn records al verwijderd\n";
  return kIncomplete;
}

int liftHold(const Asked& asked) {
  const auto nummer = asked.number("--nummer");
  recordCommand(asked, "AuditVrijgeven", {});
  auto chain = chainOf(asked);
  const auto now = SystemClock().now().time_since_epoch().count();
  chain.begin(now);
  if (!audit::lift(chain, now, nummer)) throw AuditError("er wordt niets vastgehouden onder dit nummer");
  commitSigned(chain);
  return 0;
}

struct Verb {
  std::string_view name;
  int (*run)(const Asked&);
};
constexpr auto kVerbs = std::to_array<Verb>({{"verify", verifyTrail},
                                             {"kop", showCheckpoint},
                                             {"subject", showSubject},
                                             {"gebruiker", showUser},
                                             {"export", exportTrail},
                                             {"vasthouden", holdDays},
                                             {"vrijgeven", liftHold}});

}  // namespace

int auditCommand(std::span<const std::string_view> arguments) {
  const auto* const verb =
      arguments.empty() ? kVerbs.end() : std::ranges::find(kVerbs, arguments[0], &Verb::name);
  if (verb == kVerbs.end())
    return misused("audit", "geef verify, kop, subject, gebruiker, export, vasthouden of vrijgeven",
                   kAuditHelp);
  const auto parsed = Arguments::parse(arguments.subspan(1), kOptions);
  if (!parsed) return misused("audit", parsed.error(), kAuditHelp);
  try {
    return verb->run(Asked(*parsed));
  } catch (const Misuse& error) {
    return misused("audit", error.what(), kAuditHelp);
  } catch (const std::exception& error) {
    std::cerr << "cvsgw audit: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace cvsgw
