#include "gateway/listeners.hpp"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <utility>

#include "gateway/transport/peer_certificate.hpp"

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

// What a test certificate would open in production, or hide (R12). The files are judged where they are read.
void requireOneWorld(const config::Settings& settings, const config::ListenerSettings& listener) {
  if (!settings.proef && listener.oin.starts_with("00000099")) {
    throw std::runtime_error("oin " + listener.oin +
                             " is er een voor proeven, en digikoppeling.omgeving is " + "productie");
  }
}

Moment momentOf(std::chrono::system_clock::time_point time) {
  return std::chrono::time_point_cast<Moment::duration>(time);
}

security::signature::DecryptionKey ownKey(SSL_CTX& context) {
  EVP_PKEY* key = SSL_CTX_get0_privatekey(&context);
  EVP_PKEY_up_ref(key);
  std::tm end{};
  ASN1_TIME_to_tm(X509_get0_notAfter(SSL_CTX_get0_certificate(&context)), &end);
  return {{key, EVP_PKEY_free}, momentOf(std::chrono::system_clock::from_time_t(::timegm(&end)))};
}

// The same certificate, key, roots and lists as the connections', read at the same moment.
std::string makeMaterial(SSL_CTX& context, const transport::PeerRules& rules, bool encrypted,
                         security::signature::LiveMaterial& live) {
  namespace signature = security::signature;
  X509* own = SSL_CTX_get0_certificate(&context);
  if (encrypted && (X509_get_key_usage(own) & KU_KEY_ENCIPHERMENT) == 0)
    return "nobody can encrypt to this certificate: its keyUsage has no keyEncipherment";
  X509_STORE* store = SSL_CTX_get_cert_store(&context);
  X509_STORE_up_ref(store);
  const auto reader = [rules](const X509& certificate) {
    return transport::objectionTo(certificate, rules) == nullptr ? transport::oinOf(certificate)
                                                                 : std::nullopt;
  };
  try {
    const auto before = live.current();
    live.replace(std::shared_ptr<const signature::Material>(new signature::Material{
        signature::SignerTrust(std::shared_ptr<X509_STORE>(store, X509_STORE_free), reader),
        signature::AnswerSigner(*own, *SSL_CTX_get0_privatekey(&context)),
        encrypted
            ? signature::keysAfter(before ? before->decryption : std::vector<signature::DecryptionKey>(),
                                   ownKey(context), momentOf(std::chrono::system_clock::now()))
            : std::vector<signature::DecryptionKey>()}));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

// Told and not refused: where an intermediary holds the certificate, messages name the OIN of who is behind
// it.
void tellOtherOin(const X509& certificate, const std::string& ownOin, const transport::EventLog& warn) {
  if (ownOin.empty()) return;
  const auto inside = transport::oinOf(certificate);
  if (inside == ownOin) return;
  warn(LogText("the certificate has " + (inside ? "OIN " + *inside : std::string("no OIN")) +
               ", which is not the listener's oin " + ownOin + ": a wsa:To that names another is refused"));
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
  // Also where a certificate only goes with a password: whose key is bound to an OIN counts on it.
  options.tls.peers = {.organisation = true, .testAllowed = s.proef};
  if (listener.profiel != Profiel::open) {
    options.tls.clientCertificate = transport::ClientCertificate::required;
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

// Eight per core: those that wait for a change to be durable, make a file or check a password (at most one
// per core runs, a few queue) must leave enough for the others.
unsigned workersOf(const config::Settings& settings) {
  if (settings.werkers > 0) return static_cast<unsigned>(settings.werkers);
  return std::max(16U, 8 * std::thread::hardware_concurrency());
}

ListenerSet::ListenerSet(const config::Settings& settings) {
  for (const config::ListenerSettings& listener : allListeners(settings)) {
    requireOneWorld(settings, listener);
    const std::string url = publicUrl(listener);
    const auto& contract = contracts_.emplace_back(url, listener.profiel);
    listeners_.push_back(
        {{.profiel = listener.profiel, .ownOin = listener.oin, .ownUri = url}, contract, {}, {}});
    for (const auto& [connection, signer] : listener.ondertekenaars)
      listeners_.back().ondertekenaars[connection].push_back(signer);
    if (listeners_.back().profile.signedMessages())
      listeners_.back().signatures = std::make_shared<security::signature::LiveMaterial>();
  }
}

Servers::Servers(const config::Settings& settings, const ListenerSet& listeners, const Pipeline& pipeline,
                 const ListenerLog& log, const ListenerLog& alarm) {
  const auto all = allListeners(settings);
  for (size_t i = 0; i < all.size(); ++i) {
    const Listener& listener = listeners.all()[i];
    auto options = serverOptions(settings, all[i]);
    const auto to = [name = std::string(profielNaam(all[i].profiel)) + ":" +
                            std::to_string(all[i].poort)](const ListenerLog& sink) {
      return [name, sink](const LogText& text) { sink(name, text); };
    };
    options.tls.beforeUse = [rules = options.tls.peers, &listener, warn = to(log)](SSL_CTX& context) {
      tellOtherOin(*SSL_CTX_get0_certificate(&context), listener.profile.ownOin, warn);
      if (!listener.signatures) return std::string();
      return makeMaterial(context, rules, listener.profile.encryptedMessages(), *listener.signatures);
    };
    profiles_.push_back(all[i].profiel);
    servers_.push_back(std::make_unique<transport::Server>(
        std::move(options),
        [&pipeline, &listener](http::Request&& request, const transport::Connection& connection,
                               const transport::Wake& wake) {
          return pipeline.handle(std::move(request), connection, listener, wake);
        },
        to(log), to(alarm)));
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
