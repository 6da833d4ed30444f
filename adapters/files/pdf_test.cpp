#include "adapters/files/pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <thread>

namespace cvsgw::files {
namespace {

using isi::Document;
using Soort = isi::Documentdeel::Soort;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// What Poppler's programs, which know nothing of Cairo, make of the bytes.
class Gelezen {
 public:
  explicit Gelezen(const std::string& bytes) {
    std::string name = (std::filesystem::temp_directory_path() / "cvsgw-pdf-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    map_ = name;
    std::ofstream(map_ / "d.pdf", std::ios::binary) << bytes;
  }
  ~Gelezen() { std::filesystem::remove_all(map_); }
  std::string tekst() const { return run("pdftotext -layout d.pdf -"); }
  std::string woorden() const { return run("pdftotext -bbox d.pdf -"); }
  std::string eigenschappen() const { return run("pdfinfo d.pdf"); }
  std::string lettertypen() const { return run("pdffonts d.pdf"); }

 private:
  std::string run(const std::string& command) const {
    FILE* pipe = ::popen(("cd " + map_.string() + " && " + command).c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string out;
    std::array<char, 4096> part;
    for (std::size_t n; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) out.append(part.data(), n);
    if (::pclose(pipe) != 0) throw std::runtime_error(command + " fails");
    return out;
  }
  std::filesystem::path map_;
};

std::string maak(const Document& document) {
  PdfMaker maker;
  return maker.pdf(document).value();
}

Document metDatum(Document::Vorm vorm = Document::Vorm::overzicht) {
  Document document;
  document.titel = "Overzicht";
  document.datum = Date(2026, 11, 22);
  document.vorm = vorm;
  return document;
}

// The right edge of every word, and its bottom.
void binnenDeBladzijde(const std::string& woorden, double rechts) {
  const std::regex kWoord(R"re(<word xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="([0-9.]+)")re");
  int aantal = 0;
  for (std::sregex_iterator it(woorden.begin(), woorden.end(), kWoord), end; it != end; ++it, ++aantal) {
    EXPECT_GE(std::stod((*it)[1]), 40);
    EXPECT_LE(std::stod((*it)[2]), rechts) << it->str();
    EXPECT_LE(std::stod((*it)[3]), 842 - 28) << it->str();
  }
  EXPECT_GT(aantal, 0);
}

TEST(Pdf, IsA4WithItsOwnDateAndNoMore) {
  auto document = metDatum();
  document.voegToe(Soort::titel, "Overzicht");
  const auto info = Gelezen(maak(document)).eigenschappen();
  EXPECT_THAT(info, AllOf(HasSubstr("Pages:           1"), HasSubstr("(A4)"), HasSubstr("Overzicht"),
                          HasSubstr("Sun Nov 22"), HasSubstr("2026"), Not(HasSubstr("ModDate"))));
}

TEST(Pdf, TheSameDocumentHasTheSameBytesFromAnyMakerInAnyThread) {
  auto document = metDatum(Document::Vorm::oorkonde);
  document.voegToe(Soort::nadruk, "Zoë d'Ïçelý-Łukaszewicz").gegeven("Gemeente", "'s-Hertogenbosch");
  const std::string first = maak(document);
  PdfMaker maker;
  std::array<std::string, 8> made;
  std::vector<std::thread> threads;
  for (auto& bytes : made)
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) bytes = maker.pdf(document).value();
    });
  for (auto& thread : threads) thread.join();
  for (const auto& bytes : made) EXPECT_EQ(bytes, first);
  document.delen.front().tekst += "a";
  EXPECT_NE(maak(document), first);
}

TEST(Pdf, NamesInEveryScriptAreReadableAndNothingIsMarkup) {
  auto document = metDatum();
  document.voegToe(Soort::nadruk, "Ğülşen Řehoř-Đặng d'Arc")
      .gegeven("Cyrillisch", "Ољга Їжакевич")
      .gegeven("Grieks", "Αλέξης Ζορμπάς")
      .gegeven("Arabisch", "رانيا")
      .gegeven("Teken", "<b>&amp;</b>");
  const Gelezen pdf(maak(document));
  EXPECT_THAT(pdf.tekst(), AllOf(HasSubstr("Ğülşen Řehoř-Đặng d'Arc"), HasSubstr("Ољга Їжакевич"),
                                 HasSubstr("Αλέξης Ζορμπάς"), HasSubstr("<b>&amp;</b>")));
  // Embedded, so that every printer has them.
  EXPECT_THAT(pdf.lettertypen(), AllOf(HasSubstr("DejaVuSans"), Not(HasSubstr(" no  "))));
}

TEST(Pdf, ALongNameGoesOnOnTheNextLine) {
  const std::string lang =
      "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen";
  for (const auto vorm : {Document::Vorm::overzicht, Document::Vorm::oorkonde}) {
    auto document = metDatum(vorm);
    document.voegToe(Soort::nadruk, lang + " " + lang).gegeven("Naam", lang + lang);
    const Gelezen pdf(maak(document));
    binnenDeBladzijde(pdf.woorden(), vorm == Document::Vorm::oorkonde ? 517 : 539);
    std::string letters = pdf.tekst();
    std::erase_if(letters, [](char c) { return c == ' ' || c == '\n'; });
    EXPECT_THAT(letters, HasSubstr(lang + lang)) << "no hyphen of ours in a name";
  }
}

TEST(Pdf, RowsThatDoNotFitGoOnOnTheNextPageEachOnce) {
  auto document = metDatum();
  document.voet = "Overzicht";
  for (int blok = 0; blok < 20; ++blok) {
    document.voegToe(Soort::kop, "Blok" + std::to_string(blok) + "kop");
    for (int rij = 0; rij < 10; ++rij)
      document.gegeven("Label", "waarde" + std::to_string(blok * 10 + rij) + "w");
  }
  const Gelezen pdf(maak(document));
  const std::string tekst = pdf.tekst();
  binnenDeBladzijde(pdf.woorden(), 539);
  std::size_t vorige = 0;
  for (int rij = 0; rij < 200; ++rij) {
    const std::string waarde = "waarde" + std::to_string(rij) + "w";
    const auto plek = tekst.find(waarde);
    ASSERT_NE(plek, std::string::npos) << waarde;
    EXPECT_EQ(tekst.find(waarde, plek + 1), std::string::npos) << waarde;
    EXPECT_GE(plek, vorige);
    vorige = plek;
  }
  const auto paginas = std::ranges::count(tekst, '\f');
  EXPECT_GT(paginas, 3);
  EXPECT_THAT(tekst, HasSubstr("Pagina " + std::to_string(paginas) + " van " + std::to_string(paginas)));
  // A heading is never the last thing above the foot.
  EXPECT_FALSE(std::regex_search(tekst, std::regex(R"(kop\s+Overzicht\s+Pagina)")));
}

TEST(Pdf, AValueLongerThanAPageIsBrokenAndLosesNothing) {
  auto document = metDatum();
  std::string lang;
  for (int i = 0; i < 3000; ++i) lang += "w" + std::to_string(i) + " ";
  document.gegeven("Lang", lang).gegeven("Daarna", "slot");
  const std::string tekst = Gelezen(maak(document)).tekst();
  for (const char* woord : {"w0 ", "w1500", "w2999", "slot"}) EXPECT_THAT(tekst, HasSubstr(woord));
  EXPECT_GT(std::ranges::count(tekst, '\f'), 1);
}

TEST(Pdf, AnEmptyDocumentIsOneEmptyPage) {
  auto document = metDatum();
  document.paginanummers = false;
  EXPECT_THAT(Gelezen(maak(document)).eigenschappen(), HasSubstr("Pages:           1"));
}

}  // namespace
}  // namespace cvsgw::files
