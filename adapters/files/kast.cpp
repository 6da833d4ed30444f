#include "adapters/files/kast.hpp"

#include <algorithm>
#include <chrono>

#include "adapters/files/maker.hpp"
#include "adapters/files/personen.hpp"
#include "adapters/files/prive.hpp"
#include "gateway/domain/blocking.hpp"

namespace cvsgw::files {
namespace fs = std::filesystem;
using isi::Bestandsdeel;

/// A file that stands in the folder.
struct Bestandenkast::Gemaakt {
  fs::path pad;
  std::string code;
  Date datum;
  std::string sha256;
  std::int64_t grootte = 0;
  fs::file_time_type tijd;

  std::string versie() const { return dagtekst(datum) + sha256.substr(0, kVersiecijfers); }
  static std::string dagtekst(Date dag) {
    std::string tekst = dag.text();
    std::erase(tekst, '-');
    return tekst;
  }
  static std::optional<Gemaakt> lees(const fs::directory_entry& entry);

  static constexpr size_t kVersiecijfers = 32;
};

namespace {

constexpr int kHerhaalNa = 5;  // seconds
constexpr auto kVergetenNa = std::chrono::hours(1);

bool opTeHalen(Date datum, Date vandaag) {
  return datum <= vandaag && vandaag <= datum.plusDays(isi::kDagenOpTeHalen);
}

/// Fills in how many parts there are, and the part that is asked for when it is one of them.
template <class Lees>
void verdeel(Bestandsdeel& out, std::int64_t grootte, std::int32_t deel, const Lees& lees) {
  out.grootte = grootte;
  out.aantalDelen = static_cast<std::int32_t>((grootte + isi::kDeelgrootte - 1) / isi::kDeelgrootte);
  out.uitkomst = Bestandsdeel::Uitkomst::deelOnbekend;
  if (deel < 1 || deel > out.aantalDelen) return;
  const std::int64_t begin = (deel - 1) * isi::kDeelgrootte;
  out.inhoud = lees(begin, std::min(isi::kDeelgrootte, grootte - begin));
  out.uitkomst = Bestandsdeel::Uitkomst::gevonden;
}

}  // namespace

std::optional<Bestandenkast::Gemaakt> Bestandenkast::Gemaakt::lees(const fs::directory_entry& entry) {
  const std::string naam = entry.path().filename().string();
  const auto eerste = naam.find('.');
  const auto tweede = naam.find('.', eerste + 1);
  if (isTijdelijk(naam) || tweede == std::string::npos || tweede - eerste != 9) return std::nullopt;
  const auto dag = naam.substr(eerste + 1, 8);
  const auto datum = Date::parse(dag.substr(0, 4) + "-" + dag.substr(4, 2) + "-" + dag.substr(6, 2));
  if (!datum || naam.size() - tweede - 1 != 64) return std::nullopt;
  std::error_code gone;
  const auto grootte = entry.file_size(gone);
  const auto tijd = entry.last_write_time(gone);
  if (gone) return std::nullopt;
  return Gemaakt{entry.path(),
                 naam.substr(0, eerste),
                 *datum,
                 naam.substr(tweede + 1),
                 static_cast<std::int64_t>(grootte),
                 tijd};
}

Bestandenkast::Bestandenkast(fs::path map, isi::Tabellen& tabellen, isi::Documentmaker& documenten,
                             KastOpties opties)
    : map_(std::move(map)), tabellen_(tabellen), documenten_(documenten), opties_(opties) {}

Outcome<Bestandsdeel> Bestandenkast::haal(const isi::Namens& namens, const isi::Bestandsvraag& vraag) {
  try {
    enterDay(namens.vandaag);
    if (vraag.bestand.verversing == isi::Verversing::vast) return vastBestand(vraag, namens.vandaag);
    if (!vraag.versie) {
      const auto gemaakt = vindOfMaak(namens, vraag.bestand);
      if (!gemaakt) return tl::unexpected(gemaakt.error());
      return deelVan(*gemaakt, vraag.deel);
    }
    for (const auto& gemaakt : gemaakte(map_ / namens.gemeente.value(), vraag.bestand.code)) {
      if (gemaakt.versie() == *vraag.versie && opTeHalen(gemaakt.datum, namens.vandaag))
        return deelVan(gemaakt, vraag.deel);
    }
    return Bestandsdeel{};
  } catch (const FilesError& error) {
    return refuse(FaultKind::isiUnavailable, {}, error.what());
  } catch (const fs::filesystem_error& error) {
    return refuse(FaultKind::isiUnavailable, {}, "files: " + error.code().message());
  }
}

std::vector<Bestandenkast::Gemaakt> Bestandenkast::gemaakte(const fs::path& map, std::string_view code) {
  std::vector<Gemaakt> out;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(map, none)) {
    auto gemaakt = Gemaakt::lees(entry);
    // Without its persons a version cannot be accounted for: it is made anew.
    if (gemaakt && gemaakt->code == code && fs::exists(personenBij(gemaakt->pad), none))
      out.push_back(*std::move(gemaakt));
  }
  std::ranges::sort(out, std::greater{}, &Gemaakt::tijd);
  return out;
}

// A daily file is made by one caller; the others wait and find it. What is made when asked for is made for
// each: a caller wants what stood there when he asked.
Outcome<Bestandenkast::Gemaakt> Bestandenkast::vindOfMaak(const isi::Namens& namens,
                                                          const isi::Bestand& bestand) {
  const fs::path map = map_ / namens.gemeente.value();
  const bool dagelijks = bestand.verversing == isi::Verversing::dagelijks;
  const fs::path sleutel = map / bestand.code;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (dagelijks) {
      for (auto& gemaakt : gemaakte(map, bestand.code)) {
        if (gemaakt.datum == bestand.datum) return std::move(gemaakt);
      }
    }
    if (makend_ < opties_.tegelijk && !(dagelijks && bezig_.contains(sleutel))) break;
    if (wachtend_ >= opties_.wachtend) {
      return tl::unexpected(Fault{FaultKind::overloaded,
                                  CallerText("Er worden al bestanden gemaakt. Vraag het zo opnieuw."),
                                  LogText("too many callers wait for files"),
                                  {},
                                  kHerhaalNa});
    }
    ++wachtend_;
    willBlock();
    klaar_.wait(lock);
    --wachtend_;
  }
  ++makend_;
  if (dagelijks) bezig_.insert(sleutel);
  lock.unlock();
  // Whatever happens, the place is given back.
  struct Plaats {
    Bestandenkast& kast;
    const fs::path& sleutel;
    ~Plaats() {
      const std::lock_guard terug(kast.mutex_);
      --kast.makend_;
      kast.bezig_.erase(sleutel);
      kast.klaar_.notify_all();
    }
  } plaats{*this, sleutel};
  willBlock();  // half a second, with a thread that compresses
  return maakNu(bestand, namens.gemeente, map);
}

Outcome<Bestandenkast::Gemaakt> Bestandenkast::maakNu(const isi::Bestand& bestand,
                                                      const Gemeentecode& gemeente, const fs::path& map) {
  maakMap(map_);
  maakMap(map);
  PriveBestand werk(map);
  PersonenInTabel personen(tabellen_);
  if (auto gelezen = maak(personen, bestand, gemeente, werk.pad()); !gelezen)
    return tl::unexpected(std::move(gelezen).error());
  const auto naam = map / (bestand.code + "." + Gemaakt::dagtekst(bestand.datum) + "." + sha256(werk.pad()));
  bewaarPersonen(map, naam, personen.bsns());
  werk.bewaarAls(naam);
  auto gemaakt = Gemaakt::lees(fs::directory_entry(naam));
  if (!gemaakt) throw FilesError("a file that was just made is not there");
  if (bestand.verversing == isi::Verversing::opVerzoek) {
    // A caller that asks again and again must not fill the disk.
    auto alle = gemaakte(map, bestand.code);
    for (size_t i = static_cast<size_t>(opties_.perVerzoek); i < alle.size(); ++i) verwijder(alle[i].pad);
  }
  return *std::move(gemaakt);
}

Outcome<Bestandsdeel> Bestandenkast::vastBestand(const isi::Bestandsvraag& vraag, Date vandaag) {
  const auto pdf = documenten_.pdf(isi::documentVan(vraag.bestand));
  if (!pdf) return tl::unexpected(pdf.error());
  Bestandsdeel out;
  out.sha256 = sha256Van(*pdf);
  out.versie = Gemaakt::dagtekst(vraag.bestand.datum) + out.sha256.substr(0, Gemaakt::kVersiecijfers);
  if (vraag.versie && *vraag.versie != out.versie) return Bestandsdeel{};
  out.datum = vraag.bestand.datum;
  out.opTeHalenTotEnMet = vandaag.plusDays(isi::kDagenOpTeHalen);
  verdeel(out, static_cast<std::int64_t>(pdf->size()), vraag.deel,
          [&](std::int64_t begin, std::int64_t aantal) {
            return pdf->substr(static_cast<size_t>(begin), static_cast<size_t>(aantal));
          });
  return out;
}

Bestandsdeel Bestandenkast::deelVan(const Gemaakt& gemaakt, std::int32_t deel) {
  Bestandsdeel out;
  out.versie = gemaakt.versie();
  out.datum = gemaakt.datum;
  out.opTeHalenTotEnMet = gemaakt.datum.plusDays(isi::kDagenOpTeHalen);
  out.sha256 = gemaakt.sha256;
  out.betrokkenen = [pad = gemaakt.pad] { return leesPersonen(pad); };
  verdeel(out, gemaakt.grootte, deel,
          [&](std::int64_t begin, std::int64_t aantal) { return leesStuk(gemaakt.pad, begin, aantal); });
  return out;
}

void Bestandenkast::enterDay(Date vandaag) {
  const std::lock_guard lock(mutex_);
  if (opgeruimd_ == vandaag) return;
  ruimOp(vandaag);
  opgeruimd_ = vandaag;
}

void Bestandenkast::ruimOp(Date vandaag) {
  std::error_code none;
  const auto nu = fs::file_time_type::clock::now();
  for (const auto& map : fs::directory_iterator(map_, none)) {
    if (!map.is_directory(none)) continue;
    for (const auto& entry : fs::directory_iterator(map.path(), none)) {
      // What another process is writing now is young; what a crash left behind is not.
      const bool vergeten =
          isTijdelijk(entry.path().filename().string()) && entry.last_write_time(none) + kVergetenNa < nu;
      const auto gemaakt = Gemaakt::lees(entry);
      if (gemaakt && !opTeHalen(gemaakt->datum, vandaag)) verwijder(entry.path());
      if (vergeten || isVerweesd(entry.path())) fs::remove(entry.path(), none);
    }
  }
}

}  // namespace cvsgw::files
