#include "adapters/files/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace cvsgw::files {
namespace {

constexpr size_t kBlok = 128 * 1024;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr char kScheiding = ';';
/// From this many digits on Excel shows a number as 1,23E+11, and beyond fifteen it rounds.
constexpr size_t kMeesteCijfers = 11;

bool cijfer(char c) {
  return c >= '0' && c <= '9';
}

// The full-width forms of = + - @ begin a formula in some settings of Excel.
bool formule(std::string_view tekst) {
  constexpr std::string_view kBegin = "=+-@\t\r\n";
  if (kBegin.find(tekst.front()) != std::string_view::npos) return true;
  return tekst.starts_with("\uFF1D") || tekst.starts_with("\uFF0B") || tekst.starts_with("\uFF0D") ||
         tekst.starts_with("\uFF20");
}

// The month of a date in Dutch, as Excel takes it: in full, or its first letters.
bool maandnaam(std::string_view letters) {
  constexpr auto kMaanden = std::to_array<std::string_view>(
      {"januari",   "februari", "maart",    "april",    "mei",  "juni", "juli", "augustus",
       "september", "oktober",  "november", "december", "jan",  "feb",  "mrt",  "apr",
       "jun",       "jul",      "aug",      "sep",      "sept", "okt",  "nov",  "dec"});
  return std::ranges::any_of(kMaanden, [letters](std::string_view maand) {
    const auto klein = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::ranges::equal(letters, maand, {}, klein);
  });
}

// 12MEI, DEC2026, 1 jan: digits around the name of a month become a date, also without anything in between.
bool datumMetMaand(std::string_view tekst) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto* begin = std::ranges::find_if(tekst, letter);
  const auto* einde = std::find_if_not(begin, tekst.end(), letter);
  const std::string_view ervoor(tekst.begin(), begin), letters(begin, einde), erna(einde, tekst.end());
  const auto getal = [](std::string_view deel) {
    return std::ranges::all_of(deel, [](char c) { return cijfer(c) || c == ' ' || c == '-' || c == '/'; });
  };
  return getal(ervoor) && getal(erna) && maandnaam(letters);
}

// What begins with a digit and may be a number, a date or a time to Excel.
bool verandert(std::string_view tekst) {
  const auto cijfers = static_cast<size_t>(std::ranges::count_if(tekst, cijfer));
  if (cijfers == tekst.size()) return (tekst.front() == '0' && cijfers > 1) || cijfers > kMeesteCijfers;
  static constexpr std::string_view kTussen = "-/.,:eE+%";
  return std::ranges::all_of(tekst,
                             [](char c) { return cijfer(c) || kTussen.find(c) != std::string_view::npos; });
}

// For each byte whether a cell with it needs quotes.
constexpr auto kAanhalen = [] {
  std::array<bool, 256> out{};
  for (const char c : {kScheiding, '"', '\r', '\n', '\t'}) out[static_cast<unsigned char>(c)] = true;
  return out;
}();

bool aanhalen(std::string_view tekst) {
  if (tekst.front() == ' ' || tekst.back() == ' ') return true;
  return std::ranges::any_of(tekst, [](char c) { return kAanhalen[static_cast<unsigned char>(c)]; });
}

char* cijfers(char* to, unsigned waarde, int aantal) {
  for (int i = aantal; i-- > 0; waarde /= 10) to[i] = static_cast<char>('0' + waarde % 10);
  return to + aantal;
}

}  // namespace

bool beschermen(std::string_view tekst) {
  if (tekst.empty()) return false;
  const bool ervoor = cijfer(tekst.front()), erna = cijfer(tekst.back());
  return formule(tekst) || (ervoor && verandert(tekst)) || ((ervoor || erna) && datumMetMaand(tekst));
}

CsvSchrijver::CsvSchrijver(Afvoer& afvoer, std::span<const isi::Kolom> kolommen) : afvoer_(afvoer) {
  buffer_.reserve(kBlok + kBlok / 8);
  buffer_ = kBom;
  for (const auto& kolom : kolommen) {
    tekst(kolom.naam);
    buffer_ += kScheiding;
  }
  einde();
}

void CsvSchrijver::rij(std::span<const isi::Cel> cellen) {
  using Soort = isi::Cel::Soort;
  for (const auto& cel : cellen) {
    switch (cel.soort) {
      case Soort::leeg:
        break;
      case Soort::tekst:
        tekst(cel.tekst);
        break;
      case Soort::datum:
        datum(cel.datum);
        break;
      case Soort::getal:
        getal(cel.getal);
        break;
      case Soort::bedrag:
        bedrag(cel.getal);
        break;
    }
    buffer_ += kScheiding;
  }
  einde();
}

void CsvSchrijver::klaar() {
  afvoer_.schrijf(buffer_);
  buffer_.clear();
}

void CsvSchrijver::tekst(std::string_view tekst) {
  if (tekst.empty()) return;
  const std::string_view ervoor = beschermen(tekst) ? "'" : "";
  if (!aanhalen(tekst)) {
    buffer_.append(ervoor).append(tekst);
    return;
  }
  buffer_.append(1, '"').append(ervoor);
  for (const char c : tekst) {
    if (c == '"') buffer_ += '"';
    buffer_ += c;
  }
  buffer_ += '"';
}

void CsvSchrijver::getal(std::int64_t getal) {
  char tekst[24];
  const auto [end, error] = std::to_chars(tekst, tekst + sizeof tekst, getal);
  buffer_.append(tekst, end);
}

void CsvSchrijver::datum(Date datum) {
  const auto ymd = datum.ymd();
  char tekst[10];
  char* to = cijfers(tekst, static_cast<unsigned>(ymd.day()), 2);
  *to++ = '-';
  to = cijfers(to, static_cast<unsigned>(ymd.month()), 2);
  *to++ = '-';
  cijfers(to, static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
  buffer_.append(tekst, sizeof tekst);
}

void CsvSchrijver::bedrag(std::int64_t centen) {
  if (centen < 0) buffer_ += '-';
  const std::int64_t waarde = centen < 0 ? -centen : centen;
  getal(waarde / 100);
  char tekst[2];
  cijfers(tekst, static_cast<unsigned>(waarde % 100), 2);
  buffer_.append(1, ',').append(tekst, sizeof tekst);
}

// The last separator makes place for the end of the line.
void CsvSchrijver::einde() {
  if (buffer_.ends_with(kScheiding)) buffer_.pop_back();
  buffer_ += "\r\n";
  if (buffer_.size() >= kBlok) klaar();
}

}  // namespace cvsgw::files
