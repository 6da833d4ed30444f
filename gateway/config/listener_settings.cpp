#include "gateway/config/listener_settings.hpp"

#include <array>
#include <sstream>

#include "gateway/config/checks.hpp"

namespace cvsgw::config {
namespace {

std::string profile(Profiel& target, const std::string& value) {
  const auto known = parseProfiel(value);
  if (!known) return "open, 2W-be, 2W-be-S of 2W-be-SE";
  target = *known;
  return {};
}

// `VERBINDING=ONDERTEKENAAR`, separated by spaces.
std::string signers(std::vector<std::pair<Oin, Oin>>& target, const std::string& value) {
  target.clear();
  std::istringstream words(value);
  for (std::string word; words >> word;) {
    const std::size_t middle = word.find('=');
    const auto connection = Oin::parse(word.substr(0, middle));
    const auto signer = middle == std::string::npos ? std::nullopt : Oin::parse(word.substr(middle + 1));
    if (!connection || !signer) return "paren OIN=OIN, met spaties ertussen";
    target.emplace_back(*connection, *signer);
  }
  return {};
}

#define CVSGW_APPLY(expression)                                                                     \
  [](ListenerSettings& s, const std::string& v, const std::filesystem::path& base) -> std::string { \
    (void)base;                                                                                     \
    return expression;                                                                              \
  }

using ListenerRow = Row<ListenerSettings>;

constexpr std::array kListenerRows = std::to_array<ListenerRow>({
    {kListenerSection, "profiel", Kind::text, "\"2W-be\"",
     "open (TLS en UsernameToken), of een profiel van Digikoppeling WUS: 2W-be (tweezijdig TLS), 2W-be-S "
     "(ook ondertekend) of 2W-be-SE (ook versleuteld).",
     CVSGW_APPLY(profile(s.profiel, v))},
    {kListenerSection, "adres", Kind::text, "\"127.0.0.1\"", "Adres waarop deze luisteraar luistert.",
     CVSGW_APPLY(address(s.adres, v))},
    {kListenerSection, "poort", Kind::number, "9443",
     "Poort voor HTTPS (Digikoppeling schrijft 443 voor); 0 kiest een vrije poort.",
     CVSGW_APPLY(number(s.poort, v, 0, 65535))},
    {kListenerSection, "publiekeUrl", Kind::text, "\"https://localhost:9443\"",
     "Adres waaronder aanroepers deze luisteraar kennen; staat in de WSDL die hij geeft.",
     CVSGW_APPLY(publicUrl(s.publiekeUrl, v))},
    {kListenerSection, "certificaat", Kind::text, "\"digikoppeling.pem\"",
     "Servercertificaat met keten, PEM; bij Digikoppeling van PKIoverheid.",
     CVSGW_APPLY(existingFile(s.certificaat, v, base))},
    {kListenerSection, "sleutel", Kind::text, "\"digikoppeling.key\"",
     "Geheime sleutel bij het certificaat, PEM.", CVSGW_APPLY(existingFile(s.sleutel, v, base))},
    {kListenerSection, "vertrouwen", Kind::text, "\"uitgevers.pem\"",
     "Stamcertificaten van clients, PEM; bij Digikoppeling met de tussencertificaten (domein en TSP) van "
     "elke "
     "lijst in crl.",
     CVSGW_APPLY(existingFile(s.vertrouwen, v, base))},
    {kListenerSection, "crl", Kind::text, "\"crl\"",
     "Intrekkingslijsten van alle uitgevers in de keten, PEM of DER: een bestand, of een map met bestanden.",
     CVSGW_APPLY(existingFileOrFolder(s.crl, v, base))},
    {kListenerSection, "oin", Kind::text, "\"00000001999999999000\"",
     "Ons eigen OIN: noemt wsa:To een ander in ?OIN=, dan wordt het bericht geweigerd. Leeg: niet bekeken.",
     CVSGW_APPLY(oin(s.oin, v))},
    {kListenerSection, "ondertekenaars", Kind::text, "\"\"",
     "Bij 2W-be-S en 2W-be-SE: wie berichten van een ander mag brengen, als \"OIN van de verbinding=OIN van "
     "de "
     "ondertekenaar\", met spaties ertussen. Leeg: ieder alleen de zijne.",
     CVSGW_APPLY(signers(s.ondertekenaars, v))},
});

#undef CVSGW_APPLY

}  // namespace

std::span<const ListenerRow> listenerRows() {
  return kListenerRows;
}

std::vector<std::string> objections(const ListenerSettings& listener) {
  std::vector<std::string> found;
  const std::string profiel(profielNaam(listener.profiel));
  const auto need = [&](bool there, const char* what) {
    if (!there) found.push_back(std::string(what) + " ontbreekt bij profiel " + profiel);
  };
  need(!listener.certificaat.empty(), "certificaat");
  need(!listener.sleutel.empty(), "sleutel");
  if (listener.profiel != Profiel::open) {
    need(!listener.vertrouwen.empty(), "vertrouwen");
    need(!listener.crl.empty(), "crl");
  }
  const bool isSigned = listener.profiel == Profiel::beS || listener.profiel == Profiel::beSE;
  if (!isSigned && !listener.ondertekenaars.empty())
    found.push_back("ondertekenaars zegt niets bij profiel " + profiel);
  if (listener.profiel == Profiel::open && !listener.crl.empty() && listener.vertrouwen.empty()) {
    found.emplace_back("crl zegt niets zonder vertrouwen");
  }
  return found;
}

}  // namespace cvsgw::config
