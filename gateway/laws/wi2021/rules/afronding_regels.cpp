// The rules on MAP and PVT as rows.
#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

constexpr std::string_view kDoorgeven = "VoegMapToe WijzigMap VoegPvtToe WijzigPvt";
constexpr std::string_view kToevoegen = "VoegMapToe VoegPvtToe";
constexpr std::string_view kVeranderen = "WijzigMap VerwijderMap WijzigPvt VerwijderPvt";
constexpr std::string_view kDagenEnVensters = "Wi2021 § 3.6.9.2; Wi2021 § 3.6.10.2";
using enum Regel::Aard;

}  // namespace

std::span<const Regel> afrondingRegels() {
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W21-155", .operaties = kDoorgeven, .code = "FS155"},
      {.id = "W21-156", .operaties = kDoorgeven, .code = "FS156"},
      {.id = "W21-157", .operaties = kDoorgeven, .code = "FS157"},
      {.id = "W21-158", .operaties = kDoorgeven, .code = "FS158"},
      {.id = "W21-159", .operaties = kDoorgeven, .code = "FS159"},
      {.id = "W21-160", .operaties = "VoegMapToe WijzigMap", .code = "FS160"},
      {.id = "W21-161", .operaties = kDoorgeven, .code = "FS161"},
      {.id = "W21-162", .operaties = kDoorgeven, .code = "FS162"},
      {.id = "W21-163", .operaties = kDoorgeven, .code = "FS163"},
      {.id = "W21-164", .operaties = kDoorgeven, .code = "FS164"},
      {.id = "W21-165", .operaties = kDoorgeven, .code = "FS165"},
      {.id = "W21-166", .operaties = kToevoegen, .code = "FS166"},
      {.id = "W21-167", .operaties = kVeranderen, .code = "FS167"},
      {.id = "W21-168", .operaties = kVeranderen, .code = "FS168"},
      {.id = "W21-169", .operaties = kVeranderen, .code = "FS169"},
      {.id = "W21-170", .operaties = kVeranderen, .code = "FS170"},
      {.id = "W21-171", .operaties = kDoorgeven, .code = "AS171"},
      {.id = "W21-530",
       .aard = weergave,
       .operaties = "RaadpleegPersoon",
       .bron = "Wi2021 § 3.6.9.1",
       .tekst = "Bij een persoon in de Onderwijsroute is de MAP niet van toepassing."},
      {.id = "W21-531",
       .aard = automatisch,
       .operaties = kToevoegen,
       .bron = kDagenEnVensters,
       .tekst = "Na verhuizing is de nieuwe gemeente verantwoordelijk voor wat nog moet gebeuren: wat zij "
                "doorgeeft, vervangt de registratie van de vorige gemeente dat de persoon niet had voldaan."},
      {.id = "W21-532",
       .aard = nietToetsbaar,
       .operaties = kDoorgeven,
       .bron = kDagenEnVensters,
       .tekst = "Wijzigen na verhuizing is niet bedoeld voor nieuwe activiteiten na de verhuizing.",
       .toelichting =
           "Wanneer een activiteit plaatsvond blijkt alleen uit de datum: een datum na het vertrek "
           "geeft AS171; de rest weet alleen de gemeente."},
      {.id = "W21-533",
       .aard = nietToetsbaar,
       .operaties = "VerwijderMap VerwijderPvt",
       .bron = "Wi2021 § 3.6.9.3; Wi2021 § 3.6.10.3",
       .tekst =
           "Zijn uren niet meer van toepassing nadat de registratie is verwijderd, pas dan de deelgenomen "
           "uren aan.",
       .toelichting = "Welke uren bij de MAP of het PVT hoorden staat nergens geregistreerd."},
      {.id = "W21-534",
       .aard = nietToetsbaar,
       .operaties = kDoorgeven,
       .bron = "Wi2021 § 3.6.10",
       .tekst = "Het PVT moet binnen de inburgeringstermijn worden afgerond.",
       .toelichting =
           "Een plicht van de persoon: te laat afronden is door te geven, met de verwijtbaarheid."},
      {.id = "W21-535",
       .aard = nietToetsbaar,
       .operaties = "VoegMapToe",
       .bron = "Wi2021 § 3.6.9.1",
       .tekst =
           "Bij een A2-diploma op verzoek geeft het afronden van de MAP vrijstelling voor het examen ONA.",
       .toelichting = "Over dat verzoek en die vrijstelling gaat DUO; de persoon wordt naar DUO verwezen."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
