#include "gateway/listeners.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <utility>

namespace cvsgw {
namespace {

constexpr std::chrono::seconds kWatchInterval{1};  // part of the promise in docs/operating/digikoppeling.md

config::ListenerSettings openListener(const config::Settings& s) {
  config::ListenerSettings open;
  open.adres = s.adres;
  open.poort = s.poort;
  open.profiel = Profiel::open;
  open.publiekeUrl = s.publiekeUrl;
  open.certificaat = s.certificaat;
  open.sleutel = s.sleutel;
  open.vertrouwen = s.clientCa;
  open.crl = s.clientCrl;
  return open;
}

std::vector<config::ListenerSettings> allListeners(const config::Settings& settings) {
  std::vector<config::ListenerSettings> all{openListener(settings)};
  all.insert(all.end(), settings.luisteraars.begin(), settings.luisteraars.end());
  return all;
}

std::string publicUrl(const config::ListenerSettings& listener) {
  return listener.publiekeUrl.empty() ? "https://localhost:" + std::to_string(listener.poort)
                                      : listener.publiekeUrl;
}

// A profile is refused here, and not in the settings, as long as no code answers for what it promises.
void requireServed(Profiel profiel) {
  if (profiel == Profiel::beS || profiel == Profiel::beSE) {
    throw std::runtime_error("profiel " + std::string(profielNaam(profiel)) +
                             " wordt niet gediend: deze gateway kan berichten niet ondertekenen; kies 2W-be");
  }
}

// What a test certificate would open in production, or hide (R12). The files are judged where they are read.
void requireOneWorld(const config::Settings& settings, const config::ListenerSettings& listener) {
  if (!settings.proef && listener.oin.starts_with("00000099")) {
    throw std::runtime_error("oin " + listener.oin +
                             " is er een voor proeven, en digikoppeling.omgeving is " + "productie");
  }
}

transport::ServerOptions serverOptions(const config::Settings& s, const config::ListenerSettings& listener) {
  using std::chrono::seconds;
  transport::ServerOptions options;
  options.address = listener.adres;
  options.port = listener.poort;
  options.workers = workersOf(s);
  options.maxConnections = static_cast<size_t>(s.maximumVerbindingen);
  options.maxConnectionsPerSource = static_cast<size_t>(s.maximumVerbindingenPerBron);
  options.tls.certificateFile = listener.certificaat;
  options.tls.privateKeyFile = listener.sleutel;
  options.tls.caFile = listener.vertrouwen;
  options.tls.crlPath = listener.crl;
  if (listener.profiel != Profiel::open) {
    options.tls.clientCertificate = transport::ClientCertificate::required;
    options.tls.peers = {.organisation = true, .testAllowed = s.proef};
  } else if (!listener.vertrouwen.empty()) {
    options.tls.clientCertificate = transport::ClientCertificate::optional;
  }
  options.deadlines.handshake = seconds(s.handdruk);
  options.deadlines.header = seconds(s.kop);
  options.deadlines.body = seconds(s.inhoud);
  options.deadlines.response = seconds(s.antwoord);
  options.deadlines.idle = seconds(s.rust);
  options.deadlines.connectionLife = seconds(s.verbinding);
  options.limits.body = static_cast<size_t>(s.maximumBytes);
  return options;
}

}  // namespace

// Eight per core: threads mostly wait, for the disk that makes their audit records durable, and those that
// check a password (at most one per core runs, a few queue) must leave enough for the others.
unsigned workersOf(const config::Settings& settings) {
  if (settings.werkers > 0) return static_cast<unsigned>(settings.werkers);
  return std::max(16U, 8 * std::thread::hardware_concurrency());
}

ListenerSet::ListenerSet(const config::Settings& settings) {
  for (const config::ListenerSettings& listener : allListeners(settings)) {
    requireServed(listener.profiel);
    requireOneWorld(settings, listener);
    const std::string url = publicUrl(listener);
    const auto& contract = contracts_.emplace_back(url);
    listeners_.push_back({{.profiel = listener.profiel, .ownOin = listener.oin, .ownUri = url}, contract});
  }
}

Servers::Servers(const config::Settings& settings, const ListenerSet& listeners, const Pipeline& pipeline,
                 const transport::EventLog& log, const transport::EventLog& alarm) {
  const auto all = allListeners(settings);
  for (size_t i = 0; i < all.size(); ++i) {
    const Listener& listener = listeners.all()[i];
    profiles_.push_back(all[i].profiel);
    servers_.push_back(std::make_unique<transport::Server>(
        serverOptions(settings, all[i]),
        [&pipeline, &listener](http::Request&& request, const transport::Connection& connection) {
          return pipeline.handle(std::move(request), connection, listener);
        },
        log, alarm));
  }
}

Servers::~Servers() {
  endWatch();
}

void Servers::start() {
  for (auto& server : servers_) server->start();
  watch_ = std::thread([this] { watch(); });
}

void Servers::watch() {
  bool always = false;
  for (;;) {
    for (auto& server : servers_) server->follow(always);
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, kWatchInterval, [this] { return ending_ || reload_; });
    if (ending_) return;
    always = std::exchange(reload_, false);
  }
}

void Servers::reload() {
  const std::lock_guard lock(mutex_);
  reload_ = true;
  wake_.notify_all();
}

void Servers::endWatch() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    wake_.notify_all();
  }
  if (watch_.joinable()) watch_.join();
}

bool Servers::stop(std::chrono::milliseconds grace) {
  endWatch();
  std::atomic<bool> whole{true};
  std::vector<std::thread> stopping;
  for (auto& server : servers_) {
    stopping.emplace_back([&whole, &server, grace] {
      if (!server->stop(grace)) whole = false;
    });
  }
  for (auto& thread : stopping) thread.join();
  return whole;
}

std::vector<Servers::Address> Servers::addresses() const {
  std::vector<Address> out;
  for (size_t i = 0; i < servers_.size(); ++i) out.push_back({profiles_[i], servers_[i]->port()});
  return out;
}

}  // namespace cvsgw
