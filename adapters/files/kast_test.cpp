#include "adapters/files/kast.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "adapters/files/prive.hpp"

namespace cvsgw::files {
namespace {

namespace fs = std::filesystem;
using Uitkomst = isi::Bestandsdeel::Uitkomst;

/// Rows of a size that is asked for; counts how often it was read.
class Rijen final : public isi::Tabellen {
 public:
  Outcome<void> lees(const isi::Bestand&, const Gemeentecode&, const isi::RijOntvanger& ontvanger) override {
    ++gelezen;
    if (wacht.count() > 0) std::this_thread::sleep_for(wacht);
    if (kapot) return refuse(FaultKind::isiUnavailable, {}, "broken");
    isi::Rij rij;
    // Text that does not shrink, the same every time.
    std::uint64_t toeval = zaad;
    for (int i = 0; i < aantal; ++i) {
      std::string tekst;
      for (int k = 0; k < 100; ++k) {
        toeval = toeval * 6364136223846793005ULL + 1442695040888963407ULL;
        tekst += static_cast<char>('!' + (toeval >> 33) % 90);
      }
      rij.opnieuw();
      rij.samengesteld(bsns.empty() ? std::move(tekst) : bsns[static_cast<size_t>(i) % bsns.size()]);
      if (!ontvanger(rij.cellen())) break;
    }
    return {};
  }
  std::atomic<int> gelezen{0};
  int aantal = 3;
  std::uint64_t zaad = 1;
  std::vector<std::string> bsns;  ///< in the first column, BSN in every file with one
  bool kapot = false;
  std::chrono::milliseconds wacht{0};
};

/// The title of what it was asked to draw.
class Tekenaar final : public isi::Documentmaker {
 public:
  Outcome<std::string> pdf(const isi::Document& document) override { return "%PDF " + document.titel; }
};

class Kast : public testing::Test {
 protected:
  Kast() {
    std::string naam = (fs::temp_directory_path() / "kast-XXXXXX").string();
    map_ = ::mkdtemp(naam.data());
  }
  ~Kast() override { fs::remove_all(map_); }

  fs::path bestanden() const { return map_ / "bestanden"; }
  isi::Namens namens(Date dag, const char* gemeente = "0014") const {
    return {*Gemeentecode::parse(gemeente), Rollen(0xFF), dag};
  }
  isi::Bestandsdeel haal(Bestandenkast& kast, std::string_view code, std::int32_t deel,
                         std::optional<std::string> versie = {}, Date dag = Date(2026, 11, 22),
                         const char* gemeente = "0014") {
    auto out = kast.haal(namens(dag, gemeente), {*isi::bestandMetCode(code, dag), deel, std::move(versie)});
    if (!out) throw std::runtime_error(out.error().log.str());
    return *std::move(out);
  }
  std::string geheel(Bestandenkast& kast, std::string_view code) {
    auto deel = haal(kast, code, 1);
    std::string alles = deel.inhoud;
    for (int i = 2; i <= deel.aantalDelen; ++i) alles += haal(kast, code, i, deel.versie).inhoud;
    return alles;
  }
  /// The files themselves; each has its persons beside it, and no persons lie about without their file.
  std::vector<fs::path> opSchijf() const {
    std::vector<fs::path> out;
    std::size_t personen = 0;
    for (const auto& entry : fs::recursive_directory_iterator(bestanden())) {
      if (!entry.is_regular_file()) continue;
      if (entry.path().extension() == ".personen")
        ++personen;
      else
        out.push_back(entry.path());
    }
    EXPECT_EQ(personen, out.size());
    return out;
  }

  fs::path map_;
  Rijen rijen_;
  Tekenaar tekenaar_;
};

TEST_F(Kast, ADailyFileIsMadeOnceAndKeptForTheGatewaysUserAlone) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto een = haal(kast, "isi_pvt", 1);
  const auto twee = haal(kast, "isi_pvt", 1);
  EXPECT_EQ(rijen_.gelezen, 1);
  EXPECT_EQ(een.versie, twee.versie);
  EXPECT_EQ(een.inhoud, twee.inhoud);
  EXPECT_TRUE(een.versie.starts_with("20261122"));
  EXPECT_EQ(een.opTeHalenTotEnMet, Date(2026, 11, 23));
  ASSERT_EQ(opSchijf().size(), 1U);
  struct stat status {};
  ASSERT_EQ(::stat(opSchijf()[0].c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  ASSERT_EQ(::stat(bestanden().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700U);
}

TEST_F(Kast, R81_WhoStandsInAVersionIsKeptBesideItAndIsThereAfterARestart) {
  rijen_.bsns = {"999990007", "999990019"};
  Bestandenkast eerst(bestanden(), rijen_, tekenaar_);
  const auto een = haal(eerst, "isi_pvt", 1);
  Bestandenkast later(bestanden(), rijen_, tekenaar_);
  const auto twee = haal(later, "isi_pvt", 1, een.versie);
  ASSERT_TRUE(twee.betrokkenen);
  const auto personen = twee.betrokkenen();
  ASSERT_TRUE(personen);
  EXPECT_EQ(*personen,
            (std::vector<Bsn>{*Bsn::parse("999990007"), *Bsn::parse("999990019"), *Bsn::parse("999990007")}));
  struct stat status {};
  ASSERT_EQ(::stat((opSchijf()[0].string() + ".personen").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  // A version whose persons are not known cannot be accounted for: it is made anew.
  fs::remove(opSchijf()[0].string() + ".personen");
  EXPECT_EQ(haal(later, "isi_pvt", 1, een.versie).uitkomst, Uitkomst::versieOnbekend);
  EXPECT_EQ(haal(later, "isi_pvt", 1).versie, een.versie);
}

TEST_F(Kast, TheSameRowsOnTheSameDayGiveTheSameBytes) {
  Bestandenkast een(map_ / "een", rijen_, tekenaar_), twee(map_ / "twee", rijen_, tekenaar_);
  for (const auto* code : {"isi_pvt", "isi"}) {
    EXPECT_EQ(haal(een, code, 1).sha256, haal(twee, code, 1).sha256) << code;
    EXPECT_NE(haal(een, code, 1).sha256, haal(een, code, 1, {}, Date(2026, 11, 23)).sha256) << code;
  }
}

TEST_F(Kast, PartsTogetherAreTheFile) {
  rijen_.aantal = 90'000;
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto deel = haal(kast, "isi_pvt", 1);
  ASSERT_GT(deel.aantalDelen, 2);
  EXPECT_EQ(deel.inhoud.size(), static_cast<size_t>(isi::kDeelgrootte));
  const auto alles = geheel(kast, "isi_pvt");
  EXPECT_EQ(static_cast<std::int64_t>(alles.size()), deel.grootte);
  std::ofstream(map_ / "alles", std::ios::binary) << alles;
  EXPECT_EQ(sha256(map_ / "alles"), deel.sha256);
  EXPECT_EQ(rijen_.gelezen, 1);
}

// A download that stopped goes on at the next part: with the same gateway, with one that was started again,
// and with an older version beside a newer one.
TEST_F(Kast, ADownloadThatStoppedGoesOnWhereItWas) {
  rijen_.aantal = 90'000;
  std::string alles;
  isi::Bestandsdeel eerste;
  {
    Bestandenkast kast(bestanden(), rijen_, tekenaar_);
    eerste = haal(kast, "isi_pvt", 1);
    alles = eerste.inhoud;
  }
  Bestandenkast weer(bestanden(), rijen_, tekenaar_);
  alles += haal(weer, "isi_pvt", 2, eerste.versie).inhoud;
  const Date morgen(2026, 11, 23);
  rijen_.zaad = 2;
  EXPECT_NE(haal(weer, "isi_pvt", 1, {}, morgen).versie, eerste.versie);
  for (int i = 3; i <= eerste.aantalDelen; ++i)
    alles += haal(weer, "isi_pvt", i, eerste.versie, morgen).inhoud;
  EXPECT_EQ(sha256Van(alles), eerste.sha256);
  EXPECT_EQ(rijen_.gelezen, 2) << "each version was made once";
}

// A file of exactly one part, of one byte more, and of one byte less, as the kast would have made it.
// ALG-067
TEST_F(Kast, PartsEndExactlyAtTheirBoundary) {
  const auto zet = [&](std::int64_t grootte) {
    fs::remove_all(bestanden());
    maakMap(bestanden());
    maakMap(bestanden() / "0014");
    std::ofstream(bestanden() / "0014" / ("isi_pvt.20261122." + std::string(64, 'a')), std::ios::binary)
        << std::string(static_cast<size_t>(grootte), 'x');
    std::ofstream(bestanden() / "0014" / ("isi_pvt.20261122." + std::string(64, 'a') + ".personen"));
  };
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  for (const auto& [grootte, delen] : std::vector<std::pair<std::int64_t, int>>{
           {isi::kDeelgrootte - 1, 1}, {isi::kDeelgrootte, 1}, {isi::kDeelgrootte + 1, 2}, {1, 1}}) {
    zet(grootte);
    const auto deel = haal(kast, "isi_pvt", 1);
    EXPECT_EQ(deel.aantalDelen, delen) << grootte;
    const auto laatste = haal(kast, "isi_pvt", delen, deel.versie);
    EXPECT_EQ(laatste.inhoud.size(), static_cast<size_t>(grootte - (delen - 1) * isi::kDeelgrootte));
    EXPECT_EQ(haal(kast, "isi_pvt", delen + 1, deel.versie).uitkomst, Uitkomst::deelOnbekend);
    EXPECT_EQ(haal(kast, "isi_pvt", 0, deel.versie).uitkomst, Uitkomst::deelOnbekend);
  }
  EXPECT_EQ(rijen_.gelezen, 0);
}

// ALG-067
TEST_F(Kast, AVersionStaysThroughTheNextDayAndNoLonger) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto oud = haal(kast, "isi_pvt", 1);
  rijen_.zaad = 2;
  const auto nieuw = haal(kast, "isi_pvt", 1, {}, Date(2026, 11, 23));
  EXPECT_NE(nieuw.versie, oud.versie);
  const auto verder = haal(kast, "isi_pvt", 1, oud.versie, Date(2026, 11, 23));
  EXPECT_EQ(verder.uitkomst, Uitkomst::gevonden);
  EXPECT_EQ(verder.inhoud, oud.inhoud);
  EXPECT_EQ(haal(kast, "isi_pvt", 1, oud.versie, Date(2026, 11, 24)).uitkomst, Uitkomst::versieOnbekend);
  ASSERT_EQ(opSchijf().size(), 1U);
  EXPECT_NE(opSchijf()[0].string().find("20261123"), std::string::npos);
  kast.enterDay(Date(2026, 11, 25));
  EXPECT_TRUE(opSchijf().empty());
}

TEST_F(Kast, AVersionBelongsToOneFileOfOneMunicipality) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto deel = haal(kast, "isi_pvt", 1);
  EXPECT_EQ(haal(kast, "isi_pvt", 1, deel.versie, Date(2026, 11, 22), "0034").uitkomst,
            Uitkomst::versieOnbekend);
  EXPECT_EQ(haal(kast, "isi", 1, deel.versie).uitkomst, Uitkomst::versieOnbekend);
  EXPECT_EQ(haal(kast, "isi_pvt", 1, "20261122").uitkomst, Uitkomst::versieOnbekend);
}

TEST_F(Kast, WhatIsMadeWhenAskedForIsMadeEachTimeAndDoesNotFillTheDisk) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_, {.tegelijk = 2, .wachtend = 4, .perVerzoek = 3});
  std::vector<std::string> versies;
  for (int i = 0; i < 5; ++i) {
    rijen_.zaad = static_cast<std::uint64_t>(i) + 1;
    versies.push_back(haal(kast, "signalen_2021", 1).versie);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(rijen_.gelezen, 5);
  EXPECT_EQ(opSchijf().size(), 3U);
  EXPECT_EQ(haal(kast, "signalen_2021", 1, versies[4]).uitkomst, Uitkomst::gevonden);
  EXPECT_EQ(haal(kast, "signalen_2021", 1, versies[2]).uitkomst, Uitkomst::gevonden);
  EXPECT_EQ(haal(kast, "signalen_2021", 1, versies[1]).uitkomst, Uitkomst::versieOnbekend);
}

TEST_F(Kast, CallersAtOnceMakeADailyFileOnce) {
  rijen_.wacht = std::chrono::milliseconds(200);
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  std::vector<std::jthread> allen;
  std::array<std::string, 4> versies;
  for (auto& versie : versies) allen.emplace_back([&] { versie = haal(kast, "isi_pvt", 1).versie; });
  allen.clear();
  EXPECT_EQ(rijen_.gelezen, 1);
  for (const auto& versie : versies) EXPECT_EQ(versie, versies[0]);
}

TEST_F(Kast, WhoWouldWaitTooLongIsToldToComeBack) {
  rijen_.wacht = std::chrono::milliseconds(500);
  Bestandenkast kast(bestanden(), rijen_, tekenaar_, {.tegelijk = 1, .wachtend = 0, .perVerzoek = 8});
  std::jthread eerste([&] { haal(kast, "isi_pvt", 1); });
  while (rijen_.gelezen == 0) std::this_thread::yield();
  const auto dag = Date(2026, 11, 22);
  const auto tweede = kast.haal(namens(dag), {*isi::bestandMetCode("isi", dag), 1, {}});
  ASSERT_FALSE(tweede);
  EXPECT_EQ(tweede.error().kind, FaultKind::overloaded);
  EXPECT_GT(tweede.error().retryAfterSeconds, 0);
}

TEST_F(Kast, AFailureLeavesNothingBehindAndTheNextCallerTriesAgain) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto dag = Date(2026, 11, 22);
  rijen_.kapot = true;
  for (const auto* code : {"isi_pvt", "isi"}) {
    const auto deel = kast.haal(namens(dag), {*isi::bestandMetCode(code, dag), 1, {}});
    ASSERT_FALSE(deel);
    EXPECT_EQ(deel.error().kind, FaultKind::isiUnavailable);
  }
  EXPECT_TRUE(opSchijf().empty());
  rijen_.kapot = false;
  EXPECT_EQ(haal(kast, "isi_pvt", 1).uitkomst, Uitkomst::gevonden);
}

TEST_F(Kast, ADocumentThatIsTheSameForEveryoneIsNotKept) {
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto deel = haal(kast, "diplomamodellenboek", 1);
  EXPECT_EQ(deel.inhoud, "%PDF Diplomamodellenboek in PDF formaat");
  EXPECT_EQ(deel.datum, Date(2007, 12, 7));
  EXPECT_EQ(haal(kast, "diplomamodellenboek", 1, deel.versie).inhoud, deel.inhoud);
  EXPECT_EQ(haal(kast, "diplomamodellenboek", 2, deel.versie).uitkomst, Uitkomst::deelOnbekend);
  EXPECT_EQ(haal(kast, "diplomamodellenboek", 1, "x").uitkomst, Uitkomst::versieOnbekend);
  EXPECT_FALSE(fs::exists(bestanden()));
}

TEST_F(Kast, AFolderThatCannotBeMadeIsAFaultAndNoCrash) {
  std::ofstream(map_ / "bestanden") << "in de weg";
  Bestandenkast kast(bestanden(), rijen_, tekenaar_);
  const auto dag = Date(2026, 11, 22);
  const auto deel = kast.haal(namens(dag), {*isi::bestandMetCode("isi_pvt", dag), 1, {}});
  ASSERT_FALSE(deel);
  EXPECT_EQ(deel.error().kind, FaultKind::isiUnavailable);
}

}  // namespace
}  // namespace cvsgw::files
