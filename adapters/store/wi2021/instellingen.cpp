#include "adapters/store/wi2021/instellingen.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace cvsgw::store::wi2021 {
namespace {

using isi::wi2021::Contactpersoon;
using isi::wi2021::Instelling;

struct Row {
  const char* nummer;
  const char* naam;
  const char* postcode;
  int huisnummer;
  const char* toevoeging;
  const char* plaats;
  const char* bow;
  const char* brin;
  bool tst;
};

constexpr std::array<Row, 14> kRows{{
    {"0000010018", "Taalhuis De Brug", "1011AB", 12, "", "Amsterdam", "120018", "", false},
    {"0000010026", "Inburgering aan de Maas", "3011BD", 48, "b", "Rotterdam", "120026", "", false},
    {"0000010034", "Leerkring Utrecht", "3511CE", 7, "", "Utrecht", "120034", "", false},
    {"0000010042", "Noorderlicht Taal en Werk", "9711DG", 131, "", "Groningen", "120042", "", false},
    {"0000010050", "Taalschool Het Kompas", "5211EH", 20, "", "'s-Hertogenbosch", "120050", "", false},
    {"0000010069", "Samen Leren Zwolle", "8011GK", 3, "hs", "Zwolle", "120069", "", false},
    {"0000010077", "De Taalwerkplaats", "6811HL", 66, "", "Arnhem", "120077", "", false},
    {"0000010085", "Zeeuws Centrum voor Inburgering", "4331JM", 15, "", "Middelburg", "120085", "", false},
    {"0000010093", "Taalpunt Limburg", "6211KN", 91, "a", "Maastricht", "120093", "", false},
    {"0000010107", "Hofstad Taalonderwijs", "2511LP", 204, "", "Den Haag", "120107", "", false},
    {"0000020013", "Schakelcollege Amstel", "1012MR", 5, "", "Amsterdam", "", "01AA", true},
    {"0000020021", "Schakeljaar Midden-Nederland", "3512NS", 34, "", "Utrecht", "", "02BB", true},
    {"0000020030", "Taalschakel Noord", "9712PT", 18, "", "Groningen", "120130", "03CC", true},
    {"0000020048", "Schakeltraject Brabant", "5612RV", 77, "", "Eindhoven", "", "04DD", true},
}};

std::optional<std::string> given(const char* text) {
  return *text ? std::optional<std::string>(text) : std::nullopt;
}

std::vector<Instelling> makeInstellingen() {
  std::vector<Instelling> all;
  for (const auto& row : kRows) {
    Instelling instelling;
    instelling.instellingsnummer = row.nummer;
    instelling.naam = row.naam;
    instelling.postcode = row.postcode;
    instelling.huisnummer = row.huisnummer;
    instelling.huisnummertoevoeging = given(row.toevoeging);
    instelling.plaatsnaam = row.plaats;
    instelling.bow = given(row.bow);
    instelling.brin = given(row.brin);
    instelling.bowKeurmerk = *row.bow != '\0';
    instelling.tstKeurmerk = row.tst;
    all.push_back(std::move(instelling));
  }
  return all;
}

constexpr std::array<const char*, 9> kNamen{"J. de Boer",     "M. Özdemir",   "S. van den Berg",
                                            "A. Jansen",      "F. el Amrani", "K. Visser",
                                            "L. Noordermeer", "R. Ramdjan",   "T. Hoekstra"};

}  // namespace

std::span<const Instelling> instellingen() {
  static const std::vector<Instelling> kAll = makeInstellingen();
  return kAll;
}

const Instelling& instellingMet(std::string_view instellingsnummer) {
  const auto all = instellingen();
  const auto found = std::ranges::find(all, instellingsnummer, &Instelling::instellingsnummer);
  if (found == all.end()) throw std::out_of_range("no institution of that number");
  return *found;
}

std::string contactpersoonId(const Gemeentecode& gemeente, int nummer) {
  return "C" + gemeente.value() + "." + std::to_string(nummer + 1);
}

Contactpersoon contactpersoonVan(const Gemeentecode& gemeente, int nummer) {
  const auto seed = static_cast<size_t>(std::stoi(gemeente.value()) + nummer * 4);
  Contactpersoon contact;
  contact.contactpersoonId = contactpersoonId(gemeente, nummer);
  contact.naam = kNamen[seed % kNamen.size()];
  contact.email = "inburgering" + std::to_string(nummer + 1) + "@gemeente" + gemeente.value() + ".example";
  if (nummer != 1) contact.telefoonnummer = "085 555 " + gemeente.value();
  contact.algemeenContactpersoon = nummer == 0;
  return contact;
}

}  // namespace cvsgw::store::wi2021
