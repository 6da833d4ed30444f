#include "adapters/files/csv.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cvsgw::files {
namespace {

class Verzamelaar final : public Afvoer {
 public:
  void schrijf(std::string_view bytes) override { tekst.append(bytes); }
  std::string tekst;
};

constexpr auto kKolommen = std::to_array<isi::Kolom>({{"Een", {}, {}}, {"Twee; drie", {}, {}}});
constexpr std::string_view kKop =
    "\xEF\xBB\xBF"
    "Een;\"Twee; drie\"\r\n";

template <class Vul>
std::string regel(const Vul& vul) {
  Verzamelaar uit;
  CsvSchrijver csv(uit, kKolommen);
  isi::Rij rij;
  vul(rij);
  csv.rij(rij.cellen());
  csv.klaar();
  EXPECT_TRUE(uit.tekst.starts_with(kKop));
  return uit.tekst.substr(kKop.size());
}

std::string cel(std::string_view tekst) {
  auto uit = regel([&](isi::Rij& rij) { rij.tekst(tekst).leeg(); });
  EXPECT_TRUE(uit.ends_with(";\r\n"));
  return uit.substr(0, uit.size() - 3);
}

// ALG-068
TEST(Csv, ValuesAreWrittenAsADutchExcelReadsThem) {
  EXPECT_EQ(regel([](isi::Rij& rij) { rij.datum(Date(2026, 3, 9)).bedrag(Bedrag{15005}); }),
            "09-03-2026;150,05\r\n");
  EXPECT_EQ(regel([](isi::Rij& rij) { rij.getal(std::int64_t{-7}).bedrag(Bedrag{-5}); }), "-7;-0,05\r\n");
  EXPECT_EQ(regel([](isi::Rij& rij) { rij.leeg().leeg(); }), ";\r\n");
  EXPECT_EQ(regel([](isi::Rij& rij) { rij.jaNee(true).jaNee(std::optional<bool>()); }), "J;\r\n");
  EXPECT_EQ(regel([](isi::Rij& rij) { rij.datum(Date(1, 2, 3)).leeg(); }), "03-02-0001;\r\n");
}

TEST(Csv, WhatSeparatesIsQuotedAndQuotesAreDoubled) {
  EXPECT_EQ(cel("a;b"), "\"a;b\"");
  EXPECT_EQ(cel("zeg \"ja\""), "\"zeg \"\"ja\"\"\"");
  EXPECT_EQ(cel("een\r\ntwee"), "\"een\r\ntwee\"");
  EXPECT_EQ(cel(" spatie"), "\" spatie\"");
  EXPECT_EQ(cel("gewoon, é"), "gewoon, é");
}

// ALG-068
TEST(Csv, NoTextBecomesAFormula) {
  for (const std::string_view tekst : {"=1+1", "+31", "-kom", "@som", "=", "＝1+1", "＋1", "－1", "＠a"})
    EXPECT_EQ(cel(tekst), "'" + std::string(tekst));
  EXPECT_EQ(cel("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(cel("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(cel("\n=1"), "\"'\n=1\"");
  EXPECT_EQ(cel("=1;2"), "\"'=1;2\"");
  EXPECT_EQ(cel("=\"x\""), "\"'=\"\"x\"\"\"");
  EXPECT_EQ(cel("a=1"), "a=1");
}

TEST(Csv, WhatExcelWouldChangeIsKept) {
  EXPECT_EQ(cel("0014"), "'0014");
  EXPECT_EQ(cel("012345678"), "'012345678");
  EXPECT_EQ(cel("999993653"), "999993653");
  EXPECT_EQ(cel("0"), "0");
  EXPECT_EQ(cel("12345678901"), "12345678901");     // eleven digits are shown as they are
  EXPECT_EQ(cel("123456789012"), "'123456789012");  // twelve are not
  EXPECT_EQ(cel("1-2"), "'1-2");
  EXPECT_EQ(cel("12E5"), "'12E5");
  EXPECT_EQ(cel("1.5"), "'1.5");
  EXPECT_EQ(cel("5%"), "'5%");
  for (const std::string_view datum : {"DEC2026", "mei12", "12MEI", "1 jan", "3-Okt-2026", "Sept 4"})
    EXPECT_EQ(cel(datum), "'" + std::string(datum));
  for (const std::string_view geen : {"9711 AB", "Mei", "1 Meistraat", "PVT12", "D2026", "12DECA3"})
    EXPECT_EQ(cel(geen), geen);
  EXPECT_EQ(cel("12a"), "12a");
}

TEST(Csv, AnyNumberOfRowsIsWrittenInBlocks) {
  class Teller final : public Afvoer {
   public:
    void schrijf(std::string_view bytes) override {
      grootste = std::max(grootste, bytes.size());
      totaal += bytes.size();
    }
    size_t grootste = 0, totaal = 0;
  } uit;
  CsvSchrijver csv(uit, kKolommen);
  isi::Rij rij;
  rij.tekst(std::string_view("abcdefgh")).tekst(std::string_view("ijklmnop"));
  for (int i = 0; i < 100'000; ++i) csv.rij(rij.cellen());
  csv.klaar();
  EXPECT_EQ(uit.totaal, kKop.size() + 100'000 * 19U);
  EXPECT_LT(uit.grootste, 200'000U);
}

}  // namespace
}  // namespace cvsgw::files
