#include "gateway/commands/isi_command.hpp"

#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "adapters/store/dag.hpp"
#include "adapters/store/populate/populate.hpp"
#include "gateway/commands/arguments.hpp"
#include "gateway/commands/event_command.hpp"
#include "gateway/commands/voortgang.hpp"
#include "gateway/domain/clock.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/security/keys/private_file.hpp"

namespace cvsgw {
namespace {

constexpr std::string_view kIsiHelp =
    R"(Gebruik: cvsgw isi populate --data MAP [--persons N] [--seed S] [--vandaag DATUM]
         vult een nieuw ISI met N nagebootste personen (zelfde seed en datum: zelfde gegevens)
       cvsgw isi day --data MAP [--until DATUM]
         doet de dagverwerking voor elke gemiste dag tot en met DATUM (zonder: vandaag); ook: dag, --tot
       cvsgw isi testpersonen
         toont de benoemde testpersonen (docs/testpersonen.md)
)";

constexpr std::string_view kTestPersonsHead =
    R"(# Benoemde testpersonen

Deze personen staan in elk ISI dat `cvsgw isi populate` vult, wat ook het aantal en de seed zijn. Hun gegevens liggen vast; hun datums
liggen vast ten opzichte van de dag waarop is gevuld (`--vandaag`). Kolom gemeente: van daaruit is te zien wat de persoon laat zien.
Dit bestand wordt gemaakt met `cvsgw isi testpersonen`; een test vergelijkt het.

| BSN | wet | gemeente | naam | wat deze persoon laat zien |
|---|---|---|---|---|
)";

struct Refused {
  std::string text;
  int exitCode = 2;
};
using Result = tl::expected<void, Refused>;

tl::unexpected<Refused> wrongCall(std::string text) {
  return tl::unexpected(Refused{std::move(text), 2});
}

tl::expected<std::int64_t, Refused> wholeNumber(const Arguments& arguments, std::string_view name,
                                                std::int64_t fallback, std::int64_t highest) {
  const auto text = arguments.get(name);
  if (!text) return fallback;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < 0 || value > highest) {
    return wrongCall(std::string(name) + " moet een geheel getal van 0 tot en met " +
                     std::to_string(highest) + " zijn");
  }
  return value;
}

tl::expected<Date, Refused> day(const Arguments& arguments, std::string_view name) {
  const auto text = arguments.get(name);
  if (!text) return SystemClock().today();
  const auto date = Date::parse(*text);
  if (!date) return wrongCall(std::string(name) + " moet een bestaande datum als 2026-11-22 zijn");
  return *date;
}

tl::expected<std::filesystem::path, Refused> dataDirectory(const Arguments& arguments) {
  const auto text = arguments.get("--data");
  if (!text || text->empty()) return wrongCall("--data MAP ontbreekt");
  return std::filesystem::path(*text);
}

Result populateCommand(const Arguments& arguments) {
  const auto directory = dataDirectory(arguments);
  if (!directory) return tl::unexpected(directory.error());
  const auto persons = wholeNumber(arguments, "--persons", 1000, 5'000'000);
  if (!persons) return tl::unexpected(persons.error());
  const auto seed = wholeNumber(arguments, "--seed", 1, 1'000'000'000);
  if (!seed) return tl::unexpected(seed.error());
  const auto today = day(arguments, "--vandaag");
  if (!today) return tl::unexpected(today.error());

  if (std::filesystem::create_directories(*directory))
    std::filesystem::permissions(*directory, std::filesystem::perms::owner_all);
  if (const auto own = security::requireOwnDirectory(*directory); !own)
    return tl::unexpected(Refused{own.error().text, 1});
  const auto file = *directory / "isi.sqlite";
  if (std::filesystem::exists(file)) {
    return tl::unexpected(Refused{
        file.string() + " bestaat al (ook cvsgw serve maakt het, leeg): vul vóór de eerste start, kies een "
                        "andere map of verwijder het bestand eerst",
        1});
  }
  const auto begin = std::chrono::steady_clock::now();
  try {
    // Made aside and moved into place when whole: a run that was broken off leaves no half population behind.
    const auto aside = std::filesystem::path(file.string() + ".nieuw");
    for (const char* rest : {"", "-wal", "-shm"}) std::filesystem::remove(aside.string() + rest);
    {
      store::Database database(aside);
      store::PopulateOptions options;
      options.persons = *persons;
      options.seed = static_cast<std::uint64_t>(*seed);
      options.vandaag = *today;
      options.gemeenten = kGemeenten.rows;
      Voortgang voortgang("personen", ::isatty(STDERR_FILENO) == 1);
      options.progress = [&](std::int64_t done, std::int64_t all) { voortgang.meld(done, all); };
      store::populate(database, options);
    }
    std::filesystem::rename(aside, file);
  } catch (const std::exception& error) {
    return tl::unexpected(Refused{error.what(), 1});
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::fprintf(stderr, "%lld personen in %.1f s: %s\n", static_cast<long long>(*persons), took.count(),
               file.c_str());
  return {};
}

Result dayCommand(const Arguments& arguments) {
  const auto directory = dataDirectory(arguments);
  if (!directory) return tl::unexpected(directory.error());
  if (arguments.get("--tot") && arguments.get("--until"))
    return wrongCall("--until en --tot zijn hetzelfde: geef er een");
  const auto until = day(arguments, arguments.get("--tot") ? "--tot" : "--until");
  if (!until) return tl::unexpected(until.error());
  if (!std::filesystem::exists(*directory / "isi.sqlite")) {
    return tl::unexpected(Refused{"in " + directory->string() + " staat geen ISI (isi.sqlite)", 1});
  }
  try {
    store::Database database(*directory / "isi.sqlite");
    Date last;
    std::optional<Voortgang> voortgang;
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const int days = store::processDays(database, *until, [&](Date day, std::int64_t done, std::int64_t all) {
      if (!voortgang || day != last) voortgang.emplace("personen op " + day.text(), terminal);
      last = day;
      voortgang->meld(done, all);
    });
    voortgang.reset();
    std::cout << days << " dagen verwerkt\n";
  } catch (const std::exception& error) {
    return tl::unexpected(Refused{error.what(), 1});
  }
  return {};
}

Result testPersonsCommand(const Arguments&) {
  std::cout << kTestPersonsHead;
  for (const auto& person : store::testpersonen()) {
    std::cout << "| " << person.bsn << " | " << wetNaam(person.wet) << " | " << person.gemeente << " | "
              << person.naam << " | " << person.toont << " |\n";
  }
  return {};
}

Result dispatchCommand(std::span<const std::string_view> arguments) {
  if (arguments.empty()) return wrongCall("geef populate, day, event of testpersonen");
  using Command = Result (*)(const Arguments&);
  static constexpr std::array<std::string_view, 4> kPopulate{"--data", "--persons", "--seed", "--vandaag"};
  static constexpr std::array<std::string_view, 3> kDay{"--data", "--until", "--tot"};
  const auto runWith = [&](std::span<const std::string_view> known, Command command) -> Result {
    const auto parsed = Arguments::parse(arguments.subspan(1), known);
    if (!parsed) return wrongCall(parsed.error());
    return command(*parsed);
  };
  if (arguments[0] == "populate") return runWith(kPopulate, populateCommand);
  if (arguments[0] == "day" || arguments[0] == "dag") return runWith(kDay, dayCommand);
  if (arguments[0] == "testpersonen") return runWith({}, testPersonsCommand);
  return wrongCall("'" + std::string(arguments[0]) + "' is geen opdracht");
}

}  // namespace

int isiCommand(std::span<const std::string_view> arguments) {
  if (helped(arguments, std::string(kIsiHelp).append(kEventHelp))) return 0;
  if (!arguments.empty() && arguments[0] == "event") return eventCommand(arguments.subspan(1));
  const auto result = dispatchCommand(arguments);
  if (result) return 0;
  std::cerr << "cvsgw isi: " << result.error().text << "\n";
  if (result.error().exitCode == 2) std::cerr << kIsiHelp << kEventHelp;
  return result.error().exitCode;
}

}  // namespace cvsgw
