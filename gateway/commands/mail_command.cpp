#include "gateway/commands/mail_command.hpp"

#include <array>
#include <filesystem>
#include <iostream>

#include "adapters/store/post.hpp"
#include "gateway/commands/arguments.hpp"
#include "gateway/security/keys/key_listing.hpp"

namespace cvsgw {
namespace {

using security::jsonString;

constexpr std::string_view kMailHelp =
    R"(Gebruik: cvsgw mail --data MAP [--vorm tabel|json]
         toont per gemeente de e-mails die nog niet zijn bezorgd: hoeveel, sinds wanneer, en waarom niet
)";

void writeTable(std::span<const store::Onbezorgd> rijen) {
  if (rijen.empty()) std::cout << "geen onbezorgde e-mails\n";
  for (const auto& rij : rijen) {
    std::cout << rij.gemeente.value() << "  " << rij.soort << "  " << rij.toestand << "  " << rij.aantal
              << "  sinds " << momentText(rij.oudste) << "  hoogstens " << rij.pogingen
              << (rij.pogingen == 1 ? " poging" : " pogingen");
    if (rij.oorzaak) std::cout << "  " << *rij.oorzaak;
    std::cout << "\n";
  }
}

void writeJson(std::span<const store::Onbezorgd> rijen) {
  std::cout << "[";
  std::string_view separator = "\n";
  for (const auto& rij : rijen) {
    std::cout << separator << R"(  {"gemeente": )" << jsonString(rij.gemeente.value()) << R"(, "soort": )"
              << jsonString(rij.soort) << R"(, "toestand": )" << jsonString(rij.toestand) << R"(, "aantal": )"
              << rij.aantal << R"(, "oudste": )" << jsonString(momentText(rij.oudste)) << R"(, "pogingen": )"
              << rij.pogingen << R"(, "oorzaak": )" << (rij.oorzaak ? jsonString(*rij.oorzaak) : "null")
              << "}";
    separator = ",\n";
  }
  std::cout << "\n]\n";
}

}  // namespace

int mailCommand(std::span<const std::string_view> arguments) {
  if (helped(arguments, kMailHelp)) return 0;
  static constexpr std::array<std::string_view, 2> kKnown{"--data", "--vorm"};
  const auto parsed = Arguments::parse(arguments, kKnown);
  if (!parsed) return misused("mail", parsed.error(), kMailHelp);
  const auto map = parsed->get("--data");
  if (!map || map->empty()) return misused("mail", "--data MAP ontbreekt", kMailHelp);
  const auto vorm = parsed->get("--vorm").value_or("tabel");
  if (vorm != "tabel" && vorm != "json") return misused("mail", "--vorm moet tabel of json zijn", kMailHelp);
  const auto file = std::filesystem::path(*map) / "isi.sqlite";
  if (!std::filesystem::exists(file)) {
    std::cerr << "cvsgw mail: in " << *map << " staat geen ISI (isi.sqlite)\n";
    return 1;
  }
  try {
    store::Database database(file);
    store::Database::Reading session(database);
    const auto rijen = store::onbezorgdePost(*session);
    if (vorm == "json")
      writeJson(rijen);
    else
      writeTable(rijen);
  } catch (const std::exception& error) {
    std::cerr << "cvsgw mail: " << error.what() << "\n";
    return 1;
  }
  return 0;
}

}  // namespace cvsgw
