#include "gateway/security/keys/keys_command.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "gateway/security/keys/key_documents.hpp"
#include "gateway/security/keys/key_listing.hpp"
#include "gateway/security/keys/key_store.hpp"
#include "gateway/security/keys/keys_arguments.hpp"
#include "gateway/security/keys/keys_help.hpp"

namespace cvsgw::security {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWronglyAsked = 2;

/// What one subcommand works with.
struct Run {
  const Arguments& args;
  const KeysEnvironment& environment;
  Moment now;
};

struct Subcommand {
  std::string_view name;
  std::string_view help;
  std::span<const OptionRow> options;
  int (*run)(const Run&);
};

int wronglyAsked(const Run& run, const std::string& text) {
  run.environment.err << "Fout: " << text << ".\n";
  return kWronglyAsked;
}

int failed(const Run& run, const KeyError& error) {
  run.environment.err << "Fout: " << error.text << ".\n";
  return error.kind == KeyErrorKind::invalidInput ? kWronglyAsked : kFailed;
}

std::filesystem::path dataDirectory(const Run& run) {
  return run.args.has("--data") ? std::filesystem::path(run.args.value("--data"))
                                : run.environment.dataDirectory;
}

KeyOutcome<KeyStore> openStore(const Run& run) {
  const std::filesystem::path directory = dataDirectory(run);
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error))
    return keyError(KeyErrorKind::storeUnavailable, "de gegevensmap " + directory.string() + " bestaat niet");
  return KeyStore::open(directory, run.environment.cost);
}

/// The first key makes the directory too, closed to others.
KeyOutcome<KeyStore> openStoreForFirstKey(const Run& run) {
  const std::filesystem::path directory = dataDirectory(run);
  std::error_code error;
  if (std::filesystem::create_directories(directory, error))
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  return openStore(run);
}

Read<std::filesystem::path> documentDirectory(const Run& run) {
  const std::filesystem::path directory = run.args.has("--uit") ? run.args.value("--uit") : ".";
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error))
    return tl::unexpected("--uit: de map " + directory.string() + " bestaat niet");
  return directory;
}

KeyDocuments::Form documentForm(const Run& run) {
  return run.args.has("--kaal") ? KeyDocuments::Form::bare : KeyDocuments::Form::letter;
}

Read<NewKey> readNewKey(const Run& run) {
  const Arguments& args = run.args;
  const Date today = dateInAmsterdam(run.now);
  for (const std::string_view needed : {"--label", "--leverancier", "--gemeente"}) {
    if (!args.has(needed)) return tl::unexpected(std::string(needed) + " ontbreekt");
  }
  NewKey key;
  key.label = args.value("--label");
  key.leverancier = args.value("--leverancier");
  key.geldigVan = today;
  if (args.has("--geldig-van")) {
    const auto day = readDay("--geldig-van", args.value("--geldig-van"), today);
    if (!day) return tl::unexpected(day.error());
    key.geldigVan = *day;
  }
  key.geldigTot = key.geldigVan.plusYears(1);
  if (args.has("--geldig-tot")) {
    const auto day = readDay("--geldig-tot", args.value("--geldig-tot"), today);
    if (!day) return tl::unexpected(day.error());
    key.geldigTot = *day;
  }
  if (key.geldigTot < key.geldigVan)
    return tl::unexpected("--geldig-tot: " + key.geldigTot.text() + " ligt voor de eerste dag " +
                          key.geldigVan.text());
  if (args.has("--oin")) {
    const auto oin = readOin(args.value("--oin"));
    if (!oin) return tl::unexpected(oin.error());
    key.oin = *oin;
  }
  const auto common = args.has("--rollen") ? readRoles(args.value("--rollen")) : Read<Rollen>(Rollen());
  if (!common) return tl::unexpected(common.error());
  auto grants = readGrants(args.all("--gemeente"), *common, run.environment.gemeentenaam);
  if (!grants) return tl::unexpected(grants.error());
  for (const auto& [gemeente, rollen] : *grants) {
    if (rollen.empty())
      return tl::unexpected("gemeente " + gemeente.value() + " heeft geen rollen; geef --gemeente " +
                            gemeente.value() + "=ROL,ROL of --rollen ROL,ROL");
  }
  key.toekenningen = *std::move(grants);
  return key;
}

void reportDocuments(const Run& run, const KeyRecord& key, const KeyDocuments& documents) {
  std::ostream& out = run.environment.out;
  if (run.args.has("--json")) {
    out << "{\"applicatiesleutel\": " << jsonString(key.applicatiesleutel);
    if (!documents.keyDocument().empty())
      out << ", \"sleuteldocument\": " << jsonString(documents.keyDocument().string());
    out << ", \"wachtwoorddocument\": " << jsonString(documents.passwordDocument().string()) << "}\n";
    return;
  }
  if (!documents.keyDocument().empty()) {
    out << "Applicatiesleutel " << key.applicatiesleutel << " is uitgegeven, geldig van "
        << key.geldigVan.text() << " tot en met " << key.geldigTot.text() << ".\n"
        << "Document met de sleutel:     " << documents.keyDocument().string() << "\n";
  } else {
    out << "Applicatiesleutel " << key.applicatiesleutel << " heeft een nieuw wachtwoord.\n";
  }
  out << "Document met het wachtwoord: " << documents.passwordDocument().string() << "\n";
  for (const PasswordRecord& password : key.wachtwoorden) {
    if (password.geldigTot)
      out << "Het vorige wachtwoord werkt nog tot " << momentText(*password.geldigTot) << ".\n";
  }
  out << "Verstuur sleutel en wachtwoord langs verschillende wegen. Het wachtwoord is niet opnieuw op te "
         "vragen.\n";
}

int issue(const Run& run) {
  const auto key = readNewKey(run);
  if (!key) return wronglyAsked(run, key.error());
  const auto directory = documentDirectory(run);
  if (!directory) return wronglyAsked(run, directory.error());
  auto store = openStoreForFirstKey(run);
  if (!store) return failed(run, store.error());

  KeyDocuments documents(*directory, documentForm(run));
  const auto issued = store->issue(*key, run.now, [&](const IssuedKey& fresh) {
    return documents.writeKey(fresh.record, run.environment.gemeentenaam).and_then([&] {
      return documents.writePassword(fresh);
    });
  });
  if (!issued) {
    documents.discard();
    return failed(run, issued.error());
  }
  reportDocuments(run, *issued, documents);
  return kDone;
}

int rotate(const Run& run) {
  if (!run.args.has("--sleutel")) return wronglyAsked(run, "--sleutel ontbreekt");
  Rotation rotation;
  rotation.direct = run.args.has("--direct");
  if (run.args.has("--dagen")) {
    if (rotation.direct) return wronglyAsked(run, "--direct en --dagen gaan niet samen");
    const auto days = readOverlap(run.args.value("--dagen"));
    if (!days) return wronglyAsked(run, days.error());
    rotation.overlapDays = *days;
  }
  if (run.args.has("--geldig-tot")) {
    const auto day = readDay("--geldig-tot", run.args.value("--geldig-tot"), dateInAmsterdam(run.now));
    if (!day) return wronglyAsked(run, day.error());
    rotation.geldigTot = *day;
  }
  const auto directory = documentDirectory(run);
  if (!directory) return wronglyAsked(run, directory.error());
  auto store = openStore(run);
  if (!store) return failed(run, store.error());

  KeyDocuments documents(*directory, documentForm(run));
  const auto rotated = store->rotate(run.args.value("--sleutel"), rotation, run.now,
                                     [&](const IssuedKey& fresh) { return documents.writePassword(fresh); });
  if (!rotated) {
    documents.discard();
    return failed(run, rotated.error());
  }
  reportDocuments(run, *rotated, documents);
  return kDone;
}

int list(const Run& run) {
  auto store = openStore(run);
  if (!store) return failed(run, store.error());
  const auto keys = store->list();
  if (!keys) return failed(run, keys.error());
  if (run.args.has("--json")) {
    writeJson(run.environment.out, *keys, run.now);
  } else {
    writeTable(run.environment.out, *keys, run.now, run.environment.gemeentenaam);
  }
  return kDone;
}

int revoke(const Run& run) {
  if (!run.args.has("--sleutel")) return wronglyAsked(run, "--sleutel ontbreekt");
  auto store = openStore(run);
  if (!store) return failed(run, store.error());
  const auto revoked = store->revoke(run.args.value("--sleutel"), run.now);
  if (!revoked) return failed(run, revoked.error());
  run.environment.out << "Applicatiesleutel " << revoked->applicatiesleutel << " is ingetrokken op "
                      << momentText(*revoked->ingetrokkenOp) << ".\n";
  return kDone;
}

int grant(const Run& run) {
  const Arguments& args = run.args;
  for (const std::string_view needed : {"--sleutel", "--gemeente"}) {
    if (!args.has(needed)) return wronglyAsked(run, std::string(needed) + " ontbreekt");
  }
  if (args.has("--vervang") && args.has("--verwijder"))
    return wronglyAsked(run, "--vervang en --verwijder gaan niet samen");
  const auto common = args.has("--rollen") ? readRoles(args.value("--rollen")) : Read<Rollen>(Rollen());
  if (!common) return wronglyAsked(run, common.error());
  // A code that no longer exists must still be removable.
  const Gemeentenaam name = args.has("--verwijder") ? Gemeentenaam() : run.environment.gemeentenaam;
  const auto grants = readGrants(args.all("--gemeente"), *common, name);
  if (!grants) return wronglyAsked(run, grants.error());
  auto store = openStore(run);
  if (!store) return failed(run, store.error());
  const GrantChange change = args.has("--verwijder") ? GrantChange::remove
                             : args.has("--vervang") ? GrantChange::replace
                                                     : GrantChange::add;
  const auto changed = store->grant(args.value("--sleutel"), change, *grants);
  if (!changed) return failed(run, changed.error());
  writeTable(run.environment.out, std::span(&*changed, 1), run.now, run.environment.gemeentenaam);
  return kDone;
}

using enum OptionRow::Kind;

constexpr std::array kIssueOptions{
    OptionRow{"--label"},      OptionRow{"--leverancier"}, OptionRow{"--gemeente", repeated},
    OptionRow{"--rollen"},     OptionRow{"--geldig-van"},  OptionRow{"--geldig-tot"},
    OptionRow{"--oin"},        OptionRow{"--uit"},         OptionRow{"--data"},
    OptionRow{"--kaal", flag}, OptionRow{"--json", flag}};
constexpr std::array kListOptions{OptionRow{"--json", flag}, OptionRow{"--data"}};
constexpr std::array kRotateOptions{
    OptionRow{"--sleutel"}, OptionRow{"--dagen"}, OptionRow{"--direct", flag}, OptionRow{"--geldig-tot"},
    OptionRow{"--uit"},     OptionRow{"--data"},  OptionRow{"--kaal", flag},   OptionRow{"--json", flag}};
constexpr std::array kRevokeOptions{OptionRow{"--sleutel"}, OptionRow{"--data"}};
constexpr std::array kGrantOptions{OptionRow{"--sleutel"},         OptionRow{"--gemeente", repeated},
                                   OptionRow{"--rollen"},          OptionRow{"--vervang", flag},
                                   OptionRow{"--verwijder", flag}, OptionRow{"--data"}};

constexpr std::array kSubcommands{Subcommand{"issue", help::kIssue, kIssueOptions, issue},
                                  Subcommand{"list", help::kList, kListOptions, list},
                                  Subcommand{"rotate", help::kRotate, kRotateOptions, rotate},
                                  Subcommand{"revoke", help::kRevoke, kRevokeOptions, revoke},
                                  Subcommand{"grant", help::kGrant, kGrantOptions, grant}};

bool asksHelp(std::string_view word) {
  return word == "--help" || word == "-h";
}

}  // namespace

int keysCommand(std::span<const std::string_view> args, const KeysEnvironment& environment) {
  if (args.empty() || asksHelp(args.front())) {
    (args.empty() ? environment.err : environment.out) << help::kOverview;
    return args.empty() ? kWronglyAsked : kDone;
  }
  const auto subcommand = std::ranges::find(kSubcommands, args.front(), &Subcommand::name);
  if (subcommand == kSubcommands.end()) {
    environment.err << "Fout: onbekende opdracht.\n\n" << help::kOverview;
    return kWronglyAsked;
  }
  const auto rest = args.subspan(1);
  if (std::ranges::any_of(rest, asksHelp)) {
    environment.out << subcommand->help;
    return kDone;
  }
  const auto read = Arguments::read(rest, subcommand->options);
  if (!read) {
    environment.err << "Fout: " << read.error() << ".\n\n" << subcommand->help;
    return kWronglyAsked;
  }
  return subcommand->run({*read, environment, environment.clock.now()});
}

}  // namespace cvsgw::security
