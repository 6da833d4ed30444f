// cvsgw: one program, a subcommand for each thing that one does with it.
#include <sqlite3.h>

#include <array>
#include <iostream>
#include <string_view>
#include <vector>

#include "gateway/commands/audit_command.hpp"
#include "gateway/commands/isi_command.hpp"
#include "gateway/commands/keys_entry.hpp"
#include "gateway/commands/mail_command.hpp"
#include "gateway/commands/rules_command.hpp"
#include "gateway/commands/serve_command.hpp"

namespace {

using Arguments = std::span<const std::string_view>;

struct Command {
  std::string_view name;
  std::string_view meaning;
  int (*run)(Arguments);
};

constexpr std::array kCommands = std::to_array<Command>({
    {"serve", "dient de vier diensten over HTTPS", cvsgw::serveCommand},
    {"keys", "applicatiesleutels: issue, list, rotate, revoke, grant", cvsgw::keysEntry},
    {"isi", "het ingebouwde ISI: populate, dag, testpersonen", cvsgw::isiCommand},
    {"mail", "e-mails die contactpersonen nog niet hebben, per gemeente", cvsgw::mailCommand},
    {"audit", "het auditspoor: verify, kop, subject, gebruiker, export, vasthouden, vrijgeven",
     cvsgw::auditCommand},
    {"rules", "het register van regels, als tabel of met --json", cvsgw::rulesCommand},
});

}  // namespace

int main(int argc, char** argv) {
  // SQLite counts its memory under one mutex for the whole process, taken at every allocation; nobody reads
  // the counts. To be said before the first database is opened, of whatever room.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (!words.empty()) {
    for (const Command& command : kCommands) {
      if (command.name == words[0]) return command.run(Arguments(words).subspan(1));
    }
  }
  const bool asked = !words.empty() && (words[0] == "--help" || words[0] == "-h");
  auto& out = asked ? std::cout : std::cerr;
  out << "Gebruik: cvsgw OPDRACHT …  (cvsgw OPDRACHT --help zegt meer)\n";
  for (const Command& command : kCommands) out << "  " << command.name << "  " << command.meaning << "\n";
  return asked ? 0 : 2;
}
