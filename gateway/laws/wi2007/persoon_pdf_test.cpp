// HaalPersoonPdf as a caller meets it, read by Poppler's programs, which know nothing of what made the PDF.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/testing/service_under_test.hpp"
#include "gateway/laws/wi2007/law.hpp"

namespace cvsgw::laws::wi2007 {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kVolledig = "999997002";  // the first of the named persons: every block has something

std::string tussen(const std::string& text, const std::string& naam) {
  const auto begin = text.find(":" + naam + ">");
  if (begin == std::string::npos) return {};
  const auto from = begin + naam.size() + 2;
  return text.substr(from, text.find("</", from) - from);
}

std::string meldingen(const std::string& antwoord) {
  const auto begin = antwoord.find(":meldingen");
  return antwoord.substr(begin, antwoord.rfind(":meldingen>") - begin);
}

class Wi2007PersoonPdf : public ::testing::Test {
 protected:
  Wi2007PersoonPdf() {
    std::string name = (std::filesystem::temp_directory_path() / "cvsgw-persoon-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    map_ = name;
  }
  ~Wi2007PersoonPdf() override { std::filesystem::remove_all(map_); }

  static std::string vraag(const std::string& criteria, const std::string& gemeente = "0014",
                           const char* operatie = "HaalPersoonPdf") {
    static laws::testing::ServiceUnderTest gateway(
        service(),
        {{*Gemeentecode::parse("0014"), Rollen().add(Rol::Wi2007)},
         {*Gemeentecode::parse("0034"), Rollen().add(Rol::Wi2007)}},
        kToday);
    return gateway.answer(
        operatie, "<gemeentecode>" + gemeente + "</gemeentecode><criteria>" + criteria + "</criteria>");
  }
  std::string run(const std::string& command) const {
    FILE* pipe = ::popen(("cd " + map_.string() + " && " + command).c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string out;
    std::array<char, 4096> part;
    for (std::size_t n; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) out.append(part.data(), n);
    if (::pclose(pipe) != 0) throw std::runtime_error(command + " fails");
    return out;
  }
  /// The PDF of the answer as a file, and its text.
  std::string tekst(const std::string& antwoord) {
    std::ofstream(map_ / "d.b64") << tussen(antwoord, "inhoud");
    return run("base64 -d d.b64 > d.pdf && pdftotext -layout d.pdf -");
  }
  std::filesystem::path map_;
};

TEST_F(Wi2007PersoonPdf, SaysWhatTheScreenSays) {
  const auto antwoord = vraag("<bsn>" + std::string(kVolledig) + "</bsn>");
  EXPECT_EQ(tussen(antwoord, "bestandsnaam"), "persoon-wi2007_0014_2026-11-22.pdf");
  EXPECT_EQ(tussen(antwoord, "mediatype"), "application/pdf");
  const auto pdf = tekst(antwoord);
  EXPECT_THAT(pdf, AllOf(HasSubstr(kVolledig), HasSubstr("Persoonsgegevens"), HasSubstr("Handhaving"),
                         HasSubstr("Inburgering met werk"), HasSubstr("Aangetoonde inspanning"),
                         HasSubstr("€ 250,00"), HasSubstr("Kennis van de Nederlandse Samenleving"),
                         HasSubstr("Niet op komen dagen"), HasSubstr("22-11-2026")));
  EXPECT_THAT(pdf, Not(HasSubstr("Indicatie geslaagd"))) << "there is no diploma";
  EXPECT_EQ(run("sha256sum d.pdf").substr(0, 64), tussen(antwoord, "sha256"));
}

TEST_F(Wi2007PersoonPdf, IsA4OnNumberedPagesThatCanBeDrawn) {
  tekst(vraag("<bsn>" + std::string(kVolledig) + "</bsn>"));
  const auto info = run("pdfinfo d.pdf");
  EXPECT_THAT(info, HasSubstr("(A4)"));
  const int paginas = std::stoi(info.substr(info.find("Pages:") + 6));
  EXPECT_GT(paginas, 1);
  const auto van = " van " + std::to_string(paginas);
  for (int pagina = 1; pagina <= paginas; ++pagina) {
    const auto nummer = std::to_string(pagina);
    EXPECT_THAT(run("pdftotext -f " + nummer + " -l " + nummer + " d.pdf -"),
                AllOf(HasSubstr("Pagina " + nummer + van), HasSubstr("gemeente Groningen")));
  }
  run("pdftoppm -r 30 -png d.pdf p");
  EXPECT_EQ(std::stoi(run("ls p-*.png | wc -l")), paginas);
}

TEST_F(Wi2007PersoonPdf, HoldsNoNameOrNumberOutsideItsPages) {
  tekst(vraag("<bsn>" + std::string(kVolledig) + "</bsn>"));
  EXPECT_THAT(run("pdfinfo d.pdf"),
              AllOf(HasSubstr("Persoon Wet inburgering 2007"), Not(HasSubstr(kVolledig))));
}

TEST_F(Wi2007PersoonPdf, WhoCannotBeSeenGetsTheScreensAnswer) {
  for (const std::string criteria :
       {"<bsn>999997105</bsn>", "<bsn>999990019</bsn>", "<aNummer>1234567890</aNummer>"}) {
    const auto antwoord = vraag(criteria);
    EXPECT_THAT(antwoord, AllOf(HasSubstr("AS001"), Not(HasSubstr("inhoud")))) << criteria;
    const auto scherm = vraag(criteria, "0014", "RaadpleegPersoon");
    EXPECT_EQ(meldingen(antwoord), meldingen(scherm)) << criteria;
  }
}

TEST_F(Wi2007PersoonPdf, TheRulesOnNumbersAreTheScreens) {
  EXPECT_THAT(vraag(""), HasSubstr("FS003"));
  EXPECT_THAT(vraag("<bsn>999993654</bsn>"), HasSubstr("FS001"));
  EXPECT_THAT(vraag("<bsn>999993653</bsn><aNummer>9101013070</aNummer>"), HasSubstr("FS004"));
}

}  // namespace
}  // namespace cvsgw::laws::wi2007
