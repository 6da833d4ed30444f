#include "adapters/files/personen.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>

#include "adapters/files/prive.hpp"

namespace cvsgw::files {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kAchtervoegsel = ".personen";
constexpr auto kInWording = std::chrono::hours(1);

}  // namespace

Outcome<void> PersonenInTabel::lees(const isi::Bestand& bestand, const Gemeentecode& gemeente,
                                    const isi::RijOntvanger& ontvanger) {
  const auto kolommen = isi::kolommenVan(bestand.soort);
  const auto kolom =
      static_cast<std::size_t>(std::ranges::find(kolommen, "BSN", &isi::Kolom::naam) - kolommen.begin());
  return bron_.lees(bestand, gemeente, [&](std::span<const isi::Cel> cellen) {
    if (kolom < cellen.size()) {
      const auto bsn = Bsn::parse(cellen[kolom].tekst);
      if (bsn && (bsns_.empty() || bsns_.back() != *bsn)) bsns_.push_back(*bsn);
    }
    return ontvanger(cellen);
  });
}

fs::path personenBij(const fs::path& bestand) {
  return bestand.string() + std::string(kAchtervoegsel);
}

void bewaarPersonen(const fs::path& map, const fs::path& bestand, const std::vector<Bsn>& bsns) {
  PriveBestand werk(map);
  {
    std::ofstream out(werk.pad(), std::ios::binary);
    for (const auto& bsn : bsns) out << bsn.value() << '\n';
    if (!out.flush()) throw FilesError("the persons of a file cannot be written");
  }
  werk.bewaarAls(personenBij(bestand));
}

Outcome<std::vector<Bsn>> leesPersonen(const fs::path& bestand) {
  std::ifstream in(personenBij(bestand), std::ios::binary);
  std::vector<Bsn> bsns;
  std::string regel;
  while (std::getline(in, regel)) {
    if (auto bsn = Bsn::parse(regel)) bsns.push_back(*std::move(bsn));
  }
  if (!in.eof()) return refuse(FaultKind::isiUnavailable, {}, "the persons of a file cannot be read");
  return bsns;
}

void verwijder(const fs::path& bestand) {
  std::error_code none;
  fs::remove(bestand, none);
  fs::remove(personenBij(bestand), none);
}

bool isVerweesd(const fs::path& pad) {
  if (!pad.string().ends_with(kAchtervoegsel)) return false;
  std::error_code none;
  const auto bestand = pad.string().substr(0, pad.string().size() - kAchtervoegsel.size());
  // The file comes a moment after its persons.
  return !fs::exists(bestand, none) &&
         fs::last_write_time(pad, none) + kInWording < fs::file_time_type::clock::now();
}

}  // namespace cvsgw::files
