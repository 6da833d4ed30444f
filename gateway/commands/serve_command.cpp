#include "gateway/commands/serve_command.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <iostream>

#include "gateway/assembly.hpp"
#include "gateway/commands/arguments.hpp"

namespace cvsgw {
namespace {

constexpr std::chrono::seconds kGrace{9};  // the promise is ten seconds, threads included

constexpr std::string_view kServeHelp =
    "Gebruik: cvsgw serve --config BESTAND   dient tot SIGTERM of SIGINT; SIGHUP leest\n"
    "                                        certificaten en CRL's opnieuw en opent het logbestand opnieuw\n"
    "         cvsgw serve --voorbeeld        toont een instellingenbestand met uitleg\n";

// The signals are blocked in every thread and waited for here, so that no handler runs in the middle of
// anything.
sigset_t blockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

// {"poort":8443,"beheerpoort":8480,"luisteraars":[{"profiel":"2W-be","poort":9443}]}
std::string portsOf(const Gateway& gateway) {
  const auto all = gateway.addresses();
  std::string out = "{\"poort\":" + std::to_string(all.front().port) +
                    ",\"beheerpoort\":" + std::to_string(gateway.managementPort()) + ",\"luisteraars\":[";
  for (size_t i = 1; i < all.size(); ++i) {
    out += std::string(i > 1 ? "," : "") + "{\"profiel\":\"" + std::string(profielNaam(all[i].profiel)) +
           "\",\"poort\":" + std::to_string(all[i].port) + "}";
  }
  return out + "]}";
}

// Nobody but root looks into a process with keys in it, and no core file holds any (R13). Not with a
// sanitizer: its leak check has to look.
void hideMemory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

int serve(const config::Settings& settings) {
  hideMemory();
  const sigset_t signals = blockSignals();
  try {
    Gateway gateway(settings);
    // For scripts that let the system choose the ports.
    std::cout << portsOf(gateway) << std::endl;
    for (int signal = SIGHUP; signal == SIGHUP;) {
      sigwait(&signals, &signal);
      if (signal == SIGHUP) gateway.reload();
    }
    return gateway.stop(kGrace) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "cvsgw serve: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace

int serveCommand(std::span<const std::string_view> arguments) {
  if (helped(arguments, kServeHelp)) return 0;
  if (arguments.size() == 1 && arguments[0] == "--voorbeeld") {
    std::cout << config::exampleFile();
    return 0;
  }
  static constexpr std::array<std::string_view, 1> kKnown{"--config"};
  const auto parsed = Arguments::parse(arguments, kKnown);
  if (!parsed) return misused("serve", parsed.error(), kServeHelp);
  const auto file = parsed->get("--config");
  if (!file) return misused("serve", "--config BESTAND ontbreekt", kServeHelp);
  const auto settings = config::load(*file, config::processEnvironment());
  if (!settings) {
    for (const auto& mistake : settings.error()) std::cerr << mistake << "\n";
    return 1;
  }
  return serve(*settings);
}

}  // namespace cvsgw
