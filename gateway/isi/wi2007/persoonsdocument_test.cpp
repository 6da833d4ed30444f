#include "gateway/isi/wi2007/persoonsdocument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gateway/domain/testing/hier_en_nu.hpp"

namespace cvsgw::isi::wi2007 {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Every text has a value of its own, so that one that is left out, or stands twice, shows.
class Vuller {
 public:
  template <class T>
  void field(std::string_view naam, T& waarde) {
    if constexpr (IsOptional<T>::value) {
      waarde.emplace();
      field(naam, *waarde);
    } else if constexpr (std::is_same_v<T, std::string>) {
      waarde = "waarde" + std::to_string(++teller_) + ".";
      teksten.push_back(waarde);
    } else if constexpr (std::is_same_v<T, Date>) {
      waarde = Date(2001, 1, 1).plusDays(++teller_);
      teksten.push_back(waarde.dutch());
    } else if constexpr (std::is_same_v<T, Bedrag>) {
      waarde = Bedrag{1'234'567};
    } else if constexpr (Record<T>) {
      T::fields(waarde, *this);
    } else {
      waarde = T{};
    }
  }
  template <class T>
  void code(std::string_view naam, T& waarde, const CodeList&) {
    field(naam, waarde);
  }
  template <class T>
  void list(std::string_view naam, std::string_view, std::vector<T>& waarden) {
    field(naam, waarden.emplace_back());
  }
  std::vector<std::string> teksten;

 private:
  int teller_ = 0;
};

std::vector<std::string> waarden(const Document& document) {
  std::vector<std::string> all;
  for (const auto& deel : document.delen) all.push_back(deel.tekst);
  return all;
}

const std::string* waardeBij(const Document& document, std::string_view label) {
  const auto found = std::ranges::find(document.delen, label, &Documentdeel::label);
  return found == document.delen.end() ? nullptr : &found->tekst;
}

Persoon mager() {
  Dossier dossier;
  dossier.bsn = *Bsn::parse("999993653");
  dossier.achternaam = "Şahin";
  return maakPersoon(dossier, kToday);
}

// W07-060
TEST(Wi2007Persoonsdocument, HoldsEveryValueOfTheScreenButItsId) {
  Vuller vuller;
  Persoon persoon;
  Persoon::fields(persoon, vuller);
  persoon.bsn = *Bsn::parse("999993653");
  const auto document = documentVan(persoon, kGroningen, kToday);
  std::string alles;
  for (const auto& deel : document.delen) alles += deel.label + ": " + deel.tekst + "\n";
  for (const auto& tekst : vuller.teksten) {
    // The parts of the name stand in it, as on the screen.
    const bool deelVanNaam =
        tekst == persoon.voornaam || tekst == persoon.voorvoegsels || tekst == persoon.achternaam;
    if (tekst == persoon.persoonId || deelVanNaam) {
      EXPECT_THAT(alles, Not(HasSubstr(tekst)));
    } else {
      EXPECT_THAT(alles, HasSubstr(tekst));
    }
  }
  EXPECT_EQ(*waardeBij(document, "Bedrag boete"), "€ 12.345,67");
}

TEST(Wi2007Persoonsdocument, ALineThatTheScreenLeavesOutIsNotThere) {
  auto persoon = mager();
  persoon.handhaving.verlengingen.emplace_back();
  persoon.inburgeringsvoorzieningen.emplace_back();
  persoon.vrijstellingen.emplace_back();
  persoon.examens.gegevens.onderdelen.emplace_back();
  const auto document = documentVan(persoon, kGroningen, kToday);
  for (const auto* label :
       {"Examenonderdeel", "Niveau gedeeltelijke vrijstelling", "Gemeente bij volledige deelname",
        "Gemeente examenonderdeel behaald", "Reden niet inburgeringsplichtig", "Reden verlenging",
        "Vorm duaal traject", "Einde vrijstelling", "Indicatie geslaagd", "Datum volledige deelname NT2",
        "Gemeente volledige deelname NT2"})
    EXPECT_EQ(waardeBij(document, label), nullptr) << label;
  ASSERT_NE(waardeBij(document, "Nationaliteit 2"), nullptr);
  EXPECT_THAT(*waardeBij(document, "Nationaliteit 2"), IsEmpty());
  EXPECT_EQ(*waardeBij(document, "Volledige deelname NT2"), "Geen volledige deelname aanwezig");
  EXPECT_NE(waardeBij(document, "Datum verlenging"), nullptr);
  EXPECT_NE(waardeBij(document, "Reden einde"), nullptr);
  EXPECT_THAT(waarden(document), Contains("Geen boete."));
}

TEST(Wi2007Persoonsdocument, HasTheScreensBlocksInItsOrder) {
  const auto document = documentVan(mager(), kGroningen, kToday);
  std::vector<std::string> koppen;
  for (const auto& deel : document.delen) {
    if (deel.soort == Documentdeel::Soort::kop) koppen.push_back(deel.tekst);
  }
  EXPECT_THAT(koppen,
              ::testing::ElementsAre("Persoon", "Signalen", "Persoonsgegevens", "Indicatie", "Handhaving",
                                     "Inburgeringsvoorziening", "Vrijstelling", "Boete", "Examens"));
}

TEST(Wi2007Persoonsdocument, SeveralOfAKindAreNumbered) {
  auto persoon = mager();
  persoon.boetes.resize(2);
  const auto document = documentVan(persoon, kGroningen, kToday);
  EXPECT_THAT(waarden(document), Contains("Boete 2 van 2"));
}

TEST(Wi2007Persoonsdocument, TitleFootAndFileNameSayNothingOfThePerson) {
  const auto document = documentVan(mager(), kGroningen, kToday);
  EXPECT_EQ(document.titel, "Persoon Wet inburgering 2007");
  EXPECT_EQ(document.voet, "Wet inburgering 2007, gemeente Groningen, 22-11-2026");
  EXPECT_TRUE(document.paginanummers);
  EXPECT_EQ(bestandsnaamVan(kGroningen, kToday), "persoon-wi2007_0014_2026-11-22.pdf");
}

}  // namespace
}  // namespace cvsgw::isi::wi2007
