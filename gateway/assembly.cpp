#include "gateway/assembly.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <typeinfo>

#include "adapters/files/kast.hpp"
#include "adapters/files/pdf.hpp"
#include "adapters/mail/postbode.hpp"
#include "adapters/mail/smtp.hpp"
#include "adapters/store/embedded_isi.hpp"
#include "gateway/audit/emptier.hpp"
#include "gateway/audit/recorder.hpp"
#include "gateway/laws/algemeen/law.hpp"
#include "gateway/laws/wi2007/law.hpp"
#include "gateway/laws/wi2013/law.hpp"
#include "gateway/laws/wi2021/law.hpp"
#include "gateway/limits/caller_limits.hpp"
#include "gateway/limits/usage_file.hpp"
#include "gateway/listeners.hpp"
#include "gateway/observability/log.hpp"
#include "gateway/pipeline.hpp"
#include "gateway/security/keys/authenticator.hpp"
#include "gateway/security/keys/live_keys.hpp"
#include "gateway/security/keys/private_file.hpp"
#include "gateway/transport/management_server.hpp"

namespace cvsgw {
namespace {

std::unique_ptr<Clock> clockOf(const config::Settings& settings) {
  if (settings.datum) return std::make_unique<FixedClock>(*settings.datum);
  return std::make_unique<SystemClock>();
}

xml::SchemaSet compileSchemas(const description::Contract& contract) {
  auto schemas = xml::SchemaSet::compile(contract.xsdTexts());
  if (!schemas) throw std::runtime_error("the contract's schema does not compile: " + schemas.error());
  return *std::move(schemas);
}

std::unique_ptr<security::LiveKeys> openKeys(const config::Settings& settings, observability::Log& log) {
  if (std::filesystem::create_directories(settings.gegevensMap))
    std::filesystem::permissions(settings.gegevensMap, std::filesystem::perms::owner_all);
  const auto others = security::requireOwnDirectory(settings.gegevensMap);
  if (!others) throw std::runtime_error(others.error().text);
  if (!others->empty())
    log.write(log.line(observability::Level::warning, "gegevensmap").with("oorzaak", *others));
  security::LiveKeysSettings live;
  live.report = [&log](const LogText& text) {
    log.write(log.line(observability::Level::error, "sleutels").with("oorzaak", text));
  };
  auto keys = security::LiveKeys::open(settings.gegevensMap, live);
  if (!keys) throw std::runtime_error(keys.error().text);
  return *std::move(keys);
}

security::AuthenticatorSettings authenticatorSettings(const config::Settings& settings) {
  security::AuthenticatorSettings out;
  // Each caller in the queue holds a worker: two queues of a quarter leave half of the workers whatever
  // strangers try.
  out.gate.waiting = std::max(1U, workersOf(settings) / 4);
  out.backoff.freeAttempts = settings.grenzen.wachtwoordPogingen;
  out.backoff.perOriginPerMinute = settings.grenzen.wachtwoordenPerBronPerMinuut;
  return out;
}

audit::TrailSettings trailSettings(const config::Settings& settings, observability::Log& log) {
  using observability::Level;
  audit::TrailSettings trail;
  trail.file = settings.gegevensMap / "audit.sqlite";
  trail.keys = settings.auditSleutelmap.empty() ? settings.gegevensMap : settings.auditSleutelmap;
  trail.bewaardagen = settings.auditBewaardagen;
  trail.storing = [&log](const LogText& cause) {
    log.write(log.line(Level::error, "auditspoor").with("oorzaak", cause));
  };
  trail.alarm = [&log](const LogText& cause) {
    log.write(log.line(Level::error, "alarm").with("soort", "auditspoor").with("oorzaak", cause));
  };
  trail.hersteld = [&log] { log.write(log.line(Level::info, "auditspoor hersteld")); };
  trail.huishouding = [&log](bool gewacht) {
    if (gewacht)
      log.write(
          log.line(Level::warning, "auditspoor verwijdert niet")
              .with("oorzaak",
                    "the clock is more than seven days past the last day on which a position was signed: "
                    "expired days wait until tomorrow"));
  };
  // Log lines leave the machine: a chain that was cut off behind this position is found with it.
  trail.kop = [&log](const audit::Checkpoint& kop) {
    log.write(log.line(Level::info, "auditkop").with("kop", kop.json()));
  };
  return trail;
}

limits::LimitSettings limitSettings(const config::Grenzen& grenzen) {
  return {.refusedPerSource = {double(grenzen.geweigerdPerBronPerSeconde),
                               double(grenzen.geweigerdPerBronIneens)},
          .perKey = {double(grenzen.perSleutelPerSeconde), double(grenzen.perSleutelIneens)},
          .budget = {grenzen.buitenZichtPerUur, grenzen.buitenZichtPerDag, grenzen.buitenZichtAandeel,
                     grenzen.groepsfactor}};
}

// Someone leafs through persons who are not his: who does, and how far he came; never whom he asked for.
void alarm(observability::Log& log, const limits::Exhausted& budget) {
  log.write(log.line(observability::Level::error, "alarm")
                .with("soort", "te veel personen buiten zicht")
                .with("groep", budget.group)
                .with("termijn", budget.term)
                .with("buitenZicht", budget.outside)
                .with("inZicht", budget.own)
                .with("grens", budget.limit));
}

mail::SmtpOpties smtpOpties(const config::Settings& s) {
  mail::SmtpOpties opties;
  opties.server = s.mailServer;
  opties.poort = s.mailPoort;
  opties.versleuteling = s.mailVersleuteling == "geen"        ? mail::Versleuteling::geen
                         : s.mailVersleuteling == "impliciet" ? mail::Versleuteling::impliciet
                                                              : mail::Versleuteling::starttls;
  opties.ca = s.mailCa;
  opties.gebruiker = s.mailGebruiker;
  if (!s.mailWachtwoordBestand.empty()) {
    if (const auto safe = security::requirePrivate(s.mailWachtwoordBestand); !safe)
      throw std::runtime_error(safe.error().text);
    std::ifstream in(s.mailWachtwoordBestand);
    std::string regel;
    if (!std::getline(in, regel) || regel.empty())
      throw std::runtime_error("in " + s.mailWachtwoordBestand.string() + " staat geen wachtwoord");
    opties.wachtwoord = Secret(std::move(regel));
  }
  opties.afzender = s.mailAfzender;
  opties.termijn = std::chrono::seconds(s.mailTermijn);
  return opties;
}

using observability::Level;

/// The outbox and who empties it.
class Post {
 public:
  Post(const config::Settings& settings, store::EmbeddedIsi& isi, const Clock& clock, const Clock& wallClock,
       observability::Log& log)
      : smtp_(smtpOpties(settings)),
        ronde_(isi.postbus(), werk(settings, clock, wallClock, log)),
        bode_([this, &isi, &clock, &log](const std::function<bool()>& gestopt) {
          try {
            // A Monday's mails are there at seven, also when no caller has come yet.
            if (isi.enterDay(clock.today())) ronde_.loop(gestopt);
          } catch (const std::exception& error) {
            // Out of memory, as a rule; the next round is a second away.
            log.write(log.line(Level::warning, "mailserver")
                          .with("oorzaak", std::string("exception ") + typeid(error).name()));
          }
        }) {}
  ~Post() { stop(); }
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;

  /// Does not wait.
  void stop() {
    smtp_.breekAf();
    bode_.vraagStop();
  }

 private:
  mail::Postbodewerk werk(const config::Settings& settings, const Clock& clock, const Clock& wallClock,
                          observability::Log& log) {
    mail::Postbodewerk werk;
    werk.nu = [&] { return isi::Tijden{clock.now(), wallClock.now()}; };
    werk.verstuur = [this, &wallClock](const isi::Poststuk& stuk) {
      return smtp_.verstuur(stuk, wallClock.now());
    };
    werk.huur = std::chrono::seconds(2 * settings.mailTermijn + 1);
    werk.opgegeven = [&log](const isi::Opgegeven& mail) {
      log.write(log.line(Level::error, "mail opgegeven")
                    .with("mail", mail.mailId)
                    .with("soort", mail.soort)
                    .with("gemeente", mail.gemeente.value())
                    .with("pogingen", std::int64_t{mail.pogingen})
                    .with("oorzaak", mail.oorzaak));
    };
    werk.storing = [&log](const LogText& oorzaak) {
      log.write(log.line(Level::warning, "mailserver").with("oorzaak", oorzaak));
    };
    werk.hersteld = [&log] { log.write(log.line(Level::info, "mailserver hersteld")); };
    return werk;
  }

  mail::Smtp smtp_;
  mail::Ronde ronde_;
  mail::Postbode bode_;  // last: its thread uses the others
};

}  // namespace

struct Gateway::Parts {
  explicit Parts(const config::Settings& settings)
      : clock(clockOf(settings)),
        log(settings.logBestand, wallClock),
        listeners(settings),
        schemas(compileSchemas(listeners.contract())),
        keys(openKeys(settings, log)),
        authenticator(*keys, keys->hasher(), authenticatorSettings(settings)),
        isi(settings.gegevensMap / "isi.sqlite"),
        bestanden(settings.gegevensMap / "bestanden", isi.tabellen(), documenten),
        trail(trailSettings(settings, log), wallClock),
        emptier(isi.auditbak(), trail,
                [this](const LogText& cause) {
                  log.write(log.line(Level::error, "auditspoor").with("oorzaak", cause));
                }),
        recorder(trail, wallClock, settings.auditRegister),
        callers(limitSettings(settings.grenzen),
                [this](const limits::Exhausted& budget) { alarm(log, budget); }),
        usage(settings.gegevensMap, callers.budget(), wallClock.today(),
              [this](const LogText& text) {
                log.write(log.line(observability::Level::error, "grenzen").with("oorzaak", text));
              }),
        pipeline({{&laws::algemeen::service(), &laws::wi2007::service(), &laws::wi2013::service(),
                   &laws::wi2021::service()},
                  schemas,
                  authenticator,
                  isi,
                  documenten,
                  bestanden,
                  *clock,
                  wallClock,
                  log,
                  recorder,
                  limitsOf(settings),
                  callers}),
        servers(
            settings, listeners, pipeline,
            [this](const std::string& luisteraar, const LogText& text) {
              log.write(log.line(Level::warning, "verbinding")
                            .with("luisteraar", luisteraar)
                            .with("oorzaak", text));
            },
            [this](const std::string& luisteraar, const LogText& text) {
              log.write(log.line(Level::error, "alarm").with("luisteraar", luisteraar).with("oorzaak", text));
            }),
        management(settings.beheerAdres, settings.beheerPoort, [this] { return readiness(); }) {}

  void startPost(const config::Settings& settings) {
    if (settings.mailServer.empty()) {
      log.write(log.line(Level::info, "mail")
                    .with("stand", "geen mailserver: e-mails worden bewaard, niet verstuurd"));
    } else {
      post = std::make_unique<Post>(settings, isi, *clock, wallClock, log);
    }
  }

  static xml::Limits limitsOf(const config::Settings& settings) {
    xml::Limits limits;
    limits.bytes = static_cast<size_t>(settings.maximumBytes);
    return limits;
  }

  transport::Readiness readiness() {
    const bool day = isi.enterDay(clock->today()).has_value();
    bestanden.enterDay(clock->today());
    const bool following = keys->following();
    const bool serving = !stopping.load();
    const auto word = [](bool ok) { return ok ? "\"goed\"" : "\"niet\""; };
    const bool audit = trail.available();
    return {day && following && audit && serving,
            std::string("{\"isi\":") + word(day) + ",\"sleutels\":" + word(following) +
                ",\"audit\":" + word(audit) + ",\"dienst\":" + word(serving) + "}"};
  }

  SystemClock wallClock;
  std::unique_ptr<Clock> clock;
  observability::Log log;
  ListenerSet listeners;
  xml::SchemaSet schemas;
  std::unique_ptr<security::LiveKeys> keys;
  security::Authenticator authenticator;
  store::EmbeddedIsi isi;
  files::PdfMaker documenten;
  files::Bestandenkast bestanden;
  audit::Trail trail;
  audit::Emptier emptier;
  audit::Recorder recorder;
  limits::CallerLimits callers;
  limits::UsageFile usage;
  Pipeline pipeline;
  Servers servers;
  std::atomic<bool> stopping{false};
  transport::ManagementServer management;
  std::unique_ptr<Post> post;
};

Gateway::Gateway(const config::Settings& settings) : parts_(std::make_unique<Parts>(settings)) {
  parts_->isi.zetPvtWeekdag(settings.pvtWeekdag);
  // The first day's processing belongs to the start, not to the first caller.
  if (const auto day = parts_->isi.enterDay(parts_->clock->today()); !day)
    throw std::runtime_error(day.error().log.str());
  // What a crash parted is put together before anyone is answered.
  if (const auto emptied = parts_->emptier.emptyLeft(); !emptied)
    throw std::runtime_error(emptied.error().log.str());
  parts_->emptier.start();
  parts_->startPost(settings);
  parts_->servers.start();
  const auto listening = addresses();
  for (size_t i = 1; i < listening.size(); ++i) {
    parts_->log.write(parts_->log.line(observability::Level::info, "luisteraar")
                          .with("profiel", profielNaam(listening[i].profiel))
                          .with("poort", std::int64_t{listening[i].port}));
  }
  parts_->log.write(parts_->log.line(observability::Level::info, "gestart")
                        .with("poort", std::int64_t{listening.front().port})
                        .with("beheerpoort", std::int64_t{managementPort()})
                        .with("vandaag", parts_->clock->today().text()));
}

Gateway::~Gateway() = default;

std::vector<Servers::Address> Gateway::addresses() const {
  return parts_->servers.addresses();
}
std::uint16_t Gateway::managementPort() const {
  return parts_->management.port();
}

void Gateway::reload() {
  parts_->log.reopen();
  parts_->servers.reload();
}

bool Gateway::stop(std::chrono::milliseconds grace) {
  // Not ready first, so that a load balancer stops sending while requests in flight are finished.
  parts_->stopping = true;
  if (parts_->post) parts_->post->stop();
  const bool whole = parts_->servers.stop(grace);
  parts_->management.stop();
  parts_->post.reset();
  parts_->emptier.stop();
  if (const auto emptied = parts_->emptier.emptyLeft(); !emptied)
    parts_->log.write(
        parts_->log.line(observability::Level::error, "auditspoor").with("oorzaak", emptied.error().log));
  parts_->log.write(
      parts_->log.line(observability::Level::info, "gestopt").with("heel", whole ? "ja" : "nee"));
  return whole;
}

}  // namespace cvsgw
