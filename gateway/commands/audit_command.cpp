#include "gateway/commands/audit_command.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/inquiry.hpp"
#include "gateway/audit/retention.hpp"
#include "gateway/audit/tail.hpp"
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
         audit-handtekening.pub in de map). --laatste: een elders bewaarde ondertekende stand (regel van kop of
         auditkop van het log): zonder die is niet te zien of het spoor aan zijn eind is afgeknipt. Eindigt met 0
         (ongeschonden), 1 (geschonden) of 4 (niet te toetsen: er is geen sleutel, of geen leesbaar auditspoor)
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
         terug: dan zegt vasthouden van welke dagen, en eindigt met 3. Nummer en dagen worden vastgelegd; ook een
         vrijgave die niet kon
       Wat in --door en --reden staat, wordt vastgelegd zoals het er staat: een BSN erin wordt geweigerd.
       Staan de sleutels in een eigen map: --sleutelmap MAP
)";

constexpr auto kOptions = std::to_array<std::string_view>(
    {"--data", "--sleutelmap", "--publiek", "--laatste", "--bsn-bestand", "--sleutel", "--kenmerk-bestand",
     "--door", "--reden", "--vanaf", "--per-persoon", "--van", "--tot", "--nummer"});

constexpr int kIncomplete = 3;   ///< done, but not of all that was asked for
constexpr int kNotVerified = 4;  ///< nothing was said of the trail, neither good nor bad

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

std::string firstLine(const Asked& asked, std::string_view option) {
  const auto file = asked.needs(option);
  std::string line;
  if (file == "-") {
    std::getline(std::cin, line);
  } else {
    std::ifstream in(file);
    if (in.is_open()) std::getline(in, line);
    // A directory can be opened, but not read.
    if (!in.is_open() || in.bad())
      throw AuditError(file + " (" + std::string(option) + ") kan niet worden gelezen");
  }
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  return line;
}

void tellVerified(const audit::VerifyReport& report, bool withLaatste) {
  for (const auto& finding : report.findings) std::cout << finding << "\n";
  if (report.more > 0) std::cout << "en nog " << report.more << " bevindingen\n";
  const auto behind = report.head.seq - report.signedUpTo;
  std::cout << report.records << " records in " << report.segments << " dagen (" << report.removed
            << " verwijderd), laatste record " << report.head.seq << "; ondertekend tot en met record "
            << report.signedUpTo << "\n";
  if (behind > 0)
    std::cout << "Ondertekend zijn alleen de records tot en met " << report.signedUpTo << ": de " << behind
              << " daarna zijn geketend, en dat kan ieder die het bestand kan schrijven.\n";
  if (!withLaatste)
    std::cout
        << "Of er aan het eind records met hun ondertekende standen zijn afgeknipt, is alleen te zien met "
           "--laatste en een stand die elders is bewaard.\n";
  std::cout << (report.good() ? "Het auditspoor is ongeschonden.\n" : "Het auditspoor is GESCHONDEN.\n");
}

int verifyTrail(const Asked& asked) {
  std::optional<audit::Checkpoint> laatste;
  if (asked.may("--laatste")) {
    laatste = audit::Checkpoint::fromJson(firstLine(asked, "--laatste"));
    if (!laatste) throw Misuse("in " + asked.needs("--laatste") + " staat geen ondertekende stand");
  }
  const fs::path key = asked.may("--publiek").value_or(audit::publicKeyFile(asked.keys()).string());
  const auto report = audit::verify({asked.file(), audit::Verifier::read(key), laatste});
  tellVerified(report, laatste.has_value());
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

void tellAlarm(const LogText& cause) {
  std::cerr << observability::Line(observability::Level::error, "alarm", SystemClock().now())
                   .with("soort", "auditspoor")
                   .with("oorzaak", cause)
                   .finish();
}

// What an operator does with the trail is a processing as any other.
audit::Entry entryOf(const Asked& asked, std::string_view what) {
  audit::Entry entry;
  const auto trace = audit::traceOf({});
  entry.kenmerk = audit::distinct<16>();
  entry.traceId = trace.traceId;
  entry.spanId = trace.spanId;
  entry.naam = "cvsgw/" + std::string(what);
  entry.activiteit = "urn:inburgering:cvs-isi:verwerking:cvsgw:" + std::string(what);
  entry.begin = SystemClock().now().time_since_epoch().count();
  entry.eind = entry.begin;
  entry.status = static_cast<std::int64_t>(audit::Status::ok);
  entry.herkomst = "opdrachtregel";
  entry.resultaat = "Gedaan";
  entry.label = asked.words("--door");
  entry.toelichting = asked.words("--reden");
  return entry;
}

void recordCommand(const Asked& asked, std::string_view what, const std::vector<Bsn>& bsns) {
  const SystemClock clock;
  audit::TrailSettings settings;
  settings.file = asked.file();
  settings.keys = asked.keys();
  settings.dient = false;
  settings.kop = tellPosition;
  settings.alarm = tellAlarm;
  settings.storing = [](const LogText& cause) { std::cerr << "cvsgw audit: " << cause.str() << "\n"; };
  const auto entry = entryOf(asked, what);
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
  const auto bsn = Bsn::parse(firstLine(asked, "--bsn-bestand"));
  if (!bsn) throw Misuse("op de eerste regel van --bsn-bestand staat geen BSN");
  recordCommand(asked, "AuditSubject", {*bsn});
  return showFound(asked, [&](auto& connection, const auto& keys, const auto& take) {
    audit::recordsAbout(connection, keys, *bsn, take);
  });
}

int showUser(const Asked& asked) {
  const auto sleutel = asked.needs("--sleutel");
  const auto kenmerk = firstLine(asked, "--kenmerk-bestand");
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

/// What is done in the chain's transaction; fills in the record. A text: why it was not done.
using Deed = std::function<std::optional<std::string>(audit::Chain&, audit::Entry&)>;

// The deed and its record are there together, or neither is. What was refused is recorded as well.
void doRecorded(const Asked& asked, std::string_view what, const Deed& deed) {
  auto entry = entryOf(asked, what);
  std::optional<std::string> refused;
  try {
    if (audit::beginsBesideKeys(asked.file(), asked.keys()))
      tellAlarm(LogText(std::string(audit::kBeganAnew)));
    audit::Chain chain(asked.file(), audit::signerOf(asked.file(), asked.keys()));
    chain.begin(entry.begin);
    refused = deed(chain, entry);
    if (refused) {
      entry.status = static_cast<std::int64_t>(audit::Status::error);
      entry.resultaat = "Fout";
      entry.toelichting->append("; ").append(*refused);
    }
    const auto digest = audit::recordDigest(audit::canonical(entry));
    chain.append({std::move(entry), digest, {}});
    const auto kop = chain.commit();
    if (!kop) throw AuditError("de nieuwe stand is niet ondertekend");
    tellPosition(*kop);
  } catch (const audit::TamperError& error) {
    tellAlarm(LogText(error.what()));
    throw;
  }
  if (refused) throw AuditError(*refused);
}

std::string daysHeld(std::int64_t nummer, const std::string& van, const std::string& tot) {
  return "nummer " + std::to_string(nummer) + ", " + van + " tot en met " + tot + ": ";
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
  if (to < from) throw Misuse("--tot ligt voor --van: zo wordt geen enkele dag vastgehouden");
  std::int64_t nummer = 0;
  std::vector<audit::GoneDay> gone;
  doRecorded(asked, "AuditVasthouden",
             [&](audit::Chain& chain, audit::Entry& entry) -> std::optional<std::string> {
               nummer = audit::hold(chain, entry.begin, from, to, *entry.toelichting);
               // Of this same moment: what is there now stays.
               gone = audit::daysGone(chain.connection(), from, to);
               entry.toelichting->insert(0, daysHeld(nummer, from, to));
               return std::nullopt;
             });
  std::cout << "{\"nummer\":" << nummer << ",\"verwijderd\":" << listOf(gone, true)
            << ",\"deelsVerwijderd\":" << listOf(gone, false) << "}\n";
  if (gone.empty()) return 0;
  std::cerr << "cvsgw audit: van " << gone.size() << " van deze dagen zijn records al verwijderd\n";
  return kIncomplete;
}

int liftHold(const Asked& asked) {
  const auto nummer = asked.number("--nummer");
  // It is recorded, also when there is no such hold.
  static_cast<void>(asked.words("--nummer"));
  doRecorded(asked, "AuditVrijgeven",
             [&](audit::Chain& chain, audit::Entry& entry) -> std::optional<std::string> {
               const auto all = audit::holds(chain.connection());
               const auto found = std::ranges::find(all, nummer, &audit::Hold::nummer);
               if (found == all.end()) {
                 entry.toelichting->insert(0, "nummer " + std::to_string(nummer) + ": ");
                 return "er wordt niets vastgehouden onder dit nummer";
               }
               entry.toelichting->insert(0, daysHeld(nummer, found->van, found->tot));
               if (audit::lift(chain, entry.begin, nummer)) return std::nullopt;
               return "deze dagen zijn al vrijgegeven op " + audit::dayOf(found->opgeheven);
             });
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
  if (helped(arguments, kAuditHelp)) return 0;
  const auto* const verb =
      arguments.empty() ? kVerbs.end() : std::ranges::find(kVerbs, arguments[0], &Verb::name);
  if (verb == kVerbs.end())
    return misused("audit", "geef verify, kop, subject, gebruiker, export, vasthouden of vrijgeven",
                   kAuditHelp);
  const auto parsed = Arguments::parse(arguments.subspan(1), kOptions);
  if (!parsed) return misused("audit", parsed.error(), kAuditHelp);
  const int failed = verb->run == verifyTrail ? kNotVerified : 1;
  try {
    return verb->run(Asked(*parsed));
  } catch (const Misuse& error) {
    return misused("audit", error.what(), kAuditHelp);
  } catch (const audit::DamageError& error) {
    std::cerr << "cvsgw audit: audit.sqlite is geen heel auditspoor: het is leeg, afgekapt, beschadigd of "
                 "iets anders ("
              << error.what() << ")\n";
  } catch (const std::exception& error) {
    std::cerr << "cvsgw audit: " << error.what() << "\n";
  }
  return failed;
}

}  // namespace cvsgw
