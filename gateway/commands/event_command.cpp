#include "gateway/commands/event_command.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "adapters/store/gebeurtenissen.hpp"
#include "adapters/store/sql.hpp"
#include "adapters/store/wi2007/gebeurtenissen.hpp"
#include "gateway/domain/clock.hpp"
#include "gateway/security/keys/key_store.hpp"

namespace cvsgw {
namespace {

using isi::Gebeurtenis;

struct Vraag {
  std::filesystem::path map;
  std::string bestand;
  Date vandaag = SystemClock().today();
  Gebeurtenis gebeurtenis;
};

tl::expected<void, std::string> zetOptie(Vraag& vraag, const std::string& naam, const std::string& waarde) {
  if (naam == "data") {
    vraag.map = waarde;
  } else if (naam == "file") {
    vraag.bestand = waarde;
  } else if (naam == "vandaag") {
    const auto datum = Date::parse(waarde);
    if (!datum) return tl::unexpected(std::string("--vandaag moet een bestaande datum als 2026-11-22 zijn"));
    vraag.vandaag = *datum;
  } else if (!vraag.gebeurtenis.velden.emplace(naam, waarde).second) {
    return tl::unexpected("--" + naam + " staat er tweemaal");
  }
  return {};
}

tl::expected<Vraag, std::string> leesVraag(std::span<const std::string_view> woorden) {
  Vraag vraag;
  for (size_t i = 0; i < woorden.size(); ++i) {
    if (!woorden[i].starts_with("--")) {
      if (!vraag.gebeurtenis.naam.empty())
        return tl::unexpected(std::string("geef een gebeurtenis per aanroep, of --file"));
      vraag.gebeurtenis.naam = woorden[i];
      continue;
    }
    if (i + 1 == woorden.size()) return tl::unexpected(std::string(woorden[i]) + " heeft geen waarde");
    auto gezet = zetOptie(vraag, std::string(woorden[i].substr(2)), std::string(woorden[i + 1]));
    if (!gezet) return tl::unexpected(std::move(gezet).error());
    ++i;
  }
  if (vraag.map.empty()) return tl::unexpected(std::string("--data MAP ontbreekt"));
  const bool losse = !vraag.gebeurtenis.naam.empty();
  if (losse != vraag.bestand.empty())
    return tl::unexpected(std::string("geef een gebeurtenis met haar velden, of --file BESTAND"));
  if (!losse && !vraag.gebeurtenis.velden.empty())
    return tl::unexpected("--" + vraag.gebeurtenis.velden.begin()->first + " hoort niet bij --file");
  return vraag;
}

// The sentences that say what is wrong; empty when it was processed.
std::vector<std::string> verwerk(store::GebeurtenissenStore& isi, const Gebeurtenis& gebeurtenis,
                                 Date vandaag) {
  auto fouten = isi.verwerk(gebeurtenis, vandaag);
  if (!fouten) throw store::Error(fouten.error().log.str());
  return *std::move(fouten);
}

int verwerkBestand(store::GebeurtenissenStore& isi, std::istream& regels, Date vandaag) {
  std::string regel;
  int nummer = 0;
  int verwerkt = 0;
  int geweigerd = 0;
  while (std::getline(regels, regel)) {
    ++nummer;
    if (regel.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto gebeurtenis = store::leesGebeurtenis(regel);
    const auto fouten =
        gebeurtenis ? verwerk(isi, *gebeurtenis, vandaag) : std::vector<std::string>{gebeurtenis.error()};
    for (const auto& fout : fouten) std::cerr << "regel " << nummer << ": " << fout << "\n";
    ++(fouten.empty() ? verwerkt : geweigerd);
  }
  std::cout << verwerkt << " gebeurtenissen verwerkt, " << geweigerd << " geweigerd\n";
  return geweigerd == 0 ? 0 : 1;
}

// Who has a key gets SS065 without asking (Wi2007 § 3.7). Keys that cannot be read leave the ISI with what it
// knew.
void meldSleutels(store::Database& database, const std::filesystem::path& map) {
  if (!std::filesystem::exists(map / security::kKeyDatabaseName)) return;
  auto keys = security::KeyStore::open(map);
  const auto all = keys ? keys->list() : tl::unexpected(std::move(keys).error());
  if (!all) {
    std::cerr << "cvsgw isi event: de applicatiesleutels zijn niet te lezen; wie SS065 krijgt, blijft als "
                 "het was\n";
    return;
  }
  // A key is good by the wall clock, whatever day the ISI is at: so says who lets callers in.
  const Date today = SystemClock().today();
  std::set<Gemeentecode> gemeenten;
  for (const auto& key : *all) {
    if (key.ingetrokkenOp || today < key.geldigVan || key.geldigTot < today) continue;
    for (const auto& [gemeente, rollen] : key.toekenningen) gemeenten.insert(gemeente);
  }
  store::zetSleutelgemeenten(database, gemeenten);
}

int voerUit(const Vraag& vraag) {
  store::Database database(vraag.map / "isi.sqlite");
  meldSleutels(database, vraag.map);
  store::GebeurtenissenStore isi(database);
  if (vraag.bestand.empty()) {
    const auto fouten = verwerk(isi, vraag.gebeurtenis, vraag.vandaag);
    for (const auto& fout : fouten) std::cerr << "cvsgw isi event: " << fout << "\n";
    if (fouten.empty()) std::cout << "verwerkt\n";
    return fouten.empty() ? 0 : 1;
  }
  if (vraag.bestand == "-") return verwerkBestand(isi, std::cin, vraag.vandaag);
  std::ifstream regels(vraag.bestand);
  if (!regels) {
    std::cerr << "cvsgw isi event: " << vraag.bestand << " is niet te lezen\n";
    return 1;
  }
  return verwerkBestand(isi, regels, vraag.vandaag);
}

}  // namespace

int eventCommand(std::span<const std::string_view> arguments) {
  const auto vraag = leesVraag(arguments);
  if (!vraag) {
    std::cerr << "cvsgw isi event: " << vraag.error() << "\nGebruik:\n" << kEventHelp;
    return 2;
  }
  if (!std::filesystem::exists(vraag->map / "isi.sqlite")) {
    std::cerr << "cvsgw isi event: in " << vraag->map.string() << " staat geen ISI (isi.sqlite)\n";
    return 1;
  }
  try {
    return voerUit(*vraag);
  } catch (const std::exception& error) {
    std::cerr << "cvsgw isi event: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace cvsgw
